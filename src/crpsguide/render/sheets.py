"""The order of a page's sections: its main message first, then the sheets that a tool has for filling in."""

from collections.abc import Sequence
from dataclasses import replace

from crpsguide.model import Checklist, Diary, Fields, MainMessage, Page, PageType, Section, ToolFrontMatter

SHEETS = (Checklist, Diary, Fields)
Sections = tuple[Section, ...]


def message_sheets_and_rest(page: Page) -> tuple[Sections, Sections, Sections]:
    """The sections of a page as three groups, each in the page's order: the main message, the sheets, the rest.

    A section under a heading of level 2 keeps its subsections. Without `sheets_first` in the front matter the sheets
    are part of the rest. On the home page so is the message: readers come there for its links.
    """
    if page.type is PageType.HOME:
        return (), (), page.sections
    opening = [section for section in page.sections if section.heading is None]
    message = tuple(_filtered(section, is_message=True) for section in opening)
    opening = [_filtered(section, is_message=False) for section in opening]
    below = page.sections[len(opening) :]
    if not (isinstance(page.front_matter, ToolFrontMatter) and page.front_matter.sheets_first):
        return message, (), (*opening, *below)
    groups = _groups(below)
    sheets = [section for group in groups if _holds_sheet(group) for section in group]
    rest = [section for group in groups if not _holds_sheet(group) for section in group]
    return message, tuple(sheets), (*opening, *rest)


def _filtered(section: Section, *, is_message: bool) -> Section:
    """The section with only its main message, or with everything else."""
    blocks = tuple(block for block in section.blocks if isinstance(block, MainMessage) is is_message)
    return replace(section, blocks=blocks)


def _groups(sections: Sequence[Section]) -> list[list[Section]]:
    """The sections in groups, each a section with a heading of level 2 and its subsections."""
    groups: list[list[Section]] = []
    for section in sections:
        if not groups or (section.heading and section.heading.level <= 2):
            groups.append([])
        groups[-1].append(section)
    return groups


def _holds_sheet(group: Sequence[Section]) -> bool:
    return any(isinstance(block, SHEETS) for section in group for block in section.blocks)
