"""What the writers read, and what they did not find."""

import re

from crpsguide.check.claims.verdicts import Reason, Setting, Verdict
from crpsguide.language.statements.clauses import Link, clauses, fronted, tokens
from crpsguide.language.statements.patterns import Pattern


def tells_of_own_search(text: str, setting: Setting) -> Verdict:
    """What the writers read, did not find, do not know; how they rated it. “We found that …” is a claim."""
    body = fronted(text)[1]
    after = clauses(body)
    if after and after[-1].link is Link.STOP and _SEARCHED.search(after[-1].text) and len(tokens(after[0].text)) <= 8:
        body = after[-1].text
    if not _SEARCHED.search(body):
        return None
    if re.search(
        r"\b(?:found|saw|see|know|learn(?:ed|t)|read|believe|think|noted?)\s+that\b", body, re.I
    ) and not re.search(r"\b(?:not|never|cannot|nothing|none)\b", body[: body.lower().find(" that")], re.I):
        return None
    return Reason.OWN_SEARCH


_SEARCHED = Pattern(
    r"""^(?:so|but|and|also|yet|here|still|until\s+now|so\s+far)?,?\s*we\s+(?:have\s+|had\s+|also\s+|still\s+
        |only\s+|could\s+|can\s+|did\s+|do\s+)*(?:
        (?:found|saw|hold|held|have|know\s+of|met|read|list(?:ed)?|looked\s+(?:for|at)|searched|checked|visited
            |spoke|asked|rate[d]?|graded?|judged?|seen)\s+(?:no|none|nothing|nobody|few|only|little|one|two
            |three|four|five|six|it|them|these|this|\d+|summaries|abstracts|the\s+(?:abstract|summary|full
            |register|studies|trials|sources|evidence)|for|at|studies|trials|all|every|each|again|up)\b
        |(?:not|cannot)\s+(?:know|find|see|say|tell|confirm|check|verify|rank|rate|visit|read|judge|look|yet
            |claim|count|hold|have)\b|n't\s+\w+|cannot\s+\w+)
    |^we\s+(?:do\s+not|don't|cannot|can't|could\s+not|couldn't|did\s+not|didn't|have\s+not|haven't)\s+(?:yet\s+
        |always\s+|really\s+)?(?:know|find|see|say|tell|confirm|check|verify|rank|rate|visit|read|judge|hold
        |have|found|seen|checked)\b
    |^(?:our|the)\s+(?:sources|list|search|summaries|abstracts|summary)\s+(?:we\s+read\s+
        |here\s+)?(?:do(?:es)?\s+not|may\s+not|is\s+not|are\s+not|name[sd]?\s+no|was|were|covers?|ends?|stops?)
    |^what\s+we\s+read\b|^the\s+(?:newest|oldest|latest|only|last)\s+(?:\w+\s+)?(?:page|study|trial|text|record
        |list|review|copy)\s+(?:that\s+)?we\s+(?:saw|found|read|know)\b
    |^(?:these|those|such|this|rules|definitions|this\s+(?:row|line|number))\b.{0,30}\b(?:is
        |are)\s+(?:not\s+rated|our\s+(?:own\s+)?(?:advice|view|reading|rating|summary|words)|theories
        |rules,\s+not|an?\s+(?:theory|idea))\b
    |^(?:rules|definitions|rights|services|laws)\s+are\s+not\s+rated\b
    |^where\s+there\s+is\s+no\s+\w+,\s+we\s+found\s+none
    |^["“]?\w+["”]?\s+means\s+that\s+we\b
    |^(?:not\s+(?:stated|rated|known|given|studied|measured)|none(?:\s+(?:found|known|stated))?|no\s+(?:number
        |study|figure|data|result)s?\s*(?:known|found|stated|given)?|unknown|yes|no|(?:very\s+)?low|moderate
        |high|n/?a)(?:\s*\([^)]*\))?\.?$
    |^(?:no\s+one|nobody)\s+(?:paid|pays|is\s+ranked)\b
    |^listing\s+is\s+not\b|^a\s+(?:name|listing|place)\s+(?:on|in)\s+this\s+(?:page|list|guide)
    |^some\s+(?:details|entries|records)\s+(?:come|are|were)\b
    """,
    re.I | re.X,
)
