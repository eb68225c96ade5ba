"""How far the Tab key has to go: each stop is a press for a hand that hurts, and a switch presses slowly."""

from pathlib import PurePosixPath
from statistics import median

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.real_guide import real_edition

STOPS = "a[href], button, input, select, textarea, summary"
UNSEEN = "[tabindex='-1'], [popover] *, [hidden] *, details:not([open]) > :not(summary) *"  # until somebody opens them
# A page whose matter is a list of ways or of boxes to fill in has what its list asks for.
MATTER = ".rows, .glossary, .organisations, .paths, .contacts, .sheet"
MOST_IN_THE_MIDDLE = 80
MOST = 105  # in what is read, with all that stands around it
# An open list of sources was a third of the stops, and as much of the way down a phone, of pages that had told each
# paragraph's sources at its end.
MOST_OPEN_SOURCES = 3
PLACES = "p, li, td, th, dd, figcaption, blockquote, caption"
WRITTEN = sorted(str(page.address) for page in real_edition().site.pages.values()) or ["index.html"]
DRAWN = sorted(str(one) for one in real_edition().files if one.suffix == ".html") or ["index.html"]


def drawn(name: str) -> LexborHTMLParser:
    return LexborHTMLParser(real_edition().files[PurePosixPath(name)].decode())


def stops(page: LexborHTMLParser) -> list[LexborNode]:
    unseen = {one.mem_id for one in page.css(UNSEEN)}
    return [one for one in page.css(STOPS) if one.mem_id not in unseen]


@pytest.mark.parametrize("name", WRITTEN)
def test_the_tab_key_comes_through_a_page(name: str) -> None:
    page = drawn(name)
    matter = {one.mem_id for part in page.css(MATTER) for one in part.css(STOPS)}

    assert len([one for one in stops(page) if one.mem_id not in matter]) <= MOST


def test_the_tab_key_comes_through_the_page_in_the_middle() -> None:
    assert median(len(stops(drawn(name))) for name in WRITTEN) <= MOST_IN_THE_MIDDLE


@pytest.mark.parametrize("name", WRITTEN)
def test_a_long_list_of_sources_is_folded(name: str) -> None:
    page = drawn(name)

    assert len(page.css(".references > .references__list > li")) <= MOST_OPEN_SOURCES
    assert page.css("details[open]") == []


def test_a_mark_that_the_tab_key_passes_by_has_a_chip_in_its_paragraph() -> None:
    alone = []
    for name in DRAWN:
        for mark in drawn(name).css("a.mark[tabindex='-1']"):
            place = mark.parent
            while place and not place.css_matches(PLACES):
                place = place.parent
            offered = [chip.text() for chip in place.css(".sources > u")] if place else []
            if not any(
                mark.text() in words.removeprefix("Sources ").removeprefix("Source ").split(", ") for words in offered
            ):
                alone.append(f"{name}: {mark.html}")

    assert alone == []
