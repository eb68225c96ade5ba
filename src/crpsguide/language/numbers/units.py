"""Units as people write them, in sentences and in evidence files."""

import re
from collections.abc import Mapping
from fractions import Fraction

from crpsguide.language.numbers.amounts import Kind, Measure
from crpsguide.language.numbers.numerals import numerals
from crpsguide.language.patterns import Pattern

MONTH = Fraction(30437, 1000)  # days, on average
YEAR = Fraction(36525, 100)  # days

_DAYS: Mapping[str, Fraction] = {
    "seconds? secs? s": Fraction(1, 86400),
    "minutes? mins?": Fraction(1, 1440),
    "hours? hrs? h": Fraction(1, 24),
    "days? d": Fraction(1),
    "nights?": Fraction(1),
    "weeks? wks? wk": Fraction(7),
    "fortnights?": Fraction(14),
    "months? mo": MONTH,
    "years? yrs? yr": YEAR,
    "decades?": 10 * YEAR,
}
_OTHERS: Mapping[str, tuple[Kind, Fraction]] = {
    "micrograms? mcg ug µg μg": (Kind.MASS, Fraction(1, 1000)),
    "milligram(?:me)?s? mg mgs": (Kind.MASS, Fraction(1)),
    "gram(?:me)?s? g": (Kind.MASS, Fraction(1000)),
    "kilogram(?:me)?s? kilos? kgs?": (Kind.MASS, Fraction(1_000_000)),
    "millilit(?:re|er)s? ml": (Kind.VOLUME, Fraction(1)),
    "lit(?:re|er)s? l": (Kind.VOLUME, Fraction(1000)),
    "millimet(?:re|er)s? mm": (Kind.LENGTH, Fraction(1)),
    "centimet(?:re|er)s? cm": (Kind.LENGTH, Fraction(10)),
    "met(?:re|er)s? m": (Kind.LENGTH, Fraction(1000)),
    "kilomet(?:re|er)s? km": (Kind.LENGTH, Fraction(1_000_000)),
    "miles?": (Kind.LENGTH, Fraction(1_609_344)),
    "°c degrees?": (Kind.TEMPERATURE, Fraction(1)),
}
_TABLE: tuple[tuple[Pattern, Kind, Fraction], ...] = tuple(
    (Pattern("|".join(names.split())), kind, factor)
    for names, (kind, factor) in (*((names, (Kind.TIME, days)) for names, days in _DAYS.items()), *_OTHERS.items())
)
_ALL = "|".join(sorted((name for names in (*_DAYS, *_OTHERS) for name in names.split()), key=len, reverse=True))
UNIT = Pattern(rf"(?P<unit>{_ALL})(?![\w’'])")
_LONG_TIMES = [name for names in _DAYS for name in names.split() if len(name) > 3]
TIME_UNIT = "|".join(_LONG_TIMES)
TIME_WORDS = " ".join(form for name in _LONG_TIMES for form in (name.rstrip("s?"), name.rstrip("?")))  # with a plural

_PER_WORD = r"kilogram(?:me)?s?|kilos?|kg|lit(?:re|er)|l|ml|m2|m²"
_OVER_WHAT = Pattern(r"\s*(?:/|\b(?:per|an?|each|every|for (?:an?|each|every|one))\b)\s*(?P<thing>[a-z-]+)")
_COUNTS = "two three four five six seven eight nine ten eleven twelve".split()  # “every two weeks”
_PER = Pattern(
    r"\s*(?:of body weight\s*)?(?:/|·|\bper\b|\ban?\b|\beach\b|\bevery\b|\bfor (?:each|every)\b)\s*"
    rf"(?P<of>{_PER_WORD}|{TIME_UNIT}|hr?|d|wk|min|yr)(?![\w])(?:\s*(?:of body ?weight|body ?weight))?"
    rf"|\s*\bevery (?P<count>\d{{1,2}}|other|{'|'.join(_COUNTS)}) (?P<times>{TIME_UNIT})\b"
    r"|\s*\b(?P<daily>daily|weekly|monthly|hourly|yearly|annually)\b"
)
_ADVERBS = {
    "daily": Fraction(1),
    "weekly": Fraction(7),
    "monthly": MONTH,
    "hourly": Fraction(1, 24),
    "yearly": YEAR,
    "annually": YEAR,
}
_OFTEN = Pattern(
    r"(?:\s+of(?: \w+){1,2}?)?,?\s+(?P<often>once|twice|three times|four times|\d times)(?=\s+(?:an?|per|each"
    r"|every)\b"
    r"|\s+(?:daily|weekly))"
)
PEOPLE = (
    r"people|persons?|patients?|participants?|adults?|children|child|girls?|boys?|wom[ae]n|m[ae]n|volunteers?|users?"
    r"|subjects?|respondents?|teenagers?|babies|infants?|members?|carers?|adolescents?|individuals?|survivors?"
)
STUDIES = r"trials?|stud(?:y|ies)|reviews?|papers?|articles?|reports?|abstracts?|guidelines?"


def unit_of(word: str) -> tuple[Kind, Fraction] | None:
    """The kind and factor of a unit's name, or None when it is no unit of measure."""
    return next(((kind, factor) for names, kind, factor in _TABLE if names.fullmatch(word)), None)


