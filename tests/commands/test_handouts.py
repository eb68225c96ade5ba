import os
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

PACK = """\
packs:
  - {name: first-days, title: The first days, summary: Where to begin., pages: [index.md, living/pacing.md]}
"""


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1795000000")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide of two pages and a pack."""
    need_pdf_library()
    guide = write_guide(tmp_path)
    write(guide / "content/site.yaml", SETTINGS + PACK)
    return guide


def with_handouts(guide: Path) -> Built:
    return build_guide(guide, Choices(), handouts=True, caches=caches_of(guide, creates_build=True))


def site_file(guide: Path, name: str) -> Path:
    return guide / "build/site" / name


def printed_handouts(built: Built) -> int:
    assert built.handouts
    return built.handouts.printed


def test_pages_and_packs_are_published_as_pdf(guide: Path) -> None:
    built = with_handouts(guide)

    found = {one.relative_to(site_file(guide, "handouts")).as_posix() for one in (guide / "build/site").rglob("*.pdf")}
    names = ("index", "living/pacing", "first-days")
    assert found == {f"{name}-{format}.pdf" for name in names for format in ("a4", "letter", "large-print")}
    assert printed_handouts(built) == 9


def test_a_page_offers_its_handouts_with_their_sizes(guide: Path) -> None:
    with_handouts(guide)

    text = site_file(guide, "living/pacing.html").read_text("utf-8")
    size = round(site_file(guide, "handouts/living/pacing-a4.pdf").stat().st_size / 1000)
    assert 'href="../handouts/living/pacing-a4.pdf"' in text
    assert f">A4 (PDF, {size} kB)<" in text


def test_the_list_offers_packs_and_pages(guide: Path) -> None:
    with_handouts(guide)

    text = site_file(guide, "handouts/index.html").read_text("utf-8")
    assert 'href="first-days-large-print.pdf"' in text
    assert 'href="living/pacing-a4.pdf"' in text
    assert "Where to begin." in text
    assert 'href="handouts/index.html">On paper</a>' in site_file(guide, "index.html").read_text("utf-8")


def test_without_them_no_page_tells_of_any(guide: Path) -> None:
    with_handouts(guide)

    build_guide(guide, Choices())

    assert not site_file(guide, "handouts").exists()
    assert "handouts" not in site_file(guide, "index.html").read_text("utf-8")


def test_only_what_has_changed_is_printed_again(guide: Path) -> None:
    with_handouts(guide)
    write(guide / "content/pages/living/pacing.md", page("Rest *often*.", title="Pacing"))

    again = with_handouts(guide)

    assert printed_handouts(again) == 6  # the page and the pack that holds it, in three formats
    assert "often" in pages_of(site_file(guide, "handouts/first-days-a4.pdf").read_bytes())[-1]


def test_the_same_guide_is_not_published_again(guide: Path) -> None:
    with_handouts(guide)

    again = with_handouts(guide)

    assert again.published
    assert (printed_handouts(again), again.published.changed) == (0, False)


def test_a_page_is_drawn_again_when_it_or_its_handouts_have_changed(
    guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: list[str] = []
    draw = Templates.render

    def render(self: Templates, name: str, values: Mapping[str, Any], *, drawn: str) -> str:
        files.append(drawn)
        return draw(self, name, values, drawn=drawn)

    with_handouts(guide)
    write(guide / "content/pages/living/pacing.md", page("Rest *often*, and rest well.", title="Pacing"))
    monkeypatch.setattr(Templates, "render", render)

    with_handouts(guide)

    assert files.count("index.html") == 0
    assert files.count("living/pacing.html") == 2  # to be printed, and with the new sizes of its handouts
    assert files.count("handouts/index.html") == 1


def test_handouts_lead_to_the_address_that_a_build_is_for(guide: Path) -> None:
    build_guide(
        guide, Choices(base_url="https://example.org/"), handouts=True, caches=caches_of(guide, creates_build=True)
    )

    assert "https://example.org/living/pacing.html" in site_file(guide, "sitemap.xml").read_text("utf-8")
    words = [word for one in pages_of(site_file(guide, "handouts/living/pacing-a4.pdf").read_bytes()) for word in one]
    assert "https example org living pacing html" in " ".join(words)


def test_another_day_prints_nothing_again(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_handouts(guide)
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1795086400")

    assert printed_handouts(with_handouts(guide)) == 0


def test_a_build_that_is_ended_leaves_the_handouts_of_before(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_handouts(guide)
    before = site_file(guide, "handouts/index-a4.pdf").read_bytes()
    write(guide / "content/pages/index.md", page("Other [words](living/pacing.md)."))

    def end(step: str) -> None:
        if step.endswith("1 of 6"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_guide(guide, Choices(), handouts=True, on_step=end, caches=caches_of(guide))

    assert site_file(guide, "handouts/index-a4.pdf").read_bytes() == before
    assert printed_handouts(with_handouts(guide)) == 5


def test_errors_are_told_before_anything_is_printed(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "print_handouts", lambda *arguments: pytest.fail("printed"))
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    assert with_handouts(guide).published is None


def test_what_is_wrong_in_a_page_that_tells_of_handouts_holds_them_back(guide: Path) -> None:
    write(
        guide / "templates/handouts.html",
        '{% extends "base.html" %}{% block main %}<a href="gone.html">x</a>{% endblock %}',
    )

    assert with_handouts(guide).published is None


def test_where_nothing_is_remembered_nothing_is_kept(guide: Path) -> None:
    build_guide(guide, Choices(), handouts=True)

    assert not (guide / "build/cache").exists()


def test_pictures_are_printed(guide: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="{}" d="M0 0h9v9z"/></svg>'
    write(guide / "content/pages/index.md", page("![A foot](foot.svg)\n\n[Pacing](living/pacing.md)"))
    write(guide / "content/pages/foot.svg", drawing.format("red"))
    with_handouts(guide)
    before = site_file(guide, "handouts/index-a4.pdf").read_bytes()
    write(guide / "content/pages/foot.svg", drawing.format("blue"))

    again = with_handouts(guide)

    assert printed_handouts(again) == 6
    assert site_file(guide, "handouts/index-a4.pdf").read_bytes() != before


def test_where_nothing_can_be_printed_the_site_of_before_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    guide = write_guide(tmp_path)
    build_guide(guide, Choices())
    steps: list[str] = []

    with pytest.raises(GuideError):
        build_guide(guide, Choices(), handouts=True, on_step=steps.append)

    assert site_file(guide, "index.html").exists()
    assert steps == [], "told before anybody waits"


@pytest.mark.parametrize("package", ["weasyprint", "segno"])
def test_a_missing_package_is_told_with_the_next_step(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(GuideError, match=package) as told:
        require_pdf_library()

    assert "pip install" in told.value.help


class _WithoutPango:
    """What importing WeasyPrint comes to where its libraries are missing."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.fixture
def _without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_WithoutPango(), *sys.meta_path])


@pytest.mark.usefixtures("_without_pango")
def test_a_missing_library_is_told_with_the_next_step() -> None:
    with pytest.raises(GuideError, match="Pango") as told:
        require_pdf_library()

    assert "libpango-1.0-0" in told.value.help
