"""What a text is about, as far as general English tells: health, effects, amounts, feelings, praise."""

from crpsguide.language.patterns import Pattern

NOUNS_OF_HEALTH = r"""
pains? painful pain-free symptoms? ill illness(?:es)? disease[sd]? conditions? treatments? therap(?:y|ies)
therapists? medicines? medications? drugs? doses? tablets? capsules? pills? injections? surgery
operations? side_effects? swelling swollen swell(?:s|ed)? nausea vomiting fits? seizures? bleeding infections?
blood hearts? livers? kidneys? bladders? bones? muscles? joints? brains? skin limbs? an(?:a)?esthetic\w*
veins? arter(?:y|ies) tendons? ligaments? cartilage marrow glands? enzymes? antibod(?:y|ies) thyroid pelvis groin
tongues? throats? lips? eyelids? gums? tooth teeth ribs? chest elbows? thumbs? heels? thighs? shins? urine
hallucinat\w+ receptors? pressure fluids? stiff(?:ness)? sleepiness mood relief recover(?:y|s|ed)?
heal(?:s|ed|ing)? cures? cured curing remission relapses? flares? flare-ups? diagnos\w+ patients? trials?
stud(?:y|ies) evidence research\w* reviews? guidelines? licen[cs]e[sd]? approv\w+ risks? harm\w* safe\w* unsafe
effective\w* ineffective benefits? beneficial complications? dangerous dangers? withdrawal overdoses? addict\w+
dependen(?:ce|t) damage[sd]? injur\w+ weak(?:ness|ens?|er) numb(?:ness)? tremors? dizz\w+ drows\w+ fatigue
inflam\w+ scars? wounds? fractures? circulation tissues? cells? vessels? breathing healthy immune hormones?
hands? foot feet arms? legs? fingers? toes? wrists? ankles? knees? shoulders? nails? hips? hair spine
painkillers? virus(?:es)? vaccin\w+ prosthes[ie]s stomach gut bowels? lungs? jaw exercises?
outlook prognosis onset depression anxiety memory toxic\w* poison\w* allerg\w+ rash(?:es)? constipation clots?
stroke cancer fever temperature tension stamina fitness tolerance sedati\w+ physiotherapy massage
spasms? nightmares? vertigo hives palpitations? breathless\w* hoarse\w* wooz\w+ h(?:a)?ematomas?
headaches? migraines? fevers diarrh(?:o)?ea itch(?:es|ed|y|ing|iness)? bruis(?:e[sd]?|ing) cramps? cramping
tingl(?:es|ed|ing) throb\w* blisters? ulcers? soreness tenderness heaviness prickling giddy giddiness queasy
queasiness tinnitus twitch\w* jaundice hypersensitiv\w+ insomnia appetite lymph (?:o)?edema contractures?
atrophy dystonia arthritis osteoporosis gout diabetes asthma thrombos[ie]s embolism pneumonia sepsis eczema
antibiotics? ointments? electrodes? implants? calcium zinc capsaicin botox
put(?:s|ting)?_on_(?:weight|pounds|kilos?|a_few_(?:pounds|kilos)) throw(?:s|ing)?_up (?:come|break)s?_out_in
off_(?:your|their)_food
hypnosis psychotherapy biofeedback
pregnan\w+ breastfeeding menopause libido
"""

VERBS_OF_EFFECT = r"""
help(?:s|ed)? eas(?:e[sd]?|ing) reliev(?:e[sd]?|ing) alleviat\w+ reduc(?:e[sd]?|ing) lower(?:s|ed|ing)?
improv\w+ increas\w+ rais(?:e[sd]?|ing) worsen\w* aggravat\w+ exacerbat\w+ caus(?:e[sd]?|ing) leads?_to led_to
trigger\w* prevent\w* protect\w* harm(?:s|ed|ing)? damag\w+ heal(?:s|ed|ing)? cur(?:e[sd]?|ing) works? worked
affect(?:s|ed)? slow(?:s|ed)? speed(?:s|ed)? restor\w+ revers(?:e[sd]?|ing|al) strengthen\w* weaken\w* boost\w*
calm(?:s|ed)? sooth\w+ quiet(?:s|ed|en\w*) dampen\w* dull(?:s|ed) mut(?:es|ed) subdu\w+ relax(?:es|ed)
repair\w* regenerat\w+ rebuild\w* rewir\w+ resets? stimulat\w+ suppress\w* block(?:s|ed)
releas(?:es|ed) shorten\w* prolong\w* delay(?:s|ed) stiffen\w* kill\w* poison\w* eliminat\w+ normalis\w+
normaliz\w+ recover\w* (?:gets?|got|puts?|brings?|brought)_(?:you|people|patients|them|us)_back relaps\w+
flar(?:e[sd]?|ing) spreads? shrink\w* swells? hurts? irritat\w+
makes?_(?:\w+_){1,3}(?:worse|better|easier|stronger|weaker|stiff\w*|bearable|warm\w*|less|more) wears?_off
"""

