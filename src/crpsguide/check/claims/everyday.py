"""Talk of a clinic, charity or site that is no matter of health: who runs it, how to reach it; wishes."""

from crpsguide.check.claims.embedded import gives_a_reason, is_harmless
from crpsguide.check.claims.verdicts import Reason, Setting, Verdict
from crpsguide.language.patterns import Pattern
from crpsguide.language.phrases import Phrases
from crpsguide.language.statements.clauses import Link, clauses, has_finite_verb
from crpsguide.language.statements.matter import (
    AMONG_PEOPLE,
    AMOUNT,
    COMPARISON,
    EFFECT,
    EMOTION,
    NEAR_HEALTH,
    PRAISED,
    words_of,
)

_WORDS = {
    # What a site, an office, a house, a journey and a feast are made of, and who makes them.
    "MATTER": """name~ detail~ places_and_* date~ photograph~ photo~ picture~ quotation~ quote~ letter~ story
        comment~ post~ thread~ account~ film~ video~ podcast~ episode~ subtitle~ caption~ title~ blog~
        forum~ newsletter~ chat_room~ cover~ headline~ edition~ version~ issue~ copy index glossary appendix
        footnote~ margin~ paragraph~ heading~ chapter~ arrow~ symbol~ icon~ button~ link~ menu~ cookie~
        browser~ password~ email~ e-mail~ address~ file~ folder~ binder~ envelope~ parcel~ stamp~ invoice~
        receipt~ bill~ fee~ price~ deposit~ contract~ ticket~ donation~ pound~ gift~ legacy grant~ raffle~
        auction~ concert~ fair~ contest~ winner~ prize~ event~ rest_of_this_* people_in_our_*
        people_in_these_* woman_in_the_* man_in_the_* person_in_the_* people_on_the_* advertiser~ moderator~
        editor~ writer~ illustrator~ photographer~ actor~ printer~ publisher~ translator~ interpreter~
        sponsor~ patron~ founder~ chaplain~ receptionist~ caretaker~ cleaner~ porter~ secretary manager~
        director~ trustee~ committee~ council~ meeting~ agenda vote~ choir~ calls phone~ voicemail~ office~
        desk~ door~ gate~ lift~ corridor~ hall~ kitchen~ kettle~ canteen~ library garden~ chapel~ car_park
        bus~ train~ taxi~ rucksack~ archive~
        walk_is_* tram~ shuttle~ route~ map~ locker~ wardrobe~ towel~ slipper~ coat~ umbrella~ meal~
        minutes_of_the_* lunch snack~ drink~ new_member~ annual_*""",
    "HELPERS": """we volunteer~ helpline~ helper~ trustee~ charity society forum staff adviser~ counsellor~ member~
        team""",
    "SERVED": """take~ took answer~ train~ raise~ print~ send sent pay~ paid open~ run ran visit~ host~ hold held
        hire~ give gave receive~ handle~ reach~ fund~""",
    "THINGS": """call~ email~ e-mail~ letter~ message~ question~ enquiry volunteer~ student~ member~ leaflet~ copy
        talk~ event~ workshop~ branch~ office~ pounds euros dollars minibus post~ visitor~ newsletter~
        grant~""",
    "OUTLETS": "code rule~ policy style editors guidelines_for_* charter law~ we site forum house_rules",
    "TALES_TELL": "tell show prove say count replace mean",
    "SAY": "say tell claim promise write state print suggest publish",
    "TALES": """story stories advert~ testimonial~ photo~ picture~ star~ anecdote~ headline~ film~ review_scores
        before-and-after_* slogan~ praise guarantee~""",
    "OFFERS": """clinic~ centre~ center~ hospital~ doctor~ seller~ site~ website~ company~
        shop~ provider~ place~ firm~ advert~ page~ person""",
}


def is_everyday(text: str, setting: Setting) -> Verdict:
    """The facts of a page, the way to a house, the rules of what it says, and wishes."""
    if _SPEECH.search(text) and not gives_a_reason(text, setting):
        return Reason.OWN_WORK
    if _DISTRUST.search(text) and not gives_a_reason(text, setting):
        return Reason.ADVICE
    if _KIND_TO_ALL.search(text) and not any(one.search(text) for one in (EFFECT, AMOUNT)):
        return Reason.EMPATHY if not _goes_on_with_a_fact(text, setting) else None
    if _about_health(_NOT_OF_HEALTH.sub(" ", text), setting):
        return None
    if _PAGE_FACTS.search(text):
        return Reason.NAVIGATION
    if _KIND.search(text):
        return Reason.EMPATHY
    return Reason.OWN_WORK if _HOUSE.search(text) else None


