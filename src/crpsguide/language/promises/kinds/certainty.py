"""How sure it is, and for how many: proven, guaranteed, certain, works for everyone."""

from crpsguide.language.promises.kind import Kind

NO_ONE = "Nobody can promise how one person will do."

PROVEN = Kind(
    "proven",
    """
    (clinically/scientifically/medically/fully/well/time)* proven
    study~/trial~/research/results/tests/figures/EXPERTS/PERSON (have~) (also/clearly/now/finally) prove~ PROVED
    we/this/it/that/our_* (have~) (also/clearly/now/finally) prove~ PROVED
    proves/proved/proven beyond/itself/effective/safe/successful/its_worth/its_effect/that
    proves/proved/proven to be_safe/be_effective/be_successful/be_better/EASE
    clinical/scientific/living/hard/solid/clear/conclusive/definite/medical/full/absolute proof
    there_is/we_have/here_is/this_is (clear/hard/full/solid/now/finally/scientific) proof
    proof/research/evidence/science/verdict/result is/are in/overwhelming/crystal_clear/conclusive/irrefutable |
    evidence/research/results/proof/facts leave~ no room/doubt/question
    science/evidence/research/facts (has/have) spoken
    shown/demonstrated/established/confirmed/proved conclusively/definitively/beyond_*/time_and_again/once_and_for_all
    studies/trials/EXPERTS/patients/people cannot/can't be wrong
    all/every EXPERTS (are) (in) agreed/agreement/agree~
    no question about it
    beyond (all/any/a)* doubt/dispute/question/compare/belief/argument/reproach
    results/figures/numbers/facts speak volumes
    undeniable/undisputed/indisputable/unquestionable/irrefutable
    it_is_a_fact that
    science/debate/matter/case/question is settled/closed/proven
    """,
    """
    # wrong/false/guilty/difficult/hard/tricky/unable/ineffective/useless/harmful/worse/popular/hopeless
    # not/no_better/no_more/no_benefit/no_effect/no_help/in_no
    # to (be) no/not/ineffective/useless/harm~/worse/dangerous/fail/cause/difficult/hard
    # of address/identity/id/income/age/purchase/payment/insurance
    # by/before/first
    yet_to_be #
    until/if/unless/before/require~/need~/ask~_for/bring/without/lack~ ... #
    it_is_a_fact_that # no/not/few/many/most/some/we
    """,
    say="in a trial of so many people, …",
    why="A study makes something more or less likely. Give its size, its numbers and how sure they are.",
)

