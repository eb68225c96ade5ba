"""The commands: the arguments and options of each, and what it runs."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from crpsguide import __version__
from crpsguide.cli.output import (
    INTERRUPTED,
    build_outcome,
    check_outcome,
    has_colour,
    print_error,
    print_outcome,
    problem_counts,
    progress,
    shown_path,
    write_out,
)

# Each command imports what it needs only when it runs, so that “crpsguide --help” starts fast.


class _Choice(click.Choice[str]):
    """A choice that suggests the nearest word for a mistyped one."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        from crpsguide.spelling import did_you_mean  # only for those who mistype

        return (
            f"“{value}” is not one of: {', '.join(self.choices)}. {did_you_mean(str(value), self.choices, '')}".rstrip()
        )


class _Number(click.IntRange):
    """A whole number, with its bounds in words in the error message."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            bounds = f"from {self.min} to {self.max}" if self.max is not None else f"of {self.min} or more"
            self.fail(f"“{value}” is not a whole number {bounds}.", param, ctx)


def _split_words(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> Sequence[str]:
    """The words of repeated options, each of which may hold several: `L,P` is two."""
    return [word for value in values for word in value.replace(",", " ").split()]


def _combined(*options: Callable[..., Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """One decorator for several options."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


GUIDE = click.argument("guide", required=False, type=click.Path(path_type=Path))
DRAFTS = click.option("--drafts", is_flag=True, help="Take in the pages marked “draft: true” as well.")
RULES = _combined(
    click.option(
        "--select",
        multiple=True,
        callback=_split_words,
        metavar="RULES",
        help="Look for these rules only: codes (E1), letters (L,P) or names (missing-page).",
    ),
    click.option("--ignore", multiple=True, callback=_split_words, metavar="RULES", help="Leave these rules out."),
)
DEBUG = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="If crpsguide itself makes a mistake, show its traceback, for a report to its makers.",
)
MAX_DEFAULT_JOBS = 8  # beyond that the work that cannot run in parallel takes most of the time
JOBS = click.option(
    "--jobs",
    type=_Number(min=1),
    default=min(os.cpu_count() or 1, MAX_DEFAULT_JOBS),
    metavar="NUMBER",
    help="How many processes may work at once. [one for each processor]",
)
NO_CACHE = click.option(
    "--no-cache", is_flag=True, help="Neither read nor write build/cache: build everything from scratch."
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
def build(guide: Path | None, output: Path | None, handouts: bool, strict: bool, no_cache: bool, **choices: Any) -> int:
    """Make the website.

    Reads all pages, checks them, and puts the finished website into the folder build/site.
    If something must be mended first, you are told what and where, and the website of before
    stays as it was. GUIDE is the folder that holds “content”; leave it out if you are in it.
    """
    from crpsguide.commands.guide import find_guide
    from crpsguide.commands.outcome_cache import OutcomeCache

    started, is_cached = time.monotonic(), not (no_cache or handouts)
    folder = find_guide(guide)
    outputs = [output] if output else [folder / "build" / name for name in ("site", "report", "hosting")]
    outcomes = OutcomeCache(folder, *_command_line(), outputs=outputs)
    if is_cached and (outcome := outcomes.get()):
        return print_outcome(outcome, started)

    from crpsguide.commands.build import build_guide
    from crpsguide.commands.edition import NO_CACHES, Choices, caches_of

    caches = NO_CACHES if no_cache else caches_of(folder, creates_build=True)
    with progress() as on_step:
        built = build_guide(
            folder,
            Choices(**choices),
            output=output,
            strict=strict,
            handouts=handouts,
            on_step=on_step,
            caches=caches,
            digests=outcomes.digests,
        )
    outcome = build_outcome(built)
    status = print_outcome(outcome, started, is_new=bool(built.published and built.published.changed))
    if is_cached and built.edition.is_reproducible:
        outcomes.put(outcome, since=built.published.at if built.published else 0)
    return status


@crpsguide.command(
    epilog="""\b
Examples:
  crpsguide check
  crpsguide check content/pages/index.md
  crpsguide check --explain missing-page"""
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[GUIDE] [PATH]...")
@click.option(
    "--format",
    "output_format",
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
    output_format: str,
    strict: bool,
    external: bool,
    explain: str | None,
    no_cache: bool,
    **choices: Any,
) -> int:
    """Tell what needs work, and change nothing.

    Says nothing when all is well. With PATHs, only messages about those files or folders are
    told. Each message names the file, the line and the next step; “--explain” tells more.
    """
    if explain is not None:
        from crpsguide.commands.rules import explain_rule

        write_out(explain_rule(explain), sys.stdout)
        return 0

    from crpsguide.commands.guide import find_guide
    from crpsguide.commands.outcome_cache import OutcomeCache

    if paths and (paths[0] / "content").exists():
        guide, paths = find_guide(paths[0]), paths[1:]
    else:
        guide = find_guide(start=paths[0].parent if paths else None)
    is_cached = not (no_cache or external)
    outcomes = OutcomeCache(guide, *_command_line())
    if is_cached and (outcome := outcomes.get()):
        return print_outcome(outcome)

    from crpsguide.commands.check import check_guide
    from crpsguide.commands.edition import NO_CACHES, Choices, caches_of

    caches = NO_CACHES if no_cache else caches_of(guide)
    with progress() as on_step:
        checked = check_guide(
            guide,
            Choices(**choices),
            paths=paths,
            external=external,
            on_step=on_step,
            caches=caches,
            digests=outcomes.digests,
        )
    outcome = check_outcome(checked, guide, output_format, strict, paths)
    status = print_outcome(outcome)
    if is_cached and checked.edition.is_reproducible:
        outcomes.put(outcome)
    return status


@crpsguide.command(epilog="\b\nExample:\n  crpsguide serve --open")
@GUIDE
@click.option("--host", default="127.0.0.1", help="Address of this computer. [127.0.0.1]")
@click.option("--port", type=_Number(1, 65535), help="Number behind the colon. [8000, or the next free one]")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser as well.")
@DRAFTS
@RULES
@DEBUG
def serve(guide: Path | None, host: str, port: int | None, open_browser: bool, **choices: Any) -> int:
    """See your pages in the browser while you write.

    Only this computer can see them. When you save a file, the browser shows the new page. When
    something must be mended, the page tells what and where. Ctrl-C ends it.
    """
    from crpsguide.commands.edition import Choices, Edition, caches_of
    from crpsguide.commands.guide import find_guide
    from crpsguide.commands.serve import serve_guide
    from crpsguide.report import brief_report, counts

    def on_edition(edition: Edition, seconds: float) -> None:
        write_out(brief_report(edition.diagnostics, edition.lines, colour=has_colour()), sys.stdout)
        note = " The pages of before are shown until the errors are mended." if edition.has_errors else ""
        found = problem_counts(counts(edition.diagnostics))
        write_out(f"{time.strftime('%H:%M:%S')} {found}, {seconds:.1f} seconds.{note}\n", sys.stdout)

    def on_address(address: str) -> None:
        write_out(f"Your guide is at {address} (Ctrl-C ends it).\n", sys.stdout)
        if open_browser:
            click.launch(address)

    folder = find_guide(guide)
    serve_guide(
        folder,
        Choices(**choices),
        host=host,
        port=port,
        caches=caches_of(folder),
        on_address=on_address,
        on_edition=on_edition,
        on_failure=lambda error: print_error(str(error), error.help, error.place),
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
    write_out(f"Wrote {shown_path(begun.path)}.\n{begun.next_step}\n", sys.stdout)
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
    for source in imported:
        write_out(f"{'Wrote' if source.is_new else 'Already there:'} {shown_path(source.path)}\n", sys.stdout)
    if any(source.is_new for source in imported):
        advice = "Read each new source and fill in its file. When readers may be shown it, write “use: cite”."
        write_out(f"{advice}\n", sys.stdout)
    return 0


def _command_line() -> tuple[object, ...]:
    """The command, its options and whether it prints in colour: all that its outcome depends on, so not `--jobs`."""
    context = click.get_current_context()
    options = sorted((name, str(value)) for name, value in context.params.items() if name != "jobs")
    return (context.command_path, options, has_colour())
