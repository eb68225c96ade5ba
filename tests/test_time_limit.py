"""Endless work is interrupted, and leaves no state behind."""

import contextlib
import itertools
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from tests.guides import page as page_of
from tests.guides import write, write_guide

from crpsguide import check
from crpsguide.cache import Caches
from crpsguide.check import catalogue, incremental, limits
from crpsguide.check.html import PageQuery, RenderedFiles, RenderedPage
from crpsguide.check.rule import Fault, Rule, files_rule, rule
from crpsguide.cli import main
from crpsguide.model import NO_CACHE, Severity, Site
from crpsguide.read import body, read_site
from crpsguide.time_limit import at_most

SLOW_TABLE = "| a |\n|---|\n" + "| a | b | c | d |\n" * 1000  # half a minute without a limit


def count() -> None:
    for _ in itertools.count():
        pass


def search() -> None:
    re.match(r"(a|a)*b", "a" * 60)


def catch() -> None:
    for _ in itertools.count():
        with contextlib.suppress(Exception):
            sum(range(100))


def catch_all_once() -> None:
    with contextlib.suppress(BaseException):
        count()
    count()


@rule("W9")
def busy_with_slow(site: Site) -> Iterator[Fault]:
    """A fault of the page “then”; an endless loop for the page “slow”."""
    for page in site.pages.values():
        if page.name.stem == "slow":
            count()
        if page.name.stem == "then":
            yield Fault(page.place, "Told.", "Nothing to do.")


@rule("W8", Severity.WARNING)
def heard(site: Site) -> Iterator[Fault]:
    """A fault of every guide."""
    yield Fault(site.settings.place, "Told.", "Nothing to do.")


@rule("W9")
def busy_with_all(site: Site) -> Iterator[Fault]:
    """An endless loop if there is more than one page."""
    if len(site.pages) > 1:
        count()
    yield from ()


