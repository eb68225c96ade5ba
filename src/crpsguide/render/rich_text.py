"""Small changes to running text before it is drawn: where marks stand, and what a list of ways leaves out."""

import re

from crpsguide.model import Href, Html, Mark, RichText, Sources, TermUse

BETWEEN = re.compile(r"([\s.,;:!?)”’]|</span>)*")  # what may stand between a mark and its chip
BEFORE_ALONE = re.compile(r'<(?:li|p|td|th)\b[^>]*><a href="$')
AFTER_ALONE = re.compile(r'"[^>]*>[^<]*</a>\s*</(?:li|p|td|th)>')
OPENERS = ("(", "[", "“", "‘", '"')
CLOSERS = ("'s", "’s", ")", "]", "”", "’", '"', ".", ",", ";", ":", "?", "!")
TIED = '<span class="term-tie">'  # forbids a line break


def close_up(pieces: RichText) -> RichText:
    """The same text without gaps and breaks that nobody wrote.

    A mark loses the space or the line break before it and the empty span around it. A term, which is a button and
    so could stand alone on a line, is tied to the brackets, points and “’s” beside it.
    """
    if not any(isinstance(piece, (Mark, TermUse)) for piece in pieces):
        return pieces
    markups = [piece.markup if isinstance(piece, Html) else "" for piece in pieces]
    for at, piece in enumerate(pieces):
        before, after = at - 1, at + 1
        if isinstance(piece, Mark) and at:
            if markups[before].endswith("<span>") and _starts(markups, after, "</span>"):
                markups[before] = markups[before].removesuffix("<span>")
                markups[after] = markups[after].removeprefix("</span>")
            markups[before] = markups[before].rstrip(" \n")
        if isinstance(piece, TermUse):
            opener = markups[before][-1:] if markups[before].endswith(OPENERS) else ""
            closer = next((one for one in CLOSERS if _starts(markups, after, one)), "")
            if closer and at and isinstance(pieces[before], Html):
                markups[before] = f"{markups[before].removesuffix(opener)}{TIED}{opener}"
                markups[after] = f"{closer}</span>{markups[after].removeprefix(closer)}"
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


def large_where_alone(pieces: RichText) -> RichText:
    """The same text; a link that is all of an item, a cell or a paragraph is as large as a finger."""
    found = list(pieces)
    for at in range(1, len(pieces) - 1):
        before, link, after = pieces[at - 1 : at + 2]
        if not (isinstance(before, Html) and isinstance(link, Href) and isinstance(after, Html)):
            continue
        if BEFORE_ALONE.search(before.markup) and AFTER_ALONE.match(after.markup):
            found[at - 1] = Html(before.markup.removesuffix('<a href="') + '<a class="tap" href="')
    return tuple(found)


def without_colon(pieces: RichText) -> RichText:
    """A way in, “[link](x.md): a few words”, without the colon: the words stand on a line of their own."""
    for at, piece in enumerate(pieces):
        if isinstance(piece, Html) and "</a>" in piece.markup:
            return (*pieces[:at], Html(re.sub("</a>: *", "</a> ", piece.markup, count=1)), *pieces[at + 1 :])
    return pieces


def _starts(markups: list[str], at: int, beginning: str) -> bool:
    return at < len(markups) and markups[at].startswith(beginning)
