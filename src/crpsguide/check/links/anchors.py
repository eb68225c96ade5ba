"""L102 and L204: fragments of links, and the headings and ids that they name."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from crpsguide.check.links.source import place_of, running_text
from crpsguide.check.rule import Fault, rule
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import (
    AssetLink,
    GlossaryList,
    Heading,
    MarkdownText,
    Organisations,
    Page,
    PageLink,
    Place,
    Site,
    WebLink,
)
from crpsguide.spelling import did_you_mean, shortened_list

LONGEST_QUOTE = 90  # characters, so that a message fits on one line
_RAW_ID = LazyPattern(
    r"""<[A-Za-z][^<>]*?\sid\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))[^<>]*>"""
)

_CONTAINS_MARKDOWN = LazyPattern(r"""\smarkdown\s*=\s*["']?(?:1|block|span)\b""")
# A line of its own below a paragraph: `{#plan}` or `{: .wide #plan}`.
_PARAGRAPH_ID = LazyPattern(r"^[ ]*\{:?[^{}\n]*#(?P<id>[^\s{}.#]+)[^{}\n]*\}[ ]*$", re.MULTILINE)


@rule("L102")
def missing_anchor(site: Site) -> Iterator[Fault]:
    """A link names a heading that its page does not have.

    Why it matters: the reader lands at the top of a long page and has to look for the answer.

    Wrong: `[side effects](ketamine.md#side-efects)`
    Right: `[side effects](ketamine.md#side-effects)`
    """
    links = [(page, link) for page in site.texts for link in page.links if not isinstance(link, WebLink)]
    for page, link in links:
        target = _target(page, link, site)
        if target is None or is_always_there(link.fragment):
            continue
        fragment = unicodedata.normalize("NFC", anchor_in(link.fragment))
        if fragment not in {unicodedata.normalize("NFC", one) for one in anchors_of(target, site)}:
            which = "This page" if target is page else f"The page {target.name}"
            message = f"{which} has no heading “#{fragment}” ({link.written})."
            yield Fault(link.place, message, near_anchor(fragment, target, site))


@rule("L204")
def duplicate_id(site: Site) -> Iterator[Fault]:
    """Two headings, or other things on a page, have one id.

    Why it matters: a link to it leads to the first of them only.

    Wrong: two headings with `{#plan}`
    Right: `{#plan}` and `{#flare-plan}`
    """
    for page in site.texts:
        for (id, _), (place, first) in _repeated_ids(page).items():
            yield Fault(
                place,
                f"The id “{id}” stands on line {first.line} already: {_line(page, first)}",
                "Give one of the two another id, and mend the links to it.",
            )
        for id, heading in _ids_taken_from_headings(page):
            first = page.anchors[id]
            yield Fault(
                heading.place,
                f"“{heading.words}” would have the id “{id}”, which stands on line {first.line}: {_line(page, first)}",
                "Give the other one another id: a link to it is easily taken for one to this heading.",
            )


@rule("L204")
def impossible_id(site: Site) -> Iterator[Fault]:
    """An id is empty, or has a blank in it.

    Why it matters: no link can lead there, for an address has no blanks.

    Wrong: `<a id="my plan"></a>`
    Right: `<a id="my-plan"></a>`
    """
    for page in site.texts:
        for id, place in _raw_ids(page):
            if not id.strip() or re.search(r"\s", id):
                what = f"The id “{id}” has a blank in it" if id.strip() else "This id is empty"
                help = f"Write it as “{'-'.join(id.split())}”" if id.strip() else "Write a name between the quotes"
                yield Fault(place, f"{what}, so no link can lead there.", f"{help}, or remove it.")


def _target(page: MarkdownText, link: PageLink | AssetLink, site: Site) -> MarkdownText | None:
    """The target of a link if it is a page of the guide. Only a claim itself can link to the page of that claim."""
    if isinstance(link, AssetLink):  # a link to a folder means its first page
        return None if link.is_image or link.target.suffix else site.known_pages.get(link.target / "index.md")
    return page if link.target == page.name else site.known_pages.get(link.target)


def anchors_of(page: MarkdownText, site: Site) -> Sequence[str]:
    """The anchors of a page: its headings and ids, and those of the records that its components list."""
    if not isinstance(page, Page):
        return tuple(page.anchors)
    listed = {GlossaryList.kind: site.glossary, Organisations.kind: site.organisations}
    more = (id for kind, records in listed.items() if kind in page.gist.block_kinds for id in records)
    return tuple(dict.fromkeys((*page.gist.anchors, *more)))


