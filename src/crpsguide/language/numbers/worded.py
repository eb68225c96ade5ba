"""Amounts that are stated in words, without a numeral: most, dozens, doubled, a third, half an hour, a fortnight."""

from collections.abc import Iterator
from fractions import Fraction

from crpsguide.language.numbers.amounts import Amount, Kind, Measure, Qualifier
from crpsguide.language.numbers.fractions_in_words import fractions_in_words
from crpsguide.language.numbers.numerals import numerals, words_before
from crpsguide.language.numbers.qualifiers import BETWEEN, amount_at, qualifier_at
from crpsguide.language.numbers.units import PEOPLE, TIME_UNIT, TIME_WORDS, UNIT, noun_class, read_rate, unit_of
from crpsguide.language.patterns import AS_TYPED, Found, Pattern

_SHARE = Measure(Kind.SHARE)
_TENTH = Fraction(1, 10)

_VAGUE = Pattern(
    r"\b(?P<tens>tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands|millions)\s+of\b"
    r"|\b(?P<few>a (?:few|couple of|couple)|several)\s+(?P<size>hundred|thousand|dozen)\b|\b(?P<hand>a handful) of\b",
    needs="tens hundreds dozens scores thousands millions few couple several handful",
)
_VAGUE_BOUNDS = {
    "dozens": (24, 150),
    "scores": (40, 300),
    "hundreds": (150, 2500),
    "thousands": (1500, 25_000),
    "tens of thousands": (15_000, 250_000),
    "hundreds of thousands": (150_000, 2_500_000),
    "millions": (1_500_000, 10**10),
}
_SIZES = {"hundred": 100, "thousand": 1000, "dozen": 12}
# “A psychiatrist saw everyone” is no share: it tells who was looked at, not what happened to them.
_LOOKED_AT = (
    r"(?<!\bsaw )(?<!\bsee )(?<!\bsees )(?<!\bmet )(?<!\basked )(?<!\bexamined )(?<!\bchecked )(?<!\btested )"
    r"(?<!\bfollowed )(?<!\binterviewed )(?<!\bassessed )"
)
# What became of people; “nobody asked them”, “no one was stated” counts nobody.
_FARED = (
    r"(?:dropped out|died|improved|recovered|relapsed|worsened|responded|benefited|withdrew"
    r"|(?:felt|got|became|fell|stayed|remained) (?:\w+ )?(?:better|worse|well|ill|sick|dizzy|free|dependent))\b"
)
_OF_WHOM_FARED = Pattern(rf"(?: (?:of )?(?:the |them |these |those )?(?:\w+ )?(?:{PEOPLE}))? {_FARED}")
_QUANTIFIER = Pattern(
    rf"\b(?P<all>(?:nearly|almost|virtually|practically) (?:all|every(?:one|body)?|each))\b"
    rf"|\b(?P<vast>(?:the |a )?(?:vast|great|large|overwhelming) majority"
    rf"|all but a few)\b|\b(?P<majority>(?:the "
    rf"|a )?majority|most(?= (?:of (?:them\b|(?:the |those |these )(?:\w+ )?(?:{PEOPLE})\b)|(?:\w+ )?(?:{PEOPLE})\b)))"
    rf"|\b(?P<minority>(?:a )?(?:small )?minority)\b|\b(?P<few>(?:very |only a )few) (?=(?:of (?:the |them)"
    rf"|{PEOPLE}|{_FARED}|(?:felt|got|had|were|returned|went|could|finished|stayed|left|slept|reported|noticed|lost|gained|stopped)\b))"
    rf"|\b(?P<hardly>(?:hardly|scarcely|barely) any(?:one|body|(?= (?:of (?:the |them)|{PEOPLE})))"
    rf"|(?:almost|nearly|virtually|practically) (?:nobody|no one|none))\b"
    rf"|\b(?P<none>(?:nobody|no[ -]one|none)(?: (?:of|in|among) (?:them|(?:the|these|those) (?:\w+ )?(?:{PEOPLE})))?"
    rf"(?= {_FARED})|no (?=(?:{PEOPLE}) {_FARED}))"
    rf"|{_LOOKED_AT}\b(?P<every>everyone|everybody|all of (?:them|those)\b(?=[^.;]*?\s(?:had|have|felt|got|were|was"
    rf"|did|reported))"
    rf"|(?<!\bof )all (?:of )?(?:the )?(?:\d+ )?(?={PEOPLE})|all (?={_FARED}))"
    rf"(?! (?:who|with|should|needs?|has to|must|in|over|under|can|is different))",
    needs="""nearly almost virtually practically hardly scarcely barely majority minority most few all everyone
        everybody nobody no none""",
)
_PERCENTS = {
    "all": (95, 100),
    "vast": (75, 100),
    "majority": (50, 100),
    "minority": (0, 50),
    "few": (0, 25),
    "hardly": (0, 10),
    "every": (100, 100),
    "none": (0, 0),
}
_RATIO = Pattern(
    r"\b(?P<double>doubl(?:es|ed|ing)|double (?=(?:the|their|your|its|that)\b)|twice (?=(?:as|the|more|that)\b))"
    r"|\b(?P<triple>tripl(?:es|ed|ing)|trebl(?:es|ed|ing)|(?:triple|treble) (?=the\b)|thrice)"
    r"|\b(?P<four>quadrupl(?:es|ed|ing))"
    r"|\b(?P<half>halv(?:es|ed|ing|e)|(?:cut|fell|dropped|reduced|lowered|down) (?:\w+ ){0,4}?(?:in|by) half)\b",
    needs="""twice double doubles doubled doubling thrice triple triples tripled tripling treble trebles trebled
        trebling quadruples quadrupled quadrupling half halve halves halved halving""",
)
_RATIOS = {"double": Fraction(2), "triple": Fraction(3), "four": Fraction(4), "half": Fraction(1, 2)}
# More than halved is less than a half.
_TURNED = {Qualifier.MORE: Qualifier.LESS, Qualifier.NEARLY: Qualifier.JUST_OVER, Qualifier.AT_LEAST: Qualifier.AT_MOST}
_FOLDS = "two three four five six seven eight nine ten twenty hundred".split()
_FOLD = Pattern(rf"\b(?P<times>{'|'.join(_FOLDS)})fold\b", needs=" ".join(f"{one}fold" for one in _FOLDS))
_BY = Pattern(r"\bby\s+(?:(?:about|around|roughly|nearly|almost|over|just)\s+)?$")
# “Every third nurse”, but not “every third day” or “every other line”.
_ORDINAL_SHARE = Pattern(
    rf"\bevery (?:(?P<which>second|third|fourth|fifth|sixth|tenth|other) (?:\w+ )?(?:{PEOPLE})"
    rf"|(?P<one>third|fourth|fifth|sixth|tenth)"
    rf" (?!(?:{TIME_UNIT}|times?|visits?|sessions?|pages?|lines?|floors?|mornings?|nights?|evenings?|weekends?|steps?"
    r"|breaths?|weekday|call|dose|drip|tablet|stitch|stop|street|house|seat|row|\w+day|of|one|and|in)\b)[a-z]{3,})\b",
    needs="every",
)
_ORDINALS = {"second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
# What is named after the time it takes: “a day visit” lasts no day.
_NAMED_BY_TIME = (
    r"(?:visits?|stays?|cases?|patients?|cent(?:re|er)s?|clinics?|wards?|units?|hospitals?|surgery|trips?|care|courses?"
    r"|programmes?|programs?|plans?|diary|diaries|shifts?|pass|tickets?)"
)
_A_TIME = Pattern(
    rf"\b(?P<before>lasted|lasts?|lasting|took|takes?|for|within|after|about|around|under|over|than|nearly"
    rf"|almost|at least|up to|by)"
    rf"\s+(?:only |just |about |around |nearly |almost |less than |more than |over |under "
    rf"|at least )?(?P<a>an?)\s+(?P<unit>{TIME_UNIT})\b(?! {_NAMED_BY_TIME}\b)"
    r"(?P<half> and a half)?|\b(?P<a2>an?)\s+(?P<unit2>day|week|fortnight|month|year|hour) (?:later|after|on\b"
    r"|and a half\b)",
    needs=f"{TIME_WORDS} day week fortnight month year hour",
)
_COUNTED_OVER = Pattern(rf"(?:\b(?:{TIME_UNIT}|times|once|twice|half)|\d\s?\w{{1,2}})\s+$")
_AND_A_HALF = " and a half"
_NTH = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_NTH_TIME = Pattern(
    rf"\b(?:by|until|at|after) (?:the end of )?the (?P<which>{'|'.join(_NTH)}) (?P<unit>day|week|month|year)\b",
    needs=" ".join(_NTH),
)
_FORTNIGHT = Pattern(r"\b(?:an?|one)? ?(?:fortnight)\b", needs="fortnight")
_RISKY = Pattern(r"\s*(?:as (?:likely|common|often|many|much|high|frequent)|the (?:risk|chance|odds|rate|dose|number))")
_OF = Pattern(r"[ -](?:of )?(?:an? |the )?", AS_TYPED)
_POINT = Pattern(r" (?:of )?an? point\b")
_COMPARED = Pattern(r" (?:lower|higher|less|more|fewer)\b", AS_TYPED)


def worded_amounts(text: str) -> Iterator[Amount]:
    """Amounts without a numeral; where two overlap, the first is meant.

    >>> [one.words for one in worded_amounts("Most people improved, and the dose was halved within half a year.")]
    ['Most', 'halved', 'half a year']
    """
    for read in (_vague_counts, _quantifiers, _ratios, _folds, _ordinal_shares, _times, _parts):
        yield from read(text)


def _vague_counts(text: str) -> Iterator[Amount]:
    for match in _VAGUE.finditer(text):
        if match["tens"]:
            low, high = _VAGUE_BOUNDS[match["tens"].casefold()]
        elif match["hand"]:
            low, high = 2, 10
        else:
            size = _SIZES[match["size"].casefold()]
            low, high = 2 * size, 9 * size
        counted = Measure(Kind.COUNT, noun=noun_class(text[match.end() :].split(".")[0][:30]))
        yield amount_at(text, match.span(), Fraction(low), Fraction(high), counted, qualifier=Qualifier.WITHIN)


def _quantifiers(text: str) -> Iterator[Amount]:
    for match in _QUANTIFIER.finditer(text):
        low, high = (Fraction(one, 100) for one in _PERCENTS[match.lastgroup or "majority"])
        start, end = _trimmed(match)
        is_weak = match.lastgroup != "every" or not _OF_WHOM_FARED.match(text, end)
        yield amount_at(text, (start, end), low, high, _SHARE, qualifier=Qualifier.WITHIN, is_weak=is_weak)


def _ratios(text: str) -> Iterator[Amount]:
    for match in _RATIO.finditer(text):
        value = _RATIOS[match.lastgroup or "double"]
        start, end = _trimmed(match)
        qualifier = qualifier_at(text, start, end)
        if value < 1:
            qualifier = _TURNED.get(qualifier, qualifier)
        yield amount_at(
            text, (start, end), value, value, Measure(Kind.RATIO), qualifier=qualifier, step=_TENTH, is_simple=True
        )


def _folds(text: str) -> Iterator[Amount]:
    for match in _FOLD.finditer(text):
        value = next((one.value for one in numerals(f"a {match['times']}")), Fraction(100))
        yield amount_at(text, match.span(), value, value, Measure(Kind.RATIO))


def _ordinal_shares(text: str) -> Iterator[Amount]:
    for match in _ORDINAL_SHARE.finditer(text):
        value = Fraction(1, _ORDINALS[(match["which"] or match["one"]).casefold()])
        yield amount_at(text, match.span(), value, value, _SHARE, is_simple=True)


def _times(text: str) -> Iterator[Amount]:
    for match in _A_TIME.finditer(text):
        start = match.start("a" if match["a"] else "a2")
        unit = match["unit"] or match["unit2"]
        known = unit_of(unit)
        if known is None or _COUNTED_OVER.search(words_before(text, start)):
            continue
        end = text.index(unit, start) + len(unit)
        days = Measure(Kind.TIME, known[1])
        if text[end:].startswith(_AND_A_HALF):
            value = Fraction(3, 2)
            yield amount_at(text, (start, end + len(_AND_A_HALF)), value, value, days, step=Fraction(1, 2))
        else:
            yield amount_at(text, (start, end), Fraction(1), Fraction(1), days, is_weak=True)
    for match in _NTH_TIME.finditer(text):
        value, known = Fraction(2 + _NTH.index(match["which"].casefold())), unit_of(match["unit"])
        if known:
            yield amount_at(
                text, (match.start("which"), match.end()), value, value, Measure(Kind.TIME, known[1]), is_weak=True
            )
    for match in _FORTNIGHT.finditer(text):
        yield amount_at(text, match.span(), Fraction(1), Fraction(1), Measure(Kind.TIME, Fraction(14)))


def _parts(text: str) -> Iterator[Amount]:
    parts = list(fractions_in_words(text))
    while parts:
        (start, end, value), *parts = parts
        if parts and value < parts[0][2] and _is_between(text, start, end, parts[0][0]):
            (_, last, high), *parts = parts
            yield amount_at(text, (start, last), value, high, _SHARE, qualifier=Qualifier.EXACT, is_simple=True)
        else:
            yield _part(text, start, end, value)


def _is_between(text: str, start: int, end: int, other: int) -> bool:
    """Whether two parts of a whole are the ends of one amount: “between a fifth and a quarter”."""
    join = text[end:other].strip().casefold()
    return join == "to" or (join == "and" and bool(BETWEEN.search(words_before(text, start))))


def _part(text: str, start: int, end: int, value: Fraction) -> Amount:
    """A part of a whole: of an hour, of a gram, or of all."""
    of = _OF.match(text, end)
    unit = UNIT.match(text, of.end()) if of else None
    if unit and (known := unit_of(unit["unit"])) and len(unit["unit"]) > 2 and not unit["unit"].endswith("s"):
        factor, days, per, stop = read_rate(text, unit.end(), known[1])
        measure = Measure(known[0], factor, days, per)
        return amount_at(text, (start, stop), value, value, measure, step=Fraction(1, 2))
    if points := _POINT.match(text, end):
        return amount_at(text, (start, points.end()), value, value, Measure(Kind.SCORE), step=Fraction(1, 2))
    if _BY.search(words_before(text, start)):
        return amount_at(text, (start, end), value, value, _SHARE, is_simple=True)
    ratio = Measure(Kind.RATIO)
    if _RISKY.match(text, end) or _COMPARED.match(text, end):
        return amount_at(text, (start, end), value, value, ratio, _SHARE, step=_TENTH, is_simple=True)
    return amount_at(text, (start, end), value, value, _SHARE, ratio, is_simple=True)


def _trimmed(match: Found) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip())
