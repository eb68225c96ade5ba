"""Which words are verbs: enough of English to tell an order from a claim, without a tagger's dictionary."""

from functools import cache

from crpsguide.language.patterns import AS_TYPED, Pattern

AUXILIARIES = frozenset(
    """am is are was were be been being isn't aren't wasn't weren't 's 're 'm has have had hasn't haven't hadn't
    do does did don't doesn't didn't""".split()
)
MODALS = frozenset(
    """can could may might must shall should will would cannot can't couldn't mightn't mustn't shouldn't won't
    wouldn't ought need needn't 'll 'd""".split()
) - {"need"}

# Verbs that open an order and are hardly ever the head of a subject (“Ask your doctor”).
BASES = frozenset(
    """accept add adjust admit adopt agree aim allow announce apply apologise arrange arrive ask assume attend
    avoid be bear become begin believe bend beware breathe bring browse build buy calculate cancel carry
    catch celebrate check choose clean clench click climb close collect come compare complete confirm consider
    continue cook cool cover create decide decline define delete describe discover document discuss
    divide do download draw dress dry eat encourage enjoy enter ensure examine expect explain explore expose
    fasten fetch fill find finish fit flex fold follow forget get give go grip hang have hear hesitate
    hold ignore imagine include inform insist inspect introduce invite join keep kneel know learn leave lean let lie
    lift listen live loosen lower make mention meet mind miss notice obtain offer omit open order organise
    owe pack pause pay persuade pick point pour practise prefer prepare press pretend prevent print
    promise protect prove provide pull push put quit quote raise reach read realise recall receive recognise
    recommend reduce refer refuse regain reject relax rely remain remember remind remove renew repeat replace reply
    rely respect respond reward roll rub say see seek select send serve set share show shut sign sit skip
    slide soak speak spend split spread squeeze stand stay strap stretch subscribe suggest swallow swap
    switch take talk tap teach tell tense thank think tick tie tighten touch treat trust try tuck turn
    undress understand unfold untie use verify visit wait wake warm warn wash wear weigh whisper wiggle wipe
    withdraw wriggle write
    administer assess elevate evaluate instruct monitor schedule
    bung chuck cuddle grab holler jot nip perch plonk poke pop scribble shove skim sling stash stroll
    wander yell""".split()
)

# Words that are verbs and nouns alike: at the start they may be a subject (“Rest weakens the bones”).
DOUBLE = frozenset(
    """access address aim alarm answer appeal balance bathe battle blame block book break brush bandage balance
    call care challenge change comfort comment contact control copy cost count cough cut damage dance
    design diet display doubt dose dream drink drive ease effort email end escape exercise experience eye
    face fall favour fear feel fight file film fix flag focus force gain guard guess guide hand harm head
    heat help highlight hope hurt ice increase influence insert interest label lay lead level light
    limit line link list lock look love map mark massage match matter measure move name need note nod number
    object offer order pace park pass pat pay phone pin place plan plant play plug point practice praise
    press pressure question race rate reach reason record regret report request rest result return
    reveal review ride rinse risk rotate rule run sample save scan schedule score scratch search sense shake
    shape share shave shift shop shout show shower sleep smile smoke smell sort sound stage stamp start step
    spread stick stop store stress struggle study support surprise swim swing talk taste test text thought time tip
    touch track train travel treat trial trouble try turn twist update use value vary visit voice vote wake
    walk want warm wash waste watch water welcome wish wonder work worry wrap drop mix trace bite chew suck
    spit stir scroll type stroke browse head text ring dial ticket weigh slow speed squat swing reward rock position
    soften hum sing""".split()
)

IRREGULAR = frozenset(
    """arose ate beat became began bent bled blew bore bought bound bred broke brought built burnt burst came
    caught chose clung cost crept cut dealt drank drew dreamt drove dug fed fell felt fled flew forbade
    forgave forgot fought found froze gave got grew ground had heard held hid hit hung hurt kept knelt knew
    laid lay learnt led left lent let lit lost made meant met overcame paid put quit ran rang read rid rode
    rose said sang sank sat saw sent set sewed shook shone shot showed shrank shut slept slid sold sought
    spat sped spelt spent spilt split spoke spread sprang stank stole stood struck stuck stung swam swept
    swelled swore swung taught thought threw told took tore understood underwent went withdrew woke won wore
    wound wrote""".split()
)

# Verbs of statements, beyond those above, whose forms with -s and -ed tell a clause.
_STATING = frozenset(
    """ache act affect aggravate agree alleviate alter amount appear approve argue arise assess attack base benefit
    bind bleed boost bring burn calm cause cease claim class clear close combine complain concern conclude
    conduct confirm connect contain contribute cope correct correlate cure damp deal decrease define
    demonstrate depend deprive deserve deteriorate determine develop die differ diminish disagree disappear
    disturb divide dominate double emerge enable enhance establish estimate evaluate exacerbate exceed exist
    extend fade fail feature fire flare fluctuate follow function gather grow happen harden heal hinder hold
    identify impair improve indicate induce infect inflame inherit inhibit injure interact interfere
    interrupt investigate involve irritate kill lack last lessen lie link loosen lose maintain mean mimic
    move narrow normalise observe occur originate outweigh outlast persist play poison precede predict
    prescribe present preserve produce progress prolong promote publish qualify ranges react reappear
    beat cloud blur taste smell hamper
    dull ebb feed itch melt retrain sharpen rob wind numb quieten soften sting upset
    rebuild recede recover recruit recur refer reflect regrow regulate relapse relate release relieve remit
    repair represent require resemble reset resist resolve respond restore restrict retain reverse rewire
    rise root sedate seem settle shorten shrink slow soothe speed spread stem stiffen stimulate store
    strengthen subside suffer suggest suppress surround survive swell sweat target tend thin thicken think
    thrive tighten tolerate tremble trigger triple undergo use vanish vary vomit wane weaken wear widen
    worsen yield lie supply regulate govern halve licence license forbid permit ban cover reimburse fund belong
    drain circulate lead stay remain found treat own describe explain start live feel sign run open close
    creep drag nag rile gnaw sap blunt soar steal fog muddle drift crawl seep freeze seize shrivel fuel stoke rouse
    grind linger cling hide bounce kick""".split()
)


@cache
def is_inflected(word: str) -> bool:
    """Whether a lower-case word is a known verb with an ending (`eases`, `eased`, `fell`)."""
    return word in IRREGULAR or any(stem in BASES or stem in DOUBLE or stem in _STATING for stem in _stems(word))


@cache
def is_finite(word: str) -> bool:
    """Whether a lower-case word can carry a clause: an auxiliary, a modal, or a verb with an ending."""
    return word in AUXILIARIES or word in MODALS or is_inflected(word)


@cache
def is_plural_verb(word: str) -> bool:
    """Whether a lower-case word can carry a clause with a subject in the plural (`drugs ease`)."""
    return word in BASES or word in DOUBLE or word in _STATING


_ENDINGS = (
    (Pattern(r"ies$", AS_TYPED), "y"),
    (Pattern(r"ied$", AS_TYPED), "y"),
    (Pattern(r"es$", AS_TYPED), ""),
    (Pattern(r"s$", AS_TYPED), ""),
    (Pattern(r"([bdgklmnprt])\1ed$", AS_TYPED), r"\1"),
    (Pattern(r"ed$", AS_TYPED), "e"),
    (Pattern(r"ed$", AS_TYPED), ""),
)


def _stems(word: str) -> tuple[str, ...]:
    if word.endswith(("ss", "us", "is")):
        return ()
    return tuple(ending.sub(instead, word) for ending, instead in _ENDINGS if ending.search(word))
