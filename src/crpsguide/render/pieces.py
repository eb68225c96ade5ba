"""Small changes to running text before it is drawn: where marks stand, and what a list of ways leaves out."""

import re

from crpsguide.model import Html, Mark, RichText, Sources

BETWEEN = re.compile(r"([\s.,;:!?)”’]|</span>)*")  # what may stand between a mark and its chip


def close_marks(pieces: RichText) -> RichText:
    """The same text, each mark close to its word: without the space before it and the empty span around it."""
    markups = [piece.markup if isinstance(piece, Html) else "" for piece in pieces]
    for at, piece in enumerate(pieces):
        if isinstance(piece, Mark) and at:
            if (
                markups[at - 1].endswith("<span>")
                and markups[at + 1 : at + 2]
                and markups[at + 1].startswith("</span>")
            ):
                markups[at - 1] = markups[at - 1].removesuffix("<span>")
                markups[at + 1] = markups[at + 1].removeprefix("</span>")
            markups[at - 1] = markups[at - 1].rstrip(" ")
    return tuple(
        Html(markup) if isinstance(piece, Html) else piece
        for piece, markup in zip(pieces, markups, strict=True)
        if markup or not isinstance(piece, Html)
    )


def stands_at_its_chip(mark: Mark, after: RichText) -> bool:
    """Whether the chip that follows at once names the same sources: then the chip is the mark."""
    rest = after
    if rest and isinstance(rest[0], Html) and BETWEEN.fullmatch(rest[0].markup):
        rest = rest[1:]
    if not rest or not isinstance(rest[0], Sources):
        return False
    return set(mark.sources) == {one.source for one in rest[0].citations}


def without_colon(pieces: RichText) -> RichText:
    """A way in, “[link](x.md): a few words”, without the colon: the words stand on a line of their own."""
    for at, piece in enumerate(pieces):
        if isinstance(piece, Html) and "</a>" in piece.markup:
            return (*pieces[:at], Html(re.sub("</a>: *", "</a> ", piece.markup, count=1)), *pieces[at + 1 :])
    return pieces
