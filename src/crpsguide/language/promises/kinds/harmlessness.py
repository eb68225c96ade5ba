"""That it does no harm: safe without limits, no side effects, nothing to lose, natural."""

from crpsguide.language.promises.kind import Kind

_SAY = "the harms seen, with their numbers, and what is not known"
_WHY = "Every treatment can harm, and small studies miss harms."

SAFE = Kind(
    "safe",
    """
    BE/WHOLLY (WHOLLY/now/also)* safe (even/also/both) to/for/in/at/with use/take/have/give/combine/inject/repeat
    BE/WHOLLY (WHOLLY/now/also)* safe (even/also/both) for/in/with EVERYONE/children/adults/you/pregnancy/long-term/all
    BE/WHOLLY (WHOLLY/now/also)* safe (even/also/both) for/in/at/with home/any_*/every_*/pregnant_women/the_long
    WHOLLY safe/safety
    BE/WHOLLY (WHOLLY/now/also)* safe in (the/our/your)* (right/good/skilled/trained/experienced/expert/capable)* hands
    (BE) WHOLLY safe when/if/as_long_as/under/with/provided *
    BE/WHOLLY (WHOLLY/now/also)* safe for ** use/wear/treatment/intake/consumption/application/bathing/life
    safe , (and/yet/but)* (*) effective/painless/gentle/natural/proven/reliable/fast/easy/simple
    effective/painless/gentle/natural/proven/reliable/fast/easy/simple/quick , and/yet (*) safe
    FLAWLESS safety/record/track_record (profile/record)
    ^ safe for/and all/every/everyone/everybody/anyone/children/the_whole/your/*
    safe/safest (*_and) (*) CARE/choice/bet/pair_of_hands
    BE/as/remain~/considered (WHOLLY/now/also)* safe
    safe as houses/water/milk/sugar/tea
    perfectly/well/extremely_well tolerated (by_everyone/by_all)
    """,
    # People, places and things that are safe; safety that is limited, guessed at or compared.
    """
    even #
    # is/are to *
    you/we/I/he/she/they/child/children/baby/people/family/everyone/pet/pets (*) #
    data/information/detail/details/record/records/password/secret/money/payment/payments/site/website (*) #
    home/house/room/floor/bath/kitchen/place/area/stair/stairs/path/road/workplace/ward/space/journey (*) #
    chair/car/equipment/hands/step/steps/aid/aids/feel/feeling/keep/keeps/stay/make (*) #
    must/need_to/needs_to/has_to/have_to #
    you/we/children/people/patients (will/must/should/can/may) #
    generally/relatively/fairly/mostly/usually/probably/likely/reasonably/largely/often (to) (be) #
    may/might/could/should/would/seem/seems/appear/appears/appeared/seemed/thought/believed/look/looks (to) (be) #
    how/as (safe) #
    # by *
    # and_sound/to/for/in/if/when/as_long/with/at/from/here/only/enough/while/provided/after/where/than
    # place/space/distance/home/hands/room/dose/limit/range/side/amount/speed/water/driving/area/website/link
    # height/temperature/touch/movement/position/storage/journey
    # for/in most/many/some/short/small/the_trial/trials/studies/one/a_study/a_trial
    # ... if/when/as_long_as/provided/only/unless/under_supervision/under_close_supervision/except
    if/when/until/unless/once/whether/where ... #
    make/making/made/sure ... #
    trial/study/studies/review/trials/reviews ... was/were #
    """,
    say=_SAY,
    why=_WHY,
)

