"""Near misses: what somebody who typed a wrong word may have meant."""

import difflib
from collections.abc import Iterable, Set
from functools import lru_cache

MOST_NEAR, NEAR = 3, 0.6  # difflib's own measure of what a person would take for alike
BEHIND = 0.1  # how much less alike than the best a near miss may be; a weaker one only distracts
FEW = 8  # names that can be looked through at a glance


def near_misses(word: str, known: Iterable[str]) -> list[str]:
    """Up to three known words that are spelt like this one, best first; those alone that come near the best.

    >>> near_misses("reviwed", ["title", "reviewed", "review"])
    ['reviewed']
    """
    by_fold = {one.casefold(): one for one in known}
    typed = word.casefold()
    if turned := [one for fold, one in by_fold.items() if sorted(fold.split("-")) == sorted(typed.split("-"))]:
        return turned[:MOST_NEAR]  # “journal-article” for “article-journal”
    near = difflib.get_close_matches(typed, by_fold, n=MOST_NEAR, cutoff=NEAR)
    best = _likeness(near[0], typed) if near else 0
    return [by_fold[one] for one in near if _likeness(one, typed) >= best - BEHIND]


@lru_cache(maxsize=1024)  # after a folder moved, thousands of links name the same few files
def names_alike(word: str, known: Set[str]) -> Set[str]:
    """The few known names that come nearest to a word, however far behind the best of them.

    >>> sorted(names_alike("reviwed", frozenset({"title", "reviewed", "review"})))
    ['review', 'reviewed']
    """
    near = difflib.get_close_matches(word.casefold(), {one.casefold() for one in known}, n=FEW, cutoff=NEAR)
    return {one for one in known if one.casefold() in near}


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A question that offers the near misses, or the given sentence when there are none."""
    near = [f"“{one}”" for one in near_misses(word, known)]
    return f"Did you mean {' or '.join(near)}?" if near else otherwise


def few_of(names: Iterable[str]) -> str:
    """Names in one line, the first few of many.

    >>> few_of(["week-1", "week-12"])
    'week-1, week-12'
    """
    every = list(names)
    more = f" and {len(every) - FEW} more" if len(every) > FEW else ""
    return ", ".join(every[:FEW]) + more


def _likeness(word: str, typed: str) -> float:
    return difflib.SequenceMatcher(None, word, typed).ratio()
