"""Makes Markdown tables accessible: row headings, scopes, and labels for small screens."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape

from crpsguide.model import Citation, Html, Piece, RichText, Sources
from crpsguide.render.words import US, Rating

TAG = re.compile(r"<(/?)(table|thead|tbody|tr|th|td)\b([^>]*)>")
DROPPED_ATTRIBUTES = re.compile(r' (align|class|scope)="[^"]*"')  # obsolete, or set below
ANY_TAG = re.compile(r"<[^>]+>")
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td\b[^>]*>(.*?)</td>", re.DOTALL)
CHIP_MARKER = re.compile(r"\0(\d+)\0")  # placeholder for a source chip: its index in the text
CERTAINTY_CELL = re.compile(r"\s*(?P<grade>[^()]+?) \((?P<raters>.+)\)\s*")  # “Low (us)”

RatingOf = Callable[[tuple[Citation, ...]], Rating | None]


def accessible_tables(text: RichText) -> RichText:
    """The text with `scope` and row headings in its tables, and the column heading as `data-label` on each cell.

    Narrow screens use the labels to show each row as a card instead of scrolling sideways. CSS adds a colon, so labels
    end without punctuation.
    """
    if not any(isinstance(piece, Html) and "<table" in piece.markup for piece in text):
        return text
    writer = _TableWriter()
    return tuple(writer.piece(piece) for piece in text)


def chips_rated_in_row(text: RichText, rating_of: RatingOf) -> frozenset[int]:
    """The indexes of source chips whose table row states their rating already, in a cell such as “Low (us)”.

    All chips of a row count only if the cell agrees with the rating of each.
    """
    if not any(isinstance(piece, Html) and "<td" in piece.markup for piece in text):
        return frozenset()
    ratings = {index: rating_of(piece.citations) for index, piece in enumerate(text) if isinstance(piece, Sources)}
    markup = "".join(
        piece.markup if isinstance(piece, Html) else f"\0{index}\0" if index in ratings else ""
        for index, piece in enumerate(text)
    )
    return frozenset(chip for row in ROW.findall(markup) for chip in _chips_rated_by_row(row, ratings))


def _chips_rated_by_row(row: str, ratings: Mapping[int, Rating | None]) -> Iterator[int]:
    texts = [unescape(ANY_TAG.sub("", cell)) for cell in CELL.findall(row)]
    stated = [match for text in texts if (match := CERTAINTY_CELL.fullmatch(text))]
    chips = {int(index) for index in CHIP_MARKER.findall(row)}
    rated = [rating for chip in chips if (rating := ratings[chip])]
    if stated and rated and all(_states_rating(stated[-1], rating) for rating in rated):
        yield from chips


def _states_rating(cell: re.Match[str], rating: Rating) -> bool:
    """Whether a cell states a rating: the first words of its wording, and the rater (us or others)."""
    same_grade = rating.words.casefold().startswith(f"{cell['grade']} ".casefold())
    raters = re.findall(r"\w+", cell["raters"])
    return same_grade and (US in raters if rating.rated_by == US else raters != [US])


class _TableWriter:
    """Rewrites pieces in their order; its state is the position in the current table."""

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
            out.append(self.text(piece.markup[end : tag.start()]))
            out.append(self.tag(closes=bool(tag[1]), name=tag[2], attributes=DROPPED_ATTRIBUTES.sub("", tag[3])))
            end = tag.end()
        out.append(self.text(piece.markup[end:]))
        return Html("".join(out))

    def text(self, markup: str) -> str:
        """Text between two tags, unchanged; in a table head it is added to the current column heading."""
        if self.in_head and self.headings:
            self.headings[-1] += unescape(ANY_TAG.sub("", markup))
        return markup

    def tag(self, *, closes: bool, name: str, attributes: str) -> str:
        """The rewritten tag."""
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
        """The opening tag of a cell; sets the closing tag to match."""
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
