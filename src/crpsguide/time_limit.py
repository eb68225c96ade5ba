"""A limit on processor time for a block of code."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

RETRY_INTERVAL = 0.1  # seconds; an exception raised in a destructor is swallowed, so the signal is sent again


class _TimeLimitReached(BaseException):
    """Not an `Exception`: a library that catches those would swallow it and continue."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Context manager that interrupts its block after this much processor time.

    Processor time, not wall time: a busy machine accepts the same pages as an idle one. There is no limit in other
    threads than the main thread, and on Windows.

    Raises:
        TimeoutError: the limit was reached; the block was interrupted at an arbitrary point.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds, RETRY_INTERVAL)
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _TimeLimitReached:
        raise TimeoutError from None
    finally:
        signal.signal(signal.SIGVTALRM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise _TimeLimitReached
