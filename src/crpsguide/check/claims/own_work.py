"""What the writers and their house (a clinic, a charity, a site) are and do, apart from what they boast of."""

import re

from crpsguide.check.claims.beside import EASES, opens_with_fact, states_fact_beside
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.clauses import clauses, fronted, has_finite_verb
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, HEALTH, PRAISED
from crpsguide.language.statements.subjects import Topic, topic


def describes_own_work(text: str, setting: Setting) -> Verdict:
    """What the writers, their guide or their house are and do. Results, praise and effects are claims."""
    text = _NAMED.sub("our doctor ", text)  # “Dr Cure will see you now”
    when = _WHEN_WE.match(text)
    if when and not has_finite_verb(when[0]) and not setting.names_health(_AT_CARE.sub("", when[0])):
        text = text[when.end() :]
        if _OBSERVED.match(text) and setting.names_health(text):
            return None
    front, body = fronted(text)
    if front and (opens_with_fact(front, setting) or _SAID_BY.match(front)):
        return None
    parts = clauses(body)
    first = parts[0].text
    if _PRICED.match(text) and not any(one.search(text) for one in (EFFECT, PRAISED)):
        return Reason.OWN_WORK
    about = topic(first)
    if about is Topic.TEXT and front and setting.names_health(front):
        return None
    if about is Topic.OTHER and _tells_of_a_house(first, setting):
        return Reason.OWN_WORK if not states_fact_beside(body, setting) else CLAIM
    if about is Topic.OTHER and not _HOUSE_FACT.search(first):
        if front and _HOUSE_FRONT.match(front) and not setting.names_health(first):
            return Reason.OWN_WORK
        return None
    if (given := _GIVEN_TO_READER.match(first)) and _is_a_thing(given["what"], setting):
        return Reason.OWN_WORK if not states_fact_beside(body, setting) else CLAIM
    if about is Topic.READER and not _SERVICE_TO_READER.match(first):
        return None
    if _boasts(text) or _PRODUCT.match(first) or _OWN_FIGURES.match(first):
        return CLAIM
    if (
        _DISAGREE.match(first)
        or _LACKS.match(first)
        or _NEEDS_LEAVE.search(first)
        or _general_house(first)
        or _LOOKS_FOR_SIGNS.match(first)
    ):
        return None
    if states_fact_beside(body, setting):
        return CLAIM
    if not _OURS_OR_YOURS.match(first) and (_ACTS.search(first) or AMOUNT.search(first)):
        return CLAIM
    if (_SEEN_OFTEN.search(first) or _NEVER_SEEN.match(first)) and setting.names_health(first):
        return CLAIM
    if about is Topic.WRITERS and _are_sure_of_a_fact(first, setting):
        return CLAIM
    return Reason.OWN_WORK


def _is_a_thing(named: str, setting: Setting) -> bool:
    """Whether what a reader gets is handed over: “a cup of tea”, not “a rash” or “a better night”."""
    return not setting.touches_health(named) and not any(
        one.search(named) for one in (EFFECT, COMPARISON, PRAISED, _FELT, _RECOVERED)
    )


def _are_sure_of_a_fact(clause: str, setting: Setting) -> bool:
    """Whether the writers vouch for something about health: “We know that it spreads”, not “We know how hard it is”."""
    return (
        bool(_WE_KNOW.match(clause))
        and (setting.touches_health(clause) or bool(_RECOVERED.search(clause)))
        and not _KNOWN_OF_READER.search(clause)
    )


_SAID_BY = Pattern(r"in our experience|according to")
_OURS_OR_YOURS = Pattern(r"(?:\w+ of )?(?:we|our|you|your|us)\b")
_WE_KNOW = Pattern(
    r"we (?:know|believe|think|found|have seen|have found|have learned|are (?:sure|certain|convinced"
    r"|confident))\b(?! (?:you|in|of)\b)"
)
_KNOWN_OF_READER = Pattern(r"\b(?:your pain is real|you|how (?:hard|much|long))\b")


def _tells_of_a_house(clause: str, setting: Setting) -> bool:
    """Whether a clause is about the way in, the price, the welcome or the post of a house, and nothing of health."""
    if any(one.search(clause) for one in (EFFECT, COMPARISON, AMOUNT)) or setting.names_health(
        _STAFF.sub("", _AT_THE_TIME.sub("", clause))
    ):
        return False
    if _HOUSEKEEPING.match(clause):
        return True
    at_home = (_IN_THE_HOUSE.search(clause) and not _IS_MORE_SO.search(clause)) or _LIES_SO.match(clause)
    return bool(at_home) and not (_AT_LARGE.search(clause) or _FELT.search(clause) or PRAISED.search(clause))


