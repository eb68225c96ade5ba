"""Kind words known by whom they mean: the reader, and what is worth something to them."""

import re
from collections.abc import Sequence

from crpsguide.check.claims.embedded import is_harmless, opens_with_fact
from crpsguide.check.claims.transitions import TAKES_SKILL
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import Clause, Link, clauses, fronted
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, EMOTION, HEALTH
from crpsguide.language.statements.subjects import Topic, topic


def feels_with_reader(text: str, setting: Setting) -> Verdict:
    """Kind words: about the reader, their pain, feelings and worth; never what a treatment or illness does."""
    front, body = fronted(text)
    if front and opens_with_fact(front, setting):
        return None
    parts = clauses(body)
    first = parts[0].text
    if TAKES_SKILL.match(first) or _COMES_AND_GOES.match(first):
        return None
    if _OF_A_THING.match(first):
        return None
    if _kind_whoever_is_meant(text, setting):
        return Reason.EMPATHY
    if not _is_of_a_person(first, body) or _is_of_health(first, front, setting):
        return None
    if first.lower().startswith("living with"):
        text = text.replace("feel like", "be like")
    if _is_cold(text, setting) or (AMOUNT.search(text) and not _DEICTIC_KIND.search(text)):
        return None
    return _beside_kind_words(parts[1:], setting)


def _is_of_a_person(clause: str, body: str) -> bool:
    """Whether a clause is about the reader, or what is normal, and tells of how people are or feel."""
    is_this = bool(_DEICTIC_KIND.search(clause))
    return bool(
        (is_this or _KIND_SUBJECT.match(clause))
        and (is_this or _HUMAN.match(clause) or EMOTION.search(body) or _KIND_PREDICATE.search(body))
        and (_IT_IS.match(clause) or not _IT.match(clause))
    )


def _is_of_health(clause: str, front: str, setting: Setting) -> bool:
    """Whether a clause, however kind, tells what pain, care or the body does."""
    return bool((allowed := _ALL_RIGHT_TO.match(clause)) and _of_the_body(allowed["deed"], setting))


def _beside_kind_words(parts: Sequence[Clause], setting: Setting) -> Verdict:
    """What kind words are by the clauses behind them: a cold one is for others to judge, and a fact is a claim."""
    for part in parts:
        if (
            part.link is not Link.WHICH
            and topic(part.text) is Topic.OTHER
            and not is_harmless(part.text, setting, joined=True)
        ):
            return CLAIM
    return Reason.EMPATHY


def _kind_whoever_is_meant(text: str, setting: Setting) -> bool:
    """Whether a predicate is kind by itself: “… is no fault of yours”, “There is nothing to regret”."""
    found = _KIND_WHOEVER.search(text)
    if not found or AMOUNT.search(text):
        return False
    if any(one.link is Link.REASON and not setting.lets_pass(one.text) for one in clauses(text)[1:]):
        return False
    around = f"{text[: found.start()]} {text[found.end() :]}"
    return not (_is_cold(around, setting) or (clauses(text)[1:] and HEALTH.search(_WARM.sub(" ", around))))


_OF_A_THING = Pattern(
    r"^being\s+(?:\w+ly\s+)?(?:natural|herbal|organic|plant-based|licensed|approved|legal|cheap|expensive|popular|new|old|mild|licenced)\b"
)
# “It may come back in the same place”: the illness, not the feeling
_COMES_AND_GOES = Pattern(
    r"(?:it|this|they)\s+(?:(?:can|may|might|will|could|often|sometimes|also|even|still)\s+)*(?:comes?\s+back|returns?|starts?|begins?|spreads?|appears?|moves?|lasts?)\b"
    r"|(?:nobody|no\s+one)\s+expects\s+(?!you|us|me|too|that\s+of|anything|this)"
    r"|(?:nobody|no\s+one|you|people|children|others)\s+(?:(?:can|may|do|does|cannot|not)\s+)*(?:brings?|catch|catches|inherits?|get|gets)\s+it\s+(?:on|from|by|too)\b"
)
_KIND_WHOEVER = Pattern(
    r"""\b(?:is|are|was|were)\s+(?:no|not\s+(?:a|the|your)|never\s+(?:a|the|your))\s+(?:fault|failing|weakness|shame|crime|sin|flaw
        |mistake|disgrace|broken\s+promise|defeat|betrayal)(?:\s+of\s+yours|\s+on\s+your\s+part)?\b(?!\s+(?:in|of|to|that)\b)
    |^(?:none\s+of\s+(?:this|it|that)|nothing\s+(?:about|in)\s+(?:this|it|that))\s+(?:is|was|has\s+been|feels|will\s+be)\s+(?:\w+\s+)?(?:easy|simple|fair|small|your\s+\w+|nothing|new\s+to\s+you)\b
    |\b(?:no\s+one|nobody)\s+(?:here\s+|with\s+us\s+|really\s+)?(?:expects?|asks|wants|needs)\s+you\s+to\b[^,;:]*
    |^(?:small|little|tiny|every|each|even)\s[^,;:]*\bcounts?(?:\s+(?:too|as\s+well))?\.?$
    |\b(?:is|are)\s+(?:only|just|very|deeply)?\s*human\.?$
    |\b(?:cannot|can\s+hardly)\s+be\s+put\s+into\s+words\b
    |\bmakes?\s+(?:some|many|most|all|none)\s+of\s+(?:you|us)\s+(?:feel\s+)?(?:nervous|afraid|scared|uneasy|anxious|sad|angry|cross|shy|lonely|unsure)\.?$
    |\bcounts?\s+as\s+(?:work|exercise|progress|success|practice|rest)\b
    |^(?:what|it)\s+counts\s+(?:most\s+)?(?:is|when)\s+(?:how\s+|what\s+|that\s+)?you\b
    |^(?:nobody|no\s+one|others|people)\s+(?:can(?:not)?|may|might|will|do)\s+(?:not\s+)?(?:always\s+)?see\s+(?:it|your\s+\w+|this)\b(?:,?\s+(?:but|yet|and)\s+(?:it|that|this)\s+is\s+\w+)?\.?$
    """,
    re.I | re.X,
)


