"""What is known by the sound of its words: the weights are those that the labelled sentences teach."""

import pytest
from tests.check.claims.learn_talk import LEARNED, guide_words, labelled, learned, written

from crpsguide.check.claims.talk import chance_of_claim, weights_learned

# Kept to one decimal place, none below 0.7; another machine may round the last digit another way.
ROUNDING = 0.71


def test_the_weights_are_what_the_labelled_sentences_teach() -> None:
    own_words = guide_words()
    known, taught = weights_learned(), learned(labelled(own_words), own_words)

    differ = [one for one in known.keys() | taught.keys() if abs(known.get(one, 0) - taught.get(one, 0)) > ROUNDING]
    assert not differ, "learn again: python -m tests.check.claims.learn_talk"


def test_the_weights_are_kept_as_they_were_written() -> None:
    assert written(weights_learned()) == LEARNED.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "Some evenings you just want to be left in peace.",
        "Our volunteers answer letters on Thursdays.",
        "Nobody here will ask you to hurry.",
        "The next chapter is for parents.",
        "You are welcome to bring a friend.",
    ],
)
def test_talk_among_people_sounds_like_talk(text: str) -> None:
    assert chance_of_claim(text) < 0.2


@pytest.mark.parametrize(
    "text",
    [
        "The swelling goes down within a few weeks in most people.",
        "Tablets of this kind can make you dizzy.",
        "Smoking slows the healing of bones.",
        "In children the leg is affected more often than the arm.",
    ],
)
def test_a_fact_on_health_never_sounds_like_talk(text: str) -> None:
    assert chance_of_claim(text) > 0.2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The swelling goes down within a few weeks in most people.", True),
        ("In children the leg is affected more often than the arm.", True),
        ("You are welcome to bring a friend.", False),
        ("Some evenings you just want to be left in peace.", False),
    ],
)
def test_only_what_is_said_of_health_sounds_like_a_fact(text: str, expected: bool) -> None:
    assert (chance_of_claim(text) > 0.8) == expected
