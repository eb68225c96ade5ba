"""Placeholder characters in HTML for the pieces of rich text that are not HTML: links, citation marks, terms."""

import html

from crpsguide.errors import PageError
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Html, Piece, RichText, TermUse

FIRST = 0x100000  # the private use area of plane 16; content must not contain these characters
LAST = 0x10FFFD
PLACEHOLDER = LazyPattern(f"[{chr(FIRST)}-{chr(LAST)}]")


class Placeholders:
    """The pieces of one page by their placeholders."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []

    def add(self, piece: Piece) -> str:
        """Add a piece, and return its placeholder.

        Raises:
            PageError: there are no more placeholders.
        """
        if len(self._pieces) > LAST - FIRST:
            raise PageError("This page holds too many links and citations to be read.", "Split it into pages.")
        self._pieces.append(piece)
        return chr(FIRST + len(self._pieces) - 1)

    def split(self, markup: str) -> RichText:
        """The rich text of HTML with placeholders."""
        pieces: list[Piece] = []
        end = 0
        for match in PLACEHOLDER.finditer(markup):
            if match.start() > end:
                pieces.append(Html(markup[end : match.start()]))
            pieces.append(self._piece(match[0]))
            end = match.end()
        if end < len(markup):
            pieces.append(Html(markup[end:]))
        return tuple(pieces)

    def without(self, markup: str) -> str:
        """HTML without placeholders; those of terms are replaced by their words, other pieces have none."""
        return PLACEHOLDER.sub(lambda match: _words(self._piece(match[0])), markup)

    def _piece(self, placeholder: str) -> Piece:
        return self._pieces[ord(placeholder) - FIRST]


def _words(piece: Piece) -> str:
    return html.escape(piece.words) if isinstance(piece, TermUse) else ""