def _of_the_body(deed: str, setting: Setting) -> bool:
    """Whether what is said to be all right is no feeling: to lose hair, to drive, for the hand to turn red."""
    named = _WARM.sub(" ", deed)
    return setting.names_health(named)


_ALL_RIGHT_TO = Pattern(
    r"^(?:(?:and|but|so|of\s+course)\s+)?(?:it\s+is|it's)\s+(?:(?:also|quite|perfectly|only|all|completely|very|not)\s+)*"
    r"(?:right|fine|ok|okay|normal|natural|common|usual|human|safe|alright|understandable|typical)\s+(?P<deed>(?:to|for|that|if|when)\s.+)$"
)


def _is_cold(text: str, setting: Setting) -> bool:
    """Whether something is said of medicine, not of how it feels."""
    return bool(_COLD.search(_WARM.sub(" ", text))) or setting.own_words.names_a_medicine(text)


_KIND_SUBJECT = Pattern(
    r"""^(?:(?:and|but|so|yes|no|still|here|with\s+us|among\s+us|also|even\s+so|not|sometimes|maybe|perhaps|of\s+course|please
        |above\s+all)\s*,?\s+)?(?:
    you\b|your\b|it(?:'s)?\b|this\b|that(?:'s)?\b|these\b|those\b|there(?:'s)?\b|we\b|we're\b|i\b|nobody\b
        |no\s+one\b|no\s+(?:question|feeling|step|worry|goal|fear|wish|tear|answer)\b|nothing\b
        |none\s+of\s+(?:this|it)\b|what\s+you\b|how\s+you\b|all\s+(?:of\s+)?(?:this|these|that|your|feelings)\b|
    an?\s+(?:[\w-]+\s+){0,2}?(?:day|week|month|night|morning|hour|minute|step|pause|break)\b(?=.*\b(?:mean\s+(?:that\s+)?you
        |(?:still|also)\s+(?:an?\s+)?(?:practice|progress|step|start|win|success))\b)|
    an?\s+(?:flare(?:-up)?|relapse)\s+does\b
        |an?\s+(?:[\w-]+\s+){1,4}?is\s+(?:still|also)\s+(?:an?\s+)?(?:practice|progress|win|success)\b|
    (?:(?:every|any|some|bad|good|hard|difficult|small|other|each|little)\s+)+(?:day|days|feeling|feelings|step
        |steps|question|questions|tear|tears|reaction|victory|victories|progress)\b|
    (?:living|being|having|asking|feeling|crying|grieving|saying|needing|resting|waiting|hoping|coping|talking
        |carrying|losing|taking|admitting|getting|going)\b|
    (?:(?:mixed|strong|dark|such|these|those|big|hot|all)\s+)?(?:anger|fear|sadness|grief|tears|worry|worries|frustration|hope|shame|guilt|feelings?|emotions|setbacks
        |courage|patience|kindness|rest|needing\s+help|asking\s+for\s+help|a\s+(?:bad|setback|good|diagnosis
        |break|smaller|small)\b|the\s+(?:diagnosis|uncertainty|waiting|news|fear|first\s+(?:weeks|days|months)
        |road|journey|pain\s+you|burden|worry|decision))\b|
    (?:many|most|other|lots\s+of|so\s+many|plenty\s+of)\s+(?:people|others)\b|others\b|everyone\b|everybody\b
        |anyone\b|pain\b|chronic\s+pain\b|families\b|parents\b|carers\b|partners\b)""",
    re.I | re.X,
)


