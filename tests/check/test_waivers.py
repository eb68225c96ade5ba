from collections.abc import Sequence
from datetime import date

import pytest
from tests.check.guides import MakeSite, places, told

from crpsguide.check import check_files, judge_site
from crpsguide.check.html import Files
from crpsguide.check.links.anchors import missing_anchor
from crpsguide.model import Site

TODAY = date(2026, 6, 30)


def waiving(allow: str, text: str = "[a](#gone)") -> str:
    return f"---\ntitle: T\nallow:\n  {allow}\n---\n\n{text}\n"


def names(site: Site, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[str]:
    return [one.name for one in judge_site(site, today=TODAY, select=select, ignore=ignore).diagnostics]


@pytest.mark.parametrize(
    ("allow", "found"),
    [
        pytest.param("L102: comes with the next edition", [], id="code"),
        pytest.param("missing-anchor: comes with the next edition", [], id="name"),
        pytest.param("E1: quoted", ["missing-anchor", "unused-waiver"], id="another rule"),
        pytest.param("L: comes later", ["missing-anchor", "unknown-waiver"], id="a letter is too much"),
        pytest.param("mising-anchor: comes later", ["missing-anchor", "unknown-waiver"], id="slip"),
        pytest.param("l102: comes later", ["missing-anchor", "unknown-waiver"], id="small letter"),
        pytest.param('L102: ""', ["waiver-without-reason"], id="no reason"),
        pytest.param('L102: " "', ["waiver-without-reason"], id="a blank is no reason"),
    ],
)
def test_a_page_may_waive_a_rule(allow: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=waiving(allow))

    assert sorted(names(site)) == sorted(found)


def test_a_waiver_holds_for_its_own_page_only(make_site: MakeSite) -> None:
    site = make_site(index=waiving("L102: why not"), other="[a](#gone)")

    assert [str(one.place.path) for one in judge_site(site, today=TODAY).diagnostics] == ["content/pages/other.md"]


def test_an_unused_waiver_is_told_where_it_stands(make_site: MakeSite) -> None:
    site = make_site(index=waiving("L102: why not", text="All is well."))

    assert [str(one.place) for one in judge_site(site, today=TODAY).diagnostics] == ["content/pages/index.md:4:9"]


@pytest.mark.parametrize(
    ("allow", "choice"),
    [
        pytest.param("L102: why not", {"select": ["E"]}, id="a rule that was not selected"),
        pytest.param("L102: why not", {"ignore": ["L102"]}, id="a rule that was ignored"),
        pytest.param("duplicate-id-in-finished-page: why not", {}, id="a rule about finished pages"),
    ],
)
def test_a_waiver_is_judged_only_when_its_rule_ran(
    allow: str, choice: dict[str, list[str]], make_site: MakeSite
) -> None:
    site = make_site(index=waiving(allow, text="All is well."))

    assert names(site, **choice) == []


def test_an_unknown_waiver_comes_with_the_near_miss(make_site: MakeSite) -> None:
    site = make_site(index=waiving("mising-anchor: comes later", text="All is well."))

    found = judge_site(site, today=TODAY).diagnostics
    assert [one.help.startswith("Did you mean “missing-anchor”") for one in found] == [True]


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        pytest.param("{ignore: {L102: comes later}}", [], id="with a reason"),
        pytest.param("{ignore: {L: comes later}}", [], id="a letter"),
        pytest.param("{select: [E, missing-page]}", [], id="selected"),
        pytest.param('{ignore: {L102: ""}}', ["waiver-without-reason"], id="without a reason"),
        pytest.param("{ignore: {L999: why}}", ["missing-anchor", "unknown-waiver"], id="unknown code"),
        pytest.param("{select: [missing-anchr]}", ["unknown-waiver"], id="unknown name"),
    ],
)
def test_the_settings_may_choose_rules(rules: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"site.yaml": f"rules: {rules}\n"}, index="[a](#gone)")

    assert sorted(names(site)) == sorted(found)


def test_what_is_wrong_with_the_choice_of_rules_is_told_where_it_stands(make_site: MakeSite) -> None:
    site = make_site(
        {"site.yaml": 'name: A\nrules:\n  select: [L, ZZ]\n  ignore: {L999: why, L102: ""}\n'}, index="Text."
    )

    found = judge_site(site, today=TODAY, select=["P"]).diagnostics
    assert [str(one.place) for one in found] == [f"content/site.yaml:{at}" for at in ("3:15", "4:18", "4:29")]


