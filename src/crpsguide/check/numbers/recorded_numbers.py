"""The numbers recorded in findings, parsed for comparison with those of a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, lru_cache

from crpsguide.check.numbers.direction import clause_of, direction_of
from crpsguide.check.numbers.naming import Naming, naming_of
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.numbers import Amount, Kind, Known, Measure, Qualifier, read_amounts, read_unit, supports
from crpsguide.language.patterns import Pattern
from crpsguide.model import Citation, Finding, Site, Source, Value

_NUMBER = LazyPattern(r"[-+\u2212]?\d[\d,\u2009\u202f]*(?:\.\d+)?|[-+\u2212]?\.\d+")
_RANGE = LazyPattern(
    rf"(?P<low>{_NUMBER.pattern})\s*(?:%|per ?cent)?\s*"
    rf"(?:to|-|\u2013|\u2014|and|,|;)\s*(?P<high>{_NUMBER.pattern})\s*%?"
)
_CEILING = Pattern(r"\b(?:max\w*|most|longest|highest|largest|latest|upper|top|up to|ceiling|as many as|limit)\b")
_LESS = Pattern(r"\b(?:fewer|less|lower|reduc\w*|fall|drop|decreas\w*|cut)\b")
_MORE = Pattern(r"\b(?:more|higher|increas\w*|rise|extra)\b")
_AGAINST = Pattern(r"\b(?:versus|vs\.?|against|compared with)(?!\w)")
_GAP = Pattern(r"\b(?:difference|gap|more|less|fewer|higher|lower|greater|smaller|than|against|versus|vs)\b")
# What stands around the two that are compared: “risk of falls in”, “, at one year”.
_BEFORE_SIDE = Pattern(r"^.*(?:[,;:(]|\b(?:in|among|for|of|with|on|given)\b)\s*(?=\S)")
_BEHIND_SIDE = Pattern(r"\s*(?:[,;:()]|\b(?:at|after|by|who|for)\b).*$")
_INTERVAL = Pattern(r"\b(?:CI|confidence interval)\b")
_GAINED = Pattern(
    r"(?:mean |average |median )?(?:gains?|improvements?|more|longer|extra|increased?|rise|higher|better)\b"
)
_LOST = Pattern(r"(?:mean |average |median )?(?:less|fewer|shorter|lower|reduc\w*|fall|drop|worse|loss|decrease)\b")
_PERCENT = Fraction(1, 100)
LONGEST_NUMBER = 30  # characters; beyond that it is no measurement
_PEOPLE = Measure(Kind.COUNT, noun="people")
_RATES = frozenset(map(Fraction, (100, 1000, 10_000, 100_000, 1_000_000)))  # “26 of 100,000” counts nobody


@frozen
class RecordedNumber:
    """A number recorded in a cited finding.

    `of` says what it counts, with what else tells it apart. `sign` is -1 for a fall, 1 for a rise.
    `value` is None when it stands in the finding's words or in its source's appraisal. `against` is
    what its finding compares with, and `sides` are the two that it sets against each other, when it names both.
    `stated_direction` is -1 if the finding's sentence says so much less, 1 if more; `clause` is that part of it.
    """

    known: Known
    of: str = ""
    sign: int = 0
    value: Value | None = None
    against: str = ""
    sides: tuple[str, ...] = ()
    stated_direction: int = 0
    clause: str = ""

    def __hash__(self) -> int:
        """A hash of a few fields: each sentence compares hundreds of these."""
        return hash((self.of, self.known.low.numerator))

    @property
    def is_gap(self) -> bool:
        """Whether it is a difference between two groups, not the number of one of them."""
        return bool(_GAP.search(self.of))

    @property
    def direction(self) -> int:
        """1 where it counts a gain (“more sleep”, “gain in strength”), -1 a loss, 0 where its words do not say."""
        return bool(_GAINED.match(self.of)) - bool(_LOST.match(self.of))

    @property
    def words(self) -> str:
        """The value in words for messages: `76 percent (improved)`."""
        if self.value is None:
            return ""
        number = f"{self.value.written} {self.value.unit}".strip()
        return f"{number} ({self.value.of})" if self.value.of else number


class Evidence:
    """All numbers that a sentence may state: the values of findings, and numbers in their words.

    `sources` are those of the findings, each with whether its summary counts too. See `evidence_for` for `itself`.
    """

    def __init__(
        self, findings: Sequence[Finding], sources: Sequence[tuple[Source, bool]], naming: Naming, *, itself: bool
    ) -> None:
        self.findings = findings
        self.naming = naming
        self.values = tuple(dict.fromkeys(recorded for one in findings for recorded in _of_finding(one)))
        self._sources = sources
        self._itself = itself

    @cached_property
    def others(self) -> tuple[RecordedNumber, ...]:
        """The numbers that stand in words of the findings and in appraisals, read when a sentence may tell them."""
        in_words = (recorded for one in self.findings for recorded in _in_words(one, itself=self._itself))
        appraised = (recorded for source, is_whole in self._sources for recorded in _of_source(source, whole=is_whole))
        return tuple(dict.fromkeys((*in_words, *appraised)))


def evidence_for(site: Site, citations: Sequence[Citation], *, itself: bool = False) -> Evidence | None:
    """What the findings and sources cited hold; None when none of them is in the guide.

    With `itself` the words judged are the finding's or the source's own: its sentence supports only what stands
    among its values too, its summary nothing.
    """
    findings: list[Finding] = []
    sources: list[tuple[Source, bool]] = []
    for citation in citations:
        source = site.sources.get(citation.source)
        if source is None or (citation.key and citation.key not in source.findings):
            continue
        findings.extend([source.findings[citation.key]] if citation.key else source.findings.values())
        sources.append((source, not citation.key and not itself))

    evidence = Evidence(findings, sources, naming_of(site), itself=itself)
    return evidence if findings or evidence.others else None


@lru_cache(maxsize=4096)  # findings are cited again and again
def _of_finding(finding: Finding) -> tuple[RecordedNumber, ...]:
    """The numbers of a finding's values."""
    against = _AGAINST.split(finding.comparison)[-1]
    says = [
        (one, way)
        for one in read_amounts(finding.says)
        if not one.is_simple and (way := direction_of(finding.says, one))
    ]
    return tuple(
        replace(
            recorded,
            against=against,
            sides=_sides(recorded.of) or _sides(finding.comparison),
            stated_direction=next((way for one, way in says if supports(recorded.known, one)), 0),
            clause=next((clause_of(finding.says, one) for one, _ in says if supports(recorded.known, one)), ""),
        )
        for value in finding.values
        for recorded in numbers_of_value(value)
    )