_IT = Pattern(r"(?:(?:and|but|so)\s+)?(?:it|this|that(?!\s+you\b)|these|those)\b")


_IT_IS = Pattern(
    r"(?:(?:and|but|so)\s+)?(?:(?:it|that)'s|(?:it|this|that|these|those)(?:\s+\w+)?\s+(?:(?:can|may|must"
    r"|might|could|will|would|does|do|should)\s+)?(?:not\s+|never\s+|all\s+|often\s+|really\s+|still\s+)*"
    r"(?:is|are|be|was|were|have\s+been|has\s+been|feels?|takes?|means?|makes?\s+(?:sense|you|your)"
    r"|hurts?|matters?|sounds?"
    r"|seems?|get|gets|comes?|goes|go|define|say|count|deserves?))\b"
)


# Plain talk between people: with nothing medical in it, it is kindness whatever it says.
_HUMAN = Pattern(
    r"""^(?:(?:and|but|so|here|with\s+us|still|yes|no|perhaps|maybe)\s*,?\s+)?(?:you\s+(?:do\s+not|don't|are|aren't|have|know
        |owe|matter|deserve|did|were|need\s+not|can\s+be)\b
    |(?:everyone|everybody|nobody|no\s+one)\s+(?:should|can|has\s+the\s+right|has\s+to|expects|needs|is(?!\s+(?:immune|safe\s+from|exempt|spared|born))|chooses|chose|asks\s+for
        |deserves|wants|must|copes|owes|finds)\b
    |no\s+(?:question|feeling|step|worry)\b
    |(?:this|that)\s+(?:must|can|may|might|will)\b
    |your\s+(?:life|story|voice|worth|fears?|wishes|past|dreams|pace|needs|way)\b)""",
    re.I | re.X,
)


_KIND_PREDICATE = Pattern(
    r"""\b(?:is|are|'s|'re|was|were)\s+(?:not\s+|never\s+|really\s+|always\s+|so\s+|very\s+|also\s+|all\s+
        |completely\s+|perfectly\s+|only\s+)*(?:real|alone|welcome|important|enough|here\s+for|there\s+for
        |human|okay|ok|fine|allowed|worth\w*|to\s+blame|your\s+(?:doing|fault)|making\s+(?:it|this)\s+up|imagining|with\s+you
        |on\s+your\s+side|possible\s+to\s+feel|yours|going\s+mad|a\s+burden|doing\s+(?:well|it\s+wrong
        |your\s+best|enough|great)|more\s+than\s+your|at\s+your\s+side|in\s+the\s+right\s+place|glad|happy
        |not\s+a\s+(?:sign|failure|weakness|reward|luxury|sin|race|contest|competition|test))\b
    |\b(?:hear|see|believe|understand|thank|know\s+(?:how|that|what|you))\b.{0,20}\byou\b|\bwe\s+know\b
    |\b(?:this|that)\s+way\b|\bthe\s+same\b|\blike\s+(?:this|you)\b|\bas\s+you\s+do\b|\bmost\s+to\s+you\b
    |\bhow\s+(?:to|you)\s+feel\b|\byou\s+know\s+(?:your|yourself|best)|\bcounts?\b(?!\s+as\b)|\bmakes?\s+sense\b|\bjustified\b
    |\bone\s+day\s+at\s+a\s+time\b|^you\s+(?:are|were)\b(?!\s+(?:\w+ly\s+)?(?:awake|asleep|allowed|given
        |connected|watched|likely|able|unable))|\b(?:is|are)\s+(?:just|simply|often|sometimes)?\s*(?:bad
        |too\s+(?:small|silly|much|hard)|rough|an?\s+(?:good|bad|hard)\s+day|not\s+easy|never\s+easy)\b
            |\bat\s+your\s+(?:own\s+)?(?:pace
        |side)\b|\bface\s+(?:this|it)\s+alone\b|\bno\s+(?:one|body)\s+should\b
    |\bno\s+(?:right|wrong|shame|need|such\s+thing\s+as|silly|stupid|perfect)\b""",
    re.I | re.X,
)


_DEICTIC_KIND = Pattern(
    r"\b(?:feel|feels|felt|think|react|ask|wonder|struggle|struggles|worry)\s+(?:(?:exactly\s+)?(?:this"
    r"|that)\s+way|(?:just\s+)?(?:the\s+same|like\s+this|like\s+that|as\s+you\s+do|like\s+you)|this"
    r"|the\s+same\s+question|so)\b|\bin\s+(?:your|the\s+same)\s+(?:place|shoes|boat|situation)\b"
    r"|\bwhere\s+you\s+(?:are|stand)\b"
)


