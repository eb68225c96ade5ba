"""Which of several values of one kind a number means, by the group, outcome or time named near it."""

from collections.abc import Mapping, Sequence

from crpsguide.check.numbers.naming import END, START, TREATED, Naming, control_name, is_time, lacks, same_time
from crpsguide.check.numbers.recorded_numbers import RecordedNumber
from crpsguide.language.numbers import Amount, Bound, Kind, Label, bind, could_speak_of, read_amounts
from crpsguide.language.patterns import Pattern

BOUND = frozenset(Kind) - {Kind.YEAR, Kind.MONEY}

_OF_SCALE = Pattern(r"\b(?:bottom|top|length|start|end|ends|lowest|highest|minimum|maximum)\b[^,;]*\bscale\b")

_MORE = Pattern(r"\b(?:more|fewer|less)\b")
Names = Mapping[RecordedNumber, frozenset[str]]


def names_another(
    text: str,
    amount: Amount,
    amounts: Sequence[Amount],
    fits: Sequence[RecordedNumber],
    all: Sequence[RecordedNumber],
    naming: Naming,
) -> RecordedNumber | None:
    """The value that the words near an amount name, if that is none of those that support it."""
    kinds = {one.known.measure.kind for one in fits}
    rivals = [one for one in all if one not in fits and one.of and one.known.measure.kind in kinds]
    rivals = [one for one in rivals if could_speak_of(amount, one.known) and not _is_no_rival(one, amount, fits)]
    if not rivals or amount.kind not in BOUND or not kinds <= BOUND or any(not one.of for one in fits):
        return None
    if Kind.COUNT in kinds:  # people are counted in many ways, of which only those in two arms exclude each other
        arms = {naming.is_control(_names(one, naming)) for one in fits}
        rivals = [one for one in rivals if len(arms) == 1 and naming.is_control(_names(one, naming)) not in arms]
        if not rivals:
            return None
    distinguishing = _distinguishing_names([*fits, *rivals], naming)
    beside = [
        one
        for one in amounts
        if one.kind in BOUND and any(could_speak_of(one, recorded.known) for recorded in distinguishing)
    ]
    beside = [one for one in beside if one.kind is not Kind.TIME or Kind.TIME in kinds]
    if len(beside) < 2 and amount.kind is Kind.TIME:
        return None
    bound = bind(
        text, beside, _labels(text, distinguishing, naming), lambda names: _fit_together(names, distinguishing)
    )
    named = {one: _named(names) for one, names in bound.items()}
    if amount not in named or _is_shared(amount, named):
        return None
    return _rival(named[amount], bound[amount].before, fits, rivals, distinguishing)


def _is_no_rival(recorded: RecordedNumber, amount: Amount, fits: Sequence[RecordedNumber]) -> bool:
    """Whether a value cannot be meant instead: an end of the scale, the amount itself, or a start value."""
    measure, size = recorded.known.measure, recorded.known.low * recorded.known.measure.factor
    begins = {one.low * one.measure.factor for fit in fits for one in read_amounts(fit.of) if one.kind is measure.kind}
    if any(fit.is_gap for fit in fits) and not recorded.is_gap and _MORE.search(amount.words):
        return True  # “13 more people in every 100” is how far two groups lie apart
    if (
        amount.out_of
        and any(fit.value and fit.value.out_of for fit in fits)
        and not (recorded.value and recorded.value.out_of)
    ):
        return True  # “19 of 38” is a count
    is_same = amount.kind is measure.kind and size == amount.low * amount.measure.factor
    return bool(_OF_SCALE.search(recorded.of)) or is_same or size in begins


def _named(bound: Bound) -> frozenset[str]:
    """The names in a number's part of the sentence, with START or END for the ends of a change (“from 8 to 5”)."""
    if bound.is_first:
        return bound.own - {END} | {START}
    return bound.own - {START} | {END} if bound.is_last else bound.own


def _is_shared(amount: Amount, named: Mapping[Amount, frozenset[str]]) -> bool:
    """Whether another number has the same names: then they do not tell the two apart."""
    return any(
        names == named[amount] and one.low * one.measure.factor != amount.low * amount.measure.factor
        for one, names in named.items()
    )


def _rival(
    named: frozenset[str],
    before: frozenset[str],
    fits: Sequence[RecordedNumber],
    rivals: Sequence[RecordedNumber],
    distinguishing: Names,
) -> RecordedNumber | None:
    """The rival that has more of the names than any value that fits; what was named before decides between equals."""

    def agreement(recorded: RecordedNumber) -> tuple[int, int]:
        own = len(named & distinguishing[recorded])
        return own, len(before & distinguishing[recorded]) if own else 0

    best, other = max(map(agreement, fits)), max(rivals, key=agreement, default=None)
    return other if other and agreement(other) > best else None


def _distinguishing_names(values: Sequence[RecordedNumber], naming: Naming) -> Names:
    """The names of each value, without those that all share."""
    names = {one: _names(one, naming) for one in values}
    for one, own in names.items():
        others = frozenset[str]().union(*(other for recorded, other in names.items() if recorded.of != one.of))
        if lacks(one.of, others):
            names[one] = control_name(own)
    if any(START in one for one in names.values()):
        names = {
            recorded: one | {END} if START not in one and _is_timed(one) else one for recorded, one in names.items()
        }
    if not all(any(moment in one for one in names.values()) for moment in (START, END)):
        names = {recorded: one - {START, END} for recorded, one in names.items()}
    if any(naming.is_control(one) for one in names.values()):
        names = {recorded: one if naming.is_control(one) else one | {TREATED} for recorded, one in names.items()}
    common = frozenset.intersection(*names.values())
    return {recorded: one - common for recorded, one in names.items()}


def _is_timed(names: frozenset[str]) -> bool:
    return any(is_time(one) for one in names)


def _names(recorded: RecordedNumber, naming: Naming) -> frozenset[str]:
    names, against = naming.names(recorded.of), naming.names(recorded.against)
    return control_name(names) if against and against <= names else names


def _labels(text: str, distinguishing: Names, naming: Naming) -> list[Label]:
    known = frozenset[str]().union(*distinguishing.values())
    labels = (Label(one.start, one.end, *same_time(frozenset({one.name}), known)) for one in naming.labels(text))
    return [one for one in labels if one.name in known]


def _fit_together(names: frozenset[str], distinguishing: Names) -> bool:
    return any(names <= one for one in distinguishing.values())
