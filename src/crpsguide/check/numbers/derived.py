"""Numbers that can be calculated from those of a finding, but are not in it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from crpsguide.check.numbers.direction import DOWN, UP
from crpsguide.check.numbers.recorded_numbers import RecordedNumber
from crpsguide.language.numbers import Amount, Kind, Known, Measure, supports
from crpsguide.language.patterns import Pattern

_OTHERS = Pattern(
    r"\b(?:no|not|without|n[’']t|never|none|rest|other|others|remaining|unchanged|worse|still|neither|failed"
    r"|cannot|missed|stayed)\b"
    r"|n[’']t\b"
)
_NONE = Pattern(r"\b(?:no|not|without|never|none|free of|nobody|gone)\b|n[’']t\b")
_COMPARED = Pattern(
    r"\b(?:more|fewer|less|higher|lower|difference|gap|extra|than|rose|fell|drop\w*|fall|rise|gain\w*|reduc\w*"
    r"|increas\w*|decreas\w*|by)\b"
)
_TOGETHER = Pattern(r"\b(?:in all|altogether|together|in total|total|combined|both groups)\b")


def derivation(text: str, amount: Amount, values: Sequence[RecordedNumber]) -> str:
    """The calculation that gives an amount (`100 − 76`); empty if there is none."""
    if re.search(r"\bfrom\b[^.;]*\bto\s+(?:\w+\s+)?$", text[: amount.start]):
        return ""  # where something ended is no sum
    return next((sum_ for known, sum_ in _sums(text, values) if supports(known, amount)), "")


def _sums(text: str, values: Sequence[RecordedNumber]) -> Iterator[tuple[Known, str]]:
    points = [one for one in values if not one.known.is_range and one.value is not None]
    for one in points:
        measure, value, written = one.known.measure, one.known.low, one.value.written if one.value else ""
        others = {match[0].casefold() for match in _OTHERS.finditer(text)} - {*one.of.casefold().split()}
        if _NONE.search(text) and _NONE.search(one.of):
            others = set()  # “no symptoms” is no complement of “free of symptoms”
        if measure.kind is Kind.SHARE and others and value * measure.factor <= 1:
            whole = 1 / measure.factor
            yield (
                Known(whole - value, whole - value, measure, one.known.step, None, one.known.wholes),
                f"{_shown(whole)} − {written}",
            )
        if measure.kind is Kind.RATIO and 0 < value < 1 and DOWN.search(text) and not UP.search(text):
            yield _share(1 - value), f"1 − {written}"
        if measure.kind is Kind.RATIO and value > 1 and UP.search(text):
            yield _share(value - 1), f"{written} − 1"
        if one.value and one.value.events and one.value.out_of and measure.kind is Kind.COUNT and others:
            for whole in one.known.wholes:
                yield Known(whole - value, whole - value, measure), f"{_shown(whole)} − {written}"
    has_ratio = any(one.known.measure.kind is Kind.RATIO for one in values)
    for one, other in permutations(points, 2):
        yield from _of_two(text, one, other, has_ratio=has_ratio)


def _of_two(text: str, one: RecordedNumber, other: RecordedNumber, *, has_ratio: bool) -> Iterator[tuple[Known, str]]:
    measure = one.known.measure
    if measure != other.known.measure or one.value is None or other.value is None or one.value is other.value:
        return
    first, second = abs(one.known.low), abs(other.known.low)
    names = one.value.written, other.value.written
    if first > second and _COMPARED.search(text):
        gap = Known(first - second, first - second, measure, one.known.step)
        yield gap, f"{names[0]} − {names[1]}"
        if measure.kind is Kind.SHARE:
            points = (first - second) * measure.factor * 100
            yield Known(points, points, Measure(Kind.PERCENTAGE_POINTS)), f"{names[0]} − {names[1]}"
        if first and DOWN.search(text):
            yield _share((first - second) / first), f"({names[0]} − {names[1]}) / {names[0]}"
        if second and UP.search(text):
            yield _share((first - second) / second), f"({names[0]} − {names[1]}) / {names[1]}"
    if second and measure.kind is not Kind.TIME and not has_ratio:
        yield Known(first / second, first / second, Measure(Kind.RATIO), Fraction(1, 100)), f"{names[0]} / {names[1]}"
    if _TOGETHER.search(text):
        yield Known(first + second, first + second, measure), f"{names[0]} + {names[1]}"


def _share(value: Fraction) -> Known:
    return Known(value, value, Measure(Kind.SHARE), Fraction(1, 100))


def _shown(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else str(float(number))
