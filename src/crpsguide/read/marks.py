"""Source positions through Python-Markdown, which keeps none.

Before parsing, single private-use characters (“marks”) are put where text, cells and inline
constructs begin. Markdown takes them for ordinary letters and carries them through lists, quotes,
tables and references at any depth; after parsing, a mark in front of something tells exactly where
that stood in the source. Stripped of its marks, the result is the same as without them: a property
test holds this law. The characters are refused in content, so no page can forge one.
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

FIRST = 0xF0000  # plane 15 is for private use: the marks
LAST = 0xFFFFD

TAB = 4  # columns; Markdown’s own width of a tab

MARK = LazyPattern(f"[{chr(FIRST)}-{chr(LAST)}]")

BLOCK_NAMES = frozenset(one.kind for one in COMPONENTS)
BLOCK_OPENER = LazyPattern(r"^(?P<indent> {0,3})(?P<fence>/{3,}) *(?P<name>[\w-]+) *(?:\| *(?P<argument>.*?) *)?$")
BLOCK_CLOSER = LazyPattern(r"^ {0,3}(?P<fence>/{3,}) *$")
OPTION_LINE = LazyPattern(r"^ {4,}\S")

# What stands before the text of a line: indents, bullets, quote marks, definition colons.
_PREFIX = LazyPattern(r"(?:[ \t]*(?:(?:[-*+]|\d+\.)[ \t]+|>|:[ \t]+))*[ \t]*")
_HEADING = LazyPattern(r"#{1,6}[ \t]*")
_FOOTNOTE = LazyPattern(r"\[\^[^\]]+\]:[ \t]*")
_REFERENCE = LazyPattern(r"\[[^\[\]]*\]:")
_UNMARKED_LINE = LazyPattern(r"[-_*=+\s:|]*$|`{3}|~{3}|/{3}")
_UNMARKED_START = LazyPattern(r"[{|]|<(?!https?:|mailto:|[\w.+-]+@)|[-*+] ")
_CELL = LazyPattern(r"(?<!\\)\|(?:[ \t]+\**)?(?=[^\s|{*_])")
_EMPHASIS = LazyPattern(r"[*_]*")
_INLINE = LazyPattern(r"\[(?:(?<!\]\[)|(?=@))|<(?<!\]\(<)(?=(?:a|img|source|area)\s|https?:|mailto:|[\w.+-]+@)")
_COMMENT = LazyPattern(r"<!--\s*allow\b.*?-->", re.IGNORECASE)
_AFTER_SENTENCE = LazyPattern(r"[.!?](?<!\d[.!?])[\"'”’)\]*_]*[ \t]+(?=[^\W_]|[“‘\"'(])")


@frozen
class BlockOpener:
    """A `/// name | argument` line, with the lines of options under it. Line numbers count from 0 in the body."""

    name: str
    line: int
    column: int
    options: str
    closed: bool


@frozen
class Marked:
    """A body with marks. `offsets` gives the place in the body that each mark stands for.

    `openers` are the known blocks that it opens, by their offsets; `fenced` the stretches of fenced code; `strays` the
    lines that would close a block, and close none.
    """

    text: str
    offsets: tuple[int, ...]
    openers: Mapping[int, BlockOpener]
    fenced: Sequence[tuple[int, int]]
    strays: Sequence[int]

    def offset(self, mark: str) -> int:
        """Where in the body a mark's text begins."""
        return self.offsets[ord(mark) - FIRST]

    def is_code(self, offset: int) -> bool:
        """Whether this place in the body is in fenced code."""
        return _inside(offset, self.fenced)


