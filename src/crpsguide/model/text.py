"""Running text: marked-up pieces, and the sentences, links and citations in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from pathlib import PurePosixPath

from crpsguide.frozen import frozen
from crpsguide.model.place import Place

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PLAIN_LONG_WORD = re.compile("[A-Za-z]{4,}")  # the same in a text of plain letters, in half of the time
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
        """What cites an id: `source#key`, or a source's id alone."""
        source, _, key = id.partition("#")
        return cls(source, key, place)


@frozen
class PageLink:
    """A link to another page of the guide, by the path of its Markdown file below the pages' folder.

    `written` is the address as the editor wrote it, `words` what the reader sees.
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
    """A link that leaves the guide: https, http, mailto, tel and whatever else an editor typed."""

    words: str
    written: str
    place: Place
    is_image: bool = False


Link = PageLink | AssetLink | WebLink


@frozen
class Html:
    """Cleaned HTML that Markdown made; it may be cut anywhere, so only the whole of a text is well formed."""

    markup: str


@frozen
class Href:
    """The address of a link inside the guide, to be written where an attribute's value stands."""

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
        return tuple(dict.fromkeys(one.source for one in self.citations))


@frozen
class Sources:
    """The end of a paragraph, list item or cell that cites: what it rests on, told at one glance."""

    citations: tuple[Citation, ...]


@frozen
class TermUse:
    """The first use of a glossary term on a page, in the words of the page."""

    term: str
    words: str


Piece = Html | Href | Mark | Sources | TermUse
RichText = tuple[Piece, ...]


class PassageKind(Enum):
    """What a stretch of text is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    COLUMN_HEADING = "column-heading"
    CAPTION = "caption"
    BLOCK_TITLE = "block-title"
    PICTURE = "picture"  # the words of one, for those who do not see it


@frozen
class Sentence:
    """One sentence as a reader sees it, without marks, with the citations that cover it."""

    text: str
    place: Place
    citations: tuple[Citation, ...]


@frozen
class Passage:
    """A paragraph, list item, cell, heading or the title of a block.

    `block` is the kind of component block around it (`ask`), empty in the open text; `heading`
    the nearest heading above it, empty before the first.
    """

    kind: PassageKind
    block: str
    heading: str
    sentences: tuple[Sentence, ...]
    place: Place

    @property
    def text(self) -> str:
        """The words of the passage in one line."""
        return " ".join([one.text for one in self.sentences])


@frozen
class Said:
    """A sentence that cites, for those who look across texts. `heading` is the one above it, or empty.

    `cited` are the ids of findings or sources, `anchors` the marks where each of them is cited.
    """

    text: str
    heading: str
    cited: tuple[str, ...]
    anchors: tuple[str, ...]


def roots_in(text: str) -> set[str]:
    """What is alike in the forms of each word of four letters or more, in small letters.

    >>> sorted(roots_in("A splint, or two splints."))
    ['splint']
    """
    return {*map(_root, _long_words(text))}


def words_by_root(text: str) -> dict[str, tuple[int, str]]:
    """How often words of four letters or more stand in a text, by their root, and the first of each in the alphabet.

    >>> words_by_root("Two splints are better than one splint.")["splint"]
    (2, 'splint')
    """
    found: dict[str, tuple[int, str]] = {}
    for word, count in Counter(_long_words(text)).items():
        times, first = found.get(root := _root(word), (0, word))
        found[root] = times + count, min(first, word)
    return found


def _long_words(text: str) -> list[str]:
    return " ".join((_PLAIN_LONG_WORD if text.isascii() else _LONG_WORD).findall(text)).lower().split()


@cache  # the words of a guide are a few thousand, and stand on all of its pages
def _root(word: str) -> str:
    return _ENDING.sub("", word)


def first_marks(marks: Iterable[Mark]) -> dict[str, int]:
    """The number of the first mark that cites a source, by the source's id."""
    found: dict[str, int] = {}
    for mark in marks:
        for id in mark.sources:
            found.setdefault(id, mark.number)
    return found


def said_in(passages: Iterable[Passage], marks: Iterable[Mark]) -> Iterator[Said]:
    """The sentences of a text that cite.

    Titles of blocks are left out: they have no mark to lead to, and what they rest on is told with the lines below.
    """
    anchors = {citation: f"mark-{mark.number}" for mark in marks for citation in mark.citations}
    for passage in passages if anchors else ():
        for sentence in passage.sentences if passage.kind is not PassageKind.BLOCK_TITLE else ():
            if cited := sentence.citations:
                ids, marked = tuple(one.id for one in cited), tuple(anchors[one] for one in cited)
                yield Said(sentence.text, passage.heading, ids, marked)
