import sys
from xml.etree.ElementTree import Element

import pytest

from crpsguide.read.component_blocks import COMPONENT_TAG
from crpsguide.read.library import MarkdownLibrary

LIBRARY = MarkdownLibrary()


def shape(element: Element) -> str:
    """An element in short: “p:words” and “ask(argument)”, with what stands in it in brackets behind them."""
    name = element.tag
    if name == COMPONENT_TAG:
        name = element.get("name", "") + (f"({argument})" if (argument := element.get("argument")) else "")
    words = f":{element.text.strip()}" if element.text and element.text.strip() else ""
    inside = f"[{' '.join(shape(one) for one in element)}]" if len(element) else ""
    return f"{name}{words}{inside}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("/// ask | Why\nb\n///", "div[ask(Why)[p:b]]", id="a block"),
        pytest.param("/// ask\nb\n\nc\n\n- d\n///\n\ne", "div[ask[p:b p:c ul[li:d]] p:e]", id="of some paragraphs"),
        pytest.param("a\n/// ask\nb\n///\nc", "div[p:a ask[p:b] p:c]", id="within a paragraph"),
        pytest.param("/// ask\n/// ask\nb\n///\n///", "div[ask[ask[p:b]]]", id="in a block of as many slashes"),
        pytest.param(
            "//// go-deeper | T\na\n\n/// ask\nb\n///\n\nc\n////\n\nd",
            "div[go-deeper(T)[p:a ask[p:b] p:c] p:d]",
            id="in a block of more slashes",
        ),
        pytest.param("- a\n\n    /// ask\n    b\n\n    c\n    ///", "div[ul[li[p:a ask[p:b p:c]]]]", id="in a list"),
        pytest.param("> /// ask\n> b\n> ///\n\nc", "div[blockquote[ask[p:b]] p:c]", id="in a quotation"),
        pytest.param("/// ask\na\n\nb", "div[ask[p:a p:b]]", id="never closed"),
        pytest.param("//// ask\na\n///\n////", "div[ask[p:a\n///]]", id="closed by other slashes"),
        pytest.param("/// ASK\na\n///", "div[ask[p:a]]", id="in capitals"),
        pytest.param("/// other\na\n///", "div[p:/// other\na\n///]", id="of a name that nobody knows"),
        pytest.param("/// ask | T\n    a: b\n///", "div[p:/// ask | T\n    a: b\n///]", id="with options"),
        pytest.param("- /// ask\n/// ask", "div[ul[li[ask]] ask]", id="behind one in a list"),
        pytest.param("> /// ask\n/// ask", "div[blockquote[ask] ask]", id="behind one in a quotation"),
        pytest.param(r"\/// ask", "div[p:/// ask]", id="escaped"),
    ],
)
def test_a_block_becomes_an_element(text: str, expected: str) -> None:
    assert shape(LIBRARY.tree(text)).replace("\x02", "").replace("47\x03", "/") == expected


def test_what_one_text_leaves_open_is_closed_before_the_next() -> None:
    LIBRARY.tree("/// ask\na")

    assert shape(LIBRARY.tree("b")) == "div[p:b]"


def test_no_depth_of_blocks_is_an_error() -> None:
    text = "\n\n".join(["/// ask"] * sys.getrecursionlimit())

    assert len(list(LIBRARY.tree(text).iter(COMPONENT_TAG))) > 10
