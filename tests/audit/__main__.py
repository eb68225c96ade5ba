"""Builds the guide and audits the finished site: `python -m tests.audit [STEP …]`, all steps when none is named.

“make audit” first puts the tools into `build/audit/tools`. The site is built in `build/audit/site`; the table of
results is `build/audit/results/summary.md`, and what each step found stands beside it. Nobody need watch it: a step
that cannot do its work is a row of the table, and the others go on.
"""

import shutil
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

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
from tests.audit.supply import audit_supply
from tests.page_kinds import pages_by_kind
from tests.real_guide import ROOT

from crpsguide.cli import main as crpsguide
from crpsguide.read import read_site

FOLDER = ROOT / "build/audit"
OF_SITE: Mapping[str, Callable[[Audited], Outcome]] = {
    "markup": audit_markup,
    "structured": audit_structured,
    "paper": audit_paper,
    "links": audit_links,
    "headers": audit_headers,
    "access": audit_access,
    "firefox": audit_firefox,
    "webkit": audit_webkit,
    "lighthouse": audit_lighthouse,  # last: it measures time
}
SUPPLY = "supply"
STEPS = (SUPPLY, *OF_SITE)
MOST_TOLD = 20  # findings on the screen; the file of the step holds all
TABLE = "| Step | Looked at | Findings | Result | Seconds |\n|---|---|---|---|---|\n"


def main(names: Sequence[str]) -> int:
    """Run the steps and tell what they found; 0 when all are clean, 1 when not, 2 for a step that there is not."""
    if unknown := [one for one in names if one not in STEPS]:
        _say(f"There is no step “{unknown[0]}”. There are: {', '.join(STEPS)}.")
        return 2
    chosen = [one for one in STEPS if one in (names or STEPS)]
    report = Report(FOLDER / "results")
    if SUPPLY in chosen:
        report.take("supply", audit_supply)
    if of_site := [one for one in chosen if one in OF_SITE]:
        _audit_site(of_site, report)
    _say(f"\n{report.table}")
    return 0 if report.is_clean else 1


def _audit_site(names: Sequence[str], report: "Report") -> None:
    """Build the site, and take some steps over it."""
    site = FOLDER / "site"
    handouts = ["--handouts"] if "paper" in names else []
    words = ["build", str(ROOT), *handouts, "--base-url", PUBLISHED, "--output", str(site)]

    def build() -> Outcome:
        """What keeps the guide from being published."""
        status = crpsguide(words)
        return Outcome("the guide", [f"crpsguide {' '.join(words)} ended with {status}"] if status else [])

    if not report.take("build", build):
        return
    sizes = {PurePosixPath(one.relative_to(site)): one.stat().st_size for one in site.rglob("*.html")}
    pages = pages_by_kind(read_site(ROOT), sizes)
    try:
        with hosted(site, FOLDER / "host") as host:
            audited = Audited(site, host, pages, FOLDER / "tools", report.folder)
            for name in names:
                report.take(name, partial(OF_SITE[name], audited))
    except (NotHere, Broken) as error:
        report.add("host", "-", 0, _in_words(error), 0)


class Report:
    """What the steps found: a table that grows with each of them, and a file for each beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: list[tuple[str, str, int, str, float]] = []
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    @property
    def table(self) -> str:
        """The table, in Markdown."""
        rows = ((name, at, str(count), result, f"{seconds:.0f}") for name, at, count, result, seconds in self.rows)
        return TABLE + "".join(f"| {' | '.join(row)} |\n" for row in rows)

    @property
    def is_clean(self) -> bool:
        """Whether every step did its work and found nothing."""
        return all(result == "clean" for _, _, _, result, _ in self.rows)

    def take(self, name: str, step: Callable[[], Outcome]) -> bool:
        """Take a step and tell what it found; True when it is clean."""
        about = (step.func if isinstance(step, partial) else step).__doc__ or ""
        _say("\n" + f"{name}: {about}".splitlines()[0])
        started = time.monotonic()
        try:
            outcome = step()
        except (NotHere, Broken) as error:
            outcome = Outcome("-", [str(error)])
            result = _in_words(error)
        except Exception as error:  # what one step gets wrong must not cost a night's others
            outcome = Outcome("-", traceback.format_exception(error))
            result = "broken"
        else:
            result = "findings" if outcome.findings else "clean"
        lines = [*outcome.figures, "", *outcome.findings] if outcome.figures else outcome.findings
        (self.folder / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
        for line in (*outcome.figures, *outcome.findings[:MOST_TOLD]):
            _say(f"  {line}")
        _say(f"  {outcome.looked_at}: {result}")
        count = len(outcome.findings) if result == "findings" else 0
        self.add(name, outcome.looked_at, count, result, time.monotonic() - started)
        return result == "clean"

    def add(self, name: str, looked_at: str, findings: int, result: str, seconds: float) -> None:
        """Add a row, and write the table: a run that is ended leaves what it came to."""
        self.rows.append((name, looked_at, findings, result, seconds))
        (self.folder / "summary.md").write_text(self.table, "utf-8")


def _in_words(error: NotHere | Broken) -> str:
    return f"not here: {error}" if isinstance(error, NotHere) else "broken"


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
