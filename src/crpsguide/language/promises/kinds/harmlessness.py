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
    as * as it_is effective/safe/powerful/gentle
    ^ safe for/and all/every/everyone/everybody/anyone/children/the_whole/your/*
    HARM/safety/harmlessness is/are beyond/out_of/without question/doubt/dispute
    safety is not/never in_question/an_issue/a_concern/in_doubt/a_problem
    NEVER/never hurt/harmed/damaged/injured/killed (a/any/single)* fly/soul/anybody/anyone/person
    rest assured , (that) our/your/the/you/it/this/nothing
    (your/the)* liver/bladder/kidney~/heart/health is/are/stay~/remain~ (fully/well/always)* protected/unharmed
    safe (and_*) choice/option/bet/solution/alternative |/for/in/to/if/when
    safe/safest (*_and) (*) CARE/choice/bet/pair_of_hands
    BE/as/remain~/considered (WHOLLY/now/also)* safe
    safe as houses/water/milk/sugar/tea
    gentle/kind on/to (the/your) body/system/stomach/liver/heart
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
    NEVER do yourself/anyone/anybody/you (any) harm/damage/injury
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
    is/are painless/gentle_and_*
    NEVER (ever/possibly/simply) (do/you/any/the_body/the_slightest/the_least/your_*)* harm~
    NEVER (ever/possibly/simply) hurt~/damage~ you/anyone/EVERYONE/the_body/your_body/your_health/people
    NEVER (ever/possibly/simply) CAUSES (ANY/WHOM/a_single/the_slightest)* TROUBLE/damage/ADDICTED
    do~/will/can (you) (absolutely) no harm
    so gentle/mild/safe/natural/pure/simple that/it/you/anyone/even
    gentle/mild/safe enough for/to
    even babies/newborns/children/pregnant_*/toddlers/the_elderly (*) can/may (safely) have/use/take/enjoy/join
    what have/do you (got/have) to lose
    without/with_no (the/a/any)* (slightest/least/smallest) HARM
    no/never_any need/reason/cause to worry/fear/be_afraid/be_worried/be_concerned
    nothing to worry_about/fear/lose/be_afraid_of
    NOBODY has/have/ever (ever/yet) SUFFERED (ANY/a/an/the_slightest)* TROUBLE
    NOBODY (has/have/is/was) (ever/yet) (been/become/became/got/gets/grown) harmed/hurt/ADDICTED
    NEVER/do~/did/will no/NEVER/not_any/not_the_slightest (*) damage/harm/injury to */anyone/you
    do~/did/will (*) no (*) damage/harm/injury to */anyone/you
    NOBODY needs_to/has_to/need fear/worry/be_afraid
    nothing (that/which) (can/could/will) (ever/possibly)* go_wrong
    you cannot/can't (possibly) lose |/with/by
    nothing dangerous/harmful/risky/toxic/unsafe about/in/to it/this/our/these/CARE
    can/will only help/get_better/do_good/do_you_good/benefit/improve/win/gain
    do~/did/will not have/cause/bring/carry/pose (ANY/a_single)* HARM
    devoid/void/clear of (all/any) HARM
    without a_single/one_single/one/any failure/complication/problem
    don't/do_not/need_not/needn't (need_to) worry about HARM/safety/the_HARM/the_dose
    because/since/as it_is/it's/they_are/this_is (*) natural
    all/completely/totally/purely/entirely/100%/wholly natural
    natural , and/so/therefore (*) (*) safe/harmless/gentle
    no chemicals/toxins
    nature's (own) (*) CARE
    could/would/can give it to a/your baby/child/grandmother/mother/toddler/newborn
    no way/chance (that) (this/it/CARE)* can/could/will hurt/harm/damage
    nothing could/can be (*) gentler/milder/kinder/safer (on/for)
    PERSON/users/people (*) stay/remain/are perfectly/completely/totally/fully healthy/unharmed/well
    none of (the/its/their/those) (*) HARM
    cannot/can't (be) abused/misused/overdose/overdosed
    you/nobody/no_one/people/patients cannot/will_not/will_never/never (ever/possibly/simply)* become/get/be ADDICTED
    impossible to overdose/hurt/harm/get_hooked/become_addicted/have_too_much/take_too_much/go_wrong
    you_won't/you_will_not/you_do_not/you_don't/never (even) feel a_thing/anything/the_needle
    you_won't/you_will_not/you_do_not/you_don't (even) notice/feel a_thing/anything/it/the_needle/the_treatment |
    plain_sailing/child's_play/a_walk_in_the_park/a_piece_of_cake/a_breeze
    no downside~/drawback~/strings/catch
    zero downtime/recovery_time/worries
    as/more harmless/gentle/mild as/than
    no dose is too
    all (the) (*) benefit~ (and/with) none/no of/risk~/HARM
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
    HARM is/are (all/only/always/just/so/very/quite/purely/merely/at_most)* SLIGHT
    HARM is/are nothing to write_home_about/lose_sleep_over/get_upset_about/make_a_fuss_about
    BODY/bladder/liver/kidneys/heart/stomach/memory will (be/stay)* (just/perfectly/quite)* fine/unharmed/untouched |
    BODY/bladder/liver/kidneys/heart/stomach can (easily)* take/handle/cope_with/stand (far/much/a_lot)* more
    HARM/feeling_* is/are (just/all/only)* part of the fun/ride/experience/adventure/charm/magic
    HARM ** soon/quickly/easily/simply forgotten/gone/managed/treated/handled/controlled/fixed/solved/sorted/dealt_with
    HARM (soon/quickly/simply/always/all)* pass~/vanish~/disappear~/fade~/settle~ by_themselves/on_their_own/at_once
    HARM (soon/quickly/simply/always/all)* soon/quickly/simply/always pass~/vanish~/disappear~/fade~/settle~/go~
    PAY_NO_HEED let (the/a/any/all/those/these/this)* (*) HARM/SCARE ** put/scare/frighten/stop/deter/alarm/keep
    HARM (have/has/are/is/were) (been/only/just/all/largely/greatly/wildly)* OVERBLOWN
    HARM (only/just/largely/mainly/merely)* exist~ (only/just) on_paper/in_theory/in_books/in_the_leaflet/in_the_mind
    HARM , (but/yet)* (so/and)* who_cares/so_what/never_mind/what_of_it/big_deal/who_minds
    but/so/and who_cares/so_what/never_mind when/if/as_long_as/once
    HARM ... but who_cares/so_what/never_mind/it_is_worth_it/that_is_all/nobody_minds/nobody_cares/who_minds
    LITTLE ** is all/the_most/the_worst (that) you (will/may/might/can/would/ever)* SENSE
    (all/the_most) (that) you (will/may/might/can/would/ever)* SENSE is LITTLE
    hardly/barely/scarcely/not worth (even/a)* mention/mentioning/talking_about/worrying_about/a_thought
    the only thing (that) (can/could/may/might/will)* SENSE |
    a_bargain/a_trifle/child's_play/peanuts compared (with/to)
    ignore/forget/skip/disregard/overlook (the/a/any/all/those/these/this)* (*) HARM/SCARE
    the worst (thing) (that) (you/people/anyone)* (can/may/might/could/will/would/ever)* SENSE is/are
    no/hardly/scarcely more dangerous/harmful/risky/addictive/toxic than
    no riskier/worse than a/an/the/having/taking/drinking
    nothing/little/small/tiny compared with/to (the/your/its/all)* (*) GAIN/benefit~/good
    benefit~/GAIN/good (far/clearly/greatly/always/easily/vastly)* outweigh~ (the/any/all/its)* (*) HARM
    well/always/absolutely/definitely worth the/a/any (*) HARM
    only happen~/occur~/come~/appear~/concern~/affect~/hit~/strike~ (to/in/with/among)* (*) MISUSERS
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
