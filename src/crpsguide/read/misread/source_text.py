"""Extracts the words of Markdown source and of rendered HTML, for comparison.

Markup in the source is replaced by joiners or spaces of the same length, so that offsets stay the same; the rest is
text. When in doubt, source is text: so a word is found that Markdown drops in an unexpected way.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.read.html_tags import INLINE, RAW_TEXT_ELEMENTS, Tag, code_spans, tags
from crpsguide.read.library import ATTRIBUTES

JOINER = "\x00"  # replaces markup inside a word; not allowed in content
JOINERS = JOINER + "*_`\\~"  # and markup of emphasis, code and escapes
AMPERSAND = "\x01"  # replaces “&” in code, where it begins no character reference

MAX_LINK_TEXT = 500  # characters; a longer link is not part of a word

COMMENT = LazyPattern(r"<!--.*?-->", re.DOTALL)
FOOTNOTE_DEFINITION = LazyPattern(r"^[ ]{0,3}\[\^(?P<label>[^\[\]\n]+)\]:", re.MULTILINE)
DEFINITION = LazyPattern(
    r"^[ ]{0,3}\[(?P<label>[^\[\]^@][^\[\]]*)\]:[ ]*\n?[ ]*(?P<target>\S+)(?P<title>[^\n]*)$", re.MULTILINE
)
BRACES = LazyPattern(r"\{:?(?P<list>[^{}\n]*)\}")
# `#id`, `.class`, and allowed attributes; anything else in braces is text.
_KEPT_ATTRIBUTES = "|".join(sorted({name for names in ATTRIBUTES.values() for name in names}))
ATTRIBUTE_LIST = LazyPattern(
    rf"""\{{:?[ ]*(?:(?:[#.][\w:.-]+|(?:{_KEPT_ATTRIBUTES})=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{{}}]+))[ ]*)+\}}"""
)
_CITATION = LazyPattern(r"\[@[^\[\]]*\]")
_FOOTNOTE = LazyPattern(r"\[\^(?P<label>[^\[\]\n]+)\](?!:)")
# The target of a link. Several words without angle brackets are not an address, and are lost.
_LINK_TARGET = LazyPattern(
    r"""\]\((?P<target>\s*(?:<[^<>\n]*>|(?:\#|\w+://|mailto:|tel:)[^()\n"']*"""
    r"""|[^()\n"']*?(?:\n[^()\n"']*?)?\.(?:md|html?|pdf|png|jpe?g|svg|webp|gif)\b(?:[ ]?\#[^()\n"']*)?"""
    r"""|(?:[^\s()\\]|\\.|\([^()\s]*\))*))(?=(?P<title>\s*(?:"(?:[^"]|"(?!\s*\))){,500}"|'(?:[^']|'(?!\s*\))){,500}')?\s*)\))"""
)
_LABEL = LazyPattern(r"(?<=\])[ ]?\n?\[(?P<label>[^\[\]]*)\]")
_LIST_NUMBER = LazyPattern(r"^(?:[ \t]*(?:[-*+][ \t]|>))*[ \t]*\d+\.(?=[ \t])", re.MULTILINE)
_ADDRESS = LazyPattern(r"<?(?:[/#]|\w+:|[^\s<>]+\.\w{2,4}(?:[#?>]|$))")

_ENTITY = LazyPattern(r"&\#[0-9]+;?|&\#?\w+;")
_LETTERS = r"(?:[^\W_]+|&\#?\w+;)"
_SYMBOL = r"[%$]|[^\x00-\x7f\w\s]"  # characters that are never markup, such as “→” and “≥”
_WORD = LazyPattern(rf"{_LETTERS}(?:[{re.escape(JOINERS)}]*{_LETTERS})*|{_SYMBOL}")
_RENDERED_WORD = LazyPattern(rf"[^\W_]+|{_SYMBOL}")

_RENDERED_FOOTNOTE = LazyPattern(
    r'<sup id="fnref[^"]*">.*?</sup>|<a class="footnote-backref"[^>]*>[^<]*</a>', re.DOTALL
)
_RENDERED_TAG = LazyPattern(
    r"""<(?P<name>/?[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^<>"'])*)>|<!--.*?-->""", re.DOTALL
)
_RENDERED_TITLE = LazyPattern(r"""<a(?=\s)(?:[^<>"]|"[^"]*")*?\stitle="([^"]*)\"""")
_RENDERED_WORDS = LazyPattern(r"""\s(?:alt|title)="([^"]*)\"""")


@frozen
class Word:
    """A word without markup. `start` and `end` are offsets in the source."""

    text: str
    start: int
    end: int


class SourceText:
    """A body without its markup.

    `fenced` are the ranges of fenced code, `not_text` other ranges without text. `comments` are matches, `running` is
    the body with spaces in place of code and comments, and `tags` are its HTML tags.
    """

    def __init__(self, body: str, fenced: Sequence[tuple[int, int]], not_text: Sequence[tuple[int, int]]) -> None:
        self.body = body
        without_fences = blanked(body, fenced)
        self._code = (*fenced, *code_spans(without_fences))
        self._without_code = blanked(without_fences, self._code[len(fenced) :])
        self.comments = [*COMMENT.finditer(self._without_code)]
        self.running = blanked(self._without_code, (one.span() for one in self.comments))
        self.tags: tuple[Tag, ...] = tuple(tags(self.running))
        self._text = self._read(fenced, not_text)

    def words(self) -> list[Word]:
        """The words in the order of the rendered page, with footnotes last."""
        found = [Word(_bare(match[0]), match.start(), match.end()) for match in _WORD.finditer(self._text)]
        notes = [*_footnotes(self.running)]
        if not notes:
            return found
        return sorted(found, key=lambda word: any(start <= word.start < end for start, end in notes))

    def missing(self, markup: str) -> Counter[str]:
        """For each word, how many more times it is in the source than in the rendered HTML."""
        if "&" in self._text:
            return Counter(map(_bare, _WORD.findall(self._text))) - Counter(rendered_words(markup))
        # Most lines are the same in both, and need not be split into words.
        source, rendered = (Counter(_joined(text).split("\n")) for text in (self._text, _rendered_text(markup)))
        return _words(source - rendered) - _words(rendered - source)

    def _read(self, fenced: Sequence[tuple[int, int]], not_text: Sequence[tuple[int, int]]) -> str:
        mask = _Mask(self.body)
        text = self.running
        for start, end in self._code:
            mask.characters[start:end] = self.body[start:end].replace("&", AMPERSAND)
        for start, end in fenced:
            first_line = self.body.find("\n", start, end)
            mask.blank(start, first_line if first_line >= 0 else end)
        for start, end in not_text:
            mask.blank(start, end)
        mask.cover(COMMENT, self._without_code)
        self._cover_tags(mask)
        for match in _ENTITY.finditer(text):
            if not html.unescape(match[0]).isalnum():
                mask.blank(*match.span())
        mask.cover(_CITATION, text)
        mask.cover(ATTRIBUTE_LIST, text)
        for match in _LINK_TARGET.finditer(text):
            mask.join(*match.span("target"))
            self._join_words_of_link(mask, match)
        mask.cover(_LIST_NUMBER, text)
        if "[^" in text:
            self._cover_footnotes(mask)
        if "]:" in text:
            self._cover_definitions(mask)
        return "".join(mask.characters)

    def _join_words_of_link(self, mask: "_Mask", target: re.Match[str]) -> None:
        """Replace the brackets of a link by joiners, since it may be part of a word; an image is not."""
        closing, end = target.start(), target.end("title") + 1
        opening = self.running.rfind("[", max(0, closing - MAX_LINK_TEXT), closing)
        words = self.running[opening + 1 : closing]
        if opening < 0 or "]" in words or "\n\n" in words or self.running[max(0, opening - 1) : opening] in ("!", "\\"):
            return
        mask.join(opening, opening + 1)
        mask.join(closing, target.start("target"))
        mask.join(target.end(), end)

    def _cover_footnotes(self, mask: "_Mask") -> None:
        """Mask the labels of footnotes, but not unpaired ones of several words; mask all of duplicate footnotes."""
        definitions = [*FOOTNOTE_DEFINITION.finditer(self.running)]
        uses = [*_FOOTNOTE.finditer(self.running)]
        paired = {one["label"] for one in definitions} & {one["label"] for one in uses}
        for match in (*definitions, *uses):
            if match["label"] in paired or not re.search(r"\s", match["label"]):
                mask.join(*match.span())
        last = {one["label"]: one for one in definitions}
        for match, stretch in zip(definitions, _footnotes(self.running), strict=True):
            if last[match["label"]] is not match:
                mask.blank(*stretch)  # another rule reports duplicates

    def _cover_definitions(self, mask: "_Mask") -> None:
        """Mask the labels and addresses of link definitions, and the labels of links to them."""
        definitions = [*DEFINITION.finditer(self.running)]
        defined = {_label(match["label"]) for match in definitions}
        for match in _LABEL.finditer(self.running):
            if _label(match["label"]) in defined:
                mask.join(*match.span())
        for match in definitions:
            if self.is_link_definition(match):
                mask.blank(match.start(), match.end("target"))

    def is_link_definition(self, match: re.Match[str]) -> bool:
        """Whether a line `[label]: target` defines a link, rather than being text."""
        label = re.escape(match["label"]).replace(r"\ ", r"\s+")
        used = re.search(rf"\[{label}\](?!:)", self.running, re.IGNORECASE)
        return bool(used or _ADDRESS.match(match["target"]))

    def _cover_tags(self, mask: "_Mask") -> None:
        for number, tag in enumerate(self.tags):
            if tag.name in INLINE:
                mask.join(tag.start, tag.end)
            else:
                mask.blank(tag.start, tag.end)
            closing = self.tags[number + 1] if number + 1 < len(self.tags) else None
            if tag.name in RAW_TEXT_ELEMENTS and not tag.closing and closing and closing.name == tag.name:
                mask.blank(tag.end, closing.start)


def _bare(word: str) -> str:
    return html.unescape(_joined(word))


def _joined(text: str) -> str:
    for sign in JOINERS:
        text = text.replace(sign, "")
    return text


def _words(lines: Counter[str]) -> Counter[str]:
    return Counter(_RENDERED_WORD.findall("\n".join(lines.elements())))


def rendered_words(markup: str) -> list[str]:
    """The words of rendered HTML, including alternative texts and titles."""
    return _RENDERED_WORD.findall(_joined(_rendered_text(markup)))


def _rendered_text(markup: str) -> str:
    text = _RENDERED_TAG.sub(_instead_of_tag, _RENDERED_FOOTNOTE.sub("", markup))
    if ' title="' in markup:  # titles go to the end, since a link may be part of a word
        text = "\n".join((text, *_RENDERED_TITLE.findall(markup)))
    return html.unescape(text).replace("&", AMPERSAND)


def _instead_of_tag(match: re.Match[str]) -> str:
    name = (match["name"] or "").casefold().lstrip("/")
    if name == "img" and (words := _RENDERED_WORDS.findall(match["rest"])):
        return f" {' '.join(words)} "
    return "" if name in INLINE or not name else "\n"


class _Mask:
    """The characters of a text, of which some are replaced; line ends are kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.characters = list(text)

    def blank(self, start: int, end: int) -> None:
        self._put(" ", start, end)

    def join(self, start: int, end: int) -> None:
        self._put(JOINER, start, end)

    def cover(self, pattern: LazyPattern, text: str) -> None:
        for match in pattern.finditer(text):
            self.join(*match.span())

    def _put(self, sign: str, start: int, end: int) -> None:
        lines = self._text[start:end].split("\n")
        self.characters[start:end] = "\n".join(sign * len(line) for line in lines)


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in place of some ranges; line ends are kept."""
    stretches = [*stretches]
    if not stretches:
        return text
    mask = _Mask(text)
    for start, end in stretches:
        mask.blank(start, end)
    return "".join(mask.characters)


def _footnotes(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of footnotes: from the label to the next footnote, or to an unindented line after an empty one."""
    for match in FOOTNOTE_DEFINITION.finditer(text):
        end = re.compile(r"\n(?=\[\^)|\n\s*\n(?![ ]{4}|\t)").search(text, match.end())
        yield match.start(), end.start() if end else len(text)


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
