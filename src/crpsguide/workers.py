"""Several processes at once for work that can be parted."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

Piece = TypeVar("Piece")
Made = TypeVar("Made")
FEWEST = 16  # pieces for a process, below which to start it costs more than it saves


def spread(work: Callable[[Sequence[Piece]], Made], pieces: Sequence[Piece], jobs: int) -> list[Made]:
    """What `work` makes of the pieces, parted among at most `jobs` processes: one thing for each share of them.

    The first share is worked on here, the others in processes that see everything as it is now. What they make comes
    back as a copy. A share that fails there is worked on again here, so that its exception is told as any other.
    """
    count = max(1, min(jobs, len(pieces) // FEWEST)) if hasattr(os, "fork") else 1
    shares = [pieces[number::count] for number in range(count)]
    fork = multiprocessing.get_context("fork") if count > 1 else None  # a copy of this process has read the guide
    begun = []
    try:
        for share in shares[1:]:
            assert fork is not None
            receiver, sender = fork.Pipe(duplex=False)
            process = fork.Process(target=_work_apart, args=(work, share, sender), daemon=True)
            process.start()
            sender.close()
            begun.append((process, receiver))
        made = [work(shares[0])]
        for share, (process, receiver) in zip(shares[1:], begun, strict=True):
            try:
                made.append(receiver.recv())
            except EOFError:
                made.append(work(share))
            process.join()
    finally:
        for process, _ in begun:
            process.kill()
    return made


def _work_apart(work: Callable[[Sequence[Piece]], Made], share: Sequence[Piece], sender: Connection) -> None:
    try:
        made = work(share)
    except BaseException:  # the process that waits hears of it when this one ends, and tries itself
        return
    sender.send(made)
