from tests.render.sites import cited, html

from crpsguide.model import Html, Sources
from crpsguide.render.tables import readable_tables

TABLE = (
    '<table><thead><tr><th align="right">What</th><th>How <b>sure</b> &amp; when</th></tr></thead>'
    "<tbody><tr><td>Pain</td><td>Low</td></tr><tr><td>Sleep</td><td>High</td></tr></tbody></table>"
)


def test_cells_get_scope_and_label() -> None:
    [drawn] = readable_tables(html(TABLE))

    assert drawn == Html(
        '<table class="table"><thead><tr><th scope="col">What</th>'
        '<th scope="col">How <b>sure</b> &amp; when</th></tr></thead>'
        '<tbody><tr><th scope="row">Pain</th><td data-label="How sure &amp; when">Low</td></tr>'
        '<tr><th scope="row">Sleep</th><td data-label="How sure &amp; when">High</td></tr></tbody></table>'
    )


def test_a_table_cut_by_a_chip_is_understood_as_one() -> None:
    at = TABLE.index("</td></tr><tr>")
    pieces = (Html(TABLE[:at]), Sources(cited("a#x")), Html(TABLE[at:]))

    drawn = readable_tables(pieces)

    assert drawn[1] == pieces[1]
    assert drawn[2] == Html(
        '</td></tr><tr><th scope="row">Sleep</th><td data-label="How sure &amp; when">High</td></tr></tbody></table>'
    )


def test_a_cell_beyond_the_headings_has_an_empty_label() -> None:
    [drawn] = readable_tables(html("<table><tr><td>a</td><td>b</td></tr></table>"))

    assert drawn == Html('<table class="table"><tr><th scope="row">a</th><td data-label="">b</td></tr></table>')


def test_text_without_a_table_stays_as_it_is() -> None:
    text = html("<p>The table is <th> set</p>")

    assert readable_tables(text) is text
