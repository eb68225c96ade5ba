"""The guide's own words for the illness, the body and care: its list `health-words`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from crpsguide.language.promises import OwnWords
from crpsguide.language.statements.matter import pattern_of
from crpsguide.language.statements.patterns import Pattern
from crpsguide.model import Site

LIST = "health-words"


@dataclass(frozen=True, slots=True)
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
    return OwnWords(
        illness=_listed(site, "the-condition"),
        body=_listed(site, "body"),
        care=(*_listed(site, "medicines"), *_listed(site, "given"), *_listed(site, "care")),
    )


def health_words(site: Site) -> HealthWords:
    """The words of the list, to look for in a text."""
    return HealthWords(
        named=_pattern(word for key in _keys(site) for word in _listed(site, key)),
        medicines=_pattern(_listed(site, "medicines")),
        given=_pattern(_listed(site, "given")),
        promised=own_words(site),
    )


def _keys(site: Site) -> tuple[str, ...]:
    return tuple(site.wording[LIST].phrases) if LIST in site.wording else ()


def _listed(site: Site, key: str) -> tuple[str, ...]:
    return site.wording[LIST].phrases[key].words if key in _keys(site) else ()


def _pattern(words: Iterable[str]) -> Pattern | None:
    joined = " ".join(re.escape(word.replace(" ", "_")) for word in words)
    return pattern_of(joined) if joined else None


def _general(found: re.Match[str]) -> str:
    word = "treatments" if found[0].endswith("s") else "treatment"
    return word.capitalize() if found[0][0].isupper() else word
