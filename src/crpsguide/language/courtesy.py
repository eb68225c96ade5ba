"""Words that label or blame people who are ill, and long words that have a short twin: of any illness."""

import re
from collections.abc import Mapping

from crpsguide.language.patterns import Pattern

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
        *("handicapped", "invalid", "invalids", "retarded"),
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
        "suicide bid",
        "suicide bids",
    ),
    "the name of the condition": ("suicide disease", "suicide condition", "suicide illness"),
    "spoke of suicide": (
        *("threaten suicide", "threatens suicide", "threatened suicide", "suicide threat", "suicide threats"),
        *("suicidal gesture", "suicidal gestures", "suicide-prone"),
    ),
    "more people died by suicide": ("suicide epidemic", "epidemic of suicide", "epidemic of suicides"),
}

# What hurts by what is said of whom, whatever the words: what to say, and what finds it.
_ILL = r"(?:patients?|clients?|people|persons?|he|she|they|you|who)"
_BODY = r"(?:arm|hand|fingers?|leg|foot|feet|limb|body|skin|nails?)s?"
_ILLNESS = r"(?:CRPS|RSD|pain|disease|illness|condition|disorder|syndrome)"
_ADVERBS = r"(?:(?:just|simply|often|really|not|also|only|very|quite|too|so|all|known to be|\w+ly) )*"
_THE = r"(?:(?:the|a|an|any|all|your|their|his|her|this|that|of) )*"
_UGLY = r"(?:useless|deformed|grotesque|hideous|disfigured|disgusting|revolting|ugly|claw-like|ruined|good-for-nothing)"
ATTITUDES: Mapping[str, Pattern] = {
    "did not want to, and why": Pattern(
        rf"\b{_ILL} (?:\w+ )?{_ADVERBS}(?:refus(?:e|es|ed|ing) to (?:co-?operate|comply|engage|take part|do as)"
        r"|(?:is|are|was|were) (?:\w+ly )*(?:not (?:\w+ly )*motivated|lazy|unwilling to (?:try|get better)"
        r"|in denial))\b"
        rf"|\b(?:patients?|clients?|he|she) {_ADVERBS}refuse[sd] {_THE}"
        r"(?:treatment|therapy|physiotherapy|medication|medicines?|exercises?|surgery|help)\b",
        re.IGNORECASE,
        needs="refuse refuses refused refusing motivated lazy unwilling denial",
    ),
    "what the person told you": Pattern(
        rf"\b(?:{_ILL}) (?:claim|allege|insist)(?:s|ed)? (?:that )?(?:to (?:have|be|feel)|{_THE}(?:{_BODY}|pain"
        rf"|symptoms?))\b"
        rf"|\bden(?:y|ies|ied) {_THE}(?:pain|trauma|injury|symptoms?|drug use)\b|\bpoor historians?\b"
        r"|\b(?:prove|show us) (?:that )?(?:you|they|he|she) (?:are|is) (?:really )?(?:ill|sick|in pain)\b",
        re.IGNORECASE,
        needs="""claim claims claimed allege alleges alleged insist insists insisted deny denies denied historian
            historians prove show""",
    ),
    "your pain is real": Pattern(
        rf"\b(?:exaggerat(?:e|es|ed|ing)|fak(?:e|es|ed|ing)|put(?:s|ting)? on|act(?:s|ing)? up) {_THE}"
        r"(?:pain|symptoms?|limp|illness|complaints?)\b|\bfak(?:e|es|ed|ing) it\b"
        r"|\b(?:stop|quit|no more) (?:complaining|moaning|whining|whinging|making a fuss"
        r"|being (?:such )?an? (?:baby|wimp|coward))\b"
        r"|\b(?:feel(?:ing|s)? sorry for (?:your|them|him|her)sel\w+|self-pity|wallow(?:s|ing)?)\b"
        r"|\b(?:snap out of it|get over it|toughen up|man up)\b"
        rf"|\b{_ILL} {_ADVERBS}(?:enjoy|like|want|choose)s? (?:being|to be|to stay|staying) (?:ill|sick|disabled)\b"
        r"|\bsecondary gain\b",
        re.IGNORECASE,
        needs="""exaggerate exaggerates exaggerated exaggerating fake fakes faked faking put puts putting act acts
            acting
            stop quit more snap get toughen man sorry self wallow wallows wallowing ill sick disabled gain""",
    ),
    "it is not your fault": Pattern(
        rf"\byou(?: a|['’])re {_ADVERBS}making (?:it|this|things|(?:the|your) pain|yourself) (?:\w+ )?(?:worse|ill"
        rf"|sick)\b"
        rf"|\byou(?: a|['’])re (?:just |simply |clearly )*not (?:even )?trying\b"
        r"|\b(?:your|their|his|her) own (?:fault|doing)\b|\b(?:is|was) (?:all )?(?:your|their|his|her) (?:fault"
        r"|doing)\b"
        r"|\b(?:you|they|he|she) (?:(?:only|just) )*(?:ha(?:ve|s)|had) (?:(?:only|just) )*"
        r"(?:yourself|themsel\w+|himself|herself) to blame\b"
        r"|\bbrought (?:it|this|the pain) (?:all )?(?:up)?on (?:yourself|themsel\w+|himself|herself)\b"
        r"|\bif (?:only )?(?:you|they|he|she) had (?:\w+ ){1,6}?(?:earlier|sooner|more|enough|properly|harder|in time),"
        r"[^.?!]*\bwould(?: not|n['’]t)? have\b"
        r"|\bwould (?:not )?(?:be|have)\b[^.?!]*\bif (?:only )?(?:you|they|he|she) had (?:not )?\w+"
        r"|\b(?:you|they|he|she) should have (?:\w+ ){1,4}(?:earlier|sooner|harder|more)\b"
        r"|\b(?:not|n['’]t) (?:try|trying|work|working) hard enough\b",
        re.IGNORECASE,
        needs="making trying fault doing blame brought had should enough",
    ),
    "very bad pain": Pattern(
        r"\b(?:worse|more painful|hurts? more|more pain|more severe|greater|higher)(?: \w+)? than "
        r"(?:(?:that|the pain) (?:of|in) )?(?:(?:a|an|your|any) )?(?:child ?birth|giving birth|labour|labor|cancer"
        r"|amputation|heart attack|kidney stones?|torture|having (?:an? |your )\w+ (?:cut off|removed)"
        r"|losing (?:an? )?(?:finger|limb|leg|arm|hand|toe)"
        r"|being burn(?:ed|t)|broken bones?)\b"
        r"|\b(?:most painful|worst)(?: \w+)? (?:conditions?|diseases?|illness(?:es)?)\b"
        r"|\b(?:no (?:other )?pain|nothing)(?: else)? (?:(?:is )?like (?:it|this)"
        r"|hurts? (?:like (?:it|this)|more|as much)|is worse)(?=\W*$|[,;]| (?:on|in) |(?: than)? (?:this|CRPS)\b)",
        re.IGNORECASE,
        needs="than painful worst pain nothing",
    ),
    "living with, coping with, treating": Pattern(
        rf"\b(?:beat(?:s|ing|en)?|conquer(?:s|ed|ing)?|defeat(?:s|ed|ing)?|overpower(?:s|ed)?|wage war on|(?:a "
        rf"|the )war "
        rf"(?:on|against)|succumb(?:s|ed)? to|surrender(?:s|ed)? to|gave in to) {_THE}{_ILLNESS}\b",
        re.IGNORECASE,
        needs="""beat beats beating beaten conquer conquers conquered conquering defeat defeats defeated defeating
            overpower
            overpowers overpowered war succumb succumbs succumbed surrender surrenders surrendered gave""",
    ),
    "what may happen, in calm words, and what can help": Pattern(
        r"\b(?:cruel|vicious|evil|brutal|horrific|horrible|merciless|terrifying|monstrous|dreadful|devastating"
        r"|nightmare) (?:\w+ )?(?:disease|condition|illness|disorder|syndrome)\b"
        r"|\b(?:rob(?:s|bed|bing)?|strip(?:s|ped)?) (?:you|them|him|her|people) of\b"
        r"|\b(?:destroy|ruin|wreck|shatter|devastat)(?:e?s|ed|ing|e)? "
        r"(?:(?:your|their|his|her|whole|people['’]s|the) )*(?:li(?:fe|ves)|body|future|famil(?:y|ies)|marriages?"
        r"|careers?)\b"
        r"|\b(?:living hell|death sentence|life sentence|ticking time bomb|eat(?:s|en) (?:you|people) alive)\b"
        rf"|\b{_ILLNESS} is (?:like )?(?:a|the) (?:\w+ )?(?:monster|beast|demon|curse|devil|killer|enemy|thief)\b"
        r"|\b(?:(?:will|may|could) )?end(?:s|ed)? up (?:as )?(?:an? )?(?:crippled?|helpless|bedbound|vegetable"
        r"|alone and)\b"
        r"|\byou(?:['’]ll| will| are going to) (?:\w+ly )?(?:never (?:walk|work|use|be able|be pain|lead)"
        rf"|lose (?:your|the) {_BODY})\b"
        r"|\blife (?:will|would) never be the same\b|\byour life is over\b|\b(?:a )?(?:hopeless|lost) cases?\b",
        re.IGNORECASE,
        needs="""disease condition illness disorder syndrome rob robs robbed robbing strip strips stripped hell sentence
            bomb end ends ended never life lives body future family families marriage marriages career careers alive
            monster beast demon curse devil
            killer
            enemy thief lose hopeless lost""",
    ),
    "people, and what is hard for them": Pattern(
        rf"\b(?:patients?|clients?|people with (?:CRPS|RSD|pain)) (?:are|is|can be|tend to be) {_ADVERBS}"
        r"(?:demanding|difficult|needy|manipulative|clingy|hysterical|neurotic|dramatic|lazy)\b"
        r"|\b(?:mentally|emotionally) (?:weak|unstable|fragile)\b|\bweak[- ](?:minded|character|people|person"
        r"|patients?)\b"
        r"|\b(?:wheelchair|mental|psych|problem) cases?\b|\bthe (?:CRPS|RSD) case\b"
        r"|\b(?:is|are|was|become[s]?|became) (?:\w+ )?(?:a )?burdens? (?:on|to|for)\b|\bpill[- ]popp(?:er|ers|ing)\b"
        r"|\b(?:tragic|cruel|terrible) fate\b|\bpoor (?:souls?|things?|creatures?)\b|\b(?:our|your|deserves?) pity\b"
        r"|\bunfortunate (?:people|souls?|patients?)\b",
        re.IGNORECASE,
        needs="""patient patients client clients people mentally emotionally weak case cases burden burdens popper
            poppers
            popping fate poor pity unfortunate""",
    ),
    "disabled people; people with the illness": Pattern(
        r"\bthe (?:disabled|handicapped|infirm|demented|insane|mentally ill|chronically ill|paralysed)"
        r"(?=\s+(?:can|cannot|may|are|have|need|who|and|or|will|should|do|often|must|could|get|pay|with)\b"
        r"|[.,;:!?)]|$)",
        re.IGNORECASE,
        needs="disabled handicapped infirm demented insane ill paralysed",
    ),
    "people without the condition": Pattern(
        r"\b(?:normal|healthy normal) (?:people|persons?|adults|children|individuals)\b"
        r"|\b(?:people|those|anyone|everyone) who (?:is|are) normal\b",
        re.IGNORECASE,
        needs="normal",
    ),
    "how it looks and what it can do": Pattern(
        rf"\b{_BODY} (?:\w+ )?(?:is|are|was|were|becomes?|became|has become|have become|goes|went) {_ADVERBS}{_UGLY}\b"
        rf"|\b{_UGLY} {_BODY}\b|\bdisgrace\b[^.?!]*\b(?:looks?|{_BODY})\b",
        re.IGNORECASE,
        needs="""useless deformed grotesque hideous disfigured disgusting revolting ugly claw ruined good disgrace""",
    ),
}
# A way out, an act or a failing: said of suicide, each of these judges those who think of it.
JUDGED_SUICIDE = Pattern(
    r"\b(?:suicid\w*|kill(?:s|ed|ing)? (?:yourself|themsel\w+|himself|herself))\b[^.?!]*?\b(?:(?:easy|only|best|quick"
    r"|cowardly|simple) (?:way out|answer|escape|solution)|a way out"
    r"|selfish|coward(?:ly|ice|['’]s (?:way|choice))?|weak(?:ness)?|sinful|a sin|a crime|to get attention"
    r"|attention[- ]seeking"
    r"|cry for attention)\b",
    re.IGNORECASE,
    needs="suicide suicides suicidal kill kills killed killing",
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
    "enough": ("sufficient", "sufficiently", "adequate", "adequately"),
    "make sure": ("ensure", "ensures", "ensured"),
    "drink enough": ("hydration", "rehydration"),
    "need": ("necessitate", "necessitates", "necessitated"),
    "stopping": ("discontinuation", "cessation"),
    "stop": ("discontinue", "discontinues", "discontinued", "cease", "ceases"),
    "of the liver": ("hepatic",),
    "of the kidneys": ("renal",),
    "of the heart and blood vessels": ("cardiovascular", "cardiac"),
    "of the lungs": ("pulmonary",),
    "of breathing": ("respiratory",),
    "of the skin": ("cutaneous", "dermal"),
    "cause, or bring on": ("elicit", "elicits", "elicited", "precipitate", "precipitates", "precipitated"),
    "painful": ("nociceptive", "noxious"),
    "on the other side": ("contralateral", "contralaterally"),
    "on the same side": ("ipsilateral", "ipsilaterally"),
    "difference": ("asymmetry", "asymmetrical", "asymmetric"),
    "last": ("persist", "persists", "persisted"),
    "best": ("optimal", "optimally"),
    "with medicines": ("pharmacological", "pharmacologically"),
    "after the operation": ("post-operatively", "postoperatively", "post-operative", "postoperative"),
    "before the operation": ("pre-operatively", "preoperatively", "pre-operative", "preoperative"),
    "around the operation": ("perioperative", "perioperatively"),
    "move": ("mobilise", "mobilises", "mobilised", "mobilize", "mobilisation", "mobilization"),
    "goes away by itself": ("self-limiting",),
    "get": ("obtain", "obtains", "obtained"),
    "of blood vessels": ("vasomotor",),
    "of sweating": ("sudomotor",),
    "plan": ("regimen", "regimens"),
    "with a fever": ("febrile", "pyrexia"),
    "against sickness": ("antiemetic", "anti-emetic", "antiemetics"),
    "under the skin": ("subcutaneous", "subcutaneously"),
    "into a muscle": ("intramuscular", "intramuscularly"),
    "through the skin": ("transdermal", "transdermally"),
    "at night": ("nocturnal", "nocturnally"),
    "live": ("reside", "resides"),
    "find out": ("ascertain", "ascertains"),
    "tell": ("notify", "notifies"),
    "bone thinning": ("osteopenia", "demineralisation"),
    "many": ("numerous",),
    "try": ("endeavour", "endeavours", "endeavor"),
}

