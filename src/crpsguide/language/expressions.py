"""Regular expressions that are compiled when they are first used."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Any

_CAPITAL = re.compile(r"(?<!\\)(?<!\(\?)[A-Z]")  # but for what is no letter: “\W”, “(?P<name>”


class Late:
    """A regular expression that is compiled when it is first asked for something. See `late`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self.flags)

    # From the first time on each is at hand as with any pattern.

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """See `re.Pattern.search`."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """See `re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """See `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """See `re.Pattern.finditer`."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """See `re.Pattern.findall`."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[Any]]:
        """See `re.Pattern.split`."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """See `re.Pattern.sub`."""
        return self.compiled.sub


def late(pattern: str, flags: int = 0) -> Late:
    """What `re.compile` makes of a pattern, made when it is first asked for something.

    Of the two hundred that stand in the modules an edit asks half, and those of rules that see no reason to look on
    are dear.
    """
    return Late(pattern, flags)


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


class Expression:
    """A regular expression that costs nothing before its first use.

    There are hundreds, and a build that judges one page needs few of them: to compile all took a tenth of its time. One
    that takes no heed of capitals is looked for in small letters, which takes half the time.
    """

    def __init__(self, pattern: str | Callable[[], str], flags: int = 0) -> None:
        self._pattern = pattern
        self.flags = flags

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
        return in_small_letters(text) if self._is_small else text

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        """See `re.Pattern.search`."""
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


@cache  # the same phrases with the words of a guide and without; to compile them takes longer than to find them
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def in_small_letters(text: str) -> str:
    """A text in small letters, each in its place: a few capitals have a small form of two letters, and stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := one.lower()) == 1 else one for one in text)
