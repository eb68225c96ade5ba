from collections.abc import Mapping
from urllib.parse import unquote

import pytest
from tests.read.bodies import ReadFiles

from crpsguide.read.media import MAGIC_NUMBERS, PICTURES

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
PHOTO = b"\xff\xd8\xff\xe1\0\x0aExif\xff\xd8\xff\xd9\xff\xda\0\2" + bytes(99)
PICTURES_BEGIN = {
    **{".avif": b"\0\0\0\x20ftypavif", ".gif": b"GIF89a\1\0\1\0", ".ico": b"\0\0\1\0", ".jpeg": PHOTO, ".jpg": PHOTO},
    **{".png": PNG + b"\0\0\0\1" * 2, ".webp": b"RIFF\x10\0\0\0WEBP"},
}
XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}>{}</svg>'


def _again(ten_times: int) -> str:
    groups = [f"<g id='a{one}'>" + f"<use href='#a{one + 1}'/>" * 10 + "</g>" for one in range(ten_times)]
    return "".join([*groups, f"<path id='a{ten_times}'/>"])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.png", PNG, id="picture"),
        pytest.param("a.PNG", PNG, id="in capitals"),
        pytest.param("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", id="length within the beginning"),
        pytest.param("a.avif", b"\0\0\0\x20ftypavif", id="length before the beginning"),
        pytest.param("a.jpg", b"\xff\xd8\xff\xe1\0\2<x:xmpmeta><rdf:RDF/></x:xmpmeta>\xff\xd9", id="notes of a camera"),
        pytest.param("a.png", PNG + bytes(99) + PNG_END, id="whole picture"),
        pytest.param("a.jpg", PHOTO + b"\xff\xd9" + b"a film" * 20, id="whole photo, with a film behind it"),
        pytest.param("a.webp", b"RIFF\x70\0\0\0WEBP" + bytes(108), id="as long as it says"),
        pytest.param("a.pdf", b"%PDF-1.7\n<html", id="document that may hold anything"),
        pytest.param("a.mp4", b"\0\0\0\nftypisom", id="length that is the end of a line"),
        pytest.param("a.txt", b"<script>", id="text, shown as it is"),
        pytest.param("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', id="drawing"),
    ],
)
def test_a_file_that_is_what_it_says_is_taken(name: str, data: bytes, read_files: ReadFiles) -> None:
    assert read_files(_with(name, data)).troubles == ()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("a.png", b"<!doctype html>", "something else", id="page"),
        pytest.param("a.jpg", PNG, "but it is a “.png”", id="another kind of picture"),
        pytest.param("a.heic", b"\0\0\0\x18ftypheic", "Many readers cannot open", id="picture of a telephone"),
        pytest.param("a.doc", b"\xd0\xcf", "Many readers cannot open", id="text of a word processor"),
        pytest.param("a.png", b"", "something else", id="nothing"),
        pytest.param("a.png", PNG + b"\xff\xff\xff\xff" * 2, "points large", id="thousands of millions of points"),
        pytest.param("a.gif", b"GIF89a\xff\xff\xff\xff\0;", "points large", id="as many, moving"),
        pytest.param("a.png", b"<p>" + PNG, "something else", id="beginning that comes later"),
        *(pytest.param(f"a{one}", b"<!doctype html>", "something else", id=f"page as {one}") for one in MAGIC_NUMBERS),
        *(
            pytest.param(f"a{one}", data + b"\0;<iframe src=x>", "page of HTML", id=f"page behind {one}")
            for one, data in PICTURES_BEGIN.items()
        ),
        *(
            pytest.param("a.gif", b"GIF89a\2\0\2\0;" + markup, "page of HTML", id=f"picture with {markup.decode()}")
            for markup in (b"<!DOCTYPE html>", b"<html>", b"<SCRIPT>", b"<body onload=x>", b"<?php echo", b"<iframe\n>")
        ),
        pytest.param("a.png", PNG + bytes(99) + PNG_END[:-4], "cut off", id="picture without its end"),
        pytest.param("a.jpg", PHOTO + bytes(99), "cut off", id="photo without its end, with a small one in it"),
        pytest.param("a.gif", b"GIF89a" + bytes(99), "cut off", id="moving picture without its end"),
        pytest.param("a.webp", b"RIFF\x71\0\0\0WEBP" + bytes(108), "cut off", id="shorter than it says"),
        pytest.param("a.pdf", b"MZ\x90", "something else", id="program"),
        pytest.param("a.html", b"<p>", "not published", id="page of somebody else"),
        pytest.param("a.MD", b"Text", "ends in “.md”", id="page with capitals in its ending"),
        pytest.param("a.md.txt", b"Text", "ends in “.md”", id="page with an ending more"),
        *(
            pytest.param(f"a.{one}", b"x", "not published", id=one)
            for one in "js mjs htm xhtml xml php css swf exe sh jar hta svgz wasm".split()
        ),
        pytest.param("a.txt", b"---\ntitle: a\n---\n", "begins as a page", id="page with another ending"),
        pytest.param("a.txt", b"\xef\xbb\xbf---\r\ntitle: a\r\n", "begins as a page", id="the same, of Windows"),
        pytest.param("_redirects", b"/* /x", "not published", id="orders for a host"),
    ],
)
def test_a_file_that_is_something_else_is_refused(name: str, data: bytes, words: str, read_files: ReadFiles) -> None:
    [trouble] = read_files(_with(name, data)).troubles

    assert (trouble.kind, str(trouble.place.path)) == ("false-file", f"content/pages/{name}")
    assert words in trouble.message


