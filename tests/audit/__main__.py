"""Builds the guide and audits the site with third-party tools: `python -m tests.audit [STEP …]`, by default all steps.

“make audit” first installs the tools in `build/audit/tools`. The site is built in `build/audit/site`; the table of
results is `build/audit/results/summary.md`, with a file for the findings of each step next to it. A step that fails is
a row of the table, and the others are run.
"""

import shutil
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from tests.audit.access import audit_access
from tests.audit.engines import audit_firefox, audit_webkit
from tests.audit.headers import audit_headers
from tests.audit.host import PUBLISHED, hosted
from tests.audit.lighthouse import audit_lighthouse
from tests.audit.links import audit_links
from tests.audit.markup import audit_markup
from tests.audit.paper import audit_paper
from tests.audit.programs import NotInstalledError, ProgramError
from tests.audit.step import Audit, Outcome
from tests.audit.structured import audit_structured
from tests.audit.supply import audit_supply
from tests.page_kinds import pages_by_kind
from tests.real_guide import ROOT

from crpsguide.cli import main as crpsguide
from crpsguide.read import read_site

FOLDER = ROOT / "build/audit"
SITE_STEPS: Mapping[str, Callable[[Audit], Outcome]] = {
    "markup": audit_markup,
    "structured": audit_structured,
    "paper": audit_paper,
    "links": audit_links,
    "headers": audit_headers,
    "access": audit_access,
    "firefox": audit_firefox,
    "webkit": audit_webkit,
    "lighthouse": audit_lighthouse,  # last, since it measures time
}
SUPPLY = "supply"
STEPS = (SUPPLY, *SITE_STEPS)
MAX_PRINTED = 20  # findings; the file of the step has all
TABLE_HEAD = "| Step | Scope | Findings | Result | Seconds |\n|---|---|---|---|---|\n"


def main(names: Sequence[str]) -> int:
    """Run the steps, and print their findings; 0 when there are none, 1 when there are, 2 for an unknown step."""
    if unknown := [one for one in names if one not in STEPS]:
        _print(f"There is no step “{unknown[0]}”. The steps are: {', '.join(STEPS)}.")
        return 2
    chosen = [one for one in STEPS if one in (names or STEPS)]
    report = Report(FOLDER / "results")
    if SUPPLY in chosen:
        report.run("supply", audit_supply)
    if site_steps := [one for one in chosen if one in SITE_STEPS]:
        _audit_site(site_steps, report)
    _print(f"\n{report.table}")
    return 0 if report.is_clean else 1


def _audit_site(names: Sequence[str], report: "Report") -> None:
    """Build the site, serve it, and run steps over it."""
    site = FOLDER / "site"
    handouts = ["--handouts"] if "paper" in names else []
    command = ["build", str(ROOT), *handouts, "--base-url", PUBLISHED, "--output", str(site)]

    def build() -> Outcome:
        """Errors that prevent publishing."""
        status = crpsguide(command)
        return Outcome("the guide", [f"crpsguide {' '.join(command)} exited with {status}"] if status else [])

    if not report.run("build", build):
        return
    sizes = {PurePosixPath(one.relative_to(site)): one.stat().st_size for one in site.rglob("*.html")}
    pages = pages_by_kind(read_site(ROOT), sizes)
    try:
        with hosted(site, FOLDER / "host") as host:
            audit = Audit(site, host, pages, FOLDER / "tools", report.folder)
            for name in names:
                report.run(name, partial(SITE_STEPS[name], audit))
    except (NotInstalledError, ProgramError) as error:
        report.add("host", "-", 0, _result(error), 0)


class Report:
    """The results of the steps: a table, and a file with the findings of each, written after each step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: list[tuple[str, str, int, str, float]] = []
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    @property
    def table(self) -> str:
        """The table, in Markdown."""
        rows = (
            (name, scope, str(count), result, f"{seconds:.0f}") for name, scope, count, result, seconds in self.rows
        )
        return TABLE_HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)

    @property
    def is_clean(self) -> bool:
        """Whether all steps ran and found nothing."""
        return all(result == "clean" for _, _, _, result, _ in self.rows)

    def run(self, name: str, step: Callable[[], Outcome]) -> bool:
        """Run a step, and print and record its findings; whether it is clean."""
        description = (step.func if isinstance(step, partial) else step).__doc__ or ""
        _print("\n" + f"{name}: {description}".splitlines()[0])
        started = time.monotonic()
        try:
            outcome = step()
        except (NotInstalledError, ProgramError) as error:
            outcome = Outcome("-", [str(error)])
            result = _result(error)
        except Exception as error:  # an error in one step must not prevent the others
            outcome = Outcome("-", traceback.format_exception(error))
            result = "failed"
        else:
            result = "findings" if outcome.findings else "clean"
        lines = [*outcome.figures, "", *outcome.findings] if outcome.figures else outcome.findings
        (self.folder / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
        for line in (*outcome.figures, *outcome.findings[:MAX_PRINTED]):
            _print(f"  {line}")
        _print(f"  {outcome.scope}: {result}")
        count = len(outcome.findings) if result == "findings" else 0
        self.add(name, outcome.scope, count, result, time.monotonic() - started)
        return result == "clean"

    def add(self, name: str, scope: str, findings: int, result: str, seconds: float) -> None:
        """Add a row, and write the table, so that an interrupted audit leaves its results so far."""
        self.rows.append((name, scope, findings, result, seconds))
        (self.folder / "summary.md").write_text(self.table, "utf-8")


def _result(error: NotInstalledError | ProgramError) -> str:
    return f"not installed: {error}" if isinstance(error, NotInstalledError) else "failed"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
