"""Everything that a reader reads is walked, and only that."""

import pytest
from tests.check.guides import MakeSite, places
from tests.check.written import guide_page

from crpsguide.check.medicines import told_to_stop_medicine
from crpsguide.check.numbers import bare_percent, number_not_in_finding, relative_alone
from crpsguide.check.reading import finding_too_long, paragraph_too_long, range_with_dash, sentence_too_long
from crpsguide.check.rule import Rule
from crpsguide.check.texts import texts
from crpsguide.check.trust import review_claimed
from crpsguide.check.wording.certainty import no_effect_without_evidence, stronger_than_certainty
from crpsguide.check.wording.promises import overclaim
from crpsguide.check.wording.respect import disrespectful_word, suicide_wording
from crpsguide.model import TextKind

SOURCE = """\
source: {{type: report, title: A miracle cure}}
appraisal: {{design: cohort, use: cite, why_use: w, read: abstract, checked: 2026-01-02}}
summary: {summary}
findings:
  pain:
    says: >-
      {says}
    kind: effect
    certainty: {certainty}
    rated_by: editor
"""
CLAIM = """\
---
claim: It is a miracle.
verdict: overstated
safer_wording: It may help.
speaker: clinic
heard_in: a page
---

{why}
"""
MIRACLE = "It is a miracle."


def source(says: str = "One of us came.", summary: str = "A study.", certainty: str = "low") -> dict[str, str]:
    return {"evidence/lee2020.yaml": SOURCE.format(says=says, summary=summary, certainty=certainty)}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param(source(says=MIRACLE), ["evidence/lee2020.yaml:7:15"], id="finding"),
        pytest.param(source(summary=MIRACLE), ["evidence/lee2020.yaml:3:18"], id="summary of a source"),
        pytest.param(source(), [], id="title of a source"),
        pytest.param({"claims/a.md": CLAIM.format(why=MIRACLE)}, ["claims/a.md:9:9"], id="reasons of a verdict"),
        pytest.param({"claims/a.md": CLAIM.format(why="No.")}, [], id="the claim itself"),
        pytest.param(
            {"claims/a.md": CLAIM.format(why=MIRACLE).replace("overstated", "opinion")}, [], id="an opinion has no page"
        ),
        pytest.param(
            {"glossary.yaml": f"drip:\n  term: drip\n  plain: drip\n  meaning: {MIRACLE}\n"},
            ["glossary.yaml:4:20"],
            id="meaning of a word",
        ),
        pytest.param({"site.yaml": f"summary: '{MIRACLE}'\n"}, ["site.yaml:1:19"], id="summary of the guide"),
        pytest.param(
            {"site.yaml": f"sections:\n  - {{folder: a, title: A, summary: {MIRACLE}}}\n"},
            ["site.yaml:2:44"],
            id="summary of a section",
        ),
        pytest.param(
            {"changes/a.md": f"---\ntitle: New\ndate: 2026-01-02\n---\n\nText.\n\n{MIRACLE}\n"},
            ["changes/a.md:8:9"],
            id="a change",
        ),
        pytest.param(
            {"wording/verdicts.yaml": f"a:\n  explain: {MIRACLE}\n"}, ["wording/verdicts.yaml:2:20"], id="list"
        ),
        pytest.param({"wording/respect.yaml": f"a:\n  explain: {MIRACLE}\n"}, [], id="a list for editors"),
    ],
)
def test_a_promise_is_found_wherever_readers_meet_it(
    files: dict[str, str], found: list[str], make_site: MakeSite
) -> None:
    assert places(overclaim, make_site(files)) == found


def test_the_front_matter_of_a_page_is_walked(make_site: MakeSite) -> None:
    site = make_site(index=guide_page("Text.", purpose="It helps sufferers."))

    assert places(disrespectful_word, site) == ["index.md:5:19"]


def test_each_text_says_what_sort_it_is(make_site: MakeSite) -> None:
    site = make_site(source() | {"claims/a.md": CLAIM.format(why="No."), "site.yaml": "name: A guide\n"})

    assert {one.kind for one in texts(site)} == {TextKind.PAGE, TextKind.SOURCE, TextKind.CLAIM, TextKind.SETTINGS}


