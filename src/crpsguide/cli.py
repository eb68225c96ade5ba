"""The command line: arguments in, text and an exit status out."""

import atexit
import contextlib
import gc
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import FrameType
from typing import Any, TextIO

import click

from crpsguide import __version__
from crpsguide.errors import GuideError

# Each command imports what it needs only when it runs: “crpsguide --help” answers at once.

NEEDS_WORK, CANNOT_RUN, OUR_MISTAKE, INTERRUPTED, TERMINATED = 1, 2, 70, 130, 143
RARELY = (100_000, 50, 10)  # how often to look for circles of values: a build makes millions of values and few circles
AGAIN = 0.01  # seconds until a process that did not hear that it should end is asked once more
PATIENCE = 1.0  # seconds without a word, after which a terminal shows what is being done


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    0 all well, 1 the content needs work, 2 the command cannot run, 70 a mistake of ours,
    130 and 143 stopped by a person or by the system.
    """
    gc.set_threshold(*RARELY)
    atexit.register(gc.freeze)  # to look for circles once more at the end took a seventh of the time after an edit
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a name is escaped, never a reason to stop
    try:
        with _terminable():
            status = crpsguide.main(words, prog_name="crpsguide", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        _say(error.format_message() + "\n", sys.stderr)
        return CANNOT_RUN
    except click.UsageError as error:
        asked = f"{error.ctx.command_path} --help" if error.ctx else "crpsguide --help"
        return _cannot_run(_wrong_use(error), f"“{asked}” tells what it understands.")
    except click.ClickException as error:
        return _cannot_run(error.format_message())
    except GuideError as error:
        return _cannot_run(str(error), error.help, error.place)
    except OSError as error:  # a disk that fails while it is read, or help that nobody can read
        _say("", sys.stdout)
        if isinstance(error, FileNotFoundError) and not error.filename:  # the system was asked where we are
            return _cannot_run("The folder that you are in is no more.", "Go to another one, such as by “cd ~”.")
        return _cannot_run(
            f"The disk refuses: {(error.strerror or str(error)).lower()} {error.filename or ''}".rstrip()
        )
    except (click.Abort, KeyboardInterrupt) as error:
        if isinstance(error.__cause__, EOFError):  # click takes it for a person who has gone; here it is a broken file
            return _our_mistake(error.__cause__, with_traceback="--debug" in words)
        return INTERRUPTED
    except _Terminated:
        return TERMINATED
    except Exception as error:  # the one place where a mistake of ours is told as such
        return _our_mistake(error, with_traceback="--debug" in words)
    return int(status or 0)


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
        threading.Timer(AGAIN, os.kill, (os.getpid(), asked)).start()

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


class _Choice(click.Choice[str]):
    """A choice of words that names the near miss."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        from crpsguide.spelling import did_you_mean  # only for those who mistype

        return (
            f"“{value}” is not one of: {', '.join(self.choices)}. {did_you_mean(str(value), self.choices, '')}".rstrip()
        )


