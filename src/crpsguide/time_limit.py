"""A time limit for work on a text that takes far longer than any text of a real guide."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 0.1  # seconds; what is raised while a value is let go stops nothing, and the work is stopped once more


class _OutOfPatienceError(BaseException):
    """No `Exception`: a library that catches those must not take it for a fault of its own and go on."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop the work in a `with` block once it has kept the processor busy for so many seconds.

    The time of the processor is counted, not that of the clock: a busy machine refuses no page that an idle one takes.
    Only the first thread of a process can be stopped, and not on Windows; elsewhere the work goes on to its end.

    Raises:
        TimeoutError: the work took longer, and stands where it was stopped.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _OutOfPatienceError:
        raise TimeoutError from None
    finally:
        signal.signal(signal.SIGVTALRM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise _OutOfPatienceError
