from tests.render.sites import GIVEN, HERE, condition, finding, page, site, source

from crpsguide.model import GuideFrontMatter, Landmarks, PageType, Term
from crpsguide.render.glossary import (
    LONGEST_LIST,
    letter_pages,
    term_address,
    term_pages,
    terms_by_letter,
)


def term(id: str, words: str, *cite: str) -> Term:
    return Term(id=id, place=HERE, term=words, plain="plain", meaning="Meaning.", cite=cite)


def test_terms_stand_by_letter_whatever_their_case() -> None:
    terms = [term("b", "beta"), term("a2", "Axe"), term("a1", "ant"), term("b2", "Bee")]

    found = terms_by_letter(site(glossary={one.id: one for one in terms}))

    assert {letter: [one.term for one in group] for letter, group in found.items()} == {
        "A": ["ant", "Axe"],
        "B": ["Bee", "beta"],
    }


def test_many_terms_stand_on_pages_by_letter_and_few_on_one() -> None:
    pages = [page(name="about/words.md")]
    settings = {"landmarks": Landmarks(glossary="about/words.md")}
    many = {f"t{number}": term(f"t{number}", f"{'aB'[number % 2]}{number}") for number in range(LONGEST_LIST + 1)}
    few = dict(list(many.items())[1:])

    parted, whole = (site(*pages, settings=settings, glossary=terms) for terms in (many, few))

    assert {letter: str(address) for letter, address in letter_pages(parted).items()} == {
        "A": "about/words/a.html",
        "B": "about/words/b.html",
    }
    assert str(term_address(parted, many["t1"])) == "about/words/b.html"
    assert (letter_pages(whole), str(term_address(whole, many["t1"]))) == ({}, "about/words.html")
    assert term_address(site(glossary=few), many["t1"]) is None


def test_a_heading_in_the_name_of_the_glossary_is_no_part_of_its_page() -> None:
    settings = {"landmarks": Landmarks(glossary="about/words.md#a")}

    assert str(term_address(site(page(name="about/words.md"), settings=settings), term("t", "T"))) == "about/words.html"


def test_a_meaning_names_the_findings_that_exist() -> None:
    known = finding("a#x")

    assert site(sources={"a": source("a", known)}).findings(("a#x", "a#gone")) == (known,)


def test_a_term_names_the_pages_that_use_it_most() -> None:
    often = {"once": 1, "first": 1, "thrice": 3, "twice": 2, "never": 0, "words": 4}
    pages = [
        page(name=f"about/{name}.md", terms={"rest": count}, front_matter=condition(order=1 if name == "first" else 2))
        for name, count in often.items()
    ]
    elsewhere = page(name="elsewhere.md", terms={"rest": 4})

    found = term_pages(site(*pages, elsewhere, settings={"landmarks": Landmarks(glossary="about/words.md")}))

    assert {id: [one.name.stem for one in used] for id, used in found.items()} == {"rest": ["thrice", "twice", "first"]}


def test_a_page_about_the_guide_is_no_place_to_read_of_a_term() -> None:
    about = page(terms={"rest": 1}, front_matter=GuideFrontMatter(type=PageType.ABOUT, **GIVEN))

    assert term_pages(site(about)) == {}


def test_a_guide_without_terms_has_no_pages_for_them() -> None:
    assert term_pages(site(page())) == {}
