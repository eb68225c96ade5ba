"""Regular expressions that cost nothing until they are asked, and little where they cannot be found."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from crpsguide.language.expressions import Expression, Found, late
from crpsguide.language.phrases import Phrasebook, words_in

Named = TypeVar("Named")
DIGIT, BEGINNING = "#", "*"
_WORD = late(r"[^\W_]+")
_DIGIT = late("[\\d¼-¾⅐-⅞]")


class Pattern(Expression):
    """A regular expression that is tried on few texts.

    `needs` are words, parted by blanks and in small letters, of which one stands wherever the expression is found:
    `suicid*` is any word that begins so, `#` a digit or a fraction such as “½” anywhere. A text without any of them is
    not searched.
    """

    def __init__(self, pattern: str | Callable[[], str], flags: int = 0, *, needs: str = "") -> None:
        super().__init__(pattern, flags)
        self.needs = frozenset(needs.split())
        self._beginnings = tuple(one[:-1] for one in self.needs if one.endswith(BEGINNING))

    def may_stand_in(self, text: str) -> bool:
        """Whether a text holds any of the words that the expression needs."""
        if not self.needs or not words_in(text).isdisjoint(self.needs):
            return True
        if DIGIT in self.needs and _DIGIT.search(text):
            return True
        return bool(self._beginnings) and any(one.startswith(self._beginnings) for one in words_in(text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        """See `re.Pattern.search`."""
        return super().search(text, start, end) if not self.needs or self.may_stand_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
        """See `re.Pattern.finditer`."""
        return super().finditer(text, start, end) if self.may_stand_in(text) else iter(())


def needs_of(phrases: Iterable[str]) -> str:
    """What a pattern of phrases as they are typed needs: the word with which each begins; nothing if one has none.

    >>> needs_of(["Side effects"]), needs_of(["cures", "100 %", "!"])
    ('side', '')
    """
    words = [_WORD.search(one.lower()) for one in phrases]
    return " ".join(one[0] for one in words if one) if all(words) else ""


class PatternsByWord(Generic[Named]):
    r"""Patterns, each with what it stands for, of which only those are tried whose words stand in a text.

    >>> listed = PatternsByWord([("end", Pattern("cures?", needs="cure cures")), ("sum", Pattern(r"\d+", needs="#"))])
    >>> [name for name, _ in listed.possible("It cures 3.")], listed.possible("It helps.")
    (['end', 'sum'], ())
    """

    def __init__(self, patterns: Iterable[tuple[Named, Pattern]]) -> None:
        self.all = tuple(patterns)
        needs = [pattern.needs for _, pattern in self.all]
        self.needs = frozenset[str]().union(*needs) if all(needs) else frozenset[str]()
        self._anywhere = frozenset(number for number, (_, pattern) in enumerate(self.all) if not pattern.needs)
        self._by_word: dict[str, list[int]] = {}
        for number, (_, pattern) in enumerate(self.all):
            for word in pattern.needs:
                self._by_word.setdefault(word, []).append(number)

    def possible(self, text: str) -> Sequence[tuple[Named, Pattern]]:
        """Those that may stand in a text, in their order."""
        found = self._by_word.keys() & words_in(text)
        if DIGIT in self._by_word and _DIGIT.search(text):
            found.add(DIGIT)
        if not found and not self._anywhere:
            return ()
        return [self.all[number] for number in sorted(self._anywhere.union(*(self._by_word[word] for word in found)))]

    def found_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return any(pattern.search(text) for _, pattern in self.possible(text))


def any_of(*patterns: tuple[str, str]) -> PatternsByWord[str]:
    """Expressions that take no heed of capitals, told over several lines, each behind the words it needs one of."""
    return PatternsByWord((needs, Pattern(pattern, re.I | re.X, needs=needs)) for needs, pattern in patterns)


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
            if _DIGIT.search(text):
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
