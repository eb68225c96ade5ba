"""The text, links and ids of raw HTML, with their offsets."""

import pytest

from crpsguide.read.raw_html import RawHtml, with_addresses


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        pytest.param("<p>a <b>b</b> &amp; c</p>", ["a b & c"], id="paragraph"),
        pytest.param("<p>a<p>b", ["a", "b"], id="paragraphs that stay open"),
        pytest.param("<ul><li>a<li>b</ul>c", ["a", "b", "c"], id="list"),
        pytest.param("a<br>b", ["a", "b"], id="line"),
        pytest.param("<script>a</script><style>b</style>c<!-- d -->", ["c"], id="what is not read"),
        pytest.param("<pre>a <b>b</b></pre>c", ["c"], id="code"),
        pytest.param("a<![![[b<c>d", ["ad"], id="marked section without a name"),
        pytest.param("a<![CDATA[b>c]]>d", ["ac]]>d"], id="CDATA, which is a comment in HTML"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(markup: str, texts: list[str]) -> None:
    assert [one.words for one in RawHtml(markup).texts if one.words.strip()] == texts


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        pytest.param('<a href="b.md">c <i>d</i></a>', [("b.md", False, "c d")], id="link"),
        pytest.param("<A HREF=b.md>c</A>", [("b.md", False, "c")], id="capitals, no quotes"),
        pytest.param('<a href="b&amp;c">d</a>', [("b&c", False, "d")], id="entity"),
        pytest.param('<img src="a.png">', [("a.png", True, "")], id="picture"),
        pytest.param('<img srcset="a.png 1x, b.png 2x">', [("a.png", True, ""), ("b.png", True, "")], id="pictures"),
        pytest.param('<video poster="a.png" src="b.mp4">', [("a.png", True, ""), ("b.mp4", True, "")], id="film"),
        pytest.param('<meta http-equiv="refresh" content="0; url=a.html">', [("a.html", False, "")], id="refresh"),
        pytest.param('<link imagesrcset="a.png 2x">', [("a.png", True, "")], id="pictures to come"),
        pytest.param('<object data="a.swf">', [("a.swf", True, "")], id="object"),
        pytest.param('<body background="a.png">', [("a.png", True, "")], id="ground"),
        pytest.param('<form action="a"><button formaction="b">', [("a", True, ""), ("b", True, "")], id="form"),
        pytest.param('<p style="fill: URL( //a.example/b )">', [("//a.example/b", True, "")], id="style of a part"),
        pytest.param("<style>@import 'https://a.b';</style>", [("https://a.b", True, "")], id="style that fetches"),
        pytest.param('<q cite="a.html">b</q>', [("a.html", False, "")], id="quotation"),
        pytest.param("<a href>b</a> <a name=c>", [], id="no address"),
        pytest.param("<!-- <a href=b> --> <style><a href=c></style>", [], id="comment and style"),
    ],
)
def test_addresses(markup: str, found: list[tuple[str, bool, str]]) -> None:
    assert [(one.address, one.loads, one.words) for one in RawHtml(markup).addresses] == found


def test_ids_have_the_places_of_their_tags() -> None:
    found = RawHtml('<p>\n<b id="a">b</b><a name=c>')

    assert found.ids == [(4, 10, "a"), (19, 10, "c")]


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        pytest.param('<a class="x" href="a">b</a>', '<a class="x" href="NEW">b</a>', id="double quotes"),
        pytest.param("<a href='a'>a</a>", '<a href="NEW">a</a>', id="single quotes"),
        pytest.param("<a\n  HREF = a>", '<a\n  HREF = "NEW">', id="no quotes"),
        pytest.param('<a href="a"></a><img src="b">', '<a href="NEW"></a><img src="NEW">', id="two"),
        pytest.param('<a data-href="x" href="a">', '<a data-href="x" href="NEW">', id="another attribute before"),
    ],
)
def test_addresses_are_written_anew(markup: str, written: str) -> None:
    found = RawHtml(markup)

    assert with_addresses(markup, [(one, "NEW") for one in found.addresses]) == written
