"""Finds parts of pages for rules about whole pages: sections with their subsections, and lists."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.readability import words_of
from crpsguide.model import (
    Block,
    GoDeeper,
    GuideFrontMatter,
    Heading,
    Page,
    PageType,
    Passage,
    PassageKind,
    Phrase,
    Place,
    Site,
    ToolFrontMatter,
)

# Types of pages that inform about the condition and its care. The others (home, about, tool, plain) are for navigation
# or for use, and easy pages have rules of their own.
TELLING = frozenset(
    {PageType.CONDITION, PageType.SYMPTOM, PageType.TREATMENT, PageType.FAQ, PageType.CLINIC, PageType.TOPIC}
)
# Types of pages that state facts about health, which need sources.
STATING = TELLING | {PageType.EASY}
TREATMENTS = frozenset({PageType.TREATMENT})

# The headings of the parts of a page, by key; `content/wording/sections.yaml` adds to them.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "what-it-is": ("what it is", "what is it", "what is *", "what it is for"),
    "how-it-works": ("how it works", "how it may work", "how * may work", "how * work", "how may it work"),
    "benefits": ("does it help", "does * help", "does it work", "benefit", "benefits", "what may help", "how well *"),
    "harms": ("what can go wrong", "harm", "harms", "side effects", "risks", "dangers"),
    "without": ("if you do not have it", "if you do not *", "without it", "without treatment", "if you wait"),
    "daily-life": ("daily life", "everyday life", "day to day"),
    "other-choices": ("other choices", "other options", "alternatives", "what else you can choose", "your choices"),
    "approval": ("is it approved", "approval", "approved", "licence", "licensed", "law", "legal"),
    "unknown": ("what we do not know", "what is not known", "what nobody knows", "not known", "unknown"),
    "decision": ("the decision", "what is the decision", "what you are deciding", "the choice"),
    "options": ("your choices", "the choices", "your options", "the options", "what are my choices"),
    "what-it-is-like": ("what it is like", "what is it like", "what * is like", "living with it"),
    "next-steps": ("at a visit", "at your visit", "next steps", "what comes next", "what next"),
    "privacy": ("privacy", "your answers", "what happens to your answers"),
    "making": ("how this was made", "how it was made", "how this aid was made", "who tested it"),
    "what-you-can-do": ("what you can do", "what can you do", "what can i do", "what to do", "steps you can take"),
}
AFTER_THE_LAST = 10**9  # a line number behind the end of any page

_MARKER = LazyPattern(r"\s*(?:>\s?)*(?:(?P<bullet>[-*+])|(?P<number>\d+)[.)])\s")


@frozen
class Part:
    """A heading with the content below it, up to the next heading of its level; None for the top of a page."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]

    @property
    def words(self) -> int:
        """The number of words below the heading, with those of tables, without those of “go deeper”."""
        return sum(
            len(words_of(one.text))
            for one in self.passages
            if one.kind not in (PassageKind.HEADING, PassageKind.BLOCK_TITLE) and one.block != GoDeeper.kind
        )


@frozen
class ListOfItems:
    """The items of a list, without those of nested lists."""

    items: tuple[Passage, ...]
    ordered: bool

    @property
    def place(self) -> Place:
        """The place of its first item."""
        return self.items[0].place


def guide_pages(site: Site, types: Iterable[PageType] = PageType) -> Iterator[tuple[Page, GuideFrontMatter]]:
    """The pages of the guide that have one of these types, with their front matter; plain pages never."""
    wanted = frozenset(types)
    for page in site.pages.values():
        if isinstance(page.front_matter, GuideFrontMatter) and page.type in wanted:
            yield page, page.front_matter


def is_contested(site: Site, page: Page) -> bool:
    """Whether a page is in a section of the guide about a contested treatment."""
    return any(one.contested and one.folder == str(page.name.parent) for one in site.settings.sections)


