"""Regular expressions that cost nothing until they are asked, and little where they cannot be found."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from sys import intern
from typing import Any, Generic, TypeVar

from crpsguide.language.expressions import LazyPattern, same_length_lower

Named = TypeVar("Named")
DIGIT, BEGINNING = "#", "*"
AS_TYPED = 0  # in place of flags: capitals count
_WORD = LazyPattern(r"[^\W_]+")
_DIGIT = LazyPattern("[\\d¼-¾⅐-⅞]")
# The same for texts of plain letters, as most are: found in two thirds of the time.
_PLAIN_WORD = LazyPattern("[a-z0-9]+")
_PLAIN_DIGIT = LazyPattern("[0-9]")
_CAPITAL = LazyPattern(r"(?<!\\)(?<!\(\?)[A-Z]")  # but for what is no letter: “\W”, “(?P<name>”


class Found:
    """Where an expression was found in a text, and the words there as they are typed: see `re.Match`."""

    __slots__ = ("_match", "_text")

    def __init__(self, match: re.Match[str], text: str) -> None:
        self._match = match
        self._text = text

    def __getitem__(self, group: int | str) -> str | Any:
        """See `re.Match.group`."""
        start, end = self._match.span(group)
        return self._text[start:end] if start >= 0 else None

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """See `re.Match.span`."""
        return self._match.span(group)

    def start(self, group: int | str = 0) -> int:
        """See `re.Match.start`."""
        return self._match.start(group)

    def end(self, group: int | str = 0) -> int:
        """See `re.Match.end`."""
        return self._match.end(group)

    @property
    def lastgroup(self) -> str | None:
        """See `re.Match.lastgroup`."""
        return self._match.lastgroup


class Pattern:
    """A regular expression that costs nothing before its first use, and is tried on few texts.

    There are hundreds, and a build that judges one page needs few of them: to compile all took a tenth of its time.
    Where `flags` do not say otherwise it takes no heed of capitals: then small letters are searched, in half the time.

    `needs` are words, parted by blanks and in small letters, of which one stands wherever the expression is found:
    `suicid*` is any word that begins so, `#` a digit or a fraction such as “½” anywhere. A text without any of them is
    not searched.
    """

    def __init__(self, pattern: str | Callable[[], str], flags: int = re.IGNORECASE, *, needs: str = "") -> None:
        self._pattern = pattern
        self.flags = flags
        self.needs = frozenset(needs.split())
        self._beginnings = tuple(one[:-1] for one in self.needs if one.endswith(BEGINNING))

    @cached_property
    def pattern(self) -> str:
        """The expression as it is written; a long one may be put together when it is first asked for."""
        return self._pattern if isinstance(self._pattern, str) else self._pattern()

    @cached_property
    def _is_small(self) -> bool:
        return bool(self.flags & re.IGNORECASE) and "(?-i" not in self.pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return _compiled(self.pattern, self.flags)

    @cached_property
    def _looked_for(self) -> re.Pattern[str]:
        """The expression for a text as `_seen` gives it."""
        if not self._is_small:
            return self.compiled
        return _compiled(_CAPITAL.sub(lambda found: found[0].lower(), self.pattern), self.flags & ~re.IGNORECASE)

    def _seen(self, text: str) -> str:
        return same_length_lower(text) if self._is_small else text

    def may_stand_in(self, text: str) -> bool:
        """Whether a text holds any of the words that the expression needs."""
        if not self.needs or not words_in(text).isdisjoint(self.needs):
            return True
        if DIGIT in self.needs and has_digit(text):
            return True
        return bool(self._beginnings) and any(one.startswith(self._beginnings) for one in words_in(text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        """See `re.Pattern.search`."""
        if self.needs and not self.may_stand_in(text):
            return None
        found = self._looked_for.search(self._seen(text), start, end)
        return Found(found, text) if found else None

    def match(self, text: str, start: int = 0) -> Found | None:
        """See `re.Pattern.match`."""
        found = self._looked_for.match(self._seen(text), start)
        return Found(found, text) if found else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        """See `re.Pattern.fullmatch`."""
        found = self._looked_for.fullmatch(self._seen(text), start, end)
        return Found(found, text) if found else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
        """See `re.Pattern.finditer`."""
        if not self.may_stand_in(text):
            return iter(())
        return (Found(found, text) for found in self._looked_for.finditer(self._seen(text), start, end))

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """See `re.Pattern.sub`."""
        return self.compiled.sub(instead, text) if self.search(text) else text

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """See `re.Pattern.findall`; for an expression with one group or none."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """See `re.Pattern.split`."""
        return self.compiled.split


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
        if DIGIT in self._by_word and has_digit(text):
            found.add(DIGIT)
        if not found and not self._anywhere:
            return ()
        return [self.all[number] for number in sorted(self._anywhere.union(*(self._by_word[word] for word in found)))]

    def search(self, text: str) -> Found | None:
        """The first match of any; where two begin together, that of the pattern listed first."""
        found = (match for _, pattern in self.possible(text) if (match := pattern.search(text)))
        return min(found, key=Found.start, default=None)

    def found_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return any(pattern.search(text) for _, pattern in self.possible(text))


def any_of(patterns: Mapping[str, str]) -> PatternsByWord[str]:
    """Expressions that take no heed of capitals, told over several lines, by the words that each needs one of."""
    return PatternsByWord((needs, Pattern(pattern, re.I | re.X, needs=needs)) for needs, pattern in patterns.items())


@lru_cache(maxsize=4096)  # several rules ask about each sentence, one rule after the other
def words_in(text: str) -> frozenset[str]:
    """The words of a text, in small letters.

    >>> sorted(words_in("Well-being isn’t all."))
    ['all', 'being', 'isn', 't', 'well']
    """
    return frozenset(words_in_order(text))


@lru_cache(maxsize=4096)
def words_in_order(text: str) -> tuple[str, ...]:
    """The words of a text as they follow each other, in small letters."""
    return tuple(map(intern, word_list(text)))


def word_list(text: str) -> list[str]:
    """The same anew, for those who ask once."""
    small = text.lower()
    return (_PLAIN_WORD if small.isascii() else _WORD).findall(small)


def has_digit(text: str) -> bool:
    """Whether a digit or a fraction stands in a text."""
    return (_PLAIN_DIGIT if text.isascii() else _DIGIT).search(text) is not None


@cache  # the same phrases with the words of a guide and without; to compile them takes longer than to find them
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)
