"""Handouts: pages, and packs of pages, as PDF files for printing."""

from dataclasses import field
from enum import Enum
from pathlib import PurePosixPath

from crpsguide.frozen import frozen


class PaperFormat(Enum):
    """A paper and font size. Each has a style sheet among the templates (`handouts/a4.css`).

    `ONE_SHEET` holds the short version of a page, the others the whole page.
    """

    ONE_SHEET = "one-sheet"
    A4 = "a4"
    LETTER = "letter"
    LARGE_PRINT = "large-print"


@frozen(kw_only=True)
class PrintDocument:
    """A handout in one format, ready to be converted to PDF.

    `about` is the address of the page or pack that it prints, `address` that of the PDF. `styles` are style sheets in
    cascade order; `compact_style` is one more, with tighter spacing, applied if that saves a sheet. `pictures` are the
    URLs of images as the HTML contains them.
    """

    about: PurePosixPath
    address: PurePosixPath
    format: PaperFormat
    html: str = field(repr=False)
    styles: tuple[str, ...] = field(repr=False)
    compact_style: str = field(default="", repr=False)
    pictures: tuple[str, ...] = ()


@frozen(kw_only=True)
class Handout:
    """A published PDF; `size` is in bytes."""

    about: PurePosixPath
    address: PurePosixPath
    format: PaperFormat
    size: int
