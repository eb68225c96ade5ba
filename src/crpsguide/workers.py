"""Several processes at once for work that can be parted."""

import contextlib
import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NoReturn, TypeVar

Piece = TypeVar("Piece")
Made = TypeVar("Made")
FEWEST = 16  # pieces for a process, below which to start it costs more than it saves
SHARES = 8  # for each process, of what is left: the first batches are large, and the last ones end together
MOST = 256  # batches in all: each is told by a byte


def in_parallel(work: Callable[[Sequence[Piece]], Made], pieces: Sequence[Piece], jobs: int) -> list[Made]:
    """What `work` makes of the pieces, a batch at a time, in their order; large pieces had better come first.

    This process and others, `jobs` in all, take one batch after the other. The others see everything as it is now, and
    what they make comes back as a copy. What one of them fails at is worked on again here, so that its exception is
    told as any other.
    """
    if len(pieces) > FEWEST:
        gc.enable()  # what is parsed and drawn leaves circles behind
    count = max(1, min(jobs, len(pieces) // FEWEST)) if hasattr(os, "fork") else 1
    if count == 1:
        return [work(pieces)]
    batches = _batches(pieces, SHARES * count)
    waiting, written = os.pipe()
    os.write(written, bytes(range(len(batches))))
    os.close(written)
    with contextlib.ExitStack() as begun:
        begun.callback(os.close, waiting)
        others = [begun.enter_context(in_background(partial(_taken, work, batches, waiting))) for _ in range(count - 1)]
        made = _taken(work, batches, waiting)
        for other in others:
            made |= other()  # nothing, where it did not bring back what it made: no batch is waiting then
    return [made[number] if number in made else work(batch) for number, batch in enumerate(batches)]


@contextlib.contextmanager
def in_background(work: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Have another process do some work, while this one goes on; what is given back waits for what it made.

    The other sees everything as it is now, and what it makes comes back as a copy, once. Where it fails, or the system
    knows no such thing, the work is done here when it is asked for, so that its exception is told as any other.
    """
    if not hasattr(os, "fork"):
        yield work
        return
    told, telling = os.pipe()
    process = os.fork()
    if not process:
        _tell(work, telling)
    os.close(telling)

    def made() -> Made:
        try:
            found: Made = pickle.load(answer)  # of our own process
        except (EOFError, pickle.UnpicklingError):  # it ended before
            return work()
        return found

    with open(told, "rb") as answer:  # noqa: PTH123 # a pipe has no path
        try:
            yield made
        finally:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _tell(work: Callable[[], object], telling: int) -> NoReturn:
    """Do some work in a process of its own, write what it made into a pipe, and end."""
    try:
        whole = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)  # all of it or nothing
        with open(telling, "wb") as answer:  # a pipe has no path
            answer.write(whole)
    finally:  # whatever happened: none of what this process would do at its end is for it to do
        os._exit(0)


def _batches(pieces: Sequence[Piece], shares: int) -> list[Sequence[Piece]]:
    """All pieces, in their order: each batch is a share of what is left, for one that is done takes the next."""
    least = -(-len(pieces) // MOST)
    batches, at = [], 0
    while at < len(pieces):
        size = max(least, (len(pieces) - at) // shares)
        batches.append(pieces[at : at + size])
        at += size
    return batches


def _taken(
    work: Callable[[Sequence[Piece]], Made], batches: Sequence[Sequence[Piece]], waiting: int
) -> dict[int, Made]:
    """What is made of the batches that this process takes, by their numbers."""
    made = {}
    while number := os.read(waiting, 1):
        made[number[0]] = work(batches[number[0]])
    return made