@pytest.mark.parametrize(
    ("says", "certainty", "found"),
    [
        pytest.param("Rest lowers pain.", "low", ["evidence/lee2020.yaml:7:12"], id="surer than its own certainty"),
        pytest.param("Rest lowers pain.", "high", [], id="as sure"),
        pytest.param("A charity says that rest lowers pain.", "low", [], id="told as what the source says"),
        pytest.param("In a trial of 9 people, pain fell.", "low", [], id="told as what was seen"),
    ],
)
def test_a_finding_is_held_to_its_own_certainty(
    says: str, certainty: str, found: list[str], make_site: MakeSite
) -> None:
    assert places(stronger_than_certainty, make_site(source(says, certainty=certainty))) == found


def test_the_meaning_of_a_word_rules_nothing_out_without_a_finding(make_site: MakeSite) -> None:
    site = make_site({"glossary.yaml": "rest:\n  term: rest\n  plain: rest\n  meaning: Rest does not work.\n"})

    assert places(no_effect_without_evidence, site) == ["glossary.yaml:4:17"]


VALUES = "    values: [{value: '38', unit: '%', of: people}]\n"


@pytest.mark.parametrize(
    ("says", "found"),
    [
        pytest.param("In a trial, 38% felt better.", [], id="among its values"),
        pytest.param("In a trial, up to 38% felt better.", [], id="its own words may say of which end"),
        pytest.param("In a trial, 83% felt better.", ["evidence/lee2020.yaml:7:19"], id="digits swapped"),
        pytest.param("In a trial, 38% of 60 people felt better.", ["evidence/lee2020.yaml:7:26"], id="no such value"),
    ],
)
def test_the_numbers_of_a_finding_stand_among_its_values(says: str, found: list[str], make_site: MakeSite) -> None:
    files = {path: text + VALUES for path, text in source(says).items()}

    assert places(number_not_in_finding, make_site(files)) == found


@pytest.mark.parametrize(
    ("rule", "why", "found"),
    [
        pytest.param(number_not_in_finding, "Of them, 83% felt better.[@lee2020#pain]", ["claims/a.md:9:10"], id="E4"),
        pytest.param(number_not_in_finding, "Of them, 38% felt better.[@lee2020#pain]", [], id="E4 held"),
        pytest.param(bare_percent, "Of them, 38% felt better.[@lee2020#pain]", ["claims/a.md:9:10"], id="N1"),
        pytest.param(relative_alone, "It doubles the risk.", ["claims/a.md:9:4"], id="N4"),
    ],
)
def test_the_numbers_of_a_claim_are_held_to_its_findings(
    rule: Rule, why: str, found: list[str], make_site: MakeSite
) -> None:
    files = {path: text + VALUES for path, text in source("In a trial, 38% felt better.").items()}

    assert places(rule, make_site(files | {"claims/a.md": CLAIM.format(why=why)})) == found


LONG = "We saw " + "one and " * 12 + "one."


@pytest.mark.parametrize(
    ("rule", "files", "found"),
    [
        pytest.param(sentence_too_long, source(summary=LONG), ["evidence/lee2020.yaml:3:10"], id="summary"),
        pytest.param(sentence_too_long, source(says=LONG), [], id="a finding may be longer"),
        pytest.param(finding_too_long, source(says=LONG), [], id="no longer than 35 words"),
        pytest.param(finding_too_long, source(says=LONG[:-1] + LONG), ["evidence/lee2020.yaml:7:7"], id="finding"),
        pytest.param(sentence_too_long, {"pages/a.md": f"---\ntitle: A\n---\n{LONG}\n"}, [], id="a plain page"),
        pytest.param(
            paragraph_too_long, source(summary="One. Two. Three. Four."), ["evidence/lee2020.yaml:3:27"], id="paragraph"
        ),
        pytest.param(range_with_dash, source(says="It took 3-5 days."), ["evidence/lee2020.yaml:7:15"], id="range"),
        pytest.param(
            review_claimed, source(summary="Medically reviewed."), ["evidence/lee2020.yaml:3:10"], id="review"
        ),
        pytest.param(
            told_to_stop_medicine, source(summary="Stop your painkillers."), ["evidence/lee2020.yaml:3:10"], id="order"
        ),
    ],
)
def test_rules_of_style_and_safety_walk_all_texts(
    rule: Rule, files: dict[str, str], found: list[str], make_site: MakeSite
) -> None:
    assert places(rule, make_site(files)) == found


def test_words_about_suicide_are_looked_at_beside_a_telephone_number(make_site: MakeSite) -> None:
    contact = "a:\n  kind: crisis\n  name: A\n  country: UK\n  about: For those whose friend committed suicide.\n"
    site = make_site({"contacts/a.yaml": contact + "  checked_on: 2026-01-02\n  status: seen\n"})

    assert places(suicide_wording, site) == ["contacts/a.yaml:5:33"]
