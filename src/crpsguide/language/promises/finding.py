"""Where a sentence makes a promise, and means it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from crpsguide.frozen import frozen
from crpsguide.language.contractions import written_out
from crpsguide.language.patterns import Pattern
from crpsguide.language.phrases import Phrase, Phrasebook, Phrases, matches
from crpsguide.language.promises.guards import is_taken_back
from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds import KINDS, SUPERIORITY
from crpsguide.language.promises.words import OwnWords

GENERAL = OwnWords()  # of a guide that names no illness
# What a phrase needs in front of the words that decide.
_LEAD = Pattern(
    r"(?:(?:is|are|was|were|be|been|has|have|will|it[’']s|they[’']re|there|we|our|the|your|an?|remains?|now|also)\s+)+"
)


@frozen
class Promised:
    """A promise that a sentence makes, and the words that make it."""

    kind: Kind
    start: int
    end: int


_TURN = Pattern(r",\s+(?:but|yet)\s+(?=(?:nothing|nobody|no|it|this|they|the|our|we|you)\b)")


@lru_cache(maxsize=8192)  # several rules ask about each sentence, one rule after the other
def promises_in(sentence: str, kinds: tuple[Kind, ...] = KINDS, own: OwnWords = GENERAL) -> tuple[Promised, ...]:
    """What a sentence promises, the same stretch of words once.

    >>> [(one.kind.key, one.start) for one in promises_in("It is not only cheap but proven, and no cure.")]
    [('proven', 25)]
    """
    out = written_out(sentence)
    return tuple(
        Promised(one.kind, out.typed(one.start), out.typed(one.end, is_end=True))
        for one in _promises(out.text, kinds, own)
    )


def may_promise(sentence: str, own: OwnWords = GENERAL) -> bool:
    """Whether the words of any promise stand in a sentence, meant or not."""
    return bool(_possible(written_out(sentence).text, own))


def promises_of(kind: Kind, sentence: str) -> tuple[Promised, ...]:
    """What a sentence promises in one of the ways, when no other kind takes the same words."""
    if kind not in _book_of(kind).possible(sentence):
        return ()
    return tuple(one for one in promises_in(sentence) if one.kind is kind)


def _promises(sentence: str, kinds: tuple[Kind, ...], own: OwnWords) -> Iterator[Promised]:
    possible = _possible(sentence, own)
    taken: list[tuple[int, int]] = []
    for kind in kinds if possible else ():
        found = [*matches(possible[kind], sentence)] if kind in possible else []
        if not found or (kind.of and not heads_of(kind, own).search(sentence)):
            continue
        for match in found:
            start, end = match.span()
            if any(begin < end and start < stop for begin, stop in taken):
                continue
            if _means_it(sentence, kind, start, end, own):
                taken.append((start, end))
                lead = _LEAD.match(sentence, start)
                yield Promised(kind, lead.end() if lead and lead.end() < end else start, end)


def named_kinds(words: str, own: OwnWords = GENERAL) -> Iterator[Kind]:
    """The kinds of promises that these words would make where nothing takes them back."""
    possible = _possible(words, own)
    return (
        kind
        for kind in KINDS
        if kind in possible
        and any(matches(possible[kind], words))
        and (not kind.of or heads_of(kind, own).search(words))
    )


@lru_cache(maxsize=4096)
def _possible(sentence: str, own: OwnWords) -> Mapping[Kind, Sequence[Phrase]]:
    """The phrases that may stand in a sentence; of most sentences this is all that has to be asked."""
    return phrases_of(own).possible(sentence)


def _means_it(sentence: str, kind: Kind, start: int, end: int, own: OwnWords) -> bool:
    # What stands before “but” limits nothing behind it: “it is natural to worry, but nothing can go wrong”.
    turn = max((one.end() for one in _TURN.finditer(sentence) if one.end() <= start), default=0)
    if senses_of(kind, own).search(f"{sentence[turn:start]}#{sentence[end:]}"):
        return False
    return not is_taken_back(sentence, start, end, denies=kind.denies)


@cache
def phrases_of(own: OwnWords) -> Phrasebook[Kind]:
    """The phrases of all promises. A sentence is asked for them as it is meant, with its short forms written out."""
    return Phrasebook({kind: kind.phrases for kind in (*KINDS, *SUPERIORITY)}, own.classes)


@cache
def _book_of(kind: Kind) -> Phrasebook[Kind]:
    return Phrasebook({kind: kind.phrases}, GENERAL.classes)


@cache
def heads_of(kind: Kind, own: OwnWords) -> Phrases:
    """What a kind's phrases must be said of."""
    return Phrases(kind.of, own.classes)


@cache
def senses_of(kind: Kind, own: OwnWords) -> Phrases:
    """The other senses of their words."""
    return Phrases(kind.senses, own.classes)
