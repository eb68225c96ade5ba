"""Finds the places of words in source files."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from crpsguide.model import Place, Site


def place_within(sentence: Place, source_lines: Sequence[str], words: str) -> Place:
    """The place of words in a sentence; that of the sentence if no source line contains them as they are read."""
    for number in range(sentence.line, max(sentence.line, sentence.end_line) + 1):
        line = source_lines[number - 1] if number <= len(source_lines) else ""
        start = line.find(words, sentence.column - 1 if number == sentence.line else 0)
        if start >= 0:
            return Place(sentence.path, number, start + 1, number, start + 1 + len(words))
    return sentence


def place_of_value(site: Site, record: Place, key: str, value: str) -> Place:
    """The place of the value of a key in the source of a record, at or below the record's own place.

    The record's place when the value is not found.
    """
    pattern = re.compile(rf"(?<![\w-]){key}\s*:.*?(?P<value>{re.escape(value)})(?![\w-])")
    for number, line in enumerate(_lines(site).get(record.path, ()), start=1):
        if number >= record.line and (match := pattern.search(line)):
            return Place(record.path, number, match.start("value") + 1, number, match.end("value") + 1)
    return record


def _lines(site: Site) -> Mapping[PurePosixPath, tuple[str, ...]]:
    lines = {text.path: text.source_lines for text in site.record_texts}
    return lines | {claim.place.path: claim.source_lines for claim in site.claims.values()}
