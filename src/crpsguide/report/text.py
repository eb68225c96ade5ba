"""Diagnostics as lines of text for an editor at a terminal."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.model import Diagnostic, Place, Severity

MAX_WIDTH = 100  # columns of a source line that are shown; a paragraph is often one long line
MAX_PART_LENGTH = 4 * MAX_WIDTH  # characters considered before, within and after the place
MAX_WIDTH_BEFORE = 40  # columns shown before the place
TAB = "    "
COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.ADVICE: "\x1b[1;34m"}
FAINT, RESET = "\x1b[2m", "\x1b[0m"

Lines = Callable[[PurePosixPath], Sequence[str]]  # gives the lines of a file, named as in `Place.path`


def no_lines(path: PurePosixPath) -> Sequence[str]:
    """No lines, for reports without the source lines."""
    return ()


def text_report(diagnostics: Iterable[Diagnostic], lines: Lines = no_lines, *, colour: bool = False) -> str:
    """A paragraph for each diagnostic: place and message, the source line with a mark under it, the help."""
    cached_lines = lru_cache(maxsize=1)(lines)  # diagnostics are sorted by file
    return "".join(_paragraph(diagnostic, cached_lines(diagnostic.place.path), colour) for diagnostic in diagnostics)


def brief_report(diagnostics: Sequence[Diagnostic], lines: Lines = no_lines, *, colour: bool = False) -> str:
    """The text report of errors and warnings only, with the number of pieces of advice and how to list them."""
    urgent = [diagnostic for diagnostic in diagnostics if diagnostic.severity is not Severity.ADVICE]
    advice = len(diagnostics) - len(urgent)
    summary = f"{counted(advice, 'piece')} of advice: “crpsguide check” lists {'it' if advice == 1 else 'them'}.\n"
    return text_report(urgent, lines, colour=colour) + (summary if advice else "")


def counts(diagnostics: Iterable[Diagnostic]) -> Mapping[str, int]:
    """The number of diagnostics of each severity: `errors`, `warnings`, `advice`."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {"errors": found[Severity.ERROR], "warnings": found[Severity.WARNING], "advice": found[Severity.ADVICE]}


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "page"), counted(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shown(text: str) -> str:
    r"""The text with control and invisible characters replaced by their code points, safe to print on a terminal.

    >>> shown("Side\u200beffects")
    'SideU+200Beffects'
    """
    if text.isprintable():
        return text
    return "".join(f"U+{ord(character):04X}" if _is_hidden(character) else character for character in text)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\t"


def _paragraph(diagnostic: Diagnostic, lines: Sequence[str], colour: bool) -> str:
    def styled(text: str, style: str) -> str:
        return f"{style}{text}{RESET}" if colour else text

    severity_style = COLOURS[diagnostic.severity]
    severity = styled(diagnostic.severity.value, severity_style)
    message = _single_line(diagnostic.message)
    paragraph = f"{shown(str(diagnostic.place))}: {severity} {diagnostic.code} {diagnostic.name}: {message}\n"
    snippet = _snippet(diagnostic.place, lines)
    if snippet:
        line, mark = snippet
        gutter = f"{diagnostic.place.line:>5} | "
        blank = f"{'':>5} | "
        paragraph += f"{styled(gutter, FAINT)}{line}\n"
        paragraph += f"{styled(blank, FAINT)}{styled(mark, severity_style)}\n"
    if diagnostic.help:
        paragraph += f"    help: {_single_line(diagnostic.help)}\n"
    return paragraph


def _single_line(text: str) -> str:
    return shown(re.sub(r"\s*\n\s*", " ", text.strip())).replace("\t", " ")


def _snippet(place: Place, lines: Sequence[str]) -> tuple[str, str] | None:
    """The shortened source line of a place, and the mark under it; None if the line is missing, empty or `---`."""
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1].rstrip("\r\n")
    if line.strip() in ("", "---"):
        return None
    start = min(place.column - 1, len(line))
    ends_here = place.end_line == place.line and place.end_column > place.column
    continues = place.end_line > place.line
    end = place.end_column - 1 if ends_here else len(line) if continues else start + 1
    before = _expanded(line[max(start - MAX_PART_LENGTH, 0) : start])
    marked = _expanded(line[start : min(end, start + MAX_PART_LENGTH)])
    after = _expanded(line[end : end + MAX_PART_LENGTH])
    before = _cut_left(before, MAX_WIDTH_BEFORE if _width(before + marked + after) > MAX_WIDTH else MAX_WIDTH)
    marked = _cut_right(marked, MAX_WIDTH - _width(before))
    after = _cut_right(after, MAX_WIDTH - _width(before) - _width(marked))
    return before + marked + after, " " * _width(before) + "^" * max(1, _width(marked))


def _expanded(text: str) -> str:
    return shown(text).replace("\t", TAB)


def _cut_right(text: str, width: int) -> str:
    from rich.cells import set_cell_size  # slow to import, and needed only for long lines

    return text if _width(text) <= width else set_cell_size(text, width)[:-1] + "…"


def _cut_left(text: str, width: int) -> str:
    return _cut_right(text[::-1], width)[::-1]


def _width(text: str) -> int:
    """The width of the text in terminal columns: 2 for a wide character, 0 for a combining one."""
    from rich.cells import cell_len

    return cell_len(text)
