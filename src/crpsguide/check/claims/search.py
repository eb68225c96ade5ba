"""What the writers read, and what they did not find."""

from crpsguide.check.claims.embedded import has_embedded_claim, is_harmless
from crpsguide.check.claims.verdicts import Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern, any_of
from crpsguide.language.sentences import sentence_spans
from crpsguide.language.statements.clauses import Link, clauses, fronted, has_finite_verb, tokens


def tells_of_own_search(text: str, setting: Setting) -> Verdict:
    """What the writers read, did not find, do not know; how they rated it. “We found that …” is a claim."""
    if (unknown := _UNKNOWN.match(text)) and _names_the_unknown(unknown["rest"], setting):
        return Reason.OWN_SEARCH
    body = fronted(text)[1]
    if (about := _ABOUT.match(body)) and not has_finite_verb(about[0]):
        body = body[about.end() :]
    after = clauses(body)
    last = _ABOUT.sub("", after[-1].text)
    if after[-1].link in (Link.STOP, Link.RESULT) and _SEARCHED.found_in(last) and len(tokens(after[0].text)) <= 8:
        body = last
    if not _SEARCHED.found_in(body):
        return None
    if _FOUND_NO_HARM.search(body) or _goes_on_with_a_fact(body, setting):
        return None
    return Reason.OWN_SEARCH


def _goes_on_with_a_fact(body: str, setting: Setting) -> bool:
    """Whether something is known beside what is not; what “no study says that …” names is not told."""
    return any(
        not _FOUND_TOO.match(one) and not is_harmless(one, setting, joined=True)
        for one in _GOES_ON.compiled.split(body)[1:]
    )


_GOES_ON = Pattern(r"[,;:]?\s+(?:but|yet|though|although|while|whereas|because|since)\s+|[,;:]\s+and\s+|[;:]\s+")


def _names_the_unknown(rest: str, setting: Setting) -> bool:
    """Whether “not known” is followed by a question or a name, and by nothing that is known."""
    first, *more = [rest[start:end] for start, end in sentence_spans(rest)]
    named = _RELATIVE.split(first, maxsplit=1)[0]
    asked = _ASKED.match(first)
    return (
        bool(asked or not has_finite_verb(named))
        and not has_embedded_claim(first, setting)
        and all(setting.lets_pass(one) for one in more)
    )


_RELATIVE = Pattern(r"\b(?:that|which|who|whom|whose|where|when)\b", AS_TYPED)
_ASKED = Pattern(r"(?:how|what|which|who|whom|where|why|whether|if|when)\b")
_UNKNOWN = Pattern(
    r"^(?:still\s+|also\s+)?(?:not\s+(?:yet\s+)?(?:known|studied|clear|found|counted)|unknown|unclear|unsure)"
    r"\s*:\s+(?P<rest>.+)$"
)
# “…, and no study made to look for it”
_FOUND_TOO = Pattern(
    r"(?:no|an?|one|two|three|\d+)\s(?!.*\b(?:is|are|was|were|can|could|may|might|will|has|have|had|do|does|did)\b)"
)
# “For travel we found no study.”
_ABOUT = Pattern(
    r"^(?:for|on|about|of|in|at|from|after|before|since|until|up\s+to|apart\s+from|besides|outside)\s[^,.;:]*?,?\s(?=we\s)"
)
# That none was found may mean that there is none.
_FOUND_NO_HARM = Pattern(
    r"\bwe\s+(?:\w+\s+)?(?:found|saw|have\s+seen|know\s+of)\s+(?:no|few|little|only\s+few)\s+(?:\w+\s+)?"
    r"(?:harms?|risks?|dangers?|side\s+effects?|benefits?|differences?|effects?|changes?|gains?|improvements?)\b"
    r"(?!\s+(?:stated|named|counted|in\s+(?:the|our|any|these)\s+(?:stud|trial|report|source|summar)))"
)


