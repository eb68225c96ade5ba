"""Property tests of `read`."""

from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import PurePosixPath

from hypothesis import example, given
from hypothesis import strategies as st
from tests.read.any_page import LAW, corner_texts, pages
from tests.read.bodies import NAME, PATH, as_html, without_brackets

from crpsguide.errors import PageError
from crpsguide.model import Heading, Href, Place, RichText
from crpsguide.read.body import Body, BodyParser
from crpsguide.read.component_blocks import ComponentBlocks
from crpsguide.read.library import MarkdownLibrary
from crpsguide.read.markers import MARKER, insert_markers, strip_markers
from crpsguide.read.pages import parse_page
from crpsguide.read.placeholders import PLACEHOLDER
from crpsguide.read.terms import Terms
from crpsguide.read.yaml_tree import parse_yaml

PARSER = BodyParser(Terms({"pain": "pain", "heat": "heat"}))
LIBRARY = MarkdownLibrary()
WHOLE = MarkdownLibrary().markdown  # with all processors, since `MarkdownLibrary.tree` does not select them
WHOLE.treeprocessors.deregister("plain-text")
ComponentBlocks().extendMarkdown(WHOLE)
VOID = frozenset({"br", "hr", "img"})


def parse(text: str) -> Body:
    return PARSER.parse(text, path=PATH, name=NAME, first_line=1)


def rich_texts(body: Body) -> Iterator[RichText]:
    """All rich text of a body."""
    for section in body.sections:
        if isinstance(section.heading, Heading):
            yield section.heading.text
        for block in section.blocks:
            if isinstance(text := getattr(block, "text", None), tuple):
                yield text
            yield from (point.text for point in getattr(block, "points", ()))


class Balance(HTMLParser):
    """Fails at an end tag without a start tag; `open` are the tags of open elements."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


@LAW
@given(pages("⟦[planted](planted.md)⟧"))
def test_a_link_is_found_wherever_it_is_planted(written: str) -> None:
    text, place = without_brackets(written)

    body = parse(text)

    assert [one.place for one in body.links if one.written == "planted.md"] == [place]


@LAW
@given(pages("[⟦@planted#it⟧]"))
def test_a_citation_is_found_wherever_it_is_planted(written: str) -> None:
    text, place = without_brackets(written)

    body = parse(text)

    found = [one for mark in body.marks for one in mark.citations]
    assert [one.place for one in found if one.source == "planted"] == [place]


@LAW
@given(pages())
def test_markers_do_not_change_the_result_of_markdown(text: str) -> None:
    marked = insert_markers(text).text

    without = LIBRARY.markdown.serializer(LIBRARY.tree(text))
    with_markers = LIBRARY.markdown.serializer(LIBRARY.tree(marked))

    assert strip_markers(with_markers) == without


@LAW
@given(st.one_of(pages(), corner_texts()))
@example("\t")
def test_skipped_processors_do_not_change_the_result(text: str) -> None:
    expected = WHOLE.reset().convert(text)

    html = LIBRARY.markdown.serializer(LIBRARY.tree(text)).strip().removeprefix("<div>").removesuffix("</div>").strip()

    for postprocessor in LIBRARY.markdown.postprocessors:
        html = postprocessor.run(html)
    assert html.strip() == expected


@LAW
@given(pages())
def test_a_well_formed_page_loses_no_number(text: str) -> None:
    body = parse(text)

    shown = "".join(as_html(one) for one in rich_texts(body))
    assert shown.count("<b>12</b>") >= text.count("<b>12</b>")
    assert shown.count("&lt;5") >= text.count("&lt;5")


@LAW
@given(corner_texts())
@example("-")
@example("&#x100000;[a](b)")
@example("/// ask | a\n    a\n///")
def test_any_text_is_understood_or_refused(text: str) -> None:
    with suppress(PageError):
        page, troubles = parse_page(f"---\ntitle: a\n---\n{text}", path=PATH, name=NAME, parser=PARSER)
        assert page is not None or troubles


@LAW
@given(corner_texts())
@example("<div>\n\t<")
@example("<a href=1\t>")
def test_every_place_is_in_the_text(text: str) -> None:
    try:
        body = parse(text)
    except PageError:
        return

    places = [
        *(one.place for one in body.links),
        *(one.place for passage in body.passages for one in passage.sentences),
        *(one.place for mark in body.marks for one in mark.citations),
        *(one.place for one in body.troubles),
        *body.anchors.values(),
    ]
    assert [one for one in places if not is_in(one, text.split("\n"))] == []


def is_in(place: Place, lines: list[str]) -> bool:
    ends = (place.end_line or place.line, place.end_column or place.column)
    return (
        1 <= place.line <= ends[0] <= len(lines)
        and 1 <= place.column <= len(lines[place.line - 1]) + 1
        and 1 <= ends[1] <= len(lines[ends[0] - 1]) + 1
        and (place.line, place.column) <= ends
    )


@LAW
@given(corner_texts())
@example("/// ask | a\n- a</div>b\n///")
@example("## a</h2>b")
def test_pieces_together_are_well_formed(text: str) -> None:
    try:
        body = parse(text)
    except PageError:
        return

    for one in rich_texts(body):
        balance = Balance()
        balance.feed(as_html(one))
        assert balance.open == []


@LAW
@given(pages())
def test_no_marker_or_placeholder_is_left_in_the_text(text: str) -> None:
    body = parse(text)

    shown = "".join(as_html(one) for one in rich_texts(body))
    words = " ".join(one.text for passage in body.passages for one in passage.sentences)
    assert [*MARKER.findall(shown + words), *PLACEHOLDER.findall(shown + words)] == []
    assert "\x02" not in shown + words


@LAW
@given(pages("[planted](planted.md)"))
def test_a_link_within_the_guide_becomes_a_piece(text: str) -> None:
    body = parse(text)

    pieces = [piece for one in rich_texts(body) for piece in one]
    assert [one.link.written for one in pieces if isinstance(one, Href)].count("planted.md") == 1


@LAW
@given(st.text(alphabet="ab:-#&*!|>%@`'\"{}[],?~ \n\t\\", max_size=40))
def test_any_yaml_is_understood_or_refused(text: str) -> None:
    with suppress(PageError):
        document = parse_yaml(text, PurePosixPath("a.yaml"))
        assert isinstance(document.data, dict)
