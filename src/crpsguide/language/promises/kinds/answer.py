"""That the answer is here: what nobody else could do, what never fails, what every reader must have."""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.certainty import NO_ONE
from crpsguide.language.promises.kinds.extent import LIMITED

ANSWER = Kind(
    "answer",
    """
    will not/never need (a/any/another/further)* second/another/further/more/repeat/CARE (CARE)
    what (*) (*) (*) (*) CARE/surgery/hospitals/medicine/others/EXPERTS failed/fail to_do/to_manage/to_achieve
    what (*) (*) (*) (*) CARE/surgery/hospitals/medicine/others/EXPERTS NEVER/couldn't/could_not do/match/manage/achieve
    take~ (just/only/a_mere)* (a/an/one/NUMBER)* (single/short)* TIME to EASE/DESTROYS/ENDS/HEALS/be_free/be_pain-free
    way/road/path/route out_of (your/the)* ILLNESS
    all (that) you need/will_need/want to DESTROYS/ENDS/EASE (ANY)* (*) ILLNESS
    GAIN ... never stop~/end~/fade~/wear~_off/let~_you_down/run~_out
    get~ it right first_time/every_time
    remove~/reach~/treat~/fix~/tackle~/heal~ the (real/true/root/very)* cause~ (of_*) |
    wait/search/hunt/quest/journey for (a/an/the/real/lasting)* (*) * ends/is_over/stops/has_ended
    EXPERTS themselves take/use/choose/swear_by
    never been this/so/as/easier/simpler/better/closer/nearer *
    never_again */will/must/need/do/have
    CARE/SELF/it/this know~ no *
    no reason to go_on/keep_on/continue/stay/remain/live_with/keep/put_up
    the closest/nearest/next_best thing to a/magic/perfect
    lost all/their hope
    it/this/here is the answer/solution/cure |
    eliminate~/remove~/end~/abolish~ the need for
    last~ CARE will_be/is/was a thing/memory of_the_past
    be/become a thing/memory of_the_past/of_yesterday
    dissolve~/melt~/float~/drift~/slip~/fade~ away |/within/during/in/as/after
    as it_did/it_was/you_did/it_used_to/they_did/they_were before/once |/the/your
    the only question is how/when
    no/without (a/any) dark_side/downside
    tried the rest
    HEALS/fix~ (the/your/each/every/all)* damaged/injured/broken/faulty/torn/dead/diseased/sick/misfiring *
    EASE/HEALS/succeed~ where ... given_up/failed/fails/cannot/could_not
    make~ CARE/AIDS a_thing_of_the_past/history/a_memory
    if anyone/anybody/anything can ** , it_is/it's/that_is us/our_*/this/CARE
    turn~/transform~ (*) (*) PERSON into *
    no such thing as (a/an/any)* untreatable/hopeless/incurable/lost/hard/difficult/impossible
    know/knows/discovered/found how to end/cure/stop/beat/reverse/heal/banish
    all (that) you need is (just/only)* (one/a/an/our/this)* (*) CARE
    pain/off switch |/for/in
    CARE/it/this ** so * that
    we/they/have/has perfected
    EXPERTS/others/people/hospitals (*) (say~/thought/think/call~) (was/is/it)* impossible/incurable/hopeless
    be/is a/foolish/crazy/mad (mistake/shame/pity/crime)* not_to try/have/take/come/miss
    hope where/when all/others/there/everyone *
    life/world/future without (any/all)* ILLNESS
    results/numbers/figures/facts do_not/don't/never lie
    only one name in/for
    with a perfect score/record/result~
    work~ its/their magic/wonders/miracles
    like clockwork/magic |
    you_have/take our/my word for_it/on_it
    you_have our/my word
    safe bet/win-win/can't_lose/cannot_lose
    SOOTHES/DESTROYS/HEALS/GAIN/calm ... WITHOUT_END
    SOOTHES/DESTROYS/HEALS/GAIN/calm ** EARLY
    goes/gone/going and (it) (*) stay~ (gone/away/so/that_way/out)
    nothing/no_ILLNESS/no_case/no_problem/no_one/nobody (that/which) ** cannot/can't ACTS
    nothing/no_ILLNESS/no_case/no_problem (*) beyond our/its/their/the reach/skill~/power~/help/abilities
    NOBODY ... leave~/left/go~_home/went_home/goes/walk~_out without */feeling/a_smile/relief
    NOBODY (has/have/had) (ever/yet/since) (had/suffered/needed/wanted) (a/any/another/to)* relapse~/setback~/crutches
    will/can (*) (*) (*) as * as before/ever/it_was/it_did/they_were/a_child/new/anyone/others
    one/a/single CARE/TIME , (and) (it/you/that/the_pain)* (BE)* over/gone/done/finished/sorted/enough
    CARE/TIME is/are all (that) (it/you) takes/took/need/needs/will_need
    CARE/TIME ** enough to ACTS/make/put/set/be/get
    all (that) (it) takes is/are (just/only)* (a/an/one/NUMBER)* (*) CARE/TIME
    answer/solution/remedy/CARE/relief/way_out (that/which) (you/people/patients/the_world) have/has (*) been (*) WAITED
    GAIN/answer/solution/remedy is/are (finally/now/only/just/at_last/already/closer)* here/at_hand/in_sight/at_last
    GAIN/answer/solution/remedy is/are (now/only/just/well)* within reach/your_reach/your_grasp/easy_reach/grasp
    GAIN/answer/solution/remedy/life_without_pain is (now/only/just)* a/one (*) (*) call/click/visit/step/session away
    all gain/benefit~/relief/good/comfort , (and) no/without
    no ifs , (and/or) (no) buts
    relief/comfort/care/results/life/living without compromise
    wipe~ the slate clean
    GAIN/RESULT (that) you can count/rely/depend/bank (on)
    success/recovery/cure/satisfaction rate/rates ** 90%/95%/96%/97%/98%/99%/100%
    we/it/CARE/can/will reverse~/cure~/heal~/end~/beat~/conquer~/banish~ it/them |
    revolution has/have (now/finally) reached/arrived/begun
    power/strength/key to EASE/DESTROYS/ENDS/HEALS (ANY)* (*) ILLNESS
    EASE/reach~/STRIKES ... where/when others/other_*/no_others/everyone_else/rivals do/does/did/have/has/can not/failed
    EASE/reach~/STRIKES ... where/when others/other_*/everyone_else/rivals don't/doesn't/didn't/haven't/can't/cannot
    GAIN/help/hope/EASE ... when/where all/every/everything/nothing ... closed/failed/lost/shut/exhausted/given_up
    even (the) toughest/hardest/worst/most_*/HOPELESS case~/pain (*) (*) (*) GOES/BETTER/melt~/yield~/respond~
    no PERSON of ours
    this/one (simple/little/small/easy)* trick ends/stops/cures/fixes/beats *
    wipe~ (the/your)* (*) (*) memory/slate clean
    given_up on you ,
    even in/for/after/with (the) (most/*) HOPELESS (*) case~/PERSON/ILLNESS
    even (the) (most) HOPELESS/serious/extreme case~/patient~/sufferer~
    EXPERTS/SELF/PERSON everywhere/worldwide/all_over/around_the/across_the (*) (*) recommend/use/trust/praise
    this/that/here/ours is what (really/actually/truly)* works/helps
    never/rarely/seldom seen/had/known (a/any)* RESULT/success like this/these/ours
    never had a/an/one/any dissatisfied/unhappy/disappointed *
    let our CARE/SELF/experts/team do/take/give/show/heal/ease/free/help
    only our/this/we CARE/SELF/programme ** offer~/can/has/have/know~/give~/bring~
    last (*) (*) you (will/you'll)* (ever) need |/for/to
    if you do/try/read one/only_one thing
    have not/never tried us/our
    tired/sick/weary/fed_up of/with ILLNESS/CARE/pills/tablets/doctors *
    one/a/single/only_one CARE/TIME (can/will)* end~/stop~/cure~/erase~/finish~ *
    never/not had/have/seen/met/treated a/an/one/any PERSON who did_not/didn't/could_not/failed
    you cannot/can't/can_not afford (not) to
    pay~ for itself
    nowhere (else) (*) (will/can/could/do) you/patients/people find/get/see/have/meet a/an/such COMPARED/more_*/so
    no limit~ to (what/how/your)
    freedom/life/days/nights from/without/beyond pain/ILLNESS start~/begin~/await~ (here/today/now)
    most/single_most * (and_*) (*) news/hope/development~/discovery/advance~/step (*) (for/in/of/on) *
    the one CARE/thing that EVERYONE/every_*_PERSON/all (*) (PERSON) should/must/need~/has_to
    every ILLNESS PERSON should/must/need~/deserve~
    we/CARE/SELF/it/this (will/can/*) never fail~/lose~/fails_you
    never fail~/lose~ (a/our/you/anyone/to) |
    HUGE (healing/natural/curative/soothing)* power~ |/to/of/over
    why put_up_with/live_with/suffer/accept/endure/settle_for
    even (the) (most) HOPELESS/serious/extreme ILLNESS (*) (*) GOES/gives_way/respond~
    CARE/science/medicine of tomorrow/the_future
    tomorrow's/the_future's CARE
    flying colours/colors
    as good as won/cured/new/gone/over/healed
    every cent/penny/dollar/euro/pound (that) you deserve/are_owed
    win~/won every/each/all (*) case~/claim~/battle~
    never lost a/one/any/yet (*) case~/claim~/patient~/battle~
    highest/maximum/largest/biggest/full/top (possible) compensation/damages/settlement/payout/award |/you/for/every
    always get/win/secure/obtain (you/our_clients) the (highest/maximum/most/best/full)
    """,
    LIMITED,
    say="what was found, in how many people, and how sure that is",
    why=NO_ONE,
    denies=True,
)