AMOUNTS = r"""
\d+(?:[.,]\d+)?\s?% per_?cent percentage_points?
(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)_(?:in|out_of|of)_(?:every_|each_)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a_hundred)
(?:cases?|people|persons?|patients?|adults?|wom[ae]n|m[ae]n|child(?:ren)?|users?|times)_(?:in_(?:every_)?(?:\d+|two|three|four|five|six|eight|ten|twelve|twenty|fifty)|out_of_(?:every_)?\w+)
most_(?:people|patients|adults|women|men|children|users|cases|of_them|of_those|participants)
(?:so_|how_)?many_(?:people|patients|adults|women|men|children|users|sufferers)
(?:so_|how_)?many_(?:of_them|of_those|participants|studies|others)
(?:half|a_third|a_quarter|two_thirds|three_quarters|the_majority|a_minority|thousands|hundreds|millions)_of
(?:twice|three_times|\w+_times)_as
by_(?:a|one|two|almost_a|nearly_a|about_a)_(?:thirds?|half|quarter|fifth|tenth) by_half more_(?:often|likely)
less_(?:often|likely) fewer_than (?:over|under)-?represented disproportionately
every_(?:second|third|fourth|fifth|sixth|tenth)_(?!(?:\w+day|week|month|year|hour|minute|evening|morning|night|time|visit|step|page|line|word|row|number|stop)s?\b)\w+
(?:is|are|remains?)_(?:still_)?(?:the_exception|an_exception|the_norm|nothing_unusual(?!_to))
(?:several|a_few|many|some)_(?:hundred|thousand|million)_(?:people|patients|adults|women|men|children|families)
"""

COMPARISONS = r"""
better worse safer faster quicker stronger milder sooner (?:more|less)_(?:effective|helpful|useful)
as_(?:good|bad|effective|safe|useful|helpful|much_good)_as than superior inferior lasting long-lasting dramatic\w*
significant\w* on_(?:a_)par_with outperform\w* no_match_for
"""

PRAISE = r"""
best leading safest finest top
most_(?:effective|experienced|advanced|trusted|successful|modern|powerful|innovative) unique unrivalled
unmatched unparalleled world-class world-leading renowned first-class number_one
only_(?:\w+_){0,2}(?:that|which|who|clinic|centre|center|one|treatment) gold_standard proven guaranteed?
guarantees? miracles? miraculous breakthroughs? revolutionary life-changing game_changer game-changing wonder
cutting-edge state-of-the-art excellent outstanding amazing remarkable success_rates? successful\w* pain-free
pain_free trusted_by harmless risk-free perfectly permanent\w* instant\w* natural_remedy magic
"""

EMOTIONS = r"""
let_down left_out ignored dismissed judged betrayed jealous\w* bitter
afraid alone angry anger anxious ashamed shame blame\w* brave\w* courage\w* cry crying tears deserve[sd]?
difficult disappoint\w+ enough exhausting exhausted fault fear(?:s|ful)? feelings? frighten\w+ frustrat\w+
griev\w+ grief guilt\w* hard harder hardest heartbreaking helpless hope\w* hopeless imagin(?:e|ing|ation|ary) lonely
loneliness lost matters? okay ok ok, all_right alright overwhelm\w+ proud real scared scary scare sad sadness
sorry strength strong tough tired tiring unfair fair upset\w* weakness worr(?:y|ied|ies|ying) wrong believe[sd]?
believing listen\w* understand\w* understood misunderstood patience right_to welcome a_lot_to long_way
in_your_head invisible dignity kindness kind gentle failure failing failed giving_up give_up natural normal
heard valid courageous cop(?:e|es|ed|ing) dark stressful unsettling confusing daunting isolating isolated
embarrass\w+ foolish silly crazy unbearable bad_days? not_your unkind cruel doubted desperate despair nervous
trust respect\w* respected comfort safe_with strange lonely shock\w* relieved expected heavy draining drained
setbacks? valued care_about carry thank your_own a_lot no_shame no_hurry no_rush one_step small_steps
"""