class _Number(click.IntRange):
    """A whole number, whose bounds are told in words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            bounds = f"from {self.min} to {self.max}" if self.max is not None else f"of {self.min} or more"
            self.fail(f"“{value}” is not a whole number {bounds}.", param, ctx)


def _separated(ctx: click.Context, param: click.Parameter, words: Sequence[str]) -> Sequence[str]:
    """“L,P” as two words."""
    return [one for word in words for one in word.replace(",", " ").split()]


def _options(*wanted: Callable[..., Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(wanted):
            command = option(command)
        return command

    return add


GUIDE = click.argument("guide", required=False, type=click.Path(path_type=Path))
DRAFTS = click.option("--drafts", is_flag=True, help="Take in the pages marked “draft: true” as well.")
RULES = _options(
    click.option(
        "--select",
        multiple=True,
        callback=_separated,
        metavar="RULES",
        help="Look for these rules only: codes (E1), letters (L,P) or names (missing-page).",
    ),
    click.option("--ignore", multiple=True, callback=_separated, metavar="RULES", help="Leave these rules out."),
)
DEBUG = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="If crpsguide itself makes a mistake, show its traceback, for a report to its makers.",
)
MOST_JOBS = 8  # beyond that the work that cannot be parted takes the time
JOBS = click.option(
    "--jobs",
    type=_Number(min=1),
    default=min(os.cpu_count() or 1, MOST_JOBS),
    metavar="NUMBER",
    help="How many processes may work at once. [one for each processor]",
)
NO_CACHE = click.option(
    "--no-cache", is_flag=True, help="Work everything out anew, and keep nothing of it in build/cache."
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog="""\b
The usual day:
  crpsguide serve      see your pages in the browser while you write
  crpsguide check      hear what still needs work
  crpsguide build      make the website in build/site""",
)
@click.version_option(__version__, message="crpsguide %(version)s")
@DEBUG
def crpsguide() -> None:
    """Make a health guide in which every claim shows the study it rests on.

    You write pages in the folder “content”. crpsguide looks them over, tells you what needs
    work, and makes a website from them.
    """


@crpsguide.command(epilog="\b\nExample:\n  crpsguide build")
@GUIDE
@click.option("--output", type=click.Path(path_type=Path), help="Folder for the website. [build/site]")
@click.option("--base-url", default="", metavar="URL", help="Where it will be published, such as https://example.org.")
@click.option("--handouts", is_flag=True, help="Make every page and pack as PDF too. The first time takes minutes.")
@click.option("--strict", is_flag=True, help="Hold the website back for warnings too, not only for errors.")
@DRAFTS
@RULES
@JOBS
@NO_CACHE
@DEBUG
def build(guide: Path | None, output: Path | None, handouts: bool, strict: bool, no_cache: bool, **wishes: Any) -> int:
    """Make the website.

    Reads all pages, checks them, and puts the finished website into the folder build/site.
    If something must be mended first, you are told what and where, and the website of before
    stays as it was. GUIDE is the folder that holds “content”; leave it out if you are in it.
    """
    from crpsguide.commands.answers import Answers
    from crpsguide.commands.guide import find_guide

    begin, is_kept = time.monotonic(), not (no_cache or handouts)
    folder = find_guide(guide)
    made = [output] if output else [folder / "build" / name for name in ("site", "report", "hosting")]
    answers = Answers(folder, *_asked(), made=made)
    if is_kept and (answer := answers.recall()):
        return _tell_answer(answer, begin)

    from crpsguide.commands.build import build_guide
    from crpsguide.commands.edition import NO_MEMORY, Choices, memory_of

    memory = NO_MEMORY if no_cache else memory_of(folder, begins=True)
    with _progress() as on_step:
        built = build_guide(
            folder,
            Choices(**wishes),
            output=output,
            strict=strict,
            handouts=handouts,
            on_step=on_step,
            memory=memory,
            digests=answers.digests,
        )
    answer = _answer_of_build(built)
    status = _tell_answer(answer, begin, is_new=bool(built.published and built.published.changed))
    if is_kept and built.edition.is_lasting:
        answers.keep(answer, since=built.published.at if built.published else 0)
    return status


@crpsguide.command(
    epilog="""\b
Examples:
  crpsguide check
  crpsguide check content/pages/living/pacing.md
  crpsguide check --explain missing-page"""
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[GUIDE] [PATH]...")
@click.option(
    "--format",
    "form",
    type=_Choice(["text", "json", "sarif", "github"]),
    metavar="FORM",
    default="text",
    help="Text for people, json for programs, sarif for code hosts and editors, github for its runners. [text]",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--external", is_flag=True, help="Ask the web too whether the links that leave the guide are still there."
)
@click.option(
    "--explain",
    metavar="[RULE]",
    is_flag=False,
    flag_value="",
    help="Tell what a rule wants and why, with examples, or list all rules; check nothing.",
)
@DRAFTS
@RULES
@JOBS
@NO_CACHE
@DEBUG
def check(
    paths: Sequence[Path],
    form: str,
    strict: bool,
    external: bool,
    explain: str | None,
    no_cache: bool,
    **wishes: Any,
) -> int:
    """Tell what needs work, and change nothing.

    Says nothing when all is well. With PATHs, only messages about those files or folders are
    told. Each message names the file, the line and the next step; “--explain” tells more.
    """
    if explain is not None:
        from crpsguide.commands.rules import explain_rule

        _say(explain_rule(explain), sys.stdout)
        return 0

    from crpsguide.commands.answers import Answers
    from crpsguide.commands.guide import find_guide

    if paths and (paths[0] / "content").exists():
        guide, paths = find_guide(paths[0]), paths[1:]
    else:
        guide = find_guide(start=paths[0].parent if paths else None)
    is_kept = not (no_cache or external)
    answers = Answers(guide, *_asked())
    if is_kept and (answer := answers.recall()):
        return _tell_answer(answer)

    from crpsguide.commands.check import check_guide
    from crpsguide.commands.edition import NO_MEMORY, Choices, memory_of

    memory = NO_MEMORY if no_cache else memory_of(guide)
    with _progress() as on_step:
        checked = check_guide(
            guide,
            Choices(**wishes),
            paths=paths,
            external=external,
            on_step=on_step,
            memory=memory,
            digests=answers.digests,
        )
    answer = _answer_of_check(checked, guide, form, strict)
    status = _tell_answer(answer)
    if is_kept and checked.edition.is_lasting:
        answers.keep(answer)
    return status


@crpsguide.command(epilog="\b\nExample:\n  crpsguide serve --open")
@GUIDE
@click.option("--host", default="127.0.0.1", help="Address of this computer. [127.0.0.1]")
@click.option("--port", type=_Number(1, 65535), help="Number behind the colon. [8000, or the next free one]")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser as well.")
@DRAFTS
@RULES
@DEBUG
def serve(guide: Path | None, host: str, port: int | None, open_browser: bool, **wishes: Any) -> int:
    """See your pages in the browser while you write.

    Only this computer can see them. When you save a file, the browser shows the new page. When
    something must be mended, the page tells what and where. Ctrl-C ends it.
    """
    from crpsguide.commands.edition import Choices, Edition, memory_of
    from crpsguide.commands.guide import find_guide
    from crpsguide.commands.serve import serve_guide
    from crpsguide.report import brief_report, counts

    def on_edition(edition: Edition, seconds: float) -> None:
        _say(brief_report(edition.diagnostics, edition.lines, colour=_colour(sys.stdout)), sys.stdout)
        kept = " The pages of before are shown until the errors are mended." if edition.has_errors else ""
        told = f"{time.strftime('%H:%M:%S')} {_problems(counts(edition.diagnostics))}, {seconds:.1f} seconds."
        _say(f"{told}{kept}\n", sys.stdout)

    def on_address(address: str) -> None:
        _say(f"Your guide is at {address} (Ctrl-C ends it).\n", sys.stdout)
        if open_browser:
            click.launch(address)

    folder = find_guide(guide)
    serve_guide(
        folder,
        Choices(**wishes),
        host=host,
        port=port,
        memory=memory_of(folder),
        on_address=on_address,
        on_edition=on_edition,
        on_trouble=lambda error: _tell(str(error), error.help, error.place),
    )
    return INTERRUPTED


@crpsguide.command(
    epilog="""\b
