import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.guides import DEAD_LINK, SETTINGS, page, write, write_guide
from tests.pdfs import need_pdf_library, pages_of

from crpsguide.commands import build
from crpsguide.commands.build import Built, build_guide
from crpsguide.commands.edition import Choices, caches_of
from crpsguide.errors import GuideError
from crpsguide.pdf import require_pdf_library
from crpsguide.render.templates import Templates

NO_CHOICES = Choices()
PACK = """\
packs:
  - {name: first-days, title: The first days, summary: Where to begin., pages: [index.md, living/pacing.md]}
"""


pytestmark = pytest.mark.usefixtures("fixed_date")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide of two pages and a pack."""
    need_pdf_library()
    guide = write_guide(tmp_path)
    write(guide / "content/site.yaml", SETTINGS + PACK)
    return guide


def build_with_handouts(guide: Path, choices: Choices = NO_CHOICES) -> Built:
    return build_guide(guide, choices, handouts=True, caches=caches_of(guide, creates_build=True))


def site_file(guide: Path, name: str) -> Path:
    return guide / "build/site" / name


def printed_handouts(built: Built) -> int:
    """The number of PDFs that were printed, and not taken from the cache."""
    assert built.handouts
    return built.handouts.printed


def test_pages_and_packs_are_published_as_pdf(guide: Path) -> None:
    built = build_with_handouts(guide)

    found = {one.relative_to(site_file(guide, "handouts")).as_posix() for one in (guide / "build/site").rglob("*.pdf")}
    names = ("index", "living/pacing", "first-days")
    assert found == {f"{name}-{format}.pdf" for name in names for format in ("a4", "letter", "large-print")}
    assert printed_handouts(built) == 9


def test_a_page_links_its_handouts_with_their_sizes(guide: Path) -> None:
    build_with_handouts(guide)

    text = site_file(guide, "living/pacing.html").read_text("utf-8")
    size = round(site_file(guide, "handouts/living/pacing-a4.pdf").stat().st_size / 1000)
    assert 'href="../handouts/living/pacing-a4.pdf"' in text
    assert f">A4 (PDF, {size} kB)<" in text


def test_the_list_of_handouts_links_packs_and_pages(guide: Path) -> None:
    build_with_handouts(guide)

    text = site_file(guide, "handouts/index.html").read_text("utf-8")
    assert 'href="first-days-large-print.pdf"' in text
    assert 'href="living/pacing-a4.pdf"' in text
    assert "Where to begin." in text
    assert 'href="handouts/index.html">On paper</a>' in site_file(guide, "index.html").read_text("utf-8")


def test_a_build_without_handouts_removes_them_and_their_links(guide: Path) -> None:
    build_with_handouts(guide)

    build_guide(guide, Choices())

    assert not site_file(guide, "handouts").exists()
    assert "handouts" not in site_file(guide, "index.html").read_text("utf-8")


def test_only_changed_pages_and_their_packs_are_printed_again(guide: Path) -> None:
    build_with_handouts(guide)
    write(guide / "content/pages/living/pacing.md", page("Rest *often*.", title="Pacing"))

    again = build_with_handouts(guide)

    assert printed_handouts(again) == 6  # the page and its pack, in three formats each
    assert "often" in pages_of(site_file(guide, "handouts/first-days-a4.pdf").read_bytes())[-1]


def test_an_unchanged_guide_is_not_published_again(guide: Path) -> None:
    build_with_handouts(guide)

    again = build_with_handouts(guide)

    assert again.published
    assert (printed_handouts(again), again.published.changed) == (0, False)


def test_a_page_is_rendered_again_when_it_or_the_sizes_of_its_handouts_changed(
    guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    original = Templates.render

    def render(self: Templates, name: str, values: Mapping[str, Any], *, output: str) -> str:
        rendered.append(output)
        return original(self, name, values, output=output)

    build_with_handouts(guide)
    write(guide / "content/pages/living/pacing.md", page("Rest *often*, and rest well.", title="Pacing"))
    monkeypatch.setattr(Templates, "render", render)

    build_with_handouts(guide)

    assert rendered.count("index.html") == 0
    assert rendered.count("living/pacing.html") == 2  # for its handouts, and again with their new sizes
    assert rendered.count("handouts/index.html") == 1


def test_handouts_name_the_address_of_the_site(guide: Path) -> None:
    build_with_handouts(guide, Choices(base_url="https://example.org/"))

    assert "https://example.org/living/pacing.html" in site_file(guide, "sitemap.xml").read_text("utf-8")
    words = [word for one in pages_of(site_file(guide, "handouts/living/pacing-a4.pdf").read_bytes()) for word in one]
    assert "https example org living pacing html" in " ".join(words)


def test_a_build_on_another_date_prints_no_pdf_again(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_with_handouts(guide)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795086400")  # a day later

    assert printed_handouts(build_with_handouts(guide)) == 0


def test_an_interrupted_build_keeps_the_published_handouts_and_caches_new_ones(
    guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_with_handouts(guide)
    before = site_file(guide, "handouts/index-a4.pdf").read_bytes()
    write(guide / "content/pages/index.md", page("Other [words](living/pacing.md)."))

    def interrupt(step: str) -> None:
        if step.endswith("1 of 6"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_guide(guide, Choices(), handouts=True, on_step=interrupt, caches=caches_of(guide))

    assert site_file(guide, "handouts/index-a4.pdf").read_bytes() == before
    assert printed_handouts(build_with_handouts(guide)) == 5


def test_no_pdf_is_printed_for_a_guide_with_errors(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "print_handouts", lambda *arguments: pytest.fail("printed"))
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    assert build_with_handouts(guide).published is None


def test_an_error_in_the_list_of_handouts_prevents_publishing(guide: Path) -> None:
    write(
        guide / "templates/handouts.html",
        '{% extends "base.html" %}{% block main %}<a href="gone.html">x</a>{% endblock %}',
    )

    assert build_with_handouts(guide).published is None


def test_a_build_without_caches_writes_no_cache(guide: Path) -> None:
    build_guide(guide, Choices(), handouts=True)

    assert not (guide / "build/cache").exists()


def test_a_changed_image_is_printed_again(guide: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="{}" d="M0 0h9v9z"/></svg>'
    write(guide / "content/pages/index.md", page("![A foot](foot.svg)\n\n[Pacing](living/pacing.md)"))
    write(guide / "content/pages/foot.svg", svg.format("red"))
    build_with_handouts(guide)
    before = site_file(guide, "handouts/index-a4.pdf").read_bytes()
    write(guide / "content/pages/foot.svg", svg.format("blue"))

    again = build_with_handouts(guide)

    assert printed_handouts(again) == 6
    assert site_file(guide, "handouts/index-a4.pdf").read_bytes() != before


def test_without_the_pdf_library_the_build_stops_at_once_and_keeps_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    guide = write_guide(tmp_path)
    build_guide(guide, Choices())
    steps: list[str] = []

    with pytest.raises(GuideError):
        build_guide(guide, Choices(), handouts=True, on_step=steps.append)

    assert site_file(guide, "index.html").exists()
    assert steps == []


@pytest.mark.parametrize("package", ["weasyprint", "segno"])
def test_the_error_for_a_missing_package_names_the_command_that_installs_it(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(GuideError, match=package) as caught:
        require_pdf_library()

    assert "pip install" in caught.value.help


class _WithoutPango:
    """An import finder that fails as WeasyPrint does where its shared libraries are missing."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.fixture
def _without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_WithoutPango(), *sys.meta_path])


@pytest.mark.usefixtures("_without_pango")
def test_the_error_for_a_missing_library_names_its_package() -> None:
    with pytest.raises(GuideError, match="Pango") as caught:
        require_pdf_library()

    assert "libpango-1.0-0" in caught.value.help