_IS_MORE_SO = Pattern(
    r"\b(?:is|are|gets?|grows?|feels?|becomes?|seems?)\s+(?:much\s+|far\s+)?[a-z]{3,}er\b(?!\s+(?:in|at|on)\s+(?:our|your))"
)
# What stands in a house, and when and at what price it is open: what is told beside these words is no matter of health.
_IN_THE_HOUSE = Pattern(
    r"\b(?:rooms?|hall|gate|entrance|lift|stairs|staircase|corridor|car\s+park|desk|counter|kitchen|caf[eé]|canteen|courtyard"
    r"|library|lockers?|reception|lobby|noticeboard|fees?|deposit|tickets?|invoices?|receipts?|euros|dollars"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|bank\s+holidays?|noon|o'clock|trolley|trustees|committee|choir"
    r"|receptionist|caretaker|cleaners?|porters?)\b|\bat\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\d{1,2}(?:[:.]\d\d)?)(?:\s?[ap]\.?m\.?)?\W*$"
)
_LIES_SO = Pattern(
    r"^(?:(?:all|the|your|each|every|both|spare|clean|used|wet|dry|blue|red|green|black|white|long|short"
    r"|thick|thin)\s)*(?:socks?|gloves?|sleeves?|shoes?|coats?|tapes?|straps?|bands?"
    r"|lids?|cords?|cables?|plugs?|chargers?|towels?|blankets?|pillows?|cushions?|chairs?|stools?|mats?|pens?|envelopes?|folders?"
    r"|forms?|mirrors?|ends?|tips?|edges?|arrows?|buttons?|dials?|hooks?|loops?|pads?|boxes|box|bags?|cards?|keys?|cups?)\s(?:must\s(?:be|stay|go)|should\s(?:be|stay|go)|goes?|comes?|stays?"
    r"|belongs?|sits?|hangs?|lies|stands?|is|are)\s(?:always\s|never\s|not\s|only\s|kept\s)*(?:dry|clean|flat|loose|shut|closed|open"
    r"|ready|free|empty|full|over|under|on|in|into|off|out|back|at|beside|behind|next|by|inside|outside|above|below|here|there)\b"
)
# Whose doings are told as a rule, or by law.
_AT_LARGE = Pattern(
    r"^(?:it|they|this|that|these|those)\b|\b(?:many|most|few|half|third|quarter|again|laws?|legal\w*|courts?|claims?|insur\w+|employers?|licen\w+"
    r"|adults|women|men|girls|boys|doctors|surgeons|experts|trials?|drugs?|again|since|no\s+longer)\b"
)
_FELT = Pattern(
    r"\b(?:feel\w*|felt|burn\w*|sting\w*|sweat\w*|unbearable|agony|cold|heat|hot|sleep\w*|attacks?|brings?\s+(?:on|back)"
    r"|sets?\s+off|start\s+it|provok\w+|spark\w*|walk\w*)\b"
)


_AT_THE_TIME = Pattern(
    r"\b(?:during|before|after|throughout|until|while|as\slong\sas)\s(?:the|your|each|every)\s(?:first\s)?treatments?\b(?:\s(?:is\srunning|runs|lasts))?"
)
_STAFF = Pattern(r"\b(?:therapists?|physiotherapists?|patients)\b")
_PLACE = (
    r"entrance|floor|street|road|station|lift|stairs|staircase|car\s+park|building|door|doors|corridor|hall|desk|library"
    r"|church|bridge|park|shops?|gate|wing|block|stop|square|courtyard|ward|room|house|office|yard|lane|garden|chapel|school"
)
_MONEY = r"(?:fees?|deposits?|prices?|charges?|bills?|tickets?|payments?|refunds?|invoices?|costs?|donations?)"
_PARTNER = (
    r"(?:pharmacy|firm|company|bakery|council|school|university|trust|church|shop|printer|accountants?|auditors?|donors?"
    r"|sponsors?|lottery|fund|board|trustees|students|artist|designer|translator|architect|lawyers?|solicitors?|members)"
)
_HOUSEKEEPING = Pattern(
    rf"""^(?:
    (?:an?|the|one\s+of\s+our|our|another|your)\s(?:[\w-]+\s)?(?:nurses?|doctors?|volunteers?|helpers?|therapists?|assistants?|interpreters?)\s(?:(?:will|always|also|then|is|are)\s)*
        (?:stays?|sits?|sitting|looks?\sin|comes?|calls?|phones?|rings?|waits?|greets?|welcomes?|meets?|walks?|visits?|reads?\sto|talks?\sto|takes?\syou|shows?\syou|brings?\syou)\b(?!\s(?:back|on\b))
    |    [\w\s'’-]{{2,40}}\s(?:is|are)\s(?:always\s|also\s|very\s|most\s|not\s|only\s|all\s)*welcome\b
    |(?:[\w-]+\s){{0,2}}(?:dogs?|pets|animals|children|visitors|guests|phones|cameras|bikes|prams|food|drinks|smoking|filming
        |photographs)\s(?:is|are)\s(?:not\s|always\s|only\s|also\s)*(?:allowed|permitted|let\s+in)\b
    |[\w\s'’-]{{2,40}}\s(?:is|are|lies|stands|sits)\s(?:best\s|easily\s|only\s)?(?:reached|entered|found|housed|next\s+to
        |opposite|behind|beside|above|below|near|across|at|on|in|to\s+the)\b.*\b(?:{_PLACE})\b
    |(?:an?|the|this|that|your|all|every|each|any|our)\s(?:[\w-]+\s){{0,2}}?{_MONEY}\b.*\b(?:is|are|will\s+be|must\s+be|can\s+be)
        \s(?:\w+ly\s)?(?:taken|charged|due|paid|refunded|returned|waived|kept|shown|sent|needed|asked)\b
    |(?:(?:an?|the|more|extra|printed|free|these)\s)*(?:[\w-]+\s)?(?:cop(?:y|ies)|versions?|editions?|recordings?|translations?|posters?)\s
        [^,;:]*\b(?:can\sbe\s(?:had|ordered|sent|borrowed|bought)|(?:is|are)\s(?:free|sent|kept|sold|on|in|at))\b
    |[^,;:]{2, 50}\sonly\s(?:if|when|with)\s(?:you\s(?:agree|consent|say\syes|wish)|your\s(?:consent|permission))\b
    |(?:clients?|members|visitors|guests|callers|carers|students|children|companions)\s(?:only\s)?pay\b
    |(?:the|your|each|every|any|all|an?)\s(?:[\w-]+\s){{0,2}}?(?:calls?|e-?mails?|letters?|messages?|requests?|enquir(?:y|ies)
        |complaints?|bookings?|applications?|forms?)\s(?:is|are|will\s+be)\s(?:\w+ly\s)?(?:answered|read|opened|handled
        |dealt\s+with|sent|returned|checked|passed\s+on)\b
    |(?:the|our|all|every|each|this|both|half)\s(?:[\w-]+\s){{0,2}}?(?:{_PLACE}|buildings?|houses?|rooms?|floors?|corridors?|paths?)
        \s(?:can\sbe|is|are)\s(?:\w+ly\s)?(?:reached|entered|used|visited|free\s+of\s(?!pain|symptoms?|risks?|harms?|charge\b.*\bpain))\b
    |(?:children|visitors|guests|brothers|sisters|friends|relatives|carers|dogs|families)\s(?:can|may)\s(?:also\s|always\s)?(?:play|wait
        |sit|stay|eat|park|come|rest)\s(?:[\w-]+\s){{0,2}}?(?:in|at|on|outside|behind|by|near)\s(?:the|our|a)\b.*\b(?:{_PLACE})\b
    |(?:your\s)?(?:children|visitors|guests|brothers|sisters|brothers\sand\ssisters|friends|partners|parents|relatives|carers|dogs|families)\s(?:can|may)\s(?:also\s|always\s)?come\s(?:along|in|too|inside|with\syou)\b
    |(?:some(?:body|one)|one\sof\sus|a\svolunteer)\s(?:here|with\sus|(?:in|at)\s(?:our|the)\s(?:office|desk|door))\s(?:will|can|is|has)\b
    |(?:an?|the|two|one\sof\sour|my)\s[^,;:]{{2,40}}\s(?:chairs?|heads?|leads?|runs?|edits?|keeps?|audits?|hosts?|cleans?|prints?|draws|drew|wrote|built|designed)
        \s(?:our|this)\s(?:\w+\s)?(?:board|group|office|site|website|pages?|newsletter|choir|forum|charity|books|accounts|meetings?|garden
        |kitchen|hall|pictures|logo|trust)\b
    |(?:only|no\s?(?:body|\sone)\sbut|nobody\sexcept)\s[^,;:]{{2,50}}\s(?:can|may|will)\s(?:see|read|open|look\sat)\s(?:your|the|these|those)\s
        (?:[\w-]+\s)?(?:answers?|data|details?|messages?|notes?|records?|letters?|files?|e-?mails?|names?)\b
    |(?:an?|the|two|three|local)\s(?:[\w’'-]+\s){{0,3}}?{_PARTNER}\s(?:[\w-]+\s){{0,4}}?(?!us\b|our\b)\w+s?\s(?:us|our|for\s+us)\b
    )""",
    re.I | re.X,
)


