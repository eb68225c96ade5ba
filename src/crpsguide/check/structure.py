"""S: titles, main messages, key points, headings, lists, pictures and tables."""

from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from itertools import groupby, pairwise, zip_longest
from typing import TypeVar

from crpsguide.check.parts import SECTIONS, TELLING, TREATMENTS, guide_pages, lists_in, named_parts, section_name
from crpsguide.check.rule import Fault, rule
from crpsguide.check.running_text import RUNNING
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.readability import words_of
from crpsguide.language.unseen import is_seen
from crpsguide.model import (
    AssetLink,
    Block,
    Figure,
    Heading,
    Html,
    IconArray,
    KeyPoints,
    MainMessage,
    Page,
    Passage,
    PassageKind,
    Prose,
    Severity,
    Site,
    StudyOverview,
    TimeLine,
)

# Checklist items S1 to S11: characters, words, points, items, columns.
LONGEST_TITLE, LONGEST_PURPOSE, LONGEST_POINT, LONGEST_ALT = 70, 40, 20, 125
FEWEST_POINTS, MOST_POINTS = 3, 5
WORDS_WITHOUT_HEADING = 200
FEWEST_ITEMS, MOST_ITEMS = 2, 7
MOST_COLUMNS = 5
VISUALS = (Figure, IconArray, TimeLine, StudyOverview)
Kind = TypeVar("Kind")
_TAG = LazyPattern(r"<[^<>]*>")


@rule("S1")
def title_too_long(site: Site) -> Iterator[Fault]:
    """A title has more than 70 characters.

    Why it matters: a search engine cuts it off, and a phone breaks it into many lines.

    Wrong: a title that tells the whole page
    Right: “Types of CRPS: type 1, type 2 and the old names”
    """
    for page, _ in guide_pages(site):
        if len(page.title) > LONGEST_TITLE:
            message = f"The title has {len(page.title)} characters; the limit is {LONGEST_TITLE}."
            yield Fault(page.front_matter_place("title"), message, "Keep the words that someone would search for.")


@rule("S1")
def title_not_unique(site: Site) -> Iterator[Fault]:
    """Two pages have the same title.

    Why it matters: in a list of pages or of search results nobody can tell them apart.

    Wrong: “Pain” twice
    Right: “Burning pain”, and “Pain after an operation”
    """
    by_title: dict[str, list[Page]] = defaultdict(list)
    for page, _ in guide_pages(site):
        by_title[page.title.strip().casefold()].append(page)
    for pages in by_title.values():
        for page in pages[1:]:
            message = f"{pages[0].name} has the same title."
            yield Fault(page.front_matter_place("title"), message, "Say in the title what only this page is about.")


@rule("S1")
def second_title(site: Site) -> Iterator[Fault]:
    """A page's text has a heading of level 1, beside its title.

    Why it matters: a page has one title. A second one misleads those who jump from heading to heading.

    Wrong: `# What it is`
    Right: `## What it is`
    """
    for page, _ in guide_pages(site):
        for heading in _headings(page):
            if heading.level == 1:
                yield Fault(heading.place, f"“{heading.words}” is a second title.", "Write it with two #.")


@rule("S2")
def purpose_missing(site: Site) -> Iterator[Fault]:
    """A page does not say what it is for, or for whom.

    Why it matters: readers need to know in a moment if they are in the right place.

    Wrong: `purpose: ""`
    Right: `purpose: This page explains the types of CRPS. It does not cover each treatment.`
    """
    for page, facts in guide_pages(site):
        for key, value in (("purpose", facts.purpose), ("audience", facts.audience)):
            if not value.strip():
                yield Fault(page.front_matter_place(key), f"“{key}” is empty.", "Write a sentence in plain words.")


@rule("S2")
def purpose_too_long(site: Site) -> Iterator[Fault]:
    """What a page is for takes more than 40 words to say.

    Why it matters: it stands before everything else, and nobody came to read it.

    Wrong: a purpose of 60 words
    Right: what the page covers, and what it does not
    """
    for page, facts in guide_pages(site):
        count = len(words_of(facts.purpose))
        if count > LONGEST_PURPOSE:
            message = f"The purpose has {count} words; the limit is {LONGEST_PURPOSE}."
            help = "Say what the page covers and what it does not, no more."
            yield Fault(page.front_matter_place("purpose"), message, help)


