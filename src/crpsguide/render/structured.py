"""Structured data (JSON-LD with schema.org types) for pages; it states only what the page itself says."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from crpsguide.model import ConditionFrontMatter, GuideFrontMatter, Heading, HeardClaim, Page, PageType, Site, Source
from crpsguide.render.navigation import Crumb
from crpsguide.render.references import references

JsonLd = Mapping[str, Any]
ARTICLE = "article-journal"
QUESTION_LEVEL = 2


def graph(*things: JsonLd) -> JsonLd | None:
    """The objects as one JSON-LD document; None without objects."""
    return {"@context": "https://schema.org", "@graph": things} if things else None


def breadcrumb_list(crumbs: tuple[Crumb, ...], href: Callable[[PurePosixPath], str]) -> JsonLd:
    """The breadcrumbs of a page; `href` gives the URL of an address."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb.title, "item": href(crumb.address)}
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def page_things(site: Site, page: Page, url: str) -> tuple[JsonLd, ...]:
    """The objects for a page, its condition and its questions; empty for plain pages.

    `url` is the published URL of the page, or empty if not known.
    """
    facts = page.front_matter
    if not isinstance(facts, GuideFrontMatter):
        return ()
    things = [_web_page(site, page, facts, url)]
    if isinstance(facts, ConditionFrontMatter) and site.settings.subject:
        things.append(_condition(site, facts))
    if page.type is PageType.FAQ:
        things.append(_questions(page))
    return tuple(things)


def claim_review(site: Site, claim: HeardClaim, url: str, verdict: str) -> JsonLd:
    """A review of a claim: the verdict in words, for a number would suggest a measurement; without its author."""
    cited = [reference.source for reference in references(site, claim) if reference.source.may_be_cited]
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim.claim,
        "reviewRating": {"@type": "Rating", "alternateName": verdict},
        "itemReviewed": {"@type": "Claim", "text": claim.claim},
        "author": {"@type": "Organization", "name": site.settings.name},
        "reviewBody": claim.main_message_text,
        "inLanguage": site.settings.language,
    } | _non_empty(
        datePublished=claim.published and claim.published.isoformat(),
        url=url,
        citation=[source.source.link or source_work(source) for source in cited],
    )


def source_work(source: Source) -> JsonLd:
    """The work that a source is. Its own page has this; pages that cite it list their sources for readers instead."""
    work = source.source
    kind = "ScholarlyArticle" if work.type == ARTICLE else "CreativeWork"
    return {"@type": kind, "name": work.title} | _non_empty(datePublished=work.issued, url=work.link)


def _web_page(site: Site, page: Page, facts: GuideFrontMatter, url: str) -> JsonLd:
    subject, review = site.settings.subject, facts.clinical_review
    is_about = isinstance(facts, ConditionFrontMatter) and subject
    return {"@type": "MedicalWebPage", "name": page.title, "dateModified": facts.checked.isoformat()} | _non_empty(
        license=site.settings.licence_url,
        url=url,
        about=is_about and {"@type": "MedicalCondition", "name": subject},
        lastReviewed=review and review.date.isoformat(),
        reviewedBy=review and {"@type": "Person", "name": review.name, "jobTitle": review.role},
    )


def _non_empty(**facts: Any) -> dict[str, Any]:
    """The facts without empty ones."""
    return {name: fact for name, fact in facts.items() if fact}


def _condition(site: Site, facts: ConditionFrontMatter) -> JsonLd:
    names = list(dict.fromkeys((*site.settings.subject_names, *facts.other_names)))
    return {"@type": "MedicalCondition", "name": site.settings.subject, "alternateName": names}


def _questions(page: Page) -> JsonLd:
    """The questions with links to their answers; without the text, which would look too certain without its sources."""
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": question.words,
                "acceptedAnswer": {"@type": "Answer", "url": f"#{question.anchor}"},
            }
            for question in _answered_questions(page)
        ],
    }


def _answered_questions(page: Page) -> Iterator[Heading]:
    """The headings of level 2 with at least one block below them."""
    question = None
    for section in page.sections:
        if section.heading and section.heading.level <= QUESTION_LEVEL:
            question = section.heading
        if question and section.blocks:
            yield question
            question = None
