import pytest
from tests.check.guides import MakeSite
from tests.check.guides import places as found_at
from tests.check.written import guide_page

from crpsguide.check import balance
from crpsguide.check.rule import Rule

PARTS = (
    "How it may work",
    "Does the medicine help?",
    "What are the harms?",
    "If you do not have it",
    "Effect on daily life",
    "Other choices",
)
WHOLE = "\n\n".join(f"## {part}\n\nSome words here." for part in PARTS)
HARMS = "liver:\n  say: Changes in liver tests\n  words: [liver]\nsleep: {say: Sleepiness}\n"


def found(rule: Rule, body: str, make_site: MakeSite, type: str = "treatment", **facts: str) -> list[str]:
    site = make_site({"wording/harms.yaml": HARMS}, a=guide_page(body, type=type, **facts))
    return [f"{one.place.line}:{one.place.column}" for one in rule.check(site)]


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(balance.unknowns_missing, "## What we do not know\n\n- One.\n- Two.", [], id="E6 two"),
        pytest.param(balance.unknowns_missing, "## What we do not know\n\n- One.", ["12:4"], id="E6 one"),
        pytest.param(balance.unknowns_missing, "Text.", ["1:1"], id="E6 none"),
        pytest.param(balance.benefits_and_harms_unequal, WHOLE, [], id="E8 equal"),
        pytest.param(
            balance.benefits_and_harms_unequal,
            WHOLE.replace("help?\n\nSome", "help?\n\nVery many more"),
            ["16:4"],
            id="E8 benefits longer",
        ),
        pytest.param(
            balance.benefits_and_harms_unequal,
            WHOLE.replace("help?\n\n", "help?\n\n/// go-deeper | More\nVery many more words.\n///\n\n"),
            [],
            id="E8 what is folded does not count",
        ),
        pytest.param(balance.treatment_part_missing, WHOLE, [], id="E9 all six"),
        pytest.param(
            balance.treatment_part_missing,
            WHOLE.replace("What are the harms?", "More facts"),
            ["1:1"],
            id="E9 no harms",
        ),
        pytest.param(
            balance.treatment_part_missing, WHOLE.removesuffix("Some words here."), ["32:4"], id="E9 an empty part"
        ),
        pytest.param(
            balance.treatment_part_missing, WHOLE.replace("## Effect on", "### Effect on"), [], id="E9 a lower heading"
        ),
        pytest.param(
            balance.story_among_evidence, "## Does it help?\n\nMy pain went away.", ["14:1"], id="E12 a story"
        ),
        pytest.param(
            balance.story_among_evidence, "## Does it help?\n\n> It was great.", ["14:3"], id="E12 a quotation"
        ),
        pytest.param(
            balance.story_among_evidence, "## Does it help?\n\nDoes it help my pain?", [], id="E12 a question"
        ),
        pytest.param(balance.story_among_evidence, "## What it is like\n\nMy arm felt odd.", [], id="E12 elsewhere"),
        pytest.param(balance.approval_missing, "## Approval and cost\n\nNot approved.", [], id="E14 a part"),
        pytest.param(balance.approval_missing, "Text.", ["1:1"], id="E14 nothing"),
    ],
)
def test_balance(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    assert found(rule, body, make_site) == places


@pytest.mark.parametrize(
    ("rule", "body", "harms", "places"),
    [
        pytest.param(balance.unknown_harm, "Text.", "[livre]", ["10:9"], id="E10 misspelt"),
        pytest.param(balance.unknown_harm, "Text.", "[liver]", [], id="E10 known"),
        pytest.param(balance.harm_not_told, "Text.", "[sleep, liver]", ["10:16"], id="E10 not told"),
        pytest.param(balance.harm_not_told, "Your liver may suffer.", "[liver]", [], id="E10 told"),
        pytest.param(balance.harm_not_told, "Text.", "[sleep]", [], id="E10 no words to look for"),
    ],
)
def test_harms(rule: Rule, body: str, harms: str, places: list[str], make_site: MakeSite) -> None:
    assert found(rule, body, make_site, harms=harms) == places


@pytest.mark.parametrize(
    ("name", "type", "places"),
    [
        pytest.param("drip/a", "treatment", ["drip/a.md:1:1"], id="a contested treatment"),
        pytest.param("walk/a", "treatment", [], id="another treatment"),
        pytest.param("walk/a", "faq", ["walk/a.md:1:1"], id="questions with harms"),
    ],
)
def test_where_a_part_on_approval_is_not_enough(name: str, type: str, places: list[str], make_site: MakeSite) -> None:
    body = "## Approval and cost\n\nNot approved."
    sections = {"site.yaml": "sections: [{folder: drip, title: Drip, contested: true}]\n"}
    site = make_site({"wording/harms.yaml": HARMS, **sections}, **{name: guide_page(body, type=type, harms="[liver]")})

    assert found_at(balance.approval_missing, site) == places


def test_a_page_that_is_about_no_treatment_needs_no_approval(make_site: MakeSite) -> None:
    site = make_site(a=guide_page("Text.", type="faq"))

    assert balance.approval_missing.check(site) == []


@pytest.mark.parametrize("rule", balance.RULES, ids=lambda rule: str(rule.name))
@pytest.mark.parametrize("type", ["home", "about", "tool", "clinic"])
def test_other_pages_are_not_about_a_treatment(rule: Rule, type: str, make_site: MakeSite) -> None:
    assert found(rule, "Text.", make_site, type=type) == []


def test_a_guide_names_its_parts_as_it_likes(make_site: MakeSite) -> None:
    sections = "harms: {say: Schaden, words: [was schaden kann]}\n"
    body = WHOLE.replace("What are the harms?", "Was schaden kann")
    site = make_site({"wording/sections.yaml": sections}, a=guide_page(body, type="treatment"))

    assert balance.treatment_part_missing.check(site) == []
