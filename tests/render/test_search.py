import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from tests.render.sites import HERE, condition, heading, page, said, site

from crpsguide.model import (
    Landmarks,
    NavSection,
    Page,
    Phrase,
    PlainFrontMatter,
    Section,
    Site,
    Term,
    WordingList,
)
from crpsguide.render.search import a_to_z, search_index

GLOSSARY = Landmarks(glossary="words.md")
REST = Term(
    id="rest", place=HERE, term="rest", plain="a pause", meaning="Not to walk.", forms=("rest", "rests", "pause")
)
ODD = Term(id="odd-id", place=HERE, term="sitting", plain="not standing", meaning="On a chair.")


def plain(name: str, title: str, **fields: Any) -> Page:
    return page(name=name, front_matter=PlainFrontMatter(title=title), **fields)


def index_of(guide: Site) -> dict[str, Any]:
    """The index, as the script that carries it declares it."""
    script = search_index(guide).decode()
    declared = "const SEARCH_INDEX = "
    assert script.startswith(declared)
    index: dict[str, Any] = json.loads(script.removeprefix(declared).removesuffix(";\n"))
    return index


def other_words(guide: Site) -> dict[str, str]:
    """The words by which each page is found beside its title, summary and headings."""
    return {name: words for name, *_, words in index_of(guide)["pages"]}


def listed(name: str, **phrases: Phrase) -> WordingList:
    return WordingList(name=name, place=HERE, phrases=phrases)


def phrase(say: str, **fields: Any) -> Phrase:
    return Phrase(id=say, place=HERE, say=say, **fields)


def test_a_page_is_found_by_title_part_summary_headings_and_other_names() -> None:
    front = condition(title="Cold feet", summary="What they are.", other_names=("chilly toes",))
    sections = (Section(heading("Does it pass?")), Section(heading("Why")))

    found, *_ = index_of(site(page(front_matter=front, sections=sections)))["pages"]

    assert found[:4] == ["about/page.html", "Cold feet", "About it", "What they are."]
    assert found[4] == [["Does it pass?", "does-it-pass?"], "Why"]  # only what does not follow from the words
    assert found[5] == "chilly toes"


def test_no_sign_of_a_title_makes_a_tag_in_the_script() -> None:
    guide = site(plain("rest.md", "Rest </script> well"))

    assert b"<" not in search_index(guide)
    assert index_of(guide)["pages"][0][1] == "Rest </script> well"


def test_a_glossary_named_with_its_heading_is_the_glossary() -> None:
    named = Landmarks(glossary="words.md#all")
    guide = site(plain("words.md", "Words"), settings={"landmarks": named}, glossary={"rest": REST})

    assert index_of(guide)["terms"]


def test_a_heading_of_most_pages_leads_to_none_of_them() -> None:
    guide = site(
        plain("a.md", "A", sections=(Section(heading("What you can do")), Section(heading("Sleep")))),
        plain("b.md", "B", sections=(Section(heading("What you can do")),)),
        plain("c.md", "C", sections=(Section(heading("Sleep")), Section(heading("Rest")))),
        plain("d.md", "D", sections=(Section(heading("What you can do")),)),
    )

    assert [sections for *_, sections, _ in index_of(guide)["pages"]] == [["Sleep"], [], ["Sleep", "Rest"], []]


def test_the_first_page_is_on_every_trail_and_needs_no_search() -> None:
    assert index_of(site(plain("index.md", "Start")))["pages"] == []


def test_a_part_of_the_guide_is_found_by_its_name_unless_a_page_of_its_own_introduces_it() -> None:
    listed = ["about/index.html", "About it", "", "", [], ""]

    assert listed in index_of(site(page()))["pages"]
    assert listed not in index_of(site(page(), plain("about/index.md", "All of it")))["pages"]


def test_words_that_only_one_page_uses_tell_of_it() -> None:
    one = plain("a.md", "Boots", passages=(said("Leather keeps feet warm, leather lasts."),))
    other = plain("b.md", "Socks", passages=(said("Wool keeps feet warm."),))

    assert other_words(site(one, other)) == {"a.html": "lasts leather", "b.html": "wool"}