def test_waivers_hold_for_finished_pages_too(make_site: MakeSite) -> None:
    site = make_site(index=waiving("L204: two by design", text="Text"))
    files: Files = {site.pages[next(iter(site.pages))].address: b'<p id="a"></p><p id="a"></p>'}

    assert check_files(site, files, select=["L"]) == ()


def finished(site: Site, html: str) -> Files:
    return {site.pages[next(iter(site.pages))].address: html.encode()}


@pytest.mark.parametrize(
    ("allow", "html", "found"),
    [
        pytest.param("duplicate-id-in-finished-page: why not", "<p>", ["unused-waiver"], id="unused, by name"),
        pytest.param("A4: why not", "<p>", ["unused-waiver"], id="unused, by a code of finished pages alone"),
        pytest.param("L204: why not", "<p>", [], id="a code that another rule shares"),
        pytest.param("missing-anchor: why not", "<p>", [], id="a rule about the text"),
        pytest.param("duplicate-id-in-finished-page: why not", '<p id="a"><p id="a">', [], id="used"),
    ],
)
def test_a_waiver_of_a_rule_about_finished_pages_is_judged_there(
    allow: str, html: str, found: list[str], make_site: MakeSite
) -> None:
    site = make_site(index=waiving(allow, text="All is well."))

    assert [one.name for one in check_files(site, finished(site, html), select=["L", "A4"])] == found


@pytest.mark.parametrize(
    ("text", "html", "found"),
    [
        pytest.param("<!-- allow missing-anchor: later -->\n[a](#gone)", '<a href="#gone">', [], id="anchor, by name"),
        pytest.param("<!-- allow L102: later -->\n[a](#gone)", '<a href="#gone">', [], id="anchor, by code"),
        pytest.param("<!-- allow missing-page: later -->\n[a](b.md)", '<a href="b.html">', [], id="page, by name"),
        pytest.param("<!-- allow missing-page: later -->\n[a](b.md)", '<a href="c.html">', [1], id="another link"),
        pytest.param("<!-- allow lost-text: later -->\n[a](b.md)", '<a href="b.html">', [1], id="another rule"),
        pytest.param(
            "<!-- allow missing-page: later -->\nText.\n\n[a](b.md)", '<a href="b.html">', [1], id="another block"
        ),
    ],
)
def test_a_waived_link_is_waived_on_the_finished_page_too(
    text: str, html: str, found: list[int], make_site: MakeSite
) -> None:
    site = make_site(index=text)

    told = check_files(site, finished(site, html), select=["dead-link-in-finished-page"])
    assert [one.place.line for one in told if one.name == "dead-link-in-finished-page"] == found


def test_without_its_waiver_the_fault_is_told(make_site: MakeSite) -> None:
    site = make_site(index="[a](#gone)")

    assert places(missing_anchor, site) == ["index.md:5:1"]
    assert "#gone" in told(missing_anchor, site)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("<!-- allow L102: later -->\n[a](#gone)", [], id="above, by code"),
        pytest.param("<!-- allow missing-anchor: later -->\n\n[a](#gone)", [], id="above, by name"),
        pytest.param("[a](#gone) <!-- allow L102: later -->", [], id="in the line"),
        pytest.param("<!-- allow L102, L101: later -->\n[a](#gone) [b](gone.md)", [], id="two rules"),
        pytest.param(
            "<!-- allow L102: later -->\nText.\n\n[a](#gone)",
            ["7:1 unused-waiver", "10:1 missing-anchor"],
            id="above another block",
        ),
        pytest.param(
            "<!-- allow L102: later -->\n[a](#gone)\n\n[b](#gone)", ["10:1 missing-anchor"], id="the next block is told"
        ),
        pytest.param("<!-- allow L102 -->\n[a](#gone)", ["7:1 waiver-without-reason"], id="no reason"),
        pytest.param(
            "<!-- allow mising-anchor: later -->\n[a](#gone)", ["7:1 unknown-waiver", "8:1 missing-anchor"], id="slip"
        ),
        pytest.param(
            "<!-- ignore L102: later -->\n[a](#gone)", ["7:1 waiver-form", "8:1 missing-anchor"], id="another word"
        ),
        pytest.param("<!-- allow L102: later -->\nText.", ["7:1 unused-waiver"], id="unused"),
    ],
)
def test_a_waiver_beside_the_text_holds_for_its_block(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=f"---\ntitle: T\nsummary: A\nslug: index\n---\n\n{text}\n")

    told = [f"{one.place.line}:{one.place.column} {one.name}" for one in judge_site(site, today=TODAY).diagnostics]
    assert told == found
