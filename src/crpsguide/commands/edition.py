"""An edition: the guide as read, judged and drawn on one day. What build, check and serve share."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from crpsguide.cache import NO_CACHES as NO_CACHES
from crpsguide.cache import Caches
from crpsguide.check import PASSING, Judged, check_files, judge_site
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

FEW = 16  # files that changed since the last edition; with more, each step is parted among processes
STEPS = ("Reading the pages", "Checking the content", "Drawing the pages", "Checking the finished site")
MOST_SHOWN = 1024 * 1024  # bytes of a file of which lines are shown; no page is larger
TEXTS = (".md", ".yaml")
LINE_END = re.compile(r"\r\n|\r|\n")

OnStep = Callable[[str], None]
Drawn = tuple[Mapping[PurePosixPath, bytes], tuple[Diagnostic, ...]]  # the files, and what there is to say about them
UNDRAWN: Drawn = ({}, ())


@frozen(kw_only=True)
class Choices:
    """What a person may ask of an edition.

    `base_url` is the published address; empty means the one in `site.yaml`. `select` and
    `ignore` are rules: codes, letters or names. `jobs` is how many processes may work at once.
    """

    drafts: bool = False
    base_url: str = ""
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    jobs: int = 1


@frozen
class Edition:
    """The guide, what there is to say about it, and its files; none when errors forbid to draw it.

    `judged` is what was said of the guide before it was drawn; `diagnostics` tell of its files too.
    """

    site: Site
    judged: Judged
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[PurePosixPath, bytes] = field(repr=False)

    @property
    def has_errors(self) -> bool:
        """Whether something must be mended before this edition may be published."""
        return _has_errors(self.diagnostics)

    @property
    def is_lasting(self) -> bool:
        """Whether the same files make the same edition: nothing was stopped because it took too long."""
        return not any(one.name in PASSING for one in self.diagnostics)

    @property
    def claims(self) -> int:
        """How many sentences rest on a source."""
        return sum(len(page.gist.said) for page in self.site.pages.values())

    @property
    def sources(self) -> int:
        """How many sources the pages cite."""
        return len({source for page in self.site.pages.values() for source in page.cited_sources})

    def lines(self, path: PurePosixPath) -> Sequence[str]:
        """The lines of a file of the guide, as the editor has them; none when it cannot be read or has none."""
        was_cleaned = any(one.kind == "unreadable" and one.place.path == path for one in self.site.troubles)
        for page in () if was_cleaned else self.site.pages.values():
            if page.path == path and page.source_lines:
                return page.source_lines
        file = self.site.root / path
        try:
            if file.is_symlink() or not file.is_file():
                return ()  # its words may be none of the guide's, and without an end
            with file.open("rb") as opened:
                data = opened.read(MOST_SHOWN)
            if b"\0" in data and path.suffix not in TEXTS:
                return ()  # a picture; in a text it is what somebody is told of
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
    """Read, check and draw the guide in memory. `on_step` hears of each step as it begins.

    `caches` spares what earlier editions have worked out; the edition is the same with and without it. To save what
    is new in it is for the caller. `digests` tell what files held a moment ago, and spare to read them again.

    Raises:
        GuideError: a template or the guide's folder does not allow it, or there is no such rule.
    """
    today, jobs = build_day(), choices.jobs
    refuse_unknown_rules((*choices.select, *choices.ignore))
    choose, ignore = choices.select, choices.ignore

    on_step(STEPS[0])
    read = read_site(guide, drafts=choices.drafts, cache=caches["read"], digests=digests, jobs=jobs)
    site = _published_at(read, choices.base_url)
    cache = caches["check"]
    judge = partial(judge_site, site, today=today, select=choose, ignore=ignore, cache=cache, jobs=jobs)

    def draw() -> Drawn:
        on_step(STEPS[2])
        templates = template_folders(guide)
        files = render_site(site, templates=templates, today=today, cache=caches["drawn"], jobs=jobs)
        on_step(STEPS[3])
        kept = caches["finished"]
        return files, check_files(site, files, select=choose, ignore=ignore, cache=kept, jobs=jobs)

    on_step(STEPS[1])
    added, asked = caches.news("read")
    if jobs > 1 and 0 < len(added) <= min(FEW, len(asked) / 2):
        judged, (files, found) = _at_once(judge, draw, caches)
    else:
        judged = judge()
        files, found = UNDRAWN if _has_errors(judged.diagnostics) else draw()
    told = sorted((*judged.diagnostics, *found), key=lambda one: (one.place, one.code)) if files else judged.diagnostics
    return Edition(site, judged, tuple(told), files)


def _at_once(judge: Callable[[], Judged], draw: Callable[[], Drawn], caches: Caches) -> tuple[Judged, Drawn]:
    """A guide judged in another process while it is drawn here; with errors, what was drawn is let go."""
    with in_background(lambda: (judge(), caches.news("check"))) as judged_apart:
        troubles: Exception | None = None
        try:
            drawn = draw()
        except Exception as error:  # what cannot be drawn may be what the rules tell of
            drawn, troubles = UNDRAWN, error
        judged, news = judged_apart()
    caches.take("check", news)
    if _has_errors(judged.diagnostics):
        return judged, UNDRAWN
    if troubles:
        raise troubles
    return judged, drawn


def caches_of(guide: Path, *, begins: bool = False) -> Caches:
    """What is remembered of earlier runs on a guide, in a folder that may be deleted at any time.

    Nothing is written before there is a folder `build`, unless this run `begins` it.
    """
    return Caches(guide / "build" / "cache", is_saved=begins or (guide / "build").is_dir())


def _published_at(site: Site, base_url: str) -> Site:
    """The site as if its settings named this address, so that all stages know one address."""
    if not base_url:
        return site
    if not is_site_address(base_url):
        raise GuideError(
            f"“{base_url}” is not the address of a website.",
            "Write all of it, such as “https://example.org”, and nothing like “?” or “#” behind it.",
        )
    return replace(site, settings=replace(site.settings, base_url=base_url))


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in diagnostics)
