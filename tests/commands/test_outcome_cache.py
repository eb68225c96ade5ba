"""A command that is asked again tells what it told, as long as nothing has changed."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.guides import DEAD_LINK, page, write, write_guide

from crpsguide import commands
from crpsguide.cli import main
from crpsguide.commands import build, clock, edition, outcome_cache
from crpsguide.installed import builtin_templates
from crpsguide.read import drawings, site
from crpsguide.render import render_hosting

Tell = Callable[..., tuple[int, str, str]]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{}" d="M0 0h9v9z"/></svg>'


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1795000000")
    monkeypatch.chdir(write_guide(tmp_path))
    return tmp_path


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    def run(*words: str) -> tuple[int, str, str]:
        return main(words), *capsys.readouterr()

    return run


def test_a_build_without_a_change_says_so(guide: Path, tell: Tell) -> None:
    first, second = tell("build"), tell("build")

    assert first[1].startswith("Built build/site: 2 pages")
    assert second[1].startswith("Nothing has changed in build/site: 2 pages")


def test_a_second_check_tells_the_same(guide: Path, tell: Tell) -> None:
    tell("build")
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    first, second = tell("check"), tell("check")

    assert first == second
    assert first[0] == 1
    assert "living/gone.md" in first[1]


def test_a_build_that_was_held_back_is_held_back_again(guide: Path, tell: Tell) -> None:
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    first, second = tell("build"), tell("build")

    assert first == second
    assert first[0] == 1
    assert "Not published" in first[2]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param("content/pages/index.md", "Built", id="a page"),
        pytest.param("content/pages/picture.svg", "Built", id="a picture"),
        pytest.param("templates/styles/base.css", "Built", id="a template of the guide's own"),
        pytest.param("build/site/index.html", "Built", id="a published page"),
        pytest.param("build/report/index.html", "Nothing has changed", id="the dashboard is made anew"),
    ],
)
def test_what_has_changed_is_made_anew(change: str, told: str, guide: Path, tell: Tell) -> None:
    tell("build")
    index = (guide / "build/site/index.html").read_bytes()
    page_of_the_guide = page("Rest.") if change.endswith(".md") else "<svg xmlns='http://www.w3.org/2000/svg'/>"
    write(guide / change, page_of_the_guide if "content" in change else ":root { color: black }")

    status, out, _ = tell("build")

    assert status == 0
    assert out.startswith(told)
    assert ((guide / "build/site/index.html").read_bytes() == index) == (change != "content/pages/index.md")
    assert "color: black" not in (guide / "build/report/index.html").read_text("utf-8")[:100]


def test_a_published_page_that_somebody_changed_is_made_anew(guide: Path, tell: Tell) -> None:
    tell("build")
    index = guide / "build/site/index.html"
    made = index.read_bytes()
    index.write_bytes(bytes(len(made)))

    tell("build")

    assert index.read_bytes() == made


def test_a_page_that_became_a_link_out_of_the_guide_is_judged_anew(guide: Path, tell: Tell, tmp_path: Path) -> None:
    index = guide / "content/pages/index.md"
    tell("build")
    index.rename(tmp_path / "elsewhere.md")
    index.symlink_to(tmp_path / "elsewhere.md")

    assert tell("build")[0] == 1


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A word for each edition that was made, and not only told of again."""
    made, words = edition.make_edition, []

    def noted(*given: Any, **more: Any) -> Any:
        words.append("made")
        return made(*given, **more)

    monkeypatch.setattr(build, "make_edition", noted)
    return words


def test_what_the_web_said_since_is_told(guide: Path, tell: Tell, worked: list[str]) -> None:
    tell("build")
    write(guide / "build/cache/web.json", "{}")
    tell("build")

    assert worked == ["made"] * 2


