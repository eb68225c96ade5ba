"""Build: make the guide and publish it, unless something in it must be mended first."""

from dataclasses import dataclass
from pathlib import Path

from crpsguide.commands.clock import source_timestamp
from crpsguide.commands.edition import Choices, Edition, OnStep, make_edition
from crpsguide.model import Severity
from crpsguide.publish import Published, publish_files


@dataclass(frozen=True, slots=True)
class Built:
    """The edition made, and where it was published; None when it was held back."""

    edition: Edition
    published: Published | None


def build_guide(
    guide: Path,
    choices: Choices,
    *,
    output: Path | None = None,
    strict: bool = False,
    on_step: OnStep = lambda step: None,
) -> Built:
    """Publish the guide below `output` (`build/site` in the guide's folder).

    An error holds it back, and with `strict` a warning does too: what was published before stays.

    Raises:
        GuideError: a template, the output folder or the disk does not allow it.
    """
    edition = make_edition(guide, choices, on_step)
    if edition.has_errors or (strict and _has_warnings(edition)):
        return Built(edition, None)
    published = publish_files(
        edition.files,
        edition.site.assets.values(),
        output or guide / "build" / "site",
        guide=guide,
        timestamp=source_timestamp(),
    )
    return Built(edition, published)


def _has_warnings(edition: Edition) -> bool:
    return any(one.severity is Severity.WARNING for one in edition.diagnostics)
