import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import action
from crpsguide.check.rule import Rule

STEPS = "## What you can do\n\n1. Ask.\n2. Write it down.\n3. Rest."
ASK = "/// ask | Ask\n- Why?\n- When?\n- How?\n///"


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(action.steps_missing, STEPS, [], id="C1 three steps"),
        pytest.param(action.steps_missing, "Text.", ["1:1"], id="C1 no part"),
        pytest.param(action.steps_missing, "## What you can do\n\nRest.", ["12:4"], id="C1 no list"),
        pytest.param(action.steps_missing, STEPS.replace("\n3. Rest.", ""), ["14:4"], id="C1 two steps"),
        pytest.param(action.steps_missing, STEPS.replace("What you can do", "What can I do?"), [], id="C1 a question"),
        pytest.param(action.step_without_action, STEPS, [], id="C1 verbs"),
        pytest.param(action.step_without_action, STEPS.replace("Rest.", "A rest."), ["16:4"], id="C1 a noun"),
        pytest.param(action.step_without_action, STEPS.replace("Rest.", "**If tired, rest.**"), [], id="C1 if first"),
        *(
            pytest.param(action.step_without_action, STEPS.replace("Rest.", step), [], id=f"C1 {step}")
            for step in ("Halve the task.", "Clear the next day for rest.", "Judge it by what you can do.")
        ),
        pytest.param(action.questions_missing, ASK, [], id="C5 three"),
        pytest.param(action.questions_missing, ASK.replace("How?", "How."), ["13:3"], id="C5 no question mark"),
        pytest.param(action.questions_missing, "Text.", ["1:1"], id="C5 none"),
    ],
)
def test_action(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body))

    assert [f"{one.place.line}:{one.place.column}" for one in rule.check(site)] == places


@pytest.mark.parametrize(("count", "step"), [pytest.param(2, "Add", id="few"), pytest.param(8, "One", id="many")])
def test_what_to_do_about_steps_goes_by_their_number(count: int, step: str, make_site: MakeSite) -> None:
    site = make_site(a=guide_page("## What you can do\n\n" + "1. Ask.\n" * count))

    [fault] = action.steps_missing.check(site)

    assert fault.help.startswith(step)


@pytest.mark.parametrize(
    ("body", "related", "count"),
    [
        pytest.param("Take [the plan](tools/plan.md).", "[]", 0, id="a link"),
        pytest.param("Text.", "[tools/plan.md]", 0, id="in the front matter"),
        pytest.param("Text.", "[]", 1, id="none"),
    ],
)
def test_each_page_leads_to_a_tool(body: str, related: str, count: int, make_site: MakeSite) -> None:
    site = make_site(
        a=guide_page(body, related=related),
        tools__plan=guide_page("/// checklist\n- One\n///", type="tool", title="Plan"),
    )

    assert len(action.tool_missing.check(site)) == count


def test_a_word_list_is_no_tool(make_site: MakeSite) -> None:
    words = guide_page("Text.", type="tool", title="Words")

    assert len(action.tool_missing.check(make_site(a=guide_page("See [words](words.md)."), words=words))) == 1


def test_a_tool_whose_sheet_is_a_further_step_is_one(make_site: MakeSite) -> None:
    site = make_site(
        a=guide_page("Take [the aid](aid.md)."),
        aid=guide_page("Text.", type="tool", title="Aid", steps="[sheet.md]"),
        sheet=guide_page("/// fields\n- One\n///", type="tool", title="Sheet"),
    )

    assert action.tool_missing.check(site) == []


def test_a_guide_without_tools_need_not_lead_to_one(make_site: MakeSite) -> None:
    assert action.tool_missing.check(make_site(a=guide_page("Text."))) == []


@pytest.mark.parametrize(
    ("body", "type", "count"),
    [
        pytest.param("You can say no.", "treatment", 0, id="no"),
        pytest.param("Waiting for now is a real choice.", "treatment", 0, id="wait"),
        pytest.param("You can have drips or tablets.", "treatment", 1, id="only ways to say yes"),
        pytest.param("You can have drips.", "condition", 0, id="not about a treatment"),
    ],
)
def test_no_treatment_is_a_choice(body: str, type: str, count: int, make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body, type=type))

    assert len(action.no_treatment_not_named.check(site)) == count
