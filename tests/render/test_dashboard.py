import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Any

import pytest
from tests.render.sites import (
    HERE,
    TODAY,
    cited,
    condition,
    finding,
    page,
    said,
    site,
    source,
)

from crpsguide.installed import builtin_templates
from crpsguide.model import (
    Answer,
    Certainty,
    Diagnostic,
    FindingKind,
    Mark,
    Page,
    PageLink,
    Reach,
    ReadingGrade,
    RuleChoice,
    Severity,
    Site,
    Use,
    Waiver,
)
from crpsguide.render import render_dashboard
from crpsguide.render.dashboard import (
    kind_tallies,
    link_ages,
    lost_links,
    page_states,
    rule_counts,
    source_uses,
    tallies,
    unused_findings,
    waivers,
)
from crpsguide.render.usages import statements, uses

LOW, SURE = "walk#low", "walk#sure"
SOURCES = {
    "walk": source("walk", finding(LOW), replace(finding(SURE, Certainty.HIGH), kind=FindingKind.HARM)),
    "blog": source("blog", finding("blog#told"), use=Use.LEAD),
}


def citing(*ids: str, **fields: Any) -> Page:
    """A page of one statement."""
    return page(marks=(Mark(1, cited(*ids)),), passages=(said("They walked.", *ids),), **fields)


def guide(*pages: Page, **fields: Any) -> Site:
    return site(*pages, **{"sources": SOURCES} | fields)


