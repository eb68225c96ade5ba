"""Work that does not end is ended, and leaves nothing behind."""

import contextlib
import itertools
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.guides import write_guide

from crpsguide.cli import main
from crpsguide.read.patience import at_most

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
