"""From Markdown to the model: one pass of the library, one walk over its tree.

What the walk puts into the text (addresses of links, source marks, explained terms) stands there
as one private-use character each, so that it survives serialising and is cut out at the end.
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
from crpsguide.read.library import ATTRIBUTES, ELEMENTS, BrokenStandInError, MarkdownLibrary
from crpsguide.read.marks import MARK, BlockOpener, Lines, Marked, add_marks, fenced_code, strip_marks
from crpsguide.read.misread import TypedBody, lost_words, misread_shapes
from crpsguide.read.passages import HEADINGS, PassageWalk
from crpsguide.read.terms import Terms
from crpsguide.read.text import refuse_unsafe_markdown
from crpsguide.read.unknown_blocks import unknown_blocks
from crpsguide.read.waivers import parse_waivers, waiver_stretches
from crpsguide.time_limit import at_most
from crpsguide.urls import slugify

Element = ElementTree.Element

PATIENCE = 2  # seconds of the processor; the longest page of a real guide takes a tenth of one
KEPT = {element: frozenset(ATTRIBUTES.get(element, ())) for element in (*ELEMENTS, "*")}


@frozen
class Body:
    """What a page's Markdown holds."""

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
    """Parses bodies one after another; one instance for many pages, for the library is slow to set up."""

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

        `path` is the file in the guide, `name` the page's name, from which relative links go.
        `cut` tells how many characters of the file's lines, by number, the body begins without.

        Raises:
            PageError: the text is nested too deeply for the library.
            SlowPageError: it keeps the library busy for longer than `PATIENCE`.
        """
        refuse_unsafe_markdown(body, first_line)
        try:
            with at_most(PATIENCE):
                return self._body(body, Lines(body, path, first_line, cut), name)
        except RecursionError:
            message = "This page is nested too deeply to be read."
            help = "Look for lists within lists, or hundreds of lines without a blank line between them."
            error = PageError(message, help, line=first_line)
        except TimeoutError:
            message = f"This page takes longer than {PATIENCE} seconds to be read."
            help = "Look for tables with rows longer than their head, and for hundreds of footnotes; or split the page."
            error = SlowPageError(message, help, line=first_line)
        # The library is left in the middle of a list, and would read the next page as a part of it.
        self.library = MarkdownLibrary()
        raise error

    def _body(self, body: str, lines: Lines, name: PurePosixPath) -> Body:
        fenced = fenced_code(body)
        marked = add_marks(body, waiver_stretches(body, fenced))
        waivers, troubles = parse_waivers(body, fenced, lines)
        root = self.library.tree(marked.text)
        typed = TypedBody(marked, lines)
        shapes = [*misread_shapes(typed, root, self.library.stash, KEPT)]
        walk = PassageWalk(self.library, self.terms, marked, lines, name)
        try:
            sections = _Sections(walk, marked, lines, (one.get("id", "") for one in root.iter())).of(root)
        except BrokenStandInError as error:
            place = lines.place(marked.offset(error.mark) if error.mark else walk.offset)
            raise PageError(
                "The stars or underlines here are too many and too close for Markdown: words would be lost.",
                "Write one kind of emphasis at a time, and a backslash before a sign that is meant as such.",
                line=place.line,
                column=place.column,
            ) from None
        unopened = unknown_blocks(lines, marked)
        told = {(Misreading.MARKUP, one.place.line) for one in unopened}
        told |= {(Misreading.LIST_AS_TEXT, one.place.line + 1) for one in unopened}
        shapes = [one for one in shapes if (one.how, one.place.line) not in told]
        unclear = (*unopened, *walk.troubles, *malformed_citations(typed.citable, lines))
        return Body(
            sections=sections,
            passages=tuple(walk.passages),
            pictures=tuple(walk.pictures),
            links=tuple(walk.links),
            marks=tuple(walk.marks),
            anchors=walk.anchors,
            troubles=(*unclear, *troubles),
            waivers=waivers,
            misread=(*shapes, *lost_words(typed, walk.seen)),
        )


class _Sections:
    """Makes the sections of one page, and the blocks in them, on a walk over its passages. `ids` are taken."""

    def __init__(self, walk: PassageWalk, marked: Marked, lines: Lines, ids: Iterable[str]) -> None:
        self.walk = walk
        self.marked = marked
        self.lines = lines
        self.ids = {*ids}

    def of(self, root: Element) -> tuple[Section, ...]:
        sections: list[Section] = []
        heading: Heading | None = None
        blocks: list[Block] = []
        native: list[Element] = []
        place = self.lines.place(0)  # of the first of them

        def finish_prose() -> None:
            if native:
                blocks.append(Prose(self.walk.outer(native), place))
                native.clear()

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
                if not native:
                    place = self.walk.first_place(child)
                native.append(child)
                self.walk.visit(child)
        finish_section()
        return tuple(sections)

    def _heading(self, element: Element) -> Heading:
        place = self.walk.first_place(element)
        self.walk.visit(element)
        words = self.walk.passages[-1].text if self.walk.passages else ""
        level = HEADINGS[str(element.tag)]
        anchor = element.get("id", "")
        return Heading(self.walk.inner(element), words, level, anchor, place)

    def _component(self, element: Element) -> Block | None:
        written = element.get("argument", "")
        mark = MARK.match(written)
        start = self.marked.offset(mark[0]) if mark else self.walk.offset
        opener = self.marked.openers.get(start) or BlockOpener(element.get("name", ""), 0, 0, "", True)
        place = self.lines.place(start)
        if not opener.closed:
            self.walk.trouble(
                "unclosed-block",
                place,
                f"The block “{opener.name}” is opened here and never closed.",
                f"Put a line with {'/' * 3} after its last line.",
            )
        outer, self.walk.block = self.walk.block, element.get("name", "")
        outer_open, self.walk.is_block_open = self.walk.is_block_open, not opener.closed
        title = strip_marks(written).strip()
        before = len(self.walk.passages)
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
            rich=self.walk.outer,
            inner=self.walk.inner,
            link=partial(self._option_link, start),
        )
        component, troubles = make_component(parts)
        # What a block holds cannot be judged while nobody knows where it ends.
        self.walk.troubles.extend(one for one in troubles if opener.closed or one.kind != "block-content")
        if component is not None and title:
            self.walk.passages.insert(before, self._title(title, start, component, self.walk.passages[before:]))
        self.walk.block, self.walk.is_block_open = outer, outer_open
        if component is None:  # that is told; its words are not lost without one
            self.walk.seen += [html.escape(title), self.walk.library.html(element)]
        elif hasattr(component, "title") or hasattr(component, "caption"):
            self.walk.seen.append(html.escape(title))
        return component

    def _title(self, title: str, start: int, component: Block, below: Sequence[Passage]) -> Passage:
        """The title of a block. It cannot cite, so it rests on all that the block cites or draws."""
        cited = (citation for passage in below for sentence in passage.sentences for citation in sentence.citations)
        citations = tuple(dict.fromkeys((*shown_findings(component), *cited)))
        at = self.lines.body.find(title, start)
        sentences = tuple(
            Sentence(as_seen(title[first:last]), self.lines.place(at + first, at + last), citations)
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
        self.walk.picture(words, start)
        return link if isinstance(link, AssetLink) else None
