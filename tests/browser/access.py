"""What a page has to be for everyone: looked over by axe-core, and never wider than the screen."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, ViewportSize
from tests.browser.visit import PHONE

NARROWEST: ViewportSize = {"width": 320, "height": 640}  # WCAG 2.2, 1.4.10: 1280 pixels at 400%
DESK: ViewportSize = {"width": 1280, "height": 800}
LETTERS = 16  # pixels, as browsers come
FEWEST_PASSES = 20  # a blank page passes too, but fewer rules
AXE = """axe.run(document, {preload: false, resultTypes: ['violations'], runOnly:
    ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.2, 1.4.12. The policy of the site forbids styles from elsewhere, but not those of the browser's own tools.
SPACED = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`* { line-height: 1.5 !important;
    letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet]; return getComputedStyle(document.body).letterSpacing }"""
MOVING = "document.getAnimations().length"
MODES: Mapping[str, Mapping[str, Any]] = {
    "desk": {"viewport": DESK},
    "dark": {"viewport": PHONE, "color_scheme": "dark"},
    "forced colours": {"viewport": PHONE, "forced_colors": "active"},
    "more contrast": {"viewport": PHONE, "contrast": "more"},
    "zoom 400%": {"viewport": {"width": 320, "height": 256}},
}


def violations(page: Page) -> list[str]:
    """What axe finds wrong, each with its element. The page must have been given the script of axe."""
    result: dict[str, Any] = page.evaluate(AXE)
    assert len(result["passes"]) > FEWEST_PASSES
    return [f"{one['id']}: {one['help']}: {node['html']}" for one in result["violations"] for node in one["nodes"]]


@contextmanager
def letters_twice_as_large(page: Page) -> Iterator[None]:
    """As a reader sets them in the browser (WCAG 2.2, 1.4.4)."""
    tools = page.context.new_cdp_session(page)
    tools.send("Page.setFontSizes", {"fontSizes": {"standard": 2 * LETTERS}})
    yield
    tools.send("Page.setFontSizes", {"fontSizes": {"standard": LETTERS}})
    tools.detach()
