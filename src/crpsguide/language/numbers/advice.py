"""Sentences whose numbers are seldom findings: advice, questions, and what an organisation says about itself."""

import re

from crpsguide.language.numbers.units import PEOPLE
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import DETERMINERS, has_finite_verb, tokens
from crpsguide.language.statements.mood import is_order
from crpsguide.language.statements.verbs import DOUBLE

_OWN = Pattern(
    r"\b(?:we|our|us|you|your|yourself|my|mine|here|appointments?|reception|helpline|opening hours|is open|are open"
    r"|our team|the team|the clinic(?:[’']s)?|the office|been open|was founded|opened"
    r"|(?:the|an?|each|every) (?:talk|class|session|lesson|visit|appointment|course|call|tour|meeting)"
    r"|staff|parking|the building|course runs|(?<!on a )(?<!on the )waiting list|working days)\b"
)
_FINDING_WORD = Pattern(rf"\b(?:{PEOPLE}|trial|study|studies|risk|chance|average)\b")

_OBJECTS = DETERMINERS | {"it", "this", "that", "them", "down", "up", "for"}
_LABEL = Pattern(r"\W*(?P<label>[\w’'-]+(?: [\w’'-]+){0,4}): +(?P<stated>.+)", re.DOTALL)
_COMPARED = Pattern(
    rf"%|\bper ?cent\b|\d(?: out)? (?:in|of)(?: every| each)? \d|\b(?:{PEOPLE})\b"
    r"|\b(?:less|more|fewer|lower|higher|better|worse|longer|shorter|weaker|stronger"
    r"|fell|rose|dropped|grew|eased|shrank|doubled|halved)\b"
)


def seldom_finds(text: str) -> bool:
    """Whether the numbers of a sentence may well be no findings.

    >>> [seldom_finds(one) for one in ("Rest for 10 minutes.", "Our talks last an hour.", "Pain fell in an hour.")]
    [True, True, False]
    >>> [seldom_finds(one) for one in ("Sleep: 3 in 10 slept better.", "Sleep: rest for an hour at noon.")]
    [False, True]
    """
    if text.rstrip().endswith("?") or _is_own(text):
        return True
    label = _LABEL.match(text)
    if label and is_order(label["stated"]):
        return True
    if (
        label
        and not _orders(label["label"])
        and (_COMPARED.search(label["stated"]) or has_finite_verb(label["stated"]))
    ):
        return False  # “Mind effects: …” and “Sleep: …” begin like orders, and tell what was found
    return is_order(text)


def _orders(label: str) -> bool:
    """Whether a label is no name: “Remember” and “Set a timer” are none, “Sleep” and “Return to work” may be."""
    first, *others = tokens(label.lower())
    is_alone = not others and first not in DOUBLE
    return is_order(label) and (is_alone or (others[:1] != [] and others[0] in _OBJECTS))


def _is_own(text: str) -> bool:
    return bool(_OWN.search(text)) and not _FINDING_WORD.search(text)
