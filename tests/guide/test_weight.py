"""What a page of the real guide weighs on its way to a phone."""

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

MOST = 14_336  # bytes, with its styles: the ten packets of a first answer (RFC 6928)
ADDRESS = "https://guide.example.org"
OF_A_HANDOUT = 123_456  # bytes
MOST_IN_THE_MIDDLE = 12_250  # with its drawings and its icon
MOST_OF_A_VIEW = 20_000  # all that it asks for
MOST_REQUESTS = 3  # the page, its styles, its script
ASKED_FOR = "link[href]:not([rel=canonical], [rel=alternate]), [src], [srcset], [poster], object[data], image[href]"
SMALL = 25_000  # bytes before it is packed; a page of text shrinks to a third at least
PAGES = sorted(
    str(one)
    for one, file in real_edition().files.items()
    if one.suffix == ".html" and (len(file) > SMALL or one.parent.name == "")
) or ["index.html"]


@cache
def published() -> Mapping[PurePosixPath, bytes]:
    """The files of the guide with the address and handouts that its owners add; a contact makes pages lighter."""
    edition = real_edition()
    site = replace(edition.site, settings=replace(edition.site.settings, base_url=ADDRESS))
    templates = template_folders(site.root)
    handouts = [
        Handout(about=one.about, address=one.address, format=one.format, size=OF_A_HANDOUT)
        for one in print_documents(site, edition.files, templates=templates)
    ]
    return render_site(site, templates=templates, today=build_day(), handouts=handouts)


@cache
def packed(address: PurePosixPath) -> int:
    """The bytes of a file as a host sends it, packed beforehand."""
    given = {one.address: one.file for one in real_edition().site.assets.values()}
    file = given[address].read_bytes() if address in given else published()[address]
    return len(brotli.compress(file, quality=11))


def loaded(page: PurePosixPath) -> list[PurePosixPath]:
    """The files that a page asks for by itself, each once. What stands in its own address is no request."""
    named = (
        urljoin(f"{ADDRESS}/{page}", value)
        for one in LexborHTMLParser(published()[page].decode()).css(ASKED_FOR)
        for name in ("href", "src", "srcset", "poster", "data")
        if (value := one.attributes.get(name)) and not value.startswith("data:")
    )
    return [PurePosixPath(unquote(one.removeprefix(f"{ADDRESS}/"))) for one in dict.fromkeys(named)]


def with_styles(page: PurePosixPath) -> int:
    return packed(page) + sum(packed(one) for one in loaded(page) if one.suffix == ".css")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_comes_with_the_first_answer(name: str) -> None:
    page = PurePosixPath(name)

    assert with_styles(page) <= MOST, f"{name} weighs {with_styles(page)} bytes with its styles"


def test_the_page_in_the_middle_is_light() -> None:
    weights = sorted((with_styles(page.address), str(page.address)) for page in real_edition().site.pages.values())

    assert median(weight for weight, _ in weights) <= MOST_IN_THE_MIDDLE, f"the heaviest is {weights[-1]}"


def test_no_page_asks_for_more_than_its_styles_and_its_script() -> None:
    asked = {str(page): loaded(page) for page in published() if page.suffix == ".html"}

    assert {page: files for page, files in asked.items() if len(files) >= MOST_REQUESTS} == {}
    assert {file.suffix for files in asked.values() for file in files} <= {".css", ".js"}


def test_a_first_view_asks_for_little() -> None:
    pages = [page.address for page in real_edition().site.pages.values()]
    weights = {str(page): sum(map(packed, [page, *loaded(page)])) for page in pages}

    assert {page: weight for page, weight in weights.items() if weight > MOST_OF_A_VIEW} == {}
