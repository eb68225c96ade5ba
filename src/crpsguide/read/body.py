"""From Markdown to the model: one pass of the library, one walk over its tree.

What the walk puts into the text (addresses of links, source marks, explained terms) stands there
as one private-use character each, so that it survives serialising and is cut out at the end.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, AtomicString

from crpsguide.errors import PageError
from crpsguide.language.sentences import sentence_spans
from crpsguide.language.spelling import did_you_mean
from crpsguide.model import (
    AssetLink,
    Citation,
    Heading,
    Href,
    Html,
    Link,
    Mark,
    PageLink,
    Passage,
    PassageKind,
    Piece,
    Place,
    RichText,
    Section,
    Sentence,
    Sources,
    TermUse,
    Trouble,
    WebLink,
)
from crpsguide.model.blocks import Block, Prose
from crpsguide.read.components import ComponentParts, make_component
from crpsguide.read.library import CITATION_TAG, COMPONENT_NAMES, COMPONENT_TAG, MarkdownLibrary
from crpsguide.read.marks import (
    FIRST_PIECE,
    LAST_PIECE,
    MARK,
    PIECE,
    BlockOpener,
    Lines,
    Marked,
    add_marks,
    block_openers,
    strip_marks,
)
from crpsguide.urls import slugify

Element = ElementTree.Element

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCK_TAGS = frozenset(
    """p ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote div section figure figcaption
    h1 h2 h3 h4 h5 h6 hr pre details summary""".split()
)
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

# Attributes of raw HTML that hold an address, and those that a reader follows; the others load something.
ADDRESSES = frozenset({"href", "src", "poster", "action", "formaction", "cite", "background"})
FOLLOWED = frozenset(
    {
        ("a", "href"),
        ("area", "href"),
        ("meta", "content"),
        *((tag, "cite") for tag in ("blockquote", "q", "ins", "del")),
    }
)
SRCSET_ADDRESS = re.compile(r"[\s,]*(\S*[^\s,])(?:,+(?=\s|$)|[^,]*(?:,|$))")  # HTML, “srcset attributes”

ONE_CITATION = re.compile(r"\s*@(?P<source>[A-Za-z0-9][\w.-]*)(?:#(?P<key>[A-Za-z0-9][\w.-]*))?\s*$")


@dataclass(frozen=True, slots=True)
class Body:
    """What a page's Markdown holds."""

    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    anchors: Mapping[str, Place]
    troubles: tuple[Trouble, ...]