@rule("S3")
def main_message_missing(site: Site) -> Iterator[Fault]:
    """A page has no main message before its first heading.

    Why it matters: many readers take away one thing. The page should choose it, not chance.

    Wrong: a page that begins with a heading
    Right: a block `/// main-message` first
    """
    for page, _ in guide_pages(site, TELLING):
        first = next((one.place.line for one in _headings(page)), None)
        messages = _blocks(page, MainMessage)
        if not any(first is None or one.place.line < first for one in messages):
            message = "The main message stands below a heading." if messages else "This page has no main message."
            help = "Put a block “/// main-message” before the first heading."
            yield Fault(messages[0].place if messages else page.place, message, help)


@rule("S3")
def second_main_message(site: Site) -> Iterator[Fault]:
    """A page has more than one main message.

    Why it matters: two main messages are none.

    Wrong: two blocks `/// main-message`
    Right: one, and the rest among the key points
    """
    for page, _ in guide_pages(site):
        for message in _blocks(page, MainMessage)[1:]:
            yield Fault(message.place, "This is a second main message.", "Make a key point of it.")


@rule("S4")
def key_points_missing(site: Site) -> Iterator[Fault]:
    """A page has no box of key points.

    Why it matters: on a bad day it is all that someone reads.

    Wrong: a page without `/// key-points`
    Right: a box with 3 to 5 points near the top
    """
    for page, _ in guide_pages(site, TELLING):
        if not _blocks(page, KeyPoints):
            yield Fault(page.place, "This page has no key points.", "Add a block “/// key-points” near the top.")


@rule("S4")
def key_points_number(site: Site) -> Iterator[Fault]:
    """A box of key points has fewer than 3 or more than 5 points.

    Why it matters: nobody keeps more than five things in mind.

    Wrong: eight points
    Right: 3 to 5 points
    """
    for page, _ in guide_pages(site):
        for box in _blocks(page, KeyPoints):
            if not FEWEST_POINTS <= len(box.points) <= MOST_POINTS:
                message = f"There are {len(box.points)} key points; there should be {FEWEST_POINTS} to {MOST_POINTS}."
                few = len(box.points) < FEWEST_POINTS
                help = "Add what a reader needs most." if few else "Keep what a reader needs most."
                yield Fault(box.place, message, help)


@rule("S4")
def key_point_too_long(site: Site) -> Iterator[Fault]:
    """A key point has more than 20 words.

    Why it matters: a long point is a paragraph with a dot in front.

    Wrong: a point of two or three sentences
    Right: one short sentence
    """
    for page, _ in guide_pages(site):
        for point in page.passages:
            count = len(words_of(point.text))
            if point.block == KeyPoints.kind and point.kind is PassageKind.ITEM and count > LONGEST_POINT:
                message = f"This key point has {count} words; the limit is {LONGEST_POINT}."
                yield Fault(point.place, message, "Shorten it, or move a part of it into the text.")


@rule("S4")
def key_points_without_unknown(site: Site) -> Iterator[Fault]:
    """No key point says what is not known.

    Why it matters: hope needs honesty. What nobody knows is as important as what is known.

    Wrong: three points, all of them sure
    Right: a point that begins with “Not known:”
    """
    for page, _ in guide_pages(site, TELLING):
        for box in _blocks(page, KeyPoints):
            if not any(point.unknown for point in box.points):
                yield Fault(box.place, "No key point says what is not known.", "Begin one with “Not known:”.")


@rule("S5", Severity.WARNING)
def heading_too_far(site: Site) -> Iterator[Fault]:
    """More than 200 words follow each other without a heading.

    Why it matters: headings are where tired eyes rest, and how people find their place again.

    Wrong: ten paragraphs below one heading
    Right: a heading for each idea
    """
    for page, _ in guide_pages(site):
        for run in _runs_of_text(page):
            count = 0
            for passage in run:
                count += len(words_of(passage.text))
                if count > WORDS_WITHOUT_HEADING:
                    message = f"More than {WORDS_WITHOUT_HEADING} words stand here without a heading."
                    yield Fault(passage.place, message, "Put a heading where the next idea begins.")
                    break


