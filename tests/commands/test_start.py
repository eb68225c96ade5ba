"""What a build imports after an edit: as little as the edit asks for, since to import takes most of the time then."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.guides import page, write

SETTINGS = "name: A small guide\n"
BUILD = "import sys; from crpsguide.cli import main; main(['build']); print(*sorted(sys.modules), file=sys.stderr)"
# What takes 3 thousandths of a second or more to import, and what asks for it.
SLOW = {
    "asyncio": "the preview",
    "bibtexparser": "a bibliography in BibTeX",
    "multiprocessing": "work for several processes",
    "pydantic": "a record with something unusual in it",
    "pymdownx": "a page with component blocks",
    "resvg_py": "a picture for those who share a page",
    "rich": "a terminal that waits",
    "ssl": "links that leave the guide",
    "starlette": "the preview",
    "syntok": "a sentence that may end at more than one place",
    "tinycss2": "a style sheet that was changed",
    "urllib.request": "links that leave the guide",
    "weasyprint": "handouts",
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide of two plain pages that was built before."""
    write(tmp_path / "content/site.yaml", SETTINGS)
    write(tmp_path / "content/pages/index.md", page("Read about [rest](rest.md).", "Welcome"))
    write(tmp_path / "content/pages/rest.md", page("## Rest\n\nA walk is short. Then you rest.\n", "Rest"))
    imported(tmp_path)
    return tmp_path


def imported(guide: Path) -> set[str]:
    """The modules that a build of its own process imports."""
    built = subprocess.run([sys.executable, "-c", BUILD], cwd=guide, capture_output=True, text=True, check=True)
    assert "2 pages" in built.stdout
    return set(built.stderr.split())


def test_a_build_after_an_edit_imports_nothing_slow_that_the_edit_does_not_ask_for(guide: Path) -> None:
    write(guide / "content/pages/rest.md", page("## Rest\n\nA walk is short. Then you sit down.\n", "Rest"))

    assert SLOW.keys() & imported(guide) == set()


def test_a_build_without_an_edit_imports_no_stage(guide: Path) -> None:
    assert {"jinja2", "markdown", "yaml", "crpsguide.check", "crpsguide.model"} & imported(guide) == set()


def test_what_a_page_asks_for_is_imported(guide: Path) -> None:
    write(guide / "content/pages/rest.md", page("## Rest\n\n/// ask | Ask your team\n- May I rest?\n///\n", "Rest"))

    assert "pymdownx" in imported(guide)
