"""Every page of the real guide, opened in a real browser under the headers that it is published with."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser
from tests.browser.access import NARROWEST, SIDEWAYS, SPACED, letters_twice_as_large, violations
from tests.browser.visit import PHONE, Visit
from tests.page_kinds import old_addresses
from tests.pdfs import WORD, pages_of
from tests.real_guide import real_edition

from crpsguide.model import Figure

WRITTEN = sorted(str(one.address) for one in real_edition().site.pages.values())
LONGEST = max(WRITTEN, key=lambda one: len(real_edition().files[PurePosixPath(one)]), default="index.html")
EVERY_SO_MANY = 25
# Each picture anew, as it is before its file has come.
HOLD_BACK = """for (const one of [...document.images]) {
    const other = document.createElement("img");
    for (const { name, value } of one.attributes) other.setAttribute(name, name === "src" ? "held.svg" : value);
    one.replaceWith(other);
}"""


def _addresses() -> list[str]:
    """Every written page; of the hundreds that one template draws, such as sources, some and the longest."""
    folders: dict[str, list[str]] = {}
    old = old_addresses(real_edition().site)
    for one in sorted(real_edition().files):
        if one.suffix == ".html" and str(one) not in WRITTEN and one not in old:
            folders.setdefault(str(one.parent), []).append(str(one))
    drawn: list[str] = []
    for names in folders.values():
        longest = max(names, key=lambda name: len(real_edition().files[PurePosixPath(name)]))
        indexes = [name for name in names if name.endswith("index.html")]
        drawn += {longest, *indexes, *names[::EVERY_SO_MANY]}
    return sorted({*WRITTEN, *drawn}) or ["index.html"]


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield Visit(context, site)
    context.close()


@pytest.mark.parametrize("address", _addresses())
def test_a_page_is_open_to_everyone_on_the_smallest_screens(address: str, visit: Visit, axe: str) -> None:
    visit.page.set_viewport_size(PHONE)
    page = visit.open(address)
    page.evaluate(axe)

    assert page.evaluate(SIDEWAYS) == 0
    assert violations(page) == []
    page.set_viewport_size(NARROWEST)
    assert page.evaluate(SIDEWAYS) == 0
    with letters_twice_as_large(page):
        assert page.evaluate(SIDEWAYS) == 0
    assert page.evaluate(SPACED) != "normal"
    assert page.evaluate(SIDEWAYS) == 0
    assert visit.complaints == []


def test_words_stay_where_they_are_when_a_picture_comes(browser: Browser, site: Path) -> None:
    edition = real_edition()
    shown = (one for one in edition.site.pages.values() if Figure.kind in one.gist.block_kinds)
    address = next((one.address for one in shown), None)
    if address is None:
        pytest.skip("no page of the guide shows a picture")
    context = browser.new_context(viewport=PHONE, service_workers="block")
    page = context.new_page()
    page.route("**/held.svg", lambda route: None)  # never answered
    page.goto((site / address).as_uri())
    page.wait_for_function("document.fonts.ready")

    shown = page.evaluate("[...document.images].every((one) => one.naturalWidth)")
    height = page.evaluate("document.body.scrollHeight")
    with page.expect_request("**/held.svg"):
        page.evaluate(HOLD_BACK)

    assert shown
    assert page.evaluate("document.body.scrollHeight") == height
    context.close()


def test_each_printed_sheet_bears_the_title(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / LONGEST).as_uri())

    sheets = pages_of(page.pdf(format="A4"))

    title = WORD.findall(page.title())
    assert len(sheets) > 1
    assert [sheet for sheet in sheets if " ".join(title) not in " ".join(sheet)] == []
    page.close()


def test_the_first_page_opens_from_the_disk(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))

    page.goto((site / "index.html").as_uri())

    assert len(asked) > 1
    assert all(one.startswith(site.as_uri()) for one in asked)
    context.close()
