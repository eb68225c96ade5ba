"""What becomes of the reader: well again, at work on Monday, asleep like a baby."""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.certainty import NO_ONE
from crpsguide.language.promises.kinds.extent import LIMITED

RENEWED = Kind(
    "renewed",
    """
    walk~/leave~/move~/sleep~/wake~_up/work~/run~/go~_home/dance~/live~/get~_up/step~ ... without (ANY)* (*) ILLNESS
    pain free you/body/hand/foot/arm/leg/limb/night~/summer/world/tomorrow/existence/morning~
    painless LIVES/future/tomorrow/existence/night~
    PERSON/you/they/those_who (simply/just)* (do/does/will) not/never (ever)* relapse
    you'll never/won't need (a/any/another/further)* second/another/further/more/repeat/CARE (CARE)
    BODY is/are/gets/get reset/reborn/restored/made_whole/rebooted/renewed/repaired/healed
    heal~ you |/from/completely
    the/your LIVES/BODY/body/person you had/were/knew/used_to (before)
    protect~ you (from_*) (*) WITHOUT_END
    feel~ better today/tonight/now/already/AT_ONCE
    secret to/of/behind (a/an/the)* (*) LIVES/relief/recovery/health/comfort/success
    ^ from wheelchair/crutches/bed/sickbed/agony/despair/misery to/back_to
    rise/get_up/stand_up/step/walk from/out_of/away_from your wheelchair/bed/sickbed
    leave~/left/go~_home/went_home (us) with_a_smile/happy/delighted/smiling/overjoyed
    get~ well |/again/with/here
    forget (about) everything/all/what
    expect/enjoy/experience/achieve (a/the/your)* complete/full/total/perfect/lasting *
    can/will/to expect/enjoy/experience/achieve/regain/look_forward_to (a/an/the/your)* (*) GAIN/WELL/FREE/pain-free
    dance~/walk~/run~/laugh~/ride~ (*) again |/and/today/now
    wheelchair/crutches/bed-bound/bedridden/ILLNESS yesterday , ** today/tomorrow |
    to be healed/freed/saved |/of/from/by/for
    walk~/go/goes/went out/away/home without/with_no them/it/a_stick
    no_longer/nobody/no_one (do_you/must_you)* have_to/need_to/needs_to/has_to/must/need live/suffer/hurt/endure/put_up
    a lifetime/life/decade~ of GAIN/comfort/freedom/happiness
    up_and_running/back_on_your_feet/on_the_mend/fit/well in_no_time/in_days/in_a_week/before_you_know_it
    do/enjoy/have everything (that) you used_to/once/could/did/loved
    BODY will_be/be/being reset/reborn/restored/rebooted/renewed/repaired/healed/recharged
    blow~ you/your_mind/your_socks
    put~/be/get (WHOM)* (back) in charge/control/command of (your/their) body/life/pain/ILLNESS
    put~ (WHOM)* back in_charge/in_control/on_your_feet/on_their_feet/in_the_saddle
    wonder why_you/how_you ever *
    owe~ (*) (*) (*) LIVES/recovery/health/freedom to us/our/this/CARE
    all (of) our */*_* return~/walk~/recover~/leave~/get/go/succeed/improve
    BODY will/can ** heal~/recover~/regrow~/repair~ (completely/fully/totally) |
    BODY will/can (completely/fully/totally) heal/recover/regrow completely/fully/totally/again |
    gave/give/gives/given ** PERSON/people/clients their (*) LIVES/freedom/hope/sleep/smile back
    old/former/new/real self is (only/just)* (NUMBER/a/one)* (*) TIME/steps away/ahead
    (will) sleep~/walk~/move~/wake~_up/wake ** EARLY
    feel~ (so/much/far)* better/lighter/calmer/stronger/younger/fresher/free/freer/well/normal/different/it ** EARLY
    feel~/notice~/see~/enjoy~ (*) difference/result~/benefit~/effect~/improvement~/change~ EARLY/AT_ONCE
    sleep~ (*) (*) like a baby/child/log/top
    and be/get/feel/go back at_work/on_your_feet/on_your_bike/in_the_saddle/in_the_garden/to_work/to_normal/to_yourself
    will (also/surely/certainly/always/and_can)* EASE/cure~/heal~/save/transform you/you_too |
    wake~_up/awaken~/revive~/recharge~/refresh~/re-energise~ (*) (*) BODY
    make~ BODY/WHOM/them whole/strong/young/healthy/new/pain-free/right/well_again
    (your/the/every/each) (*) (*) BODY will thank/love you
    make~/get~ (WHOM)* whole/pain-free/well_again/healthy_again/better_again/right_again
    can/will make you/them/people/everyone/patients well/healthy/better |/again/for/in
    put~/set~ you (back) right/free/to_rights
    never (*) (*) us/a_doctor/a_tablet/painkillers/crutches/surgery again
    live/enjoy ** to the full/fullest |/again
    give~ (WHOM)* back (the/your/their/my)* old/former/real/true self/selves
    give~ (WHOM)* back (the/your/their/my/a)* (*) LIVES/BODY/body/independence/future/nights/sleep/freedom/strength/joy
    THE most * (*) way/path/road/route to/out_of/away_from/back_to (*) ILLNESS/GAIN/health/LIVES
    a/one sure/certain/simple/quick/easy/gentle/fast/natural way to SOOTHES/EASE/DESTROYS/ENDS (ANY)* (*) ILLNESS/BODY
    """,
    LIMITED
    + """
    grieve~/mourn~/miss~/missing/long~/wish~/envy/cry~/sad ... #
    all_right/okay/ok/fine/normal/human/natural to (*) (*) #
    """,
    say="what people could do again, how many of them, and after how long",
    why=NO_ONE,
    denies=True,
)
