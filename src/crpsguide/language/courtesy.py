"""Words that label, blame or frighten people who are ill: of any illness."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from crpsguide.language.patterns import Pattern, needs_of
from crpsguide.language.phrases import listed, one_of

# What to say, and the words that hurt.
_LABELS = {
    "people with the condition, or living with it": """
        sufferer sufferers suffer_from suffers_from suffering_from victim victims afflicted afflicted_with
        stricken stricken_with""",
    "disabled person; uses a wheelchair": """
        crippled cripple cripples crippling wheelchair-bound confined_to_a_wheelchair bedridden handicapped
        invalid invalids retarded""",
    "living with, coping with, treating": """
        warrior warriors battle battles battling battled fight_against lost_the_fight fight_your_pain
        fight_the_pain fight_through_the_pain think_positive mind_over_matter pull_yourself_together
        positive_and_fight""",
    "very bad pain": """
        most_painful_condition most_painful_disease most_painful_condition_known worse_than_childbirth
        worse_than_cancer worse_than_amputation more_painful_than_childbirth more_painful_than_amputation""",
    "your pain is real": """
        all_in_your_head all_in_the_head imagined_pain imaginary_pain hysterical malingering malingerer
        malingerers attention-seeking attention-seeker attention_seeker attention_seekers hypochondriac
        hypochondriacs moaner moaners whiner whiners grumbler grumblers shirker shirkers scrounger scroungers
        faker fakers slacker slackers complainer complainers whinger whingers drama_queen drama_queens""",
    "worry about pain, fear of pain": """
        catastrophising catastrophizing catastrophiser catastrophisers catastrophizer catastrophise catastrophize""",
    "asks for pain relief; has come to need the medicine": """
        drug-seeking drug_seeking drug_seeker drug_seekers addict addicts junkie junkies drug_abuser drug_abusers
        substance_abuser""",
    "did not take it, or did not want to, and why": """
        non-compliant noncompliant non-compliance poor_compliance non-adherent uncooperative unmotivated
        poorly_motivated lack_of_motivation lacks_motivation weak-willed difficult_patient difficult_patients""",
    "the treatment did not help": """
        failed_treatment failed_therapy failed_treatments failed_to_respond treatment_failure non-responder
        non-responders failed_all_treatments""",
    "said, told of": "complained_of complains_of complain_of complaining_of denies_pain alleged_pain",
}
RESPECTFUL: Mapping[str, tuple[str, ...]] = {say: listed(words) for say, words in _LABELS.items()}


def _any(words: str) -> str:
    """What finds any of the words of a list, to be a part of an expression."""
    return one_of(listed(words))


_ILL = _any("patient patients client clients people person persons he she they you who")
_BODY = _any("arm arms hand hands finger fingers leg legs foot feet limb limbs body skin nail nails")
_ILLNESS = _any("CRPS RSD pain disease illness condition disorder syndrome")
_ONESELF = r"(?:yourself|themsel\w+|himself|herself)"
_THE = r"(?:(?:the|a|an|any|all|your|their|his|her|this|that|of) )*"
_ADVERBS = r"(?:(?:just|simply|often|really|not|also|only|very|quite|too|so|all|known to be|\w+ly) )*"
_DENYING = r"(?:not|never|no|hardly)"  # “you are not a burden” says the contrary
_MANNER = r"(?:(?:just|simply|often|really|also|only|all|known to be|\w+ly) )*"  # nothing that denies

# What is done or said to people who are ill, or of them.
_REFUSE = "refuse~"
_CARE = "treatment therapy physiotherapy medication medicine medicines exercise exercises surgery help"
_TELL_DOUBTFULLY = "claim claims claimed allege alleges alleged insist insists insisted"
_DENY = "deny denies denied"
_FAKE = "fake~"
_PRETEND = "exaggerate~ fake~ overstate~ put_on puts_on putting_on act_up acts_up acting_up"
_FIGHT = """beat~ conquer~ defeat~ overpower overpowers overpowered wage_war_on succumb_to succumbs_to succumbed_to
    surrender_to surrenders_to surrendered_to give_in_to gives_in_to gave_in_to"""
_AILING = "disabled handicapped infirm demented insane mentally_ill chronically_ill paralysed"
_VERB_OR_JOINT = "can cannot may are have need who and or will should do often must could get pay with"

# Of the illness, and what it does.
_WORSE = """worse worse_agony worse_pain harder_to_bear crueller crueler worse_torture more_agony
    more_painful hurt_more hurts_more more_pain more_severe greater higher"""
_THAT_OF = r"(?:(?:that|the pain) (?:of|in) )?(?:(?:a|an|your|any) )?"
_GREAT_PAIN = """
    burning_alive death dying being_stabbed being_shot being_cut being_skinned hell a_bullet surgery_without
    toothache appendicitis gunshot frostbite shingles childbirth child_birth giving_birth labour labor cancer
    amputation heart_attack kidney_stone kidney_stones torture being_burned being_burnt broken_bone broken_bones"""
_CRUEL = """cruel vicious evil brutal horrific horrible merciless terrifying monstrous dreadful devastating nightmare"""
_MONSTER = "monster beast demon curse devil killer enemy thief"
_ROB = "rob robs robbed robbing strip strips stripped"
_DESTROY = "destroy~ ruin~ wreck~ shatter~ devastate~"
_WHAT_IS_DEAR = "life lives body future family families marriage marriages career careers"
_SEIZE = """captive prisoner prisoners hostage slave slaves enslaved trapped_by enslaves prey preys"""
_DOOM = """living_hell death_sentence life_sentence ticking_time_bomb eats_you_alive eats_people_alive eaten_you_alive
    eaten_people_alive"""
_BECAME = "is are was were become becomes became has_become have_become goes went"
_UGLY = "useless deformed grotesque hideous disfigured disgusting revolting ugly claw-like ruined good-for-nothing"


# What hurts by what is said of whom, whatever the words: what to say, and what finds it, by words of which one then
# stands in the text.
_HURTFUL: Mapping[str, Mapping[str, str]] = {
    "did not want to, and why": {
        # “Patients often refuse to cooperate.”
        _REFUSE: rf"{_ILL} (?:\w+ )?{_ADVERBS}{_any(_REFUSE)} to (?:co-?operate|comply|engage|take part|do as)",
        # “She refused any treatment.”
        "refuses refused": rf"(?:patients?|clients?|he|she) {_ADVERBS}(?:refuses|refused) {_THE}{_any(_CARE)}",
        # “She lacks the will.”
        "lack lacks lacked lacking": (
            r"lack(?:s|ed|ing)? (?:the |any |in )?(?:will(?: ?power)?|drive|effort|discipline|determination|motivation"
            r"|backbone|grit|insight)"
        ),
        # “He is simply not motivated.”
        "motivated lazy unwilling denial": (
            rf"{_ILL} (?:\w+ )?{_ADVERBS}(?:is|are|was|were) (?:\w+ly )*"
            r"(?:not (?:\w+ly )*motivated|lazy|unwilling to (?:try|get better)|in denial)"
        ),
    },
    "what the person told you": {
        # “She claims to have pain.”
        _TELL_DOUBTFULLY: (
            rf"{_ILL} {_any(_TELL_DOUBTFULLY)} (?:that )?(?:to (?:have|be|feel)|{_THE}(?:{_BODY}|pain|symptoms?))"
        ),
        # “He denied any injury.”
        _DENY: rf"{_any(_DENY)} {_THE}(?:pain|trauma|injury|symptoms?|drug use)",
        "poor": r"poor historians?",
        # “Prove that you are really ill.”
        "prove show": r"(?:prove|show us) (?:that )?(?:you|they|he|she) (?:are|is) (?:really )?(?:ill|sick|in pain)",
    },
    "your pain is real": {
        # “Some put on a limp.”
        _PRETEND: rf"{_any(_PRETEND)} {_THE}(?:pain|symptoms?|limp|illness|complaints?)",
        # “Some milk their symptoms”, “he pretends that he cannot lift it”
        "milk milks milked milking play plays played playing use uses using cash cashes cashing hide hides hiding": (
            r"(?:milk(?:s|ed|ing)?|play(?:s|ed|ing)? on|us(?:e|es|ing) (?:their|his|her)"
            r"(?= \w+ to (?:get|avoid|gain|win|escape|dodge|claim|control)\b)|cash(?:es|ing)? in on"
            r"|hid(?:e|es|ing) behind) "
            r"(?:(?:their|his|her|your|the|its) )?(?:illness|symptoms?|pain|condition|diagnosis|CRPS)"
            r"(?! (?:diary|score|scores|medicine|relief|plan|team|clinic|record)\b)"
        ),
        "pretend~ make makes making let lets": (
            rf"{_ILL} (?:(?!not\b)\w+ )?{_MANNER}(?:pretend(?:s|ed|ing)?|mak(?:e|es|ing) believe|mak(?:e|es|ing) out"
            rf"|let(?:s)? on)"
            r" (?:that|to (?:be|have|feel)|as if)(?! (?:be |feel )?(?:fine|well|okay|all right|happy|better|brave"
            r"|strong)\b)"
        ),
        # “Some make a career of being ill.”
        "make makes making made": (
            r"(?:make|makes|making|made) (?:it )?(?:an? |their |his |her )(?:\w+ )?(?:career|job|living|hobby|business"
            r"|profession|meal|drama) (?:out )?of (?:being|their|his|her|the) (?:\w+ )?(?:ill|sick|illness|pain"
            r"|symptoms?|condition|disabled|it)"
        ),
        # “She whines about every twinge.”
        "whine~ moan~ whinge~ grumble~": (
            r"(?:patients?|clients?|people|he|she|they|who) (?:\w+ )?(?:whin|moan|whing|grumbl)\w+ (?:about|over|at)"
        ),
        "cling clings clinging clung": (
            r"(?:cling(?:s|ing)?|clung) to (?:their|his|her|your) (?:illness|symptoms?|pain|condition|diagnosis|CRPS)"
        ),
        "put puts putting": r"(?:put|puts|putting) (?:it|this|that) (?:all )?on(?=\W*$| for\b)",
        # “They tend to exaggerate how bad it is.”
        """exaggerate~ overstate overstates overstating overreact~ overdramatise~ dramatise~ make makes making
        seek~ cry crying play~""": (
            rf"{_ILL} (?:(?!not\b)\w+ )?{_MANNER}(?:(?:tend|like|love|want|seem) to |may |might |can )?(?:be )?"
            rf"{_MANNER}(?:exaggerat(?:e|es|ed|ing)|overstat(?:e|es|ing)|overreact(?:s|ing)?|overdramatis(?:e|es|ing)"
            r"|dramatis(?:e|es|ing)|mak(?:e|es|ing) (?:it|things|this|everything) up|seek(?:s|ing)? attention"
            r"|cry(?:ing)? wolf|play(?:s|ing)? (?:up|the system|the victim))"
        ),
        _FAKE: rf"{_any(_FAKE)} it",
        # “Stop being such a baby.”
        "stop quit no": (
            r"(?:stop|quit|no more) "
            r"(?:complaining|moaning|whining|whinging|making a fuss|being (?:such )?an? (?:baby|wimp|coward))"
        ),
        # “Do not wallow, nor feel sorry for yourself.”
        "feel feeling feels": r"feel(?:ing|s)? sorry for (?:your|them|him|her)sel\w+",
        "self wallow wallows wallowing": r"self-pity|wallow(?:s|ing)?",
        "snap get toughen man": (  # but not “Children get over it soon.”
            r"snap out of it|toughen up|man up|(?:(?:just|must|should|(?:need|have) to) |(?<!\w ))get over it"
        ),
        # “Some people like being ill.”
        "ill sick disabled attention fuss sympathy drama pity": (
            rf"{_ILL} {_ADVERBS}(?:enjoy|like|want|choose)s? (?:(?:being|to be|to stay|staying) (?:ill|sick|disabled)"
            r"|(?:all )?(?:the |being (?:the )?cent(?:re|er) of )?(?:attention|fuss|sympathy|drama|pity))"
        ),
        "secondary": r"secondary gain",
    },
    "it is not your fault": {
        # “You are only making the pain worse.”
        "making": (
            rf"you(?: a|['’])re {_ADVERBS}making (?:it|this|things|(?:the|your) pain|yourself) (?:\w+ )?"
            r"(?:worse|ill|sick)"
        ),
        # “You are not even trying”, or not “hard enough”
        "trying": r"you(?: a|['’])re (?:just |simply |clearly )*not (?:even )?trying",
        "enough": r"(?:not|n['’]t) (?:try|trying|work|working) hard enough",
        # “It is all your fault”, or “your own doing”
        "fault doing": r"(?:(?:is|was) (?:all )?(?:your|their|his|her)|(?:your|their|his|her) own) (?:fault|doing)",
        # “They do not want to help themselves.”, “Attitude decides who wins.”
        "want try wish care bother": (
            r"(?:not|n['’]t|never) (?:(?:really|even|truly) )?(?:want|try|wish|care|bother) to (?:help (?:them|him"
            r"|her)sel\w+|get better|be helped"
            r"|recover|improve|get well|do anything about it)"
        ),
        "attitude mindset will willpower positivity optimism determination faith thinking mind character": (
            r"(?:attitude|mindset|will ?power|positivity|optimism|determination|faith|thinking|strength of (?:mind"
            r"|will|character)|(?:strong|iron) will)"
            r" (?:(?:alone|always|really) )?(?:decides?|determines?|makes all|is what|wins?|heals?|beats?|cures?"
            r"|conquers?|is (?:all|everything|half))"
        ),
        # “Only those who fight hard enough get well.”
        "only": (
            r"only (?:those|people|patients|the ones|if you) (?:who |that )?(?:really |truly |never |\w+ )?"
            r"(?:fight|try|tries|work|want|believe|push|persevere|give up|have the will|are strong|stay positive"
            r"|keep fighting)\b[^.?!]*"
            r"\b(?:get|gets|recover|win|walk|improve|heal|beat|make it|will|succeed)"
        ),
        # “They only have themselves to blame.”
        "blame": (
            r"(?:you|they|he|she) (?:(?:only|just) )*(?:ha(?:ve|s)|had) (?:(?:only|just) )*"
            rf"{_ONESELF} to blame"
        ),
        "brought": rf"brought (?:it|this|the pain) (?:all )?(?:up)?on {_ONESELF}",
        # “If you had only come earlier, it would not have spread.”, “You would be well if you had moved the hand.”
        "had": (
            r"if (?:only )?(?:you|they|he|she) had (?:\w+ ){1,6}?"
            r"(?:earlier|sooner|more|enough|properly|harder|in time),[^.?!]*\bwould(?: not|n['’]t)? have"
            r"|would (?:not )?(?:be|have)\b[^.?!]*\bif (?:only )?(?:you|they|he|she) had (?:not )?\w+"
        ),
        # “If you really wanted to get well, you would move it.”
        "wanted tried cared made put serious had": (
            r"if (?:only )?(?:you|they|he|she|people|patients) (?:(?:really|truly|only|just|actually) )*"
            r"(?:wanted|tried|cared|made an effort|put in the work|were serious|had the will)[^.?!]*"
            r"\b(?:you|they|he|she)(?: would|['’]d)\b"
        ),
        # “Those who do not get better have given up.”
        "those people patients anyone": (
            r"(?:those|people|patients|anyone) who (?:do(?:es)? not|don['’]t|never|fail to) "
            r"(?:get better|improve|recover|heal)[^.?!]*\b(?:have|has|are|is|did|do|lack|simply|just)\b[^.?!]*"
            r"\b(?:given up|not (?:try|trying|want|done)|(?:too )?lazy|lack(?:ed)?|effort|will ?power|discipline)"
        ),
        # “You should have come sooner.”
        "should": r"(?:you|they|he|she) should have (?:\w+ ){1,4}(?:earlier|sooner|harder|more)",
    },
    "very bad pain": {
        # “It hurts more than childbirth”, than “losing a leg”, or than “having an arm cut off”
        "than": (
            rf"{_any(_WORSE)}(?: \w+)? than {_THAT_OF}(?:{_any(_GREAT_PAIN)}"
            r"|losing (?:an? )?(?:finger|limb|leg|arm|hand|toe)|having (?:an? |your )\w+ (?:cut off|removed))"
        ),
        # “the worst known disease”
        "painful worst": r"(?:most painful|worst)(?: \w+)? (?:conditions?|diseases?|illness(?:es)?)",
        # “Nothing else hurts as much.”
        "pain nothing": (
            r"(?:no (?:other )?pain|nothing)(?: else)? "
            r"(?:(?:is )?like (?:it|this)|hurts? (?:like (?:it|this)|more|as much)|is worse)"
            r"(?=\W*$|[,;]| (?:on|in) |(?: than)? (?:this|CRPS)\b)"
        ),
    },
    "living with, coping with, treating": {
        # “She conquered her pain”, or surrendered to it
        _FIGHT: rf"{_any(_FIGHT)} {_THE}{_ILLNESS}|who (?:\w+ )?(?:give|gives|gave) in to it",
        "war": rf"(?:a |the )war (?:on|against) {_THE}{_ILLNESS}",
        # “a little trooper”, “who never gives in”
        """trooper troopers soldier soldiers fighter fighters inspiration inspirations superhero superheroes give
        gives surrender surrenders quit quits""": (
            r"(?:little|proper|real|true|tough|brave|such an?|an?) (?:\w+ )?(?:troopers?|soldiers?|fighters?"
            r"|inspirations?|superheroes|superhero)"
            r"|(?:he|she|they|you|who|that) (?:never|will not|won['’]t|refuses? to|do not"
            r"|does not) (?:give(?:s)? (?:in|up)|surrender(?:s)?|quit(?:s)?)"
            r"(?=\W*$|,)"
        ),
        # “Brave fighters never give in.”, “our heroes”
        "fighter fighters hero heroes soldier soldiers soul souls survivor survivors win": (
            r"(?:brave|courageous|heroic|true|real|born|strong|fearless|CRPS|pain) (?:fighters?|heroes|hero|soldiers?"
            r"|souls?"
            r"|survivors?)|(?:you|they|he|she|we) (?:are|is)(?: all)? (?:an? )?(?:\w+ )?(?:fighters?|heroes|hero"
            r"|soldiers?)"
            r"|(?:let|letting) (?:the |your )?(?:illness|disease|pain|CRPS|RSD) win"
        ),
    },
    "what may happen, in calm words, and what can help": {
        # “a cruel disease”
        "disease condition illness disorder syndrome": (
            rf"{_any(_CRUEL)} (?:\w+ )?(?:disease|condition|illness|disorder|syndrome)"
        ),
        # “CRPS is a monster.”
        _MONSTER: rf"{_ILLNESS} is (?:like )?(?:a|the) (?:\w+ )?{_any(_MONSTER)}",
        # “It is like a prison sentence.”, “a living nightmare”
        "prison sentence jail hell torture nightmare curse cage tomb war battlefield horror abyss doom": (
            rf"{_ILLNESS}(?: \w+){{0,2}} (?:is|are|feels?|becomes?|became|was|means?"
            rf"|equals)(?: \w+)? (?:like )?(?:\w+ )?(?:an? |the )?"
            r"(?:(?:living|daily|endless|constant|pure|real|absolute|never-ending|prison|life|death) )*"
            r"(?:prison|sentence|jail|hell|torture|nightmare|curse|cage|tomb|war|battlefield|horror|abyss|doom)"
        ),
        # “It holds you captive.”, “a prisoner of pain”
        f"{_SEIZE} holds hold held": (
            rf"(?:{_ILLNESS}|it)\b[^.?!,;]*\b(?:holds?|held|keeps?|kept|makes?|takes?|took|has|preys?)\b[^.?!,;]*?"
            rf"\b{_any(_SEIZE)}|{_any(_SEIZE)} (?:of|to|by) {_THE}{_ILLNESS}|preys? (?:on|upon) (?:you|people"
            rf"|those|its)"
        ),
        # “It robs you of sleep.”
        _ROB: rf"{_any(_ROB)} (?:you|them|him|her|people) of",
        # “It destroys your whole life.”
        _WHAT_IS_DEAR: rf"{_any(_DESTROY)} (?:(?:your|their|his|her|whole|people['’]s|the) )*{_any(_WHAT_IS_DEAR)}",
        _DOOM: _any(_DOOM),
        # “Many end up as a cripple”, or “alone and poor”
        "end ends ended": (
            r"(?:(?:will|may|could) )?end(?:s|ed)? up (?:as )?(?:an? )?"
            r"(?:crippled?|helpless|bedbound|vegetable|alone and)"
        ),
        # “You will never walk again”, or “lose your hand”
        "never lose": (
            r"you(?:['’]ll| will| are going to) (?:\w+ly )?"
            rf"(?:never (?:walk|work|use|be able|be pain|lead)|lose (?:your|the) {_BODY})"
        ),
        "life your": r"life (?:will|would) never be the same|your life is over",
        "hopeless lost": r"(?:a )?(?:hopeless|lost) cases?",
    },
    "people, and what is hard for them": {
        # “Patients tend to be demanding.”
        "patient patients client clients people": (
            rf"(?:patients?|clients?|people with (?:CRPS|RSD|pain)) (?:are|is|can be|tend to be) {_ADVERBS}"
            r"(?:demanding|difficult|needy|manipulative|clingy|hysterical|neurotic|dramatic|lazy)"
        ),
        "mentally emotionally": r"(?:mentally|emotionally) (?:weak|unstable|fragile)",
        "weak": r"weak[- ](?:minded|character|people|person|patients?)",
        # “a problem case”
        "wheelchair mental psych problem the": r"(?:wheelchair|mental|psych|problem) cases?|the (?:CRPS|RSD) case",
        # “Bad patients skip their exercises.”, “a heartsink patient”
        """bad good model poor problem difficult challenging heartsink demanding needy nightmare unreliable lazy
        hopeless troublesome ungrateful""": (
            r"(?:bad|good|model|poor|problem|difficult|challenging|heartsink|demanding|needy|nightmare|unreliable"
            r"|lazy|hopeless"
            r"|troublesome|ungrateful) (?:patients?|clients?|sufferers?)"
        ),
        "frequent bed time hard revolving": (
            r"frequent (?:flyer|flier|attender)s?|bed[- ]blockers?|time[- ]wasters?|hard work to treat|revolving door"
        ),
        # “Weak characters are likelier to get it.”, “the pain-prone personality”
        """character characters personality personalities temperament temperaments nature natures mind minds will
        wills type types soul souls""": (
            r"(?:weak|feeble|pain-prone|illness-prone|addictive|neurotic|anxious|hysterical|dependent|unstable"
            r"|immature|fragile|difficult"
            r"|nervous|passive|type A) (?:characters?|personalit(?:y|ies)|temperaments?|natures?|minds?|wills?|types?"
            r"|souls?)"
        ),
        # “These people are impossible to please.”
        "impossible hard difficult pain tiring exhausting": (
            r"(?:people|patients|clients|they|women|men) (?:are|is|can be|will be) (?:(?:often|always|just|simply"
            r"|almost) )*(?:impossible|hard|difficult"
            r"|a pain|tiring|exhausting) to (?:please|deal with|treat|satisfy|handle|help|be around|talk to|like"
            r"|believe)"
        ),
        # “He is a CRPS in bed 4.”
        "is are": r"(?:is|are) (?:an? |our )(?:CRPS|RSD|chronic pain)(?=[.,;]|$| (?:in|of|from|again)\b)",
        # “People like that will never be satisfied.”
        "people patients women men types those folk someone": (
            r"(?:people|patients|women|men|types|those|folk|someone) (?:like (?:that|these|them|those)|of (?:that"
            r"|this) (?:sort|kind|type))"
            r" (?:are|is|will|never|always|just|only|want|tend|need|get|do|cannot|can)"
        ),
        "load drain strain weight millstone liability nuisance": (
            r"(?:is|are|was|were|becomes?|became|be) (?:an? )?(?:\w+ )?(?:heavy load|drain|strain|weight|millstone"
            r"|liability|nuisance"
            r"|dead weight) (?:on|to|for|round)"
        ),
        # “CRPS cases should be seen soon.”, “We treat 40 cases a year.”
        "cases": (
            rf"(?:{_ILLNESS}|chronic|our) cases (?:\w+ly )?(?:should|must|need"
            rf"|want|ask"
            r"|come|came|respond\w*|feel|felt|get|got|recover\w*|improv\w*|complain\w*|present\w*|arriv\w*)"
            r"|(?:treat|see|saw|treated|admit|admitted|manage|managed) (?:\d+|many|most|more|such|these"
            r"|hundreds of) cases"
        ),
        # “They become a burden to others.”
        "burden burdens": r"(?:is|are|was|becomes?|became) (?:\w+ )?(?:a )?burdens? (?:on|to|for)",
        "pill": r"pill[- ]popp(?:er|ers|ing)",
        "fate": r"(?:tragic|cruel|terrible) fate|fate worse than",
        "poor unfortunate": r"poor (?:souls?|things?|creatures?)|unfortunate (?:people|souls?|patients?)",
        "pity": r"(?:our|your|deserves?) pity",
    },
    "disabled people; people with the illness": {
        # “The disabled can come too.”
        "disabled handicapped infirm demented insane ill paralysed mentally chronically": (
            rf"the {_any(_AILING)}(?=\s+{_any(_VERB_OR_JOINT)}\b|[.,;:!?)]|$)"
        ),
    },
    "people without the condition": {
        # “Normal people feel nothing.”
        "normal": (
            r"(?:people|those|anyone|everyone) who (?:is|are) normal"
            r"|(?:healthy )?normal (?:people|persons?|adults|children|individuals)"
        ),
    },
    "how it looks and what it can do": {
        # “The hand has become useless”, “a deformed foot”
        _UGLY: rf"{_BODY} (?:\w+ )?{_any(_BECAME)} {_ADVERBS}{_any(_UGLY)}|{_any(_UGLY)} {_BODY}",
        "disgrace": rf"disgrace\b[^.?!]*\b(?:looks?|{_BODY})",
    },
}

# A treatment fails; nobody fails one: “people who fail conservative therapy”.
_FAIL = "fail~ flunk flunks flunked"
_TREATMENT = listed(
    """therapy therapies treatment treatments medication medications medicine medicines drugs surgery physiotherapy
    rehab rehabilitation drip drips infusion infusions exercises injections"""
)
_NO_ADJECTIVE = _any("to the an a in at with on after and or but of for by this that because")


@lru_cache(maxsize=8)
def blamed(care: tuple[str, ...]) -> Pattern:
    """What finds people who are said to fail a treatment; `care` are a guide's own names of treatments."""
    what = one_of((*_TREATMENT, *care))
    return _said(_FAIL, rf"{_any(_FAIL)} (?:(?!{_NO_ADJECTIVE}\b)[\w-]+ ){{0,3}}?{what}")


def _said(words: str, expression: str) -> Pattern:
    """What finds an expression; of the words or phrases of a list one stands wherever it does."""
    some = expression.replace(r"(?:\w+ )?", rf"(?:(?!{_DENYING}\b)\w+ )?")
    return Pattern(rf"\b(?:{some})\b", needs=needs_of(listed(words)))


ATTITUDES: Mapping[str, Sequence[Pattern]] = {
    say: [_said(words, expression) for words, expression in hurtful.items()] for say, hurtful in _HURTFUL.items()
}
