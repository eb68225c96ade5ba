"""How hard a text is to read, by the formulas that health services use."""

import math
import re
from collections.abc import Sequence

from crpsguide.language.syllables import count_syllables

POLYSYLLABLE = 3  # syllables from which a word counts as long, in SMOG and in checklist item R4

_WORD = re.compile(r"\d[\d.,:/]*\d%?|\d%?|[A-Za-zÀ-ž]+(?:['’-][A-Za-zÀ-ž]+)*")


def words_of(text: str) -> list[str]:
    """The words of a text; a number is one word, and so are parts joined by a hyphen.

    >>> words_of("It took 2.5 hours, long-lasting or not.")
    ['It', 'took', '2.5', 'hours', 'long-lasting', 'or', 'not']
    """
    return _WORD.findall(text)


def flesch_kincaid(sentences: Sequence[str]) -> float:
    """US school grade that a text asks of its reader: 6.0 is about age 11.

    Raises:
        ValueError: there is no word.

    Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas,
    US Navy Research Branch Report 8-75.
    """
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        raise ValueError("a text without words has no grade")
    syllables = sum(count_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def smog(sentences: Sequence[str]) -> float:
    """US school grade of those who understand all of a text; steady from 30 sentences on.

    Raises:
        ValueError: there is no sentence.

    Source: McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12 (8), 639-646.
    """
    if not sentences:
        raise ValueError("a text without sentences has no grade")
    long_words = sum(is_long(word) for sentence in sentences for word in words_of(sentence))
    return 1.0430 * math.sqrt(long_words * 30 / len(sentences)) + 3.1291


def is_long(word: str) -> bool:
    """Whether a word has three syllables or more; of parts joined by a hyphen the longest decides."""
    return max(count_syllables(part) for part in word.split("-")) >= POLYSYLLABLE
