"""Words that label, blame or frighten people who are ill: of any illness."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from crpsguide.language.patterns import Pattern, needs_of
from crpsguide.language.phrases import listed, one_of

# What to say, and the words that hurt.
RESPECTFUL: Mapping[str, tuple[str, ...]] = {
    "people with the condition, or living with it": listed(
        """sufferer sufferers suffer_from suffers_from suffering_from victim victims afflicted afflicted_with stricken
        stricken_with"""
    ),
    "disabled person; uses a wheelchair": listed(
        """crippled cripple cripples crippling wheelchair-bound confined_to_a_wheelchair bedridden handicapped invalid
        invalids retarded"""
    ),
    "living with, coping with, treating": listed(
        """warrior warriors battle battles battling battled fight_against lost_the_fight fight_your_pain fight_the_pain
        fight_through_the_pain think_positive mind_over_matter pull_yourself_together positive_and_fight"""
    ),
    "very bad pain": listed(
        """most_painful_condition most_painful_disease most_painful_condition_known worse_than_childbirth
        worse_than_cancer worse_than_amputation more_painful_than_childbirth more_painful_than_amputation"""
    ),
    "your pain is real": listed(
        """all_in_your_head all_in_the_head imagined_pain imaginary_pain hysterical malingering malingerer malingerers
        attention-seeking attention-seeker attention_seeker attention_seekers hypochondriac hypochondriacs moaner
        moaners whiner whiners grumbler grumblers shirker shirkers scrounger scroungers faker fakers slacker slackers
        complainer complainers whinger whingers drama_queen drama_queens"""
    ),
    "worry about pain, fear of pain": listed(
        """catastrophising catastrophizing catastrophiser catastrophisers catastrophizer catastrophise
        catastrophize"""
    ),
    "asks for pain relief; has come to need the medicine": listed(
        """drug-seeking drug_seeking drug_seeker drug_seekers addict addicts junkie junkies drug_abuser drug_abusers
        substance_abuser"""
    ),
    "did not take it, or did not want to, and why": listed(
        """non-compliant noncompliant non-compliance poor_compliance non-adherent uncooperative unmotivated
        poorly_motivated lack_of_motivation lacks_motivation weak-willed difficult_patient difficult_patients"""
    ),
    "the treatment did not help": listed(
        """failed_treatment failed_therapy failed_treatments failed_to_respond treatment_failure non-responder
        non-responders failed_all_treatments"""
    ),
    "said, told of": listed(
        "complained_of complains_of complain_of complaining_of denies_pain alleged_pain",
    ),
}

_ILL = one_of(listed("patient patients client clients people person persons he she they you who"))
_BODY = one_of(listed("arm arms hand hands finger fingers leg legs foot feet limb limbs body skin nail nails"))
_ILLNESS = one_of(listed("CRPS RSD pain disease illness condition disorder syndrome"))
_ONESELF = r"(?:yourself|themsel\w+|himself|herself)"
_THE = r"(?:(?:the|a|an|any|all|your|their|his|her|this|that|of) )*"
_ADVERBS = r"(?:(?:just|simply|often|really|not|also|only|very|quite|too|so|all|known to be|\w+ly) )*"
_MANNER = r"(?:(?:just|simply|often|really|also|only|all|known to be|\w+ly) )*"  # nothing that denies

# What is done or said to people who are ill, or of them.
_REFUSE = listed("refuse~")
_CARE = listed("treatment therapy physiotherapy medication medicine medicines exercise exercises surgery help")
_TELL_DOUBTFULLY = listed("claim claims claimed allege alleges alleged insist insists insisted")
_DENY = listed("deny denies denied")
_FAKE = listed("fake~")
_PRETEND = listed("exaggerate~ fake~ overstate~ put_on puts_on putting_on act_up acts_up acting_up")
_FIGHT = listed(
    """beat~ conquer~ defeat~ overpower overpowers overpowered wage_war_on succumb_to succumbs_to succumbed_to
    surrender_to surrenders_to surrendered_to gave_in_to"""
)
_AILING = listed("disabled handicapped infirm demented insane mentally_ill chronically_ill paralysed")
_VERB_OR_JOINT = listed("can cannot may are have need who and or will should do often must could get pay with")

# Of the illness, and what it does.
_WORSE = listed(
    """worse worse_agony worse_pain harder_to_bear crueller crueler worse_torture more_agony
    more_painful hurt_more hurts_more more_pain more_severe greater higher"""
)
_THAT_OF = r"(?:(?:that|the pain) (?:of|in) )?(?:(?:a|an|your|any) )?"
_GREAT_PAIN = listed(
    """burning_alive death dying being_stabbed being_shot being_cut being_skinned hell a_bullet surgery_without
    toothache appendicitis gunshot frostbite shingles
    childbirth child_birth giving_birth labour labor cancer amputation heart_attack kidney_stone kidney_stones
    torture being_burned being_burnt broken_bone broken_bones"""
)
_CRUEL = listed(
    """cruel vicious evil brutal horrific horrible merciless terrifying monstrous dreadful devastating nightmare"""
)
_MONSTER = listed("monster beast demon curse devil killer enemy thief")
_ROB = listed("rob robs robbed robbing strip strips stripped")
_DESTROY = listed("destroy~ ruin~ wreck~ shatter~ devastate~")
_WHAT_IS_DEAR = listed("life lives body future family families marriage marriages career careers")
_SEIZE = listed("""captive prisoner prisoners hostage slave slaves enslaved trapped_by enslaves prey preys""")
_DOOM = listed(
    """living_hell death_sentence life_sentence ticking_time_bomb eats_you_alive eats_people_alive eaten_you_alive
    eaten_people_alive"""
)
_BECAME = listed("is are was were become becomes became has_become have_become goes went")
_UGLY = listed(
    "useless deformed grotesque hideous disfigured disgusting revolting ugly claw-like ruined good-for-nothing"
)


def _said(expression: str, *, by: Sequence[str]) -> Pattern:
    """What finds an expression; `by` are words or phrases of which one stands wherever it does."""
    return Pattern(rf"\b(?:{expression})\b", needs=needs_of(by))


# What hurts by what is said of whom, whatever the words: what to say, and what finds it.
ATTITUDES: Mapping[str, Sequence[Pattern]] = {
    "did not want to, and why": (
        # “Patients often refuse to cooperate.”
        _said(
            rf"{_ILL} (?:\w+ )?{_ADVERBS}{one_of(_REFUSE)} to (?:co-?operate|comply|engage|take part|do as)",
            by=_REFUSE,
        ),
        # “She refused any treatment.”
        _said(
            rf"(?:patients?|clients?|he|she) {_ADVERBS}(?:refuses|refused) {_THE}{one_of(_CARE)}",
            by=listed("refuses refused"),
        ),
        # “He is simply not motivated.”
        _said(
            rf"{_ILL} (?:\w+ )?{_ADVERBS}(?:is|are|was|were) (?:\w+ly )*"
            r"(?:not (?:\w+ly )*motivated|lazy|unwilling to (?:try|get better)|in denial)",
            by=listed("motivated lazy unwilling denial"),
        ),
    ),
    "what the person told you": (
        # “She claims to have pain.”
        _said(
            rf"{_ILL} {one_of(_TELL_DOUBTFULLY)} (?:that )?(?:to (?:have|be|feel)|{_THE}(?:{_BODY}|pain|symptoms?))",
            by=_TELL_DOUBTFULLY,
        ),
        # “He denied any injury.”
        _said(rf"{one_of(_DENY)} {_THE}(?:pain|trauma|injury|symptoms?|drug use)", by=_DENY),
        _said(r"poor historians?", by=listed("poor")),
        # “Prove that you are really ill.”
        _said(
            r"(?:prove|show us) (?:that )?(?:you|they|he|she) (?:are|is) (?:really )?(?:ill|sick|in pain)",
            by=listed("prove show"),
        ),
    ),
    "your pain is real": (
        # “Some put on a limp.”
        _said(rf"{one_of(_PRETEND)} {_THE}(?:pain|symptoms?|limp|illness|complaints?)", by=_PRETEND),
        # “Some milk their symptoms”, “he pretends that he cannot lift it”
        _said(
            r"(?:milk(?:s|ed|ing)?|play(?:s|ed|ing)? on|us(?:e|es|ing) (?:their|his|her)"
            r"(?= \w+ to (?:get|avoid|gain|win|escape|dodge|claim|control)\b)|cash(?:es|ing)? in on"
            r"|hid(?:e|es|ing) behind) "
            r"(?:(?:their|his|her|your|the|its) )?(?:illness|symptoms?|pain|condition|diagnosis|CRPS)"
            r"(?! (?:diary|score|scores|medicine|relief|plan|team|clinic|record)\b)",
            by=listed(
                """milk milks milked milking play plays played playing use uses using cash cashes cashing hide hides
                hiding"""
            ),
        ),
        _said(
            rf"{_ILL} (?:(?!not\b)\w+ )?{_MANNER}(?:pretend(?:s|ed|ing)?|mak(?:e|es|ing) believe|mak(?:e|es|ing) out"
            rf"|let(?:s)? on)"
            r" (?:that|to (?:be|have|feel)|as if)(?! (?:be |feel )?(?:fine|well|okay|all right|happy|better|brave"
            r"|strong)\b)",
            by=listed("pretend~ make makes making let lets"),
        ),
        _said(r"(?:put|puts|putting) (?:it|this|that) (?:all )?on(?=\W*$| for\b)", by=listed("put puts putting")),
        # “They tend to exaggerate how bad it is.”
        _said(
            rf"{_ILL} (?:(?!not\b)\w+ )?{_MANNER}(?:(?:tend|like|love|want|seem) to |may |might |can )?(?:be )?"
            rf"{_MANNER}(?:exaggerat(?:e|es|ed|ing)|overstat(?:e|es|ing)|overreact(?:s|ing)?|overdramatis(?:e|es|ing)"
            r"|dramatis(?:e|es|ing)|mak(?:e|es|ing) (?:it|things|this|everything) up|seek(?:s|ing)? attention"
            r"|cry(?:ing)? wolf|play(?:s|ing)? (?:up|the system|the victim))",
            by=listed(
                """exaggerate~ overstate overstates overstating overreact~ overdramatise~ dramatise~ make makes making
                seek~ cry crying play~"""
            ),
        ),
        _said(rf"{one_of(_FAKE)} it", by=_FAKE),
        # “Stop being such a baby.”
        _said(
            r"(?:stop|quit|no more) "
            r"(?:complaining|moaning|whining|whinging|making a fuss|being (?:such )?an? (?:baby|wimp|coward))",
            by=listed("stop quit no"),
        ),
        # “Do not wallow, nor feel sorry for yourself.”
        _said(r"feel(?:ing|s)? sorry for (?:your|them|him|her)sel\w+", by=listed("feel feeling feels")),
        _said(r"self-pity|wallow(?:s|ing)?", by=listed("self wallow wallows wallowing")),
        _said(r"snap out of it|get over it|toughen up|man up", by=listed("snap get toughen man")),
        # “Some people like being ill.”
        _said(
            rf"{_ILL} {_ADVERBS}(?:enjoy|like|want|choose)s? (?:being|to be|to stay|staying) (?:ill|sick|disabled)",
            by=listed("ill sick disabled"),
        ),
        _said(r"secondary gain", by=listed("secondary")),
    ),
    "it is not your fault": (
        # “You are only making the pain worse.”
        _said(
            rf"you(?: a|['’])re {_ADVERBS}making (?:it|this|things|(?:the|your) pain|yourself) (?:\w+ )?"
            r"(?:worse|ill|sick)",
            by=listed("making"),
        ),
        # “You are not even trying”, or not “hard enough”
        _said(r"you(?: a|['’])re (?:just |simply |clearly )*not (?:even )?trying", by=listed("trying")),
        _said(r"(?:not|n['’]t) (?:try|trying|work|working) hard enough", by=listed("enough")),
        # “It is all your fault”, or “your own doing”
        _said(r"(?:your|their|his|her) own (?:fault|doing)", by=listed("fault doing")),
        _said(r"(?:is|was) (?:all )?(?:your|their|his|her) (?:fault|doing)", by=listed("fault doing")),
        # “They do not want to help themselves.”, “Attitude decides who wins.”
        _said(
            r"(?:not|n['’]t|never) (?:(?:really|even|truly) )?(?:want|try|wish|care|bother) to (?:help (?:them|him"
            r"|her)sel\w+|get better|be helped"
            r"|recover|improve|get well|do anything about it)",
            by=listed("want try wish care bother"),
        ),
        _said(
            r"(?:attitude|mindset|will ?power|positivity|optimism|determination|faith|thinking|strength of (?:mind"
            r"|will|character)|(?:strong|iron) will)"
            r" (?:(?:alone|always|really) )?(?:decides?|determines?|makes all|is what|wins?|heals?|beats?|cures?"
            r"|conquers?|is (?:all|everything|half))",
            by=listed(
                "attitude mindset will willpower positivity optimism determination faith thinking mind character"
            ),
        ),
        # “Only those who fight hard enough get well.”
        _said(
            r"only (?:those|people|patients|the ones|if you) (?:who |that )?(?:really |truly |never |\w+ )?"
            r"(?:fight|try|tries|work|want|believe|push|persevere|give up|have the will|are strong|stay positive"
            r"|keep fighting)\b[^.?!]*"
            r"\b(?:get|gets|recover|win|walk|improve|heal|beat|make it|will|succeed)",
            by=listed("only"),
        ),
        # “They only have themselves to blame.”
        _said(
            r"(?:you|they|he|she) (?:(?:only|just) )*(?:ha(?:ve|s)|had) (?:(?:only|just) )*"
            rf"{_ONESELF} to blame",
            by=listed("blame"),
        ),
        _said(rf"brought (?:it|this|the pain) (?:all )?(?:up)?on {_ONESELF}", by=listed("brought")),
        # “If you had only come earlier, it would not have spread.”
        _said(
            r"if (?:only )?(?:you|they|he|she) had (?:\w+ ){1,6}?"
            r"(?:earlier|sooner|more|enough|properly|harder|in time),[^.?!]*\bwould(?: not|n['’]t)? have",
            by=listed("had"),
        ),
        # “You would be well if you had moved the hand.”
        _said(
            r"would (?:not )?(?:be|have)\b[^.?!]*\bif (?:only )?(?:you|they|he|she) had (?:not )?\w+",
            by=listed("had"),
        ),
        # “If you really wanted to get well, you would move it.”
        _said(
            r"if (?:only )?(?:you|they|he|she|people|patients) (?:(?:really|truly|only|just|actually) )*"
            r"(?:wanted|tried|cared|made an effort|put in the work|were serious|had the will)[^.?!]*"
            r"\b(?:you|they|he|she)(?: would|['’]d)\b",
            by=listed("wanted tried cared made put serious had"),
        ),
        # “Those who do not get better have given up.”
        _said(
            r"(?:those|people|patients|anyone) who (?:do(?:es)? not|don['’]t|never|fail to) "
            r"(?:get better|improve|recover|heal)[^.?!]*\b(?:have|has|are|is|did|do|lack|simply|just)\b[^.?!]*"
            r"\b(?:given up|not (?:try|trying|want|done)|(?:too )?lazy|lack(?:ed)?|effort|will ?power|discipline)",
            by=listed("those people patients anyone"),
        ),
        # “You should have come sooner.”
        _said(
            r"(?:you|they|he|she) should have (?:\w+ ){1,4}(?:earlier|sooner|harder|more)",
            by=listed("should"),
        ),
    ),
    "very bad pain": (
        # “It hurts more than childbirth.”
        _said(
            rf"{one_of(_WORSE)}(?: \w+)? than {_THAT_OF}{one_of(_GREAT_PAIN)}",
            by=listed("than"),
        ),
        # “It is worse than losing a leg”, or than “having an arm cut off”
        _said(
            rf"{one_of(_WORSE)}(?: \w+)? than {_THAT_OF}"
            r"(?:losing (?:an? )?(?:finger|limb|leg|arm|hand|toe)|having (?:an? |your )\w+ (?:cut off|removed))",
            by=listed("than"),
        ),
        # “the worst known disease”
        _said(
            r"(?:most painful|worst)(?: \w+)? (?:conditions?|diseases?|illness(?:es)?)",
            by=listed("painful worst"),
        ),
        # “Nothing else hurts as much.”
        _said(
            r"(?:no (?:other )?pain|nothing)(?: else)? "
            r"(?:(?:is )?like (?:it|this)|hurts? (?:like (?:it|this)|more|as much)|is worse)"
            r"(?=\W*$|[,;]| (?:on|in) |(?: than)? (?:this|CRPS)\b)",
            by=listed("pain nothing"),
        ),
    ),
    "living with, coping with, treating": (
        # “She conquered her pain”, or surrendered to it
        _said(rf"{one_of(_FIGHT)} {_THE}{_ILLNESS}", by=_FIGHT),
        _said(rf"(?:a |the )war (?:on|against) {_THE}{_ILLNESS}", by=listed("war")),
        # “a little trooper”, “who never gives in”
        _said(
            r"(?:little|proper|real|true|tough|brave|such an?|an?) (?:\w+ )?(?:troopers?|soldiers?|fighters?"
            r"|inspirations?|superheroes|superhero)"
            r"|(?:he|she|they|you|who|that) (?:never|will not|won['’]t|refuses? to|do not"
            r"|does not) (?:give(?:s)? (?:in|up)|surrender(?:s)?|quit(?:s)?)"
            r"(?=\W*$|,)",
            by=listed(
                "trooper troopers soldier soldiers fighter fighters inspiration inspirations superhero superheroes give"
                " gives surrender surrenders quit quits"
            ),
        ),
        # “Brave fighters never give in.”, “our heroes”
        _said(
            r"(?:brave|courageous|heroic|true|real|born|strong|fearless|CRPS|pain) (?:fighters?|heroes|hero|soldiers?"
            r"|souls?"
            r"|survivors?)|(?:you|they|he|she|we) (?:are|is)(?: all)? (?:an? )?(?:\w+ )?(?:fighters?|heroes|hero"
            r"|soldiers?)"
            r"|(?:let|letting) (?:the |your )?(?:illness|disease|pain|CRPS|RSD) win",
            by=listed("fighter fighters hero heroes soldier soldiers soul souls survivor survivors win"),
        ),
    ),
    "what may happen, in calm words, and what can help": (
        # “a cruel disease”
        _said(
            rf"{one_of(_CRUEL)} (?:\w+ )?(?:disease|condition|illness|disorder|syndrome)",
            by=listed("disease condition illness disorder syndrome"),
        ),
        # “CRPS is a monster.”
        _said(rf"{_ILLNESS} is (?:like )?(?:a|the) (?:\w+ )?{one_of(_MONSTER)}", by=_MONSTER),
        # “It is like a prison sentence.”, “a living nightmare”
        _said(
            rf"{_ILLNESS}(?: \w+){{0,2}} (?:is|are|feels?|becomes?|became|was|means?"
            rf"|equals)(?: \w+)? (?:like )?(?:\w+ )?(?:an? |the )?"
            r"(?:(?:living|daily|endless|constant|pure|real|absolute|never-ending|prison|life|death) )*"
            r"(?:prison|sentence|jail|hell|torture|nightmare|curse|cage|tomb|war|battlefield|horror|abyss|doom)",
            by=listed("prison sentence jail hell torture nightmare curse cage tomb war battlefield horror abyss doom"),
        ),
        # “It holds you captive.”, “a prisoner of pain”
        _said(
            rf"(?:{_ILLNESS}|it)\b[^.?!,;]*\b(?:holds?|held|keeps?|kept|makes?|takes?|took|has|preys?)\b[^.?!,;]*?"
            rf"\b{one_of(_SEIZE)}|{one_of(_SEIZE)} (?:of|to|by) {_THE}{_ILLNESS}|preys? (?:on|upon) (?:you|people"
            rf"|those|its)",
            by=(*_SEIZE, "holds", "hold", "held"),
        ),
        # “It robs you of sleep.”
        _said(rf"{one_of(_ROB)} (?:you|them|him|her|people) of", by=_ROB),
        # “It destroys your whole life.”
        _said(
            rf"{one_of(_DESTROY)} (?:(?:your|their|his|her|whole|people['’]s|the) )*{one_of(_WHAT_IS_DEAR)}",
            by=_WHAT_IS_DEAR,
        ),
        _said(one_of(_DOOM), by=_DOOM),
        # “Many end up as a cripple”, or “alone and poor”
        _said(
            r"(?:(?:will|may|could) )?end(?:s|ed)? up (?:as )?(?:an? )?"
            r"(?:crippled?|helpless|bedbound|vegetable|alone and)",
            by=listed("end ends ended"),
        ),
        # “You will never walk again”, or “lose your hand”
        _said(
            r"you(?:['’]ll| will| are going to) (?:\w+ly )?"
            rf"(?:never (?:walk|work|use|be able|be pain|lead)|lose (?:your|the) {_BODY})",
            by=listed("never lose"),
        ),
        _said(r"life (?:will|would) never be the same|your life is over", by=listed("life your")),
        _said(r"(?:a )?(?:hopeless|lost) cases?", by=listed("hopeless lost")),
    ),
    "people, and what is hard for them": (
        # “Patients tend to be demanding.”
        _said(
            rf"(?:patients?|clients?|people with (?:CRPS|RSD|pain)) (?:are|is|can be|tend to be) {_ADVERBS}"
            r"(?:demanding|difficult|needy|manipulative|clingy|hysterical|neurotic|dramatic|lazy)",
            by=listed("patient patients client clients people"),
        ),
        _said(r"(?:mentally|emotionally) (?:weak|unstable|fragile)", by=listed("mentally emotionally")),
        _said(r"weak[- ](?:minded|character|people|person|patients?)", by=listed("weak")),
        # “a problem case”
        _said(
            r"(?:wheelchair|mental|psych|problem) cases?|the (?:CRPS|RSD) case",
            by=listed("wheelchair mental psych problem the"),
        ),
        # “Bad patients skip their exercises.”, “a heartsink patient”
        _said(
            r"(?:bad|good|model|poor|problem|difficult|challenging|heartsink|demanding|needy|nightmare|unreliable"
            r"|lazy|hopeless"
            r"|troublesome|ungrateful) (?:patients?|clients?|sufferers?)",
            by=listed(
                """bad good model poor problem difficult challenging heartsink demanding needy nightmare unreliable lazy
                hopeless troublesome ungrateful"""
            ),
        ),
        _said(
            r"frequent (?:flyer|flier|attender)s?|bed[- ]blockers?|time[- ]wasters?|hard work to treat|revolving door",
            by=listed("frequent bed time hard revolving"),
        ),
        # “Weak characters are likelier to get it.”, “the pain-prone personality”
        _said(
            r"(?:weak|feeble|pain-prone|illness-prone|addictive|neurotic|anxious|hysterical|dependent|unstable"
            r"|immature|fragile|difficult"
            r"|nervous|passive|type A) (?:characters?|personalit(?:y|ies)|temperaments?|natures?|minds?|wills?|types?"
            r"|souls?)",
            by=listed(
                "character characters personality personalities temperament temperaments nature natures mind minds will"
                " wills type types soul souls"
            ),
        ),
        # “These people are impossible to please.”
        _said(
            r"(?:people|patients|clients|they|women|men) (?:are|is|can be|will be) (?:(?:often|always|just|simply"
            r"|almost) )*(?:impossible|hard|difficult"
            r"|a pain|tiring|exhausting) to (?:please|deal with|treat|satisfy|handle|help|be around|talk to|like"
            r"|believe)",
            by=listed("impossible hard difficult pain tiring exhausting"),
        ),
        # “He is a CRPS in bed 4.”
        _said(
            r"(?:is|are) (?:an? |our )(?:CRPS|RSD|chronic pain)(?=[.,;]|$| (?:in|of|from|again)\b)", by=listed("is are")
        ),
        _said(r"fate worse than", by=listed("fate")),
        # “People like that will never be satisfied.”
        _said(
            r"(?:people|patients|women|men|types|those|folk|someone) (?:like (?:that|these|them|those)|of (?:that"
            r"|this) (?:sort|kind|type))"
            r" (?:are|is|will|never|always|just|only|want|tend|need|get|do|cannot|can)",
            by=listed("people patients women men types those folk someone"),
        ),
        _said(
            r"(?:is|are|was|were|becomes?|became|be) (?:an? )?(?:\w+ )?(?:heavy load|drain|strain|weight|millstone"
            r"|liability|nuisance"
            r"|dead weight) (?:on|to|for|round)",
            by=listed("load drain strain weight millstone liability nuisance"),
        ),
        # “CRPS cases should be seen soon.”, “We treat 40 cases a year.”
        _said(
            rf"(?:{_ILLNESS}|chronic|our) cases (?:\w+ly )?(?:should|must|need"
            rf"|want|ask"
            r"|come|came|respond\w*|feel|felt|get|got|recover\w*|improv\w*|complain\w*|present\w*|arriv\w*)"
            r"|(?:treat|see|saw|treated|admit|admitted|manage|managed) (?:\d+|many|most|more|such|these"
            r"|hundreds of) cases",
            by=listed("cases"),
        ),
        # “They become a burden to others.”
        _said(
            r"(?:is|are|was|becomes?|became) (?:\w+ )?(?:a )?burdens? (?:on|to|for)",
            by=listed("burden burdens"),
        ),
        _said(r"pill[- ]popp(?:er|ers|ing)", by=listed("pill")),
        _said(r"(?:tragic|cruel|terrible) fate", by=listed("fate")),
        _said(
            r"poor (?:souls?|things?|creatures?)|unfortunate (?:people|souls?|patients?)", by=listed("poor unfortunate")
        ),
        _said(r"(?:our|your|deserves?) pity", by=listed("pity")),
    ),
    "disabled people; people with the illness": (
        # “The disabled can come too.”
        _said(
            rf"the {one_of(_AILING)}(?=\s+{one_of(_VERB_OR_JOINT)}\b|[.,;:!?)]|$)",
            by=listed("disabled handicapped infirm demented insane ill paralysed mentally chronically"),
        ),
    ),
    "people without the condition": (
        # “Normal people feel nothing.”
        _said(r"(?:people|those|anyone|everyone) who (?:is|are) normal", by=listed("normal")),
        _said(r"(?:healthy )?normal (?:people|persons?|adults|children|individuals)", by=listed("normal")),
    ),
    "how it looks and what it can do": (
        # “The hand has become useless”, “a deformed foot”
        _said(
            rf"{_BODY} (?:\w+ )?{one_of(_BECAME)} {_ADVERBS}{one_of(_UGLY)}",
            by=_UGLY,
        ),
        _said(rf"{one_of(_UGLY)} {_BODY}", by=_UGLY),
        _said(rf"disgrace\b[^.?!]*\b(?:looks?|{_BODY})", by=listed("disgrace")),
    ),
}

# A treatment fails; nobody fails one: “people who fail conservative therapy”.
_FAIL = listed("fail~ flunk flunks flunked")
_TREATMENT = listed(
    """therapy therapies treatment treatments medication medications medicine medicines drugs surgery physiotherapy
    rehab rehabilitation drip drips infusion infusions exercises injections"""
)
_NO_ADJECTIVE = listed("to the an a in at with on after and or but of for by this that because")


@lru_cache(maxsize=8)
def blamed(care: tuple[str, ...]) -> Pattern:
    """What finds people who are said to fail a treatment; `care` are a guide's own names of treatments."""
    what = one_of((*_TREATMENT, *care))
    return _said(rf"{one_of(_FAIL)} (?:(?!{one_of(_NO_ADJECTIVE)}\b)[\w-]+ ){{0,3}}?{what}", by=_FAIL)
