import re
from datetime import date
from html import escape
from pathlib import Path, PurePosixPath

import pytest
from tests.render.sites import (
    HERE,
    TODAY,
    cited,
    condition,
    context,
    finding,
    html,
    page,
    paragraph,
    prose,
    rendered,
    site,
    source,
)

from crpsguide.model import (
    Asset,
    AssetLink,
    Certainty,
    ClinicalReview,
    Href,
    Html,
    Landmarks,
    Mark,
    PageLink,
    Sources,
    Term,
    TermUse,
    Use,
)

TERM = Term(id="rest", place=HERE, term="rest", plain="a pause", meaning="A time without work.")
RATED = source("a", finding("a#x"), finding("a#y", Certainty.VERY_LOW, rated_by="b"))
SOURCES = {"a": RATED, "b": source("b", finding("b#x", Certainty.NOT_RATED))}


def page_link(target: str, fragment: str = "") -> PageLink:
    return PageLink("there", target, PurePosixPath(target), fragment, HERE)


def asset_link(target: str) -> AssetLink:
    return AssetLink("there", target, PurePosixPath(target), "", HERE)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param(page_link("start/first.md", "why"), "../start/first.html#why", id="page"),
        pytest.param(page_link("about/page.md", "why"), "#why", id="same page"),
        pytest.param(page_link("gone.md"), "#", id="no such page"),
        pytest.param(asset_link("media/a.png"), "../media/a.png", id="file"),
        pytest.param(asset_link("media/gone.png"), "#", id="no such file"),
    ],
)
def test_links_are_written_from_the_page_that_is_drawn(link: PageLink | AssetLink, expected: str) -> None:
    picture = PurePosixPath("media/a.png")
    here = page()
    guide = site(
        here,
        page(name="start/first.md"),
        assets={picture: Asset(path=picture, name=picture, address=picture, file=Path("a.png"))},
    )

    result = context(guide, here).text((Html('<a href="'), Href(link), Html('">there</a>')))

    assert result == f'<a href="{expected}">there</a>'


def test_a_mark_in_a_sentence_leads_to_its_source_and_can_be_come_back_to() -> None:
    text = (Html("<p>It rained <span>"), Mark(7, cited("a#x", "b#x")), Html("</span> and it poured.</p>"))

    result = context(site(sources=SOURCES), page(prose(*text))).text(text)

    assert result == (
        "<p>It rained"
        '<a class="mark" tabindex="-1" href="#source-1" id="mark-7" aria-label="Source 1">1</a>'
        '<a class="mark mark--next" tabindex="-1" href="#source-2" aria-label="Source 2">2</a>'
        " and it poured.</p>"
    )


def test_a_mark_names_its_sources_in_rising_order() -> None:
    first = paragraph("It rained", "a#x", number=1)
    text = (Html("<p>It poured "), mark := Mark(2, cited("b#x", "a#x")), Html(" again.</p>"))
    here = page(prose(*first), prose(*text), marks=(Mark(1, cited("a#x")), mark))

    result = context(site(sources=SOURCES), here).text(text)

    assert re.findall(r">(\d)</a>", result) == ["1", "2"]


def test_a_mark_at_its_chip_leaves_only_the_place_to_come_back_to() -> None:
    text = paragraph("It rained", "b#x", number=3)

    result = context(site(sources=SOURCES), page(prose(*text))).text(text)

    assert result == (
        '<p>It rained<span id="mark-3"></span>. '
        '<button class="sources" popovertarget="_note-1"><u>Source 1</u></button></p>'
    )


def test_a_chip_tells_the_lowest_certainty_and_who_rated_it() -> None:
    text = (Html("<p>It rained."), Sources(cited("a#x", "a#y", "b#x")), Html("</p>"))
    marks = (Mark(1, cited("a#x", "a#y", "b#x")),)

    result = context(site(sources=SOURCES), page(marks=marks)).text(text)

    assert "<u>Sources 1, 2</u> · Very low certainty, rated&nbsp;by&nbsp;Smith and others,\u00a02020</button>" in result


