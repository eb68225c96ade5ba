"""E4: every number in a sentence that cites is one that its findings hold."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import lru_cache, partial

from crpsguide.check.judgements import Judgements
from crpsguide.check.numbers.derived import DOWN, UP, derivation
from crpsguide.check.numbers.held import Evidence, Held, evidence_for
from crpsguide.check.numbers.labels import names_another
from crpsguide.check.numbers.naming import Naming
from crpsguide.check.numbers.places import place_in
from crpsguide.check.rule import Fault, sentence_rule
from crpsguide.check.texts import texts
from crpsguide.frozen import frozen
from crpsguide.language.numbers import Amount, Kind, Measure, bears_out, could_speak_of, read_amounts
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
    r"|fell|rose|slept|took|gave|found|saw|people with|\w{2,}ed)\b"
)
# What a thing does to people, told as it is now: “it may ease pain for 6 weeks”.
_WORKS = Pattern(
    r"\b(?:reduces?|cuts?|lowers|lessens?|decreases?|eases?|relieves?|improves?|raises?|increases?"
    r"|helps?|lasts?|works?)\b"
)
# The one with which somebody is compared: “as likely as men”, “more often than men”, “four times that of men”.
_OTHER_SIDE = Pattern(
    r"\b(?:than|compared (?:with|to)|in comparison (?:with|to)|relative to|against|versus|vs\.?|unlike"
    r"|(?:that|those) (?:of|in|for|with)|(?<=times )the (?:risks?|rates?|chances?|odds|number|share) (?:of|in|for)"
    r"|(?<=\bas )(?:likely|often|common|many|much|high|great|frequent|big|large|strong)\b[^,;:]*?\bas)\b"
    r"(?P<other>[^,;:()]*)"
)
_TIMES_LESS = Pattern(r"\btimes (?:less|fewer|lower|rarer|smaller)\b")
_OF_CHANCE = frozenset({Kind.SHARE, Kind.RATIO, Kind.PERCENTAGE_POINTS})


class _Trouble(Enum):
    """What can be wrong with a number."""

    UNKNOWN = "unknown"
    DERIVED = "derived"
    OTHER_GROUP = "other group"
    DIRECTION = "direction"


@frozen
class _Judged:
    """A number that its findings do not bear out as it stands; `detail` is the value meant or the sum behind it."""

    amount: Amount
    trouble: _Trouble
    detail: str = ""


@sentence_rule("E4")
def number_not_in_finding(site: Site, judgements: Judgements) -> Iterator[Fault]:
    """A number in a sentence that cites is not in the findings cited.

    Why it matters: people decide by numbers. One that no source holds, or that belongs to the other
    group, misleads them under the source's name.

    Words that only this guide uses for a group of a study stand in `content/wording/groups.yaml`.

    Wrong: “About 80 of every 100 people felt better”, when the finding says 76
    Right: “About 76 of every 100 people felt better”, or “about three in four”
    """
    for place, one, evidence, is_of_finding in _judged(site, judgements):
        if one.trouble is _Trouble.DERIVED:
            continue
        number = one.amount.words
        if one.trouble is _Trouble.OTHER_GROUP:
            yield Fault(
                place(),
                f"The number “{number}” stands beside the words of another value: {one.detail}.",
                "Put each number to its own group, time and outcome.",
            )
        elif one.trouble is _Trouble.DIRECTION:
            yield Fault(
                place(),
                f"The number “{number}” is told the wrong way round; the finding holds {one.detail}.",
                "Say who or what went up, down, or did better, as the finding does.",
            )
        elif is_of_finding:
            yield Fault(
                place(),
                f"The number “{number}” is not among the values of this source.{_held_words(one.amount, evidence)}",
                "Add it to “values” of the finding, or to “period”, “population” or “comparison”.",
            )
        else:
            yield Fault(
                place(),
                f"The number “{number}” is not in the cited findings.{_held_words(one.amount, evidence)}",
                "Tell the finding's own number, or cite the finding that holds this one.",
            )


@sentence_rule("E4", Severity.WARNING)
def derived_number(site: Site, judgements: Judgements) -> Iterator[Fault]:
    """A number can be worked out from the findings cited, but does not stand in them.

    Why it matters: a sum is easily done wrong, and nobody can look it up.

    Wrong: “24 of every 100 people felt no better”, when the finding says that 76 felt better
    Right: the same, with `{value: 24, unit: "%", of: felt no better, derived: 100 - 76}` among the finding's values
    """
    for place, one, _, _ in _judged(site, judgements):
        if one.trouble is _Trouble.DERIVED:
            yield Fault(
                place(),
                f"The number “{one.amount.words}” does not stand in the cited findings; it may come from {one.detail}.",
                f"If it does, add it to the values of the finding with “derived: {one.detail}”.",
            )


@lru_cache(maxsize=1)  # two rules ask
def _judged(site: Site, judgements: Judgements) -> tuple[tuple[Callable[[], Place], _Judged, Evidence, bool], ...]:
    return tuple(_judge(site, judgements))


def _judge(site: Site, judgements: Judgements) -> Iterator[tuple[Callable[[], Place], _Judged, Evidence, bool]]:
    """Every number that is not borne out, with what finds its place, which is slow and seldom needed.

    The last part tells whether the finding itself says it.
    """
    for text in texts(site):
        for passage, sentence in text.sentences:
            if not sentence.citations:
                continue
            cited = (f"{one.id} {_digest(site, one)}" for one in sentence.citations)
            question = ("E4", text.kind.value, passage.kind.value, *cited)
            look = partial(_judged_sentence, site, text.kind, passage.kind, sentence)
            for one, evidence in judgements.found(sentence.text, question, look):
                place = partial(place_in, text.source_lines, sentence, one.amount.start, one.amount.end)
                yield place, one, evidence, text.kind is TextKind.SOURCE


def _digest(site: Site, citation: Citation) -> str | None:
    source = site.sources.get(citation.source)
    return site.digests.get(source.place.path) if source else None


def _judged_sentence(
    site: Site, where: TextKind, kind: PassageKind, sentence: Sentence
) -> Iterator[tuple[_Judged, Evidence]]:
    if not read_amounts(sentence.text):
        return
    evidence = evidence_for(site, sentence.citations, itself=where is TextKind.SOURCE)
    if evidence is None:
        return
    for one in judged_amounts(sentence.text, evidence):
        if where is TextKind.SOURCE and one.trouble in (_Trouble.OTHER_GROUP, _Trouble.DIRECTION):
            continue  # the sentence itself says which number is whose
        if kind is PassageKind.BLOCK_TITLE and not _has_like(one.amount, evidence):
            continue  # a title may count what stands below it: “2 trials”, “5 steps”
        yield one, evidence


def judged_amounts(text: str, evidence: Evidence) -> Iterator[_Judged]:
    """The numbers of a sentence that its evidence does not bear out."""
    amounts = read_amounts(text)
    for amount in amounts:
        fits = [one for one in evidence.values if bears_out(one.known, amount)]
        if fits:
            yield from _misplaced(text, amount, amounts, fits, evidence)
        elif not _is_told(amount, evidence) and not _may_be_no_finding(text, amount, evidence):
            sum_ = derivation(text, amount, evidence.values)
            yield _Judged(amount, _Trouble.DERIVED if sum_ else _Trouble.UNKNOWN, sum_)


def _misplaced(
    text: str, amount: Amount, amounts: Sequence[Amount], fits: Sequence[Held], evidence: Evidence
) -> Iterator[_Judged]:
    """The same number, but of another group or in the other direction."""
    if other := names_another(text, amount, amounts, fits, evidence.values, evidence.naming):
        yield _Judged(amount, _Trouble.OTHER_GROUP, other.words)
    elif all(_is_turned(text, amount, one) or _is_swapped(text, amount, one, evidence.naming) for one in fits):
        yield _Judged(amount, _Trouble.DIRECTION, fits[0].words)


def _is_turned(text: str, amount: Amount, held: Held) -> bool:
    clause = _clause(text, amount)
    up, down = bool(UP.search(clause)), bool(DOWN.search(clause))
    if held.sign and up != down:
        return (1 if up else -1) != held.sign
    if held.known.measure.kind in (Kind.SHARE, Kind.COUNT) and held.of:
        return bool(_GOOD.search(held.of)) and not _NOT_GOOD.search(held.of) and bool(_NOT_GOOD.search(clause))
    return False


def _is_swapped(text: str, amount: Amount, held: Held, naming: Naming) -> bool:
    """Whether a ratio is told of the one that the finding compares with: men against women for women against men."""
    if held.known.measure.kind is not Kind.RATIO or len(held.sides) != 2:
        return False
    first, second = map(naming.names, held.sides)
    clause = _clause(text, amount)
    others = " ".join(match["other"] for match in _OTHER_SIDE.finditer(clause))
    spoken, other = naming.names(_OTHER_SIDE.sub(" ", clause)), naming.names(others)
    is_kept = bool(spoken & (first - second) or other & (second - first))
    is_swapped = bool(spoken & (second - first) or other & (first - second))
    return is_kept and not is_swapped if _TIMES_LESS.search(clause) else is_swapped and not is_kept


def _clause(text: str, amount: Amount) -> str:
    """The words around an amount, as far as the next semicolon, “but” or comma."""
    ends = [match.span() for match in re.finditer(r"[;:]|,?\s(?:but|while|whereas|and)\s|,\s", text)]
    start = max((end for _, end in ends if end <= amount.start), default=0)
    stop = min((begin for begin, _ in ends if begin >= amount.end), default=len(text))
    return text[start:stop]


def _is_told(amount: Amount, evidence: Evidence) -> bool:
    """Whether the findings' words, their parts or the size of the study bear out a number."""
    if any(bears_out(one.known, amount) for one in evidence.others):
        return True
    if amount.is_range and amount.kind is not Kind.BARE:
        ends = _ends(amount)
        everything = (*evidence.values, *evidence.others)
        return all(any(bears_out(one.known, end) for one in everything) for end in ends)
    if amount.out_of:
        return _parts_are_known(amount, evidence)
    return False


