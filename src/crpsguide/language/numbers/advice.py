"""Sentences whose numbers are seldom findings: advice, questions, and what a house tells of itself."""

import re

from crpsguide.language.expressions import Expression
from crpsguide.language.numbers.units import PEOPLE
from crpsguide.language.statements.mood import is_order

_OWN = Expression(
    r"\b(?:we|our|us|you|your|yourself|my|mine|here|appointments?|reception|helpline|opening hours|is open|are open"
    r"|our team|the team|the clinic(?:[’']s)?|the office|been open|was founded|opened"
    r"|(?:the|an?|each|every) (?:talk|class|session|lesson|visit|appointment|course|call|tour|meeting)"
    r"|staff|parking|the building|course runs|(?<!on a )(?<!on the )waiting list|working days)\b",
    re.IGNORECASE,
)
_FINDING_WORD = Expression(rf"\b(?:{PEOPLE}|trial|study|studies|risk|chance|average)\b", re.IGNORECASE)

_TOLD = Expression(rf"\bof (?:every|each) \w+ (?:{PEOPLE})\b", re.IGNORECASE)


def seldom_finds(text: str) -> bool:
    """Whether the numbers of a sentence may well be no findings.

    >>> [seldom_finds(one) for one in ("Rest for 10 minutes.", "Our talks last an hour.", "Pain fell in an hour.")]
    [True, True, False]
    >>> seldom_finds("Mind effects: of every 100 people, 76 had them.")
    False
    """
    if _TOLD.search(text):
        return text.rstrip().endswith("?")  # nobody orders so, though “Mind effects:” begins like an order
    own = bool(_OWN.search(text)) and not _FINDING_WORD.search(text)
    return is_order(text) or own or text.rstrip().endswith("?")
