"""Handouts: pages and packs of pages as PDF, to print and to hand over."""

from dataclasses import field
from enum import Enum
from pathlib import PurePosixPath

from crpsguide.frozen import frozen


class PaperFormat(Enum):
    """A sort of paper, and of letters on it. Each has a style of its own among the templates.

    One sheet holds what a page says in short; the others hold the whole page.
    """

    ONE_SHEET = "one-sheet"
    A4 = "a4"
    LETTER = "letter"
    LARGE_PRINT = "large-print"


@frozen(kw_only=True)
class PrintDocument:
    """A handout before it is printed, in one format.

    `about` is the finished page that it prints, or the address that a pack has for its own; `address` is where the
    PDF is published. `styles` are style sheets, earlier ones first; `closer` is one more, which brings the text closer
    together where that spares a sheet. `pictures` are the files that the HTML shows, as it writes them.
    """

    about: PurePosixPath
    address: PurePosixPath
    format: PaperFormat
    html: str = field(repr=False)
    styles: tuple[str, ...] = field(repr=False)
    closer: str = field(default="", repr=False)
    pictures: tuple[str, ...] = ()


@frozen(kw_only=True)
class Handout:
    """A printed document as readers are offered it: where the PDF is, and its size in bytes."""

    about: PurePosixPath
    address: PurePosixPath
    format: PaperFormat
    size: int
