"""The Markdown library, set up once: its extensions, our citations and blocks, and the allow list."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from xml.etree import ElementTree

import nh3
from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString, Registry

from crpsguide.language.expressions import LazyPattern
from crpsguide.read.marks import MARK, TAB, strip_marks
from crpsguide.urls import slugify

Element = ElementTree.Element
Part = TypeVar("Part")

CITATION_TAG = "crps-citation"
CITATION = r"\[@([^\[\]]*)\]"

# All of “extra” but abbreviations: a line such as “*[Stop]: if a rash appears” would vanish, and the
# glossary explains words. Named by their words alone, the library would look through all that is installed for each.
EXTENSIONS = (
    FencedCodeExtension,
    FootnoteExtension,
    AttrListExtension,
    DefListExtension,
    TableExtension,
    MarkdownInHtmlExtension,
)

# The allow list of the finished tree: what Markdown makes, and what is harmless beside it.
ELEMENTS = frozenset(
    """a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5
    h6 hr i img ins kbd li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th
    thead time tr u ul var""".split()
)
ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "title"},
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "align", "headers"},
    "th": {"colspan", "rowspan", "align", "scope", "headers"},
    "time": {"datetime"},
    "details": {"open"},
}
# Signs without which a part of the library finds nothing in a text whose tabs are expanded, by the part's name. For
# the library to try each part on each paragraph takes half of its time. A part that is not named is always tried.
INLINE_SIGNS = {
    **dict.fromkeys(("reference", "short_reference", "image_reference", "short_image_ref"), "]:"),  # defines a label
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    "footnote": "[^",
    "crps-citation": "[@",
    "link": "](",
    "image_link": "![",
    "backtick": "`",
    "escape": "\\",
    "entity": "&",
    "linebreak": "  ",
}
BLOCK_SIGNS = {
    "blocks": "///",
    "defindent": ":",
    "deflist": ":",
    "footnote": "[^",
    "hashheader": "#",
    "markdown_block": "<",
    "quote": ">",
    "reference": "]:",
    "table": "|",
}
# Those of them that look at one block at a time, and find nothing in one without their sign.
SIGNED_BLOCKS = frozenset({"deflist", "hashheader", "quote", "reference", "table"})
TREE_SIGNS = {"attr_list": "{", "blocks_on_inline_end": "///", "footnote-duplicate": "[^", "unescape": "\\"}
SCHEMES = {"http", "https", "mailto", "tel"}
MARKUP = LazyPattern(r"[<>&\0\r\u00a0\ufeff]")  # without any of these a text is clean
ALIGNED = LazyPattern(r'style="text-align: (left|right|center);"')


class MarkdownLibrary:
    """One instance of the library, reset between texts."""

    def __init__(self) -> None:
        self.markdown = _markdown()
        self._inline: Any = self.markdown.treeprocessors["inline"]
        self._parser: Any = self.markdown.parser
        self._block_processors = self.markdown.parser.blockprocessors
        self._sort_parts()
        self.cleaner = nh3.Cleaner(tags=set(ELEMENTS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)

    def tree(self, text: str) -> Element:
        """The element tree of a text, with everything inline done and raw HTML in the stash."""
        self.markdown.reset()
        typed = text.expandtabs(TAB)
        if BLOCK_SIGNS["blocks"] in typed and "blocks" not in self._block_processors:
            self._read_components()
        self._inline.inlinePatterns = _needed(self._inline_parts, typed)
        self._parser.blockprocessors = _needed(self._block_parts, typed)
        self._parser.parseBlocks = self._parse_blocks
        self._signed_parts = [(part, self._sign_of.get(part, "")) for part in self._parser.blockprocessors]
        lines = text.split("\n") if text.strip() else []
        for preprocessor in self.markdown.preprocessors:
            lines = preprocessor.run(lines)
        root: Element = self._parser.parseDocument(lines).getroot()
        for treeprocessor in _needed(self._tree_parts, typed):
            changed = treeprocessor.run(root)
            if changed is not None:
                root = changed
        return root

    def _read_components(self) -> None:
        from crpsguide.read.component_blocks import ComponentBlocks

        self._parser.blockprocessors = self._block_processors
        ComponentBlocks().extendMarkdown(self.markdown)
        self._sort_parts()

    def _sort_parts(self) -> None:
        """Gather the parts of the library, in its order, each with the sign that it needs in a text."""
        self._inline_parts = _signed(self.markdown.inlinePatterns, INLINE_SIGNS)
        self._block_parts = _signed(self._block_processors, BLOCK_SIGNS)
        self._tree_parts = _signed(self.markdown.treeprocessors, TREE_SIGNS)
        self._sign_of = {self._block_processors[name]: BLOCK_SIGNS[name] for name in SIGNED_BLOCKS}

    def _parse_blocks(self, parent: Element, blocks: list[str]) -> None:
        """As the library does it, but each part is tried on such blocks only as hold its sign."""
        while blocks:
            for part, sign in self._signed_parts:
                if sign in blocks[0] and part.test(parent, blocks[0]) and part.run(parent, blocks) is not False:
                    break

    @property
    def stash(self) -> list[Any]:
        """The raw HTML of the last text, in the order in which it was set aside."""
        stash: list[Any] = self.markdown.htmlStash.rawHtmlBlocks
        return stash

    def html(self, elements: Iterable[Element]) -> str:
        """Elements as HTML, with raw HTML put back and everything cleaned by the allow list."""
        blocks = [self.markdown.serializer(one) for one in elements]
        whole = "\n".join(blocks)
        if STX in whole or ETX in whole:  # raw HTML that nobody closes ends with its block, and takes in no other
            return "\n".join(map(self._cleaned, blocks))
        return self._cleaned(whole)

    def inner_html(self, element: Element) -> str:
        """The same without the element's own tag."""
        copy = ElementTree.Element("div")
        copy.text = element.text
        copy.extend(list(element))
        return self._cleaned(self.markdown.serializer(copy).removeprefix("<div>").removesuffix("</div>"))

    def _cleaned(self, text: str) -> str:
        for postprocessor in self.markdown.postprocessors if STX in text else ():  # it begins all stand-ins
            text = postprocessor.run(text)
        if STX in text or ETX in text:
            raise BrokenStandInError(text)
        # Markdown writes the alignment of a column as a style, which the site's policy forbids.
        text = ALIGNED.sub(r'align="\1"', strip_marks(text))
        return self.cleaner.clean(text) if MARKUP.search(text) else text


