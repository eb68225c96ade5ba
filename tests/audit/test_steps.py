"""The audit runs the documented steps, reports each of their outcomes, and pins the versions of its tools."""

import json
import re
import subprocess
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from tests.audit.__main__ import STEPS, Report, main
from tests.audit.programs import NotInstalledError, ProgramError
from tests.audit.step import Outcome
from tests.real_guide import ROOT

TOOLS = Path(__file__).parent
PACKAGES = json.loads((TOOLS / "package.json").read_text("utf-8"))["devDependencies"]
LOCK = json.loads((TOOLS / "package-lock.json").read_text("utf-8"))["packages"]


def test_make_audit_runs_only_the_given_steps() -> None:
    dry_run = subprocess.run(
        ["make", "--dry-run", "audit", "STEPS=markup links"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "-m tests.audit markup links" in dry_run.stdout


def test_contributing_names_every_step() -> None:
    named = re.search(r"runs some of its steps: ([^.]+)\.", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))

    assert named
    assert re.findall(r"`(\w+)`", named[1]) == list(STEPS)


def test_an_unknown_step_is_rejected(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["links", "colour"])

    assert status == 2
    assert "“colour”" in capsys.readouterr().out


@pytest.mark.parametrize("tool", PACKAGES)
def test_a_tool_is_pinned_to_one_version(tool: str) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", PACKAGES[tool])
    assert LOCK[f"node_modules/{tool}"]["version"] == PACKAGES[tool]


def test_the_lock_file_has_a_hash_for_each_package_and_names_no_host() -> None:
    packages = [one for name, one in LOCK.items() if name]

    assert len(packages) > len(PACKAGES)
    assert [one for one in packages if not one.get("integrity") or "resolved" in one] == []


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return Report(tmp_path / "results")


@pytest.mark.parametrize(
    ("error", "result", "findings"),
    [
        pytest.param(
            NotInstalledError("no such browser"),
            "not installed: no such browser",
            "no such browser",
            id="not installed",
        ),
        pytest.param(ProgramError("exited with 2"), "failed", "exited with 2", id="failed program"),
        pytest.param(KeyError("score"), "failed", "KeyError: 'score'", id="exception in the step"),
    ],
)
def test_a_step_that_fails_is_a_row_with_its_error(
    error: Exception, result: str, findings: str, report: Report
) -> None:
    def fail() -> NoReturn:
        raise error

    is_clean = report.run("links", fail)

    assert f"| links | - | 0 | {result} |" in (report.folder / "summary.md").read_text("utf-8")
    assert findings in (report.folder / "links.txt").read_text("utf-8")
    assert (is_clean, report.is_clean) == (False, False)


def test_a_step_without_findings_is_clean(report: Report) -> None:
    is_clean = report.run("links", partial(Outcome, "3 pages", []))

    assert "| links | 3 pages | 0 | clean |" in (report.folder / "summary.md").read_text("utf-8")
    assert (is_clean, report.is_clean) == (True, True)


def test_findings_are_counted_and_written_to_a_file(report: Report) -> None:
    report.run("links", partial(Outcome, "3 pages", ["a -> b: 404", "a -> c: 404"], ["3 asked"]))

    assert "| links | 3 pages | 2 | findings |" in report.table
    assert (report.folder / "links.txt").read_text("utf-8") == "3 asked\n\na -> b: 404\na -> c: 404\n"
    assert not report.is_clean