GUARANTEED = Kind(
    "guaranteed",
    """
    guarantee~
    money back
    or you pay nothing/not_a_penny/no_fee
    no cure/result/results/success/relief , no fee/charge/payment/pay
    (only) pay (only) if/when it works/you_*_better/you_feel
    count/bank on it/this/us/that |
    you can (always) count/rely/depend/bank on our/this/these/the (*) CARE/results/relief
    you can (always/really/fully)* trust it/our/this/these/the (*) CARE/results
    we/I pay/give/refund you (your_*) (back)
    or it_is/it's free
    or you/it pay/owe/cost/costs (us) nothing/not_a_cent/not_a_penny
    or we refund
    we/I/our_* promise~ (you) (that)
    SURELY WORKS/safe/effective
    will SURELY WORKS/BETTER/bring/free
    without/beyond (a/any/all/every/the_slightest/a_shadow_of_a) doubt
    there_is no doubt
    no doubt that
    beyond/without question
    surefire/sure-fire/foolproof/fail-safe/failsafe/infallible/unfailing/bulletproof
    you_will/you'll (SOON) be/feel/become/get/wake_up (*) WELL
    you_will/you'll (SOON) walk/run/dance/sleep/smile/live/laugh/enjoy ** again/freely/normally/without
    will (soon/finally/also/*) cure~/DESTROYS/ENDS ** ILLNESS
    will work/help (for) you/everyone/anyone
    it/this/CARE will work |
    it/this simply/just/really works |
    this works |
    will change your life
    you_can/to be sure/certain/confident that it/this/our/the/you
    rest assured
    can/will be certain/sure/assured/confident of success/recovery/relief/results/a_cure/GAIN
    nobody/no_one can/could deny/dispute/doubt/argue
    we/I are/am certain/sure/convinced/confident that it/this/our/the/you/your (*) (will/can) BETTER/WORKS
    will_not/will_never/you'll_never/won't be_disappointed/regret_it/look_back
    it_is certain/sure that/to it/you/EASE
    only/just (a) matter of time
    full_stop/no_ifs_or_buts/no_ifs_and_no_buts |
    speak~ for_themselves/for_itself
    cannot/impossible to fail
    you can bank/count/rely/depend on it |
    """,
    """
    # (a/you/your/the)* (*) BOOKED/confidential/opening/right/pay/parking/callback/call/interpreter
    year/years/month/months/lifetime/maker's/under/warranty/device's #
    # for/of/lasts/covers/runs_out/card (*) NUMBER/the_device/the_battery/parts/years/year
    NUMBER year/years/month/months #
    BOOKED ** is/are/will_be #
    # (that) nobody/no_one (else) see~/read~/share~/sell~/open~/learn~/pass~/use~/find~_out
    only # (that) (we/I) (can/could/will)* (give/make/offer)* is that
    if the pain/swelling ... #
    # to correct/mend/publish/protect our/you/to/within/here/everything/mistakes/errors
    # to be/keep/tell/call/answer/reply/listen/write/ask/say/stay/do our/you/to/within/here/everything
    # not/no
    staff/desk/volunteers/porter~ ... #
    travel/fare/ticket/deposit/parking (*) #
    # to listen/try/be_honest
    # from (your/the/a/our) (*) insurer/bank/council/shop/state
    # (that) we/nobody/no_one/nothing not
    # the bus/lift/entrance/phone/site/page
    this page/guide/site #
    # to write/ask/know/talk/bring/have/keep/say/plan/be/tell/count
    # more slowly/gently/often
    # and ask/check/write
    """,
    say="may, or we do not know",
    why=NO_ONE,
)

CERTAIN = Kind(
    "certain",
    """
    is/are/become~/relief/success/recovery (almost/absolutely/now/all_but) certain/assured
    certain/sure/bound/set/destined to EASE/BETTER/succeed/bring/benefit/change
    certain relief/success/cure/recovery
    success/relief/recovery/healing (BE) inevitable/a_certainty/a_foregone_conclusion/a_given/unstoppable
    """,
    """
    you/we/I/they/doctor~/nobody/team/he/she (*) #
    if/when/once/until/make/be (you/we) (are/is) #
    thing #
    ^ (but) this/that/so much #
    # that/about/of/to_ask/amount/foods/people/things/number/times/days
    """,
    say="may, or we do not know",
    why=NO_ONE,
)