def parts_of(page: Page) -> list[Part]:
    """The part before the first heading, then the part of each heading, in order."""
    headings = [one.heading for one in page.sections if one.heading]
    ends = [
        next((later.place.line for later in headings[number + 1 :] if later.level <= one.level), AFTER_THE_LAST)
        for number, one in enumerate(headings)
    ]
    top = headings[0].place.line if headings else AFTER_THE_LAST
    starts = [one.place.line for one in headings]
    spans = zip([None, *headings], [0, *starts], [top, *ends], strict=True)
    return [_part(page, heading, start, end) for heading, start, end in spans]


def named_parts(site: Site, page: Page, key: str) -> list[Part]:
    """The parts of a page whose heading is one for this key; none that is inside another."""
    pattern = _pattern(_names(site, key))
    found: list[Part] = []
    for part in parts_of(page):
        if part.heading and pattern.search(" ".join(words_of(part.heading.words))):
            inside = any(part.passages and set(part.passages) <= set(one.passages) for one in found)
            found += [] if inside else [part]
    return found


def section_name(site: Site, key: str) -> str:
    """The name of a part in messages to editors: “Does it help?”."""
    entry = _entry(site, key)
    return entry.say if entry and entry.say else SECTIONS[key][0].capitalize()


def lists_in(page: Page, passages: Iterable[Passage]) -> list[ListOfItems]:
    """The lists among some passages of a page, told apart by the markers and indents in its source."""
    lists: list[tuple[bool, list[Passage]]] = []
    open_list: tuple[int, bool, str, str] | None = None  # indent, whether it is ordered, block and heading
    for passage in passages:
        line = page.source_lines[passage.place.line - 1] if passage.place.line <= len(page.source_lines) else ""
        indent = len(line) - len(line.lstrip())
        marker = _MARKER.match(line) if passage.kind is PassageKind.ITEM else None
        if open_list and indent > open_list[0]:
            continue  # a nested list, or a paragraph of an item
        previous = open_list
        ordered = marker is not None and marker["number"] is not None
        open_list = (indent, ordered, passage.block, passage.heading) if marker else None
        if open_list and open_list != previous:
            lists.append((ordered, []))
        if open_list:
            lists[-1][1].append(passage)
    return [ListOfItems(tuple(items), ordered) for ordered, items in lists]


def related_to(page: Page) -> frozenset[PurePosixPath]:
    """The names of the pages in `related` in the front matter."""
    return frozenset(named_page(page, one.partition("#")[0]) for one in page.front_matter.related)


def named_page(page: Page, written: str) -> PurePosixPath:
    """The name of the page that a relative path on this page means, whether it exists or not."""
    return PurePosixPath(normpath(join(dirname(str(page.name)), written)))


def steps_from(site: Site, page: Page) -> tuple[Page, ...]:
    """A page, followed by the pages that its front matter names as further steps."""
    written = page.front_matter.steps if isinstance(page.front_matter, ToolFrontMatter) else ()
    named = (site.pages.get(named_page(page, one)) for one in written)
    return (page, *(one for one in named if one))


def speaks_of(words: tuple[str, ...], text: str) -> bool:
    """Whether a text contains one of these words or phrases, in any case; `*` matches one to six words."""
    return bool(words) and bool(_pattern(words).search(text))


def text_of(page: Page) -> str:
    """The text of all passages of a page."""
    return "\n".join(one.text for one in page.passages)


def _names(site: Site, key: str) -> tuple[str, ...]:
    entry = _entry(site, key)
    return (*SECTIONS.get(key, ()), *(entry.words if entry else ()))


def _entry(site: Site, key: str) -> Phrase | None:
    return site.phrases("sections").get(key)


def _part(page: Page, heading: Heading | None, start: int, end: int) -> Part:
    return Part(
        heading,
        tuple(one for one in page.blocks if start <= one.place.line < end),
        tuple(one for one in page.passages if start <= one.place.line < end),
    )


@lru_cache(maxsize=1024)  # all pages are searched for the same few lists of words
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(_regex(phrase) for phrase in words) + r")(?!\w)", re.IGNORECASE)


def _regex(words: str) -> str:
    return r"\W+".join(r"\S+(?:\s+\S+){0,5}?" if word == "*" else re.escape(word) for word in words.split())
