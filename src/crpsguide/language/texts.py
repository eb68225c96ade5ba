"""Texts by their words: of many, only those are gone over that may hold what is looked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from crpsguide.language.patterns import BEGINNING, DIGIT, Pattern, PatternsByWord, has_digit, words_in


class TextsByWord:
    """Texts, of which only those are gone over that hold a word of what is looked for.

    >>> said = TextsByWord(["It cures.", "It helps 3."])
    >>> [*said.possible(Pattern("cures?", needs="cure cures"))], [*said.possible(Pattern(r"[3x]", needs="# x"))]
    ([0], [1])
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._count = 0
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
