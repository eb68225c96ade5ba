"""Regular expressions that are compiled when they are first used."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


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


def in_small_letters(text: str) -> str:
    """A text in small letters, each in its place: a few capitals have a small form of two letters, and stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := one.lower()) == 1 else one for one in text)
