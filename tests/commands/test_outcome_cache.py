"""The outcome cache: a repeated command prints its cached outcome as long as no input or output has changed."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.guides import DEAD_LINK, draft, page, write, write_guide

from crpsguide import commands
from crpsguide.cli import main
from crpsguide.commands import build, clock, edition, outcome_cache
from crpsguide.installed import builtin_templates
from crpsguide.read import drawings, site
from crpsguide.render import render_hosting

Run = Callable[..., tuple[int, str, str]]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{}" d="M0 0h9v9z"/></svg>'
COUNTS = re.compile(r": (\d+ pages, .*),")


pytestmark = pytest.mark.usefixtures("fixed_date")


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small guide, in the working directory."""
    monkeypatch.chdir(write_guide(tmp_path))
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command, and returns its exit status, output and errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        return main(arguments), *capsys.readouterr()

    return run


@pytest.fixture
def made_editions(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """All editions that builds have made, rather than taken from the cache."""
    editions: list[object] = []
    make_edition = edition.make_edition

    def record(*arguments: Any, **options: Any) -> Any:
        made = make_edition(*arguments, **options)
        editions.append(made)
        return made

    monkeypatch.setattr(build, "make_edition", record)
    return editions


def test_a_build_without_changes_reports_so(guide: Path, run: Run) -> None:
    first, second = run("build"), run("build")

    assert first[1].startswith("Built build/site: 2 pages")
    assert second[1].startswith("Nothing has changed in build/site: 2 pages")


def test_a_repeated_check_prints_the_same(guide: Path, run: Run) -> None:
    (guide / "build").mkdir()
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    first, second = run("check"), run("check")

    assert first == second
    assert first[0] == 1
    assert "living/gone.md" in first[1]


def test_a_repeated_build_with_errors_is_not_published_either(guide: Path, run: Run) -> None:
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    first, second = run("build"), run("build")

    assert first == second
    assert first[0] == 1
    assert "Not published" in first[2]


def test_a_changed_page_is_built_again(guide: Path, run: Run) -> None:
    run("build")
    write(guide / "content/pages/index.md", page("Rest."))

    status, out, _ = run("build")

    assert (status, out.partition(" ")[0]) == (0, "Built")
    assert "Rest." in (guide / "build/site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        pytest.param("content/pages/image.svg", SVG, id="image"),
        pytest.param("templates/styles/base.css", ":root { color: black }", id="template of the guide"),
    ],
)
def test_a_new_file_is_built_and_changes_no_other_page(file: str, content: str, guide: Path, run: Run) -> None:
    run("build")
    index = (guide / "build/site/index.html").read_bytes()
    write(guide / file, content)

    status, out, _ = run("build")

    assert (status, out.partition(" ")[0]) == (0, "Built")
    assert (guide / "build/site/index.html").read_bytes() == index


@pytest.mark.parametrize(
    ("file", "output"),
    [
        pytest.param("build/site/index.html", "Built", id="published page"),
        pytest.param("build/report/index.html", "Nothing has changed", id="dashboard, which is no part of the site"),
    ],
)
@pytest.mark.parametrize(
    "overwrite", [lambda content: bytes(len(content)), lambda content: b""], ids=["size kept", "empty"]
)
def test_an_output_file_that_was_overwritten_is_written_again(
    overwrite: Callable[[bytes], bytes], file: str, output: str, guide: Path, run: Run
) -> None:
    run("build")
    content = (guide / file).read_bytes()
    (guide / file).write_bytes(overwrite(content))

    status, out, _ = run("build")

    assert status == 0
    assert out.startswith(output)
    assert (guide / file).read_bytes() == content


def test_a_page_that_was_replaced_by_a_symbolic_link_is_checked_again(guide: Path, run: Run, tmp_path: Path) -> None:
    index = guide / "content/pages/index.md"
    run("build")
    index.rename(tmp_path / "elsewhere.md")
    index.symlink_to(tmp_path / "elsewhere.md")

    status, _, _ = run("build")

    assert status == 1


def test_new_answers_of_other_sites_are_reported(guide: Path, run: Run, made_editions: list[object]) -> None:
    run("build")
    write(guide / "build/cache/web.json", "{}")

    run("build")

    assert len(made_editions) == 2


