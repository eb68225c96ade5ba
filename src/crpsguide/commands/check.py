"""Check: everything that build checks, and nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crpsguide.commands.edition import Choices, Edition, OnStep, make_edition
from crpsguide.errors import GuideError
from crpsguide.model import Diagnostic


@dataclass(frozen=True, slots=True)
class Checked:
    """The edition looked at, and what there is to say about the files that were asked about."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...]


def check_guide(
    guide: Path, choices: Choices, *, paths: Sequence[Path] = (), on_step: OnStep = lambda step: None
) -> Checked:
    """Look the guide over. With `paths`, only messages about these files and folders are told.

    Raises:
        GuideError: one of the paths is not in the guide, or a template does not allow it.
    """
    wanted = [_below(guide, path) for path in paths]
    edition = make_edition(guide, choices, on_step)
    told = tuple(
        one
        for one in edition.diagnostics
        if not wanted or any((guide / one.place.path).is_relative_to(path) for path in wanted)
    )
    return Checked(edition, told)


def _below(guide: Path, path: Path) -> Path:
    """The path as it lies in the guide's folder, through links on the way there."""
    absolute = path.resolve()
    if not absolute.exists():
        raise GuideError(f"There is no file or folder {path}.", "Check the spelling.")
    if not absolute.is_relative_to(guide):
        raise GuideError(f"{path} is not in the guide {guide}.", "Name files of one guide at a time.")
    return absolute
