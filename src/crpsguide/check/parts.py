"""The parts of a page, as the rules about whole pages see them: headings with all that stands below, and lists."""

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

# Pages that tell of the condition and its care. The others (home, about, tool, plain) lead or are for use;
# those in easy words have a form of their own.
TELLING = frozenset(
    {PageType.CONDITION, PageType.SYMPTOM, PageType.TREATMENT, PageType.FAQ, PageType.CLINIC, PageType.TOPIC}
)
# Pages that state facts about health, and so show their sources.
STATING = TELLING | {PageType.EASY}
TREATMENTS = frozenset({PageType.TREATMENT})

# What the parts of a page are called when the guide has no list `content/wording/sections.yaml` of its own.
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
AFTER_THE_LAST = 10**9  # a line behind every page

_MARKER = LazyPattern(r"\s*(?:>\s?)*(?:(?P<bullet>[-*+])|(?P<number>\d+)[.)])\s")


@frozen
class Part:
    """A heading with all that stands below it, lower headings included; no heading at the top of a page."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]

    @property
    def words(self) -> int:
        """How many words stand below the heading, cells included, and what is folded left out."""
        return sum(
            len(words_of(one.text))
            for one in self.passages
            if one.kind not in (PassageKind.HEADING, PassageKind.BLOCK_TITLE) and one.block != GoDeeper.kind
        )


@frozen
class ListOfItems:
    """The items of one list, without those of lists within it."""

    items: tuple[Passage, ...]
    ordered: bool

    @property
    def place(self) -> Place:
        """Where its first item stands."""
        return self.items[0].place


def guide_pages(site: Site, types: Iterable[PageType] = PageType) -> Iterator[tuple[Page, GuideFrontMatter]]:
    """The pages of the guide that have one of these types, with their front matter; plain pages never."""
    wanted = frozenset(types)
    for page in site.pages.values():
        if isinstance(page.front_matter, GuideFrontMatter) and page.type in wanted:
            yield page, page.front_matter


def is_contested(site: Site, page: Page) -> bool:
    """Whether a page stands in a part of the guide that is about a contested treatment."""
    return any(one.contested and one.folder == str(page.name.parent) for one in site.settings.sections)


def parts_of(page: Page) -> list[Part]:
    """What stands before the first heading, then each heading with all below it, in order."""
    headings = [one.heading for one in page.sections if one.heading]
    ends = [
        next((later.place.line for later in headings[number + 1 :] if later.level <= one.level), AFTER_THE_LAST)
        for number, one in enumerate(headings)
    ]
    top = headings[0].place.line if headings else AFTER_THE_LAST
    starts = [one.place.line for one in headings]
    return [
        _part(page, heading, start, end)
        for heading, start, end in zip([None, *headings], [0, *starts], [top, *ends], strict=True)
    ]


def named_parts(site: Site, page: Page, key: str) -> list[Part]:
    """The parts of a page whose heading means this key of the list of sections, each part once."""
    pattern = _pattern(_names(site, key))
    found: list[Part] = []
    for part in parts_of(page):
        if part.heading and pattern.search(" ".join(words_of(part.heading.words))):
            inside = any(part.passages and set(part.passages) <= set(one.passages) for one in found)
            found += [] if inside else [part]
    return found


def section_name(site: Site, key: str) -> str:
    """What a part is called to an editor: “Does it help?”."""
    entry = _entry(site, key)
    return entry.say if entry and entry.say else SECTIONS[key][0].capitalize()


def lists_in(page: Page, passages: Iterable[Passage]) -> list[ListOfItems]:
    """The lists among some passages of a page, as they are written there."""
    lists: list[tuple[bool, list[Passage]]] = []
    open_list: tuple[int, bool, str, str] | None = None  # by its indent, its sort, and what it stands in
    for passage in passages:
        line = page.source_lines[passage.place.line - 1] if passage.place.line <= len(page.source_lines) else ""
        indent = len(line) - len(line.lstrip())
        marker = _MARKER.match(line) if passage.kind is PassageKind.ITEM else None
        if open_list and indent > open_list[0]:
            continue  # a list or paragraph within an item
        known = open_list
        ordered = marker is not None and marker["number"] is not None
        open_list = (indent, ordered, passage.block, passage.heading) if marker else None
        if open_list and open_list != known:
            lists.append((ordered, []))
        if open_list:
            lists[-1][1].append(passage)
    return [ListOfItems(tuple(items), ordered) for ordered, items in lists]


def related_to(page: Page) -> frozenset[PurePosixPath]:
    """The names of the pages that the front matter leads to."""
    return frozenset(named_page(page, one.partition("#")[0]) for one in page.front_matter.related)


def named_page(page: Page, written: str) -> PurePosixPath:
    """The name of the page to which a way from this page leads, whether there is one or not."""
    return PurePosixPath(normpath(join(dirname(str(page.name)), written)))


def steps_from(site: Site, page: Page) -> tuple[Page, ...]:
    """A page and the pages that its front matter names as its further steps, in order."""
    written = page.front_matter.steps if isinstance(page.front_matter, ToolFrontMatter) else ()
    named = (site.pages.get(named_page(page, one)) for one in written)
    return (page, *(one for one in named if one))


def speaks_of(words: tuple[str, ...], text: str) -> bool:
    """Whether a text has one of these words or phrases, in any case; `*` stands for a few words between."""
    return bool(words) and bool(_pattern(words).search(text))


def text_of(page: Page) -> str:
    """All words of a page that a reader sees."""
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


@lru_cache(maxsize=1024)  # the same few lists are looked for on every page
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(_spread(word) for word in words) + r")(?!\w)", re.IGNORECASE)


def _spread(words: str) -> str:
    return r"\W+".join(r"\S+(?:\s+\S+){0,5}?" if word == "*" else re.escape(word) for word in words.split())
