"""Words that are drawn together as in speech."""

import pytest

from crpsguide.language.contractions import written_out
from crpsguide.language.promises import promises_in


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("It’s been said that you’re safe.", "It has been said that you are safe.", id="curly"),
        pytest.param("DON'T wait, and don't worry.", "DO not wait, and do not worry.", id="capitals"),
        pytest.param("We can't, won't and needn't.", "We cannot, will not and need not.", id="not"),
        pytest.param("Let's see what they've got.", "Let us see what they have got.", id="let us"),
        pytest.param("Doesn't the drip help?", "Doesn't the drip help?", id="a question that is turned round"),
        pytest.param("You do, don't you?", "You do, don't you?", id="a question behind a comma"),
        pytest.param("The nurse's room", "The nurse's room", id="whose it is"),
        pytest.param("You'd better ask.", "You'd better ask.", id="what nobody can tell"),
    ],
)
def test_words_that_are_drawn_together_are_written_out(typed: str, written: str) -> None:
    assert written_out(typed).text == written


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("There'll be no side effects, and it's a miracle.", "miracle", id="behind another"),
        pytest.param("We’ve cracked the code of pain.", "cracked the code of", id="behind one"),
        pytest.param("The drug isn't addictive.", "isn't addictive", id="within"),
    ],
)
def test_a_promise_is_found_where_it_was_typed(sentence: str, words: str) -> None:
    assert words in [sentence[one.start : one.end] for one in promises_in(sentence)]