class Terms:
    """The words of the glossary, and the expression that finds them."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Take a mapping from the word in text to the id of its term."""
        self.forms = {form.casefold(): term for form, term in forms.items()}
        longest_first = sorted(self.forms, key=lambda form: (-len(form), form))
        words = "|".join(re.escape(form) for form in longest_first)
        self.pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if words else None

    def first_uses(self, text: str, used: set[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and term of each term that `used` does not hold yet; adds them to it."""
        if self.pattern is None:
            return
        for match in self.pattern.finditer(text):
            term = self.forms[match[0].casefold()]
            if term not in used:
                used.add(term)
                yield match.start(), match.end(), term


class BodyParser:
    """Parses bodies one after another; one instance for many pages, for the library is slow to set up."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.library = MarkdownLibrary()

    def parse(self, body: str, *, path: PurePosixPath, name: PurePosixPath, first_line: int) -> Body:
        """Parse a page's Markdown.

        `path` is the file in the guide, `name` the page's name, from which relative links go.

        Raises:
            PageError: the text is nested too deeply for the library.
        """
        marked = add_marks(body)
        try:
            root = self.library.tree(marked.text)
        except RecursionError:
            raise PageError(
                "This page is nested too deeply to be read.",
                "Look for lists within lists, or hundreds of lines without a blank line between them.",
                line=first_line,
            ) from None
        return _Walk(self.library, self.terms, marked, Lines(body, path, first_line), name).body(root)


@dataclass(slots=True)
class _Text:
    """The visible words of a passage, and which source offset each mark in it stands for."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    known: list[tuple[int, int]] = field(default_factory=list)
    citations: list[tuple[int, tuple[Citation, ...]]] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    @property
    def words(self) -> str:
        return "".join(self.parts)


class _Walk:
    """One walk over the tree of one page, in the order of reading."""

    def __init__(
        self, library: MarkdownLibrary, terms: Terms, marked: Marked, lines: Lines, name: PurePosixPath
    ) -> None:
        self.library = library
        self.terms = terms
        self.marked = marked
        self.lines = lines
        self.name = name
        self.pieces: list[Piece] = []
        self.passages: list[Passage] = []
        self.links: list[Link] = []
        self.marks: list[Mark] = []
        self.anchors: dict[str, Place] = {}
        self.troubles: list[Trouble] = []
        self.used_terms: set[str] = set()
        self.offset = 0  # where in the source the walk has got to
        self.raw_cursor = 0
        self.heading = ""
        self.block = ""
        self.ids: set[str] = set()

    def body(self, root: Element) -> Body:
        self._unknown_components()
        self.ids.update(one.get("id", "") for one in root.iter())
        sections = self._sections(root)
        return Body(
            sections=sections,
            passages=tuple(self.passages),
            links=tuple(self.links),
            marks=tuple(self.marks),
            anchors=self.anchors,
            troubles=tuple(self.troubles),
        )

    # Sections and blocks

    def _sections(self, root: Element) -> tuple[Section, ...]:
        sections: list[Section] = []
        heading: Heading | None = None
        blocks: list[Block] = []
        native: list[Element] = []

        def finish_prose() -> None:
            if native:
                blocks.append(self._prose(native))
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
                self._visit(child)
                native.append(child)
        finish_section()
        return tuple(sections)

    def _heading(self, element: Element) -> Heading:
        place = self._first_place(element)
        self._visit(element)
        words = self.passages[-1].text if self.passages else ""
        level = HEADINGS[str(element.tag)]
        anchor = element.get("id", "")
        return Heading(self._inner(element), words, level, anchor, place)

    def _prose(self, elements: Sequence[Element]) -> Prose:
        place = self._first_place(elements[0])
        return Prose(self._rich("\n".join(self.library.html(one) for one in elements)), place)

    def _component(self, element: Element) -> Block | None:
        written = element.get("argument", "")
        mark = MARK.match(written)
        start = self.marked.offset(mark[0]) if mark else self.offset
        opener = self.marked.openers.get(start) or BlockOpener(element.get("name", ""), 0, 0, "", True)
        place = self.lines.place(start)
        if not opener.closed:
            self._trouble(
                "unclosed-block",
                place,
                f"The block “{opener.name}” is opened here and never closed.",
                f"Put a line with {'/' * 3} after its last line.",
            )
        outer, self.block = self.block, opener.name
        title = strip_marks(written).strip()
        for child in list(element):
            self._visit(child)
        self.block = outer
        parts = ComponentParts(
            name=element.get("name", ""),
            title=title,
            anchor=self._new_anchor(title, place) if title else "",
            options=opener.options,
            options_line=place.line + 1,
            children=tuple(element),
            place=place,
            rich=lambda elements: self._rich("\n".join(self.library.html(one) for one in elements)),
            inner=self._inner,
            link=self._option_link,
        )
        component, troubles = make_component(parts)
        self.troubles.extend(troubles)
        return component

    def _new_anchor(self, title: str, place: Place) -> str:
        anchor = base = slugify(title) or "part"
        number = 1
        while anchor in self.ids:
            anchor = f"{base}_{number}"
            number += 1
        self.ids.add(anchor)
        self.anchors[anchor] = place
        return anchor

    def _option_link(self, address: str, words: str, place: Place) -> AssetLink | None:
        link = self._link_of(address, words, place, is_image=True)
        self.links.append(link)
        return link if isinstance(link, AssetLink) else None

    def _unknown_components(self) -> None:
        for offset, name in block_openers(self.lines.body):
            if name.casefold() not in COMPONENT_NAMES:
                column = self.lines.body.index(name, offset)
                self._trouble(
                    "unknown-block",
                    self.lines.place(column, column + len(name)),
                    f"There is no block “{name}”.",
                    did_you_mean(name, COMPONENT_NAMES, f"Known blocks: {', '.join(COMPONENT_NAMES)}."),
                )

    # Passages

    def _visit(self, element: Element) -> None:
        """Take in an element and everything in it: ids, links, citations, sentences."""
        if element.tag == COMPONENT_TAG:
            self._trouble(
                "block-content",
                self._first_place(element),
                f"The block “{element.get('name')}” stands inside another block or a list.",
                "Close the block around it first.",
            )
            return
        self._note_id(element)
        kind = PASSAGES.get(str(element.tag))
        if kind is not None:
            self._passage(element, kind)
            return
        if element.tag == "pre":
            return
        if element.text and element.text.strip():
            self._loose(element.text)
        for child in list(element):
            self._visit(child)
            if child.tail and child.tail.strip():
                self._loose(child.tail)

    def _loose(self, text: str) -> None:
        """Text that stands in no paragraph: a stand-in for raw HTML, mostly."""
        for placeholder in HTML_PLACEHOLDER_RE.finditer(text):
            self._raw(int(placeholder[1]), None)

    def _passage(self, element: Element, kind: PassageKind) -> None:
        text = _Text()
        explained = element.tag not in UNEXPLAINED and element.tag != "th"
        self._inline(element, text, explained)
        first_block = next((one for one in element if one.tag in BLOCK_TAGS), None)
        if text.words.strip() or text.citations:
            passage = self._finish(text, kind)
            if kind is PassageKind.HEADING:
                self.heading = passage.text
            self._add_sources(element, first_block, text)
        for number, child in enumerate(one for one in element if one.tag in BLOCK_TAGS):
            if element.tag == "li" and child.tag == "p" and number == 0:
                self._note_id(child)
                self._passage(child, PassageKind.ITEM)
            else:
                self._visit(child)

    def _add_sources(self, element: Element, first_block: Element | None, text: _Text) -> None:
        """At the end of a passage that cites, tell what it rests on."""
        citations = tuple(dict.fromkeys(one for _, group in text.citations for one in group))
        if not citations or element.tag in HEADINGS:
            return
        character = self._piece(Sources(citations))
        if first_block is None and len(element):
            element[-1].tail = (element[-1].tail or "").rstrip() + character
        elif first_block is None or element[0] is first_block:
            element.text = (element.text or "").rstrip() + character
        else:
            before = element[list(element).index(first_block) - 1]
            before.tail = (before.tail or "").rstrip() + character

    def _inline(self, element: Element, text: _Text, explained: bool) -> None:
        """Gather an element's own words, and turn its links, citations and terms into pieces."""
        element.text = self._string(element.text, text, explained)
        for child in list(element):
            if child.tag in BLOCK_TAGS:
                break
            self._inline_child(child, text, explained)
            child.tail = self._string(child.tail, text, explained)

    def _inline_child(self, child: Element, text: _Text, explained: bool) -> None:
        if child.tag == CITATION_TAG:
            self._citation(child, text)
            return
        self._note_id(child)
        if child.tag == "br":
            text.add(" ")
        elif child.tag == "img":
            start = self.offset
            self._link(child, "src", strip_marks(child.get("alt", "")), start, is_image=True)
        elif child.tag == "a" and child.get("href") is not None:
            start, before = self.offset, text.length
            self._inline(child, text, explained=False)
            words = text.words[before:].strip()
            if child.get("class") not in ("footnote-ref", "footnote-backref"):
                self._link(child, "href", words, start, is_image=False)
        else:
            self._inline(child, text, explained and child.tag not in UNEXPLAINED)

    def _string(self, string: str | None, text: _Text, explained: bool) -> str | None:
        """Add a string of the tree to the passage; gives it back without marks and with terms as pieces."""
        if not string:
            return string
        out: list[str] = []
        for part in re.split(f"({MARK.pattern}|{HTML_PLACEHOLDER_RE.pattern})", string):
            if not part:
                continue
            if MARK.fullmatch(part):
                self.offset = self.marked.offset(part)
                text.known.append((text.length, self.offset))
            elif placeholder := HTML_PLACEHOLDER_RE.fullmatch(part):
                out.append(part)
                self._raw(int(placeholder[1]), text)
            elif not part.isdigit() or not out or not HTML_PLACEHOLDER_RE.fullmatch(out[-1]):
                out.append(self._with_terms(part) if explained else part)
                text.add(re.sub(r"\s+", " ", part.replace("\xa0", " ")) if "\n" in part else part)
        joined = "".join(out)
        return AtomicString(joined) if isinstance(string, AtomicString) else joined

    def _with_terms(self, part: str) -> str:
        out = []
        end = 0
        for start, stop, term in self.terms.first_uses(part, self.used_terms):
            out.append(part[end:start])
            out.append(self._piece(TermUse(term, part[start:stop])))
            end = stop
        out.append(part[end:])
        return "".join(out)

    def _citation(self, element: Element, text: _Text) -> None:
        content = element.get("content", "")
        start = self.offset
        citations: list[Citation] = []
        at = start + 1
        for written in f"@{content}".split(";"):
            match = ONE_CITATION.match(written)
            lead = len(written) - len(written.lstrip())
            here = self.lines.place(at + lead, at + lead + len(written.strip()))
            if match:
                citations.append(Citation(match["source"], match["key"] or "", here))
            else:
                self._trouble(
                    "citation-form",
                    here,
                    f"“{written.strip() or ';'}” is not a citation.",
                    "Write [@source#finding], and a semicolon between two: [@a#x; @b#y].",
                )
            at += len(written) + 1
        element.tag = "span"
        element.attrib.clear()
        if citations:
            mark = Mark(len(self.marks) + 1, tuple(citations))
            self.marks.append(mark)
            element.text = AtomicString(self._piece(mark))
            text.citations.append((text.length, mark.citations))
        else:
            element.text = ""

    def _finish(self, text: _Text, kind: PassageKind) -> Passage:
        words = text.words
        spans = sentence_spans(words)
        covered = _coverage(words, spans, text.citations)
        sentences = tuple(
            Sentence(
                re.sub(r"\s+", " ", re.sub(r"\s+(?=[.,;:!?])", "", words[start:end])),
                self._stretch(words, start, end, text.known),
                citations,
            )
            for (start, end), citations in zip(spans, covered, strict=True)
        )
        place = sentences[0].place if sentences else self.lines.place(self.offset)
        passage = Passage(kind, self.block, self.heading, sentences, place)
        self.passages.append(passage)
        return passage

    def _stretch(self, words: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> Place:
        return self.lines.place(
            self._source_offset(words, start, known), self._source_offset(words, end - 1, known) + 1
        )

    def _source_offset(self, words: str, index: int, known: Sequence[tuple[int, int]]) -> int:
        """Where a character of the visible words stands in the source: from the last mark on, look for its word."""
        before = [one for one in known if one[0] <= index]
        if not before:
            return known[0][1] if known else self.offset
        at, offset = before[-1]
        if at == index:
            return offset
        body = self.lines.body
        straight = offset + index - at
        if body[straight : straight + 1] == words[index]:
            first = max(at, index - 8)
            if body[offset + first - at : straight + 1] == words[first : index + 1]:
                return straight
        # Emphasis, escapes and citations take up room in the source that readers do not see.
        line_end = body.find("\n", offset)
        limit = line_end if line_end >= 0 else len(body)
        tail = words[max(at, index - 6) : index + 1].strip()
        found = body.find(tail, offset, limit)
        if found >= 0:
            return found + len(tail) - 1
        return min(max(offset, straight), max(limit - 1, offset))

    # Links and ids

    def _link(self, element: Element, attribute: str, words: str, start: int, *, is_image: bool) -> None:
        address = strip_marks(element.get(attribute, ""))
        element.set(attribute, address)
        place = self.lines.place(start, _end_of_link(self.lines.body, start))
        link = self._link_of(_decoded(address), _decoded(words), place, is_image=is_image)
        self.links.append(link)
        if isinstance(link, (PageLink, AssetLink)):
            element.set(attribute, self._piece(Href(link)))

    def _link_of(self, address: str, words: str, place: Place, *, is_image: bool) -> Link:
        try:
            parts = urlsplit(address)
        except ValueError:
            return WebLink(words, address, place, is_image)
        if parts.scheme or parts.netloc or address.startswith("/") or "\\" in address:
            return WebLink(words, address, place, is_image)
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        target = _joined(self.name, path) if path else self.name
        if (path.endswith(".md") or not path) and not is_image:
            return PageLink(words, address, target, fragment, place)
        return AssetLink(words, address, target, fragment, place, is_image)

    def _note_id(self, element: Element) -> None:
        for attribute in ("id", "name"):
            anchor = element.get(attribute) if attribute == "id" or element.tag == "a" else None
            if anchor:
                anchor = strip_marks(anchor)
                element.set(attribute, anchor)
                self.anchors.setdefault(anchor, self._first_place(element))

    def _raw(self, number: int, text: _Text | None) -> None:
        """Raw HTML that Markdown set aside: its words, links and ids, each at its place."""
        stashed = self.library.stash[number] if number < len(self.library.stash) else ""
        if not isinstance(stashed, str):
            return
        raw = strip_marks(stashed)
        if text is not None and raw.startswith("&"):
            text.add(html.unescape(raw))
            return
        start = self.lines.body.find(raw.strip("\n"), self.raw_cursor if text is None else self.offset)
        if start < 0:
            start = self.offset
        elif text is None:
            self.raw_cursor = start + len(raw)
            self.offset = start
        reader = _RawHtml()
        reader.feed(raw.strip("\n"))
        reader.close()
        for offset, attribute, value, length in reader.found:
            place = self.lines.place(start + offset, start + offset + length)
            if attribute == "id":
                self.anchors.setdefault(value, place)
            else:
                self.links.append(self._link_of(value, "", place, is_image=attribute == "src"))

    # From tree to pieces

    def _inner(self, element: Element) -> RichText:
        """The rich text inside an element, without the element's own tag."""
        copy = ElementTree.Element("div")
        copy.text = element.text
        copy.extend(list(element))
        cleaned = self.library.html(copy).strip()
        return self._rich(cleaned.removeprefix("<div>").removesuffix("</div>").strip())

    def _rich(self, markup: str) -> RichText:
        pieces: list[Piece] = []
        end = 0
        for match in PIECE.finditer(markup):
            if match.start() > end:
                pieces.append(Html(markup[end : match.start()]))
            pieces.append(self.pieces[ord(match[0]) - FIRST_PIECE])
            end = match.end()
        if end < len(markup):
            pieces.append(Html(markup[end:]))
        return tuple(pieces)

    def _piece(self, piece: Piece) -> str:
        if len(self.pieces) > LAST_PIECE - FIRST_PIECE:
            raise PageError("This page holds too many links and citations to be read.", "Split it into pages.")
        self.pieces.append(piece)
        return chr(FIRST_PIECE + len(self.pieces) - 1)

    # Places

    def _first_place(self, element: Element) -> Place:
        """Where an element's first marked text stands; where the walk has got to when it has none."""
        for string in element.itertext():
            mark = MARK.search(string)
            if mark:
                return self.lines.place(self.marked.offset(mark[0]))
        return self.lines.place(self.offset)

    def _trouble(self, kind: str, place: Place, message: str, help: str) -> None:
        self.troubles.append(Trouble(kind, place, message, help))


class _RawHtml(HTMLParser):
    """Finds addresses and ids in raw HTML, with their offsets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str, str, int]] = []
        self.starts = [0]

    def feed(self, data: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", data))]
        super().feed(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        length = len(self.get_starttag_text() or "")
        offset = self.starts[line - 1] + column
        for attribute, value in attrs:
            if value is None:
                continue
            if attribute == "id" or (tag == "a" and attribute == "name"):
                self.found.append((offset, "id", value, length))
                continue
            loads = (tag, attribute) not in FOLLOWED
            for address in _addresses(tag, attribute, value, dict(attrs)):
                self.found.append((offset, "src" if loads else "href", address, length))


def _addresses(tag: str, attribute: str, value: str, attrs: Mapping[str, str | None]) -> Sequence[str]:
    """The addresses that an attribute of raw HTML holds."""
    if attribute in ("srcset", "imagesrcset"):
        return tuple(match[1] for match in SRCSET_ADDRESS.finditer(value))
    if tag == "meta" and attribute == "content" and (attrs.get("http-equiv") or "").casefold() == "refresh":
        _, _, target = value.partition("=")
        return (target.strip(" \"'"),) if target else ()
    return (value,) if attribute in ADDRESSES or (tag, attribute) == ("object", "data") else ()


def _decoded(text: str) -> str:
    """An address or words as a browser reads them: the library keeps entities, and hides e-mail addresses in them."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))


def _coverage(
    words: str, spans: Sequence[tuple[int, int]], groups: Sequence[tuple[int, tuple[Citation, ...]]]
) -> list[tuple[Citation, ...]]:
    """Which citations cover which sentence of a passage.

    Inside a sentence a citation covers that sentence; after the last full stop it covers all
    since the previous citation; after another full stop, the sentence before it.
    """
    covered: list[list[Citation]] = [[] for _ in spans]
    first_free = 0
    for at, citations in groups:
        inside = next((number for number, (start, end) in enumerate(spans) if start < at < end), None)
        if inside is not None:
            numbers: Sequence[int] = (inside,)
        else:
            before = [number for number, (_, end) in enumerate(spans) if end <= at]
            if not before:
                continue
            last = before[-1]
            ends_here = last == len(spans) - 1
            closed = words[spans[last][1] - 1] in ".!?…:”\"')"
            numbers = range(min(first_free, last), last + 1) if ends_here and closed else (last,)
        for number in numbers:
            covered[number].extend(citations)
        first_free = max(first_free, numbers[-1] + 1)
    return [tuple(dict.fromkeys(one)) for one in covered]


def _joined(name: PurePosixPath, path: str) -> PurePosixPath:
    """The path that a relative address leads to; `..` that climb out of the pages' folder stay in front."""
    parts: list[str] = list(name.parent.parts)
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath(*parts)


def _end_of_link(body: str, start: int) -> int:
    """The offset behind the link, image or autolink that begins at `start` in the source."""
    if body.startswith("<", start):
        end = body.find(">", start)
        return end + 1 if end >= 0 else start + 1
    at = start + 1 if body.startswith("!", start) else start
    if not body.startswith("[", at):
        return start + 1
    end = _closing(body, at, "[", "]")
    if body.startswith("(", end):
        return _closing(body, end, "(", ")")
    if body.startswith("[", end):
        return _closing(body, end, "[", "]")
    return end


def _closing(body: str, start: int, opening: str, closing: str) -> int:
    depth = 0
    for offset in range(start, min(len(body), start + 2000)):
        if body[offset] == "\\":
            continue
        if body[offset] == opening and body[offset - 1] != "\\":
            depth += 1
        elif body[offset] == closing and body[offset - 1] != "\\":
            depth -= 1
            if depth == 0:
                return offset + 1
    return start + 1
