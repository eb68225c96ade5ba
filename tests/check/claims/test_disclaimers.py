"""Big words that a house only handles, and sentences that sound so and state a fact."""

import pytest

from crpsguide.check.claims import Reason, why_no_source


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        pytest.param(
            "Nobody on our ward will tell you that it is a cure.", Reason.OWN_WORK, id="what nobody here says"
        ),
        pytest.param("We are not here to sell you miracles.", Reason.TALK, id="not our trade"),
        pytest.param("Our editors strike out “safe” in each text.", Reason.OWN_WORK, id="words struck out"),
        pytest.param("Myth 3: “The drip cures everything”", Reason.TALK, id="a myth held up"),
        pytest.param(
            "Claims such as “cures in a week” are looked at on the next page.", Reason.TALK, id="claims held up"
        ),
        pytest.param("Of course you wish for a cure.", Reason.TALK, id="a wish"),
        pytest.param("We never advertise with success rates.", Reason.OWN_WORK, id="no lure"),
        pytest.param("We print no stories of miracles.", Reason.OWN_WORK, id="none printed"),
        pytest.param("Cure, relief: what these words mean", Reason.WORDING, id="words explained"),
        pytest.param("We guarantee a reply within two days.", Reason.TALK, id="a service promised"),
        pytest.param("A panel of nine patients chose the topics of this guide.", Reason.TALK, id="who helped"),
        pytest.param("Our seminar “Pain-free driving” is about car seats.", Reason.OWN_WORK, id="a title"),
        pytest.param("Since 2012 our trust has run a choir in the library.", Reason.OWN_WORK, id="since when"),
        pytest.param("Steer clear of adverts that shout “cured”.", Reason.ADVICE, id="keep away"),
        pytest.param("Rather than push through, set a timer.", Reason.ADVICE, id="rather than"),
        pytest.param("I know you would give anything to be cured.", Reason.TALK, id="a wish understood"),
        pytest.param("Ten questions to ask when someone promises a cure", Reason.NAVIGATION, id="questions listed"),
        pytest.param("One thing is certain: there is a lot of paperwork ahead.", Reason.TALK, id="one sure thing"),
    ],
)
def test_handling_a_big_word_claims_nothing(sentence: str, reason: Reason) -> None:
    assert why_no_source(sentence) is reason


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It is a myth that plant drops are harmless.", id="a myth"),
        pytest.param("Fact 3: “The drip eases pain.”", id="a fact held up"),
        pytest.param("Of course you want relief, and the drip brings it.", id="a wish, and a promise"),
        pytest.param("We never use reviews, because they hide harms of drugs.", id="no lure, with a reason"),
        pytest.param("The law forbids clinics to advertise a cure.", id="a law"),
        pytest.param("Nobody on our ward says so, because it harms the liver.", id="with a reason"),
        pytest.param("Steer clear of adverts for drops, which harm the liver.", id="with a fact beside"),
        pytest.param("A panel of nine patients got better with our guide.", id="who got better"),
        pytest.param("We guarantee relief within two days.", id="a cure promised"),
        pytest.param("Since 2012 our clinic has cured the worst pain.", id="since when it cures"),
        pytest.param("One thing is certain: the drug damages the liver.", id="a sure fact"),
        pytest.param("Side effects? None.", id="a plain answer"),
    ],
)
def test_what_sounds_so_and_states_a_fact_needs_a_source(sentence: str) -> None:
    assert why_no_source(sentence) is None


def test_it_is_kind_to_call_a_harsh_thought_wrong() -> None:
    assert why_no_source("It is a mistake to think that you must be cheerful.") is Reason.TALK


def test_a_name_for_what_lasts_states_nothing() -> None:
    assert why_no_source("Harm that lasts") is not None


def test_a_sentence_on_what_lasts_needs_a_source() -> None:
    assert why_no_source("Relief that lasts for ever has not been seen in any trial.") is None
