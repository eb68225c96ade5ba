"""Words that label or blame people who are ill, and long words that have a short twin: of any illness."""

import re
from collections.abc import Mapping

from crpsguide.language.expressions import Expression
from crpsguide.language.statements.patterns import Pattern

# What to say, and the words that hurt.
RESPECTFUL: Mapping[str, tuple[str, ...]] = {
    "people with the condition, or living with it": (
        *(
            "sufferer",
            "sufferers",
            "suffers from",
            "suffering from",
            "victim",
            "victims",
            "afflicted",
            "afflicted with",
        ),
        *("stricken", "stricken with"),
    ),
    "disabled person; uses a wheelchair": (
        *("crippled", "cripple", "cripples", "crippling", "wheelchair-bound", "confined to a wheelchair", "bedridden"),
        *("handicapped", "invalid", "invalids"),
    ),
    "living with, coping with, treating": (
        *("warrior", "warriors", "battle", "battles", "battling", "battled", "fight against", "lost the fight"),
        *("fight your pain", "fight the pain", "fight through the pain", "think positive", "mind over matter"),
        *("pull yourself together", "positive and fight"),
    ),
    "very bad pain": (
        *("most painful condition", "most painful disease", "most painful condition known", "worse than childbirth"),
        *("worse than cancer", "worse than amputation", "more painful than childbirth", "more painful than amputation"),
    ),
    "your pain is real": (
        *("all in your head", "all in the head", "imagined pain", "imaginary pain", "hysterical", "attention-seeking"),
        *("malingering", "malingerer", "malingerers"),
    ),
    "worry about pain, fear of pain": (
        *("catastrophising", "catastrophizing", "catastrophiser", "catastrophisers", "catastrophizer", "catastrophise"),
        "catastrophize",
    ),
    "asks for pain relief; has come to need the medicine": (
        *("drug-seeking", "drug seeking", "drug seeker", "drug seekers", "addict", "addicts", "junkie", "junkies"),
        *("drug abuser", "drug abusers", "substance abuser"),
    ),
    "did not take it, or did not want to, and why": (
        *("non-compliant", "noncompliant", "non-compliance", "poor compliance", "non-adherent"),
    ),
    "the treatment did not help": (
        *("failed treatment", "failed therapy", "failed treatments", "failed to respond", "treatment failure"),
        *("non-responder", "non-responders", "failed all treatments"),
    ),
    "said, told of": ("complained of", "complains of", "complain of", "complaining of", "denies pain", "alleged pain"),
}

SUICIDE: Mapping[str, tuple[str, ...]] = {
    "died by suicide": (
        *("committed suicide", "commit suicide", "commits suicide", "committing suicide", "completed suicide"),
        *("successful suicide", "successfully killed"),
    ),
    "tried to end their life": (
        "failed suicide attempt",
        "unsuccessful suicide",
        "failed suicide",
        "failed attempt at suicide",
        "unsuccessful in killing",
        "failed to kill",
    ),
    "the name of the condition": ("suicide disease", "suicide condition", "suicide illness"),
}

# A treatment fails; nobody fails one: “people who fail conservative therapy”.
BLAMED = Pattern(
    r"\b(?:fail(?:s|ed|ing)?|flunk(?:s|ed)?) (?:(?!(?:to|the|an?|in|at|with|on|after|and|or|but|of|for|by|this|that"
    r"|because)\b)[\w-]+ ){0,3}?"
    r"(?:therap(?:y|ies)|treatments?|medications?|medicines?|drugs|surgery|physiotherapy|rehab(?:ilitation)?)\b",
    re.IGNORECASE,
    needs="fail fails failed failing flunk flunks flunked",
)

# What to say, and the longer words for it.
PLAIN: Mapping[str, tuple[str, ...]] = {
    "use": (
        *("utilise", "utilises", "utilised", "utilising", "utilisation"),
        *("utilize", "utilizes", "utilized", "utilizing", "utilization"),
    ),
    "have": ("undergo", "undergoes", "underwent", "undergone", "undergoing"),
    "about": ("approximately", "circa"),
    "happens": ("occurs", "occur", "occurred", "occurring"),
    "start": ("commence", "commences", "commenced", "commencing", "initiate", "initiates", "initiated"),
    "end": ("terminate", "terminates", "terminated"),
    "help": ("facilitate", "facilitates", "facilitated"),
    "next": ("subsequently", "subsequent"),
    "before": ("prior to",),
}

# Words about ending one's own life, and ways to do so, which are never told beside them.
ENDING_LIFE = Pattern(
    r"\bsuicid\w*"
    r"|\b(?:end(?:s|ed|ing)?|tak(?:e|es|ing)|took) (?:your|their|his|her|my|one['’]s)(?: own)? li(?:fe|ves)\b"
    r"|\bkill(?:s|ed|ing)? (?:yourself|themsel\w+|himself|herself|myself|oneself)\b",
    re.IGNORECASE,
    needs="suicid* life lives kill kills killed killing",
)
METHODS = Expression(
    r"\b(?:overdos(?:e|es|ed|ing)|hang(?:s|ed|ing)?\b(?! (?:up|on|in))|hung (?:themsel\w+|himself|herself)"
    r"|jump(?:s|ed|ing)? (?:from|off|in front)|shot (?:themsel\w+|himself|herself)|guns?|firearms?|drown(?:s|ed|ing)?"
    r"|(?:kill|end|took|tak)\w*[^.;:]*\b(?:with|by|on) (?:\w+ )?(?:pills|tablets|painkillers|medicines?|a (?:knife"
    r"|rope|blade|gun)|gas)"
    r"|poison(?:s|ed|ing)?|cut(?:s|ting)? (?:your|their|his|her) wrists?|asphyxia\w*|suffocat\w*)\b",
    re.IGNORECASE,
)
