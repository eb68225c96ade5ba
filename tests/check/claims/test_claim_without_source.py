"""Which passages of which pages are judged, what covers a sentence, and where the rule points."""

from pathlib import PurePosixPath

import pytest
from tests.check.guides import TRIAL, MakeSite, places
from tests.check.written import guide_page

from crpsguide.check.claims import Reason, Setting, claim_without_source, sentences_without_source, why_no_source
from crpsguide.check.rule import RuleInputs
from crpsguide.model import PassageKind

WORDS = "medicines: {words: [wonderine]}"


def at(type: str, text: str) -> str:
    return guide_page(text, type=type)


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.name)
def test_each_reason_has_an_example_that_passes_for_it_and_is_told(reason: Reason) -> None:
    assert why_no_source(reason.example) is reason
    assert f"- {reason.words}, such as “{reason.example}”" in claim_without_source.page


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The drip eases pain.", ["index.md:12:1"], id="paragraph"),
        pytest.param("Ask us. The drip eases pain.", ["index.md:12:9"], id="second sentence"),
        pytest.param("Side effects? Think of a nap.", ["index.md:12:15"], id="an answer in a picture"),
        pytest.param("Will the pain spread? Often, yes.", ["index.md:12:23"], id="an answer in a word"),
        pytest.param("Can I leave early? Yes.", [], id="leave that is given"),
        pytest.param("The drip eases pain.[@trial#week-1]", [], id="cited"),
        pytest.param("The drip eases pain. It lasts for weeks.[@trial#week-1]", [], id="cited at the end"),
        pytest.param("It [@trial#week-1] eases pain. It lasts for weeks.", ["index.md:12:32"], id="cited inside one"),
        pytest.param("The drip eases pain [@trial#week-1", [], id="an open citation has a rule of its own"),
        pytest.param("The drip eases pain. [trial#week-1]", [], id="a citation without its sign has one, too"),
        pytest.param("The drip eases pain. (@trial#week-1)", [], id="so has one in round brackets"),
        pytest.param("The drip eases\npain (@trial#week-1).", [], id="and one within the sentence"),
        pytest.param("It eases pain. (@trial#week-1) It cures.", ["index.md:12:32"], id="but not what follows it"),
        pytest.param("## The drip eases pain\n\nAsk us.", [], id="heading"),
        pytest.param("## Side effects\n\n- Blurred vision", ["index.md:14:3"], id="item that is a claim"),
        pytest.param("## What to bring\n\n- A blanket", [], id="item that names a thing"),
        pytest.param("## Side effects\n\n- More are listed on page 4.", [], id="item that leads on"),
        pytest.param("We keep in the room:\n\n- a blanket\n- a kettle", [], id="items of a room"),
        pytest.param(
            "Side effects are:\n\n- a rash[@trial]\n- a cough[@trial]", [], id="a cited list covers its lead-in"
        ),
        pytest.param("Side effects may be:[@trial]\n\n- a rash\n- a cough", [], id="a cited lead-in covers its list"),
        pytest.param("Ask first if you:\n\n- have a heart illness\n- are a child", [], id="items end an order"),
        pytest.param("|What|How|\n|---|---|\n|The drip eases pain|much|", ["index.md:14:2"], id="cell"),
        pytest.param("|What|How|\n|---|---|\n|Less pain|It fell.[@trial]|", [], id="a cited cell covers its row"),
        pytest.param(
            "|Drip \\| pill|Side effects|\n|---|---|\n|By mouth|Blurred vision|",
            ["index.md:14:11"],
            id="a bar in the words of a head parts no columns",
        ),
        pytest.param("Do not stop, because it can cause fits.", ["index.md:12:1"], id="fact inside advice"),
        pytest.param("|Day|Opening|\n|---|---|\n|Monday|9 am to 5 pm|", [], id="a cell with hours of the day"),
        pytest.param(
            "|Pill|Side effects|\n|---|---|\n|By mouth|Dry mouth|",
            ["index.md:14:11"],
            id="no order in a cell",
        ),
        pytest.param("/// ask | Ask\n- Is the drip safe?\n///", [], id="questions to ask"),
        pytest.param("/// ask | Ask\n- Why is the drip so safe?\n///", ["index.md:13:3"], id="loaded question"),
        pytest.param("/// fields | Mine\n- The medicine that helps me\n///", [], id="labels of a form"),
        pytest.param("/// checklist | Bring\n- a letter that says what helps\n///", [], id="thing to bring"),
        pytest.param("/// checklist | Bring\n- The drip eases pain\n///", ["index.md:13:3"], id="claim in a checklist"),
        pytest.param("/// paths | Ways\n- [Drips](b.md) What they may do\n///", [], id="way on"),
        pytest.param("/// paths | Ways\n- [Drips](b.md) ease pain\n///", ["index.md:13:3"], id="claim on a way on"),
        pytest.param("[The drip](b.md), [mirror work](c.md) or [rest](d.md).", [], id="row of links"),
        pytest.param("[The drip eases pain](b.md).", ["index.md:12:1"], id="claim that is a link"),
        pytest.param("```\nThe drip eases pain.\n```", [], id="code is no text"),
    ],
)
def test_claim_without_source(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"evidence/trial.yaml": TRIAL}, index=at("condition", text))

    assert places(claim_without_source, site) == found


