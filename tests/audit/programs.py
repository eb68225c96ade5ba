"""Programs of others, and what keeps them from doing their work."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

LONGEST = 1800.0  # seconds; the Nu checker takes a tenth of it for the whole site


class NotHere(Exception):
    """A program that a step needs is not on this computer; the text tells how it is had."""


class Broken(Exception):
    """A program could not do its work; the text is what it said."""


def run(
    words: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    *,
    statuses: Sequence[int] = (0,),
    folder: Path | None = None,
    patience: float = LONGEST,
) -> str:
    """What a program writes to its output; `statuses` are those with which it may end.

    Raises:
        NotHere: there is no such program.
        Broken: it ended with another status, or was ended after `patience` seconds with all that it had begun.
    """
    # A program of Node that ends itself loses what is still in a pipe, but nothing that goes to a file.
    with TemporaryFile("w+", encoding="utf-8") as output, TemporaryFile("w+", encoding="utf-8") as complaints:
        try:
            program = subprocess.Popen(
                words,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=complaints,
                cwd=folder,
                start_new_session=True,
            )
        except FileNotFoundError as error:
            raise NotHere(f"{words[0]} is not installed") from error
        try:
            status = program.wait(patience)
        except subprocess.TimeoutExpired:
            raise Broken(f"{words[0]} was still busy after {patience:.0f} seconds") from None
        finally:
            _end_all_of(program)
        said, complained = _text(output), _text(complaints)
    if status not in statuses:
        raise Broken(f"{words[0]} ended with {status}: {(complained or said)[-2000:]}")
    return said


def _end_all_of(program: "subprocess.Popen[bytes]") -> None:
    """End a program and what it began and left, such as a browser: the next step needs the computer."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()


def _text(file: IO[str]) -> str:
    file.seek(0)
    return file.read()
