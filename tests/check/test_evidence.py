from datetime import date

import pytest
from tests.check.guides import FIRST_LINE, TRIAL, MakeSite, places, stretches, told

from crpsguide.check import judge_site
from crpsguide.check.evidence import (
    citation_form,
    lead_cited,
    picture_without_number,
    retracted_source,
    time_not_understood,
    unit_not_understood,
    unknown_citation,
)

LEAD = TRIAL.replace("use: cite, why_use: a trial", "use: lead, why_use: a sales page")
RETRACTED = TRIAL.replace("use: cite", "retracted: true, use: cite")
FILES = {
    "evidence/moyer2020.yaml": TRIAL,
    "evidence/blog.yaml": LEAD,
    "evidence/gone2010.yaml": RETRACTED,
    "evidence/empty.yaml": TRIAL.partition("findings:")[0],
}
APPROVAL = """\
---
type: treatment
title: Drips
summary: About drips.
purpose: To tell about drips.
audience: All.
checked: 2026-01-02
next_check: 2027-01-02
changed: First version.
approval:
  - {country: UK, status: not approved, source: "SOURCE"}
---
"""
ARRAY = """\
/// icon-array | Out of 100
    groups:
      - finding: SOURCE
        of: people who felt better
        label: with it
///
"""
SCORES = """\
      - {value: 3, unit: points (0-10), of: with it, at: 1 week}
      - {value: 5, unit: points (0-10), of: without, at: 1 week, ci: [4, 6]}
      - {value: 5, unit: points (0-10), of: later, at: 2 weeks}
      - {value: 50, unit: points (0-100), of: of 100, at: 2 weeks}
      - {value: 11, unit: points (0-10), of: "off", at: 1 week}
      - {value: 3, unit: points, of: no scale, at: 1 week}
      - {value: 3, unit: points (0-10), of: no time}
      - {value: 12, unit: weeks, of: end}
    certainty"""
TERM = """\
flare:
  term: flare
  plain: a bad day
  meaning: A day with more pain.
  cite: ["SOURCE"]
"""
CLAIM = """\
---
claim: It cures.
verdict: unsupported
safer_wording: We do not know.
speaker: a clinic
heard_in: an advert
findings: ["SOURCE"]
---

Why.
"""


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("It helps. [@moyer2020#week-1]", [], id="finding"),
        pytest.param("It helps. [@moyer2020]", [], id="source"),
        pytest.param("It helps. [@moyer2020#week-1; @moyer2020]", [], id="two"),
        pytest.param("`[@moyer2020, week]` and \\[@moyer2020, week]", [], id="code and escapes are text"),
        pytest.param("It helps. [@moyer2020, #week-1]", ["@moyer2020, #week-1"], id="comma"),
        pytest.param("It helps. [@moyer2020; week-1]", ["week-1"], id="no at sign on the second"),
        pytest.param("It helps. [@moyer2020;]", [""], id="semicolon at the end"),
    ],
)
def test_citation_form(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(FILES, index=index)

    assert stretches(citation_form, site) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("It helps. [@moyer2020#week-1]", [], id="finding"),
        pytest.param("It helps. [@moyer2020]", [], id="source"),
        pytest.param("`[@moyr2020]`", [], id="code"),
        pytest.param("It helps. [@moyr2020]", ["@moyr2020"], id="source unknown"),
        pytest.param("It helps. [@moyer2020#week-2]", ["@moyer2020#week-2"], id="finding unknown"),
        pytest.param("It helps. [@moyer2020#week-1; @moyr2020]", ["@moyr2020"], id="second of two"),
        pytest.param("A | B\n--|--\nc | d [@moyr2020]", ["@moyr2020"], id="in a table"),
        pytest.param("/// key-points\n- It helps. [@moyr2020]\n///", ["@moyr2020"], id="in a block"),
        pytest.param("Ask.[^1]\n\n[^1]: It helps. [@moyr2020]", ["@moyr2020"], id="in a footnote"),
    ],
)
def test_unknown_citation(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(FILES, index=index)

    assert stretches(unknown_citation, site) == found


def test_a_source_that_cannot_be_read_is_told_once_and_not_by_those_who_cite_it(make_site: MakeSite) -> None:
    broken = {"evidence/moyer2020.yaml": "source: {title: Pain: a study}"}
    site = make_site(broken, index="It helps. [@moyer2020#week-1]")

    assert [one.name for one in judge_site(site, today=date(2026, 11, 21)).diagnostics] == ["unreadable"]


@pytest.mark.parametrize(
    ("citation", "help"),
    [
        pytest.param("@moyr2020", "Did you mean “moyer2020”?", id="source"),
        pytest.param("@zzz", "Add content/evidence/zzz.yaml", id="source, nothing near"),
        pytest.param("@moyer2020#wek-1", "Did you mean “week-1”?", id="finding"),
        pytest.param("@moyer2020#zzz", "Its findings are: week-1.", id="finding, nothing near"),
        pytest.param("@empty#week-1", "cite it without “#”", id="source without findings"),
    ],
)
def test_an_unknown_citation_comes_with_the_near_miss(citation: str, help: str, make_site: MakeSite) -> None:
    site = make_site(FILES, index=f"It helps. [{citation}]")

    assert help in told(unknown_citation, site)


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        pytest.param("pages/index.md", APPROVAL, "index.md:11:49", id="approval"),
        pytest.param("pages/index.md", "---\ntitle: T\n---\n\n" + ARRAY, f"index.md:{FIRST_LINE + 2}:9", id="array"),
        pytest.param(
            "pages/index.md",
            "---\ntitle: T\n---\n\n/// findings-table | Two trials\n    findings: [SOURCE]\n///\n",
            f"index.md:{FIRST_LINE + 1}:16",
            id="table of findings",
        ),
        pytest.param("glossary.yaml", TERM, "glossary.yaml:5:11", id="glossary"),
    ],
)
@pytest.mark.parametrize(
    ("rule", "source"),
    [
        pytest.param(unknown_citation, "moyr2020#week-1", id="unknown source"),
        pytest.param(unknown_citation, "moyer2020#week-2", id="unknown finding"),
        pytest.param(lead_cited, "blog#week-1", id="lead"),
        pytest.param(retracted_source, "gone2010#week-1", id="retracted"),
    ],
)
def test_citations_count_wherever_they_stand(
    rule: object, source: str, path: str, text: str, place: str, make_site: MakeSite
) -> None:
    site = make_site({**FILES, path: text.replace("SOURCE", source)})

    assert places(rule, site) == [place]  # type: ignore[arg-type] # a table of rules


