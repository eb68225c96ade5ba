"""Build: make the guide and publish it, unless something in it must be mended first."""

import contextlib
import gc
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from crpsguide.cache import NO_CACHES, Caches
from crpsguide.check import outside_of
from crpsguide.commands.check import CACHE
from crpsguide.commands.clock import build_day, source_timestamp
from crpsguide.commands.edition import Choices, Edition, OnStep, make_edition
from crpsguide.commands.guide import template_folders
from crpsguide.commands.handouts import Printed, print_handouts
from crpsguide.errors import GuideError
from crpsguide.frozen import frozen
from crpsguide.model import Severity
from crpsguide.pdf import require_pdf_library
from crpsguide.publish import Published, publish_files
from crpsguide.render import render_dashboard, render_hosting


@frozen
class Built:
    """The edition made, where it was published, and where the dashboard stands.

    `published` is None when the edition was held back, `handouts` and `dashboard` when none was asked for.
    """

    edition: Edition
    published: Published | None
    handouts: Printed | None
    dashboard: Published | None


def build_guide(
    guide: Path,
    choices: Choices,
    *,
    output: Path | None = None,
    strict: bool = False,
    handouts: bool = False,
    on_step: OnStep = lambda step: None,
    caches: Caches = NO_CACHES,
    digests: Mapping[str, str] | None = None,
) -> Built:
    """Publish the guide below `output` (`build/site` in the guide's folder).

    An error holds it back, and with `strict` a warning does too: what was published before stays.
    The editor's dashboard in `build/report` is made anew all the same. Files for web servers stand in
    `build/hosting`. With an `output` of one's own both are left out, for nothing but the site may come
    near a place that others see.
    With `handouts`, every page and pack is published as PDF too. `digests` tell what files held a moment ago, by their
    paths, and spare to read them again.

    Raises:
        GuideError: handouts cannot be printed here, or a template, the output folder or the disk does not allow it.
    """
    if handouts:
        require_pdf_library()
    kept = {guide / "build" / name: name for name in ("cache", "hosting", "report")}
    if output is not None and (name := kept.get(Path(os.path.realpath(output)))):
        raise GuideError(
            f"The output folder cannot be {output}: “{name}” is made there, and would take the place of the site.",
            "Name another folder, or leave “--output” out.",
        )
    with caches.saved(), _circles_left():
        edition, printed = make_edition(guide, choices, on_step, caches=caches, digests=digests), None
        if handouts and not _is_held_back(edition, strict):
            printed = print_handouts(edition, choices, on_step, caches=caches)
            edition = printed.edition
        dashboard = _publish_dashboard(guide, edition, caches) if output is None else None
    if _is_held_back(edition, strict):
        return Built(edition, None, None, dashboard)
    published = publish_files(
        edition.files,
        edition.site.assets.values(),
        output or guide / "build" / "site",
        guide=guide,
        timestamp=source_timestamp(),
    )
    if output is None:
        hosting = render_hosting(template_folders(guide))
        publish_files(hosting, (), guide / "build" / "hosting", guide=guide, timestamp=source_timestamp())
    return Built(edition, published, printed, dashboard)


@contextlib.contextmanager
def _circles_left() -> Iterator[None]:
    """Look for no circles of values until many pages are worked on: those that are only read hold none.

    Each time all of them are looked through, and a guide has millions.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _publish_dashboard(guide: Path, edition: Edition, caches: Caches) -> Published:
    web, answers = guide / CACHE, None
    if web.is_file():
        from crpsguide.probe import remembered_answers  # slow to import, and most builds know of no answers

        answers = remembered_answers(web)
    files = render_dashboard(
        edition.site,
        edition.diagnostics,
        templates=template_folders(guide),
        today=build_day(),
        grades=edition.judged.grades,
        outside=outside_of(edition.site),
        answers=answers,
        let_pass=edition.judged.let_pass,
        cache=caches["drawn"],
    )
    return publish_files(files, (), guide / "build" / "report", guide=guide, timestamp=source_timestamp())


def _is_held_back(edition: Edition, strict: bool) -> bool:
    return edition.has_errors or (strict and any(one.severity is Severity.WARNING for one in edition.diagnostics))
