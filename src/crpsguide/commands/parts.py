"""The parts of a guide that the pytest plugin reports one by one: its pages, and the rest of `content`."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from crpsguide.check import RULES
from crpsguide.model import Diagnostic
from crpsguide.read import NOT_PAGES

CONTENT = PurePosixPath("content")


def guide_pages(guide: Path) -> Sequence[PurePosixPath]:
    """The page files on the disk, sorted, relative to the guide's folder."""
    pages = guide / CONTENT / "pages"
    folder = pages if pages.is_dir() else guide / CONTENT
    found = [PurePosixPath(file.relative_to(guide)) for file in folder.rglob("*.md")]
    return sorted(path for path in found if path.parts[1] not in NOT_PAGES)


def guide_parts(guide: Path) -> Sequence[PurePosixPath]:
    """The files and folders directly in `content` that hold no pages, sorted, relative to the guide's folder."""
    with_pages = {path.parts[1] for path in guide_pages(guide)}
    return sorted(
        CONTENT / entry.name for entry in (guide / CONTENT).iterdir() if entry.name not in {"pages", *with_pages}
    )


def rule_letters() -> Sequence[str]:
    """The first letters of all rule codes, sorted."""
    return sorted({rule.code[0] for rule in RULES})


def diagnostics_about_part(found: Iterable[Diagnostic], part: PurePosixPath, letter: str) -> list[Diagnostic]:
    """The diagnostics about one part by rules with this first letter."""
    return [
        diagnostic
        for diagnostic in found
        if diagnostic.place.path.is_relative_to(part) and diagnostic.code.startswith(letter)
    ]


def diagnostics_about_no_part(found: Iterable[Diagnostic], guide: Path) -> list[Diagnostic]:
    """The diagnostics about no part of the guide: about templates, or files that are gone."""
    parts = (*guide_pages(guide), *guide_parts(guide))
    return [diagnostic for diagnostic in found if not any(diagnostic.place.path.is_relative_to(part) for part in parts)]
