"""From bytes to text that can be trusted: UTF-8, plain line ends, nothing invisible."""

import re
import unicodedata

from crpsguide.errors import PageError

LARGEST = 512 * 1024  # bytes; twenty times the longest page of a real guide
LONGEST_LINE = 10_000  # characters; Markdown's time grows with the square of some lines
DEEPEST_INDENT = 80  # columns; twenty levels of lists

_LINE_ENDS = re.compile(r"\r\n?")
# Controls but tab and newline; zero-width space, word joiner and stray byte order marks; bidirectional
# overrides; invisible tags; private use planes and noncharacters; line and paragraph separators.
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060\ufeff\u202a-\u202e\ufffe\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_ISOLATES = re.compile("[\u2066-\u2069]")


def decode(data: bytes) -> str:
    """The text of a file, with a newline for every line end and without a byte order mark.

    Raises:
        PageError: too large, not UTF-8, or holding characters that hide something.
    """
    if len(data) > LARGEST:
        raise PageError(
            f"This file has a size of {len(data) // 1024} kB; at most {LARGEST // 1024} kB can be read.",
            "Split it into several pages.",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _LINE_ENDS.sub("\n", data[: error.start].decode("utf-8", "replace"))
        line, column = position(before, len(before))
        raise PageError(
            "This file is not UTF-8 text: one character here was saved in another form.",
            "Open it in an editor, choose the encoding UTF-8, and save it again.",
            line=line,
            column=column,
        ) from None
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    _refuse_hidden(text)
    _refuse_slow(text)
    return text


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _refuse_hidden(text: str) -> None:
    if found := _REFUSED.search(text):
        raise _hidden(text, found.start(), "Delete it and type the word again.")
    for line in re.finditer("[^\n]+", text):
        depth = 0
        for isolate in _ISOLATES.finditer(line[0]):
            depth += -1 if isolate[0] == "\u2069" else 1
            if depth < 0:
                raise _hidden(text, line.start() + isolate.start(), "Pair each isolate with its end, or delete it.")
        if depth > 0:
            last = [one.start() for one in _ISOLATES.finditer(line[0])][-1]
            raise _hidden(text, line.start() + last, "Pair each isolate with its end, or delete it.")


def _hidden(text: str, offset: int, help: str) -> PageError:
    line, column = position(text, offset)
    character = text[offset]
    name = unicodedata.name(character, "a control or private character").lower()
    return PageError(
        f"Here stands a character that cannot be seen: U+{ord(character):04X} ({name}).",
        help,
        line=line,
        column=column,
    )


def _refuse_slow(text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise PageError(
                f"This line has {len(line)} characters; at most {LONGEST_LINE} can be read.",
                "Break it into lines or paragraphs.",
                line=number,
            )
        if len(line) - len(line.lstrip()) > DEEPEST_INDENT and line.strip():
            raise PageError(
                "This line is indented too deeply.",
                f"Use at most {DEEPEST_INDENT} spaces; most lists need 4.",
                line=number,
            )
