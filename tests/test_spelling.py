import pytest

from crpsguide.spelling import did_you_mean, few_of, names_alike, near_misses


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        pytest.param("reviwed", ["title", "reviewed"], ["reviewed"], id="letter left out"),
        pytest.param("REVIEWED", ["reviewed"], ["reviewed"], id="capitals"),
        pytest.param("week-2", ["week-1", "week-12"], ["week-12", "week-1"], id="best first"),
        pytest.param("tme", ["ten", "time"], ["time"], id="far behind the best"),
        pytest.param("abcd", ["abce", "abcf", "abcg", "abch"], ["abch", "abcg", "abcf"], id="three at most"),
        pytest.param("article-journal", ["article", "journal-article"], ["journal-article"], id="turned round"),
        pytest.param("xyz", ["title"], [], id="none is near"),
        pytest.param("audience", ["title"], [], id="a few letters in common"),
        pytest.param("", ["title"], [], id="nothing"),
        pytest.param("title", [], [], id="nothing known"),
    ],
)
def test_near_misses(word: str, known: list[str], near: list[str]) -> None:
    assert near_misses(word, known) == near


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        pytest.param("PLAM.md", {"Plan.md", "rest.md"}, {"Plan.md"}, id="capitals"),
        pytest.param(
            "a1", {f"a{number}" for number in range(10, 18)}, {f"a{number}" for number in range(10, 18)}, id="8"
        ),
        pytest.param("xyz", {"plan.md"}, set(), id="none is near"),
    ],
)
def test_names_alike(word: str, known: set[str], near: set[str]) -> None:
    assert names_alike(word, frozenset(known)) == near


def test_near_misses_are_offered() -> None:
    assert did_you_mean("titl", ["title"], "Look again.") == "Did you mean “title”?"


def test_something_else_is_said_when_none_is_near() -> None:
    assert did_you_mean("xyz", ["title"], "Look again.") == "Look again."


def test_many_names_are_cut() -> None:
    assert few_of("abcdefghijk") == "a, b, c, d, e, f, g, h and 3 more"
