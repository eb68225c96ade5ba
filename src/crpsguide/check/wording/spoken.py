"""Everything that a guide says in its own voice, and where each word of it stands."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from crpsguide.check.texts import sentences_by_word, texts
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.patterns import Pattern, PatternsByWord
from crpsguide.language.phrases import Phrasebook
from crpsguide.model import Citation, PassageKind, Place, Site, TextKind

# What stands in the source between and around the words that a reader sees.
_UNSEEN = LazyPattern(r"\[@[^\]\n]*\]|(?<=\])\([^)\n]*\)|(?<=\])\[[^\]\n]*\]|\{[^}\n]*\}|<[^>\n]*>|\[\^[^\]\n]*\]")
_GAP = r"[\s>*_`\[\]\\]+"


class Spoken(NamedTuple):  # made in a fraction of the time that a dataclass takes: there is one for each sentence
    """A sentence, a title or a summary, with what it cites and the lines of its file.

    `before` is what its passage, and the paragraph above, say before it. `where` is the sort of file, `block` the sort
    of block around it.
    """

    text: str
    place: Place
    citations: tuple[Citation, ...] = ()
    kind: PassageKind = PassageKind.PARAGRAPH
    source_lines: Sequence[str] = ()
    before: str = ""
    where: TextKind = TextKind.PAGE
    block: str = ""

    def place_of(self, start: int, end: int) -> Place:
        """Where some of its words stand in the file; the place of the whole when they are not found."""
        lines = self.source_lines[self.place.line - 1 : max(self.place.end_line, self.place.line)]
        if not lines:
            return self.place
        source = "\n".join(lines)
        if self.where in (TextKind.PAGE, TextKind.CLAIM):  # the others are no Markdown
            source = _UNSEEN.sub(lambda unseen: " " * len(unseen[0]), source)
        last = sum(len(one) + 1 for one in lines[:-1]) + self.place.end_column - 1 if self.place.end_line else None
        words = re.compile(r"(?<!\w)" + _GAP.join(map(re.escape, self.text[start:end].split())))
        earlier = sum(1 for one in words.finditer(self.text) if one.start() < start)
        found = [one for one in words.finditer(source, self.place.column - 1) if last is None or one.start() < last]
        if len(found) <= earlier:
            return self.place
        line, column = self._position(source, found[earlier].start())
        end_line, end_column = self._position(source, found[earlier].end())
        return Place(self.place.path, line, column, end_line, end_column)

    def _position(self, source: str, offset: int) -> tuple[int, int]:
        return self.place.line + source.count("\n", 0, offset), offset - source.rfind("\n", 0, offset)


def spoken_with(site: Site, *sought: Pattern | PatternsByWord[Any] | Phrasebook[Any]) -> Iterator[Spoken]:
    """The sentences that readers get in which any of what is sought may stand."""
    spoken = spoken_in(site)
    return (spoken[number] for number in sentences_by_word(site).possible(*sought))


@lru_cache(maxsize=1)  # nine rules ask
def spoken_in(site: Site) -> tuple[Spoken, ...]:
    """Every sentence that readers get."""
    return tuple(_spoken_in(site))


def _spoken_in(site: Site) -> Iterator[Spoken]:
    for text in texts(site):
        for number, passage in enumerate(text.passages):
            earlier = text.passages[number - 1] if number else passage
            goes_on = earlier.kind is passage.kind is PassageKind.PARAGRAPH and earlier.heading == passage.heading
            above = earlier.text if number and goes_on else ""
            for sentence in passage.sentences:
                yield Spoken(
                    sentence.text,
                    sentence.place,
                    sentence.citations,
                    passage.kind,
                    text.source_lines,
                    above.strip(),
                    text.kind,
                    passage.block,
                )
                above = f"{above} {sentence.text}"