# What may still be told of health, care or law where none of these words stands: by the senses, by what people can
# do, by how often and since when, by tests and papers, by rights and duties.
SENSES_AND_LIFE = r"""
feel\w* felt sens\w+ burn\w* sting\w* prick\w* needles? cold\w* hot warm\w* heat\w* chill\w* frost\w* sweat\w*
goosebumps trembl\w+ shak\w+ jerk\w* cramps? itch\w* tingl\w+ shocks? stab\w+ throb\w* ach\w+ headaches? bruis\w+
sore\w* tender\w* blister\w* sleep\w* slept awake wak(?:e[sn]?|ing) dream\w* tired\w* weary exhaust\w+ sick\w*
dizz\w* faint\w* balance appetite stomach gut mind focus concentrat\w+ vision blurred sight hearing taste smell
touch\w* sheets? double walk(?:s|ed|ing)? stairs wheelchair sticks? crutches danc\w+ grip\w* fist hold(?:s|ing)? cup pen
able unable impossible wheel move[sd]? moving movements? rest(?:s|ed|ing)? still stillness born birth bab(?:y|ies)
child pregnan\w+ die[sd]? dying death deadly fatal catch\w* spread\w* smok\w+ alcohol food diet\w* weight sugar
vitamins? stress\w* weather winter summer\w*_heat sun personality genes? genetic animals? rats? mice falls? fell
broken? breaks? redness red pale\w* effects? (?<!at\s)lasts? accidents? sprain\w* frostbite lif(?:e|ting)
live[sd]? wears_off skin bod(?:y|ies) nerv\w+ brains? bones?
"""
FREQUENCY_AND_TIME = r"""
rare\w* common\w* often seldom usual\w* tend[s]? typical\w* frequent\w* aged? older younger years_old months? weeks?
within minutes hours seconds twice times fewer more less most many half (?<!the\s)thirds? quarter hardly sometimes
always never others first_(?:six|few) soon early late later onset stages? phases? types? forms? rise[sn]? cases? peak\w*
"""
TESTS_AND_PAPERS = r"""
signs results? criteri\w+ groups? differen\w+ scan\w* x-rays? ultrasound imaging test\w* exam\w* scor\w+
scales? measur\w+

compar(?:e[sd]?|ing|isons?) family_history plays?_(?:a|no|some|only|little)_(?:\w+_){0,2}(?:part|role)
findings? scarce sparse bias\w* follow-ups? cohorts? placebo\w* literature unpublished inconclusive myster(?:y|ies)
authors? centres? maker\w* data paper\w* reviewers? experts? specialists?
surgeons? scientists? single
proof prov(?:e[sdn]?|ing) known unknown doubt\w* blam\w+ explain\w* reason\w* sure certain
"""
PEOPLE_AND_DUTIES = r"""
people men women girls? boys? children toddlers teenagers adults athletes smokers drivers? driving doctors
prescrib\w+ pharmac\w+ hospitals clinics? employers? employees? insur\w+ authorit\w+ agenc\w+ regulat\w+ courts?
laws? legal\w* obliged entitle\w* permit\w* constitution claims? claimants? rights? countr\w+ governments? ministry
state off[ -]label compensation clients? workers? methods? programmes? courses? sessions? implants? pumps? braces?
casts? plasters? splints? masks? bandages? sprays? patch(?:es)? creams? gels? drops oils? lasers? magnet\w*
electr\w+ batter(?:y|ies) catheters? cannulas? stitches sutures? pulses? currents? signals? channels? waves? water
pools? devices?
brings?_(?:it|this|that)_on brought_(?:it|this|that)_on linger\w* unpleasant pass(?:es)?_(?:quickly|soon|within)
leads_(?:can|may|might|could|move|slip|migrate|break|fail) sets?_off trigger\w* act(?:s|ed)? settle[sd]?
decides? comes?_back goes?_away bad_(?:days?|nights?) respond\w* enough success\w* fail\w* strength
"""


# Those of them that any talk between people holds, whatever it is about.
AMONG_PEOPLE = frozenset(
    """people children child others many most half first never always sometimes often once twice week still known
    unknown reason reasons sure certain doubt doubted blame blamed explain explained life live lived rest hold single
    early late later soon times men women""".split()
) | {"bad day", "bad days"}


def pattern_of(words: str) -> Pattern:
    """A pattern that finds any of the words, which are divided by blanks; `_` is a blank or a hyphen."""
    return Pattern(r"\b(?:" + "|".join(one.replace("_", "[ -]") for one in words.split()) + r")(?!\w)")


HEALTH = pattern_of(NOUNS_OF_HEALTH)
EFFECT = pattern_of(VERBS_OF_EFFECT)
AMOUNT = pattern_of(AMOUNTS)
COMPARISON = pattern_of(COMPARISONS)
PRAISED = pattern_of(PRAISE)
EMOTION = pattern_of(EMOTIONS)
NEAR_HEALTH = pattern_of(SENSES_AND_LIFE + FREQUENCY_AND_TIME + TESTS_AND_PAPERS + PEOPLE_AND_DUTIES)


def words_of(text: str, *subjects: Pattern) -> frozenset[str]:
    """The words of some subjects that stand in a text, in small letters.

    >>> sorted(words_of("Pills ease pain.", HEALTH, EFFECT))
    ['ease', 'pain', 'pills']
    """
    return frozenset(one[0].lower() for subject in subjects for one in subject.finditer(text))