@pytest.mark.parametrize("source", ["moyr2020#week-1", "moyer2020#week-2"])
def test_what_a_verdict_was_weighed_against_must_be_there(source: str, make_site: MakeSite) -> None:
    site = make_site({**FILES, "claims/c1.md": CLAIM.replace("SOURCE", source)})

    assert places(unknown_citation, site) == ["claims/c1.md:7:12"]


def test_a_verdict_may_weigh_a_source_that_carries_no_claim(make_site: MakeSite) -> None:
    site = make_site({**FILES, "claims/c1.md": CLAIM.replace("SOURCE", "blog#week-1")})

    assert places(lead_cited, site) == []


@pytest.mark.parametrize(
    ("citation", "found"),
    [
        pytest.param("@moyer2020", [], id="trial"),
        pytest.param("@gone2010", [], id="retracted is another rule's"),
        pytest.param("@blog#week-1", ["@blog#week-1"], id="sales page"),
    ],
)
def test_lead_cited(citation: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(FILES, index=f"It helps. [{citation}]")

    assert stretches(lead_cited, site) == found


def test_a_lead_comes_with_the_reason_of_its_file(make_site: MakeSite) -> None:
    site = make_site(FILES, index="It helps. [@blog]")

    assert "(a sales page)" in told(lead_cited, site)


@pytest.mark.parametrize(
    ("citation", "found"),
    [
        pytest.param("@moyer2020", [], id="trial"),
        pytest.param("@gone2010#week-1", ["@gone2010#week-1"], id="withdrawn"),
    ],
)
def test_retracted_source(citation: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(FILES, index=f"It helps. [{citation}]")

    assert stretches(retracted_source, site) == found


@pytest.mark.parametrize(
    ("of", "message"),
    [
        pytest.param("people who felt better", "", id="per cent"),
        pytest.param("people who came", "", id="all of 100"),
        pytest.param("people who felt well", "Did you mean “people who felt better”", id="near miss"),
        pytest.param("zzz", "It has: people who felt better;", id="nothing near"),
        pytest.param("people who stayed", "“45 to 100 %” cannot be shown", id="a range"),
        pytest.param("growth", "“250 %” cannot be shown", id="more than all"),
        pytest.param("time on the drip", "“40 minutes” cannot be shown", id="no people"),
    ],
)
def test_picture_without_number(of: str, message: str, make_site: MakeSite) -> None:
    array = ARRAY.replace("SOURCE", "moyer2020#week-1").replace("people who felt better", of)
    site = make_site(FILES, index=array)

    assert message in told(picture_without_number, site)
    assert places(picture_without_number, site) == [f"index.md:{FIRST_LINE + 2}:9"] * bool(message)


@pytest.mark.parametrize(
    ("second", "message"),
    [
        pytest.param("value: 12, unit: people", "", id="a count beside the share"),
        pytest.param("value: 12, unit: '%'", "has 2 numbers out of 100", id="two shares"),
    ],
)
def test_dots_are_drawn_from_the_one_share_of_that_name(second: str, message: str, make_site: MakeSite) -> None:
    twice = TRIAL.replace("    certainty", f"      - {{{second}, of: people who felt better}}\n    certainty", 1)
    site = make_site({"evidence/moyer2020.yaml": twice}, index=ARRAY.replace("SOURCE", "moyer2020#week-1"))

    assert message in told(picture_without_number, site)
    assert len(places(picture_without_number, site)) == bool(message)


@pytest.mark.parametrize(
    ("scores", "moment", "message"),
    [
        pytest.param([("with it", "it")], "end", "", id="score and moment"),
        pytest.param([("with it", "it"), ("without", "no")], "end", "", id="two groups"),
        pytest.param([("with them", "it")], "end", "has no value of “with them”", id="no such value"),
        pytest.param([("no scale", "it")], "end", "does not say on what scale", id="no scale"),
        pytest.param([("off", "it")], "end", "“11” is not on the scale", id="off the scale"),
        pytest.param([("no time", "it")], "end", "does not say when it was measured", id="no time"),
        pytest.param([("with it", "it")], "no time", "“3 points (0-10)” is no time", id="moment that is no time"),
        pytest.param([("with it", "it"), ("of 100", "it")], "end", "different scales", id="two scales"),
        pytest.param([("with it", "a"), ("without", "b"), ("later", "c")], "end", "has 3 groups", id="three groups"),
        pytest.param([("with it", "people who " + "often " * 6)], "end", "too long to stand", id="long label"),
    ],
)
def test_a_time_line_is_drawn_from_scores_with_scale_and_time(
    scores: list[tuple[str, str]], moment: str, message: str, make_site: MakeSite
) -> None:
    drawn = "".join(f"      - {{finding: moyer2020#week-1, of: {of}, label: {label}}}\n" for of, label in scores)
    line = (
        f"/// time-line | Over time\n    scores:\n{drawn}    moments:\n"
        f"      - {{finding: moyer2020#week-1, of: {moment}, label: unsure}}\n///\n"
    )
    site = make_site({"evidence/moyer2020.yaml": TRIAL.replace("    certainty", SCORES)}, index=line)

    assert message in told(picture_without_number, site)
    assert len(places(picture_without_number, site)) == bool(message)


@pytest.mark.parametrize(
    ("axis", "found"),
    [
        pytest.param("    axis:\n      below: more\n      above: less\n", 0, id="both sides named"),
        pytest.param("", 1, id="no side named"),
    ],
)
def test_an_interval_is_drawn_between_two_named_sides(axis: str, found: int, make_site: MakeSite) -> None:
    overview = f"/// study-overview | All studies\n    findings: [moyer2020#week-1]\n{axis}///\n"
    site = make_site({"evidence/moyer2020.yaml": TRIAL.replace("    certainty", SCORES)}, index=overview)

    assert len(places(picture_without_number, site)) == found


@pytest.mark.parametrize(
    ("at", "found"),
    [
        pytest.param("1 week", False, id="one week"),
        pytest.param("2.5 hours", False, id="a part of an hour"),
        pytest.param("start", False, id="start"),
        pytest.param("after some weeks", True, id="words"),
        pytest.param("week 1", True, id="the other way round"),
    ],
)
def test_time_not_understood(at: str, found: bool, make_site: MakeSite) -> None:
    trial = TRIAL.replace('{value: "38"', f'{{at: {at}, value: "38"')
    site = make_site({"evidence/moyer2020.yaml": trial})

    assert (f"“{at}”" in told(time_not_understood, site)) == found


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        pytest.param("weeks", "", id="a measure"),
        pytest.param("Wk", "", id="a short form"),
        pytest.param("mmHg", "", id="a unit that is never converted"),
        pytest.param("points (0-10)", "", id="a scale"),
        pytest.param("lessons", "", id="what the finding speaks of"),
        pytest.param("sessions", "", id="what anything is counted in"),
        pytest.param("''", "", id="none"),
        pytest.param("weks", "“weks” is no known unit. Did you mean “weeks”?", id="a letter lacks"),
        pytest.param("pecent", "“pecent” is no known unit. Did you mean “percent” or “per cent”?", id="a share"),
        pytest.param("flurbs", "“flurbs” is no known unit. Write what is measured or counted", id="nobody knows it"),
        pytest.param("'4'", "“4” is no known unit.", id="a number"),
    ],
)
def test_unit_not_understood(unit: str, found: str, make_site: MakeSite) -> None:
    trial = TRIAL.replace("unit: minutes, of: time on the drip", f"unit: {unit}, of: lessons taken")
    site = make_site({"evidence/moyer2020.yaml": trial})

    assert told(unit_not_understood, site).startswith(found)
    assert bool(told(unit_not_understood, site)) is bool(found)


def test_a_picture_of_an_unknown_finding_is_told_once(make_site: MakeSite) -> None:
    site = make_site(FILES, index=ARRAY.replace("SOURCE", "moyr2020#week-1"))

    assert places(picture_without_number, site) == []
