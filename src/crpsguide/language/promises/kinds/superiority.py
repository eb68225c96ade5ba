"""That there is nothing like it: the best, the only one, better than all others; of a treatment, or of a house."""

from crpsguide.language.promises.kind import Kind

BEST = Kind(
    "best",
    """
    gold standard
    treatment of choice
    THE (single/very/world's)* most (*_and) MOST |/CARE/known/ever/available/in/on/way/there
    THE (single/very/world's)* most (*) (and) MOST (*) CARE
    ^ (our/the) most MOST CARE
    world's/country's/nation's/europe's/britain's/america's (*) first/leading/FINEST/foremost/premier/most_*
    THE (very/single/absolute)* FINEST (possible/available/known/and_only/and_safest/medical/pain/*) CARE/GAIN/outcome~
    THE (very/single/absolute)* best (*) SELF/there_is
    THE best in the/our/this/town/europe/britain/their/its
    THE best (*) on_the_market/money_can_buy
    THE best (*) in_the_business/in_the_field/in_the_trade/in_the_profession/in_the_world/in_the_country
    THE best for ILLNESS/your/complex
    BE/simply/remain~/still (*) the (very) best |
    the very best |/CARE/there
    more * than any/all/every/anything (other) CARE/else
    COMPARED than any/all/every (other) CARE
    CARE ** COMPARED (*) (*) than any/all/every/anything (other) CARE/else
    STRONGER than any/anything/all/every (other/else) (CARE)
    NUMBER/many times STRONGER than
    twice/far/vastly/infinitely/clearly/much/greatly superior/STRONGER (to/than) any/all/every/other/CARE/USUAL
    no_other SELF/CARE (*) get~/has/have/achieve~/see~/deliver~ (*) (*) like ours/us/this/it
    superior to any/all/every/other/everything
    superior result~/relief/outcome~
    nothing/no_CARE/no_other_CARE ... WORKS/acts/comes/gets/goes (*) COMPARED/more_* ** than
    no_CARE/nothing/no_other_* ... comes/came/gets (even/anywhere)* close/near |/to
    beat~/outdo/outdoes/trump~/eclipse~/outrank~/top~ CARE/surgery/everything/anything/the_rest/all_*
    leave~ (all/every/any/other/the)* CARE/surgery/others/competition/rivals (*) in_the_dust/far_behind/standing
    FINEST/most_MOST * (*) known/there_is/in_existence/ever (to/made/invented/developed/discovered)
    hide~/hidden/hiding/kept/keeping (this/it/the_truth) from you/patients/the_public
    nobody/no_one/no_SELF/nowhere (else) offer~/provide~/give~/has/have/does/do/sell~ (*) COMPARED/more_*
    nothing/pale~ compared/next with/to
    nothing (that) ** as well/good/fast/quickly/effectively/effective/safe/gentle as
    EXPERTS swear/swears by
    swear~ by |/it/this/our
    PERSON/people from all_over/every_corner/around/across the/of_the world/globe/country come/travel/fly/flock
    few/hardly_any/no (other/*) SELF/CARE/team can match/equal/rival/compare/hold_a_candle/come_close
    hands down the/our
    THE FINEST thing/choice/bet/weapon/ally/shot for/against/in (*) ILLNESS
    NEVER (*) get/find/receive/have/want (a/any)* better/COMPARED (*) CARE/SELF/deal
    FINEST/most_* (and/*) (*) (*) way/path/road/route to wellness/health/GAIN/a_life
    get~/achieve~/has/have/see such/these/our results/success
    used/trusted/taken/chosen (safely) by millions/thousands/tens_of_thousands/countless
    your/the best/only/smartest/safest choice |
    answer to (*) (*) prayers
    gift from heaven/above/god/the_gods
    no STRONGER (or/and) STRONGER/more_* (*) CARE/SELF/way/place
    SELF/EXPERTS/they do~/does/do not/n't/don't/doesn't want you to_know/to_hear/to_find
    top-notch/first-rate/top-class/first-class/unsurpassed/without_compare CARE/GAIN/SELF/result~
    nobody/no_one/no_other_SELF else (*) (*) can/could/will ACTS/help
    ranked/rated/voted/rank~ (the) first/number_one/top/best/no._1/highest/finest
    CARE/science/hospitals/others/rivals/nobody/no_one cannot/can't/can match/equal/explain |
    nobody/no_one else (in_*/on_*/anywhere) (*) (*) offer~/provide~/achieve~/do~_it/get~/give~/has_this
    nothing/no_CARE is/are COMPARED |/than/for/or
    CARE/SELF/we/science/medicine/hospitals (*) (*) (has/have) nothing to compare/match/rival/equal
    hospitals/others/nobody/CARE/no_one (*) (*) (cannot/can't/could) offer/do/find (you) anything like/to_match/as
    none/no_one/nobody (else) ** like we/us (do/can)
    without (a) rival/equal/parallel/peer/match/competition
    what/where others/other_* (can) only/still dream/wish/hope (of/for/about)
    that/which other/others (SELF) (can) only/still dream/wish/hope (of/for/about)
    only one/1 way/place/answer/cure/clinic/treatment/thing/solution out/to/that/for/left
    the most MOST (and/or/*) (*) (*) CARE/GAIN/SELF
    most MOST (and) (MOST) (*) (*) in/on/of the world/planet/market/country/earth
    most MOST (and) (MOST) (*) (*) anywhere/worldwide/in_europe/ever_made/ever_built/ever
    NUMBER/ten/many/far times/far/much STRONGER than
    STRONGER than any/all/every (other/single/known/*)* (CARE/*)
    the ultimate in CARE/GAIN/comfort
    world/european/national/global/market leader |/in/for/of
    once in a_generation/a_lifetime/a_century
    nothing on_the_market/in_the_world/out_there/on_earth/in_medicine comes/gets/works/helps/beats/touches/equals
    nothing COMPARED for (a/an/the/your)* (*) ILLNESS/BODY
    there_is/there's (simply/just/quite/really)* nothing/none better/safer/stronger/finer/like_it |
    nothing_else works/helps/compares/comes_close/is
    nothing beats/equals/compares_to/comes_near
    nothing works/helps/is/comes/compares/beats/eases/relieves (*) better/close/more/it |/than/for/to/*
    nothing works/helps/eases/relieves COMPARED and/or COMPARED
    nothing works/helps/is/eases/relieves (*) as/so well/good/fast/effective/quickly/gently
    no_other CARE/SELF (in) (the) (*) works/is/comes/helps/can/offers/has/gives/MATCHES
    no STRONGER/finer (*) CARE/place/SELF
    no STRONGER way to treat/EASE/DESTROYS
    last/only CARE (that) you_will_ever/you_need/you_will
    MATCHLESS
    second to none
    like no_other/nothing_else
    nothing like it/this/our
    what no_other/nothing_else (CARE/SELF) can/could/has/does
    no (other) CARE (on_earth/in_the_world/anywhere)* achieve~/do~/manage~/can_do/can_match/match~ what our/this/these *
    what no/nothing/nobody/no_one (*) (*) (ever/else/before) has/have/had/can/could/did (*) done/do/managed/achieved
    like never before |
    never_before has/have/could/in
    never has/have/was it/pain/CARE/ILLNESS been so/this *
    there has_never/had_never/was_never been a/any/anything COMPARED/more_*/so_*
    nothing/nobody/no_one can match/equal/rival/beat/touch/surpass/replace
    what/that/where others/other_* have/had given_up
    nothing (*) (*) (*) has_ever/ever/had_ever (*) WORKS/worked/done/come
    look no further
    nothing could_be/can_be/is (*) COMPARED |/than/for
    no ILLNESS/case (*) (*) (*) cannot/can't EASE/treat/beat/solve
    CARE (that) EVERYONE need~/deserve~
    CARE that finally/really/truly/actually WORKS
    the treatment/thing/method that finally/really/truly/actually WORKS
    nothing it/we/this/our_* cannot/can't EASE/do
    there_isn't_a/there_are_no/there_is_no STRONGER/kinder/finer (*) CARE/SELF/way/place/choice
    could_not/couldn't/cannot/can't (*) be_in/ask_for/wish_for/hope_for (a/any) better/more_*/kinder/safer/finer
    no/nobody/no_one ... come~/get~ (anywhere) (even) close/near (to) |/OURS
    no/nobody/no_one ... can/could/will compete/measure_up/keep_up with OURS
    superior in_every_* (to)
    ^ trust us/the_experts/the_specialists/the_best/our_*
    unlike anything/any/any_other (else/other)
    a league/class of (its/their/our) own
    head_and_shoulders/streets/miles/light_years above/ahead
    put~/leave~ (all/every/any/other/USUAL)* CARE/medicine/everything/others/rivals (far/well/way)* behind
    put~/leave~ (all/other/USUAL)* CARE/medicine/everything/others/rivals in_the_shade/to_shame/behind/standing
    there_is/it_has/simply/is/beyond/just no/any comparison |
    the/our number_one/no._1/no_1/ultimate/perfect/ideal/definitive/final (*) CARE/choice
    number_one/no._1/no_1/ultimate (*) CARE
    perfect/flawless/foolproof CARE/result~/outcome~
    the * answer/solution/key to (ANY)* ILLNESS
    the answer/solution/key/secret to (ANY/beating/ending/curing)* (*) ILLNESS/problem~
    the answer/solution/key/secret to/for/of a (*) ILLNESS
    we/EXPERTS have/hold/know/found/discovered (finally/at_last/now)* the answer/solution/key/secret |/to/for
    GATEWAY to/into/out_of/away_from (a/the/your/lasting)* FREE/ILLNESS/GAIN/LIVES/health
    key/secret that unlocks/opens/ends/frees/frees_you
    outperform~/surpass~/outclass~/outshine~/outstrip~ (all/any/every/everything/other/*)
    beat~ all/any/every/everything (other)
    the/a first/one (and_only) CARE/thing (that) (really/truly/actually/can/has_ever)* WORKS/reach~/DESTROYS
    the one_and_only
    has/have/with/is/are/knows no/without equal/rival/rivals/equals/match/peer/peers/competitor~/competition
    best of_its_kind
    best-in-class
    FINEST way/route/path/road out_of/from/away_from/to ILLNESS/GAIN/health/a_life
    FINEST/one_sure/sure/certain/sure-fire way to/of EASE/beat~/treat~/get~_rid/getting_rid/fight~/DESTROYS/be_free
    results (that) you_can trust/count_on/rely_on
    the/a real/true/final answer/solution/fix/cure to/for
    the/a complete/total/lasting/permanent/perfect/definitive/certain/sure/ideal answer/solution/fix
    the/our highest/best/greatest success_rate/success_rates/recovery_rate/recovery_rates
    our/a/this/truly/its/the (truly/completely/totally)* unique (*) CARE
    """,
    """
    way/time/place/person/number to reach/call/ask/write
    # depends/varies/differs/would/test/trial/scan/design
    # for_you/for_your_child depends/is/may/might/can/could/will
    # for/of diagnosis/diagnosing/testing/research
    to (plan/find/get/agree/choose) #
    deserve/deserves/wish/wished/want/owed #
    # of_luck/of_health/of_both/of_wishes/of_intentions/of_care_you
    which/what/whether/deciding/choose/choosing/find/finding/agree/disagree/argue/unsure/debate ... #
    randomised/randomized/trial/trials/studies/evidence/research ... is/are (*) (the/a) # of/for/in evidence/research
    randomised/randomized/trial/trials/studies/evidence/research ... is/are (*) (the/a) # of/for/in testing/knowing
    # of/for/in evidence/research/testing/trials/diagnosis/diagnosing
    possible #
    make/making/get/getting the best
    # guess
    # (that) EXPERTS/we/anyone can/know
    # (that) EXPERTS/we/anyone have/has |/so_far/yet/today/now/at_present/for
    # (that) you can/know
    # ... print~/paper/screen/photo~/copy/copies
    we/you/they/I do~/try~ #
    ^ # take/need/have/are/do/may/can
    # (a/an/the) dummy/placebo/sham/salt
    # is/are the one/plan
    # is/are to *
    # will/may/might/can take
    was/were #
    # to learn/know/find_out/start
    # known scale/test/rule/name/example
    # a chat/cup/walk/good
    # than (a) dummy/placebo/salt/waiting/usual/no/nothing
    you (do/will/may/already/still)* know (your/yourself/it/this/what/how)* (*) (*) #
    """,
    say="the treatment that this guideline names first (with its year and country)",
    why="It hides who says so, when, and on what evidence.",
    denies=True,
)

