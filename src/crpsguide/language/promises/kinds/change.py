"""What it does to the illness and to life, how wholly, how fast and for how long."""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.certainty import NO_ONE

# Things that set hard: they cure, too.
_HARDENS = """
    plaster/cast/glue/paint/resin/cement/concrete/ham/bacon/meat/fish/varnish/silicone/rubber/splint/wax ... #
    # ... plaster/glue/paint/resin/cement/concrete/ham/bacon/varnish/leather/silicone/salt/smoke
"""

CURE = Kind(
    "cure",
    "cure/cures/cured/curing/curable/curative",
    f"""
    {_HARDENS.strip()}
    # (a/an/the/your/my) (*) habit/boredom/hiccups/loneliness/hangover
    until/when/once/before a/an # is/comes/has
    one_day/some_day/someday ... #
    """,
    say="may ease",
    why="Hope that does not come true hurts twice. Say what was found, and how sure that is.",
)

NEW_LIFE = Kind(
    "new-life",
    """
    change~/transform~/save~/turn~_around/rebuild~ (WHOSE)* LIVES
    give~/get~/have~/win~/take~ (WHOM)* your/their/my/his/her/our (old/whole/*) LIVES back
    new lease/chapter/start/beginning of/in (your) life
    whole_new/new/second/normal life/chance (awaits/for_you/at_life/is_possible/without_ILLNESS/after_ILLNESS)
    better life awaits/for_you/is_possible/without_ILLNESS/after_ILLNESS/with_CARE/starts/begins/today/again
    better life after (the/a/one/our)* CARE awaits/begins/starts
    give~/bring~/get~/live~/lead~/start~/promise~/find~/enjoy~ (WHOM)* a/your/their better life
    lasting/total/complete/permanent/real/true/full freedom from ILLNESS
    live~/life/living/future/lives/days/nights/mornings without/free_of/free_from (any/all)* ILLNESS
    pain free LIVES/future/living/again/in/within/from/after/guaranteed/for_good/forever/by/once/days/today
    BE/become~/feel~/live~/go~/leave~/stay~/remain~/wake~_up (home/us/our_*/TOTALLY/almost/finally/truly/all)* FREE
    TOTALLY FREE
    say~/wave~/bid~/kiss~ (hello) (and) goodbye/good-bye/farewell (to) (all/your/the/my/this)* (*) (*) ILLNESS/CARE
    say~/wave~/bid~/kiss~ goodbye/farewell (to) (all/your/the/my/those)* sleepless_nights/crutches/fear
    no_more flare-ups/attacks/symptoms/tablets/pills/sleepless_nights/suffering
    NO (even/a/an/single/one/the/slightest/least/smallest/faintest)* TRACE of ILLNESS
    every/all (last/single) TRACE of (the/your) ILLNESS
    walk~/leave~/move~/sleep~/wake~_up/work~/run~/go~_home/dance~/live~ (*) (*) (*) (*) with_zero/with_no/minus ILLNESS
    zero ILLNESS |/and/in/within/after/for
    never ** (with/in) ILLNESS (or_*) again
    never_again will/must/need/do/have you
    reclaim~/rediscover~/recapture~/take~_back/win~_back (WHOSE)* (*) LIVES/freedom/independence/mobility/youth/strength
    ^ regain your (*) LIVES/freedom/independence/mobility/strength/movement
    ^ dance/smile/laugh/live/love/hug/enjoy/run/ride/travel ** ** again
    we make it/this/that possible
    free~/liberate~/release~ (WHOM)* (*) from/of (their/your/all/the)* ILLNESS/wheelchair~/crutches/painkillers/drugs
    never_again/no_longer hurt~/suffer~/be_in_pain/have_pain/feel_pain/feel_the/lie_awake
    never hurt~/suffer~/be_in_pain/have_pain/feel_it/feel_the (*) again
    free~/liberate~/deliver~/release~/relieve~ WHOM/your_body/yourself from/of (all/the/*) ILLNESS
    MANY (of) (*) have/has (already/now/since) RESCUED
    no_more/never_feel/never_have (ANY)* (*) ILLNESS
    an_end_to/the_end_of/freedom_from/rid_of/put~_an_end_to/bring~_an_end_to (ANY)* (*) ILLNESS
    forget~ (all) (about) (the/your/all) ILLNESS
    leave~/put~ (all) (the/your) ILLNESS behind
    ILLNESS ** thing/memory of_the_past
    ILLNESS ** (a) distant/faint/mere memory
    ILLNESS ends/stops/finishes here/today/now
    walk~/leave~/move~/sleep~/wake~_up/work~/run~/go~_home/dance~ (*) (*) without (any/the/all/*) ILLNESS
    search/quest/journey/wait/hunt for * ends/stops/is_over/finishes/has_ended
    search/journey/struggle/wait/suffering/fight/battle/nightmare ends/stops/is_over (here/today/now)
    throw~/bin~/burn~/ditch~/toss~/hang~_up/say~_goodbye_to (away/out) your (*) AIDS
    leave~ your (*) AIDS (*) behind/at_home/in/with_us/here
    you (will) won't/will_not/no_longer (longer) need it/them/your_* |/any_more/any_longer/anymore/again
    ILLNESS ** belong~ to (the/your)* past/yesterday/history_books
    ILLNESS ** has/have/stands/had no/not_a chance/hope
    ILLNESS ** met/meets/meet its/their match
    no (*) ILLNESS/case/PERSON is/are/was (ever/too)* HOPELESS/beyond/hopeless/incurable
    feel~ (like) (*) NUMBER/sixteen/eighteen/twenty/thirty/young/alive/human/whole again
    as if/though it/nothing/the_*/you_* (had) (*) (never/ever) happened/existed/been_ill/been_away
    will_be/you're/you'll_be (soon) back on_your_*/to_normal/to_full_*/at_work |/in/within/by/after
    ILLNESS doesn't/does_not/don't/do_not/won't/will_not stand a_chance
    make~ (your/the/all)* ILLNESS GOES
    make~ CARE/it/them/AIDS superfluous/redundant/unnecessary/obsolete
    exactly/just as/like it/they/you was/were/did/used_to
    do/able_to_do/enjoy everything/anything again
    bring~/come~ ** back to_life
    reborn/rejuvenate~/heaven-sent/heavenly/god-given
    ^ stop hurting/suffering (today/now/tonight)
    ^ start living/healing/smiling/enjoying
    be/become~/leave~/feel~/go~_home/walk~_out ** a new/changed/different person/woman/man
    from agony/despair/misery/wheelchair/crutches to joy/hope/happiness/freedom/dance_floor/dancing/running/marathon
    nothing/nobody can/will stop/hold you
    only_thing you_have_to/you_can/you_will lose
    never need/take/touch/see (another/a/any) (*) CARE (again)
    fresh start
    feel~ like new/a_new_person/a_different_person/yourself_again
    feel~ NUMBER years younger
    will be (*) ACTIVE again
    lifesaver/life-saver
    good as new
    back to_your_old_self/to_normal_life/to_the_life_you
    be~/become~/return_to your/their old_self/old_selves/former_self
    new you |
    """,
    """
    # was/is the/a/our goal/aim/wish/target
    # killers/killer/medicine/medicines/clinic/clinics/scale/score/relief
    injury/accident/diagnosis/attack/ILLNESS (has/have/had/can/may/will/often)* #
    some/a_few/few/many/half/fewer of/people/patients/children/adults/who ... #
    may/might/sometimes (*) #
    learn/learning/how/goal/aim/try/want/wish ... #
    need~/act/operate/do/done/have/has ... to #
    ambulance/paramedic~/emergency/crew ... #
    side/limb/arm/hand/leg/foot is/are/be #
    NUMBER of/in/out_of/people/patients/person/participants/adults/children ... #
    in/at (*) (*) (*) trial/study ... was/were #
    # (in) NUMBER of/out_of
    count/note/write_down/mark/record ... #
    about #
    """,
    why=NO_ONE,
)

