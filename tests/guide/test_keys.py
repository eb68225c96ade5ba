"""The number of tab stops of each page: every press of a key may hurt, and a switch device is slow."""

import re
from pathlib import PurePosixPath
from statistics import median

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.real_guide import real_edition

FOCUSABLE = "a[href], button, input, select, textarea, summary"
# Not focusable until they are opened.
COLLAPSED = "[tabindex='-1'], [popover] *, [hidden] *, details:not([open]) > :not(summary) *"
# Lists of links and forms, whose length is the purpose of their page, are not counted.
LISTS_AND_FORMS = ".rows, .glossary, .organisations, .paths, .contacts, .sheet"
MAX_MEDIAN_STOPS = 80
MAX_STOPS = 105  # of a page with its header and footer
# Longer lists are collapsed: expanded, they had a third of the tab stops and of the height of a page on a phone.
MAX_OPEN_SOURCES = 3
PASSAGES = "p, li, td, th, dd, figcaption, blockquote, caption"
CONTENT_PAGES = sorted(str(page.address) for page in real_edition().site.pages.values()) or ["index.html"]
ALL_PAGES = sorted(str(one) for one in real_edition().files if one.suffix == ".html") or ["index.html"]


def parsed(name: str) -> LexborHTMLParser:
    return LexborHTMLParser(real_edition().files[PurePosixPath(name)].decode())


def tab_stops(page: LexborHTMLParser) -> list[LexborNode]:
    unseen = {one.mem_id for one in page.css(COLLAPSED)}
    return [one for one in page.css(FOCUSABLE) if one.mem_id not in unseen]


@pytest.mark.parametrize("name", CONTENT_PAGES)
def test_a_page_has_few_tab_stops(name: str) -> None:
    page = parsed(name)
    in_lists = {one.mem_id for part in page.css(LISTS_AND_FORMS) for one in part.css(FOCUSABLE)}

    assert len([one for one in tab_stops(page) if one.mem_id not in in_lists]) <= MAX_STOPS


def test_the_median_page_has_even_fewer_tab_stops() -> None:
    assert median(len(tab_stops(parsed(name))) for name in CONTENT_PAGES) <= MAX_MEDIAN_STOPS


@pytest.mark.parametrize("name", CONTENT_PAGES)
def test_a_long_list_of_sources_is_collapsed(name: str) -> None:
    page = parsed(name)

    assert len(page.css(".references > .references__list > li")) <= MAX_OPEN_SOURCES
    assert page.css("details[open]") == []


def test_every_citation_mark_without_tab_stop_has_a_chip_in_its_passage() -> None:
    marks = ((name, mark) for name in ALL_PAGES for mark in parsed(name).css("a.mark[tabindex='-1']"))

    assert [f"{name}: {mark.html}" for name, mark in marks if mark.text() not in cited_by_chips(mark)] == []


def cited_by_chips(mark: LexborNode) -> set[str]:
    """The source numbers on the focusable chips of the passage around a citation mark."""
    passage = mark.parent
    while passage and not passage.css_matches(PASSAGES):
        passage = passage.parent
    chips = passage.css(".sources > u") if passage else ()
    return {number for chip in chips for number in re.sub("^Sources? ", "", chip.text()).split(", ")}