ONLY = Kind(
    "only",
    """
    only (*) (*) CARE/thing/way/place/SELF that/which/to/who/proven/available (*) (*) WORKS/BETTER/fight~/ILLNESS
    your/the/their only way/route/path/road/exit/chance out/forward/left/back
    only (real/true/remaining/lasting) hope/chance/answer/solution/cure/option |/for/left/to/is/that/you
    only effective/real/true/proven/lasting/genuine/safe/successful CARE
    only (our/this/we) CARE/we/can STRIKES/WORKS (the) (true/real/cause/root)
    only here/with_us/through_us will/can/do/are you/we
    last hope/chance/lifeline
    last and best/only/greatest hope/chance
    """,
    """
    used/tried/kept/offered/seen/given/recommended/considered/called (only) as (a/the) #
    only (as) (a/the) #
    # for/in/at (the/your/a/an)* (*) (*) hospital~/clinic~/service~/state/trust~/team~/unit~/school~
    # for the *
    # to book/order/apply/register/join/vote/ask/pay/comment/reply
    # in/by this/that trial/study
    guideline/guidelines/review/body/group ... as/call~/say~/name~/advise~/see~ ... #
    """,
    say="one of several choices, and waiting is one too",
    why="It presses a tired reader to say yes.",
)

BEST_HOUSE = Kind(
    "superiority",
    """
    FAMED (*) (*) SELF
    most experienced/skilled/modern (*) SELF
    BE (the/our) number_one/no._1/no_1/leading/top/finest/best |/for/in/at/of/clinic/centre
    number_one/no._1/no_1/leading/foremost/premier/first address/place/choice/destination/house for/in/of
    number_one/no._1/no_1/leading/foremost/premier/first name for/in
    lead~ the field/world/way/country/market
    BE the/our/among_the best/safest/finest/leading/top/largest_and/first_and (SKILLED/known) |/in/of/SELF/for/there
    BE the/our/among_the most SKILLED |/in/of/SELF/for/there
    most/best SKILLED/loved (*) in/of
    the/our safest (and_*) (*) CARE/SELF/hands/place
    better/more_skilled/more_experienced/more_successful/more_effective/safer than OTHERS (*)
    unique in
    the one (and_only) SELF/place (*) that/who/which/where
    only SELF/place (*) that/in/to/who/which/with/where
    PERSON/people/families come/travel/fly/drive (in/here/over)* from * (*) continents/countries/states (to_see/to_meet)
    PERSON/people/families come/travel/fly/drive/flock/journey (in/here/over)* from far/everywhere/abroad/all_over
    will_not/won't/cannot/can't find COMPARED/steadier/defter/more_* (*) (*) anywhere/this_side_of/in_the/for_miles
    others/rivals/competitors/other_SELF/hospitals copy/imitate/envy/follow us/our/what_we
    ^ only we/our_SELF/our_own_SELF use/uses/offer/offers/have/has/give/gives/provide/provides/know/knows/treat/treats
    nobody/no_one/no_other_SELF (else) (in_the_*/anywhere/in_*) TREATS/MATCHES (*) LIKE_US
    nobody/no_one/no/not_one/few/hardly_any (other/*) (SELF) ... COMPARED (*) (*) than OURS
    nobody/no_one/no/few (other/*) (SELF) ... COMPARED (*) (*) than dr/professor/doctor *
    nobody/no_one/no/nothing/few (other) (SELF) (else) ... as/so * as OURS
    nobody/no_one/no_SELF/no_other_SELF (else) ... has/have/knows/know/treats/treat/does/do (*) more |/about/of/PERSON
    nowhere (else) (in_*/on_*) will/can/do/could/would you/they/people find/get/see/have ** COMPARED/more_* ... than
    nowhere (else) (in_*/on_*) ... COMPARED/more_* (*) (*) than (in/at/with) OURS/here
    nowhere (else) (in_*/on_*) ... as well/safely/gently/carefully/often as OURS/here
    nowhere (else) (in_*/on_*) is/are ... given/done/treated/used (with) COMPARED/more
    will_not/won't/cannot/can't/never find/get/meet/see/have (a/an/any)* * (*) than (in/at/with) ours/us/here
    nowhere else (on_*/in_*) (will/can/do/could) you/they find/get/see/meet/have/be
    we/our_* ** COMPARED (*) (*) (*) than OTHERS
    unlike/where other/others/most/all/any/many/ordinary (other) SELF , we/our
    we/our_* are/is (*) unlike other/others/any_other/most/all_other
    nobody/no_one/no_SELF (in_*) (else) has/have/had/brings more/greater skill/experience/expertise/knowledge/success
    in a class/league of our/their/its own
    in (the) best/safest/finest/most_*/better/no_better hands
    ours is/are the * SELF/CARE
    ours is/are the FINEST/FAMED/MATCHLESS/only/first/largest/biggest/oldest/last/MOST
    will_not/won't/cannot/can't/never find a/an/any COMPARED/more_* (*) (*) SELF/CARE/anywhere/than
    copied/imitated/adopted/envied/emulated worldwide/all_over_*/around_the_world/across_*/by_rivals/by_other_SELF
    set~/raise~ the standard/bar/benchmark |/for/in
    the envy/benchmark/home of
    EXPERTS/SELF/hospitals/others (*) (*) send~/sent/refer~ us (the/their)* PERSON/people (whom/that)* they COULD_NOT *
    EXPERTS/SELF/hospitals/others (*) (*) send~/sent/refer~ us their hardest/worst/toughest/most_*
    pioneers/leaders/champions/world_leaders/masters of/in
    we/SELF are/is (simply) hard_to_beat/one_step_ahead/ahead_of_the_rest
    FAMED for (our/its)* results/success/care
    """,
    """
    find/ask/choose/which/whether/seek/there_is ... #
    # could/can/know/found/saw/is_not/does_not
    # cause/causes/to/question/questions
    # (the/a) (*) morning~/evening~/afternoon~/night~/day~/week~/hour~/summer/winter/bed/bedtime
    # ... with a/an/its_own/two/free (*) FITTING |
    # (*) FITTING/MATERIAL
    # for_you/for_your_child may/might/can/could/depends
    leading/at #
    their/a #
    most # meet/see/know/have
    time/way/place to
    you know/knows/see/live/feel ... #
    # is/are to *
    # before/planned/usual/expected/last
    seek/see/ask a/an/one ... #
    """,
    say="what you do, for whom, and since when",
    why="Nobody can check it, and it tells the reader nothing about the care.",
    denies=True,
)
