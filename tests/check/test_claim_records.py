import pytest
from tests.check.guides import TRIAL, MakeSite, places

from crpsguide.check import claim_records, evidence

LEAD = TRIAL.replace("use: cite", "use: lead")
CLINIC = """\
name: The Sunny Clinic
kind: clinic
country: Ireland
people: [Dr Ann Example]
stated_by: [its page]
last_seen: today
"""


def claim(why: str = "One trial tells.", **fields: str) -> str:
    """A claim as an editor writes it; `safer_wording` is line 4."""
    keys = {
        "claim": "It always helps.",
        "verdict": "overstated",
        "safer_wording": "It helped a little.",
        "speaker": "website",
        "heard_in": "a page",
        "findings": "[trial#week-1]",
    } | fields
    return "\n".join(("---", *(f"{key}: {value}" for key, value in keys.items()), "---", "", why, ""))


def guide(text: str) -> dict[str, str]:
    files = {"claims/help.md": text, "clinics/sunny.yaml": CLINIC}
    return files | {"evidence/trial.yaml": TRIAL, "evidence/blog.yaml": LEAD}


HERE = "claims/help.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(claim(), [], id="a finding"),
        pytest.param(claim(findings="[]"), [f"{HERE}:1:1"], id="none"),
        pytest.param(claim(findings="['blog#week-1']"), [f"{HERE}:1:1"], id="leads alone"),
        pytest.param(claim(findings="['blog#week-1', 'trial#week-1']"), [], id="a lead beside a study"),
        pytest.param(claim(findings="[]", verdict="opinion"), [], id="an opinion"),
        pytest.param(claim(findings="[]", draft="true"), [], id="a draft"),
    ],
)
def test_verdict_without_finding(text: str, expected: list[str], make_site: MakeSite) -> None:
    assert places(claim_records.verdict_without_finding, make_site(guide(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(claim("It helped. [@trial#week-1]"), [], id="named"),
        pytest.param(claim("It helped. [@trial#week-2]"), [f"{HERE}:10:13"], id="not named"),
        pytest.param(claim(safer_wording="It helped a little [@trial#week-2]."), [f"{HERE}:4:36"], id="in the wording"),
        pytest.param(
            claim(safer_wording=">-\n  It helped\n  a little [@trial#week-2]."), [f"{HERE}:6:13"], id="in folded lines"
        ),
    ],
)
def test_weighed_but_not_named(text: str, expected: list[str], make_site: MakeSite) -> None:
    assert places(claim_records.weighed_but_not_named, make_site(guide(text))) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(claim(claim="A clinic helps everyone."), 0, id="a sort of site"),
        pytest.param(claim(claim="The Sunny Clinic helps everyone."), 1, id="a clinic"),
        pytest.param(claim("As Dr Ann Example says."), 1, id="a person"),
        pytest.param(claim("As Dr Ann Examples say."), 0, id="part of a word"),
    ],
)
def test_claim_that_names_somebody(text: str, count: int, make_site: MakeSite) -> None:
    assert places(claim_records.claim_that_names_somebody, make_site(guide(text))) == [f"{HERE}:1:1"] * count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(claim(safer_wording="It helped a little."), [], id="another sentence"),
        pytest.param(claim(safer_wording="It always helps"), [f"{HERE}:1:1"], id="the same"),
        pytest.param(claim(safer_wording="It always helps.", verdict="supported"), [], id="the same and true"),
    ],
)
def test_verdict_that_repeats_the_claim(text: str, expected: list[str], make_site: MakeSite) -> None:
    assert places(claim_records.verdict_that_repeats_the_claim, make_site(guide(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(claim(findings="['blog#week-1', 'trial#week-1']"), [], id="weighed alone"),
        pytest.param(claim("So it says. [@blog#week-1]"), [f"{HERE}:10:14"], id="cited to readers"),
    ],
)
def test_a_verdict_may_weigh_a_lead_but_not_show_it(text: str, expected: list[str], make_site: MakeSite) -> None:
    assert places(evidence.lead_cited, make_site(guide(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(claim(findings="[trial#week-1]"), [], id="known"),
        pytest.param(claim(findings="['tral#week-1', 'trial#week-1']"), [f"{HERE}:7:12"], id="no such source"),
        pytest.param(claim("So it is. [@tral#week-1]"), [f"{HERE}:10:12"], id="in the text"),
    ],
)
def test_a_verdict_rests_on_what_exists(text: str, expected: list[str], make_site: MakeSite) -> None:
    assert places(evidence.unknown_citation, make_site(guide(text))) == expected
