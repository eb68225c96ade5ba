"""Doctors and clinics at large, who are not the writers' own: what is told of them is no work of one house."""

from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.matter import AMOUNT, EFFECT, HEALTH


def tells_of_others(clause: str) -> bool:
    """Whether a clause tells what doctors or clinics do or need at large, or what nobody knows yet."""
    return (
        any(one.match(clause) for one in (_DISAGREE, _LACKS, _LOOKS_FOR_SIGNS))
        or bool(_NEEDS_LEAVE.search(clause))
        or _general_house(clause)
    )


def _general_house(clause: str) -> bool:
    """Whether the subject is doctors or clinics at large, not one's own: “Doctors may prescribe …”."""
    if _OF_OURS.match(clause):
        return False
    if _HOUSES.match(clause):
        return True
    return (
        bool(_SOME_HOUSE.match(clause))
        and any(one.search(clause) for one in (HEALTH, EFFECT, AMOUNT))
        and not _WHAT_THE_TEAM_DOES.match(clause)
    )


_OF_OURS = Pattern(r"[\w-]+(?:\s[\w-]+)?\s(?:in|on|at|from|of)\sour\b")
_HOUSES = Pattern(
    r"(?:(?:many|most|some|few|other|all|several|private|specialist|pain|general|family|us|uk|american"
    r"|british|dutch|german|european|more and more|a few|only a few|two thirds of|half of(?: the)?"
    r"|certain|no)\s+)*(?:clinics|centres|centers|hospitals|practices|doctors|nurses|physiotherapists"
    r"|therapists|psychologists|consultants|pharmacists|anaesthetists|surgeries)\b(?! (?:are (?:on|here"
    r"|free|by|in our|at our)|is on|with us|here|at our|in our))|"
    r"(?:(?:many|most|some|few|other|all|several|two|three|short|long|more|fewer|early"
    r"|regular)\s+)*(?:groups|programmes|services|courses|sessions|visits|trains|classes|costs|prices"
    r"|fees|units)\b(?! (?:are on|is on|lasts?|takes? (?:place|about|an?|\d)|start|begin|are (?:held|free"
    r"|by|booked|open|closed|charged|paid|sent|due|included|listed|available)|cost|run (?:from|on)"
    r"|include|with us|here|at our|in our|can be (?:booked|paid|cancelled)|must be))"
)
_SOME_HOUSE = Pattern(
    r"(?:a|an|the|your|each|every)\s+(?:\w+\s+){0,2}?(?:surgery|course|programme|group|service|unit"
    r"|doctors?|class|consultants?|data|costs?|session|pool|bed|form|lift|train|bus|chair|practice|team"
    r"|assessment|visit)s?\s+(?:of|with|on|for|in|that|which|who|to|may|might|can|could)\b"
)
_WHAT_THE_TEAM_DOES = Pattern(
    r"(?:your|the|a) (?:\w+ )?(?:doctor|team|nurse|consultant|therapist) (?:will|can|is there"
    r"|may) (?:\w+ )?(?:ask|explain|examine|show|tell|discuss|talk|answer|check|help you|listen|meet|call"
    r"|write|look|decide|plan|measure|see|stay|give you (?:a|an|the|your) (?:letter|form|copy|list|plan"
    r"|number))\b"
)
# “Two doctors may well come to different answers.”
_DISAGREE = Pattern(
    r"(?!our\b|we\b)(?:[\w-]+\s){0,2}(?:doctors|experts|specialists|surgeons|nurses|therapists|teams|clinics|hospitals)\s.*\b(?:different|opposite|other)\s"
    r"(?:answers?|views?|verdicts?|names?|conclusions?|opinions?|advice|ways)\b"
)
# “We lack long-term data.”
_LACKS = Pattern(
    r"we\s+(?:\w+\s+)?(?:lack|are\s+short\s+of)\s+(?:[\w-]+\s+){0,2}?(?:data|evidence|stud(?:y|ies)|trials|research|proof)\b"
)
# “The clinic needs a licence to give it”
_NEEDS_LEAVE = Pattern(
    r"\b(?:needs?|requires?|must\s+have|ha(?:s|ve)\s+to\s+have)\s+(?:an?|no|its|their)\s+(?:\w+\s+)?(?:licen[cs]e|permit|approval|prescription|certificate)\b"
)
# How an illness is told from others is no matter of one house: “The doctor looks for four kinds of signs.”
_LOOKS_FOR_SIGNS = Pattern(
    r"^(?:the|a|your|most|two)\s(?:[\w-]+\s)?(?:doctors?|nurses?|specialists?|teams?|consultants?|therapists?)\b"
    r".*\b(?:signs?|symptoms?|criteria|diagnos\w+)\b(?!\s+(?:you|that\s+you|with\s+you|at\s+each|every))"
)