REVERSES = Kind(
    "reverses",
    """
    reverse~/undo~ (*) (*) ILLNESS
    STRIKES (*) (the/your) root/real/true/underlying/very cause~/source~/problem~/root~
    at/to its/the/their (very) root~/source
    get~_to/go~_to/strike~_at the (*) cause/root/heart of (*) ILLNESS
    cause/causes/root/source , (and) (not/rather_than/instead_of/never) (just/only/merely/simply)* (the) symptom~
    restore~/return~/bring~/put~ (*) (*) (*) (back) to how/the_way/what/as/where it/you/they was/were/used/had
    restore~/return~/bring~/put~ (*) (*) (*) (back) to its/their/your/full former/old/original/health/strength/function
    TOTALLY WORKS/ENDS/DESTROYS/HEALS/prevent~/protect~/reverse~/free~/block~/take~/recover~/normalise~
    HEALS (*) (*) BODY
    WORKS/HEALS (*) (*) from (the) within/inside (out) |
    regenerate~/regenerative
    REBOOTS (*) (*) BODY/ILLNESS/potential/healing/relief/life/strength/healing_powers
    flip~/hit~/press~/throw~ the off/pain/master switch/button
    undo~/undoes/undid/undone (all/the/your/any/years_of)* (*) damage/harm/ILLNESS
    switch~/turn~ (off) (the/your) ILLNESS/pain_signals/suffering (off) |/at/for/in/within/like
    switch~/turn~ (the/your) ILLNESS off
    DESTROYS (ANY)* (*) ILLNESS/fire
    DESTROYS/melt~_away/take~_away (ANY)* years/decades/months/a_lifetime/every_kind/all_kinds of (ANY)* (*) ILLNESS
    EASE/STRIKES every/each/all (single/of_the/your/the)* ILLNESS
    heal~/repair~/renew~ itself/yourself/themselves (*) completely/fully/totally/naturally/entirely
    completely/fully/totally heal~/repair~/renew~ itself/yourself/themselves
    remove~/end~/stop~ (all/your/every/the/any)* all/your/every/any (*) ILLNESS
    ILLNESS ** FOREVER
    fix~/heal~/repair~ the/your (*) BODY/ILLNESS
    TOTALLY cured/healed/recovered/pain-free/restored/gone/reversed/effective/reliable/painless/risk-free/disappeared
    STRIKES (*) ILLNESS where it starts/begins/lives/hurts/arises/originates/is_born
    TOTALLY/absolutely/simply no/zero (*) ILLNESS
    better/GAIN/WORKS in/on/with/for/against every/all/each/any (single) (*) PERSON/type~/form~/limb~/ILLNESS
    all/every/any (*) ILLNESS (*) GOES
    ILLNESS (can/will/has/have/and/be~/simply)* be~ (*) BEATEN
    ILLNESS ** in its/their tracks
    ILLNESS ** lost/lose~ its/their terror/horror/grip/sting/power/hold
    WORKS/DESTROYS/ENDS/HEALS/REBOOTS/correct~ ** ** FOREVER
    FOREVER WORKS/DESTROYS/ENDS/HEALS/REBOOTS/correct~/free~
    DESTROYS (the/your/all)* memory/memories of (the/your) ILLNESS
    regain~/recover~/restore~/get~/return~ (*) full/complete/normal use/function/movement/mobility/strength
    perfect/complete/total/full control of/over (the/your) ILLNESS
    BE/feel~/looks like_new/as_good_as_new |
    ILLNESS ** foreign_word/stranger/unknown to you/our_*
    LIVES without limits/limitations/restrictions/boundaries/compromise
    say~ yes/hello to ** LIVES/freedom/relief/health
    WHOLE farewell/goodbye (to)
    farewell/goodbye/good-bye to (*) ILLNESS
    take~ (all/your/the/my/every/away)* (*) ILLNESS away
    take~ away (all/your/the)* (*) ILLNESS
    stop~/halt~/end~/overcome~/solve~/fix~/freeze~ (the/your) ILLNESS |/for_good/in_its_tracks/once/forever/at
    restore~ full/complete/total/normal/perfect *
    return~/bring~/get~/back (*) (*) (completely/fully/back)* to normal |/within/in/after/for
    work~ immediately/instantly/at_once/straight_away/overnight/where_all/where_every
    SWIFTLY
    work~ within minutes/seconds/hours/an_hour
    work~ where/when all/every/nothing/others/other/everything (*) (*) fail~/works/worked/help~/failed
    work~ where/when * (*) fail~
    never come~_back/return~ |
    ILLNESS (simply/just/will/then/soon/all)* never come~_back/return~/come~
    melt~/dissolve~/float~/wash~ (away) (the/your/all)* (*) ILLNESS (away)
    ILLNESS (simply/just/will/then/soon/can/literally)* GOES FOREVER/AT_ONCE/completely
    ILLNESS (could/can/will) simply/just GOES
    even (*) (*) ILLNESS (*) GOES
    stays away |
    GAIN ** never stop~/end~/fade~/wears_off
    never stops_working/wears_off/fades/loses_its_effect
    ILLNESS (simply/just/will/then/soon)* vanish~/melt~_away/evaporate~
    ILLNESS (simply/just/will/then/soon)* disappear~ FOREVER/AT_ONCE/completely/within/in/after/like
    ILLNESS is/will_be/gone (simply/just) gone/history/over
    ILLNESS gone |
    ease~/relieve~/improve~/DESTROYS/ENDS (ANY)* (*) it/ILLNESS FOREVER/AT_ONCE
    gone/work~/rid_of_it FOREVER/AT_ONCE
    WORKS/works_*/BETTER ** in_minutes/in_seconds/in_moments/in_hours/within_seconds/within_moments/within_minutes
    WORKS/GOES/BETTER/GAIN/RESULT/ILLNESS ** in/within/after just/only/as_little_as/a_mere/less_than (a/an/NUMBER)* TIME
    WORKS/GAIN/RESULT/effect/it ** last~ a_lifetime/for_life/forever/for_ever/for_good/for_the_rest
    lasts a_lifetime/for_life/forever/for_ever/for_good
    just/only NUMBER (short/*) visit~/session~/treatment~/day~/week~/CARE you/your/the/and/ILLNESS/GAIN
    instantly/immediately feel~/better/free/pain-free
    WHOLE (and) (WHOLE) (pain/symptom) GAIN
    WHOLE freedom
    GAIN BE/last~/will_last/stay~ (completely/absolutely) permanent/lifelong/a_lifetime/total/complete
    GAIN/it BE/last~/will_last/stay~ FOREVER/a_lifetime
    GAIN/RESULT that/which/will (can) last~/endure~/stay~ FOREVER/a_lifetime/a_life
    """,
    f"""
    number~/mark~/link~/lead~/claim~/line~/sentence~/note~/sign~/word~/river/path (*) (*) (*) (*) #
    parking/entry/admission/hall/seat~/app/course/workshop (*) is/are/will_be #
    helpline/leaflet~/booklet/newsletter/membership (*) is/are/will_be #
    {_HARDENS.strip()}
    # of/from (any/all/the)* (*) MATERIAL
    building/house/hall/path/ward/room/corridor~/entrance/page/site/guide/floor (*) is/are # of *
    chance~/hope/likelihood of (a) #
    # is/are possible/rare/unlikely/uncertain
    # was/were seen/found/reported/recorded/the
    # mean/means/meant
    # in one/two/three/NUMBER person/man/woman/child/patient/people/patients
    some/part_of/some_of (*) #
    # to *
    number~/mark~/link~/statement~ (*) (*) (*) lead~ #
    # order/side/page/charge/direction/dose/sleep/night's_sleep/lasted
    some/a_few/few/half/many of/people/patients/children ... #
    in some/others/many/a_few/half ... #
    stop/stopped/stops/end the/all CARE/exercise ... #
    # (in) NUMBER of/out_of
    in * (of) (NUMBER) people ... #
    if/when/until/before/once (the/your) #
    until/once you have #
    aim/goal/try/trying/want/wish/wishing ... #
    ILLNESS not/never/no/last/lasts/stay/does_not/do_not/did_not ... #
    rarely/seldom/hardly/not/may/might/sometimes (*) #
    went/came/was/were/had/followed_by (*) #
    she/he/I/somebody ... #
    must/should/need_to/needs_to/have_to/has_to/do_not/don't (*) #
    # ... days_alike
    """,
    say="one idea is that …, and what was seen in people",
    why="A picture is not a finding. Say what was seen, in how many people, and for how long.",
)
