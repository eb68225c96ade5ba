import pytest
from tests.check.numbers.conftest import MakeGuide

from crpsguide.check.numbers import number_not_in_finding


@pytest.mark.parametrize(
    ("text", "unit", "told"),
    [
        pytest.param("A course cost £1,250", "GBP", [], id="sign"),
        pytest.param("A course cost 1250 pounds in 2020", "£", [], id="word"),
        pytest.param("A course cost about £1,300", "pounds", [], id="about"),
        pytest.param("A course cost more than £1,200", "pounds", [], id="more than"),
        pytest.param("A course cost US$1,250 to $1,400", "US$", [], id="the ends of a range"),
        pytest.param("A course cost £1,520", "GBP", ["£1,520"], id="figures changed about"),
        pytest.param("A course cost £12.50", "GBP", ["£12.50"], id="pence"),
        pytest.param("A course cost £1.25 million", "GBP", ["£1.25 million"], id="millions"),
        pytest.param("A course cost 1,250 euros", "GBP", ["1,250 euros"], id="another currency"),
        pytest.param("A course cost $1,250 to $1,500", "US$", ["$1,250 to $1,500"], id="one end is another"),
        pytest.param("Our visits cost £40", "percent", [], id="the finding holds no price"),
    ],
)
def test_a_price_that_the_finding_does_not_hold(text: str, unit: str, told: list[str], with_values: MakeGuide) -> None:
    values = [{"value": one, "unit": unit, "of": "price of a course"} for one in (1250, 1400)]

    site = with_values(f"{text} [@trial#found].", values)

    assert [one.message.split("”")[0].partition("“")[2] for one in number_not_in_finding.check(site)] == told
