"""E4: every number in a sentence with citations is one that its findings support."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import lru_cache, partial

from crpsguide.check.numbers.ambiguity import names_another
from crpsguide.check.numbers.derived import derivation
from crpsguide.check.numbers.direction import (
    DOWN,
    UP,
    clause_of,
    direction_of,
    is_about_first_side,
    is_about_second_side,
    stretch_of,
)
from crpsguide.check.numbers.naming import Naming
from crpsguide.check.numbers.outcomes import other_outcome
from crpsguide.check.numbers.people import other_people
from crpsguide.check.numbers.places import place_in
from crpsguide.check.numbers.recorded_numbers import Evidence, RecordedNumber, evidence_for
from crpsguide.check.rule import Fault, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.texts import texts
from crpsguide.frozen import frozen
from crpsguide.language.numbers import (
    PEOPLE,
    Amount,
    Kind,
    Measure,
    Qualifier,
    could_speak_of,
    currency,
    noun_class,
    read_amounts,
    read_prices,
    supports,
)
from crpsguide.language.patterns import Pattern
from crpsguide.model import Citation, PassageKind, Place, Sentence, Severity, Site, TextKind

_GOOD = Pattern(
    r"\b(?:improve\w*|better|relief|relieved|respon\w+|recover\w*|benefit\w*|satisfied|well|gain\w*|eased?"
    r"|success\w*)\b"
)
_NOT_GOOD = Pattern(
    r"\b(?:no change|unchanged|no better|worse\w*|deteriorat\w*|no (?:relief|improvement|benefit|gain|response"
    r"|difference)"
    r"|(?:not|n[’']t|never|without|failed to)\s+(?:\w+\s+){0,2}?(?:improv\w*|feel\w* better|get\w* better"
    r"|better|respon\w*|recover\w*|benefit\w*|relief|gain\w*))\b"
)

_REPORTS = Pattern(
    r"\b(?:trials?|stud(?:y|ies)|reviews?|average|median|mean|risks?|chances?|odds"
    r"|took part|felt|had|was|were|got|went"
    r"|fell|rose|slept|took|gave|found|saw|came|brought|kept|made|became|began|ran|led|lost|grew"
    r"|people with|\w{2,}ed)\b"
)
# What a thing does to people, stated as it is now: “it may ease pain for 6 weeks”.
_WORKS = Pattern(
    r"\b(?:reduces?|cuts?|lowers|lessens?|decreases?|eases?|relieves?|improves?|raises?|increases?"
    r"|helps?|lasts?|works?)\b"
)
# “22% more people felt better than with a dummy”
_MORE_THAN = Pattern(rf" (?:more|fewer|less) (?:{PEOPLE})\b[^.;:]*\bthan (?!\d)")
# “did not stop”, “failed to help”, “never went back”, “found no job”
_DENIED_DEED = Pattern(
    r"(?:\bnot|n[’']t|\bnever|\bfail(?:s|ed)? to|\bunable to) (?:\w+ly )?"
    r"(?:(?:go|went|gone|come|came|get|got|have|had|be|been|feel|felt|return(?:ed)?) )?(?P<deed>[^\W\d_]{4,})"
    r"|\b(?P<verb>[^\W\d_]{4,}) no (?!more|less|fewer|longer|later)"
)
_ANY_DENIAL = Pattern(
    r"\b(?:no|not|never|without|none|cannot|unable|incapable|fail\w*|lack\w*|lost|missing|free|stopped)\b|n[’']t\b"
)
_AGE = Pattern(r"\bages?\b")
_MORE_OF = Pattern(rf"\d (?:more|fewer|less) (?:(?:{PEOPLE}) )?(?:out )?(?:of|in) ")  # “50 more of 100 people”
_RISK_MOVES = Pattern(
    r"\b(?:(?P<up>rais|increas|rose|rise|grew|went up|push)"
    r"|cut|lower|reduc|fell|fall|dropp|decreas|went down|brought down)\w*\b[^.;]*\bto\s+(?:\w+ )?$"
)
_GONE = Pattern(
    r"\b(?:gone|go away|went away|disappear\w*|resolved|cleared(?: up)?|free (?:of|from)|no longer|vanished"
    r"|went into remission)\b"
)
_STILL = Pattern(r"\b(?:still|stayed|remain(?:s|ed|ing)?|persist\w*|kept|ongoing|lasting)\b")
_LEFT_OUT = Pattern(r"\b(?:left out|excluded|not included|ruled out|turned away|could not (?:join|take part))\b")
_TIMES_LESS = Pattern(r"\btimes (?:less|fewer|lower|rarer|smaller)\b")
_OF_CHANCE = frozenset({Kind.SHARE, Kind.RATIO, Kind.PERCENTAGE_POINTS})


class _Trouble(Enum):
    """What can be wrong with a number."""

    UNKNOWN = "unknown"
    DERIVED = "derived"
    OTHER_GROUP = "other group"
    OTHER_PEOPLE = "other people"
    OTHER_OUTCOME = "other outcome"
    DIRECTION = "direction"
    LEVEL = "level"
    PRECISION = "precision"


_OF_WORDS = (_Trouble.OTHER_GROUP, _Trouble.OTHER_PEOPLE, _Trouble.OTHER_OUTCOME, _Trouble.DIRECTION, _Trouble.LEVEL)


@frozen
class _Judged:
    """A number that its findings do not support as stated; `detail` is the value meant, or the calculation."""

    amount: Amount
    trouble: _Trouble
    detail: str = ""


@sentence_rule("E4")
def number_not_in_finding(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A number in a sentence that cites is not in the findings cited.

    Why it matters: people decide by numbers. One that no source holds, or that belongs to the other
    group, misleads them under the source's name.

    Words that only this guide uses for a group of a study stand in `content/wording/groups.yaml`.

    Wrong: “About 80 of every 100 people felt better”, when the finding says 76
    Right: “About 76 of every 100 people felt better”, or “about three in four”
    """
    for place, one, evidence, is_of_finding in _judged(site, cache):
        if one.trouble in (_Trouble.DERIVED, _Trouble.PRECISION):
            continue
        number = one.amount.words
        if one.trouble is _Trouble.OTHER_GROUP:
            yield Fault(
                place(),
                f"The number “{number}” stands beside the words of another value: {one.detail}.",
                "Put each number to its own group, time and outcome.",
            )
        elif one.trouble is _Trouble.OTHER_PEOPLE:
            yield Fault(
                place(),
                f"The number “{number}” is given for other people than the finding's: it speaks of {one.detail}.",
                "Say of whom the finding speaks, or cite one about the people that you mean.",
            )
        elif one.trouble is _Trouble.OTHER_OUTCOME:
            yield Fault(
                place(),
                f"The number “{number}” is given for something else than the finding counts: {one.detail}.",
                "Say what the finding counts, or cite one about what you mean.",
            )
        elif one.trouble is _Trouble.DIRECTION:
            yield Fault(
                place(),
                f"The number “{number}” is stated the wrong way round; the finding holds {one.detail}.",
                "Say who or what went up, down, or did better, as the finding does.",
            )
        elif one.trouble is _Trouble.LEVEL:
            yield Fault(
                place(),
                f"The number “{number}” is given as a difference between two groups; the finding holds {one.detail}.",
                "Tell the number of each group, or how far they lie apart.",
            )
        elif is_of_finding:
            yield Fault(
                place(),
                f"The number “{number}” is not among the values of this source.{_recorded_words(one.amount, evidence)}",
                "Add it to “values” of the finding, or to “period”, “population” or “comparison”.",
            )
        else:
            yield Fault(
                place(),
                f"The number “{number}” is not in the cited findings.{_recorded_words(one.amount, evidence)}",
                "Tell the finding's own number, or cite the finding that holds this one.",
            )


