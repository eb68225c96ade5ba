"""How far an outcome reaches, and who speaks: for ever, at once, in every case; “our patients”.

Such words promise nothing alone (“always wash your hands”): the sentence holds an outcome that is good for a reader.
"""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.certainty import NO_ONE

# What limits an outcome to some, to a chance, to a study that counted, or to a wish.
LIMITED = """
    may/might/could/perhaps/possibly/probably/rarely/seldom/hardly/sometimes/often/usually/should/would ... #
    some/few/a_few/many/most/half/fewer/several of/people/patients/children/adults/women/men/participants/who ... #
    trial/study/studies/trials/review/reviews ... #
    NUMBER #
    NUMBER of/in/out_of/people/patients/person/participants/adults/children/trials/studies ... #
    # (*) (*) NUMBER of/out_of/in/people/patients
    # ... NUMBER more/fewer/less
    # in some/a_few/most/many/several/half/the_trial/the_study/one_trial/one_study
    learn/learning/goal/aim/try/trying/want/wish/hope/worry/afraid/dream ... #
    doctor/ambulance/emergency/hospital/nurse ... #
    # ... ambulance/emergency
    must/do_not/don't/did_not/does_not (*) #
    we/I/they/she/he did/was/were/had ... #
    let/has_to/have_to/needs_to ... #
    # and bad
    # ... no_win
"""

# What the promise is made of: an outcome that is good for the reader.
GOOD = """
    GAIN
    SOOTHES/DESTROYS/HEALS/ENDS (*) (*) (*) ILLNESS/BODY/you/them/people/patients/sufferers
    ILLNESS ** GOES/BEATEN/off
    ILLNESS ** over |
    no/without/free_of/free_from/out_of/minus/zero (ANY)* (*) ILLNESS
    pain free
    painless
    leave~/left/put~/lock~ (ANY)* (*) ILLNESS (*) (*) behind/away
    throw~/threw/toss~/bin/binned (*) (*) AIDS
    HEALS (ANY)* (*) FUNCTION
    wipe~/erase~/clear~/remove~ (*) (*) (*) ILLNESS
    put~/set~ (*) (*) (*) right
    turn~ it/them/things/ILLNESS round/around
    undo~/undoes/undid/reverse~ (*) (*) (*) ILLNESS
    never (have_to/need_to/will)* feel/face/suffer/know/fear (that/this/such)* (*) (*) ILLNESS
    get~/lift~/free~/bring~ WHOM out_of/off/from (*) (*) AIDS/wheelchair
    go~_home/went_home/leave~_us/left_us well/smiling/free/cured/happy/healed
    ILLNESS/hell ended/over/finished
    say~/said no/goodbye/farewell to (ANY)* (*) ILLNESS
    BODY ** right
    fix~/settle~/calm~/solve~ it/them/that
    gone
    BETTER
    effect~
    BODY ** grow~_back/regrow~/heal~/recover~/calm/quiet/at_ease
    CARE/it/this/method ** WORKS/DESTROYS/ENDS/HEALS
    help~/deliver~/effective |/from/for/in/on/against/at/and/every_time/every_*_time
"""

EXTENT = Kind(
    "extent",
    """
    WITHOUT_END
    AT_ONCE
    never come~_back/return~/relapse~/recur~/fade~/wear~_off
    do/does/will/can not/never (ever)* come_back/return/relapse/recur/fade/wear_off |
    every (single/last) time
    in/for/with every/each (and_every/single)* (*) case/PERSON/instance/patient
    in/for/with all cases/our_PERSON
    without fail/exception
    always |
    no_matter/regardless_of/whatever/it_does_not_matter/it_doesn't_matter (*) (*) (*) (*)
    young and old
    however (*) bad/severe/long/old/stubborn/strong/deep
    in_full
    every/each last/single PERSON/BODY/CARE
    not a/one (single)* PERSON/BODY
    all (of)* the damage/harm
    effect/relief/recovery/change/cure is total/complete/absolute
    here to stay
    whatever it takes
    never ** (that) ** again
    in one/a_single/a morning/afternoon/day/visit/night/TIME
    down_to the last/very_last/smallest *
    to_the_last *
    in (just/only/mere)* minutes/hours/days
    for_sure/no_question/inevitably/unfailingly/invariably
    sure/bound/certain to BETTER/EASE
    as if by magic
    by magic
    """,
    LIMITED
    + """
    whatever/regardless/no_matter ... you/they/we/your decide~/choose~/need~/feel~/want~/happens #
    # you/they/we decide~/choose~/need~/feel~/want~
    # happens/you_do/you_say/it_takes
    effect~ ** fade~/pass~/wear~_off (*) #
    not/no/n't/never ... #
    some/help/call/ring/phone/tell/seek/get/stop/ask/go/come/see ... #
    door/lift/printer/phone/heating/boiler/bus/site/link/button/form/bell/app/key ... #
    unable/benefit~/pension~/allowance/insurance ... #
    """,
    of=GOOD,
    why=NO_ONE,
    denies=True,
)

SELLER = Kind(
    "seller",
    """
    our CARE/PERSON/SELF/clients/guests/way/work/own/latest/new/magnets/hands
    our */*_* CARE/PERSON/SELF
    we/it/this/CARE finally/at_last
    finally/at_last |/,/CARE/relief/help/something/a/an/the/science/there
    """,
    LIMITED
    + """
    # aim/aims/goal/goals/hope/hopes/wish/task/experience/guide/pages
    not/no/never/n't ... #
    with/of/to/for/by/from/at/in/and/join/meet/call/ask/see # ... ask/call/write/tell/meet/explain/talk/note/check
    """,
    of=GOOD,
    why=NO_ONE,
)
