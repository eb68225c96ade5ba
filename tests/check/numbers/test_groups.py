"""Numbers of two groups: every way to tell them is right with one order of the numbers and wrong with the other."""

import pytest
from tests.check.numbers.conftest import MakeGuide, Values

from crpsguide.check.numbers import number_not_in_finding

SHARES = [
    {"value": 76, "unit": "%", "of": "strange experiences, ketamine"},
    {"value": 18, "unit": "%", "of": "strange experiences, placebo"},
]
SCORES = [
    {"value": 3, "unit": "points (0-10)", "of": "mean pain, new splint, week 6"},
    {"value": 5, "unit": "points (0-10)", "of": "mean pain, usual care, week 6"},
    {"value": 4, "unit": "points (0-10)", "of": "mean pain, new splint, week 12"},
    {"value": 6, "unit": "points (0-10)", "of": "mean pain, usual care, week 12"},
]
RIVAL = [
    {"value": 83.3, "unit": "%", "of": "improved with prednisolone"},
    {"value": 16.7, "unit": "%", "of": "improved with piroxicam"},
]
OUTCOMES = [
    {"value": 30, "unit": "%", "of": "nausea with ketamine"},
    {"value": 12, "unit": "%", "of": "nausea with placebo"},
    {"value": 47, "unit": "%", "of": "dizziness with ketamine"},
    {"value": 9, "unit": "%", "of": "dizziness with placebo"},
]