def test_changed_built_in_templates_are_rendered(
    guide: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = shutil.copytree(builtin_templates(), tmp_path / "copied")
    monkeypatch.setattr(outcome_cache, "builtin_templates", lambda: copied)
    monkeypatch.setattr(commands.guide, "builtin_templates", lambda: copied)
    run("build")
    write(copied / "offline.html", '{% extends "base.html" %}{% block main %}<p>No signal at all.</p>{% endblock %}')

    _, out, _ = run("build")

    assert out.startswith("Built")
    assert "No signal at all." in (guide / "build/site/offline.html").read_text("utf-8")


def test_another_version_of_the_program_builds_again(
    guide: Path, run: Run, made_editions: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build")
    run("build")
    monkeypatch.setattr(outcome_cache, "program_digest", lambda: "another")

    run("build")

    assert len(made_editions) == 2


def test_paths_are_relative_to_the_working_directory_of_each_run(
    guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(guide / "content/pages/index.md", page(DEAD_LINK))
    (guide / "build").mkdir()

    _, in_guide, _ = run("check", "--format", "github", str(guide))
    monkeypatch.chdir(guide.parent)
    _, in_parent, _ = run("check", "--format", "github", str(guide))

    assert "file=content/pages/index.md," in in_guide
    assert f"file={guide.name}/content/pages/index.md," in in_parent


def test_the_oldest_outcomes_are_dropped(guide: Path, run: Run) -> None:
    (guide / "build").mkdir()

    for letter in "CEILMNPRSTWX":
        run("check", "--ignore", letter)

    assert len(json.loads((guide / "build/cache/outcomes.json").read_text())) == outcome_cache.MAX_OUTCOMES


@pytest.mark.parametrize(
    "options", [("--strict",), ("--drafts",), ("--select", "L"), ("--base-url", "https://a.example")]
)
def test_each_combination_of_options_has_its_own_outcome(options: tuple[str, ...], guide: Path, run: Run) -> None:
    write(guide / "content/pages/draft.md", draft("A draft.\n"))
    run("build")

    status, out, _ = run("build", *options)

    status_without_cache, out_without_cache, _ = run("build", "--no-cache", *options)
    assert status == status_without_cache
    assert COUNTS.findall(out) == COUNTS.findall(out_without_cache) != []


def test_another_source_date_epoch_has_its_own_outcome(guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1895000000")

    _, out, _ = run("build")

    assert out.startswith("Built")


def test_the_next_day_has_its_own_outcome(guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(2026, 11, 21)

    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    run("build")
    monkeypatch.setattr(clock, "date", Tomorrow)

    _, out, _ = run("build")

    assert out.startswith("Built")


@pytest.mark.parametrize(
    ("owner_offset", "pages"), [(0, "9 pages"), (1, "2 pages")], ids=["own file", "file of another user"]
)
def test_outcomes_that_another_user_wrote_are_ignored(
    owner_offset: int, pages: str, guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build")
    outcomes_file = guide / "build/cache/outcomes.json"
    write(outcomes_file, outcomes_file.read_text().replace("2 pages", "9 pages"))
    owner = outcomes_file.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + owner_offset)

    _, out, _ = run("build")

    assert pages in out


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "[" * 100_000], ids=lambda text: text[:9] or "empty")
def test_a_damaged_outcome_cache_is_ignored(content: str, guide: Path, run: Run) -> None:
    run("build")
    write(guide / "build/cache/outcomes.json", content)

    status, out, _ = run("build")

    assert status == 0
    assert out.startswith("Nothing has changed")


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda entry: 1, id="number"),
        pytest.param(lambda entry: {}, id="empty entry"),
        pytest.param({"outputs": 1, "outcome": []}.__or__, id="empty outcome"),
        pytest.param(lambda entry: {**entry, "outcome": [0]}, id="incomplete outcome"),
        pytest.param(lambda entry: {**entry, "outcome": ["0", None, 1, 2, 3]}, id="outcome of wrong types"),
    ],
)
def test_an_outcome_of_another_structure_is_ignored(forged: Callable[[Any], Any], guide: Path, run: Run) -> None:
    run("build")
    file = guide / "build/cache/outcomes.json"
    entries = json.loads(file.read_text())
    file.write_text(json.dumps({key: forged(entry) for key, entry in entries.items()}))

    status, out, _ = run("build")

    assert status == 0
    assert out.startswith("Nothing has changed")


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"%": 1}', '{"%": [1, 2, 3, 4, 5]}', '{"%": [0, 0, 0, 0, "0"]}'],
    ids=lambda text: text or "empty",
)
def test_damaged_file_digests_are_ignored(content: str, guide: Path, run: Run) -> None:
    run("build")
    index = guide / "content/pages/index.md"
    write(guide / "build/cache/digests.json", content.replace("%", str(index)))
    write(index, page("Even more."))

    status, out, _ = run("build")

    assert (status, out.partition(" ")[0]) == (0, "Built")


