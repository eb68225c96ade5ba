"""The targets of links, and their ends in the source."""

from pathlib import PurePosixPath

import pytest
from tests.read.bodies import PATH

from crpsguide.model import AssetLink, PageLink, Place, WebLink
from crpsguide.read.links import end_of_link, link_of

PAGE = PurePosixPath("living/pacing.md")


@pytest.mark.parametrize(
    ("address", "target", "fragment"),
    [
        pytest.param("rest.md", "living/rest.md", "", id="beside"),
        pytest.param("../start/help.md#now", "start/help.md", "now", id="above"),
        pytest.param("./rest.md?print#a", "living/rest.md", "a", id="dot and question"),
        pytest.param("#plan", "living/pacing.md", "plan", id="on the page"),
        pytest.param("", "living/pacing.md", "", id="nothing"),
        pytest.param("a//b/../c.md", "living/a/c.md", "", id="slashes and dots"),
        pytest.param("../../outside.md", "../outside.md", "", id="out of the pages' folder"),
        pytest.param("%C3%A9t%C3%A9.md#%C3%A9", "living/été.md", "é", id="percent"),
        pytest.param("a b.md", "living/a b.md", "", id="blank"),
    ],
)
def test_an_address_of_a_page(address: str, target: str, fragment: str) -> None:
    link = link_of(address, "words", Place(PATH), page=PAGE, is_image=False)

    assert link == PageLink("words", address, PurePosixPath(target), fragment, Place(PATH))


@pytest.mark.parametrize(
    ("address", "is_image"),
    [
        pytest.param("limb.svg", True, id="picture"),
        pytest.param("leaflet.pdf", False, id="file"),
        pytest.param("notes.md", True, id="page as a picture"),
        pytest.param("rest", False, id="no ending"),
        pytest.param("rest/", False, id="folder"),
    ],
)
def test_an_address_of_another_file(address: str, is_image: bool) -> None:
    link = link_of(address, "", Place(PATH), page=PAGE, is_image=is_image)

    assert isinstance(link, AssetLink)
    assert link.is_image is is_image


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.md",
        "//example.org/a.md",
        "mailto:me@example.org",
        "tel:999",
        "javascript:alert(1)",
        "/from/the/root.md",
        "C:\\a.md",
        "..\\a.md",
        "http://[broken",
        "file:///a.md",
    ],
)
def test_an_address_that_leaves_the_guide(address: str) -> None:
    assert isinstance(link_of(address, "", Place(PATH), page=PAGE, is_image=False), WebLink)


@pytest.mark.parametrize(
    "link",
    [
        "[a](b)",
        "[a](b 'c)')",
        '[a](b "c)")',
        "[a](<b)c>)",
        "[a](b(c)d)",
        "[a\\]](b)",
        "[a [b] c](d)",
        "[`]`](a)",
        "![a](b)",
        "[![a](b)](c)",
        "[a][b]",
        "[a] [b]",
        "[a][]",
        "[a]",
        "<https://a.b>",
        "[a\nb](c)",
    ],
)
def test_how_far_a_link_reaches(link: str) -> None:
    text = f"x {link} (y) [z"

    assert text[2 : end_of_link(text, 2)] == link


@pytest.mark.parametrize("text", ["[a", "[a](b", "![", "<a", "x", "[a](b\\)"])
def test_what_does_not_end_is_one_character_or_its_words(text: str) -> None:
    assert 1 <= end_of_link(text, 0) <= len(text)
