"""Reports of what one study saw, told in the past tense."""

import re
from collections.abc import Iterator
from functools import lru_cache

from crpsguide.language.certainty.verbs import carrying_verbs, first_verb
from crpsguide.language.certainty.words import SHOWN
from crpsguide.language.numbers import read_amounts
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.verbs import AUXILIARIES, IRREGULAR

_STUDIES = r"trials?|stud(?:y|ies)|review|survey|analys[ie]s|audit|report|series|experiment|cohort|registry"
_STUDY = Pattern(
    rf"\b(?:in (?:the|this|that|another) (?:\w+ )?one|model|{_STUDIES}|records?|researchers|authors|interviews?"
    r"|follow-up|group of \d+|participants|volunteers|mice|rats)\b"
)
_WHICH = (
    r"an?|one|the|this|that|another|each|its|their|our|only|first|largest|both|same|\d+|two|three|four|five|six|seven"
    r"|eight|nine|ten|(?:small|large|older|newer|larger|smaller|single|early|Dutch|US|UK)"
)
_ONE_STUDY = Pattern(
    rf"\b(?:{_WHICH})\s+(?:[\w-]+\s+){{0,4}}?(?:{_STUDIES})\b"
    r"|\bin (?:the|this|that|another) (?:(?:\w+ )?one|(?:\w+ ){0,3}(?:group|cohort|sample))\b"
    r"|\bat an? (?:\w+ ){0,3}(?:clinic|hospital|centre)\b"
    r"|\b(?:in|of|among|from) (?:about |nearly |over )?\d[\d,]*\b"
)
_NUMBER = Pattern(r"\b\d[\d,.]*\b", AS_TYPED)
# “Has been shown” speaks of what holds now.
_UNTIL_NOW = Pattern(r"\b(?:has|have) (?:been |also |clearly )*(?:shown|proven|found|proved|demonstrated|confirmed)\b")
# A word on what the study saw: “That is a sevenfold difference.”
_COMMENT = Pattern(r"(?:that|this) is\b")
_PAST = frozenset({"was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"}) | IRREGULAR
_PRESENT = (AUXILIARIES | {"can", "may", "might", "will"}) - _PAST
_ED = Pattern(r"[a-z]{2,}(?<!ne)ed$", AS_TYPED)


@lru_cache(maxsize=2048)  # two rules ask about each sentence
def tells_of_study(text: str) -> bool:
    """Whether a text speaks of a study, so that what follows may be its story."""
    return bool(_STUDY.search(text) or _ONE_STUDY.search(text))


def is_report(sentence: str, clause: str, told_before: bool) -> bool:
    """Whether a clause reports what happened in one study, or to counted people, in the past tense.

    >>> is_report("In a trial of 9 people, pain fell.", "pain fell", False), is_report("Pain fell.", "Pain fell", False)
    (True, False)
    """
    if told_before and _COMMENT.match(clause):
        return True
    past = _past(clause)
    if past is None or _UNTIL_NOW.search(clause):
        return False
    shown, study = SHOWN.search(clause), _STUDY.search(clause)
    present = _present(clause, shown.end() if shown else 0)
    if present is not None and (shown or (present < past and not study)):
        return False
    about_itself = study is not None and study.start() < past and not shown
    counted = _counts(clause) or (_counts(sentence) and bool(_STUDY.search(sentence)))
    return told_before or about_itself or counted or bool(_ONE_STUDY.search(sentence))


def _counts(text: str) -> bool:
    """Whether a text tells how many or how much, in figures or in words."""
    return bool(_NUMBER.search(text)) or any(not one.is_weak for one in read_amounts(text))


def _past(clause: str) -> int | None:
    """Where the first word in the past tense stands."""
    return next((at for at, word in _words(clause) if word in _PAST or _ED.match(word)), None)


def _present(clause: str, start: int) -> int | None:
    """Where the first verb in the present stands, from a place on."""
    verbs = ((start + at, word) for at, word in _verbs(clause[start:]))
    return next((at for at, word in verbs if word in _PRESENT or not _is_past(word)), None)


def _verbs(clause: str) -> Iterator[tuple[int, str]]:
    spans = list(carrying_verbs(clause))
    if not spans and (other := first_verb(clause)):
        spans = [other]
    return ((start, clause[start:end].casefold().replace("’", "'")) for start, end in spans)


def _is_past(word: str) -> bool:
    return word in _PAST or bool(_ED.match(word)) or word in ("could", "would")


def _words(clause: str) -> list[tuple[int, str]]:
    return [
        (match.start(), match[0].casefold().replace("’", "'"))
        for match in re.finditer(r"[A-Za-z]+(?:[’'][a-z]+)?", clause)
    ]
