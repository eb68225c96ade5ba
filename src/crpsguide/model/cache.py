"""The cache as the stages see it: values from earlier runs, by key."""

from hashlib import blake2b
from typing import Any, Protocol


class Cache(Protocol):
    """Values of one kind from earlier runs. The key of a value is made from everything that it depends on."""

    def get(self, key: str) -> Any:
        """The value with a key; None on a miss."""

    def put(self, key: str, value: object) -> None:
        """Set the value of a key, for this run and later ones; it is never None."""

    def __hash__(self) -> int:
        """By identity, whatever it holds."""


class NoCache:
    """A cache that is always empty."""

    def get(self, key: str) -> None:
        """Always None."""

    def put(self, key: str, value: object) -> None:
        """Do nothing."""


NO_CACHE = NoCache()


def key_of(*parts: object) -> str:
    """A hash of these parts as strings, for use as a cache key.

    >>> key_of("page", 1) == key_of("page", 1), key_of("ab", "c") == key_of("a", "bc")
    (True, False)
    """
    return blake2b(repr([str(part) for part in parts]).encode(), digest_size=16).hexdigest()
