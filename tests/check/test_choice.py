"""Which rules hold, in which order they are told, and how one is explained."""

from datetime import date

import pytest
from tests.check.guides import MakeSite

from crpsguide.check import RULES, UnknownRule, choose_rules, explain, judge_site
from crpsguide.model import Site

TODAY = date(2026, 6, 30)
FAULTS = "[a](gone.md) [b](#gone) [c](http://example.org/)\n\nIt helps. [@gone]\n\n/// key-point\n- a\n///"
ALL = ["missing-page", "missing-anchor", "insecure-http", "unknown-citation", "unknown-block"]


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(index=FAULTS)


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        pytest.param({}, ALL, id="all"),
        pytest.param({"select": ["L"]}, [*ALL[:3], "unknown-block"], id="a letter, and P holds"),
        pytest.param({"select": ["L102"]}, ["missing-anchor", "unknown-block"], id="a code"),
        pytest.param({"select": ["missing-anchor"]}, ["missing-anchor", "unknown-block"], id="a name"),
        pytest.param({"select": [" l102 "]}, ["missing-anchor", "unknown-block"], id="small letters and blanks"),
        pytest.param({"select": ["E", "missing-anchor"]}, [ALL[1], *ALL[3:]], id="two"),
        pytest.param({"select": ["Q"]}, ["unknown-block"], id="a letter of rules to come"),
        pytest.param({"ignore": ["L"]}, ALL[3:], id="without a letter"),
        pytest.param({"ignore": ["L102", "insecure-http"]}, [ALL[0], *ALL[3:]], id="without a code and a name"),
        pytest.param({"select": ["L"], "ignore": ["L101"]}, [*ALL[1:3], "unknown-block"], id="both"),
        pytest.param({"select": ["L"], "ignore": ["unknown-block"]}, ALL[:3], id="P can be ignored"),
    ],
)
def test_rules_can_be_chosen(choice: dict[str, list[str]], found: list[str], site: Site) -> None:
    select, ignore = choice.get("select", ()), choice.get("ignore", ())

    assert [one.name for one in judge_site(site, today=TODAY, select=select, ignore=ignore).diagnostics] == found


@pytest.mark.parametrize(
    ("word", "help"),
    [
        pytest.param("missing-ancor", "Did you mean “missing-anchor”", id="name"),
        pytest.param("qqqqqqqq", "A message names its rule", id="nothing near"),
    ],
)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_an_unknown_rule_comes_with_the_near_miss(option: str, word: str, help: str, site: Site) -> None:
    with pytest.raises(UnknownRule, match="There is no rule") as caught:
        judge_site(site, today=TODAY, select=[word] * (option == "select"), ignore=[word] * (option == "ignore"))

    assert caught.value.help.startswith(help)


def test_what_is_asked_for_goes_before_the_settings(make_site: MakeSite) -> None:
    site = make_site({"site.yaml": "rules: {select: [E]}\n"}, index="Text")

    assert {rule.code[0] for rule in choose_rules(site)} == {"E", "P"}
    assert {rule.code[0] for rule in choose_rules(site, select=["T"])} == {"T", "P"}


def test_what_the_settings_ignore_stays_ignored(make_site: MakeSite) -> None:
    site = make_site({"site.yaml": "rules: {ignore: {T1: no dates here}}\n"}, index="Text")

    assert "T1" not in {rule.code for rule in choose_rules(site, select=["T"])}


def test_diagnostics_are_sorted_by_place(make_site: MakeSite) -> None:
    site = make_site(index="[a](#a)\n[b](gone.md) [c](#c)", about="[d](#d)")

    found = [
        (one.place.path.name, one.place.line, one.place.column) for one in judge_site(site, today=TODAY).diagnostics
    ]
    assert found == sorted(found)
    assert len(found) == 4


def test_two_checks_tell_the_same(site: Site) -> None:
    assert judge_site(site, today=TODAY).diagnostics == judge_site(site, today=TODAY).diagnostics


@pytest.mark.parametrize("word", ["L102", "l102", "missing-anchor", " missing-anchor "])
def test_a_rule_is_explained_by_code_and_name(word: str) -> None:
    page = explain(word)

    assert page.startswith("L102 missing-anchor (error)\n\nA link names a heading")


def test_a_code_of_several_rules_explains_all_of_them() -> None:
    page = explain("L101")

    assert page.count("Why it matters:") == sum(rule.code == "L101" for rule in RULES)


def test_what_is_no_rule_is_not_explained() -> None:
    with pytest.raises(UnknownRule, match="There is no rule"):
        explain("L999")
