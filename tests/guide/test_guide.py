"""The guide itself, looked over as `crpsguide check` does: one test for each part and letter of rules.

The parts are those of `pytest --crpsguide`, found on the disk, so that a fork with other pages has its own tests.
"""

from pathlib import PurePosixPath

import pytest
from tests.real_guide import ROOT, real_edition

from crpsguide.commands.parts import guide_pages, guide_parts, of_no_part, of_part, rule_letters
from crpsguide.model import Diagnostic
from crpsguide.pytest_plugin import GuideFault, refuse_errors


def _refuse(found: list[Diagnostic]) -> None:
    try:
        refuse_errors(found, real_edition())
    except GuideFault as fault:
        pytest.fail(f"\n{fault}", pytrace=False)


@pytest.mark.parametrize("letter", rule_letters())
@pytest.mark.parametrize("part", [*guide_pages(ROOT), *guide_parts(ROOT)], ids=str)
def test_part(part: PurePosixPath, letter: str) -> None:
    _refuse(of_part(real_edition().diagnostics, part, letter))


def test_nothing_is_wrong_anywhere_else() -> None:
    _refuse(of_no_part(real_edition().diagnostics, ROOT))


def test_the_guide_could_be_published() -> None:
    assert PurePosixPath("index.html") in real_edition().files
