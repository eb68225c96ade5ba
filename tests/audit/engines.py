"""The site in Firefox and WebKit: one page of each kind, the search, a form and the claim checker."""

import json
import shutil
from pathlib import Path

import yaml
from tests.audit.programs import NotInstalledError, run
from tests.audit.step import Audit, Outcome

JOURNEY = Path(__file__).parent / "journey.mjs"
CLAIMS = Path(__file__).parent.parent / "browser/cases/clinic-words.yaml"
CLAIM_CHECKER, ANSWER_FIELD = 'id="_claim-checker"', '<textarea class="answer" id="'
COLLAPSED_SOURCES = '<h2 id="_sources">Sources</h2>\n<details>'
NOT_A_PAGE = "404"  # its links are absolute URLs, which lead away from this host


def audit_firefox(audit: Audit) -> Outcome:
    """Failures and console messages in Firefox."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        raise NotInstalledError("Firefox is not installed: apt-get install firefox-esr")
    return _journey(audit, "firefox", executable=firefox)


def audit_webkit(audit: Audit) -> Outcome:
    """Failures and errors in WebKit, the engine of Safari and of all browsers on an iPhone."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("xvfb-run")
    windows = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if driver is None or screen is None or not windows:
        raise NotInstalledError("WebKit is not installed: apt-get install webkit2gtk-driver xvfb xauth")
    return _journey(audit, "webkit", screen, "--auto-servernum", executable=driver, window=str(windows[-1]))


def _journey(audit: Audit, engine: str, *wrapper: str, **programs: str) -> Outcome:
    kinds = {kind: address for kind, address in audit.kinds.items() if kind != NOT_A_PAGE}
    parameters = {
        "home": audit.host.home,
        "kinds": kinds,
        "collapsed": _page_with(audit, COLLAPSED_SOURCES),
        "search": "search/index.html",
        "sheet": _page_with(audit, ANSWER_FIELD, without=CLAIM_CHECKER),
        "checker": _page_with(audit, CLAIM_CHECKER),
        "claim": next(iter(yaml.safe_load(CLAIMS.read_text("utf-8"))["claims"])),
        **programs,
    }
    screenshots = audit.results / engine
    screenshots.mkdir(exist_ok=True)
    output = run(
        [*wrapper, "node", JOURNEY, engine, json.dumps(parameters)],
        {"TOOLS": str(audit.tools), "FOLDER": str(screenshots)},
    )
    result = json.loads(output.splitlines()[-1])
    scope = f"{len(kinds)} kinds of page, sources, search, sheet, claim checker"
    return Outcome(scope, result["findings"], [result["name"]])


def _page_with(audit: Audit, part: str, without: str = "\0") -> str:
    pages = ((page, page.read_text("utf-8")) for page in audit.files(".html"))
    return next(str(page.relative_to(audit.site)) for page, text in pages if part in text and without not in text)
