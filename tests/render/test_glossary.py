from tests.render.sites import HERE, finding, site, source

from crpsguide.model import Term
from crpsguide.render.glossary import term_findings, terms_by_letter


def term(id: str, words: str, *cite: str) -> Term:
    return Term(id=id, place=HERE, term=words, plain="plain", meaning="Meaning.", cite=cite)


def test_terms_stand_by_letter_whatever_their_case() -> None:
    terms = [term("b", "beta"), term("a2", "Axe"), term("a1", "ant"), term("b2", "Bee")]

    found = terms_by_letter(site(glossary={one.id: one for one in terms}))

    assert {letter: [one.term for one in group] for letter, group in found.items()} == {
        "A": ["ant", "Axe"],
        "B": ["Bee", "beta"],
    }


def test_a_meaning_names_the_findings_that_exist() -> None:
    known = finding("a#x")

    assert term_findings(site(sources={"a": source("a", known)}), term("t", "t", "a#x", "a#gone")) == (known,)
