"""What the walk puts into a text (addresses, marks, terms): one character for each, which is cut out at the end."""

import html

from crpsguide.errors import PageError
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Html, Piece, RichText, TermUse

FIRST = 0x100000  # plane 16 is for private use, as is that of the marks; content may hold neither
LAST = 0x10FFFD
STAND_IN = LazyPattern(f"[{chr(FIRST)}-{chr(LAST)}]")


class Placeholders:
    """The pieces of one page, each kept for the character that stands for it."""

    def __init__(self) -> None:
        self._kept: list[Piece] = []

    def keep(self, piece: Piece) -> str:
        """The character that stands for a piece from now on.

        Raises:
            PageError: there are no more of them.
        """
        if len(self._kept) > LAST - FIRST:
            raise PageError("This page holds too many links and citations to be read.", "Split it into pages.")
        self._kept.append(piece)
        return chr(FIRST + len(self._kept) - 1)

    def rich(self, markup: str) -> RichText:
        """A finished text, cut where pieces stand."""
        pieces: list[Piece] = []
        end = 0
        for match in STAND_IN.finditer(markup):
            if match.start() > end:
                pieces.append(Html(markup[end : match.start()]))
            pieces.append(self._meant(match[0]))
            end = match.end()
        if end < len(markup):
            pieces.append(Html(markup[end:]))
        return tuple(pieces)

    def words_in(self, markup: str) -> str:
        """A finished text with the words of explained terms; no other piece has any of its own."""
        return STAND_IN.sub(lambda match: self._words(self._meant(match[0])), markup)

    def _meant(self, character: str) -> Piece:
        return self._kept[ord(character) - FIRST]

    def _words(self, piece: Piece) -> str:
        return html.escape(piece.words) if isinstance(piece, TermUse) else ""
