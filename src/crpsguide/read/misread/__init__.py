"""Finds parts of a page that Markdown renders differently from what the editor meant: lost words, lists as text.

`source_lines` searches the source, `element_tree` compares the library's tree with it, and `words` compares the
words of the source with those of the rendered HTML.
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from crpsguide.model import Misread
from crpsguide.read.misread.element_tree import misread_in_tree
from crpsguide.read.misread.source_body import SourceBody as SourceBody
from crpsguide.read.misread.source_lines import misread_in_lines
from crpsguide.read.misread.words import lost_words as lost_words


def misread_markup(
    source: SourceBody, root: Element, stash: Sequence[object], kept: Mapping[str, frozenset[str]]
) -> Iterator[Misread]:
    """Everything but lost words. `root` and `stash` are the unmodified results of the library.

    `kept` are the attributes that the allow list has for each element.
    """
    yield from misread_in_lines(source, stash, kept)
    yield from misread_in_tree(source, root)
