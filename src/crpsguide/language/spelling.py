"""Near misses: what somebody who typed a wrong word may have meant."""

import difflib
from collections.abc import Iterable


def near_misses(word: str, known: Iterable[str]) -> list[str]:
    """Up to three known words that are spelt like this one, best first.

    >>> near_misses("reviwed", ["title", "reviewed", "review"])
    ['reviewed', 'review']
    """
    by_fold = {one.casefold(): one for one in known}
    return [by_fold[one] for one in difflib.get_close_matches(word.casefold(), by_fold, n=3, cutoff=0.6)]


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A question that offers the near misses, or the given sentence when there are none."""
    near = [f"“{one}”" for one in near_misses(word, known)]
    return f"Did you mean {' or '.join(near)}?" if near else otherwise
