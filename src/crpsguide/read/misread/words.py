"""The words that were typed and are in no piece of finished HTML, and why."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Misread, Misreading
from crpsguide.read.html_tags import NO_TEXT_CONTENT, TAG_LIKE
from crpsguide.read.misread.tables import surplus_cells
from crpsguide.read.misread.typed_body import TypedBody, quoted, trimmed
from crpsguide.read.misread.typed_text import ATTRIBUTE_LIST, BRACES, DEFINITION, Word, seen_words

LONGEST_COMPARED = 20_000  # words of a page; the longest page of a real guide has a tenth


def lost_words(typed: TypedBody, seen: Sequence[str]) -> Iterator[Misread]:
    """The words that were typed and are in none of the pieces of finished HTML, those side by side together."""
    markup = "\n".join(seen)
    missing = typed.text.missing(markup)
    if not missing:
        return
    words = typed.text.words()
    lost = _missing_words(words, seen_words(markup), missing)
    cells, opened = [*surplus_cells(typed)], ""
    for run in _side_by_side(lost, words):
        while run:
            how, (start, end) = _cause(typed, run[0][0], run[-1][1], cells)
            tag = typed.body[start:end].strip("</>") if how is Misreading.TAG_LIKE else ""
            is_told = typed.body.startswith("</", start) and tag == opened  # with the one that it ends
            opened = tag or opened
            if not is_told and not any(tag.name in NO_TEXT_CONTENT and tag.start < start for tag in typed.unclosed):
                yield typed.misread(how, start, end, quoted(typed.body[start:end]))
            run = [word for word in run if word[0] >= end]


def _cause(
    typed: TypedBody, start: int, end: int, cells: Sequence[tuple[int, int]]
) -> tuple[Misreading, tuple[int, int]]:
    """Why words are lost, and the stretch that explains it: of several causes, the first."""
    line_start = typed.start_of_line(start)
    if braces := _around(BRACES, typed.body, line_start, start):
        return Misreading.LOST_ATTRIBUTE, braces.span()
    for first, last in cells:
        if first <= start < last:
            return Misreading.SURPLUS_CELL, (start, min(end, last))
    if tag := _around(TAG_LIKE, typed.running, line_start, start):
        return Misreading.TAG_LIKE, tag.span()
    if definition := _around(DEFINITION, typed.running, 0, start):
        return Misreading.LOST_DEFINITION, trimmed(typed.body, *definition.span())
    return Misreading.LOST, (start, end)


def _missing_words(typed: Sequence[Word], got: Sequence[str], missing: Counter[str]) -> list[tuple[int, int]]:
    """The words that fall out when both are laid side by side; of those that do not, the last ones."""
    left = Counter(missing)
    found = set()
    # Too long for laying side by side: it takes a time that grows with the square.
    words = [word.text for word in typed] if len(typed) <= LONGEST_COMPARED else []
    matcher = difflib.SequenceMatcher(None, words, got if words else [], autojunk=False)
    for sign, first, last, _, _ in matcher.get_opcodes():
        if sign in ("delete", "replace"):
            for word in typed[first:last]:
                if left[word.text] > 0:
                    left[word.text] -= 1
                    found.add((word.start, word.end))
    for word in reversed(typed):
        if left[word.text] > 0 and (word.start, word.end) not in found:
            left[word.text] -= 1
            found.add((word.start, word.end))
    return sorted(found)


def _side_by_side(lost: Sequence[tuple[int, int]], typed: Sequence[Word]) -> Iterator[list[tuple[int, int]]]:
    """The lost words in runs, each of words that follow one another in the source."""
    order = {start: number for number, start in enumerate(sorted(word.start for word in typed))}
    run: list[tuple[int, int]] = []
    for one in lost:
        if run and order[one[0]] != order[run[-1][0]] + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _around(pattern: LazyPattern, text: str, start: int, offset: int) -> re.Match[str] | None:
    """The match of a pattern around an offset."""
    for match in pattern.finditer(text, start):
        if match.start() > offset:
            return None
        if match.end() > offset and not (pattern is BRACES and ATTRIBUTE_LIST.fullmatch(match[0])):
            return match
    return None
