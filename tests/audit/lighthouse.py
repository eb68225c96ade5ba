"""One page of each kind on a slow phone: Lighthouse gives 100 of 100 in each of its four categories."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.audit.audited import Audited, Outcome
from tests.audit.host import PUBLISHED
from tests.audit.programs import NotHere, run
from tests.browser.chromium import APT, FLAGS, find_browser

CLI = "node_modules/lighthouse/cli/index.js"
FULL = 1.0
TRIES = 3  # speed is measured, and a computer that does other things meanwhile measures itself
NOT_A_PAGE = "404"  # Lighthouse looks at no page that is not there


def audit_lighthouse(audited: Audited) -> Outcome:
    """Categories below 100, each with the audits that cost it points."""
    browser = find_browser()
    if browser is None:
        raise NotHere(f"Chromium is not installed: {APT}")
    kept = audited.results / "lighthouse"
    kept.mkdir(exist_ok=True)
    kinds = {kind: address for kind, address in audited.kinds.items() if kind != NOT_A_PAGE}
    findings, figures = [], []
    for kind, address in kinds.items():
        report = _best_report(audited, address, browser)
        (kept / f"{re.sub(r'[^a-z0-9]+', '-', kind)}.json").write_text(json.dumps(report), "utf-8")
        findings += [f"{kind} ({address}): {one}" for one in _faults(report)]
        scores = (f"{name} {one['score'] * 100:.0f}" for name, one in report["categories"].items())
        figures.append(f"{kind}: {', '.join(scores)}")
    return Outcome(f"{len(kinds)} kinds of page", findings, figures)


def _best_report(audited: Audited, address: str, browser: str) -> dict[str, Any]:
    # Lighthouse takes a value with spaces in quotes of its own.
    flags = " ".join((*FLAGS, *(re.sub("=(.* .*)", r'="\1"', one) for one in audited.host.flags)))
    options = ("--quiet", "--output=json", "--output-path=stdout", f"--chrome-flags={flags}")
    reports = []
    for _ in range(TRIES):
        said = run(
            ["node", audited.tools / CLI, PUBLISHED + address.removesuffix("index.html"), *options],
            {"CHROME_PATH": browser},
        )
        reports.append(json.loads(said))
        if _points(reports[-1]) == FULL * len(reports[-1]["categories"]):
            break
    best: dict[str, Any] = max(reports, key=_points)
    return best


def _points(report: dict[str, Any]) -> float:
    return sum(one["score"] or 0 for one in report["categories"].values())


def _faults(report: dict[str, Any]) -> Iterator[str]:
    """What cost points: audits that weigh something in a category, and are not passed."""
    for category in report["categories"].values():
        if category["score"] == FULL:
            continue
        yield f"{category['title']}: {(category['score'] or 0) * 100:.0f}"
        for one in category["auditRefs"]:
            audit = report["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < FULL:
                yield f"{category['title']}: {audit['title']} {audit.get('displayValue', '')}".rstrip()