@pytest.mark.parametrize(
    ("box", "size"),
    [
        pytest.param(' viewBox="0 0 360 188"', (360, 188), id="whole"),
        pytest.param(' viewBox="-10,-10,20.2,30"', (21, 30), id="commas and parts"),
        pytest.param("", None, id="none"),
        pytest.param(' viewBox="0 0 360"', None, id="too few numbers"),
        pytest.param(' viewBox="0 0 0 10"', None, id="no width"),
        pytest.param(' viewBox="0 0 nan 1e999"', None, id="no numbers"),
        pytest.param(' viewBox="0 0 100001 10"', None, id="too wide"),
        pytest.param(' viewBox="0 0 10 100001"', None, id="too high"),
    ],
)
def test_the_size_of_a_drawing(read_files: ReadFiles, box: str, size: tuple[int, int] | None) -> None:
    [drawing] = read_files(_with("a.svg", SVG.format(box, "").encode())).assets.values()

    assert drawing.size == size


def test_a_small_drawing_is_an_address_without_what_nobody_sees(read_files: ReadFiles) -> None:
    words = "<title>A foot</title><!-- by hand --><desc>Cold.</desc><style>.a { fill: red }</style>"
    drawn = '\n <g class="a">\n  <text>Cold <tspan>foot</tspan> </text>\n </g>\n'
    [drawing] = read_files(_with("a.svg", SVG.format(' role="img"', words + drawn).encode())).assets.values()

    assert unquote(drawing.data_url) == (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><style>.a{fill:red}</style>"
        "<g class='a'><text>Cold <tspan>foot</tspan> </text></g></svg>"
    )
    assert not {*drawing.data_url} & {*'<>"&# '}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.svg", SVG.format("", '<path d="M0 0h9"/>' * 400).encode(), id="large drawing"),
        pytest.param("a.svg", SVG.format("", "<g>" * 1000 + "</g>" * 1000).encode(), id="deep drawing"),
        pytest.param("a.png", PNG, id="photo"),
    ],
)
def test_what_is_large_stays_a_file(name: str, data: bytes, read_files: ReadFiles) -> None:
    [asset] = read_files(_with(name, data)).assets.values()

    assert asset.data_url == ""


