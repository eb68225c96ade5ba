"""Which way round a number is told."""

import pytest
from tests.check.numbers.conftest import MakeGuide

from crpsguide.check.numbers import number_not_in_finding

GAP = [{"value": 1.8, "unit": "points", "of": "difference in pain at 4 weeks"}]
SAYS = "Pain fell by 1.8 points more with tablets than with a dummy."


@pytest.mark.parametrize(
    "text",
    [
        "Pain fell by 1.8 points more with tablets than with a dummy",
        "Pain was 1.8 points lower with tablets",
        "Pain was 1.8 points higher with a dummy than with tablets",
        "Compared with a dummy, tablets lowered pain by 1.8 points",
        "The gap was 1.8 points",
    ],
)
@pytest.mark.parametrize("says", [SAYS, "Pain was 1.8 points higher with a dummy than with tablets."])
def test_a_number_told_as_the_finding_tells_it(text: str, says: str, with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", GAP, says=says, comparison="tablets against a dummy")

    assert number_not_in_finding.check(site) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pain rose by 1.8 points with tablets",
        "Pain was 1.8 points higher with tablets",
        "Pain fell by 1.8 points more with a dummy than with tablets",
        "Pain was 1.8 points lower with a dummy than with tablets",
    ],
)
@pytest.mark.parametrize("says", [SAYS, "Pain was 1.8 points higher with a dummy than with tablets."])
def test_a_number_told_the_wrong_way_round(text: str, says: str, with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", GAP, says=says, comparison="tablets against a dummy")

    [one] = number_not_in_finding.check(site)
    assert "the wrong way round" in one.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("22% more people felt better with tablets than with a dummy", 1, id="a level as a gap"),
        pytest.param("More people (22%) felt better with tablets than with a dummy (10%)", 0, id="two levels"),
        pytest.param("22% of people felt better with tablets", 0, id="a level"),
    ],
)
def test_the_level_of_one_group_is_no_gap(text: str, told: int, with_values: MakeGuide) -> None:
    groups = {"tablets": 22, "dummy": 10}
    values = [{"value": number, "unit": "%", "of": f"felt better, {name}"} for name, number in groups.items()]

    site = with_values(f"{text} [@trial#found].", values)

    assert ["how far two groups lie apart" in one.message for one in number_not_in_finding.check(site)] == [True] * told
