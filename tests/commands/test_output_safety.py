"""Property tests of a whole build: for any input, either an error or a site that is safe in a browser."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.output_safety import unsafe_content
from tests.pipeline import FRONT_MATTER, SVG, Pipeline
from tests.read.any_page import LAW, corner_texts, pages

ATTACKS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:a'>b</a>", "[a](javascript:b)"),
    *("<style>", "<svg onload=a>", "<math><style>", "<iframe srcdoc='", "![a](//b/c.png)", "{: onclick=a }"),
    *('" onload="', "</title>", "]]>", "-->", "<!--", "data:text/html,", "&colon;", "&#x3;", "\u202e", "{{ 7*7 }}"),
)
SVG_PARTS = ("<g>", "</g>", "<script>a</script>", ' href="//a/b"', ' onload="a"', "<a>", "&x;", "<")


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        pytest.param("<iframe></iframe>", "contains <iframe>", id="forbidden element"),
        pytest.param("<script>a</script>", "inline script", id="script that the policy does not allow"),
        pytest.param("<style>a</style>", "inline style", id="style that the policy does not allow"),
        pytest.param('<script type="application/ld+json">{</script>', "not JSON", id="broken structured data"),
        pytest.param('<meta http-equiv="set-cookie">', "sets a header", id="header"),
        pytest.param("<p onclick=a>", "<p onclick='a'>", id="event handler"),
        pytest.param('<a href="java\nscript:a">', "scheme that is not allowed", id="script URL"),
        pytest.param('<img src="//b/c.png">', "loads from another host", id="image of another host"),
        pytest.param('<link rel="stylesheet" href="https://b/">', "loads from another host", id="foreign style sheet"),
        pytest.param('<img src="data:image/svg+xml,<svg><script>">', "SVG image contains <script>", id="SVG image"),
        pytest.param("<img src=\"data:image/svg+xml,<svg fill='url(//b)'>\">", "fill='url(//b)'", id="SVG style"),
        pytest.param("\x03", "U+0003", id="placeholder"),
    ],
)
def test_unsafe_content_is_found(page: str, problem: str) -> None:
    [found] = unsafe_content({PurePosixPath("a.html"): page.encode()})

    assert found.startswith("a.html: ")
    assert problem in found


@pytest.mark.parametrize(
    "page",
    [
        pytest.param('<a href="https://b/">b</a>', id="link to another host"),
        pytest.param('<link rel="canonical" href="https://b/">', id="link that loads nothing"),
        pytest.param('<link rel="stylesheet" href="https://example.org/a.css">', id="style sheet of the site"),
        pytest.param("<script>a</script>", id="script that the policy allows"),
        pytest.param("<img src=\"data:image/svg+xml,<svg fill='url(%23a)'>\">", id="SVG image"),
    ],
)
def test_safe_content_is_accepted(page: str) -> None:
    policy = b"script-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"  # of the script “a”
    files = {PurePosixPath("a.html"): page.encode(), PurePosixPath("_headers"): policy}

    assert unsafe_content(files, "https://example.org") == []


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    return Pipeline(tmp_path_factory.mktemp("pipeline"))


@st.composite
def hostile_texts(draw: st.DrawFn) -> str:
    """Well-formed pages and corner cases with attacks inserted at any position."""
    text = draw(st.one_of(corner_texts(), pages()))
    for attack in draw(st.lists(st.sampled_from(ATTACKS), min_size=1, max_size=3)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + attack + text[at:]
    return text


@LAW
@given(hostile_texts())
def test_no_page_body_produces_unsafe_output(pipeline: Pipeline, text: str) -> None:
    assert pipeline.run_with_body(text.encode()) == []


@LAW
@given(st.text("-:[]{}#&*!|>%@`'\" \n\tabtile", max_size=60), hostile_texts())
def test_no_front_matter_produces_unsafe_output(pipeline: Pipeline, summary: str, text: str) -> None:
    assert pipeline.run_with_page(f"---\ntitle: One\nsummary: {summary}\n---\n{text}".encode()) == []


@LAW
@given(st.binary(max_size=60), st.integers(0, 200))
def test_no_bytes_within_a_page_produce_unsafe_output(pipeline: Pipeline, data: bytes, at: int) -> None:
    page = FRONT_MATTER + b"## Part\n\nWords and [a link](index.md).\n"

    assert pipeline.run_with_page(page[:at] + data + page[at:]) == []


@LAW
@given(st.lists(st.sampled_from(SVG_PARTS)))
def test_no_svg_image_produces_unsafe_output(pipeline: Pipeline, parts: list[str]) -> None:
    svg = SVG.decode().replace("/>", f"{''.join(parts)}></svg>")

    assert pipeline.run_with_svg(svg.encode()) == []
