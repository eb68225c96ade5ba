"""What a sentence promises, of which kind, and what takes a promise back."""

import pytest

from crpsguide.language.promises import KINDS, SUPERIORITY, Kind, OwnWords, answered, promises_in
from crpsguide.language.promises.finding import senses_of


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        pytest.param("proven", "It is proven.", id="proven"),
        pytest.param("cure", "It is a cure.", id="cure"),
        pytest.param("miracle", "It is a revolution in pain care.", id="miracle"),
        pytest.param("new-life", "Get your life back.", id="new life"),
        pytest.param("guaranteed", "Results are guaranteed.", id="guaranteed"),
        pytest.param("certain", "Success is certain.", id="certain"),
        pytest.param("always-works", "It works for everyone.", id="always works"),
        pytest.param("reverses", "It eliminates pain.", id="reverses"),
        pytest.param("safe", "It is completely safe.", id="safe"),
        pytest.param("no-harm", "It has no side effects.", id="no harm"),
        pytest.param("best", "Nothing else comes close.", id="best"),
        pytest.param("only", "It is your last hope.", id="only"),
        pytest.param("pressing", "Act now, before it is too late.", id="pressing"),
        pytest.param("ended", "It shows the pain the door.", id="the illness ends"),
        pytest.param("renewed", "Sleep like a baby again.", id="the reader is made new"),
        pytest.param("answer", "There is no pain that our team cannot tame.", id="the answer is here"),
        pytest.param("extent", "Young and old get better.", id="how far an outcome reaches"),
        pytest.param("absolute", "If we cannot ease it, nobody can.", id="an absolute word"),
        pytest.param("seller", "Our method brings comfort.", id="the seller speaks"),
        pytest.param("big-words", "The results are amazing.", id="big words"),
    ],
)
def test_each_kind_is_told_by_its_phrases(key: str, sentence: str) -> None:
    assert [one.kind.key for one in promises_in(sentence)][:1] == [key]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("In every single case, note the date.", id="no outcome"),
        pytest.param("Our method is to ask first.", id="the seller promises nothing"),
        pytest.param("Call the ward at once.", id="haste for help"),
        pytest.param("In the trial, relief came at once in 3 of 20 people.", id="a study counted"),
    ],
)
def test_how_far_something_reaches_promises_nothing_without_an_outcome(sentence: str) -> None:
    assert not promises_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("If we cannot open the door, nobody can.", id="nothing is at stake"),
        pytest.param("Less than a quarter of the group was completely free of pain.", id="a count of few"),
        pytest.param("Why I no longer believe in a miracle cure.", id="no longer believed"),
        pytest.param("It takes away the fear of pain.", id="fear of it"),
        pytest.param("Write down what the illness has taken.", id="what was taken"),
        pytest.param("Side effects are nothing to be ashamed of.", id="harms and shame"),
        pytest.param("That much is certain.", id="a turn of speech"),
        pytest.param("You may grieve for the life you had.", id="grief for a life"),
        pytest.param("The long-awaited letter came.", id="a letter long awaited"),
        pytest.param("Cure, relief: what these words mean", id="words explained"),
        pytest.param("There is nothing dangerous about asking.", id="nothing dangerous about asking"),
        pytest.param("No tablet does what it says on the box.", id="what no tablet does"),
        pytest.param("Splints today, the film tomorrow.", id="today and tomorrow"),
        pytest.param("A guarantee that it will work does not exist.", id="no such thing"),
        pytest.param("A complete recovery is possible, but nobody can foresee it.", id="possible, with a but"),
        pytest.param("No drip, diet or device cures pain.", id="none of three"),
        pytest.param("It remains to be proved that it helps.", id="still to be proved"),
        pytest.param("Time makes every remedy look like a wonder cure.", id="an illusion"),
        pytest.param("“It cured me,” said one man, but nobody has checked.", id="praise taken back"),
    ],
)
def test_absolute_words_that_promise_nothing(sentence: str) -> None:
    assert not promises_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("“The pain is 100% gone,” says one of our patients.", id="a customer's praise"),
        pytest.param("If you are ready to leave pain behind for good, call us.", id="an offer on a condition"),
        pytest.param("It sounds too good to be true, but it is a miracle.", id="a doubt set aside"),
        pytest.param("It restores full movement, however bad the case.", id="however bad"),
        pytest.param("It wipes out years of pain.", id="an amount of pain"),
        pytest.param("It rebuilds what the illness has destroyed.", id="what was destroyed"),
        pytest.param("Side effects are nothing to fear.", id="harms not to fear"),
        pytest.param("Healing is possible for everyone.", id="possible for everyone"),
        pytest.param("The drip: the long-awaited solution.", id="long-awaited"),
        pytest.param("There is nothing dangerous about it.", id="nothing dangerous about it"),
        pytest.param("No tablet on earth does what our cream does.", id="what no other does"),
        pytest.param("Relief beyond anything known so far.", id="beyond anything known"),
        pytest.param("Wheelchair yesterday, boots tomorrow.", id="yesterday and tomorrow"),
    ],
)
def test_absolute_words_that_promise(sentence: str) -> None:
    assert list(promises_in(sentence))


