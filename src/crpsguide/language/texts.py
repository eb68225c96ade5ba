"""Texts by their words: of many, only those are gone over that may hold what is looked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from crpsguide.language.patterns import BEGINNING, DIGIT, Pattern, PatternsByWord, has_digit, word_list
from crpsguide.language.phrases import Phrasebook


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
            for word in {*word_list(text)}:
                self._by_word[word].append(number)
            if has_digit(text):
                self._by_word[DIGIT].append(number)

    def possible(self, *sought: Pattern | PatternsByWord[Any] | Phrasebook[Any]) -> Sequence[int]:
        """The numbers of the texts in which any of what is sought may stand, in their order."""
        found = set[int]()
        for one in sought:
            found.update(self._holding_phrases(one) if isinstance(one, Phrasebook) else self._holding_any(one.needs))
        return sorted(found)

    def _holding_any(self, needs: Iterable[str]) -> Iterable[int]:
        """The texts that hold one of some words; all, if none is needed."""
        if not needs:
            return range(self._count)
        found = set[int]()
        for need in needs:
            if need.endswith(BEGINNING):
                beginning = need[:-1]
                found.update(*(numbers for word, numbers in self._by_word.items() if word.startswith(beginning)))
            else:
                found.update(self._by_word.get(need, ()))
        return found

    def _holding_phrases(self, book: Phrasebook[Any]) -> Iterable[int]:
        """The texts in which a phrase of a book may stand."""
        there = self._by_word.keys() & book.words
        found = book.texts({word: sum(1 << number for number in self._by_word[word]) for word in there})
        return (number for number in range(self._count) if found >> number & 1)
