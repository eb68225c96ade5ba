"""What the host says with each file is worth every point: the rules of Mozilla's HTTP Observatory."""

import json
from pathlib import Path

from tests.audit.audited import Audited, Outcome
from tests.audit.host import CERTIFICATE
from tests.audit.programs import run

SCAN = Path(__file__).parent / "observatory.mjs"
FULL = 100  # points; more is extra credit


def audit_headers(audited: Audited) -> Outcome:
    """Tests that cost points."""
    said = run(
        ["node", SCAN, str(audited.host.redirecting), str(audited.host.secure)],
        {"TOOLS": str(audited.tools), "NODE_EXTRA_CA_CERTS": str(CERTIFICATE)},
    )
    given = json.loads(said)
    failed = [f"{one['given']}: {one['points']} points" for one in given["tests"] if not one["passed"]]
    if given["score"] < FULL and not failed:
        failed.append(f"only {given['score']} points")
    figures = [f"{one['given']}: {one['points']:+}" for one in given["tests"]]
    return Outcome(f"{len(given['tests'])} tests", failed, [f"{given['score']} points, {given['grade']}", *figures])
