"""Child processes (forks) for work on many items."""

import contextlib
import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NoReturn, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MIN_ITEMS = 16  # for each process; with fewer, starting it costs more than it saves
# Each batch is the remaining items divided by this and the number of processes: the first batches are large, and the
# last ones so small that all processes end together.
DIVISOR = 8
MAX_BATCHES = 256  # a batch number is one byte in the pipe


def in_parallel(work: Callable[[Sequence[Item]], Result], items: Sequence[Item], jobs: int) -> list[Result]:
    """The result of `work` for each batch of the items, in the items' order. Put items that take long first.

    `jobs` processes, this one included, take batches from a queue. Children are forks, so they see all values of this
    process; results are pickled back. A batch whose child failed is worked on again here, so that an exception is
    raised as usual.
    """
    if len(items) > MIN_ITEMS:
        gc.enable()  # parsing and drawing leave reference cycles
    count = max(1, min(jobs, len(items) // MIN_ITEMS)) if hasattr(os, "fork") else 1
    if count == 1:
        return [work(items)]
    batches = _batches(items, DIVISOR * count)
    queue, queue_end = os.pipe()
    os.write(queue_end, bytes(range(len(batches))))
    os.close(queue_end)
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, queue)
        children = [
            stack.enter_context(in_background(partial(_work_on_queue, work, batches, queue))) for _ in range(count - 1)
        ]
        results = _work_on_queue(work, batches, queue)
        for child_results in children:
            results |= child_results()  # {} if the child failed: by now the queue is empty
    return [results[number] if number in results else work(batch) for number, batch in enumerate(batches)]


@contextlib.contextmanager
def in_background(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Run `work` in a child process; yields a function that waits for its result, to be called at most once.

    The child is a fork, so it sees all values of this process; the result is pickled back. If the child fails, or the
    system cannot fork, that function does the work here, so that an exception is raised as usual.
    """
    if not hasattr(os, "fork"):
        yield work
        return
    pipe, write_end = os.pipe()
    process = os.fork()
    if not process:
        _run_child(work, write_end)
    os.close(write_end)

    def result() -> Result:
        try:
            loaded: Result = pickle.load(reader)  # safe: our own child wrote it
        except (EOFError, pickle.UnpicklingError):  # the child failed
            return work()
        return loaded

    with open(pipe, "rb") as reader:  # noqa: PTH123 # a pipe has no path
        try:
            yield result
        finally:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _run_child(work: Callable[[], object], write_end: int) -> NoReturn:
    """Do the work, write its pickled result into the pipe, and exit."""
    try:
        pickled = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)  # as a whole first, so that no half is written
        with open(write_end, "wb") as writer:  # a pipe has no path
            writer.write(pickled)
    finally:  # in any case without the parent's clean-up, which the fork has inherited
        os._exit(0)


def _batches(items: Sequence[Item], divisor: int) -> list[Sequence[Item]]:
    """The items in order, in batches that shrink as fewer items remain; at most `MAX_BATCHES`."""
    min_size = -(-len(items) // MAX_BATCHES)
    batches, start = [], 0
    while start < len(items):
        size = max(min_size, (len(items) - start) // divisor)
        batches.append(items[start : start + size])
        start += size
    return batches


def _work_on_queue(
    work: Callable[[Sequence[Item]], Result], batches: Sequence[Sequence[Item]], queue: int
) -> dict[int, Result]:
    """The results of the batches that this process takes from the queue, by batch number."""
    results = {}
    while number := os.read(queue, 1):
        results[number[0]] = work(batches[number[0]])
    return results
