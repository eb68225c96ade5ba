"""Each component's examples and one small guide, kept as HTML: a change of looks is read like a change of code."""

import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest
from tests.render.sites import published_at
from tests.small_guide import write_small_guide

from crpsguide.installed import builtin_templates
from crpsguide.read import read_site
from crpsguide.render import render_site
from crpsguide.render.addresses import ICONS, WHOLE_GUIDE
from crpsguide.render.scripts import BUNDLES
from crpsguide.render.templates import EXCLUDED_COMPONENTS, Templates

GOLDEN = Path(__file__).parents[1] / "golden"
# Files of the templates, which to keep twice would prove nothing, and the sizes of all files.
LEFT_OUT = {*EXCLUDED_COMPONENTS, *BUNDLES, *ICONS, WHOLE_GUIDE}
CARRIED = re.compile(r"(?<=<style>).*(?=</style>)|(?<=style-src 'self' ')[^']+", re.DOTALL)
MAIN = re.compile(r'<main class="main" id="_main">\n(.*)</main>', re.DOTALL)


LINKED = re.compile(r'<link rel="stylesheet" href="(?:[^"]*/)?([^"/]+)">')
WORN, STYLED = re.compile(r'class="([^"]+)"'), re.compile(r"\.([a-z][\w-]*)")


def _golden_files() -> list[tuple[str, Path]]:
    return sorted((one.relative_to(GOLDEN).as_posix(), one) for one in GOLDEN.rglob("*") if one.is_file())


@cache
def rendered_guide() -> dict[str, str]:
    """The small guide, and a page for each component with its examples."""
    with TemporaryDirectory() as folder:
        site = read_site(write_small_guide(Path(folder)))
        assert site.troubles == ()
        site = published_at(site, "https://example.org/")
        files = render_site(site, templates=[builtin_templates()], today=date(2026, 11, 21))
        return {
            address.as_posix(): _golden_text(address, file.decode())
            for address, file in files.items()
            if address not in LEFT_OUT and address.suffix != ".png"
        }


def _golden_text(address: PurePosixPath, file: str) -> str:
    """Of the examples the text alone: what stands around it is in the small guide. Of no page the style it carries."""
    if address.parts[0] != "examples":
        return CARRIED.sub("", file)
    main = MAIN.search(file)
    assert main
    return main[1]


@pytest.fixture(scope="module", autouse=True)
def _accepted(request: pytest.FixtureRequest) -> None:
    """With `--update-golden`, what is rendered now is what is expected."""
    if not request.config.getoption("--update-golden"):
        return
    files = rendered_guide()
    shutil.rmtree(GOLDEN)
    for name, text in files.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_every_file_has_its_golden_twin() -> None:
    assert rendered_guide().keys() == {name for name, _ in _golden_files()}


@pytest.mark.parametrize(("name", "path"), [pytest.param(*one, id=one[0]) for one in _golden_files()])
def test_golden(name: str, path: Path) -> None:
    assert rendered_guide().get(name) == path.read_text(encoding="utf-8")


def test_a_page_asks_for_the_styles_of_all_that_it_shows() -> None:
    styles = Templates([builtin_templates()]).styles
    styled = {str(name): {*STYLED.findall(style)} for name, style in styles.items()}
    lacking = {
        (name, missing)
        for name, file in rendered_guide().items()
        for own in LINKED.findall(file)
        for worn in WORN.findall(file)
        for missing in {*worn.split()} & styled["all.css"] - styled[own]
    }

    assert lacking == set()