NO_HARM = Kind(
    "no-harm",
    """
    NO (ANY/UNWANTED)* HARM
    (*) approved/cleared/natural/herbal/licensed/certified/organic (and)* so/therefore/thus/hence ** safe/harmless
    without the slightest/least/smallest/tiniest *
    HARM/TROUBLE is/are not/nothing/never to (be)* fear/feared/dread/dreaded/worry_about/worried_about
    HARM/TROUBLE is/are (simply/just/quite)* zero/nil/none/absent/excluded
    HARM/TROUBLE/ADDICTED/overdose~/relapse~ is/are (simply/just/quite/physically)* impossible/out_of_the_question
    HARM/TROUBLE/ADDICTED/overdose~/relapse~ is/are (simply/just/quite/physically)* not_possible/ruled_out
    it_is/it's (simply/just/quite)* impossible (for_*) to have/get/suffer/come_to (a/any)* (bad/*) (TROUBLE/harm)
    impossible for (the/this/our/a)* CARE/it/you to do WHOM/yourself/anyone (any/lasting)* harm/damage/injury
    impossible for CARE/it/this/you (*) to harm/hurt/make_you_worse/fail/cause/damage/get_worse/be_harmed
    NEVER take/have/use/get too_much
    record is/has_been FLAWLESS/clean/perfect/spotless/second_to_none
    NEVER (do/cause/bring)* (you/any/anyone/the_slightest/the_least/it)* damage/injury/harm
    not one/a_single/a (single) HARM
    not the slightest/least/smallest/faintest HARM
    HARM/risk/harm/worry free
    HARM/ADDICTED/overdose~/relapse~ (simply/just)* NEVER occur/happen/arise/exist/appear/come_up
    HARM are/is non-existent/nonexistent/unheard_of/unknown/impossible/negligible/history/a_thing_of_the_past
    nothing (*) (*) (*) that/which can/could (ever/possibly/really)* harm/hurt/damage you/anyone/anybody/a_child
    harmless |/in/for/to/and/even/at/CARE
    harmless/non-addictive/not_addictive/risk-free/painless when/if ** EXPERTS/nurse~/we/team give~/use~/watch~
    non-toxic/nontoxic/non-addictive/not_addictive/non-habit-forming/not_habit-forming
    NEVER (ever/possibly/simply) hurt~/damage~ you/anyone/EVERYONE/the_body/your_body/your_health/people
    NEVER (ever/possibly/simply) CAUSES (ANY/WHOM/a_single/the_slightest)* TROUBLE/damage/ADDICTED
    so gentle/mild/safe/natural/pure/simple that/it/you/anyone/even
    gentle/mild/safe enough for/to
    what have/do you (got/have) to lose
    nothing to worry_about/fear/lose/be_afraid_of
    NOBODY has/have/ever (ever/yet) SUFFERED (ANY/a/an/the_slightest)* TROUBLE
    NOBODY (has/have/is/was) (ever/yet) (been/become/became/got/gets/grown) harmed/hurt/ADDICTED
    NOBODY needs_to/has_to/need fear/worry/be_afraid
    nothing (that/which) (can/could/will) (ever/possibly)* go_wrong
    nothing dangerous/harmful/risky/toxic/unsafe about/in/to it/this/our/these/CARE
    devoid/void/clear of (all/any) HARM
    all/completely/totally/purely/entirely/100%/wholly natural
    no chemicals/toxins
    none of (the/its/their/those) (*) HARM
    cannot/can't (be) abused/misused/overdose/overdosed
    you/nobody/no_one/people/patients cannot/will_not/will_never/never (ever/possibly/simply)* become/get/be ADDICTED
    impossible to overdose/hurt/harm/get_hooked/become_addicted/have_too_much/take_too_much/go_wrong
    plain_sailing/child's_play/a_walk_in_the_park/a_piece_of_cake/a_breeze
    zero downtime/recovery_time/worries
    as/more harmless/gentle/mild as/than
    no dose is too
    nothing but (*) benefit~/good
    """,
    """
    # (at_all) was/were/occurred/appeared/happened/have_been/has_been/had_been/seen/reported/recorded
    # ... was/were reported/seen/found/recorded
    # ... at/in these/those/low/such/this dose/doses
    # ... for/in most/many/some people/patients
    # to/for (your/the/my) job/work/data/home/money/privacy/place/benefits/staff/visitors
    touch/touching/movement/moving/exercise/water/rest/walking ... #
    # is to *
    # in asking/waiting/saying
    # free (*) way/path/choice/option/treatment/medicine/operation
    # if/when/unless/while/to_ask/you_to_ask/to_try/to_wait/to_bring/to_say/to_talk
    feel/feeling/feelings/anger/fear/grief/worry/tears/crying/sadness ... #
    # number/numbers/figure/figures/data
    # ... late/early/form/forms/paper/papers/notes/parking/forget/shy
    late/lateness/early/form/forms/paper/papers/notes/dress/parking/bring/forget/forgot ... #
    lift/book/wear/tidy/shy ... #
    trial/study/studies/review/reviews/trials/researchers/authors/participants/group/groups ... #
    some/many/most/a_few/few/half/NUMBER/several (of) (the) people/patients/them/children/adults ... HAVE ... #
    if/when/once/unless/until/whether/where ... #
    usually/mostly/often/generally/probably/normally/found/saw/reported/showed/recorded (*) #
    take/taking/run/running/birth/delivery/pregnancy #
    pain/hurt/hurting/it (always) mean~ #
    nothing is #
    help/made_sure/sure/so ... (it/you/they/touch/move/movement) # your_skin/the_skin/to_move/when
    """,
    say=_SAY,
    why=_WHY,
    denies=True,
)

BELITTLED = Kind(
    "belittled",
    """
    HARM is/are nothing to write_home_about/lose_sleep_over/get_upset_about/make_a_fuss_about
    BODY/bladder/liver/kidneys/heart/stomach/memory will (be/stay)* (just/perfectly/quite)* fine/unharmed/untouched |
    BODY/bladder/liver/kidneys/heart/stomach can (easily)* take/handle/cope_with/stand (far/much/a_lot)* more
    HARM/feeling_* is/are (just/all/only)* part of the fun/ride/experience/adventure/charm/magic
    LITTLE ** is all/the_most/the_worst (that) you (will/may/might/can/would/ever)* SENSE
    no riskier/worse than a/an/the/having/taking/drinking
    """,
    """
    most/some/many/few/several/such (of) (the/these/its) (*) #
    if/when/whether/unless/until ... #
    trial/study/studies/review/reviews/trials/group/groups/they/experts ... judge~/find~/found/thought/said ... #
    # (than) (a) dummy/placebo/sham/salt
    # dummy/placebo/sham/salt
    # in this/that/one/the trial/study/review
    """,
    say=_SAY,
    why=_WHY,
    denies=True,
)
