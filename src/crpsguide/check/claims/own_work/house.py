"""The way in, the price, the hours and the people of a house: what is told of them is no matter of health."""

import re

from crpsguide.check.claims.verdicts import Setting
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, PRAISED


def tells_of_a_house(clause: str, setting: Setting) -> bool:
    """Whether a clause is about the way in, the price, the welcome or the post of a house, and nothing of health."""
    if setting.names_health(clause) or any(one.search(clause) for one in (EFFECT, COMPARISON, AMOUNT)):
        return False
    if _HOUSEKEEPING.match(clause):
        return True
    at_home = _IN_THE_HOUSE.search(clause)
    return bool(at_home) and not (FELT.search(clause) or PRAISED.search(clause))


def names_a_price(text: str) -> bool:
    """Whether a text says what a service of a house costs, and nothing of its worth."""
    return bool(_PRICED.match(text)) and not any(one.search(text) for one in (EFFECT, PRAISED))


# What stands in a house, and when and at what price it is open: what is told beside these words is no matter of health.
_IN_THE_HOUSE = Pattern(
    r"\b(?:rooms?|hall|gate|entrance|lift|stairs|staircase|corridor|car\s+park|desk|counter|kitchen|caf[eé]|canteen|courtyard"
    r"|library|lockers?|reception|lobby|noticeboard|fees?|deposit|tickets?|invoices?|receipts?|euros|dollars"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|bank\s+holidays?|noon|o'clock|trolley|trustees|committee|choir"
    r"|receptionist|caretaker|cleaners?|porters?)\b|\bat\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\d{1,2}(?:[:.]\d\d)?)(?:\s?[ap]\.?m\.?)?\W*$"
)
FELT = Pattern(
    r"\b(?:feel\w*|felt|burn\w*|sting\w*|sweat\w*|unbearable|agony|cold|heat|hot|sleep\w*|attacks?|brings?\s+(?:on|back)"
    r"|sets?\s+off|start\s+it|provok\w+|spark\w*|walk\w*)\b"
)
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
    |[\w\s'’-]{{2,40}}\s(?:is|are|lies|stands|sits)\s(?:best\s|easily\s|only\s)?(?:reached|entered|found|housed|next\s+to
        |opposite|behind|beside|above|below|near|across|at|on|in|to\s+the)\b.*\b(?:{_PLACE})\b
    |(?:an?|the|this|that|your|all|every|each|any|our)\s(?:[\w-]+\s){{0,2}}?{_MONEY}\b.*\b(?:is|are|will\s+be|must\s+be|can\s+be)
        \s(?:\w+ly\s)?(?:taken|charged|due|paid|refunded|returned|waived|kept|shown|sent|needed|asked)\b
    |[^,;:]{2, 50}\sonly\s(?:if|when|with)\s(?:you\s(?:agree|consent|say\syes|wish)|your\s(?:consent|permission))\b
    |(?:the|our|all|every|each|this|both|half)\s(?:[\w-]+\s){{0,2}}?(?:{_PLACE}|buildings?|houses?|rooms?|floors?|corridors?|paths?)
        \s(?:can\sbe|is|are)\s(?:\w+ly\s)?(?:reached|entered|used|visited|free\s+of\s(?!pain|symptoms?|risks?|harms?|charge\b.*\bpain))\b
    |(?:children|visitors|guests|brothers|sisters|friends|relatives|carers|dogs|families)\s(?:can|may)\s(?:also\s|always\s)?(?:play|wait
        |sit|stay|eat|park|come|rest)\s(?:[\w-]+\s){{0,2}}?(?:in|at|on|outside|behind|by|near)\s(?:the|our|a)\b.*\b(?:{_PLACE})\b
    |(?:your\s)?(?:children|visitors|guests|brothers|sisters|brothers\sand\ssisters|friends|partners|parents|relatives|carers|dogs|families)\s(?:can|may)\s(?:also\s|always\s)?come\s(?:along|in|too|inside|with\syou)\b
    |(?:an?|the|two|three|local)\s(?:[\w’'-]+\s){{0,3}}?{_PARTNER}\s(?:[\w-]+\s){{0,4}}?(?!us\b|our\b)\w+s?\s(?:us|our|for\s+us)\b
    )""",
    re.I | re.X,
)
HOUSE_FACT = Pattern(
    r"""^(?:open(?:ing)?\s+(?:from|on|daily|every|mon|tues|wed|thur|fri|sat|sun|hours|times)|closed\s+(?:on|at)
        |mon(?:day)?s?\b|tuesdays?\b|wednesdays?\b|thursdays?\b|fridays?\b|saturdays?\b|sundays?\b
    |(?:free\s+)?parking\b|visiting\s+hours|(?:tea|coffee|water|lunch|blankets|snacks|drinks)\b.*\b(?:are
        |is)\b.*\b(?:free|available|served|provided|on\s+offer|there)\b
    |(?:calls|emails|e-mails|letters|messages|requests|enquiries|complaints|bookings|cancellations
        |referrals)\b.*\b(?:are|is|go|open|close|cost|will\s+be|can\s+be|must|take)\b
    |(?:patients|visitors|clients|guests|members|callers|donors|volunteers)\s+(?:also\s+|then\s+|all\s+|always\s+)*(?:receive|get|are\s+(?:sent|given|handed))
        \s+(?:an?|our|the|their)\s+(?:[\w-]+\s+)?(?:letter|copy|call|folder|plan|form|appointment|card|magazine|newsletter|reminder|invitation
        |questionnaire|bill|badge|key|towel|receipt|leaflet)\b
    |(?:(?:all|new|most)\s+)*(?:patients|visitors|people|clients|guests|children)\s+(?:are|get)\s+(?:(?:weighed|measured|examined|seen|asked|met|greeted|collected|shown|introduced)
        (?:,\s+|\s+and\s+)?)+\s+(?:(?:\w+\s+){0,2}?(?:at|before|on|after|during|by)\s+(?:the|each|every|our|their)|in\s+(?:the\s+order|turn)|by\s+appointment|one\s+by\s+one)\b
    |(?:last\s+year|this\s+year|last\s+\w+|in\s+(?:19|20)\d\d|so\s+far),?\s+(?:\w+\s+){0,2}?(?:\d+|a\s+hundred|dozens\s+of|hundreds\s+of)\s+(?:people|members|visitors|families|volunteers|guests)
        \s+(?:took\s+part|came|joined|visited|walked|sang|gave|helped|signed|attended)\s+(?:in|to|for|with|at|on)?\s*(?:our|the|us)\b
    |a\s+(?:nurse|doctor|therapist|physiotherapist|psychologist|volunteer|porter|interpreter
        |member\s+of\s+(?:staff|the\s+team)|colleague|second\s+nurse|team\s+of)\b.*\b(?:will|is|stays|sits
        |meets|calls|checks|greets|watches|comes|answers|takes|visits|shows|writes|brings|looks)\b
    |an?\s+(?:(?!(?:good|experienced|skilled|great|true|real)\b)[\w-]+\s+){0,2}?(?:nurse|doctor|\w+therapist|therapist|psychologist|volunteer|pharmacist|an(?:a)?esthetist|consultant|physician|surgeon
        |specialist|social\s+worker|coordinator|adviser|counsellor|lawyer|solicitor|dietitian|midwife|carer|member\s+of\s+(?:staff|the\s+team))\s+(?!treats|cures|heals)\w+s\s
        (?:(?:to|with|for|on|at|by|through|down)\s)?(?:every|each|all|our|both|any)\s
    |(?:children|adults|patients|visitors|teenagers|people)\b[^,;:]*\bare\s+seen\s+(?:in\s+the\s+(?:mornings?
        |afternoons?|evenings?)|on\s+\w+days?|first|here|at\s+\w+|by\s+(?:our|the))\b
    |(?:two|three|four|five|several)\s+(?:\w+\s+)?(?:consultants|doctors|nurses|therapists|psychologists)\s+(?:run|lead|share|staff|head)\s+(?:the|this|our)\b
    |(?:each|every)\s+(?:patient|visitor|client|person|guest|family|caller)\s+(?:has|gets|is|will|can|sees
        |meets|speaks)\b(?!(?:\s+\w+){0,2}\s+(?:better|well|stronger|worse|rid|pain|relief|recovers?|improves?|heals?
        |walks?)\b)
    |(?:an?|each|every|one|the)\s+(?:treatment|session|course|visit|appointment|consultation
        |place|programme|package|scan)\s+(?:costs?|consists?\s+of|is\s+(?:made\s+up\s+of|spread\s+over)|runs\s+(?:over|from|for)|is\s+(?:£|\$|€|priced|charged|paid|free)|starts\s+at
        |begins\s+at|with\s+us)
    |the\s+(?:first|second|last|next|whole)\s+(?:visit|session|treatment|appointment|consultation|assessment|course|stay)\s+
        (?:lasts?|takes?|starts?|begins?|ends?)\b
    |(?:treatment|therapy|training|the\s+\w+|each\s+\w+)\s+(?:takes?\s+place|happens?\s+in\s+(?:a|our|the))\b
        |(?:[\w-]+\s+){1,3}?(?:is|are)\s+(?:done|taken|given|held|carried\s+out|repeated|recorded|kept
        |checked)\s+(?:(?:here|on|at|in|by)\s+(?:the\s+(?:day|morning|evening|ward|clinic|unit|same)|our|your
        |arrival|site|a\s+nurse|us)|every\s+\w+|(?:before|during|after)\s+(?:the|each|every|your)\s+(?:visit
        |session|treatment))
    |(?:two|three|four|five|six|seven|eight|\d+)\s+(?:nurses|doctors|therapists|physiotherapists|psychologists
        |volunteers|anaesthetists|rooms|beds|colleagues)\b(?!.*\b(?:found|showed|report))
    |nobody\s+(?:pays|paid|has\s+paid)\b|no\s+(?:clinic|company|maker|firm|drug\s+maker|advert\w*|cookies
        |data)\b.*\b(?:pays|paid|here|this\s+(?:site|guide|page)|stored|kept|are\s+(?:set|used|shown)|has\s+any)\b
    |this\s+(?:guide|site|website|page|leaflet|service|clinic|charity|group)\b|patients\s+and\s+(?:carers
        |doctors|nurses)\s+(?:wrote|helped|tested)\b
    |(?:patients|people|readers|visitors|users)\s+(?:with\s+\w+\s+)?(?:helped\s+(?:to\s+)?(?:write|test|make
        |design)|have\s+read|read\s+(?:and|each)|tested|wrote)\b
    )""",
    re.I | re.X,
)
# What a service of a house costs: the price follows at once. “The illness costs a family …” is no such price.
_PRICED = Pattern(
    r"^(?:(?:an?|one)\s+(?:year|month|week)['’]s\s+|(?:an?|each|every|the|our|your|further|missed|all|most|later|late|any|first|initial|single|follow-up|second|new)\s+)*"
    r"(?:(?!(?:and|or|of|who|that)\b)[\w-]+\s+){0,3}?"
    r"(?:consultations?|visits?|appointments?|sessions?|assessments?|talks?|lessons?|classes|class|membership|report|reports|fees?|follow-ups?|tickets?|places?|letters?"
    r"|cop(?:y|ies)|deposit|infusions?|drips?|injections?|treatments?|interpreter|registration|workshops?|check-ups?|parking|rooms?|hour)"
    r"(?:\s+(?:for|by|at|of|with|in|to)\s+(?:(?!(?:is|are)\b)[\w-]+\s+){0,4}?[\w-]+)?\s+"
    r"(?:is|are|costs?|starts?\s+at|begins?\s+at|(?:is|are)\s+(?:charged|priced|billed)\s+at)\s+(?:only\s+|just\s+|about\s+|no\s+more\s+than\s+)?"
    r"(?:[£$€]\s?\d|\d[\d.,]*\s?(?:euros?|pounds?|dollars?|francs?|kr\b))"
)
