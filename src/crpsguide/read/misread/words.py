"""Finds words of the source that are not in the rendered HTML, and the cause."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Misread, Misreading
from crpsguide.read.html_tags import NO_TEXT_CONTENT, TAG_LIKE
from crpsguide.read.misread.source_body import SourceBody, shortened, trimmed
from crpsguide.read.misread.source_text import ATTRIBUTE_LIST, BRACES, DEFINITION, Word, rendered_words
from crpsguide.read.misread.tables import surplus_cells

MAX_ALIGNED = 20_000  # words of a page, since alignment takes quadratic time; ten times the longest real page


def lost_words(source: SourceBody, rendered_html: Sequence[str]) -> Iterator[Misread]:
    """Words of the source that are in none of the pieces of rendered HTML; adjacent ones are reported together."""
    markup = "\n".join(rendered_html)
    missing = source.text.missing(markup)
    if not missing:
        return
    words = source.text.words()
    lost = _missing_words(words, rendered_words(markup), missing)
    cells = [*surplus_cells(source)]
    last_tag = ""
    for run in _runs(lost, words):
        while run:
            how, (start, end) = _cause(source, run[0][0], run[-1][1], cells)
            tag = source.body[start:end].strip("</>") if how is Misreading.TAG_LIKE else ""
            is_end_tag = source.body.startswith("</", start) and tag == last_tag  # reported with its start tag
            last_tag = tag or last_tag
            is_in_unclosed = any(one.name in NO_TEXT_CONTENT and one.start < start for one in source.unclosed)
            if not is_end_tag and not is_in_unclosed:
                yield source.misread(how, start, end, shortened(source.body[start:end]))
            run = [word for word in run if word[0] >= end]


def _cause(
    source: SourceBody, start: int, end: int, cells: Sequence[tuple[int, int]]
) -> tuple[Misreading, tuple[int, int]]:
    """The cause of a loss, and its range; the first of several causes."""
    line_start = source.line_start(start)
    if braces := _match_around(BRACES, source.body, line_start, start):
        return Misreading.LOST_ATTRIBUTE, braces.span()
    for first, last in cells:
        if first <= start < last:
            return Misreading.SURPLUS_CELL, (start, min(end, last))
    if tag := _match_around(TAG_LIKE, source.running, line_start, start):
        return Misreading.TAG_LIKE, tag.span()
    if definition := _match_around(DEFINITION, source.running, 0, start):
        return Misreading.LOST_DEFINITION, trimmed(source.body, *definition.span())
    return Misreading.LOST, (start, end)


def _missing_words(words: Sequence[Word], rendered: Sequence[str], missing: Counter[str]) -> list[tuple[int, int]]:
    """The ranges of the missing words: those absent in an alignment with the rendered words, otherwise the last ones.

    `missing` says how often each word is missing.
    """
    remaining = Counter(missing)
    found = set()
    if len(words) <= MAX_ALIGNED:
        matcher = difflib.SequenceMatcher(None, [word.text for word in words], rendered, autojunk=False)
        for operation, first, last, _, _ in matcher.get_opcodes():
            for word in words[first:last] if operation in ("delete", "replace") else ():
                if remaining[word.text] > 0:
                    remaining[word.text] -= 1
                    found.add((word.start, word.end))
    for word in reversed(words):
        if remaining[word.text] > 0 and (word.start, word.end) not in found:
            remaining[word.text] -= 1
            found.add((word.start, word.end))
    return sorted(found)


def _runs(lost: Sequence[tuple[int, int]], words: Sequence[Word]) -> Iterator[list[tuple[int, int]]]:
    """The lost words in runs of adjacent words."""
    order = {start: number for number, start in enumerate(sorted(word.start for word in words))}
    run: list[tuple[int, int]] = []
    for word_range in lost:
        if run and order[word_range[0]] != order[run[-1][0]] + 1:
            yield run
            run = []
        run.append(word_range)
    if run:
        yield run


def _match_around(pattern: LazyPattern, text: str, start: int, offset: int) -> re.Match[str] | None:
    """The match of a pattern from `start` that contains an offset; attribute lists do not count as braces."""
    for match in pattern.finditer(text, start):
        if match.start() > offset:
            return None
        if match.end() > offset and not (pattern is BRACES and ATTRIBUTE_LIST.fullmatch(match[0])):
            return match
    return None
