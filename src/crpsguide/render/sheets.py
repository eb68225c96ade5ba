"""Which parts of a page come first: its message, and what a tool gives to fill in."""

from collections.abc import Sequence
from dataclasses import replace

from crpsguide.model import Checklist, Diary, Fields, MainMessage, Page, PageType, Section, ToolFrontMatter

SHEETS = (Checklist, Diary, Fields)
Parts = tuple[Section, ...]


def message_sheets_and_rest(page: Page) -> tuple[Parts, Parts, Parts]:
    """The message of a page, its sheets, and all else, each in the order that its editor gave it.

    A heading of level 2 keeps what stands below it. Without `sheets_first` no part is among the sheets. The message of
    the first page stays where its editor put it: what people came for there are the ways on.
    """
    if page.type is PageType.HOME:
        return (), (), page.sections
    opening = [one for one in page.sections if one.heading is None]
    message = tuple(_only(one, message=True) for one in opening)
    opening = [_only(one, message=False) for one in opening]
    below = page.sections[len(opening) :]
    if not (isinstance(page.front_matter, ToolFrontMatter) and page.front_matter.sheets_first):
        return message, (), (*opening, *below)
    groups = _groups(below)
    sheets = [one for group in groups if _holds_sheet(group) for one in group]
    rest = [one for group in groups if not _holds_sheet(group) for one in group]
    return message, tuple(sheets), (*opening, *rest)


def _only(section: Section, *, message: bool) -> Section:
    return replace(section, blocks=tuple(one for one in section.blocks if isinstance(one, MainMessage) is message))


def _groups(sections: Sequence[Section]) -> list[list[Section]]:
    """Sections, each heading of level 2 with all that is below it."""
    groups: list[list[Section]] = []
    for section in sections:
        if not groups or (section.heading and section.heading.level <= 2):
            groups.append([])
        groups[-1].append(section)
    return groups


def _holds_sheet(group: Sequence[Section]) -> bool:
    return any(isinstance(block, SHEETS) for section in group for block in section.blocks)
