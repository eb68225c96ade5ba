"""Everything that a reader reads is walked, and only that."""

import pytest
from tests.check.guides import MakeSite, places
from tests.check.written import guide_page

from crpsguide.check.texts import texts
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


@pytest.mark.parametrize(
    ("says", "found"),
    [
        pytest.param("Rest does not work.", ["evidence/lee2020.yaml:7:12"], id="no effect, low"),
        pytest.param("The authors say that rest does not work.", [], id="told as what the source says"),
    ],
)
def test_a_finding_of_low_certainty_rules_nothing_out(says: str, found: list[str], make_site: MakeSite) -> None:
    assert places(no_effect_without_evidence, make_site(source(says))) == found


def test_words_about_suicide_are_looked_at_beside_a_telephone_number(make_site: MakeSite) -> None:
    contact = "a:\n  kind: crisis\n  name: A\n  country: UK\n  about: For those whose friend committed suicide.\n"
    site = make_site({"contacts/a.yaml": contact + "  checked_on: 2026-01-02\n  status: seen\n"})

    assert places(suicide_wording, site) == ["contacts/a.yaml:5:33"]
