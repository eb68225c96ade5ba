"""Collects the passages of a page, with sentences, links, citations and ids, from the library's element tree."""

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
from crpsguide.read.markers import MARKER, Lines, MarkedBody, strip_markers
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
PASSAGE_KINDS = {
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
# Elements in which glossary terms are not explained: headings, and those with a function of their own.
NO_TERMS_IN = frozenset({"a", "abbr", "code", "pre", "button", *HEADINGS})
FOOTNOTE_LINKS = ("footnote-ref", "footnote-backref")  # classes of the library's links, which are no text of the page

MARKER_SPLIT = LazyPattern(f"({MARKER.pattern})")
MARKER_OR_RAW_SPLIT = LazyPattern(f"({MARKER.pattern}|{HTML_PLACEHOLDER_RE.pattern.replace('(', '(?:')})")
LIBRARY_ESCAPE = LazyPattern(f"{STX}[^{ETX}]*{ETX}")  # replaced by the library's postprocessors


class PassageWalk:
    """Walks the tree of one page in document order, and collects its passages.

    Replaces links, citations and terms in the tree by placeholders, and removes markers. `block` is the kind of the
    component block being visited, or empty.
    """

    def __init__(
        self, library: MarkdownLibrary, terms: Terms, marked: MarkedBody, lines: Lines, name: PurePosixPath
    ) -> None:
        self.library = library
        self.terms = terms
        self.marked = marked
        self.lines = lines
        self.name = name
        self.placeholders = Placeholders()
        self.passages: list[Passage] = []
        self.pictures: list[Passage] = []  # alternative texts
        self.links: list[Link] = []
        self.marks: list[Mark] = []
        self.anchors: dict[str, Place] = {}
        self.troubles: list[Trouble] = []
        self.used_terms: set[str] = set()
        self.offset = 0  # of the last marker
        self.raw_cursor = 0  # after the last raw HTML, or at the last marker
        self.heading = ""
        self.block = ""
        self.is_in_unclosed_block = False  # which contains the rest of the page, and is reported elsewhere
        self.rendered_html: list[str] = []  # everything that is rendered, to find lost words

    # Passages

    def visit(self, element: Element) -> None:
        """Collect the ids, links, citations and sentences of an element and its descendants."""
        if element.tag == COMPONENT_TAG:
            self._refuse_nested_block(element)
            return
        if element.tag in HEADINGS and self.block and not self.is_in_unclosed_block:
            self.add_trouble(
                "block-content",
                self.start_place(element),
                f"A heading stands inside the block “{self.block}”.",
                "Close the block before it, or write the words in bold.",
            )
        self._record_id(element)
        if element.tag == "pre":
            self._skip_code(element)
        else:
            self._visit_children(element, PASSAGE_KINDS.get(str(element.tag), PassageKind.PARAGRAPH))

    def _refuse_nested_block(self, element: Element) -> None:
        """Report a component block in a place where it is not allowed; its content counts as rendered, not as lost."""
        name, title = element.get("name"), html.escape(strip_markers(element.get("argument", "")).strip())
        if self.is_in_unclosed_block:  # it is in the right place once that block is closed
            self.rendered_html += [title, self.library.html(element)]
            return
        self.rendered_html += [f"{name} {title}", self.library.html(element)]
        self.add_trouble(
            "block-content",
            self._place_of_opener(element),
            f"The block “{name}” stands inside another block, a list or a quotation.",
            "Close the block around it first, and begin its lines at the left margin.",
        )

    def _visit_children(self, element: Element, kind: PassageKind) -> None:
        """Visit the children of an element. Its inline content between block-level children makes passages."""
        explain_terms = element.tag not in NO_TERMS_IN and element.tag != "th"
        text = VisibleText()
        before: Element | None = None
        blocks = 0
        element.text = self._add_string(element.text, text, explain_terms)
        for child in list(element):
            if child.tag in BLOCK_TAGS:
                self._end_passage(element, before, text, kind)
                text = VisibleText()
                if element.tag == "li" and child.tag == "p" and not blocks:
                    self._record_id(child)
                    self._visit_children(child, PassageKind.ITEM)
                else:
                    self.visit(child)
                blocks += 1
            else:
                self._inline_child(child, text, explain_terms)
            child.tail = self._add_string(child.tail, text, explain_terms)
            before = child
        self._end_passage(element, before, text, kind)

    def _end_passage(self, element: Element, before: Element | None, text: VisibleText, kind: PassageKind) -> None:
        """Add a passage, and a placeholder for its `Sources` after the child `before`, or before all children."""
        words = text.words
        if not text.citations and not words.strip():
            return
        passage = self._add_passage(text, words, kind)
        if kind is PassageKind.HEADING:
            self.heading = passage.text
            return
        if not text.citations:
            return
        citations = dict.fromkeys(citation for _, group in text.citations for citation in group)
        placeholder = self.placeholders.add(Sources(tuple(citations)))
        if before is None:
            element.text = (element.text or "").rstrip() + placeholder
        else:
            before.tail = (before.tail or "").rstrip() + placeholder

    def _skip_code(self, element: Element) -> None:
        """Move past code, which has no passages."""
        for marker in MARKER.finditer("".join(element.itertext())):
            self._move_to(marker[0])

    def _move_to(self, marker: str) -> None:
        self.offset = self.raw_cursor = self.marked.offset(marker)

    def _inline(self, element: Element, text: VisibleText, explain_terms: bool) -> None:
        """Collect the content of an inline element."""
        element.text = self._add_string(element.text, text, explain_terms)
        for child in list(element):
            self._inline_child(child, text, explain_terms)
            child.tail = self._add_string(child.tail, text, explain_terms)

    def _inline_child(self, child: Element, text: VisibleText, explain_terms: bool) -> None:
        if child.tag == CITATION_TAG:
            self._citation(child, text)
            return
        self._record_id(child)
        if child.tag == "br":
            text.add(" ")
        elif child.tag == "img":
            self._link(child, "src", _normalized(child.get("alt", "")), self.offset, is_image=True)
        elif child.get("class") in FOOTNOTE_LINKS:
            return
        elif child.tag == "a" and child.get("href") is not None:
            start, text_start = self.offset, text.length
            has_marker = text.positions[-1:] == [(text_start, start)]
            self._inline(child, text, explain_terms=False)
            words = text.words[text_start:] + " ".join(image.get("alt", "") for image in child.iter("img"))
            end = self._link(child, "href", _normalized(words), start, is_image=False)
            if has_marker and end > start + 1:
                text.positions.append((text.length, end))
        else:
            self._inline(child, text, explain_terms and child.tag not in NO_TERMS_IN)

    def _add_string(self, string: str | None, text: VisibleText, explain_terms: bool) -> str | None:
        """Add a string of the tree to the passage; return it without markers, and with placeholders for terms."""
        if not string:
            return string
        if string.isspace():
            text.add(string.replace("\n", " "))
            return string
        # Explanations of terms are buttons, which users would confuse with form controls.
        explain_terms = explain_terms and bool(self.terms) and self.block not in FORM_KINDS
        out: list[str] = []
        for number, part in enumerate((MARKER_OR_RAW_SPLIT if STX in string else MARKER_SPLIT).split(string)):
            if not part:
                continue
            if number % 2 and len(part) == 1:
                self._move_to(part)
                text.positions.append((text.length, self.offset))
            elif placeholder := HTML_PLACEHOLDER_RE.fullmatch(part) if number % 2 else None:
                out.append(part)
                self._raw_html(int(placeholder[1]), text)
            else:
                out.append(self._with_terms(part) if explain_terms else part)
                text.add(LIBRARY_ESCAPE.sub("", decoded(part)) if STX in part else part.replace("\n", " "))
        return "".join(out)

    def _with_terms(self, part: str) -> str:
        """The text with placeholders for the first uses of terms."""
        uses = [*self.terms.first_uses(part, self.used_terms)]
        if not uses:
            return part
        out = []
        done = 0
        for start, end, term in uses:
            out.append(part[done:start])
            out.append(self.placeholders.add(TermUse(term, part[start:end])))
            done = end
        out.append(part[done:])
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
            element.text = AtomicString(self.placeholders.add(mark))
            text.citations.append((text.length, mark.citations))
        else:
            element.text = ""

    def _add_passage(self, text: VisibleText, words: str, kind: PassageKind) -> Passage:
        spans = sentence_spans(words)
        covered = sentence_citations(words, spans, text.citations)
        if not text.positions:
            text.positions.append((len(words), self.offset))
        sentences = tuple(
            Sentence(
                as_seen(text.sentence_text(words, start, end)),
                self.lines.place(*text.source_range(words, start, end, self.lines.body)),
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
        """Add a link or image that begins at `start` in the source, and return its end there."""
        address = strip_markers(element.get(attribute, ""))
        element.set(attribute, address)
        end = end_of_link(self.lines.body, start)
        link = self.link_of(decoded(address), decoded(words), self.lines.place(start, end), is_image=is_image)
        self.links.append(link)
        if is_image:
            self.add_picture(link.words, start)
        if isinstance(link, (PageLink, AssetLink)):
            element.set(attribute, self.placeholders.add(Href(link)))
        return end

    def add_picture(self, words: str, start: int) -> None:
        """Add the alternative text of an image that begins at `start` in the source."""
        text_start = self.lines.body.find(words, start)
        sentences = []
        for first, last in sentence_spans(words):
            is_found = text_start >= 0
            place = self.lines.place(text_start + first, text_start + last) if is_found else self.lines.place(start)
            sentences.append(Sentence(as_seen(words[first:last]), place, ()))
        if sentences:
            kind, place = PassageKind.PICTURE, sentences[0].place
            self.pictures.append(Passage(kind, self.block, self.heading, tuple(sentences), place))

    def link_of(self, address: str, words: str, place: Place, *, is_image: bool) -> Link:
        """The link for an address on this page."""
        return link_of(address, words, place, page=self.name, is_image=is_image)

    def _record_id(self, element: Element) -> None:
        for attribute in ("id", "name") if element.tag == "a" else ("id",):
            if anchor := element.get(attribute):
                anchor = strip_markers(anchor)
                element.set(attribute, anchor)
                self.anchors.setdefault(anchor, self.start_place(element))

    def _raw_html(self, number: int, text: VisibleText) -> None:
        """Collect the words, links and ids of raw HTML, given by its index in the library's stash."""
        stashed = self.library.stash[number] if number < len(self.library.stash) else ""
        if not isinstance(stashed, str):
            return
        raw = strip_markers(stashed)
        if raw.startswith("&"):
            text.add(html.unescape(raw))
            return
        markup = raw.strip("\n")
        start = self._offset_of_raw(markup)
        found = RawHtml(markup)
        for offset, length, anchor in found.ids:
            self.anchors.setdefault(anchor, self.lines.place(start + offset, start + offset + length))
        hrefs: list[tuple[RawAddress, str]] = []
        for one in found.addresses:
            place = self.lines.place(start + one.offset, start + one.offset + one.length)
            words = one.words or self._words_of_raw_link(start + one.offset + one.length)
            link = self.link_of(one.address, words if one.tag == "a" else "", place, is_image=one.loads)
            self.links.append(link)
            if isinstance(link, (PageLink, AssetLink)) and (one.tag, one.attribute) in KEPT_ADDRESSES:
                hrefs.append((one, self.placeholders.add(Href(link))))
        self.library.stash[number] = raw.replace(markup, with_addresses(markup, hrefs))
        for offset, words in found.pictures:
            self.add_picture(_normalized(words), start + offset)
        for raw_text in found.texts:
            self._raw_passage(raw_text, start)

    def _offset_of_raw(self, raw: str) -> int:
        """The offset in the source of the next raw HTML with this text; moves `raw_cursor` behind it."""
        offset = self.lines.body.find(raw, self.raw_cursor)
        while offset >= 0 and self.marked.is_code(offset):
            offset = self.lines.body.find(raw, offset + 1)
        if offset < 0 and "\t" in self.lines.body:  # the library has expanded tabs
            pattern = re.compile(re.sub(r"(?:\\ )+", "[ \t]+", re.escape(raw)))
            match = pattern.search(self.lines.body, self.raw_cursor)
            offset = match.start() if match else -1
        if offset < 0:
            return self.raw_cursor  # generated by the library, for fenced code
        self.raw_cursor = offset + len(raw)
        return offset

    def _words_of_raw_link(self, start: int) -> str:
        """The source text up to `</a>`, for a link whose end tag is not in the same piece of raw HTML."""
        end = self.lines.body.find("</a", start)
        words = self.lines.body[start:end] if end >= 0 else ""
        return "" if "\n\n" in words else " ".join(words.split())

    def _raw_passage(self, raw: RawText, start: int) -> None:
        text = VisibleText()
        for offset, words in raw.parts:
            text.positions.append((text.length, start + offset))
            text.add(words.replace("\n", " "))
        if (words := text.words).strip():
            self._add_passage(text, words, PASSAGE_KINDS.get(raw.tag, PassageKind.PARAGRAPH))

    # From tree to pieces

    def rich_text(self, elements: Sequence[Element]) -> RichText:
        """The rich text of elements, including their tags."""
        return self._rich(self.library.html(elements))

    def inner_rich_text(self, element: Element) -> RichText:
        """The rich text of the content of an element."""
        return self._rich(self.library.inner_html(element).strip())

    def _rich(self, markup: str) -> RichText:
        self.rendered_html.append(self.placeholders.without(markup))
        return self.placeholders.split(markup)

    # Places

    def start_place(self, element: Element) -> Place:
        """The place of the first marker in an element; the current place of the walk if there is none."""
        for string in element.itertext():
            if marker := MARKER.search(string):
                return self.lines.place(self.marked.offset(marker[0]))
        return self.lines.place(self.offset)

    def _place_of_opener(self, element: Element) -> Place:
        """The place of the opening line of a nested block; within a list, it has no marker."""
        if marker := MARKER.search(element.get("argument", "")):
            return self.lines.place(self.marked.offset(marker[0]))
        marker = MARKER.search("".join(element.itertext()))
        text_start = self.marked.offset(marker[0]) if marker else len(self.lines.body)
        opener = self.lines.body.rfind("/// ", 0, text_start)
        return self.lines.place(opener if opener >= 0 else self.offset)

    def add_trouble(self, kind: str, place: Place, message: str, help: str) -> None:
        """Add a trouble, for the rule `kind` to report."""
        self.troubles.append(Trouble(kind, place, message, help))


def _normalized(words: str) -> str:
    """The text without markers, on one line."""
    return " ".join(strip_markers(words).split())
