"""That there is nothing like it: the best, the only one, better than all others; of a treatment, or of a house."""

from crpsguide.language.promises.kind import Kind

BEST = Kind(
    "best",
    """
    gold standard
    treatment of choice
    THE (single/very/world's)* most (*_and) MOST |/CARE/known/ever/available/in/on/way/there
    world's/country's/nation's/europe's/britain's/america's (*) first/leading/FINEST/foremost/premier/most_*
    THE (very/single/absolute)* FINEST (possible/available/known/and_only/and_safest/medical/pain/*) CARE/GAIN/outcome~
    THE best (*) in_the_business/in_the_field/in_the_trade/in_the_profession/in_the_world/in_the_country
    THE best for ILLNESS/your/complex
    BE/simply/remain~/still (*) the (very) best |
    the very best |/CARE/there
    COMPARED than any/all/every (other) CARE
    STRONGER than any/anything/all/every (other/else) (CARE)
    NUMBER/many times STRONGER than
    no_other SELF/CARE (*) get~/has/have/achieve~/see~/deliver~ (*) (*) like ours/us/this/it
    superior to any/all/every/other/everything
    nothing/no_CARE/no_other_CARE ... WORKS/acts/comes/gets/goes (*) COMPARED/more_* ** than
    no_CARE/nothing/no_other_* ... comes/came/gets (even/anywhere)* close/near |/to
    beat~/outdo/outdoes/trump~/eclipse~/outrank~/top~ CARE/surgery/everything/anything/the_rest/all_*
    FINEST/most_MOST * (*) known/there_is/in_existence/ever (to/made/invented/developed/discovered)
    hide~/hidden/hiding/kept/keeping (this/it/the_truth) from you/patients/the_public
    nobody/no_one/no_SELF/nowhere (else) offer~/provide~/give~/has/have/does/do/sell~ (*) COMPARED/more_*
    nothing/pale~ compared/next with/to
    nothing (that) ** as well/good/fast/quickly/effectively/effective/safe/gentle as
    swear~ by |/it/this/our
    few/hardly_any/no (other/*) SELF/CARE/team can match/equal/rival/compare/hold_a_candle/come_close
    NEVER (*) get/find/receive/have/want (a/any)* better/COMPARED (*) CARE/SELF/deal
    FINEST/most_* (and/*) (*) (*) way/path/road/route to wellness/health/GAIN/a_life
    used/trusted/taken/chosen (safely) by millions/thousands/tens_of_thousands/countless
    your/the best/only/smartest/safest choice |
    answer to (*) (*) prayers
    gift from heaven/above/god/the_gods
    no STRONGER (or/and) STRONGER/more_* (*) CARE/SELF/way/place
    ranked/rated/voted/rank~ (the) first/number_one/top/best/no._1/highest/finest
    CARE/science/hospitals/others/rivals/nobody/no_one cannot/can't/can match/equal/explain |
    nobody/no_one else (in_*/on_*/anywhere) (*) (*) offer~/provide~/achieve~/do~_it/get~/give~/has_this
    CARE/SELF/we/science/medicine/hospitals (*) (*) (has/have) nothing to compare/match/rival/equal
    hospitals/others/nobody/CARE/no_one (*) (*) (cannot/can't/could) offer/do/find (you) anything like/to_match/as
    none/no_one/nobody (else) ** like we/us (do/can)
    without (a) rival/equal/parallel/peer/match/competition
    what/where others/other_* (can) only/still dream/wish/hope (of/for/about)
    that/which other/others (SELF) (can) only/still dream/wish/hope (of/for/about)
    only one/1 way/place/answer/cure/clinic/treatment/thing/solution out/to/that/for/left
    the most MOST (and/or/*) (*) (*) CARE/GAIN/SELF
    most MOST (and) (MOST) (*) (*) in/on/of the world/planet/market/country/earth
    world/european/national/global/market leader |/in/for/of
    once in a_generation/a_lifetime/a_century
    nothing on_the_market/in_the_world/out_there/on_earth/in_medicine comes/gets/works/helps/beats/touches/equals
    nothing COMPARED for (a/an/the/your)* (*) ILLNESS/BODY
    there_is/there's (simply/just/quite/really)* nothing/none better/safer/stronger/finer/like_it |
    nothing beats/equals/compares_to/comes_near
    nothing works/helps/is/comes/compares/beats/eases/relieves (*) better/close/more/it |/than/for/to/*
    nothing works/helps/eases/relieves COMPARED and/or COMPARED
    no_other CARE/SELF (in) (the) (*) works/is/comes/helps/can/offers/has/gives/MATCHES
    no STRONGER way to treat/EASE/DESTROYS
    last/only CARE (that) you_will_ever/you_need/you_will
    MATCHLESS
    second to none
    like no_other/nothing_else
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
    CARE (that) EVERYONE need~/deserve~
    CARE that finally/really/truly/actually WORKS
    there_isn't_a/there_are_no/there_is_no STRONGER/kinder/finer (*) CARE/SELF/way/place/choice
    no/nobody/no_one ... come~/get~ (anywhere) (even) close/near (to) |/OURS
    superior in_every_* (to)
    ^ trust us/the_experts/the_specialists/the_best/our_*
    unlike anything/any/any_other (else/other)
    a league/class of (its/their/our) own
    head_and_shoulders/streets/miles/light_years above/ahead
    put~/leave~ (all/every/any/other/USUAL)* CARE/medicine/everything/others/rivals (far/well/way)* behind
    put~/leave~ (all/other/USUAL)* CARE/medicine/everything/others/rivals in_the_shade/to_shame/behind/standing
    there_is/it_has/simply/is/beyond/just no/any comparison |
    the/our number_one/no._1/no_1/ultimate/perfect/ideal/definitive/final (*) CARE/choice
    the * answer/solution/key to (ANY)* ILLNESS
    the answer/solution/key/secret to (ANY/beating/ending/curing)* (*) ILLNESS/problem~
    GATEWAY to/into/out_of/away_from (a/the/your/lasting)* FREE/ILLNESS/GAIN/LIVES/health
    outperform~/surpass~/outclass~/outshine~/outstrip~ (all/any/every/everything/other/*)
    beat~ all/any/every/everything (other)
    the/a first/one (and_only) CARE/thing (that) (really/truly/actually/can/has_ever)* WORKS/reach~/DESTROYS
    has/have/with/is/are/knows no/without equal/rival/rivals/equals/match/peer/peers/competitor~/competition
    best of_its_kind
    best-in-class
    FINEST/one_sure/sure/certain/sure-fire way to/of EASE/beat~/treat~/get~_rid/getting_rid/fight~/DESTROYS/be_free
    the/a complete/total/lasting/permanent/perfect/definitive/certain/sure/ideal answer/solution/fix
    the/our highest/best/greatest success_rate/success_rates/recovery_rate/recovery_rates
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
    we/SELF are/is (simply) hard_to_beat/one_step_ahead/ahead_of_the_rest
    FAMED (*) (*) SELF
    BE (the/our) number_one/no._1/no_1/leading/top/finest/best |/for/in/at/of/clinic/centre
    number_one/no._1/no_1/leading/foremost/premier/first address/place/choice/destination/house for/in/of
    lead~ the field/world/way/country/market
    BE the/our/among_the best/safest/finest/leading/top/largest_and/first_and (SKILLED/known) |/in/of/SELF/for/there
    most/best SKILLED/loved (*) in/of
    the/our safest (and_*) (*) CARE/SELF/hands/place
    unique in
    the one (and_only) SELF/place (*) that/who/which/where
    only SELF/place (*) that/in/to/who/which/with/where
    PERSON/people/families come/travel/fly/drive/flock/journey (in/here/over)* from far/everywhere/abroad/all_over
    nobody/no_one/no_other_SELF (else) (in_the_*/anywhere/in_*) TREATS/MATCHES (*) LIKE_US
    nobody/no_one/no/not_one/few/hardly_any (other/*) (SELF) ... COMPARED (*) (*) than OURS
    nobody/no_one/no/few (other/*) (SELF) ... COMPARED (*) (*) than dr/professor/doctor *
    nowhere (else) (in_*/on_*) ... COMPARED/more_* (*) (*) than (in/at/with) OURS/here
    nowhere (else) (in_*/on_*) ... as well/safely/gently/carefully/often as OURS/here
    nowhere (else) (in_*/on_*) is/are ... given/done/treated/used (with) COMPARED/more
    nowhere else (on_*/in_*) (will/can/do/could) you/they find/get/see/meet/have/be
    we/our_* ** COMPARED (*) (*) (*) than OTHERS
    in (the) best/safest/finest/most_*/better/no_better hands
    ours is/are the * SELF/CARE
    copied/imitated/adopted/envied/emulated worldwide/all_over_*/around_the_world/across_*/by_rivals/by_other_SELF
    the envy/benchmark/home of
    EXPERTS/SELF/hospitals/others (*) (*) send~/sent/refer~ us (the/their)* PERSON/people (whom/that)* they COULD_NOT *
    EXPERTS/SELF/hospitals/others (*) (*) send~/sent/refer~ us their hardest/worst/toughest/most_*
    pioneers/leaders/champions/world_leaders/masters of/in
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
