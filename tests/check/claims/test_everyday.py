"""What is no matter of health, and what sounds like it and is."""

import pytest

from crpsguide.check.claims import Reason, why_no_source


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        pytest.param("Last reviewed: 4 May by the editors", Reason.NAVIGATION, id="the facts of a page"),
        pytest.param("Patients receive a letter after two weeks.", Reason.OWN_WORK, id="what patients are sent"),
        pytest.param("Doctors from our pain unit hold a lecture each May.", Reason.OWN_WORK, id="doctors of ours"),
        pytest.param("Patients are seen in the order in which they arrive.", Reason.OWN_WORK, id="in what order"),
        pytest.param("Better to ask twice than to go home unsure.", Reason.ADVICE, id="better to"),
        pytest.param("TENS is short for nerve stimulation.", Reason.WORDING, id="short for"),
        pytest.param("Proven or not? How we check claims", Reason.QUESTION, id="a question in front"),
        pytest.param("Our best room looks out on the garden.", Reason.OWN_WORK, id="the best room"),
        pytest.param("Nobody can tell you how to feel.", Reason.EMPATHY, id="how to feel"),
        pytest.param("How can I do what others cannot?", Reason.QUESTION, id="an open question"),
        pytest.param("Every Friday we sing in the hall.", Reason.OWN_WORK, id="what we do each week"),
        pytest.param("The best time to reach us is before noon.", Reason.TALK, id="the way to a house"),
        pytest.param("The only thing you need to bring is a letter.", Reason.OTHER_MATTER, id="what to bring"),
        pytest.param("Best wishes from all of us.", Reason.EMPATHY, id="a wish"),
        pytest.param("What matters most is that you feel heard.", Reason.EMPATHY, id="what matters"),
        pytest.param("It is not selfish to rest.", Reason.TALK, id="no fault"),
        pytest.param("Names and some details have been changed.", Reason.OWN_WORK, id="what a site is made of"),
        pytest.param("Last year our helpline took 4,000 calls.", Reason.TALK, id="what helpers did"),
        pytest.param("I have been writing this blog since 2016.", Reason.TALK, id="a blog"),
        pytest.param("We will never say that a drug is free of risk.", Reason.OWN_WORK, id="what is never said"),
        pytest.param("Do not trust anyone who says that it is safe.", Reason.ADVICE, id="whom not to trust"),
        pytest.param("Did they promise a cure? Ask for the figures.", Reason.ADVICE, id="a question, then advice"),
        pytest.param("The mayor handed over the keys.", Reason.OTHER_MATTER, id="nothing of health at all"),
        pytest.param(
            "This is general information and does not replace the advice of your doctor.",
            Reason.TRANSITION,
            id="what a text replaces",
        ),
        pytest.param("The splint is worn over a thin sleeve.", Reason.ADVICE, id="how a thing is worn"),
        pytest.param("While the treatment runs, ask for a blanket.", Reason.ADVICE, id="while it runs"),
        pytest.param("It is fine to eat before the visit.", Reason.ADVICE, id="what is all right"),
        pytest.param("You carry more than others can see.", Reason.EMPATHY, id="what people carry"),
        pytest.param("Proof of address is needed when you register.", Reason.OTHER_MATTER, id="proof on paper"),
        pytest.param("What helps one person may not help another.", Reason.TALK, id="to each their own"),
        pytest.param("What works for your neighbour may not work for you.", Reason.TALK, id="to you your own"),
        pytest.param("No one asks for this pain.", Reason.EMPATHY, id="“for this” gives no reason"),
        pytest.param("It is no fun to sit on the bench while others play.", Reason.TALK, id="no fun"),
        pytest.param("We are open from 9 a.m. to 5 p.m.", Reason.OWN_WORK, id="hours of the day"),
        pytest.param("Splints can be borrowed from the therapy kitchen.", Reason.OWN_WORK, id="what can be borrowed"),
        pytest.param(
            "A clinic that hides its rates is not one to trust.", Reason.ADVICE, id="whom not to trust, told of"
        ),
        pytest.param("Tell your dentist that you have been offered this drug.", Reason.ADVICE, id="yours to tell"),
        pytest.param("Nobody knows yet.", Reason.OWN_SEARCH, id="not known"),
        pytest.param("This is still an open question.", Reason.OWN_SEARCH, id="an open question"),
        pytest.param("Each claim ends in a number that leads to its source.", Reason.WORDING, id="how a text cites"),
        pytest.param("“GP” is what a family doctor is called in Britain.", Reason.WORDING, id="what it is called"),
        pytest.param("Left or right? One of the forty cards.", Reason.NAME, id="one of many things"),
        pytest.param("A hand held in front of a mirror", Reason.NAME, id="what a picture shows"),
        pytest.param("Some people laugh when they hear the name at last.", Reason.TALK, id="at last"),
    ],
)
def test_what_is_no_matter_of_health_needs_no_source(sentence: str, reason: Reason) -> None:
    assert why_no_source(sentence) is reason


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Every third carer we surveyed had given up work.", id="a share of carers"),
        pytest.param("Several thousand people are thought to be living with it.", id="how many live with it"),
        pytest.param("Exercises at home are on a par with those in the clinic.", id="on a par"),
        pytest.param("A full return to the old life is the exception.", id="the exception"),
        pytest.param("Our own survey shows how much a diagnosis relieves.", id="figures of one's own"),
        pytest.param("It is a disorder of the middle years.", id="a disorder"),
        pytest.param("Your thoughts cannot bring on swelling.", id="what brings it on"),
        pytest.param("Nobody can tell at the start how it will end.", id="what nobody can tell"),
        pytest.param("How can a mirror do what strong pills could not?", id="a question that praises"),
        pytest.param("Our best results come from the drip.", id="best results"),
        pytest.param("Oxygen reaches tissue that is short of it.", id="short of"),
        pytest.param("Massage pleases many, yet changes nothing.", id="a noun that could be an order"),
        pytest.param("Once the nerve is cut, feeling seldom returns.", id="feeling in a limb"),
        pytest.param("Being free of pain is not realistic for most.", id="what is realistic"),
        pytest.param("The body makes its own painkillers.", id="painkillers"),
        pytest.param("The best time to start treatment is early.", id="the best time for care"),
        pytest.param("What matters most is that treatment starts early.", id="what matters for care"),
        pytest.param("Last year about 4,000 people were treated.", id="a number of patients"),
        pytest.param("I was free of pain after two weeks.", id="a story"),
        pytest.param("We never call the drug safe, because it damages the liver.", id="with a reason"),
        pytest.param("It often begins at night.", id="“it” may be the illness"),
        pytest.param("Many forum members sweat on one side only.", id="what members feel"),
        pytest.param("Tell your boss: “I know this drug heals nerves.”", id="an effect to be said"),
        pytest.param("“My pain was gone after the drip.”", id="a story that is quoted"),
        pytest.param("We watch for a rash, which soon passes.", id="a harm that is said to pass"),
        pytest.param("The bone is soft: ask your nurse.", id="a fact in front of advice"),
        pytest.param("Bones grow back: give it time.", id="a fact with a bare verb in front of advice"),
        pytest.param("A nurse eases pain with a mirror", id="an effect below a picture"),
        pytest.param("What eases pain for one may make it worse for another.", id="to each a harm"),
        pytest.param("Proof of benefit is missing.", id="proof of an effect"),
        pytest.param("Rest it, for this can help.", id="“for this” with a verb gives a reason"),
        pytest.param("It is no fun to take tablets that harm the liver.", id="a harm behind a feeling"),
        pytest.param("The longer it is left, the harder it is to treat.", id="the longer, the harder"),
        pytest.param("Tell your son that you are likely to relapse.", id="a forecast to tell"),
        pytest.param("Tell your dentist that the drug harms the jaw.", id="a harm to tell"),
        pytest.param("A complaint of this kind will not affect your bones.", id="a complaint of the body"),
        pytest.param("The numbers show that it has links to smoking.", id="what numbers show"),
        pytest.param("“Flare” is what a rise in pain is called in clinics.", id="what a medical word means"),
        pytest.param("Some of the newer drugs.", id="some of the drugs"),
        pytest.param("A hand moves again without a drug", id="before and after"),
        pytest.param("Our leaflet shows how we end the pain for good.", id="a promise in a text about a text"),
    ],
)
def test_what_sounds_like_it_and_is_a_claim(sentence: str) -> None:
    assert why_no_source(sentence) is None


