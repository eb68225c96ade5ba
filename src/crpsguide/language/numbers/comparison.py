"""Whether one number supports another: rounding, units, qualifiers and ranges."""

from fractions import Fraction
from math import floor

from crpsguide.frozen import frozen
from crpsguide.language.numbers.amounts import LIFETIME, Amount, Kind, Measure, Qualifier

PERCENT = Fraction(1, 100)
ABOUT_SHARE = 2 * PERCENT  # “about” may be two percentage points off
SIMPLE_SHARE = PERCENT  # a plain “two thirds” may be one off, which is what rounding to thirds loses
NEAREST_PART = 4 * PERCENT  # “about a third” when no half, quarter or fifth is nearer
NEAR_SHARE = 10 * PERCENT  # “more than 70%” is not said of 90%
ABOUT = Fraction(5, 100)  # of the value, for other units
CALENDAR = Fraction(9, 100)  # 4 weeks are stated as a month, 12 as three months
CONVERTED = Fraction(3, 100)  # 7.4 years are stated as 89 months
UNLIKE_NOUNS = frozenset({"people", "studies"})


@frozen
class Known:
    """A number from a finding: a point, or a range with two ends.

    `step` is the size of its last digit. `ci` are the ends of its interval. `wholes` are the
    numbers of people that it may be a part of. `qualifier` is exact unless words stated it otherwise.
    `is_ceiling` marks the largest that was seen.
    """

    low: Fraction
    high: Fraction
    measure: Measure
    step: Fraction = Fraction(1)
    ci: tuple[Fraction, Fraction] | None = None
    wholes: tuple[Fraction, ...] = ()
    qualifier: Qualifier = Qualifier.EXACT
    is_ceiling: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high


def could_speak_of(amount: Amount, known: Known) -> bool:
    """Whether the two are of one kind, so that they could agree or contradict each other."""
    return any(_scale(measure, known.measure) is not None for measure in amount.measures)


def supports(known: Known, amount: Amount) -> bool:
    """Whether a known number allows a sentence to say this amount.

    >>> from crpsguide.language.numbers.reading import read_amounts
    >>> share = Known(Fraction(76), Fraction(76), Measure(Kind.SHARE, PERCENT))
    >>> [supports(share, read_amounts(one)[0]) for one in ("About 3 in 4 people", "About 80%", "Nearly 80%")]
    [True, False, True]
    """
    return any(_supports(known, amount, measure) for measure in amount.measures)


def round_half_up(value: Fraction, step: Fraction) -> Fraction:
    """Rounded to a multiple of `step`, halves upwards, in one go.

    >>> round_half_up(Fraction("76.5"), Fraction(1)), round_half_up(Fraction("2.449"), Fraction(1, 10))
    (Fraction(77, 1), Fraction(12, 5))
    """
    return floor(value / step + Fraction(1, 2)) * step


def _scale(stated: Measure, known: Measure) -> Fraction | None:
    """The factor that converts a known number into the stated unit, or None if the two cannot be compared."""
    if stated.days != known.days and stated.days and known.days and LIFETIME in (stated.days, known.days):
        return None
    if Kind.BARE in (stated.kind, known.kind):
        if stated.days and known.days and stated.days != known.days:
            return None
        other = known if stated.kind is Kind.BARE else stated
        return Fraction(1) if other.kind not in (Kind.YEAR, Kind.MONEY) else None
    if stated.kind is not known.kind:
        return None
    if stated.kind in (Kind.MASS, Kind.VOLUME) and stated.per != known.per:
        return None
    if stated.kind is Kind.COUNT and stated.noun != known.noun and {stated.noun, known.noun} <= UNLIKE_NOUNS:
        return None
    if stated.kind is Kind.SCORE and stated.top and known.top and stated.top != known.top:
        return stated.top / known.top
    if (
        stated.kind is Kind.MONEY
        and (stated.days or stated.per)
        and (known.days or known.per)
        and stated.days != known.days
    ):
        return None  # a price of a week and one of a course
    scale = known.factor / stated.factor
    if stated.days and known.days and stated.days != known.days:
        scale *= stated.days / known.days
    return scale