def _ends(amount: Amount) -> tuple[Amount, Amount]:
    return replace(amount, high=amount.low), replace(amount, low=amount.high)


def _parts_are_known(amount: Amount, evidence: Evidence) -> bool:
    """Whether both numbers of `3 of 6` are in the evidence as counts that belong to no other whole."""
    counts = [one for one in (*evidence.values, *evidence.others) if one.known.measure.kind is Kind.COUNT]
    part = replace(amount, out_of=amount.out_of * 0, measures=(Measure(Kind.COUNT),))
    whole = replace(part, low=amount.out_of, high=amount.out_of)
    of_part = [one for one in counts if bears_out(one.known, part) and not (one.value and one.value.out_of)]
    return bool(of_part) and any(bears_out(one.known, whole) for one in counts)


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


def _is_like(amount: Amount, held: Held) -> bool:
    told, known = amount.measure, held.known.measure
    if told.kind is Kind.COUNT or told.noun == "times":  # “bend it 15 times” is not like “a third less”
        return known.kind is told.kind and told.noun == known.noun
    if told.kind in _OF_CHANCE:
        return known.kind in _OF_CHANCE
    return told.kind is known.kind


def _held_words(amount: Amount, evidence: Evidence) -> str:
    like = [
        one.words
        for one in evidence.values
        if one.words and (could_speak_of(amount, one.known) or (amount.kind is Kind.SHARE and one.known.wholes))
    ]
    words = list(dict.fromkeys(like or [one.words for one in evidence.values if one.words]))
    if not words:
        return " They hold no number."
    return f" They hold {'; '.join(words[:3])}{' and others' if len(words) > 3 else ''}."
