"""Heard claims, grouped by topic and sorted by verdict, the least true first."""

import json
from collections.abc import Iterable

from crpsguide.frozen import frozen
from crpsguide.model import HeardClaim, Site, Verdict

CLAIMS_TITLE = "Claims you may have heard"
TOPICS = "claim-topics"  # the wording list with the titles of the topics, in reading order
LEAST_TRUE_FIRST = tuple(verdict for verdict in reversed(Verdict) if verdict is not Verdict.OPINION)


@frozen
class Topic:
    """A topic and its claims. `key` is its key in the wording list, and part of its anchor."""

    key: str
    claims: tuple[HeardClaim, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the topic on the page of all claims."""
        return f"_topic-{self.key or 'other'}"


def published_claims(site: Site) -> tuple[HeardClaim, ...]:
    """The published claims, sorted by id."""
    return tuple(sorted((claim for claim in site.claims.values() if claim.is_published), key=lambda claim: claim.id))


def topics(site: Site) -> tuple[Topic, ...]:
    """The topics with at least one claim: in the order of the wording list, then those without an entry there."""
    claims = published_claims(site)
    listed = site.phrases(TOPICS)
    keys = dict.fromkeys((*listed, *sorted({claim.topic for claim in claims})))
    found = (Topic(key, _in_order(claim for claim in claims if claim.topic == key)) for key in keys)
    return tuple(topic for topic in found if topic.claims)


def claim_keywords(site: Site) -> bytes:
    """A script for the claim checker that declares `CLAIM_KEYWORDS`: the keywords of each claim by its id.

    Keywords are words of other phrasings of the claim, or of its opposite. It is a script like the search
    index, since a page opened from disk may not load JSON.
    """
    words = {claim.id: claim.keywords for claim in published_claims(site) if claim.keywords}
    return f"const CLAIM_KEYWORDS = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def verdict_counts(site: Site) -> tuple[tuple[Verdict, int], ...]:
    """The number of published claims with each verdict, the least true first."""
    found = [claim.verdict for claim in published_claims(site)]
    return tuple((verdict, found.count(verdict)) for verdict in LEAST_TRUE_FIRST if verdict in found)


def pages_heard(site: Site) -> int:
    """The number of distinct web pages in which the published claims were found."""
    return len({claim.heard_in for claim in published_claims(site)})


def _in_order(claims: Iterable[HeardClaim]) -> tuple[HeardClaim, ...]:
    return tuple(sorted(claims, key=lambda claim: (LEAST_TRUE_FIRST.index(claim.verdict), claim.id)))
