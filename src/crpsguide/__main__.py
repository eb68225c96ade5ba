"""The entry point of the program. Ctrl-C shows no traceback, not even during the imports."""

import contextlib
import os
import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line."""
    try:
        from crpsguide.cli import main as run
    except KeyboardInterrupt:
        return INTERRUPTED
    return _exit(run())


def _exit(status: int) -> int:
    """Exit at once, without freeing memory object by object, which takes longer than the start of the program.

    Returns the status if the output cannot be flushed: the interpreter then exits as usual and reports why.
    """
    with contextlib.suppress(OSError, ValueError):
        for stream in (sys.stdout, sys.stderr):
            if stream:  # a program without a console has none
                stream.flush()
        os._exit(status)
    return status


if __name__ == "__main__":
    sys.exit(main())
