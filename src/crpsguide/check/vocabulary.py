"""The guide's own words for the illness, the body and care: its list `health-words`."""

import re

from crpsguide.language.promises import OwnWords
from crpsguide.language.statements.matter import pattern_of
from crpsguide.language.statements.patterns import Pattern
from crpsguide.model import Site

LIST = "health-words"


def own_words(site: Site) -> OwnWords:
    """The words of the list by what they name. Keys that are not known here count as words of health only."""
    return OwnWords(
        illness=_listed(site, "the-condition"),
        body=_listed(site, "body"),
        care=(*_listed(site, "medicines"), *_listed(site, "care")),
    )


def health_words(site: Site) -> Pattern | None:
    """All words of the list, whatever they name, or None when there are none."""
    words = [word for key in _keys(site) for word in _listed(site, key)]
    return pattern_of(" ".join(re.escape(word.replace(" ", "_")) for word in words)) if words else None


def _keys(site: Site) -> tuple[str, ...]:
    return tuple(site.wording[LIST].phrases) if LIST in site.wording else ()


def _listed(site: Site, key: str) -> tuple[str, ...]:
    return site.wording[LIST].phrases[key].words if key in _keys(site) else ()