def problem(code: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(HERE, code, f"rule-{code}", severity, "This is <b>wrong</b>.", "Mend it.")


def dashboard(told: Site, *diagnostics: Diagnostic, **seen: Any) -> str:
    """What the dashboard shows; `grades`, `answers` and the like may be given."""
    files = render_dashboard(told, diagnostics, templates=[builtin_templates()], today=TODAY, **{"grades": {}} | seen)
    return files[PurePosixPath("index.html")].decode()


def test_a_statement_counts_under_its_lowest_certainty() -> None:
    told = guide(citing(LOW, SURE))

    [tally] = tallies(told, statements(told))

    assert (tally.count, tally.certainties) == (1, {Certainty.LOW: 1})


def test_a_statement_counts_under_each_kind() -> None:
    told = guide(citing(LOW, SURE))

    found = kind_tallies(told, statements(told))

    assert dict(found) == {"Effect": {Certainty.LOW: 1}, "Harm": {Certainty.LOW: 1}}


def test_only_sources_for_readers_are_counted() -> None:
    told = guide(citing(LOW))

    [use] = source_uses(told, uses(told), TODAY)

    assert (use.source.id, use.used, use.addresses) == ("walk", 1, (PurePosixPath("about/page.html"),))


@pytest.mark.parametrize(
    ("days", "is_due"),
    [pytest.param(365, False, id="a year"), pytest.param(366, True, id="more than a year")],
)
def test_a_source_is_due_after_a_year(days: int, is_due: bool) -> None:
    told = guide(page(), sources={"walk": source("walk", checked=TODAY - timedelta(days=days))})

    assert [one.is_due for one in source_uses(told, uses(told), TODAY)] == [is_due]


def test_findings_that_nothing_rests_on_are_told_apart_from_leads() -> None:
    told = guide(citing(LOW))

    found = unused_findings(told, uses(told))

    assert [(one.id, [finding.id for finding in findings]) for one, findings in found] == [("walk", [SURE])]


@pytest.mark.parametrize(
    ("next_check", "is_overdue"),
    [pytest.param(TODAY, False, id="today"), pytest.param(TODAY - timedelta(days=1), True, id="yesterday")],
)
def test_a_page_is_overdue_from_the_day_after(next_check: date, is_overdue: bool) -> None:
    told = guide(page(front_matter=condition(next_check=next_check)))

    assert [one.is_overdue for one in page_states(told, {}, TODAY)] == [is_overdue]


def test_a_page_that_no_other_names_is_an_orphan() -> None:
    to_two = PageLink("two", "two.md", PurePosixPath("about/two.md"), "", HERE)
    one, two = (page(name=f"about/{name}.md", links=(to_two,)) for name in ("one", "two"))
    to_three = PageLink("three", "three.md", PurePosixPath("about/three.md"), "", HERE)
    told = guide(one, two, page(name="about/three.md", links=(to_three,)))

    found = {one.page.name.stem: one.is_orphan for one in page_states(told, {}, TODAY)}

    assert found == {"one": True, "two": False, "three": True}


def test_rules_that_hold_the_site_back_come_first() -> None:
    found = rule_counts([problem("R3", Severity.WARNING), problem("E1"), problem("R3", Severity.WARNING)])

    assert [(code, count) for (_, code, _), count in found] == [("E1", 1), ("R3", 2)]


def test_waivers_are_listed_with_their_reasons() -> None:
    waiver = Waiver("E1", "quoted from a guideline", HERE, 1, 9)
    told = guide(page(waivers=(waiver,)), settings={"rules": RuleChoice(ignore={"R3": "later"}), "place": HERE})

    result = dashboard(told)

    assert waivers(told) == (waiver,)
    assert "quoted from a guideline" in result
    assert "later" in result


def test_problems_are_told_as_text() -> None:
    result = dashboard(guide(page()), problem("E1"))

    assert "This is &lt;b&gt;wrong&lt;/b&gt;." in result
    assert "1</span> error: the site is held back" in result


def test_a_page_without_a_grade_has_a_dash() -> None:
    graded, other = page(name="about/one.md"), page(name="about/two.md")
    result = dashboard(guide(graded, other), grades={graded.name: ReadingGrade(words=320, grade=5.25, raw=7.0)})

    assert '<td data-label="Grade">5.2</td>' in result
    assert '<td data-label="Grade">–</td>' in result


def test_an_empty_guide_has_a_dashboard() -> None:
    assert "No page cites yet." in dashboard(site(), problem("P1"))


def test_the_dashboard_asks_for_nothing_outside_its_folder() -> None:
    result = dashboard(guide(citing(LOW)))

    assert 'href="styles.css"' in result
    assert 'href="report.css"' in result
    assert 'href="../site/about/page.html"' in result
    assert "http" not in result


ADDRESSES = [f"https://example.org/{name}" for name in ("week", "month", "quarter", "year", "never")]
ANSWERS = {
    address: Answer(Reach.OK, TODAY - timedelta(days=days))
    for address, days in zip(ADDRESSES, (7, 8, 90, 91), strict=False)
}


def test_links_are_counted_by_the_age_of_the_answer() -> None:
    ages = link_ages([*ADDRESSES, ADDRESSES[0]], ANSWERS, TODAY)

    assert [*ages] == [
        ("In the last 7 days", 1),
        ("8 to 30 days ago", 1),
        ("31 to 90 days ago", 1),
        ("More than 90 days ago", 1),
        ("No answer kept", 1),
    ]


def test_what_is_gone_or_has_moved_is_listed() -> None:
    gone = Answer(Reach.GONE, TODAY, "the server answers 404")

    assert lost_links(ADDRESSES, ANSWERS | {ADDRESSES[4]: gone}) == ((ADDRESSES[4], gone),)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param({}, "nothing is known of any", id="never asked"),
        pytest.param(ANSWERS, "More than 90 days ago", id="asked"),
    ],
)
def test_the_dashboard_is_honest_about_the_web(answers: Mapping[str, Answer], told: str) -> None:
    assert told in dashboard(guide(page()), outside=ADDRESSES, answers=answers)


def test_sentences_without_a_source_stand_below_their_reason() -> None:
    result = dashboard(
        guide(page()), accepted_without_source={"it asks an open question": said("Will it help?").sentences}
    )

    assert result.index("Because it asks an open question") < result.index("Will it help?")


def test_long_lists_are_folded() -> None:
    result = dashboard(guide(citing(LOW)), problem("R3", Severity.WARNING))

    assert re.search(r"<details[^>]*>\s*<summary[^>]*>Warnings", result)
    assert result.count("<table") == len(re.findall(r"</summary>(?:(?!</?details).)*?<table", result, re.DOTALL))
