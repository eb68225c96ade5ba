"""What writers claim of their own results, and of what they sell."""

import re

from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.matter import PRAISED


def boasts(text: str, clause: str) -> bool:
    """Whether a description of oneself claims results, superiority or effects; `clause` is the first of the text."""
    if _PRODUCT.match(clause) or _OWN_FIGURES.match(clause):
        return True
    text = _FOR_GOODS.sub("", _LEADING_IDEA.sub("", text))
    return bool(PRAISED.search(text) or _BOAST.search(text))


_LEADING_IDEA = Pattern(
    r"\bthe only (?:guarantee|promise) (?:that )?(?:we|I) (?:can )?(?:give|make|offer)\b"
    r"|\bleading (?=(?:idea|thought|question|aim|principle|role|article|motive)s?\b)"
)
_FOR_GOODS = Pattern(r"\b\w+[\s-](?:years?|months?)['’]?\s(?:guarantees?|warrant(?:y|ies))\b")
_BOAST = Pattern(
    r"""(?:\b(?:success\s+rate|our\s+(?:success|results|record|figures|numbers)\s+(?:speaks?|shows?|proves?|is
        |are)|satisfaction|satisfied|track\s+record)\b
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
