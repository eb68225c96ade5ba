"""Spelling suggestions: known words that are similar to an unknown one."""

import difflib
import re
from collections.abc import Iterable, Set
from functools import lru_cache

MAX_SUGGESTIONS = 3
MIN_RATIO = 0.6  # difflib's default cutoff; it also lets unrelated words pass, hence `_is_typo` and `_shares_words`
MAX_TYPOS = 3
LETTERS_PER_TYPO = 6  # after the first: 2 are missing in “chrt” for “charts”, but “cave2023” is not “cohen2023”
LONG_WORD = 8  # letters; in a shorter word, a wrong first letter makes a different word (“talks”, “walks”)
MAX_DIFFERENCE = 100  # letters between the first and the last difference; the distance takes quadratic time
MIN_PREFIX = 4  # letters of a truncated name
MAX_RATIO_GAP = 0.1  # to the best suggestion; weaker ones only distract
NEGATIONS = frozenset({"not-", "not ", "no-", "no ", "non-", "never-", "un", "in", "im", "ir", "dis"})
FEW = 8  # names in a shortened list


def near_misses(word: str, known: Iterable[str]) -> list[str]:
    """Up to three known words with a spelling like this one's, best first, and all about as similar as the best.

    >>> near_misses("reviwed", ["title", "reviewed", "review"])
    ['reviewed']
    """
    by_fold = {one.casefold(): one for one in known}
    typed = word.casefold()
    parts = sorted(typed.split("-"))
    if reordered := [one for fold, one in by_fold.items() if sorted(fold.split("-")) == parts]:
        return reordered[:MAX_SUGGESTIONS]  # “journal-article” for “article-journal”
    similar = _similar(typed, by_fold, MAX_SUGGESTIONS)
    best_ratio = _ratio(similar[0], typed) if similar else 0
    return [by_fold[one] for one in similar if _ratio(one, typed) >= best_ratio - MAX_RATIO_GAP]


@lru_cache(maxsize=1024)  # after a folder moved, thousands of links name the same few files
def similar_names(word: str, known: Set[str]) -> Set[str]:
    """Up to eight known names with a spelling like this word's, including ones less similar than the best.

    >>> sorted(similar_names("reviwed", frozenset({"title", "reviewed", "review"})))
    ['review', 'reviewed']
    """
    similar = _similar(word.casefold(), {one.casefold() for one in known}, FEW)
    return {one for one in known if one.casefold() in similar}


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A question that offers the near misses, or `otherwise` if there are none."""
    suggestions = [f"“{one}”" for one in near_misses(word, known)]
    return f"Did you mean {' or '.join(suggestions)}?" if suggestions else otherwise


def shortened_list(names: Iterable[str]) -> str:
    """Names joined by commas, of a long list the first eight and the number of others.

    >>> shortened_list(["week-1", "week-12"])
    'week-1, week-12'
    """
    every = list(names)
    more = f" and {len(every) - FEW} more" if len(every) > FEW else ""
    return ", ".join(every[:FEW]) + more


def _similar(typed: str, known: Iterable[str], limit: int) -> list[str]:
    """Up to `limit` known words that `typed` may be a misspelling of, best first."""
    close = difflib.get_close_matches(typed, known, n=FEW, cutoff=MIN_RATIO)
    candidates = (one for one in close if not _is_negation(typed, one))
    return [one for one in candidates if _is_typo(typed, one) or _shares_words(typed, one)][:limit]


def _is_negation(typed: str, known: str) -> bool:
    """Whether one word is the other with a negative prefix, such as “supported” and “not-supported”."""
    shorter, longer = sorted((typed, known), key=len)
    return longer.endswith(shorter) and longer.removesuffix(shorter) in NEGATIONS


def _is_typo(typed: str, known: str) -> bool:
    """Whether the edit distance is small for words of this length."""
    typed, known = (word.lstrip("#./") for word in (typed, known))
    length = max(len(typed), len(known))
    is_same_start = (
        typed[:1] == known[:1]
        or typed[:2] == known[1::-1]  # the first two letters are swapped
        or not (typed[:1] + known[:1]).isascii()  # “œdema”
    )
    limit = min(1 + length // LETTERS_PER_TYPO, MAX_TYPOS)
    return (is_same_start or length >= LONG_WORD) and _edit_distance(typed, known) <= limit


def _shares_words(typed: str, known: str) -> bool:
    """Whether one is a prefix of the other, has only some of its words, or shares the first and half of all words."""
    shorter, longer = sorted((typed, known), key=len)
    if longer.startswith(shorter) and len(shorter) >= MIN_PREFIX:
        return True
    few_words, many_words = (re.findall(r"[^\W_]+", word) for word in (shorter, longer))
    shared = set(few_words) & set(many_words)
    is_same_start = few_words[:1] == many_words[:1] and 2 * len(shared) >= len(many_words)
    return bool(few_words) and (shared == set(few_words) or is_same_start)


def _edit_distance(typed: str, known: str) -> int:
    """The number of missing, surplus, wrong or swapped letters; `MAX_TYPOS + 1` for very different words.

    Source: optimal string alignment distance, after Damerau, “A technique for computer detection and correction of
    spelling errors”, 1964.
    """
    typed, known = _without_common_ends(typed, known)
    if abs(len(typed) - len(known)) > MAX_TYPOS or len(typed) > MAX_DIFFERENCE:
        return MAX_TYPOS + 1
    before_last: list[int] = []
    last: list[int] = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(typed, 1):
        before_last, last, row = last, row, [i]
        for j, other in enumerate(known, 1):
            distance = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != other))
            if i > 1 < j and typed[i - 2 : i] == known[j - 2 : j][::-1]:
                distance = min(distance, before_last[j - 2] + 1)
            row.append(distance)
    return row[-1]


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    start = _common_prefix_length(one, other)
    one, other = one[start:], other[start:]
    end = _common_prefix_length(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _common_prefix_length(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (first, second) in enumerate(pairs) if first != second), min(len(one), len(other)))


def _ratio(word: str, typed: str) -> float:
    return difflib.SequenceMatcher(None, word, typed).ratio()
