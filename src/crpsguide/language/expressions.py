"""Regular expressions that are compiled when they are first used."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

_CAPITAL = re.compile(r"(?<!\\)(?<!\(\?)[A-Z]")  # but for what is no letter: “\W”, “(?P<name>”


class Expression:
    """A regular expression that costs nothing before its first use.

    There are hundreds, and a build that judges one page needs few of them: to compile all took a tenth of its time. One
    that takes no heed of capitals is looked for in small letters first, which takes half the time, and as typed only
    where it was found.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _small(self) -> re.Pattern[str] | None:
        """The expression for small letters; None if it takes heed of capitals."""
        if not self.flags & re.IGNORECASE or "(?-i" in self.pattern:
            return None
        return re.compile(_CAPITAL.sub(lambda found: found[0].lower(), self.pattern), self.flags & ~re.IGNORECASE)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the expression is found in a text."""
        small = self._small
        found = small.finditer(in_small_letters(text)) if small else self.compiled.finditer(text)
        return (one.span() for one in found)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """See `re.Pattern.search`."""
        if small := self._small:
            found = small.search(in_small_letters(text), start, end)
            return found and self.compiled.match(text, found.start(), end)
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """See `re.Pattern.match`."""
        if (small := self._small) and not small.match(in_small_letters(text), start):
            return None
        return self.compiled.match(text, start)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """See `re.Pattern.fullmatch`."""
        if (small := self._small) and not small.fullmatch(in_small_letters(text), start, end):
            return None
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """See `re.Pattern.finditer`."""
        if small := self._small:
            found = small.finditer(in_small_letters(text), start, end)
            typed = (self.compiled.match(text, one.start(), end) for one in found)
            return (one for one in typed if one)
        return self.compiled.finditer(text, start, end)

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """See `re.Pattern.sub`."""
        if (small := self._small) and not small.search(in_small_letters(text)):
            return text
        return self.compiled.sub(instead, text)

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """See `re.Pattern.findall`; for an expression with one group or none."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """See `re.Pattern.split`."""
        return self.compiled.split


def in_small_letters(text: str) -> str:
    """A text in small letters, each in its place: a few capitals have a small form of two letters, and stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := one.lower()) == 1 else one for one in text)
