"""The cache as the stages see it: what an earlier run worked out need not be worked out again."""

from hashlib import blake2b
from typing import Any, Protocol


class Cache(Protocol):
    """A part of the cache: values of one sort from earlier runs. A key names everything that a value was made from."""

    def get(self, key: str) -> Any:
        """The value kept under a key; None when there is none."""

    def put(self, key: str, value: object) -> None:
        """Remember a value, which is never None, for runs to come."""

    def __hash__(self) -> int:
        """A cache is itself alone, whatever it holds."""


class NoCache:
    """A cache that holds nothing, for work without a cache."""

    def get(self, key: str) -> None:
        """None, always."""

    def put(self, key: str, value: object) -> None:
        """Nothing is kept."""


NO_CACHE = NoCache()


def key_of(*parts: object) -> str:
    """A key for what was made from these parts, told apart by their texts.

    >>> key_of("page", 1) == key_of("page", 1), key_of("ab", "c") == key_of("a", "bc")
    (True, False)
    """
    return blake2b(repr([str(part) for part in parts]).encode(), digest_size=16).hexdigest()
