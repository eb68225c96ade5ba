"""Running text: pieces of rich text, and the sentences, links and citations in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from pathlib import PurePosixPath

from crpsguide.frozen import frozen
from crpsguide.model.place import Place

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_ASCII_LONG_WORD = re.compile("[A-Za-z]{4,}")  # equivalent for ASCII text, twice as fast
_ENDING = re.compile(r"(?<=...)(?:ings?|ed|e?s|e|y)$")


@frozen
class Citation:
    """A reference to a whole source, or to one finding of it."""

    source: str
    key: str
    place: Place

    @property
    def id(self) -> str:
        """`source#key`, or the source's id alone."""
        return f"{self.source}#{self.key}" if self.key else self.source

    @classmethod
    def of(cls, id: str, place: Place) -> "Citation":
        """The citation of an id: `source#key`, or a source's id alone."""
        source, _, key = id.partition("#")
        return cls(source, key, place)


@frozen
class PageLink:
    """A link to another page of the guide.

    `target` is the path of its Markdown file below the pages' folder, `written` the address as in the source, `words`
    the link text.
    """

    words: str
    written: str
    target: PurePosixPath
    fragment: str
    place: Place


@frozen
class AssetLink:
    """A link to, or a picture from, a file that is not a page. `target` is a path below the pages' folder."""

    words: str
    written: str
    target: PurePosixPath
    fragment: str
    place: Place
    is_image: bool = False


@frozen
class WebLink:
    """An external link, with any scheme: https, http, mailto, tel and so on."""

    words: str
    written: str
    place: Place
    is_image: bool = False


Link = PageLink | AssetLink | WebLink


@frozen
class Html:
    """A fragment of sanitised HTML; its tags may be unbalanced, only all pieces of a text together are well formed."""

    markup: str


@frozen
class Href:
    """The address of an internal link, within the attribute value of the HTML pieces around it."""

    link: PageLink | AssetLink


@frozen
class Mark:
    """A citation mark in the text.

    `number` counts the marks of a page from 1; `sources` are ids in the order cited.
    """

    number: int
    citations: tuple[Citation, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources cited, each once."""
        return tuple(dict.fromkeys(citation.source for citation in self.citations))


@frozen
class Sources:
    """The end of a paragraph, list item or cell with citations, where their summary is rendered."""

    citations: tuple[Citation, ...]


@frozen
class TermUse:
    """The first use of a glossary term on a page; `words` are those of the page."""

    term: str
    words: str


Piece = Html | Href | Mark | Sources | TermUse
RichText = tuple[Piece, ...]


class PassageKind(Enum):
    """The role of a passage for a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    COLUMN_HEADING = "column-heading"
    CAPTION = "caption"
    BLOCK_TITLE = "block-title"
    PICTURE = "picture"  # its alternative text


@frozen
class Sentence:
    """One sentence as rendered, without citation marks, and the citations that cover it."""

    text: str
    place: Place
    citations: tuple[Citation, ...]


@frozen
class Passage:
    """A paragraph, list item, table cell, heading or the like, split into sentences.

    `block` is the kind of component block that contains it (`ask`), empty if none does; `heading` the nearest heading
    above it, empty before the first.
    """

    kind: PassageKind
    block: str
    heading: str
    sentences: tuple[Sentence, ...]
    place: Place

    @property
    def text(self) -> str:
        """All sentences, joined by spaces."""
        return " ".join([sentence.text for sentence in self.sentences])


@frozen
class CitingSentence:
    """A sentence with citations. `heading` is the one above it, or empty.

    `cited` are the ids of findings or sources, `anchors` the HTML ids of the marks that cite them, in the same order.
    """

    text: str
    heading: str
    cited: tuple[str, ...]
    anchors: tuple[str, ...]


def roots_in(text: str) -> set[str]:
    """The roots of the words of four letters or more: in lower case, without common endings.

    >>> sorted(roots_in("A splint, or two splints."))
    ['splint']
    """
    return {*map(_root, _long_words(text))}


def words_by_root(text: str) -> dict[str, tuple[int, str]]:
    """For each root of words of four letters or more, how often they occur, and the alphabetically first of them.

    >>> words_by_root("Two splints are better than one splint.")["splint"]
    (2, 'splint')
    """
    found: dict[str, tuple[int, str]] = {}
    for word, count in Counter(_long_words(text)).items():
        times, first = found.get(root := _root(word), (0, word))
        found[root] = times + count, min(first, word)
    return found


def _long_words(text: str) -> list[str]:
    return " ".join((_ASCII_LONG_WORD if text.isascii() else _LONG_WORD).findall(text)).lower().split()


@cache  # the pages of a guide have a few thousand different words
def _root(word: str) -> str:
    return _ENDING.sub("", word)


def first_marks(marks: Iterable[Mark]) -> dict[str, int]:
    """By source id, the number of the first mark that cites it."""
    found: dict[str, int] = {}
    for mark in marks:
        for id in mark.sources:
            found.setdefault(id, mark.number)
    return found


def citing_sentences(passages: Iterable[Passage], marks: Iterable[Mark]) -> Iterator[CitingSentence]:
    """The sentences of a text with citations.

    Block titles are left out: they contain no mark to link to, and the text of the block has the same citations.
    """
    anchor_of = {citation: f"mark-{mark.number}" for mark in marks for citation in mark.citations}
    if not anchor_of:
        return
    for passage in passages:
        if passage.kind is PassageKind.BLOCK_TITLE:
            continue
        for sentence in passage.sentences:
            if citations := sentence.citations:
                ids = tuple(citation.id for citation in citations)
                anchors = tuple(anchor_of[citation] for citation in citations)
                yield CitingSentence(sentence.text, passage.heading, ids, anchors)
