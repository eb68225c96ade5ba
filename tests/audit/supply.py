"""What others wrote has no known hole and may be passed on: pip-audit, the licences, and the list of it all (SBOM)."""

import re
import sys

from tests.audit.audited import Outcome
from tests.audit.programs import NotHere, run
from tests.real_guide import ROOT
from tests.supply import known_holes, packages

LIST = ROOT / "build/sbom.json"
FAILED = re.compile(r"^FAILED (.*)$", re.MULTILINE)
ENDED = (0, 1)  # 1 tells of findings, which the report lists


def audit_supply() -> Outcome:
    """Known holes, and licences that are not listed as they are declared.

    Raises:
        NotHere: nobody who was asked knows of holes.
    """
    LIST.parent.mkdir(exist_ok=True)
    options = ("--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "--output-file", LIST)
    cyclonedx = [sys.executable, "-m", "cyclonedx_py", "requirements"]
    run([*cyclonedx, *options, "requirements/handouts.txt"], folder=ROOT)
    tests = run([sys.executable, "-m", "pytest", "-q", "tests/test_supply.py"], folder=ROOT, statuses=ENDED)
    asked = known_holes()
    if not asked.answered:
        raise NotHere(f"nobody told of holes in packages: {asked.trouble or 'ask where they are known'}")
    return Outcome(
        f"{len(asked.answered)} packages",
        [*FAILED.findall(tests), *asked.holes],
        [f"in the list of a published guide's parts: {len(packages('handouts'))} ({LIST.relative_to(ROOT)})"]
        + [f"of which nobody knew: {name}" for name in asked.unknown],
    )
