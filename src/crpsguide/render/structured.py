"""What a page is, told to machines in the words of schema.org: nothing that the page itself does not say."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from crpsguide.model import ConditionFrontMatter, GuideFrontMatter, Heading, HeardClaim, Page, PageType, Site, Source
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
    if page.type is PageType.FAQ:
        things.append(_questions(page))
    return tuple(things)


def claim_review(site: Site, claim: HeardClaim, url: str, verdict: str) -> Thing:
    """Our verdict on a claim, in words: a number would feign a measure. Who made the claim is not told."""
    cited = [one.source for one in references(site, claim) if one.source.may_be_cited]
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim.claim,
        "reviewRating": {"@type": "Rating", "alternateName": verdict},
        "itemReviewed": {"@type": "Claim", "text": claim.claim},
        "author": {"@type": "Organization", "name": site.settings.name},
        "reviewBody": claim.truth_words,
        "inLanguage": site.settings.language,
    } | _known(
        datePublished=claim.published and claim.published.isoformat(),
        url=url,
        citation=[one.source.link or source_work(one) for one in cited],
    )


def source_work(source: Source) -> Thing:
    """A source as the work that it is. Its own page tells this; a page that cites it lists it for readers."""
    work = source.source
    kind = "ScholarlyArticle" if work.type == ARTICLE else "CreativeWork"
    return {"@type": kind, "name": work.title} | _known(datePublished=work.issued, url=work.link)


def _web_page(site: Site, page: Page, facts: GuideFrontMatter, url: str) -> Thing:
    subject, review = site.settings.subject, facts.clinical_review
    is_about = isinstance(facts, ConditionFrontMatter) and subject
    return {"@type": "MedicalWebPage", "name": page.title, "dateModified": facts.checked.isoformat()} | _known(
        license=site.settings.licence_url,
        url=url,
        about=is_about and {"@type": "MedicalCondition", "name": subject},
        lastReviewed=review and review.date.isoformat(),
        reviewedBy=review and {"@type": "Person", "name": review.name, "jobTitle": review.role},
    )


def _known(**facts: Any) -> dict[str, Any]:
    """The facts that are there to tell."""
    return {name: fact for name, fact in facts.items() if fact}


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
