"""Position markers, which track source positions through Python-Markdown.

The library does not record positions. Before parsing, private-use characters (“markers”) are inserted where text,
table cells and inline constructs begin. Markdown treats them as letters and carries them through lists, quotes, tables
and references; after parsing, each marker gives the source position of the text after it. Apart from the markers, the
result is the same as without them (a property test checks this). Content must not contain these characters.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import COMPONENTS, Place

FIRST = 0xF0000  # the private use area of plane 15
LAST = 0xFFFFD

TAB = 4  # columns; Markdown's tab width

MARKER = LazyPattern(f"[{chr(FIRST)}-{chr(LAST)}]")

BLOCK_NAMES = frozenset(one.kind for one in COMPONENTS)
BLOCK_OPENER = LazyPattern(r"^(?P<indent> {0,3})(?P<fence>/{3,}) *(?P<name>[\w-]+) *(?:\| *(?P<argument>.*?) *)?$")
BLOCK_CLOSER = LazyPattern(r"^ {0,3}(?P<fence>/{3,}) *$")
OPTION_LINE = LazyPattern(r"^ {4,}\S")

# Indents, bullets, quote signs and definition colons before the text of a line.
_LINE_PREFIX = LazyPattern(r"(?:[ \t]*(?:(?:[-*+]|\d+\.)[ \t]+|>|:[ \t]+))*[ \t]*")
_HEADING = LazyPattern(r"#{1,6}[ \t]*")
_FOOTNOTE = LazyPattern(r"\[\^[^\]]+\]:[ \t]*")
_DEFINITION = LazyPattern(r"\[[^\[\]]*\]:")
_NO_MARKER_LINE = LazyPattern(r"[-_*=+\s:|]*$|`{3}|~{3}|/{3}")
_NO_MARKER_START = LazyPattern(r"[{|]|<(?!https?:|mailto:|[\w.+-]+@)|[-*+] ")
_CELL = LazyPattern(r"(?<!\\)\|(?:[ \t]+\**)?(?=[^\s|{*_])")
_EMPHASIS = LazyPattern(r"[*_]*")
_INLINE = LazyPattern(r"\[(?:(?<!\]\[)|(?=@))|<(?<!\]\(<)(?=(?:a|img|source|area)\s|https?:|mailto:|[\w.+-]+@)")
_WAIVER = LazyPattern(r"<!--\s*allow\b.*?-->", re.IGNORECASE)
_SENTENCE_END = LazyPattern(r"[.!?](?<!\d[.!?])[\"'”’)\]*_]*[ \t]+(?=[^\W_]|[“‘\"'(])")


@frozen
class BlockOpener:
    """A line `/// name | argument`, with the indented lines of options after it."""

    name: str
    options: str
    closed: bool


@frozen
class MarkedBody:
    """A body with markers; `offsets` are the positions in the body for the markers in order.

    `openers` are the block openers by offset; `fenced` the ranges of fenced code; `strays` the offsets of closing lines
    without an opener.
    """

    text: str
    offsets: tuple[int, ...]
    openers: Mapping[int, BlockOpener]
    fenced: Sequence[tuple[int, int]]
    strays: Sequence[int]

    def offset(self, marker: str) -> int:
        """The offset in the body for a marker."""
        return self.offsets[ord(marker) - FIRST]

    def is_code(self, offset: int) -> bool:
        """Whether an offset in the body is in fenced code."""
        return _is_within(offset, self.fenced)


class Lines:
    """Converts offsets in a body to places in its file.

    `cut` is the number of characters removed from the start of a line, by line number in the file.
    """

    def __init__(
        self, body: str, path: PurePosixPath, first_line: int, cut: Mapping[int, int] = MappingProxyType({})
    ) -> None:
        self.body = body
        self.path = path
        self.first_line = first_line
        self.cut = cut
        self.starts = [0, *(match.end() for match in re.finditer("\n", body))]

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of a range of offsets in the body."""
        line, column = self._position(start)
        if end is None or end <= start:
            return Place(self.path, line, column)
        return Place(self.path, line, column, *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        if offset > len(self.body):  # raw HTML has expanded tabs, and may be longer than its source
            offset = len(self.body)
        index = bisect_right(self.starts, offset) - 1
        line, column = index + self.first_line, offset - self.starts[index] + 1
        return line, column + self.cut.get(line, 0) if self.cut else column


def strip_markers(text: str) -> str:
    """The text without markers."""
    return MARKER.sub("", text)


def insert_markers(body: str, waivers: Sequence[tuple[int, int]] = ()) -> MarkedBody:
    """Insert markers into the Markdown of a page, and remove the options of component blocks and the `waivers`.

    `waivers` are ranges of comments; lines with nothing else are removed.
    """
    offsets: list[int] = []
    openers: dict[int, BlockOpener] = {}
    out: list[str] = []
    fenced = fenced_code(body)
    closed, strays = _closed_openers(body, fenced)
    after_definition = False
    lines = body.split("\n")
    start = number = 0
    while number < len(lines):
        line = lines[number]
        if fenced and _is_within(start, fenced):
            out.append(line)
        elif waivers and _is_only_waivers(line, start, waivers):
            pass
        elif "///" in line and (opener := BLOCK_OPENER.match(line)) and opener["name"].casefold() in BLOCK_NAMES:
            marker = _new_marker(offsets, start)
            argument = opener["argument"] or ""
            out.append(f"{opener['indent']}{opener['fence']} {opener['name']} | {marker}{argument}")
            options: list[str] = []
            opener_start = start
            while number + 1 < len(lines) and OPTION_LINE.match(lines[number + 1]):
                start += len(lines[number]) + 1
                number += 1
                options.append(lines[number])
            openers[opener_start] = BlockOpener(opener["name"], "\n".join(options), opener_start in closed)
        else:
            marked = _marked_line(line, start, offsets, after_definition, _continues_link(lines, number))
            has_waiver = waivers and any(start <= first and last <= start + len(line) for first, last in waivers)
            out.append(_WAIVER.sub("", marked) if has_waiver else marked)
        after_definition = "]:" in line and bool(
            _DEFINITION.match(line.lstrip()) and not _FOOTNOTE.match(line.lstrip())
        )
        start += len(lines[number]) + 1
        number += 1
    return MarkedBody("\n".join(out), tuple(offsets), openers, fenced, strays)


def _marked_line(line: str, start: int, offsets: list[int], after_definition: bool, in_link: bool) -> str:
    """A line with markers; `start` is its offset in the body.

    `after_definition` means that the line before is a link definition, whose title may follow; `in_link` that the line
    begins within the address or label of a link.
    """
    if line[:1].isalpha():  # a fast path for most lines
        text_start, columns = 0, set() if in_link else {0}
    elif found := _text_start(line, after_definition, in_link):
        text_start, columns = found
    else:
        return line
    for match in _INLINE.finditer(line, text_start) if "[" in line or "<" in line else ():
        opening = match.start()
        if opening > text_start and line[opening - 1 : opening + 1] == "![" and not is_escaped(line, opening - 1):
            opening -= 1
        if _DEFINITION.match(line, opening) and line[:opening].rstrip().endswith(">"):  # on the line of raw HTML
            continue
        if not is_escaped(line, opening) and (line[opening] != "<" or opening > text_start):
            columns.add(opening)
    columns.update(match.end() for match in _SENTENCE_END.finditer(line, text_start))
    if "|" in line:
        columns.update(match.end() for match in _CELL.finditer(line, text_start))
    columns.discard(len(line))
    return _with_markers(line, sorted(columns), start, offsets)


def _text_start(line: str, after_definition: bool, in_link: bool) -> tuple[int, set[int]] | None:
    """The column of a line's text, and the set with the column of the marker there, if any.

    None if the line must not contain markers: a rule, a fence, a link definition or its title.
    """
    start = _LINE_PREFIX.match(line).end()  # type: ignore[union-attr] # it matches the empty string
    if footnote := _FOOTNOTE.match(line, start):
        start = _LINE_PREFIX.match(line, footnote.end()).end()  # type: ignore[union-attr] # see above
    if _NO_MARKER_LINE.match(line, start) or _DEFINITION.match(line, start):
        return None
    if after_definition and line[start] in "\"'(<":
        return None
    heading = _HEADING.match(line, start)
    if heading:
        start = heading.end()
    columns: set[int] = set()
    if heading or not (_NO_MARKER_START.match(line, start) or in_link):
        # A marker before a run of * or _ would change whether it opens or closes emphasis.
        column = _EMPHASIS.match(line, start).end()  # type: ignore[union-attr] # see above
        if column == start or not line[column : column + 1].isspace():
            columns.add(column)
    return start, columns


def _continues_link(lines: list[str], number: int) -> bool:
    """Whether the line before ends within the address or label of a link."""
    before = lines[number - 1] if number else ""
    if "[" not in before and "]" not in before:
        return False
    opened = before.rfind("](")
    return (opened >= 0 and ")" not in before[opened:]) or before.rfind("[") > before.rfind("]")


def _with_markers(line: str, columns: list[int], start: int, offsets: list[int]) -> str:
    """The line with markers at some columns, and with expanded tabs: the library would count markers as columns."""
    parts = []
    done = 0  # characters of the line with expanded tabs
    for column in columns:
        before = line[:column].expandtabs(TAB)
        parts.append(before[done:])
        parts.append(_new_marker(offsets, start + column))
        done = len(before)
    parts.append(line.expandtabs(TAB)[done:])
    return "".join(parts)


def _is_only_waivers(line: str, start: int, waivers: Sequence[tuple[int, int]]) -> bool:
    """Whether a line contains nothing but waivers, or parts of them."""
    rest = list(line)
    for first, last in waivers:
        columns = slice(max(first - start, 0), max(last - start, 0))
        rest[columns] = " " * len(rest[columns])
    return bool(line.strip()) and not "".join(rest).strip()


def _new_marker(offsets: list[int], offset: int) -> str:
    """The next marker; empty if all 65,000 are used, which takes a longer page than is accepted."""
    if len(offsets) > LAST - FIRST:
        return ""
    offsets.append(offset)
    return chr(FIRST + len(offsets) - 1)


def is_escaped(text: str, at: int) -> bool:
    """Whether an odd number of backslashes precedes a character."""
    before = at
    while before > 0 and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def fenced_code(body: str) -> list[tuple[int, int]]:
    """The ranges of fenced code, found with the library's own pattern."""
    if "```" not in body and "~~~" not in body:
        return []
    return [match.span() for match in FencedBlockPreprocessor.FENCED_BLOCK_RE.finditer(body)]


def _is_within(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)


def _closed_openers(body: str, fenced: list[tuple[int, int]]) -> tuple[set[int], list[int]]:
    """The offsets of the openers that are closed, and of the closing lines without an opener."""
    if "///" not in body:
        return set(), []
    closed = set()
    strays = []
    stack: list[tuple[int, int]] = []  # offset and fence length of the open openers
    start = 0
    for line in body.split("\n"):
        if not _is_within(start, fenced):
            if opener := BLOCK_OPENER.match(line):
                stack.append((start, len(opener["fence"])))
            elif closer := BLOCK_CLOSER.match(line):
                matching = [one for one in stack if one[1] == len(closer["fence"])]
                if matching:
                    closed.add(matching[-1][0])
                    del stack[stack.index(matching[-1]) :]
                else:
                    strays.append(start)
        start += len(line) + 1
    return closed, strays
