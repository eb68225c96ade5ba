"""Words of advertising: miracles and revolutions, big words for results, the praise of others, and haste."""

from crpsguide.language.promises.kind import Kind

MIRACLE = Kind(
    "miracle",
    """
    miracle~/miraculous/miraculously
    breakthrough~/break-through
    game changer~/changing/change
    life changing/changer/altering/transforming
    transformative
    revolutionary/revolutionise~/revolutionize~
    revolution/quantum_leap/new_era/new_dawn/new_age/new_day/new_chapter/new_page/dawn/milestone in/for/of * (pain)
    new era/age/chapter/day begins/has_begun/has_dawned/is_here/dawns
    beyond your/our/their/all (wildest) dreams/hopes/imagination/imagining
    walk~/come~/go~ in (*) , (and) walk~/come~/go~/leave~ out (*) (*) WELL/healed
    HUGE (*) PROGRESS |/in/for/of/forward/ahead
    GRAND (*) PROGRESS
    leap forward/ahead
    secret/GRAND/FINEST/powerful/perfect/most_* WEAPON against/of/for/in/to
    weapon against ILLNESS
    you/patients/sufferers/people/world/MANY have/has been (*) waiting/longing/praying/searching/hoping for
    turning_point/sea_change/paradigm_shift in/for/of *
    future/next_generation of ** CARE
    next-generation CARE
    a/the milestone/revolution/sensation |
    world first
    secret (that/of/to) EXPERTS/they/remedy/formula/cure/success/life_without
    best-kept/hidden/forgotten/ancient/little-known/well-kept secret~/trick~/remedy
    biggest/greatest/most_important/most_exciting (*) advance~/discovery/development/step_forward/invention
    EXPERTS/PERSON/they/critics/world (BE/even/were)* AMAZED
    prepare_to/you_will/you'll be AMAZED
    EXPERTS/PERSON/they can't/cannot/can_hardly believe how/what/it/their_eyes
    tomorrow's CARE/medicine
    secret (*) (*) EXPERTS won't/will_not/do_not/don't/never
    EXPERTS' (*) secret
    a/the blessing/boon/gift/revelation/godsend/must/must-have/dream for/to PERSON/EVERYONE/people/you/all/sufferers
    you won't/will_not/won't_even believe your_eyes/how/what/it/the
    hide/hidden/keep/kept/conceal~ from you/patients/the_public/the_world
    medicine's/science's/nature's/heaven's FINEST/answer/*_secret
    wonder how you ever/managed
    the penicillin/rolls-royce/mercedes/ferrari/einstein/superman of (pain) CARE/medicine/*
    magic carpet/formula/touch/ingredient~/hands/key/switch/button/trick~/moment/spell
    EXPERTS/researchers have/has/had finally/at_last *
    take~ your/our/their breath away
    secret to/of/behind (a/an/the)* (*) LIVES/relief/recovery/health/comfort/success/cure
    worth its_weight in gold
    gold_dust/money_well_spent/a_no-brainer/best_money_*
    happy end/ending |/for/to
    EXPERTS/clinics/they/big_pharma/industry do_not/don't/won't/will_not want_you_to_know/tell_you
    finally , (a/an/the/real/lasting/true/there_is/something) (*) CARE/relief
    at last , (a/an/the/real/lasting/true/there_is/something) (*) CARE/relief/hope/help_that_works/that_works
    groundbreaking/ground-breaking/trailblazing/cutting-edge/state-of-the-art/pioneering/space-age/futuristic
    marvel/wonder of (modern) medicine/science/technology
    wonder/magic/magical/super/dream/miracle CARE/bullet~/potion~/wand~/tonic
    magical/magically
    WORKS like magic/a_charm/a_dream
    work~/do~ wonders/miracles/magic
    holy grail
    silver bullet~
    panacea/cure-all/elixir/godsend
    dream~ come~ true
    change~/rewrite~ the_game/the_rules/everything
    turn~ back the clock
    """,
    """
    # pain/cancer/bleeding/seizures/seizure/dose/medicine/medicines/infection/infections/fever/flare
    # injury/injuries/injured/accident/accidents/event/events/diagnosis/illness/decision/news/condition/disability
    injury/accident/diagnosis/condition/ILLNESS is/was/can_be/may_be/are (*) #
    building/wing/house/kitchen/ward/lift~/rooms BE #
    sleep/walk/laugh/tea/rest (*) #
    # of/in eating/cooking/history/ideas/this_guide/the_guide/this_book/the_book/this_site
    letter/appointment/reply/phone_call/news (*) (*) #
    # garden/play/film/fiction/story/book/novel
    film/novel/book/story about (a/the) #
    """,
)

