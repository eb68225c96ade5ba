import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.render.sites import HERE, TODAY, cited, condition, finding, heading, page, paragraph, prose, site, source

from crpsguide.installed import builtin_templates
from crpsguide.model import (
    Checklist,
    ClinicalReview,
    Contact,
    GlossaryList,
    Html,
    KeyPoints,
    Landmarks,
    Mark,
    Pack,
    Page,
    PaperFormat,
    PlainFrontMatter,
    Point,
    PrintDocument,
    Section,
    Site,
    Term,
    TermUse,
    ToolFrontMatter,
)
from crpsguide.render import print_documents, render_site
from crpsguide.render.glossary import LONGEST_LIST

URL = "https://example.org/guide"
PACK = Pack(name="first-days", title="The first days", pages=("about/page.md", "about/other.md"))
FORMATS = ("a4", "letter", "large-print")


def documents(site: Site) -> dict[str, PrintDocument]:
    """The documents of a site, by their addresses below `handouts`."""
    files = render_site(site, templates=[builtin_templates()], today=TODAY)
    found = print_documents(site, files, templates=[builtin_templates()])
    return {one.address.relative_to("handouts").as_posix(): one for one in found}


def saying(markup: str, name: str = "about/page.md", **fields: Any) -> Page:
    return page(prose(Html(markup)), name=name, **fields)


def link_to_the_other(document: PrintDocument) -> str | None:
    """Where the link with these words leads; None when they are words alone."""
    links = LexborHTMLParser(document.html).css(".main a")
    return next((one.attributes["href"] for one in links if one.text() == "the other"), None)


def text_of(document: PrintDocument, selector: str) -> str:
    return " ".join(one.text(separator=" ") for one in LexborHTMLParser(document.html).css(selector))


def test_each_page_and_pack_has_a_document_in_each_format() -> None:
    guide = site(page(), page(name="about/other.md"), settings={"packs": (PACK,)})

    found = documents(guide)

    names = ("about/page", "about/other", "first-days")
    assert set(found) == {f"{name}-{format}.pdf" for name in names for format in FORMATS}


def in_short(*, base_url: str = "") -> Site:
    """A page with key points, one of them cited, and text below that cites another source."""
    sources = {one: source(one, finding(f"{one}#x")) for one in ("trial", "leaflet")}
    points = KeyPoints((Point(paragraph("Rain eases.", "trial#x")), Point(paragraph("Sun?"), unknown=True)), HERE)
    marks = (Mark(1, cited("trial#x")), Mark(2, cited("leaflet#x")))
    text = prose(*paragraph("All the rest.", "leaflet#x", number=2))
    return site(page(points, text, marks=marks), sources=sources, settings={"base_url": base_url})


def test_what_a_page_says_in_short_is_a_sheet_of_its_own() -> None:
    short = documents(in_short())["about/page-one-sheet.pdf"]

    assert "Rain eases." in text_of(short, ".key-points")
    assert "All the rest." not in short.html
    assert "This is the short version." in text_of(short, ".handout__imprint")


def test_a_sheet_names_the_sources_that_it_cites_and_no_others() -> None:
    found = documents(in_short(base_url=URL))

    named = text_of(found["about/page-one-sheet.pdf"], ".handout__sources")
    assert re.findall(r"\b\d\. ", named) == ["1. "]
    assert text_of(found["about/page-a4.pdf"], ".handout__sources") == ""


def test_a_page_without_key_points_has_no_sheet_in_short() -> None:
    assert "about/page-one-sheet.pdf" not in documents(site(saying("<p>The text.</p>")))


def test_formats_differ_in_style_alone() -> None:
    found = documents(site(page()))

    a4, large = found["about/page-a4.pdf"], found["about/page-large-print.pdf"]

    assert a4.html == large.html
    assert a4.styles[:-1] == large.styles[:-1]
    assert a4.styles[-1] != large.styles[-1]
    assert (a4.format, large.format) == (PaperFormat.A4, PaperFormat.LARGE_PRINT)


def test_ways_through_the_site_are_not_printed() -> None:
    guide = site(saying("<p>The text.</p>"), page(name="about/next.md"))

    document = documents(guide)["about/page-a4.pdf"]

    assert "The text." in document.html
    assert "<nav" not in document.html
    assert "<script" not in document.html


