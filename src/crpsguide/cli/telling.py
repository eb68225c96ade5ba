"""What a person or a program is told, and the exit status that goes with it."""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path, PurePosixPath
from typing import Any, TextIO

from crpsguide import __version__

NEEDS_WORK, CANNOT_RUN, OUR_MISTAKE, INTERRUPTED, TERMINATED = 1, 2, 70, 130, 143
PATIENCE = 1.0  # seconds without a word, after which a terminal shows what is being done


# “Any” stands for types of the commands, which are imported only when they run.
def answer_of_build(built: Any) -> Any:
    """What is told of a guide that was published or held back."""
    from crpsguide.commands.answers import Answer
    from crpsguide.report import brief_report, counted, counts

    edition, printed, found = built.edition, built.handouts, counts(built.edition.diagnostics)
    report = brief_report(edition.diagnostics, edition.lines, colour=has_colour())
    if built.published is None:
        refusal = f"Not published: {problems(found)}. The website of before is as it was.\n"
        if built.dashboard:
            refusal += f"See {from_here(built.dashboard.folder)}/index.html for all of them at a glance.\n"
        return Answer(NEEDS_WORK, report, refusal)
    done = [
        counted(len(edition.site.pages), "page"),
        f"{counted(edition.claims, 'claim')} with sources",
        f"{counted(edition.sources, 'source')} cited",
        counted(found["warnings"], "warning"),
        *([f"{counted(len(printed.handouts), 'handout')} ({printed.anew} printed anew)"] if printed else []),
    ]
    return Answer(0, report, where=from_here(built.published.folder), done=done)


def answer_of_check(checked: Any, guide: Path, form: str, strict: bool, paths: Sequence[Path]) -> Any:
    """What is told of a guide that was looked over, in the form that was asked for."""
    from crpsguide.commands.answers import Answer
    from crpsguide.commands.rules import rule_helps
    from crpsguide.report import counted, counts, github_report, json_report, sarif_report, text_report

    diagnostics, lines, said = checked.diagnostics, checked.edition.lines, ""
    found = counts(diagnostics)
    match form:
        case "json":
            report = json_report(diagnostics)
        case "sarif":
            report = sarif_report(diagnostics, rule_helps(), lines, version=__version__, below=_below_here(guide))
        case "github":
            report = github_report(diagnostics, below=_below_here(guide))
        case _:
            report = text_report(diagnostics, lines, colour=has_colour())
            advice = f", {counted(found['advice'], 'piece')} of advice" if found["advice"] else ""
            said = f"{problems(found)}{advice}.\n" if diagnostics else ""
            said += _set_aside(checked.edition.site.drafts, guide, paths)
    needs_work = found["errors"] or (strict and found["warnings"])
    return Answer(NEEDS_WORK if needs_work else 0, report, said)


def _set_aside(drafts: Set[PurePosixPath], guide: Path, paths: Sequence[Path]) -> str:
    """A word about each draft among the files that somebody named: nothing is said of it, and not all may be well."""
    folders = (guide / "content/pages", guide / "content")
    named = [one for one in paths if any(one.resolve() == below / draft for below in folders for draft in drafts)]
    return "".join(f"{from_here(one.resolve())} is a draft, which was left out: add “--drafts”.\n" for one in named)


def tell_answer(answer: Any, begin: float = 0.0, *, is_new: bool = False) -> int:
    """Say what there is to say, now or again, and give the exit status; `is_new` says that something was published."""
    if answer.out:
        say(answer.out, sys.stdout)
    if answer.err:
        say(answer.err, sys.stderr)
    if answer.where:
        told = ", ".join([*answer.done, _seconds_since(begin)])
        say(f"{'Built' if is_new else 'Nothing has changed in'} {answer.where}: {told}.\n", sys.stdout)
    status: int = answer.status
    return status


def _seconds_since(begin: float) -> str:
    return f"{time.monotonic() - begin:.1f} seconds"


def problems(found: Mapping[str, int]) -> str:
    """How many errors and warnings, in words."""
    from crpsguide.report import counted

    return f"{counted(found['errors'], 'error')}, {counted(found['warnings'], 'warning')}"


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """On a terminal, and only when it takes longer: a bar and the step at work."""
    if not sys.stderr or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    bar = Progress(BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=5)  # reading, checking, drawing, checking the files, publishing
    timer = threading.Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda step: bar.update(task, description=step, advance=1)
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


def tell(message: str, help: str = "", place: str = "") -> None:
    """Tell why a command cannot run, and the next step. `place` is a file with line and column, if it has one."""
    from crpsguide.report import shown

    text = f"{shown(place)}: error: " if place else "error: "
    text += shown(message.replace("\n", " ")) + "\n"
    say(text + (f"    help: {shown(help)}\n" if help else ""), sys.stderr)


def say(text: str, stream: TextIO | None) -> None:
    """Write, and go on if nobody reads any more: the exit status still tells the verdict."""
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError:  # closed pipe, full disk
        with contextlib.suppress(OSError), open(os.devnull, "w") as nowhere:  # noqa: PTH123 # a device
            os.dup2(nowhere.fileno(), stream.fileno())


def has_colour() -> bool:
    """Whether to use colours in what is printed (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return bool(sys.stdout and sys.stdout.isatty() and not plain)


def _below_here(guide: Path) -> PurePosixPath:
    """The way from this folder down to the guide: programs find files from the folder of the repository."""
    here = Path.cwd()
    return PurePosixPath(guide.relative_to(here)) if guide.is_relative_to(here) else PurePosixPath()


def from_here(path: Path) -> str:
    """The path as a person in this folder would type it."""
    here = Path.cwd()
    from crpsguide.report import shown

    return shown(str(path.relative_to(here) if path.is_relative_to(here) else path))