# Words about ending one's own life, and ways to do so, which are never told beside them.
ENDING_LIFE = Pattern(
    r"\bsuicid\w*"
    r"|\b(?:end(?:s|ed|ing)?|tak(?:e|es|ing)|took) (?:your|their|his|her|my|one['’]s)(?: own)? li(?:fe|ves)\b"
    r"|\bkill(?:s|ed|ing)? (?:yourself|themsel\w+|himself|herself|myself|oneself)\b"
    r"|\b(?:wish(?:es|ed)?|want(?:s|ed)?) (?:that )?(?:you|they|he|she|I) (?:were|was) dead\b|\bbetter off dead\b"
    r"|\b(?:want(?:s|ed)?|wish(?:es|ed)?) to (?:die|be dead)\b|\b(?:not|n['’]t|no longer) want(?:s|ed)? to (?:live"
    r"|go on living)(?=\W*$| any ?more| like this| with)"
    r"|\bnot worth living\b",
    re.IGNORECASE,
    needs="worth dead die want wants wanted suicid* life lives kill kills killed killing",
)
METHODS = Pattern(
    r"\b(?:overdos(?:e|es|ed|ing)|hang(?:s|ed|ing)?\b(?! (?:up|on|in))|hung (?:themsel\w+|himself|herself)"
    r"|jump(?:s|ed|ing)? (?:from|off|in front)|shot (?:themsel\w+|himself|herself)|guns?|firearms?|drown(?:s|ed|ing)?"
    r"|(?:swallow|tak|took)\w* (?:all|too many|a lot of|dozens of|a handful of|a (?:whole )?(?:box|bottle"
    r"|pack) of)\b[^.;:]*"
    r"\b(?:pills|tablets|painkillers|medicines?|capsules)"
    r"|(?:kill|end|took|tak)\w*[^.;:]*\b(?:with|by|on) (?:\w+ )?(?:pills|tablets|painkillers|medicines?|insulin|bleach"
    r"|injections?|a (?:\w+ )?(?:injection|razor|belt)|a (?:knife"
    r"|rope|blade|gun)|gas)"
    r"|poison(?:s|ed|ing)?|cut(?:s|ting)? (?:your|their|his|her) wrists?|asphyxia\w*|suffocat\w*)\b",
    re.IGNORECASE,
)
