"""Check: the diagnostics of a build, without publishing anything."""

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

WEB_STEP = "Asking the web"
WEB_CACHE = PurePosixPath("build/cache/web.json")


@frozen
class Checked:
    """The edition, and those of its diagnostics that are about the requested files."""

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
    """Check the guide. With `paths`, keep only the diagnostics about these files and folders.

    With `external`, links that leave the guide are requested; the answers are cached for a week below `build/cache`.
    `digests` are those of the input files, by path, so that unchanged ones need not be read again.

    Raises:
        GuideError: one of the paths is not in the guide, or a template is wrong.
    """
    wanted = [_path_in_guide(guide, path) for path in paths]
    with caches.saved():
        edition = make_edition(guide, choices, on_step, caches=caches, digests=digests)
    if external:
        on_step(WEB_STEP)
        edition = _with_web_diagnostics(edition, choices)
    diagnostics = tuple(
        diagnostic
        for diagnostic in edition.diagnostics
        if not wanted or any((guide / diagnostic.place.path).is_relative_to(path) for path in wanted)
    )
    return Checked(edition, diagnostics)


def _with_web_diagnostics(edition: Edition, choices: Choices) -> Edition:
    """The edition with the diagnostics about its external links, which are requested."""
    from crpsguide.probe import ProbeSettings, probe_addresses  # most checks do not use the network

    site = edition.site
    answers = probe_addresses(
        (address for _, address in outside_addresses(site)),
        today=real_day(),
        settings=ProbeSettings(guide_url=site.settings.base_url),
        cache=site.root / WEB_CACHE,
    )
    found = check_web(site, answers, select=choices.select, ignore=choices.ignore)
    diagnostics = sorted((*edition.diagnostics, *found), key=lambda diagnostic: (diagnostic.place, diagnostic.code))
    return replace(edition, diagnostics=tuple(diagnostics))


def _path_in_guide(guide: Path, path: Path) -> Path:
    """The resolved path of a file or folder, given relative to the working folder or else to the guide's."""
    absolute = path.resolve()
    if not absolute.exists():
        absolute = (guide / path).resolve()
    if not absolute.exists():
        raise GuideError(f"There is no file or folder {path}.", _did_you_mean_path(guide, path))
    if not absolute.is_relative_to(guide):
        raise GuideError(f"{path} is not in the guide {guide}.", "Name files of one guide at a time.")
    return absolute


def _did_you_mean_path(guide: Path, path: Path) -> str:
    """A suggestion by file name alone, since the folders before it may be wrong too."""
    content = guide / "content"
    candidates = [content, *sorted(content.rglob("*"))]
    near = near_misses(path.stem, {candidate.stem for candidate in candidates})[:1]
    meant = [candidate.relative_to(guide) for candidate in candidates if candidate.stem in near]
    return f"Did you mean “{meant[0]}”?" if meant else "Check the spelling."
