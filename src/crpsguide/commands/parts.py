"""The parts of a guide that can be looked over one by one: its pages, and what else lies in `content`."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from crpsguide.check import RULES
from crpsguide.model import Diagnostic
from crpsguide.read import NOT_PAGES

CONTENT = PurePosixPath("content")


def guide_pages(guide: Path) -> Sequence[PurePosixPath]:
    """The files of pages as they lie on the disk, by their paths in the guide's folder."""
    pages = guide / CONTENT / "pages"
    where = pages if pages.is_dir() else guide / CONTENT
    found = [PurePosixPath(one.relative_to(guide)) for one in where.rglob("*.md")]
    return sorted(one for one in found if one.parts[1] not in NOT_PAGES)


def guide_parts(guide: Path) -> Sequence[PurePosixPath]:
    """The files and folders of `content` that hold no pages."""
    with_pages = {one.parts[1] for one in guide_pages(guide)}
    return sorted(CONTENT / one.name for one in (guide / CONTENT).iterdir() if one.name not in {"pages", *with_pages})


def rule_letters() -> Sequence[str]:
    """The letters of the families of rules."""
    return sorted({one.code[0] for one in RULES})


def of_part(found: Iterable[Diagnostic], part: PurePosixPath, letter: str) -> list[Diagnostic]:
    """What there is to say about one part by one family of rules."""
    return [one for one in found if one.place.path.is_relative_to(part) and one.code.startswith(letter)]


def of_no_part(found: Iterable[Diagnostic], guide: Path) -> list[Diagnostic]:
    """What there is to say about anything else: templates, or files that are gone."""
    parts = (*guide_pages(guide), *guide_parts(guide))
    return [one for one in found if not any(one.place.path.is_relative_to(part) for part in parts)]
