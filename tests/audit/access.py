"""One page of each kind is open to everyone: the engine of IBM's Equal Access, as a second opinion beside axe."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import sync_playwright
from tests.audit.audited import Audited, Outcome
from tests.audit.host import PUBLISHED
from tests.audit.programs import NotHere
from tests.browser.access import MODES
from tests.browser.chromium import APT, FLAGS, find_browser
from tests.browser.visit import PHONE

ENGINE = "node_modules/accessibility-checker-engine/ace.js"
CHECK = """async () => { const { results } = await new ace.Checker().check(document, ["IBM_Accessibility", "WCAG_2_2"]);
    return results.map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet })) }"""
SURE = ["VIOLATION", "FAIL"]
FOR_PEOPLE = ("POTENTIAL", "MANUAL")
FEWEST_PASSES = 20  # a blank page has no faults either
LOOKS: Mapping[str, Mapping[str, Any]] = {"light": {"viewport": PHONE}, "dark": MODES["dark"]}
# What the engine is sure of and wrong about: the rule, and the part of the page.
ALLOWED = {
    # The label only makes the box easier to hit; the words beside it name it, by aria-labelledby.
    ("label_content_exists", '<label class="checklist__tick">'),
}


def audit_access(audited: Audited) -> Outcome:
    """Faults that the engine is sure of, in the light and the dark; what it asks people to look at is counted."""
    path = find_browser()
    if path is None:
        raise NotHere(f"Chromium is not installed: {APT}")
    engine = (audited.tools / ENGINE).read_text("utf-8")
    findings: list[str] = []
    for_people = 0
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=[*FLAGS, *audited.host.flags])
        for look, options in LOOKS.items():
            page = browser.new_context(**options).new_page()
            for kind, address in audited.kinds.items():
                page.goto(PUBLISHED + address)
                page.evaluate(engine)
                results: list[dict[str, Any]] = page.evaluate(CHECK)
                place = f"{kind} ({address}), {look}"
                faults = [one for one in results if one["value"] == SURE]
                findings += [
                    f"{place}: {_told(one)}" for one in faults if (one["ruleId"], one["snippet"]) not in ALLOWED
                ]
                if sum(one["value"][1] == "PASS" for one in results) < FEWEST_PASSES:
                    findings.append(f"{place}: the engine saw next to nothing")
                for_people += sum(one["value"][1] in FOR_PEOPLE for one in results)
        browser.close()
    return Outcome(
        f"{len(audited.kinds)} kinds of page, {' and '.join(LOOKS)}", findings, [f"for people to look at: {for_people}"]
    )


def _told(fault: dict[str, Any]) -> str:
    return f"{fault['ruleId']}: {fault['message']}: {fault['snippet'][:200]}"
