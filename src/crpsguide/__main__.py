"""The first to run: who stops the program while it begins sees no traceback either."""

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
    return _left(run())


def _left(status: int) -> int:
    """End the process, and leave its values to the system: to let go of them one by one takes longer than to start.

    Where what was said cannot be brought away, the interpreter ends and tells of it.
    """
    with contextlib.suppress(OSError, ValueError):
        for stream in (sys.stdout, sys.stderr):
            if stream:  # a program without a console has none
                stream.flush()
        os._exit(status)
    return status


if __name__ == "__main__":
    sys.exit(main())
