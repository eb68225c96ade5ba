"""Finds every amount in a sentence, however it is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from crpsguide.language.numbers.amounts import Amount, Form, Kind, Measure
from crpsguide.language.numbers.asides import asides, one_counts
from crpsguide.language.numbers.forms import form_at
from crpsguide.language.numbers.numerals import Numeral, numerals
from crpsguide.language.numbers.parts import parts_of_a_whole
from crpsguide.language.numbers.units import MONTH, PEOPLE, TIME_UNIT, UNIT, YEAR, noun_class, read_rate, unit_of
from crpsguide.language.statements.verbs import IRREGULAR

HUNDREDTH = Fraction(1, 100)
SHARE = Measure(Kind.SHARE)
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
_PEOPLE_AFTER = re.compile(rf"[ -](?:{_WORD}[ -]+){{0,3}}?(?:{PEOPLE})\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(rf"[ -](?P<noun>{_WORD}(?: {_WORD}){{0,2}})", re.IGNORECASE)
_PERCENT = re.compile(r"[ -]?(?:%|per ?cent\b|percent\b)", re.IGNORECASE)
_PERCENTAGE_POINTS = re.compile(
    r"[ -]?(?:(?:percentage|per ?cent|%)[ -]?points?|pp\b|points? of percent)", re.IGNORECASE
)
_POINTS = re.compile(r"[ -](?:\w+ )?points?\b", re.IGNORECASE)
_TOP = re.compile(
    r"[^.;]{0,24}?\bout of (?P<top>10|100|ten|a hundred)\b|[^.;]{0,24}?on an? (?:0|zero)(?:-| to )(?P<top2>10+)", re.I
)
_TIMES = re.compile(
    r"(?:[ -]times (?:as|more|less|higher|greater|lower|likelier|fewer|larger|bigger|smaller|the)\b|[ -]?fold\b"
    r"|[ -]times\b|[x×]\b)",
    re.IGNORECASE,
)
_TIMES_OVER = re.compile(r"[ -]times(?= (?:an?|each|every|per)\b| daily| weekly)", re.IGNORECASE)
_OF_WHOLE = re.compile(
    rf"\s*(?:(?P<people>(?:more |fewer )?(?:\w+ )?(?:{PEOPLE})|cases?|more|fewer|less|more cases|births)\s+)?"
    r"(?P<word>out of|of|in|per|for|from among|among)\s+(?P<each>(?:(?:the|every|each|all|those|these|our|a"
    r"|an)\s+){0,2})",
    re.IGNORECASE,
)
_EVERY_BEFORE = re.compile(r"\b(?:of|in|out of|among|for)\s+(?:every|each)\s+$", re.IGNORECASE)
_RANGE_JOIN = re.compile(
    r"\s*(?P<unit>%|per ?cent|percent|[a-z°µ]+)?\s*(?:(?P<dash>[-\u2010-\u2015\u2212])|\b(?P<word>to|and|or"
    r"|up to)\b)\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:(?:about|around|roughly|just)\s+)?$", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:went|goes|go|fell|falls?|fallen|dropp?(?:ed|s|ing)?|rose|rises?|risen|increas\w*|decreas\w*|grew"
    r"|chang\w*|came|moved?"
    r"|sank|climb\w*|improv\w*|lower(?:ed|s)|rais\w*|reduc\w*|took|down|up|cut|shrank"
    r"|declin\w*)\b[^.;]*\bfrom\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_OVER_TIME = re.compile(
    r"\b(?:(?:each|every|per|in an?|a) (?P<time>day|week|month|year)|yearly|annually)\b(?! (?:later|after|on\b"
    r"|or|and))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"\b(?P<double>doubl(?:es|ed|ing)|double (?=(?:the|their|your|its|that)\b)|twice (?=(?:as|the|more|that)\b))"
    r"|\b(?P<triple>tripl(?:es|ed|ing)|trebl(?:es|ed|ing)|(?:triple|treble) (?=the\b)|thrice)"
    r"|\b(?P<four>quadrupl(?:es|ed|ing))"
    r"|\b(?P<half>halv(?:es|ed|ing|e)|(?:cut|fell|dropped|reduced|lowered|down) (?:\w+ ){0,4}?(?:in|by) half)\b",
    re.IGNORECASE,
)
_RISKY = re.compile(
    r"\s*(?:as (?:likely|common|often|many|much|high|frequent)|the (?:risk|chance|odds|rate|dose|number))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?P<tens>tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands|millions)\s+of\b"
    r"|\b(?P<few>a (?:few|couple of|couple)|several)\s+(?P<size>hundred|thousand|dozen)\b|\b(?P<hand>a handful) of\b",
    re.IGNORECASE,
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
_QUANTIFIER = re.compile(
    rf"\b(?P<all>(?:nearly|almost|virtually|practically) (?:all|every(?:one|body)?|each))\b"
    rf"|\b(?P<vast>(?:the |a )?(?:vast|great|large|overwhelming) majority)\b|\b(?P<majority>(?:the "
    rf"|a )?majority|most(?= (?:of (?:them\b|(?:the |those |these )(?:\w+ )?(?:{PEOPLE})\b)|(?:\w+ )?(?:{PEOPLE})\b)))"
    rf"|\b(?P<minority>(?:a )?(?:small )?minority)\b|\b(?P<few>(?:very |only a )few) (?=(?:of (?:the |them)"
    rf"|{PEOPLE}))"
    rf"|\b(?P<every>everyone|everybody|all (?:of )?(?:the )?(?:\d+ )?(?={PEOPLE}))(?! (?:who|with|should|needs?"
    rf"|has to|must|in|over|under|can|is different))",
    re.IGNORECASE,
)
_A_TIME = re.compile(
    rf"\b(?P<before>lasted|lasts?|lasting|took|takes?|for|within|after|about|around|under|over|than|nearly"
    rf"|almost|at least|up to|by)"
    rf"\s+(?:only |just |about |around |nearly |almost |less than |more than |over |under "
    rf"|at least )?(?P<a>an?)\s+(?P<unit>{TIME_UNIT})\b"
    r"(?P<half> and a half)?|\b(?P<a2>an?)\s+(?P<unit2>day|week|fortnight|month|year|hour) (?:later|after|on\b"
    r"|and a half\b)",
    re.IGNORECASE,
)
_COUNTED_OVER = re.compile(rf"(?:\b(?:{TIME_UNIT}|times|once|twice)|\d\s?\w{{1,2}})\s+$", re.IGNORECASE)
_UNIT_BEFORE = re.compile(r"\b(?P<unit>days?|weeks?|months?|years?|hours?)\s+$", re.IGNORECASE)
_AGE = re.compile(
    r"\b(?:aged?|ages|over|under|older than|younger than|people|women|men|adults|children)\s+(?:(?:of|from"
    r"|between|about|over|under|under the age of)\s+)*"
    r"(?:\d+\s*(?:to|and|-)\s*)?$", re.IGNORECASE)  # fmt: skip
_AGE_AFTER = re.compile(r"\s*[-\s]years?[-\s](?:olds?|of age)\b", re.IGNORECASE)
_ORDINAL_SHARE = re.compile(
    rf"\bevery (?P<which>second|third|fourth|fifth|sixth|tenth|other) (?:\w+ )?(?:{PEOPLE})\b", re.IGNORECASE
)
_ORDINALS = {"second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_ADVICE = re.compile(
    r"^(?:please\s+|then\s+|first,?\s+|now\s+|always\s+|never\s+|do not\s+|don[’']t\s+|try to\s+"
    r"|\w+ing:?\s)?(?:ask|rest|hold|count|breathe|take|try|keep"
    r"|start|stop|rate|write|note|bring|call|ring|wait|walk|move|lift|put|sit|stand|lie|stretch|check|go|come"
    r"|choose|press|turn|use|do|make|set|repeat"
    r"|allow|plan|give|tell|show|look|read|see|add|drink|eat|drive|begin|spend|aim|build|practi[sc]e|touch|wash"
    r"|hang|leave|open|close|avoid|get|fill|say"
    r"|pick|talk|think|touch|warm|cool|wear|book|arrive|send|print|draw|mark|measure|let|visit|work"
    r"|pause)\b(?! (?:of|up was|was|had|led|showed))",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:we|our|us|you|your|yourself|appointments?|reception|helpline|opening hours|is open|are open|our team"
    r"|the team|the clinic(?:[’']s)?|the office|been open|was founded|opened"
    r"|(?:the|an?|each|every) (?:talk|class|session|lesson|visit|appointment|course|call|tour|meeting)"
    r"|staff|parking|the building|course runs|waiting list|working days)\b", re.IGNORECASE)  # fmt: skip
_FINDING_WORD = re.compile(rf"\b(?:{PEOPLE}|trial|study|studies|risk|chance|average|pain|relief)\b", re.IGNORECASE)
_NUMBER_MAY_FOLLOW = re.compile(
    r"(?:^|[(,;:–—/]|\b(?:at|by|to|of|from|than|was|were|is|are|had|has|have|against|with|only|just|about"
    r"|around|roughly|and|or|versus|vs"
    r"|nearly|almost|over|under|least|most|for|in|on|another|further|other|approximately|some|be|as|saw|found"
    r"|put|but|the|between|took"
    r"|scored|reached|averaged|totalled|counted|included|enrolled|fell|rose|within|per|into|up|down|more|fewer"
    r"|all|each|said|felt|a|after|say))\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # findings are cited again and again, and two rules read each sentence
def read_amounts(text: str) -> tuple[Amount, ...]:
    """Every number of a sentence that may be a finding, in order.

    >>> [(one.words, one.kind.value) for one in read_amounts("About two thirds of the 60 people had type 2.")]
    [('two thirds', 'share'), ('60 people', 'count')]
    >>> read_amounts("Step 3: on the one hand, ring 0800 123 456 on 3 March 2024.")
    ()
    """
    return _Reader(text).amounts()


class _Reader:
    """Reads one sentence; what one form of telling has taken, the next does not see."""

    def __init__(self, text: str) -> None:
        self.text = re.sub("[\u00a0\u2009\u202f]", " ", text)
        self.taken: list[tuple[int, int]] = list(asides(self.text))
        self.found: list[Amount] = []
        self.whole = Fraction(0)
        advised = bool(_ADVICE.match(self.text))
        own = bool(_OWN.search(self.text)) and not _FINDING_WORD.search(self.text)
        self.is_weak = advised or own or self.text.rstrip().endswith("?")

    def amounts(self) -> tuple[Amount, ...]:
        self._vague()
        self._ratios()
        self._ordinal_shares()
        self._times()
        self._fractions()
        self._numerals()
        return tuple(self._inherited(sorted(self.found, key=lambda one: one.start)))

    def _is_taken(self, start: int, end: int) -> bool:
        return any(start < stop and begin < end for begin, stop in self.taken)

    def _add(
        self,
        start: int,
        end: int,
        low: Fraction,
        high: Fraction | None = None,
        *measures: Measure,
        form: Form | None = None,
        step: Fraction = Fraction(1),
        out_of: Fraction = Fraction(0),
        is_simple: bool = False,
        is_weak: bool = False,
    ) -> None:
        self.taken.append((start, end))
        self.found.append(
            Amount(
                start,
                end,
                self.text[start:end],
                low,
                low if high is None else high,
                step,
                form or form_at(self.text, start, end),
                measures or (BARE,),
                out_of,
                is_simple,
                is_weak or self.is_weak,
            )
        )

    # Words without a numeral

    def _vague(self) -> None:
        for match in _VAGUE.finditer(self.text):
            if match["tens"]:
                low, high = _VAGUE_BOUNDS[match["tens"].casefold()]
            elif match["hand"]:
                low, high = 2, 10
            else:
                size = {"hundred": 100, "thousand": 1000, "dozen": 12}[match["size"].casefold()]
                low, high = 2 * size, 9 * size
            noun = noun_class(self.text[match.end() :].split(".")[0][:30])
            self._add(
                match.start(),
                match.end(),
                Fraction(low),
                Fraction(high),
                Measure(Kind.COUNT, noun=noun),
                form=Form.WITHIN,
            )
        for match in _QUANTIFIER.finditer(self.text):
            bounds = {
                "all": (95, 100),
                "vast": (75, 100),
                "majority": (50, 100),
                "minority": (0, 50),
                "few": (0, 25),
                "every": (100, 100),
            }
            low, high = bounds[match.lastgroup or "majority"]
            end = match.start() + len(match[0].rstrip())
            self._add(match.start(), end, low * HUNDREDTH, high * HUNDREDTH, SHARE, form=Form.WITHIN, is_weak=True)

    def _ratios(self) -> None:
        for match in _RATIO.finditer(self.text):
            if self._is_taken(*match.span()):
                continue
            value = {"double": Fraction(2), "triple": Fraction(3), "four": Fraction(4), "half": Fraction(1, 2)}[
                match.lastgroup or "double"
            ]
            end = match.start() + len(match[0].rstrip())
            form = form_at(self.text, match.start(), end)
            if value < 1:  # more than halved is less than a half
                form = {Form.MORE: Form.LESS, Form.NEARLY: Form.JUST_OVER, Form.AT_LEAST: Form.AT_MOST}.get(form, form)
            self._add(
                match.start(), end, value, None, Measure(Kind.RATIO), form=form, is_simple=True, step=Fraction(1, 10)
            )

    def _ordinal_shares(self) -> None:
        for match in _ORDINAL_SHARE.finditer(self.text):
            value = Fraction(1, _ORDINALS[match["which"].casefold()])
            self._add(match.start(), match.end(), value, None, SHARE, is_simple=True)

    def _fractions(self) -> None:
        for start, end, value in parts_of_a_whole(self.text):
            if not self._is_taken(start, end):
                self._part(start, end, value)

    def _part(self, start: int, end: int, value: Fraction) -> None:
        """A part of a whole: of an hour, of a gram, or of all."""
        of = re.compile(r"[ -](?:of )?(?:an? |the )?").match(self.text, end)
        unit = UNIT.match(self.text, of.end()) if of else None
        if unit and (known := unit_of(unit["unit"])) and len(unit["unit"]) > 2 and not unit["unit"].endswith("s"):
            factor, days, per, stop = read_rate(self.text, unit.end(), known[1])
            self._add(start, stop, value, None, Measure(known[0], factor, days, per), step=Fraction(1, 2))
            return
        after = self.text[end:]
        if _RISKY.match(after) or re.match(r" (?:lower|higher|less|more|fewer)\b", after):
            self._add(start, end, value, None, Measure(Kind.RATIO), SHARE, is_simple=True, step=Fraction(1, 10))
        else:
            self._add(start, end, value, None, SHARE, Measure(Kind.RATIO), is_simple=True)

    def _times(self) -> None:
        for match in _A_TIME.finditer(self.text):
            name = "a" if match["a"] else "a2"
            unit = match["unit"] or match["unit2"]
            known = unit_of(unit)
            start, end = match.start(name), match.end()
            end = self.text.index(unit, start) + len(unit)
            is_half = self.text[end:].startswith(" and a half")
            if known is None or self._is_taken(start, end) or _COUNTED_OVER.search(self.text[:start]):
                continue
            value = Fraction(3, 2) if is_half else Fraction(1)
            end += len(" and a half") if is_half else 0
            self._add(
                start,
                end,
                value,
                None,
                Measure(Kind.TIME, known[1]),
                step=Fraction(1, 2) if is_half else Fraction(1),
                is_weak=not is_half,
            )
        for match in re.finditer(r"\b(?:an?|one)? ?(fortnight)\b", self.text, re.IGNORECASE):
            if not self._is_taken(*match.span()):
                self._add(match.start(), match.end(), Fraction(1), None, Measure(Kind.TIME, Fraction(14)))

    # Numerals

    def _numerals(self) -> None:
        left = [one for one in numerals(self.text) if not self._is_taken(one.start, one.end) and self._counts(one)]
        while left:
            used = self._range(left) or self._of_whole(left) or self._single(left)
            left = left[used:]

    def _counts(self, numeral: Numeral) -> bool:
        word = self.text[numeral.start : numeral.end].casefold()
        return word not in ("one", "zero") or (word == "one" and one_counts(self.text, numeral.start))

    def _range(self, left: Sequence[Numeral]) -> int:
        """Two numbers that are the ends of one amount."""
        if len(left) < 2:
            return 0
        first, second = left[0], left[1]
        join = _RANGE_JOIN.fullmatch(self.text[first.end : second.start])
        if not join or (join["unit"] and not (UNIT.fullmatch(join["unit"]) or _PERCENT.fullmatch(join["unit"]))):
            return 0
        before = self.text[: first.start]
        word = (join["word"] or "").casefold()
        if word == "and" and not re.search(r"\bbetween\s+(?:\w+\s+)?$", before, re.IGNORECASE):
            return 0
        if first.value >= second.value or (word == "or" and second.value - first.value > 2) or _MOVES.search(before):
            return 0
        measures, end = self._measure(second)
        if word == "or" and measures[0].kind is Kind.BARE:
            return 0
        if measures[0].kind is Kind.BARE and _AGE.search(before):
            measures = (Measure(Kind.TIME, YEAR), BARE)
        start = first.start
        between = _BETWEEN.search(before)
        form = form_at(self.text, between.start() if between else start, end)
        whole = Fraction(0)
        used = 2
        if measures[0].kind in (Kind.BARE, Kind.COUNT) and len(left) > 2 and (share := self._whole(second, left[2])):
            measures, end, whole, used = share[0], share[1], left[2].value, 3
        if form in (Form.UP_TO, Form.AT_LEAST, Form.AT_MOST, Form.MORE, Form.LESS, Form.NEARLY):
            form = Form.EXACT
        weak = self._is_weak(first, measures) or (word == "or" and first.is_word)
        self._add(
            start,
            end,
            first.value,
            second.value,
            *measures,
            form=form,
            step=min(first.step, second.step),
            out_of=whole,
            is_weak=weak,
        )
        return used

    def _of_whole(self, left: Sequence[Numeral]) -> int:
        """`38 of the 50`, `1 person in 400`, `26 per 100,000`."""
        if len(left) < 2 or not (share := self._whole(left[0], left[1])):
            return 0
        measures, end = share
        part, whole = left[0], left[1]
        if re.search(r"\b(?:every|each)\b", self.text[part.end : whole.start]):
            self.whole = whole.value
        self._add(part.start, end, part.value, None, *measures, step=part.step, out_of=whole.value)
        return 2

    def _whole(self, part: Numeral, whole: Numeral) -> tuple[tuple[Measure, ...], int] | None:
        join = _OF_WHOLE.fullmatch(self.text[part.end : whole.start])
        each = re.fullmatch(
            r"[^.;,:()]{1,40}?\b(?:of|in|out of|per|for)(?: every| each)? ", self.text[part.end : whole.start]
        )
        is_each = bool(each and re.search(r"\b(?:every|each|per|out of)\s*$", each[0]) and whole.value >= 2)
        if not join and not is_each:
            return None
        word = join["word"].casefold() if join else "of"
        if whole.value < part.value or whole.value < 2:
            return None
        after = self.text[whole.end :]
        is_of_things = re.match(
            rf"[ -](?:{TIME_UNIT}|trials|studies|centres|hospitals|countries|reviews)\b", after, re.IGNORECASE
        )
        if _PERCENT.match(after) or (is_of_things and word in ("in", "for", "per", "among")):
            return None
        if word in ("for", "among") and join and not join["each"].strip():
            return None
        if (
            word == "in"
            and join
            and not join["each"].strip()
            and not (part.value == 1 or join["people"] or whole.value % 10 == 0 or part.value < 10)
        ):
            return None
        noun = _PEOPLE_AFTER.match(self.text, whole.end)
        _, days, _, end = read_rate(self.text, noun.end() if noun else whole.end, Fraction(1))
        if not days and (over := _OVER_TIME.search(after)):
            days = {"day": Fraction(1), "week": Fraction(7), "month": MONTH, "year": YEAR}.get(
                over["time"] or "year", YEAR
            )
        measures: tuple[Measure, ...] = (Measure(Kind.SHARE, 1 / whole.value, days),)
        if (
            word in ("of", "out of")
            and whole.value in (5, 10, 100)
            and not (join and join["people"])
            and not noun
            and not is_each_word(join)
        ):
            measures = (Measure(Kind.SCORE, top=whole.value), *measures)
            measures = (
                measures if re.search(r"\b(?:pain|scor\w*|points?|rat\w+|scale)\b", self.text, re.I) else measures[::-1]
            )
        return measures, max(whole.end, end if days and end > whole.end else whole.end)

    def _single(self, left: Sequence[Numeral]) -> int:
        one = left[0]
        if _EVERY_BEFORE.search(self.text[: one.start]) and one.value in (10, 100, 1000, 10_000, 100_000, 1_000_000):
            self.whole = one.value
            self.taken.append((one.start, one.end))
            return 1
        measures, end = self._measure(one)
        if measures[0].kind is Kind.BARE and _AGE.search(self.text[: one.start]):
            measures = (Measure(Kind.TIME, YEAR), BARE)
        elif measures[0].kind is Kind.BARE:
            if one.is_word and one.value <= 10 and not self.found:
                return 1
            if not _NUMBER_MAY_FOLLOW.search(self.text[: one.start]):
                return 1
        if self.whole and measures[0].kind in (Kind.BARE, Kind.COUNT) and one.value <= self.whole:
            measures = (*measures, Measure(Kind.SHARE, 1 / self.whole))
        self._add(one.start, end, one.value, None, *measures, step=one.step, is_weak=self._is_weak(one, measures))
        return 1

    def _is_weak(self, numeral: Numeral, measures: Sequence[Measure]) -> bool:
        measure = measures[0]
        if _AGE_AFTER.match(self.text, numeral.end) or (
            measure.kind in (Kind.BARE, Kind.TIME) and _AGE.search(self.text[: numeral.start])
        ):
            return True
        if measure.kind is Kind.COUNT and measure.noun not in ("people", "studies"):
            return numeral.value <= 20
        return measure.kind is Kind.RATIO and measure.noun == "times"

    def _measure(self, numeral: Numeral) -> tuple[tuple[Measure, ...], int]:
        """What a number counts, by the words behind it or before it, and where it ends."""
        text, at = self.text, numeral.end
        if points := _PERCENTAGE_POINTS.match(text, at):
            return (Measure(Kind.PERCENTAGE_POINTS),), points.end()
        if percent := _PERCENT.match(text, at):
            _, days, _, end = read_rate(text, percent.end(), Fraction(1))
            return (Measure(Kind.SHARE, HUNDREDTH, days),), end
        if before := _UNIT_BEFORE.search(text[: numeral.start]):
            known = unit_of(before["unit"])
            return (Measure(Kind.TIME, known[1]),) if known else (BARE,), at
        gap = re.compile(r"\s?-?|-").match(text, at)
        plus = re.compile(
            r"\+? (?:or more|or so|or fewer|or less|full|long|more|further|extra|whole|of the) |\+ "
        ).match(text, at)
        for start in (gap.end() if gap else at, plus.end() if plus else at):
            unit = UNIT.match(text, start)
            known = unit_of(unit["unit"]) if unit else None
            if unit and known and self._is_unit(unit):
                factor, days, per, end = read_rate(text, unit.end(), known[1])
                return (Measure(known[0], factor, days, per),), end
        if points := _POINTS.match(text, at):
            top = _TOP.match(text, points.end())
            number = (
                next((one.value for one in numerals(top["top"] or top["top2"])), Fraction(0)) if top else Fraction(0)
            )
            return (Measure(Kind.SCORE, top=number),), points.end()
        if over := _TIMES_OVER.match(text, at):
            _, days, _, end = read_rate(text, over.end(), Fraction(1))
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
            return (
                Measure(Kind.COUNT, noun=noun_class(" ".join(words[:2])) if len(words) > 1 else noun_class(words[0])),
            ), noun.start("noun") + len(words[0])
        return (BARE,), at

    def _is_unit(self, unit: re.Match[str]) -> bool:
        """Whether letters behind a number are a unit, not the start of a word or a name."""
        written = unit["unit"]
        if written in ("s", "d", "h", "l", "g", "m"):
            return True
        return not (len(written) == 1 and written.isupper())

    def _inherited(self, found: Sequence[Amount]) -> Iterator[Amount]:
        """Let numbers without a unit take that of their neighbours: `3, 6 and 12 months`, `weeks 4 and 12`."""
        for place, one in enumerate(found):
            if one.kind is not Kind.BARE:
                yield one
                continue
            after = next((other for other in found[place + 1 :] if other.kind is not Kind.BARE), None)
            before = next((other for other in reversed(found[:place]) if other.kind is not Kind.BARE), None)
            is_listed = after is not None and re.fullmatch(
                r"(?:\s*(?:,|and|or|to|-|then|with|from|about)?\s*"
                r"|[\d,. ])*",
                self.text[one.end : after.start],
                re.IGNORECASE,
            )
            if (
                after is not None
                and is_listed
                and after.kind in (Kind.TIME, Kind.SHARE, Kind.MASS, Kind.SCORE, Kind.COUNT)
            ):
                yield replace(one, measures=(*after.measures, BARE))
            elif before is not None and before.kind is not Kind.COUNT:
                yield replace(one, measures=(BARE, *before.measures))
            else:
                yield one


def _is_deed(words: Sequence[str]) -> bool:
    """Whether the word behind a number tells what people did, not what is counted: “18 told”, “18 improved”."""
    first = words[0].casefold()
    return first in IRREGULAR or (len(words) == 1 and first.endswith("ed"))


def is_each_word(join: re.Match[str] | None) -> bool:
    """Whether a whole is told as “every 100” or “each 100”."""
    return bool(join and re.search(r"\b(?:every|each)\b", join["each"]))
