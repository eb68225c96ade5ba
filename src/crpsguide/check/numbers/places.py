"""The place of part of a sentence in its source file."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Place, Sentence

_UNSEEN = LazyPattern(r"\[@[^\]]*\]|\]\([^)]*\)|<[^>]*>|\{[^}]*\}")
_TOKEN = LazyPattern(r"[^\W_]+|[^\w\s]|_")
_BETWEEN = r"[\s*_`\\]*"


def place_in(source_lines: Sequence[str], sentence: Sentence, start: int, end: int) -> Place:
    """The place of part of a sentence's text; that of the sentence if it is not found."""
    words = tuple(_TOKEN.findall(sentence.text[start:end]))
    return _typed(_Typing(source_lines, sentence)).place(words, start) if words else sentence.place


class _Typing:
    """Cache key of a sentence and the lines of its file, which are compared by identity, as they may be many."""

    def __init__(self, source_lines: Sequence[str], sentence: Sentence) -> None:
        self.source_lines = source_lines
        self.sentence = sentence

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Typing)
            and self.source_lines is other.source_lines
            and self.sentence.place == other.sentence.place
            and self.sentence.text == other.sentence.text
        )

    def __hash__(self) -> int:
        return hash((self.sentence.text, self.sentence.place))


@lru_cache(maxsize=4)  # a sentence with many numbers is asked for again and again, one number after the other
def _typed(of: _Typing) -> "_Typed":
    return _Typed(of.source_lines, of.sentence)


class _Typed:
    """A sentence as readers see it, and its source text."""

    def __init__(self, source_lines: Sequence[str], sentence: Sentence) -> None:
        self.sentence = sentence
        self.source, self.line, self.column = _source(source_lines, sentence.place)
        self._found: dict[tuple[str, ...], tuple[list[int], list[tuple[int, int]]]] = {}

    def place(self, words: tuple[str, ...], start: int) -> Place:
        """The place in the source of these words, which are at `start` of the sentence."""
        if words not in self._found:
            seen = [at for at, _ in _finds(words, self.sentence.text, self._in_text)]
            typed = [one for one in _finds(words, self.source, self._in_source) if _is_whole(self.source, *one)]
            self._found[words] = seen, typed
        seen, typed = self._found[words]
        if not typed:
            return self.sentence.place
        first, last = typed[min(bisect_left(seen, start), len(typed) - 1)]
        return Place(self.sentence.place.path, *self._position(first), *self._position(last))

    @cached_property
    def _in_text(self) -> Mapping[str, Sequence[int]]:
        return _starts(self.sentence.text)

    @cached_property
    def _in_source(self) -> Mapping[str, Sequence[int]]:
        return _starts(self.source)

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.source))]

    def _position(self, offset: int) -> tuple[int, int]:
        above = bisect_left(self._line_starts, offset + 1) - 1
        return self.line + above, offset - self._line_starts[above] + (1 if above else self.column)


def _starts(text: str) -> Mapping[str, Sequence[int]]:
    """The offsets of each token of a text."""
    starts: dict[str, list[int]] = defaultdict(list)
    for match in _TOKEN.finditer(text):
        starts[match[0]].append(match.start())
    return starts


def _finds(words: Sequence[str], text: str, starts: Mapping[str, Sequence[int]]) -> Sequence[tuple[int, int]]:
    """The spans of a text that match these words."""
    if words[0] not in starts:
        return []
    pattern = re.compile(_BETWEEN.join(map(re.escape, words)))
    matches = (pattern.match(text, at) for at in starts[words[0]])
    return [match.span() for match in matches if match]


def _source(source_lines: Sequence[str], place: Place) -> tuple[str, int, int]:
    """The source of a sentence, with markup blanked out, and its line and column."""
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


def _is_whole(source: str, start: int, end: int) -> bool:
    before, after = source[start - 1 : start], source[end : end + 1]
    starts = not (before.isalnum() and source[start].isalnum())
    return starts and not (after.isalnum() and source[end - 1].isalnum())
