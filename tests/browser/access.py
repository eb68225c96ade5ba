"""What a page has to be for everyone: looked over by axe-core, and never wider than the screen."""

from typing import Any

from playwright.sync_api import Page, ViewportSize

DESK: ViewportSize = {"width": 1280, "height": 800}
FEWEST_PASSES = 20  # a blank page passes too, but fewer rules
AXE = """axe.run(document, {preload: false, resultTypes: ['violations'], runOnly:
    ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page) -> list[str]:
    """What axe finds wrong, each with its element. The page must have been given the script of axe."""
    result: dict[str, Any] = page.evaluate(AXE)
    assert len(result["passes"]) > FEWEST_PASSES
    return [f"{one['id']}: {one['help']}: {node['html']}" for one in result["violations"] for node in one["nodes"]]
