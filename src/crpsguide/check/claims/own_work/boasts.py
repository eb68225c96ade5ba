"""What writers claim of their own results, and of what they sell."""

import re

from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.matter import PRAISED


def boasts(text: str, clause: str) -> bool:
    """Whether a description of oneself claims results, superiority or effects; `clause` is the first of the text."""
    return bool(_PRODUCT.match(clause) or _OWN_FIGURES.match(clause)) or _praises_itself(text)


def _praises_itself(text: str) -> bool:
    """Denials do not."""
    if _WE_DO_NOT.search(text):
        return False
    text = _FOR_GOODS.sub("", _LEADING_IDEA.sub("", text))
    praised = PRAISED.search(text)
    if praised and not _MODEST_PRAISE.fullmatch(praised[0]):
        return True
    if _THE_BEST.search(text) and not _DO_OUR_BEST.search(text):
        return True
    return bool(_BOAST.search(text))


_LEADING_IDEA = Pattern(
    r"\bthe only (?:guarantee|promise) (?:that )?(?:we|I) (?:can )?(?:give|make|offer)\b"
    r"|\bleading (?=(?:idea|thought|question|aim|principle|role|article|motive)s?\b)"
)
_FOR_GOODS = Pattern(r"\b\w+[\s-](?:years?|months?)['’]?\s(?:guarantees?|warrant(?:y|ies))\b")
_WE_DO_NOT = Pattern(
    r"\b(?:we|our \w+|i) (?:do not|don't|cannot|can't|never|will not|will never|would never|won't|make no|give no"
    r"|only (?:describe|call|use|say|publish|cite|list|mention))\b"
)
_MODEST_PRAISE = Pattern(r"(?:natural.*|only .*|top|best)")
_THE_BEST = Pattern(
    r"\b(?:the|our|your|its|country's|world's|region's) (?:very )?(?:best|finest|only|leading"
    r"|top(?=\s(?!of\b|right\b|left\b|line\b|row\b|corner\b|shelf\b|floor\b)\w))\b"
)
_DO_OUR_BEST = Pattern(
    r"\b(?:our best (?:to|guess|effort)|do our best|top (?:of|floor)"
    r"|only (?:\w+ )?(?:rooms?|seats?|beds?|chairs?|lifts?|toilets?|doors?|entrances?|bus|tables?|sofas?)\b"
    r"|only (?:by|on|after|when|for|with|if"
    r"|in|describe|use))\b|\bdo (?:our|your) best\b"
)
_BOAST = Pattern(
    r"""(?:\b(?:success\s+rate|our\s+(?:success|results|record|figures|numbers)\s+(?:speaks?|shows?|proves?|is
        |are)|satisfaction|satisfied|track\s+record)\b
    |\b(?:our|my|these|former|past|of\s+our|hundreds\s+of|thousands\s+of|many\s+of\s+our
        |most\s+of\s+our)\s+(?:\w+\s+)?(?:patients|clients|visitors|guests|members)\b.*\b(?:feel|felt|report
        |reported|say|said|tell|told|improve\w*|better|relief|back|recover\w*|pain-free|free|gain\w*|return\w*
        |walk\w*|sleep|slept|no\s+longer|leave|left|benefit\w*|love|noticed?|enjoy\w*|got|get|stopped|respond\w*)
    |\b(?:we|our\s+\w+(?:\s+of)?(?:\s+\w+)?|i)\s+(?:\w+ly\s+|have\s+|has\s+|can\s+|will\s+|also\s+)*(?:cures?|cured
        |heals?|healed|eases?|eased|relieves?|relieved|reduces?|reduced|restores?|restored|reverses?|reversed
        |resets?|stops?\s+(?:the\s+)?pain|stopped\s+(?:the\s+)?pain|ends?\s+(?:the\s+)?pain|transform\w*
        |chang(?:es?|ed)\s+(?:\w+\s+){0,2}?(?:lives|life)|improves?|improved|cuts?|halves?|works?\b(?!\s+(?:with|for|in|on|at|from
        |together|closely|as|under|alongside|to))|worked\s+wonders|eliminates?|gets?\s+rid\s+of|ends?|takes?\s+away|wipes?\s+out|repairs?|rebuilds?|calms?
        |loosens?|softens?|strengthens?|soothes?|relaxes|lowers?|prevents?|targets?|achieves?\s|delivers?\s+(?:\w+\s+)?(?:relief|results)
        |brings?\s+(?:\w+\s+)?relief|gives?\s+(?:\w+\s+)?(?:relief|results)|outperforms?|prolongs?
        |shortens?|frees|freed|saves?|saved|banish\w*|conquers?|makes?\s+(?:the\s+|your\s+|\w+\s+)?(?:pain
        |symptoms?|life|lives|swelling)|(?:has|have)\s+(?!helped|treated|seen|trained|supported|asked|met|advised
        |taught|answered)\w+ed\s+(?:more\s+than|over|hundreds|thousands|many|\d+|people|patients|lives))
    |\b(?:we|our\s+\w+(?:\s+\w+)?)\s+(?:can\s+|will\s+|has\s+
        |have\s+)?help(?:s|ed)?\s+(?:\w+\s+){0,4}?(?:live\s+without|without\s+pain|recover|heal|sleep|get\s+better
        |get\s+(?:rid|back|their)|feel\s+better|overcome|beat|become|return|walk|regain|pain\b|reduce
        |ease|relieve|lower)
    |\b(?:nine|eight|seven|six|\d+)\s+(?:out\s+of|in|of)\s+(?:ten|\d+)\b(?!\s+(?:reasons|ways|steps|parts|pages|kinds))|\d\s?%(?!\s(?:recycled|cotton|wool|linen|renewable|green|solar|wind|organic|vegan|confidential|funded|self-funded))|\bper\s?cent\b
    |\b(?:is|are)\s+(?:\w+\s+)?(?:safe|effective|painless|harmless|gentle\s+and|natural|proven|free\s+(?:of
        |from)\s+(?:side|risk|harm)|without\s+(?:risk|side)|successful|unique|unrivalled|superior)\b)""",
    re.I | re.X,
)
# What is sold: a sentence with it as subject is about what it does, unless it is about time, place or price.
_PRODUCT = Pattern(
    r"(?:our|this|the new|my)\s+(?:\w+\s+)?(?:methods?|therap(?:y|ies)|treatments?"
    r"|programmes?|approach|formula|devices?"
    r"|protocols?|techniques?|products?|creams?|medicines?|sprays?)\s+(?!(?:team|room|plan|costs?|takes?\s+(?:place"
    r"|about|an?\b|\d)|lasts?|starts?|begins?|runs?"
    r"|includes?|consists?|has\s+(?:\w+\s+)?(?:parts|steps|weeks|sessions)|(?:is|are)\s+(?:only\s+"
    r"|always\s+)?(?:given|free|paid|done|held|supervised"
    r"|available|run|led|offered|open|for|based|described|explained|on|in|by|part|not|planned|set"
    r"|tailored|adapted|recorded))\b)"
)
# What a house draws from its own figures: “Our survey shows how much it eases.”
_OWN_FIGURES = Pattern(
    r"^our\s+(?:[\w-]+\s+){0,2}?(?:surveys?|stud(?:y|ies)|data|figures|audits?|statistics|polls?|research|experience)\s+(?:\w+ly\s+)?"
    r"(?:shows?|proves?|proved|confirms?|suggests?|reveals?|found|finds?|speaks?)\b(?!\s+(?:where|that\s+you|you)\b)"
)