def is_of_other_matters(text: str, setting: Setting) -> bool:
    """Whether a sentence has no word of health, of what people feel and can do, of how often, of tests or of law.

    What opens with “it” or “this” may mean the illness; a list item may stand below “What you may notice”; and what is
    quoted may be anybody's story.
    """
    text = _TO_SHOW.sub(" ", text)
    return (
        setting.in_running_text
        and has_finite_verb(text)
        and not _MEANS_SOMETHING_ELSE.search(text)
        and not GETS_IT.search(text)
        and not _LOOKED_AT_BY_NOBODY.match(text)
        and not setting.names_health(text)
        and not any(one.search(_SIZED.sub("", text)) for one in (EFFECT, AMOUNT, COMPARISON, PRAISED))
        and (not NEAR_HEALTH.search(text) or _is_among_people(text))
    )


def _is_among_people(text: str) -> bool:
    """Whether the words that might touch health are those that any talk between people holds: “others”, “often”."""
    if not words_of(text, NEAR_HEALTH) <= AMONG_PEOPLE:
        return False
    return bool(_TALK.search(text) or EMOTION.search(text))


_LOOKED_AT_BY_NOBODY = Pattern(
    r"(?:so far,? )?(?:nobody|no one|hardly anyone) has (?:yet |ever |so far |really )?(?:looked|tested|checked|asked"
    r"|studied|measured|counted|followed|cracked it"
    r"|(?:pinned down|worked out|figured out|found(?: out)?|shown|proved|proven|explained|settled)"
    r" (?:what|why|how|who|whether|which|when|where|that))\b"
    r"(?!.*\b(?:you|us)\b)"
)
_TO_SHOW = Pattern(  # papers, and no proof of what helps
    r"\bproof of (?:(?:your|current|valid) )*(?:address|identity|id|age|income|purchase|payment"
    r"|postage|insurance|residence|birth|delivery)\b"
)
# “You cannot get it from someone else.”
GETS_IT = Pattern(
    r"\b(?:have|has|had|gets?|got|caught|inherit\w*|develop\w*|brings?|brought)"
    r"\s+it(?=\s+(?:from|on|too|twice|again|at|before|for|by|as)\b|\W*$)"
)
_TALK = Pattern(
    r"\b(?:you|your|yours|we|us|our|ours|friends?|strangers?|famil(?:y|ies)|parents?|mothers?|fathers?|sisters?|brothers?|sons?|daughters?|partners?"
    r"|neighbours?|colleagues?|nobody|somebody|anyone|everyone)\b"
)
# “The side door is wider than the front door.”
_SIZED = Pattern(
    r"^(?:the|our) [^,;:]*?\s(?:is|are) (?:much |far )?(?!better|safer|stronger|milder|sooner|faster)\w+er than\b"
    r"|\b(?:is|are) (?:wide|long|big|high|low|tall|near|close|large|bright|quiet) enough\b"
    r"|\b(?:more|better|harder|longer) than (?:we|you|they|I|one|anyone|people|others) "
    r"(?:think|fear|know|say|show|admit|hope|believe|expect|guess|let on)\b"
)
# “It begins at night”, a quotation, a number.
_MEANS_SOMETHING_ELSE = Pattern(
    r"^(?:(?:and|but|so|then|still|yet) )?(?:it|they|this|that|these|those|he|she|such|one|none)\b|[\"“”]|\d|:\s"
    r"|^the (?:more|less|\w+er)\b[^,]*, the (?:more|less|better|worse|\w+er)\b.*\bit\b"  # “The longer it is left, …”
)


def _about_health(text: str, setting: Setting) -> bool:
    served = bool(_SERVICE.search(text))
    return (
        setting.names_health(text)
        or bool(EFFECT.search(_MONEY_RAISED.sub(" ", text)))
        or (not served and bool(AMOUNT.search(text) or COMPARISON.search(text)))
    )


def _goes_on_with_a_fact(text: str, setting: Setting) -> bool:
    """Whether another clause tells something of health: “…, but the illness is not in the mind”."""
    return any(
        one.link in (Link.AND, Link.STOP, Link.CONCESSION)
        and setting.names_health(one.text)
        and not is_harmless(one.text, setting, joined=True)
        for one in clauses(text)[1:]
    )


