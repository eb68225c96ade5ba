"""The Markdown extension for component blocks. It is slow to import, and only needed for texts with such blocks."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from crpsguide.read.components import COMPONENT_NAMES, COMPONENT_TAG


class ComponentBlocks(BlocksExtension):  # type: ignore[misc] # the library has no types
    """Makes an element of the Markdown between `/// name | argument` and `///`."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # the library's name
        """Register a block type for each component."""
        for name in COMPONENT_NAMES:
            block_mgr.register(_component_class(name), self.getConfigs())


def _component_class(name: str) -> type[Block]:
    class Component(Block):  # type: ignore[misc] # the library has no types
        NAME = name
        ARGUMENT = None

        def on_create(self, parent: Element) -> Element:
            return SubElement(parent, COMPONENT_TAG, {"name": self.NAME, "argument": self.argument or ""})

        def on_markdown(self) -> str:
            return "block"

    return Component