ALWAYS_WORKS = Kind(
    "always-works",
    """
    always (*) WORKS/prevent~/protect~/restore~/abolish~/effective/safe/successful/a_success
    WORKS (*) (*) without_fail/every_time/every_single_time/in_every_case/in_all_cases/in_each_case
    WORKS (*) (*) in_every_single_case
    WORKS for/on/in/with (absolutely/simply/almost/nearly)* EVERYONE
    WORKS for/on/in/with/against (absolutely/simply)* any/every/all kind~/sort~/type~/form~/stage~ of (*) (*) ILLNESS
    WORKS (for) (absolutely/simply/almost/nearly) EVERYONE
    GAIN is (always/now)* possible/within_reach/there/waiting/available for (absolutely/simply)* EVERYONE
    is/are right/suitable/good/perfect/ideal/effective/safe/helpful/made/fit for EVERYONE
    WORKS/save~/frees/freed/freeing (for) EVERYONE
    never (once) fail~/disappoint~/let~_you_down/let~_anyone_down/let~_PERSON_down
    cannot/can't fail/go_wrong
    CARE/relief/answer/help for everyone with/who
    EVERYONE (who) (*) (*) (*) (will/can/has/have) (soon/always/quickly/finally/really) BETTER
    even (the/our)* hardest/worst/toughest/oldest/most_*/hopeless/stubborn/desperate/severe (*) PERSON (*) BETTER
    RELIABLY WORKS/DESTROYS/ENDS/prevent~/protect~
    prevent~/protect~ ... in/for every/each/all/any PERSON
    NO (ANY)* relapse~/setback~/disappointment~
    NOBODY has_ever/have_ever/ever needed/required/asked_for/wanted/come_back/doubted/complained/had
    every/each (single) BODY/hand/arm/leg/foot/joint (*) (*) (*) BETTER/regain~
    what/where other/others/conventional ... , we/our/this
    success/cure/recovery/satisfaction rate/rate: (of/is) ALL_OF_100
    so powerful/effective/potent/advanced/successful that
    will_not/won't/never fail you
    yet to meet/see/find a/anyone/one (PERSON)
    NEVER had/have/seen/met/known/treated (a/one/any/the/single)* PERSON (who/that/whom)* (we/it/this/CARE)* COULD_NOT *
    not/never a question/matter/case of if/whether , (but) (only/simply/just)* (of) when/how_soon |
    question/matter of when , not (of) (*) if/whether |
    GAIN is the_rule/the_norm
    nine/9/eight/8/90/95/98/99/ninety out_of/of/in ten/10/100/a_hundred (of) (our) (PERSON) BETTER
    NUMBER out_of/of/in NUMBER of our (PERSON) BETTER
    ALL_OF_100 (success) success/successful/effective/safe/cure/natural/guaranteed/pain-free/relief/reliable/painless
    WORKS for most/nearly_all/almost_all/virtually_all/practically_all (PERSON)
    no_matter/whatever/regardless_of how/what/who/where/your/the (*) (*) (*) (*) , THING (*) (*) (will) WORKS
    WORKS ** no_matter/regardless_of/whatever/however
    NOBODY ... leave~/left/go~_home/gone/walk~ ** with (the/any/their)* ILLNESS
    NOBODY ... leave~/left/go~_home/gone/walk~ ** in_pain/disappointed/unchanged/without_relief/empty-handed
    NOBODY ... disappointed/let_down/unhappy_with/dissatisfied/regretted/complained
    without exception
    WORKS/effective/successful in/for/with ALL_OF_100
    ALL_OF_100 of (our/all/the)* cases/PERSON
    never had/have/seen/known a (single) failure~/complication~/complaint~/relapse~
    win~ the battle/fight/war against/over
    every/each/any/all case/cases ** be/is/are (*) healed/cured/treated/helped/solved/BEATEN
    WORKS what/where * (*) cannot/can't/could_not
    """,
    """
    ^ when/if/where/because #
    # differently
    # in (a/its) different/own way
    nurse~/team/staff/doctor~/friends/lift/phone/we #
    in/of (one/a/the/this/that/another)* (*) (*) trial/study/series/survey/audit ... #
    # ... in/of (one/a/the/this/that/another)* (*) (*) trial/study/series/survey/audit
    # if/when you are/feel lost/stuck
    staff/desk/volunteers/porter~ ... #
    # (you) (to) find/choose/fill_in/get_to/with_forms
    # cannot/can't/do_not/don't/may
    rest/sleep/listening/a_friend/talking/it/support # to talk/ask/know/write/have/bring/plan/say
    must ... #
    # this/the test/exam/quiz
    # more slowly/gently/often
    """,
    say="what share it helped, out of how many, and how sure that is",
    why=NO_ONE,
)
