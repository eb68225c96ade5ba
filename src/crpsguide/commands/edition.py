"""An edition: the guide read, checked and rendered for one date. Build, check and serve share this."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from crpsguide.cache import NO_CACHES as NO_CACHES
from crpsguide.cache import Caches
from crpsguide.check import TIME_LIMIT_RULES, Judged, check_files, judge_site
from crpsguide.commands.clock import build_day
from crpsguide.commands.guide import template_folders
from crpsguide.commands.rules import refuse_unknown_rules
from crpsguide.errors import GuideError
from crpsguide.frozen import frozen
from crpsguide.model import Diagnostic, Severity, Site
from crpsguide.read import read_site
from crpsguide.render import render_site
from crpsguide.urls import is_site_address
from crpsguide.workers import in_background

# Changed files. Up to so many, checking and rendering run at the same time in two processes; with more, they run one
# after the other, each on several processes.
MAX_CHANGED_TOGETHER = 16
STEPS = ("Reading the pages", "Checking the content", "Rendering the pages", "Checking the rendered site")
MAX_READ_FOR_LINES = 1024 * 1024  # bytes; no page is larger
TEXT_SUFFIXES = (".md", ".yaml")
LINE_END = re.compile(r"\r\n|\r|\n")

OnStep = Callable[[str], None]
Rendered = tuple[Mapping[PurePosixPath, bytes], tuple[Diagnostic, ...]]  # the files, and the diagnostics about them
NOT_RENDERED: Rendered = ({}, ())


@frozen(kw_only=True)
class Choices:
    """The options that build, check and serve share.

    `base_url` is the published address; empty means the one in `site.yaml`. `select` and
    `ignore` are rules: codes, letters or names. `jobs` is the maximum number of processes.
    """

    drafts: bool = False
    base_url: str = ""
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    jobs: int = 1


@frozen
class Edition:
    """The guide, its diagnostics, and its rendered files; no files when there are errors in its content.

    `judged` are the results for the content alone; `diagnostics` include those about the rendered files.
    """

    site: Site
    judged: Judged
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[PurePosixPath, bytes] = field(repr=False)

    @property
    def has_errors(self) -> bool:
        """Whether there are errors, so that this edition may not be published."""
        return _has_errors(self.diagnostics)

    @property
    def is_reproducible(self) -> bool:
        """Whether the same input would give the same edition: no time limit was reached."""
        return not any(diagnostic.name in TIME_LIMIT_RULES for diagnostic in self.diagnostics)

    @property
    def claims(self) -> int:
        """The number of sentences with a citation."""
        return sum(len(page.gist.citing_sentences) for page in self.site.pages.values())

    @property
    def sources(self) -> int:
        """The number of sources that the pages cite."""
        return len({source for page in self.site.pages.values() for source in page.cited_sources})

    def lines(self, path: PurePosixPath) -> Sequence[str]:
        """The lines of a file of the guide, as its editor sees them; empty when it is no text or cannot be read."""
        was_cleaned = any(trouble.kind == "unreadable" and trouble.place.path == path for trouble in self.site.troubles)
        for page in () if was_cleaned else self.site.pages.values():
            if page.path == path and page.source_lines:
                return page.source_lines
        file = self.site.root / path
        try:
            if file.is_symlink() or not file.is_file():
                return ()  # the target may be secret, the file may be an endless device
            with file.open("rb") as opened:
                data = opened.read(MAX_READ_FOR_LINES)
            if b"\0" in data and path.suffix not in TEXT_SUFFIXES:
                return ()  # binary; in a text file the NUL is what a diagnostic is about
            return LINE_END.split(data.decode("utf-8", "replace"))
        except OSError:
            return ()


def make_edition(
    guide: Path,
    choices: Choices,
    on_step: OnStep = lambda step: None,
    *,
    caches: Caches = NO_CACHES,
    digests: Mapping[str, str] | None = None,
) -> Edition:
    """Read, check and render the guide in memory. `on_step` is called with the name of each step as it begins.

    The edition is the same with and without `caches`, which the caller has to save. `digests` are those of the input
    files, by path, so that unchanged ones need not be read again.

    Raises:
        GuideError: a template is wrong, the guide's folder cannot be read, or a selected rule does not exist.
    """
    today, jobs = build_day(), choices.jobs
    refuse_unknown_rules((*choices.select, *choices.ignore))
    select, ignore = choices.select, choices.ignore

    on_step(STEPS[0])
    read = read_site(guide, drafts=choices.drafts, cache=caches["read"], digests=digests, jobs=jobs)
    site = _with_base_url(read, choices.base_url)
    cache = caches["check"]
    judge = partial(judge_site, site, today=today, select=select, ignore=ignore, cache=cache, jobs=jobs)

    def render() -> Rendered:
        on_step(STEPS[2])
        templates = template_folders(guide)
        files = render_site(site, templates=templates, today=today, cache=caches["render"], jobs=jobs)
        on_step(STEPS[3])
        cache = caches["check-files"]
        return files, check_files(site, files, select=select, ignore=ignore, cache=cache, jobs=jobs)

    on_step(STEPS[1])
    changed, used = caches.changes("read")
    if jobs > 1 and 0 < len(changed) <= min(MAX_CHANGED_TOGETHER, len(used) / 2):
        judged, (files, found) = _judge_while_rendering(judge, render, caches)
    else:
        judged = judge()
        files, found = NOT_RENDERED if _has_errors(judged.diagnostics) else render()
    diagnostics = judged.diagnostics
    if files:
        diagnostics = tuple(sorted((*diagnostics, *found), key=lambda diagnostic: (diagnostic.place, diagnostic.code)))
    return Edition(site, judged, diagnostics, files)


def _judge_while_rendering(
    judge: Callable[[], Judged], render: Callable[[], Rendered], caches: Caches
) -> tuple[Judged, Rendered]:
    """Run `judge` in a child process and `render` here; on errors in the content the rendered files are discarded."""
    with in_background(lambda: (judge(), caches.changes("check"))) as judged_in_child:
        failure: Exception | None = None
        try:
            rendered = render()
        except Exception as error:  # its cause may be an error that the rules report
            rendered, failure = NOT_RENDERED, error
        judged, changes = judged_in_child()
    caches.merge("check", changes)
    if _has_errors(judged.diagnostics):
        return judged, NOT_RENDERED
    if failure:
        raise failure
    return judged, rendered


def caches_of(guide: Path, *, creates_build: bool = False) -> Caches:
    """The caches of a guide, in a folder that may be deleted at any time.

    They are saved only if the folder `build` exists, or this command creates it.
    """
    return Caches(guide / "build" / "cache", is_saved=creates_build or (guide / "build").is_dir())


def _with_base_url(site: Site, base_url: str) -> Site:
    """The site with this published address in its settings, where all stages look for it."""
    if not base_url:
        return site
    if not is_site_address(base_url):
        raise GuideError(
            f"“{base_url}” is not the address of a website.",
            "Write all of it, such as “https://example.org”, and nothing like “?” or “#” behind it.",
        )
    return replace(site, settings=replace(site.settings, base_url=base_url))


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