@rule("S5", Severity.WARNING)
def heading_of_one_word(site: Site) -> Iterator[Fault]:
    """A heading of level 2 has one word, or none.

    Why it matters: “Causes” tells less than “What causes it?”, above all to someone who hears it read out.

    Wrong: `## Causes`
    Right: `## What causes it?`
    """
    for page, _ in guide_pages(site, TELLING):
        for heading in _headings(page):
            if heading.level == 2 and len(words_of(heading.words)) <= 1:
                message = f"The heading “{heading.words}” has one word." if heading.words else "This heading is empty."
                yield Fault(heading.place, message, "Write a question or a plain statement.")


@rule("S5", Severity.WARNING)
def heading_without_text(site: Site) -> Iterator[Fault]:
    """A heading, or the title of a page, has nothing below it.

    Why it matters: who comes to it finds nothing, and thinks that something is missing.

    Wrong: `## Who gets it?`, and then the next heading of level 2
    Right: text below it, or no heading; `draft: true` for a page that is not written yet
    """
    for page in site.pages.values():
        has_text = any(section.heading or not all(map(_is_empty, section.blocks)) for section in page.sections)
        if not has_text and not _opens_block(page, 0, None):
            help = "Write the page, or put “draft: true” into its front matter until it is written."
            yield Fault(page.place, "Nothing stands below the title of this page.", help)
    for page, _ in guide_pages(site):
        for section, later in zip_longest(page.sections, page.sections[1:]):
            heading = section.heading
            end = later.heading.place.line if later and later.heading else None
            if heading is None or section.blocks or _opens_block(page, heading.place.line, end):
                continue
            if later is None or later.heading is None or later.heading.level <= heading.level:
                yield Fault(heading.place, f"Nothing stands below “{heading.words}”.", "Write it, or remove it.")


@rule("S5", Severity.WARNING)
def heading_level_skipped(site: Site) -> Iterator[Fault]:
    """A heading is more than one level below the one before it.

    Why it matters: those who listen to a page find their way by the levels of its headings.

    Wrong: `#### Cold limbs` below `## Types`
    Right: `### Cold limbs`
    """
    for page in site.pages.values():
        above = 1
        for heading in _headings(page):
            if heading.level > above + 1:
                message = f"“{heading.words}” is of level {heading.level}, and the heading above it of level {above}."
                yield Fault(heading.place, message, f"Write it with {above + 1} #.")
            above = heading.level


@rule("S6", Severity.ADVICE)
def order_of_parts(site: Site) -> Iterator[Fault]:
    """The parts of a treatment page stand in another order than on the other pages.

    Why it matters: who has read one page finds the way on the next.

    Wrong: the harms before what it is
    Right: what it is, how it may work, does it help, harms, without it, daily life, other choices, approval
    """
    for page, _ in guide_pages(site, TREATMENTS):
        found = [(key, named_parts(site, page, key)[:1]) for key in [*SECTIONS][:8]]
        present = [(key, parts[0].heading) for key, parts in found if parts and parts[0].heading]
        for (before, first), (key, second) in pairwise(present):
            if second.place.line < first.place.line:
                message = f"“{section_name(site, key)}” stands before “{section_name(site, before)}”."
                yield Fault(second.place, message, "Move it, so that all treatment pages go the same way.")


@rule("S7", Severity.ADVICE)
def list_length(site: Site) -> Iterator[Fault]:
    """A list has one item, or more than 7.

    Why it matters: a long list is not read to its end; a list of one is a sentence.

    Wrong: a list of twelve
    Right: two lists of six, each with a heading
    """
    for page, _ in guide_pages(site):
        for one in lists_in(page, page.passages):
            if one.items[0].block not in ("paths", "key-points") and not (FEWEST_ITEMS <= len(one.items) <= MOST_ITEMS):
                size = "1 item" if len(one.items) == 1 else f"{len(one.items)} items"
                help = "Write a sentence instead." if len(one.items) == 1 else "Split it, with a heading for each part."
                yield Fault(one.place, f"This list has {size}; {FEWEST_ITEMS} to {MOST_ITEMS} are read best.", help)


@rule("S9", Severity.WARNING)
def visual_missing(site: Site) -> Iterator[Fault]:
    """A page that needs a picture has none.

    Why it matters: some things, such as numbers of people, are seen faster than read.

    Wrong: `needs_visual: true`, and only text
    Right: a block `/// figure`, `/// icon-array`, `/// time-line` or `/// study-overview`
    """
    for page, facts in guide_pages(site):
        if facts.needs_visual and not any(isinstance(block, VISUALS) for block in page.blocks):
            help = "Add a figure or an icon array, or take “needs_visual” away."
            yield Fault(page.front_matter_place("needs_visual"), "This page needs a picture and has none.", help)


