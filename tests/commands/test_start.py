"""The modules that an incremental build imports: imports take most of its time, so it may import no slow one."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.guides import page, write

SETTINGS = "name: A small guide\n"
BUILD = "import sys; from crpsguide.cli import main; main(['build']); print(*sorted(sys.modules), file=sys.stderr)"
# Modules that take 3 ms or more to import, and what needs them.
SLOW_IMPORTS = {
    "asyncio": "the preview",
    "bibtexparser": "a bibliography in BibTeX",
    "multiprocessing": "work for several processes",
    "pydantic": "a record with unusual values",
    "pymdownx": "a page with component blocks",
    "resvg_py": "a preview image for social media",
    "rich": "a progress display in a terminal",
    "ssl": "links to other sites",
    "starlette": "the preview",
    "syntok": "a sentence whose end is ambiguous",
    "tinycss2": "a style sheet that was changed",
    "urllib.request": "links to other sites",
    "weasyprint": "handouts",
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide of two plain pages with a current build."""
    write(tmp_path / "content/site.yaml", SETTINGS)
    write(tmp_path / "content/pages/index.md", page("Read about [rest](rest.md).", "Welcome"))
    write(tmp_path / "content/pages/rest.md", page("## Rest\n\nA walk is short. Then you rest.\n", "Rest"))
    imported_modules(tmp_path)
    return tmp_path


def imported_modules(guide: Path) -> set[str]:
    """Build in a new process, and return the modules that it imported."""
    built = subprocess.run([sys.executable, "-c", BUILD], cwd=guide, capture_output=True, text=True, check=True)
    assert "2 pages" in built.stdout
    return set(built.stderr.split())


def test_a_build_after_a_plain_edit_imports_no_slow_module(guide: Path) -> None:
    write(guide / "content/pages/rest.md", page("## Rest\n\nA walk is short. Then you sit down.\n", "Rest"))

    assert SLOW_IMPORTS.keys() & imported_modules(guide) == set()


def test_a_build_without_changes_imports_no_stage(guide: Path) -> None:
    assert {"jinja2", "markdown", "yaml", "crpsguide.check", "crpsguide.model"} & imported_modules(guide) == set()


def test_a_module_that_a_page_needs_is_imported(guide: Path) -> None:
    write(guide / "content/pages/rest.md", page("## Rest\n\n/// ask | Ask your team\n- May I rest?\n///\n", "Rest"))

    assert "pymdownx" in imported_modules(guide)