def anchor_in(fragment: str) -> str:
    """The anchor in a fragment, without a text directive (`#night:~:text=loosen`)."""
    return fragment.partition(":~:")[0]


def is_always_there(fragment: str) -> bool:
    """Whether a fragment names the top of a page, or only a text (HTML, “find a potential indicated element”)."""
    return anchor_in(fragment).casefold() in ("", "top")


def near_anchor(fragment: str, page: MarkdownText, site: Site) -> str:
    """The help for an unknown anchor: similar ones, or else the first anchors of the page."""
    anchors = [f"#{one}" for one in anchors_of(page, site)]
    known = f"It has: {shortened_list(anchors)}." if anchors else "It has no headings to link to."
    return f"{did_you_mean(f'#{fragment}', anchors, known)}{odd_blanks(fragment)}"


def odd_blanks(address: str) -> str:
    """A sentence that names the no-break and other special spaces in an address; empty when there are none."""
    names = sorted({f"U+{ord(one):04X}" for one in address if one != " " and unicodedata.category(one) == "Zs"})
    return f" The blank in the address is no plain one: {', '.join(names)}." if names else ""


def _line(page: MarkdownText, place: Place) -> str:
    return shorten(page.source_lines[place.line - 1], LONGEST_QUOTE, placeholder=" …")


def _repeated_ids(page: MarkdownText) -> Mapping[tuple[str, int], tuple[Place, Place]]:
    """The ids that stand on a line above too: by id and line, the place there and the first place."""
    ids = [*_ids(page), *_ids_of_paragraphs(page)]
    first_places = {id: page.anchors.get(id, place) for id, place in reversed([*_ids(page)])}
    # The anchor of an element that contains Markdown has the place of its first words, not of its tag.
    counts = Counter(id for id, _ in ids)
    first_places |= {id: place for id, place in _ids_around_markdown(page) if counts[id] == 1}
    repeated: dict[tuple[str, int], tuple[Place, Place]] = {}
    for id, place in ids:
        first = first_places.setdefault(id, place)
        if place.line != first.line:
            repeated.setdefault((id, place.line), (place, first))
    return repeated


def _ids_of_paragraphs(page: MarkdownText) -> Iterator[tuple[str, Place]]:
    """The ids in the attribute lists of paragraphs."""
    text = running_text(page)
    for match in _PARAGRAPH_ID.finditer(text):
        yield match["id"], place_of(page, text, *match.span())


def _ids_around_markdown(page: MarkdownText) -> Iterator[tuple[str, Place]]:
    """The ids of raw HTML elements that contain Markdown."""
    text = running_text(page)
    for match in _RAW_ID.finditer(text) if "markdown" in text else ():
        if _CONTAINS_MARKDOWN.search(match[0]):
            yield match["double"] or match["single"] or match["bare"] or "", place_of(page, text, *match.span())


def _ids(page: MarkdownText) -> Iterator[tuple[str, Place]]:
    """The ids of headings and of raw HTML elements, duplicates included."""
    for section in page.sections:
        if section.heading and section.heading.anchor:
            yield section.heading.anchor, section.heading.place
    yield from ((id, place) for id, place in _raw_ids(page) if id)


def _ids_taken_from_headings(page: MarkdownText) -> Iterator[tuple[str, Heading]]:
    """The ids that headings would get from their words, but that other elements have already; with the headings.

    Headings of the same words are left out: each but the first gets a number.
    """
    headings = {one.heading.anchor: one.heading for one in page.sections if one.heading}
    for anchor, heading in headings.items():
        id, _, number = anchor.rpartition("_")
        if id in page.anchors and number.isdigit() and f"#{anchor}" not in page.source_lines[heading.place.line - 1]:
            other = headings.get(id)
            if other is None or other.words.casefold() != heading.words.casefold():
                yield id, heading


def _raw_ids(page: MarkdownText) -> Iterator[tuple[str, Place]]:
    """The ids of raw HTML elements, empty ones included."""
    text = running_text(page)
    for match in _RAW_ID.finditer(text):
        yield match["double"] or match["single"] or match["bare"] or "", place_of(page, text, *match.span())