BIG_WORDS = Kind(
    "big-words",
    """
    dramatic/dramatically/drastic/drastically
    GRAND (*) (and) (*) RESULT
    GRANDLY effective/well/good/successful/fast/quickly/powerful/better/safe/potent/strong/fast-acting
    highly (*_and) effective_and_*/and_*
    RESULT BE/has_been/have_been/can_be/will_be (NOTHING_LESS) GRAND/instant/immediate/permanent/dramatic
    RESULT BE/has_been/have_been/can_be/will_be (NOTHING_LESS) life-changing/perfect/complete/lifelong
    GAIN beyond anything/everything/all (that) (you/we/medicine)* (is/has/have)* (*) known/seen/imagined/possible
    GAIN beyond anything/everything/all (that) (you/we/medicine)* (is/has/have)* (*) expected/available/hoped_for
    RESULT BE beyond belief/compare/expectations/words/all_expectations
    significant (pain) relief
    significantly better
    WHOLE end to/of
    complete/total recovery
    complete/total and * recovery
    permanent/permanently end~/stop~/remove~/cure~/heal~/gone/relieve~/pain_relief/solution~/cures/free~
    emerging therapy/therapies
    EXPERTS (all/now/everywhere/worldwide/around_the_world/across_the_world) agree~ (that)
    recommended/approved/endorsed/backed/praised/chosen/used by (the) (world's/top/leading/most/MANY/all/*) (of) FANS
    trusted/loved/adored/praised/chosen/relied_on/preferred by (*) (of) (*) MANY/EXPERTS/patients/people/families
    trusted/loved/adored/praised by everyone/all/more_than/over/nearly/almost
    trusted/loved/praised by ** (and) MANY/athletes/celebrities/champions/royalty/doctors
    five/5 stars |/from/by
    rated five_stars/5_stars/five_out_of_five/10_out_of_10/ten_out_of_ten/excellent
    long-awaited/long-sought/eagerly-awaited CARE/GAIN/answer~/breakthrough~
    award-winning/prize-winning CARE/GAIN/result~/SELF
    five-star/5-star/top-rated/best-loved/best-selling/bestselling CARE/SELF/result~/reviews/rating~
    HUGE relief/improvement~/success/progress/drop/fall/reduction
    it/this/CARE is/are NOTHING_LESS GRAND |
    MANY of happy/satisfied/grateful/healed/cured/delighted *
    join/be_one_of (the) (*) MANY
    one of the MANY who
    MANY (of) (*) (already/now) trust~ it/us/our/this
    EXPERTS use/take/choose it/this themselves
    EXPERTS ... rely/relies/depend/trust/choose (on) it/this/our_*
    crack~/solve~/unlock~ the (*) code/riddle/mystery/puzzle |/of
    even EXPERTS/athletes/surgeons use/take/choose/have it/this/our
    our_PERSON call~ it/this *
    MANY/thousand/PERSON (of) (PERSON) swear_by/cannot_be_wrong/can't_be_wrong
    """,
    """
    my/your #
    hotel~/inn/hostel/guest_house/restaurant/café/film/novel (*) (*) #
    # day/days/moment/moments/turn/weather/film/art/event/story/scene/weight/music/society/teacher
    sleep/weight/mood/skin/colour/blood/worse/worsen~/worsening/harm/rise/raise~/spread/swelling ... # WORSE
    trial/study/studies/participants/people (*) had/reported/found/saw/with (a) (statistically) # in_one/than
    some people/patients/children ... #
    some (*) #
    # is/are possible , but/yet/although/though
    group/groups ... were (not) #
    statistically #
    # on/with_you/to/about/how/worse/not
    # in NUMBER/none/neither
    was/were followed_by #
    rarely/hardly/scarcely/barely/unlikely/likely #
    """,
    say="about 3 points out of 10 less pain, compared with …",
    why="Give the size, the comparison and the time.",
)

PRESSING = Kind(
    "pressing",
    """
    before it_is_too_late/it's_too_late
    act now/today/fast |/before/and
    don't/do_not miss/delay/hesitate/wait (out/this/your/another/any/longer)* |/chance/opportunity/offer/day
    don't/do_not wait/delay/hesitate until it_is_too_late/it's_too_late/tomorrow/the_offer/the_last/places/prices
    every day without (our/this/the) CARE
    places/spaces/slots/spots are going/filling/selling/running (fast/up/out/quickly)
    places/spaces/slots/spots go/fill/sell/run (up/out)* fast/quickly/out
    if you do_not/don't act/start/call/come/book now/today/soon/at_once
    without this/our CARE you will/may lose/never/end_up
    only NUMBER places/spaces/spots/slots (left/remaining/remain)
    only NUMBER/a_few/a_handful (of_*) (*) left/remain/remaining ... , (so/and) ring/call/book/phone/act/hurry/reserve
    don't/do_not let/lose another/one_more (*) day/night/week/month/season/spring/summer/autumn/winter/year
    once-in-a-lifetime
    don't/do_not let ... slip/pass/escape/go_by
    too good to miss
    why suffer/wait (any) (longer/another_day/*)
    """,
    """
    # (to) call/ask/tell/ring/see/get/go/phone/seek
    doctor/help/emergency/ambulance/hospital/nurse/emergency_number ... #
    # ... doctor/help/emergency/ambulance/hospital/nurse/pain_gets_worse
    """,
    say="one of several choices, and waiting is one too",
    why="It presses a tired reader to say yes.",
    denies=True,
)

