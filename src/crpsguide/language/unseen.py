"""Characters that take part in a text without being seen: joiners, soft hyphens, fillers, marks of direction."""

import re

_NOT_SEEN = r" \t\n\u00a0\u00ad\u034f\u115f\u1160\u180e\u200c-\u200f\u2800\u3164\ufe00-\ufe0f\uffa0"
_LETTER = r"[A-Za-z\u00c0-\u024f]"
_BETWEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200c-\u200f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
)
_WITHIN_A_WORD = re.compile(rf"(?<={_LETTER})[{_BETWEEN}]+(?={_LETTER})|\u00ad")
_NOTHING = re.compile(f"[{_NOT_SEEN}]*")


def as_seen(text: str) -> str:
    r"""A text with its words whole: without soft hyphens, and what else may stand unseen between Latin letters.

    >>> as_seen("a c\u00adu\u200dre")
    'a cure'
    """
    return _WITHIN_A_WORD.sub("", text)


def is_seen(text: str) -> bool:
    r"""Whether anything of a text can be seen.

    >>> is_seen("\u00a0\u3164"), is_seen("\u00a0a")
    (False, True)
    """
    return _NOTHING.fullmatch(text) is None
