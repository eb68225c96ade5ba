"""Minifies style sheets, and finds a position of the minified text in the source."""

import re

_GAP = r"(?:\s|(?>/\*(?!!).*?\*/))"  # whitespace or a comment; atomic, so that a comment ends at its first `*/`
_TOKENS = re.compile(
    rf"""(?P<kept>"[^"]*"|'[^']*'|/\*!.*?\*/)|{_GAP}*(?:;{_GAP}*(?=}}))?(?P<punctuation>[{{}};,>]){_GAP}*"""
    rf"""|(?P<before>[:(]){_GAP}+|{_GAP}+(?P<after>\))?""",
    re.DOTALL,
)
_LAST_SEMICOLON = re.compile(r";(?=\s*\})")  # needed only between two declarations
_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)


def minified_css(style: str) -> str:
    r"""Minify a style sheet: remove comments, whitespace and semicolons that browsers do not need.

    Comments that begin with `/*!` are kept, for rules that check finished styles.

    >>> minified_css(".a > b {\n  /* why */\n  color: var(--ink); /* decoration */\n}\n")
    '.a>b{color:var(--ink)}'
    >>> minified_css("/* why */ a { color: red } b { color: blue /* so */ }")
    'a{color:red}b{color:blue}'
    >>> minified_css(":is( h1, h2 ) + p { inset: calc(1em + 2px) }")
    ':is(h1,h2) + p{inset:calc(1em + 2px)}'
    """
    return _TOKENS.sub(lambda found: found[found.lastgroup] if found.lastgroup else " ", style).strip()


def css_without_whitespace(style: str) -> str:
    """A style sheet without comments and any whitespace: the same for a source and for its minified form."""
    return "".join(minified_css(style).split())


def source_position(style: str, index: int) -> tuple[int, int]:
    r"""The line and column, from 1, in a style sheet of a character of `css_without_whitespace(style)`.

    >>> source_position("a {\n  color: red;\n}", len("a{"))
    (2, 3)
    >>> source_position("a {\n  color: red;\n}\nb {\n}", len("a{color:red}"))
    (4, 1)
    """
    without_comments = _COMMENT.sub(lambda found: re.sub(r"\S", " ", found[0]), style)
    same_length = _LAST_SEMICOLON.sub(" ", without_comments)
    offsets = [offset for offset, character in enumerate(same_length) if not character.isspace()]
    offset = offsets[index]
    return style.count("\n", 0, offset) + 1, offset - style.rfind("\n", 0, offset)