# What a house is called, where it is, and for whom: no word on what becomes of anybody’s health.
_NOT_OF_HEALTH = Pattern(
    r"\b(?:who (?:lives?|is living|are living) with \w+|people with \w+ (?=reads?\b|checks?\b|wrote|writes?\b|test)"
    r"|(?:people|anyone|those|everyone) with \w+|patients?(?: only)?|worked as an?|as an? (?:nurse|doctor)|the nurse"
    r"|safe (?:space|place)|feel safe(?: enough)?|pain (?:team|service|clinic|unit)|at your own (?:speed|pace)"
    r"|(?:your|the) (?:treatment|session) will be|after each (?:treatment|session)"
    r"|how (?:the|this|a|our|your) (?:[\w-]+ )?(?:diary|form|sheet|page|scale|plan|chart|table|tool|app|card"
    r"|menu|search|site|list|planner|index) works?"
    r"|(?:treatments?|therap(?:y|ies)|operations?|injections?|tests?|exercises?|medicines?|scans?|blood pressure)"
    r"(?= (?:is|are) (?:given|held|done|taken|checked|carried out|handed out|kept)| takes? place)"
    r"|(?:treatment|therapy|physio(?:therapy)?|massage|exercise|hand|pain)"
    r" (?:chair|room|bed|couch|kitchen|gym|pool|garden|hall"
    r"|library|desk|corridor|timetable)(?:e?s)?)\b"
)
_MONEY_RAISED = Pattern(r"\braised (?:over |more than |about )?[£$€\d]")


_SPEECH = Phrases(
    """
    we/I/our_*/our_*_* (will/do/does/would/shall/can)* not/never (ever)* SAY (you/anyone/readers/our_*)* that/of/about
    we/I/our_* (will/do/does/would/shall/can)* not/never (ever)* speak/talk/write of/about
    OUTLETS ... forbid~/ban~/bar/avoid~/rule~_out/prohibit~/allow~ (of) (the/such/any)* words/word/terms/claims/promises
    not/never/n't/avoid use/print/allow (the/such/any)* words/word/terms
    """,
    _WORDS,
)
_DISTRUST = Phrases(
    """
    do_not/don't/never trust/believe/listen_to/rely_on/fall_for/pay ** who/that/which
    TALES ... do_not/does_not/cannot/can_never/never/don't/doesn't/can't TALES_TELL
    TALES ... say~/tell~/show~/prove~ (you/us)* nothing/little
    TALES ** is/are not/no (a/the/an)* proof/evidence/trial~/measure/study
    ^ (a/an/any/no/the/some)* OFFERS who/that/which/without ... is/are/was not (one/ones/a_*)* to trust/choose/pay
    """,
    _WORDS,
)
_PAGE_FACTS = Phrases(
    """
    ^ last/next/first (*) reviewed/updated/checked/changed/edited/review/update/check/printed/published
    """,
    _WORDS,
)
_KIND = Phrases(
    """
    ^ (with/our)* (very)* best/warm/kind/good/warmest/kindest/loving wishes/regards/greetings/thanks
    what matters/counts (most/here/now)* is that you
    """,
    _WORDS,
)
# Kind whatever it names: “Pain does not make you a bad parent.”
_KIND_TO_ALL = Phrases(
    """
    do/does not make you a/an/less/weak/lazy/selfish *
    there is life/joy/hope/more/laughter beyond/after/outside/to_you
    """,
    _WORDS,
)
_SERVICE = Phrases("HELPERS ... SERVED ... THINGS\nwe raised", _WORDS)
_HOUSE = Phrases(
    """
    ^ (the/all/all_the/some/some_of_the/some_of_these/many/most/both/our/these/this/each/every/two/a/an)* (*) MATTER
    is/are given/held/done/taken/checked in/on/at/by a/an/our/the/your ** room/ward/floor/bed/gym/pool/unit/nurse
    can/may be borrowed/hired/rented/bought/collected/returned/booked/picked_up/ordered/tried_out from/at/in/for/with
    is/are done/handed_out/kept in/on/at a/an/our/the/your ** building/hatch/desk/counter/cupboard/kitchen/office
    visit~/session~/lesson~ cost~
    write~/report~/send~ to us |/directly/after/every
    chair~/bed~/couch~ can be raised/lowered/tilted/moved/adjusted
    ^ (all/every/each)* patients/patient/visitors/everyone/guests wear~/bring~/sign~/get~/have a/their
    """,
    _WORDS,
)
