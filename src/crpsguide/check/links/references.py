"""Links and footnotes in two parts, a use and a definition elsewhere on the page."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.check.links.source import place_of, running_text
from crpsguide.check.rule import Fault, rule
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import MarkdownText, Place, Severity, Site
from crpsguide.spelling import did_you_mean, near_misses

# The forms that Python-Markdown and its footnotes know; a citation `[@source]` is none of them.
_ONE_ADDRESS = LazyPattern(r"(?:<[^<>]*>|\S+)(?:\s+(?:\".*\"|'.*'|\(.*\)))?")  # and perhaps a title
_DEFINITION = LazyPattern(r"^ {0,3}\[(?P<label>[^\[\]\n@][^\[\]\n]*)\]:[ ]*\n?[ ]*(?P<target>\S[^\n]*)", re.MULTILINE)
_REFERENCE = LazyPattern(
    r"(?<![\\\]\[])!?\[(?P<words>(?![\^@])[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\[(?P<label>(?![\^@])[^\[\]]*)\](?![(\[:])"
)
# Brackets in which a label may stand. Words without an address are no definition at all, which a
# rule on lost text tells, and “[//]: # (words)” is a note to other editors.
_BRACKETS = LazyPattern(r"\[([^\[\]]*)\]")
_ADDRESS = LazyPattern(r"<?(?:#\w|/|\w+:|\S+\.\w{2,4}(?:[#?>]|\s|$))")
_WITHOUT_COLON = LazyPattern(r"[ ]+[^\W_]")
_FOOTNOTE = LazyPattern(r"(?<!\\)\[\^[ ]*(?P<label>[^\[\]\s]+)[ ]*\]")
_EMPTY_FOOTNOTE = LazyPattern(
    r"^ {0,3}\[\^[^\[\]\s]+\]:[ \t]*$(?!\n+(?: {4}|\t)[ \t]*\S|\n[^\S\n]*[^\s\[])", re.MULTILINE
)
_END_OF_NOTE = LazyPattern(r"\n\s*\n(?! {4}|\t)|\n(?= {0,3}\[\^[^\[\]\s]+\]:)")


@frozen
class _Definition:
    """`[label]: target`, with the label as uses compare it."""

    label: str
    target: str
    place: Place


@rule("L202")
def undefined_reference(site: Site) -> Iterator[Fault]:
    """A link names a label, and nothing on the page tells where the label leads.

    Why it matters: readers see bare brackets in place of a link.

    Wrong: `[exercise plan][plan]` without a line `[plan]: plan.md`
    Right: the same with that line
    """
    for page in site.texts:
        text = running_text(page)
        references = [*_REFERENCE.finditer(text)] if "][" in text else []
        if not references:
            continue
        seen, definitions = _seen(page), _definitions(page, text)
        labels = [one.label for one in definitions if _ONE_ADDRESS.fullmatch(one.target)]
        for match in references:
            label = match["label"] or match["words"]
            # Brackets around a number or a blank are text, and so is “x[i][j]”; what readers do not see is a link.
            # Without a label of its own, “][]” would be found behind any other such link.
            before = "" if match["label"] else re.findall(r"\w*", match["words"].rstrip(" *_`"))[-2:][0]
            named = re.search(
                r"[^\W\d_]{2}" if text[match.start() - 1 : match.start()].isalnum() else r"[^\W\d_]", label
            )
            is_seen = f"{before}][{_one_line(match['label'])}]" in seen
            # “[pacing][plan]” is a link to “pacing” when that is a label, and “[plan]” stands behind it.
            is_left = _one_line(match["words"]).casefold() in labels and f"[{_one_line(match['label'])}]" in seen
            if not named or label.casefold() in labels or not (is_seen or is_left):
                continue
            wordy = next((one for one in definitions if one.label == _one_line(label).casefold()), None)
            yield Fault(
                place_of(page, text, *match.span()),
                f"Nothing on this page tells where “{_one_line(match[0])}” leads.",
                f"Put what follows the address on line {wordy.place.line} in quotes, or remove it."
                if wordy
                else did_you_mean(label, labels, f"Add a line such as “[{_one_line(label)}]: the-page.md”."),
            )


@rule("L202")
def undefined_footnote(site: Site) -> Iterator[Fault]:
    """A footnote is called, and its text is nowhere on the page.

    Why it matters: readers see bare brackets in place of the note.

    Wrong: `Ask early.[^2]` without a line `[^2]: …`
    Right: the same with that line
    """
    for page in site.texts:
        text = running_text(page)
        footnotes = [*_FOOTNOTE.finditer(text)] if "[^" in text else []
        if not footnotes:
            continue
        seen = _seen(page)
        # The label of a footnote is the same only with the same capitals.
        labels = [one["label"] for one in _DEFINITION.finditer(text) if one["label"].startswith("^")]
        notes = {one["label"] for one in footnotes if _WITHOUT_COLON.match(text, one.end()) and _is_first(text, one)}
        for match in footnotes:
            if match["label"] in notes and f"^{match['label']}" not in labels:
                if _is_first(text, match):
                    yield Fault(
                        place_of(page, text, *match.span()),
                        f"The text of the footnote “{match[0]}” lacks its colon.",
                        f"Write “{match[0]}:” and then the note.",
                    )
            elif match[0] in seen and match["label"].partition("#")[0] in site.sources:
                yield Fault(
                    place_of(page, text, *match.span()),
                    f"“{match[0]}” calls a footnote, and “{match['label']}” is a source.",
                    f"Write [@{match['label']}].",
                )
            elif match[0] in seen and (" " in match[0] or f"^{match['label']}" not in labels):
                yield Fault(
                    place_of(page, text, *match.span()),
                    f"The footnote “{match[0]}” has no text.",
                    did_you_mean(
                        match["label"],
                        [one.removeprefix("^") for one in labels],
                        f"Add a line such as “{match[0]}: Your note.”, or remove the mark.",
                    ),
                )
        for empty in _EMPTY_FOOTNOTE.finditer(text):
            yield Fault(
                place_of(page, text, *empty.span()),
                f"The footnote “{empty[0].strip().removesuffix(':')}” is empty.",
                "Write its text behind the colon, or remove this line and the marks that call it.",
            )


def _is_first(text: str, match: re.Match[str]) -> bool:
    return match.start() == 0 or text[match.start() - 1] == "\n"


@rule("L203")
def duplicate_reference(site: Site) -> Iterator[Fault]:
    """One label, or one footnote, is defined twice on a page and means two things.

    Why it matters: only one of them is used, and it may be the wrong one.

    Wrong: `[plan]: plan.md` and `[plan]: old-plan.md`
    Right: `[plan]: plan.md` and `[old plan]: old-plan.md`
    """
    for page in site.texts:
        first: dict[str, _Definition] = {}
        for one in _definitions(page, running_text(page)):
            before = first.setdefault(one.label, one)
            if before.target != one.target:
                yield Fault(
                    one.place,
                    f"“[{one.label}]” is defined here a second time, and means something else on line"
                    f" {before.place.line}.",
                    "Give one of the two another label, or remove it.",
                )


@rule("L203", Severity.WARNING)
def unused_footnote(site: Site) -> Iterator[Fault]:
    """A footnote has a text, and nothing on the page calls it.

    Why it matters: it stands at the end of the page and nobody can tell what it belongs to.

    Wrong: `[^1]: Your nurse.` without a `[^1]` in the text
    Right: `Ask early.[^1]` and `[^1]: Your nurse.`
    """
    for page in site.texts:
        for anchor, place in page.anchors.items():
            label = anchor.removeprefix("fn:")
            if anchor.startswith("fn:") and not _is_called(label, page):
                defined = (one for one in _definitions(page, running_text(page)) if one.label == f"^{label}".casefold())
                yield Fault(
                    next((one.place for one in defined), place),
                    f"Nothing on this page calls the footnote “[^{label}]”.",
                    f"Write [^{label}] where it belongs, or remove it.",
                )


@rule("L203", Severity.WARNING)
def unused_reference(site: Site) -> Iterator[Fault]:
    """A line says where a label leads, and no link on the page has that label.

    Why it matters: the link that it was written for is gone, or has another label and leads elsewhere.

    Wrong: `[plan]: plan.md`, and nowhere `[plan]` or `[the plan][plan]`
    Right: both, or neither
    """
    for page in site.texts:
        text = running_text(page)
        definitions = [one for one in _definitions(page, text) if not one.label.startswith("^")]
        elsewhere = _DEFINITION.sub(_note, text) if definitions else ""
        used = {_one_line(label).casefold() for label in _BRACKETS.findall(elsewhere)}
        # Of two labels that differ by a slip, the link is told.
        slips = sorted(used - {one.label for one in definitions})
        for one in definitions:
            if one.label not in used and _ADDRESS.match(one.target) and not near_misses(one.label, slips):
                yield Fault(
                    one.place,
                    f"Nothing on this page has the label “[{one.label}]”.",
                    f"Write “[words][{one.label}]” where the link belongs, or remove this line.",
                )


def _is_called(label: str, page: MarkdownText) -> bool:
    """Whether a mark calls a footnote, outside its own text."""
    if f"fnref:{label}" not in page.anchors:
        return False
    before, defined, behind = running_text(page).partition(f"[^{label}]:")
    own = _END_OF_NOTE.split(behind, maxsplit=1)
    return not defined or any(f"[^{label}]" in one for one in (before, *own[1:]))


def _definitions(page: MarkdownText, text: str) -> Sequence[_Definition]:
    return [
        _Definition(_one_line(match["label"]).casefold(), match["target"].strip(), place_of(page, text, *match.span()))
        for match in (_DEFINITION.finditer(text) if "]:" in text else ())
    ]


def _note(definition: re.Match[str]) -> str:
    """The words of a footnote; nothing of a definition that only says where a link leads."""
    return definition["target"] if definition["label"].startswith("^") else ""


def _seen(page: MarkdownText) -> str:
    """All the words of a page as readers see them: a reference that stands there is no link."""
    headings = (one.heading.words for one in page.sections if one.heading)
    return "\n".join((*headings, *(passage.text for passage in page.passages)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