# What a house draws from its own figures: “Our survey shows how much it eases.”
_OWN_FIGURES = Pattern(
    r"^our\s+(?:[\w-]+\s+){0,2}?(?:surveys?|stud(?:y|ies)|data|figures|audits?|statistics|polls?|research|experience)\s+(?:\w+ly\s+)?"
    r"(?:shows?|proves?|proved|confirms?|suggests?|reveals?|found|finds?|speaks?)\b(?!\s+(?:where|that\s+you|you)\b)"
)
# “Two doctors may well come to different answers.”
_DISAGREE = Pattern(
    r"(?!our\b|we\b)(?:[\w-]+\s){0,2}(?:doctors|experts|specialists|surgeons|nurses|therapists|teams|clinics|hospitals)\s.*\b(?:different|opposite|other)\s"
    r"(?:answers?|views?|verdicts?|names?|conclusions?|opinions?|advice|ways)\b"
)
# “We lack long-term data.”
_LACKS = Pattern(
    r"we\s+(?:\w+\s+)?(?:lack|are\s+short\s+of)\s+(?:[\w-]+\s+){0,2}?(?:data|evidence|stud(?:y|ies)|trials|research|proof)\b"
)
# “The clinic needs a licence to give it”
_NEEDS_LEAVE = Pattern(
    r"\b(?:needs?|requires?|must\s+have|ha(?:s|ve)\s+to\s+have)\s+(?:an?|no|its|their)\s+(?:\w+\s+)?(?:licen[cs]e|permit|approval|prescription|certificate)\b"
)
_NAMED = Pattern(r"^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Nurse)\.?\s+(?:[A-Z][\w’'-]+\s+)+", AS_TYPED)
# How an illness is told from others is no matter of one house: “The doctor looks for four kinds of signs.”
_LOOKS_FOR_SIGNS = Pattern(
    r"^(?:the|a|your|most|two)\s(?:[\w-]+\s)?(?:doctors?|nurses?|specialists?|teams?|consultants?|therapists?)\b"
    r".*\b(?:signs?|symptoms?|criteria|diagnos\w+)\b(?!\s+(?:you|that\s+you|with\s+you|at\s+each|every))"
)
# What a service of a house costs: the price follows at once. “The illness costs a family …” is no such price.
_PRICED = Pattern(
    r"^(?:(?:an?|one)\s+(?:year|month|week)['’]s\s+|(?:an?|each|every|the|our|your|further|missed|all|most|later|late|any|first|initial|single|follow-up|second|new)\s+)*"
    r"(?:(?!(?:and|or|of|who|that)\b)[\w-]+\s+){0,3}?"
    r"(?:consultations?|visits?|appointments?|sessions?|assessments?|talks?|lessons?|classes|class|membership|report|reports|fees?|follow-ups?|tickets?|places?|letters?"
    r"|cop(?:y|ies)|deposit|interpreter|registration|workshops?|check-ups?|parking|rooms?|hour)"
    r"(?:\s+(?:for|by|at|of|with|in|to)\s+(?:(?!(?:is|are)\b)[\w-]+\s+){0,4}?[\w-]+)?\s+"
    r"(?:is|are|costs?|starts?\s+at|begins?\s+at|(?:is|are)\s+(?:charged|priced|billed)\s+at)\s+(?:only\s+|just\s+|about\s+|no\s+more\s+than\s+)?"
    r"(?:[£$€]\s?\d|\d[\d.,]*\s?(?:euros?|pounds?|dollars?|francs?|kr\b))"
)
# “After a month we ask …”
_WHEN_WE = Pattern(
    r"^(?!(?:every|each)\s+(?:\w+\s+)?(?:person|patient|carer|adult|child|woman|man|case|member|girl|boy|family)\b)"
    r"(?:after|before|at|once|every|each|within|during|until|from|twice|in|on)\s+[^,;:]{1,40}?\s(?=(?:we|one\s+of\s+us|somebody\s+from\s+(?:our|the)\s+team|you\s+(?:rest|wait|sit|lie|stay|meet|see|go|get|have)\b[^,;:]*\b(?:our|us))\s)"
)
_AT_CARE = Pattern(r"(?:the|your|each|every)\s+(?:treatment|session|injection|operation|first\s+\w+)")
_OBSERVED = Pattern(r"^we\s+(?:\w+ly\s+|often\s+)?(?:see|saw|find|found|measured?|noted?|noticed?|observed?)\b")
_NEVER_SEEN = Pattern(
    r"^we\s+(?:have\s+)?(?:never|hardly\s+ever|rarely|seldom|yet\s+to)\s+(?:yet\s+)?(?:seen?|saw|had|have|met|meet|found|find|noticed?)\b"
)
_SEEN_OFTEN = Pattern(
    r"^we (?:\w+ )?(?:see|saw|meet|find|notice|observe)\b.*\b(?:often|rarely|mostly|mainly|usually|sometimes)\b"
)


