"""Accessibility of one page of each kind, by the engine of IBM Equal Access: a second opinion after axe."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import sync_playwright
from tests.audit.host import PUBLISHED
from tests.audit.programs import NotInstalledError
from tests.audit.step import Audit, Outcome
from tests.browser.access import MODES
from tests.browser.chromium import APT, FLAGS, find_browser
from tests.browser.visit import PHONE

ENGINE = "node_modules/accessibility-checker-engine/ace.js"
CHECK = """async () => { const { results } = await new ace.Checker().check(document, ["IBM_Accessibility", "WCAG_2_2"]);
    return results.map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet })) }"""
CERTAIN_FAILURE = ["VIOLATION", "FAIL"]
NEEDS_REVIEW = ("POTENTIAL", "MANUAL")
MIN_PASSES = 20  # a blank page has no failures either
THEMES: Mapping[str, Mapping[str, Any]] = {"light": {"viewport": PHONE}, "dark": MODES["dark"]}
# False positives: the rule, and the HTML of the element.
FALSE_POSITIVES = {
    # This label only enlarges the target; the name of the box comes from aria-labelledby.
    ("label_content_exists", '<label class="checklist__tick">'),
}


def audit_access(audit: Audit) -> Outcome:
    """Certain failures in the light and the dark theme; possible ones, which people have to review, are counted."""
    path = find_browser()
    if path is None:
        raise NotInstalledError(f"Chromium is not installed: {APT}")
    engine = (audit.tools / ENGINE).read_text("utf-8")
    findings: list[str] = []
    needs_review = 0
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=[*FLAGS, *audit.host.flags])
        for theme, options in THEMES.items():
            page = browser.new_context(**options).new_page()
            for kind, address in audit.kinds.items():
                page.goto(PUBLISHED + address)
                page.evaluate(engine)
                results: list[dict[str, Any]] = page.evaluate(CHECK)
                place = f"{kind} ({address}), {theme}"
                failures = [one for one in results if one["value"] == CERTAIN_FAILURE]
                findings += [f"{place}: {_description(one)}" for one in failures if not _is_false_positive(one)]
                if sum(one["value"][1] == "PASS" for one in results) < MIN_PASSES:
                    findings.append(f"{place}: the engine found almost nothing to check")
                needs_review += sum(one["value"][1] in NEEDS_REVIEW for one in results)
        browser.close()
    scope = f"{len(audit.kinds)} kinds of page, {' and '.join(THEMES)}"
    return Outcome(scope, findings, [f"to be reviewed by people: {needs_review}"])


def _is_false_positive(failure: dict[str, Any]) -> bool:
    return (failure["ruleId"], failure["snippet"]) in FALSE_POSITIVES


def _description(failure: dict[str, Any]) -> str:
    return f"{failure['ruleId']}: {failure['message']}: {failure['snippet'][:200]}"
