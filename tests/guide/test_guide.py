"""The guide itself, looked over as `crpsguide check` does: one test for each page and letter of rules.

The files are found on the disk, so that a fork with other pages has its own tests.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

import pytest
from tests.real_guide import ROOT, real_edition

from crpsguide.check import RULES
from crpsguide.model import Diagnostic, Severity
from crpsguide.report import text_report

CONTENT = PurePosixPath("content")
PAGES = sorted(PurePosixPath(one.relative_to(ROOT)) for one in (ROOT / "content/pages").rglob("*.md"))
OTHERS = sorted(CONTENT / one.name for one in (ROOT / CONTENT).iterdir() if one.name != "pages")
LETTERS = sorted({one.code[0] for one in RULES})


def _refuse(found: Iterable[Diagnostic]) -> None:
    # Only what blocks publishing: a page that falls due for its check next year is no fault of the code.
    blocking = [one for one in found if one.severity is Severity.ERROR]
    if blocking:
        pytest.fail("\n" + text_report(blocking, real_edition().lines), pytrace=False)


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to("content/pages")))
def test_page(page: PurePosixPath, letter: str) -> None:
    found = real_edition().diagnostics

    _refuse(one for one in found if one.place.path == page and one.code.startswith(letter))


@pytest.mark.parametrize("part", OTHERS, ids=lambda part: part.name)
def test_part(part: PurePosixPath) -> None:
    found = real_edition().diagnostics

    _refuse(one for one in found if one.place.path.is_relative_to(part))


def test_nothing_is_wrong_anywhere_else() -> None:
    seen = (*PAGES, *OTHERS)

    _refuse(one for one in real_edition().diagnostics if not any(one.place.path.is_relative_to(path) for path in seen))


def test_the_guide_could_be_published() -> None:
    assert PurePosixPath("index.html") in real_edition().files
