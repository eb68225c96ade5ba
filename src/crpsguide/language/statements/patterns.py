"""Regular expressions that cost nothing until they are asked, and little where they cannot be found."""

import re
from collections.abc import Iterator
from functools import cached_property

from crpsguide.language.phrases import words_in

DIGIT = "#"
_DIGIT = re.compile("[\\d¼-¾⅐-⅞]")


class Pattern:
    """A regular expression, compiled when it is first used: most commands never judge a sentence.

    `needs` are words, parted by blanks and in small letters, of which one stands wherever the expression is found;
    `#` stands for a digit or a fraction such as “½” anywhere. A text without any of them is not searched.
    """

    def __init__(self, pattern: str, flags: int = 0, *, needs: str = "") -> None:
        self.pattern = pattern
        self.flags = flags
        self.needs = frozenset(needs.split())

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self.flags)

    def may_stand_in(self, text: str) -> bool:
        """Whether a text holds any of the words that the expression needs."""
        if not self.needs or not words_in(text).isdisjoint(self.needs):
            return True
        return DIGIT in self.needs and bool(_DIGIT.search(text))

    def search(self, text: str) -> re.Match[str] | None:
        """See `re.Pattern.search`."""
        return self.compiled.search(text) if not self.needs or self.may_stand_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """See `re.Pattern.finditer`."""
        return self.compiled.finditer(text) if self.may_stand_in(text) else iter(())

    def match(self, text: str) -> re.Match[str] | None:
        """See `re.Pattern.match`."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """See `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text)

    def sub(self, instead: str, text: str) -> str:
        """See `re.Pattern.sub`."""
        return self.compiled.sub(instead, text)
