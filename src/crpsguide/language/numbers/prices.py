"""Prices in a sentence: how much, of which currency."""

from collections.abc import Iterator
from fractions import Fraction

from crpsguide.language.numbers.amounts import Amount, Kind, Measure, Qualifier
from crpsguide.language.numbers.qualifiers import qualifier_at
from crpsguide.language.numbers.units import PEOPLE, over_what, read_rate
from crpsguide.language.patterns import Pattern

_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_PRICE = Pattern(
    rf"(?P<sign>\b(?:US|AU|CA|NZ)\$|[£$€]) ?(?P<low>{_FIGURE})(?: ?(?:-|–|to|and|or) ?[£$€]?(?P<high>{_FIGURE}))?"
    r"(?P<scale> ?(?:million|billion|k\b))?"
    rf"|(?<![\d.,])(?P<plain>{_FIGURE})(?P<scaled> (?:million|billion))? (?P<word>pounds|dollars|euros|GBP|USD|EUR)\b",
    needs="#",
)
_FOR_SOMEBODY = Pattern(rf" (?:an?|per|each|every|for each) (?:{PEOPLE})\b")
_CURRENCIES = {"£": "£ pound gbp", "$": "$ dollar usd", "€": "€ euro eur"}
_SCALES = {"million": 1_000_000, "billion": 1_000_000_000, "k": 1000}


def read_prices(text: str) -> Iterator[Amount]:
    """The prices in a text, each of the currency that its measure names.

    >>> [(one.words, int(one.low), one.measure.noun) for one in read_prices("About £1.2 million, or 90 dollars a day.")]
    [('£1.2 million', 1200000, '£'), ('90 dollars', 90, '$')]
    """
    for match in _PRICE.finditer(text):
        written = match["low"] or match["plain"]
        scale = _SCALES.get((match["scale"] or match["scaled"] or "").strip().casefold(), 1)
        low, high = _number(written) * scale, _number(match["high"] or written) * scale
        step = Fraction(scale, 10 ** len(written.partition(".")[2]))
        whose = _FOR_SOMEBODY.match(text, match.end())
        _, days, _, _ = read_rate(text, whose.end() if whose else match.end(), Fraction(1))
        over = "" if days else over_what(text, match.end())
        measure = Measure(Kind.MONEY, noun=currency(match["sign"] or match["word"]), days=days, per=over)
        start, end = match.span()
        qualifier = Qualifier.EXACT if low != high else qualifier_at(text, start, end)
        yield Amount(start, end, match[0], low, high, step, qualifier, (measure,))


def currency(written: str) -> str:
    """The sign of the currency that words or a unit name; nothing when they name none."""
    words = written.casefold()
    return next((sign for sign, names in _CURRENCIES.items() if any(one in words for one in names.split())), "")


def _number(written: str) -> Fraction:
    return Fraction(written.replace(",", ""))
