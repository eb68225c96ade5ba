"""Parses the Markdown of a page into sections, blocks and passages.

The Markdown library makes an element tree of a text with position markers (`markers`). A walk over the tree
(`passages`) collects the passages and replaces links, citations and terms by placeholders (`placeholders`). The tree
is then serialised to HTML, and split at the placeholders into pieces of rich text.
"""

import html
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from types import MappingProxyType
from xml.etree import ElementTree

from crpsguide.errors import PageError, SlowPageError
from crpsguide.frozen import frozen
from crpsguide.language.sentences import sentence_spans
from crpsguide.language.unseen import as_seen
from crpsguide.model import (
    AssetLink,
    Block,
    Heading,
    Link,
    Mark,
    Misread,
    Misreading,
    Passage,
    PassageKind,
    Place,
    Prose,
    Section,
    Sentence,
    Trouble,
    Waiver,
    shown_findings,
)
from crpsguide.read.citations import malformed_citations
from crpsguide.read.components import COMPONENT_TAG, ComponentParts, make_component
from crpsguide.read.library import ATTRIBUTES, ELEMENTS, BrokenPlaceholderError, MarkdownLibrary
from crpsguide.read.markers import MARKER, BlockOpener, Lines, MarkedBody, fenced_code, insert_markers, strip_markers
from crpsguide.read.misread import SourceBody, lost_words, misread_markup
from crpsguide.read.passages import HEADINGS, PassageWalk
from crpsguide.read.terms import Terms
from crpsguide.read.text import refuse_unsafe_markdown
from crpsguide.read.unknown_blocks import unknown_blocks
from crpsguide.read.waivers import parse_waivers, waiver_ranges
from crpsguide.time_limit import at_most
from crpsguide.urls import slugify

Element = ElementTree.Element

TIME_LIMIT = 2  # seconds of processor time; the longest page of a real guide takes a tenth of one
KEPT_ATTRIBUTES = {element: frozenset(ATTRIBUTES.get(element, ())) for element in (*ELEMENTS, "*")}


@frozen
class Body:
    """The parsed Markdown of a page."""

    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    pictures: tuple[Passage, ...]
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    anchors: Mapping[str, Place]
    troubles: tuple[Trouble, ...]
    waivers: tuple[Waiver, ...]
    misread: tuple[Misread, ...]


