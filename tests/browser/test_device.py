"""What readers may choose for their device: colours and listening. And what is kept without being asked: nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from tests.browser.access import SIDEWAYS, violations
from tests.browser.visit import PHONE, Visit

STATES = {
    "results": (
        "search/index.html",
        "() => { const field = document.querySelector('.search__field'); field.value = 'walking';"
        " field.form.requestSubmit() }",
    ),
    "nothing found": (
        "search/index.html",
        "() => { const field = document.querySelector('.search__field'); field.value = 'xylophone';"
        " field.form.requestSubmit() }",
    ),
    "claims": (
        "examples/claim-checker.html",
        "() => { const field = document.querySelector('.claim-checker textarea');"
        " field.value = 'Walking cures cold feet in a week.'; field.form.requestSubmit() }",
    ),
    "chart": (
        "examples/diary.html",
        "() => { for (const one of document.querySelectorAll('.sheet select')) { one.selectedIndex = 1;"
        " one.dispatchEvent(new Event('input', { bubbles: true })) } }",
    ),
    "kept sheet": ("examples/fields.html", "() => document.querySelector('.sheet--kept button').click()"),
    "no signal": ("offline.html", "() => null"),
    "listening": ("about/cold-feet.html", "() => document.querySelector('.listen').click()"),
}
# What a search or a comparison found; its scripts come at its first use.
UNTIL_ANSWERED = """
() => Promise.all([...document.querySelectorAll("form[data-scripts]")].map((form) => new Promise((done) => {
  const look = () => form.nextElementSibling.textContent ? done() : setTimeout(look, 20);
  look();
})))
"""
PAGE = "about/cold-feet.html"
FINGER = 44  # pixels: WCAG 2.2, 2.5.5
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(244, 240, 230)", "rgb(21, 25, 27)"
# A browser without a screen has no voices, so one is made up: it notes what it is asked to say.
VOICES = """
const voices = %s;
window.said = [];
window.cancelled = 0;
let speaking = null;
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  speak: (utterance) => { window.said.push(utterance.text); speaking = utterance; },
  cancel: () => { window.cancelled += 1; speaking = null; },
  addEventListener: () => {},
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.sayNext = () => speaking.onend();
"""
LOCAL = '[{ lang: "en-GB", localService: true }]'
REMOTE = '[{ lang: "en-GB", localService: false }]'
FOREIGN = '[{ lang: "de-DE", localService: true }]'


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield context
    context.close()


@pytest.mark.parametrize(("choice", "colour"), [("Light", LIGHT), ("Dark", DARK)])
def test_a_choice_of_colours_holds_for_the_next_page(
    choice: str, colour: str, context: BrowserContext, small_site: Path
) -> None:
    visit = Visit(context, small_site)
    visit.open(PAGE).get_by_label(choice, exact=True).check()

    assert visit.page.evaluate(BACKGROUND) == colour
    page = visit.open("index.html")
    assert page.evaluate(BACKGROUND) == colour
    assert page.get_by_label(choice, exact=True).is_checked()
    assert page.locator("meta[name=color-scheme]").get_attribute("content") == choice.lower()
    assert visit.complaints == []


def test_each_choice_of_colours_is_as_large_as_a_finger(context: BrowserContext, small_site: Path) -> None:
    page = Visit(context, small_site).open(PAGE)

    boxes = [one.bounding_box() for one in page.locator(".device label").all()]

    assert [box for box in boxes if not box or min(box["width"], box["height"]) < FINGER] == []
    assert len(boxes) == 3


def test_as_my_device_forgets_the_choice(context: BrowserContext, small_site: Path) -> None:
    page = Visit(context, small_site).open(PAGE)
    page.get_by_label("Dark", exact=True).check()

    page.get_by_label("As my device").check()

    assert page.evaluate("localStorage.length") == 0
    page.emulate_media(color_scheme="light")
    assert page.evaluate(BACKGROUND) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(BACKGROUND) == DARK


@pytest.mark.parametrize(
    ("width", "way"),
    [
        pytest.param(390, ["Menu", "Switch to dark"], id="in the menu"),
        pytest.param(1280, ["Switch to dark"], id="beside the search"),
    ],
)
def test_whom_light_hurts_finds_the_dark_at_the_head_of_the_page(
    width: int, way: list[str], context: BrowserContext, small_site: Path
) -> None:
    page = Visit(context, small_site).open(PAGE)
    page.set_viewport_size({"width": width, "height": 844})
    other = page.get_by_role("button", name="Switch to")

    for name in way:
        page.get_by_role("button", name=name).click()

    assert page.evaluate(BACKGROUND) == DARK
    assert page.evaluate("scrollY") == 0
    assert page.get_by_label("Dark", exact=True).is_checked()
    assert other.inner_text() == "Switch to light"
    other.click()
    assert page.evaluate(BACKGROUND) == LIGHT


def test_the_way_to_the_dark_follows_the_device(context: BrowserContext, small_site: Path) -> None:
    page = Visit(context, small_site).open(PAGE)

    page.emulate_media(color_scheme="dark")

    expect(page.locator(".site-nav").get_by_text("Switch to light")).to_have_count(1)  # with the next frame


def test_without_scripts_nothing_is_offered_that_cannot_work(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Visit(context, small_site).open(PAGE)

    assert page.get_by_text("On this device").count() == 0
    assert page.get_by_role("button", name="Listen").count() == 0
    context.close()


def test_a_page_is_read_aloud_one_sentence_at_a_time(context: BrowserContext, small_site: Path) -> None:
    context.add_init_script(VOICES % LOCAL)
    page = Visit(context, small_site).open(PAGE)

    page.get_by_role("button", name="Listen to this page").click()
    assert page.evaluate("said") == ["Walking for cold feet"]
    for _ in range(9):
        page.evaluate("sayNext()")

    said = page.evaluate("said")
    assert len(said) == 10
    assert said.count("Walking may help.") == 1  # and not the number of its source
    assert not any("Source" in one for one in said)
    assert all(one.count(". ") == 0 for one in said)


def test_stop_is_the_same_button(context: BrowserContext, small_site: Path) -> None:
    context.add_init_script(VOICES % LOCAL)
    page = Visit(context, small_site).open(PAGE)
    button = page.locator(".listen")

    button.click()
    assert button.inner_text() == "Stop"
    button.click()

    assert button.inner_text() == "Listen to this page"
    assert page.evaluate("cancelled") > 0
    assert page.evaluate("said").__len__() == 1


def test_leaving_the_page_ends_the_reading(context: BrowserContext, small_site: Path) -> None:
    context.add_init_script(VOICES % LOCAL)
    page = Visit(context, small_site).open(PAGE)
    page.locator(".listen").click()
    before = page.evaluate("cancelled")

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    assert page.evaluate("cancelled") == before + 1


@pytest.mark.parametrize("voices", [pytest.param(REMOTE, id="voice of a company"), FOREIGN, "[]"])
def test_listening_is_offered_with_a_voice_of_the_device_and_language_alone(
    voices: str, context: BrowserContext, small_site: Path
) -> None:
    context.add_init_script(VOICES % voices)

    assert Visit(context, small_site).open(PAGE).locator(".listen").count() == 0


def test_a_first_view_asks_for_few_files_and_keeps_nothing(context: BrowserContext, small_site: Path) -> None:
    visit = Visit(context, small_site)

    page = visit.open(PAGE)

    assert {*visit.asked} <= {PAGE, "pictures.css", "scripts.js", "icon.svg", "manifest.webmanifest"}
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert context.cookies() == []
    assert visit.complaints == []


@pytest.mark.parametrize("choice", ["Light", "Dark"])
@pytest.mark.parametrize(("address", "act"), STATES.values(), ids=STATES.keys())
def test_what_scripts_add_is_open_to_everyone(
    address: str, act: str, choice: str, context: BrowserContext, small_site: Path, axe: str
) -> None:
    context.add_init_script(VOICES % LOCAL)
    visit = Visit(context, small_site)
    page = visit.open(address)
    page.get_by_label(choice, exact=True).check()

    page.evaluate(act)
    page.evaluate(UNTIL_ANSWERED)

    page.evaluate(axe)
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) == 0
    assert visit.complaints == []
