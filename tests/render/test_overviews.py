import pytest
from tests.render.sites import HERE, finding, html, site, source

from crpsguide.model import AxisWords, StudyOverview, Value
from crpsguide.render.overviews import PeopleDots, StudyRow, study_rows

AXIS = AxisWords(below="more pain", above="less pain")


def effect(number: str, low: str, high: str, unit: str = "points (0-10)") -> Value:
    return Value(value=number, unit=unit, of="difference", ci=(low, high))


def rows(*values: Value, axis: AxisWords | None = AXIS) -> tuple[StudyRow, ...]:
    sources = {
        name: source(name, finding(f"{name}#x", values=(value,))) for name, value in zip("abc", values, strict=False)
    }
    block = StudyOverview("Title", tuple(f"{name}#x" for name in sources), axis, html(""), HERE, (HERE,) * len(sources))
    return study_rows(site(sources=sources), block)


def test_studies_with_different_scales_are_drawn_on_one() -> None:
    first, second = rows(effect("2", "1", "3"), effect("20", "10", "30", "points (0-100)"))

    assert first.strip is not None
    assert second.strip is not None
    assert (first.strip.low, first.strip.value, first.strip.high) == (
        second.strip.low,
        second.strip.value,
        second.strip.high,
    )
    assert first.strip.zero < first.strip.low < first.strip.value < first.strip.high


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "1e999", "1e-999", "9" * 5000, "nine"])
def test_what_no_study_counts_is_not_drawn(number: str) -> None:
    [row] = rows(effect(number, number, number, f"points (0-{'9' * 5000})"))

    assert row.strip is None


def test_an_interval_across_no_difference_is_drawn_across_the_line() -> None:
    [row] = rows(effect("16", "-1", "32", "points (0-100)"))

    assert row.strip is not None
    assert row.strip.low < row.strip.zero < row.strip.value < row.strip.high


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(
            effect("2.14", "1.63", "2.65"), "About 2 of 10 towards less pain. It could be 2 to 3.", id="one side"
        ),
        pytest.param(
            effect("-2.14", "-2.65", "-1.63"), "About 2 of 10 towards more pain. It could be 2 to 3.", id="other side"
        ),
        pytest.param(
            effect("15.79", "-0.51", "32.09", "points (0-100)"),
            "About 16 of 100 towards less pain. It could be 32, or 0.5 towards more pain.",
            id="both sides, half a point on one",
        ),
        pytest.param(
            effect("-3", "-5", "0.04"),
            "About 3 of 10 towards more pain. It could be 5, or slightly towards less pain.",
            id="a little of the other side",
        ),
        pytest.param(
            effect("0.51", "0.2", "0.96"),
            "About 0.5 of 10 towards less pain. It could be 0.2 to 1.",
            id="under a point",
        ),
    ],
)
def test_an_effect_is_told_in_short_numbers_with_its_interval(value: Value, words: str) -> None:
    [row] = rows(value)

    assert row.strip is not None
    assert row.strip.words == words


@pytest.mark.parametrize(
    ("value", "axis"),
    [
        pytest.param(effect("2", "1", "3"), None, id="nobody says what the sides mean"),
        pytest.param(Value(value="2", unit="points (0-10)", of="difference"), AXIS, id="no interval"),
        pytest.param(effect("2", "1", "3", "points"), AXIS, id="no scale"),
        pytest.param(Value(value="2", unit="points (0-10)", of="x", ci=("1",)), AXIS, id="half an interval"),
    ],
)
def test_an_effect_that_cannot_be_placed_is_not_drawn(value: Value, axis: AxisWords | None) -> None:
    [row] = rows(value, axis=axis)

    assert row.strip is None


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        pytest.param(1, [1], id="one"),
        pytest.param(20, [20], id="a full row"),
        pytest.param(45, [20, 20, 5], id="a part of a row"),
    ],
)
def test_there_is_a_dot_for_each_person(count: int, rows: list[int]) -> None:
    path = PeopleDots(count).path

    strokes = [float(one.partition("h")[2]) for one in path.split("M")[1:]]
    assert [int(length) // 6 + 1 for length in strokes] == rows