@pytest.mark.parametrize(
    "text",
    [
        "Of every 100 people on ketamine, {t} had strange experiences, against {c} with the dummy",
        "Of every 100 people on ketamine, {t} had strange experiences, compared with {c} on a dummy drip",
        "Of every 100 people given the dummy drip, {c} had strange experiences, against {t} with ketamine",
        "Strange experiences came in {t} of every 100 people with ketamine and in {c} with a dummy drip",
        "Strange experiences came in {t} of every 100 people with ketamine, but only in {c} with a sham drip",
        "Ketamine brought strange experiences to {t} of every 100 people; the dummy drip brought them to {c}",
        "{t} of every 100 people had strange experiences on ketamine, {c} on the placebo",
        "{t}% of people on ketamine and {c}% of the others had strange experiences",
        "{t}% of people on ketamine had strange experiences, {c}% of the comparison group",
        "Strange experiences in every 100 people: ketamine {t}%, dummy {c}%",
        "Ketamine: {t}%; dummy drip: {c}%",
        "With ketamine {t}% had strange experiences, without it {c}%",
        "With the real drip {t}% had strange experiences, with the dummy {c}%",
        "In the ketamine group {t}% and in the control group {c}% had strange experiences",
        "While {t}% of those on ketamine had strange experiences, {c}% of those on the dummy did",
        "Compared with {c}% on the dummy, {t}% on ketamine had strange experiences",
        "Compared with the dummy, where {c}% had strange experiences, ketamine gave them to {t}%",
        "More people had strange experiences on ketamine ({t}%) than on the dummy ({c}%)",
        "More people had strange experiences on ketamine than on the dummy ({t}% against {c}%)",
        "Compared with placebo, ketamine gave more strange experiences: {t}% against {c}%",
        "Strange experiences were seen in {t}% and {c}% of people on ketamine and the dummy",
        "Strange experiences came with ketamine in {t}% and with salt water in {c}%",
        "In the trial of ketamine, {c}% had strange experiences on the dummy and {t}% on ketamine",
        "{t}% had strange experiences on ketamine, as opposed to {c}% on the dummy",
        "Of 100 people given ketamine, {t} told of strange experiences; among those given a dummy drip, {c}",
        "The dummy drip brought strange experiences to {c}%, ketamine to {t}%",
        "Only {c}% of those who were given a pretend drip had strange experiences; with ketamine it was {t}%",
        "On ketamine, {t} of every 100 people had strange experiences, compared to {c} in the control group",
        "{t} of 100 people had strange experiences with ketamine versus {c} of 100 with the fake drip",
    ],
)
def test_shares_of_two_groups(text: str, with_values: MakeGuide) -> None:
    right = with_values(f"{text.format(t=76, c=18)} [@trial#found].", SHARES)
    assert [one.message for one in number_not_in_finding.check(right)] == []

    wrong = with_values(f"{text.format(t=18, c=76)} [@trial#found].", SHARES)
    assert number_not_in_finding.check(wrong)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        pytest.param("At week 6 pain was {} with the splint and {} without it", (3, 5), (5, 3), id="time in front"),
        pytest.param("Pain with the splint was {} at 6 weeks and {} at 12 weeks", (3, 4), (4, 3), id="group in front"),
        pytest.param("With usual care pain was {} at 6 weeks and {} at 3 months", (5, 6), (6, 5), id="time told anew"),
        pytest.param("After 12 weeks pain was {} with the splint, {} with usual care", (4, 6), (6, 4), id="last week"),
        pytest.param("With the splint pain was {} after 12 weeks, against {} with usual care", (4, 6), (3, 6),
                     id="the other week"),
        pytest.param("In the sixth week the splint group was at {} and the others at {}", (3, 5), (5, 3), id="ordinal"),
    ],
)  # fmt: skip
def test_groups_and_times(text: str, right: tuple[int, int], wrong: tuple[int, int], with_values: MakeGuide) -> None:
    site = with_values(f"{text.format(*right)} points [@trial#found].", SCORES)
    assert [one.message for one in number_not_in_finding.check(site)] == []

    site = with_values(f"{text.format(*wrong)} points [@trial#found].", SCORES)
    assert number_not_in_finding.check(site)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        pytest.param("{}% felt better with prednisolone, {}% with piroxicam", (83, 17), (17, 83), id="both named"),
        pytest.param("{}% felt better with prednisolone, {}% in the comparison group", (83, 17), (17, 83),
                     id="by the finding's comparison"),
        pytest.param("{}% in one group and {}% in the other felt better", (17, 83), (17, 83), id="unclear"),
    ],
)  # fmt: skip
def test_a_comparison_that_is_a_treatment(
    text: str, right: tuple[int, int], wrong: tuple[int, int], with_values: MakeGuide
) -> None:
    site = with_values(f"{text.format(*right)} [@trial#found].", RIVAL, comparison="piroxicam")
    assert [one.message for one in number_not_in_finding.check(site)] == []

    site = with_values(f"{text.format(*wrong)} [@trial#found].", RIVAL, comparison="piroxicam")
    assert bool(number_not_in_finding.check(site)) is (right != wrong)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        pytest.param("With ketamine {}% had nausea and {}% had dizziness", (30, 47), (47, 30), id="two outcomes"),
        pytest.param("Nausea came in {}% with ketamine and {}% with placebo", (30, 12), (12, 30), id="one outcome"),
        pytest.param("{}% were dizzy on ketamine, {}% on the dummy", (47, 9), (9, 47), id="dizzy is dizziness"),
        pytest.param("Nausea ({}%) and dizziness ({}%) came with ketamine", (30, 47), (47, 30), id="in brackets"),
    ],
)
def test_groups_and_outcomes(text: str, right: tuple[int, int], wrong: tuple[int, int], with_values: MakeGuide) -> None:
    site = with_values(f"{text.format(*right)} [@trial#found].", OUTCOMES)
    assert [one.message for one in number_not_in_finding.check(site)] == []

    site = with_values(f"{text.format(*wrong)} [@trial#found].", OUTCOMES)
    assert number_not_in_finding.check(site)


def test_a_guide_names_its_own_groups(with_values: MakeGuide) -> None:
    """Words that only this guide uses for a group stand in `content/wording/groups.yaml`."""
    text = "Strange experiences came in 18% with the drip and in 76% with the ghost drip [@trial#found]."
    listed = {"wording/groups.yaml": "placebo:\n  words: [ghost drip]\n"}

    assert number_not_in_finding.check(with_values(text, SHARES)) == []
    assert number_not_in_finding.check(with_values(text, SHARES, files=listed))


LACKING = [
    {"value": 67, "unit": "%", "of": "walking, brace"},
    {"value": 33, "unit": "%", "of": "walking, no brace"},
]
MOVED = [
    {"value": 7, "unit": "points", "of": "pain before"},
    {"value": 4, "unit": "points", "of": "pain after 8 weeks"},
]