# What a kind word may name without claiming anything of it.
_WARM = Pattern(
    r"\b(?:hop(?:e|es|ing) for|wish(?:es|ing)? for|long(?:s|ing)? for|pray(?:s|ing)? for|dream(?:s|ing)? of) "
    r"(?:a |the |an |some )?(?:\w+ )?(?:cures?|miracles?|recovery|end|relief|remission)\b|"
    r"^(?:a|an|the|your|this) (?:flare(?:-up)?|relapse) (?=(?:does|is) not\b)|^an? slow (?=\w+ does not\b)|"
    r"\b(?:it|everything|every \w+|your \w+|so much|and that) hurts\b|"
    r"\byour (?:pain|illness|condition|symptoms?|diagnosis|limb|hand|foot|arm|leg|body|flare"
    r"|injury)\b(?=\s+(?:is|are|was|feels?|matters?|deserves?|does|do)\b)|\bliving with (?:\w+ )?(?:pain"
    r"|CRPS|illness|a \w+ (?:illness|condition))(?: like this| every day| \w+)?|"
    r"\b(?:with|of|in|about|through|from|for|after|before|during|to|make|the) (?:your |this |such "
    r"|so much |the |a |an |all |constant |chronic |long-term )*(?:pain|illness|condition|treatment"
    r"|diagnosis|flare(?:-up)?|symptoms?|visit|injection|operation|surgery|treatment|bad night|scan"
    r"|result)s?\b|\b(?:your |the |this )?pain is real\b|\bsafe with us\b|\bin good hands\b"
    r"|\bsafe place\b|\bfeel safe\b|\bmore than (?:(?:your|this|the|an?) \w+|pain)|\b(?:stronger|braver"
    r"|tougher|more) than you (?:think|know|feel)\b|\bbetter than (?:any|anyone"
    r"|nothing|no)\b|\bknow\b.*\bbest\b|\bweakness\b|\b(?:chronic |this )?pain\b(?= (?:is|can be"
    r"|feels) (?:\w+ )?(?:lonely|exhausting|tiring|hard|isolating|frightening|invisible|real|unfair"
    r"|draining|a lonely|hard))|\b(?:be|is|are|been) hurting\b|\bhurt by\b|\bit hurts\b"
    r"|\b\w+er than others\b|\bnothing you (?:do|did|said|ate) (?:has )?(?:caused|brought)\b"
    r"|\bnot (?:a sign of )?weak\w*\b|\bhelps? is\b|\b(?:ask|asking|need|needing|get|getting|here to|want"
    r"|wanting|without|for|accept|accepting|find|of|with)(?: for)? (?:some |more |any |our )?help\b"
    r"|\bhelp (?:is (?:here|there|near)|you|each other)\b|\bhow (?:much )?(?:it|this|that) (?:hurts"
    r"|affects)\b|\bworks? (?:for|through) you\b|\bat work\b|\bhard work\b"
)


_COLD = Pattern(
    rf"(?:{EFFECT.pattern})|{COMPARISON.pattern}|\b(?:complaints?|commonest|(?:most|very|more|less)\s+(?:common|frequent|usual)"
    r"|(?:one|some)\s+of\s+the\s+things\s+(?:people|patients|others|many)|(?:often|usually|sometimes|always)\s+follow(?:s|ed)?|nerves?|(?:can(?:not)?|could|may|might|will|does|do)\s+(?:not\s+)?bring\s+(?:on|about)|brings?\s+(?:on|about)|(?:realistic|reachable|possible|within\s+reach)\s+(?:\w+\s+)?for\s+(?:most|many|few|some|all)|caus\w+|trials?|stud(?:y|ies)|researchers?"
    r"|guidelines?|evidence|drugs?|medicines?|tablets?|patients|more likely|more easily"
    r"|less likely|risk\w*|die[sd]?|died|deadly|catch(?:es)?|contagious|common among|common in|percent"
    r"|average|brain|treatment|therap\w+"
    r"|symptoms?|disorder|syndrome|cur(?:e[ds]?|able)|recover\w*|swell\w+|inflam\w+|diagnos\w+|contagious|inherited"
    r"|hereditary|disease|depression|genes?|laws?|legal\w*|constitution|entitled|find\s+it\s+(?:hard"
    r"|difficult)\s+to\s+(?!ask|talk|accept|tell\s+(?:people|others|your|some|friends)|explain|say"
    r"|believe|trust)|(?:is|are)\s+(?:\w+\s+)?(?:common|rare|usual|frequent|typical|unusual)(?!\s+(?:to"
    r"|for\s+you))|effects?|knows?\s+(?:how\s+(?:long|many|it|often)|why|whether)|(?:feels?"
    r"|felt)\s+(?:like|as\s+if|as\s+though)(?!\s+(?:a\s+lot|too|giving|failing|crying|grief|you|nobody"
    r"|no\s+one)))\b"
)
