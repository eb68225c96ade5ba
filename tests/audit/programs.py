"""Programs of others, and what keeps them from doing their work."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class NotHere(Exception):
    """A program that a step needs is not on this computer; the text tells how it is had."""


class Broken(Exception):
    """A program could not do its work; the text is what it said."""


def run(
    words: Sequence[str | Path], environment: Mapping[str, str] | None = None, *, statuses: Sequence[int] = (0,)
) -> str:
    """What a program writes to its output; `statuses` are those with which it may end.

    Raises:
        NotHere: there is no such program.
        Broken: it ended with another status.
    """
    try:
        ended = subprocess.run(
            words, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise NotHere(f"{words[0]} is not installed") from error
    if ended.returncode not in statuses:
        raise Broken(f"{words[0]} ended with {ended.returncode}: {(ended.stderr or ended.stdout)[-2000:]}")
    return ended.stdout
