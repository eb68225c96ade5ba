from pathlib import PurePosixPath

import pytest

from crpsguide.check.html import RenderedFiles, parse_page


def test_a_page_is_parsed_once_for_all_rules() -> None:
    rendered = RenderedFiles({PurePosixPath("a.html"): b"<p>Text</p>", PurePosixPath("a.css"): b"p {}"})

    assert list(rendered.pages) == [PurePosixPath("a.html")]
    assert rendered.pages is rendered.pages


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        pytest.param('<p id="a"><P ID="b">', ["a", "b"], id="in order, in any case"),
        pytest.param('<p id="a"></p><p id="a"></p>', ["a", "a"], id="twice"),
        pytest.param('<!-- <p id="a"> --><script>"<p id=b>"</script>', [], id="not in comments and scripts"),
        pytest.param('<template class="x"><p id="a"></p></template>', ["a"], id="in a template"),
        pytest.param('<TEMPLATE><p id="a"></p></TEMPLATE>', ["a"], id="in one in capitals"),
        pytest.param('<noscript><p id="a"></p></noscript>', ["a"], id="without scripts"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_ids_of_a_page(html: str, ids: list[str]) -> None:
    assert parse_page(html.encode()).ids == ids


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<a> B <b>C</b></a>", "B C", id="with what is in it"),
        pytest.param('<a><img alt="B"></a>', "B", id="a picture speaks"),
        pytest.param('<a><img src="b.png"></a>', "", id="a picture without words does not"),
    ],
)
def test_the_words_of_an_element(html: str, words: str) -> None:
    (link,) = (one for one in parse_page(html.encode()).elements if one.name == "a")

    assert link.text == words


@pytest.mark.parametrize(
    ("html", "is_redirect"),
    [
        pytest.param('<meta http-equiv="Refresh" content="0; url=b.html">', True, id="refresh, in any case"),
        pytest.param('<meta http-equiv="content-language" content="en">', False, id="another order"),
        pytest.param("<p>refresh</p>", False, id="words"),
    ],
)
def test_a_redirect(html: str, is_redirect: bool) -> None:
    assert parse_page(html.encode()).is_redirect is is_redirect


def test_the_ancestor_of_an_element() -> None:
    (field,) = (one for one in parse_page(b"<label><b><input></b></label>").elements if one.name == "input")

    assert field.ancestor("label")
    assert not field.ancestor("form")


def test_bytes_that_are_no_text_are_read_all_the_same() -> None:
    assert parse_page(b'<p id="a">\xff</p>').ids == ["a"]


def test_a_style_sheet_that_is_a_part_of_another_is_looked_at_once() -> None:
    whole, part = ":root{--a:red}@media print{p{color:red}}.b{color:blue}.c{top:0}", ":root{--a:red}.c{top:0}"
    other = "p{color:red}.b{color:blue}"  # what it says holds on a screen too
    files = {PurePosixPath(f"{n}.css"): sheet.encode() for n, sheet in enumerate((part, whole, other, whole))}
    assert RenderedFiles(files).style_sheets == (whole, other)
