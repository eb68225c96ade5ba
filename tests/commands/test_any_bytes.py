"""Laws of the whole way, that hold for any bytes: a message, or a site that a browser finds no harm in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.any_page import LAW, corner_texts, pages
from tests.whole_way import DRAWING, FRONT, Way

HARM = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:a'>b</a>", "[a](javascript:b)"),
    *("<style>", "<svg onload=a>", "<math><style>", "<iframe srcdoc='", "![a](//b/c.png)", "{: onclick=a }"),
    *('" onload="', "</title>", "]]>", "-->", "<!--", "data:text/html,", "&colon;", "&#x3;", "\u202e", "{{ 7*7 }}"),
)


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    return Way(tmp_path_factory.mktemp("way"))


@st.composite
def hostile_texts(draw: st.DrawFn) -> str:
    """Well-formed pages and corner cases with harm set in anywhere."""
    text = draw(st.one_of(corner_texts(), pages()))
    for harm in draw(st.lists(st.sampled_from(HARM), min_size=1, max_size=3)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + harm + text[at:]
    return text


@LAW
@given(hostile_texts())
def test_no_body_does_harm(way: Way, text: str) -> None:
    assert way.go(b"b" + text.encode()) == []


@LAW
@given(st.text("-:[]{}#&*!|>%@`'\" \n\tabtile", max_size=60), hostile_texts())
def test_no_front_matter_does_harm(way: Way, front: str, text: str) -> None:
    assert way.go(f"p---\ntitle: One\nsummary: {front}\n---\n{text}".encode()) == []


@LAW
@given(st.binary(max_size=60), st.integers(0, 200))
def test_no_bytes_within_a_page_do_harm(way: Way, data: bytes, at: int) -> None:
    whole = FRONT + b"## Part\n\nWords and [a link](index.md).\n"

    assert way.go(b"p" + whole[:at] + data + whole[at:]) == []


@LAW
@given(
    st.lists(st.sampled_from(["<g>", "</g>", "<script>a</script>", ' href="//a/b"', ' onload="a"', "<a>", "&x;", "<"]))
)
def test_no_drawing_does_harm(way: Way, parts: list[str]) -> None:
    drawing = DRAWING.decode().replace("/>", f"{''.join(parts)}></svg>")

    assert way.go(b"s" + drawing.encode()) == []
