"""Small guides for the rules, read from the disk as `check` reads them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from crpsguide.check.rule import Files, Results, Rule
from crpsguide.model import Site
from crpsguide.read import read_site

MakeSite = Callable[..., Site]
FIRST_LINE = 5  # of a page's own text, below “---”, its title, “---” and an empty line
SOURCE = """\
source: {type: article-journal, title: A trial, issued: "2020"}
appraisal: {design: rct, use: cite, why_use: a trial, read: abstract, checked: 2026-01-02}
findings:
  week-1:
    says: It helped a little.
    kind: effect
    values:
      - {value: "38", unit: percent, of: people who felt better}
      - {value: 45 to 100, unit: minutes, of: time on the drip}
      - {value: "250", unit: people, of: people taken in}
    certainty: low
    rated_by: editor
"""


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Write a guide and read it.

    A page is named by keyword, with `__` for a slash (`living__pacing`); front matter is put in
    front of a text that has none. Other files are named by their paths below `content`.
    """

    def make(files: Mapping[str, str] | None = None, *, drafts: bool = False, **pages: str) -> Site:
        texts = {f"pages/{name.replace('__', '/')}.md": _page(text) for name, text in pages.items()}
        for path, text in {"pages/index.md": _page("Welcome."), **texts, **(files or {})}.items():
            file = tmp_path / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        return read_site(tmp_path, drafts=drafts)

    return make


def lines(rule: Rule, site: Site) -> list[int]:
    """The lines on which a rule finds something, in order."""
    return [one.place.line for one in rule.check(site)]


def places(rule: Rule, site: Site, files: Files | None = None) -> list[str]:
    """What a rule finds, as `index.md:5:1` below the pages, or as the path below the guide."""
    found = rule.check(site, files=files, results=Results())
    return [str(one.place).removeprefix("content/pages/") for one in found]


def _page(text: str) -> str:
    return text if text.startswith("---") else f"---\ntitle: A page\n---\n\n{text}"
