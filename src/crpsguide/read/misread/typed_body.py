"""One body as its editor typed it: what its lines hold, and where in the file each stretch stands."""

from collections.abc import Iterator

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Misread, Misreading
from crpsguide.read.html_tags import unclosed
from crpsguide.read.markers import BLOCK_OPENER, MARKER, Lines, MarkedBody
from crpsguide.read.misread.typed_text import TypedText, blanked

COMMENT_BEGUN = LazyPattern("<!--[^\n]*")
LONGEST_QUOTED = 60  # characters of lost text that a message repeats


class TypedBody:
    """A body with what is markup in it told from its text. All offsets count the characters of `body`, from 0."""

    def __init__(self, marked: MarkedBody, lines: Lines) -> None:
        self.marked = marked
        self.lines = lines
        self.body = lines.body
        self.openers = [*_openers(self.body, marked)]
        self.text = TypedText(self.body, marked.fenced, self.openers)
        self.running = self.text.running
        self.citable = blanked(self.running, self.openers)
        self.unclosed = unclosed(self.text.tags)

    def misread(self, how: Misreading, start: int, end: int, words: str, shown: str = "") -> Misread:
        """The stretch from `start` to `end` is misread so; `words` and `shown` are those that a message tells."""
        return Misread(how, words, self.lines.place(start, end), shown)

    def start_of_line(self, offset: int) -> int:
        """Where the line begins in which a place lies."""
        return self.body.rfind("\n", 0, offset) + 1

    def end_of_line(self, offset: int) -> int:
        """Where the words of a line end, without the blanks behind them."""
        end = self.body.find("\n", offset)
        return len(self.body[: end if end >= 0 else None].rstrip())

    def offset_of(self, text: str, index: int) -> int:
        """Where in the source a place of marked text stands: that of the next mark from there, else the last one's."""
        mark = MARKER.search(text, index) or None
        if mark is not None and "\n" not in text[index : mark.start()]:
            return self.marked.offset(mark[0])
        found = [*MARKER.finditer(text, 0, index)]
        offset = self.marked.offset(found[-1][0]) if found else 0
        for _ in range(text.count("\n", found[-1].start() if found else 0, index)):
            offset = self.body.find("\n", offset) + 1
        return offset


def quoted(text: str) -> str:
    """A text on one line, as a message repeats it."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_QUOTED else words[: LONGEST_QUOTED - 1].rstrip() + "…"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text without the blanks at its ends."""
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), start + len(written.rstrip())


def _openers(body: str, marked: MarkedBody) -> Iterator[tuple[int, int]]:
    """The stretches of the lines that open blocks, and of their options, without the titles."""
    for start, opener in marked.openers.items():
        end = body.find("\n", start)
        line = body[start : end if end >= 0 else len(body)]
        match = BLOCK_OPENER.match(line)
        title = match.start("argument") if match and match["argument"] else len(line)
        yield start, start + title
        if opener.options:
            yield start + len(line), start + len(line) + 1 + len(opener.options)
