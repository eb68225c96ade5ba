"""What a command prints, and its exit status."""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path, PurePosixPath
from typing import Any, TextIO

from crpsguide import __version__

NEEDS_WORK, CANNOT_RUN, INTERNAL_ERROR, INTERRUPTED, TERMINATED = 1, 2, 70, 130, 143
PROGRESS_DELAY = 1.0  # seconds until a terminal shows the progress bar


# “Any” stands for types of the commands, which are imported only when they run.
def build_outcome(built: Any) -> Any:
    """What `build` prints, as an `Outcome`, from a `Built`."""
    from crpsguide.commands.outcome_cache import Outcome
    from crpsguide.report import brief_report, counted, counts

    edition, printed, found = built.edition, built.handouts, counts(built.edition.diagnostics)
    report = brief_report(edition.diagnostics, edition.lines, colour=has_colour())
    if built.published is None:
        refusal = f"Not published: {problem_counts(found)}. The website of before is as it was.\n"
        if built.dashboard:
            refusal += f"See {shown_path(built.dashboard.folder)}/index.html for all of them at a glance.\n"
        return Outcome(NEEDS_WORK, report, refusal)
    summary = [
        counted(len(edition.site.pages), "page"),
        f"{counted(edition.claims, 'claim')} with sources",
        f"{counted(edition.sources, 'source')} cited",
        counted(found["warnings"], "warning"),
        *([f"{counted(len(printed.handouts), 'handout')} ({printed.printed} newly printed)"] if printed else []),
    ]
    return Outcome(0, report, where=shown_path(built.published.folder), summary=summary)


def check_outcome(checked: Any, guide: Path, output_format: str, strict: bool, paths: Sequence[Path]) -> Any:
    """What `check` prints, as an `Outcome`, from a `Checked`. `output_format` is text, json, sarif or github."""
    from crpsguide.commands.outcome_cache import Outcome
    from crpsguide.commands.rules import rule_helps
    from crpsguide.report import counted, counts, github_report, json_report, sarif_report, text_report

    diagnostics, lines, summary = checked.diagnostics, checked.edition.lines, ""
    found = counts(diagnostics)
    match output_format:
        case "json":
            report = json_report(diagnostics)
        case "sarif":
            report = sarif_report(diagnostics, rule_helps(), lines, version=__version__, below=_path_from_here(guide))
        case "github":
            report = github_report(diagnostics, below=_path_from_here(guide))
        case _:
            report = text_report(diagnostics, lines, colour=has_colour())
            advice = f", {counted(found['advice'], 'piece')} of advice" if found["advice"] else ""
            summary = f"{problem_counts(found)}{advice}.\n" if diagnostics else ""
            summary += _draft_notes(checked.edition.site.drafts, guide, paths)
    needs_work = found["errors"] or (strict and found["warnings"])
    return Outcome(NEEDS_WORK if needs_work else 0, report, summary)


def _draft_notes(drafts: Set[PurePosixPath], guide: Path, paths: Sequence[Path]) -> str:
    """A line for each path that is a draft: silence would mean that all is well, and it was not checked."""
    folders = (guide / "content/pages", guide / "content")
    named = [path for path in paths if any(path.resolve() == folder / draft for folder in folders for draft in drafts)]
    return "".join(f"{shown_path(path.resolve())} is a draft, which was left out: add “--drafts”.\n" for path in named)


def print_outcome(outcome: Any, started: float = 0.0, *, is_new: bool = False) -> int:
    """Print an `Outcome`, fresh or cached, and return its exit status.

    `started` is when the command began, by the monotonic clock; `is_new` says that this run changed the site.
    """
    if outcome.out:
        write_out(outcome.out, sys.stdout)
    if outcome.err:
        write_out(outcome.err, sys.stderr)
    if outcome.where:
        summary = ", ".join([*outcome.summary, f"{time.monotonic() - started:.1f} seconds"])
        write_out(f"{'Built' if is_new else 'Nothing has changed in'} {outcome.where}: {summary}.\n", sys.stdout)
    status: int = outcome.status
    return status


def problem_counts(found: Mapping[str, int]) -> str:
    """How many errors and warnings, in words: `1 error, 2 warnings`."""
    from crpsguide.report import counted

    return f"{counted(found['errors'], 'error')}, {counted(found['warnings'], 'warning')}"


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Yields a function to call as each step begins; a terminal shows the steps if they take longer than a second."""
    if not sys.stderr or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    bar = Progress(BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=5)  # reading, checking, rendering, checking the files, publishing
    timer = threading.Timer(PROGRESS_DELAY, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda step: bar.update(task, description=step, advance=1)
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


def print_error(message: str, help: str = "", place: str = "") -> None:
    """Print why a command cannot run, and the next step. `place` is `path:line:column`, or empty."""
    from crpsguide.report import shown

    text = f"{shown(place)}: error: " if place else "error: "
    text += shown(message.replace("\n", " ")) + "\n"
    write_out(text + (f"    help: {shown(help)}\n" if help else ""), sys.stderr)


def write_out(text: str, stream: TextIO | None) -> None:
    """Write to a standard stream; a closed pipe is ignored, since the exit status still counts."""
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError:  # closed pipe, full disk
        with contextlib.suppress(OSError), open(os.devnull, "w") as devnull:  # noqa: PTH123 # a device
            os.dup2(devnull.fileno(), stream.fileno())  # else the interpreter's last flush would fail as well


def has_colour() -> bool:
    """Whether to print in colour: on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return bool(sys.stdout and sys.stdout.isatty() and not plain)


def _path_from_here(guide: Path) -> PurePosixPath:
    """The guide's path from the working folder: programs look for files from the top of the repository."""
    here = Path.cwd()
    return PurePosixPath(guide.relative_to(here)) if guide.is_relative_to(here) else PurePosixPath()


def shown_path(path: Path) -> str:
    """A path as somebody would type it in the working folder."""
    here = Path.cwd()
    from crpsguide.report import shown

    return shown(str(path.relative_to(here) if path.is_relative_to(here) else path))
