"""Where exactly a stretch of a sentence stands in its file."""

import re
from collections.abc import Sequence

from crpsguide.model import Place, Sentence

_UNSEEN = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|<[^>]*>|\{[^}]*\}")


def place_in(source_lines: Sequence[str], sentence: Sentence, start: int, end: int) -> Place:
    """The place of a stretch of a sentence's text; that of the sentence when it cannot be told."""
    source, first, column = _source(source_lines, sentence.place)
    words = re.findall(r"\w+|[^\w\s]", sentence.text[start:end])
    if not words or not source:
        return sentence.place
    pattern = re.compile(r"[\s*_`\\]*".join(re.escape(one) for one in words))
    before = sum(1 for match in pattern.finditer(sentence.text) if match.start() < start)
    found = [match for match in pattern.finditer(source) if _is_whole(source, match)]
    if not found:
        return sentence.place
    match = found[min(before, len(found) - 1)]
    line, at = _position(source, match.start(), first, column)
    end_line, end_at = _position(source, match.end(), first, column)
    return Place(sentence.place.path, line, at, end_line, end_at)


def _source(source_lines: Sequence[str], place: Place) -> tuple[str, int, int]:
    """The sentence as it was typed, without what readers do not see, and where that begins."""
    lines = tuple(source_lines[place.line - 1 :])
    if place.end_line:
        lines = lines[: place.end_line - place.line + 1]
    else:
        blank = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
        lines = lines[:blank]
    if not lines:
        return "", place.line, place.column
    if place.end_line:
        lines = (*lines[:-1], lines[-1][: place.end_column - 1])
    text = "\n".join((lines[0][place.column - 1 :], *lines[1:]))
    return _UNSEEN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text), place.line, place.column


def _is_whole(source: str, match: re.Match[str]) -> bool:
    before, after = source[match.start() - 1 : match.start()], source[match.end() : match.end() + 1]
    starts = not (before.isalnum() and source[match.start()].isalnum())
    return starts and not (after.isalnum() and source[match.end() - 1].isalnum())


def _position(source: str, offset: int, line: int, column: int) -> tuple[int, int]:
    above = source[:offset].count("\n")
    if not above:
        return line, column + offset
    return line + above, offset - source.rindex("\n", 0, offset)
