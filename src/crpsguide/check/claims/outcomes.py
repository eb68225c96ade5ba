"""Outcomes set side by side: one thing did as well as another; and what sets the illness off."""

from crpsguide.check.claims.verdicts import CLAIM, Setting, Verdict
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.matter import COMPARISON


def compares_outcomes(text: str, setting: Setting) -> Verdict:
    """Whether it is told what became of people, or how useful one thing was next to another: a lesson, a dummy."""
    if _UNDECIDED.match(text):
        return None
    if _WERE_WELL.search(text) or _saw_a_change(text, setting):
        return CLAIM
    return CLAIM if _FARED.search(text) else None


# “We cannot say which is better.”
_UNDECIDED = Pattern(
    r"(?:so\s|but\s)?we\s(?:cannot|can't|could\snot|do\snot|don't)\s(?:yet\s)?(?:say|tell|know|judge|see|find\sout)\s(?:from\s\w+\s\w+\s)?(?:if|whether|which|how|what|who)\b[^,;:]*$"
)


def _saw_a_change(text: str, setting: Setting) -> bool:
    """Whether a house tells what it saw happen: “we find less swelling”, “our nurses have seen the skin crack”."""
    found = _SAW.match(text)
    if not found or _OF_A_HOUSE.search(found["what"]):
        return False
    what = found["what"]
    if _NONE_FOUND.match(text):
        return False
    head = _HEAD.split(what, maxsplit=1)[0]
    named = setting.names_health(head)
    return named and bool(_CHANGED.match(what) or COMPARISON.search(what))


_FARED = Pattern(
    r"\b(?:proved|turned\s+out|did|fared|was|were|worked)\s+(?:to\s+be\s+)?(?:just\s+|quite\s+|far\s+)*(?:as|no|less|more)\s+(?:(?:less|more|much)\s+)?"
    r"(?:useful|helpful|effective|well|good|worse|better|safe|successful)\b.*\b(?:as|than)\b"
    r"|\b(?:works?|worked|do|does|did|serves?|served|acts?|acted|helps?|helped|fares?|performs?|performed)\s+(?:just\s+|about\s+|nearly\s+|almost"
    r"\s+|quite\s+|every\s+bit\s+)?(?:as\s+(?:well|much\s+good|much|badly|often)\s+as\s+(?!an?\s+(?:team|group|pair)\b)|no\s+(?:better|worse)\s+than\b)"
    r"|\b(?:achieve[sd]?|gives?|gave|brings?|brought|does|did|do|reach(?:es|ed)?|produce[sd]?|show(?:s|ed)?)\s+(?:much\s+|about\s+|exactly\s+|just\s+)?the\s+same"
    r"(?:\s+(?:results?|effects?|relief|gains?|good|job))?(?:\s+as\b|\W*$)"
    r"|\b(?:acts?|acted|works?|worked|lasts?|lasted|starts?\s+(?:to\s+)?work(?:ing)?|kicks?\s+in|wears?\s+off|helps?|helped|heals?|healed|fades?|faded|recover(?:s|ed)?|improved?s?"
    r"|sle(?:ep|ept)|walk(?:s|ed)?|suffer(?:s|ed)?|hurts?)\s+(?:(?:much|far|a\s+little|a\s+bit|rather|even|slightly)\s+)?"
    r"(?:sooner|earlier|later|longer|faster|quicker|(?:more|less)\s+\w+ly|more\s+often|less\s+often|better|worse|less|more)\s+than\b"
    r"|\b(?:does|did|do)\s+(?:much\s+|far\s+|a\s+lot\s+)?(?:less|more|better|worse)\s+(?:good\s+)?than\b"
    r"|\bcomes?\s+(?:close|near)\s+to\b.*\bwhen\s+it\s+comes\s+to\b"
    r"|\b(?:is|are)\s+(?:just\s+|at\s+least\s+)?(?:as|no\s+less)\s+(?:useful|helpful|effective|good|safe)\s+(?:as|than)\b"
)
# Whoever they are, and however many: “five got better”, “some of us were back at work”.
_WERE_WELL = Pattern(
    r"\b(?:some|most|many|half|all|none|several|(?:a\s+)?few|two\s+thirds|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)"
    r"(?:\s+of\s+(?:us|them|those|these|(?:our|the|these|those)\s+\w+))?(?:\s+(?:people|patients|members|others|volunteers|children|adults|participants))?"
    r"\s+(?:\w+ly\s+|also\s+|soon\s+)?(?:(?:got|felt|became|were|are|is|was|grew|have\s+been|went)\s+(?:\w+ly\s+|much\s+)?(?:better|worse|well\s+again|free\s+of"
    r"|pain-free|back\s+(?:at|to|in)\s+(?:work|school|sport|training|the\s+job)|cured|healed|able\s+to\s+(?:walk|grip|sleep|work|drive)|without\s+pain)"
    r"|improved|recovered|relapsed|worsened|dropped\s+out|responded|(?:could|can)\s+(?:\w+\s+){1,4}?again)\b"
)
_SAW = Pattern(
    r"^(?:(?:at|after|by|within|during|in|on|from|over|before|since|with)\s+[^,;:]{2,50}?,?\s)?(?:we|our\s+(?:\w+\s)?(?:nurses|doctors|team|staff|therapists"
    r"|physiotherapists|surgeons|psychologists))\s(?:(?:have|has|had|also|often|usually|sometimes|mostly|\w+ly|then|still|even)\s)*"
    r"(?:see|sees|saw|seen|finds?|found|notices?|noticed|measures?|measured|observes?|observed|(?<=have\s)had)\s(?P<what>.+)$"
)
_HEAD = LazyPattern(r"\s(?:for|in|of|with|on|at|after|when|that|to|who|which)\s")
_NONE_FOUND = Pattern(r"^we\s(?:\w+\s)?(?:found|find|saw|know|read)\s(?:no|nothing|few|little)\b")  # tells of a search
_CHANGED = Pattern(
    r"(?:no|less|fewer|more|better|worse|hardly\s+any|(?:a\s+)?few|little|much|an?\s+(?:\w+\s)?(?:fall|drop|rise|gain|loss|change|decline))\b"
    r"|(?!other|after|over|under|number)\w+er\s(?!of|than)\w"
)
_OF_A_HOUSE = Pattern(
    r"\b(?:stud(?:y|ies)|trials?|sources?|evidence|papers?|reports?|pages?|numbers?|texts?|reviews?|guidelines?|summar(?:y|ies)|records?|visits?|time|rooms?|places?|staff|nurses"
    r"|calls|letters|requests|volunteers|whether|if|how|what|who|each\s+(?:patient|person)|named|stated|reported)\b"
    r"|^(?:(?:more|fewer|our|new|private|many|most|some|few|\d+)\s)*(?:patients|people|children|adults)\b(?!\s(?:get|recover|improve|walk|suffer|heal|lose|gain))"
)