_RECOVERED = Pattern(r"\b(?:people|patients|others|dozens|hundreds|thousands|many)\b.*\b(?:again|better|back)\b")


_ACTS = Pattern(
    rf"\b(?:{EASES}|cut|helps?|helped|works?\s+(?:best|well|better|for\s+\w+\s+with)|builds?|halves?|doubles?"
    r"|changes?\s+(?:the|how)|(?<!be )(?<!is )(?<!are )made|makes\s+(?:the|pain|people|patients))\b"
)


_HOUSE_FACT = Pattern(
    r"""^(?:open(?:ing)?\s+(?:from|on|daily|every|mon|tues|wed|thur|fri|sat|sun|hours|times)|closed\s+(?:on|at)
        |mon(?:day)?s?\b|tuesdays?\b|wednesdays?\b|thursdays?\b|fridays?\b|saturdays?\b|sundays?\b
    |(?:(?:in|by|until|from)\s+)?(?:(?:late|early|mid)[\s-])?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer
        |autumn|winter|weekends|mornings|afternoons|evenings|mondays|fridays|school\s+holidays|the\s+holidays)\s+(?:is|are|tends?\s+to\s+be)\s+(?:an?\s+|our\s+|the\s+|always\s+|often\s+|usually\s+|very\s+)*
        (?:busy|quiet|busier|quieter|busiest|quietest|full|fully\s+booked|short|closed)\b
    |(?:free\s+)?parking\b|visiting\s+hours|(?:tea|coffee|water|lunch|blankets|snacks|drinks)\b.*\b(?:are
        |is)\b.*\b(?:free|available|served|provided|on\s+offer|there)\b
    |(?:calls|emails|e-mails|letters|messages|requests|enquiries|complaints|bookings|cancellations
        |referrals)\b.*\b(?:are|is|go|open|close|cost|will\s+be|can\s+be|must|take)\b
    |(?:(?:new|all|every|each|private|adult|young|returning)\s+)+(?:patients?|visitors?|clients?|guests?|callers?
        |members?)\s+(?:are\s+(?:seen|asked|given|offered|met|shown|sent|welcome\w*|greeted|invited)
        |is\s+(?:seen|asked|given|offered|met|shown|sent|greeted)|gets?\s+(?:a
        |an)\s+(?:own\s+)?(?:\w+\s+)?(?:letter|copy|call|folder|plan|room|nurse|form|appointment)|fills?|signs?
        |receives?\s+(?:a|an)\s+(?:\w+\s+)?(?:letter|copy|call|folder|plan|form|appointment))\b
    |(?:patients|visitors|clients|guests|members|callers|donors|volunteers)\s+(?:also\s+|then\s+|all\s+|always\s+)*(?:receive|get|are\s+(?:sent|given|handed))
        \s+(?:an?|our|the|their)\s+(?:[\w-]+\s+)?(?:letter|copy|call|folder|plan|form|appointment|card|magazine|newsletter|reminder|invitation
        |questionnaire|bill|badge|key|towel|receipt|leaflet)\b
    |(?:(?:all|new|most)\s+)*(?:patients|visitors|people|clients|guests|children)\s+(?:are|get)\s+(?:(?:weighed|measured|examined|seen|asked|met|greeted|collected|shown|introduced)
        (?:,\s+|\s+and\s+)?)+\s+(?:(?:\w+\s+){0,2}?(?:at|before|on|after|during|by)\s+(?:the|each|every|our|their)|in\s+(?:the\s+order|turn)|by\s+appointment|one\s+by\s+one)\b
    |(?:the|each|every)\s+(?:blood\s+pressure|pulse|weight|height|temperature|oxygen(?:\s+level)?|heart\s+rate|breathing|pain\s+score)\s+(?:is|are|will\s+be)
        \s+(?:taken|measured|checked|noted|recorded|watched)\b(?!.*\b(?:because|as|since)\b)
    |(?:last\s+year|this\s+year|last\s+\w+|in\s+(?:19|20)\d\d|so\s+far),?\s+(?:\w+\s+){0,2}?(?:\d+|a\s+hundred|dozens\s+of|hundreds\s+of)\s+(?:people|members|visitors|families|volunteers|guests)
        \s+(?:took\s+part|came|joined|visited|walked|sang|gave|helped|signed|attended)\s+(?:in|to|for|with|at|on)?\s*(?:our|the|us)\b
    |(?:an?|the)\s+(?:pharmacy|laboratory|lab|laundry|kitchen|bakery|garage|workshop|school|university|hospital)\s+(?:[\w-]+\s+){1,5}?(?:prepares?|mixes|makes|washes|cooks|bakes|prints|mends|checks
        |delivers|supplies|tests)\s+(?:our|your|all\s+our)\b
    |a\s+(?:nurse|doctor|therapist|physiotherapist|psychologist|volunteer|porter|interpreter
        |member\s+of\s+(?:staff|the\s+team)|colleague|second\s+nurse|team\s+of)\b.*\b(?:will|is|stays|sits
        |meets|calls|checks|greets|watches|comes|answers|takes|visits|shows|writes|brings|looks)\b
    |an?\s+(?:(?!(?:good|experienced|skilled|great|true|real)\b)[\w-]+\s+){0,2}?(?:nurse|doctor|\w+therapist|therapist|psychologist|volunteer|pharmacist|an(?:a)?esthetist|consultant|physician|surgeon
        |specialist|social\s+worker|coordinator|adviser|counsellor|lawyer|solicitor|dietitian|midwife|carer|member\s+of\s+(?:staff|the\s+team))\s+(?!treats|cures|heals)\w+s\s
        (?:(?:to|with|for|on|at|by|through|down)\s)?(?:every|each|all|our|both|any)\s
    |(?:children|adults|patients|visitors|teenagers|people)\b[^,;:]*\bare\s+seen\s+(?:in\s+the\s+(?:mornings?
        |afternoons?|evenings?)|on\s+\w+days?|first|here|at\s+\w+|by\s+(?:our|the))\b
    |(?:one|two|three|four|five|six)\s+(?:people|patients|readers|members|carers)\s+(?:with\s+\w+\s+)?(?:read|check|test|proofread|wrote|tested|checked)\s
        (?:every|each|all|this|the|our)\b
    |(?:two|three|four|five|several)\s+(?:\w+\s+)?(?:consultants|doctors|nurses|therapists|psychologists)\s+(?:run|lead|share|staff|head)\s+(?:the|this|our)\b
    |(?:each|every)\s+(?:patient|visitor|client|person|guest|family|caller)\s+(?:has|gets|is|will|can|sees
        |meets|speaks)\b(?!(?:\s+\w+){0,2}\s+(?:better|well|stronger|worse|rid|pain|relief|recovers?|improves?|heals?
        |walks?)\b)
    |the\s+(?:first|second|last|next|whole|initial|full|average)\s+(?:visit|session|treatment|appointment|talk
        |meeting|consultation|assessment|programme|course|stay|treatment\s+day)\s+(?:lasts?|takes?|costs?
        |is\s+(?:free|held|on|in|by|with)|starts?|begins?|ends?)\b
    |(?:an?|each|every|one|the)\s+(?:treatment|session|course|visit|appointment|consultation
        |place|programme|package|scan)\s+(?:costs?|consists?\s+of|is\s+(?:made\s+up\s+of|spread\s+over)|runs\s+(?:over|from|for)|is\s+(?:£|\$|€|priced|charged|paid|free)|starts\s+at
        |begins\s+at|with\s+us)
    |(?:treatment|care|membership|everything|payment|entry|registration|booking|access|support|the\s+(?:service
        |guide|fee|price))\s+(?:is|are)\s+(?:free|paid|£|\$|€|included|by|available\s+(?:on|from
        |in\s+\w+\s+and)|due|possible\s+by|invoiced|charged|private|funded)\b
    |(?:treatment|therapy|training|the\s+\w+|each\s+\w+)\s+(?:takes?\s+place|happens?\s+in\s+(?:a|our|the))\b
        |(?:[\w-]+\s+){1,3}?(?:is|are)\s+(?:done|taken|given|held|carried\s+out|repeated|recorded|kept
        |checked)\s+(?:(?:here|on|at|in|by)\s+(?:the\s+(?:day|morning|evening|ward|clinic|unit|same)|our|your
        |arrival|site|a\s+nurse|us)|every\s+\w+|(?:before|during|after)\s+(?:the|each|every|your)\s+(?:visit
        |session|treatment))
    |(?:two|three|four|five|six|seven|eight|\d+)\s+(?:nurses|doctors|therapists|physiotherapists|psychologists
        |volunteers|anaesthetists|rooms|beds|colleagues)\b(?!.*\b(?:found|showed|report))
    |(?:an?|the)\s+(?:[\w-]+\s+){1,4}(?:outside|nearby|next\s+door|opposite|upstairs|downstairs|on\s+site
        |around\s+the\s+corner|on\s+the\s+\w+\s+floor)\.?$
    |nobody\s+(?:pays|paid|has\s+paid)\b|no\s+(?:clinic|company|maker|firm|drug\s+maker|advert\w*|cookies
        |data)\b.*\b(?:pays|paid|here|this\s+(?:site|guide|page)|stored|kept|are\s+(?:set|used|shown)|has\s+any)\b
    |this\s+(?:guide|site|website|page|leaflet|service|clinic|charity|group)\b|patients\s+and\s+(?:carers
        |doctors|nurses)\s+(?:wrote|helped|tested)\b
    |(?:patients|people|readers|visitors|users)\s+(?:with\s+\w+\s+)?(?:helped\s+(?:to\s+)?(?:write|test|make
        |design)|have\s+read|read\s+(?:and|each)|tested|wrote)\b
    )""",
    re.I | re.X,
)


