"""The words that an editor typed for readers, and the words that readers get, so that both can be compared.

What is markup in the source gives way to a joint or a blank of the same length, so that offsets stay.
What remains is meant to be seen. Too little is taken away rather than too much: a word that
Markdown drops in a way that nobody thought of is found for that very reason.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.read.html_tags import INLINE, RAW_TEXT_ELEMENTS, Tag, code_spans, tags
from crpsguide.read.library import ATTRIBUTES

JOINT = "\x00"  # where markup stood inside a word; content cannot hold it
JOINTS = JOINT + "*_`\\~"  # and signs of emphasis, code and escapes, which stand inside words as well
AMPERSAND = "\x01"  # one that begins no entity, for it stands in code

LONGEST_WORDS = 500  # characters of a link; those of a longer one are no part of a word

COMMENT = LazyPattern(r"<!--.*?-->", re.DOTALL)
FOOTNOTE_DEFINITION = LazyPattern(r"^[ ]{0,3}\[\^(?P<label>[^\[\]\n]+)\]:", re.MULTILINE)
DEFINITION = LazyPattern(
    r"^[ ]{0,3}\[(?P<label>[^\[\]^@][^\[\]]*)\]:[ ]*\n?[ ]*(?P<target>\S+)(?P<title>[^\n]*)$", re.MULTILINE
)
BRACES = LazyPattern(r"\{:?(?P<list>[^{}\n]*)\}")
# `#id`, `.class`, and the attributes that the allow list keeps; anything else in braces is a word that was meant.
_KEPT_ATTRIBUTES = "|".join(sorted({name for names in ATTRIBUTES.values() for name in names}))
ATTRIBUTE_LIST = LazyPattern(
    rf"""\{{:?[ ]*(?:(?:[#.][\w:.-]+|(?:{_KEPT_ATTRIBUTES})=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{{}}]+))[ ]*)+\}}"""
)
_CITATION = LazyPattern(r"\[@[^\[\]]*\]")
_FOOTNOTE = LazyPattern(r"\[\^(?P<label>[^\[\]\n]+)\](?!:)")
# Where a link leads. Several words without brackets around them, which are no address, are a text that nobody gets.
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
_SYMBOL = r"[%$]|[^\x00-\x7f\w\s]"  # signs that are never markup, such as “→” and “≥”
_WORD = LazyPattern(rf"{_LETTERS}(?:[{re.escape(JOINTS)}]*{_LETTERS})*|{_SYMBOL}")
_SEEN_WORD = LazyPattern(rf"[^\W_]+|{_SYMBOL}")

_SEEN_FOOTNOTE = LazyPattern(r'<sup id="fnref[^"]*">.*?</sup>|<a class="footnote-backref"[^>]*>[^<]*</a>', re.DOTALL)
_SEEN_TAG = LazyPattern(
    r"""<(?P<name>/?[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^<>"'])*)>|<!--.*?-->""", re.DOTALL
)
_SEEN_TITLE = LazyPattern(r"""<a(?=\s)(?:[^<>"]|"[^"]*")*?\stitle="([^"]*)\"""")
_SEEN_WORDS = LazyPattern(r"""\s(?:alt|title)="([^"]*)\"""")


@frozen
class Word:
    """A word without its markup. `start` and `end` are offsets in the source."""

    text: str
    start: int
    end: int


class TypedText:
    """A body with its markup taken away, in steps that stay at hand for those who ask why a word is lost.

    `fenced` are the stretches of fenced code, `not_text` others that are known to be no text (the
    lines that open blocks, with the stretch of their titles left out).
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
        """The words in the order in which readers get them: footnotes come last."""
        found = [Word(_bare(match[0]), match.start(), match.end()) for match in _WORD.finditer(self._text)]
        notes = [*_footnotes(self.running)]
        if not notes:
            return found
        return sorted(found, key=lambda word: any(start <= word.start < end for start, end in notes))

    def missing(self, markup: str) -> Counter[str]:
        """How often each word was typed and is not among those that a reader gets from finished HTML."""
        if "&" in self._text:
            return Counter(map(_bare, _WORD.findall(self._text))) - Counter(seen_words(markup))
        typed, seen = (Counter(_joined(text).split("\n")) for text in (self._text, _seen_text(markup)))
        return _words(typed - seen) - _words(seen - typed)  # most lines are typed as they are seen

    def _read(self, fenced: Sequence[tuple[int, int]], not_text: Sequence[tuple[int, int]]) -> str:
        sheet = _Sheet(self.body)
        text = self.running
        for start, end in self._code:
            sheet.characters[start:end] = self.body[start:end].replace("&", AMPERSAND)
        for start, end in fenced:
            first_line = self.body.find("\n", start, end)
            sheet.blank(start, first_line if first_line >= 0 else end)
        for start, end in not_text:
            sheet.blank(start, end)
        sheet.cover(COMMENT, self._without_code)
        self._cover_tags(sheet)
        for match in _ENTITY.finditer(text):
            if not html.unescape(match[0]).isalnum():
                sheet.blank(*match.span())
        sheet.cover(_CITATION, text)
        sheet.cover(ATTRIBUTE_LIST, text)
        for match in _LINK_TARGET.finditer(text):
            sheet.join(*match.span("target"))
            self._join_words_of_link(sheet, match)
        sheet.cover(_LIST_NUMBER, text)
        if "[^" in text:
            self._cover_footnotes(sheet)
        if "]:" in text:
            self._cover_definitions(sheet)
        return "".join(sheet.characters)

    def _join_words_of_link(self, sheet: "_Sheet", target: re.Match[str]) -> None:
        """Take a link's brackets away, for it may be a part of a word. The words of a picture stand apart."""
        closing, end = target.start(), target.end("title") + 1
        opening = self.running.rfind("[", max(0, closing - LONGEST_WORDS), closing)
        words = self.running[opening + 1 : closing]
        if opening < 0 or "]" in words or "\n\n" in words or self.running[max(0, opening - 1) : opening] in ("!", "\\"):
            return
        sheet.join(opening, opening + 1)
        sheet.join(closing, target.start("target"))
        sheet.join(target.end(), end)

    def _cover_footnotes(self, sheet: "_Sheet") -> None:
        """Labels of footnotes: words that nobody calls, or that call nothing, are no label."""
        definitions = [*FOOTNOTE_DEFINITION.finditer(self.running)]
        uses = [*_FOOTNOTE.finditer(self.running)]
        paired = {one["label"] for one in definitions} & {one["label"] for one in uses}
        for match in (*definitions, *uses):
            if match["label"] in paired or not re.search(r"\s", match["label"]):
                sheet.join(*match.span())
        last = {one["label"]: one for one in definitions}
        for match, stretch in zip(definitions, _footnotes(self.running), strict=True):
            if last[match["label"]] is not match:
                sheet.blank(*stretch)  # that there are two of them is told

    def _cover_definitions(self, sheet: "_Sheet") -> None:
        """Labels of links, and where these lead."""
        definitions = [*DEFINITION.finditer(self.running)]
        defined = {_label(match["label"]) for match in definitions}
        for match in _LABEL.finditer(self.running):
            if _label(match["label"]) in defined:
                sheet.join(*match.span())
        for match in definitions:
            if self.is_link_definition(match):
                sheet.blank(match.start(), match.end("target"))

    def is_link_definition(self, match: re.Match[str]) -> bool:
        """Whether a line `[label]: target` tells where a link leads, rather than something to readers."""
        label = re.escape(match["label"]).replace(r"\ ", r"\s+")
        used = re.search(rf"\[{label}\](?!:)", self.running, re.IGNORECASE)
        return bool(used or _ADDRESS.match(match["target"]))

    def _cover_tags(self, sheet: "_Sheet") -> None:
        for number, tag in enumerate(self.tags):
            if tag.name in INLINE:
                sheet.join(tag.start, tag.end)
            else:
                sheet.blank(tag.start, tag.end)
            closing = self.tags[number + 1] if number + 1 < len(self.tags) else None
            if tag.name in RAW_TEXT_ELEMENTS and not tag.closing and closing and closing.name == tag.name:
                sheet.blank(tag.end, closing.start)


def _bare(word: str) -> str:
    return html.unescape(_joined(word))


def _joined(text: str) -> str:
    for sign in JOINTS:
        text = text.replace(sign, "")
    return text


def _words(lines: Counter[str]) -> Counter[str]:
    return Counter(_SEEN_WORD.findall("\n".join(lines.elements())))


def seen_words(markup: str) -> list[str]:
    """The words that a reader gets from finished HTML, the descriptions of pictures and links included."""
    return _SEEN_WORD.findall(_joined(_seen_text(markup)))


def _seen_text(markup: str) -> str:
    text = _SEEN_TAG.sub(_instead_of_tag, _SEEN_FOOTNOTE.sub("", markup))
    if ' title="' in markup:  # of a link, which may be a part of a word
        text = "\n".join((text, *_SEEN_TITLE.findall(markup)))
    return html.unescape(text).replace("&", AMPERSAND)


def _instead_of_tag(match: re.Match[str]) -> str:
    name = (match["name"] or "").casefold().lstrip("/")
    if name == "img" and (words := _SEEN_WORDS.findall(match["rest"])):
        return f" {' '.join(words)} "
    return "" if name in INLINE or not name else "\n"


class _Sheet:
    """The characters of a text, of which some are covered; line ends stay."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.characters = list(text)

    def blank(self, start: int, end: int) -> None:
        self._put(" ", start, end)

    def join(self, start: int, end: int) -> None:
        self._put(JOINT, start, end)

    def cover(self, pattern: LazyPattern, text: str) -> None:
        for match in pattern.finditer(text):
            self.join(*match.span())

    def _put(self, sign: str, start: int, end: int) -> None:
        lines = self._text[start:end].split("\n")
        self.characters[start:end] = "\n".join(sign * len(line) for line in lines)


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with a blank for each character of some stretches; line ends stay."""
    stretches = [*stretches]
    if not stretches:
        return text
    sheet = _Sheet(text)
    for start, end in stretches:
        sheet.blank(start, end)
    return "".join(sheet.characters)


def _footnotes(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of footnotes: from the label to the next line that is not indented, behind a blank one."""
    for match in FOOTNOTE_DEFINITION.finditer(text):
        end = re.compile(r"\n(?=\[\^)|\n\s*\n(?![ ]{4}|\t)").search(text, match.end())
        yield match.start(), end.start() if end else len(text)


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