@pytest.mark.parametrize("lead", ["So", "But", "However,", "In fact,", "Still,", "Unfortunately,"])
@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        pytest.param("we shorten graded motor imagery to GMI.", Reason.WORDING, id="a word"),
        pytest.param("these are averages.", Reason.OWN_SEARCH, id="what was found"),
        pytest.param("every patient gets a folder with our programme.", Reason.OWN_WORK, id="a house"),
        pytest.param("the swelling goes down within a week.", None, id="a fact"),
        pytest.param("doctors rely on a checklist from Budapest.", None, id="a fact of care"),
    ],
)
def test_what_leads_on_from_the_sentence_before_changes_nothing(
    lead: str, sentence: str, reason: Reason | None
) -> None:
    assert why_no_source(f"{lead} {sentence}") is reason


@pytest.mark.parametrize(
    "frame",
    [
        "It is worth knowing that",
        "It’s good to know that",
        "Please note that",
        "Bear in mind that",
        "You should also know that",
        "The good news is that",
    ],
)
@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        pytest.param("exercise improves strength and mood.", None, id="a fact"),
        pytest.param("sedatives slow the breath.", None, id="a plural verb"),
        pytest.param("you are not alone.", Reason.EMPATHY, id="kind words"),
        pytest.param("we are open on Sundays.", Reason.OWN_WORK, id="opening hours"),
    ],
)
def test_what_is_brought_up_is_judged_as_if_it_stood_alone(frame: str, sentence: str, reason: Reason | None) -> None:
    assert why_no_source(f"{frame} {sentence}") is reason


@pytest.mark.parametrize("frame", ["Remember", "You should keep in mind", "Do not forget"])
def test_a_thing_to_remember_is_no_clause(frame: str) -> None:
    assert why_no_source(f"{frame} that appointment on Monday.") is Reason.ADVICE


@pytest.mark.parametrize(
    "sentence", ["Small joys still count!", "This is page 3 of 12!", "You’re doing the best you can!"]
)
def test_what_is_called_out_is_judged_as_what_is_said(sentence: str) -> None:
    assert why_no_source(sentence) is why_no_source(f"{sentence[:-1]}.")
    assert why_no_source(sentence) is not None