# What is sold: a sentence with it as subject is about what it does, unless it is about time, place or price.
_PRODUCT = Pattern(
    r"(?:our|this|the new|my)\s+(?:\w+\s+)?(?:methods?|therap(?:y|ies)|treatments?"
    r"|programmes?|approach|formula|devices?"
    r"|techniques?|products?|creams?|medicines?|sprays?)\s+(?!(?:team|room|plan|costs?|takes?\s+(?:place"
    r"|about|an?\b|\d)|lasts?|starts?|begins?|runs?"
    r"|includes?|consists?|has\s+(?:\w+\s+)?(?:parts|steps|weeks|sessions)|(?:is|are)\s+(?:only\s+"
    r"|always\s+)?(?:given|free|paid|done|held|supervised"
    r"|available|run|led|offered|open|for|based|described|explained|on|in|by|part|not|planned|set"
    r"|tailored|adapted|recorded))\b)"
)
_HOUSE_FRONT = Pattern(
    r"^(?:at|in|on)\s+(?:our|the)\s+(?:clinic|centre|center|practice|hospital|unit|ward|programme"
    r"|first\s+(?:visit|day|appointment))\b"
)


_SERVICE_TO_READER = Pattern(
    r"""^(?:(?:and|but|so|then)\s+)?(?:you\s+(?:can|may)\s+(?:also\s+|always\s+)?(?:reach|contact|find(?!\s+it\b|\s+that\b)|call
        |phone|email|write|park|pay|book|visit|join|order|cancel|change|bring|leave|talk|speak|send|download
        |use|choose)\b
    |you\s+(?:will|'ll|may|might|can|are|should)\s+(?:also\s+|first\s+|then\s+|usually\s+|be\s+|always\s+
        |already\s+)*(?:asked|given|offered|shown|seen|met|sent|invited|weighed|called|told|welcomed|taken
        |introduced|able\s+to\s+(?:ask|talk|see|meet|bring|rest|read|listen|stop|park|book)|meet
        |see\s+(?:a|the|our|your)\s+(?:\w+\s+)?(?:doctor|nurse|specialist|therapist|team|room|unit)
            |receive\s+(?:a|an|your|our)|get\s+(?:a|an|your)\s+(?:letter|appointment|copy|call|form|text
        |reminder|reply|bed|room|place|own)|stay|sit|lie|spend|have\s+(?:a|an|your|time
        |the)\s+(?:\w+\s+)?(?:talk|appointment|nurse|room|chair|bed|chance|time|contact|button|bell|copy|same
        |examination|check)|hear\s+from|speak|need\s+(?:a|to|someone|your)\s+(?:referral|lift|letter|bring|sign
        |fill|book|appointment|pay|drive|adult|rest)?|leave|sign|fill|go\s+home|arrive|come(?!\s+out\s+in))\b
    |you\s+(?:rest|wait|sit|lie|stay|meet|see|go|get|have)\b[^,;:]*\b(?:our|us)\b
    |your\s+(?:blood\s+pressure|pulse|weight|height|temperature|oxygen(?:\s+level)?|heart\s+rate)\s+(?:is|will\s+be)\s+(?:taken|measured|checked|noted|recorded|watched)\b
    |your\s+(?:first\s+|next\s+|own\s+|named\s+|personal\s+|last\s+|second\s+)*(?:appointment|visit|session
        |nurse|doctor|therapist|team|physiotherapist|psychologist|consultant|key\s+worker|referral|data|details
        |notes|records|letter|deposit|invoice|place|stay|room|contact\s+person|feedback|comments|answers|name
        |address|consultation|plan|programme|family|partner|carer)\s+(?:\w+\s+)?(?:will|is|are|lasts?|takes?
        |costs?|stays?|starts?|begins?|can|may|meets?|sees?|explains?|checks?|calls?|writes?|includes?|goes?
        |remains?|shows?|asks?|and)\b)""",
    re.I | re.X,
)


