"""Work that does not end is ended, and leaves nothing behind."""

import contextlib
import itertools
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.guides import write_guide

from crpsguide.check import apart
from crpsguide.check.rule import Fault, rule
from crpsguide.cli import main
from crpsguide.model import FORGETFUL, Site
from crpsguide.patience import at_most
from crpsguide.read import read_site

SLOW_TABLE = "| a |\n|---|\n" + "| a | b | c | d |\n" * 1000  # half a minute, if nobody stops it


def count() -> None:
    for _ in itertools.count():
        pass


def search() -> None:
    re.match(r"(a|a)*b", "a" * 60)


def catch() -> None:
    for _ in itertools.count():
        with contextlib.suppress(Exception):
            sum(range(100))


@rule("W9")
def busy_with_slow(site: Site) -> Iterator[Fault]:
    """Tell of every page but one, which keeps it busy for ever."""
    for page in site.pages.values():
        if page.name.stem == "slow":
            count()
        if page.name.stem == "then":
            yield Fault(page.place, "Told.", "Nothing to do.")


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(count, id="in Python"),
        pytest.param(search, id="a search, which runs in C"),
        pytest.param(catch, id="in a library that catches every fault"),
    ],
)
def test_work_without_an_end_is_ended(work: Callable[[], None]) -> None:
    with pytest.raises(TimeoutError), at_most(0.01):
        work()


def test_work_that_ends_in_time_leaves_no_alarm_behind() -> None:
    before = signal.getsignal(signal.SIGVTALRM)

    with at_most(60):
        pass

    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_a_rule_that_takes_too_long_over_a_page_is_named_and_the_others_are_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = read_site(write_guide(tmp_path, slow="---\ntitle: Slow\n---\n\nA\n", then="---\ntitle: Then\n---\n\nB\n"))
    monkeypatch.setattr(apart, "PATIENCE", 0.01)

    found = apart.found_apart(site, [busy_with_slow], FORGETFUL, jobs=1)

    assert [(one.place.path.name, one.name) for one in found] == [
        ("slow.md", "rule-without-end"),
        ("then.md", "busy-with-slow"),
    ]
    assert "W9 busy-with-slow" in found[0].message


def test_a_page_that_takes_too_long_is_named_and_the_others_are_read(
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
