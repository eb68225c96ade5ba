"""Single numbers: digits, number words, dozens, vulgar fractions."""

import re
from collections.abc import Iterator
from fractions import Fraction

from crpsguide.frozen import frozen
from crpsguide.language.expressions import same_length_lower
from crpsguide.language.patterns import AS_TYPED, Pattern

_ONES = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
           "⅘": (4, 5), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅒": (1, 10)}  # fmt: skip

_BLANK = "[ \u00a0\u2009\u202f]"
_SMALL = "|".join((*_TENS, *sorted(_ONES, key=len, reverse=True)))
_BIG = "|".join(_LARGE)
_DIGITS = rf"(?<![\d.,])(?:\d{{1,3}}(?:(?:,|{_BLANK})\d{{3}}){{1,4}}(?!\d)|\d{{1,15}}(?!\d))(?:\.\d{{1,15}})?"
_WORDS = (
    rf"\b(?:(?:an?|half[ -]an?|(?:{_SMALL}))(?=[ -](?:{_BIG})\b)|(?:{_SMALL})\b|(?:(?<=per )|(?<=every )|(?<=good )"
    rf"|(?<=each ))(?:{_BIG})\b)"
    rf"(?:[ -](?:and )?(?:{_SMALL}|{_BIG})\b)*"
)
_NUMERAL = Pattern(  # for small letters
    rf"(?P<digits>{_DIGITS})(?P<vulgar>[{''.join(_VULGAR)}])?(?:{_BLANK}(?P<large>{_BIG})\b)?"
    rf"|(?P<only>[{''.join(_VULGAR)}])|(?P<words>{_WORDS})",
    AS_TYPED,
    needs=f"# {' '.join((*_ONES, *_TENS, *_LARGE))}",
)
_AND_A_HALF = Pattern(rf" and a half\b(?: (?P<large>{_BIG})\b)?")
REACH = 400  # characters; no words that bear on a number stand farther before it


@frozen
class Numeral:
    """One number as it is written. `step` is the size of its last digit; `is_word` distinguishes `ten` from `10`."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    is_word: bool


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of a text, in order, whatever it measures.

    >>> [str(one.value) for one in numerals("Two hundred and fifty, 1,339, 4.2, half a dozen, 2½")]
    ['250', '1339', '21/5', '6', '5/2']
    """
    if not _NUMERAL.may_stand_in(text):
        return
    at, small = 0, same_length_lower(text)
    while match := _NUMERAL.compiled.search(small, at):
        numeral = _words(match) if match["words"] else _figures(match)
        if half := _AND_A_HALF.match(text, numeral.end):
            large = _LARGE[half["large"].casefold()] if half["large"] else 1
            value = (numeral.value + Fraction(1, 2)) * large
            numeral = Numeral(numeral.start, half.end(), value, Fraction(large, 2), True)
        yield numeral
        at = numeral.end


def _figures(match: re.Match[str]) -> Numeral:
    if match["only"]:
        value = Fraction(*_VULGAR[match["only"]])
        return Numeral(match.start(), match.end(), value, Fraction(1, value.denominator), False)
    written = re.sub(rf",|{_BLANK}", "", match["digits"])
    value = Fraction(written)
    step = Fraction(1, 10 ** len(written.partition(".")[2]))
    if match["vulgar"]:
        part = Fraction(*_VULGAR[match["vulgar"]])
        value, step = value + part, Fraction(1, part.denominator)
    if match["large"]:
        large = _LARGE[match["large"].casefold()]
        value, step = value * large, step * large
    return Numeral(match.start(), match.end(), value, step, False)


def _words(match: re.Match[str]) -> Numeral:
    """As many words as make one number: `two three` are two, `twenty three` are one."""
    total, group, end = Fraction(0), Fraction(0), match.start()
    last = 10**9  # the place of the word before: what follows must be smaller
    for word in re.finditer(r"[a-z]+", match["words"], re.IGNORECASE):
        name = word[0].casefold()
        if name in ("a", "an"):
            group = group or Fraction(1)
        elif name == "half":
            group = Fraction(1, 2)
        elif name == "and":
            if last < 100:
                break
            continue
        elif name in _LARGE:
            group = (group or Fraction(1)) * _LARGE[name]
            last = _LARGE[name]
            if last >= 1000:
                total, group = total + group, Fraction(0)
        else:
            value = _ONES.get(name, _TENS.get(name, 0))
            if last < 100 and (last not in _TENS.values() or value >= 10):
                break
            group += value
            last = max(value, 1)
        end = match.start() + word.end()
    return Numeral(match.start(), end, total + group, Fraction(1), True)


def words_before(text: str, at: int) -> str:
    """What stands before a place, as far as it bears on a number there: in a long text each look back costs the same.

    >>> words_before("about 5 mg", 6)
    'about '
    """
    return text[max(0, at - REACH) : at]
