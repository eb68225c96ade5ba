"""The Markdown source of one page body, with positions."""

from collections.abc import Iterator

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Misread, Misreading
from crpsguide.read.html_tags import unclosed
from crpsguide.read.markers import BLOCK_OPENER, MARKER, Lines, MarkedBody
from crpsguide.read.misread.source_text import SourceText, blanked

COMMENT_START = LazyPattern("<!--[^\n]*")
MAX_SHOWN = 60  # characters of a text in a message


class SourceBody:
    """The source of a body. All offsets are those in `body`.

    `openers` are the ranges of lines that open component blocks, without titles. In `running`, code and comments are
    replaced by spaces; in `citable`, the openers too. `unclosed` are the start tags of elements that are never closed.
    """

    def __init__(self, marked: MarkedBody, lines: Lines) -> None:
        self.marked = marked
        self.lines = lines
        self.body = lines.body
        self.openers = [*_openers(self.body, marked)]
        self.text = SourceText(self.body, marked.fenced, self.openers)
        self.running = self.text.running
        self.citable = blanked(self.running, self.openers)
        self.unclosed = unclosed(self.text.tags)

    def misread(self, how: Misreading, start: int, end: int, words: str, shown: str = "") -> Misread:
        """The `Misread` for the range from `start` to `end`."""
        return Misread(how, words, self.lines.place(start, end), shown)

    def line_start(self, offset: int) -> int:
        """The start of the line at an offset."""
        return self.body.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The end of the line at an offset, without trailing whitespace."""
        end = self.body.find("\n", offset)
        return len(self.body[: end if end >= 0 else None].rstrip())

    def source_offset(self, text: str, index: int) -> int:
        """The offset for an index of text with markers: that of the next marker in the line, or of the line's start."""
        marker = MARKER.search(text, index)
        if marker is not None and "\n" not in text[index : marker.start()]:
            return self.marked.offset(marker[0])
        before = [*MARKER.finditer(text, 0, index)]
        offset = self.marked.offset(before[-1][0]) if before else 0
        for _ in range(text.count("\n", before[-1].start() if before else 0, index)):
            offset = self.body.find("\n", offset) + 1
        return offset


def shortened(text: str) -> str:
    """A text on one line, cut to `MAX_SHOWN` characters, for a message."""
    words = " ".join(text.split())
    return words if len(words) <= MAX_SHOWN else words[: MAX_SHOWN - 1].rstrip() + "…"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range of a text without whitespace at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _openers(body: str, marked: MarkedBody) -> Iterator[tuple[int, int]]:
    """The ranges of lines that open component blocks, up to their titles, and of their options."""
    for start, opener in marked.openers.items():
        end = body.find("\n", start)
        line = body[start : end if end >= 0 else len(body)]
        match = BLOCK_OPENER.match(line)
        title = match.start("argument") if match and match["argument"] else len(line)
        yield start, start + title
        if opener.options:
            yield start + len(line), start + len(line) + 1 + len(opener.options)