_GIVEN_TO_READER = Pattern(
    r"(?:(?:and|but|so|then|afterwards|there|here|with\s+us),?\s+)?you\s+(?:(?:will|also|then|first|always|each)\s+)*(?:get|receive|are\s+(?:given|handed|lent|sent|shown|offered))"
    r"\s+(?P<what>(?:an?|another|the|our|your\s+own|two|three|four|five|some|all)\s.+)$"
)


_LEADING_IDEA = Pattern(
    r"\bthe only (?:guarantee|promise) (?:that )?(?:we|I) (?:can )?(?:give|make|offer)\b"
    r"|\bleading (?=(?:idea|thought|question|aim|principle|role|article|motive)s?\b)"
)
# “adverts that speak of a breakthrough”
_SAID_ELSEWHERE = Pattern(
    r"\b(?:adverts?|ads?|offers?|posts?|claims?|headlines?|sites?|texts?|letters?|stories|sellers?|firms?|clinics|pages?|leaflets?|mails?)\s+(?:that|which|who)\s+"
    r"(?:speaks?|promises?|claims?|says?|uses?|boasts?|talks?|tells?|sells?|offers?|calls?)\b[^,;:]*"
)
_BOAST = Pattern(
    r"""(?:\b(?:success\s+rate|our\s+(?:success|results|record|figures|numbers)\s+(?:speaks?|shows?|proves?|is
        |are)|satisfaction|satisfied|track\s+record)\b
    |\b(?:our|my|these|former|past|of\s+our|hundreds\s+of|thousands\s+of|many\s+of\s+our
        |most\s+of\s+our)\s+(?:\w+\s+)?(?:patients|clients|visitors|guests|members)\b.*\b(?:feel|felt|report
        |reported|say|said|tell|told|improve\w*|better|relief|back|recover\w*|pain-free|free|gain\w*|return\w*
        |walk\w*|sleep|slept|no\s+longer|leave|left|benefit\w*|love|noticed?|enjoy\w*|got|get|stopped|respond\w*)
    |\b(?:we|our\s+\w+(?:\s+of)?(?:\s+\w+)?|i)\s+(?:\w+ly\s+|have\s+|has\s+|can\s+|will\s+|also\s+)*(?:cures?|cured
        |heals?|healed|eases?|eased|relieves?|relieved|reduces?|reduced|restores?|restored|reverses?|reversed
        |resets?|stops?\s+(?:the\s+)?pain|stopped\s+(?:the\s+)?pain|ends?\s+(?:the\s+)?pain|transform\w*
        |chang(?:es?|ed)\s+(?:\w+\s+){0,2}?(?:lives|life)|improves?|improved|cuts?|halves?|works?\b(?!\s+(?:with|for|in|on|at|from
        |together|closely|as|under|alongside|to))|worked\s+wonders|eliminates?|gets?\s+rid\s+of|ends?|takes?\s+away|wipes?\s+out|repairs?|rebuilds?|calms?
        |loosens?|softens?|strengthens?|soothes?|relaxes|lowers?|prevents?|targets?|achieves?\s|delivers?\s+(?:\w+\s+)?(?:relief|results)
        |brings?\s+(?:\w+\s+)?relief|gives?\s+(?:\w+\s+)?(?:relief|results)|helped\b|outperforms?|prolongs?
        |shortens?|frees|freed|saves?|saved|banish\w*|conquers?|makes?\s+(?:the\s+|your\s+|\w+\s+)?(?:pain
        |symptoms?|life|lives|swelling)|(?:has|have)\s+(?!treated|seen|trained|supported|asked|met|advised
        |taught|answered)\w+ed\s+(?:more\s+than|over|hundreds|thousands|many|\d+|people|patients|lives))
    |\b(?:we|our\s+\w+(?:\s+\w+)?)\s+(?:can\s+|will\s+|has\s+
        |have\s+)?helps?\s+(?:\w+\s+){0,4}?(?:live\s+without|without\s+pain|recover|heal|sleep|get\s+better
        |get\s+(?:rid|back|their)|feel\s+better|overcome|beat|become|return|walk|regain|pain\b|reduce
        |ease|relieve|lower)
    |\b(?:nine|eight|seven|six|\d+)\s+(?:out\s+of|in|of)\s+(?:ten|\d+)\b(?!\s+(?:reasons|ways|steps|parts|pages|kinds))|\d\s?%(?!\s(?:recycled|cotton|wool|linen|renewable|green|solar|wind|organic|vegan|confidential|funded|self-funded))|\bper\s?cent\b
    |\b(?:is|are)\s+(?:\w+\s+)?(?:safe|effective|painless|harmless|gentle\s+and|natural|proven|free\s+(?:of
        |from)\s+(?:side|risk|harm)|without\s+(?:risk|side)|successful|unique|unrivalled|superior)\b)""",
    re.I | re.X,
)


