"""Near misses: what somebody who typed a wrong word may have meant."""

import difflib
import re
from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import takewhile

MOST_NEAR, NEAR = 3, 0.6  # difflib's own measure of what a person would take for alike, which strangers pass too
MOST_SLIPS = 3
LETTERS_A_SLIP = 6  # after the first: “chrt” lacks 2 letters of “charts”; “cave2023” has 3 that “cohen2023” has not
SHORT = 8  # letters; in a shorter word a slip at its beginning makes another word of it, as “talks” of “walks”
LONGEST_ODD_PART = 100  # letters between the first slip and the last; comparing takes the square of their number
TELLING = 4  # letters with which a name can be told when its end is left out
BEHIND = 0.1  # how much less alike than the best a near miss may be; a weaker one only distracts
DENIALS = frozenset({"not-", "not ", "no-", "no ", "non-", "never-", "un", "in", "im", "ir", "dis"})
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
    near = _alike(typed, by_fold, MOST_NEAR)
    best = _likeness(near[0], typed) if near else 0
    return [by_fold[one] for one in near if _likeness(one, typed) >= best - BEHIND]


@lru_cache(maxsize=1024)  # after a folder moved, thousands of links name the same few files
def names_alike(word: str, known: Set[str]) -> Set[str]:
    """The few known names that come nearest to a word, however far behind the best of them.

    >>> sorted(names_alike("reviwed", frozenset({"title", "reviewed", "review"})))
    ['review', 'reviewed']
    """
    near = _alike(word.casefold(), {one.casefold() for one in known}, FEW)
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


def _alike(typed: str, known: Iterable[str], most: int) -> list[str]:
    near = difflib.get_close_matches(typed, known, n=FEW, cutoff=NEAR)
    slips = (one for one in near if not _is_opposite(typed, one))
    return [one for one in slips if _is_a_slip(typed, one) or _has_its_words(typed, one)][:most]


def _is_opposite(typed: str, meant: str) -> bool:
    """Whether one word denies the other, which nobody means who types it: “supported” for “not-supported”."""
    shorter, longer = sorted((typed, meant), key=len)
    return longer.endswith(shorter) and longer.removesuffix(shorter) in DENIALS


def _is_a_slip(typed: str, meant: str) -> bool:
    """Whether few keys were missed, for words of this length."""
    typed, meant = (word.lstrip("#./") for word in (typed, meant))
    longer = max(len(typed), len(meant))
    first = typed[:1], meant[:1]
    is_begun_alike = first[0] == first[1] or typed[:2] == meant[1::-1] or not "".join(first).isascii()  # “œdema”
    most = min(1 + longer // LETTERS_A_SLIP, MOST_SLIPS)
    return (is_begun_alike or longer >= SHORT) and _slips(typed, meant) <= most


def _has_its_words(typed: str, meant: str) -> bool:
    """Whether one is the other without its end, without some words, or with one for another behind the first."""
    shorter, longer = sorted((typed, meant), key=len)
    if longer.startswith(shorter) and len(shorter) >= TELLING:
        return True
    words, more = (re.findall(r"[^\W_]+", word) for word in (shorter, longer))
    shared = set(words) & set(more)
    is_begun_alike = words[:1] == more[:1] and 2 * len(shared) >= len(more)
    return bool(words) and (shared == set(words) or is_begun_alike)


def _slips(typed: str, meant: str) -> int:
    """How many letters are left out, added, wrong, or in the place of their neighbour; of many, that they are too many.

    Source: optimal string alignment distance, after Damerau, “A technique for computer detection and correction of
    spelling errors”, 1964.
    """
    typed, meant = _without_common_ends(typed, meant)
    if abs(len(typed) - len(meant)) > MOST_SLIPS or len(typed) > LONGEST_ODD_PART:
        return MOST_SLIPS + 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for down, letter in enumerate(typed, 1):
        older, before, row = before, row, [down]
        for across, other in enumerate(meant, 1):
            fewest = min(before[across] + 1, row[-1] + 1, before[across - 1] + (letter != other))
            if down > 1 < across and typed[down - 2 : down] == meant[across - 2 : across][::-1]:
                fewest = min(fewest, older[across - 2] + 1)
            row.append(fewest)
    return row[-1]


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    start = _alike_letters(one, other)
    one, other = one[start:], other[start:]
    end = _alike_letters(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _alike_letters(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _likeness(word: str, typed: str) -> float:
    return difflib.SequenceMatcher(None, word, typed).ratio()
