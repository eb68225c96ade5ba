"""What an editor typed at a link's place: the source beside the model, for what only the source can tell."""

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

OPEN = 64  # texts that stay at hand, twice as many as are judged together
_FRONT_MATTER = LazyPattern(r"\A---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
_FENCE = LazyPattern(r"^(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE)
# From the start of a line only, and without trying blanks twice: front matter is one long line of them by then.
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
    """The file of a page, with a blank for each character of front matter, code and comments.

    The safer wording of a claim is Markdown, and stands among the front matter of its file.
    """
    return _running_text(page.source_lines, has_front_matter=isinstance(page, Page))


@lru_cache(maxsize=OPEN)  # several rules ask, each over some pages at a time
def _running_text(lines: tuple[str, ...], *, has_front_matter: bool) -> str:
    text = "\n".join(lines)
    for stretches in (*([_front_matter] if has_front_matter else []), _fences, _comments, _code_spans):
        text = _blanked(text, stretches(text))
    return text


def place_of(page: MarkdownText, text: str, start: int, end: int) -> Place:
    """The place of a stretch of a page's file, given by offsets."""
    line, column = _position(text, start)
    end_line, end_column = _position(text, end)
    return Place(page.path, line, column, end_line, end_column)


def raw_tag(page: MarkdownText, link: Link) -> RawTag | None:
    """The tag that carries a link, when it was typed as HTML."""
    stretch = _stretch(page, link.place)
    if not _RAW.match(stretch):
        return None
    reader = _LinkReader()
    reader.feed(stretch)
    return reader.tag


def typed(page: MarkdownText, link: Link) -> str:
    """A link as it was typed."""
    return _stretch(page, link.place)


def words_in_raw_link(page: MarkdownText, link: Link) -> str:
    """What stands between `<a …>` and `</a>`, the words of pictures included."""
    inner = re.split(r"</a\s*>", _after(page, link.place), maxsplit=1, flags=re.IGNORECASE)[0]
    reader = _LinkReader()
    reader.feed(re.sub(r"!\[([^\[\]]*)\]\([^()]*\)", r"\1", inner))
    reader.close()
    return "".join(reader.words)


def attribute_list(page: MarkdownText, link: Link) -> str | None:
    """What stands in the braces right behind a link or picture; None when there are none."""
    match = _ATTRIBUTE_LIST.match(_after(page, link.place))
    return match["list"] if match else None


class _LinkReader(TolerantParser):
    """Reads a piece of HTML: its first tag, and the words in it."""

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


# What is no running text. Each walks the text once, however many openings are never closed.


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
    """From each opening mark to the next that closes it. `closing` holds the numbers of the marks that can."""
    free = 0
    for number, (mark, start, _) in enumerate(marks):
        candidates = closing.get(mark, ())
        at = bisect_right(candidates, number)
        if number >= free and at < len(candidates):
            free = candidates[at] + 1
            yield start, marks[candidates[at]][2]


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    parts, before = [], 0
    for start, end in stretches:
        parts += [text[before:start], re.sub(r"[^\n]", " ", text[start:end])]
        before = end
    return "".join([*parts, text[before:]])


def _stretch(page: MarkdownText, place: Place) -> str:
    lines = page.source_lines[place.line - 1 : max(place.end_line, place.line)]
    if not lines:
        return ""
    before_last = sum(len(one) + 1 for one in lines[:-1])
    end = before_last + place.end_column - 1 if place.end_line else None
    return "\n".join(lines)[place.column - 1 : end]


def _after(page: MarkdownText, place: Place) -> str:
    """What stands behind a link, up to the end of its paragraph."""
    if not place.end_line:
        return ""
    below = takewhile(str.strip, page.source_lines[place.end_line :])
    return "\n".join([page.source_lines[place.end_line - 1][place.end_column - 1 :], *below])


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
