import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.render.sites import HERE, finding, page, rendered, site, source
from tests.render.test_golden import rendered_guide
from tests.render.test_structured import faults

from crpsguide.model import HeardClaim, Phrase, Site, Verdict, WordingList
from crpsguide.render.claims import claim_keywords, topics, verdict_counts
from crpsguide.render.structured import claim_review


def claim(id: str, verdict: Verdict, topic: str = "") -> HeardClaim:
    return HeardClaim(
        id=id,
        place=HERE,
        claim="It cures.",
        verdict=verdict,
        safer_wording="It may help.",
        why="",
        speaker="shop",
        heard_in="a page",
        topic=topic,
        main_message=None,
    )


def guide(*claims: HeardClaim, listed: tuple[str, ...] = ()) -> Site:
    phrases = {key: Phrase(id=key, place=HERE, say=key.title()) for key in listed}
    return site(
        page(),
        claims={one.id: one for one in claims},
        wording={"claim-topics": WordingList(name="claim-topics", place=HERE, phrases=phrases)},
    )


def test_the_claim_checker_gets_the_keywords_of_claims_that_have_a_page() -> None:
    told = guide(
        replace(claim("a", Verdict.SUPPORTED), keywords="heals mends"),
        replace(claim("b", Verdict.OPINION), keywords="lovely"),
        claim("c", Verdict.SUPPORTED),
    )

    assert claim_keywords(told) == b'const CLAIM_KEYWORDS = {"a":"heals mends"};\n'


def test_topics_stand_in_the_order_of_the_wording_list() -> None:
    told = guide(
        claim("a", Verdict.SUPPORTED, "x"),
        claim("b", Verdict.SUPPORTED, "z"),
        claim("c", Verdict.SUPPORTED, "y"),
        listed=("z", "x", "w"),
    )

    assert [one.key for one in topics(told)] == ["z", "x", "y"]


def test_the_least_true_claims_come_first() -> None:
    told = guide(*(claim(one.value, one) for one in Verdict))

    assert [one.id for one in topics(told)[0].claims] == [
        "contradicted",
        "unsupported",
        "overstated",
        "partly-supported",
        "supported",
    ]


def test_opinions_are_not_counted() -> None:
    told = guide(claim("a", Verdict.SUPPORTED), claim("b", Verdict.OPINION))

    assert verdict_counts(told) == ((Verdict.SUPPORTED, 1),)


def test_a_guide_without_claims_has_no_list_of_them() -> None:
    files = rendered(site(page(), sources={"a": source("a", finding("a#x"))}))

    assert "claims/index.html" not in files
    assert not [address for address, text in files.items() if "claims/index.html" in text]


@pytest.mark.parametrize(
    "never_shown", [pytest.param("A page that is never shown", id="where it was heard"), "blog2019"]
)
def test_what_is_for_editors_stays_with_them(never_shown: str) -> None:
    told = [text for address, text in rendered_guide().items() if address.startswith("claims/")]

    assert len(told) == 4  # the list, two claims, and the keywords
    assert not [text for text in told if never_shown in text]


def test_no_heading_or_title_repeats_the_claim() -> None:
    text = rendered_guide()["claims/walking-cures.html"]
    headings = re.findall(r"<(?:h\d|title)[^>]*>(.*?)</(?:h\d|title)>", text, re.DOTALL)

    assert not [one for one in headings if "Walking cures" in one]
    assert "“Walking cures cold feet in a week.”" in text


def test_the_verdict_is_told_to_machines() -> None:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', rendered_guide()["claims/walking-cures.html"]
    )
    assert found
    review: dict[str, Any] = json.loads(found[1])["@graph"][0]

    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "Walking cures cold feet in a week."
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Overstated"}
    assert review["author"] == {"@type": "Organization", "name": "The cold feet guide"}
    assert "author" not in review["itemReviewed"]


def test_every_field_for_machines_is_one_of_its_type() -> None:
    told = guide(replace(claim("a", Verdict.OVERSTATED), published=date(2026, 11, 21)))

    review = claim_review(told, told.claims["a"], "https://example.org/a.html", "Overstated")

    assert review["datePublished"] == "2026-11-21"
    assert [*faults(dict(review))] == []


def test_a_verdict_without_a_day_tells_machines_of_none() -> None:
    told = guide(claim("a", Verdict.OVERSTATED))

    assert "datePublished" not in claim_review(told, told.claims["a"], "", "Overstated")


def test_the_truth_stands_before_the_claim() -> None:
    text = rendered_guide()["claims/walking-cures.html"]

    assert text.index("Walking may help cold feet, by a little") < text.index("Walking cures cold feet")


def test_two_claims_with_one_answer_have_pages_of_two_titles() -> None:
    files = rendered(guide(claim("a", Verdict.OVERSTATED), claim("b", Verdict.UNSUPPORTED)))

    titles = [re.findall(r"<title>(.*?)</title>", files[f"claims/{id}.html"]) for id in "ab"]

    assert titles == [
        ["It may help. “It cures.” Overstated. – The guide"],
        ["It may help. “It cures.” Unsupported. – The guide"],
    ]
