"""What becomes of the illness: it surrenders, is shown the door, and never comes back."""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.certainty import NO_ONE
from crpsguide.language.promises.kinds.extent import LIMITED

ENDED = Kind(
    "ended",
    """
    kick~/throw~/chase~/drive~/push~/squeeze~/force~/bring~ ILLNESS out (of) |/your/their/my/the
    ILLNESS (will) not know what hit it
    ILLNESS is not/no_longer a life_sentence
    ILLNESS is not/no_longer for_life/forever/for_ever/your_fate/fate |
    ILLNESS ** (is) yesterday's/old news
    feel~ (the/your/their)* ILLNESS drain/leave/go/fade/melt/vanish/lift/slip/ebb/dissolve/disappear
    we (have) (finally/at_last)* cracked/solved/beaten/conquered/defeated/mastered ILLNESS
    ILLNESS (*) (*) meets/met (its/their) master/match/end
    ILLNESS ** (is/are/simply/just)* off/history/behind_you/no_more/forgotten/behind_them/off_the_table |
    GAIN/relief is/are/lies (just/only/but/now)* NUMBER/a/one/few TIME/step~/call~/click~ (*) away
    ILLNESS ** (only/just/nothing_but)* a (mere/bad/distant)* memory |
    relapse~/flare~/ILLNESS is/are/will_be off_the_table/out_of_the_question/ruled_out/unthinkable/a_memory
    ILLNESS ** dissolve~/sink~/slip~/drain~/seep~/flow~/float~/drift~/melt~ (away) |/like/as
    leave~/left (the/your/all/their)* ILLNESS at_the_door/at_our_door/behind_you/at_home
    leave~ no ILLNESS/PERSON/limb/joint/nerve * |
    show~ (ANY)* ILLNESS the door/the_exit/who_is_boss/who's_boss
    drive~/chase~/root~/flush~/sweep~/wash~/force~/push~ (out/away)* (ANY)* ILLNESS (out/away)* |/out/away/of/from
    ILLNESS (*) days are numbered
    days of ILLNESS are numbered/over/gone/history
    master~/outsmart~/outwit~/bury (ANY)* ILLNESS
    leave~ (ANY)* ILLNESS in_the_dust/behind
    ILLNESS stops/ends/finishes where *
    means/brings/is no/zero ILLNESS tomorrow/today/again/ever/at_all
    HEALS/give~/bring~/win~ (back) what (the/your)* ILLNESS/injury (has) destroyed/took/stole/taken/stolen/damaged
    ILLNESS/it do/does/did/will/can not return/come_back/recur |
    say~/wave~/kiss~/bid~ (*) (*) (*) ILLNESS/CARE goodbye/good-bye/farewell
    and (the/your/all/every)* ILLNESS GOES |/away/for
    ^ no/zero ILLNESS |
    ^ defy/conquer/beat/banish/crush/outsmart/silence/stop/end/escape/erase/eliminate (your) (*) ILLNESS
    ILLNESS NEVER have_to/need_to/has_to last/be/stay/go_on
    do_not/don't let (the/your)* ILLNESS rule/control/ruin/steal/win/run/own/dictate
    ILLNESS surrender~/capitulate~/bow~/cave~_in/bite~_the_dust
    ILLNESS gone |/in/within/by/after/for/overnight
    any ILLNESS , any */*_*
    SOOTHES/DESTROYS/ENDS any/all/every (*) ILLNESS
    EASE/DESTROYS/ENDS/HEALS/relief/keep~/hold~/drive~ (*) (*) ILLNESS ** WITHOUT_END
    get~_rid/rid of (all) (ANY)* (*) ILLNESS/AIDS ** WITHOUT_END
    keep~ ILLNESS away/at_bay/under_control/in_check/out ** WITHOUT_END
    CARE/it/this keep~ (*) ILLNESS away/at_bay/out
    ILLNESS ** (and) (it) stay~ gone/away/out
    ILLNESS will (simply/just/soon/also)* go/leave/stop/end |/away/for/and
    and (the/your/all)* you/it/ILLNESS is/are/will_be (all) over/gone/done/finished/free/cured/well/forgotten/rid
    turn~/transform~ PERSON/ILLNESS/agony/despair/suffering into *
    ILLNESS NEVER (have_to/need_to/need)* be/mean/last/stay ** for_life/for_ever/forever/a_life_sentence/your_fate/fate
    forget~ (that/how) you were/had/are/have (ever)* ill/sick/hurt/been/ILLNESS/in_pain
    LIVES that/which (the) ILLNESS (has) took/stole/taken/stolen
    EASE/HEALS/DESTROYS ILLNESS from the_inside/within/the_root/the_ground_up
    """,
    LIMITED,
    say="how much less pain, in how many people, and for how long",
    why=NO_ONE,
    denies=True,
)
