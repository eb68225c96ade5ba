"""Finds every amount in a sentence, however it is stated."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, lru_cache

from crpsguide.language.numbers.advice import seldom_finds
from crpsguide.language.numbers.amounts import Amount, Kind, Measure, Qualifier
from crpsguide.language.numbers.measuring import BARE, PERCENT, measure_of, whole_of
from crpsguide.language.numbers.non_measurements import non_measurements, one_counts
from crpsguide.language.numbers.numerals import Numeral, numerals, words_before
from crpsguide.language.numbers.qualifiers import BETWEEN, amount_at, qualifier_at
from crpsguide.language.numbers.units import PEOPLE, UNIT, YEAR, unit_of
from crpsguide.language.numbers.worded import worded_amounts
from crpsguide.language.patterns import AS_TYPED, Pattern

_EVERY_BEFORE = Pattern(r"\b(?:of|in|out of|among|for)\s+(?:every|each)\s+$")
_ALL_BUT = Pattern(r"\ball but\s+$")
_OF_BEFORE = Pattern(r"(?:^|[,;:] )(?:and |but )?(?:out )?of\s+$")  # “Of 100 people with the drip, 46 …”
_FOR_EACH_ONE = Pattern(rf"\b(?:for|to) (?:every|each)(?: (?:one|1))? (?:{PEOPLE})\b[^.;:\d]*$")  # “there are 3 women”
_ROUND_WHOLES = frozenset((10, 100, 1000, 10_000, 100_000, 1_000_000))
_RANGE_JOIN = Pattern(
    r"\s*(?P<unit>%|per ?cent|percent|[a-z°µ]+)?\s*(?:(?P<dash>[-\u2010-\u2015\u2212])|\b(?P<word>to|and|or"
    r"|up to)\b)\s*"
)
_MOVES = Pattern(
    r"\b(?:went|goes|go|fell|falls?|fallen|dropp?(?:ed|s|ing)?|rose|rises?|risen|increas\w*|decreas\w*|grew|chang\w*|came"
    r"|moved?|sank|climb\w*|improv\w*|lower(?:ed|s)|rais\w*|reduc\w*|took(?! (?:anything |anywhere )?from)|down|up|cut"
    r"|shrank|declin\w*)\b[^.;]*\bfrom\s+(?:\w+\s+){0,2}$"
)
_AGE = Pattern(
    r"\b(?:aged?|ages|over|under|older than|younger than|people|women|men|adults|children)\s+(?:(?:of|from"
    r"|between|about|over|under|under the age of)\s+)*"
    r"(?:\d+\s*(?:to|and|-)\s*)?$")  # fmt: skip
_AGE_AFTER = Pattern(r"\s*[-\s]years?[-\s](?:olds?|of age)\b")
_LISTS = Pattern(r"(?:[\s\d,.-]|and|or|to|then|with|from|about)*")
_CALENDAR_SLIP = Fraction(1, 100)  # a year of 365.25 days has 12 months
_SPANS = frozenset((Kind.TIME, Kind.SCORE, Kind.MASS, Kind.LENGTH, Kind.VOLUME))
_COMPOUND_JOIN = Pattern(r",? (?P<and>and )?", AS_TYPED)
_TWO_TIMES = Pattern(r"\b(?:at|between|both|after)\s+$")  # “at 1 hour and 30 minutes”
_CLAUSE_ENDS = Pattern(r"\s*(?:[,;.!?)](?!\d)|$)", AS_TYPED)
_NUMBER_MAY_FOLLOW = Pattern(
    r"(?:^|[(,;:–—/]|\b(?:at|by|to|of|from|than|was|were|is|are|had|has|have|against|with|only|just|about"
    r"|around|roughly|and|or|versus|vs"
    r"|nearly|almost|over|under|least|most|for|in|on|another|further|other|approximately|some|be|as|saw|found"
    r"|put|but|the|between|took"
    r"|scored|reached|averaged|totalled|counted|included|enrolled|fell|rose|within|per|into|up|down|more|fewer"
    r"|all|each|said|felt|a|after|say))\s*$"
)


@lru_cache(maxsize=8192)  # findings are cited again and again, and several rules read each sentence
def read_amounts(text: str) -> tuple[Amount, ...]:
    """Every number of a sentence that may be a finding, in order.

    >>> [(one.words, one.kind.value) for one in read_amounts("About two thirds of the 60 people had type 2.")]
    [('two thirds', 'share'), ('60 people', 'count')]
    >>> read_amounts("Step 3: on the one hand, ring 0800 123 456 on 3 March 2024.")
    ()
    """
    return _Reader(text).amounts()


class _Reader:
    """Reads one sentence; characters that one pattern has matched are not read by the next."""

    def __init__(self, text: str) -> None:
        self.text = re.sub("[\u00a0\u2009\u202f]", " ", text)
        self.taken = bytearray(len(self.text))  # which characters
        self.found: list[Amount] = []
        self.whole = Fraction(0)

    @cached_property
    def is_weak(self) -> bool:
        """Whether the numbers of the sentence may well be no findings; asked only where there is one."""
        return seldom_finds(self.text)

    def amounts(self) -> tuple[Amount, ...]:
        stated, written = list(worded_amounts(self.text)), list(numerals(self.text))
        if not stated and not written:
            return ()
        for start, end in non_measurements(self.text):
            self._mark(start, end)
        for amount in stated:
            if not self._is_taken(amount.start, amount.end):
                self._take(amount)
        left = [one for one in written if not self._is_taken(one.start, one.end) and self._counts(one)]
        while left:
            used = self._range(left) or self._of_whole(left) or self._single(left)
            left = left[used:]
        return tuple(self._joined(self._inherited(sorted(self.found, key=lambda one: one.start))))

    def _is_taken(self, start: int, end: int) -> bool:
        return self.taken.find(1, start, end) >= 0

    def _mark(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * len(self.taken[start:end])

    def _take(self, amount: Amount) -> None:
        self._mark(amount.start, amount.end)
        self.found.append(replace(amount, is_weak=amount.is_weak or self.is_weak))

    def _add(
        self,
        span: tuple[int, int],
        low: Fraction,
        high: Fraction,
        *measures: Measure,
        qualifier: Qualifier | None = None,
        step: Fraction = Fraction(1),
        out_of: Fraction = Fraction(0),
        is_weak: bool = False,
    ) -> None:
        self._take(
            amount_at(
                self.text, span, low, high, *measures, qualifier=qualifier, step=step, out_of=out_of, is_weak=is_weak
            )
        )

    def _counts(self, numeral: Numeral) -> bool:
        word = self.text[numeral.start : numeral.end].casefold()
        return word not in ("one", "zero") or (word == "one" and one_counts(self.text, numeral.start))

    def _range(self, left: Sequence[Numeral]) -> int:
        """Reads two numbers that are the ends of a range; returns how many numbers it used."""
        if len(left) < 2:
            return 0
        first, second = left[0], left[1]
        join = _RANGE_JOIN.fullmatch(self.text[first.end : second.start])
        if not join or (join["unit"] and not (UNIT.fullmatch(join["unit"]) or PERCENT.fullmatch(join["unit"]))):
            return 0
        before = words_before(self.text, first.start)
        word = (join["word"] or "").casefold()
        if word == "and" and not re.search(r"\bbetween\s+(?:\w+\s+)?$", before, re.IGNORECASE):
            return 0
        measures, end = measure_of(self.text, second)
        low = first.value * self._scale(join["unit"], measures[0])
        if low >= second.value or (word == "or" and second.value - first.value > 2) or _MOVES.search(before):
            return 0
        if measures[0].kind is Kind.BARE and _AGE.search(before):
            measures = (Measure(Kind.TIME, YEAR), BARE)
        start = first.start
        between = BETWEEN.search(before)
        qualifier = qualifier_at(self.text, start - len(before) + between.start() if between else start, end)
        whole = Fraction(0)
        used = 2
        if (
            measures[0].kind in (Kind.BARE, Kind.COUNT)
            and len(left) > 2
            and (share := whole_of(self.text, second, left[2]))
        ):
            measures, end, whole, used = share[0], share[1], left[2].value, 3
        elif word == "or" and measures[0].kind is Kind.BARE:
            return 0
        if word == "or":
            qualifier = Qualifier.WITHIN  # “2 or 3 in 10” may stand for a quarter
        elif qualifier in (
            Qualifier.UP_TO,
            Qualifier.AT_LEAST,
            Qualifier.AT_MOST,
            Qualifier.MORE,
            Qualifier.LESS,
            Qualifier.NEARLY,
        ):
            qualifier = Qualifier.EXACT
        weak = self._is_weak(first, measures) or (word == "or" and first.is_word)
        self._add(
            (start, end),
            low,
            second.value,
            *measures,
            qualifier=qualifier,
            step=min(first.step, second.step),
            out_of=whole,
            is_weak=weak,
        )
        return used

    def _scale(self, unit: str | None, measure: Measure) -> Fraction:
        """What turns a number in a unit into one of the measure: “3 months to 12 years” begins at 0.25 years."""
        known = unit_of(unit) if unit else None
        return known[1] / measure.factor if known and known[0] is measure.kind else Fraction(1)

    def _of_whole(self, left: Sequence[Numeral]) -> int:
        """`38 of the 50`, `1 person in 400`, `26 per 100,000`."""
        if len(left) < 2 or not (share := whole_of(self.text, left[0], left[1])):
            return 0
        measures, end = share
        part, whole = left[0], left[1]
        if re.search(r"\b(?:every|each)\b", self.text[part.end : whole.start]):
            self.whole = whole.value
        start, value, qualifier = part.start, part.value, None
        if all_but := _ALL_BUT.search(words_before(self.text, start)):
            start, value = start - len(all_but[0]), whole.value - part.value
            qualifier = Qualifier.EXACT
        self._add((start, end), value, value, *measures, qualifier=qualifier, step=part.step, out_of=whole.value)
        return 2

    def _single(self, left: Sequence[Numeral]) -> int:
        one = left[0]
        before = words_before(self.text, one.start)
        is_frequency = _OF_BEFORE.search(before) and one.value >= 100
        if one.value in _ROUND_WHOLES and (is_frequency or _EVERY_BEFORE.search(before)):
            self.whole = one.value
            self._mark(one.start, one.end)
            return 1
        measures, end = measure_of(self.text, one)
        if measures[0].kind is Kind.BARE and _AGE.search(words_before(self.text, one.start)):
            measures = (Measure(Kind.TIME, YEAR), BARE)
        elif measures[0].kind is Kind.BARE:
            if one.is_word and one.value <= 10 and not self.found and not self.whole:
                return 1
            if not _NUMBER_MAY_FOLLOW.search(words_before(self.text, one.start)):
                if not one.is_word and _CLAUSE_ENDS.match(self.text, one.end):
                    self._add((one.start, end), one.value, one.value, *measures, step=one.step, is_weak=True)
                return 1
        if measures[0].noun == "people" and _FOR_EACH_ONE.search(before):
            measures = (Measure(Kind.RATIO), *measures)
        if self.whole and measures[0].kind in (Kind.BARE, Kind.COUNT) and one.value <= self.whole:
            measures = (*measures, Measure(Kind.SHARE, 1 / self.whole))
        self._add(
            (one.start, end), one.value, one.value, *measures, step=one.step, is_weak=self._is_weak(one, measures)
        )
        return 1

    def _is_weak(self, numeral: Numeral, measures: Sequence[Measure]) -> bool:
        measure = measures[0]
        if _AGE_AFTER.match(self.text, numeral.end) or (
            measure.kind in (Kind.BARE, Kind.TIME) and _AGE.search(words_before(self.text, numeral.start))
        ):
            return True
        if measure.kind is Kind.COUNT and measure.noun not in ("people", "studies"):
            return numeral.value <= 20
        return measure.kind is Kind.RATIO and measure.noun == "times"

    def _inherited(self, found: Sequence[Amount]) -> Iterator[Amount]:
        """Let numbers without a unit take that of their neighbours: `3, 6 and 12 months`, `weeks 4 and 12`."""
        listed = self._listed(found)
        before: Amount | None = None
        for one, after in zip(found, listed, strict=True):
            if one.kind is not Kind.BARE:
                before = one
                yield one
            elif after is not None and after.kind in (Kind.TIME, Kind.SHARE, Kind.MASS, Kind.SCORE, Kind.COUNT):
                yield replace(one, measures=(*after.measures, BARE))
            elif before is not None and before.kind is not Kind.COUNT and before.out_of in (0, *_ROUND_WHOLES):
                yield replace(one, measures=(BARE, *before.measures))
            else:
                yield one

    def _joined(self, amounts: Iterable[Amount]) -> Iterator[Amount]:
        """Joins the parts of one time, `1 hour 30 minutes`, and the ends of a range, `half an hour and two hours`."""
        first: Amount | None = None
        for second in amounts:
            if first and self._is_between(first, second):
                low = first.low * first.measure.factor / second.measure.factor
                words = self.text[first.start : second.end]
                second = replace(second, start=first.start, words=words, low=low, qualifier=Qualifier.EXACT)
            elif first and self._is_compound(first, second):
                scale = first.measure.factor / second.measure.factor
                if abs(scale - round(scale)) < _CALENDAR_SLIP:
                    scale = Fraction(round(scale))
                value, words = first.low * scale + second.low, self.text[first.start : second.end]
                second = replace(
                    second,
                    start=first.start,
                    words=words,
                    low=value,
                    high=value,
                    qualifier=first.qualifier,
                    is_weak=first.is_weak,
                )
            elif first:
                yield first
            first = second
        if first:
            yield first

    def _is_between(self, first: Amount, second: Amount) -> bool:
        if first.is_range or second.is_range or first.kind is not second.kind or first.kind not in _SPANS:
            return False
        is_smaller = first.low * first.measure.factor < second.low * second.measure.factor
        is_joined = self.text[first.end : second.start] == " and "
        return is_smaller and is_joined and bool(BETWEEN.search(words_before(self.text, first.start)))

    def _is_compound(self, first: Amount, second: Amount) -> bool:
        if first.is_range or second.is_range or not first.kind is second.kind is Kind.TIME:
            return False
        is_part = second.low * second.measure.factor < first.measure.factor and not second.measure.days
        join = _COMPOUND_JOIN.fullmatch(self.text, first.end, second.start) if is_part else None
        return join is not None and not (join["and"] and _TWO_TIMES.search(words_before(self.text, first.start)))

    def _listed(self, found: Sequence[Amount]) -> Sequence[Amount | None]:
        """For each amount, the one with a unit at the end of the list in which it stands; None where there is none."""
        ends: list[Amount | None] = []
        for one, after in zip(reversed(found), [None, *reversed(found)], strict=False):
            if after is None or not _LISTS.fullmatch(self.text, one.end, after.start):
                ends.append(None)
            elif after.kind is not Kind.BARE:
                ends.append(after)
            else:
                ends.append(ends[-1] if _LISTS.fullmatch(self.text, after.start, after.end) else None)
        return ends[::-1]