@pytest.fixture
def digested_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all files that were read to compute their digest."""
    names = []
    digest = outcome_cache._digest

    def record(path: str) -> str:
        names.append(Path(path).name)
        return digest(path)

    monkeypatch.setattr(outcome_cache, "_digest", record)
    return names


def test_the_digest_of_an_unchanged_file_is_not_computed_again(
    guide: Path, run: Run, digested_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcome_cache, "SETTLING_TIME", -(10**12))  # as if all files were old
    write(guide / "content/pages/more.md", page("More."))
    run("build")
    digested_files.clear()
    write(guide / "content/pages/more.md", page("Even more."))

    run("build")

    assert digested_files == ["more.md"]


def test_an_unchanged_image_is_not_parsed_again(guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    read_drawing = drawings.read_drawing

    def record(file: Path) -> Any:
        parsed.append(file.name)
        return read_drawing(file)

    monkeypatch.setattr(site, "read_drawing", record)
    write(guide / "content/pages/red.svg", SVG.format("red"))
    write(guide / "content/pages/blue.svg", SVG.format("blue"))
    write(guide / "content/pages/index.md", page("Look: ![Red](red.svg) ![Blue](blue.svg)"))
    run("build")
    parsed.clear()
    write(guide / "content/pages/blue.svg", SVG.format("navy"))

    status, _, _ = run("build")

    assert (status, parsed) == (0, ["blue.svg"])
    assert b"navy" in (guide / "build/site/blue.svg").read_bytes()


def test_a_file_is_read_again_until_its_timestamp_is_older_than_the_settling_time(
    guide: Path, run: Run, digested_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def count_reads_of_index() -> int:
        digested_files.clear()
        run("build")
        return digested_files.count("index.md")

    first = count_reads_of_index()
    later = time.time_ns() + 10 * outcome_cache.SETTLING_TIME
    monkeypatch.setattr(time, "time_ns", lambda: later)
    write(guide / "content/pages/more.md", page("More."))
    second = count_reads_of_index()
    write(guide / "content/pages/more.md", page("Even more."))
    third = count_reads_of_index()

    assert first == 2, "before and after the build"
    assert second == 1, "it may have changed after it was read, within the resolution of timestamps"
    assert third == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["outcomes.json", "digests.json", "read.cache"])
def test_a_named_pipe_in_the_cache_does_not_block(name: str, guide: Path, run: Run) -> None:
    (guide / "build/cache").mkdir(parents=True)
    os.mkfifo(guide / "build/cache" / name)

    status, _, _ = run("build")

    assert status == 0


@pytest.fixture
def deep_folder(guide: Path) -> Iterator[None]:
    """A folder nested so deeply that its path is longer than the system allows."""
    working_directory = Path.cwd()
    os.chdir(guide / "content/pages")
    for _ in range(1200):
        Path("a").mkdir()
        os.chdir("a")
    os.chdir(working_directory)
    yield
    subprocess.run(["rm", "-r", guide / "content/pages/a"], check=True)  # too deep for shutil


@pytest.mark.usefixtures("deep_folder")
def test_a_path_that_is_too_long_for_the_system_is_reported(run: Run) -> None:
    status, out, _ = run("check")

    assert (status, "Traceback" in out) == (1, False)


def test_a_site_that_a_concurrent_build_published_is_replaced(
    guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(guide / "content/pages/later.md", draft("Not yet."))
    with monkeypatch.context() as patch:

        def build_concurrently(*arguments: Any) -> Any:
            patch.undo()
            run("build", "--drafts")
            return render_hosting(*arguments)

        patch.setattr(build, "render_hosting", build_concurrently)
        run("build")
    was_published = (guide / "build/site/later.html").exists()

    run("build")

    assert was_published
    assert not (guide / "build/site/later.html").exists()


def test_a_page_that_was_edited_during_the_build_is_built_again(
    guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_edition = edition.make_edition
    index = guide / "content/pages/index.md"

    def make_and_edit(*arguments: Any, **options: Any) -> Any:
        made = make_edition(*arguments, **options)
        write(index, page("Rust."))  # of the same size
        os.utime(index, ns=timestamps)
        return made

    write(index, page("Rest."))
    timestamps = (index.stat().st_atime_ns, index.stat().st_mtime_ns)
    with monkeypatch.context() as patch:
        patch.setattr(build, "make_edition", make_and_edit)
        run("build")

    _, out, _ = run("build")

    assert out.startswith("Built")
    assert "Rust." in (guide / "build/site/index.html").read_text("utf-8")


def test_a_page_that_was_edited_and_restored_during_the_build_is_built_again(
    guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_edition = edition.make_edition
    index = guide / "content/pages/index.md"

    def edit_and_make(*arguments: Any, **options: Any) -> Any:
        write(index, page("Rust."))
        return make_edition(*arguments, **options)

    write(index, page("Rest."))
    with monkeypatch.context() as patch:
        patch.setattr(build, "make_edition", edit_and_make)
        run("build")
    write(index, page("Rest."))

    run("build")

    assert "Rest." in (guide / "build/site/index.html").read_text("utf-8")


def test_only_changed_files_are_read_again(guide: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    read_data = site._Reader._data

    def record(reader: Any, entry: Any) -> bytes | None:
        read.append(entry.path.name)
        return read_data(reader, entry)

    write(guide / "content/pages/more.md", page("More."))
    run("build")
    write(guide / "content/pages/more.md", page("Even more."))
    monkeypatch.setattr(site._Reader, "_data", record)

    run("build")

    assert read == ["more.md"]
