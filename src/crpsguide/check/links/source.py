"""Reads the Markdown and HTML source of links, for what the model does not hold."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from crpsguide.frozen import frozen
from crpsguide.html_parser import TolerantParser
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Link, MarkdownText, Page, Place

CACHE_SIZE = 64  # texts
_FRONT_MATTER = LazyPattern(r"\A---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
_FENCE = LazyPattern(r"^(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE)
# Possessive, as blanked front matter is a long run of spaces that would be tried again and again.
_PARAGRAPH = LazyPattern(r"(?:^[^\S\n]*+\S[^\n]*\n?)+", re.MULTILINE)
_TICKS = LazyPattern(r"(?<![\\`])`+")
_RAW = LazyPattern(r"<(?!https?:|mailto:)[A-Za-z][A-Za-z0-9]*[\s/>]")
_ATTRIBUTE_LIST = LazyPattern(r"\s?\{:?(?P<list>[^{}\n]*)\}")


@frozen
class RawTag:
    """A tag of raw HTML: its name in lower case, and its attributes."""

    name: str
    attributes: Mapping[str, str]


def running_text(page: MarkdownText) -> str:
    """The source of a page, with a space for each character of front matter, code and comments.

    That of a claim keeps its front matter, because the safer wording in it is Markdown.
    """
    return _running_text(page.source_lines, has_front_matter=isinstance(page, Page))


@lru_cache(maxsize=CACHE_SIZE)  # several rules ask, each over some pages at a time
def _running_text(lines: tuple[str, ...], *, has_front_matter: bool) -> str:
    text = "\n".join(lines)
    for find_spans in (*([_front_matter] if has_front_matter else []), _fences, _comments, _code_spans):
        text = _blanked(text, find_spans(text))
    return text


def place_of(page: MarkdownText, text: str, start: int, end: int) -> Place:
    """The place of a span of a page's source, given by offsets."""
    line, column = _position(text, start)
    end_line, end_column = _position(text, end)
    return Place(page.path, line, column, end_line, end_column)


def raw_tag(page: MarkdownText, link: Link) -> RawTag | None:
    """The HTML tag of a link; None for a link in Markdown."""
    source = link_source(page, link)
    if not _RAW.match(source):
        return None
    parser = _LinkParser()
    parser.feed(source)
    return parser.tag


def link_source(page: MarkdownText, link: Link) -> str:
    """The source of a link."""
    place = link.place
    lines = page.source_lines[place.line - 1 : max(place.end_line, place.line)]
    if not lines:
        return ""
    last_line_start = sum(len(one) + 1 for one in lines[:-1])
    end = last_line_start + place.end_column - 1 if place.end_line else None
    return "\n".join(lines)[place.column - 1 : end]


def words_in_raw_link(page: MarkdownText, link: Link) -> str:
    """The text between `<a …>` and `</a>`, with the alternative texts of images."""
    inner = re.split(r"</a\s*>", _after(page, link.place), maxsplit=1, flags=re.IGNORECASE)[0]
    parser = _LinkParser()
    parser.feed(re.sub(r"!\[([^\[\]]*)\]\([^()]*\)", r"\1", inner))
    parser.close()
    return "".join(parser.words)


def attribute_list(page: MarkdownText, link: Link) -> str | None:
    """The attribute list `{…}` right behind a link or picture, without its braces; None when there is none."""
    match = _ATTRIBUTE_LIST.match(_after(page, link.place))
    return match["list"] if match else None


class _LinkParser(TolerantParser):
    """Parses a piece of HTML: its first tag and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tag: RawTag | None = None
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tag = self.tag or RawTag(tag, attributes)
        self.words += [attributes.get("alt", ""), attributes.get("aria-label", "")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


# Spans that are not running text. Each function takes linear time, however many openings are never closed.


def _front_matter(text: str) -> Iterator[tuple[int, int]]:
    if match := _FRONT_MATTER.match(text):
        yield match.span()


def _fences(text: str) -> Iterator[tuple[int, int]]:
    lines = list(_FENCE.finditer(text))
    closing: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if not line["rest"].strip(" "):
            closing[line["fence"]].append(number)
    yield from _pairs([(line["fence"], line.start(), line.end()) for line in lines], closing)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end)


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in _PARAGRAPH.finditer(text) if "`" in text else ():
        runs = list(_TICKS.finditer(text, *paragraph.span()))
        same: dict[str, list[int]] = defaultdict(list)
        for number, run in enumerate(runs):
            same[run[0]].append(number)
        yield from _pairs([(run[0], *run.span()) for run in runs], same)


def _pairs(marks: Sequence[tuple[str, int, int]], closing: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The span from each opening mark to the next mark that closes it.

    `marks` are the text, start and end of each mark; `closing` are the indexes of possible closing marks, by text.
    """
    next_free = 0
    for index, (mark, start, _) in enumerate(marks):
        candidates = closing.get(mark, ())
        position = bisect_right(candidates, index)
        if index >= next_free and position < len(candidates):
            next_free = candidates[position] + 1
            yield start, marks[candidates[position]][2]


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a space for each character of the spans, except line feeds."""
    parts, copied = [], 0
    for start, end in spans:
        parts += [text[copied:start], re.sub(r"[^\n]", " ", text[start:end])]
        copied = end
    return "".join([*parts, text[copied:]])


def _after(page: MarkdownText, place: Place) -> str:
    """The source behind a link, up to the end of its paragraph."""
    if not place.end_line:
        return ""
    below = takewhile(str.strip, page.source_lines[place.end_line :])
    return "\n".join([page.source_lines[place.end_line - 1][place.end_column - 1 :], *below])


def _position(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
