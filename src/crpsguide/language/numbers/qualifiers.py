"""Qualifiers of numbers: about, more than, at least, nearly, up to."""

from collections.abc import Sequence
from fractions import Fraction

from crpsguide.language.numbers.amounts import Amount, Measure, Qualifier
from crpsguide.language.numbers.numerals import words_before
from crpsguide.language.numbers.units import TIME_UNIT
from crpsguide.language.patterns import Pattern

_QUALIFIER_WORDS = (
    (r"no (?:more|greater|longer|higher) than|not (?:more|longer) than|at (?:the )?most|a maximum of"
     r"|not over|not exceeding|within"
     r"|as few as no", Qualifier.AT_MOST),
    (r"no (?:fewer|less|lower) than|not (?:fewer|less) than|at least|a minimum of|from at least|≥", Qualifier.AT_LEAST),
    (r"up to|as many as|as much as|as high as|as long as", Qualifier.UP_TO),
    (r"(?:just|slightly|a little|a bit|little more|a little more) (?:over|above|more than)|little more than"
     r"|barely more than|a good",
     Qualifier.JUST_OVER),
    (r"(?:just|slightly|a little|a bit) (?:under|below|less than|short of)|not quite|nearly|almost|close to"
     r"|approaching|verging on|all but",
     Qualifier.NEARLY),
    (r"(?:far |well |many |much )?(?:more|greater|longer|higher|larger|better) than|(?:well |far )?(?:over"
     r"|above|exceeding)|in excess of"
     r"|upwards of|exceed(?:s|ed)?|beyond|older than|aged over|>", Qualifier.MORE),
    (r"not even|(?:far |well |many |much )?(?:fewer|less|lower|shorter|smaller|younger) than|(?:well |far )?(?:under"
     r"|below)|<", Qualifier.LESS),
    (r"about|around|roughly|approximately|approx\.?|circa|some|nearer|something like|in the region of|~|≈"
     r"|or so|more or less|an estimated"
     r"|estimated at|perhaps|maybe", Qualifier.ABOUT),
)  # fmt: skip


def _before_a_number(words: str) -> Pattern:
    return Pattern(rf"(?:^|(?<=[\s(,;:]))(?:{words})\s+(?:(?:an?|the|one|only|just|some)\s+)?$")


_QUALIFIERS: Sequence[tuple[Pattern, Qualifier]] = tuple(
    (_before_a_number(words), qualifier) for words, qualifier in _QUALIFIER_WORDS
)
_ANY_QUALIFIER = _before_a_number("|".join(words for words, _ in _QUALIFIER_WORDS))  # few numbers have one before them
_AFTERWARDS: Sequence[tuple[Pattern, Qualifier]] = tuple(
    (Pattern(rf"{words}"), qualifier)
    for words, qualifier in (
        (r"(?:\s+\w+)?(?:,)?\s+or (?:more|over|longer|above|higher|older|greater)\b|\+", Qualifier.AT_LEAST),
        (r"(?:\s+\w+)?(?:,)?\s+or (?:less|fewer|under|below|lower|shorter|younger)\b", Qualifier.AT_MOST),
        (r"(?:\s+\w+)?\s+or (?:so|thereabouts)\b", Qualifier.ABOUT),
        (r"(?:\s+[a-z]+){1,5}?\s+at the (?:latest|longest|outside)\b", Qualifier.AT_MOST),
        (r"(?:\s+[a-z]+){1,5}?\s+at the (?:earliest|shortest)\b", Qualifier.AT_LEAST),
        (r"(?:\s+\w+)?\s+(?:at (?:the )?(?:most|longest|latest|outside)|at a maximum|maximum)\b", Qualifier.AT_MOST),
        (
            r"(?:\s+\w+)?\s+(?:at (?:the (?:very )?)?(?:least|shortest|earliest)|at a minimum|minimum|and over)\b",
            Qualifier.AT_LEAST,
        ),
    )
)
# Words after which “over” means more; after others, “over 12 weeks” tells when.
_MORE_AFTER = "for to of is was by took takes after lasted last lasts had were well far just".split()
_DURING = Pattern(
    rf"{''.join(rf'(?<!{chr(92)}b{word} )' for word in _MORE_AFTER)}"
    r"\bover\s+(?:an?\s+|the (?:first |next |last |whole )?)?$"
)
BETWEEN = Pattern(r"\b(?:between|from)\s+(?:(?:about|around|roughly|just)\s+)?$")
_SPAN = Pattern(rf"(?:{TIME_UNIT})$")


def qualifier_at(text: str, start: int, end: int) -> Qualifier:
    """The qualifier of the number from `start` to `end`, by the words around it.

    >>> qualifier_at("for just under 12 weeks", 15, 23), qualifier_at("pain over 12 weeks", 10, 18)
    (<Qualifier.NEARLY: 'nearly'>, <Qualifier.EXACT: 'exact'>)
    """
    before = words_before(text, start)
    for pattern, qualifier in _QUALIFIERS if _ANY_QUALIFIER.search(before) else ():
        if pattern.search(before):
            is_time = qualifier is Qualifier.MORE and _SPAN.search(text[start:end]) and _DURING.search(before)
            return Qualifier.EXACT if is_time else qualifier
    return next((qualifier for pattern, qualifier in _AFTERWARDS if pattern.match(text, end)), Qualifier.EXACT)


def amount_at(
    text: str,
    span: tuple[int, int],
    low: Fraction,
    high: Fraction,
    *measures: Measure,
    qualifier: Qualifier | None = None,
    step: Fraction = Fraction(1),
    out_of: Fraction = Fraction(0),
    is_simple: bool = False,
    is_weak: bool = False,
) -> Amount:
    """The amount at a span, with the qualifier from the words around it unless one is given."""
    start, end = span
    stated = qualifier or qualifier_at(text, start, end)
    return Amount(start, end, text[start:end], low, high, step, stated, measures, out_of, is_simple, is_weak)
