"""Component blocks for the Markdown library: `/// name | argument`, lines of Markdown, and as many slashes again."""

import re
import sys
from traceback import walk_stack
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from crpsguide.model import COMPONENTS

COMPONENT_TAG = "crps-component"
COMPONENT_NAMES = tuple(one.kind for one in COMPONENTS)
ROOM = 100  # calls and elements short of Python's limit, where the library too lets text be text

_OPENER = re.compile(r"(?:^|\n) {0,3}(?P<slashes>/{3,}) *(?P<name>[\w-]+) *(?:\| *(?P<argument>.*?) *)?(?:\n|$)")
_CLOSER = re.compile(r"(?m)(?:^|\n) {0,3}(?P<slashes>/{3,}) *(?:\n|$)")
_OPTION = re.compile(r" {4,}\S")  # the reader lifts the options of a block out of the text; these are of none
_ITEMS = ("li", "dd")


class ComponentBlocks(Extension):
    """Lets the library read component blocks, each of which becomes an element with its name and argument."""

    def extendMarkdown(self, md: Markdown) -> None:  # the library's name
        """Take part in the library's work, right after it has taken the indents of lists away."""
        md.registerExtension(self)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "/"]
        self._blocks = _ComponentBlocks(md.parser)
        md.parser.blockprocessors.register(self._blocks, "blocks", 89.99)

    def reset(self) -> None:
        """Forget the blocks that the last text left open."""
        self._blocks.opened.clear()


class _Opened:
    """A block that is not closed yet; it waits for more once the blocks of text at hand are used up."""

    def __init__(self, slashes: str, element: Element, parent: Element) -> None:
        self.slashes = slashes
        self.element = element
        self.parent = parent
        self.waits = False


class _ComponentBlocks(BlockProcessor):
    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.opened: list[_Opened] = []

    def test(self, parent: Element, block: str) -> bool:
        """Whether a component begins in a block of text, or one waits for it."""
        return self._waiting(parent) is not None or self._opener(parent, block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take up the blocks of text that belong to a component."""
        if (waiting := self._waiting(parent)) is not None:
            self._take_back(waiting)
            waiting.waits = False
            self._fill(waiting.parent, blocks)
            return
        block = blocks.pop(0)
        opener = self._opener(parent, block)
        assert opener, "it was tested"
        if before := block[: opener.start()]:
            self.parser.parseBlocks(parent, [before])
        if rest := block[opener.end() :]:
            blocks.insert(0, rest)
        if parent.tag in _ITEMS and parent.text:  # an item with a block in it is one of paragraphs
            SubElement(parent, "p").text, parent.text = parent.text, ""
        facts = {"name": opener["name"].lower(), "argument": opener["argument"] or ""}
        self.opened.append(_Opened(opener["slashes"], SubElement(parent, COMPONENT_TAG, facts), parent))
        self._fill(parent, blocks)

    def _waiting(self, parent: Element) -> _Opened | None:
        """The innermost open component, if it waits for more text where this text stands."""
        last = self.opened[-1] if self.opened else None
        element: Element | None = parent
        while last and last.waits and element is not None:
            if element is last.parent:
                return last
            element = self.lastChild(element)
        return None

    def _opener(self, parent: Element, block: str) -> re.Match[str] | None:
        found = _OPENER.search(block)
        if not found or found["name"].lower() not in COMPONENT_NAMES or _OPTION.match(block, found.end()):
            return None
        return None if self._is_too_deep(parent) else found

    def _is_too_deep(self, parent: Element) -> bool:
        """Whether to nest more would end in an error, here or where the tree is walked."""
        depth = sum(1 for _ in walk_stack(None))
        element: Element | None = self.parser.root
        while element is not None and element is not parent:
            depth, element = depth + 1, self.lastChild(element)
        return sys.getrecursionlimit() - depth < ROOM

    def _fill(self, parent: Element, blocks: list[str]) -> None:
        """Give blocks of text to the components that are open, until none is or the text ends."""
        while blocks and self.opened:
            filled = self.opened[-1]
            text, deeper = self._without_indent(blocks.pop(0), parent)
            if deeper:
                blocks.insert(0, deeper)
            closers = (one for one in _CLOSER.finditer(text) if one["slashes"] == filled.slashes)
            closer = next(closers, None)
            if closer and (behind := text[closer.end() :]):
                blocks.insert(0, behind)
            if inside := text[: closer.start()].removesuffix("\n") if closer else text:
                self.parser.state.set("blocks")
                self.parser.parseChunk(filled.element, inside)
                self.parser.state.reset()
            if closer:
                self.opened.pop()
        if self.opened:
            self.opened[-1].waits = True

    def _without_indent(self, text: str, parent: Element) -> tuple[str, str]:
        """A block of text without the indent of the lists that the open component stands in, and what has none."""
        if len(self.opened) == 1:
            return text, ""  # the library took it away
        above = {inner: outer for outer in parent.iter() for inner in outer}
        element: Element | None = self.opened[-1].element
        lists = 0
        while (element := above.get(element) if element is not None else None) is not None:
            lists += element.tag in _ITEMS
        inside, behind = self.detab(text, lists * self.tab_length)
        return (text, "") if behind == text else (inside, behind)

    def _take_back(self, waiting: _Opened) -> None:
        """Other parts of the library put text behind the component that belongs into it."""
        last = self.lastChild(waiting.parent)
        if last is not None and last is not waiting.element:
            waiting.parent.remove(last)
            waiting.element.append(last)
