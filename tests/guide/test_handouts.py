"""Handouts of the real guide as PDF: the longest page of each type, the one-sheet summaries, and each pack."""

import re
from collections import Counter
from functools import cache
from pathlib import Path, PurePosixPath

import page as validation
import pytest
from tests.pdfs import need_pdf_library, pages_of, paper_sizes, visible_words
from tests.real_guide import ROOT, real_edition

from crpsguide.commands.guide import template_folders
from crpsguide.commands.handouts import pictures_of
from crpsguide.model import PaperFormat, PrintDocument
from crpsguide.pdf import make_pdfs
from crpsguide.render import print_documents

A4, LETTER, LARGE_PRINT = PaperFormat.A4, PaperFormat.LETTER, PaperFormat.LARGE_PRINT
SIZES = {A4: (210, 297), LETTER: (216, 279), LARGE_PRINT: (210, 297)}  # millimetres: ISO 216, ANSI/ASME Y14.1
ONE_SHEET_SIZE = (210, 279)  # printable on both papers
SUMMARY_PARTS = ("h1", ".main-message", ".short-version", ".key-points", ".care-card", ".ask")


def _longest_of_each_type() -> dict[str, PurePosixPath]:
    edition = real_edition()
    found: dict[str, PurePosixPath] = {}
    for page in sorted(edition.site.pages.values(), key=lambda one: len(edition.files.get(one.address, b""))):
        found[page.type.value] = page.address
    return found


def _longest_summaries() -> list[PurePosixPath]:
    """The twelve pages with the longest summaries, which are least likely to fit on one sheet."""
    files = {one.address: real_edition().files.get(one.address, b"") for one in real_edition().site.pages.values()}
    summaries = {one: visible_words(file, *SUMMARY_PARTS) for one, file in files.items() if b"key-points__list" in file}
    return sorted(summaries, key=lambda one: len(summaries[one]))[-12:]


PAGES = _longest_of_each_type()
PACKS = {pack.title: PurePosixPath("handouts") / pack.name for pack in real_edition().site.settings.packs}
CARD = PurePosixPath("tools/hospital-card.html")


@cache
def print_documents_by_page() -> dict[tuple[PurePosixPath, PaperFormat], PrintDocument]:
    need_pdf_library()
    edition = real_edition()
    found = print_documents(edition.site, edition.files, templates=template_folders(ROOT))
    return {(one.about, one.format): one for one in found}


@cache
def printed(about: PurePosixPath, format: PaperFormat, cache: Path) -> bytes:
    document = print_documents_by_page()[about, format]
    (pdf,) = make_pdfs([document], pictures_of(real_edition().site, [document]), cache=cache).files.values()
    return pdf


def printed_words(page: bytes) -> list[str]:
    """The words of a page that its handout has: all but the link to its easy version."""
    return visible_words(re.sub(rb'<p class="page-head__way">.*?</p>', b"", page, flags=re.DOTALL))


def missing(words: list[str], pdf: bytes) -> list[str]:
    """The words that a PDF has less often. Their order is not compared: PDFs have boxes and lists in another."""
    return list((Counter(words) - Counter(word for page in pages_of(pdf) for word in page)).elements())


def faults(pdf: bytes) -> list[str]:
    report = validation.validate_pdf_bytes(pdf, profile=validation.ValidationProfile.PDF_UA_1)
    return [f"{one.rule_id}: {one.message}" for one in report.failures]


@pytest.mark.parametrize("format", [A4, LARGE_PRINT], ids=lambda one: str(one.value))
@pytest.mark.parametrize("about", PAGES.values(), ids=PAGES)
def test_the_handout_of_a_page_is_accessible_and_complete(
    about: PurePosixPath, format: PaperFormat, tmp_path: Path
) -> None:
    pdf = printed(about, format, tmp_path)

    assert faults(pdf) == []
    assert paper_sizes(pdf) == {SIZES[format]}
    assert missing(printed_words(real_edition().files[about]), pdf) == []


@pytest.mark.parametrize("about", _longest_summaries(), ids=str)
def test_the_summary_of_a_page_fits_on_one_sheet(about: PurePosixPath, tmp_path: Path) -> None:
    pdf = printed(about, PaperFormat.ONE_SHEET, tmp_path)

    assert faults(pdf) == []
    assert len(pages_of(pdf)) == 1
    assert paper_sizes(pdf) == {ONE_SHEET_SIZE}
    assert missing(visible_words(real_edition().files[about], *SUMMARY_PARTS), pdf) == []


@pytest.mark.parametrize("about", PACKS.values(), ids=PACKS)
def test_a_pack_is_accessible_and_complete(about: PurePosixPath, tmp_path: Path) -> None:
    pdf = printed(about, LETTER, tmp_path)

    assert faults(pdf) == []
    assert paper_sizes(pdf) == {SIZES[LETTER]}
    (pack,) = (one for one in real_edition().site.settings.packs if one.name == about.name)
    pages = [real_edition().site.pages[PurePosixPath(name)].address for name in pack.pages]
    assert missing([word for one in pages for word in printed_words(real_edition().files[one])], pdf) == []


@pytest.mark.skipif(CARD not in real_edition().files, reason="this guide has no such card")
@pytest.mark.parametrize("format", [A4, LETTER], ids=lambda one: str(one.value))
def test_the_hospital_card_is_complete_on_the_first_page(format: PaperFormat, tmp_path: Path) -> None:
    first, *others = pages_of(printed(CARD, format, tmp_path))

    on_card = visible_words(real_edition().files[CARD], ".sheets")
    assert len(on_card) > 50
    assert [word for word in on_card if word not in first] == []
    assert others