BARGAIN = Kind(
    "bargain",
    """
    save~/saving (up_to) (an_extra) NUMBER
    ^ (get/enjoy/claim/grab) (a/an/your/our/the/both)* (*) DEAL
    get/claim/grab/win/collect/earn (your/our/a)* (*) DEAL (today/now/when/if)* |
    JOIN ** and/to get/receive/win/save/claim/collect/earn
    bring/refer/invite/tell a/your friend~ and
    money off |
    your/our/the first/initial (*) CARE/STAY is/are/comes on_us/half_price
    half/bargain/unbeatable/introductory/knock-down/rock-bottom price~
    the sooner/earlier/faster/quicker you book/call/sign/join/act/order/contact ** , the
    the sooner/earlier/faster/quicker you start/begin/come/try ** , the better/greater/higher your/the chance~/result~
    refund~ if/when/unless ** not/no/NEVER/unhappy/unsatisfied/fail~
    cost~ (you)* (*) less/no_more (a_day/a_week)* than (a/an/your/one/the)* (daily/morning/weekly)* TRIFLE
    an/our/truly/surprisingly/highly/most affordable */CARE
    pay (only/just)* half |/now/today/until/this
    we beat/match any/every/all (*) price~/offer~/quote~
    (our/easy/flexible/simple)* easy/flexible/simple/our payment_plan~/instalment~/financing
    ^ (from)* tomorrow/tonight/soon/next_* the/our/all price~/fee~/rate~ go~_up/rise~/increase~/double~
    price~/fee~/rate~ go_up/rise/increase/double on/from/after/soon/next/in/at
    secure/reserve/claim/grab/save/snap_up your (*) place/spot/seat/slot/session (*) (now/today/with/before/while)
    take/taking advantage of our/this/the (*) OFFER
    our/the (*) special/winter/summer/spring/autumn/christmas/new_year/holiday/weekend OFFER
    or we (will/shall) (keep/go_on/carry_on/continue/treat/work) ** (for_free/free/at_no_*/for_nothing/without_charge)
    last/final chance to
    grab/snap_up/bag/claim/secure yours |/now/today/tonight/before/while
    """,
    """
    bus/buses/train/trains/rail/travel/ticket/tickets/railcard/council/tax/bill/bills/parking/museum/prescription ... #
    # ... bus/buses/train/trains/rail/travel/ticket/tickets/railcard/council/tax/bill/bills/parking/museum/prescription
    hard/find/finding/need/lack/wish/wait ... #
    heating/energy/food/fuel/gas/petrol/oil/house/rent/electricity/ticket ... #
    # minute/minutes/hour/hours/day/days/step/steps/trip/trips/page/pages
    helpline/line/lines/charity/service/library ... #
    # energy/steps/strength/time/words/pages/answers
    """,
    say="what it costs, with what is in the price, and who pays",
    why="A price or a prize presses; it says nothing about the care.",
    denies=True,
)

AUTHORITY = Kind(
    "authority",
    """
    ^ (all/most/the/many)* (*) EXPERTS (now/all/always/everywhere/strongly/warmly/rightly/increasingly)* VOUCH
    science/research/medicine has/have (now/finally/long/clearly/already/since)* confirmed/established/settled
    (a/an/our/every/one/the/several/many/these)* RENOWNED EXPERTS/SELF/hospitals (*) (*) VOUCH/SAYS_SO
    it is (*) well_known/common_knowledge/widely_known/generally_accepted/widely_accepted/universally_accepted/no_secret
    as every/any/all/most EXPERTS (*) know~/will_tell_you/confirm~
    every/any EXPERTS (*) (worth_*) (*) will_tell_you/will_confirm/knows
    everyone/everybody knows (that)
    every/any textbook~/EXPERTS (in_*) say~/tell~/agree~/teach~/will_tell_you/will_say/will_agree
    medicine/science/EXPERTS/world (*) (is/are/stand/stands) united/unanimous/of_one_mind/of_one_voice
    (my/our/his/her/the)* EXPERTS say~/said so , and
    no (serious/sensible/real/true/honest/good/self-respecting/modern)* EXPERTS doubt~/disputes/dispute/denies/deny
    no (serious/sensible/real/true/honest/good)* EXPERTS (would/could/can/will)* (still/ever/today)* doubt
    (even)* ACADEMY says/say/proves/proved/agrees/confirms/confirmed/uses/trusts/backs/recommends
    RENOWNED names (in/of) ** are/stand/have behind/back/trust/use/chosen/chose
    RENOWNED names (in/of) ** BE behind/convinced/agreed
    big/great/top names (in/of) ** (are/stand)* behind/back/trust/use/swear_by
    """,
    """
    # ... NUMBER
    # to_see/your_doctor/that_you_ask
    # how/what/why/when/who/where
    some/few/not_all/other ... #
    """,
    say="the name of the study or the group, with its year and country",
    why="A reader must be able to see who says so.",
)
