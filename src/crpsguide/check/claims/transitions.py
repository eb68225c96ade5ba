"""Steps from one thought to the next."""

import re

from crpsguide.check.claims.embedded import has_embedded_claim
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import has_finite_verb
from crpsguide.language.statements.matter import AMOUNT, EFFECT, PRAISED
from crpsguide.language.statements.subjects import Topic, topic


def is_transition(text: str, setting: Setting) -> Verdict:
    """Steps from one thought to the next, and the line that this is no advice for one person."""
    if _DISCLAIMER.search(text) or _NO_CONTRACT.search(text):
        return Reason.TRANSITION
    if not _TRANSITION.search(text):
        return None
    if (so_far := _SO_FAR.match(text)) and topic(text[so_far.end() :]) is Topic.OTHER:
        return None
    if _MEANS_WHAT_WAS_SAID.match(text) and setting.names_health(text):
        return None
    if _NOW_THE.match(text) and has_finite_verb(text) and setting.names_health(text):
        return None
    if TAKES_SKILL.match(text):
        return None
    if _TAKES_TIME.match(text) and (setting.names_health(text) or _UNTIL.search(text)):
        return None
    plain = _HALF_THE_STORY.sub(" ", text)
    if AMOUNT.search(plain) or PRAISED.search(plain) or (EFFECT.search(text) and not _ASKED_NEXT.search(text)):
        return None
    return Reason.TRANSITION if not has_embedded_claim(text, setting) else CLAIM


_MEANS_WHAT_WAS_SAID = Pattern(
    r"(?:but |and |so )?(?:so far|there|it|this|that|some|many|such|those)\b(?! brings| leads| takes| is where)"
)
_ASKED_NEXT = Pattern(
    r"\b(?:what|how|whether|if|can|may) (?:\w+ ){0,4}(?:help|work|ease|cause|affect)"
    r"|\bleads? (?:us )?to (?:the |a |an )?(?:\w+ )?(?:question|point|topic|step|part|subject)\b"
)


_HALF_THE_STORY = Pattern(
    r"\b(?:half|part|(?:only\s+)?one\s+(?:side|part|half))\s+(?:of\s+)?the\s+(?:story|picture|answer|truth|matter|work)\b"
)
_UNTIL = Pattern(r"\b(?:on average|until|before (?:it|they|some))\b")
_NOW_THE = Pattern(r"(?:but |and )?now (?:the|your)\b")  # “Now the skin is hot, an hour later it is icy.”
# “It takes a trained eye to spot it.”
TAKES_SKILL = Pattern(
    r"it takes [^,;:]*\bto (?:spot|recogni[sz]e|diagnose|detect|tell (?:it|them) (?:apart|from)|make it out|treat"
    r"|rule it out)\b"
)
_TAKES_TIME = Pattern(r"it takes (?!us\b)")
_SO_FAR = Pattern(r"(?:but |and )?(?:so far|until now),?\s+(?!so\b)(?=\w+\s+\w+\s+\w+)")  # “So far the drug rests on …”


_DISCLAIMER = Pattern(
    r"\b(?:general (?:information|guidance)|not (?:a )?(?:medical|personal|legal) advice|(?:does|do|can"
    r"|cannot|can't|will|is|are) ?(?:not|never)? (?:replace|meant to replace|a substitute|a replacement"
    r"|intended to)|not (?:a )?(?:substitute|replacement))\b"
    r"(?=.*\b(?:doctor|care|advice|team|visit|consultation|professional|nurse|treatment|information"
    r"|examination)\b)(?!.*\b(?:because|cures?|as (?:good|effective))\b)"
)


# Which bonds a text does not tie, and what it is not meant as: “Reading this does not make you our patient.”
_NO_CONTRACT = Pattern(
    r"\b(?:creates?|establish(?:es)?|forms?|constitutes?|starts?|sets?\s+up|makes?\s+for)\s+(?:an?|any|the)\s+[\w–-]+[\s–-](?:[\w-]+\s+)?(?:relationship|contract|bond|mandate)\b"
    r"|\b(?:does|do|will|can|shall)\s+not\s+make\s+you\s+(?:an?|our|my|their)\s+(?:client|patient|customer|member)\b"
    r"|^(?:past|prior|earlier|previous)\s+(?:results|cases|verdicts|settlements|outcomes)\s+(?:do\s+not|cannot|can\s+not|are\s+no|never)\b"
    r"|^(?:nothing|no\s+(?:part|word|page|line)|none)\s+(?:(?:here|(?:on|in|of)\s+(?:this|these|our|the)\s+\w+)\s+)?(?:is|should|shall|may|can|must|amounts?|replaces?|counts?)\b"
    r"[^,;:]*\b(?:advice|promise|offer|contract|recommendation|talk|visit|substitute|replacement)\b"
)


