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
        pytest.param(decision.winner_named, "Some words.", "Will the drip come out on top?", [], id="D5 asked"),
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


STEPS = {"type": "tool", "tags": "[decision-aid]"}


@pytest.mark.parametrize("rule", decision.RULES, ids=lambda rule: str(rule.name))
def test_an_aid_told_in_steps_is_whole(rule: Rule, make_site: MakeSite) -> None:
    first, further = WHOLE.split("## Does it help?")
    site = make_site(a=guide_page(first, **STEPS, steps="[b.md]"), b=guide_page(f"## Does it help?{further}", **STEPS))

    assert [*rule.check(site)] == []


def test_the_natural_course_may_not_wait_for_a_later_step(make_site: MakeSite) -> None:
    first, further = WHOLE.split("## Does it help?")
    site = make_site(b=guide_page(first, **STEPS), a=guide_page(f"## Does it help?{further}", **STEPS, steps="[b.md]"))

    [fault] = decision.natural_course_not_first.check(site)

    assert str(fault.place).endswith("a.md:14:4")


TRIAL = """\
source: {type: article-journal, title: A trial, issued: "2020"}
appraisal: {design: rct, use: cite, why_use: a trial, read: abstract, checked: 2026-01-02}
findings:
  sick:
    says: Some felt sick.
    kind: harm
    population: adults
    period: 12 weeks
    values: [{value: "18", unit: "%", of: people who felt sick}]
    certainty: low
    rated_by: editor
  anyone:
    says: Some felt well.
    kind: effect
    period: 12 weeks
    values: [{value: "18", unit: "%", of: people who felt well}]
    certainty: low
    rated_by: editor
  better:
    says: Some felt better.
    kind: effect
    population: adults
    values: [{value: "18", unit: "%", of: people who felt better}]
    certainty: low
    rated_by: editor
"""
ARRAY = """\
/// icon-array | How many felt better
    groups:
      - finding: trial#better
        of: people who felt better
        label: with it
///"""


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(decision.number_without_frame, "18 of 100 felt sick [@trial#sick].", [], id="who and when"),
        pytest.param(decision.number_without_frame, "18 of 100 felt better [@trial#better].", ["13:1"], id="no time"),
        pytest.param(decision.number_without_frame, "Some felt better [@trial#better].", [], id="no number"),
        pytest.param(
            decision.number_without_frame,
            "18 of 100 felt better [@trial#better; @trial#sick].",
            [],
            id="one tells both",
        ),
        pytest.param(
            decision.number_without_frame, "At week 4, 18 of 100 felt better [@trial#better].", [], id="a week"
        ),
        pytest.param(
            decision.number_without_frame,
            "18 of 100 felt better [@trial#better]. So at 2 years.",
            [],
            id="time beside it",
        ),
        pytest.param(decision.number_without_frame, "18 people felt better [@trial#better].", ["13:1"], id="a count"),
        pytest.param(
            decision.number_without_frame, "A trial of 2 kinds of it runs [@trial#better].", [], id="of kinds"
        ),
        pytest.param(
            decision.number_without_frame, "At week 4, 18 of 100 did [@trial#anyone].", ["13:1"], id="of whom, untold"
        ),
        pytest.param(decision.number_without_frame, ARRAY, ["15:9"], id="no time for a picture"),
        pytest.param(decision.chance_without_denominator, "18 of every 100 people felt sick.", [], id="of 100"),
        pytest.param(decision.chance_without_denominator, "18% of people felt sick.", ["13:1"], id="a percentage"),
        pytest.param(decision.chance_without_denominator, "A fifth of people felt sick.", ["13:1"], id="a fraction"),
        pytest.param(decision.chance_without_denominator, "18 of 100 people (18%) felt sick.", [], id="in brackets"),
        pytest.param(decision.chance_without_denominator, "(18% of them.)", [], id="in brackets from the start"),
        pytest.param(
            decision.chance_without_denominator, "In clinics (or not) 18% felt sick.", ["13:21"], id="behind brackets"
        ),
        pytest.param(decision.chance_without_denominator, "Most people felt sick.", [], id="no number at all"),
        pytest.param(decision.chance_without_denominator, "18 of 100 felt at least half less pain.", [], id="a change"),
        pytest.param(decision.chance_without_denominator, "The pain fell by about half.", [], id="changed by half"),
        pytest.param(decision.chance_without_denominator, "Half of the people felt sick.", ["13:1"], id="half of all"),
        pytest.param(
            decision.denominators_differ, "5 of every 100 people, 8 of every 1,000 people.", ["13:35"], id="two wholes"
        ),
        pytest.param(decision.denominators_differ, "5 of every 100 people, 8 of every 100 people.", [], id="one whole"),
        pytest.param(decision.one_side_told, "18 of every 100 people felt sick.", ["13:1"], id="one side"),
        pytest.param(decision.one_side_told, "18 of every 100 people felt sick, and 82 did not.", [], id="both sides"),
        pytest.param(decision.one_side_told, "18 of 100 felt sick. The other 82 did not.", [], id="in two sentences"),
        pytest.param(decision.one_side_told, "2 of 3 trials were small.", [], id="a few things"),
        pytest.param(decision.one_side_told, "17 of 27 people felt sick.", ["13:1"], id="of another whole"),
        pytest.param(
            decision.one_side_told, "In type 1, 43 of every 100 did, and 57 did not.", [], id="a type before it"
        ),
        pytest.param(decision.one_side_told, "Pain was about 3 out of 10.", [], id="points on a scale"),
        pytest.param(decision.one_side_told, "Pain fell by 10 points out of 100.", [], id="points lost"),
        pytest.param(decision.one_side_told, "27 more of every 100 people felt sick.", [], id="a difference"),
    ],
)
def test_numbers_of_a_decision_aid(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site({"evidence/trial.yaml": TRIAL}, a=guide_page(body, type="tool", tags="[decision-aid]"))

    assert [f"{one.place.line}:{one.place.column}" for one in rule.check(site)] == places
