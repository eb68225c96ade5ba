"""Every link of the built guide, followed on the disk: an outsider's look at what our own rules promise."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest
from tests.real_guide import real_edition

ADDRESSES = ("href", "src", "action", "poster")
PAGES = sorted(one for one in real_edition().files if one.suffix == ".html") or [PurePosixPath("index.html")]


class Links(HTMLParser):
    """The addresses and the ids that a page holds."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in ADDRESSES and value is not None]
        self.ids += [value for name, value in attrs if name == "id" and value is not None]


@pytest.fixture(scope="module")
def pages() -> dict[PurePosixPath, Links]:
    edition = real_edition()
    if edition.has_errors:
        pytest.fail("The guide cannot be built: “crpsguide check” tells why.", pytrace=False)
    return {address: Links(edition.files[address]) for address in PAGES}


def test_every_link_leads_to_a_file_and_an_anchor(pages: dict[PurePosixPath, Links]) -> None:
    edition = real_edition()
    published = {*edition.files, *(one.address for one in edition.site.assets.values())}
    dead = []
    for origin, page in pages.items():
        for link in page.links:
            url = urlsplit(link)
            if url.scheme or url.netloc:
                continue
            target = _target(origin, url.path)
            anchor = unquote(url.fragment)
            if target not in published or (anchor and anchor not in pages[target].ids):
                dead.append(f"{origin} → {link}")

    assert dead == []


def test_an_id_stands_once_on_a_page(pages: dict[PurePosixPath, Links]) -> None:
    twice = {
        str(address): [one for one, count in Counter(page.ids).items() if count > 1] for address, page in pages.items()
    }

    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_every_page_can_be_reached_from_the_first(pages: dict[PurePosixPath, Links]) -> None:
    reached, waiting = {PurePosixPath("index.html")}, [PurePosixPath("index.html")]
    while waiting:
        origin = waiting.pop()
        for link in pages[origin].links:
            url = urlsplit(link)
            target = _target(origin, url.path)
            if not url.scheme and url.path and target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)

    redirects = {old for page in real_edition().site.pages.values() for old in page.old_addresses}
    assert set(pages) - reached - redirects == {PurePosixPath("404.html"), PurePosixPath("offline.html")}


def _target(origin: PurePosixPath, path: str) -> PurePosixPath:
    """The file that a link leads to; one that starts with a slash, from the top of the site."""
    return PurePosixPath(normpath("/" / origin.parent / unquote(path)).lstrip("/")) if path else origin
