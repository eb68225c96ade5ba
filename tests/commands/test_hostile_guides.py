"""Faults and attacks, each as a small guide that is built all the way. Their files describe the form of the cases."""

import shutil
from pathlib import Path

import pytest
from tests.commands.hostile_guides import CASES, Case, published, write_case, write_good_guide, wrong_answers

from crpsguide.cli import main


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    guide = tmp_path_factory.mktemp("good") / "guide"
    write_good_guide(guide)
    assert main(["build", str(guide), "--jobs", "1"]) == 0
    return guide


@pytest.mark.parametrize("case", [pytest.param(one, id=f"{one['id']} {one['title']}") for one in CASES])
def test_a_hostile_guide_ends_in_a_clear_message_or_a_safe_site(
    case: Case, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = tmp_path / "guide"
    shutil.copytree(good, guide)
    before = published(guide)
    write_case(case, guide)

    status = main(["build", str(guide), "--jobs", "1"])

    told = capsys.readouterr()
    assert wrong_answers(case, guide, status, told.out + told.err, before) == [], told.out + told.err
