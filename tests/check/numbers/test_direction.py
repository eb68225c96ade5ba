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
        "With a dummy, pain was 1.8 points higher",
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

    faults = number_not_in_finding.check(site)
    assert ["a difference between two groups" in one.message for one in faults] == [True] * told


@pytest.mark.parametrize(
    ("text", "of", "told"),
    [
        pytest.param("12 of 90 people gave up because of a rash", "gave up because of a rash", 0, id="as it is"),
        pytest.param("12 of 90 people did not quit early", "people who quit because of a rash", 1, id="denied"),
        pytest.param("12 of 90 people never really worked again", "people who worked again", 1, id="never"),
        pytest.param("12 of 90 people could not work", "unable to work", 0, id="the value denies it too"),
        pytest.param("12 of 90 quit, and did not say why", "people who quit", 0, id="something else is denied"),
    ],
)
def test_what_is_counted_did_happen(text: str, of: str, told: int, with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", [{"events": 12, "out_of": 90, "of": of}])

    assert ["the wrong way round" in one.message for one in number_not_in_finding.check(site)] == [True] * told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The sore hand was 1.2 °C colder", 0, id="as it is"),
        pytest.param("The other hand was 1.2 °C warmer than the sore one", 0, id="seen from the other hand"),
        pytest.param("The sore hand was 1.2 °C warmer", 1, id="the wrong way round"),
    ],
)
def test_the_way_of_an_adjective(text: str, told: int, with_values: MakeGuide) -> None:
    gap = [{"value": 1.2, "unit": "°C", "of": "difference in temperature"}]
    says = "The sore hand was 1.2 °C colder."

    site = with_values(f"{text} [@trial#found].", gap, says=says, comparison="sore against other hand")

    assert len(number_not_in_finding.check(site)) == told
