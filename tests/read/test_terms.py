"""Glossary terms are explained at their first use."""

from collections.abc import Mapping

import pytest
from tests.read.bodies import ParseBody, as_html, prose, sentences

from crpsguide.read.terms import Terms

TERMS = {"allodynia": "allodynia", "light touch": "allodynia", "CRPS": "crps", "straße": "street"}


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        pytest.param("Allodynia.", '<p><dfn title="allodynia">Allodynia</dfn>.</p>', id="in the words of the page"),
        pytest.param("crps", '<p><dfn title="crps">crps</dfn></p>', id="in any case"),
        pytest.param("STRASSE, Straße", '<p>STRASSE, <dfn title="street">Straße</dfn></p>', id="as it is written"),
        pytest.param("A light touch", '<p>A <dfn title="allodynia">light touch</dfn></p>', id="two words"),
        pytest.param("CRPS CRPS", '<p><dfn title="crps">CRPS</dfn> CRPS</p>', id="the first use only"),
        pytest.param("*CRPS* x", '<p><em><dfn title="crps">CRPS</dfn></em> x</p>', id="in emphasis"),
        pytest.param("`CRPS` CRPS", '<p><code>CRPS</code> <dfn title="crps">CRPS</dfn></p>', id="not in code"),
        pytest.param("non-CRPS, CRPSs, x_CRPS", "<p>non-CRPS, CRPSs, x_CRPS</p>", id="not within words"),
        pytest.param("[CRPS](a.md) CRPS", '<p><a href="a.md">CRPS</a> <dfn title="crps">CRPS</dfn></p>', id="no link"),
        pytest.param("## CRPS\n\nCRPS", '<p><dfn title="crps">CRPS</dfn></p>', id="not in a heading"),
        pytest.param("    CRPS\n", "<pre><code>CRPS\n</code></pre>", id="not in a block of code"),
        pytest.param("PAİN lıght", "<p>PAİN lıght</p>", id="letters that fold to others"),
    ],
)
def test_where_a_term_is_explained(text: str, markup: str, parse_body: ParseBody) -> None:
    assert prose(parse_body(text, TERMS | {"pain": "pain"})) == markup


def test_the_longest_of_terms_that_begin_alike_is_explained(parse_body: ParseBody) -> None:
    terms = {"light": "light", "light touch": "touch", "light touch test": "test"}

    shown = prose(parse_body("A light touch test", terms))

    assert shown == '<p>A <dfn title="test">light touch test</dfn></p>'


def test_the_first_use_is_the_first_in_the_order_of_reading(parse_body: ParseBody) -> None:
    body = parse_body("/// go-deeper | T\nCRPS\n///\n\nCRPS\n\n- allodynia\n- allodynia", TERMS)

    [deeper, native] = body.sections[0].blocks
    assert as_html(deeper.text).strip() == '<p><dfn title="crps">CRPS</dfn></p>'  # type: ignore[union-attr] # go-deeper
    assert as_html(native.text).count("<dfn") == 1  # type: ignore[union-attr] # prose


def test_a_column_heading_explains_nothing(parse_body: ParseBody) -> None:
    markup = prose(parse_body("| CRPS |\n|---|\n| CRPS |", TERMS))

    assert "<th>CRPS</th>" in markup
    assert '<td><dfn title="crps">CRPS</dfn></td>' in markup


def test_sentences_keep_the_words_of_the_page(parse_body: ParseBody) -> None:
    assert sentences(parse_body("Light touch in CRPS hurts.", TERMS)) == ["Light touch in CRPS hurts."]


def test_each_page_explains_for_itself(parse_body: ParseBody) -> None:
    first = prose(parse_body("CRPS", TERMS))
    second = prose(parse_body("CRPS", TERMS))

    assert first == second


def test_an_empty_form_is_no_term(parse_body: ParseBody) -> None:
    assert prose(parse_body("a b", {"": "nothing", " ": "blank"})) == "<p>a b</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rest.", {"rest": 1}, id="once"),
        pytest.param("RESTS and rest, and rest again.", {"rest": 3}, id="each form, in any case"),
        pytest.param("Rest-days, unrest and pre-rest nerves.", {}, id="not within words"),
        pytest.param("Bed rest.", {"bed-rest": 1}, id="a longer term is no use of the shorter one in it"),
        pytest.param("## Rest\n\n- Rest\n- and bed\n- rest", {"rest": 3}, id="in headings and items, each by itself"),
    ],
)
def test_uses_of_a_term_are_counted(text: str, expected: Mapping[str, int], parse_body: ParseBody) -> None:
    terms = Terms({"rest": "rest", "rests": "rest", "bed rest": "bed-rest"})

    assert terms.counted(one.text for one in parse_body(text).passages) == expected
