"""What machines are told is told in the words of schema.org, with values of the sorts that it lists."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.render.sites import condition, heading, html, page, prose, site
from tests.render.test_golden import rendered_guide

from crpsguide.model import ClinicalReview, PageType, Section, TreatmentFrontMatter
from crpsguide.render.structured import page_things

TEXT, DATE, INTEGER = "Text", "Date", "Integer"
WORK = {
    "name": {TEXT},
    "datePublished": {DATE},
    "inLanguage": {TEXT},
    "url": {TEXT},
    "citation": {TEXT, "CreativeWork"},
}

# The properties of schema.org (version 29) that the guide uses, those of a type's parents included, each with the
# sorts of its values. A URL is told as text.
SCHEMA: dict[str, dict[str, set[str]]] = {
    "MedicalWebPage": WORK
    | {
        "about": {"MedicalCondition"},
        "dateModified": {DATE},
        "lastReviewed": {DATE},
        "license": {TEXT},
        "reviewedBy": {"Person", "Organization"},
    },
    "FAQPage": WORK | {"mainEntity": {"Question"}},
    "Question": {"name": {TEXT}, "acceptedAnswer": {"Answer"}},
    "Answer": {"text": {TEXT}, "url": {TEXT}},
    "MedicalCondition": {"name": {TEXT}, "alternateName": {TEXT}},
    "Person": {"name": {TEXT}, "jobTitle": {TEXT}},
    "BreadcrumbList": {"itemListElement": {"ListItem"}},
    "ListItem": {"position": {INTEGER}, "name": {TEXT}, "item": {TEXT}},
    "ClaimReview": WORK
    | {
        "author": {"Organization", "Person"},
        "claimReviewed": {TEXT},
        "itemReviewed": {"Claim"},
        "reviewBody": {TEXT},
        "reviewRating": {"Rating"},
    },
    "Claim": {"text": {TEXT}},
    "Rating": {"alternateName": {TEXT}},
    "Organization": {"name": {TEXT}},
    "ScholarlyArticle": WORK,
    "CreativeWork": WORK,
}
PARENTS = {"ScholarlyArticle": "CreativeWork"}
NEEDED = {
    "BreadcrumbList": {"itemListElement"},
    "ClaimReview": {"claimReviewed", "reviewRating", "url", "author"},
    "FAQPage": {"mainEntity"},
    "ListItem": {"position", "name", "item"},
    "MedicalWebPage": {"name", "dateModified"},
    "Question": {"name", "acceptedAnswer"},
}  # what search engines ask for, and what a reader would miss


def faults(thing: dict[str, Any], at: str = "") -> Iterator[str]:
    """What of a thing schema.org does not know, or lacks."""
    kind = thing["@type"]
    at = f"{at}{kind}"
    if kind not in SCHEMA:
        yield f"{at}: no such type"
        return
    yield from (f"{at}: lacks {name}" for name in sorted(NEEDED.get(kind, set()) - thing.keys()))
    for name, value in thing.items():
        if name == "@type":
            continue
        if name not in SCHEMA[kind]:
            yield f"{at}: no property {name}"
            continue
        for one in value if isinstance(value, list | tuple) else [value]:
            yield from _faults_of_value(one, SCHEMA[kind][name], f"{at}.{name} ")


def _faults_of_value(value: Any, sorts: set[str], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        kind = value["@type"]
        if not {kind, PARENTS.get(kind)} & sorts:
            yield f"{at}takes no {kind}"
        yield from faults(value, at)
    elif isinstance(value, bool) or not isinstance(value, str | int):
        yield f"{at}takes no {type(value).__name__}"
    elif isinstance(value, int):
        if INTEGER not in sorts:
            yield f"{at}takes no number"
    elif DATE in sorts:
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
            yield f"{at}takes no “{value}”"
    elif TEXT not in sorts or not value:
        yield f"{at}takes no words" if value else f"{at}is empty"


def told_by_pages() -> dict[str, list[dict[str, Any]]]:
    """What each page of the small guide tells machines."""
    told = {}
    for name, file in rendered_guide().items():
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', file, re.DOTALL):
            document = json.loads(found)
            assert document.keys() == {"@context", "@graph"}
            assert document["@context"] == "https://schema.org"
            told[name] = document["@graph"]
    return told


def test_every_page_speaks_the_words_of_schema_org() -> None:
    told = told_by_pages()

    assert [f"{name}: {fault}" for name, things in told.items() for thing in things for fault in faults(thing)] == []
    kinds = {thing["@type"] for things in told.values() for thing in things}
    assert {"BreadcrumbList", "ClaimReview", "MedicalWebPage"} <= kinds


def test_a_page_reviewed_by_a_clinician_says_so_in_the_words_of_schema_org() -> None:
    review = ClinicalReview(
        name="A. Example", role="Nurse", register_number="1", date=date(2026, 11, 1), scope="all of it"
    )
    guide = site(page(front_matter=condition(clinical_review=review)), settings={"subject": "Cold feet"})

    things = page_things(guide, next(iter(guide.pages.values())), "https://example.org/about/page.html")

    assert [fault for thing in things for fault in faults(dict(thing))] == []
    assert things[0]["reviewedBy"]["name"] == "A. Example"
    assert [one["@type"] for one in things] == ["MedicalWebPage", "MedicalCondition"]


def test_questions_and_their_answers_are_told_in_the_words_of_schema_org() -> None:
    facts = TreatmentFrontMatter(
        type=PageType.FAQ,
        title="Questions",
        summary="Short answers.",
        purpose="It answers.",
        audience="Everyone",
        checked=date(2026, 11, 20),
        next_check=date(2027, 5, 20),
        changed="First version.",
    )
    asked = Section(heading("Does it help?"), (prose(*html("<p>Not known.</p>")),))
    guide = site(page(front_matter=facts, sections=(asked,)))

    things = page_things(guide, next(iter(guide.pages.values())), "")

    assert [fault for thing in things for fault in faults(dict(thing))] == []
    assert [one["name"] for one in things[-1]["mainEntity"]] == ["Does it help?"]


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        pytest.param({"@type": "Claim", "text": "It cures."}, [], id="right"),
        pytest.param({"@type": "MedicalPage"}, ["MedicalPage: no such type"], id="type"),
        pytest.param({"@type": "Claim", "words": "It cures."}, ["Claim: no property words"], id="property"),
        pytest.param({"@type": "Claim", "text": ""}, ["Claim.text is empty"], id="nothing in it"),
        pytest.param({"@type": "Claim", "text": 1}, ["Claim.text takes no number"], id="number for words"),
        pytest.param(
            {"@type": "CreativeWork", "datePublished": "May"}, ["CreativeWork.datePublished takes no “May”"], id="date"
        ),
        pytest.param({"@type": "Question", "name": "Why?"}, ["Question: lacks acceptedAnswer"], id="needed"),
        pytest.param(
            {"@type": "FAQPage", "mainEntity": [{"@type": "Claim", "text": "a"}]},
            ["FAQPage.mainEntity takes no Claim"],
            id="another thing",
        ),
    ],
)
def test_what_schema_org_does_not_know_is_found(thing: dict[str, Any], fault: list[str]) -> None:
    assert [*faults(thing)] == fault