@rule("S10", Severity.WARNING)
def alternative_too_long(site: Site) -> Iterator[Fault]:
    """The words for a picture are longer than 125 characters.

    Why it matters: a screen reader says them in one breath, and nobody can pause it.

    Wrong: an `alt` that tells all the numbers of a chart
    Right: what the picture shows, in a few words, and the numbers in the text
    """
    for page, _ in guide_pages(site):
        for link in page.links:
            if isinstance(link, AssetLink) and link.is_image and len(link.words) > LONGEST_ALT:
                message = f"The words for this picture have {len(link.words)} characters; the limit is {LONGEST_ALT}."
                yield Fault(link.place, message, "Keep what the picture shows, and say the rest in the text.")


@rule("S11", Severity.WARNING)
def table_too_wide(site: Site) -> Iterator[Fault]:
    """A table has more than 5 columns.

    Why it matters: on a phone it does not fit, and who reads it by ear loses the column.

    Wrong: a table of 8 columns
    Right: two tables, or fewer columns
    """
    for page, _ in guide_pages(site):
        for columns in _tables(page):
            if len(columns) > MOST_COLUMNS:
                message = f"This table has {len(columns)} columns; the limit is {MOST_COLUMNS}."
                yield Fault(columns[0].place, message, "Leave columns out, or make two tables.")


@rule("S11", Severity.WARNING)
def table_without_guidance(site: Site) -> Iterator[Fault]:
    """A table is not preceded by a sentence that says how to read it.

    Why it matters: rows and columns are hard for many people. One sentence helps.

    Wrong: a heading, and then a table
    Right: “How to read it: each row is one harm.”
    """
    for page, _ in guide_pages(site):
        for columns in _tables(page):
            before = page.passages[: page.passages.index(columns[0])]
            near = [one for one in before[-3:] if one.heading == columns[0].heading]
            if not any("read" in one.text.casefold() or "row" in one.text.casefold() for one in near):
                message = "Nothing says how to read this table."
                yield Fault(columns[0].place, message, "Put a sentence above it: “How to read it: each row is …”.")


RULES = (
    title_too_long,
    title_not_unique,
    second_title,
    purpose_missing,
    purpose_too_long,
    main_message_missing,
    second_main_message,
    key_points_missing,
    key_points_number,
    key_point_too_long,
    key_points_without_unknown,
    heading_too_far,
    heading_of_one_word,
    heading_without_text,
    heading_level_skipped,
    order_of_parts,
    list_length,
    visual_missing,
    alternative_too_long,
    table_too_wide,
    table_without_guidance,
)


def _opens_block(page: Page, after: int, end: int | None) -> bool:
    """Whether a block begins on a line behind line `after`, up to line `end`.

    The model lacks blocks with mistakes, which other rules report; this looks at the source.
    """
    return any(line.lstrip().startswith("///") for line in page.source_lines[after:end])


def _is_empty(block: Block) -> bool:
    """Whether readers see nothing of a block, such as of a comment."""
    return isinstance(block, Prose) and all(
        isinstance(one, Html) and not is_seen(unescape(_TAG.sub("", one.markup))) for one in block.text
    )


def _headings(page: Page) -> Iterator[Heading]:
    return (section.heading for section in page.sections if section.heading)


def _blocks(page: Page, kind: type[Kind]) -> list[Kind]:
    return [block for block in page.blocks if isinstance(block, kind)]


def _runs_of_text(page: Page) -> Iterator[list[Passage]]:
    """The paragraphs and list items between two headings or blocks, as blocks have titles of their own."""
    for is_text, passages in groupby(page.passages, key=lambda one: one.kind is not PassageKind.HEADING):
        if is_text:
            for block, run in groupby(passages, key=lambda one: one.block):
                if not block:
                    yield [one for one in run if one.kind in RUNNING]


def _tables(page: Page) -> Iterator[list[Passage]]:
    """The column headings of each table."""
    for are_headings, passages in groupby(page.passages, key=lambda one: one.kind is PassageKind.COLUMN_HEADING):
        if are_headings:
            yield [*passages]