@pytest.mark.parametrize(
    ("type", "found"),
    [
        *(
            pytest.param(one, ["index.md:12:1"], id=one)
            for one in ("condition", "symptom", "treatment", "faq", "clinic", "topic")
        ),
        *(pytest.param(one, [], id=one) for one in ("home", "tool", "about")),
    ],
)
def test_pages_about_health_are_judged(type: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=at(type, "The drip eases pain."))

    assert places(claim_without_source, site) == found


def test_any_markdown_is_left_alone(make_site: MakeSite) -> None:
    site = make_site(index="The drip eases pain.")

    assert places(claim_without_source, site) == []


def test_the_guide_adds_words_of_its_own(make_site: MakeSite) -> None:
    text = at("treatment", "Ask for it early, because wonderine needs time.")
    site = make_site({"wording/health-words.yaml": WORDS}, index=text)

    assert places(claim_without_source, site) == ["index.md:12:1"]


def test_what_is_let_pass_says_why(make_site: MakeSite) -> None:
    site = make_site(index=at("treatment", "Ask your nurse. You are not alone."))

    found = sentences_without_source(RuleInputs(site))[PurePosixPath("index.md")]

    assert [(words, sentence.text) for words, sentence in found] == [
        (Reason.ADVICE.words, "Ask your nurse."),
        (Reason.EMPATHY.words, "You are not alone."),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("Is the drip safe?", Reason.QUESTION, id="question"),
        pytest.param("Ask your nurse.", Reason.ADVICE, id="order"),
        pytest.param("If it hurts, call us.", Reason.ADVICE, id="order after a condition"),
        pytest.param("You should ask your nurse.", Reason.ADVICE, id="advice"),
        pytest.param("See the section on costs below.", Reason.NAVIGATION, id="pointer"),
        pytest.param("It is not your fault.", Reason.EMPATHY, id="kindness"),
        pytest.param("We are open on Mondays.", Reason.OWN_WORK, id="opening hours"),
        pytest.param("We found no study of this.", Reason.OWN_SEARCH, id="own search"),
        pytest.param("GMI is short for graded motor imagery.", Reason.WORDING, id="abbreviation"),
        pytest.param("That brings us to the next question.", Reason.TRANSITION, id="transition"),
        pytest.param("Dutch trial.", Reason.NAME, id="name"),
        pytest.param("We found that the drip eases pain.", None, id="own finding"),
        pytest.param("Our drip eases pain.", None, id="boast"),
        pytest.param("You may feel sick.", None, id="harm told to the reader"),
        pytest.param("Enjoy a life without pain.", None, id="promise as an order"),
        pytest.param("Remember that most people get better.", None, id="fact after remember that"),
        pytest.param("Why does the drip help so many people?", None, id="loaded question"),
        pytest.param("Raise the arm to reduce the swelling.", None, id="an aim that is an effect"),
        pytest.param("Ask how to reduce the swelling.", Reason.ADVICE, id="an aim to ask about"),
        pytest.param("Bladder: ask your team.", Reason.ADVICE, id="advice behind a label"),
        pytest.param("Bladder: the drug can scar it.", None, id="a fact behind a label"),
        pytest.param("For other countries see urgent help.", Reason.NAVIGATION, id="for this, see"),
        pytest.param("Not known: how many have it.", Reason.OWN_SEARCH, id="what is not known"),
        pytest.param(
            "Not known: how many have it. Most of them are women.", None, id="a fact behind what is not known"
        ),
        pytest.param("We found no study, but the drug is safe.", None, id="a fact behind what was not found"),
        pytest.param("We found no harm in children.", None, id="that none was found says that there is none"),
        pytest.param("Say: “I need to lie down.”", Reason.ADVICE, id="words to say"),
        pytest.param("Say: “The drug cured me.”", None, id="a promise in words to say"),
        pytest.param("“I need to lie down.”", Reason.ADVICE, id="quoted words to say"),
        pytest.param("“I was free of pain again.”", None, id="a quoted story"),
        pytest.param("“I would like another opinion.", Reason.ADVICE, id="words to say, the first of two sentences"),
        pytest.param("We found no study that says that rest harms.", Reason.OWN_SEARCH, id="what no study says"),
        pytest.param("After week 12 we found no results.", Reason.OWN_SEARCH, id="where the search ended"),
        pytest.param("It has newer rules, which we have not read.", Reason.OWN_SEARCH, id="what was not read"),
        pytest.param("They cannot say how many have it.", Reason.OWN_SEARCH, id="what a source leaves open"),
        pytest.param("Rub it gently, or the skin swells.", None, id="a threat behind an order"),
    ],
)
def test_the_reason_is_named(text: str, reason: Reason | None) -> None:
    assert why_no_source(text, Setting()) == reason


