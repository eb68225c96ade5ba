"""Several processes at once for work that can be parted."""

import contextlib
import gc
import os
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Piece = TypeVar("Piece")
Made = TypeVar("Made")
FEWEST = 16  # pieces for a process, below which to start it costs more than it saves
BATCHES = 32  # for each process: one that is done with a batch takes the next, for pieces are of any size
MOST = 256  # batches in all: each is told by a byte


def spread(work: Callable[[Sequence[Piece]], Made], pieces: Sequence[Piece], jobs: int) -> list[Made]:
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
    import multiprocessing  # slow to import, and only needed where there is much to do

    size = -(-len(pieces) // min(BATCHES * count, MOST))
    batches = [pieces[at : at + size] for at in range(0, len(pieces), size)]
    waiting, written = os.pipe()
    os.write(written, bytes(range(len(batches))))
    os.close(written)
    fork = multiprocessing.get_context("fork")  # a copy of this process has read the guide
    begun = []
    try:
        for _ in range(count - 1):
            receiver, sender = fork.Pipe(duplex=False)
            process = fork.Process(target=_work_apart, args=(work, batches, waiting, sender.send), daemon=True)
            process.start()
            sender.close()
            begun.append((process, receiver))
        made = _taken(work, batches, waiting)
        for process, receiver in begun:
            with contextlib.suppress(EOFError):  # it did not bring back what it made
                made.update(receiver.recv())
            process.join()
    finally:
        os.close(waiting)
        for process, _ in begun:
            process.kill()
    return [made[number] if number in made else work(batch) for number, batch in enumerate(batches)]


def _taken(
    work: Callable[[Sequence[Piece]], Made], batches: Sequence[Sequence[Piece]], waiting: int
) -> dict[int, Made]:
    """What is made of the batches that this process takes, by their numbers."""
    made = {}
    while number := os.read(waiting, 1):
        made[number[0]] = work(batches[number[0]])
    return made


def _work_apart(
    work: Callable[[Sequence[Piece]], Made],
    batches: Sequence[Sequence[Piece]],
    waiting: int,
    send: Callable[[Mapping[int, Made]], None],
) -> None:
    try:
        made = _taken(work, batches, waiting)
    except BaseException:  # the process that waits hears of it when this one ends, and tries itself
        return
    send(made)