@lru_cache(maxsize=4096)
def _in_words(finding: Finding, *, itself: bool) -> tuple[RecordedNumber, ...]:
    """The numbers that stand in a finding's words."""
    stands = _stands_in if itself else _repeats_value
    stated = [recorded for recorded in _numbers_in_words(finding.says) if stands(recorded, _of_finding(finding))]
    for words in (finding.population, finding.comparison, finding.period, *(one.of for one in finding.values)):
        stated.extend(_numbers_in_words(words))
    return tuple(stated)


def _sides(words: str) -> tuple[str, ...]:
    """The two that words such as “risk, women against men” compare."""
    parts = _AGAINST.split(words)
    if len(parts) != 2:
        return ()
    return _BEFORE_SIDE.sub("", parts[0]), _BEHIND_SIDE.sub("", parts[1])


@lru_cache(maxsize=16384)  # findings are cited again and again
def numbers_of_value(value: Value) -> tuple[RecordedNumber, ...]:
    """The numbers of one value of a finding: the value itself, its counts, and their percentage."""
    return tuple(_numbers_of(value))


def _numbers_of(value: Value) -> Iterator[RecordedNumber]:
    measure = read_unit(value.unit)
    ci = _ends(value.ci)
    people = _number(value.n)
    wholes = tuple(one for one in (people, _number(value.out_of)) if one)
    for low, high, step in _values_of(value):
        of_measure = _fitted(measure, value, max(abs(low), abs(high)))
        if value.unit.strip().casefold() in ("1 in", "one in") and low and high:
            low, high = 1 / high, 1 / low
            of_measure, step = Measure(Kind.SHARE), Fraction(1, 1000)
        known = Known(
            low, high, of_measure, step, ci, wholes, is_ceiling=bool(_CEILING.search(f"{value.of} {value.kind}"))
        )
        yield RecordedNumber(known, value.of, _sign(low, value.of), value)
        if re.search(r"\bmedian\b|\bmiddle\b", value.of, re.IGNORECASE):  # half of all lie above it
            yield RecordedNumber(Known(Fraction(1, 2), Fraction(1, 2), Measure(Kind.SHARE)))
        if of_measure.kind is Kind.SHARE and low == high:
            yield from _change(low * of_measure.factor, value)
    events, whole = _number(value.events), _number(value.out_of)
    if events is not None:
        counted = measure if measure.kind is Kind.COUNT else _PEOPLE
        yield RecordedNumber(Known(events, events, counted, ci=None), value.of, 0, value)
        if whole:
            share = Known(events / whole, events / whole, Measure(Kind.SHARE), _PERCENT, ci, wholes)
            yield RecordedNumber(share, value.of, 0, value)
    for one in wholes:
        yield RecordedNumber(Known(one, one, _PEOPLE), "", 0, value)


def _values_of(value: Value) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """The ends of a value, equal when it is a point, with the size of its last digit."""
    low, high = _number(value.low), _number(value.high)
    if low is not None and high is not None:
        yield low, high, min(_step(value.low), _step(value.high))
    elif low is not None or high is not None:
        one = value.low or value.high
        yield _number(one) or Fraction(0), _number(one) or Fraction(0), _step(one)
    written = value.value.strip()
    if match := _RANGE.fullmatch(written):
        yield _number(match["low"]) or Fraction(0), _number(match["high"]) or Fraction(0), _step(match["high"])
    elif (number := _number(written)) is not None:
        yield number, number, _step(written)
    else:
        for amount in read_amounts(f"{written} {value.unit}"):
            yield amount.low, amount.high, amount.step


