"""Finds table rows with too few or too many cells."""

import re
from collections.abc import Iterator

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Misread, Misreading
from crpsguide.read.misread.source_body import SourceBody

DELIMITERS = LazyPattern(r"^[ \t>]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$", re.MULTILINE)
_ROW_END = LazyPattern(r"(?<!\\)\|")


def short_rows(source: SourceBody) -> Iterator[Misread]:
    """Rows of tables with too few cells."""
    for start, line, columns in _table_rows(source.running):
        found = len(_cells(line))
        if 0 < found < columns:
            indent = len(line) - len(line.lstrip())
            end = start + len(line.rstrip())
            yield source.misread(Misreading.MISSING_CELL, start + indent, end, str(found), str(columns))


def surplus_cells(source: SourceBody) -> Iterator[tuple[int, int]]:
    """The ranges of cells after the last column of their table."""
    for start, line, columns in _table_rows(source.running):
        cells = _cells(line)
        if len(cells) > columns:
            yield start + cells[columns][0], start + cells[-1][1]


def _table_rows(text: str) -> Iterator[tuple[int, str, int]]:
    """The body rows of tables: offset, text, and the number of columns in the header."""
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
    """The ranges of the cells in a row."""
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
