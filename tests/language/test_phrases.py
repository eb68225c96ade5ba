"""What each sign of the notation stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crpsguide.language.forms import forms
from crpsguide.language.phrases import Phrasebook, Phrases, pattern_of
from crpsguide.language.texts import TextsByWord

CLASSES = {"CARE": "drug~ talking_therapy", "GOOD": "best CARE"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("game changer", "A game changer", "game changer", id="words in a row"),
        pytest.param("game changer", "A game-changer", "game-changer", id="a hyphen for a blank"),
        pytest.param("game changer", "A game, changer", None, id="no comma for a blank"),
        pytest.param("cure", "It is secure.", None, id="no part of a word"),
        pytest.param("safe/sure", "It is sure.", "sure", id="one of two"),
        pytest.param("for_good/forever", "Gone for good.", "for good", id="a blank within one"),
        pytest.param("ease~ pain", "It eased pain.", "eased pain", id="a form of a verb"),
        pytest.param("the CARE", "The drugs", "The drugs", id="a class"),
        pytest.param("no_CARE", "No talking therapy", "No talking therapy", id="a class within a word"),
        pytest.param("the GOOD", "The drug", "The drug", id="a class within a class"),
        pytest.param("is (very) safe", "It is safe.", "is safe", id="left out"),
        pytest.param("is (very) safe", "It is very safe.", "is very safe", id="not left out"),
        pytest.param("(very) safe", "So very safe.", "very safe", id="at the start"),
        pytest.param("is (very/so)* safe", "It is very, no, so safe.", None, id="several times, but in a row"),
        pytest.param("is (very/so)* safe", "It is so very very safe.", "is so very very safe", id="several times"),
        pytest.param("the * cure", "The only cure", "The only cure", id="any word"),
        pytest.param("the * cure", "The cure", None, id="any word, but one"),
        pytest.param("ends ** pain", "It ends all of your pain.", "ends all of your pain", id="up to three words"),
        pytest.param("ends ** pain", "It ends pain.", "ends pain", id="or none"),
        pytest.param("ends ** pain", "It ends all of your old pain.", None, id="but not four"),
        pytest.param("ends ** pain", "It ends what may be pain.", None, id="none of them in doubt"),
        pytest.param(
            "glue ... cure", "Glue has, as all know, to cure.", "Glue has, as all know, to cure", id="a stretch"
        ),
        pytest.param("glue ... cure", "Glue. It is a cure.", None, id="a stretch ends with the clause"),
        pytest.param("I ... cure", "It is a cure.", None, id="a stretch begins behind a whole word"),
        pytest.param("NUMBER days", "Ninety-nine days", "Ninety-nine days", id="a number of two words"),
        pytest.param("in NUMBER days", "In ten days", "In ten days", id="a number in letters"),
        pytest.param("in NUMBER days", "In 2.5 days", "In 2.5 days", id="a number in figures"),
        pytest.param("finally , a cure", "Finally, a cure", "Finally, a cure", id="a comma"),
        pytest.param("finally , a cure", "Finally a cure", "Finally a cure", id="no comma"),
        pytest.param("^ safe", "“Safe” here", "“Safe", id="at the beginning"),
        pytest.param("^ safe", "It is safe.", None, id="not at the beginning"),
        pytest.param("the best |", "It is the best, you see.", "the best", id="at the end of a clause"),
        pytest.param("the best |", "It is the best day.", None, id="not at the end of a clause"),
        pytest.param("the best $", "It is the best.", "the best", id="at the end"),
        pytest.param("the best $", "It is the best, you see.", None, id="not at the end"),
        pytest.param("harmless |/to", "It is harmless.", "harmless", id="the end of a clause, or a word"),
        pytest.param("harmless |/to", "It is harmless to you.", "harmless to", id="the word"),
        pytest.param("can't fail", "It can’t fail.", "can’t fail", id="either apostrophe"),
        pytest.param("side-effect", "A side effect", "side effect", id="with a hyphen or in two"),
    ],
)
def test_notation(phrase: str, text: str, found: str | None) -> None:
    match = pattern_of(phrase, CLASSES).search(text)

    assert (match[0] if match else None) == found


def test_the_phrases_are_alternatives() -> None:
    pattern = pattern_of("a cure\na miracle")

    assert [one[0] for one in pattern.finditer("A miracle, not a cure")] == ["A miracle", "a cure"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("heal", ("heal", "heals", "healed", "healing"), id="plain"),
        pytest.param("cure", ("cure", "cures", "cured", "curing"), id="with an e"),
        pytest.param("remedy", ("remedy", "remedies", "remedied", "remedying"), id="with a y"),
        pytest.param("destroy", ("destroy", "destroys", "destroyed", "destroying"), id="with a vowel before the y"),
        pytest.param("banish", ("banish", "banishes", "banished", "banishing"), id="with sh"),
        pytest.param("stop", ("stop", "stops", "stopped", "stopping"), id="doubled"),
        pytest.param("beat", ("beat", "beats", "beaten", "beating"), id="irregular"),
    ],
)
def test_forms(word: str, expected: tuple[str, ...]) -> None:
    assert forms(word) == expected


@pytest.mark.parametrize(
    ("phrases", "text"),
    [
        pytest.param("flare-up~ gone", "Flareups gone, flare up gone, flare-ups gone.", id="hyphen, blank or neither"),
        pytest.param("won't fail", "It won’t fail.", id="apostrophe"),
        pytest.param("* good", "So good.", id="any word"),
        pytest.param("(very) good/fine\nvery good", "very good, fine", id="the first listed wins"),
        pytest.param("for_good |", "Gone for good.", id="words of one"),
        pytest.param("NUMBER of/in NUMBER", "9 in ten", id="numbers"),
        pytest.param("good", "bad goods", id="nothing"),
    ],
)
def test_phrases_find_what_their_pattern_finds(phrases: str, text: str) -> None:
    expected = [one.span() for one in pattern_of(phrases).finditer(text)]

    assert [one.span() for one in Phrases(phrases).finditer(text)] == expected


_SIGNS = st.sampled_from(
    ["the", "cure", "cure/pain", "flare-up~", "for_good", "CARE", "GOOD", "NUMBER", "*", "**", "...", ",", "(very)",
     "(the/CARE)*", "|", "|/for_good", "can't", "flare-up_CARE", "very_*_pain", "100_%_cure", "CARE_for_GOOD"]
)  # fmt: skip
_WORDS = st.sampled_from(
    ["the", "cure", "pain", "flare-up", "flareups", "flare up", "for", "good", "drugs", "talking therapy", "best", "9",
     "twenty-one", "a hundred", "very", "can’t", "not", "state-of-the-art", "a_b", "-", ",", ".", "—", "Pain", "İ",
     "100", "100 %", "FLARE-UP", "drugs for good"]
)  # fmt: skip


@given(
    phrases=st.lists(st.lists(_SIGNS, max_size=4).map(lambda signs: [*signs, "cure/GOOD"]), min_size=1, max_size=3),
    begins=st.booleans(),
    text=st.lists(_WORDS, max_size=10),
    glue=st.sampled_from([" ", "  ", " - "]),
)
def test_any_phrases_find_what_their_pattern_finds(
    phrases: list[list[str]], begins: bool, text: list[str], glue: str
) -> None:
    lines = "\n".join(("^ " if begins else "") + " ".join(one) for one in phrases)
    expected = [one.span() for one in pattern_of(lines, CLASSES).finditer(glue.join(text))]

    found = [one.span() for one in Phrases(lines, CLASSES).finditer(glue.join(text))]

    assert found == expected


def test_of_many_texts_those_are_left_that_hold_a_word_of_each_part_of_a_phrase() -> None:
    texts = TextsByWord(["It cures pain.", "Pain, and no cure", "It cures all.", "Flare up?", "Flares", "A drug"])
    book = Phrasebook({"end": "cure~ pain", "flare": "flare-up~", "care": "CARE"}, CLASSES)

    assert texts.possible(book) == [0, 1, 3, 5]


@given(
    phrases=st.lists(st.lists(_SIGNS, min_size=1, max_size=4), min_size=1, max_size=3),
    texts=st.lists(st.lists(_WORDS, max_size=10).map(" ".join), max_size=5),
)
def test_among_many_texts_none_is_left_out_that_holds_a_phrase(phrases: list[list[str]], texts: list[str]) -> None:
    lines = "\n".join(map(" ".join, phrases))
    holding = {number for number, text in enumerate(texts) if Phrases(lines, CLASSES).search(text)}

    assert holding <= {*TextsByWord(texts).possible(Phrasebook({"": lines}, CLASSES))}