@pytest.mark.parametrize(
    ("text", "values", "right"),
    [
        pytest.param("{} in 100 with the brace could walk, {} in 100 without it", LACKING, (67, 33), id="without it"),
        pytest.param("{}% of those with the brace could walk, and {}% without", LACKING, (67, 33), id="without"),
        pytest.param("{}% of those who had a brace could walk, {}% of those who did not", LACKING, (67, 33), id="not"),
        pytest.param("Pain went from {} to {} points over 8 weeks", MOVED, (7, 4), id="from and to"),
        pytest.param("At the start pain was {}, and after 8 weeks it was {} points", MOVED, (7, 4), id="start and end"),
    ],
)
def test_what_was_lacking_and_what_came_first(
    text: str, values: list[dict[str, object]], right: tuple[int, int], with_values: MakeGuide
) -> None:
    site = with_values(f"{text.format(*right)} [@trial#found].", values)
    assert [one.message for one in number_not_in_finding.check(site)] == []

    site = with_values(f"{text.format(*reversed(right))} [@trial#found].", values)
    assert number_not_in_finding.check(site)


MOMENTS = [
    {"value": 20, "unit": "%", "of": "good days before"},
    {"value": 45, "unit": "%", "of": "good days after"},
]
WEEKS = [
    {"value": 70, "unit": "points (0-100)", "of": "pain at baseline"},
    {"value": 40, "unit": "points (0-100)", "of": "pain at week 12"},
]


@pytest.mark.parametrize(
    ("values", "text", "right", "wrong"),
    [
        pytest.param(MOMENTS, "Good days went from {}% to {}%", (20, 45), (45, 20), id="from and to"),
        pytest.param(MOMENTS, "Good days changed to {}% from {}%", (45, 20), (20, 45), id="to and from"),
        pytest.param(MOMENTS, "From {}%, good days went to {}%", (20, 45), (45, 20), id="from in front"),
        pytest.param(MOMENTS, "Starting at {}%, good days ended at {}%", (20, 45), (45, 20), id="start and end"),
        pytest.param(MOMENTS, "Good days were {}% at first and {}% later", (20, 45), (45, 20), id="first and later"),
        pytest.param(WEEKS, "Pain went from {} to {} points", (70, 40), (40, 70), id="a time is an end"),
        pytest.param(WEEKS, "Pain went to {} from {} points", (40, 70), (70, 40), id="a time is an end, told first"),
    ],
)
def test_the_ends_of_a_move(
    values: Values, text: str, right: tuple[int, int], wrong: tuple[int, int], with_values: MakeGuide
) -> None:
    assert number_not_in_finding.check(with_values(f"{text.format(*right)}. [@trial#found]", values)) == []
    assert number_not_in_finding.check(with_values(f"{text.format(*wrong)}. [@trial#found]", values)) != []


@pytest.mark.parametrize(
    "text",
    [
        "{a} were four times as likely as {b} to be affected",
        "Compared with {b}, {a} were four times as likely to be affected",
        "The risk in {a} was four times that of {b}",
        "{a} had four times the risk of {b}",
        "It is four times as common in {a} as in {b}",
        "It is four times more common in {a} than in {b}",
        "The illness hits four times as many {a} as {b}",
        "Both get it, but {a} four times as often",
        "{b} are four times less likely than {a} to be affected",
    ],
)
@pytest.mark.parametrize(
    ("of", "words"),
    [
        pytest.param("risk, women against men", {}, id="in the value"),
        pytest.param("risk in women versus men, at one year", {}, id="in the value, with more"),
        pytest.param("risk", {"comparison": "women compared with men"}, id="in the finding"),
    ],
)
def test_the_two_that_a_ratio_compares(text: str, of: str, words: dict[str, str], with_values: MakeGuide) -> None:
    values = [{"value": "4.0", "unit": "risk_ratio", "of": of}]

    right = with_values(f"{text.format(a='women', b='men')}. [@trial#found]", values, **words)
    wrong = with_values(f"{text.format(a='men', b='women')}. [@trial#found]", values, **words)

    assert number_not_in_finding.check(right) == []
    [one] = number_not_in_finding.check(wrong)
    assert "the wrong way round" in one.message
