"""Build: check and render the guide, and publish it unless it has errors."""

import contextlib
import gc
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from crpsguide.cache import NO_CACHES, Caches
from crpsguide.check import outside_of
from crpsguide.commands.check import WEB_CACHE
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
    """What a build made.

    `published` is None when errors held the edition back, `handouts` and `dashboard` when they were not made.
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
    """Publish the guide to the folder `output`, by default `build/site` in the guide's folder.

    Errors, and with `strict` warnings, hold it back: what was published before stays. The editor's dashboard is written
    to `build/report` even then, and files for web servers to `build/hosting`; with an `output` of the caller's own
    both are left out, since it may be public. With `handouts`, every page and pack is published as PDF too.
    `digests` are those of the input files, by path, so that unchanged ones need not be read again.

    Raises:
        GuideError: handouts cannot be printed here, a template is wrong, or the output folder or the disk refuses.
    """
    if handouts:
        require_pdf_library()
    reserved = {guide / "build" / name: name for name in ("cache", "hosting", "report")}
    if output is not None and (name := reserved.get(Path(os.path.realpath(output)))):
        raise GuideError(
            f"The output folder cannot be {output}: “{name}” is made there, and would take the place of the site.",
            "Name another folder, or leave “--output” out.",
        )
    with caches.saved(), _gc_paused():
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
def _gc_paused() -> Iterator[None]:
    """Turn off the cyclic garbage collector; `in_parallel` turns it on again when many pages are worked on.

    Each full collection walks millions of objects, and values that are only read from the caches form no cycles.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _publish_dashboard(guide: Path, edition: Edition, caches: Caches) -> Published:
    web_cache, answers = guide / WEB_CACHE, None
    if web_cache.is_file():
        from crpsguide.probe import cached_answers  # slow to import, and most guides have no such cache

        answers = cached_answers(web_cache)
    files = render_dashboard(
        edition.site,
        edition.diagnostics,
        templates=template_folders(guide),
        today=build_day(),
        grades=edition.judged.grades,
        outside=outside_of(edition.site),
        answers=answers,
        accepted_without_source=edition.judged.accepted_without_source,
        cache=caches["render"],
    )
    return publish_files(files, (), guide / "build" / "report", guide=guide, timestamp=source_timestamp())


def _is_held_back(edition: Edition, strict: bool) -> bool:
    return edition.has_errors or (
        strict and any(diagnostic.severity is Severity.WARNING for diagnostic in edition.diagnostics)
    )