@pytest.mark.parametrize(
    ("href", "base_url", "found"),
    [
        pytest.param("#why", "", "#p1-why", id="on the page"),
        pytest.param("page.html#why", URL, "#p1-why", id="the page itself"),
        pytest.param("other.html#why", URL, f"{URL}/about/other.html#why", id="another page, published"),
        pytest.param("../index.html", URL, f"{URL}/", id="the first page, published"),
        pytest.param("other.html#why", "", None, id="another page, nobody knows where"),
        pytest.param("https://example.com/a", "", "https://example.com/a", id="elsewhere"),
        pytest.param("tel:999", "", "tel:999", id="a telephone"),
    ],
)
def test_a_link_leads_somewhere_or_is_words(href: str, base_url: str, found: str | None) -> None:
    guide = site(saying(f'<p>See <a href="{href}">the other</a>.</p>'), settings={"base_url": base_url})

    document = documents(guide)["about/page-a4.pdf"]

    assert link_to_the_other(document) == found
    assert "the other" in document.html


@pytest.mark.parametrize("base_url", ["", URL])
def test_a_source_that_has_only_a_web_address_is_printed_with_it(base_url: str) -> None:
    leaflet = source("leaflet", finding("leaflet#dose"))
    leaflet = replace(leaflet, source=replace(leaflet.source, DOI="", URL="https://example.com/leaflet"))
    paper = source("paper", finding("paper#dose"))
    guide = site(
        page(prose(*paragraph("It may help", "leaflet#dose", "paper#dose"))),
        sources={"leaflet": leaflet, "paper": paper},
        settings={"base_url": base_url},
    )

    document = documents(guide)["about/page-a4.pdf"]

    shown = LexborHTMLParser(document.html).css(".references__out")
    assert [one.attributes["href"] for one in shown] == ["https://example.com/leaflet", "https://doi.org/10.1000/1"]


def test_within_a_pack_links_lead_to_its_pages() -> None:
    linking = saying('<p><a href="other.html">the other</a></p>')
    guide = site(linking, page(name="about/other.md"), settings={"packs": (PACK,), "base_url": URL})

    document = documents(guide)["first-days-a4.pdf"]

    assert link_to_the_other(document) == "#p2"
    assert 'id="p2"' in document.html


def test_a_pack_has_a_first_page_with_its_contents() -> None:
    other = page(name="about/other.md", front_matter=condition(title="The other page"))

    document = documents(site(page(), other, settings={"packs": (PACK,)}))["first-days-a4.pdf"]

    tree = LexborHTMLParser(document.html)
    contents = [(one.attributes["href"], one.text()) for one in tree.css(".handout__contents a")]
    assert contents == [("#p1", "What it is"), ("#p2", "The other page")]
    assert "The first days" in text_of(document, ".handout__cover")


def test_a_pack_without_a_page_that_is_there_is_not_printed() -> None:
    gone = Pack(name="gone", title="Gone", pages=("about/gone.md",))

    found = documents(site(page(), settings={"packs": (gone,)}))

    assert "gone-a4.pdf" not in found


@pytest.mark.parametrize("name", ["about/page-a4.pdf", "first-days-a4.pdf"])
def test_no_id_stands_twice(name: str) -> None:
    sections = (Section(heading("Why"), (prose(Html("<p>So.</p>")),)),)
    one, other = page(sections=sections), page(name="about/other.md", sections=sections)

    document = documents(site(one, other, settings={"packs": (PACK,)}))[name]

    ids = [one.id for one in LexborHTMLParser(document.html).css("[id]")]
    assert len(ids) > 2
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("review", "line"),
    [
        pytest.param(None, "No clinician has reviewed", id="by nobody"),
        pytest.param("yes", "Each page says whether", id="of one page"),
    ],
)
def test_a_pack_says_whether_it_was_reviewed(review: str | None, line: str) -> None:
    by = ClinicalReview(name="A. Doctor", role="GP", register_number="1", date=TODAY, scope="all") if review else None
    reviewed = page(front_matter=condition(clinical_review=by))

    document = documents(site(reviewed, settings={"packs": (PACK,)}))["first-days-a4.pdf"]

    assert line in text_of(document, ".handout__cover")


def test_the_edition_is_the_day_of_the_newest_check() -> None:
    older = page(front_matter=condition(checked=date(2026, 3, 4)))
    newer = page(name="about/other.md", front_matter=PlainFrontMatter(title="Other", reviewed=date(2026, 5, 6)))

    found = documents(site(older, newer, settings={"packs": (PACK,)}))

    assert 'data-edition="The guide · 6 May 2026"' in found["first-days-a4.pdf"].html
    assert 'data-edition="The guide · 4 March 2026"' in found["about/page-a4.pdf"].html


