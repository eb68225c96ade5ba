"""Clauses about what readers and their helpers may or will do, which say nothing of how sure something is."""

from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.phrases import Phrases
from crpsguide.language.statements.subjects import Topic, topic

_MODAL = Pattern(
    r"\b(?:may|might|can|could)(?:\s+(?:also|still|then|now|(?:want|wish|like|need) to))*\s+(?:not\s+)?(?P<verb>\w+)"
)
_OTHERS = Phrases(
    """you/we/anyone (also/still/then) $
       visitor~/friend~/family/partner~/relative~/carer~/parent~/children (also/still/then) $
       papers/texts/pages/websites (also/still) $"""
)
# What happens to people: behind these “may” is a chance, not a leave.
_HAPPENS = frozenset(
    """feel notice have get experience find hear become be lose develop sleep improve recover see suffer need gain
    benefit grow die harm damage cause help ease reduce lower relieve want wish like respond react""".split()
)
_DONE = Phrases(
    """may/might/can/could be given/used/repeated/taken/offered/tried/combined/added/prescribed/asked/changed/stopped
       may/might/can/could be brought/worn/made/bought/done/read/found/booked
       MAY_NOT be given/used/repeated/taken/offered/prescribed/brought/worn/bought/booked/sold/shared/copied
       PAPER (*) may/can/could/MAY_NOT be DEALT_WITH""",
    {
        "MAY_NOT": "may_not might_not can_not cannot could_not",
        "PAPER": "form~ letter~ cost~ fee~ ticket~ visit~ course~ class parking appointment~ deposit",
        "DEALT_WITH": "sent booked paid refunded limited moved cancelled charged signed filled_in returned",
    },
)
_YOUR_WAY = Phrases(
    """YOU likely/probably/likely_to need/want/be_asked/have_to/wait/be_given/be_offered
       YOU likely/probably/likely_to get_a/have_a/see/meet/find_it/know""",
    {"YOU": "you you_are you're you_will you_may you_can you_are_also you_are_most you_will_also you_will_most"},
)
_YOU_WILL = Pattern(
    r"\byou (?:will|can|could|have to|need to|are going to)\b(?! (?:be|feel|get|have|recover|improve|lose|sleep))"
)
# What people are given leave to do, unless it is a change in them: “may use the lift”, but “may use fewer tablets”.
_PEOPLE = (
    r"(?:(?:all|both|our|most|some|only|new|other|young|older)\s+)*(?:(?:in|out|day)-?)?"
    r"(?:patients|people|adults|children|guests|clients|members|residents|readers|everyone|everybody|those\s[^,;:]*?"
    r"|(?:the|an?|each|every|no) (?:patient|person|adult|child|guest|client|member))"
)
_LEAVE = (
    r"(?:use|bring|enter|park|visit|attend|join|book|request|borrow|film|record|smoke|eat|drink|sit|phone|ring|call"
    r"|ask|pay|cancel|wear|invite|choose|decline|refuse|apply|register|wait (?:in|at|here|outside)"
    r"|leave (?:by|through|the|at))"
)
_CHANGE = r"(?:more|less|fewer|longer|sooner|earlier|later|better|worse|too|again|out|up|[a-z]{3,}er than)"
_ALLOWED = Pattern(
    rf"(?:^|[,;:]\s*|\b(?:and|but|so)\s+){_PEOPLE}(?:\s(?:in|on|at|from|with|under|over)\s[^,;:]*?)?"
    rf"\s(?:may|might|can)(?:\s(?:also|still|then|now|always|only))?(?:\snot)?\s{_LEAVE}\b(?![^.;:]*\b{_CHANGE}\b)"
)
_QUOTES = Pattern(r"[“”\"]", AS_TYPED)  # “You “can” wait”
_ALL_RIGHT = Pattern(r"(?:it|that) is (?:\w+ly |quite |also )?(?:fine|all right|okay|ok)\W*$")
_LONGEST_SUBJECT = 5  # words


def is_permission(clause: str) -> bool:
    """Whether a clause tells what somebody may do, or what is done.

    >>> [is_permission(one) for one in ("A friend may wait", "You may feel sick", "The drip may be repeated")]
    [True, False, True]
    """
    clause = _QUOTES.sub(" ", clause)
    if _ALL_RIGHT.match(clause):
        return True
    if _DONE.search(clause) or _ALLOWED.search(clause) or _YOUR_WAY.search(clause) or _YOU_WILL.search(clause):
        return True
    return any(
        modal["verb"].casefold() not in _HAPPENS and _may_act(clause[: modal.start()])
        for modal in _MODAL.finditer(clause)
    )


def _may_act(before: str) -> bool:
    """Whether the words before “may” name the reader, somebody who helps, or a part of the text."""
    subject = before.rpartition(",")[2].strip()
    if _OTHERS.search(subject):
        return True
    return len(subject.split()) <= _LONGEST_SUBJECT and topic(subject) is not Topic.OTHER
