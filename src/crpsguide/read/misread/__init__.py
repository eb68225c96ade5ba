"""Where Markdown makes something else of a page than its editor typed: words lost, lists and tables not seen as such.

Shapes are compared in the lines and in the tree, where a mark tells how each thing looked in the source. Words are
compared when all is finished, typed against seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from crpsguide.model import Misread
from crpsguide.read.misread.tree import misread_in_tree
from crpsguide.read.misread.typed_body import TypedBody as TypedBody
from crpsguide.read.misread.typed_lines import misread_in_lines
from crpsguide.read.misread.words import lost_words as lost_words


def misread_markup(
    typed: TypedBody, root: Element, stash: Sequence[object], kept: Mapping[str, frozenset[str]]
) -> Iterator[Misread]:
    """What is shown otherwise than it was typed, by the untouched tree of a body.

    `stash` are the pieces of raw HTML that the library set aside, `kept` the attributes that each kept element may
    have.
    """
    yield from misread_in_lines(typed, stash, kept)
    yield from misread_in_tree(typed, root)
