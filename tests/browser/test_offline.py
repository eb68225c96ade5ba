"""With no signal: what a first visit keeps, what a reader may ask for, and that all of it can be taken away."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.visit import PHONE, served

PAGE, URGENT, NEVER_OPENED = "about/cold-feet.html", "about/urgent-help.html", "tools/glossary.html"
STYLES = "pictures.css"  # of the page
KEPT = "caches.open('guide').then(copies => copies.keys()).then(all => all.map(one => new URL(one.url).pathname))"
KEEP_STYLE = """([name, minutes]) => caches.open("guide").then((copies) => copies.put(new URL(name, SITE),
    new Response("body { --kept: yes }", { headers: { "Content-Type": "text/css",
        Date: new Date(Date.now() - minutes * 60_000).toUTCString() } })))"""
UNTIL_IT_WORKS = """() => new Promise((done) => navigator.serviceWorker.controller ? done()
    : navigator.serviceWorker.addEventListener("controllerchange", () => done()))"""
UNTIL_KEPT = """(name) => new Promise((done) => {
    const look = async () => (await caches.match(new URL(name, SITE))) ? done() : setTimeout(look, 20);
    look();
})"""


@pytest.fixture(scope="module")
def home(small_site: Path) -> Iterator[str]:
    with served(small_site) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


def _first_visit(context: BrowserContext, home: str) -> Page:
    page = context.new_page()
    page.goto(home + PAGE)
    page.evaluate(UNTIL_IT_WORKS)
    page.evaluate(UNTIL_KEPT, PAGE)
    page.evaluate(UNTIL_KEPT, STYLES)  # they come last
    return page


def test_a_first_visit_keeps_urgent_help_the_page_and_the_style(context: BrowserContext, home: str) -> None:
    page = _first_visit(context, home)

    assert {*page.evaluate(KEPT)} == {
        *("/scripts.js", f"/{PAGE}", "/pictures.css", f"/{URGENT}", "/lists.css"),
        *("/offline.html", "/styles.css", "/offline.js"),
    }
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert context.cookies() == []


def test_a_page_that_was_kept_has_its_drawings_with_it(context: BrowserContext, home: str) -> None:
    page = context.new_page()
    page.goto(f"{home}examples/figure.html")
    page.evaluate(UNTIL_IT_WORKS)
    page.evaluate(UNTIL_KEPT, "examples/figure.html")

    context.set_offline(True)
    page.reload()

    assert page.get_by_role("img", name="Two feet side by side").evaluate("one => one.naturalWidth") > 0
    assert "/media/feet.svg" not in page.evaluate(KEPT)


def test_a_first_visit_keeps_pictures_that_are_files(context: BrowserContext, home: str, small_site: Path) -> None:
    drawn = (small_site / "examples/figure.html").read_text("utf-8")
    photo = re.sub(r'(<img [^>]*src=)"data:[^"]*"', r'\1"../icon-192.png"', drawn)
    address = f"{home}examples/figure.html"
    context.route(address, lambda route: route.fulfill(body=photo, content_type="text/html"))
    page = context.new_page()

    page.goto(address)
    page.evaluate(UNTIL_IT_WORKS)
    page.evaluate(UNTIL_KEPT, "icon-192.png")

    assert "/icon-192.png" in page.evaluate(KEPT)


def test_a_first_visit_by_a_dead_link_keeps_urgent_help_all_the_same(
    context: BrowserContext, home: str, small_site: Path
) -> None:
    missing = (small_site / "404.html").read_text("utf-8")
    context.route(f"{home}gone.html", lambda route: route.fulfill(status=404, body=missing, content_type="text/html"))
    page = context.new_page()

    page.goto(f"{home}gone.html")
    page.get_by_role("region", name="On this device").wait_for()  # its script comes once the guide is found
    page.evaluate(UNTIL_KEPT, "offline.js")  # the last

    assert {f"/{name}" for name in (URGENT, "styles.css", "scripts.js")} <= {*page.evaluate(KEPT)}


def test_urgent_help_that_nobody_opened_has_its_style_with_no_signal(context: BrowserContext, home: str) -> None:
    page = _first_visit(context, home)

    context.set_offline(True)
    page.goto(home + URGENT)

    assert page.evaluate("getComputedStyle(document.querySelector('.urgent-help')).display") == "flex"


@pytest.mark.parametrize("address", [PAGE, URGENT])
def test_what_was_kept_can_be_read_with_no_signal(address: str, context: BrowserContext, home: str) -> None:
    page = _first_visit(context, home)
    online = page.goto(home + address)
    heading = page.get_by_role("heading", level=1).inner_text()

    context.set_offline(True)
    page.reload()

    assert online is not None
    assert page.get_by_role("heading", level=1).inner_text() == heading
    assert page.evaluate("getComputedStyle(document.querySelector('.urgent-help')).display") == "flex"


def test_a_page_that_was_not_kept_says_so_and_leads_to_those_that_were(context: BrowserContext, home: str) -> None:
    page = _first_visit(context, home)

    context.set_offline(True)
    page.goto(home + NEVER_OPENED)

    assert page.get_by_role("heading", level=1).inner_text() == "There is no signal"
    page.get_by_role("main").get_by_role("link", name="Walking for cold feet").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Walking for cold feet"


def test_with_a_signal_the_page_of_today_comes_before_the_copy(context: BrowserContext, home: str) -> None:
    page = _first_visit(context, home)
    page.evaluate("caches.open('guide').then(copies => copies.put(location.href, new Response('old')))")

    page.reload()

    assert page.get_by_role("heading", level=1).inner_text() == "Walking for cold feet"


@pytest.mark.parametrize(("minutes", "kept"), [pytest.param(5, "yes", id="young"), pytest.param(15, "", id="old")])
def test_only_a_young_copy_of_a_style_is_not_asked_for_anew(
    minutes: int, kept: str, context: BrowserContext, home: str
) -> None:
    page = _first_visit(context, home)
    page.evaluate(KEEP_STYLE, [STYLES, minutes])

    page.reload()

    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--kept')") == kept


def test_the_whole_guide_is_kept_when_asked_and_its_size_told_before(
    context: BrowserContext, home: str, small_site: Path
) -> None:
    page = _first_visit(context, home)
    page.get_by_role("button", name="Keep the whole guide on this device").click()
    whole = json.loads((small_site / "whole-guide.json").read_text("utf-8"))
    page.get_by_text("The whole guide takes 1 MB on this device.").wait_for()
    assert len(page.evaluate(KEPT)) < len(whole["files"])  # nothing before the second touch

    page.evaluate("caches.open('guide').then(copies => copies.put('/gone.html', new Response('old')))")
    page.get_by_role("button", name="Keep it (1 MB)").click()
    page.get_by_text("The whole guide was kept on this device on").wait_for()

    assert {f"/{name}" for name in whole["files"]} == {*page.evaluate(KEPT)}
    context.set_offline(True)
    page.goto(home + NEVER_OPENED)
    assert page.get_by_role("heading", level=1).inner_text() == "Words explained"


def test_all_copies_can_be_removed_and_do_not_come_back(context: BrowserContext, home: str) -> None:
    page = _first_visit(context, home)

    page.get_by_role("button", name="Remove all copies").click()
    page.get_by_text("No copies of pages are kept on this device.").wait_for()
    page.goto(home + URGENT)

    assert page.get_by_text("No copies of pages are kept on this device.").is_visible()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_the_guide_can_be_put_on_the_first_screen(context: BrowserContext, home: str) -> None:
    page = _first_visit(context, home)

    manifest = page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(one => one.json())")

    assert manifest["name"] == "The cold feet guide"
    icons = [
        page.evaluate("name => fetch(new URL(name, SITE)).then(one => one.ok)", one["src"]) for one in manifest["icons"]
    ]
    assert icons == [True, True, True]