def test_a_word_in_its_forms_is_sent_once_and_not_beside_a_heading_that_has_it() -> None:
    one = plain("a.md", "Boot", passages=(said("Boots squeak. They squeaked, and are squeaking."),))

    assert other_words(site(one, plain("b.md", "Socks"))) == {"a.html": "squeak they", "b.html": ""}


def test_a_word_of_many_pages_leads_to_none_of_them_however_often_one_uses_it() -> None:
    pages = [plain(f"{name}.md", "Boots", passages=(said("Rain."),)) for name in "bcdefghijklm"]
    one = plain("a.md", "Socks", passages=(said("Rain, rain, rain. Wool."),))

    assert other_words(site(one, *pages))["a.html"] == "wool"


def test_of_many_words_the_telling_ones_are_sent() -> None:
    rare = "alpha bravo charlie delta echoes foxtrot golfing hotel"
    one = plain("a.md", "Boots", passages=(said(f"{rare} leather leather."),))

    found = other_words(site(one, plain("b.md", "Socks")))["a.html"].split()

    assert "leather" in found
    assert len(found) == 6


def test_words_are_found_where_the_guide_explains_them() -> None:
    guide = site(plain("words.md", "Words"), settings={"landmarks": GLOSSARY}, glossary={"rest": REST, "odd-id": ODD})

    index = index_of(guide)

    assert index["glossary"] == "words.html"
    assert index["terms"] == [["", "rest", "a pause", "pause"], ["odd-id", "sitting", "not standing"]]


def test_without_a_page_of_words_there_is_nothing_to_lead_to() -> None:
    index = index_of(site(plain("a.md", "Boots"), glossary={"rest": REST}))

    assert (index["glossary"], index["terms"]) == ("", [])


@pytest.mark.parametrize(
    ("wording", "same"),
    [
        pytest.param({}, [], id="no lists"),
        pytest.param(
            {"synonyms": listed("synonyms", a=phrase("boots", words=("wellies",)))},
            [["boots", "wellies"]],
            id="synonyms",
        ),
        pytest.param(
            {"plain-words": listed("plain-words", a=phrase("boots (footwear)", instead_of=("shoes",), words=("x",)))},
            [["boots", "footwear", "shoes"]],
            id="words that the guide avoids",
        ),
        pytest.param(
            {"plain-words": listed("plain-words", a=phrase("boots", instead_of=("shoes", "shoe", "sandal")))},
            [["boots", "shoe", "sandal"]],
            id="no ending of a word that is listed, for the script knows endings",
        ),
    ],
)
def test_words_for_one_thing_come_from_the_guides_lists(wording: dict[str, WordingList], same: list[list[str]]) -> None:
    assert index_of(site(plain("a.md", "Boots"), wording=wording))["same"] == same


def test_the_names_of_the_subject_mean_one_thing() -> None:
    index = index_of(site(plain("a.md", "A"), settings={"subject": "Cold feet", "subject_names": ("chilly toes",)}))

    assert index["same"] == [["Cold feet", "chilly toes"]]


def test_the_a_to_z_holds_pages_and_words_by_first_letter() -> None:
    pages = [plain("words.md", "Words"), plain("b.md", "boots"), plain("c.md", "“Big” feet"), plain("d.md", "7 steps")]

    found = a_to_z(site(*pages, settings={"landmarks": GLOSSARY}, glossary={"rest": REST}))

    assert {letter: [one.words for one in entries] for letter, entries in found.items()} == {
        "0 to 9": ["7 steps"],
        "B": ["boots", "“Big” feet"],
        "R": ["rest"],
        "W": ["Words"],
    }
    assert (found["R"][0].address, found["R"][0].fragment) == (PurePosixPath("words.html"), "rest")


def test_a_guide_of_parts_names_the_part() -> None:
    guide = site(plain("living/a.md", "A"), settings={"sections": (NavSection(folder="living", title="Living"),)})

    assert index_of(guide)["pages"][0][2] == "Living"
