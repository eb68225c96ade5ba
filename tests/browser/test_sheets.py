"""Sheets to fill in: nothing is kept, nothing leaves the device, unless the reader says so."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page
from pypdf import PdfReader
from tests.browser.visit import PHONE, Visit

FIELDS, DIARY, CHECKLIST = "examples/fields.html", "examples/diary.html", "examples/checklist.html"
STORED = "localStorage.length + sessionStorage.length"


@pytest.fixture
def visit(browser: Browser, small_site: Path) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield Visit(context, small_site)
    context.close()


def _fill(page: Page) -> None:
    page.get_by_label("Where did I go?").fill("To the sea")
    page.get_by_label("What was hard?").fill("The wind.\nThe way back.")
    page.get_by_label("a little").check()
    page.get_by_label("company").check()


def test_what_is_typed_is_neither_sent_nor_kept(visit: Visit) -> None:
    page = visit.open(FIELDS)
    visit.asked.clear()

    _fill(page)

    assert (visit.asked, visit.complaints) == ([], [])
    assert page.evaluate(STORED) == 0
    assert page.context.cookies() == []
    page = visit.open(FIELDS)
    assert page.get_by_label("Where did I go?").input_value() == ""


def _questions(page: Page) -> list[str]:
    """The kinds of what the browser asks from now on; each is answered with yes."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    return asked


@pytest.mark.parametrize(
    ("kept", "expected"),
    [pytest.param(False, ["beforeunload"], id="asks first"), pytest.param(True, [], id="kept, so nothing is lost")],
)
def test_a_link_takes_away_nothing_that_was_typed(kept: bool, expected: list[str], visit: Visit) -> None:
    page = visit.open(FIELDS)
    asked = _questions(page)
    if kept:
        page.get_by_role("button", name="Keep on this device").click()
    page.get_by_label("Where did I go?").fill("To the sea")

    page.locator(".urgent-help, .site-nav__name").first.click()
    page.wait_for_url(lambda address: not address.endswith(FIELDS))

    assert asked == expected


def test_an_empty_sheet_lets_its_reader_go(visit: Visit) -> None:
    page = visit.open(FIELDS)
    asked = _questions(page)
    page.get_by_label("Where did I go?").fill("To the sea")
    page.get_by_label("Where did I go?").fill("")

    page.locator(".site-nav__name").click()
    page.wait_for_url(lambda address: not address.endswith(FIELDS))

    assert asked == []


def test_what_is_typed_is_kept_on_the_device_when_asked(visit: Visit) -> None:
    page = visit.open(FIELDS)
    page.get_by_label("Where did I go?").fill("To the sea")
    visit.asked.clear()

    page.get_by_role("button", name="Keep on this device").click()
    _fill(page)

    assert (visit.asked, visit.complaints) == ([], [])
    assert page.context.cookies() == []
    page = visit.open(FIELDS)
    assert page.get_by_label("Where did I go?").input_value() == "To the sea"
    assert page.get_by_label("What was hard?").input_value() == "The wind.\nThe way back."
    assert page.get_by_label("a little").is_checked()
    assert page.get_by_label("company").is_checked()
    assert not page.get_by_label("slow start").is_checked()


def test_one_button_erases_all_sheets(visit: Visit) -> None:
    page = visit.open(CHECKLIST)
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("checkbox").first.check()
    page = visit.open(FIELDS)
    page.get_by_role("button", name="Keep on this device").click()
    _fill(page)
    visit.asked.clear()

    page.get_by_role("button", name="Erase all that I typed").click()
    page.get_by_role("button", name="Yes, erase it").click()

    assert page.evaluate(STORED) == 0
    assert page.get_by_label("Where did I go?").input_value() == ""
    assert not page.get_by_label("a little").is_checked()
    assert (visit.asked, visit.complaints) == ([], [])
    assert not visit.open(CHECKLIST).get_by_role("checkbox").first.is_checked()


def test_a_stray_touch_erases_nothing(visit: Visit) -> None:
    page = visit.open(FIELDS)
    _fill(page)

    page.get_by_role("button", name="Erase all that I typed").click()
    page.get_by_role("button", name="No", exact=True).click()

    assert page.get_by_label("Where did I go?").input_value() == "To the sea"


def test_keeping_can_stop_while_the_sheet_stays(visit: Visit) -> None:
    page = visit.open(FIELDS)
    page.get_by_role("button", name="Keep on this device").click()
    _fill(page)

    page.get_by_role("button", name="Stop keeping it").click()
    page.get_by_label("Where did I go?").fill("Elsewhere")

    assert page.evaluate(STORED) == 0
    assert page.get_by_label("Where did I go?").input_value() == "Elsewhere"


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    visit = Visit(context, small_site)
    page = visit.open(FIELDS)

    page.get_by_role("button", name="Keep on this device").click()

    assert page.get_by_text("This browser does not allow it").is_visible()
    assert visit.complaints == []
    context.close()


def test_paper_shows_all_that_was_typed(visit: Visit) -> None:
    page = visit.open(FIELDS)
    _fill(page)

    page.emulate_media(media="print")

    assert page.get_by_text("The wind. The way back.").is_visible()
    assert not page.get_by_label("What was hard?").is_visible()
    assert page.get_by_label("When was it?").is_visible()  # an empty line to write on
    assert not page.get_by_role("button", name="Keep on this device").is_visible()
    page.emulate_media(media="screen")
    assert page.get_by_label("What was hard?").is_visible()


def test_a_diary_draws_what_was_entered_and_tells_it_in_words(visit: Visit) -> None:
    page = visit.open(DIARY)
    assert page.locator(".chart").count() == 0

    page.get_by_label("Monday: Pain").select_option("7")
    assert page.locator(".chart").count() == 0  # one number is no line
    page.get_by_label("Tuesday: Pain").select_option("3")

    assert page.get_by_role("img", name="Pain, as a line of dots").count() == 1
    assert page.locator(".chart__twin").inner_text() == "Monday: 7. Tuesday: 3."
    high, low = (float(dot.get_attribute("cy") or 0) for dot in page.locator(".chart__dot").all())
    assert high < low  # 7 stands above 3
    page.get_by_label("Monday: Pain").select_option("")
    assert page.locator(".chart").count() == 0
    assert visit.complaints == []


def test_a_chart_names_its_weeks_and_does_not_count_its_dots(visit: Visit) -> None:
    page = visit.open(DIARY)

    page.get_by_label("Week before: Mood").select_option("2")
    page.get_by_label("Week 8: Mood").select_option("6")

    assert page.locator(".chart__words").all_text_contents() == ["0", "10", "before", "1", "8"]


def test_a_diary_with_charts_begins_on_paper_below_its_heading(visit: Visit) -> None:
    page = visit.open(DIARY)
    for day in ("Monday", "Tuesday"):
        page.get_by_label(f"{day}: Pain").select_option("7")

    first, *_ = PdfReader(BytesIO(page.pdf(width="21cm", height="16cm"))).pages  # too short for table and chart

    assert "Tuesday" in first.extract_text()


def test_kept_words_of_somebody_else_do_no_harm(visit: Visit) -> None:
    page = visit.open(FIELDS)
    page.evaluate("localStorage.setItem('guide-sheet:/examples/fields.html', '[broken')")

    page = visit.open(FIELDS)

    assert page.get_by_label("Where did I go?").input_value() == ""
    assert visit.complaints == []