def test_templates_that_come_with_another_version_are_drawn(
    guide: Path, tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = shutil.copytree(builtin_templates(), tmp_path / "copied")
    for room in (outcome_cache, commands.guide):
        monkeypatch.setattr(room, "builtin_templates", lambda: copied)
    tell("build")
    write(copied / "offline.html", '{% extends "base.html" %}{% block main %}<p>No signal at all.</p>{% endblock %}')

    assert tell("build")[1].startswith("Built")
    assert "No signal at all." in (guide / "build/site/offline.html").read_text("utf-8")


def test_another_version_works_anew(
    guide: Path, tell: Tell, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("build")
    tell("build")
    monkeypatch.setattr(outcome_cache, "program_digest", lambda: "another")
    tell("build")

    assert worked == ["made"] * 2


def test_files_are_named_as_they_lie_from_here(guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    write(guide / "content/pages/index.md", page(DEAD_LINK))
    (guide / "build").mkdir()
    here = tell("check", "--format", "github", str(guide))[1]
    monkeypatch.chdir(guide.parent)
    above = tell("check", "--format", "github", str(guide))[1]

    assert "file=content/pages/index.md," in here
    assert f"file={guide.name}/content/pages/index.md," in above


def test_only_the_latest_outcomes_are_kept(guide: Path, tell: Tell) -> None:
    (guide / "build").mkdir()
    for letter in "CEILMNPRSTWX":
        tell("check", "--ignore", letter)

    assert len(json.loads((guide / "build/cache/outcomes.json").read_text())) == outcome_cache.MAX_OUTCOMES


def test_a_page_that_is_gone_is_gone_from_the_site(guide: Path, tell: Tell) -> None:
    write(guide / "content/pages/more.md", page("More."))
    tell("build")
    (guide / "content/pages/more.md").unlink()

    tell("build")

    assert not (guide / "build/site/more.html").exists()


@pytest.mark.parametrize(
    "words", [("--strict",), ("--drafts",), ("--select", "L"), ("--base-url", "https://a.example")]
)
def test_another_wish_gets_another_outcome(words: tuple[str, ...], guide: Path, tell: Tell) -> None:
    write(guide / "content/pages/draft.md", "---\ntitle: D\ndraft: true\n---\n\nA draft.\n")
    tell("build")

    asked = tell("build", *words)
    anew = tell("build", "--no-cache", *words)

    assert asked[0] == anew[0]
    assert asked[1].partition(":")[2].rpartition(",")[0] == anew[1].partition(":")[2].rpartition(",")[0]


def test_another_day_that_is_named_gets_another_outcome(
    guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("build")
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1895000000")

    _, out, _ = tell("build")

    assert out.startswith("Built")


def test_another_day_gets_another_outcome(guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(2026, 11, 21)

    monkeypatch.delitem(os.environ, "SOURCE_DATE_EPOCH")
    tell("build")
    monkeypatch.setattr(clock, "date", Tomorrow)

    _, out, _ = tell("build")

    assert out.startswith("Built")


@pytest.mark.parametrize(("stranger", "pages"), [(0, "9 pages"), (1, "2 pages")], ids=["one’s own", "a stranger’s"])
def test_outcomes_that_somebody_else_wrote_are_not_told(
    stranger: int, pages: str, guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("build")
    outcomes_file = guide / "build/cache/outcomes.json"
    write(outcomes_file, outcomes_file.read_text().replace("2 pages", "9 pages"))
    owner = outcomes_file.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + stranger)

    assert pages in tell("build")[1]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "[" * 100_000], ids=lambda text: text[:9] or "empty")
def test_damaged_outcomes_are_no_outcomes(content: str, guide: Path, tell: Tell) -> None:
    tell("build")
    write(guide / "build/cache/outcomes.json", content)

    status, out, _ = tell("build")

    assert status == 0
    assert out.startswith("Nothing has changed")


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda kept: 1, id="a number"),
        pytest.param(lambda kept: {}, id="nothing"),
        pytest.param({"outputs": 1, "outcome": []}.__or__, id="of nothing"),
        pytest.param(lambda kept: {**kept, "outcome": [0]}, id="too short an outcome"),
        pytest.param(lambda kept: {**kept, "outcome": ["0", None, 1, 2, 3]}, id="outcome of other types"),
    ],
)
def test_an_outcome_of_another_shape_is_no_outcome(forged: Callable[[Any], Any], guide: Path, tell: Tell) -> None:
    tell("build")
    file = guide / "build/cache/outcomes.json"
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({key: forged(one) for key, one in kept.items()}))

    status, out, _ = tell("build")

    assert status == 0
    assert out.startswith("Nothing has changed")


@pytest.mark.parametrize(
    "told",
    ["", "[]", '{"%": 1}', '{"%": [1, 2, 3, 4, 5]}', '{"%": [0, 0, 0, 0, "0"]}'],
    ids=lambda text: text or "empty",
)
def test_damaged_notes_on_files_are_none(told: str, guide: Path, tell: Tell) -> None:
    tell("build")
    index = guide / "content/pages/index.md"
    write(guide / "build/cache/digests.json", told.replace("%", str(index)))
    write(index, page("Even more."))

    status, out, _ = tell("build")

    assert (status, out.partition(" ")[0]) == (0, "Built")


