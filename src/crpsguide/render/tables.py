"""Gives tables from Markdown what readers need: row headings, scopes, and labels for small screens."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape

from crpsguide.model import Citation, Html, Piece, RichText, Sources
from crpsguide.render.words import US, Rating

TAG = re.compile(r"<(/?)(table|thead|tbody|tr|th|td)\b([^>]*)>")
UNWANTED = re.compile(r' (align|class|scope)="[^"]*"')  # not valid any more, or ours to set
ANY_TAG = re.compile(r"<[^>]+>")
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td\b[^>]*>(.*?)</td>", re.DOTALL)
CHIP = re.compile(r"\0(\d+)\0")  # where a chip of sources stands, by its place in the text
TOLD = re.compile(r"\s*(?P<sure>[^()]+?) \((?P<who>.+)\)\s*")  # “Low (us)”

RatingOf = Callable[[tuple[Citation, ...]], Rating | None]


def readable_tables(text: RichText) -> RichText:
    """The same text, its tables with `scope`, a heading for each row, and `data-label` before each cell.

    Labels let narrow screens show each row as a card, without a sideways scroll. They end without a sign, for a colon
    follows them there.
    """
    if not any(isinstance(piece, Html) and "<table" in piece.markup for piece in text):
        return text
    walk = _Walk()
    return tuple(walk.piece(piece) for piece in text)


def rated_in_their_row(text: RichText, rating_of: RatingOf) -> frozenset[int]:
    """Where the chips stand whose row tells in a cell of its own how sure it is and who says so, as in “Low (us)”.

    A row speaks for its chips when it says the same of all of them.
    """
    if not any(isinstance(piece, Html) and "<td" in piece.markup for piece in text):
        return frozenset()
    ratings = {at: rating_of(piece.citations) for at, piece in enumerate(text) if isinstance(piece, Sources)}
    markup = "".join(
        piece.markup if isinstance(piece, Html) else f"\0{at}\0" if at in ratings else ""
        for at, piece in enumerate(text)
    )
    return frozenset(chip for row in ROW.findall(markup) for chip in _rated_chips(row, ratings))


def _rated_chips(row: str, ratings: Mapping[int, Rating | None]) -> Iterator[int]:
    told = [match for cell in CELL.findall(row) if (match := TOLD.fullmatch(unescape(ANY_TAG.sub("", cell))))]
    chips = {int(at) for at in CHIP.findall(row)}
    rated = [one for chip in chips if (one := ratings[chip])]
    if told and rated and all(_repeats(told[-1], one) for one in rated):
        yield from chips


def _repeats(told: re.Match[str], rating: Rating) -> bool:
    """Whether a cell says as much as a rating: its grade, in the first words that the guide has for it, and by whom."""
    same_grade = rating.words.casefold().startswith(f"{told['sure']} ".casefold())
    raters = re.findall(r"\w+", told["who"])
    return same_grade and (US in raters if rating.rated_by == US else raters != [US])


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
        label = self.headings[self.column].strip(" \n?:") if self.column < len(self.headings) else ""
        return f'<td data-label="{escape(label)}"{attributes}>' if label else f"<td{attributes}>"
