"""An absolute word about a remedy, a provider or what becomes of the reader: nobody else can, however bad it is.

The words promise nothing alone (“nobody else has the key”): the sentence speaks of illness, care or those who give it.
"""

from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds.certainty import NO_ONE

# What such words must be said of.
STAKES = """
    ILLNESS
    CARE
    SELF
    EXPERTS
    PERSON
    GAIN
    HARM
    BODY
    AIDS
    EASE
    BETTER
    DESTROYS
    HEALS
"""

ABSOLUTE = Kind(
    "absolute",
    """
    if (even)* we/our_*/us cannot/can't/can_not/could_not/couldn't ... nobody/no_one/nothing can/will/could/else
    only we/our_SELF/our_CARE can/could/know_how_to/will
    if anyone/anybody can
    ACTS/WORKS/help/DESTROYS (*) (*) when/where nothing/nobody/all/everything else do/does/did/has/have/can/could/will
    ACTS/WORKS/help/DESTROYS (*) (*) when/where nothing/nobody/all/everything else fail~/is_lost
    ACTS/WORKS/help/DESTROYS/HEALS (*) (*) where/when others/other_CARE (have) fail~/give_up/gave_up/stop/stopped
    NOBODY ... has/have/had (ever/since/yet/once)* gone_back/looked_back/turned_back/been_back
    NOBODY ... has/have/had (ever/since/yet/once)* relapsed/returned/regretted
    NOBODY ... has/have/had (ever/since/yet/once)* asked_for/left_with/left_in/failed_to/come_away_without
    NOBODY ... has/have/had (ever/since/yet/once)* needed/wanted/touched/missed CARE/AIDS/a_*/us/another/ILLNESS
    NOBODY ... failed/fails/fail to BETTER/EASE/see/notice/feel/find
    NOBODY (*) (*) (*) (*) left/leaves/leave/walked_out (*) with/in ILLNESS
    the/your only/last GAIN/CARE/SELF/thing (that) you will/would/you'll ever need/try/want/take/see/buy
    you'll/you_will never (ever)* need/want/try/look_for/ask_for (a/an/any)* other/another (*) CARE/GAIN/SELF
    win~/beat~/superior/better/COMPARED/outdo~ (*) (*) (*) (*) hands_down/every_time/every_single_time/by_a_mile
    hands_down (the) |/FINEST/winner/best/most_*
    far/vastly/infinitely/clearly/greatly/streets superior/ahead/STRONGER (to/of/than)* any/anything/everything/all
    secret/truth/EXPERTS/industry/insurers/big_pharma/companies ... NEVER want WHOM/anyone ** to know/find/discover
    certain/sure/bound/guaranteed/destined to BETTER/be_cured/be_well/heal/recover
    not/n't/never just/merely/only/simply EASE/treat/manage/mask/dull/control/numb/cope ... , (but) we/it/CARE *
    NEVER manage/treat/mask/ease/dull/numb/control (ANY)* (*) ILLNESS , we/it/CARE DESTROYS/ENDS
    we/CARE/our_* (can/will/simply/just)* DESTROYS/cure~/fix~/reverse~/conquer~ it/them/that |
    what/all (*) (*) (*) no/NEVER SELF/EXPERTS could/can/would do/achieve , *
    this_one/ours/it does/will/can , every_time/always/without_fail/for_good
    however/no_matter_how/whatever/regardless_of (*) bad/severe/long/old/stubborn/strong/deep/advanced (*) ... , *
    not a/one trace of ILLNESS
    no/not_a/not_one/never_a case/PERSON/ILLNESS/problem (that/which)* (we/it/CARE/they)* NEVER ACTS/solve/free/manage
    (the/your)* ILLNESS (*) NEVER survive/withstand/resist/stand_up_to/get_past/outlive
    never look/looked back
    if it can_be/could_be (*) , we/CARE/it can/will
    ILLNESS/BODY/I/you/she/he/they/who is/am/are/were/was 100% gone/better/well/cured/healed/free/recovered
    ALL_OF_100 gone/cured/healed/recovered/pain-free/better/well/satisfied
    distant/faint memory
    """,
    """
    trial/study/studies/trials/review/reviews/researcher/researchers/guideline/guidelines ... #
    # ... in/of any/either/the/this/these (*) trial/study/studies/trials
    # ask/tell/call/have/explain/decide/say
    door/key/lift/bill/letter/meeting/printer/form/phone/game/team_that/match/race ... #
    # ask/call/ring/phone/tell/see/get/please/stop/talk/take/speak/go/rest/do/try/you_may/you_can/remember/be
    """,
    of=STAKES,
    say="what was found, in how many people, and how sure that is",
    why=NO_ONE,
    denies=True,
)
