"""Whether the unit of a value measures or counts anything, or was mistyped."""

import re

from crpsguide.language.numbers.amounts import Kind
from crpsguide.language.numbers.units import read_unit
from crpsguide.language.patterns import Pattern

UNIT_NAMES = (
    "percent", "per cent", "percentage points", "points", "people", "trials", "studies", "ratio", "times",
    "seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "micrograms", "milligrams", "grams",
    "kilograms", "millilitres", "litres", "millimetres", "centimetres", "metres", "kilometres", "miles", "degrees",
)  # fmt: skip
# Units that are never converted.
_OTHER_UNIT = Pattern(
    r"(?:mm ?hg|k?pa|hz|[km]hz|m?a|[km]?v|volts?|[km]?j|joules?|k?cal(?:ories)?|iu|[mnµu]?mol|meq|bpm|beats|breaths"
    r"|steps|[mk]?gy|m?sv|rpm|n|newtons?|nm|[mk]?w|watts?|[np]g|°?f|fahrenheit|°?c|celsius|inch(?:es)?|feet|foot|ft"
    r"|yards?|stones?|lbs?|oz|ounces?|[mc]?m[2²]|person|mph|km/h|standard|sm?d|auc|kappa|nnt|nnh|db|cohen|hedges)"
    r"(?![a-z])"
)
_COUNTS_ANYTHING = Pattern(r"(?:events?|cases?|episodes?|times|sessions?|items?|numbers?)\b")
_STEM = 5  # letters that two forms of a noun share


def is_known_unit(unit: str, words: str) -> bool:
    """Whether a unit measures something, or counts something that the words around it name.

    >>> [is_known_unit(one, "People had 6 lessons.") for one in ("mmHg", "weeks", "lessons", "weks", "4")]
    [True, True, True, False, False]
    """
    measure = read_unit(unit)
    if measure.kind is not Kind.COUNT or measure.noun in ("people", "studies"):
        return True
    if _OTHER_UNIT.match(unit) or _COUNTS_ANYTHING.match(unit):
        return True
    stem = re.sub(r"\W", "", measure.noun)[:_STEM]
    return bool(re.search(rf"\b{stem}", words, re.IGNORECASE)) if stem.strip("0123456789") else False
