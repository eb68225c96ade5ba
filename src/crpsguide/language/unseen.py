"""Characters that are not what they seem: joiners, soft hyphens and fillers that nobody sees, letters like others."""

from crpsguide.language.expressions import LazyPattern

_NOT_SEEN = r" \t\n\u00a0\u00ad\u034f\u115f\u1160\u180e\u200c-\u200f\u2800\u3164\ufe00-\ufe0f\uffa0"
_LETTER = r"[A-Za-z\u00c0-\u024f]"
_BETWEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200c-\u200f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
)
_WITHIN_A_WORD = LazyPattern(rf"(?<={_LETTER})[{_BETWEEN}]+(?={_LETTER})|\u00ad")
# Cyrillic letters that a reader takes for Latin ones, and the wide forms of all that ASCII has.
_LOOKS_LIKE = str.maketrans("аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅԌԚԜ", "aeopcyxijshdqwABEKMHOPCTXIJSGQW")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_MAY_DECEIVE = LazyPattern(rf"[{_BETWEEN}\u0400-\u052f\uff01-\uff5e]")
_WORD_IN_TWO_ALPHABETS = LazyPattern(r"\b(?=\w*[A-Za-z])(?=\w*[\u0400-\u052f])\w+")
_NOTHING = LazyPattern(f"[{_NOT_SEEN}]*")


def as_seen(text: str) -> str:
    r"""A text as readers take it: without soft hyphens and the like in its words, and without letters in disguise.

    >>> as_seen("a c\u00adu\u200dre"), as_seen("a c\u0443re"), as_seen("\uff43ure")
    ('a cure', 'a cyre', 'cure')
    """
    if text.isascii() or not _MAY_DECEIVE.search(text):
        return text
    whole = _WITHIN_A_WORD.sub("", text).translate(_NARROW)
    return _WORD_IN_TWO_ALPHABETS.sub(lambda word: word[0].translate(_LOOKS_LIKE), whole)


def is_seen(text: str) -> bool:
    r"""Whether anything of a text can be seen.

    >>> is_seen("\u00a0\u3164"), is_seen("\u00a0a")
    (False, True)
    """
    return _NOTHING.fullmatch(text) is None