def test_sheets_come_before_the_rest_of_their_page() -> None:
    facts = {name: getattr(condition(), name) for name in ("summary", "purpose", "audience", "checked", "next_check")}
    tool = ToolFrontMatter(title="A card", changed="First version.", sheets_first=True, **facts)
    card = Checklist(title="The card", anchor="the-card", points=(Point((Html("<p>Tick this.</p>"),)),), place=HERE)
    sections = (
        Section(heading("Before"), (prose(Html("<p>Read this.</p>")),)),
        Section(heading("To fill in"), (card,)),
        Section(heading("After"), (prose(Html("<p>Keep it.</p>")),)),
    )

    document = documents(site(page(front_matter=tool, sections=sections)))["about/page-a4.pdf"]

    tree = LexborHTMLParser(document.html)
    assert [one.text() for one in tree.css("h1, h2")][:4] == ["A card", "To fill in", "Before", "After"]


def test_terms_are_explained_at_the_end_and_once() -> None:
    term = Term(id="gait", place=HERE, term="gait", plain="way of walking", meaning="How someone walks.")
    using = TermUse("gait", "gait")
    one, other = page(prose(Html("<p>"), using, Html("</p>"))), page(prose(using), name="about/other.md")

    document = documents(site(one, other, glossary={"gait": term}, settings={"packs": (PACK,)}))["first-days-a4.pdf"]

    assert document.html.count("How someone walks.") == 1
    assert "Close" not in document.html


def test_urgent_help_is_named_with_its_address() -> None:
    urgent = page(name="about/urgent.md", front_matter=condition(title="Call for help"))
    guide = site(page(), urgent, settings={"landmarks": Landmarks(urgent_help="about/urgent.md"), "base_url": URL})

    document = documents(guide)["about/page-a4.pdf"]

    assert f"Call for help: {URL}/about/urgent.html" in document.html


def test_where_numbers_to_call_are_known_they_are_named_first() -> None:
    call = Contact(
        id="a",
        place=HERE,
        kind="emergency",
        name="a",
        country="Ireland",
        phone="112",
        about="Help.",
        checked_on=TODAY,
        status="seen",
    )
    marks = Landmarks(urgent_help="about/urgent.md")
    guide = site(
        page(),
        page(name="about/urgent.md", front_matter=condition(title="Call for help")),
        contacts={"a": call},
        settings={"landmarks": marks, "packs": (Pack(name="first", title="First", pages=("about/page.md",)),)},
    )

    found = documents(guide)

    assert text_of(found["about/page-a4.pdf"], ".handout__guide").startswith("Urgent help: Ireland 112")
    assert "Ireland 112; see “Call for help”" in text_of(found["first-a4.pdf"], ".handout__imprint")


def test_the_address_is_a_code_for_phones_too() -> None:
    found = {url: documents(site(page(), settings={"base_url": url}))["about/page-a4.pdf"].html for url in ("", URL)}

    assert f"QR code for {URL}/about/page.html" in found[URL]
    assert "QR code" not in found[""]


def test_pictures_are_named_by_their_addresses() -> None:
    document = documents(site(saying('<p><img src="../media/a%20limb.svg" alt="A limb"></p>')))["about/page-a4.pdf"]

    assert document.pictures == ("https://site.invalid/media/a limb.svg",)


def test_drawings_that_stand_within_the_page_are_printed_as_they_are() -> None:
    result = "data:image/svg+xml,%3Csvg%3E%3Cpath%20d='M0%200h9'/%3E%3C/svg%3E"
    document = documents(site(saying(f'<p><img src="{result}" alt="A limb"></p>')))["about/page-a4.pdf"]

    assert result in document.html
    assert document.pictures == ()


def test_rows_of_facts_are_a_list_without_groups() -> None:
    document = documents(site(page()))["about/page-a4.pdf"]

    tree = LexborHTMLParser(document.html)
    assert tree.css("dl > dt")
    assert tree.css("dl > div") == []


def test_no_link_of_a_document_leads_to_what_it_leaves_out() -> None:
    found = documents(site(page(), page(name="about/other.md"), settings={"packs": (PACK,)}))

    trees = {name: LexborHTMLParser(one.html) for name, one in found.items()}
    dead = {
        (name, href)
        for name, tree in trees.items()
        for link in tree.css('a[href^="#"]')
        if (href := link.attributes["href"] or "") and not tree.css(f'[id="{href[1:]}"]')
    }
    assert dead == set()


def test_the_handout_of_many_terms_holds_them_all() -> None:
    terms = {
        id: Term(id=id, place=HERE, term=id, plain="plain", meaning=f"Meaning of {id}.")
        for id in (f"{'ab'[number % 2]}{number}" for number in range(LONGEST_LIST + 1))
    }
    words = page(GlossaryList(HERE), name="about/words.md")
    guide = site(words, glossary=terms, settings={"landmarks": Landmarks(glossary="about/words.md")})

    document = documents(guide)["about/words-a4.pdf"]

    shown = text_of(document, ".glossary")
    assert [id for id in terms if f"Meaning of {id}." not in shown] == []
