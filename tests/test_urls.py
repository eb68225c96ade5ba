from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crpsguide.urls import absolute_url, is_site_address, relative_href, slugify, svg_data_url

NAMES = st.text("ab:é #?%&;~.-", min_size=1, max_size=5).filter(lambda name: name not in (".", ".."))
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(lambda parts: PurePosixPath(*parts))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        pytest.param("Does it help?", "does-it-help", id="question"),
        pytest.param("  Pain   &  heat ", "pain-heat", id="blanks and signs"),
        pytest.param("Été à Paris", "été-à-paris", id="letters with accents"),
        pytest.param("e\u0301te\u0301", "été", id="accents of their own"),
        pytest.param("Ελλάδα 日本", "ελλάδα-日本", id="other scripts"),
        pytest.param("snake_case - and -- dashes", "snake_case-and-dashes", id="underscores and dashes"),
        pytest.param("?!", "", id="signs only"),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(max_size=30))
def test_a_slug_settles(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@pytest.mark.parametrize(
    ("origin", "target", "fragment", "href"),
    [
        pytest.param("a/b.html", "a/c.html", "", "c.html", id="beside"),
        pytest.param("a/b.html", "index.html", "", "../index.html", id="up"),
        pytest.param("index.html", "a/b.html", "why", "a/b.html#why", id="down, to a place"),
        pytest.param("a/b.html", "a/b.html", "why", "#why", id="on the page"),
        pytest.param("a/b.html", "a/b.html", "", "b.html", id="the page itself"),
        pytest.param("b.html", "a:b.html", "", "./a%3Ab.html", id="colon"),
        pytest.param("b.html", "a b#.html", "", "a%20b%23.html", id="signs of addresses"),
        pytest.param("b.html", "é.html", "été", "%C3%A9.html#%C3%A9t%C3%A9", id="accents"),
    ],
)
def test_relative_href(origin: str, target: str, fragment: str, href: str) -> None:
    assert relative_href(PurePosixPath(origin), PurePosixPath(target), fragment) == href


@given(PATHS, PATHS, st.text("ab é#?%:/~.-", max_size=6))
def test_a_link_leads_from_its_page_to_its_target(origin: PurePosixPath, target: PurePosixPath, fragment: str) -> None:
    parts = urlsplit(relative_href(origin, target, fragment))

    way = [*origin.parent.parts, *(unquote(one) for one in parts.path.split("/"))] if parts.path else [*origin.parts]
    arrived: list[str] = []
    for step in way:
        if step == "..":
            arrived.pop()
        elif step not in ("", "."):
            arrived.append(step)
    assert (PurePosixPath(*arrived), unquote(parts.fragment)) == (target, fragment)
    assert (parts.scheme, parts.netloc, parts.query) == ("", "", "")


@pytest.mark.parametrize("drawn", ['<text x="1">a &amp; b &lt;c&gt;</text>', "<text x='1'>#“a” \n%</text>"])
def test_an_address_that_holds_a_drawing_holds_no_sign_of_markup(drawn: str) -> None:
    address = svg_data_url(f"<svg>{drawn}</svg>")

    assert not {*address} & {*'<>"&# \n'}
    assert unquote(address).replace("'", '"') == f"data:image/svg+xml,<svg>{drawn}</svg>".replace("'", '"')


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        pytest.param("https://example.org", True, id="host"),
        pytest.param("http://localhost:8000/guide/", True, id="port and folder"),
        pytest.param("https://example.org./a%20b", True, id="last dot and escape"),
        pytest.param("https://example.org:0/", False, id="no port"),
        pytest.param("https://example.org:99999/", False, id="port too high"),
        pytest.param("https://a..example/", False, id="empty part of a host"),
        pytest.param("https://./", False, id="nothing but a dot"),
        pytest.param("https://a@example.org/", False, id="user name"),
        pytest.param("https://example.org/a/../b", False, id="way up"),
        pytest.param("https://example.org/./b", False, id="way nowhere"),
        pytest.param("https://example.org/%2E%2e/b", False, id="way up in codes"),
        pytest.param("https://example.org/a.html", False, id="page"),
        pytest.param("https://example.org/?a", False, id="query"),
        pytest.param("https://example.org/#a", False, id="fragment"),
        pytest.param("https://example.org\\a", False, id="backslash"),
        pytest.param("https://example.org/50%", False, id="broken escape"),
        pytest.param("https://example.org/a b", False, id="blank"),
        pytest.param('https://example.org/"', False, id="quote"),
        pytest.param("ftp://example.org/", False, id="another scheme"),
        pytest.param("//example.org/", False, id="no scheme"),
    ],
)
def test_where_a_site_can_stand(address: str, is_one: bool) -> None:
    assert is_site_address(address) is is_one


@pytest.mark.parametrize(
    ("target", "url"),
    [
        pytest.param("index.html", "https://example.org/guide/", id="first page"),
        pytest.param("a/index.html", "https://example.org/guide/a/", id="first page of a folder"),
        pytest.param("a/b c.html", "https://example.org/guide/a/b%20c.html", id="blank"),
    ],
)
@pytest.mark.parametrize("base_url", ["https://example.org/guide", "https://example.org/guide/"])
def test_absolute_url(base_url: str, target: str, url: str) -> None:
    assert absolute_url(base_url, PurePosixPath(target)) == url
