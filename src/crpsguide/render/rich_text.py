"""Typographic changes to rich text before it is rendered: spaces at citation marks, line breaks, link sizes."""

import re

from crpsguide.model import Href, Html, Mark, RichText, Sources, TermUse

MARK_TO_CHIP = re.compile(r"([\s.,;:!?)”’]|</span>)*")  # what may come between a citation mark and its source chip
BEFORE_ALONE = re.compile(r'<(?:li|p|td|th)\b[^>]*><a href="$')
AFTER_ALONE = re.compile(r'"[^>]*>[^<]*</a>\s*</(?:li|p|td|th)>')
OPENERS = ("(", "[", "“", "‘", '"')
CLOSERS = ("'s", "’s", ")", "]", "”", "’", '"', ".", ",", ";", ":", "?", "!")
NO_BREAK = '<span class="term-tie">'  # forbids a line break


def tighten_spacing(pieces: RichText) -> RichText:
    """The text without spaces before citation marks, and without line breaks between a term and its punctuation.

    A mark also loses an otherwise empty `<span>` around it. A term is a button, next to which browsers may break the
    line, so it gets a `<span>` with the brackets, punctuation or “’s” around it.
    """
    if not any(isinstance(piece, (Mark, TermUse)) for piece in pieces):
        return pieces
    markups = [piece.markup if isinstance(piece, Html) else "" for piece in pieces]
    for index, piece in enumerate(pieces):
        before, after = index - 1, index + 1
        if isinstance(piece, Mark) and index:
            if markups[before].endswith("<span>") and _starts_with(markups, after, "</span>"):
                markups[before] = markups[before].removesuffix("<span>")
                markups[after] = markups[after].removeprefix("</span>")
            markups[before] = markups[before].rstrip(" \n")
        if isinstance(piece, TermUse):
            opener = markups[before][-1:] if markups[before].endswith(OPENERS) else ""
            closer = next((closer for closer in CLOSERS if _starts_with(markups, after, closer)), "")
            if closer and index and isinstance(pieces[before], Html):
                markups[before] = f"{markups[before].removesuffix(opener)}{NO_BREAK}{opener}"
                markups[after] = f"{closer}</span>{markups[after].removeprefix(closer)}"
    return tuple(
        Html(markup) if isinstance(piece, Html) else piece
        for piece, markup in zip(pieces, markups, strict=True)
        if markup or not isinstance(piece, Html)
    )


def is_followed_by_chip(mark: Mark, after: RichText) -> bool:
    """Whether a source chip with the same sources follows immediately, so that it can take the place of the mark."""
    rest = after
    if rest and isinstance(rest[0], Html) and MARK_TO_CHIP.fullmatch(rest[0].markup):
        rest = rest[1:]
    if not rest or not isinstance(rest[0], Sources):
        return False
    return set(mark.sources) == {citation.source for citation in rest[0].citations}


def enlarge_standalone_links(pieces: RichText) -> RichText:
    """The text with the class `tap` (a large touch target) on links that are a whole list item, cell or paragraph."""
    changed = list(pieces)
    for index in range(1, len(pieces) - 1):
        before, link, after = pieces[index - 1 : index + 2]
        if not (isinstance(before, Html) and isinstance(link, Href) and isinstance(after, Html)):
            continue
        if BEFORE_ALONE.search(before.markup) and AFTER_ALONE.match(after.markup):
            changed[index - 1] = Html(before.markup.removesuffix('<a href="') + '<a class="tap" href="')
    return tuple(changed)


def without_link_colon(pieces: RichText) -> RichText:
    """An entry such as “[link](x.md): a few words” without the colon, for the words get a line of their own."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, Html) and "</a>" in piece.markup:
            return (*pieces[:index], Html(re.sub("</a>: *", "</a> ", piece.markup, count=1)), *pieces[index + 1 :])
    return pieces


def _starts_with(markups: list[str], index: int, prefix: str) -> bool:
    return index < len(markups) and markups[index].startswith(prefix)
