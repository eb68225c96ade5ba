"""How hard a text is to read, by the formulas that health services use."""

import math
from collections.abc import Sequence
from functools import lru_cache

from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.syllables import count_syllables

POLYSYLLABLE = 3  # syllables from which a word counts as long, in SMOG and in checklist item R4

_WORD = Pattern(r"\d[\d.,:/]*\d%?|\d%?|[A-Za-zÀ-ž]+(?:['’-][A-Za-zÀ-ž]+)*", AS_TYPED)


@lru_cache(maxsize=4096)  # some twenty rules count the words of each sentence
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; a number is one word, and so are parts joined by a hyphen.

    >>> words_of("It took 2.5 hours, long-lasting or not.")
    ('It', 'took', '2.5', 'hours', 'long-lasting', 'or', 'not')
    """
    return (*_WORD.findall(text),)


def flesch_kincaid(sentences: Sequence[str]) -> float:
    """US school grade that a text asks of its reader: 6.0 is about age 11.

    Raises:
        ValueError: there is no word.

    Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas,
    US Navy Research Branch Report 8-75.
    """
    words = sum(len(words_of(sentence)) for sentence in sentences)
    if not words:
        raise ValueError("a text without words has no grade")
    syllables = sum(map(_syllables, sentences))
    return 0.39 * words / len(sentences) + 11.8 * syllables / words - 15.59


def smog(sentences: Sequence[str]) -> float:
    """US school grade of those who understand all of a text; steady from 30 sentences on.

    Raises:
        ValueError: there is no sentence.

    Source: McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12 (8), 639-646.
    """
    if not sentences:
        raise ValueError("a text without sentences has no grade")
    long_words = sum(map(_long_words, sentences))
    return 1.0430 * math.sqrt(long_words * 30 / len(sentences)) + 3.1291


@lru_cache(maxsize=4096)  # several sums are made of each sentence
def _syllables(sentence: str) -> int:
    return sum(map(count_syllables, words_of(sentence)))


@lru_cache(maxsize=4096)
def _long_words(sentence: str) -> int:
    return sum(map(is_long, words_of(sentence)))


@lru_cache(maxsize=16384)
def is_long(word: str) -> bool:
    """Whether a word has three syllables or more; of parts joined by a hyphen the longest decides."""
    return max(count_syllables(part) for part in word.split("-")) >= POLYSYLLABLE
