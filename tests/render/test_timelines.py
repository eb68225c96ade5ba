import pytest
from tests.render.sites import HERE, finding, html, site, source

from crpsguide.model import NamedValue, TimeLine, Value
from crpsguide.render.timelines import LEFT, RIGHT, TimeChart, time_chart


def score(number: str, at: str, of: str = "with it", unit: str = "points (0-10)") -> Value:
    return Value(value=number, unit=unit, of=of, at=at)


def wanted(of: str, label: str = "") -> NamedValue:
    return NamedValue(finding="a#x", of=of, label=label or of, place=HERE)


def picture(*values: Value, scores: tuple[NamedValue, ...], moments: tuple[NamedValue, ...] = ()) -> TimeChart | None:
    guide = site(sources={"a": source("a", finding("a#x", values=values))})
    return time_chart(guide, TimeLine("Title", scores, moments, html(""), HERE))


def test_a_score_stands_as_high_as_its_scale_says_and_as_far_as_its_time() -> None:
    result = picture(
        score("10", "start", "worst"),
        score("0", "4 weeks", "best"),
        score("5", "2 weeks", "between"),
        scores=(wanted("worst", "with it"), wanted("best", "with it"), wanted("between", "with it")),
    )

    assert result is not None
    [line] = result.lines
    assert [(one.x, one.y) for one in line.points] == [
        (LEFT, result.top),
        ((LEFT + RIGHT) // 2, result.middle),
        (RIGHT, result.bottom),
    ]
    assert line.path.count("L") == 2


def test_the_picture_and_its_words_tell_the_same_numbers() -> None:
    result = picture(
        score("2.68", "1 week", "with it"),
        score("5.45", "1 week", "without it"),
        Value(value="12", unit="weeks", of="end"),
        scores=(wanted("with it"), wanted("without it")),
        moments=(wanted("end", "too close to call"),),
    )

    assert result is not None
    assert [point.words for line in result.lines for point in line.points] == ["about 3", "about 5"]
    assert result.descriptions == (("1 week", "about 3 with it, about 5 without it"), ("12 weeks", "too close to call"))
    assert result.last == "12 weeks"
    assert [one.words for one in result.ticks] == ["1 week", "12 weeks"]


def test_a_label_stands_beside_its_point_and_away_from_the_other_group() -> None:
    result = picture(
        score("2", "1 week", "with it"),
        score("5", "1 week", "without it"),
        scores=(wanted("with it"), wanted("without it")),
    )

    assert result is not None
    [low], [high] = (line.points for line in result.lines)
    assert high.label_y < high.y < low.y < low.label_y


def test_times_that_stand_close_have_their_words_on_two_rows() -> None:
    result = picture(
        score("2", "start", "a"),
        score("5", "1 week", "b"),
        score("5", "1 year", "c"),
        scores=(wanted("a", "it"), wanted("b", "it"), wanted("c", "it")),
    )

    assert result is not None
    first, second, third = result.ticks
    assert first.y == third.y < second.y


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(score("2", "1 week", "something else"), id="no value of that name"),
        pytest.param(score("some", "1 week"), id="words"),
        pytest.param(score("2", ""), id="no time"),
        pytest.param(score("2", "1 week", unit="points"), id="no scale"),
        pytest.param(score("2", "soon"), id="no time that is understood"),
    ],
)
def test_a_score_that_cannot_be_placed_is_not_drawn(value: Value) -> None:
    assert picture(value, scores=(wanted("with it"),)) is None
