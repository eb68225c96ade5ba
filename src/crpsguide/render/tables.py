"""Gives tables from Markdown what readers need: row headings, scopes, and labels for small screens."""

import re
from html import escape, unescape

from crpsguide.model import Html, Piece, RichText

TAG = re.compile(r"<(/?)(table|thead|tbody|tr|th|td)\b([^>]*)>")
UNWANTED = re.compile(r' (align|class|scope)="[^"]*"')  # not valid any more, or ours to set
ANY_TAG = re.compile(r"<[^>]+>")


def readable_tables(text: RichText) -> RichText:
    """The same text, its tables with `scope`, a heading for each row, and `data-label` before each cell.

    Labels let narrow screens show each row as a card, without a sideways scroll.
    """
    if not any(isinstance(piece, Html) and "<table" in piece.markup for piece in text):
        return text
    walk = _Walk()
    return tuple(walk.piece(piece) for piece in text)


class _Walk:
    """Where the walk over the pieces stands: in which table, row and column."""

    def __init__(self) -> None:
        self.in_head = False
        self.headings: list[str] = []
        self.column = -1
        self.closing = ""

    def piece(self, piece: Piece) -> Piece:
        if not isinstance(piece, Html):
            return piece
        out: list[str] = []
        end = 0
        for tag in TAG.finditer(piece.markup):
            out.append(self.words(piece.markup[end : tag.start()]))
            out.append(self.tag(closes=bool(tag[1]), name=tag[2], attributes=UNWANTED.sub("", tag[3])))
            end = tag.end()
        out.append(self.words(piece.markup[end:]))
        return Html("".join(out))

    def words(self, markup: str) -> str:
        if self.in_head and self.headings:
            self.headings[-1] += unescape(ANY_TAG.sub("", markup))
        return markup

    def tag(self, *, closes: bool, name: str, attributes: str) -> str:
        if closes and name in ("td", "th"):
            return self.closing
        if closes:
            self.in_head = self.in_head and name != "thead"
            return f"</{name}>"
        match name:
            case "table":
                self.headings = []
                return f'<table class="table"{attributes}>'
            case "thead":
                self.in_head = True
            case "tr":
                self.column = -1
            case "th" | "td":
                return self.cell(name, attributes)
        return f"<{name}{attributes}>"

    def cell(self, name: str, attributes: str) -> str:
        self.column += 1
        if self.in_head:
            self.headings.append("")
            self.closing = "</th>"
            return f'<th scope="col"{attributes}>'
        if self.column == 0 or name == "th":
            self.closing = "</th>"
            return f'<th scope="row"{attributes}>'
        self.closing = "</td>"
        label = self.headings[self.column].strip() if self.column < len(self.headings) else ""
        return f'<td data-label="{escape(label)}"{attributes}>'
