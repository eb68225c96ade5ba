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
            "suffer from",
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
        *("malingering", "malingerer", "malingerers", "attention seeker", "attention seekers", "attention-seeker"),
        *("hypochondriac", "hypochondriacs", "moaner", "moaners", "complainer", "complainers", "whinger", "whingers"),
        *("drama queen", "drama queens"),
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
        *("uncooperative", "unmotivated", "poorly motivated", "lack of motivation", "lacks motivation", "weak-willed"),
        *("difficult patient", "difficult patients"),
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
    "spoke of suicide": (
        *("threaten suicide", "threatens suicide", "threatened suicide", "suicide threat", "suicide threats"),
        *("suicidal gesture", "suicidal gestures"),
    ),
    "more people died by suicide": ("suicide epidemic", "epidemic of suicide", "epidemic of suicides"),
}

# What hurts by what is said of whom, whatever the words: what to say, and what finds it.
_ILL = r"(?:patients?|clients?|people|persons?|he|she|they|you|who)"
_BODY = r"(?:arm|hand|fingers?|leg|foot|feet|limb|body|skin|nails?)s?"
_ADVERBS = r"(?:(?:just|simply|often|really|not|also|only|very|quite|too|so|\w+ly) )*"
ATTITUDES: Mapping[str, Pattern] = {
    "did not want to, and why": Pattern(
        rf"\b{_ILL} (?:\w+ )?{_ADVERBS}(?:refus(?:e|es|ed|ing) to (?:co-?operate|comply|engage|take part|do as)"
        r"|(?:is|are|was|were) (?:\w+ly )*(?:not (?:\w+ly )*motivated|lazy|unwilling to (?:try|get better)"
        r"|in denial))\b",
        re.IGNORECASE,
        needs="refuse refuses refused refusing motivated lazy unwilling denial",
    ),
    "your pain is real": Pattern(
        r"\b(?:exaggerat(?:e|es|ed|ing)|fak(?:e|es|ed|ing)|put(?:s|ting)? on|act(?:s|ing)? up) "
        r"(?:(?:the|their|your|his|her|this|of|all) )*(?:pain|symptoms?|limp|illness|complaints?)\b"
        r"|\b(?:stop|quit|no more) (?:complaining|moaning|whining|whinging|making a fuss|feeling sorry for yourself)\b"
        r"|\b(?:snap out of it|get over it|toughen up|man up)\b",
        re.IGNORECASE,
        needs="""exaggerate exaggerates exaggerated exaggerating fake fakes faked faking put puts putting act acts
            acting stop
            quit more snap get toughen man""",
    ),
    "it is not your fault": Pattern(
        rf"\byou(?: a|['’])re {_ADVERBS}making (?:it|this|things|(?:the|your) pain|yourself) (?:\w+ )?(?:worse|ill"
        rf"|sick)\b"
        r"|\b(?:your|their|his|her) own (?:fault|doing)\b|\b(?:you|they|he|she) (?:(?:only|just) )*(?:ha(?:ve|s)|had) "
        r"(?:(?:only|just) )*(?:yourself|themsel\w+|himself|herself) to blame\b"
        r"|\bbrought (?:it|this|the pain) (?:all )?on (?:yourself|themsel\w+|himself|herself)\b"
        r"|\bif (?:only )?(?:you|they|he|she) had (?:\w+ ){1,6}?(?:earlier|sooner|more|enough|properly|harder|in time),"
        r"[^.?!]*\bwould(?: not|n['’]t)? have\b"
        r"|\b(?:you|they|he|she) should have (?:\w+ ){1,4}(?:earlier|sooner|harder|more)\b"
        r"|\b(?:not|n['’]t) (?:try|trying|work|working) hard enough\b",
        re.IGNORECASE,
        needs="making fault doing blame brought had should enough",
    ),
    "very bad pain": Pattern(
        r"\b(?:worse|more painful|hurts? more|more pain|more severe|greater|higher)(?: \w+)? than "
        r"(?:(?:that|the pain) (?:of|in) )?(?:(?:a|an|your|any) )?(?:child ?birth|giving birth|labour|labor|cancer"
        r"|amputation|heart attack"
        r"|kidney stones?|torture|losing (?:an? )?(?:finger|limb|leg|arm|hand|toe)|being burn(?:ed|t)|broken bones?)\b"
        r"|\b(?:most painful|worst)(?: \w+)? (?:conditions?|diseases?|illness(?:es)?)\b",
        re.IGNORECASE,
        needs="than painful worst",
    ),
    "what may happen, in calm words, and what can help": Pattern(
        r"\b(?:cruel|vicious|evil|brutal|horrific|horrible|merciless|terrifying|monstrous|dreadful|devastating"
        r"|nightmare)"
        r" (?:\w+ )?(?:disease|condition|illness|disorder|syndrome)\b"
        r"|\b(?:rob(?:s|bed|bing)?|strip(?:s|ped)?) (?:you|them|him|her|people) of\b"
        r"|\b(?:destroy|ruin|wreck|shatter|devastat)(?:e?s|ed|ing|e)? (?:(?:your|their|his|her|whole|people['’]s"
        r"|the) )*"
        r"(?:li(?:fe|ves)|body|future|famil(?:y|ies))\b"
        r"|\b(?:living hell|death sentence|life sentence|ticking time bomb)\b"
        r"|\b(?:(?:will|may|could) )?end(?:s|ed)? up (?:as )?(?:an? )?(?:crippled?|helpless|bedbound|vegetable"
        r"|alone and)\b"
        r"|\byou(?:['’]ll| will) never (?:walk|work|use|be able|be pain|lead)\b",
        re.IGNORECASE,
        needs="""disease condition illness disorder syndrome rob robs robbed robbing strip strips stripped hell sentence
            bomb end ends ended never life lives body future family families""",
    ),
    "disabled people": Pattern(
        r"\bthe (?:disabled|handicapped|infirm|mentally ill|chronically ill|paralysed)"
        r"(?=\s+(?:can|may|are|have|need|who|and|or|will|should|do|often|must|could|get|pay|with)\b|[.,;:!?)]|$)",
        re.IGNORECASE,
        needs="disabled handicapped infirm ill paralysed",
    ),
    "people without the condition": Pattern(
        r"\b(?:normal|healthy normal) (?:people|persons?|adults|children|individuals)\b"
        r"|\b(?:people|those|anyone|everyone) who (?:is|are) normal\b",
        re.IGNORECASE,
        needs="normal",
    ),
    "how it looks and what it can do": Pattern(
        rf"\b{_BODY} (?:\w+ )?(?:is|are|was|were|becomes?|became|has become|have become|looks?|goes|went) {_ADVERBS}"
        r"(?:useless|deformed|grotesque|hideous|disfigured|ugly|claw-like|ruined)\b"
        rf"|\b(?:useless|deformed|grotesque|hideous|disfigured|ugly|ruined|good-for-nothing) {_BODY}\b",
        re.IGNORECASE,
        needs="useless deformed grotesque hideous disfigured ugly claw ruined good",
    ),
}
# A way out, an act or a failing: said of suicide, each of these judges those who think of it.
JUDGED_SUICIDE = Pattern(
    r"\bsuicid\w*\b[^.?!]*?\b(?:(?:easy|only|best|quick|cowardly|simple) (?:way out|answer|escape|solution)|a way out"
    r"|selfish|cowardl?y?|weak(?:ness)?|sinful|a sin|a crime|to get attention|attention[- ]seeking"
    r"|cry for attention)\b",
    re.IGNORECASE,
    needs="suicide suicides suicidal",
)

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
    "before": ("prior to", "preceding"),
    "after": ("subsequent to", "following on from"),
    "most": ("the majority of", "a majority of"),
    "because": ("due to the fact that", "owing to the fact that"),
    "if": ("in the event of", "in the event that"),
    "ease": ("alleviate", "alleviates", "alleviated", "ameliorate", "ameliorates", "ameliorated"),
    "make worse": ("exacerbate", "exacerbates", "exacerbated", "exacerbating", "exacerbation", "aggravates"),
    "get worse": ("deteriorate", "deteriorates", "deteriorated", "deterioration"),
    "go down": ("subside", "subsides", "subsided"),
    "painkiller": ("analgesic", "analgesics", "analgesia", "antinociceptive"),
    "feel with the fingers": ("palpate", "palpates", "palpated", "palpation"),
    "pins and needles": ("paraesthesia", "paraesthesias", "paresthesia", "paresthesias"),
    "numbness": ("hypoaesthesia", "hypoesthesia", "anaesthesia dolorosa"),
    "cause": ("aetiology", "etiology", "pathogenesis", "aetiological"),
    "on one side": ("unilateral", "unilaterally"),
    "on both sides": ("bilateral", "bilaterally"),
    "by mouth": ("orally", "per os", "oral administration"),
    "give": ("administer", "administers", "administered", "administering"),
    "walk": ("ambulate", "ambulates", "ambulation", "ambulatory"),
    "itching": ("pruritus",),
    "redness": ("erythema", "erythematous"),
    "bluish skin": ("cyanosis", "cyanotic"),
    "sweating": ("hyperhidrosis", "diaphoresis"),
    "short of breath": ("dyspnoea", "dyspnea"),
    "sleepiness": ("somnolence",),
    "fainting": ("syncope",),
    "being sick": ("emesis",),
    "high blood pressure": ("hypertension", "hypertensive"),
    "low blood pressure": ("hypotension", "hypotensive"),
    "a fast heartbeat": ("tachycardia",),
    "a slow heartbeat": ("bradycardia",),
    "muscle pain": ("myalgia",),
    "joint pain": ("arthralgia",),
    "without a known cause": ("idiopathic",),
    "other illnesses": ("comorbidity", "comorbidities", "co-morbidities", "comorbid"),
    "lasting effects": ("sequelae", "sequela"),
    "how well it works": ("efficacy",),
    "at the same time": ("concomitant", "concomitantly", "concurrently"),
    "raise or lower bit by bit": ("titrate", "titrates", "titrated", "titration"),
    "prevention": ("prophylaxis", "prophylactic", "prophylactically"),
    "outlook": ("prognosis", "prognoses"),
    "keep still": ("immobilise", "immobilised", "immobilize", "immobilized"),
    "enough": ("sufficient", "sufficiently"),
    "many": ("numerous",),
    "try": ("endeavour", "endeavours", "endeavor"),
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
    r"|(?:swallow|tak|took)\w* (?:all|too many|a lot of|dozens of|a handful of|a (?:whole )?(?:box|bottle"
    r"|pack) of)\b[^.;:]*"
    r"\b(?:pills|tablets|painkillers|medicines?|capsules)"
    r"|(?:kill|end|took|tak)\w*[^.;:]*\b(?:with|by|on) (?:\w+ )?(?:pills|tablets|painkillers|medicines?|a (?:knife"
    r"|rope|blade|gun)|gas)"
    r"|poison(?:s|ed|ing)?|cut(?:s|ting)? (?:your|their|his|her) wrists?|asphyxia\w*|suffocat\w*)\b",
    re.IGNORECASE,
)
