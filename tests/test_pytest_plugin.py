"""The pytest plugin, in separate runs of pytest on a guide outside of this repository."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.guides import DEAD_LINK, page, write, write_guide

from crpsguide.commands.parts import rule_letters

FAMILIES = len(rule_letters())
RunPytest = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run_pytest(tmp_path: Path) -> RunPytest:
    def run(*words: str, folder: str = ".") -> "subprocess.CompletedProcess[str]":
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", *words],
            cwd=tmp_path / folder,
            env=inherited | {"COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def counted(told: str) -> dict[str, int]:
    return {what: int(number) for number, what in re.findall(r"(\d+) (passed|failed|error)", told.splitlines()[-1])}


@pytest.mark.parametrize(
    ("named", "folder"),
    [
        pytest.param(".", "guide", id="here"),
        pytest.param("guide", ".", id="below"),
        pytest.param("guide/content", ".", id="its content"),
        pytest.param("../guide", "elsewhere", id="beside"),
    ],
)
def test_a_guide_without_errors_passes(named: str, folder: str, tmp_path: Path, run_pytest: RunPytest) -> None:
    write_guide(tmp_path / "guide")
    (tmp_path / "elsewhere").mkdir()

    ended = run_pytest("--crpsguide", named, folder=folder)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert counted(ended.stdout) == {"passed": 3 * FAMILIES + 1}  # two pages, the settings, and what lies elsewhere


def test_an_error_fails_at_its_page_and_letter(tmp_path: Path, run_pytest: RunPytest) -> None:
    write_guide(tmp_path, index=page(DEAD_LINK))

    ended = run_pytest("--crpsguide", ".", "-rf")

    assert ended.returncode == 1
    assert counted(ended.stdout)["failed"] == 1
    assert "FAILED content/pages/index.md::L - content/pages/index.md:5:12: error L101 missing-page" in ended.stdout
    assert "    help: " in ended.stdout
    assert "Traceback" not in ended.stdout
    assert "pytest_plugin.py" not in ended.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["content/pages/living"], {"passed"}, id="a folder"),
        pytest.param(["content/pages/index.md"], {"passed", "failed"}, id="a page"),
        pytest.param(["content/pages/index.md::L"], {"failed"}, id="a page and a letter"),
        pytest.param(["content/pages/index.md::P"], {"passed"}, id="another letter"),
    ],
)
def test_a_part_may_be_chosen(words: list[str], expected: set[str], tmp_path: Path, run_pytest: RunPytest) -> None:
    write_guide(tmp_path, index=page(DEAD_LINK))

    ended = run_pytest("--crpsguide", ".", *words)

    assert counted(ended.stdout).keys() == expected, ended.stdout


def test_a_guide_can_be_tested_together_with_other_tests(tmp_path: Path, run_pytest: RunPytest) -> None:
    write_guide(tmp_path / "guide")
    write(tmp_path / "tests/test_one.py", "def test_one():\n    pass\n")

    ended = run_pytest("--crpsguide", "guide", "tests")

    assert counted(ended.stdout) == {"passed": 3 * FAMILIES + 2}, ended.stdout


def test_workers_share_the_tests(tmp_path: Path, run_pytest: RunPytest) -> None:
    write_guide(tmp_path, index=page(DEAD_LINK))

    ended = run_pytest("--crpsguide", ".", "-n", "2")

    assert counted(ended.stdout) == {"failed": 1, "passed": 3 * FAMILIES}, ended.stdout


@pytest.mark.parametrize("named", ["nowhere", "empty"])
def test_a_folder_that_is_no_guide_is_a_usage_error(named: str, tmp_path: Path, run_pytest: RunPytest) -> None:
    (tmp_path / "empty").mkdir()

    ended = run_pytest("--crpsguide", named)

    assert ended.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--crpsguide" in ended.stderr


def test_nothing_is_imported_when_it_is_not_used(tmp_path: Path, run_pytest: RunPytest) -> None:
    code = "import sys\n\ndef test_one():\n    assert [one for one in sys.modules if one.startswith('crpsguide.')] == "
    write(tmp_path / "test_one.py", f"{code}['crpsguide.pytest_plugin']\n")

    ended = run_pytest()

    assert counted(ended.stdout) == {"passed": 1}, ended.stdout
