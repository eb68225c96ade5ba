"""The measure of a number, by the words after or before it, and the whole that it is a part of."""

import re
from collections.abc import Sequence
from fractions import Fraction

from crpsguide.language.numbers.amounts import LIFETIME, Kind, Measure
from crpsguide.language.numbers.numerals import Numeral, numerals, words_before
from crpsguide.language.numbers.units import MONTH, PEOPLE, TIME_UNIT, UNIT, YEAR, noun_class, read_rate, unit_of
from crpsguide.language.patterns import AS_TYPED, Found, Pattern
from crpsguide.language.statements.verbs import IRREGULAR

HUNDREDTH = Fraction(1, 100)
BARE = Measure(Kind.BARE)

# What a noun phrase does not run across.
_STOP = (
    r"of|in|on|at|by|to|for|from|with|than|as|and|or|but|nor|so|if|when|while|that|which|who|whose|where|was"
    r"|were|is|are"
    r"|be|been|had|has|have|did|do|does|said|say|says|felt|got|gets?|may|might|could|can|will|would|should"
    r"|improved|took|take"
    r"|after|before|later|on|ago|against|versus|vs|per|into|out|over|under|about|more|less|fewer|higher|lower"
    r"|worse|better"
    r"|the|a|an|this|these|those|their|there|they|it|its|we|you|he|she|again|only|still|not|no|because|since"
    r"|until|without"
    r"|between|among|during|compared|each|every|any|all|some|most|both|went|fell|rose|dropped|also|then|too|yet"
)
_WORD = rf"(?!(?:{_STOP})\b)[a-z][\w’'-]*"
_PEOPLE_AFTER = Pattern(rf"[ -](?:{_WORD}[ -]+){{0,3}}?(?:{PEOPLE})\b")
_NOUN_AFTER = Pattern(rf"[ -](?P<noun>{_WORD}(?: {_WORD}){{0,2}})")
PERCENT = Pattern(r"[ -]?(?:%|per ?cent\b|percent\b)")
_PERCENTAGE_POINTS = Pattern(r"[ -]?(?:(?:percentage|per ?cent|%)[ -]?points?|pp\b|points? of percent)")
_POINTS = Pattern(r"[ -](?:\w+ )?points?\b")
_TOP = Pattern(
    r"[^.;]{0,24}?\bout of (?P<top>10|100|ten|a hundred)\b|[^.;]{0,24}?on an? (?:0|zero)(?:-| to )(?P<top2>10+)"
)
_TIMES = Pattern(
    r"(?:[ -]times (?:as|more|less|higher|greater|lower|likelier|fewer|larger|bigger|smaller|the)\b|[ -]?fold\b"
    r"|[ -]times\b|[x×]\b)"
)
_TIMES_OVER = Pattern(r"[ -]times(?= (?:an?|each|every|per)\b| daily| weekly)")
_UNIT_BEFORE = Pattern(r"\b(?P<unit>days?|weeks?|months?|years?|hours?)\s+$")
_HAS_UNIT = Pattern(rf" ?{UNIT.pattern}")
_GAP = Pattern(r"\s?-?|-", AS_TYPED)
_PLUS = Pattern(r"\+? (?:or more|or so|or fewer|or less|full|long|more|further|extra|whole|of the) |\+ ", AS_TYPED)
_OF_WHOLE = Pattern(
    rf"\s*\(?(?:(?P<people>(?:more |fewer )?(?:\w+ )?(?:{PEOPLE})|cases?|more|fewer|less|more cases|births)\s+)?"
    r"(?P<word>out of|of|in|per|for|from among|among)\s+(?P<each>(?:(?:the|every|each|all|those|these|our|a"
    r"|an)\s+){0,2})"
)
_ONE_THING = Pattern(  # “1 joint in 9”
    rf" (?P<people>(?!(?:{TIME_UNIT})\b){_WORD}) (?P<word>out of|in) (?P<each>(?:every )?)"
)
_EACH_BETWEEN = Pattern(r"[^.;,:()]{1,40}?\b(?:(?:of|in|out of|per|for) (?:every|each)|per|out of) ", AS_TYPED)
_THINGS = Pattern(rf"[ -](?:{TIME_UNIT}|trials|studies|centres|hospitals|countries|reviews)\b")
_SCORED = Pattern(r"\b(?:scor\w*|points?|rat(?:ed|ing|ings)|scale)\b")
_MEASURED = Pattern(r"\b(?:is|was|were|stood|at|to|from|by|averaged|reached)\s+(?:[a-z]+\s+){0,2}$")
_OVER = {"day": Fraction(1), "week": Fraction(7), "month": MONTH, "year": YEAR}
_OVER_TIME = Pattern(
    r"\b(?:(?:each|every|per|in an?|a) (?P<time>day|week|month|year)|yearly|annually)\b(?! (?:later|after|on\b"
    r"|or|and))"
)
_EVER = Pattern(
    r"\b(?:ever (?:had|have|gets?|got|develop\w*)|(?:in|over|during) (?:a|their|his|her|your|our)"
    r" (?:whole )?(?:life(?:time)?|lives)|at any (?:one |given )?time|lives? with)\b"
)
# “Each month about 1 in 20,000 people falls ill.”
_EACH_BEFORE = Pattern(
    r"\b(?:each|every|per|in an?|in any one) (?P<time>day|week|month|year)\b,? ?"
    r"(?:(?:about|around|roughly|nearly|almost|some|only|just|over|under) )*$"
)