@pytest.mark.parametrize("kind", [*KINDS, *SUPERIORITY], ids=lambda kind: kind.key)
def test_no_sense_takes_back_every_promise(kind: Kind) -> None:
    senses = senses_of(kind, OwnWords())

    assert senses is None or not senses.search("#")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It is not a cure.", id="denied"),
        pytest.param("It has never been free of side effects.", id="denied, of a denial"),
        pytest.param("Nobody says that it is cheap, and it is no cure.", id="denied in its clause"),
        pytest.param("Is it a cure?", id="asked"),
        pytest.param("Ask whether it is a cure.", id="asked indirectly"),
        pytest.param("“A cure” it says on the door.", id="quoted"),
        pytest.param("Some clinics say that it is a cure.", id="others say so"),
        pytest.param("A review called it a cure.", id="one study says so"),
        pytest.param("Beware of any talk of a cure.", id="warned of"),
        pytest.param("We hope for a cure.", id="hoped for"),
        pytest.param("People once thought that it was a cure.", id="once believed"),
        pytest.param("A cure is not known.", id="undone behind it"),
        pytest.param("Stories of a cure turned out to be false.", id="rejected later"),
        pytest.param("Its inventor boasted of a cure; later studies found otherwise.", id="rejected by a study"),
        pytest.param("The trial was too small to show that it is a cure.", id="too small to show"),
        pytest.param("The sale of a cure is banned.", id="forbidden"),
        pytest.param("It cures every ill, my grandmother used to say.", id="said by another, behind it"),
        pytest.param("We never use the word cure.", id="the word itself"),
        pytest.param("Let the glue cure overnight.", id="another sense"),
        pytest.param("The charity Cure Pain was founded in 2010.", id="a name"),
    ],
)
def test_a_promise_is_taken_back(sentence: str) -> None:
    assert not list(promises_in(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It is not only cheap but a cure.", id="“not only” denies nothing"),
        pytest.param("It is not new, but it is a cure.", id="denied in another clause"),
        pytest.param("Did you know that it is a cure?", id="a loaded question"),
        pytest.param("Ask for our miracle cure.", id="the writers' own"),
        pytest.param("There is no doubt that it is a cure.", id="no doubt"),
        pytest.param("Doctors call it a cure, and rightly so.", id="reported and endorsed"),
        pytest.param("No needles, no drugs, no side effects.", id="denials in a row"),
        pytest.param("There are no risks, so why wait?", id="a statement before a question that sells"),
        pytest.param("“This cured me,” reads one of our five-star reviews.", id="quoted, and the praise beside it"),
    ],
)
def test_a_promise_stands(sentence: str) -> None:
    assert list(promises_in(sentence))


def test_a_guide_s_own_words_are_known() -> None:
    own = OwnWords(illness=("gout",), care=("cherry juice",))

    assert list(promises_in("It ends all gout.", own=own))
    assert list(promises_in("Our cherry juice is the best cherry juice.", own=own))
    assert not list(promises_in("It ends all gout."))


def test_an_abbreviation_is_no_name() -> None:
    own = OwnWords(illness=("CRPS",))

    assert list(promises_in("Thanks to the drug, CRPS has lost its terror.", own=own))


@pytest.mark.parametrize(
    ("question", "answer", "promised"),
    [
        pytest.param("Side effects?", "There are none.", True, id="none"),
        pytest.param("Does it hurt?", "Not at all.", True, id="not at all"),
        pytest.param("Does it work for everyone?", "Yes.", True, id="yes"),
        pytest.param("Is it safe?", "Absolutely.", True, id="safe"),
        pytest.param("Does it work for everyone?", "No.", False, id="no"),
        pytest.param("Side effects?", "There are some.", False, id="some"),
        pytest.param("Is it safe?", "Yes, for most people.", False, id="limited"),
        pytest.param("May I bring a friend?", "Yes.", False, id="another question"),
        pytest.param("It has side effects.", "None.", False, id="no question"),
    ],
)
def test_a_plain_answer_may_promise(question: str, answer: str, promised: bool) -> None:
    assert bool(list(answered(question, answer))) is promised


def test_only_a_question_is_answered() -> None:
    assert [*answered("Any harms?", "There are none.")]
    assert not [*answered("We list the harms.", "There are none.")]
