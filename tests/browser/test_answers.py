"""What people ask first: from the first page at most two taps on a phone, and never far to scroll."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.visit import PHONE, Visit

MOST_SCREENS = 2.0  # from the top of a page, or of the part that a link leads to
# Each question, the links to tap from the first page on, and words of the answer.
WAYS = {
    "What is it, and is it real?": (["about-crps/what-is-crps.html"], "a real, long-lasting pain condition"),
    "What are the signs?": (["symptoms/overview.html"], "Doctors look at feeling, heat"),
    "Will it get better?": (["about-crps/outlook.html"], "may ease a lot within 6 to 13 months"),
    "Which treatment helps?": (["treatments/all-choices.html"], "No treatment is known to be best"),
    "How sure is that?": (["treatments/all-choices.html"], "good proof is missing"),
    "What harms?": (["treatments/all-choices.html", "#what-if-i-change-nothing"], "What may go wrong"),
    "What about ketamine?": (["ketamine/ketamine-in-5-minutes.html"], "mild to moderate mind effects"),
    "When is it an emergency?": (["start/urgent-help.html"], "you have chest pain or trouble breathing"),
    "Can it spread?": (["about-crps/what-is-crps.html", "spread.html"], "is likely to stay in one arm or leg"),
    "What do I do in a flare?": (["symptoms/flares.html", "#what-you-can-do"], "Move a little, gently"),
    "What do I ask?": (["tools/visit-planner.html", "#questions-to-choose-from"], "What else could it be?"),
}
# How far below the top of the page, or of its target, the first thing with these words begins, in screens.
DEPTH = """(words) => {
    const top = (one) => one.getBoundingClientRect().top;
    const start = document.querySelector(":target") ?? document.documentElement;
    const found = [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()
        && one.textContent.replaceAll(/\\s+/g, " ").includes(words) && top(one) >= top(start));
    const inmost = found.find((one) => !found.some((other) => one !== other && one.contains(other)));
    return inmost ? (top(inmost) - top(start)) / innerHeight : Infinity;
}"""


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield Visit(context, site)
    context.close()


@pytest.mark.parametrize(("links", "answer"), WAYS.values(), ids=WAYS)
def test_an_answer_is_two_taps_and_two_screens_away(links: list[str], answer: str, visit: Visit) -> None:
    page = visit.open("index.html")
    for link in links:
        way = page.locator(f'a[href$="{link}"]:visible').first
        box = way.bounding_box()
        assert box
        assert box["y"] + page.evaluate("scrollY") <= MOST_SCREENS * PHONE["height"]
        way.click()
        page.wait_for_load_state()

    assert page.evaluate(DEPTH, answer) <= MOST_SCREENS