Examples:
  crpsguide new page treatments/pacing
  crpsguide new source smith2024"""
)
@click.argument("kind", type=_Choice(["page", "source", "claim", "clinic", "fingerprint", "guide"]), metavar="KIND")
@click.argument("name")
@click.option("--type", "page_type", default="", metavar="TYPE", help="Type of the page, such as treatment.")
@click.option("--of", type=click.Path(path_type=Path), metavar="FILE", help="Text to make a fingerprint of.")
@DEBUG
def new(kind: str, name: str, page_type: str, of: Path | None) -> int:
    """Begin a new file with everything in it that belongs there.

    KIND is page, source (a study or guideline), claim (something heard elsewhere), clinic,
    fingerprint (of a text by others, so that none of its words are copied), or guide (a whole
    new folder). A new page is a draft: it is not published until you take the
    line “draft: true” away. Nothing that exists is overwritten.
    """
    from crpsguide.commands.new import begin_file

    begun = begin_file(kind, name, page_type=page_type, of=of)
    _say(f"Wrote {_from_here(begun.path)}.\n{begun.next_step}\n", sys.stdout)
    return 0


@crpsguide.command(
    "import",
    epilog="""\b
Examples:
  crpsguide import zotero.json
  crpsguide import pubmed.nbib library.bib --guide ../my-guide""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--guide", type=click.Path(path_type=Path), help="Folder of the guide. [here, searched upwards]")
@DEBUG
def import_(files: tuple[Path, ...], guide: Path | None) -> int:
    """Bring in sources from Zotero, PubMed and other programs.

    FILE is CSL-JSON (.json), BibTeX (.bib), RIS (.ris) or PubMed's .nbib. Each source that the
    guide does not have yet becomes a file in content/evidence. Readers do not see it before you
    have read the source and filled the file in. Nothing that exists is overwritten.
    """
    from crpsguide.commands.guide import find_guide
    from crpsguide.commands.importing import import_sources

    imported = import_sources(find_guide(guide), files)
    for one in imported:
        _say(f"{'Wrote' if one.is_new else 'Already there:'} {_from_here(one.path)}\n", sys.stdout)
    if any(one.is_new for one in imported):
        _say(
            "Read each new source and fill in its file. When readers may be shown it, write “use: cite”.\n", sys.stdout
        )
    return 0


def _asked() -> tuple[object, ...]:
    """All that a person asked of this command, and whether the answer is coloured; how many work on it is no matter."""
    context = click.get_current_context()
    wishes = sorted((name, str(one)) for name, one in context.params.items() if name != "jobs")
    return (context.command_path, wishes, _colour(sys.stdout))


