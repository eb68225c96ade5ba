"""Build every hostile guide as a person would, in a process of its own, and tell time and memory.

python -m tests.endurance.hostile [ID…]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.commands.hostile_guides import CASES, published, write_case, write_good_guide, wrong_answers

MOST_SECONDS, MOST_MEMORY = 10.0, 512  # of the processor, and MiB, for a case that names no other


def main() -> int:
    """Build every case as a person would; 1 when anything was wrong."""
    wanted = set(sys.argv[1:])
    bad = 0
    slowest, largest = ("", 0.0), ("", 0)
    chosen = [case for case in CASES if not wanted or case["id"] in wanted]
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        good = Path(folder).resolve() / "good"
        write_good_guide(good)
        _build(good)
        for case in chosen:
            guide = good.with_name(case["id"])
            shutil.copytree(good, guide)
            before = published(guide)
            write_case(case, guide)
            status, said, took, memory = _build(guide)
            wrong = wrong_answers(case, guide, status, said, before)
            if took > case["expect"].get("seconds", MOST_SECONDS):
                wrong.append(f"takes {took:.1f} s")
            if memory > case["expect"].get("mib", MOST_MEMORY):
                wrong.append(f"takes {memory} MiB")
            slowest = max(slowest, (case["id"], took), key=lambda one: one[1])
            largest = max(largest, (case["id"], memory), key=lambda one: one[1])
            bad += bool(wrong)
            first = next((line for line in said.splitlines() if line.strip()), "")
            told = "; ".join(wrong) or "as it should"
            print(f"{case['id']} {status} {took:5.1f} s {memory:4} MiB  {told}  {first[:110]}", flush=True)
            shutil.rmtree(guide)
    print(
        f"hostile guides: {len(chosen)} built, {bad} answered otherwise than they should be; "
        f"slowest {slowest[0]} {slowest[1]:.1f} s, largest {largest[0]} {largest[1]} MiB"
    )
    return 1 if bad else 0


def _build(guide: Path) -> tuple[int, str, float, int]:
    """Exit status, what was said, seconds of the processor and MiB of a build in a process of its own."""
    with tempfile.TemporaryFile() as heard:
        words = [sys.executable, "-m", "crpsguide", "build", str(guide), "--jobs", "1"]
        process = subprocess.Popen(words, stdout=heard, stderr=heard)
        _, ended, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(ended)
        heard.seek(0)
        said = heard.read().decode("utf-8", "replace")
    return process.returncode, said, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
