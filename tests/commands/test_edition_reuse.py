"""What an edition takes from its caches, and what it computes again: by change, and with several processes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn

import pytest
from tests.check.guides import TRIAL
from tests.commands.changing_guides import BODIES, CITED, DRIP, SVG, TODAY, cached_edition
from tests.guides import page, write

from crpsguide.cache import NO_CACHES, Caches
from crpsguide.check import Judged, judge_site
from crpsguide.check.claims import Reason, Setting, coverage, why_no_source
from crpsguide.commands import edition as editions
from crpsguide.commands.edition import Choices, make_edition
from crpsguide.commands.guide import template_folders
from crpsguide.errors import GuideError
from crpsguide.model import NO_CACHE, Cache, Site
from crpsguide.read import read_site
from crpsguide.render import render_dashboard, render_site
from crpsguide.render.context import Context

VALID_PAGE = page("Rest well.", "Page 1")
PAGE_WITH_UNKNOWN_SOURCE = page("Rest is good.[@nobody1999#week-1]", "Page 1")


class RecordingCache:
    """A cache in memory that lists what was stored in it."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.stored: list[object] = []

    def get(self, key: str) -> object:
        return self.values.get(key)

    def put(self, key: str, value: object) -> None:
        self.values[key] = value
        self.stored.append(value)


@pytest.fixture
def cited_guide(tmp_path: Path) -> Path:
    """A guide of two pages, each of which cites a source of its own."""
    write(tmp_path / "content/pages/index.md", page(CITED))
    write(tmp_path / "content/pages/rest.md", page("Rest is good.[@two2021#week-1]"))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    write(tmp_path / "content/evidence/two2021.yaml", TRIAL)
    return tmp_path


def guide_with_changed_page(guide: Path, changed_page: str) -> Caches:
    """Write a guide, fill its caches, change one page, and return the caches."""
    write(guide / "content/pages/index.md", page("Welcome."))
    for number in range(4):
        write(guide / f"content/pages/page-{number}.md", page("Rest is good.", f"Page {number}"))
    caches = Caches(guide / "build")
    cached_edition(guide, caches)
    caches.save()
    write(guide / "content/pages/page-1.md", changed_page)
    return Caches(guide / "build")


def rendered(guide: Path, cache: Cache) -> Mapping[PurePosixPath, bytes]:
    """The files of a guide, rendered with a cache."""
    return render_site(read_site(guide), templates=template_folders(guide), today=TODAY, cache=cache)


def test_only_new_sentences_are_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def record(text: str, setting: Setting) -> Reason | None:
        judged.append(text)
        return why_no_source(text, setting)

    monkeypatch.setattr(coverage, "why_no_source", record)
    caches = Caches(tmp_path / "cache")
    write(tmp_path / "content/pages/index.md", page("Welcome."))
    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="") + "Rest is good. It is cold.")
    cached_edition(tmp_path, caches)
    judged.clear()
    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="") + "Rest is good. Ask your nurse. It is cold.")

    cached_edition(tmp_path, caches)

    assert judged == ["Ask your nurse."]


def test_a_page_is_judged_again_when_a_source_that_it_cites_changes(cited_guide: Path) -> None:
    before = cached_edition(cited_guide, Caches(cited_guide / "cache"))
    write(cited_guide / "content/evidence/one2020.yaml", TRIAL.replace('"38"', '"12"'))

    after = cached_edition(cited_guide, Caches(cited_guide / "cache"))

    assert "number-not-in-finding" not in {one.name for one in before.diagnostics}
    assert "number-not-in-finding" in {one.name for one in after.diagnostics}


def test_only_the_pages_that_show_a_changed_source_are_rendered_again(cited_guide: Path) -> None:
    cache = RecordingCache()
    rendered(cited_guide, cache)
    cache.stored.clear()
    write(cited_guide / "content/evidence/two2021.yaml", TRIAL.replace("low", "high"))

    files = rendered(cited_guide, cache)

    stored_files = [one[2] for one in cache.stored if isinstance(one, tuple) and len(one) == 3]
    assert files[PurePosixPath("rest.html")] in stored_files
    assert files[PurePosixPath("index.html")] not in stored_files


@pytest.mark.parametrize(
    ("day", "base_url"),
    [
        pytest.param(date(2028, 1, 1), "", id="date after the next check of the page"),
        pytest.param(TODAY, "https://example.org", id="another address"),
    ],
)
def test_a_page_is_rendered_again_for_another_date_or_address(day: date, base_url: str, tmp_path: Path) -> None:
    def render(site: Site, day: date, cache: Cache) -> bytes:
        files = render_site(site, templates=template_folders(tmp_path), today=day, cache=cache)
        return files[PurePosixPath("drip.html")]

    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="rash"))
    site, cache = read_site(tmp_path), RecordingCache()
    moved_site = replace(site, settings=replace(site.settings, base_url=base_url))
    before = render(site, TODAY, cache)

    after = render(moved_site, day, cache)

    assert after != before
    assert after == render(moved_site, day, NO_CACHE)


def test_an_edit_of_an_invalid_page_renders_no_other_page_again(tmp_path: Path) -> None:
    cache = RecordingCache()
    write(tmp_path / "content/pages/index.md", page("Rest is good."))
    write(tmp_path / "content/pages/new.md", "Words without a title.")
    rendered(tmp_path, cache)
    first = list(cache.stored)
    cache.stored.clear()
    write(tmp_path / "content/pages/new.md", "More words without a title.")

    rendered(tmp_path, cache)

    assert first
    assert cache.stored == []