@pytest.mark.parametrize(
    ("text", "setting", "reason"),
    [
        pytest.param(
            "Losing the thread",
            Setting("What brain fog looks like", kind=PassageKind.ITEM),
            None,
            id="what it looks like",
        ),
        pytest.param(
            "A quiet room",
            Setting("What our ward looks like", kind=PassageKind.ITEM),
            Reason.NAME,
            id="what a room looks like",
        ),
        pytest.param(
            "Sweat on one palm", Setting("What may strike you", kind=PassageKind.ITEM), None, id="what strikes"
        ),
        pytest.param("Fits, fainting", Setting("Rare but serious", kind=PassageKind.ITEM), None, id="rare but serious"),
        pytest.param("Ice, or hot and cold baths.", Setting(opens=True), Reason.NAME, id="a label before its matter"),
        pytest.param("Ice, or hot and cold baths.", Setting(), None, id="no label where nothing follows"),
        pytest.param(
            "Numb lips and a very dry mouth.",
            Setting("Side effects", opens=True),
            None,
            id="a label below side effects",
        ),
        pytest.param(
            "A nurse fits a splint on a left hand.", Setting(block="figure"), Reason.NAME, id="what a picture shows"
        ),
        pytest.param("A splint eases pain.", Setting(block="figure"), None, id="a claim below a picture"),
        pytest.param(
            "I have a flare-up, so I must rest.", Setting(lead_in="You can say:"), Reason.ADVICE, id="what you can say"
        ),
        pytest.param("I have a flare-up, so I must rest.", Setting(), None, id="somebody's story"),
    ],
)
def test_what_stands_around_decides(text: str, setting: Setting, reason: Reason | None) -> None:
    assert why_no_source(text, setting) == reason
