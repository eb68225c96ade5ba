"""The audit has the steps that it promises, each step tells a good site from a bad one, and its tools are fixed."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from tests.audit.__main__ import STEPS, main
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
