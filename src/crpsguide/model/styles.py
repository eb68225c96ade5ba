"""A style sheet as browsers get it."""

import re

_GAP = r"(?:\s|(?>/\*(?!!).*?\*/))"  # a comment ends at its first end, whatever follows
_PIECES = re.compile(
    rf"""(?P<kept>"[^"]*"|'[^']*'|/\*!.*?\*/)|{_GAP}*(?:;{_GAP}*(?=}}))?(?P<point>[{{}};,>]){_GAP}*"""
    rf"""|(?P<before>[:(]){_GAP}+|{_GAP}+(?P<after>\))?""",
    re.DOTALL,
)
_LAST_STOP = re.compile(r";(?=\s*\})")  # browsers need it between two declarations alone
_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)


def bare_style(style: str) -> str:
    r"""A style without comments, and without the signs, blanks and lines that only its writers need.

    Comments that begin with `/*!` stay, for rules that look at finished styles.

    >>> bare_style(".a > b {\n  /* why */\n  color: var(--ink); /* decoration */\n}\n")
    '.a>b{color:var(--ink)}'
    >>> bare_style("/* why */ a { color: red } b { color: blue /* so */ }")
    'a{color:red}b{color:blue}'
    >>> bare_style(":is( h1, h2 ) + p { inset: calc(1em + 2px) }")
    ':is(h1,h2) + p{inset:calc(1em + 2px)}'
    """
    return _PIECES.sub(lambda found: found[found.lastgroup] if found.lastgroup else " ", style).strip()


def ink(style: str) -> str:
    """A style without comments and without any blank: the same for what an editor wrote and for its bare form."""
    return "".join(bare_style(style).split())


def written_at(style: str, at: int) -> tuple[int, int]:
    r"""The line and column, from 1, of a sign of a style, which is counted in the style's ink.

    >>> written_at("a {\n  color: red;\n}", len("a{"))
    (2, 3)
    >>> written_at("a {\n  color: red;\n}\nb {\n}", len("a{color:red}"))
    (4, 1)
    """
    plain = _LAST_STOP.sub(" ", _COMMENT.sub(lambda found: re.sub(r"\S", " ", found[0]), style))
    places = [place for place, sign in enumerate(plain) if not sign.isspace()]
    return style.count("\n", 0, places[at]) + 1, places[at] - style.rfind("\n", 0, places[at])
