"""Build: make the guide and publish it, unless something in it must be mended first."""

from dataclasses import dataclass
from pathlib import Path

from crpsguide.check import outside_addresses, reading_grades, sentences_let_pass
from crpsguide.commands.check import CACHE
from crpsguide.commands.clock import build_day, source_timestamp
from crpsguide.commands.edition import Choices, Edition, OnStep, make_edition
from crpsguide.commands.guide import template_folders
from crpsguide.memory import NO_MEMORY, Memory
from crpsguide.model import Severity
from crpsguide.probe import remembered_answers
from crpsguide.publish import Published, publish_files
from crpsguide.render import render_dashboard


@dataclass(frozen=True, slots=True)
class Built:
    """The edition made, where it was published, and where the dashboard stands.

    `published` is None when the edition was held back, `dashboard` when none was asked for.
    """

    edition: Edition
    published: Published | None
    dashboard: Published | None


def build_guide(
    guide: Path,
    choices: Choices,
    *,
    output: Path | None = None,
    strict: bool = False,
    on_step: OnStep = lambda step: None,
    memory: Memory = NO_MEMORY,
) -> Built:
    """Publish the guide below `output` (`build/site` in the guide's folder).

    An error holds it back, and with `strict` a warning does too: what was published before stays.
    The editor's dashboard in `build/report` is made anew all the same; with an `output` of one's
    own it is left out, for nothing but the site may come near a place that others see.

    Raises:
        GuideError: a template, the output folder or the disk does not allow it.
    """
    edition = make_edition(guide, choices, on_step, memory=memory)
    dashboard = _publish_dashboard(guide, edition) if output is None else None
    if edition.has_errors or (strict and _has_warnings(edition)):
        return Built(edition, None, dashboard)
    published = publish_files(
        edition.files,
        edition.site.assets.values(),
        output or guide / "build" / "site",
        guide=guide,
        timestamp=source_timestamp(),
    )
    return Built(edition, published, dashboard)


def _publish_dashboard(guide: Path, edition: Edition) -> Published:
    files = render_dashboard(
        edition.site,
        edition.diagnostics,
        templates=template_folders(guide),
        today=build_day(),
        grades=reading_grades(edition.site),
        outside=[address for _, address in outside_addresses(edition.site)],
        answers=remembered_answers(guide / CACHE),
        let_pass=sentences_let_pass(edition.site),
    )
    return publish_files(files, (), guide / "build" / "report", guide=guide, timestamp=source_timestamp())


def _has_warnings(edition: Edition) -> bool:
    return any(one.severity is Severity.WARNING for one in edition.diagnostics)
