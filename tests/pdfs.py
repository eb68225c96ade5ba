"""Whether handouts can be printed here, and what stands in them."""

import io
import os
import re

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from crpsguide.errors import GuideError
from crpsguide.pdf import require_pdf_library

WORD = re.compile(r"\d+|[^\W\d_]+")  # a number may stand close to a word
# What a screen alone offers: ways to other pages, notes that open, answers to choose from, names of pictures.
# Of a link to a source, paper has the whole address.
FOR_SCREENS = """nav, [hidden], .related, .topics, .parts, .handouts, .note, .references summary, .references__ways,
    option, svg"""
NOT_SHOWN = "li > .sources > .sources__rater, td > .sources > .sources__rater"
COMES_FIRST = ("h1", ".sheets")


def need_pdf_library() -> None:
    """Skip the test on a desk without Pango; in CI that is a failure."""
    try:
        require_pdf_library()
    except GuideError as error:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"{error} {error.help}")


def visible_words(page: bytes, *parts: str) -> list[str]:
    """The words that the text of a finished page shows, or some parts of it, in the order that they have on paper."""
    main = LexborHTMLParser(page.decode()).css_first("main")
    assert main
    for hidden in main.css(f"{FOR_SCREENS}, {NOT_SHOWN}"):
        hidden.decompose()
    words = []
    for part in main.css(", ".join(parts or COMES_FIRST)):
        words += WORD.findall(part.text(separator=" "))
        part.decompose()
    return words if parts else words + WORD.findall(main.text(separator=" "))


def pages_of(pdf: bytes) -> list[list[str]]:
    """The words of a PDF, in order, page by page."""
    return [WORD.findall(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def paper_sizes(pdf: bytes) -> set[tuple[int, int]]:
    """The sizes of its pages in millimetres."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages]
    return {(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes}
