"""Claims heard elsewhere as readers look for them: by topic, the least true first."""

import json
from collections.abc import Iterable

from crpsguide.frozen import frozen
from crpsguide.model import HeardClaim, Site, Verdict

CLAIMS_TITLE = "Claims you may have heard"
TOPICS = "claim-topics"  # the wording list that names the topics, in reading order
LEAST_TRUE_FIRST = tuple(one for one in reversed(Verdict) if one is not Verdict.OPINION)


@frozen
class Topic:
    """A topic and its claims. `key` is that of the wording list, and the topic's place on the list of claims."""

    key: str
    claims: tuple[HeardClaim, ...]

    @property
    def anchor(self) -> str:
        """Where the topic stands on the list of claims."""
        return f"_topic-{self.key or 'other'}"


def published_claims(site: Site) -> tuple[HeardClaim, ...]:
    """The claims that have a page, by id."""
    return tuple(sorted((one for one in site.claims.values() if one.is_published), key=lambda one: one.id))


def topics(site: Site) -> tuple[Topic, ...]:
    """The topics that have a claim: in the order of the wording list, then those that it does not hold."""
    claims = published_claims(site)
    listed = site.phrases(TOPICS)
    used = dict.fromkeys((*listed, *sorted({one.topic for one in claims})))
    found = (Topic(key, _in_order(one for one in claims if one.topic == key)) for key in used)
    return tuple(topic for topic in found if topic.claims)


def claim_keywords(site: Site) -> bytes:
    """What the claim checker knows of each claim beside its words, as a script, like the index of the search.

    It declares `CLAIM_KEYWORDS`: by a claim's id the words with which others say the same, or the opposite.
    """
    words = {one.id: one.keywords for one in published_claims(site) if one.keywords}
    return f"const CLAIM_KEYWORDS = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def verdict_counts(site: Site) -> tuple[tuple[Verdict, int], ...]:
    """How many published claims got each verdict, the least true first."""
    found = [one.verdict for one in published_claims(site)]
    return tuple((verdict, found.count(verdict)) for verdict in LEAST_TRUE_FIRST if verdict in found)


def pages_heard(site: Site) -> int:
    """From how many pages elsewhere the published claims come."""
    return len({one.heard_in for one in published_claims(site)})


def _in_order(claims: Iterable[HeardClaim]) -> tuple[HeardClaim, ...]:
    return tuple(sorted(claims, key=lambda one: (LEAST_TRUE_FIRST.index(one.verdict), one.id)))