class Lines:
    """Turns offsets in a body into places in its file.

    `cut` tells how many characters were cut off the start of a line, by its number in the file.
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
        """The place of a stretch of the body, given by offsets."""
        line, column = self._position(start)
        if end is None or end <= start:
            return Place(self.path, line, column)
        return Place(self.path, line, column, *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        if offset > len(self.body):  # raw HTML comes back with its tabs as spaces, and may seem longer than it is
            offset = len(self.body)
        at = bisect_right(self.starts, offset) - 1
        line, column = at + self.first_line, offset - self.starts[at] + 1
        return line, column + self.cut.get(line, 0) if self.cut else column


def strip_marks(text: str) -> str:
    """The text without its marks."""
    return MARK.sub("", text)


def add_marks(body: str, hidden: Sequence[tuple[int, int]] = ()) -> Marked:
    """Put marks into a body of Markdown, and lift the option lines of component blocks out of it.

    What stands in the `hidden` stretches is lifted out too, with its lines where it fills them.

    A mark that stands in a block opener's argument has the opener in `openers`, by the opener's
    offset in the body.
    """
    offsets: list[int] = []
    openers: dict[int, BlockOpener] = {}
    out: list[str] = []
    fenced = fenced_code(body)
    closed, strays = _closed_openers(body, fenced)
    after_reference = False
    lines = body.split("\n")
    start = number = 0
    while number < len(lines):
        line = lines[number]
        if fenced and _inside(start, fenced):
            out.append(line)
        elif hidden and _is_hidden(line, start, hidden):
            pass
        elif "///" in line and (opener := BLOCK_OPENER.match(line)) and opener["name"].casefold() in BLOCK_NAMES:
            mark = _new_mark(offsets, start)
            argument = opener["argument"] or ""
            out.append(f"{opener['indent']}{opener['fence']} {opener['name']} | {mark}{argument}")
            options: list[str] = []
            first = start
            while number + 1 < len(lines) and OPTION_LINE.match(lines[number + 1]):
                start += len(lines[number]) + 1
                number += 1
                options.append(lines[number])
            openers[first] = BlockOpener(
                opener["name"], number - len(options), len(opener["indent"]), "\n".join(options), first in closed
            )
        else:
            marked = _marked_line(line, start, offsets, after_reference, _opens_link(lines, number))
            within = hidden and any(start <= first and last <= start + len(line) for first, last in hidden)
            out.append(_COMMENT.sub("", marked) if within else marked)
        after_reference = "]:" in line and bool(_REFERENCE.match(line.lstrip()) and not _FOOTNOTE.match(line.lstrip()))
        start += len(lines[number]) + 1
        number += 1
    return Marked("\n".join(out), tuple(offsets), openers, fenced, strays)


def _marked_line(line: str, start: int, offsets: list[int], after_reference: bool, after_open_link: bool) -> str:
    if line[:1].isalpha():  # of most lines nothing stands before the text
        at, columns = 0, set() if after_open_link else {0}
    elif begun := _beginning(line, after_reference, after_open_link):
        at, columns = begun
    else:
        return line
    for match in _INLINE.finditer(line, at) if "[" in line or "<" in line else ():
        opening = match.start()
        if opening > at and line[opening - 1 : opening + 1] == "![" and not is_escaped(line, opening - 1):
            opening -= 1
        # A definition may stand right behind raw HTML, on its line.
        if _REFERENCE.match(line, opening) and line[:opening].rstrip().endswith(">"):
            continue
        if not is_escaped(line, opening) and (line[opening] != "<" or opening > at):
            columns.add(opening)
    columns.update(match.end() for match in _AFTER_SENTENCE.finditer(line, at))
    if "|" in line:
        columns.update(match.end() for match in _CELL.finditer(line, at))
    columns.discard(len(line))
    return _with_marks(line, sorted(columns), start, offsets)


def _beginning(line: str, after_reference: bool, after_open_link: bool) -> tuple[int, set[int]] | None:
    """The column behind what stands before a line's text, and that of its first mark; None when it takes no mark."""
    at = _PREFIX.match(line).end()  # type: ignore[union-attr] # it matches the empty text too
    if footnote := _FOOTNOTE.match(line, at):
        at = _PREFIX.match(line, footnote.end()).end()  # type: ignore[union-attr]
    if _UNMARKED_LINE.match(line, at) or _REFERENCE.match(line, at):
        return None
    if after_reference and line[at] in "\"'(<":
        return None
    heading = _HEADING.match(line, at)
    if heading:
        at = heading.end()
    columns: set[int] = set()
    if heading or not (_UNMARKED_START.match(line, at) or after_open_link):
        # A mark before a run of * or _ would change whether it opens or closes emphasis.
        text = _EMPHASIS.match(line, at).end()  # type: ignore[union-attr]
        if text == at or not line[text : text + 1].isspace():
            columns.add(text)
    return at, columns


def _opens_link(lines: list[str], number: int) -> bool:
    """Whether the line before leaves the address or the label of a link open, so that this line goes on with it."""
    before = lines[number - 1] if number else ""
    if "[" not in before and "]" not in before:
        return False
    opened = before.rfind("](")
    return (opened >= 0 and ")" not in before[opened:]) or before.rfind("[") > before.rfind("]")


def _with_marks(line: str, columns: list[int], start: int, offsets: list[int]) -> str:
    parts = []
    written = ""
    for column in columns:
        # Tabs are expanded here: behind a mark, the library would count one column too many.
        before = line[:column].expandtabs(TAB)
        parts.append(before[len(written) :])
        parts.append(_new_mark(offsets, start + column))
        written = before
    parts.append(line.expandtabs(TAB)[len(written) :])
    return "".join(parts)


def _is_hidden(line: str, start: int, hidden: Sequence[tuple[int, int]]) -> bool:
    """Whether a line holds nothing but what is hidden."""
    seen = list(line)
    for first, last in hidden:
        seen[max(first - start, 0) : max(last - start, 0)] = " " * len(
            seen[max(first - start, 0) : max(last - start, 0)]
        )
    return bool(line.strip()) and not "".join(seen).strip()


def _new_mark(offsets: list[int], offset: int) -> str:
    """The next mark, or nothing once all are used up (after some 65,000, beyond any page that is let in)."""
    if len(offsets) > LAST - FIRST:
        return ""
    offsets.append(offset)
    return chr(FIRST + len(offsets) - 1)


def is_escaped(text: str, at: int) -> bool:
    """Whether a backslash stands before a sign, other than one that a backslash before it has used up."""
    before = at
    while before > 0 and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def fenced_code(body: str) -> list[tuple[int, int]]:
    """The stretches of fenced code, found with the expression that Markdown itself uses."""
    if "```" not in body and "~~~" not in body:
        return []
    return [match.span() for match in FencedBlockPreprocessor.FENCED_BLOCK_RE.finditer(body)]


def _inside(offset: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _closed_openers(body: str, fenced: list[tuple[int, int]]) -> tuple[set[int], list[int]]:
    """The offsets of the openers that a closing line answers, and of the closing lines that answer none."""
    if "///" not in body:
        return set(), []
    strays = []
    waiting: list[tuple[int, int]] = []
    closed = set()
    start = 0
    for line in body.split("\n"):
        if not _inside(start, fenced):
            if opener := BLOCK_OPENER.match(line):
                waiting.append((start, len(opener["fence"])))
            elif closer := BLOCK_CLOSER.match(line):
                matching = [one for one in waiting if one[1] == len(closer["fence"])]
                if matching:
                    closed.add(matching[-1][0])
                    del waiting[waiting.index(matching[-1]) :]
                else:
                    strays.append(start)
        start += len(line) + 1
    return closed, strays