def _boasts(text: str) -> bool:
    """Whether a description of oneself claims results, superiority or effects. Denials do not."""
    if _SAFE_PLACE.search(text):
        return False
    if _WE_DO_NOT.search(text):
        return bool(_YET_CLAIMED.search(text))
    text = _FOR_GOODS.sub("", _SAID_ELSEWHERE.sub("", _LEADING_IDEA.sub("", text)))
    praised = PRAISED.search(text)
    if praised and not _MODEST_PRAISE.fullmatch(praised[0]):
        return True
    if _THE_BEST.search(text) and not _DO_OUR_BEST.search(text):
        return True
    return bool(_BETTER_THAN_OTHERS.search(text) or _BOAST.search(text))


_FOR_GOODS = Pattern(r"\b\w+[\s-](?:years?|months?)['’]?\s(?:guarantees?|warrant(?:y|ies))\b")
_SAFE_PLACE = Pattern(r"\bsafe (?:with us|place|space|room)\b")
_WE_DO_NOT = Pattern(
    r"\b(?:we|our \w+|i) (?:do not|don't|cannot|can't|never|will not|will never|would never|won't|make no|give no"
    r"|only (?:describe|call|use|say|publish|cite|list|mention))\b"
)
_YET_CLAIMED = Pattern(r"\b(?:no side effects|has no)\b")
_MODEST_PRAISE = Pattern(r"(?:natural.*|only .*|top|best)")
_THE_BEST = Pattern(
    r"\b(?:the|our|your|its|country's|world's|region's) (?:very )?(?:best|finest|only|leading"
    r"|top(?=\s(?!of\b|right\b|left\b|line\b|row\b|corner\b|shelf\b|floor\b)\w))\b"
)
_DO_OUR_BEST = Pattern(
    r"\b(?:our best (?:to|guess|effort)|do our best|top (?:of|floor)"
    r"|only (?:\w+ )?(?:rooms?|seats?|beds?|chairs?|lifts?|toilets?|doors?|entrances?|bus|tables?|sofas?)\b"
    r"|only (?:by|on|after|when|for|with|if"
    r"|in|describe|use))\b|\bdo (?:our|your) best\b"
)
_BETTER_THAN_OTHERS = Pattern(
    r"\bmore\b[^.]{0,40}\bthan (?:any|all|other|most)\b"
    r"|\b(?:better|safer|faster|cheaper|larger|no (?:less|more) \w+) than\b"
)