_TRANSITION = Pattern(
    r"""^(?:(?:so|and|but|now|well|then|finally|still|also)\s*,?\s+)*(?:
    (?:that|this|it|which)\s+(?:brings|leads|takes|is\s+(?:where|why\s+(?:we|this)|what\s+(?:the|this|we)
        |how\s+(?:this|we)|all(?!\s+right\b)|it|the\s+(?:question|subject|topic|end|point|theory|first|plan
        |idea\s+behind\s+this))|was\s+(?:the|all)|raises|leaves|depends|sounds|may\s+(?:sound|seem|feel|look)
        |might\s+(?:sound|seem)|can\s+(?:sound|seem)|needs\s+(?:some|a\s+(?:word|little))|is\s+only\s+(?:one|the\s+first)\b|is\s+(?:easier
        |simpler|not\s+as\s+\w+|only\s+(?:half|part)|a\s+lot|one\s+(?:side|half|part)))\b
    |(?:one|two|three|four|five|a\s+few|some)\s+(?:things?|points?|questions?|words?)\s+(?:matters?|counts?|remains?|stands?\s+out|follows?|come\s+first)\b
        (?:\s+(?:here|now|most|today|first|too))?\.?$|(?:this|that|here)\s+is\s+how\s+it\s+works\.?$
    |up\s+next\b|this\s+leads\s+to\s+(?:another|the\s+next|a\s+\w+)\s+question\b|(?:two|three|a\s+few)\s+more\s+(?:things|words|points)\b
    |here\s+(?:is|are|comes|'s|we)\b|here's\b|what\s+follows\b|what\s+comes\s+next\b
    |first\s+things\s+first|first,?\s+(?:the|a|some|of\s+all)\b|second(?:ly)?\b.{0,40}$|next\s+(?:up|comes|we|the
        |step|question|topic|:)|last\s+but\s+not\s+least|one\s+(?:more|last|final)\s+\w+|one\s+(?:step|thing
        |point|question)\s+at\s+a\s+time
    |let\s+us|let's|before\s+(?:we|you|that|going)|with\s+(?:that|this)\s+(?:in\s+mind|said|settled|done|clear|explained|behind\s+us|out\s+of\s+the\s+way)|back\s+to|on\s+to
        |so\s+(?:far|much|what|now|where)|now\s+(?:to|for|that|it|we|you|let|the)|enough\s+(?:of|about)
        |that\s+(?:was|is|said|much)|in\s+(?:short|other\s+words|brief|sum|summary|a\s+nutshell|practice
        |detail)\s*[:,.]?$
    |(?:to|by\s+way\s+of)\s+(?:sum\s+up|summarise|recap|begin|start|conclude|repeat|introduction)\b|we\s+(?:now
        |then|will\s+now|begin|start|turn|come|move|return|go\s+on|end|close|look)\b|more\s+(?:of|on
        |about)\s+(?:that|this)\b
    |the\s+answer\s+(?:is\s+not\s+simple|is\s+not\s+that|depends|is\s+below|comes|follows|may|is:?$)
        |it\s+depends\b|there\s+is\s+(?:more|another\s+side)\b.{0,25}$|there\s+(?:is|are)\s+(?:more|one\s+more
        |another|two|three|several|a\s+few|no\s+(?:simple|short|easy|quick)|nothing\s+to)\s*(?:sides?|things?
        |points?|steps?|questions?|ways?|answers?|parts?|rate|add|to)\b.{0,60}$
    |but\s+what\b|a\s+(?:word|note|few\s+words|quick\s+word|short\s+word|last\s+word|final\s+word)\s+(?:on
        |about|of|first|before|to)\b|good\s+to\s+know|good\s+news|ready|step\s+by\s+step|for\s+example
        |above\s+all|at\s+(?:the|a)\s+(?:end|glance)|not\s+known\s+is\s+not
    |(?:rules|laws|customs|names|views|opinions|prices|results)\s+(?:may\s+)?(?:differ|vary)(?:\s+from\s+\w+\s+to\s+\w+)?\.$
    |until\s+then\b|other\s+care\s+goes\s+on|all\s+(?:of\s+)?(?:these|this)\s+(?:must|will|may)\b.{0,30}:$
        |time\s+(?:for|to)\b)""",
    re.I | re.X,
)
