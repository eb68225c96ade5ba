"""The guide's own words for the illness, the body and care: its list `health-words`."""

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
MEDICINES = "medicines"  # the key of its words for them


@frozen
class HealthWords:
    """Words that name health, whatever they name; those for medicines; those for what is given at a visit.

    `promised` has them sorted by what promises are made of.
    """

    named: Pattern | None = None
    medicines: Pattern | None = None
    given: Pattern | None = None
    promised: OwnWords = field(default_factory=OwnWords)

    def names_health(self, text: str) -> bool:
        """Whether a text holds any of the words."""
        return bool(self.named and self.named.search(text))

    def names_a_medicine(self, text: str) -> bool:
        """Whether a text names a medicine."""
        return bool(self.medicines and self.medicines.search(text))

    def in_general_words(self, text: str) -> str:
        """A text that says “treatment” for what is given at a visit, as the tests of sentences know it.

        >>> HealthWords(given=pattern_of("drips?")).in_general_words("Drips last two hours.")
        'Treatments last two hours.'
        """
        return self.given.compiled.sub(_general, text) if self.given else text


def own_words(site: Site) -> OwnWords:
    """The words of the list by what they name. Keys that are not known here count as words of health only."""
    return health_words(site).promised


def health_words(site: Site) -> HealthWords:
    """The words of the list, to look for in a text."""
    return _health_words(tuple((key, phrase.words) for key, phrase in site.phrases(LIST).items()))


@lru_cache(maxsize=4)  # several rules ask, over some texts at a time
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
