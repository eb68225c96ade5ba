"""Work in child processes: order, failures and background work."""

import os
import select
from collections.abc import Sequence

import pytest

from crpsguide.workers import in_background, in_parallel

PIECES = range(100)


@pytest.mark.parametrize("jobs", [1, 2, 3, 50])
@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 100, 1000])
def test_every_item_is_processed_once_and_in_order(count: int, jobs: int) -> None:
    made = in_parallel(list, range(count), jobs)

    assert [one for some in made for one in some] == [*range(count)]


def test_several_processes_share_the_work() -> None:
    here, (heard_here, tell_here), (heard_there, tell_there) = os.getpid(), os.pipe(), os.pipe()

    def work(some: Sequence[int]) -> int:
        heard, tell = (heard_here, tell_there) if os.getpid() == here else (heard_there, tell_here)
        os.write(tell, b"!")
        select.select([heard], [], [], 60)  # until the other process has taken a batch too, whichever is the quicker
        return os.getpid()

    assert len({*in_parallel(work, PIECES, jobs=2)}) == 2


def test_batches_of_a_failed_child_are_processed_by_the_parent() -> None:
    here = os.getpid()

    def work(some: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            os._exit(1)
        return [*some]

    assert [one for some in in_parallel(work, PIECES, jobs=3) for one in some] == [*PIECES]


def test_an_exception_in_a_child_is_raised_in_the_parent() -> None:
    def work(some: Sequence[int]) -> list[float]:
        return [1 / (one - 99) for one in some]

    with pytest.raises(ZeroDivisionError):
        in_parallel(work, PIECES, jobs=2)


def test_background_work_runs_in_a_child_process() -> None:
    heard, tell = os.pipe()

    def work() -> tuple[int, bytes]:
        return os.getpid(), os.read(heard, 1)

    with in_background(work) as made:
        os.write(tell, b"!")
        process, answer = made()

    assert (process != os.getpid(), answer) == (True, b"!")


def test_failed_background_work_is_done_by_the_parent() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(1)
        return os.getpid()

    with in_background(work) as made:
        assert made() == here


def test_an_exception_in_background_work_is_raised_in_the_parent() -> None:
    with in_background(lambda: 1 / 0) as made, pytest.raises(ZeroDivisionError):
        made()


def test_unneeded_background_work_is_killed() -> None:
    heard, tell = os.pipe()

    def work() -> None:
        os.write(tell, os.getpid().to_bytes(8))
        select.select([], [], [], 60)

    with in_background(work):
        process = int.from_bytes(os.read(heard, 8))

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
