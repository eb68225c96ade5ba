"""Programs of others, and what keeps them from doing their work."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile


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
    # A program of Node that ends itself loses what is still in a pipe, but nothing that goes to a file.
    with TemporaryFile("w+", encoding="utf-8") as output:
        try:
            ended = subprocess.run(
                words,
                env={**os.environ, **(environment or {})},
                stdout=output,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise NotHere(f"{words[0]} is not installed") from error
        output.seek(0)
        said = output.read()
    if ended.returncode not in statuses:
        raise Broken(f"{words[0]} ended with {ended.returncode}: {(ended.stderr or said)[-2000:]}")
    return said
