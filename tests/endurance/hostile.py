"""Build every hostile guide as a person would, in a process of its own, and tell time and memory.

python -m tests.endurance.hostile [ID…]
"""

import functools
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.commands.hostile_guides import CASES, published, write_case, write_good_guide, wrong_answers

MOST_SECONDS, MOST_MEMORY = 10.0, 512  # MiB, for a case that names no other


def main() -> int:
    """Build every case as a person would; 1 when anything was wrong."""
    wanted = set(sys.argv[1:])
    bad = 0
    slowest, largest = ("", 0.0), ("", 0)
    chosen = [case for case in CASES if not wanted or case["id"] in wanted]
    for case in chosen:
        with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
            guide = Path(folder).resolve() / "guide"
            write_good_guide(guide)
            build = [sys.executable, "-m", "crpsguide", "build", str(guide), "--jobs", "1"]
            subprocess.run(build, check=True, capture_output=True)
            before = published(guide)
            write_case(case, guide)
            limit = case["expect"].get("mib", MOST_MEMORY)
            begin = time.monotonic()
            run = subprocess.run(build, capture_output=True, check=False, preexec_fn=functools.partial(_at_most, limit))
            took = time.monotonic() - begin
            said = (run.stdout + run.stderr).decode("utf-8", "replace")
            wrong = wrong_answers(case, guide, run.returncode, said, before)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        if took > case["expect"].get("seconds", MOST_SECONDS):
            wrong.append("takes too long")
        slowest, largest = max(slowest, (case["id"], took), key=lambda one: one[1]), (case["id"], memory)
        bad += bool(wrong)
        first = next((line for line in said.splitlines() if line.strip()), "")
        print(f"{case['id']} {run.returncode} {took:5.1f} s  {'; '.join(wrong) or 'as it should'}  {first[:110]}")
    print(
        f"hostile guides: {len(chosen)} built, {bad} answered otherwise than they should be; "
        f"slowest {slowest[0]} {slowest[1]:.1f} s, most memory of all {largest[1]} MiB"
    )
    return 1 if bad else 0


def _at_most(mebibytes: int) -> None:
    """Leave room for the libraries themselves; what counts is that no page takes all there is."""
    resource.setrlimit(resource.RLIMIT_AS, ((mebibytes + 1024) * 2**20,) * 2)


if __name__ == "__main__":
    sys.exit(main())
