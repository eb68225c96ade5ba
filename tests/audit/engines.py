"""The site in engines other than Chromium's: each kind of page, the search, a sheet and the claim checker."""

import json
import shutil
from pathlib import Path

import yaml
from tests.audit.audited import Audited, Outcome
from tests.audit.programs import NotHere, run

JOURNEY = Path(__file__).parent / "journey.mjs"
CLAIMS = Path(__file__).parent.parent / "browser/cases/clinic-words.yaml"
CHECKER, ANSWER = 'id="_claim-checker"', '<textarea class="answer" id="'
FOLDED = '<h2 id="_sources">Sources</h2>\n<details>'
NOT_A_PAGE = "404"  # its links are whole addresses, which lead away from this computer


def audit_firefox(audited: Audited) -> Outcome:
    """Faults and complaints in Firefox."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        raise NotHere("Firefox is not installed: apt-get install firefox-esr")
    return _journey(audited, "firefox", executable=firefox)


def audit_webkit(audited: Audited) -> Outcome:
    """Faults and complaints in WebKit, the engine of Safari and of all browsers of an iPhone."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("xvfb-run")
    windows = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if driver is None or screen is None or not windows:
        raise NotHere("WebKit is not installed: apt-get install webkit2gtk-driver xvfb xauth")
    return _journey(audited, "webkit", screen, "--auto-servernum", executable=driver, window=str(windows[-1]))


def _journey(audited: Audited, engine: str, *around: str, **programs: str) -> Outcome:
    kinds = {kind: address for kind, address in audited.kinds.items() if kind != NOT_A_PAGE}
    places = {
        "home": audited.host.home,
        "kinds": kinds,
        "folded": _page_with(audited, FOLDED),
        "search": "search/index.html",
        "sheet": _page_with(audited, ANSWER, but_not=CHECKER),
        "checker": _page_with(audited, CHECKER),
        "claim": next(iter(yaml.safe_load(CLAIMS.read_text("utf-8"))["claims"])),
        **programs,
    }
    pictures = audited.results / engine
    pictures.mkdir(exist_ok=True)
    said = run(
        [*around, "node", JOURNEY, engine, json.dumps(places)],
        {"TOOLS": str(audited.tools), "FOLDER": str(pictures)},
    )
    told = json.loads(said.splitlines()[-1])
    looked_at = f"{len(kinds)} kinds of page, sources, search, sheet, claim checker"
    return Outcome(looked_at, told["findings"], [told["name"]])


def _page_with(audited: Audited, part: str, but_not: str = "\0") -> str:
    pages = ((page, page.read_text("utf-8")) for page in audited.files(".html"))
    return next(str(page.relative_to(audited.site)) for page, text in pages if part in text and but_not not in text)
