"""What becomes of the illness: it surrenders, is shown the door, and never comes back."""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.certainty import NO_ONE
from crpsguide.language.promises.kinds.extent import LIMITED

ENDED = Kind(
    "ended",
    """
    show~ (ANY)* ILLNESS the door/the_exit/who_is_boss/who's_boss
    kick~/throw~/chase~/drive~/push~/squeeze~/force~/bring~ ILLNESS out (of) |/your/their/my/the
    ILLNESS (will) not know what hit it
    ILLNESS is not/no_longer a life_sentence
    ILLNESS ** (is) yesterday's/old news
    feel~ (the/your/their)* ILLNESS drain/leave/go/fade/melt/vanish/lift/slip/ebb/dissolve/disappear
    we (have) (finally/at_last)* cracked/solved/beaten/conquered/defeated/mastered ILLNESS
    ILLNESS (*) (*) meets/met (its/their) master/match/end
    ILLNESS ** (is/are/simply/just)* off/history/behind_you/no_more/forgotten/behind_them/off_the_table |
    ILLNESS ** dissolve~/sink~/slip~/drain~/seep~/flow~/float~/drift~/melt~ (away) |/like/as
    leave~/left (the/your/all/their)* ILLNESS at_the_door/at_our_door/behind_you/at_home
    ILLNESS (*) days are numbered
    means/brings/is no/zero ILLNESS tomorrow/today/again/ever/at_all
    HEALS/give~/bring~/win~ (back) what (the/your)* ILLNESS/injury (has) destroyed/took/stole/taken/stolen/damaged
    ILLNESS/it do/does/did/will/can not return/come_back/recur |
    say~/wave~/kiss~/bid~ (*) (*) (*) ILLNESS/CARE goodbye/good-bye/farewell
    and (the/your/all/every)* ILLNESS GOES |/away/for
    ^ no/zero ILLNESS |
    ^ defy/conquer/beat/banish/crush/outsmart/silence/stop/end/escape/erase/eliminate (your) (*) ILLNESS
    do_not/don't let (the/your)* ILLNESS rule/control/ruin/steal/win/run/own/dictate
    ILLNESS surrender~/capitulate~/bow~/cave~_in/bite~_the_dust
    ILLNESS gone |/in/within/by/after/for/overnight
    SOOTHES/DESTROYS/ENDS any/all/every (*) ILLNESS
    ILLNESS ** (and) (it) stay~ gone/away/out
    forget~ (that/how) you were/had/are/have (ever)* ill/sick/hurt/been/ILLNESS/in_pain
    """,
    LIMITED,
    say="how much less pain, in how many people, and for how long",
    why=NO_ONE,
    denies=True,
)
