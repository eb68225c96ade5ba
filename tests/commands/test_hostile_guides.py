"""Builds a small guide for each fault and attack in the case files, whose header describes the format of a case."""

import shutil
from pathlib import Path

import pytest
from tests.commands.hostile_guides import CASES, Case, site_files, violations, write_case, write_valid_guide

from crpsguide.cli import main


@pytest.fixture(scope="module")
def built_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A valid guide with its published site."""
    guide = tmp_path_factory.mktemp("valid") / "guide"
    write_valid_guide(guide)
    assert main(["build", str(guide), "--jobs", "1"]) == 0
    return guide


@pytest.mark.parametrize("case", [pytest.param(one, id=f"{one['id']} {one['title']}") for one in CASES])
def test_a_hostile_guide_is_rejected_with_a_message_or_built_safely(
    case: Case, built_guide: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = tmp_path / "guide"
    shutil.copytree(built_guide, guide)
    site_before = site_files(guide)
    write_case(case, guide)

    status = main(["build", str(guide), "--jobs", "1"])

    output = "".join(capsys.readouterr())
    assert violations(case, guide, status, output, site_before) == [], output
