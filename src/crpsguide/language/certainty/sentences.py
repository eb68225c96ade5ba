"""How sure each clause of a sentence sounds."""

import re
from collections.abc import Iterator
from functools import lru_cache

from crpsguide.language.certainty.permission import is_permission
from crpsguide.language.certainty.reports import is_report, tells_of_study
from crpsguide.language.certainty.scale import Strength, Told
from crpsguide.language.certainty.verbs import main_verb
from crpsguide.language.certainty.words import (
    ABOUT_EVIDENCE,
    ADVICE,
    AGENDA,
    CAN,
    DUTY,
    HEARSAY,
    MAY,
    MONTH,
    NO_DOUBT,
    NO_EVIDENCE,
    OTHER_SENSE,
    PROBABLY,
    RAISED,
    SEEN,
    SHOWN,
    TELLING,
    UNKNOWN,
)
from crpsguide.language.clauses import clause_spans, is_order, is_quoted
from crpsguide.language.contractions import written_out
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.promises import SAFE, promises_of

# How sure the writer says it is: “(very uncertain)”, “(low certainty)”.
_STATED = Pattern(r"\((?:[^()]*\b)?(?P<sure>very uncertain|(?:very low|low|moderate|high) certainty)\b[^()]*\)")
_STATED_STRENGTHS = {
    "very uncertain": Strength.UNKNOWN,
    "very low certainty": Strength.UNKNOWN,
    "low certainty": Strength.MAY,
    "moderate certainty": Strength.PROBABLY,
    "high certainty": Strength.PLAIN,
}
_NOT_KNOWN = Pattern(r"(?:what is )?not known\b(?=:)")
_ASIDE = Pattern(r"\([^()]*\)", AS_TYPED)
_ASKED = Pattern(r"\b(?:whether|if)\b|(?:not (?:\w+ )?known|unknown|uncertain|unclear)")
# What somebody can do may be what an effect is told of: “does not change how far people can walk”.
_HOW = Pattern(r"(?<=\w )\b(?:how(?: (?!is\b|are\b)\w+)?|what|where)(?: \w+){1,3} can\b")
_DENIED = Pattern(r"^(?:nothing|none|no (?:\w+ ){0,2}?\w+) (?:of \w+ )?(?:is|are|was|were|has|have)\b")
_HAVE_DONE = Pattern(r" have (?:been|had|[a-z]+(?:ed|en))\b", AS_TYPED)  # “may have helped” tells of the past
# A clause that leads to another, or hangs on it.
_NOT_MAIN = Pattern(
    r"(?:and |or |but )?(?:what|why|how|because|if|while you|when|whenever|unless|until|since|once|so that"
    r"|as long as|before|after|which|who|where|even if|provided)\b"
)
_GOES_ON = Pattern(r"(?:and|or|but|then)\s+(?:\w+ly\s+|also\s+|still\s+|do(?:es)?\s+not\s+)?\w+")
_OWN_SUBJECT = Pattern(
    r"(?:and|or|but|yet|so|though|although|while|whereas|however)?,?\s*(?:it|this|that|these|those|they|we|you|he"
    r"|she|there|the|our|your|a|an|its|their|most|some|many)\b"
)
_BARE = frozenset({"may", "might", "could", "can"})  # they cover their own clause only


@lru_cache(maxsize=4096)  # two rules ask about each sentence, one after the other
def told_strengths(sentence: str, context: str = "") -> tuple[Told, ...]:
    """How sure each clause of a sentence sounds; none for questions, orders, permission and reports of one study.

    `context` is what the passage says before: a story of one study goes on in the past tense.

    >>> [one.strength.name for one in told_strengths("The drip may ease pain, but it damages the bladder.")]
    ['MAY', 'PLAIN']
    """
    if sentence.rstrip(" \"'”").endswith("?") or is_order(sentence):
        return ()
    if lead := _NOT_KNOWN.match(sentence):
        return (Told(Strength.UNKNOWN, *lead.span(), may_be_weaker=True),)
    if stated := _STATED.search(sentence):
        return (Told(_STATED_STRENGTHS[stated["sure"].casefold()], *stated.span(), may_be_weaker=True),)
    out = written_out(_ASIDE.sub(_blank, sentence))
    return tuple(
        Told(one.strength, out.typed(one.start), out.typed(one.end, is_end=True), one.may_be_weaker)
        for one in _clauses(out.text, tells_of_study(context))
    )


