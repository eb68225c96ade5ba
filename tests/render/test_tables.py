import pytest
from tests.render.sites import cited, html

from crpsguide.model import Certainty, Citation, Html, RichText, Sources
from crpsguide.render.tables import accessible_tables, chips_rated_in_row
from crpsguide.render.words import Rating

TABLE = (
    '<table><thead><tr><th align="right">What</th><th>How <b>sure</b> &amp; when</th></tr></thead>'
    "<tbody><tr><td>Pain</td><td>Low</td></tr><tr><td>Sleep</td><td>High</td></tr></tbody></table>"
)


def test_cells_get_scope_and_label() -> None:
    [result] = accessible_tables(html(TABLE))

    assert result == Html(
        '<table class="table"><thead><tr><th scope="col">What</th>'
        '<th scope="col">How <b>sure</b> &amp; when</th></tr></thead>'
        '<tbody><tr><th scope="row">Pain</th><td data-label="How sure &amp; when">Low</td></tr>'
        '<tr><th scope="row">Sleep</th><td data-label="How sure &amp; when">High</td></tr></tbody></table>'
    )


def test_a_table_cut_by_a_chip_is_understood_as_one() -> None:
    at = TABLE.index("</td></tr><tr>")
    pieces = (Html(TABLE[:at]), Sources(cited("a#x")), Html(TABLE[at:]))

    result = accessible_tables(pieces)

    assert result[1] == pieces[1]
    assert result[2] == Html(
        '</td></tr><tr><th scope="row">Sleep</th><td data-label="How sure &amp; when">High</td></tr></tbody></table>'
    )


def test_a_cell_beyond_the_headings_has_no_label() -> None:
    [result] = accessible_tables(html("<table><tr><td>a</td><td>b</td></tr></table>"))

    assert result == Html('<table class="table"><tr><th scope="row">a</th><td>b</td></tr></table>')


def test_a_label_ends_without_a_sign() -> None:
    [result] = accessible_tables(html(TABLE.replace("&amp; when", "is it?")))

    assert isinstance(result, Html)
    assert '<td data-label="How sure is it">Low</td>' in result.markup


def test_text_without_a_table_stays_as_it_is() -> None:
    text = html("<p>The table is <th> set</p>")

    assert accessible_tables(text) is text


def _row(*cells: str | Sources) -> RichText:
    """A row of cells, each with the chips that follow it."""
    pieces = [cell if isinstance(cell, Sources) else Html(f"</td><td>{cell}") for cell in cells]
    return (Html("<table><tr><td>"), *pieces, Html("</td></tr></table>"))


def _rating(citations: tuple[Citation, ...]) -> Rating | None:
    """Findings of this test are named after their grade and, with “-by”, after who rated it."""
    grade, _, by = citations[0].key.partition("-by-")
    words = {"low": "Low certainty", "very": "Very low certainty"}
    return Rating(Certainty.LOW, words[grade], by or "us") if grade in words else None


@pytest.mark.parametrize(
    ("chips", "told", "expected"),
    [
        pytest.param(["a#low"], "Low (us)", 1, id="the same"),
        pytest.param(["a#low-by-b"], "Low (the review)", 1, id="the same, by a source"),
        pytest.param(["a#low", "b#none"], "Low (us)", 2, id="one not rated"),
        pytest.param(["a#low", "b#low-by-b"], "Low (the review; the trial: us)", 2, id="by two"),
        pytest.param(["a#low", "b#very"], "Low (us)", 0, id="two grades"),
        pytest.param(["a#very"], "Low (us)", 0, id="another grade"),
        pytest.param(["a#low-by-b"], "Low (us)", 0, id="by another"),
        pytest.param(["a#low"], "Low (the review)", 0, id="by us, told as a source's"),
        pytest.param(["a#low"], "Low", 0, id="nobody named"),
        pytest.param(["a#low"], "See below", 0, id="not told"),
        pytest.param(["a#none"], "Low (us)", 0, id="not rated"),
    ],
)
def test_a_row_that_tells_how_sure_it_is_speaks_for_its_chips(chips: list[str], told: str, expected: int) -> None:
    cells = [one for chip in chips for one in ("Pain eased.", Sources(cited(chip)))]

    assert len(chips_rated_in_row(_row("Ice", *cells, told), _rating)) == expected


def test_a_row_speaks_for_no_other_row() -> None:
    first = _row("Ice", "Pain eased.", Sources(cited("a#low")), "Low (us)")
    second = _row("Heat", "Pain eased.", Sources(cited("a#low")), "See below")

    assert chips_rated_in_row((*first, *second), _rating) == frozenset({first.index(Sources(cited("a#low")))})