def measure_of(text: str, numeral: Numeral) -> tuple[tuple[Measure, ...], int]:
    """What a number counts, by the words behind it or before it, and where it ends."""
    at = numeral.end
    if points := _PERCENTAGE_POINTS.match(text, at):
        return (Measure(Kind.PERCENTAGE_POINTS),), points.end()
    if percent := PERCENT.match(text, at):
        _, days, _, end = read_rate(text, percent.end(), Fraction(1))
        return (Measure(Kind.SHARE, HUNDREDTH, days or _lifetime(text)),), end
    before = _UNIT_BEFORE.search(words_before(text, numeral.start))
    if before and not _HAS_UNIT.match(text, at):  # “week 4”, not “1 hour 30 minutes”
        known = unit_of(before["unit"])
        return (Measure(Kind.TIME, known[1]),) if known else (BARE,), at
    for start in (match.end() for match in (_GAP.match(text, at), _PLUS.match(text, at)) if match):
        unit = UNIT.match(text, start)
        known = unit_of(unit["unit"]) if unit else None
        if unit and known and _is_unit(unit):
            factor, days, per, end = read_rate(text, unit.end(), known[1])
            rate = Measure(known[0], factor, days, per)
            if known[0] is Kind.TIME and factor != known[1]:  # “45 minutes, twice a week” are 45 minutes each time
                return (Measure(Kind.TIME, known[1]), rate), end
            return (rate,), end
    if points := _POINTS.match(text, at):
        top = _TOP.match(text, points.end())
        number = next((one.value for one in numerals(top["top"] or top["top2"])), Fraction(0)) if top else Fraction(0)
        return (Measure(Kind.SCORE, top=number),), points.end()
    if often := _TIMES_OVER.match(text, at):
        _, days, _, end = read_rate(text, often.end(), Fraction(1))
        return (Measure(Kind.COUNT, noun="time", days=days),), end
    if times := _TIMES.match(text, at):
        is_plain = times[0].strip(" -").casefold() == "times"
        return (Measure(Kind.RATIO, noun="times" if is_plain else ""),), at + len(
            times[0].split(" as")[0].split(" the")[0]
        )
    if people := _PEOPLE_AFTER.match(text, at):
        _, days, _, end = read_rate(text, people.end(), Fraction(1))
        return (Measure(Kind.COUNT, noun="people", days=days),), max(end, people.end())
    if (noun := _NOUN_AFTER.match(text, at)) and not _is_deed(words := noun["noun"].split()):
        end = noun.start("noun") + len(words[0])
        _, days, _, over = read_rate(text, end, Fraction(1))
        return (Measure(Kind.COUNT, noun=noun_class(" ".join(words[:2])), days=days),), max(end, over)
    _, days, _, end = read_rate(text, at, Fraction(1))
    return (Measure(Kind.BARE, days=days),), end


