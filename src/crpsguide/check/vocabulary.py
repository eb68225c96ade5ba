"""The guide's vocabulary for the illness, the body and care, from its list `health-words`."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import field
from functools import lru_cache

from crpsguide.frozen import frozen
from crpsguide.language.patterns import Pattern
from crpsguide.language.promises import OwnWords
from crpsguide.language.statements.matter import pattern_of
from crpsguide.model import Site

LIST = "health-words"
MEDICINES = "medicines"  # a key of the list


@frozen
class HealthWords:
    """Patterns for all words of the list, for medicines, and for treatments given at a visit; None without such words.

    `promised` holds the words by subject, for the detection of promises.
    """

    named: Pattern | None = None
    medicines: Pattern | None = None
    given: Pattern | None = None
    promised: OwnWords = field(default_factory=OwnWords)

    def names_health(self, text: str) -> bool:
        """Whether a text contains a word of the list."""
        return bool(self.named and self.named.search(text))

    def names_a_medicine(self, text: str) -> bool:
        """Whether a text contains a word for a medicine."""
        return bool(self.medicines and self.medicines.search(text))

    def in_general_words(self, text: str) -> str:
        """The text with “treatment” in place of the words for treatments given at a visit.

        The language rules know that word, but not the guide's own ones.

        >>> HealthWords(given=pattern_of("drips?")).in_general_words("Drips last two hours.")
        'Treatments last two hours.'
        """
        return self.given.compiled.sub(_general, text) if self.given else text


def own_words(site: Site) -> OwnWords:
    """The words of the list by subject. Words of unknown keys have none."""
    return health_words(site).promised


def health_words(site: Site) -> HealthWords:
    """The patterns of the list."""
    return _health_words(tuple((key, phrase.words) for key, phrase in site.phrases(LIST).items()))


@lru_cache(maxsize=4)  # several rules need them, for each group of texts
def _health_words(listed: tuple[tuple[str, tuple[str, ...]], ...]) -> HealthWords:
    words = defaultdict[str, tuple[str, ...]](tuple, listed)
    return HealthWords(
        named=_pattern(word for _, of_key in listed for word in of_key),
        medicines=_pattern(words[MEDICINES]),
        given=_pattern(words["given"]),
        promised=OwnWords(
            illness=words["the-condition"],
            body=words["body"],
            care=(*words[MEDICINES], *words["given"], *words["care"]),
        ),
    )


def _pattern(words: Iterable[str]) -> Pattern | None:
    joined = " ".join(re.escape(word.replace(" ", "_")) for word in words)
    return pattern_of(joined) if joined else None


def _general(found: re.Match[str]) -> str:
    word = "treatments" if found[0].endswith("s") else "treatment"
    return word.capitalize() if found[0][0].isupper() else word
