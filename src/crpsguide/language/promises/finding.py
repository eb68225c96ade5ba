"""Where a sentence makes a promise, and means it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from crpsguide.language.phrases import pattern_of
from crpsguide.language.promises.guards import is_taken_back
from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds import KINDS
from crpsguide.language.promises.words import OwnWords

GENERAL = OwnWords()  # of a guide that names no illness
# What a phrase needs in front of the words that decide.
_LEAD = re.compile(
    r"(?:(?:is|are|was|were|be|been|has|have|will|it[’']s|they[’']re|there|we|our|the|your|an?|remains?|now|also)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that a sentence makes, and the words that make it."""

    kind: Kind
    start: int
    end: int


@lru_cache(maxsize=16384)  # several rules ask about each sentence
def promises_in(sentence: str, kinds: tuple[Kind, ...] = KINDS, own: OwnWords = GENERAL) -> tuple[Promised, ...]:
    """What a sentence promises, the same stretch of words once.

    >>> [(one.kind.key, one.start) for one in promises_in("It is not only cheap but proven, and no cure.")]
    [('proven', 25)]
    """
    return tuple(_promises(sentence, kinds, own))


def _promises(sentence: str, kinds: tuple[Kind, ...], own: OwnWords) -> Iterator[Promised]:
    taken: list[tuple[int, int]] = []
    for kind in kinds:
        phrases, _ = patterns_of(kind, own)
        for match in phrases.finditer(sentence):
            start, end = match.span()
            if any(begin < end and start < stop for begin, stop in taken):
                continue
            if _means_it(sentence, kind, start, end, own):
                taken.append((start, end))
                lead = _LEAD.match(sentence, start)
                yield Promised(kind, lead.end() if lead and lead.end() < end else start, end)


def named_kinds(words: str, own: OwnWords = GENERAL) -> Iterator[Kind]:
    """The kinds of promises that these words would make where nothing takes them back."""
    return (kind for kind in KINDS if patterns_of(kind, own)[0].search(words))


def _means_it(sentence: str, kind: Kind, start: int, end: int, own: OwnWords) -> bool:
    _, senses = patterns_of(kind, own)
    if senses and senses.search(f"{sentence[:start]}#{sentence[end:]}"):
        return False
    return not is_taken_back(sentence, start, end, denies=kind.denies)


@cache
def patterns_of(kind: Kind, own: OwnWords) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """The pattern of a kind's phrases, and of its other senses."""
    classes = own.classes
    return pattern_of(kind.phrases, classes), pattern_of(kind.senses, classes) if kind.senses else None
