"""Regular expressions that cost nothing until they are asked."""

import re
from functools import cached_property


class Pattern:
    """A regular expression, compiled when it is first used: most commands never judge a sentence."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """See `re.Pattern.search`."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """See `re.Pattern.match`."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """See `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text)

    def sub(self, instead: str, text: str) -> str:
        """See `re.Pattern.sub`."""
        return self.compiled.sub(instead, text)
