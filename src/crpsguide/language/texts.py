"""Texts by their words: of many, only those are gone over that may hold what is looked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from crpsguide.language.patterns import BEGINNING, DIGIT, Pattern, PatternsByWord, has_digit, words_in
from crpsguide.language.phrases import Phrasebook


class TextsByWord:
    """Texts, of which only those are gone over that hold a word of what is looked for.

    >>> said = TextsByWord(["It cures.", "It helps 3."])
    >>> [*said.possible(Pattern("cures?", needs="cure cures"))], [*said.possible(Pattern(r"[3x]", needs="# x"))]
    ([0], [1])
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._count = 0
        self._bits: dict[str, int] = {}
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            self._count = number + 1
            for word in words_in(text):
                self._by_word[word].append(number)
            if has_digit(text):
                self._by_word[DIGIT].append(number)

    def possible(self, *patterns: Pattern | PatternsByWord[Any]) -> Sequence[int]:
        """The numbers of the texts in which any of some patterns may stand, in their order; all, if one needs none."""
        if not all(one.needs for one in patterns):
            return range(self._count)
        found = set[int]()
        for need in frozenset[str]().union(*(one.needs for one in patterns)):
            if need.endswith(BEGINNING):
                beginning = need[:-1]
                found.update(*(numbers for word, numbers in self._by_word.items() if word.startswith(beginning)))
            else:
                found.update(self._by_word.get(need, ()))
        return sorted(found)

    def with_phrases(self, book: Phrasebook[Any]) -> Sequence[int]:
        """The numbers of the texts in which any phrase of a book may stand, in their order.

        >>> TextsByWord(["I like it.", "Magic!", "It works like magic."]).with_phrases(Phrasebook({"": "like magic"}))
        [2]
        """
        found = book.possible_among(self._holding)
        return [number for number in range(self._count) if found >> number & 1]

    def _holding(self, word: str) -> int:
        """Which texts hold a word, as bits."""
        if word not in self._bits:
            self._bits[word] = sum(1 << number for number in self._by_word.get(word, ()))
        return self._bits[word]