_SEARCHED = any_of(
    {
        # “No expert has read this page so far.”
        "checked edited read reviewed seen tested tried": r"""
        ^(?:so\s+far,?\s+)?(?:no\s+(?:\w+\s+){0,2}?\w+|nobody|no\s+one|none\s+of\s+\w+)\s+(?:has|have)\s+(?:\w+\s+)?(?:read|reviewed|checked|tested|tried|seen
        |edited)\s+(?:this|these|our|the)\s+(?:guide|pages?|site|sheet|text|leaflet|tool|aid|words|list)\b""",
        "as": r"""
        ^(?:nobody|no\s+one|nothing|none|no\s+(?:\w+\s+){1,2}?|there\s+(?:is|are|was|were)\s+no)\b.*\b(?:as|so)\s+far\s+as\s+we\s+
        (?:know|can|could|saw|found|read|have)\b""",
        "we": r"""
        ^(?:(?:so|but|and|also|yet|here|still|until\s+now|so\s+far)\b)?,?\s*we\s+(?:have\s+|had\s+|also\s+|still\s+
        |only\s+|could\s+|can\s+|did\s+|do\s+)*(?:
        (?:found|saw|hold|held|have|know\s+of|met|read|list(?:ed)?|looked\s+(?:for|at)|searched|checked|visited
            |spoke|asked|rate[d]?|graded?|judged?|seen)\s+(?:no|none|nothing|nobody|few|only|little|one|two
            |three|four|five|six|it|them|these|this|\d+|summaries|abstracts|the\s+(?:abstract|summary|full
            |register|studies|trials|sources|evidence)|for|at|studies|trials|all|every|each|again|up)\b
        |(?:not|cannot)\s+(?:know|find|see|say|tell|confirm|check|verify|rank|rate|visit|read|judge|look|yet
            |claim|count|hold|have)\b|n't\s+\w+|cannot\s+\w+)
        |^we\s+(?:do\s+not|don't|cannot|can't|could\s+not|couldn't|did\s+not|didn't|have\s+not|haven't)\s+(?:yet\s+
        |always\s+|really\s+)?(?:know|find|see|say|tell|confirm|check|verify|rank|rate|visit|read|judge|hold
        |have|found|seen|checked)\b""",
        "could did has have which": r"""
        ^(?:it|they|there)\s+(?:has|have|is|are)\s+[^,;:]{1,40},?\s+(?:which|that)\s+we\s+(?:have|did|could)\s+not
        \s+(?:yet\s+)?(?:read|see|seen|check|checked|open)\.?$""",
        "clear known know knows open question unclear unknown": r"""
        ^(?:(?:so\s+far|as\s+yet|today|at\s+present),?\s+)?(?:(?:nobody|no\s+one)\s+(?:really\s+|yet\s+)?knows|(?:we|they|doctors|experts|scientists)\s+do\s+not\s+(?:yet\s+|really\s+)?know
        |(?:it|this|that)\s+(?:is|remains)\s+(?:still\s+|as\s+yet\s+)?(?:not\s+(?:yet\s+)?(?:known|clear)|unknown|unclear|an?\s+open\s+question))
        (?:\s+(?:yet|so\s+far|for\s+(?:sure|certain)|today|at\s+present))?\W*$""",
        "answer cannot count does say show t tell": r"""
        ^(?:it|they|this|these|such\s+\w+)\s+(?:cannot|can't|does\s+not|do\s+not|did\s+not)\s+(?:say|tell|count|answer|show)
        \s+(?:how|whether|why|what|who|if|which)\b""",
        "that these they this those": r"""
        ^(?:these|those|this|that|they|all\s+(?:of\s+)?these)\s+(?:numbers\s+|shares\s+)?(?:is|are)\s+(?:only\s+|just
        \s+|all\s+|rough\s+|mere\s+|an?\s+)*(?:averages?|estimates?|guess(?:es)?|examples?|opinions?|counts?
        |ranges?|rules?\s+of\s+thumb)\.?$""",
        "guarantee promise": r"""
        ^(?:for\s+(?:none|all|each|any)\s+of\s+\w+\s+can\s+anyone|nobody\s+can|no\s+one\s+can|we\s+cannot
        |no\s+(?:doctor|treatment|clinic|nurse|study|guide)\s+can)\s+(?:promise|guarantee)\b""",
        """article articles book books count counts guidance guideline guidelines leaflet leaflets
        page pages paper papers record records report reports review reviews source sources study
        summary survey surveys text texts trial trials""": r"""
        ^(?:the|this|that|these|those|both|each|its)\s+(?:[\w-]+\s+){0,2}?(?:study|summary|guidance
        |(?:report|review|trial|guideline|page|source|paper|text|survey|article|book|leaflet|count|record)s?)\s+(?:
        (?:is|are|was|were)\s+(?:from|dated|(?:written|published|printed|updated|last\s+changed)\s+in|in\s+(?-i:[A-Z]))
            (?:(?!\b(?:and|but|or|which)\b)[\w\s]){0,25}\.?$
        |(?:rate[sd]?|grade[sd]?|judge[sd]?|says?|said)\s+how\s+(?:sure|certain)\b[^,;:]*$)""",
        "cite cites give gives name names state states tell tells": r"""
        ^(?:it|they|the\s+(?:page|report|text|review|study|guideline))\s+(?:names?|gives?|cites?|states?|tells?\s+of)\s+no
        \s+(?:[\w-]+\s+)?(?:stud(?:y|ies)|trials?|numbers?|sources?|dates?|years?|figures?|reasons?|names?|prices?
        |shares?|place|details?)\b""",
        # “The study is behind a paywall.”
        """article articles evidence guideline guidelines paper papers register registers report reports review reviews
        source sources studies study survey surveys trial trials""": r"""
        ^(?:the|this|that|one|both|each|another|most|some|all|these|its)\s(?:[\w-]+\s){0,2}?(?:evidence|stud(?:y|ies)|(?:trial|paper|report
        |review|guideline|source|article|survey|register)s?)\s(?:is|are|was|were|has|have)\s(?:(?:still|not|only|also|last|yet|been|now)\s)*
        (?:running|under\sway|recruiting|behind\s|in\s(?:press|print|another\s+language)|searched|read|updated|out\sof\sprint|translated|listed|linked|quoted
        |free\sto\sread|open\sto\sread|published\sonly\sas)\b[^,:]*$
        |^there\s(?:may|might|could|will|are)\s(?:well\s)?(?:be\s)?(?:[\w-]+\s)?(?:studies|trials|papers|sources|reports)\s(?:that\s|which\s)?we\s
        |^it\s(?:is|was)\snot\s(?:clear|stated|said|told)\s(?:from|in)\sth\w+\s\w+\s(?:what|how|whether|why|who|which|when|where|if)\b""",
        "high low moderate n na no none not unknown yes": r"""
        ^(?:not\s+(?:stated|rated|known|given|studied|measured)|none(?:\s+(?:found|known|stated))?|no\s+(?:number
        |study|figure|data|result)s?\s*(?:known|found|stated|given)?|unknown|yes|no|(?:very\s+)?low|moderate
        |high|n/?a)(?:\s*\([^)]*\))?\.?$""",
    }
)
