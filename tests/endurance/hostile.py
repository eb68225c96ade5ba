"""Builds every hostile guide in a process of its own, and measures CPU time and memory.

    python -m tests.endurance.hostile [ID…]

A build that answers otherwise than its case expects, or that exceeds its limits, is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.commands.hostile_guides import CASES, Case, site_files, violations, write_case, write_valid_guide

MAX_SECONDS, MAX_MEMORY = 10.0, 512  # of CPU time, and MiB, unless a case has limits of its own


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: exit status, all that it printed, CPU seconds and peak memory in MiB."""

    status: int
    output: str
    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Result:
    """A case with its build, and what was wrong with it."""

    id: str
    build: Build
    faults: Sequence[str]

    @property
    def line(self) -> str:
        """The result as one line of the log."""
        build, verdict = self.build, "; ".join(self.faults) or "ok"
        first_line = next((line for line in build.output.splitlines() if line.strip()), "")
        return f"{self.id} {build.status} {build.seconds:5.1f} s {build.memory:4} MiB  {verdict}  {first_line[:110]}"


def main(ids: Collection[str]) -> int:
    """Build the cases with these ids, or all; 1 when any failed, 2 for an unknown id."""
    if unknown := set(ids) - {case["id"] for case in CASES}:
        print(f"unknown cases: {', '.join(sorted(unknown))}")
        return 2
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        valid_guide = Path(folder).resolve() / "valid"
        write_valid_guide(valid_guide)
        _build(valid_guide)
        results = [_build_case(case, valid_guide) for case in CASES if not ids or case["id"] in ids]
    failed = [one for one in results if one.faults]
    slowest = max(results, key=lambda one: one.build.seconds)
    largest = max(results, key=lambda one: one.build.memory)
    print(
        f"hostile guides: {len(results)} built, {len(failed)} failed; "
        f"slowest {slowest.id} {slowest.build.seconds:.1f} s, largest {largest.id} {largest.build.memory} MiB"
    )
    return 1 if failed else 0


def _build_case(case: Case, valid_guide: Path) -> Result:
    guide = valid_guide.with_name(case["id"])
    shutil.copytree(valid_guide, guide)
    site_before = site_files(guide)
    write_case(case, guide)
    build = _build(guide)
    faults = violations(case, guide, build.status, build.output, site_before)
    if build.seconds > case["expect"].get("seconds", MAX_SECONDS):
        faults.append(f"takes {build.seconds:.1f} s")
    if build.memory > case["expect"].get("mib", MAX_MEMORY):
        faults.append(f"takes {build.memory} MiB")
    shutil.rmtree(guide)
    result = Result(case["id"], build, faults)
    print(result.line, flush=True)
    return result


def _build(guide: Path) -> Build:
    with tempfile.TemporaryFile() as log:
        command = [sys.executable, "-m", "crpsguide", "build", str(guide), "--jobs", "1"]
        process = subprocess.Popen(command, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        output = log.read().decode("utf-8", "replace")
    return Build(process.returncode, output, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
