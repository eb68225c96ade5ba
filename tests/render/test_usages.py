from pathlib import PurePosixPath
from typing import Any

import pytest
from tests.render.sites import HERE, condition, finding, heading, page, prose, site, source

from crpsguide.model import (
    ALL_STATEMENTS,
    Approval,
    Citation,
    FindingsTable,
    HeardClaim,
    Landmarks,
    Mark,
    Page,
    Passage,
    PassageKind,
    Place,
    Section,
    Sentence,
    Site,
    Term,
    TreatmentFrontMatter,
    Verdict,
)
from crpsguide.render.usages import Usage, UsageKind, statements, usages, uses

FINDING = "walk#further"


def at(line: int, id: str = FINDING) -> Citation:
    return Citation(*id.partition("#")[::2], Place(HERE.path, line))


def passage(*sentences: tuple[str, tuple[Citation, ...]], heading: str = "") -> Passage:
    told = tuple(Sentence(text, HERE, citations) for text, citations in sentences)
    return Passage(PassageKind.PARAGRAPH, "", heading, told, HERE)


def guide(*pages: Page, **fields: Any) -> Site:
    return site(*pages, sources={"walk": source("walk", finding(FINDING)), "sit": source("sit")}, **fields)


def claim(**fields: object) -> HeardClaim:
    values = {
        "id": "cures",
        "place": HERE,
        "claim": "It cures.",
        "verdict": Verdict.OVERSTATED,
        "safer_wording": "It may help.",
        "why": "",
        "speaker": "shop",
        "heard_in": "",
        "main_message": None,
        "passages": (passage(("It may help.", (at(1),))),),
        "marks": (Mark(1, (at(1),)),),
    } | fields
    return HeardClaim(**values)  # type: ignore[arg-type] # the keys are those above


def used(site: Site) -> list[Usage]:
    found = usages(site)
    addresses = {id: {*by_address} for id, by_address in uses(site).items() if id != ALL_STATEMENTS}
    assert {id: {one.address for one in some} for id, some in found.items()} == addresses
    return list(found.get(FINDING, ()))


def test_a_sentence_is_quoted_with_the_mark_that_it_stands_at() -> None:
    marks = (Mark(1, (at(1, "sit#x"),)), Mark(2, (at(2),)))
    body = passage(("It rained.", (at(1, "sit#x"),)), ("They walked on.", (at(2),)), heading="Rain")

    found = used(guide(page(marks=marks, passages=(body,))))

    place = PurePosixPath("about/page.html")
    assert found == [Usage(UsageKind.SENTENCE, "They walked on.", "What it is", "Rain", place, "mark-2")]


def test_sentences_that_share_a_mark_are_quoted_together() -> None:
    body = passage(("They walked.", (at(1),)), ("They went on.", (at(1),)))

    found = used(guide(page(marks=(Mark(1, (at(1),)),), passages=(body,))))

    assert [one.words for one in found] == ["They walked. They went on."]


def test_a_table_leads_to_the_heading_above_it() -> None:
    table = FindingsTable("All studies", (FINDING, FINDING), (), HERE, (HERE, HERE))

    found = used(guide(page(sections=(Section(heading("Does it help"), (table,)),))))

    assert [(one.kind, one.words, one.anchor) for one in found] == [(UsageKind.TABLE, "All studies", "does-it-help")]


def test_an_approval_rests_on_a_finding() -> None:
    facts = condition()
    treatment = TreatmentFrontMatter(
        title="Walking",
        summary="",
        purpose="",
        audience="",
        checked=facts.checked,
        next_check=facts.next_check,
        changed="",
        approval=(Approval(country="Ireland", status="Allowed", source=FINDING),),
    )

    found = used(guide(page(front_matter=treatment)))

    assert [(one.kind, one.words) for one in found] == [(UsageKind.APPROVAL, "Ireland: Allowed")]


def test_a_term_rests_on_a_finding() -> None:
    terms = {"walk": Term(id="walk", place=HERE, term="walk", plain="go", meaning="To go.", cite=(FINDING,))}

    found = used(
        guide(page(), glossary=terms, settings={"place": HERE, "landmarks": Landmarks(glossary="about/page.md")})
    )

    assert [(one.kind, one.anchor) for one in found] == [(UsageKind.TERM, "walk")]


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        pytest.param(claim(), [(UsageKind.SENTENCE, "mark-1")], id="cited"),
        pytest.param(
            claim(passages=(passage(("It may help.", ())),), marks=(), findings=(FINDING,)),
            [(UsageKind.VERDICT, "")],
            id="weighed alone",
        ),
        pytest.param(claim(verdict=Verdict.OPINION), [], id="an opinion has no page"),
    ],
)
def test_a_verdict_rests_on_findings(heard: HeardClaim, expected: list[object]) -> None:
    found = used(guide(page(), claims={"cures": heard}))

    assert [(one.kind, one.anchor) for one in found] == expected


def test_a_sentence_without_a_source_is_no_statement() -> None:
    body = passage(("Hello.", ()), ("They walked.", (at(1),)))

    found = statements(guide(page(prose(), marks=(Mark(1, (at(1),)),), passages=(body,))))

    assert [one.text for one in found] == ["They walked."]
