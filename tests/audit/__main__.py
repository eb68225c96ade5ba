"""Builds the guide and audits the finished site: `python -m tests.audit [STEP …]`, all steps when none is named.

“make audit” first puts the tools into `build/audit/tools`. The site is built in `build/audit/site`; the table of
results is `build/audit/results/summary.md`, and what each step found stands beside it.
"""

import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from tests.audit.access import audit_access
from tests.audit.audited import Audited, Outcome
from tests.audit.engines import audit_firefox, audit_webkit
from tests.audit.headers import audit_headers
from tests.audit.host import PUBLISHED, hosted
from tests.audit.lighthouse import audit_lighthouse
from tests.audit.links import audit_links
from tests.audit.markup import audit_markup
from tests.audit.paper import audit_paper
from tests.audit.programs import Broken, NotHere
from tests.audit.structured import audit_structured
from tests.kinds import kinds
from tests.real_guide import ROOT

from crpsguide.cli import main as crpsguide
from crpsguide.read import read_site

FOLDER = ROOT / "build/audit"
STEPS: Mapping[str, Callable[[Audited], Outcome]] = {
    "markup": audit_markup,
    "structured": audit_structured,
    "paper": audit_paper,
    "links": audit_links,
    "headers": audit_headers,
    "access": audit_access,
    "firefox": audit_firefox,
    "webkit": audit_webkit,
    "lighthouse": audit_lighthouse,
}
MOST_TOLD = 20  # findings on the screen; the file of the step holds all
TABLE = "| Step | Looked at | Findings | Result | Seconds |\n|---|---|---|---|---|\n"


def main(names: Sequence[str]) -> int:
    """Run the steps and tell what they found; 0 when all are clean, 1 when not, 2 for a step that there is not."""
    if unknown := [one for one in names if one not in STEPS]:
        _say(f"There is no step “{unknown[0]}”. There are: {', '.join(STEPS)}.")
        return 2
    site, results = FOLDER / "site", FOLDER / "results"
    handouts = ["--handouts"] if "paper" in (names or STEPS) else []
    if status := crpsguide(["build", str(ROOT), *handouts, "--base-url", PUBLISHED, "--output", str(site)]):
        return status
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    sizes = {PurePosixPath(one.relative_to(site)): one.stat().st_size for one in site.rglob("*.html")}
    rows = []
    try:
        with hosted(site, FOLDER / "host") as host:
            audited = Audited(site, host, kinds(read_site(ROOT), sizes), FOLDER / "tools", results)
            for name in names or STEPS:
                started = time.monotonic()
                looked_at, findings, result = _step(name, audited)
                rows.append((name, looked_at, str(findings), result, f"{time.monotonic() - started:.0f}"))
    except (NotHere, Broken) as error:
        _say(f"The site could not be served: {error}")
        return 1
    table = TABLE + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    (results / "summary.md").write_text(table, "utf-8")
    _say(f"\n{table}")
    return 0 if all(result == "clean" for *_, result, _ in rows) else 1


def _step(name: str, audited: Audited) -> tuple[str, int, str]:
    """What a step looked at, how many findings it has, and its result in words."""
    _say(f"\n{name}: {(sys.modules[STEPS[name].__module__].__doc__ or '').strip()}")
    try:
        outcome = STEPS[name](audited)
    except NotHere as error:
        _say(f"  not here: {error}")
        return "-", 0, f"not here: {error}"
    except Broken as error:
        _say(f"  broken: {error}")
        return "-", 0, "broken"
    lines = [*outcome.figures, "", *outcome.findings] if outcome.figures else outcome.findings
    (audited.results / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    for line in (*outcome.figures, *outcome.findings[:MOST_TOLD]):
        _say(f"  {line}")
    result = "clean" if not outcome.findings else "findings"
    _say(f"  {outcome.looked_at}: {len(outcome.findings)} findings")
    return outcome.looked_at, len(outcome.findings), result


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
