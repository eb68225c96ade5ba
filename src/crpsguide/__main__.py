"""The first to run: who stops the program while it begins sees no traceback either."""

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line."""
    try:
        from crpsguide.cli import main as run
    except KeyboardInterrupt:
        return INTERRUPTED
    return run()


if __name__ == "__main__":
    sys.exit(main())
