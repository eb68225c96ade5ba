"""Every link within the served site has a target, and every fragment an element: linkinator."""

import json

from tests.audit.programs import run
from tests.audit.step import Audit, Outcome

CONCURRENCY = "8"  # connections; with the default of 100 the server of a small computer refuses some
EXIT_STATUSES = (0, 1)  # 1: there are findings, which the report lists


def audit_links(audit: Audit) -> Outcome:
    """Broken links within the site; `crpsguide check --external` checks those to other sites."""
    home = audit.host.home
    external = f"^(?!{home})"
    options = ("--recurse", "--check-fragments", "--format", "json", "--concurrency", CONCURRENCY, "--skip", external)
    cli = audit.tools / "node_modules/linkinator/build/src/cli.js"
    links = json.loads(run(["node", cli, home, *options], statuses=EXIT_STATUSES))["links"]
    checked = [one for one in links if one["state"] != "SKIPPED"]
    broken = [one for one in checked if one["state"] != "OK"]
    findings = [f"{one.get('parent', '')} -> {one['url']}: {one.get('status')}" for one in broken]
    return Outcome(f"{len({one['url'] for one in checked})} addresses", findings)
