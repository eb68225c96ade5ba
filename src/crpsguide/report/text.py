"""Diagnostics as lines of text for an editor at a terminal."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.model import Diagnostic, Place, Severity

WIDEST = 100  # columns of a line shown around the place; a paragraph is often one long line
LONGEST_PART = 4 * WIDEST  # characters before, in and behind the place that are looked at
BEFORE = 40  # columns of them before the place
TAB = "    "
COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.ADVICE: "\x1b[1;34m"}
FAINT, PLAIN = "\x1b[2m", "\x1b[0m"

Lines = Callable[[PurePosixPath], Sequence[str]]


def no_lines(path: PurePosixPath) -> Sequence[str]:
    """For messages without the line that they are about."""
    return ()


def text_report(diagnostics: Iterable[Diagnostic], lines: Lines = no_lines, *, colour: bool = False) -> str:
    """One paragraph for each diagnostic: place and message, the line with a mark under it, the next step.

    `lines` gives the lines of a file, which is named as in `Place.path`. Empty when there is nothing to say.
    """
    of_file = lru_cache(maxsize=1)(lines)  # what is told of one file stands together
    return "".join(_paragraph(one, of_file(one.place.path), colour) for one in diagnostics)


def brief_report(diagnostics: Sequence[Diagnostic], lines: Lines = no_lines, *, colour: bool = False) -> str:
    """The same for errors and warnings; of advice, which waits for nobody, how much there is and what lists it."""
    pressing = [one for one in diagnostics if one.severity is not Severity.ADVICE]
    advice = len(diagnostics) - len(pressing)
    told = f"{counted(advice, 'piece')} of advice: “crpsguide check” lists {'it' if advice == 1 else 'them'}.\n"
    return text_report(pressing, lines, colour=colour) + (told if advice else "")


def counts(diagnostics: Iterable[Diagnostic]) -> Mapping[str, int]:
    """How many there are of each severity: `errors`, `warnings`, `advice`."""
    found = Counter(one.severity for one in diagnostics)
    return {"errors": found[Severity.ERROR], "warnings": found[Severity.WARNING], "advice": found[Severity.ADVICE]}


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "page"), counted(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shown(text: str) -> str:
    r"""Text as a terminal may get it: what would be invisible or steer it is written as its code point.

    >>> shown("Side\u200beffects")
    'SideU+200Beffects'
    """
    if text.isprintable():
        return text
    return "".join(f"U+{ord(one):04X}" if _is_hidden(one) else one for one in text)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\t"


def _paragraph(one: Diagnostic, lines: Sequence[str], colour: bool) -> str:
    def painted(text: str, how: str) -> str:
        return f"{how}{text}{PLAIN}" if colour else text

    kind = painted(one.severity.value, COLOURS[one.severity])
    message = _in_one_line(one.message)
    paragraph = f"{shown(str(one.place))}: {kind} {one.code} {one.name}: {message}\n"
    snippet = _snippet(one.place, lines)
    if snippet:
        line, mark = snippet
        gutter = f"{one.place.line:>5} | "
        blank = f"{'':>5} | "
        paragraph += f"{painted(gutter, FAINT)}{line}\n"
        paragraph += f"{painted(blank, FAINT)}{painted(mark, COLOURS[one.severity])}\n"
    if one.help:
        paragraph += f"    help: {_in_one_line(one.help)}\n"
    return paragraph


def _in_one_line(text: str) -> str:
    return shown(re.sub(r"\s*\n\s*", " ", text.strip())).replace("\t", " ")


def _snippet(place: Place, lines: Sequence[str]) -> tuple[str, str] | None:
    """The line of a place as it is shown, and the mark under it; None when the line would tell nothing."""
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1].rstrip("\r\n")
    if line.strip() in ("", "---"):
        return None
    start = min(place.column - 1, len(line))
    ends_here = place.end_line == place.line and place.end_column > place.column
    continues = place.end_line > place.line
    end = place.end_column - 1 if ends_here else len(line) if continues else start + 1
    before = _spread(line[max(start - LONGEST_PART, 0) : start])
    marked = _spread(line[start : min(end, start + LONGEST_PART)])
    after = _spread(line[end : end + LONGEST_PART])
    before = _cut_left(before, BEFORE if _width(before + marked + after) > WIDEST else WIDEST)
    marked = _cut_right(marked, WIDEST - _width(before))
    after = _cut_right(after, WIDEST - _width(before) - _width(marked))
    return before + marked + after, " " * _width(before) + "^" * max(1, _width(marked))


def _spread(text: str) -> str:
    return shown(text).replace("\t", TAB)


def _cut_right(text: str, width: int) -> str:
    from rich.cells import set_cell_size  # only when there is something to tell

    return text if _width(text) <= width else set_cell_size(text, width)[:-1] + "…"


def _cut_left(text: str, width: int) -> str:
    return _cut_right(text[::-1], width)[::-1]


def _width(text: str) -> int:
    """The columns that a terminal gives the text: 2 for a wide character, 0 for a combining one."""
    from rich.cells import cell_len

    return cell_len(text)
