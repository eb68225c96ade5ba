import pytest
from tests.render.sites import HERE, finding, html, site, source, value

from crpsguide.model import IconArray, NamedValue
from crpsguide.render.arrays import dot_arrays

DOT = "a4 4 0 1 0 8 0"


def array(of: str = "with it", id: str = "a#x") -> IconArray:
    return IconArray("Title", (NamedValue(finding=id, of=of, label="had it", place=HERE),), html(""), HERE)


@pytest.mark.parametrize(
    ("number", "count"),
    [
        pytest.param("76", 76, id="whole"),
        pytest.param("22.5", 23, id="half is rounded up"),
        pytest.param("0", 0, id="none"),
        pytest.param("100", 100, id="all"),
    ],
)
def test_as_many_dots_are_filled_as_the_finding_says(number: str, count: int) -> None:
    guide = site(sources={"a": source("a", finding("a#x", values=(value(number, "with it"),)))})

    [result] = dot_arrays(guide, array())

    assert (result.filled.count(DOT), result.hollow.count(DOT), result.rest) == (count, 100 - count, 100 - count)


def test_a_count_of_however_many_people_is_not_drawn_as_if_there_were_100() -> None:
    values = (value("20", "with it", "people"), value("37", "with it"))
    guide = site(sources={"a": source("a", finding("a#x", values=values))})

    assert [one.count for one in dot_arrays(guide, array())] == [37]


def test_dots_stand_in_rows_of_ten() -> None:
    guide = site(sources={"a": source("a", finding("a#x", values=(value("13", "with it"),)))})

    [result] = dot_arrays(guide, array())

    assert result.filled.count("m-108 12") == 1
    assert result.hollow.startswith("M38 18a")


@pytest.mark.parametrize(
    ("block", "number"),
    [
        pytest.param(array(of="without it"), "76", id="no value of that name"),
        pytest.param(array(id="a#gone"), "76", id="no such finding"),
        pytest.param(array(), "45 to 100", id="words"),
        pytest.param(array(), "2009", id="more than a hundred"),
    ],
)
def test_a_number_that_is_in_no_finding_is_not_drawn(block: IconArray, number: str) -> None:
    guide = site(sources={"a": source("a", finding("a#x", values=(value(number, "with it"),)))})

    assert dot_arrays(guide, block) == ()
