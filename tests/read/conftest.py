"""Fixtures that parse bodies, pages and guides."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.read.bodies import NAME, PATH, ParseBody, ParsePage, ReadFiles

from crpsguide.model import Page, Site
from crpsguide.read import read_site
from crpsguide.read.body import Body, BodyParser
from crpsguide.read.pages import parse_page
from crpsguide.read.terms import Terms


@pytest.fixture(scope="session")
def parser() -> BodyParser:
    return BodyParser(Terms({}))


@pytest.fixture
def parse_body(parser: BodyParser) -> ParseBody:
    """Parse a page's Markdown; `terms` maps forms of glossary terms to ids."""

    def parse(text: str, terms: Mapping[str, str] | None = None) -> Body:
        chosen = BodyParser(Terms(terms)) if terms else parser
        return chosen.parse(text, path=PATH, name=NAME, first_line=1)

    return parse


@pytest.fixture
def parse(parser: BodyParser) -> ParsePage:
    """Parse a page that has no fault."""

    def page(text: str) -> Page:
        found, troubles = parse_page(text, path=PATH, name=NAME, parser=parser)
        assert found is not None, troubles
        return found

    return page


@pytest.fixture
def read_files(tmp_path: Path) -> ReadFiles:
    """Write files below `content`, and read them as a guide."""

    def read(files: Mapping[str, str | bytes]) -> Site:
        for name, text in files.items():
            file = tmp_path / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_site(tmp_path)

    return read
