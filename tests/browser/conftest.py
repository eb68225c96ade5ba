import os
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.browser.chromium import APT, FLAGS, find_browser
from tests.real_guide import ROOT, real_edition
from tests.small_guide import write_small_guide

from crpsguide.installed import builtin_templates
from crpsguide.publish import publish_files
from crpsguide.read import read_site
from crpsguide.render import render_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide, built into a folder."""
    edition = real_edition()
    if edition.has_errors:
        pytest.fail("The guide cannot be built: “crpsguide check” tells why.", pytrace=False)
    output = tmp_path_factory.mktemp("real") / "site"
    return publish_files(edition.files, edition.site.assets.values(), output, guide=ROOT).folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"No browser here. Install one: {APT}")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core (https://github.com/dequelabs/axe-core, MPL 2.0)."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide of the tests, built into a folder."""
    root = write_small_guide(tmp_path_factory.mktemp("small"))
    site = read_site(root)
    files = render_site(site, templates=[builtin_templates()], today=date(2026, 11, 21))
    return publish_files(files, site.assets.values(), root / "build/site", guide=root).folder