@pytest.mark.parametrize(
    ("file", "content", "is_rendered"),
    [
        pytest.param("pages/index.md", page(f"{CITED}\n\nRest well."), False, id="text of a page"),
        pytest.param("pages/index.md", page(CITED).replace("title: ", "title: More "), True, id="title"),
        pytest.param("pages/rest.md", page("Rest is bad.[@one2020#week-1]"), True, id="citation"),
        pytest.param("evidence/two2021.yaml", TRIAL.replace("low", "high"), True, id="certainty"),
    ],
)
def test_the_dashboard_is_rendered_again_when_titles_or_evidence_change(
    file: str, content: str, is_rendered: bool, cited_guide: Path
) -> None:
    def render(cache: Cache) -> Mapping[PurePosixPath, bytes]:
        site, templates = read_site(cited_guide), template_folders(cited_guide)
        return render_dashboard(site, (), templates=templates, today=TODAY, grades={}, cache=cache)

    cache = RecordingCache()
    render(cache)
    cache.stored.clear()
    write(cited_guide / "content" / file, content)

    dashboard = render(cache)

    assert dashboard == render(NO_CACHE)
    assert bool(cache.stored) == is_rendered


@pytest.fixture
def rendered_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of all pages that were rendered so far."""
    addresses: list[str] = []
    render = Context.render

    def record(self: Context, template: str, **values: object) -> bytes:
        addresses.append(str(self.address))
        return render(self, template, **values)

    monkeypatch.setattr(Context, "render", record)
    return addresses


def test_only_the_pages_that_show_a_changed_image_are_rendered_again(tmp_path: Path, rendered_pages: list[str]) -> None:
    def render(caches: Caches) -> Mapping[PurePosixPath, bytes]:
        files = dict(rendered(tmp_path, caches["render"]))
        caches.save()
        return files

    write(tmp_path / "content/pages/index.md", page("Welcome. [Rest](rest.md)"))
    write(tmp_path / "content/pages/rest.md", page("Look:\n\n![Rest](rest.svg)"))
    write(tmp_path / "content/pages/rest.svg", SVG.format("red"))
    before = render(Caches(tmp_path / "cache"))
    rendered_pages.clear()
    write(tmp_path / "content/pages/rest.svg", SVG.format("blue"))

    after = render(Caches(tmp_path / "cache"))

    assert "rest.html" in rendered_pages
    assert "index.html" not in rendered_pages
    assert after == render(NO_CACHES) != before


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_number_of_processes_changes_no_result(jobs: int, tmp_path: Path) -> None:
    for number in range(60):
        write(tmp_path / f"content/pages/page-{number}.md", page(BODIES[number % len(BODIES)], f"Page {number}"))
    write(tmp_path / "content/pages/index.md", page("Welcome."))

    edition = make_edition(tmp_path, Choices(jobs=jobs))

    assert edition.diagnostics == make_edition(tmp_path, Choices()).diagnostics
    assert read_site(tmp_path, jobs=jobs).pages == read_site(tmp_path).pages


@pytest.mark.parametrize(
    ("changed_page", "has_errors"),
    [
        pytest.param(VALID_PAGE, False, id="valid"),
        pytest.param(page("See [more](../nowhere.md).", "Page 1"), True, id="broken link"),
        pytest.param(PAGE_WITH_UNKNOWN_SOURCE, True, id="unknown source"),
        pytest.param("no front matter", True, id="unreadable"),
    ],
)
def test_checking_a_changed_page_in_a_child_process_changes_no_result(
    changed_page: str, has_errors: bool, tmp_path: Path
) -> None:
    caches = guide_with_changed_page(tmp_path, changed_page)

    parallel = make_edition(tmp_path, Choices(jobs=2), caches=caches)

    single = make_edition(tmp_path, Choices())
    assert (parallel.diagnostics, parallel.files, parallel.judged) == (single.diagnostics, single.files, single.judged)
    assert parallel.has_errors == has_errors


def test_the_sentence_cache_of_a_child_process_are_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged_in_this_process: list[object] = []

    def record(*arguments: Any, **options: Any) -> Judged:
        judged_in_this_process.append(arguments)
        return judge_site(*arguments, **options)

    caches = guide_with_changed_page(tmp_path, VALID_PAGE)
    monkeypatch.setattr(editions, "judge_site", record)

    make_edition(tmp_path, Choices(jobs=2), caches=caches)

    assert judged_in_this_process == []
    assert caches.changes("check")[0]


def fail_to_render(*arguments: object, **options: object) -> NoReturn:
    raise GuideError("This cannot be rendered.")


def test_a_rendering_error_is_reported_for_a_guide_without_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caches = guide_with_changed_page(tmp_path, VALID_PAGE)
    monkeypatch.setattr(editions, "render_site", fail_to_render)

    with pytest.raises(GuideError, match="cannot be rendered"):
        make_edition(tmp_path, Choices(jobs=2), caches=caches)


def test_the_errors_of_rules_are_reported_rather_than_a_rendering_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caches = guide_with_changed_page(tmp_path, PAGE_WITH_UNKNOWN_SOURCE)
    monkeypatch.setattr(editions, "render_site", fail_to_render)

    edition = make_edition(tmp_path, Choices(jobs=2), caches=caches)

    assert edition.has_errors