def _general_house(clause: str) -> bool:
    """Whether the subject is doctors or clinics at large, not one's own: “Doctors may prescribe …”."""
    if _OF_OURS.match(clause):
        return False
    if _OFFICE.match(clause) or (_HOUSES.match(clause) and not _ALL_OURS.match(clause)):
        return True
    return (
        bool(_SOME_HOUSE.match(clause))
        and any(one.search(clause) for one in (HEALTH, EFFECT, AMOUNT, _PRESCRIBES))
        and not _THIS_HOUSE.match(clause)
        and not _WHAT_THE_TEAM_DOES.match(clause)
    )


_OF_OURS = Pattern(r"[\w-]+(?:\s[\w-]+)?\s(?:in|on|at|from|of)\sour\b")
_OFFICE = Pattern(
    r"(?:the|our|your) (?:\w+ )?(?:health|insurance|licensing|regulat\w+) (?:service|system|insurers?"
    r"|authority|agency)|the (?:drug|medicines) (?:group|agency)"
)
_HOUSES = Pattern(
    r"(?:(?:many|most|some|few|other|all|several|private|specialist|pain|general|family|us|uk|american"
    r"|british|dutch|german|european|more and more|a few|only a few|two thirds of|half of(?: the)?"
    r"|certain|no)\s+)*(?:clinics|centres|centers|hospitals|practices|doctors|nurses|physiotherapists"
    r"|therapists|psychologists|consultants|pharmacists|anaesthetists|surgeries)\b(?! (?:are (?:on|here"
    r"|free|by|in our|at our)|is on|with us|here|at our|in our))|"
    r"(?:(?:many|most|some|few|other|all|several|two|three|short|long|more|fewer|early"
    r"|regular)\s+)*(?:groups|programmes|services|courses|sessions|visits|trains|classes|costs|prices"
    r"|fees|units)\b(?! (?:are on|is on|lasts?|takes? (?:place|about|an?|\d)|start|begin|are (?:held|free"
    r"|by|booked|open|closed|charged|paid|sent|due|included|listed|available)|cost|run (?:from|on)"
    r"|include|with us|here|at our|in our|can be (?:booked|paid|cancelled)|must be))"
)
_ALL_OURS = Pattern(r"(?:all|both) (?:our|the)\b")
_SOME_HOUSE = Pattern(
    r"(?:a|an|the|your|each|every)\s+(?:\w+\s+){0,2}?(?:surgery|course|programme|group|service|unit"
    r"|doctors?|class|consultants?|data|costs?|session|pool|bed|form|lift|train|bus|chair|practice|team"
    r"|assessment|visit)s?\s+(?:of|with|on|for|in|that|which|who|to|may|might|can|could)\b"
)
_PRESCRIBES = Pattern(r"\b(?:prescri\w+|recommend\w*|may|might)\b")
_THIS_HOUSE = Pattern(r"the\s+(?:clinic|centre|center|team|nurse|hospital|unit|practice|ward|reception|staff)\b")
_WHAT_THE_TEAM_DOES = Pattern(
    r"(?:your|the|a) (?:\w+ )?(?:doctor|team|nurse|consultant|therapist) (?:will|can|is there"
    r"|may) (?:\w+ )?(?:ask|explain|examine|show|tell|discuss|talk|answer|check|help you|listen|meet|call"
    r"|write|look|decide|plan|measure|see|stay|give you (?:a|an|the|your) (?:letter|form|copy|list|plan"
    r"|number))\b"
)