# The types below come from the commands, which are imported only when they run.
def _answer_of_build(built: Any) -> Any:
    """What is told of a guide that was published or held back."""
    from crpsguide.commands.answers import Answer
    from crpsguide.report import brief_report, counted, counts

    edition, printed, found = built.edition, built.handouts, counts(built.edition.diagnostics)
    report = brief_report(edition.diagnostics, edition.lines, colour=_colour(sys.stdout))
    if built.published is None:
        refusal = f"Not published: {_problems(found)}. The website of before is as it was.\n"
        if built.dashboard:
            refusal += f"See {_from_here(built.dashboard.folder)}/index.html for all of them at a glance.\n"
        return Answer(NEEDS_WORK, report, refusal)
    done = [
        counted(len(edition.site.pages), "page"),
        f"{counted(edition.claims, 'claim')} with sources",
        f"{counted(edition.sources, 'source')} cited",
        counted(found["warnings"], "warning"),
        *([f"{counted(len(printed.handouts), 'handout')} ({printed.anew} printed anew)"] if printed else []),
    ]
    return Answer(0, report, where=_from_here(built.published.folder), done=done)


def _answer_of_check(checked: Any, guide: Path, form: str, strict: bool) -> Any:
    """What is told of a guide that was looked over, in the form that was asked for."""
    from crpsguide.commands.answers import Answer
    from crpsguide.commands.rules import rule_helps
    from crpsguide.report import counts, github_report, json_report, sarif_report, text_report

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
            report = text_report(diagnostics, lines, colour=_colour(sys.stdout))
            said = f"{_problems(found)}.\n" if diagnostics else ""
    needs_work = found["errors"] or (strict and found["warnings"])
    return Answer(NEEDS_WORK if needs_work else 0, report, said)


def _tell_answer(answer: Any, begin: float = 0.0, *, is_new: bool = False) -> int:
    """Say what there is to say, now or again, and give the exit status; `is_new` says that something was published."""
    if answer.out:
        _say(answer.out, sys.stdout)
    if answer.err:
        _say(answer.err, sys.stderr)
    if answer.where:
        told = ", ".join([*answer.done, _seconds_since(begin)])
        _say(f"{'Built' if is_new else 'Nothing has changed in'} {answer.where}: {told}.\n", sys.stdout)
    status: int = answer.status
    return status


def _seconds_since(begin: float) -> str:
    return f"{time.monotonic() - begin:.1f} seconds"


def _problems(found: Mapping[str, int]) -> str:
    from crpsguide.report import counted

    return f"{counted(found['errors'], 'error')}, {counted(found['warnings'], 'warning')}"


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
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


def _wrong_use(error: click.UsageError) -> str:
    """What was typed wrong, without the word “invalid”, and with quotation marks as in all else that we say."""
    text = error.format_message()
    if isinstance(error, click.MissingParameter) and error.param:
        text = f"{error.param.get_error_hint(error.ctx)} is missing."
    elif type(error) is click.BadParameter and error.param:
        text = f"{error.param.get_error_hint(error.ctx)}: {error.message}"
    return re.sub(r"'([^']*)'", r"“\1”", text)


def _cannot_run(message: str, help: str = "", place: str = "") -> int:
    _tell(message, help, place)
    return CANNOT_RUN


def _our_mistake(error: Exception, *, with_traceback: bool) -> int:
    if with_traceback:
        import traceback

        _say("".join(traceback.format_exception(error)), sys.stderr)
    _tell(
        f"crpsguide itself made a mistake ({type(error).__name__}: {error}). It is not your fault.",
        "Please report it, with what the same command prints when you add “--debug”.",
    )
    return OUR_MISTAKE


def _tell(message: str, help: str = "", place: str = "") -> None:
    from crpsguide.report import shown

    text = f"{shown(place)}: error: " if place else "error: "
    text += shown(message.replace("\n", " ")) + "\n"
    _say(text + (f"    help: {shown(help)}\n" if help else ""), sys.stderr)


def _say(text: str, stream: TextIO | None) -> None:
    """Write, and go on if nobody reads any more: the exit status still tells the verdict."""
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError:  # closed pipe, full disk
        with contextlib.suppress(OSError), open(os.devnull, "w") as nowhere:  # noqa: PTH123 # a device
            os.dup2(nowhere.fileno(), stream.fileno())


def _colour(stream: TextIO | None) -> bool:
    """Whether to use colours (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return bool(stream and stream.isatty() and not plain)


def _below_here(guide: Path) -> PurePosixPath:
    """The way from this folder down to the guide: programs find files from the folder of the repository."""
    here = Path.cwd()
    return PurePosixPath(guide.relative_to(here)) if guide.is_relative_to(here) else PurePosixPath()


def _from_here(path: Path) -> str:
    """The path as a person in this folder would type it."""
    here = Path.cwd()
    from crpsguide.report import shown

    return shown(str(path.relative_to(here) if path.is_relative_to(here) else path))
