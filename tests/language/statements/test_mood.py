"""Orders, questions, names and statements, told apart by their form."""

import pytest

from crpsguide.language.statements.mood import Mood, mood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ask your nurse.", Mood.ORDER, id="known verb"),
        pytest.param("Unclip the strap.", Mood.ORDER, id="unknown verb with an object"),
        pytest.param("Rest when you need to.", Mood.ORDER, id="noun and verb, as an order"),
        pytest.param("Rest weakens the bones.", Mood.STATEMENT, id="noun and verb, as a subject"),
        pytest.param("Heat and rest help.", Mood.STATEMENT, id="two subjects"),
        pytest.param("Exercise in water helps.", Mood.STATEMENT, id="subject with more behind it"),
        pytest.param("Please do not wait.", Mood.ORDER, id="please do not"),
        pytest.param("Try to breathe slowly.", Mood.ORDER, id="try to"),
        pytest.param("Slowly lift your arm.", Mood.ORDER, id="adverb first"),
        pytest.param("Stopping the drip hurts.", Mood.STATEMENT, id="gerund as subject"),
        pytest.param("Pain that lasts.", Mood.STATEMENT, id="statement within a name"),
        pytest.param("A therapist who knows you.", Mood.FRAGMENT, id="name with who"),
        pytest.param("Better sleep, brighter mood", Mood.FRAGMENT, id="no verb"),
        pytest.param("Fever the first night", Mood.FRAGMENT, id="no order that has an object"),
        pytest.param("Dry mouth, weight gain", Mood.FRAGMENT, id="a quality that could be an order"),
        pytest.param("Dry the skin.", Mood.ORDER, id="an order that could be a quality"),
        pytest.param("Is it safe?", Mood.QUESTION, id="open question"),
        pytest.param("Why does it hurt so much?", Mood.QUESTION, id="why, about the reader"),
        pytest.param("Why do so many people feel better?", Mood.LOADED_QUESTION, id="why, about many"),
        pytest.param("Did you know that one in three waits?", Mood.LOADED_QUESTION, id="did you know"),
        pytest.param("Isn't it true that drips help?", Mood.LOADED_QUESTION, id="asks for a yes"),
        pytest.param("How many people does it help?", Mood.QUESTION, id="how many"),
    ],
)
def test_mood(text: str, expected: Mood) -> None:
    assert mood(text) is expected