def _clauses(sentence: str, told_before: bool) -> Iterator[Told]:
    safe = promises_of(SAFE, sentence)
    before: Told | None = None
    covered = False  # whether what comes before also covers a clause that shares its subject
    unknown = UNKNOWN.search(sentence)
    for start, end in clause_spans(sentence):
        clause = sentence[start:end]
        unsafe = next((one for one in safe if start <= one.start < end), None)
        if unsafe:
            yield Told(Strength.BEYOND, unsafe.start, unsafe.end)
        elif is_quoted(sentence, start) or len(clause.split()) < 2:
            continue
        elif unknown and before is None and re.search(r"\bwhether\b", sentence[:end], re.IGNORECASE):
            before, covered = Told(Strength.UNKNOWN, *unknown.span()), True
            yield before
        elif (
            _NOT_MAIN.match(clause)
            or _is_told_to_do(sentence, start, clause)
            or (before and covered and _shares_subject(clause))
        ):
            continue
        else:
            told = _strength_of(sentence, start, end, told_before)
            covered = told is None or _covers(sentence, told)
            if told is not None:
                yield told
                before = told


def _shares_subject(clause: str) -> bool:
    return bool(_GOES_ON.match(clause)) and not _OWN_SUBJECT.match(clause)


def _is_told_to_do(sentence: str, start: int, clause: str) -> bool:
    """Whether a clause behind a colon or semicolon tells the reader what to do."""
    return sentence[:start].rstrip().endswith((":", ";")) and is_order(clause)


def _covers(sentence: str, told: Told) -> bool:
    return told.strength < Strength.PLAIN and sentence[told.start : told.end].casefold() not in _BARE


def _strength_of(sentence: str, start: int, end: int, told_before: bool) -> Told | None:
    """How sure one clause sounds: the first of the words that decide, from what is not known to what is plain."""
    clause = OTHER_SENSE.sub(_blank, MONTH.sub(_blank, sentence[start:end]))

    def found(span: tuple[int, int], strength: Strength, *, loose: bool = False) -> Told:
        return Told(strength, start + span[0], start + span[1], loose)

    if HEARSAY.search(sentence) or AGENDA.search(sentence[start:end]) or _claims_nothing(clause):
        return None
    if unknown := UNKNOWN.search(clause):
        return found(unknown.span(), Strength.UNKNOWN, loose=not _ASKED.search(clause))
    if is_report(sentence, clause, told_before):
        return None
    raised = RAISED.search(clause)
    if may := MAY.search(clause):
        if raised:
            return found(raised.span(), Strength.PROBABLY)
        return found(may.span(), Strength.MAY, loose=bool(_HAVE_DONE.match(clause, may.end())))
    if probably := PROBABLY.search(clause):
        if raised and raised.start() < probably.start():
            return found(raised.span(), Strength.PLAIN)
        return found(probably.span(), Strength.PROBABLY)
    if can := CAN.search(_HOW.sub(_blank, clause)):
        return found(can.span(), Strength.MAY, loose=True)
    if ABOUT_EVIDENCE.search(clause):
        return None
    if plain := NO_DOUBT.search(clause) or SHOWN.search(clause):
        if _DENIED.search(clause, 0, plain.start()):  # “Nothing is a proven cure.”
            return None
        return found(plain.span(), Strength.PLAIN)
    verb = main_verb(clause)
    return found(verb, Strength.PLAIN) if verb and not TELLING.match(clause, verb[0]) else None


def _claims_nothing(clause: str) -> bool:
    """Whether a clause tells of missing evidence, of advice, or of what somebody may do."""
    return any(one.search(clause) for one in (NO_EVIDENCE, ADVICE, DUTY, SEEN)) or is_permission(clause)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
