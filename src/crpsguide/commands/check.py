"""Check: everything that build checks, and nothing is published."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from crpsguide.cache import Caches
from crpsguide.check import check_web, outside_addresses
from crpsguide.commands.clock import real_day
from crpsguide.commands.edition import Choices, Edition, OnStep, make_edition
from crpsguide.errors import GuideError
from crpsguide.frozen import frozen
from crpsguide.model import Diagnostic
from crpsguide.spelling import near_misses

ASKING = "Asking the web"
CACHE = PurePosixPath("build/cache/web.json")


@frozen
class Checked:
    """The edition looked at, and what there is to say about the files that were asked about."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...]


def check_guide(
    guide: Path,
    choices: Choices,
    *,
    paths: Sequence[Path],
    external: bool,
    on_step: OnStep,
    caches: Caches,
    digests: Mapping[str, str] | None,
) -> Checked:
    """Look the guide over. With `paths`, only messages about these files and folders are told.

    With `external` the web is asked about the links that leave the guide; its answers are kept for a
    week below `build/cache`. `digests` tell what files held a moment ago, by their paths.

    Raises:
        GuideError: one of the paths is not in the guide, or a template does not allow it.
    """
    wanted = [_below(guide, path) for path in paths]
    with caches.saved():
        edition = make_edition(guide, choices, on_step, caches=caches, digests=digests)
    if external:
        on_step(ASKING)
        edition = _with_answers(edition, choices)
    told = tuple(
        one
        for one in edition.diagnostics
        if not wanted or any((guide / one.place.path).is_relative_to(path) for path in wanted)
    )
    return Checked(edition, told)


def _with_answers(edition: Edition, choices: Choices) -> Edition:
    """The edition with what the web says of its links."""
    from crpsguide.probe import Manners, probe_addresses  # most checks ask nobody

    site = edition.site
    answers = probe_addresses(
        (address for _, address in outside_addresses(site)),
        today=real_day(),
        manners=Manners(about=site.settings.base_url),
        cache=site.root / CACHE,
    )
    found = check_web(site, answers, select=choices.select, ignore=choices.ignore)
    told = sorted((*edition.diagnostics, *found), key=lambda one: (one.place, one.code))
    return replace(edition, diagnostics=tuple(told))


def _below(guide: Path, path: Path) -> Path:
    """The path as it lies in the guide's folder, through links on the way there; named from here, or from there."""
    absolute = path.resolve()
    if not absolute.exists():
        absolute = (guide / path).resolve()
    if not absolute.exists():
        raise GuideError(f"There is no file or folder {path}.", _meant(guide, path))
    if not absolute.is_relative_to(guide):
        raise GuideError(f"{path} is not in the guide {guide}.", "Name files of one guide at a time.")
    return absolute


def _meant(guide: Path, path: Path) -> str:
    """Which file or folder somebody may have meant, by its name: the folders before it may be wrong, too."""
    content = guide / "content"
    below = [content, *sorted(content.rglob("*"))]
    near = near_misses(path.stem, {one.stem for one in below})[:1]
    named = [one.relative_to(guide) for one in below if one.stem in near]
    return f"Did you mean “{named[0]}”?" if named else "Check the spelling."
