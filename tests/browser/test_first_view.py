"""What a browser asks for when a page is opened for the first time, as the server sees it."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser
from tests.browser.visit import PHONE, served
from tests.page_kinds import pages_by_kind
from tests.real_guide import real_edition

MOST_REQUESTS = 3  # the page, its styles, its script
MOST_BYTES = 30_000  # of them all, packed
LOADED_AT = """performance.timeOrigin + performance.getEntriesByType("navigation")[0].loadEventStart"""
KEEPS = "caches.open('guide').then((copies) => copies.keys()).then((all) => all.length > 0)"


def _addresses() -> dict[str, str]:
    """A page of each kind, and the one with most drawings."""
    edition = real_edition()
    drawings = {one: file.count(b"data:image/svg") for one, file in edition.files.items() if one.suffix == ".html"}
    found = pages_by_kind(edition.site, {address: len(file) for address, file in edition.files.items()})
    return found | {"most drawings": str(max(drawings, key=lambda one: drawings[one], default="index.html"))}


class _Asked:
    """The files that a server was asked for, each with the moment."""

    def __init__(self) -> None:
        self.files: list[tuple[float, str]] = []
        self._lock = threading.Lock()

    def note(self, file: str) -> None:
        with self._lock:
            self.files.append((time.time(), file))

    def until(self, moment: float) -> list[str]:
        return [file for at, file in self.files if at <= moment]


@pytest.fixture
def asked() -> _Asked:
    return _Asked()


@pytest.fixture
def home(site: Path, asked: _Asked) -> Iterator[str]:
    with served(site, on_asked=asked.note) as address:
        yield address


@pytest.mark.parametrize("kind", _addresses())
def test_a_first_view_asks_for_little(kind: str, browser: Browser, home: str, site: Path, asked: _Asked) -> None:
    address = _addresses()[kind]
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()

    page.goto(home + address, wait_until="load")
    files = asked.until(page.evaluate(LOADED_AT) / 1000)
    context.close()

    assert files[0] == address
    assert len(files) <= MOST_REQUESTS, files
    assert sum(len(brotli.compress((site / file).read_bytes())) for file in files) <= MOST_BYTES


def test_what_is_kept_for_another_time_is_asked_for_after_it(browser: Browser, home: str, asked: _Asked) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()

    page.goto(home, wait_until="load")
    page.wait_for_function(KEEPS)
    loaded = page.evaluate(LOADED_AT) / 1000
    context.close()

    assert "service-worker.js" not in asked.until(loaded)
    assert "service-worker.js" in asked.until(time.time())
