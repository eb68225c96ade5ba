"""Text and page sizes of PDF files, and the text that their HTML pages show on paper."""

import io
import os
import re

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from crpsguide.errors import GuideError
from crpsguide.pdf import require_pdf_library

WORD = re.compile(r"\d+|[^\W\d_]+")  # a number and a word may have no space between them
# Elements that are not printed: navigation, notes that open, options to choose from, text in images.
# Of a link to a source, the whole address is printed.
SCREEN_ONLY = """nav, [hidden], .related, .topics, .parts, .handouts, .note, .references summary, .references__ways,
    option, svg"""
HIDDEN = "li > .sources > .sources__rater, td > .sources > .sources__rater"
PRINTED_FIRST = ("h1", ".sheets")


def need_pdf_library() -> None:
    """Skip the test where the PDF library is not installed; in CI, fail it."""
    try:
        require_pdf_library()
    except GuideError as error:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"{error} {error.help}")


def visible_words(page: bytes, *parts: str) -> list[str]:
    """The words of a built page that are printed, in that order; only those of `parts` if any are given (selectors)."""
    main = LexborHTMLParser(page.decode()).css_first("main")
    assert main
    for hidden in main.css(f"{SCREEN_ONLY}, {HIDDEN}"):
        hidden.decompose()
    words = []
    for part in main.css(", ".join(parts or PRINTED_FIRST)):
        words += WORD.findall(part.text(separator=" "))
        part.decompose()
    return words if parts else words + WORD.findall(main.text(separator=" "))


def pages_of(pdf: bytes) -> list[list[str]]:
    """The words of each page of a PDF."""
    return [WORD.findall(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def paper_sizes(pdf: bytes) -> set[tuple[int, int]]:
    """The sizes of the pages of a PDF: width and height in millimetres."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages]
    return {(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes}
