"""The audit has the steps that it promises, each step tells a good site from a bad one, and its tools are fixed."""

import json
import re
import subprocess
from functools import partial
from pathlib import Path

import pytest
from tests.audit.__main__ import STEPS, Report, main
from tests.audit.audited import Outcome
from tests.audit.programs import Broken, NotHere
from tests.real_guide import ROOT

TOOLS = Path(__file__).parent
WANTED = json.loads((TOOLS / "package.json").read_text("utf-8"))["devDependencies"]
LOCK = json.loads((TOOLS / "package-lock.json").read_text("utf-8"))["packages"]


def test_make_audit_runs_the_steps_that_are_asked_for() -> None:
    dry = subprocess.run(
        ["make", "--dry-run", "audit", "STEPS=markup links"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "-m tests.audit markup links" in dry.stdout


def test_the_handbook_names_every_step() -> None:
    told = re.search(r"runs some of its steps: ([^.]+)\.", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))

    assert told
    assert re.findall(r"`(\w+)`", told[1]) == list(STEPS)


def test_a_step_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "colour"]) == 2
    assert "“colour”" in capsys.readouterr().out


@pytest.mark.parametrize("tool", WANTED)
def test_a_tool_has_one_version(tool: str) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", WANTED[tool])
    assert LOCK[f"node_modules/{tool}"]["version"] == WANTED[tool]


def test_the_lock_file_holds_a_hash_for_each_package_and_names_no_host() -> None:
    packages = [one for name, one in LOCK.items() if name]

    assert len(packages) > len(WANTED)
    assert [one for one in packages if not one.get("integrity") or "resolved" in one] == []


def not_here() -> Outcome:
    raise NotHere("no such browser")


def broken() -> Outcome:
    raise Broken("the program said no")


def mistaken() -> Outcome:
    raise KeyError("score")


def test_a_step_that_cannot_do_its_work_is_a_row_and_the_others_go_on(tmp_path: Path) -> None:
    report = Report(tmp_path / "results")
    clean = partial(Outcome, "3 pages", [])

    report.take("a", not_here)
    report.take("b", broken)
    report.take("c", mistaken)
    report.take("d", clean)

    rows = [line.split(" | ")[2:4] for line in (tmp_path / "results/summary.md").read_text("utf-8").splitlines()[2:]]
    assert rows == [["0", "not here: no such browser"], ["0", "broken"], ["0", "broken"], ["0", "clean"]]
    assert "KeyError: 'score'" in (tmp_path / "results/c.txt").read_text("utf-8")
    assert not report.is_clean


def test_findings_are_counted_and_kept(tmp_path: Path) -> None:
    report = Report(tmp_path / "results")

    report.take("links", partial(Outcome, "3 pages", ["a -> b: 404", "a -> c: 404"], ["3 asked"]))

    assert "| links | 3 pages | 2 | findings |" in report.table
    assert (tmp_path / "results/links.txt").read_text("utf-8") == "3 asked\n\na -> b: 404\na -> c: 404\n"
    assert not report.is_clean
