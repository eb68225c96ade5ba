"""The passages of a page: a walk over the library's tree that gathers sentences, links, citations and ids."""

import html
import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from xml.etree import ElementTree

from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

from crpsguide.language.expressions import LazyPattern
from crpsguide.language.sentences import sentence_spans
from crpsguide.language.unseen import as_seen
from crpsguide.model import (
    FORM_KINDS,
    AssetLink,
    Href,
    Link,
    Mark,
    PageLink,
    Passage,
    PassageKind,
    Place,
    RichText,
    Sentence,
    Sources,
    TermUse,
    Trouble,
)
from crpsguide.read.citations import parse_citations, sentence_citations
from crpsguide.read.components import COMPONENT_TAG
from crpsguide.read.library import CITATION_TAG, MarkdownLibrary
from crpsguide.read.links import decoded, end_of_link, link_of
from crpsguide.read.marks import MARK, Lines, Marked, strip_marks
from crpsguide.read.placeholders import Placeholders
from crpsguide.read.raw_html import KEPT_ADDRESSES, RawAddress, RawHtml, RawText, with_addresses
from crpsguide.read.terms import Terms
from crpsguide.read.visible import VisibleText

Element = ElementTree.Element

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCK_TAGS = frozenset(
    """p ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote div section figure figcaption
    h1 h2 h3 h4 h5 h6 hr pre details summary""".split()
) | {COMPONENT_TAG}
PASSAGES = {
    "p": PassageKind.PARAGRAPH,
    "li": PassageKind.ITEM,
    "dt": PassageKind.ITEM,
    "dd": PassageKind.PARAGRAPH,
    "td": PassageKind.CELL,
    "th": PassageKind.COLUMN_HEADING,
    "caption": PassageKind.CAPTION,
    "figcaption": PassageKind.CAPTION,
    "summary": PassageKind.CAPTION,
    **dict.fromkeys(HEADINGS, PassageKind.HEADING),
}
# Where the first use of a term is not explained: headings, and text that already does something.
UNEXPLAINED = frozenset({"a", "abbr", "code", "pre", "button", *HEADINGS})
FOOTNOTE_LINKS = ("footnote-ref", "footnote-backref")  # numbers and arrows, no words of the page

MARK_ALONE = LazyPattern(f"({MARK.pattern})")
MARK_OR_RAW = LazyPattern(f"({MARK.pattern}|{HTML_PLACEHOLDER_RE.pattern.replace('(', '(?:')})")
LIBRARY_SIGN = LazyPattern(f"{STX}[^{ETX}]*{ETX}")  # what the library will replace once all is done