def test_the_same_citations_share_one_note() -> None:
    here = page(marks=(Mark(1, cited("a#x")),))
    file = context(site(sources=SOURCES), here)
    file.text((Sources(cited("a#x")),))
    file.text((Sources(cited("a#x")),))
    file.text((Sources(cited("a#y")),))

    notes = file.notes()

    assert [notes.count(f'id="_note-{number}"') for number in (1, 2, 3)] == [1, 1, 0]


def test_notes_stand_outside_of_the_paragraph_at_the_end_of_the_text() -> None:
    text = paragraph("It rained", "a#x")

    result = rendered(site(page(prose(*text)), sources=SOURCES))["about/page.html"]

    paragraph_end = result.index("</p>", result.index("It rained"))
    assert paragraph_end < result.index('<div class="note"') < result.index("</main>")


def test_a_term_opens_its_meaning() -> None:
    guide = site(glossary={"rest": TERM})
    file = context(guide, page())

    result = file.text((Html("to "), TermUse("rest", "resting"), Html(" well")))

    assert result == 'to <button class="term" popovertarget="_term-1">resting</button> well'
    assert "A time without work." in file.notes()


def test_a_term_that_is_in_no_glossary_is_plain_text() -> None:
    assert context(site(), page()).text((TermUse("gone", "<b>"),)) == "&lt;b&gt;"


def test_a_meaning_links_to_its_entry_in_the_glossary() -> None:
    glossary = page(name="tools/words.md")
    guide = site(glossary, glossary={"rest": TERM}, settings={"landmarks": Landmarks(glossary="tools/words.md")})

    assert context(guide, page()).term_href(TERM) == "../tools/words.html#rest"
    assert context(guide, glossary).term_href(TERM) == "#rest"


def test_a_landmark_may_name_a_heading() -> None:
    guide = site(page(), settings={"landmarks": Landmarks(how_sure="about/page.md#sure")})

    assert context(guide, address="index.html").landmark_href("how_sure") == "about/page.html#sure"


def test_a_source_that_only_points_somewhere_has_no_page() -> None:
    file = context(site(), page())

    assert file.source_href(source("a"), "x") == "../evidence/a.html#x"
    assert file.source_href(source("a", use=Use.LEAD)) == ""


@pytest.mark.parametrize(
    ("next_check", "expected"),
    [
        pytest.param(date(2026, 11, 20), True, id="yesterday"),
        pytest.param(TODAY, False, id="today"),
    ],
)
def test_a_page_is_overdue_from_the_day_after_its_check(next_check: date, expected: bool) -> None:
    assert context(site(), page(front_matter=condition(next_check=next_check))).is_overdue is expected


def test_nothing_looks_reviewed_without_a_review() -> None:
    assert context(site(), page()).review == "Not reviewed by a clinician"


def test_a_review_is_told_with_all_its_parts() -> None:
    review = ClinicalReview(name="Ann Lee", role="nurse", register_number="12", date=TODAY, scope="all")

    here = page(front_matter=condition(clinical_review=review))

    assert context(site(), here).review == "Reviewed by Ann Lee, nurse, 12, on 21 November 2026, for all"


def test_feedback_names_the_page_and_the_day_of_its_check() -> None:
    guide = site(settings={"contact": "us@example.org"})

    href = context(guide, page()).feedback_href

    assert href.startswith("mailto:us@example.org?subject=About%20this%20page&body=Page:%20about/page.html%0A")
    assert "Checked:%202026-11-20" in href


def test_feedback_without_an_address_is_a_mail_that_readers_can_pass_on() -> None:
    result = rendered(site(here := page()))["about/page.html"]

    href = context(site(), here).feedback_href
    assert href.startswith("mailto:?subject=About%20this%20page&body=Page:%20about/page.html%0AChecked:%202026-11-20")
    assert f'href="{escape(href)}"' in result
    assert "Please tell whoever gave you this copy." in result
    assert "Write to us" not in result


def test_text_of_values_is_escaped() -> None:
    here = page(front_matter=condition(title="a <b> & c"))

    result = rendered(site(here))["about/page.html"]

    assert "<h1>a &lt;b&gt; &amp; c</h1>" in result


def test_markup_of_read_is_written_as_it_is() -> None:
    assert context(site(), page()).text(html("<p>a &amp; b</p>")) == "<p>a &amp; b</p>"
