"""What a page is, told to machines in the words of schema.org: nothing that the page itself does not say."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from crpsguide.model import (
    ConditionFrontMatter,
    FaqFrontMatter,
    GuideFrontMatter,
    Heading,
    HeardClaim,
    Page,
    Site,
    Source,
)
from crpsguide.render.navigation import Crumb
from crpsguide.render.references import references

Thing = Mapping[str, Any]
ARTICLE = "article-journal"
QUESTION_LEVEL = 2


def graph(*things: Thing) -> Thing | None:
    """Things as one JSON-LD document; None when there are none."""
    return {"@context": "https://schema.org", "@graph": things} if things else None


def breadcrumb_list(crumbs: tuple[Crumb, ...], href: Callable[[PurePosixPath], str]) -> Thing:
    """The trail to a page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb.title, "item": href(crumb.address)}
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def page_things(site: Site, page: Page, url: str) -> tuple[Thing, ...]:
    """The page, the condition that it is about, and its questions; nothing for plain pages.

    `url` is the page's published address, empty when that is not known.
    """
    facts = page.front_matter
    if not isinstance(facts, GuideFrontMatter):
        return ()
    things = [_web_page(site, page, facts, url)]
    if isinstance(facts, ConditionFrontMatter) and site.settings.subject:
        things.append(_condition(site, facts))
    if isinstance(facts, FaqFrontMatter):
        things.append(_questions(page))
    return tuple(things)


def claim_review(site: Site, claim: HeardClaim, url: str, verdict: str) -> Thing:
    """Our verdict on a claim, in words: a number would feign a measure. Who made the claim is not told."""
    thing: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": claim.claim,
        "reviewRating": {"@type": "Rating", "alternateName": verdict},
        "itemReviewed": {"@type": "Claim", "text": claim.claim},
        "author": {"@type": "Organization", "name": site.settings.name},
        "reviewBody": claim.truth_words,
        "inLanguage": site.settings.language,
    }
    if claim.published:
        thing["datePublished"] = claim.published.isoformat()
    if url:
        thing["url"] = url
    cited = [
        one.source.source.link or source_work(one.source) for one in references(site, claim) if one.source.may_be_cited
    ]
    if cited:
        thing["citation"] = cited
    return thing


def source_work(source: Source) -> Thing:
    """A source as the work that it is. Its own page tells this; a page that cites it lists it for readers."""
    work = source.source
    thing: dict[str, Any] = {
        "@type": "ScholarlyArticle" if work.type == ARTICLE else "CreativeWork",
        "name": work.title,
    }
    if work.issued:
        thing["datePublished"] = work.issued
    if work.link:
        thing["url"] = work.link
    return thing


def _web_page(site: Site, page: Page, facts: GuideFrontMatter, url: str) -> Thing:
    thing: dict[str, Any] = {"@type": "MedicalWebPage", "name": page.title, "dateModified": facts.checked.isoformat()}
    if site.settings.licence_url:
        thing["license"] = site.settings.licence_url
    if url:
        thing["url"] = url
    if isinstance(facts, ConditionFrontMatter) and site.settings.subject:
        thing["about"] = {"@type": "MedicalCondition", "name": site.settings.subject}
    if facts.clinical_review:
        thing["lastReviewed"] = facts.clinical_review.date.isoformat()
        thing["reviewedBy"] = {
            "@type": "Person",
            "name": facts.clinical_review.name,
            "jobTitle": facts.clinical_review.role,
        }
    return thing


def _condition(site: Site, facts: ConditionFrontMatter) -> Thing:
    names = list(dict.fromkeys((*site.settings.subject_names, *facts.other_names)))
    return {"@type": "MedicalCondition", "name": site.settings.subject, "alternateName": names}


def _questions(page: Page) -> Thing:
    """The questions, each with the place of its answer: an answer torn from its sources would look surer than it is."""
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": one.words, "acceptedAnswer": {"@type": "Answer", "url": f"#{one.anchor}"}}
            for one in _answered(page)
        ],
    }


def _answered(page: Page) -> Iterator[Heading]:
    """The headings of level 2 with something below them."""
    question = None
    for section in page.sections:
        if section.heading and section.heading.level <= QUESTION_LEVEL:
            question = section.heading
        if question and section.blocks:
            yield question
            question = None
