import pytest

from crpsguide.spelling import did_you_mean, few_of, near_misses


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        pytest.param("reviwed", ["title", "reviewed"], ["reviewed"], id="letter left out"),
        pytest.param("REVIEWED", ["reviewed"], ["reviewed"], id="capitals"),
        pytest.param("week-2", ["week-1", "week-12"], ["week-12", "week-1"], id="best first"),
        pytest.param("tme", ["ten", "time"], ["time"], id="far behind the best"),
        pytest.param("abcd", ["abce", "abcf", "abcg", "abch"], ["abch", "abcg", "abcf"], id="three at most"),
        pytest.param("xyz", ["title"], [], id="none is near"),
        pytest.param("", ["title"], [], id="nothing"),
        pytest.param("title", [], [], id="nothing known"),
    ],
)
def test_near_misses(word: str, known: list[str], near: list[str]) -> None:
    assert near_misses(word, known) == near


def test_near_misses_are_offered() -> None:
    assert did_you_mean("titl", ["title"], "Look again.") == "Did you mean “title”?"


def test_something_else_is_said_when_none_is_near() -> None:
    assert did_you_mean("xyz", ["title"], "Look again.") == "Look again."


def test_many_names_are_cut() -> None:
    assert few_of("abcdefghijk") == "a, b, c, d, e, f, g, h and 3 more"
