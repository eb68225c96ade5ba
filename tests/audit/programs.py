"""Runs third-party programs, with a time limit, and reports why one could not run."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

TIMEOUT = 1800.0  # seconds; the Nu checker takes a tenth of it for the whole site


class NotInstalledError(Exception):
    """A program that a step needs is not installed; the message says how to install it."""


class ProgramError(Exception):
    """A program failed; the message has what it printed."""


def run(
    command: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    *,
    statuses: Sequence[int] = (0,),
    folder: Path | None = None,
    timeout: float = TIMEOUT,
) -> str:
    """Run a program, and return what it writes to standard output. `statuses` are the exit statuses of success.

    Raises:
        NotInstalledError: there is no such program.
        ProgramError: it exited with another status, or was killed with its child processes after `timeout` seconds.
    """
    # A Node program that calls `process.exit` loses output that is still in a pipe, but not what goes to a file.
    with TemporaryFile("w+", encoding="utf-8") as stdout, TemporaryFile("w+", encoding="utf-8") as stderr:
        try:
            process = subprocess.Popen(
                command,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                cwd=folder,
                start_new_session=True,
            )
        except FileNotFoundError as error:
            raise NotInstalledError(f"{command[0]} is not installed") from error
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise ProgramError(f"{command[0]} was still running after {timeout:.0f} seconds") from None
        finally:
            _kill_group(process)
        output, errors = _text(stdout), _text(stderr)
    if status not in statuses:
        raise ProgramError(f"{command[0]} exited with {status}: {(errors or output)[-2000:]}")
    return output


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process with the child processes that it left, such as a browser, which would slow down the next step."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _text(file: IO[str]) -> str:
    file.seek(0)
    return file.read()
