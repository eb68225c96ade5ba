from pathlib import Path

import pytest
import yaml

from crpsguide.language.syllables import count_syllables

LISTED = yaml.safe_load((Path(__file__).parent / "cases/syllables.yaml").read_text("utf-8"))
WORDS = [(word, number) for number, words in LISTED.items() for word in words.split()]


def test_the_list_is_long_enough_to_measure_with() -> None:
    assert len(WORDS) >= 200


@pytest.mark.parametrize("number", LISTED)
def test_words_of_the_list_have_their_syllables(number: int) -> None:
    wrong = {word: count_syllables(word) for word in LISTED[number].split() if count_syllables(word) != number}

    assert wrong == {}


@pytest.mark.parametrize(
    ("word", "number"),
    [
        pytest.param("76", 1, id="a number in figures"),
        pytest.param("long-lasting", 3, id="parts joined by a hyphen"),
        pytest.param("NHS", 3, id="letters spelt out"),
        pytest.param("nurse's", 1, id="possessive"),
        pytest.param("Medicines", 3, id="plural of a listed word"),
        pytest.param("", 1, id="nothing"),
    ],
)
def test_what_is_no_plain_word(word: str, number: int) -> None:
    assert count_syllables(word) == number
