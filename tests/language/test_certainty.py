"""How sure sentences sound: the words that decide, and the sentences that say nothing of it."""

import pytest

from crpsguide.language.certainty import told_strengths


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Warm baths ease pain.", ["PLAIN: ease"], id="a verb without an ending"),
        pytest.param("Warm baths at home ease pain.", ["PLAIN: ease"], id="a place between"),
        pytest.param("Tablets of this kind weaken bone.", ["PLAIN: weaken"], id="a verb that is no noun"),
        pytest.param("The test misses 1 in 5 people.", ["PLAIN: misses"], id="a verb that is also a plural"),
        pytest.param("Half of people still have pain.", ["PLAIN: have"], id="an auxiliary"),
        pytest.param("Mirror training works.", ["PLAIN: works"], id="a verb that is a plural, at the end"),
        pytest.param("Talk about what works.", [], id="works in a clause that hangs on another"),
        pytest.param("There is some sign that baths ease pain.", ["MAY: some sign that"], id="some sign"),
        pytest.param("Baths are a sign of luxury.", ["PLAIN: are"], id="a sign of something"),
        pytest.param("The course may not be booked online.", [], id="no leave to book"),
        pytest.param("A course may be helpful.", ["MAY: may"], id="a course that may help"),
        pytest.param("Warm baths may ease pain.", ["MAY: may"], id="may"),
        pytest.param("It is likely that baths ease pain.", ["PROBABLY: likely"], id="likely"),
        pytest.param("Baths clearly may ease pain.", ["PROBABLY: clearly"], id="raised"),
        pytest.param("We are unsure if baths ease pain.", ["UNKNOWN: unsure"], id="not known"),
        pytest.param("Baths may ease pain, but they bruise the skin.", ["MAY: may", "PLAIN: bruise"], id="two clauses"),
        pytest.param("Baths may ease pain and lift mood.", ["MAY: may"], id="one word for two verbs"),
        pytest.param("Smokers are twice as likely to get it.", ["PLAIN: are"], id="likely in a comparison"),
        pytest.param("The visits end in May.", ["PLAIN: end"], id="May is a month"),
        pytest.param("Visits run from 1 May until 8 May.", ["PLAIN: run"], id="days of May"),
        pytest.param("Visits run from May to July.", ["PLAIN: run"], id="from May on"),
        pytest.param("Visits stop mid-May.", ["PLAIN: stop"], id="a part of May"),
        pytest.param("Visits stop before May 12.", ["PLAIN: stop"], id="the day behind May"),
        pytest.param("From 3 May, baths may ease pain.", ["MAY: may"], id="May and may"),
        pytest.param("Of the 30, 10 may improve.", ["MAY: may"], id="a number before may"),
        pytest.param("May help with sleep.", ["MAY: May"], id="may opens an item"),
        pytest.param("Baths ease pain (low certainty).", ["MAY: (low certainty)"], id="stated"),
        pytest.param("Nine people took baths, and pain fell.", [], id="counted in words"),
        pytest.param("In one trial of 9 people, pain fell.", [], id="a report of one study"),
        pytest.param("One trial found that baths ease pain.", ["PLAIN: found that"], id="a study that speaks for all"),
        pytest.param("Warm baths at home", [], id="a name"),
        pytest.param("You may bring a friend.", [], id="permission"),
        pytest.param("Patients may use the lift by the chapel.", [], id="leave for patients"),
        pytest.param("People with a blue badge may park here.", [], id="leave for some"),
        pytest.param("Those on the list may ask for a call.", [], id="leave for those"),
        pytest.param("Guests may not smoke in the garden.", [], id="no leave"),
        pytest.param("Patients may use fewer painkillers.", ["MAY: may"], id="people who use less"),
        pytest.param("People may use their hand again.", ["MAY: may"], id="people who can again"),
        pytest.param("People may sit for longer.", ["MAY: may"], id="people who can do more"),
        pytest.param("People with cold limbs may recover.", ["MAY: may"], id="what happens to people"),
        pytest.param("Doctors use baths for pain.", [], id="what is done"),
        pytest.param("Do baths ease pain?", [], id="a question"),
        pytest.param("Rest when it hurts.", [], id="an order"),
        pytest.param("There is no evidence that baths ease pain.", [], id="missing evidence"),
    ],
)
def test_what_a_sentence_tells(sentence: str, told: list[str]) -> None:
    found = [f"{one.strength.name}: {sentence[one.start : one.end]}" for one in told_strengths(sentence)]

    assert found == told


@pytest.mark.parametrize(
    ("sentence", "context", "strengths"),
    [
        pytest.param("Sleep was better.", "A trial took 9 people.", [], id="the story goes on"),
        pytest.param("That is a sevenfold difference.", "A trial took 9 people.", [], id="a word on it"),
        pytest.param("Sleep was better.", "", ["PLAIN"], id="no story"),
        pytest.param("Baths ease pain.", "A trial took 9 people.", ["PLAIN"], id="what holds now"),
    ],
)
def test_a_story_goes_on_in_the_past_tense(sentence: str, context: str, strengths: list[str]) -> None:
    assert [one.strength.name for one in told_strengths(sentence, context)] == strengths
