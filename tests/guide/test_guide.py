"""The diagnostics of the real guide, as `crpsguide check` reports them: one test for each part and letter of rules.

The parts are those of `pytest --crpsguide`, found on the disk, so that a fork with other pages has its own tests.
"""

import re
from collections import Counter
from pathlib import PurePosixPath

import pytest
from tests.real_guide import ROOT, real_edition

from crpsguide.commands.parts import (
    diagnostics_about_no_part,
    diagnostics_about_part,
    guide_pages,
    guide_parts,
    rule_letters,
)
from crpsguide.model import Diagnostic
from crpsguide.pytest_plugin import GuideFault, refuse_errors
from crpsguide.render.addresses import claim_address
from crpsguide.render.claims import published_claims
from crpsguide.render.template_faults import refuse_missing_text

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
REDIRECT = 'http-equiv="refresh"'  # an old address; it has the title of the page to which it redirects


def _refuse(found: list[Diagnostic]) -> None:
    try:
        refuse_errors(found, real_edition())
    except GuideFault as fault:
        pytest.fail(f"\n{fault}", pytrace=False)


@pytest.mark.parametrize("letter", rule_letters())
@pytest.mark.parametrize("part", [*guide_pages(ROOT), *guide_parts(ROOT)], ids=str)
def test_a_part_of_the_guide_has_no_errors(part: PurePosixPath, letter: str) -> None:
    _refuse(diagnostics_about_part(real_edition().diagnostics, part, letter))


def test_files_outside_all_parts_have_no_errors() -> None:
    _refuse(diagnostics_about_no_part(real_edition().diagnostics, ROOT))


def test_the_guide_is_rendered() -> None:
    assert PurePosixPath("index.html") in real_edition().files


def test_no_two_pages_share_a_title() -> None:
    files = [file.decode() for name, file in real_edition().files.items() if name.suffix == ".html"]

    titles = Counter(title for file in files if REDIRECT not in file for title in TITLE.findall(file)[:1])

    assert [title for title, count in titles.items() if count > 1] == []


def test_no_page_is_too_long() -> None:
    assert [one.place.path for one in real_edition().diagnostics if one.name == "page-too-long"] == []


def test_every_word_of_a_page_is_rendered() -> None:
    edition = real_edition()
    written = [(one.address, one.passages) for one in edition.site.pages.values()]
    written += [(claim_address(one.id), one.passages) for one in published_claims(edition.site)]
    for address, passages in written:
        refuse_missing_text("", edition.files[address].decode(), passages, output=str(address))