def _supports(known: Known, amount: Amount, stated: Measure) -> bool:
    scale = _scale(stated, known.measure)
    if scale is None:
        return False
    low, high = sorted((abs(known.low * scale), abs(known.high * scale)))
    compare = _Comparison(known, amount, stated, scale)
    if (
        known.qualifier is not Qualifier.EXACT
        and known.qualifier.side == amount.qualifier.side
        and compare.is_same(high)
    ):
        return True
    if amount.qualifier is Qualifier.WITHIN:
        return compare.is_within(low, high) or (amount.is_range and compare.is_range(low, high))
    if amount.is_range:
        return compare.is_range(low, high)
    if not known.is_range:
        return compare.matches(low)
    return compare.matches_range(low, high)


@frozen
class _Comparison:
    """Comparison of a known number with a stated one, by one of its measures."""

    known: Known
    amount: Amount
    stated: Measure
    scale: Fraction

    @property
    def _is_share(self) -> bool:
        return self.stated.kind is Kind.SHARE

    @property
    def _point(self) -> Fraction:
        """One percentage point, in the unit stated."""
        return PERCENT / self.stated.factor

    @property
    def _is_converted_time(self) -> bool:
        known = self.known.measure
        return self.stated.kind is known.kind is Kind.TIME and self.stated.factor != known.factor

    def is_within(self, low: Fraction, high: Fraction) -> bool:
        """For “most” and “hundreds”: between the bounds of the word."""
        least, most = self.amount.low, self.amount.high
        return (
            least <= low
            and high <= most
            and (least == most or low > least or least * self.stated.factor > Fraction(6, 10))
        )

    def is_range(self, low: Fraction, high: Fraction) -> bool:
        """For a range stated: both ends, of a range or of an interval."""
        ends = [(low, high)] if self.known.is_range else []
        if self.known.ci:
            first, last = sorted(abs(one * self.scale) for one in self.known.ci)
            ends.append((first, last))
        return any(self._ends(self.amount.low, one) and self._ends(self.amount.high, other) for one, other in ends)

    def _ends(self, stated: Fraction, value: Fraction) -> bool:
        return self._is_exact(stated, value) or (
            self.amount.qualifier is Qualifier.ABOUT and self._is_about(stated, value)
        )

    def is_same(self, value: Fraction) -> bool:
        """Whether the number itself is the same, whatever stands before it."""
        return self._is_exact(self.amount.low, value)

    def matches(self, value: Fraction) -> bool:
        """Whether the amount may be said of this value."""
        stated = self.amount.low
        match self.amount.qualifier:
            case Qualifier.EXACT:
                return self._is_exact(stated, value)
            case Qualifier.ABOUT:
                return self._is_exact(stated, value) or self._is_about(stated, value)
            case Qualifier.UP_TO:
                return self.known.is_ceiling and self._is_exact(stated, value)
            case Qualifier.AT_LEAST:
                return value == stated or self._is_exact(stated, value) or self._is_near_above(stated, value)
            case Qualifier.AT_MOST:
                return value == stated or self._is_exact(stated, value) or self._is_near_below(stated, value)
            case Qualifier.MORE:
                return value > stated and self._is_near_above(stated, value)
            case Qualifier.JUST_OVER:
                return value > stated and self._is_close(stated, value)
            case Qualifier.LESS:
                return value < stated and self._is_near_below(stated, value)
            case Qualifier.NEARLY:
                return value < stated and self._is_close(stated, value)
            case Qualifier.WITHIN:
                return self.is_within(value, value)

    def matches_range(self, low: Fraction, high: Fraction) -> bool:
        """Whether one number may stand for a range: an end called so, or about its middle."""
        match self.amount.qualifier:
            case Qualifier.UP_TO | Qualifier.AT_MOST:
                return self._is_exact(self.amount.low, high)
            case Qualifier.NEARLY | Qualifier.LESS:
                return self.matches(high)
            case Qualifier.MORE | Qualifier.AT_LEAST | Qualifier.JUST_OVER:
                return self.matches(low)
            case Qualifier.ABOUT:
                return self._is_about(self.amount.low, (low + high) / 2)
            case _:
                return False

    def _is_exact(self, stated: Fraction, value: Fraction) -> bool:
        amount = self.amount
        if amount.out_of and self._is_share:
            return self._is_part(stated, value)
        if amount.is_simple:
            if self.stated.kind is Kind.RATIO:
                return abs(value - stated) <= stated * ABOUT
            return abs(value - stated) <= SIMPLE_SHARE * (1 / self.stated.factor)
        if self._is_converted_time:
            is_calendar = max(self.stated.factor, self.known.measure.factor) > 28
            return abs(value - stated) <= stated * (CALENDAR if is_calendar else CONVERTED)
        if round_half_up(value, amount.step) == stated:
            return True
        return self.known.step > amount.step and value == stated

    def _is_part(self, stated: Fraction, value: Fraction) -> bool:
        """For `k of n`: the count itself where n is large or known, else within a percentage point."""
        whole = self.amount.out_of
        if stated == 1 and whole >= 100 and value and self.known.measure.factor * whole != 1:
            return abs(1 / value - 1) <= CONVERTED
        if whole >= 100 or whole in self.known.wholes:
            return round_half_up(value, self.amount.step) == stated
        back = self._as_written(stated)
        if self.known.measure.factor == PERCENT and self.stated.factor * whole == 1 and whole > 10:
            return round_half_up(back, self.known.step) == abs(self.known.low)
        return abs(value - stated) <= SIMPLE_SHARE / self.stated.factor

    def _as_written(self, stated: Fraction) -> Fraction:
        return stated / self.scale

    def _is_about(self, stated: Fraction, value: Fraction) -> bool:
        if not self._is_share:
            if self.stated.kind is Kind.RATIO:
                return abs(value - stated) <= max(stated * ABOUT, Fraction(1, 20))
            return abs(value - stated) <= abs(value) * (CALENDAR if self._is_converted_time else ABOUT)
        share, said = value * self.stated.factor, stated * self.stated.factor
        if share < 5 * PERCENT:
            return abs(share - said) <= share * ABOUT
        if abs(share - said) <= ABOUT_SHARE:
            return True
        is_part = self.amount.is_simple or (0 < self.amount.out_of <= 10)
        return is_part and abs(share - said) <= NEAREST_PART and said == _nearest_part(share, said)

    def _is_near_above(self, stated: Fraction, value: Fraction) -> bool:
        if value < stated:
            return False
        if self._is_share and stated * self.stated.factor >= 5 * PERCENT:
            is_half = stated * self.stated.factor == Fraction(1, 2)
            return value - stated <= (3 if is_half else 1) * NEAR_SHARE / self.stated.factor
        return value <= stated * Fraction(3, 2)

    def _is_near_below(self, stated: Fraction, value: Fraction) -> bool:
        if value > stated:
            return False
        if self._is_share and stated * self.stated.factor >= 5 * PERCENT:
            return stated - value <= NEAR_SHARE / self.stated.factor
        return self._is_share or value >= stated * Fraction(1, 2)

    def _is_close(self, stated: Fraction, value: Fraction) -> bool:
        if self._is_share and stated * self.stated.factor >= 5 * PERCENT:
            return abs(value - stated) <= 5 * self._point
        return abs(value - stated) <= stated * Fraction(1, 8)


def _nearest_part(share: Fraction, said: Fraction) -> Fraction:
    """The half, third, quarter or fifth, or the part that was said, that lies nearest."""
    parts = {Fraction(top, whole) for whole in (2, 3, 4, 5) for top in range(1, whole)} | {said}
    return min(sorted(parts), key=lambda part: abs(part - share))