def read_by(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files of a guide that a build reads to know what they hold."""
    read: list[str] = []
    digest = outcome_cache._digest

    def noted(path: str) -> str:
        read.append(Path(path).name)
        return digest(path)

    with monkeypatch.context() as watched:
        watched.setattr(outcome_cache, "_digest", noted)
        tell("build")
    return read


def test_a_file_that_was_left_alone_is_not_read_again(guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcome_cache, "SETTLING_TIME", -(10**12))  # as if all files were old
    write(guide / "content/pages/more.md", page("More."))
    tell("build")
    write(guide / "content/pages/more.md", page("Even more."))

    assert read_by(tell, monkeypatch) == ["more.md"]


def test_a_drawing_that_was_left_alone_is_not_read_again(
    guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    read_drawing = drawings.read_drawing

    def noted(file: Path) -> Any:
        read.append(file.name)
        return read_drawing(file)

    monkeypatch.setattr(site, "read_drawing", noted)
    write(guide / "content/pages/red.svg", DRAWING.format("red"))
    write(guide / "content/pages/blue.svg", DRAWING.format("blue"))
    write(guide / "content/pages/index.md", page("Look: ![Red](red.svg) ![Blue](blue.svg)"))
    tell("build")
    read.clear()
    write(guide / "content/pages/blue.svg", DRAWING.format("navy"))

    status, _, _ = tell("build")

    assert (status, read) == (0, ["blue.svg"])
    assert b"navy" in (guide / "build/site/blue.svg").read_bytes()


def test_a_file_that_may_have_changed_within_the_same_moment_is_read_again(
    guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_by(tell, monkeypatch).count("index.md") == 2, "before and after it was built"
    later = time.time_ns() + 10 * outcome_cache.SETTLING_TIME
    monkeypatch.setattr(time, "time_ns", lambda: later)
    write(guide / "content/pages/more.md", page("More."))
    assert read_by(tell, monkeypatch).count("index.md") == 1, "it may have changed after it was read"
    write(guide / "content/pages/more.md", page("Even more."))
    assert read_by(tell, monkeypatch).count("index.md") == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
@pytest.mark.parametrize("name", ["outcomes.json", "digests.json", "read.cache"])
def test_a_pipe_in_the_cache_is_not_waited_for(name: str, guide: Path, tell: Tell) -> None:
    (guide / "build/cache").mkdir(parents=True)
    os.mkfifo(guide / "build/cache" / name)

    assert tell("build")[0] == 0


def test_folders_in_each_other_almost_without_end_are_told(guide: Path, tell: Tell) -> None:
    here = Path.cwd()
    os.chdir(guide / "content/pages")
    for _ in range(1200):
        Path("a").mkdir()
        os.chdir("a")
    os.chdir(here)

    try:
        status, out, _ = tell("check")
    finally:
        subprocess.run(["rm", "-r", guide / "content/pages/a"], check=True)  # no program in Python gets so deep

    assert (status, "Traceback" in out) == (1, False)


def test_what_another_build_made_in_between_is_made_anew(
    guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(guide / "content/pages/later.md", page("Not yet.").replace("---\n", "---\ndraft: true\n", 1))
    of_servers = render_hosting
    with monkeypatch.context() as between:

        def another_build(*given: Any) -> Any:
            between.undo()
            tell("build", "--drafts")
            return of_servers(*given)

        between.setattr(build, "render_hosting", another_build)
        tell("build")
    was_there = (guide / "build/site/later.html").exists()

    tell("build")

    assert was_there
    assert not (guide / "build/site/later.html").exists()


def test_a_page_that_is_changed_while_it_is_built_is_built_again(
    guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = edition.make_edition
    index = guide / "content/pages/index.md"

    def changed_meanwhile(*given: Any, **more: Any) -> Any:
        found = made(*given, **more)
        write(index, page("Rust."))  # as many letters
        os.utime(index, ns=dates)
        return found

    write(index, page("Rest."))
    dates = (index.stat().st_atime_ns, index.stat().st_mtime_ns)
    with monkeypatch.context() as patched:
        patched.setattr(build, "make_edition", changed_meanwhile)
        tell("build")

    _, out, _ = tell("build")

    assert out.startswith("Built")
    assert "Rust." in (guide / "build/site/index.html").read_text("utf-8")


def test_a_page_that_was_another_for_a_moment_is_built_again(
    guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = edition.make_edition
    index = guide / "content/pages/index.md"

    def changed_before(*given: Any, **more: Any) -> Any:
        write(index, page("Rust."))
        return made(*given, **more)

    write(index, page("Rest."))
    with monkeypatch.context() as patched:
        patched.setattr(build, "make_edition", changed_before)
        tell("build")
    write(index, page("Rest."))

    tell("build")

    assert "Rest." in (guide / "build/site/index.html").read_text("utf-8")


def test_an_edit_reads_no_other_file_again(guide: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    write(guide / "content/pages/more.md", page("More."))
    tell("build")
    write(guide / "content/pages/more.md", page("Even more."))
    read: list[str] = []
    data_of = site._Reader._data

    def told(reader: Any, entry: Any) -> bytes | None:
        read.append(entry.path.name)
        return data_of(reader, entry)

    monkeypatch.setattr(site._Reader, "_data", told)
    tell("build")

    assert read == ["more.md"]