@pytest.mark.parametrize(
    "drawing",
    [
        *(
            pytest.param(SVG.format("", f"<{one}/>"), id=one)
            for one in "script foreignObject image a animate set feImage filter view handler".split()
        ),
        pytest.param(SVG.format("", "<script xmlns='http://www.w3.org/1999/xhtml'/>"), id="script of HTML"),
        pytest.param("<svg><script/></svg>", id="script of nothing"),
        pytest.param(SVG.format(" onload='go()'", ""), id="handler"),
        pytest.param(SVG.format(" ONLOAD='go()'", ""), id="handler in capitals"),
        pytest.param(SVG.format("", "<use href='https://a.example/#b'/>"), id="part of another host"),
        pytest.param(SVG.format(XLINK, "<use xlink:href='a.svg#b'/>"), id="part of another file, in the old form"),
        pytest.param(SVG.format("", "<path fill='JavaScript:go()'/>"), id="program as a colour"),
        pytest.param(SVG.format("", "<path fill='URL(//a.example)'/>"), id="address in capitals"),
        pytest.param(SVG.format("", "<path style='width: expression(go())'/>"), id="program in a style"),
        pytest.param(SVG.format("", "<path style='fill: cross-fade(a, b)'/>"), id="pictures that fade"),
        pytest.param(SVG.format("", r"<style>@\import 'a.css';</style>"), id="style with a backslash"),
        pytest.param("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format("", "<text>&a;</text>"), id="entity"),
        pytest.param("<?xml-stylesheet href='a.css'?>" + SVG.format("", ""), id="style sheet"),
        pytest.param(SVG.format("", "<style><g/>@import 'a.css';</style>"), id="style behind an element"),
        pytest.param(SVG.format("", r"<style>@\69mport 'a.css';</style>"), id="style in codes"),
        pytest.param(SVG.format("", r"<path style='fill: u\72l(//a.example)'/>"), id="address in codes"),
        pytest.param(SVG.format("", "<style>svg { background: image-set('a.png' 1x) }</style>"), id="set of pictures"),
        pytest.param(SVG.format("", "<style>svg { background: image('a.png') }</style>"), id="picture of a style"),
        pytest.param(SVG.format(" xml:base='https://a.example/'", "<use href='#b'/>"), id="another base"),
        pytest.param("<?xml version='1.0' encoding='utf-7'?>" + SVG.format("", ""), id="letters nobody knows"),
        pytest.param("<?xml version='1.0' encoding='mine'?>" + SVG.format("", ""), id="letters nobody ever knew"),
        pytest.param(SVG.format("", "<g/>" * 2**20), id="a million parts"),
        pytest.param(SVG.format("", _again(ten_times=9)), id="a thousand million parts by name"),
        pytest.param(SVG.format("", "<g id='a'><use href='#a'/></g>"), id="a part within itself"),
        pytest.param(SVG.format(XLINK, "<g id='a'><use xlink:href='#a'/></g>"), id="the same in the old form"),
    ],
)
@pytest.mark.parametrize("name", ["a.svg", "a.SVG"])
def test_a_drawing_that_does_more_than_draw_is_refused(name: str, drawing: str, read_files: ReadFiles) -> None:
    site = read_files(_with(name, drawing.encode()))

    [trouble] = site.troubles
    assert (trouble.kind, str(trouble.place.path)) == ("unsafe-drawing", f"content/pages/{name}")
    assert site.assets == {}


@pytest.mark.parametrize(
    ("drawing", "place"),
    [
        pytest.param("<svg xmlns='http://www.w3.org/2000/svg'>\n<g>\n</svg>\n", (3, 3), id="part that is not closed"),
        pytest.param("<svg xmlns='http://www.w3.org/2000/svg'>\n <g>é &b;</g></svg>", (2, 7), id="name of nothing"),
        pytest.param("<svg>\n", (2, 1), id="no end"),
        pytest.param("<svg>\n<g/>\r\n  <script/></svg>", (3, 3), id="program"),
        pytest.param("<svg>\n<!-- é -->é<g\n   id='a'\n   onclick='b'/></svg>", (4, 4), id="attribute"),
        pytest.param("<svg>\n<style>\n@import 'a'</style></svg>", (2, 1), id="style"),
        pytest.param("\n<!DOCTYPE svg>\n<svg/>", (2, 1), id="type of a document"),
        pytest.param("<?xml version='1.0'?>\n<?xml-stylesheet href='a'?><svg/>", (2, 1), id="instruction"),
    ],
)
def test_the_place_of_a_fault_in_a_drawing(drawing: str, place: tuple[int, int], read_files: ReadFiles) -> None:
    [trouble] = read_files(_with("a.svg", drawing.encode())).troubles

    assert (trouble.place.line, trouble.place.column) == place


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(SVG.format("", "<path fill='url(#a)' style='fill: url( \"#a\" )'/>"), id="its own parts"),
        pytest.param(SVG.format("", _again(ten_times=3)), id="a thousand parts by name"),
        pytest.param(SVG.format("", "<title>The image (1) of src (2)</title>"), id="words in brackets"),
        pytest.param(SVG.format(r" aria-label='C:\urls\a'", ""), id="backslashes"),
    ],
)
def test_a_drawing_that_only_draws_is_taken(drawing: str, read_files: ReadFiles) -> None:
    assert read_files(_with("a.svg", drawing.encode())).troubles == ()


def test_every_kind_of_picture_is_looked_through() -> None:
    assert PICTURES_BEGIN.keys() == PICTURES


def test_a_picture_of_any_size_is_not_taken(read_files: ReadFiles) -> None:
    [trouble] = read_files(_with("a.png", PNG + bytes(3 * 2**20))).troubles

    assert "2 MB" in trouble.message


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        pytest.param("base_url: 'javascript:alert(1)'", "not the address of a website", id="address that is a program"),
        pytest.param("base_url: https://a.example@b.example/", "not the address of a website", id="name before a host"),
        pytest.param("base_url: https://a.example/?b#", "not the address of a website", id="address with a question"),
        pytest.param("base_url: 'https://[a/'", "not the address of a website", id="bracket that stays open"),
        pytest.param("base_url: https://a.example:99999", "not the address of a website", id="port that cannot be"),
        pytest.param("base_url: https://a.example/index.html", "not the address of a website", id="a page"),
        pytest.param("base_url: https://a.example/b/..", "not the address of a website", id="way that leads up"),
        pytest.param("base_url: https://a.example/%2e%2e/", "not the address of a website", id="the same in codes"),
        pytest.param("packs: [{name: ../a, title: A, pages: [b.md]}]", "name of a pack", id="pack elsewhere"),
        pytest.param(
            "packs: [{name: a, title: A, pages: [b.md]}, {name: A, title: A, pages: [b.md]}]",
            "Another pack is called “A”",
            id="two packs of one name",
        ),
        pytest.param("packs: [{name: a, title: A, pages: []}]", "has no pages", id="pack of nothing"),
        pytest.param("language: 'en\" onload=\"a'", "not the tag of a language", id="language with markup"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_at_its_line(setting: str, words: str, read_files: ReadFiles) -> None:
    [trouble] = read_files({"site.yaml": f"name: A\n{setting}\n"}).troubles

    assert (trouble.place.line, words in trouble.message) == (2, True)


def _with(name: str, data: bytes) -> Mapping[str, str | bytes]:
    return {f"pages/{name}": data}
