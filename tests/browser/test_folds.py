"""What is folded opens for who is led into it, is found, and is printed: the list of sources at the end of a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.visit import HOME, PHONE, WITHOUT_HAS, Visit
from tests.guide.test_keys import MAX_OPEN_SOURCES, parsed
from tests.real_guide import real_edition


def _has_folded_list_and_visible_mark(address: str) -> bool:
    page = parsed(address)
    is_folded = len(page.css(".references__list > li")) > MAX_OPEN_SOURCES
    return is_folded and len(page.css("a.mark")) > len(page.css("details a.mark"))


PAGE = next(
    (
        str(page.address)
        for page in real_edition().site.pages.values()
        if _has_folded_list_and_visible_mark(str(page.address))
    ),
    "index.html",
)
FOLD = ".references > details"
IS_SEEN = "one => { const { top, bottom } = one.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight }"
# A browser that does not open what it leads to: closed again behind its back, and told of a way that it has gone.
AS_IF_OLD = """() => { document.querySelector(".references > details").open = false;
    dispatchEvent(new HashChangeEvent("hashchange")) }"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Page:
    return Visit(context, site).open(PAGE)


def test_the_list_of_sources_waits_folded_behind_a_target_for_a_finger(page: Page) -> None:
    fold, summary = page.locator(FOLD), page.locator(f"{FOLD} > summary")
    box = summary.bounding_box()

    assert not fold.evaluate("one => one.open")
    assert not page.locator("#source-1").is_visible()
    assert box
    assert box["height"] >= 44
    assert summary.evaluate("one => getComputedStyle(one).display") == "list-item"  # with its triangle
    assert fold.locator("h1, h2, h3, h4").count() == 0


def test_the_keyboard_opens_the_list_of_sources(page: Page) -> None:
    page.locator(f"{FOLD} > summary").focus()

    page.keyboard.press("Enter")

    assert page.locator("#source-1").is_visible()


def test_a_mark_opens_the_list_at_its_source_and_there_is_a_way_back(page: Page) -> None:
    mark = page.locator("a.mark:visible").last
    source = page.locator(mark.get_attribute("href") or "")

    mark.click()

    assert source.evaluate(IS_SEEN)
    source.get_by_role("link", name="Back to the text").click()
    assert page.locator(":target").evaluate(IS_SEEN)
    assert page.get_by_role("link", name="Back to the text").count() == 0


def test_a_link_from_another_page_opens_the_list_at_its_source(context: BrowserContext, site: Path) -> None:
    page = Visit(context, site).open("index.html")

    page.goto(f"{HOME}{PAGE}#source-2")

    assert page.locator("#source-2").evaluate(IS_SEEN)


def test_a_browser_that_opens_nothing_by_itself_is_helped(page: Page) -> None:
    page.goto(f"{HOME}{PAGE}#source-2")

    page.evaluate(AS_IF_OLD)

    assert page.locator("#source-2").evaluate(IS_SEEN)


def test_a_browser_that_knows_no_selector_for_what_holds_another_is_helped(context: BrowserContext, site: Path) -> None:
    context.add_init_script(WITHOUT_HAS)
    page = Visit(context, site).open(f"{PAGE}#source-2")

    page.evaluate(AS_IF_OLD)

    assert page.locator("#source-2").evaluate(IS_SEEN)
    assert page.get_by_role("radio", name="Dark").is_visible()  # what the same script makes after it


def test_who_comes_back_finds_the_list_open_at_the_source(page: Page) -> None:
    page.locator("a.mark:visible").last.click()
    page.locator(":target a").first.click()

    page.go_back()

    assert page.locator(":target").is_visible()


def test_paper_shows_each_source_of_a_folded_list(page: Page) -> None:
    page.emulate_media(media="print")

    sources = page.locator(".references__list > li").all()

    assert len(sources) > MAX_OPEN_SOURCES
    assert all(one.bounding_box() for one in sources)
    assert all(one.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })") for one in sources)
    assert not page.locator(f"{FOLD} > summary").is_visible()
