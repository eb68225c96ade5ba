"""Of whom a number is told, and of whom its finding speaks."""

import pytest
from tests.check.numbers.conftest import MakeGuide

from crpsguide.check.numbers import number_not_in_finding

IMPROVED = [{"value": 22, "unit": "of 100 people", "of": "felt better"}]


@pytest.mark.parametrize(
    ("text", "population", "told"),
    [
        pytest.param("22 of 100 children felt better", "Adults with type 1", ["adults"], id="children for adults"),
        pytest.param("In teenagers, 22 of 100 felt better", "adults, aged 18 to 70", ["adults"], id="named before"),
        pytest.param("22 of 100 adults felt better", "Children with long pain", ["children"], id="adults for children"),
        pytest.param("22 of 100 men felt better", "Women after a fall", ["women"], id="men for women"),
        pytest.param("In type 2, 22 of 100 felt better", "People with type 1", ["type 1"], id="one type for another"),
        pytest.param("22 of 100 children felt better", "Adults and children", [], id="both were studied"),
        pytest.param("22 of 100 adults felt better", "Adults with type 1", [], id="the same people"),
        pytest.param("22 of 100 people felt better", "Adults with type 1", [], id="people"),
        pytest.param("22 of 100 children felt better", "People with long pain", [], id="the finding does not say who"),
        pytest.param("In adults, 22 of 100 felt better; in children, nobody knows", "Adults", [], id="both are named"),
        pytest.param("22 of 100 felt better, but children were not studied", "Adults", [], id="set apart"),
        pytest.param("22 of 100 felt better, with types 1 and 2", "People with types 1 and 2", [], id="both types"),
    ],
)
def test_of_whom_a_number_is_told(text: str, population: str, told: list[str], with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", IMPROVED, population=population)

    messages = [one.message for one in number_not_in_finding.check(site)]
    assert [one.partition("it speaks of ")[2].strip(".") for one in messages] == told