class BodyParser:
    """Parses the bodies of pages. Use one instance for many pages: the library is slow to set up."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.library = MarkdownLibrary()

    def parse(
        self,
        body: str,
        *,
        path: PurePosixPath,
        name: PurePosixPath,
        first_line: int,
        cut: Mapping[int, int] = MappingProxyType({}),
    ) -> Body:
        """Parse a page's Markdown.

        `path` is the file in the guide, `name` the page's name, against which relative links are resolved. `cut` is
        the number of characters removed from the start of a line, by line number in the file.

        Raises:
            PageError: the text is refused, or nested too deeply for the library.
            SlowPageError: parsing takes longer than `TIME_LIMIT`.
        """
        refuse_unsafe_markdown(body, first_line)
        try:
            with at_most(TIME_LIMIT):
                return self._parse(body, Lines(body, path, first_line, cut), name)
        except RecursionError:
            message = "This page is nested too deeply to be read."
            help = "Look for lists within lists, or hundreds of lines without a blank line between them."
            error = PageError(message, help, line=first_line)
        except TimeoutError:
            message = f"This page takes longer than {TIME_LIMIT} seconds to be read."
            help = "Look for tables with rows longer than their head, and for hundreds of footnotes; or split the page."
            error = SlowPageError(message, help, line=first_line)
        self.library = MarkdownLibrary()  # the interrupted instance is in an undefined state
        raise error

    def _parse(self, body: str, lines: Lines, name: PurePosixPath) -> Body:
        fenced = fenced_code(body)
        marked = insert_markers(body, waiver_ranges(body, fenced))
        waivers, waiver_troubles = parse_waivers(body, fenced, lines)
        root = self.library.tree(marked.text)
        source = SourceBody(marked, lines)
        # Before the walk, which changes the tree.
        misread = [*misread_markup(source, root, self.library.stash, KEPT_ATTRIBUTES)]
        walk = PassageWalk(self.library, self.terms, marked, lines, name)
        try:
            sections = _SectionBuilder(walk, marked, lines, (one.get("id", "") for one in root.iter())).build(root)
        except BrokenPlaceholderError as error:
            place = lines.place(marked.offset(error.marker) if error.marker else walk.offset)
            raise PageError(
                "The stars or underlines here are too many and too close for Markdown: words would be lost.",
                "Write one kind of emphasis at a time, and a backslash before a sign that is meant as such.",
                line=place.line,
                column=place.column,
            ) from None
        unknown = unknown_blocks(lines, marked)
        # The lines of unknown blocks are rendered as text; that is not reported again.
        reported = {(Misreading.MARKUP, one.place.line) for one in unknown}
        reported |= {(Misreading.LIST_AS_TEXT, one.place.line + 1) for one in unknown}
        misread = [one for one in misread if (one.how, one.place.line) not in reported]
        return Body(
            sections=sections,
            passages=tuple(walk.passages),
            pictures=tuple(walk.pictures),
            links=tuple(walk.links),
            marks=tuple(walk.marks),
            anchors=walk.anchors,
            troubles=(*unknown, *walk.troubles, *malformed_citations(source.citable, lines), *waiver_troubles),
            waivers=waivers,
            misread=(*misread, *lost_words(source, walk.rendered_html)),
        )


class _SectionBuilder:
    """Builds the sections of one page and their blocks. `ids` are those that generated anchors must not repeat."""

    def __init__(self, walk: PassageWalk, marked: MarkedBody, lines: Lines, ids: Iterable[str]) -> None:
        self.walk = walk
        self.marked = marked
        self.lines = lines
        self.ids = {*ids}

    def build(self, root: Element) -> tuple[Section, ...]:
        sections: list[Section] = []
        heading: Heading | None = None
        blocks: list[Block] = []
        prose: list[Element] = []
        prose_place = self.lines.place(0)

        def finish_prose() -> None:
            if prose:
                blocks.append(Prose(self.walk.rich_text(prose), prose_place))
                prose.clear()

        def finish_section() -> None:
            finish_prose()
            if heading or blocks:
                sections.append(Section(heading, tuple(blocks)))
            blocks.clear()

        for child in list(root):
            if child.tag in HEADINGS:
                finish_section()
                heading = self._heading(child)
            elif child.tag == COMPONENT_TAG:
                finish_prose()
                component = self._component(child)
                if component is not None:
                    blocks.append(component)
            else:
                if not prose:
                    prose_place = self.walk.start_place(child)
                prose.append(child)
                self.walk.visit(child)
        finish_section()
        return tuple(sections)

    def _heading(self, element: Element) -> Heading:
        place = self.walk.start_place(element)
        self.walk.visit(element)
        words = self.walk.passages[-1].text if self.walk.passages else ""
        level = HEADINGS[str(element.tag)]
        anchor = element.get("id", "")
        return Heading(self.walk.inner_rich_text(element), words, level, anchor, place)

    def _component(self, element: Element) -> Block | None:
        argument = element.get("argument", "")
        marker = MARKER.match(argument)
        start = self.marked.offset(marker[0]) if marker else self.walk.offset
        opener = self.marked.openers.get(start) or BlockOpener(element.get("name", ""), "", True)
        place = self.lines.place(start)
        if not opener.closed:
            self.walk.add_trouble(
                "unclosed-block",
                place,
                f"The block “{opener.name}” is opened here and never closed.",
                f"Put a line with {'/' * 3} after its last line.",
            )
        self.walk.block, self.walk.is_in_unclosed_block = element.get("name", ""), not opener.closed
        title = strip_markers(argument).strip()
        first_passage = len(self.walk.passages)
        for child in list(element):
            self.walk.visit(child)
        parts = ComponentParts(
            name=element.get("name", ""),
            title=title,
            anchor=self._new_anchor(title, place) if title else "",
            options=opener.options,
            options_line=place.line + 1,
            children=tuple(element),
            place=place,
            rich_text=self.walk.rich_text,
            inner_rich_text=self.walk.inner_rich_text,
            image_link=partial(self._option_link, start),
        )
        component, troubles = make_component(parts)
        # The content of an unclosed block is not checked, since its end is unknown.
        self.walk.troubles.extend(one for one in troubles if opener.closed or one.kind != "block-content")
        if component is not None and title:
            passages = self.walk.passages
            passages.insert(first_passage, self._title(title, start, component, passages[first_passage:]))
        self.walk.block, self.walk.is_in_unclosed_block = "", False
        if component is None:  # it has a trouble; its words are not reported as lost in addition
            self.walk.rendered_html += [html.escape(title), self.walk.library.html(element)]
        elif hasattr(component, "title") or hasattr(component, "caption"):
            self.walk.rendered_html.append(html.escape(title))
        return component

    def _title(self, title: str, start: int, component: Block, content: Sequence[Passage]) -> Passage:
        """The title of a block, with all citations and findings of the block, since it cannot contain any."""
        cited = (citation for passage in content for sentence in passage.sentences for citation in sentence.citations)
        citations = tuple(dict.fromkeys((*shown_findings(component), *cited)))
        offset = self.lines.body.find(title, start)
        sentences = tuple(
            Sentence(as_seen(title[first:last]), self.lines.place(offset + first, offset + last), citations)
            for first, last in sentence_spans(title)
        )
        return Passage(PassageKind.BLOCK_TITLE, self.walk.block, self.walk.heading, sentences, sentences[0].place)

    def _new_anchor(self, title: str, place: Place) -> str:
        anchor = base = slugify(title) or "part"
        number = 1
        while anchor in self.ids:
            anchor = f"{base}_{number}"
            number += 1
        self.ids.add(anchor)
        self.walk.anchors[anchor] = place
        return anchor

    def _option_link(self, start: int, address: str, words: str, place: Place) -> AssetLink | None:
        link = self.walk.link_of(address, words, place, is_image=True)
        self.walk.links.append(link)
        self.walk.add_picture(words, start)
        return link if isinstance(link, AssetLink) else None
