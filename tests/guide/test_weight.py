"""The transfer size and the number of requests of each page of the real guide, compressed as hosts send them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from statistics import median
from urllib.parse import unquote, urljoin

import brotli
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.real_guide import real_edition

from crpsguide.commands.clock import build_day
from crpsguide.commands.guide import template_folders
from crpsguide.model import Handout
from crpsguide.render import print_documents, render_site

MAX_FIRST_RESPONSE = 14_336  # bytes with style sheets: the ten packets of an initial congestion window (RFC 6928)
ADDRESS = "https://guide.example.org"
HANDOUT_SIZE = 123_456  # bytes
MAX_MEDIAN = 12_250  # bytes with style sheets; SVG images and the icon are embedded in the page
MAX_VIEW = 20_000  # bytes of a page and all that it loads
MAX_REQUESTS = 3  # page, style sheet, script
LOADING_ELEMENTS = (
    "link[href]:not([rel=canonical], [rel=alternate]), [src], [srcset], [poster], object[data], image[href]"
)
SMALL = 25_000  # bytes uncompressed; compressed, a page has a third of them at most
PAGES = sorted(
    str(one)
    for one, file in real_edition().files.items()
    if one.suffix == ".html" and (len(file) > SMALL or one.parent.name == "")
) or ["index.html"]


@cache
def published() -> Mapping[PurePosixPath, bytes]:
    """The files of the guide as its owners publish them: with an address, and with links to handouts."""
    edition = real_edition()
    site = replace(edition.site, settings=replace(edition.site.settings, base_url=ADDRESS))
    templates = template_folders(site.root)
    handouts = [
        Handout(about=one.about, address=one.address, format=one.format, size=HANDOUT_SIZE)
        for one in print_documents(site, edition.files, templates=templates)
    ]
    return render_site(site, templates=templates, today=build_day(), handouts=handouts)


@cache
def compressed_size(address: PurePosixPath) -> int:
    """The size of a file as a host sends it, compressed in advance."""
    assets = {one.address: one.file for one in real_edition().site.assets.values()}
    file = assets[address].read_bytes() if address in assets else published()[address]
    return len(brotli.compress(file, quality=11))


def loaded_files(page: PurePosixPath) -> list[PurePosixPath]:
    """The files that a browser loads for a page, each once. Data URLs are no requests."""
    named = (
        urljoin(f"{ADDRESS}/{page}", value)
        for one in LexborHTMLParser(published()[page].decode()).css(LOADING_ELEMENTS)
        for name in ("href", "src", "srcset", "poster", "data")
        if (value := one.attributes.get(name)) and not value.startswith("data:")
    )
    return [PurePosixPath(unquote(one.removeprefix(f"{ADDRESS}/"))) for one in dict.fromkeys(named)]


def size_with_style_sheets(page: PurePosixPath) -> int:
    return compressed_size(page) + sum(compressed_size(one) for one in loaded_files(page) if one.suffix == ".css")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_into_the_first_round_trip(name: str) -> None:
    page = PurePosixPath(name)

    assert size_with_style_sheets(page) <= MAX_FIRST_RESPONSE, (
        f"{name} has {size_with_style_sheets(page)} bytes with its style sheet"
    )


def test_the_median_page_is_small() -> None:
    weights = sorted(
        (size_with_style_sheets(page.address), str(page.address)) for page in real_edition().site.pages.values()
    )

    assert median(weight for weight, _ in weights) <= MAX_MEDIAN, f"the heaviest is {weights[-1]}"


def test_a_page_loads_only_its_style_sheet_and_its_script() -> None:
    requests = {str(page): loaded_files(page) for page in published() if page.suffix == ".html"}

    assert {page: files for page, files in requests.items() if len(files) >= MAX_REQUESTS} == {}
    assert {file.suffix for files in requests.values() for file in files} <= {".css", ".js"}


def test_a_page_with_all_that_it_loads_is_small() -> None:
    pages = [page.address for page in real_edition().site.pages.values()]
    weights = {str(page): sum(map(compressed_size, [page, *loaded_files(page)])) for page in pages}

    assert {page: weight for page, weight in weights.items() if weight > MAX_VIEW} == {}
