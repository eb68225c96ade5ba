import pytest

from crpsguide.language.readability import flesch_kincaid, is_long, smog, words_of


def test_flesch_kincaid_is_the_published_sum() -> None:
    # 6 words, 1 sentence, 6 syllables
    assert flesch_kincaid(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_smog_is_the_published_sum() -> None:
    # 30 sentences with 30 long words
    assert smog(["Medicine helps."] * 30) == pytest.approx(1.0430 * 30**0.5 + 3.1291)


@pytest.mark.parametrize("formula", [flesch_kincaid, smog])
def test_a_text_without_words_has_no_grade(formula: object) -> None:
    assert callable(formula)
    with pytest.raises(ValueError, match="without"):
        formula([])


def test_the_longest_part_of_a_joined_word_decides() -> None:
    assert [is_long(word) for word in ("long-lasting", "anti-inflammatory", "pain")] == [False, True, False]


def test_numbers_and_joined_words_are_one_word_each() -> None:
    assert [*words_of("In 2.5 hours, 10% of well-known (see p. 3) e-mails.")] == [
        "In", "2.5", "hours", "10%", "of", "well-known", "see", "p", "3", "e-mails",
    ]  # fmt: skip