@sentence_rule("E4", Severity.WARNING)
def derived_number(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A number can be worked out from the findings cited, but does not stand in them.

    Why it matters: a sum is easily done wrong, and nobody can look it up.

    Wrong: “24 of every 100 people felt no better”, when the finding says that 76 felt better
    Right: the same, with `{value: 24, unit: "%", of: felt no better, derived: 100 - 76}` among the finding's values
    """
    for place, one, _, _ in _judged(site, cache):
        if one.trouble is _Trouble.DERIVED:
            yield Fault(
                place(),
                f"The number “{one.amount.words}” does not stand in the cited findings; it may come from {one.detail}.",
                f"If it does, add it to the values of the finding with “derived: {one.detail}”.",
            )


@sentence_rule("E4", Severity.WARNING)
def more_digits_than_finding(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A number has more digits behind its point than its finding.

    Why it matters: it looks as if it had been measured more exactly than it was.

    Wrong: “Pain fell by 1.80 points”, when the finding says 1.8
    Right: “Pain fell by 1.8 points”
    """
    for place, one, _, _ in _judged(site, cache):
        if one.trouble is _Trouble.PRECISION:
            message = f"The number “{one.amount.words}” has more digits than the finding: {one.detail}."
            yield Fault(place(), message, "Write no more digits than the finding does.")


@lru_cache(maxsize=1)  # three rules ask
def _judged(site: Site, cache: SentenceCache) -> tuple[tuple[Callable[[], Place], _Judged, Evidence, bool], ...]:
    return tuple(_judge(site, cache))


def _judge(site: Site, cache: SentenceCache) -> Iterator[tuple[Callable[[], Place], _Judged, Evidence, bool]]:
    """Every number that is not supported, with a function that looks up its place, which is slow and seldom needed.

    The last part says whether the sentence is the finding's own.
    """
    for text in texts(site):
        is_source = text.kind is TextKind.SOURCE
        lacks_findings = is_source and any(_are_aside(site, one.citations) for _, one in text.sentences)
        for passage, sentence in text.sentences:
            if not sentence.citations or (lacks_findings and not sentence.citations[0].key):
                continue  # a summary may state numbers of a finding that cannot be read
            cited = (f"{one.id} {_digest(site, one)}" for one in sentence.citations)
            question = ("E4", text.kind.value, passage.kind.value, *cited)
            look = partial(_judged_sentence, site, text.kind, passage.kind, sentence)
            for one, evidence in cache.search(sentence.text, question, look):
                place = partial(place_in, text.source_lines, sentence, one.amount.start, one.amount.end)
                yield place, one, evidence, is_source


def _are_aside(site: Site, citations: Sequence[Citation]) -> bool:
    """Whether a finding is cited that its source lacks, because its lines could not be understood."""
    return any(
        one.key and one.key not in site.sources[one.source].findings for one in citations if one.source in site.sources
    )


def _digest(site: Site, citation: Citation) -> str | None:
    source = site.sources.get(citation.source)
    return site.digests.get(source.place.path) if source else None


def _judged_sentence(
    site: Site, where: TextKind, kind: PassageKind, sentence: Sentence
) -> Iterator[tuple[_Judged, Evidence]]:
    if not (read_amounts(sentence.text) or any(read_prices(sentence.text))):
        return
    evidence = evidence_for(site, sentence.citations, itself=where is TextKind.SOURCE)
    if evidence is None:
        return
    for one in judged_amounts(sentence.text, evidence):
        if where is TextKind.SOURCE and one.trouble in (*_OF_WORDS, _Trouble.PRECISION):
            continue  # the sentence itself says which number is whose
        if kind is PassageKind.BLOCK_TITLE and not _has_like(one.amount, evidence):
            continue  # a title may count what stands below it: “2 trials”, “5 steps”
        yield one, evidence


def judged_amounts(text: str, evidence: Evidence) -> Iterator[_Judged]:
    """The numbers of a sentence that its evidence does not support."""
    amounts = read_amounts(text)
    others = other_people(text, evidence.findings) if amounts else ""
    for amount in amounts:
        fits = [one for one in evidence.values if _is_supported(amount, one)]
        if fits and others:
            yield _Judged(amount, _Trouble.OTHER_PEOPLE, others)
        elif fits and (counted := other_outcome(clause_of(text, amount), fits, evidence.findings)):
            yield _Judged(amount, _Trouble.OTHER_OUTCOME, counted)
        elif fits:
            yield from [*_misplaced(text, amount, amounts, fits, evidence)] or _too_precise(amount, fits)
        elif not _is_in_words_of_finding(text, amount, evidence) and not _may_be_no_finding(text, amount, evidence):
            sum_ = derivation(text, amount, evidence.values)
            yield _Judged(amount, _Trouble.DERIVED if sum_ else _Trouble.UNKNOWN, sum_)
    yield from (_Judged(one, _Trouble.UNKNOWN) for one in _unknown_prices(text, evidence))


def _is_supported(amount: Amount, recorded: RecordedNumber) -> bool:
    """Whether a value supports the amount; where the value is a share, only as a share.

    A bare number is no evidence for “30 of 43”: that needs both numbers, see `_parts_are_known`.
    """
    if amount.out_of and recorded.known.measure.kind is Kind.BARE:
        return False
    if recorded.known.measure.kind is Kind.SHARE:
        shares = tuple(one for one in amount.measures if one.kind is Kind.SHARE)
        amount = replace(amount, measures=shares or amount.measures)
    return supports(recorded.known, amount)


def _unknown_prices(text: str, evidence: Evidence) -> Iterator[Amount]:
    known = [one for one in evidence.values if one.known.measure.kind is Kind.MONEY]
    for price in read_prices(text) if known else ():
        same = [one.known for one in known if _is_of_currency(one, price.measure.noun)]
        if not all(any(supports(one, it) or supports(one, price) for one in same) for it in _ends(price)):
            yield price


def _is_of_currency(recorded: RecordedNumber, sign: str) -> bool:
    return not recorded.value or currency(recorded.value.unit) in ("", sign)


def _misplaced(
    text: str, amount: Amount, amounts: Sequence[Amount], fits: Sequence[RecordedNumber], evidence: Evidence
) -> Iterator[_Judged]:
    """Yields a number that the findings have, but for another group, in the other direction or as a level."""
    other = names_another(text, amount, amounts, fits, evidence.values, evidence.naming)
    if other or (other := _counted_apart(amount, fits, evidence.values)):
        yield _Judged(amount, _Trouble.OTHER_GROUP, other.words)
    elif all(_is_turned(text, amount, one, evidence.naming) for one in fits):
        yield _Judged(amount, _Trouble.DIRECTION, fits[0].words)
    elif (_MORE_OF.search(amount.words) or _MORE_THAN.match(text, amount.end)) and all(_is_level(one) for one in fits):
        yield _Judged(amount, _Trouble.LEVEL, fits[0].words)


def _too_precise(amount: Amount, fits: Sequence[RecordedNumber]) -> Iterator[_Judged]:
    """The number itself with more digits behind its point than the finding has: 1.80 for 1.8."""
    factor = amount.measure.factor
    written = [one for one in fits if one.value and one.value.value and one.known.measure.factor == factor]
    if "." in amount.words and len(written) == len(fits) and all(one.known.step > amount.step for one in fits):
        yield _Judged(amount, _Trouble.PRECISION, fits[0].words)


def _counted_apart(
    amount: Amount, fits: Sequence[RecordedNumber], values: Sequence[RecordedNumber]
) -> RecordedNumber | None:
    """The value that counts what the amount does, where those that fit it count something else: 17 experts."""
    noun = amount.measure.noun
    if amount.kind is not Kind.COUNT or not noun or any(noun in _nouns(one) or not one.of for one in fits):
        return None
    return next((one for one in values if one.known.measure.kind is Kind.COUNT and noun in _nouns(one)), None)


def _nouns(recorded: RecordedNumber) -> frozenset[str]:
    """What a value counts, by its unit and by the words in the plural that say more of it."""
    plurals = (noun_class(word) for word in re.findall(r"\w+s\b", recorded.of))
    return frozenset((recorded.known.measure.noun, *plurals))


def _is_level(recorded: RecordedNumber) -> bool:
    """Whether it is the share of one group, not a difference between groups."""
    unit = recorded.value.unit if recorded.value else ""
    is_change = (
        recorded.sign
        or recorded.stated_direction
        or recorded.is_gap
        or recorded.direction
        or any(way.search(f"{unit} {recorded.of}") for way in (UP, DOWN))
    )
    return bool(recorded.known.measure.kind is Kind.SHARE and recorded.of and not is_change)


def _is_turned(text: str, amount: Amount, recorded: RecordedNumber, naming: Naming) -> bool:
    clause = clause_of(text, amount)
    way = direction_of(text, amount) or (_direction_in(clause) if recorded.sign else 0)
    if sign := recorded.sign or recorded.stated_direction * (
        -1 if is_about_second_side(recorded.clause, recorded.sides, naming) else 1
    ):
        is_of_other = recorded.is_gap and is_about_second_side(stretch_of(text, amount), recorded.sides, naming)
        if way and (way != sign) != is_of_other:
            return True
    if recorded.known.measure.kind is Kind.RATIO:
        return _is_swapped(clause, recorded, naming) or _moves_other_way(text, amount, recorded)
    if recorded.direction * direction_of(text, amount) < 0 and " than " not in clause:
        return True
    if recorded.known.measure.kind in (Kind.SHARE, Kind.COUNT) and recorded.of:
        is_good, is_denied = bool(_GOOD.search(recorded.of)), bool(_NOT_GOOD.search(recorded.of))
        return (
            (is_good and not is_denied and bool(_NOT_GOOD.search(clause)))
            or _is_denied(clause, recorded.of)
            or _is_outlasted(clause, recorded.of)
        )
    return False


def _is_outlasted(clause: str, of: str) -> bool:
    """Whether what went away is stated to have stayed (“still had the tremor” for “tremor gone”), or the reverse."""
    gone, still = ((bool(pattern.search(clause)), bool(pattern.search(of))) for pattern in (_GONE, _STILL))
    return (gone, still) in (((False, True), (True, False)), ((True, False), (False, True)))


def _is_denied(clause: str, of: str) -> bool:
    """Whether a clause says that what was counted did not happen: “12 people did not stop” for “people who stopped”."""
    denied = [(match["deed"] or match["verb"])[:4].casefold() for match in _DENIED_DEED.finditer(clause)]
    deeds = [word[:4].casefold() for word in re.findall(r"[^\W\d_]{4,}", of)]
    return any(one in deeds for one in denied) and not _ANY_DENIAL.search(of)


def _direction_in(clause: str) -> int:
    """1 if all words of a clause about a direction mean more, -1 if they mean less, else 0."""
    return bool(UP.search(clause)) - bool(DOWN.search(clause))


def _is_swapped(clause: str, recorded: RecordedNumber, naming: Naming) -> bool:
    """Whether a ratio is stated with its sides swapped: men against women for women against men."""
    if _TIMES_LESS.search(clause):
        if not recorded.sides and recorded.known.low > 1:
            return not DOWN.search(f"{recorded.of} {recorded.clause}")
        return is_about_first_side(clause, recorded.sides, naming)
    return is_about_second_side(clause, recorded.sides, naming)


def _moves_other_way(text: str, amount: Amount, recorded: RecordedNumber) -> bool:
    """Whether a ratio below 1 is stated as the end of a rise, or one above 1 of a fall: “raised to 0.7 times”."""
    move = _RISK_MOVES.search(text[: amount.start])
    is_below, is_above = max(amount.high, recorded.known.high) < 1, min(amount.low, recorded.known.low) > 1
    return move is not None and (is_below if move["up"] else is_above)


def _is_in_words_of_finding(text: str, amount: Amount, evidence: Evidence) -> bool:
    """Whether a number stands in the findings' words, consists of numbers that do, or is the size of the study."""
    if any(_is_supported(amount, one) for one in evidence.others) or _is_limit_of_group(text, amount, evidence):
        return True
    if amount.is_range and amount.kind is not Kind.BARE:
        ends = _ends(amount)
        everything = (*evidence.values, *evidence.others)
        return all(any(supports(one.known, end) for one in everything) for end in ends)
    if amount.out_of:
        return _parts_are_known(amount, evidence)
    return False


def _is_limit_of_group(text: str, amount: Amount, evidence: Evidence) -> bool:
    """Whether people beyond a limit are said to be left out: “those under 18 were left out” for a lowest age of 18."""
    if not amount.qualifier.side or not _LEFT_OUT.search(text):
        return False
    return any(_is_supported(replace(amount, qualifier=Qualifier.EXACT), one) for one in evidence.values)


def _ends(amount: Amount) -> tuple[Amount, Amount]:
    return replace(amount, high=amount.low), replace(amount, low=amount.high)


def _parts_are_known(amount: Amount, evidence: Evidence) -> bool:
    """Whether both numbers of `3 of 6` are in the evidence as counts that belong to no other whole."""
    recorded = (*evidence.values, *evidence.others)
    counts = [one for one in recorded if one.known.measure.kind in (Kind.COUNT, Kind.BARE)]
    part = replace(amount, out_of=amount.out_of * 0, measures=(Measure(Kind.COUNT),))
    whole = replace(part, low=amount.out_of, high=amount.out_of)
    parts = [part]
    if amount.words.casefold().startswith("all but"):  # the finding may count the others
        parts.append(replace(part, low=whole.low - part.low, high=whole.low - part.low))
    of_part = [one for one in counts if any(supports(one.known, it) for it in parts) and not one.known.wholes]
    of_part = [one for one in of_part if not (one.value and one.value.out_of)]
    return bool(of_part) and any(supports(one.known, whole) for one in counts)


def _may_be_no_finding(text: str, amount: Amount, evidence: Evidence) -> bool:
    """A number in advice, an age or a word like “most” is judged only by a value of its own kind.

    So is a number in a sentence that reports nothing, such as how long visitors may park.
    """
    if _has_like(amount, evidence):
        return False
    is_exact_chance = amount.measure.kind in _OF_CHANCE and amount.words[:1].isdigit()
    return amount.is_weak or not (is_exact_chance or _REPORTS.search(text) or _WORKS.search(text))


def _has_like(amount: Amount, evidence: Evidence) -> bool:
    return any(_is_like(amount, one) for one in evidence.values)


def _is_like(amount: Amount, recorded: RecordedNumber) -> bool:
    stated, known = amount.measure, recorded.known.measure
    if known.kind is Kind.BARE and stated.kind is Kind.TIME:
        return bool(_AGE.search(recorded.of))
    if stated.kind is Kind.COUNT or stated.noun == "times":  # “bend it 15 times” is not like “a third less”
        return known.kind is stated.kind and stated.noun in _nouns(recorded)
    if stated.kind in _OF_CHANCE:
        return known.kind in _OF_CHANCE
    return stated.kind is known.kind


def _recorded_words(amount: Amount, evidence: Evidence) -> str:
    like = [
        one.words
        for one in evidence.values
        if one.words and (could_speak_of(amount, one.known) or (amount.kind is Kind.SHARE and one.known.wholes))
    ]
    words = list(dict.fromkeys(like or [one.words for one in evidence.values if one.words]))
    if not words:
        return " They hold no number."
    return f" They hold {'; '.join(words[:3])}{' and others' if len(words) > 3 else ''}."
