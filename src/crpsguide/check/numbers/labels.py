"""Which of several like numbers a sentence means: the words beside it name a group, an outcome or a time."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crpsguide.check.numbers.held import Held
from crpsguide.language.numbers import Amount, Kind, could_speak_of, read_amounts

# Words of studies that readers get in plainer form.
ALIKE: Mapping[str, str] = {
    "dummy": "placebo",
    "sham": "placebo",
    "pretend": "placebo",
    "inactive": "placebo",
    "comparison": "control",
    "female": "women",
    "females": "women",
    "woman": "women",
    "male": "men",
    "males": "men",
    "man": "men",
    "child": "children",
}
BOUND = frozenset({Kind.SHARE, Kind.SCORE, Kind.RATIO, Kind.PERCENTAGE_POINTS, Kind.TIME, Kind.BARE})
_DULL = frozenset(
    """the and for with who that were was are had has have from than after before then this those these their they them
    people person persons patients participants adults mean median average number share percent rate proportion value of
    group groups same rounded study trial end start time all any each per total improved taken taking given got being in
    on at by to an or as not no its out into about more most less fewer lower upper higher interval limit bound
    confidence""".split()
)
_CLAUSE_END = re.compile(r"[;:.]|,\s+(?:but|while|whereas)\b")


def names_another(
    text: str, amount: Amount, amounts: Sequence[Amount], fits: Sequence[Held], all: Sequence[Held]
) -> Held | None:
    """The value that the words beside an amount name, when that is none of those that fit it."""
    kinds = {one.known.measure.kind for one in fits}
    rivals = [one for one in all if one not in fits and one.of and one.known.measure.kind in kinds]
    rivals = [one for one in rivals if could_speak_of(amount, one.known)]
    if not rivals or amount.kind not in BOUND or not kinds <= BOUND or any(not one.of for one in fits):
        return None
    telling = _telling_words([*fits, *rivals])
    beside = [
        one
        for one in amounts
        if any(could_speak_of(one, held.known) for held in (*fits, *rivals)) and one.kind in BOUND
    ]
    beside = [one for one in beside if one.kind is not Kind.TIME or amount.kind is Kind.TIME]
    mentions = tuple(_mentions(text, {word for words in telling.values() for word in words}))
    if len(beside) < 2:
        return (
            None if amount.kind is Kind.TIME else _named(amount, [word for _, word in mentions], fits, rivals, telling)
        )
    verdicts = []
    for windows in (_behind(text, beside), _before(text, beside)):
        seen = [[word for at, word in mentions if start <= at < end] for start, end in windows]
        if all_differ(seen):
            verdicts.append(_named(amount, seen[beside.index(amount)], fits, rivals, telling))
    return verdicts[0] if verdicts and all_named(verdicts) else None


def all_differ(seen: Sequence[Sequence[str]]) -> bool:
    """Whether every number has a label and no two have the same: only then is the layout understood."""
    return all(seen) and len({frozenset(one) for one in seen}) == len(seen)


def all_named(verdicts: Sequence[Held | None]) -> bool:
    """Whether each way to understand the layout names another value."""
    return None not in verdicts


def _named(
    amount: Amount,
    words: Sequence[str],
    fits: Sequence[Held],
    rivals: Sequence[Held],
    telling: Mapping[int, frozenset[str]],
) -> Held | None:
    here = set(words)
    best = max((len(here & telling[id(one)]) for one in fits), default=0)
    other = max(rivals, key=lambda one: len(here & telling[id(one)]))
    return other if len(here & telling[id(other)]) > best else None


def _telling_words(values: Sequence[Held]) -> Mapping[int, frozenset[str]]:
    """The words that not all values share."""
    words = {id(one): frozenset(word for _, word in _words(one.of)) for one in values}
    common = frozenset.intersection(*words.values())
    return {key: one - common for key, one in words.items()}


def _mentions(text: str, wanted: set[str]) -> Iterator[tuple[int, str]]:
    for at, word in _words(text):
        if word in wanted:
            yield at, word


def _words(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[A-Za-z][\w’'-]{2,}", text):
        word = match[0].casefold()
        word = ALIKE.get(word, word)
        if word not in _DULL:
            yield match.start(), _stem(word)
    for amount in read_amounts(text):
        if amount.kind is Kind.TIME:
            yield amount.start, f"{float(amount.low * amount.measure.factor):.2f} days"


def _stem(word: str) -> str:
    return re.sub(r"(?:ations?|ing|ed|ies|es|s|y|e)$", "", word) if len(word) > 4 else word


def _behind(text: str, amounts: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(amounts):
        after = amounts[place + 1].start if place + 1 < len(amounts) else len(text)
        stop = _CLAUSE_END.search(text, one.end, after)
        yield one.end, stop.start() if stop else after


def _before(text: str, amounts: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(amounts):
        yield amounts[place - 1].end if place else 0, one.start