def read_rate(text: str, at: int, factor: Fraction) -> tuple[Fraction, Fraction, str, int]:
    """What an amount is counted over (`a day`, `/kg/h`, `twice a day`): factor, days, `kg` or the like, and the end."""
    days, per, end = Fraction(0), "", at
    if often := _OFTEN.match(text, at):
        word = often["often"].split()[0].casefold()
        times = {"once": 1, "twice": 2, "three": 3, "four": 4}.get(word) or int(word)
        factor, end = factor * times, often.end()
    while match := _PER.match(text, end):
        end = match.end()
        if match["daily"]:
            days = _ADVERBS[match["daily"].casefold()]
        elif match["times"] and (known := unit_of(match["times"])):
            days = _count(match["count"].casefold()) * known[1]
        elif (known := unit_of(match["of"])) and known[0] is Kind.TIME:
            days = known[1]
        else:
            per = "kg" if match["of"].casefold().startswith("k") else match["of"].casefold()[:2]
    return factor, days, per, end if days or per else at


def over_what(text: str, at: int) -> str:
    """What a price at the end of `text[:at]` buys, “course” in “£90 a course”; empty when that is not said."""
    found = _OVER_WHAT.match(text, at)
    return found["thing"].casefold() if found and noun_class(found["thing"]) != "people" else ""


def _count(word: str) -> int:
    return int(word) if word.isdigit() else 2 if word == "other" else _COUNTS.index(word) + 2


def read_unit(text: str) -> Measure:
    """A unit of an evidence file, in free spelling.

    >>> read_unit("per_100000_per_year").factor, read_unit("points (0-10)").top
    (Fraction(1, 100000), Fraction(10, 1))
    >>> read_unit("mg/kg/h").per, read_unit("% of people").kind.value, read_unit("risk_ratio").kind.value
    ('kg', 'share', 'ratio')
    """
    unit = " ".join(re.sub(r"[_\u2010-\u2015]", lambda dash: " " if dash[0] == "_" else "-", text).casefold().split())
    if re.search(r"percentage[ -]?points?|percent[ -]points?|per cent points?|% ?-?points?|\bpp\b|\bpts?%", unit):
        return Measure(Kind.PERCENTAGE_POINTS)
    if re.search(r"\b(?:points?|score|scale|nrs|vas|rating)\b", unit) or re.fullmatch(r"(?:/|out of) ?10", unit):
        top = re.search(r"(?:\bof|out of|0 ?(?:-|to)|/) ?(\d{1,9})(?!\d)", unit)
        return Measure(Kind.SCORE, top=Fraction(top[1]) if top else Fraction(0))
    if re.search(r"%|\bper ?cent\b|\bpct\b|\bpercentage\b", unit):
        return Measure(Kind.SHARE, Fraction(1, 100), days=_over(unit))
    if whole := re.search(
        r"(?:\bper|\bin|\bof|/)(?: every| each| a)? ?(?=\d|hundred|thousand|ten\b|six\b|million)", unit
    ):
        number = next(numerals(re.sub(r"^(?=hundred|thousand|million)", "a ", unit[whole.end() :])), None)
        if number is not None and number.value > 1:
            return Measure(Kind.SHARE, 1 / number.value, days=_over(unit[whole.end() :]))
    if re.search(r"\b(?:ratio|rr|or|hr|irr|relative risk|risk ratio|times|fold|x|factor|multiple)\b", unit):
        return Measure(Kind.RATIO, noun="times" if unit.startswith("times") else "", days=_over(unit))
    if re.search(r"\b(?:proportion|fraction|probability|share|risk|prevalence|sensitivity|specificity)$", unit):
        return Measure(Kind.SHARE)
    if re.search(r"[£$€]|\b(?:pounds?|euros?|dollars?|gbp|usd|eur|pence|cents?)\b", unit):
        days = _over(unit)
        return Measure(Kind.MONEY, days=days, per="" if days else over_what(unit, unit.find(" ") + 1))
    head = UNIT.match(unit)
    if head and (found := unit_of(head["unit"])):
        factor, days, per, _ = read_rate(unit, head.end(), found[1])
        return Measure(found[0], factor, days, per)
    if not unit or re.fullmatch(r"(?:telephone )?number|n|count|value|code|name|type|edition|no\.?|units?|item", unit):
        return Measure(Kind.BARE)
    return Measure(Kind.COUNT, noun=noun_class(re.split(r" (?:per|an?|each|every) |/", unit)[0]), days=_over(unit))


def _over(unit: str) -> Fraction:
    rest = re.search(
        rf"(?:per|/|a|an|each|every)[ -]?(?:person[ -])?(?P<time>{TIME_UNIT})|person[- ](?P<time2>years?)", unit
    )
    found = unit_of(rest["time"] or rest["time2"]) if rest else None
    return found[1] if found else Fraction(0)


def noun_class(words: str) -> str:
    """The class of a counted noun: `people`, `studies`, or its stem."""
    if re.search(rf"\b(?:{PEOPLE})\b", words, re.IGNORECASE):
        return "people"
    if re.search(rf"\b(?:{STUDIES})\b", words, re.IGNORECASE):
        return "studies"
    last = words.casefold().split()[-1] if words.split() else ""
    return re.sub(r"(?:ies|y|es|s)$", "", last)
