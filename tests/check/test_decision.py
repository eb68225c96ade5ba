import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import decision
from crpsguide.check.rule import Rule

HEADINGS = (
    "What it is",
    "The decision",
    "If you do not have it",
    "Does it help?",
    "Harms",
    "What it is like",
    "How to use it at a visit",
    "Privacy",
    "How this was made",
)
CHOICES = "## Your choices\n\n### Drip\n\nFour words are here.\n\n### Wait\n\nFour words are here."
WHOLE = "\n\n".join(f"## {one}\n\nSome words." for one in HEADINGS) + f"\n\n{CHOICES}"


def found(rule: Rule, body: str, make_site: MakeSite, tags: str = "[decision-aid]") -> list[str]:
    site = make_site(a=guide_page(body, type="tool", tags=tags))
    return [f"{one.place.line}:{one.place.column}" for one in rule.check(site)]


@pytest.mark.parametrize(
    ("rule", "old", "new", "places"),
    [
        pytest.param(decision.decision_part_missing, "## Harms", "## More", ["1:1"], id="D1 no harms"),
        pytest.param(decision.choices_unequal, "Wait\n\nFour words are", "Wait\n\nIt is", ["55:5"], id="D2 less room"),
        pytest.param(decision.natural_course_not_first, "If you do not have it", "More", ["25:4"], id="D4 not told"),
        pytest.param(decision.winner_named, "Some words.", "Your score is 7.", ["15:1"], id="D5 a score"),
        pytest.param(decision.next_steps_missing, "## Privacy", "## More", ["1:1"], id="D6 no privacy"),
        pytest.param(decision.making_unsaid, "How this was made", "More", ["1:1"], id="D7 not told"),
    ],
)
def test_decision_aid(rule: Rule, old: str, new: str, places: list[str], make_site: MakeSite) -> None:
    assert found(rule, WHOLE.replace(old, new, 1), make_site) == places


@pytest.mark.parametrize("rule", decision.RULES, ids=lambda rule: str(rule.name))
def test_a_whole_aid(rule: Rule, make_site: MakeSite) -> None:
    assert found(rule, WHOLE, make_site) == []


@pytest.mark.parametrize("rule", decision.RULES, ids=lambda rule: str(rule.name))
def test_another_tool_is_no_decision_aid(rule: Rule, make_site: MakeSite) -> None:
    assert found(rule, "Text.", make_site, tags="[]") == []
