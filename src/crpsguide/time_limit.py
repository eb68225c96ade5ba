"""A limit of processor time for work on a text, far above what any text of a real guide takes."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

RETRY_INTERVAL = 0.1  # seconds; an exception raised in a destructor is swallowed, so the signal is sent again


class _TimeLimitReached(BaseException):
    """No `Exception`: a library that catches those would take it for a fault of its own and go on."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop a `with` block when it has used this much processor time.

    Processor time, not the clock: a busy machine accepts the same pages as an idle one. Only the main thread can be
    stopped, and not on Windows; elsewhere the block runs to its end.

    Raises:
        TimeoutError: the limit was reached; the block stopped where it was.
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
