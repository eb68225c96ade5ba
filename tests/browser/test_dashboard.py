"""The editor's dashboard of the real guide, opened from the disk."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.access import DESK, SIDEWAYS, violations
from tests.browser.visit import PHONE
from tests.real_guide import ROOT, real_edition

from crpsguide.check import outside_addresses
from crpsguide.commands.clock import build_day
from crpsguide.installed import builtin_templates
from crpsguide.model import Answer, Reach
from crpsguide.publish import publish_files
from crpsguide.render import render_dashboard


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    edition = real_edition()
    outside = [address for _, address in outside_addresses(edition.site)]
    files = render_dashboard(
        edition.site,
        edition.diagnostics,
        templates=[builtin_templates()],
        today=build_day(),
        grades=edition.judged.grades,
        outside=outside,
        answers={one: Answer(Reach.MOVED, build_day(), target=one) for one in outside},
        accepted_without_source=edition.judged.accepted_without_source,
    )
    return publish_files(files, (), tmp_path_factory.mktemp("dashboard") / "report", guide=ROOT).folder


@pytest.mark.parametrize("screen", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
def test_the_dashboard_is_open_to_every_editor(screen: Any, dashboard: Path, browser: Browser, axe: str) -> None:
    context = browser.new_context(viewport=screen)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))

    page.goto((dashboard / "index.html").as_uri())
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(axe)

    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) == 0
    assert sorted(Path(one).name for one in asked) == ["index.html", "report.css", "styles.css"]
    context.close()