def whole_of(text: str, part: Numeral, whole: Numeral) -> tuple[tuple[Measure, ...], int] | None:
    """What a part of a whole counts (`38 of the 50`, `26 per 100,000`), and where the whole ends; None for no part."""
    between = text[part.end : whole.start]
    join = _OF_WHOLE.fullmatch(between) or (_ONE_THING.fullmatch(between) if part.value == 1 else None)
    is_joined = _joins(join, part, whole) if join else bool(_EACH_BETWEEN.fullmatch(between))
    if not is_joined or whole.value < part.value or whole.value < 2 or _counts_things(text, whole, join):
        return None
    noun = _PEOPLE_AFTER.match(text, whole.end)
    _, days, _, end = read_rate(text, noun.end() if noun else whole.end, Fraction(1))
    if not days and (each := _EACH_BEFORE.search(words_before(text, part.start))):
        known = unit_of(each["time"])
        days = known[1] if known else days
    over = None if days else _OVER_TIME.search(text, whole.end)
    days = _OVER[(over["time"] or "year").casefold()] if over else days or _lifetime(text)
    share = Measure(Kind.SHARE, 1 / whole.value, days)
    is_score = part.step < 1 or bool(_SCORED.search(text) or _MEASURED.search(words_before(text, part.start)))
    return _with_score(share, join, whole, is_counted=bool(noun), is_score=is_score), max(
        whole.end, end if days or over else 0
    )


def _lifetime(text: str) -> Fraction:
    return LIFETIME if _EVER.search(text) else Fraction(0)


def _joins(join: Found, part: Numeral, whole: Numeral) -> bool:
    """Whether the words between two numbers make the first a part of the second: “1 in 5”, not “3 in 2019”."""
    word, is_each = join["word"].casefold(), bool(join["each"].strip())
    if word in ("for", "among"):
        return is_each
    is_round = part.value == 1 or whole.value % 10 == 0 or part.value < 10
    return word != "in" or is_each or is_round or bool(join["people"])


def _counts_things(text: str, whole: Numeral, join: Found | None) -> bool:
    """Whether the second number is a share, or counts what is no whole: “3 in 12 weeks”."""
    word = join["word"].casefold() if join else "of"
    is_thing = word in ("in", "for", "per", "among") and _THINGS.match(text, whole.end)
    return bool(PERCENT.match(text, whole.end) or is_thing)


def _with_score(
    share: Measure, join: Found | None, whole: Numeral, *, is_counted: bool, is_score: bool
) -> tuple[Measure, ...]:
    """A share, and for “3 out of 10” a score as well; which is likelier, the sentence tells."""
    is_plain = join is None or (not join["people"] and not re.search(r"\b(?:every|each)\b", join["each"]))
    word = join["word"].casefold() if join else "of"
    if word not in ("of", "out of") or whole.value not in (5, 10, 100) or not is_plain or is_counted:
        return (share,)
    score = Measure(Kind.SCORE, top=whole.value)
    return (score, share) if is_score else (share, score)


def _is_unit(unit: Found) -> bool:
    """Whether letters behind a number are a unit, not the start of a word or a name."""
    return not (len(unit["unit"]) == 1 and unit["unit"].isupper())


def _is_deed(words: Sequence[str]) -> bool:
    """Whether the word behind a number is what people did, not what is counted: “18 told”, “18 improved”."""
    first = words[0].casefold()
    return first in IRREGULAR or (len(words) == 1 and first.endswith("ed"))
