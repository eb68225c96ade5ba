"""Dependencies have no known vulnerability and a listed licence: pip-audit, the licence tests, and an SBOM."""

import re
import sys

from tests.audit.programs import NotInstalledError, run
from tests.audit.step import Outcome
from tests.real_guide import ROOT
from tests.supply import known_vulnerabilities, packages

SBOM = ROOT / "build/sbom.json"
FAILED = re.compile(r"^FAILED (.*)$", re.MULTILINE)
EXIT_STATUSES = (0, 1)  # 1: there are findings, which the report lists


def audit_supply() -> Outcome:
    """Known vulnerabilities, and licences that differ from those listed.

    Raises:
        NotInstalledError: no package could be audit.
    """
    SBOM.parent.mkdir(exist_ok=True)
    options = ("--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "--output-file", SBOM)
    cyclonedx = [sys.executable, "-m", "cyclonedx_py", "requirements"]
    run([*cyclonedx, *options, "requirements/handouts.txt"], folder=ROOT)
    tests = run([sys.executable, "-m", "pytest", "-q", "tests/test_supply.py"], folder=ROOT, statuses=EXIT_STATUSES)
    report = known_vulnerabilities()
    if not report.audited:
        raise NotInstalledError(
            f"no package could be audited for vulnerabilities: {report.failure or 'the database is not reachable'}"
        )
    return Outcome(
        f"{len(report.audited)} packages",
        [*FAILED.findall(tests), *report.vulnerabilities],
        [
            f"packages in the SBOM of a published guide: {len(packages('handouts'))} ({SBOM.relative_to(ROOT)})",
            *(f"not audited: {name}" for name in report.skipped),
        ],
    )
