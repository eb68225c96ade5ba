"""The command line: arguments in, text and an exit status out."""

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
from crpsguide.cli.telling import CANNOT_RUN, INTERRUPTED, OUR_MISTAKE, TERMINATED, say, tell
from crpsguide.errors import GuideError

RARELY = (100_000, 50, 10)  # how often to look for circles of values: a build makes millions of values and few circles
AGAIN = 0.05  # seconds until a process that did not hear that it should end is asked once more


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    0 all well, 1 the content needs work, 2 the command cannot run, 70 a mistake of ours,
    130 and 143 stopped by a person or by the system.
    """
    gc.set_threshold(*RARELY)
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a name is escaped, never a reason to stop
    try:
        with _terminable():
            status = crpsguide.main(words, prog_name="crpsguide", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message() + "\n", sys.stderr)
        return CANNOT_RUN
    except click.UsageError as error:
        return _misused(error, words[0])
    except click.ClickException as error:
        return _cannot_run(error.format_message())
    except GuideError as error:
        return _cannot_run(str(error), error.help, error.place)
    except OSError as error:  # a disk that fails while it is read, or help that nobody can read
        say("", sys.stdout)
        return _refused_by_disk(error)
    except (click.Abort, KeyboardInterrupt) as error:
        if isinstance(error.__cause__, EOFError):  # click takes it for a person who has gone; here it is a broken file
            return _our_mistake(error.__cause__, with_traceback="--debug" in words)
        return INTERRUPTED
    except _Terminated:
        return TERMINATED
    except Exception as error:  # the one place where a mistake of ours is told as such
        return _our_mistake(error, with_traceback="--debug" in words)
    return int(status or 0)


def _misused(error: click.UsageError, first_word: str) -> int:
    of = f" {first_word}" if first_word in crpsguide.commands else ""
    message = _wrong_use(error)
    known = "" if of or "Did you mean" in message else f"Its commands are {', '.join(sorted(crpsguide.commands))}. "
    return _cannot_run(message, f"{known}“crpsguide{of} --help” tells what it understands.")


def _wrong_use(error: click.UsageError) -> str:
    """What was typed wrong, without the word “invalid”, and with quotation marks as in all else that we say."""
    text = error.format_message()
    if isinstance(error, click.MissingParameter) and error.param:
        kinds = error.param.type.choices if isinstance(error.param.type, click.Choice) else ()
        text = f"{error.param.get_error_hint(error.ctx)} is missing{': one of ' if kinds else ''}{', '.join(kinds)}."
    elif type(error) is click.BadParameter and error.param:
        text = f"{error.param.get_error_hint(error.ctx)}: {error.message}"
    return re.sub(r"'([^']*)'", r"“\1”", text)


def _cannot_run(message: str, help: str = "", place: str = "") -> int:
    tell(message, help, place)
    return CANNOT_RUN


def _refused_by_disk(error: OSError) -> int:
    if isinstance(error, FileNotFoundError) and not error.filename:  # the system was asked where we are
        return _cannot_run("The folder that you are in is no more.", "Go to another one, such as by “cd ~”.")
    return _cannot_run(f"The disk refuses: {(error.strerror or str(error)).lower()} {error.filename or ''}".rstrip())


def _our_mistake(error: Exception, *, with_traceback: bool) -> int:
    if with_traceback:
        import traceback

        say("".join(traceback.format_exception(error)), sys.stderr)
    tell(
        f"crpsguide itself made a mistake ({type(error).__name__}: {error}). It is not your fault.",
        "Please report it, with what the same command prints when you add “--debug”.",
    )
    return OUR_MISTAKE


class _Terminated(BaseException):
    """The system asked the process to end; what was begun is tidied on the way out."""


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    def end(number: int, frame: FrameType | None) -> None:
        raise _Terminated

    def end_again(ignored: Any) -> None:
        """Where a value is let go Python only tells what was raised, and goes on: then the process is asked anew."""
        if not isinstance(ignored.exc_value, (_Terminated, KeyboardInterrupt)):
            told_before(ignored)
            return
        asked = signal.SIGTERM if isinstance(ignored.exc_value, _Terminated) else signal.SIGINT
        _thread.start_new_thread(ask_again, (asked,))  # a Timer is waited for here, where a signal would be lost anew

    def ask_again(asked: signal.Signals) -> None:
        time.sleep(AGAIN)
        os.kill(os.getpid(), asked)

    if threading.current_thread() is not threading.main_thread():  # signals reach the main one alone
        yield
        return
    before, told_before = signal.signal(signal.SIGTERM, end), sys.unraisablehook
    sys.unraisablehook = end_again
    try:
        yield
    finally:
        sys.unraisablehook = told_before
        signal.signal(signal.SIGTERM, before)
