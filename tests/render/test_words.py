import pytest
from tests.render.sites import HERE, TODAY, finding, site, source, value

from crpsguide.model import Appraisal, Certainty, Phrase, Read, Use, WordingList
from crpsguide.render.words import (
    dialled,
    listed_words,
    lowest_rating,
    people_words,
    phone_words,
    rating,
    values_by_name,
    web_address,
)


@pytest.mark.parametrize(
    ("certainties", "expected"),
    [
        pytest.param(["moderate", "very-low", "low"], "Very low certainty", id="the lowest counts"),
        pytest.param(["not-rated", "high"], "High certainty", id="what is not rated does not count"),
    ],
)
def test_a_sentence_is_as_sure_as_its_weakest_rated_finding(certainties: list[str], expected: str) -> None:
    findings = [finding(f"a#{one}", Certainty(one)) for one in certainties]

    found = lowest_rating(site(), findings)

    assert found
    assert found.words == expected


def test_nothing_rated_has_no_rating() -> None:
    assert lowest_rating(site(), [finding("a#x", Certainty.NOT_RATED)]) is None


@pytest.mark.parametrize(
    ("rated_by", "expected"),
    [
        pytest.param("editor", "us", id="editor"),
        pytest.param("review", "Smith and others, 2020", id="a source"),
    ],
)
def test_a_rating_says_who_rated(rated_by: str, expected: str) -> None:
    found = rating(site(sources={"review": source("review")}), finding("a#x", rated_by=rated_by))

    assert found
    assert found.rated_by == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("We are not sure", "We are not sure", id="the guide's words"),
        pytest.param("", "Low certainty", id="an empty entry"),
    ],
)
def test_a_guide_says_in_its_own_words_how_sure_a_finding_is(said: str, expected: str) -> None:
    low = Phrase(id="low", place=HERE, say=said)
    guide = site(wording={"certainty": WordingList(name="certainty", place=HERE, phrases={"low": low})})

    found = rating(guide, finding("a#x", Certainty.LOW))

    assert found
    assert found.words == expected


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        pytest.param(1339, "", "1,339 people", id="many"),
        pytest.param(1, "", "1 person", id="one"),
        pytest.param(60, "33 trials", "33 trials", id="the editor's words"),
        pytest.param(None, "", "", id="not known"),
    ],
)
def test_people_words(people: int | None, size: str, expected: str) -> None:
    appraisal = Appraisal(
        design="trial", use=Use.CITE, why_use="", people=people, size=size, read=Read.FULL_TEXT, checked=TODAY
    )

    assert people_words(appraisal) == expected


def test_values_of_one_name_stand_together_in_the_order_of_the_file() -> None:
    one = finding("a#x", values=(value("2", "seen first"), value("1", "also seen"), value("3", "seen first")))

    assert values_by_name(one) == {"Seen first": ["2%", "3%"], "Also seen": ["1%"]}


@pytest.mark.parametrize(
    ("phone", "words", "number"),
    [
        pytest.param("999", "999", "999", id="short"),
        pytest.param("116123", "116 123", "116123", id="six digits"),
        pytest.param("+14806262727", "+1 480 626 2727", "+14806262727", id="code of one digit"),
        pytest.param("+448088088000", "+44 808 808 8000", "+448088088000", id="code of two digits"),
        pytest.param("+3531800111888", "+353 180 011 1888", "+3531800111888", id="code of three digits"),
        pytest.param("988, then press 1", "988, then press 1", "", id="more than a number"),
    ],
)
def test_telephone_numbers(phone: str, words: str, number: str) -> None:
    assert (phone_words(phone), dialled(phone)) == (words, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("https://example.org/a", "https://example.org/a", id="https"),
        pytest.param("javascript:alert(1)", "", id="script"),
        pytest.param("002_f0cfffb8.txt", "", id="file name"),
        pytest.param("https://", "", id="no host"),
    ],
)
def test_only_addresses_of_the_web_become_links(text: str, expected: str) -> None:
    assert web_address(text) == expected


def test_a_key_without_a_phrase_is_told_as_words() -> None:
    assert listed_words(site(), "contact-kinds", "crisis-line") == "Crisis line"
