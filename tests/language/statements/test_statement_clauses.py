"""What is set before the main clause, and what is joined to it."""

import pytest

from crpsguide.language.statements.clauses import Link, clauses, fronted, said_after_that


@pytest.mark.parametrize(
    ("text", "front"),
    [
        pytest.param("If it hurts, call us.", "If it hurts", id="condition"),
        pytest.param("On the day, eat little.", "On the day", id="time"),
        pytest.param("Each row is one, and it is short.", "", id="a main clause is not set before"),
        pytest.param("Call us, please.", "", id="nothing before"),
    ],
)
def test_fronted(text: str, front: str) -> None:
    assert fronted(text)[0] == front


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param("Stop, because it can harm you.", [Link.REASON], id="because"),
        pytest.param("Stop, as this can harm you.", [Link.REASON], id="as"),
        pytest.param("Act as a team.", [], id="as without a clause"),
        pytest.param("Stop: it can harm you.", [Link.STOP], id="colon"),
        pytest.param("Press the bell and a nurse will come.", [Link.AND], id="and with a subject"),
        pytest.param("Breathe in and lift your arm.", [], id="and within an order"),
        pytest.param("Use heat, which widens the vessels.", [Link.WHICH], id="which"),
        pytest.param("Dry the floor so that you can walk.", [Link.RESULT], id="so that"),
    ],
)
def test_clauses(text: str, links: list[Link]) -> None:
    assert [one.link for one in clauses(text)[1:]] == links


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Remember that it fades.", "it fades.", id="remember"),
        pytest.param("Tell your family that it fades.", "it fades.", id="tell"),
        pytest.param("Choose a day that suits you.", "", id="which day"),
    ],
)
def test_said_after_that(text: str, said: str) -> None:
    assert said_after_that(text) == said
