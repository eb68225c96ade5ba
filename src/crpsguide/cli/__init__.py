"""The command line: runs a command, turns exceptions into messages and the exit status."""

import _thread
import contextlib
import gc
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from types import FrameType
from typing import Any

import click

from crpsguide.cli.arguments import crpsguide
from crpsguide.cli.output import CANNOT_RUN, INTERNAL_ERROR, INTERRUPTED, TERMINATED, print_error, write_out
from crpsguide.errors import GuideError

GC_THRESHOLDS = (100_000, 50, 10)  # collect rarely: a build creates millions of objects and few reference cycles
RESEND_DELAY = 0.05  # seconds until a signal whose exception was swallowed is sent again


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    0 all well, 1 the content needs work, 2 the command cannot run, 70 a bug in crpsguide,
    130 and 143 stopped by SIGINT or SIGTERM.
    """
    gc.set_threshold(*GC_THRESHOLDS)
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a file name that cannot be encoded must not stop us
    try:
        with _sigterm_raises():
            status = crpsguide.main(words, prog_name="crpsguide", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        write_out(error.format_message() + "\n", sys.stderr)
        return CANNOT_RUN
    except click.UsageError as error:
        return _usage_error(error, words[0])
    except click.ClickException as error:
        return _cannot_run(error.format_message())
    except GuideError as error:
        return _cannot_run(str(error), error.help, error.place)
    except OSError as error:  # the disk fails while it is read, or the help text cannot be written
        write_out("", sys.stdout)
        return _disk_error(error)
    except (click.Abort, KeyboardInterrupt) as error:
        if isinstance(error.__cause__, EOFError):  # click takes it for the end of input; here a file is broken
            return _internal_error(error.__cause__, with_traceback="--debug" in words)
        return INTERRUPTED
    except _Terminated:
        return TERMINATED
    except Exception as error:  # the one place where any exception is caught and reported as a bug
        return _internal_error(error, with_traceback="--debug" in words)
    return int(status or 0)


def _usage_error(error: click.UsageError, first_word: str) -> int:
    command = f" {first_word}" if first_word in crpsguide.commands else ""
    message = _usage_message(error)
    commands = f"Its commands are {', '.join(sorted(crpsguide.commands))}. "
    known = "" if command or "Did you mean" in message else commands
    return _cannot_run(message, f"{known}See “crpsguide{command} --help”.")


def _usage_message(error: click.UsageError) -> str:
    """Click's message without the word “invalid”, and with our quotation marks."""
    text = error.format_message()
    if isinstance(error, click.MissingParameter) and error.param:
        kinds = error.param.type.choices if isinstance(error.param.type, click.Choice) else ()
        text = f"{error.param.get_error_hint(error.ctx)} is missing{': one of ' if kinds else ''}{', '.join(kinds)}."
    elif type(error) is click.BadParameter and error.param:
        text = f"{error.param.get_error_hint(error.ctx)}: {error.message}"
    elif extra := re.fullmatch(r"Got unexpected extra arguments? \((?P<words>.*)\)", text):
        text = f"“{extra['words']}” is too much here; a name of several words needs hyphens or quotation marks."
    return re.sub(r"'([^']*)'", r"“\1”", text)


def _cannot_run(message: str, help: str = "", place: str = "") -> int:
    print_error(message, help, place)
    return CANNOT_RUN


def _disk_error(error: OSError) -> int:
    if isinstance(error, FileNotFoundError) and not error.filename:  # raised by `getcwd`
        return _cannot_run("The folder that you are in is no more.", "Go to another one, such as by “cd ~”.")
    return _cannot_run(f"The disk refuses: {(error.strerror or str(error)).lower()} {error.filename or ''}".rstrip())


def _internal_error(error: Exception, *, with_traceback: bool) -> int:
    if with_traceback:
        import traceback

        write_out("".join(traceback.format_exception(error)), sys.stderr)
    print_error(
        f"crpsguide itself made a mistake ({type(error).__name__}: {error}). It is not your fault.",
        "Please report it, with what the same command prints when you add “--debug”.",
    )
    return INTERNAL_ERROR


class _Terminated(BaseException):
    """SIGTERM arrived; an exception, so that `finally` blocks clean up."""


@contextlib.contextmanager
def _sigterm_raises() -> Iterator[None]:
    """Let SIGTERM raise `_Terminated` in the main thread for a `with` block."""

    def raise_terminated(number: int, frame: FrameType | None) -> None:
        raise _Terminated

    def resend_swallowed(unraisable: Any) -> None:
        """Send a signal again whose exception was raised in a destructor: Python only reports it there and goes on."""
        if not isinstance(unraisable.exc_value, (_Terminated, KeyboardInterrupt)):
            hook_before(unraisable)
            return
        number = signal.SIGTERM if isinstance(unraisable.exc_value, _Terminated) else signal.SIGINT
        # Not `threading.Timer`: starting one waits for its thread, and the signal could be swallowed here once more.
        _thread.start_new_thread(send_later, (number,))

    def send_later(number: signal.Signals) -> None:
        time.sleep(RESEND_DELAY)
        os.kill(os.getpid(), number)

    if threading.current_thread() is not threading.main_thread():  # only the main thread may set signal handlers
        yield
        return
    handler_before, hook_before = signal.signal(signal.SIGTERM, raise_terminated), sys.unraisablehook
    sys.unraisablehook = resend_swallowed
    try:
        yield
    finally:
        sys.unraisablehook = hook_before
        signal.signal(signal.SIGTERM, handler_before)
