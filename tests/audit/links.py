"""Every link of the site leads to a file, and every fragment to a place in it: linkinator, over the served site."""

import json

from tests.audit.audited import Audited, Outcome
from tests.audit.programs import run

AT_ONCE = "8"  # connections; with its usual 100 the server of a small computer refuses some
ENDED = (0, 1)  # 1 tells of findings, which the report lists


def audit_links(audited: Audited) -> Outcome:
    """Links within the site; `crpsguide check --external` asks for those that lead out of it."""
    home = audited.host.home
    options = ("--recurse", "--check-fragments", "--format", "json", "--concurrency", AT_ONCE, "--skip", f"^(?!{home})")
    cli = audited.tools / "node_modules/linkinator/build/src/cli.js"
    links = json.loads(run(["node", cli, home, *options], statuses=ENDED))["links"]
    asked = [one for one in links if one["state"] != "SKIPPED"]
    broken = [f"{one.get('parent', '')} -> {one['url']}: {one.get('status')}" for one in asked if one["state"] != "OK"]
    return Outcome(f"{len({one['url'] for one in asked})} addresses", broken)
