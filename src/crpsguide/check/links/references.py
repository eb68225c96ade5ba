"""L202 and L203: reference links and footnotes, which are used in one place and defined in another."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.check.links.source import place_of, running_text
from crpsguide.check.rule import Fault, rule
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import MarkdownText, Place, Severity, Site
from crpsguide.spelling import did_you_mean, near_misses

# The syntax of Python-Markdown and its footnotes; a citation `[@source]` is neither.
_ONE_ADDRESS = LazyPattern(r"(?:<[^<>]*>|\S+)(?:\s+(?:\".*\"|'.*'|\(.*\)))?")  # and perhaps a title
_DEFINITION = LazyPattern(r"^ {0,3}\[(?P<label>[^\[\]\n@][^\[\]\n]*)\]:[ ]*\n?[ ]*(?P<target>\S[^\n]*)", re.MULTILINE)
_REFERENCE = LazyPattern(
    r"(?<![\\\]\[])!?\[(?P<words>(?![\^@])[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\[(?P<label>(?![\^@])[^\[\]]*)\](?![(\[:])"
)
# Brackets that may hold a label. A definition without an address is reported by a rule about lost text, and
# “[//]: # (words)” is a comment.
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
    """`[label]: target`, with the label normalised as Markdown compares it."""

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
        visible, definitions = _visible_text(page), _definitions(page, text)
        labels = [one.label for one in definitions if _ONE_ADDRESS.fullmatch(one.target)]
        for match in references:
            label = match["label"] or match["words"]
            if label.casefold() in labels or not _is_visible(match, labels, visible):
                continue
            rejected = next((one for one in definitions if one.label == _one_line(label).casefold()), None)
            yield Fault(
                place_of(page, text, *match.span()),
                f"Nothing on this page tells where “{_one_line(match[0])}” leads.",
                f"Put what follows the address on line {rejected.place.line} in quotes, or remove it."
                if rejected
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
        if "[^" not in text:
            continue
        yield from _undefined_footnotes(page, text, site)
        for empty in _EMPTY_FOOTNOTE.finditer(text):
            yield Fault(
                place_of(page, text, *empty.span()),
                f"The footnote “{empty[0].strip().removesuffix(':')}” is empty.",
                "Write its text behind the colon, or remove this line and the marks that call it.",
            )


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
        elsewhere = _DEFINITION.sub(_without_address, text) if definitions else ""
        used = {_one_line(label).casefold() for label in _BRACKETS.findall(elsewhere)}
        undefined = sorted(used - {one.label for one in definitions})
        for one in definitions:
            # If it differs from an undefined label by a slip, that link is reported.
            if one.label not in used and _ADDRESS.match(one.target) and not near_misses(one.label, undefined):
                yield Fault(
                    one.place,
                    f"Nothing on this page has the label “[{one.label}]”.",
                    f"Write “[words][{one.label}]” where the link belongs, or remove this line.",
                )


def _is_visible(reference: re.Match[str], labels: Sequence[str], visible: str) -> bool:
    """Whether readers see the brackets of a reference that was probably meant as a link."""
    words, label = reference["words"], _one_line(reference["label"])
    # “x[i][j]”, and brackets around a number or a space, are meant as text.
    follows_word = reference.string[reference.start() - 1 : reference.start()].isalnum()
    if not re.search(r"[^\W\d_]{2}" if follows_word else r"[^\W\d_]", reference["label"] or words):
        return False
    # Without a label, the search includes the last word: “][]” alone may belong to another reference.
    last_word = "" if reference["label"] else re.findall(r"\w*", words.rstrip(" *_`"))[-2:][0]
    # If “pacing” is a label, “[pacing][plan]” becomes a link to it, followed by “[plan]”.
    is_cut = _one_line(words).casefold() in labels and f"[{label}]" in visible
    return is_cut or f"{last_word}][{label}]" in visible


def _undefined_footnotes(page: MarkdownText, text: str, site: Site) -> Iterator[Fault]:
    visible = _visible_text(page)
    # Unlike the labels of links, those of footnotes are case-sensitive.
    labels = [one["label"].removeprefix("^") for one in _DEFINITION.finditer(text) if one["label"].startswith("^")]
    footnotes = [*_FOOTNOTE.finditer(text)]
    without_colon = {one["label"] for one in footnotes if _WITHOUT_COLON.match(text, one.end()) and _begins_line(one)}
    for footnote in footnotes:
        label, is_defined = footnote["label"], footnote["label"] in labels
        if label in without_colon and not is_defined:
            if not _begins_line(footnote):
                continue
            message = f"The text of the footnote “{footnote[0]}” lacks its colon."
            help = f"Write “{footnote[0]}:” and then the note."
        elif footnote[0] not in visible:
            continue
        elif label.partition("#")[0] in site.sources:
            message, help = f"“{footnote[0]}” calls a footnote, and “{label}” is a source.", f"Write [@{label}]."
        elif " " in footnote[0] or not is_defined:
            message = f"The footnote “{footnote[0]}” has no text."
            otherwise = f"Add a line such as “{footnote[0]}: Your note.”, or remove the mark."
            help = did_you_mean(label, labels, otherwise)
        else:
            continue
        yield Fault(place_of(page, text, *footnote.span()), message, help)


def _begins_line(match: re.Match[str]) -> bool:
    return match.start() == 0 or match.string[match.start() - 1] == "\n"


def _is_called(label: str, page: MarkdownText) -> bool:
    """Whether there is a reference to a footnote, outside its own text."""
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


def _without_address(definition: re.Match[str]) -> str:
    """The text of the definition of a footnote; empty for that of a link."""
    return definition["target"] if definition["label"].startswith("^") else ""


def _visible_text(page: MarkdownText) -> str:
    """The text of a page as readers see it: a reference in it has not become a link."""
    headings = (one.heading.words for one in page.sections if one.heading)
    return "\n".join((*headings, *(passage.text for passage in page.passages)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
