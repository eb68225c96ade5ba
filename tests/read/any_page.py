"""Hypothesis strategies for pages, for property tests."""

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

LAW = settings(max_examples=150)

CORNERS = "-*#[]()>|`/{}\"'<&:=!^@_~+.\\ ab1\n\t"
CORNER_PARTS = (
    "/// ask | a\n",
    "/// care-card | a\n    level: urgent\n",
    "/// go-deeper\n",
    "///\n",
    "```\n",
    "\n\n    ",
    "- ",
    "1. ",
    "[@a#b]",
    "[a](b.md)",
    "![",
    "[^1]: ",
    "[a]: b\n",
    "<b>",
    "</div>",
    "<div>\n",
    "<a href=",
    "&#1",
    "{: #a }",
    ": ",
    "|-|-|\n",
)

WORDS = st.sampled_from(
    [
        "pain",
        "It helps.",
        "Does it?",
        "about 2.5 hours",
        "e.g. heat",
        "*often*",
        "**never**",
        "***both***",
        "_some_",
        "`code`",
        "`` a`b ``",
        "[words](other.md)",
        '[words](../a/b.md#c "title")',
        "[words][ref]",
        "the [ref], too",
        "**[words](other.md)**",
        "[@a#b]",
        "[@a; @b#c].",
        "![picture](a.png)",
        "<https://example.org/a_b>",
        "<b>12</b>",
        "&lt;5",
        "R&amp;D",
        "\\*star\\*",
        "\\[x]",
        "note[^1]",
        "“quoted.” Then",
        "(in brackets.)",
        "5 * 3",
        "a_b_c",
        "é ü 👩\u200d⚕️",
    ]
)

Form = Callable[[str, str], str]
FORMS: tuple[Form, ...] = (
    lambda here, other: here,
    lambda here, other: f"{other}\n{here}\n{other}",
    lambda here, other: f"{other}  \n{here}",
    lambda here, other: f"## {here}",
    lambda here, other: f"### {other} {here} {{#an-id}}",
    lambda here, other: f"{here}\n----",
    lambda here, other: f"- {other}\n- {here}\n- {other}",
    lambda here, other: f"- {other}\n    - {other}\n        - {here}\n- {other}",
    lambda here, other: f"1. {other}\n\n    {here}\n\n2. {other}",
    lambda here, other: f"* {other}\n\n* {other}\n\n    > {here}",
    lambda here, other: f"> {other}\n> {here}",
    lambda here, other: f"> {other}\n>\n> > - {here}",
    lambda here, other: f"> 1. {other}\n>     - {here}",
    lambda here, other: f"| a | b |\n|---|---|\n| {other} | {other} |\n| {other} | {here} |",
    lambda here, other: f"a | {other}\n:--|--:\n{here} | {other}",
    lambda here, other: f"| {here} | `x|y` |\n|---|---|\n| {other} | b |",
    lambda here, other: f"Term {other}\n:   {other}\n:   {here}",
    lambda here, other: f"{other}\n{{: .calm #b }}\n\n{here}",
    lambda here, other: f"```\n[x](y.md)\n- a\n```\n\n{here}",
    lambda here, other: f"~~~ text\n/// ask | a\n~~~\n{here}",
    lambda here, other: f"    indented [x](y.md)\n\n{here}",
    lambda here, other: f"<div>\n<p>a [b](c.md)\n</div>\n\n{here}",
    lambda here, other: f"<!-- a\n[b](c.md) -->\n\n{here}",
    lambda here, other: f"/// ask | Title\n- {other}\n- {here}\n///",
    lambda here, other: f"/// go-deeper | Title\n{other}\n\n- {here}\n///",
    lambda here, other: f"{other}\n/// short-version\n{here}\n///\n{other}",
)
WITH_OPTIONS: Form = lambda here, other: f"/// care-card | Title\n    level: urgent\n\n{other} {here}\n///"  # noqa: E731 # as above
END = '[ref]: somewhere.md "Title"\n\n[^1]: The note.\n\n    Its second paragraph.\n'


@st.composite
def pages(draw: DrawFn, here: str = "") -> str:
    """A page of well-formed Markdown that contains `here`."""
    before = draw(st.lists(blocks(), max_size=3))
    after = draw(st.lists(blocks(), max_size=2))
    return "\n\n".join([*before, draw(blocks(here)), *after, END])


@st.composite
def blocks(draw: DrawFn, here: str = "") -> str:
    """A Markdown block that contains `here`."""
    form = draw(st.sampled_from((*FORMS, WITH_OPTIONS) if here else FORMS))
    words = draw(st.lists(WORDS, min_size=1, max_size=3))
    if here:
        words.insert(draw(st.integers(0, len(words))), here)
    return form(" ".join(words), " ".join(draw(st.lists(WORDS, min_size=1, max_size=3))))


def corner_texts() -> st.SearchStrategy[str]:
    """Arbitrary text of characters and strings that have a meaning in Markdown."""
    part = st.one_of(st.text(CORNERS, max_size=6), st.sampled_from(CORNER_PARTS))
    return st.lists(part, max_size=12).map("".join)
