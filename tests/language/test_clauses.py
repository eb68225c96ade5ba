"""Clauses, denials, quotations, questions and names."""

import pytest

from crpsguide.language.clauses import (
    clause_spans,
    is_asked_indirectly,
    is_denied,
    is_name,
    is_open_question,
    is_order,
    is_quoted,
    quoted_spans,
)


def at(text: str, word: str) -> int:
    return text.index(word)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        pytest.param("It is new; it works.", ["It is new;", "it works."], id="semicolon"),
        pytest.param("It is old but it works.", ["It is old", "but it works."], id="but"),
        pytest.param("Without rest, the limb hurts.", ["Without rest,", "the limb hurts."], id="leading phrase"),
        pytest.param("It eases and is safe.", ["It eases", "and is safe."], id="and with a verb"),
        pytest.param("a cure or a miracle and hope", ["a cure or a miracle and hope"], id="and between nouns"),
    ],
)
def test_a_sentence_falls_into_clauses(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in clause_spans(text)] == clauses


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        pytest.param("It is not a cure.", "cure", True, id="not"),
        pytest.param("It isn't proven.", "proven", True, id="n't"),
        pytest.param("It isn’t proven.", "proven", True, id="n’t with a curly mark"),
        pytest.param("No drug is a miracle or a cure.", "cure", True, id="across or"),
        pytest.param("It rarely cures.", "cures", True, id="rarely"),
        pytest.param("No drip, diet or device cures it.", "cures", True, id="none of three"),
        pytest.param("No needles, our cream cures it.", "cures", False, id="no in front of another subject"),
        pytest.param("It is not only safe but proven.", "proven", False, id="not only"),
        pytest.param("It is not new, it is proven.", "proven", False, id="another clause"),
        pytest.param("It does not hurt and is proven.", "proven", False, id="and with a verb of its own"),
        pytest.param("There is no doubt that it is proven.", "proven", False, id="no doubt"),
        pytest.param("Nothing but a miracle.", "miracle", False, id="nothing but"),
        pytest.param("A notable cure.", "cure", False, id="part of a word"),
    ],
)
def test_a_denial_holds_within_its_clause(text: str, word: str, denied: bool) -> None:
    assert is_denied(text, at(text, word)) is denied


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        pytest.param("Is it a cure?", True, id="yes or no"),
        pytest.param("What is a cure?", True, id="what"),
        pytest.param("If I rest, will it heal?", True, id="after a condition"),
        pytest.param("Did you know that it is a cure?", False, id="tells"),
        pytest.param("Why does it cure CRPS?", False, id="takes for granted"),
        pytest.param("It is a cure.", False, id="no question"),
    ],
)
def test_an_open_question_takes_nothing_for_granted(text: str, is_open: bool) -> None:
    assert is_open_question(text) is is_open


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        pytest.param('Say "a cure" softly.', ['"a cure"'], id="straight"),
        pytest.param("Say “a cure” softly.", ["“a cure”"], id="curly"),
        pytest.param("Say 'a cure' softly.", ["'a cure'"], id="single"),
        pytest.param("Don't trust the patients' words.", [], id="apostrophes"),
    ],
)
def test_quotations_are_found(text: str, quotations: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == quotations


def test_a_quoted_word_is_known() -> None:
    text = "Some call it “a cure” today."

    assert (is_quoted(text, at(text, "cure")), is_quoted(text, at(text, "today"))) == (True, False)


@pytest.mark.parametrize(
    ("text", "word", "asked"),
    [
        pytest.param("Ask whether it is safe.", "safe", True, id="whether"),
        pytest.param("Find out if it is proven.", "proven", True, id="if"),
        pytest.param("It is proven.", "proven", False, id="stated"),
        pytest.param("If you start early, it is proven.", "proven", False, id="behind the condition"),
    ],
)
def test_an_indirect_question_asks(text: str, word: str, asked: bool) -> None:
    assert is_asked_indirectly(text, at(text, word)) is asked


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        pytest.param("Please ask Mr Best about it.", "Best", True, id="person"),
        pytest.param("Miracle Pharmacy is on the ground floor.", "Miracle", True, id="name at the start"),
        pytest.param("A Proven Cure For Pain", "Cure", False, id="title in capitals"),
        pytest.param("Miracle drugs do not exist.", "Miracle", False, id="start of a sentence"),
        pytest.param("It is a CURE.", "CURE", False, id="shouting"),
    ],
)
def test_a_name_is_no_promise(text: str, word: str, name: bool) -> None:
    start = at(text, word)

    assert is_name(text, start, start + len(word)) is name


@pytest.mark.parametrize(
    ("text", "order"),
    [
        pytest.param("Ask your doctor.", True, id="plain"),
        pytest.param("Always wash your hands.", True, id="always"),
        pytest.param("Do not stop.", True, id="do not"),
        pytest.param("Rest may help.", False, id="a noun before a verb"),
        pytest.param("The drip helps.", False, id="statement"),
    ],
)
def test_an_order_begins_with_its_verb(text: str, order: bool) -> None:
    assert is_order(text) is order