def _fitted(measure: Measure, value: Value, size: Fraction) -> Measure:
    """The measure, corrected by the size of the number: `2009 year` is a date, a share of 76 is a percentage."""
    if measure.kind is Kind.TIME and value.unit.strip().casefold() in ("year", "years") and 1500 < size < 2200:
        return Measure(Kind.YEAR)
    if measure.kind is Kind.SHARE and measure.factor == 1 and size > 1:
        return replace(measure, factor=_PERCENT)
    if measure.kind is Kind.BARE and "%" in value.value:
        return Measure(Kind.SHARE, _PERCENT)
    return measure


def _change(share: Fraction, value: Value) -> Iterator[RecordedNumber]:
    """A share by which something is less or more is a ratio too: “50 per cent fewer” is “halved”."""
    if _LESS.search(value.of) and share < 1:
        yield RecordedNumber(Known(1 - share, 1 - share, Measure(Kind.RATIO), _PERCENT), value.of, -1, value)
    elif _MORE.search(value.of):
        yield RecordedNumber(Known(1 + share, 1 + share, Measure(Kind.RATIO), _PERCENT), value.of, 1, value)


def _repeats_value(recorded: RecordedNumber, values: Sequence[RecordedNumber]) -> bool:
    """Whether a number in a finding's sentence repeats a value, or is of a kind that no value has.

    Where the sentence and the value differ, the value counts.
    """
    like = [
        one for one in values if one.known.measure.kind is recorded.known.measure.kind and could_speak(recorded, one)
    ]
    return not like or any(abs(one.known.low) in (recorded.known.low, recorded.known.high) for one in like)


def _stands_in(recorded: RecordedNumber, values: Sequence[RecordedNumber]) -> bool:
    """Whether the values contain the same figure, whatever it counts."""
    stated = {recorded.known.low, recorded.known.high}
    return any(stated & {*map(abs, (one.known.low, one.known.high, *(one.known.ci or ())))} for one in values)


def could_speak(recorded: RecordedNumber, other: RecordedNumber) -> bool:
    """Whether two numbers count the same sort of thing."""
    return recorded.known.measure.kind is not Kind.COUNT or recorded.known.measure.noun == other.known.measure.noun


def _numbers_in_words(words: str) -> Iterator[RecordedNumber]:
    for amount in read_amounts(words):
        yield from _recorded(amount)
        if amount.is_range and _INTERVAL.search(words):  # “it could be 3, or 20”
            yield from (
                one for end in (amount.low, amount.high) for one in _recorded(replace(amount, low=end, high=end))
            )


def _recorded(amount: Amount) -> Iterator[RecordedNumber]:
    """The number itself, by each of its measures, and the counts of a part and its whole.

    “4” of “4 in every 1,000” counts nothing by itself.
    """
    is_share = any(one.kind is Kind.SHARE for one in amount.measures)
    for measure in amount.measures:
        if is_share and measure.kind is Kind.BARE:
            continue
        wholes = (amount.out_of,) if amount.out_of else ()
        qualifier = Qualifier.EXACT if amount.qualifier is Qualifier.ABOUT else amount.qualifier
        yield RecordedNumber(Known(amount.low, amount.high, measure, amount.step, None, wholes, qualifier))
    if amount.out_of:
        if amount.out_of not in _RATES:
            yield RecordedNumber(Known(amount.low, amount.low, _PEOPLE, wholes=(amount.out_of,)))
        yield RecordedNumber(Known(amount.out_of, amount.out_of, _PEOPLE))


def _of_source(source: Source, *, whole: bool) -> Iterator[RecordedNumber]:
    if source.appraisal.people:
        people = Fraction(source.appraisal.people)
        yield RecordedNumber(Known(people, people, _PEOPLE))
    yield from _numbers_in_words(source.appraisal.size)
    if whole:
        yield from _numbers_in_words(source.summary)


def _ends(written: Sequence[str]) -> tuple[Fraction, Fraction] | None:
    numbers = [one for one in map(_number, written) if one is not None]
    return (min(numbers), max(numbers)) if len(numbers) == 2 else None


def _number(written: str) -> Fraction | None:
    text = re.sub("[,\u2009\u202f %]", "", written).replace("\u2212", "-")
    if len(text) > LONGEST_NUMBER:
        return None
    return Fraction(text) if re.fullmatch(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)", text) else None


def _step(written: str) -> Fraction:
    return Fraction(1, 10 ** len(re.sub(r"\D+$", "", written).partition(".")[2]))


def _sign(low: Fraction, of: str) -> int:
    if low < 0:
        return -1
    if re.search(r"\b(?:fall|drop|reduction|decrease|decline)\b", of, re.IGNORECASE):
        return -1
    return 1 if re.search(r"\b(?:rise|increase)\b", of, re.IGNORECASE) else 0