def _signed(registry: Registry[Part], signs: Mapping[str, str]) -> list[tuple[Part, str]]:
    """The parts of the library, in their order, each with its sign; empty for one that is always tried."""
    sign_of = {registry[name]: sign for name, sign in signs.items() if name in registry}
    return [(part, sign_of.get(part, "")) for part in registry]


def _needed(parts: Iterable[tuple[Part, str]], text: str) -> list[Part]:
    """Those of some parts that may find something in a text."""
    return [part for part, sign in parts if sign in text]


class BrokenStandInError(Exception):
    """The library cut one of its own stand-ins in two, so that what it stands for would be lost."""

    def __init__(self, text: str) -> None:
        super().__init__("stand-in cut in two")
        mark = MARK.search(text)
        self.mark = mark[0] if mark else ""  # of the text that it stands in


class _Citations(InlineProcessor):
    """Puts a stand-in where `[@source#finding]` is; the walk over the tree takes it up."""

    def handleMatch(  # type: ignore[override] # the stubs know the old form only
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = ElementTree.Element(CITATION_TAG)
        element.text = AtomicString("")
        element.set("content", strip_marks(m[1]))
        return element, m.start(0), m.end(0)


class _CodeWithoutMarks(BacktickInlineProcessor):
    """Code spans, stripped as if there were no marks at their ends."""

    def handleMatch(  # type: ignore[override] # the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, ElementTree.Element):
            element.text = AtomicString(strip_marks(element.text or "").strip())
        return element, start, end


class _PlainTexts(Treeprocessor):
    """Texts without any sign of Markdown, which the library need not go over with each of its patterns."""

    SIGNS = re.compile(rf"[\\`*_\[<&!{STX}]|  ")

    def run(self, root: Element) -> None:  # the library's name
        for element in root.iter():
            if element.text and not self.SIGNS.search(element.text):
                element.text = AtomicString(element.text)


class _AttributeLists(AttrListTreeprocessor):
    """Ids, classes and `key=value` in braces; other words in braces stay text, where the library would drop them."""

    # The stubs call these constants final; the library itself invites other values.
    ATTRIBUTE = r"""(?:[#.][\w:.-]+|[\w:.-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+))"""
    BASE_RE = rf"\{{:?[ ]*({ATTRIBUTE}(?:[ ]+{ATTRIBUTE})*)[ ]*\}}"  # type: ignore[misc] # see above
    HEADER_RE = re.compile(rf"[ ]+{BASE_RE}[ ]*$")  # type: ignore[misc] # see above
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")  # type: ignore[misc] # see above
    INLINE_RE = re.compile(rf"^{BASE_RE}")  # type: ignore[misc] # see above


def _markdown() -> Markdown:
    # Headings get their ids from it; a list of them is not asked for.
    toc = TocExtension(slugify=lambda text, separator: slugify(strip_marks(text), separator), marker="", toc_depth=0)
    markdown = Markdown(extensions=[*(make() for make in EXTENSIONS), toc])
    # For a line that begins as a block, and words that look like a tag, and are none.
    markdown.ESCAPED_CHARS = [*markdown.ESCAPED_CHARS, "/", "<"]
    markdown.treeprocessors.register(_PlainTexts(markdown), "plain-texts", 21)  # just before all that is inline
    markdown.treeprocessors.register(_AttributeLists(markdown), "attr_list", 8)
    markdown.inlinePatterns.register(_Citations(CITATION, markdown), "crps-citation", 175)
    markdown.inlinePatterns.register(_CodeWithoutMarks(BACKTICK_RE), "backtick", 190)
    fences: Any = markdown.preprocessors["fenced_code_block"]
    fences.bool_options = []  # else it makes of `linenums="yes"` a value that it cannot write
    return markdown
