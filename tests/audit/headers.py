"""The response headers of the host, graded by the tests of Mozilla's HTTP Observatory."""

import json
from pathlib import Path

from tests.audit.host import CERTIFICATE
from tests.audit.programs import run
from tests.audit.step import Audit, Outcome

SCAN = Path(__file__).parent / "observatory.mjs"
FULL_SCORE = 100  # points; more is extra credit


def audit_headers(audit: Audit) -> Outcome:
    """Tests that cost points."""
    output = run(
        ["node", SCAN, str(audit.host.redirecting), str(audit.host.secure)],
        {"TOOLS": str(audit.tools), "NODE_EXTRA_CA_CERTS": str(CERTIFICATE)},
    )
    result = json.loads(output)
    failed = [f"{one['result']}: {one['points']} points" for one in result["tests"] if not one["passed"]]
    if result["score"] < FULL_SCORE and not failed:
        failed.append(f"only {result['score']} points")
    figures = [f"{one['result']}: {one['points']:+}" for one in result["tests"]]
    return Outcome(f"{len(result['tests'])} tests", failed, [f"{result['score']} points, {result['grade']}", *figures])
