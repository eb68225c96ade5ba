"""Tables as they were typed: rows with a cell too few, and cells that no column holds."""

import re
from collections.abc import Iterator

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Misread, Misreading
from crpsguide.read.misread.typed_body import TypedBody

DELIMITERS = LazyPattern(r"^[ \t>]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$", re.MULTILINE)
_ROW_END = LazyPattern(r"(?<!\\)\|")


def short_rows(typed: TypedBody) -> Iterator[Misread]:
    """Rows of tables with a cell too few."""
    for start, line, columns in _table_rows(typed.running):
        found = len(_cells(line))
        if 0 < found < columns:
            indent = len(line) - len(line.lstrip())
            end = start + len(line.rstrip())
            yield typed.misread(Misreading.MISSING_CELL, start + indent, end, str(found), str(columns))


def surplus_cells(typed: TypedBody) -> Iterator[tuple[int, int]]:
    """The stretches of rows behind the last column of their table."""
    for start, line, columns in _table_rows(typed.running):
        cells = _cells(line)
        if len(cells) > columns:
            yield start + cells[columns][0], start + cells[-1][1]


def _table_rows(text: str) -> Iterator[tuple[int, str, int]]:
    """The rows below the heads of tables: offset, text, and the number of columns of the head."""
    for match in DELIMITERS.finditer(text) if "|" in text else ():
        head_end = match.start() - 1
        head_start = text.rfind("\n", 0, max(head_end, 0)) + 1
        head = text[head_start:head_end] if head_end > 0 else ""
        before = text[text.rfind("\n", 0, max(head_start - 1, 0)) + 1 : max(head_start - 1, 0)]
        if "|" not in head or "|" not in match[0] or before.strip():
            continue
        start = match.end() + 1
        for line in text[start:].split("\n"):
            if not line.strip():
                break
            yield start, line, len(_cells(head))
            start += len(line) + 1


def _cells(line: str) -> list[tuple[int, int]]:
    """The stretches of the cells of a row."""
    indent = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    bars = [match.start() for match in _ROW_END.finditer(line, indent, end)]
    starts = [indent, *(bar + 1 for bar in bars)]
    ends = [*bars, end]
    cells = [*zip(starts, ends, strict=True)]
    if bars and bars[0] == indent:
        cells = cells[1:]
    if bars and bars[-1] == end - 1:
        cells = cells[:-1]
    return cells
