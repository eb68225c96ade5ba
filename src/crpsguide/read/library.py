"""The Markdown library with its extensions, our syntax for citations and blocks, and the allow list for HTML."""

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
from crpsguide.read.markers import MARKER, TAB, strip_markers
from crpsguide.urls import slugify

Element = ElementTree.Element
Processor = TypeVar("Processor")

CITATION_TAG = "crps-citation"
CITATION = r"\[@([^\[\]]*)\]"

# All of “extra” but abbreviations: a line such as “*[Stop]: if a rash appears” would vanish, and the glossary explains
# words. Classes, because the library would search all installed packages for names.
EXTENSIONS = (
    FencedCodeExtension,
    FootnoteExtension,
    AttrListExtension,
    DefListExtension,
    TableExtension,
    MarkdownInHtmlExtension,
)

# The allow list for the rendered HTML.
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
# A string that a text with expanded tabs must contain for a processor of the library to have any effect, by the name of
# the processor. Skipping processors saves half of the parsing time. Those without an entry always run.
INLINE_TRIGGERS = {
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
BLOCK_TRIGGERS = {
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
# Processors that need their trigger in the block itself, not only in the text.
TRIGGERED_BY_BLOCK = frozenset({"deflist", "hashheader", "quote", "reference", "table"})
TREE_TRIGGERS = {"attr_list": "{", "blocks_on_inline_end": "///", "footnote-duplicate": "[^", "unescape": "\\"}
SCHEMES = {"http", "https", "mailto", "tel"}
UNSAFE = LazyPattern(r"[<>&\0\r\u00a0\ufeff]")  # text without these characters needs no sanitising
ALIGNED = LazyPattern(r'style="text-align: (left|right|center);"')


class MarkdownLibrary:
    """An instance of the library that parses one text after another."""

    def __init__(self) -> None:
        self.markdown = _markdown()
        self._inline: Any = self.markdown.treeprocessors["inline"]
        self._parser: Any = self.markdown.parser
        self._block_processors = self.markdown.parser.blockprocessors
        self._list_processors()
        self.cleaner = nh3.Cleaner(tags=set(ELEMENTS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)

    def tree(self, text: str) -> Element:
        """Parse a text into an element tree, including inline markup; raw HTML is replaced by references to `stash`."""
        self.markdown.reset()
        expanded = text.expandtabs(TAB)
        if BLOCK_TRIGGERS["blocks"] in expanded and "blocks" not in self._block_processors:
            self._add_component_blocks()
        self._inline.inlinePatterns = _needed(self._inline_processors, expanded)
        self._parser.blockprocessors = _needed(self._all_block_processors, expanded)
        self._parser.parseBlocks = self._parse_blocks
        self._needed_block_processors = [
            (processor, self._block_triggers.get(processor, "")) for processor in self._parser.blockprocessors
        ]
        lines = text.split("\n") if text.strip() else []
        for preprocessor in self.markdown.preprocessors:
            lines = preprocessor.run(lines)
        root: Element = self._parser.parseDocument(lines).getroot()
        for treeprocessor in _needed(self._tree_processors, expanded):
            new_root = treeprocessor.run(root)
            if new_root is not None:
                root = new_root
        return root

    def _add_component_blocks(self) -> None:
        from crpsguide.read.component_blocks import ComponentBlocks

        self._parser.blockprocessors = self._block_processors
        ComponentBlocks().extendMarkdown(self.markdown)
        self._list_processors()

    def _list_processors(self) -> None:
        """List the processors of the library, in their order, with their triggers."""
        self._inline_processors = _with_triggers(self.markdown.inlinePatterns, INLINE_TRIGGERS)
        self._all_block_processors = _with_triggers(self._block_processors, BLOCK_TRIGGERS)
        self._tree_processors = _with_triggers(self.markdown.treeprocessors, TREE_TRIGGERS)
        self._block_triggers = {self._block_processors[name]: BLOCK_TRIGGERS[name] for name in TRIGGERED_BY_BLOCK}

    def _parse_blocks(self, parent: Element, blocks: list[str]) -> None:
        """Replaces the library's `parseBlocks`; skips processors whose trigger is not in the block."""
        while blocks:
            for processor, trigger in self._needed_block_processors:
                block = blocks[0]
                if trigger in block and processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break

    @property
    def stash(self) -> list[Any]:
        """The raw HTML of the last text, in order."""
        stash: list[Any] = self.markdown.htmlStash.rawHtmlBlocks
        return stash

    def html(self, elements: Iterable[Element]) -> str:
        """Serialise elements to sanitised HTML, including raw HTML from the stash."""
        blocks = [self.markdown.serializer(element) for element in elements]
        joined = "\n".join(blocks)
        if STX in joined or ETX in joined:  # unclosed raw HTML must not extend beyond its block
            return "\n".join(map(self._sanitised, blocks))
        return self._sanitised(joined)

    def inner_html(self, element: Element) -> str:
        """Serialise the content of an element to sanitised HTML."""
        copy = ElementTree.Element("div")
        copy.text = element.text
        copy.extend(list(element))
        return self._sanitised(self.markdown.serializer(copy).removeprefix("<div>").removesuffix("</div>"))

    def _sanitised(self, text: str) -> str:
        if STX in text:  # the first character of the library's placeholders
            for postprocessor in self.markdown.postprocessors:
                text = postprocessor.run(text)
        if STX in text or ETX in text:
            raise BrokenPlaceholderError(text)
        # The library aligns columns by inline styles, which the site's content security policy forbids.
        text = ALIGNED.sub(r'align="\1"', strip_markers(text))
        return self.cleaner.clean(text) if UNSAFE.search(text) else text


def _with_triggers(registry: Registry[Processor], triggers: Mapping[str, str]) -> list[tuple[Processor, str]]:
    """The processors of a registry, in their order, with their triggers; an empty one is in every text."""
    by_processor = {registry[name]: trigger for name, trigger in triggers.items() if name in registry}
    return [(processor, by_processor.get(processor, "")) for processor in registry]


def _needed(processors: Iterable[tuple[Processor, str]], text: str) -> list[Processor]:
    """The processors whose trigger is in a text."""
    return [processor for processor, trigger in processors if trigger in text]


class BrokenPlaceholderError(Exception):
    """The library cut one of its own placeholders in two; `marker` is the first position marker in that text."""

    def __init__(self, text: str) -> None:
        super().__init__("placeholder cut in two")
        marker = MARKER.search(text)
        self.marker = marker[0] if marker else ""


class _Citations(InlineProcessor):
    """Makes an empty element of `[@source#finding]`, with the citation as an attribute."""

    def handleMatch(  # type: ignore[override] # the stubs know the old form only
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = ElementTree.Element(CITATION_TAG)
        element.text = AtomicString("")
        element.set("content", strip_markers(m[1]))
        return element, m.start(0), m.end(0)


class _CodeSpans(BacktickInlineProcessor):
    """Code spans, without markers and without spaces at their ends."""

    def handleMatch(  # type: ignore[override] # the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, ElementTree.Element):
            element.text = AtomicString(strip_markers(element.text or "").strip())
        return element, start, end


class _PlainText(Treeprocessor):
    """Marks text without inline markup as atomic, so that the library skips it."""

    MARKUP = re.compile(rf"[\\`*_\[<&!{STX}]|  ")

    def run(self, root: Element) -> None:  # the library's name
        for element in root.iter():
            if element.text and not self.MARKUP.search(element.text):
                element.text = AtomicString(element.text)


class _AttributeLists(AttrListTreeprocessor):
    """Attribute lists of ids, classes and `key=value` only; the library would drop other words in braces."""

    # The stubs declare these constants as final, although the library supports overriding them.
    ATTRIBUTE = r"""(?:[#.][\w:.-]+|[\w:.-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+))"""
    BASE_RE = rf"\{{:?[ ]*({ATTRIBUTE}(?:[ ]+{ATTRIBUTE})*)[ ]*\}}"  # type: ignore[misc] # see above
    HEADER_RE = re.compile(rf"[ ]+{BASE_RE}[ ]*$")  # type: ignore[misc] # see above
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")  # type: ignore[misc] # see above
    INLINE_RE = re.compile(rf"^{BASE_RE}")  # type: ignore[misc] # see above


def _markdown() -> Markdown:
    # It also gives headings their ids; there is no table of contents.
    toc = TocExtension(slugify=lambda text, separator: slugify(strip_markers(text), separator), marker="", toc_depth=0)
    markdown = Markdown(extensions=[*(make() for make in EXTENSIONS), toc])
    # To escape a line that looks like a block opener, and words that look like a tag.
    markdown.ESCAPED_CHARS = [*markdown.ESCAPED_CHARS, "/", "<"]
    markdown.treeprocessors.register(_PlainText(markdown), "plain-text", 21)  # before the inline processor (20)
    markdown.treeprocessors.register(_AttributeLists(markdown), "attr_list", 8)
    markdown.inlinePatterns.register(_Citations(CITATION, markdown), "crps-citation", 175)
    markdown.inlinePatterns.register(_CodeSpans(BACKTICK_RE), "backtick", 190)
    fences: Any = markdown.preprocessors["fenced_code_block"]
    fences.bool_options = []  # it would parse `linenums="yes"` into a value that it cannot serialise
    return markdown
