"""Small guides for the rules, read from the disk as `check` reads them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.check.guides import MakeSite, page

from crpsguide.model import Site
from crpsguide.read import read_site


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Write a guide and read it.

    A page is named by keyword, with `__` for a slash (`living__pacing`); front matter is put in
    front of a text that has none. Other files are named by their paths below `content`.
    """

    def make(files: Mapping[str, str | bytes] | None = None, *, drafts: bool = False, **pages: str) -> Site:
        texts = {f"pages/{name.replace('__', '/')}.md": page(text) for name, text in pages.items()}
        for path, text in {"pages/index.md": page("Welcome."), **texts, **(files or {})}.items():
            file = tmp_path / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_site(tmp_path, drafts=drafts)

    return make