@files_rule("W9")
def busy_with_a_file(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """An endless loop for one rendered page."""
    if PurePosixPath("slow.html") in rendered.pages:
        count()
    yield from ()


@files_rule("W9")
def busy_with_a_query(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A query of all pages, with an endless loop for one."""
    rendered.query(ENDLESS_QUERY)
    yield from ()


def query_for_ever(path: PurePosixPath, page: RenderedPage) -> None:
    if path.stem == "slow":
        count()


ENDLESS_QUERY = PageQuery(query_for_ever)


@pytest.fixture
def hanging_is_failing() -> Iterator[None]:
    """Fail a test after a minute, in case the limit on processor time does not work."""
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("Nothing ended the work."))
    signal.setitimer(signal.ITIMER_REAL, 60, 1)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(count, id="in Python"),
        pytest.param(search, id="a search, which runs in C"),
        pytest.param(catch, id="in a library that catches every fault"),
        pytest.param(catch_all_once, id="in a library that catches all, once"),
    ],
)
def test_endless_work_is_interrupted(work: Callable[[], None], hanging_is_failing: None) -> None:
    with pytest.raises(TimeoutError), at_most(0.01):
        work()


def test_work_within_the_limit_leaves_no_timer() -> None:
    def of_somebody_else(*_: object) -> None:
        """A signal handler that was installed before."""

    before = signal.signal(signal.SIGVTALRM, of_somebody_else)

    with at_most(60):
        pass

    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.signal(signal.SIGVTALRM, before) is of_somebody_else


def test_a_slow_rule_on_a_page_is_reported_and_other_pages_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = read_site(write_guide(tmp_path, slow="---\ntitle: Slow\n---\n\nA\n", then="---\ntitle: Then\n---\n\nB\n"))
    monkeypatch.setattr(limits, "FILE_LIMIT", 0.01)

    found, _ = incremental.found_in_texts(site, [busy_with_slow], (), (), NO_CACHE, jobs=1)

    assert [(one.place.path.name, one.name) for one in found] == [
        ("slow.md", "rule-without-end"),
        ("then.md", "busy-with-slow"),
    ]
    assert "W9 busy-with-slow" in found[0].message


def test_a_slow_page_is_reported_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = f"---\ntitle: Slow\n---\n\n{SLOW_TABLE}"
    lost = "---\ntitle: Lost\n---\n\n[a](gone.md)\n"
    monkeypatch.chdir(write_guide(tmp_path, slow=slow, then=lost))

    status = main(["check"])

    told = capsys.readouterr()
    text = told.out + told.err
    assert status == 1
    assert "content/pages/slow.md:4:1: error P2" in text
    assert "takes longer than 2 seconds" in text
    assert "content/pages/then.md:5:" in text


def test_a_stopped_page_is_read_again_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_guide(tmp_path, long=page_of("Rest is good.\n\n" * 2000)))
    (tmp_path / "build").mkdir()
    monkeypatch.setattr(body, "TIME_LIMIT", 0.001)

    on_a_busy_machine = main(["check"])
    told = capsys.readouterr().out
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)

    assert (on_a_busy_machine, main(["check"])) == (1, 0), capsys.readouterr().out
    assert "content/pages/long.md:4:1: error P2 page-without-end" in told


def test_the_result_of_a_stopped_rule_is_not_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = read_site(write_guide(tmp_path, slow=page_of("A"), then=page_of("B", "Then")))
    caches = Caches(tmp_path / "cache")

    def found() -> list[str]:
        told, _ = incremental.found_in_texts(site, [busy_with_slow], (), (), caches["check"], jobs=1)
        return [one.name for one in told]

    with monkeypatch.context() as on_a_busy_machine:
        on_a_busy_machine.setattr(limits, "FILE_LIMIT", 0.01)
        first = found()
    monkeypatch.setattr(f"{__name__}.count", lambda: None)

    assert sorted(first) == ["busy-with-slow", "rule-without-end"]
    assert found() == ["busy-with-slow"]


@pytest.mark.parametrize(
    ("endless", "apart", "place", "over"),
    [
        pytest.param(busy_with_slow, (), "content/pages/slow.md", "this file", id="over the pages"),
        pytest.param(busy_with_all, (), "content/site.yaml", "the whole guide", id="over all of them together"),
        pytest.param(busy_with_a_file, (), "content/pages/slow.md", "the finished file slow.html", id="over the files"),
        pytest.param(
            busy_with_a_file,
            (busy_with_a_file,),
            "content/pages/slow.md",
            "the finished file slow.html",
            id="over each finished page",
        ),
        pytest.param(
            busy_with_a_query, (), "content/pages/slow.md", "the finished file slow.html", id="while it is looked at"
        ),
    ],
)
def test_a_slow_rule_over_the_whole_guide_is_stopped_and_the_others_run(
    endless: Rule,
    apart: tuple[Rule, ...],
    place: str,
    over: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_guide(tmp_path, slow="---\ntitle: Slow\n---\n\nA\n", then="---\ntitle: Then\n---\n\nB\n")
    monkeypatch.setattr(limits, "FILE_LIMIT", 0.1)
    monkeypatch.setattr(limits, "PER_PART", 0)
    monkeypatch.setattr(catalogue, "RULES", (endless, heard))
    monkeypatch.setattr(check, "RULES_OF_ONE_FILE", frozenset(apart))
    monkeypatch.setattr(check, "PAGE_QUERIES", {busy_with_a_query: lambda on: [ENDLESS_QUERY]})

    status = main(["build", str(tmp_path), "--select", "W"])

    told = capsys.readouterr()
    text = told.out + told.err
    assert status == 1
    assert f"{place}:1:1: error P2 rule-without-end: The rule “W9 {endless.name}”" in text
    assert f"over {over}" in text
    assert text.count("rule-without-end") == 1
    assert "warning W8 heard" in text


@pytest.mark.parametrize(
    ("name", "template", "line"),
    [
        pytest.param("pages/plain.html", "<p>\n\n{% for i in range(10**12) %}\n{% endfor %}\n", 3, id="of pages"),
        pytest.param(
            "components/key-points/key-points.html",
            "{% macro key_points(block, level) %}\n{% for i in range(10**12) %}\n{% endfor %}\n{% endmacro %}",
            2,
            id="of a component",
        ),
        pytest.param("robots.txt", "{% for i in range(10**12) %}{% endfor %}", 1, id="of a file for machines"),
    ],
)
def test_an_endless_template_is_stopped_and_reported(name: str, template: str, line: int, tmp_path: Path) -> None:
    write_guide(tmp_path, slow="---\ntitle: Slow\n---\n\n/// key-points\n- A\n///\n")
    write(tmp_path / "templates" / name, template)

    run = subprocess.run(
        [sys.executable, "-m", "crpsguide", "build", str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert run.returncode == 2
    assert f"templates/{name}:{line}:1: error: The template stopped while drawing" in run.stderr
    assert "it takes longer than 2 seconds" in run.stderr
    assert "help: Mend the template" in run.stderr
    assert not (tmp_path / "build/site").exists()
