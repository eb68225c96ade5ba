"""Sentences whose numbers are seldom findings: advice, questions, and what a house tells of itself."""

import re

from crpsguide.language.numbers.units import PEOPLE

_ADVICE = re.compile(
    r"^(?:please\s+|then\s+|first,?\s+|now\s+|always\s+|never\s+|do not\s+|don[’']t\s+|try to\s+"
    r"|\w+ing:?\s)?(?:ask|rest|hold|count|breathe|take|try|keep"
    r"|start|stop|rate|write|note|bring|call|ring|wait|walk|move|lift|put|sit|stand|lie|stretch|check|go|come"
    r"|choose|press|turn|use|do|make|set|repeat"
    r"|allow|plan|give|tell|show|look|read|see|add|drink|eat|drive|begin|spend|aim|build|practi[sc]e|touch|wash"
    r"|hang|leave|open|close|avoid|get|fill|say"
    r"|pick|talk|think|touch|warm|cool|wear|book|arrive|send|print|draw|mark|measure|let|visit|work"
    r"|pause)\b(?! (?:of|up was|was|had|led|showed))",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:we|our|us|you|your|yourself|my|mine|here|appointments?|reception|helpline|opening hours|is open|are open"
    r"|our team|the team|the clinic(?:[’']s)?|the office|been open|was founded|opened"
    r"|(?:the|an?|each|every) (?:talk|class|session|lesson|visit|appointment|course|call|tour|meeting)"
    r"|staff|parking|the building|course runs|(?<!on a )(?<!on the )waiting list|working days)\b",
    re.IGNORECASE,
)
_FINDING_WORD = re.compile(rf"\b(?:{PEOPLE}|trial|study|studies|risk|chance|average)\b", re.IGNORECASE)


def seldom_finds(text: str) -> bool:
    """Whether the numbers of a sentence may well be no findings.

    >>> [seldom_finds(one) for one in ("Rest for 10 minutes.", "Our talks last an hour.", "Pain fell in an hour.")]
    [True, True, False]
    """
    own = bool(_OWN.search(text)) and not _FINDING_WORD.search(text)
    return bool(_ADVICE.match(text)) or own or text.rstrip().endswith("?")
