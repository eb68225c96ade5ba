"""The components with their examples, and what a screen reader is told of one page of each kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.access import MODES, SIDEWAYS, violations
from tests.browser.visit import PHONE, Visit
from tests.small_guide import EXAMPLES, GUIDE, render_patterns

from crpsguide.publish import publish_files

TREES = Path(__file__).parents[1] / "golden-trees"
# The small guide has a page of every kind.
TOLD = (
    "404.html",
    "about/cold-feet-easy.html",
    "about/cold-feet.html",
    "about/index.html",
    "changes.html",
    "claims/index.html",
    "claims/walking-cures.html",
    "clinics/shoes.html",
    "evidence/index.html",
    "evidence/kinds/randomised-trial.html",
    "evidence/walk2020.html",
    "index.html",
    "offline.html",
    "search/index.html",
    "tools/glossary.html",
)


@pytest.fixture(scope="session")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_files(render_patterns(), (), tmp_path_factory.mktemp("patterns") / "site", guide=GUIDE).folder


@pytest.fixture(scope="module", params=["dark", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser, patterns: Path) -> Iterator[Visit]:
    context = browser.new_context(**MODES[request.param], service_workers="block")
    yield Visit(context, patterns)
    context.close()


@pytest.mark.parametrize("component", [path.parent.name for path in EXAMPLES])
def test_a_component_is_open_to_everyone_on_a_dark_phone_and_on_a_desk(component: str, visit: Visit, axe: str) -> None:
    page = visit.open(f"examples/{component}.html")
    page.evaluate(axe)

    assert page.evaluate(SIDEWAYS) == 0
    assert violations(page) == []


@pytest.fixture(scope="module")
def teller(browser: Browser, patterns: Path) -> Iterator[Page]:
    """A page without scripts: what is told before any of them has run."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield Visit(context, patterns).page
    context.close()


@pytest.mark.parametrize("address", TOLD)
def test_a_screen_reader_is_told_this(address: str, teller: Page, request: pytest.FixtureRequest) -> None:
    teller.goto(f"https://guide.example/{address}")

    told = teller.locator("body").aria_snapshot() + "\n"

    golden = (TREES / address).with_suffix(".yaml")
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