class PassageWalk:
    """Goes over the tree of one page in the order of reading. `block` tells in which block the walk is."""

    def __init__(
        self, library: MarkdownLibrary, terms: Terms, marked: Marked, lines: Lines, name: PurePosixPath
    ) -> None:
        self.library = library
        self.terms = terms
        self.marked = marked
        self.lines = lines
        self.name = name
        self.placeholders = Placeholders()
        self.passages: list[Passage] = []
        self.pictures: list[Passage] = []  # their words
        self.links: list[Link] = []
        self.marks: list[Mark] = []
        self.anchors: dict[str, Place] = {}
        self.troubles: list[Trouble] = []
        self.used_terms: set[str] = set()
        self.offset = 0  # where in the source the walk has got to
        self.raw_cursor = 0  # and behind which raw HTML
        self.heading = ""
        self.block = ""
        self.is_block_open = False  # it is never closed, which is told, and takes in all that follows
        self.seen: list[str] = []  # every piece of finished HTML, for the words that readers get

    # Passages

    def visit(self, element: Element) -> None:
        """Take in an element and everything in it: ids, links, citations, sentences."""
        if element.tag == COMPONENT_TAG:
            title = html.escape(strip_marks(element.get("argument", "")).strip())
            if self.is_block_open:  # its words are not lost once the block around it is closed
                self.seen += [title, self.library.html(element)]
                return
            self.seen += [f"{element.get('name')} {title}", self.library.html(element)]  # what it holds is told with it
            self.trouble(
                "block-content",
                self._place_of_opener(element),
                f"The block “{element.get('name')}” stands inside another block, a list or a quotation.",
                "Close the block around it first, and begin its lines at the left margin.",
            )
            return
        if element.tag in HEADINGS and self.block and not self.is_block_open:
            self.trouble(
                "block-content",
                self.first_place(element),
                f"A heading stands inside the block “{self.block}”.",
                "Close the block before it, or write the words in bold.",
            )
        self._note_id(element)
        if element.tag == "pre":
            self._pass_over(element)
        else:
            self._passages(element, PASSAGES.get(str(element.tag), PassageKind.PARAGRAPH))

    def _passages(self, element: Element, kind: PassageKind) -> None:
        """The stretches of text in an element: its own words, as far as the next block in it, and those blocks."""
        explained = element.tag not in UNEXPLAINED and element.tag != "th"
        text = VisibleText()
        before: Element | None = None
        blocks = 0
        element.text = self._string(element.text, text, explained)
        for child in list(element):
            if child.tag in BLOCK_TAGS:
                self._end_passage(element, before, text, kind)
                text = VisibleText()
                if element.tag == "li" and child.tag == "p" and not blocks:
                    self._note_id(child)
                    self._passages(child, PassageKind.ITEM)
                else:
                    self.visit(child)
                blocks += 1
            else:
                self._inline_child(child, text, explained)
            child.tail = self._string(child.tail, text, explained)
            before = child
        self._end_passage(element, before, text, kind)

    def _end_passage(self, element: Element, before: Element | None, text: VisibleText, kind: PassageKind) -> None:
        """Keep a passage. Where it ends (behind `before`, or in front of all) tell what it rests on."""
        words = text.words
        if not text.citations and not words.strip():
            return
        passage = self._finish(text, words, kind)
        if kind is PassageKind.HEADING:
            self.heading = passage.text
            return
        if not text.citations:
            return
        character = self.placeholders.keep(
            Sources(tuple(dict.fromkeys(one for _, group in text.citations for one in group)))
        )
        if before is None:
            element.text = (element.text or "").rstrip() + character
        else:
            before.tail = (before.tail or "").rstrip() + character

    def _pass_over(self, element: Element) -> None:
        """Code: nothing in it counts, but the walk has got behind it."""
        for mark in MARK.finditer("".join(element.itertext())):
            self._reach(mark[0])

    def _reach(self, mark: str) -> None:
        self.offset = self.raw_cursor = self.marked.offset(mark)

    def _inline(self, element: Element, text: VisibleText, explained: bool) -> None:
        """Gather an element's own words, and turn its links, citations and terms into pieces."""
        element.text = self._string(element.text, text, explained)
        for child in list(element):
            self._inline_child(child, text, explained)
            child.tail = self._string(child.tail, text, explained)

    def _inline_child(self, child: Element, text: VisibleText, explained: bool) -> None:
        if child.tag == CITATION_TAG:
            self._citation(child, text)
            return
        self._note_id(child)
        if child.tag == "br":
            text.add(" ")
        elif child.tag == "img":
            self._link(child, "src", _one_line(child.get("alt", "")), self.offset, is_image=True)
        elif child.get("class") in FOOTNOTE_LINKS:
            return
        elif child.tag == "a" and child.get("href") is not None:
            start, before = self.offset, text.length
            marked = text.known[-1:] == [(before, start)]
            self._inline(child, text, explained=False)
            # A picture that is a link is called by its own words.
            words = text.words[before:] + " ".join(one.get("alt", "") for one in child.iter("img"))
            end = self._link(child, "href", _one_line(words), start, is_image=False)
            if marked and end > start + 1:
                text.known.append((text.length, end))
        else:
            self._inline(child, text, explained and child.tag not in UNEXPLAINED)

    def _string(self, string: str | None, text: VisibleText, explained: bool) -> str | None:
        """Add a string of the tree to the passage; gives it back without marks and with terms as pieces."""
        if not string:
            return string
        if string.isspace():  # between blocks, which the library sets apart
            text.add(string.replace("\n", " "))
            return string
        # A button of its own among the words that name a field would be pressed by mistake.
        explained = explained and bool(self.terms) and self.block not in FORM_KINDS
        out: list[str] = []
        for number, part in enumerate((MARK_OR_RAW if STX in string else MARK_ALONE).split(string)):
            if not part:
                continue
            if number % 2 and len(part) == 1:
                self._reach(part)
                text.known.append((text.length, self.offset))
            elif placeholder := HTML_PLACEHOLDER_RE.fullmatch(part) if number % 2 else None:
                out.append(part)
                self._raw(int(placeholder[1]), text)
            else:
                out.append(self._with_terms(part) if explained else part)
                text.add(LIBRARY_SIGN.sub("", decoded(part)) if STX in part else part.replace("\n", " "))
        return "".join(out)

    def _with_terms(self, part: str) -> str:
        uses = [*self.terms.first_uses(part, self.used_terms)]
        if not uses:
            return part
        out = []
        end = 0
        for start, stop, term in uses:
            out.append(part[end:start])
            out.append(self.placeholders.keep(TermUse(term, part[start:stop])))
            end = stop
        out.append(part[end:])
        return "".join(out)

    def _citation(self, element: Element, text: VisibleText) -> None:
        content = element.get("content", "")
        start = self.offset
        citations, troubles = parse_citations(content, start, self.lines)
        self.troubles.extend(troubles)
        element.tag = "span"
        element.attrib.clear()
        if citations:
            mark = Mark(len(self.marks) + 1, tuple(citations))
            self.marks.append(mark)
            element.text = AtomicString(self.placeholders.keep(mark))
            text.citations.append((text.length, mark.citations))
        else:
            element.text = ""

    def _finish(self, text: VisibleText, words: str, kind: PassageKind) -> Passage:
        spans = sentence_spans(words)
        covered = sentence_citations(words, spans, text.citations)
        if not text.known:
            text.known.append((len(words), self.offset))
        sentences = tuple(
            Sentence(
                as_seen(text.as_read(words, start, end)),
                self.lines.place(*text.stretch(words, start, end, self.lines.body)),
                citations,
            )
            for (start, end), citations in zip(spans, covered, strict=True)
        )
        place = sentences[0].place if sentences else self.lines.place(self.offset)
        passage = Passage(kind, self.block, self.heading, sentences, place)
        self.passages.append(passage)
        return passage

    # Links and ids

    def _link(self, element: Element, attribute: str, words: str, start: int, *, is_image: bool) -> int:
        """Note a link or picture that begins at `start` in the source, and tell where it ends."""
        address = strip_marks(element.get(attribute, ""))
        element.set(attribute, address)
        end = end_of_link(self.lines.body, start)
        link = self.link_of(decoded(address), decoded(words), self.lines.place(start, end), is_image=is_image)
        self.links.append(link)
        if is_image:
            self.picture(link.words, start)
        if isinstance(link, (PageLink, AssetLink)):
            element.set(attribute, self.placeholders.keep(Href(link)))
        return end

    def picture(self, words: str, start: int) -> None:
        """Keep the words of a picture, which are typed behind `start`."""
        at = self.lines.body.find(words, start)
        sentences = tuple(
            Sentence(
                as_seen(words[first:last]),
                self.lines.place(at + first, at + last) if at >= 0 else self.lines.place(start),
                (),
            )
            for first, last in sentence_spans(words)
        )
        if sentences:
            place = sentences[0].place
            self.pictures.append(Passage(PassageKind.PICTURE, self.block, self.heading, sentences, place))

    def link_of(self, address: str, words: str, place: Place, *, is_image: bool) -> Link:
        """The link that an address of this page means."""
        return link_of(address, words, place, page=self.name, is_image=is_image)

    def _note_id(self, element: Element) -> None:
        for attribute in ("id", "name") if element.tag == "a" else ("id",):
            if anchor := element.get(attribute):
                anchor = strip_marks(anchor)
                element.set(attribute, anchor)
                self.anchors.setdefault(anchor, self.first_place(element))

    def _raw(self, number: int, text: VisibleText) -> None:
        """Raw HTML that Markdown set aside: its words, links and ids, each at its place."""
        stashed = self.library.stash[number] if number < len(self.library.stash) else ""
        if not isinstance(stashed, str):
            return
        raw = strip_marks(stashed)
        if raw.startswith("&"):
            text.add(html.unescape(raw))
            return
        written = raw.strip("\n")
        start = self._offset_of_raw(written)
        found = RawHtml(written)
        for offset, length, anchor in found.ids:
            self.anchors.setdefault(anchor, self.lines.place(start + offset, start + offset + length))
        pieces: list[tuple[RawAddress, str]] = []
        for one in found.addresses:
            place = self.lines.place(start + one.offset, start + one.offset + one.length)
            words = one.words or self._words_of_raw_link(start + one.offset + one.length)
            link = self.link_of(one.address, words if one.tag == "a" else "", place, is_image=one.loads)
            self.links.append(link)
            if isinstance(link, (PageLink, AssetLink)) and (one.tag, one.attribute) in KEPT_ADDRESSES:
                pieces.append((one, self.placeholders.keep(Href(link))))
        self.library.stash[number] = raw.replace(written, with_addresses(written, pieces))
        for offset, words in found.pictures:
            self.picture(_one_line(words), start + offset)
        for passage in found.texts:
            self._raw_passage(passage, start)

    def _offset_of_raw(self, raw: str) -> int:
        """Where the next piece of raw HTML that reads like this stands in the source."""
        at = self.lines.body.find(raw, self.raw_cursor)
        while at >= 0 and self.marked.is_code(at):
            at = self.lines.body.find(raw, at + 1)
        if at < 0 and "\t" in self.lines.body:  # for which the library has put blanks
            as_typed = re.compile(re.sub(r"(?:\\ )+", "[ \t]+", re.escape(raw)))
            found = as_typed.search(self.lines.body, self.raw_cursor)
            at = found.start() if found else -1
        if at < 0:
            return self.raw_cursor  # the library's own: fenced code
        self.raw_cursor = at + len(raw)
        return at

    def _words_of_raw_link(self, start: int) -> str:
        """The words of a link whose end stands outside of the piece of HTML that opens it, as they were typed."""
        end = self.lines.body.find("</a", start)
        words = self.lines.body[start:end] if end >= 0 else ""
        return "" if "\n\n" in words else " ".join(words.split())

    def _raw_passage(self, raw: RawText, start: int) -> None:
        text = VisibleText()
        for offset, words in raw.parts:
            text.known.append((text.length, start + offset))
            text.add(words.replace("\n", " "))
        if (words := text.words).strip():
            self._finish(text, words, PASSAGES.get(raw.tag, PassageKind.PARAGRAPH))

    # From tree to pieces

    def outer(self, elements: Sequence[Element]) -> RichText:
        """The rich text of elements, with their own tags."""
        return self._rich(self.library.html(elements))

    def inner(self, element: Element) -> RichText:
        """The rich text inside an element, without the element's own tag."""
        return self._rich(self.library.inner_html(element).strip())

    def _rich(self, markup: str) -> RichText:
        self.seen.append(self.placeholders.words_in(markup))
        return self.placeholders.rich(markup)

    # Places

    def first_place(self, element: Element) -> Place:
        """Where an element's first marked text stands; where the walk has got to when it has none."""
        for string in element.itertext():
            mark = MARK.search(string)
            if mark:
                return self.lines.place(self.marked.offset(mark[0]))
        return self.lines.place(self.offset)

    def _place_of_opener(self, element: Element) -> Place:
        """Where a block is opened that stands inside something; in a list it has no mark of its own."""
        if own := MARK.search(element.get("argument", "")):
            return self.lines.place(self.marked.offset(own[0]))
        inside = MARK.search("".join(element.itertext()))
        known = self.marked.offset(inside[0]) if inside else len(self.lines.body)
        opener = self.lines.body.rfind("/// ", 0, known)
        return self.lines.place(opener if opener >= 0 else self.offset)

    def trouble(self, kind: str, place: Place, message: str, help: str) -> None:
        """Keep what cannot be taken as it stands, for a rule to tell."""
        self.troubles.append(Trouble(kind, place, message, help))


def _one_line(words: str) -> str:
    return " ".join(strip_marks(words).split())
