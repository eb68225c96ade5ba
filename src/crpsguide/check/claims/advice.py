"""Orders and advice, apart from the facts given for them."""

import re

from crpsguide.check.claims.embedded import ASKING, has_embedded_claim, opens_with_fact
from crpsguide.check.claims.speech import is_to_be_said, repeats_hearsay, without_words_to_say
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.clauses import Link, clauses, fronted
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, PRAISED
from crpsguide.language.statements.mood import Mood, mood


def advises(text: str, setting: Setting) -> Verdict:
    """Orders, and what the reader should, can or may do; not the facts that are given for it."""
    if is_to_be_said(text, setting) or repeats_hearsay(text):
        return Reason.ADVICE
    front, main = fronted(without_words_to_say(text))
    parts = clauses(main)
    first = parts[0].text
    if mood(first) is not Mood.ORDER and not advises_reader(first, setting):
        if (
            len(parts) > 1
            and parts[-1].link in (Link.STOP, Link.RESULT, Link.AND)
            and not setting.touches_health(first)
            and not AMOUNT.search(first)
            and mood(parts[-1].text) is Mood.ORDER
        ):
            return Reason.ADVICE
        tail = _GOES_ON.split(main, maxsplit=1)
        if (
            len(tail) == 2
            and mood(tail[1]) is Mood.ORDER
            and not (setting.touches_health(tail[0]) or AMOUNT.search(tail[0]))
        ):
            return Reason.ADVICE
        return None
    if front and opens_with_fact(front, setting):
        return CLAIM
    if sells(main, setting):
        return CLAIM
    if _TAKES_SO_LONG.match(main):
        return CLAIM
    if (awaited := _AWAITS.search(main)) and not _AWAITED_OF_A_HOUSE.search(awaited["what"]):
        return CLAIM
    if has_embedded_claim(main, setting, is_order=True):
        return CLAIM
    return Reason.ADVICE


# An order in form, and a forecast: “Expect the first changes after a month”; but “Expect a call from us”.
_AWAITS = Pattern(
    r"(?:^|,\s+)(?:please\s+|also\s+|so\s+|but\s+|and\s+)*(?:expect|anticipate|count\s+on|reckon\s+with|brace\s+yourself\s+for|(?:be|stay)\s+(?:prepared|ready)\s+for)"
    r"\s+(?P<what>.+)$"
)
_TAKES_SO_LONG = Pattern(
    r"^(?:please\s+)?(?:(?:allow|give)\s+(?:the|your|it|them|this|these|any|each)\b.*\b(?:hours?|days?|weeks?|months?)\s+to\s+\w+"
    r"|(?:do\s+not|don't|never)\s+(?:expect|count\s+on|hope\s+for)\b.*\b(?:before|until|within|in\s+under|for\s+at\s+least)\b)"
)
_AWAITED_OF_A_HOUSE = Pattern(
    r"\b(?:calls?|letters?|e-?mails?|messages?|texts?|questions?|forms?|visits?|us|waits?|reply|replies|answers?|welcome|invoices?|bills?|queues?|nothing|nobody"
    r"|of\s+yourself|to\s+(?:be\s+(?:asked|seen|given|shown|called|offered)|fill|wait|answer|sign|pay|see|meet|talk|spend|stay|bring|hear))\b"
)
_GOES_ON = Pattern(r",\s+so\s+|;\s+|,\s+and\s+", AS_TYPED)


_DEEDS_NOT = Pattern(
    r"feel|notice|have|get|experience|develop|suffer|lose|gain|recover|improve|heal|see|become|fall|find"
    r"|expect|benefit|live|sleep|die|vomit|faint|bleed|catch|inherit|tolerate|remain|be|look|seem|react"
    r"|respond|relapse|hurt|know|lead|walk|return|enjoy|regain|forget|wake|spread|pass|hear|believe|think"
    r"|understand|realise|miss|worry|cry|struggle|cope|deserve|hope|wonder|dream|sweat|tire|drop|stumble"
    r"|shake|tremble|limp|itch|dribble|fail|stay|keep|grow|wish|already"
)


_READER_MAY = Pattern(
    r"""^(?:(?:and|but|so|then|also|or|perhaps|maybe|sometimes|instead|now|here)\s*,?\s+)?you\s+(?:also\s+
        |both\s+|only\s+|still\s+|then\s+|do\s+)*
    (?:(?:ought\s+to|need\s+not|need\s+to|have\s+to|had\s+better|will\s+need\s+to|may\s+(?:need|want|wish|like
        |prefer|have)\s+to|might\s+(?:need|want|like|prefer)\s+to|will\s+have\s+to|should\s+not\s+have\s+to
            |should\s+never\s+have\s+to|are\s+free\s+to
        |are\s+(?:welcome|invited|allowed|asked|advised|encouraged)\s+to|do\s+not\s+(?:have|need)\s+to
        |don't\s+(?:have|need)\s+to|can\s+(?:also|always|still|simply|safely)?|may\s+also|could\s+also|should
        |can|could|may|might|must|shall)\s+(?:not\s+|never\s+|always\s+|also\s+|only\s+|at\s+any\s+time\s+
        |then\s+|first\s+)*)
    (?P<deed>[a-z]+)""",
    re.I | re.X,
)


_ADVICE_FRAME = Pattern(
    r"""^(?:(?:and|but|so|then|also)\s+)?(?:(?:it['’]s|it\s+(?:is|can\s+be|may\s+be|might\s+be|could\s+be))\s+(?:(?:also
        |often|always|usually|a|an|quite|very|so|all|perfectly|worth|really)\s+)*(?:good\s+idea|worth\w*|best
        |better|wise|sensible|useful|helpful|fine|important|time|enough|up\s+to\s+you|your\s+(?:choice|decision
        |right|body)|safer|polite|good|advisable|reasonable|handy)\b(?=.*\b(?:to|if|for\s+you|up|your|\w+ing)\b)
    |(?:it\s+)?(?:helps|may\s+help|might\s+help|can\s+help|could\s+help)\s+to\s+(?:write|bring|ask|make|keep
        |plan|tell|talk|note|have|take|read|say|know|set|prepare|list|start|think|share|record|pack|arrive|name|choose|draw|count|pick|agree|sort)\b
    |(?:someone|somebody|one\s+person)\s+(?:[\w-]+\s+){0,3}(?:should|must|needs\s+to)\b
    |(?:why\s+not|how\s+about|what\s+about)\b
    |there\s+is\s+no\s+(?:harm|shame)\s+in\s+(?:asking|waiting|saying|stopping|changing|calling|checking|writing)\b
    |no\s+(?:need|rush)\s+to\b|there\s+is\s+no\s+(?:need|rush|hurry)\b
    |(?:everyone|anyone|all\s+visitors|visitors|carers|families|children|guests|parents|friends
        |teachers|schools|employers|managers|colleagues|relatives|helpers|coaches)\s+(?:should
        |must|can|may)\s+(?:ask|bring|wear|sign|stay|wait|come|call|use|leave|join|book|tell)\b
    |(?:[\w-]+,?\s+){1,8}?(?:is|are)\s+(?:also\s+)?a\s+(?:real|fair|good|valid|sensible)\s+(?:choice|option
        |question|answer|start|reason\s+to\s+ask)s?\b
    |half\s+an\s+hour\s+is\s+(?:enough|plenty)
    |(?:help|support|someone|a\s+listener|somebody)\s+(?:is|are)\s+(?:here|there|near|at\s+hand|available|listening)\b
    |(?:\w+\s+){1,4}(?:should|must)\s+(?:be\s+)?(?:brought|worn|kept|signed|filled|booked|paid|cancelled
        |returned|switched|turned|removed|left|handed|completed|discussed|agreed|read|washed|stored|shut|closed)\b)
    """,
    re.I | re.X,
)


_ADVISED_DEED = Pattern(
    r"^(?:find\s+(?:out|someone|a|an|your|words|it\s+(?:helpful|useful|easier|good|handy)\s+to)"
    r"|see\s+(?:(?:a|an|your|the|our)\s+(?:\w+\s+)?(?:doctor|nurse|specialist|therapist|team|gp|dentist"
    r"|pharmacist|psychologist|surgeon|midwife|physio\w*|list|page)|if|whether|who|what|how)"
    r"|get\s+(?:help|advice|a\s+second|someone"
    r"|support|in\s+touch|dressed|up|your|a\s+(?:copy|friend|lift|letter))|be\s+(?:honest|open|clear"
    r"|able\s+to\s+(?:name|describe|explain|list|recogni[sz]e|tell|say)"
    r"|patient|kind|gentle|sure|there|early|ready|on\s+time|polite|specific|careful)|"
    r"have\s+(?:someone|a\s+(?:friend|say|look|second|break|go|rest|drink|copy|list|plan|talk)|your"
    r"|the\s+right|with|ready)|keep\s+(?:a|your|the|this|it|notes|all|on|in)|look\s+(?:at|for|up|it)"
    r"|know\s+(?:who|what|where|whom)|hear\s+from|think\s+(?:about|of|it)|walk\s+(?:in|out|away|up|to)"
    r"|return\s+(?:the|it|to\s+(?:this|the\s+(?:page|section|list)))|stay\s+(?:in|at|for|with|until"
    r"|overnight|as)|pass\s+(?:this|it|on)|believe\s+in|sleep\s+in|already|miss\s+a)\b"
)


def advises_reader(clause: str, setting: Setting) -> bool:
    """Whether a clause tells what the reader may, can or should do, not what may happen to them."""
    if _BY_LAW.search(clause) or ((may := _IS_ALL_RIGHT.match(clause)) and _permits_care(may["deed"], setting)):
        return False
    if _ADVICE_FRAME.match(clause) or _tells_what_to_do_with_things(clause, setting):
        return True
    if _ONLY_WHO_KNOWS_YOU.match(clause):
        return True
    chosen = _SUITS.match(clause)
    if chosen and not setting.touches_health(chosen[0]):
        return True
    found = _READER_MAY.match(clause)
    if not found:
        return False
    deed = clause[found.start("deed") :]
    if _WANTS_TO.search(clause[: found.start("deed")]) and not setting.names_health(deed):
        return True
    if _HAPPENS_TO_YOU.match(deed):
        return False
    if _YOU_MAY.search(clause) and _MORE_OR_LESS.search(deed) and not ASKING.match(deed):
        return False
    if _ADVISED_DEED.match(deed):
        return True
    if _DEEDS_NOT.fullmatch(found["deed"]):
        return False
    if found["deed"].lower() in {"need", "require", "want"}:
        return not setting.names_health(deed)
    return True


def _permits_care(deed: str, setting: Setting) -> bool:
    """Whether something medical is said to be all right: “to take both tablets”, not “to ask about the tablets”."""
    return setting.names_health(deed) and not (_CHOOSES.match(deed) or ASKING.match(deed))


_YOU_MAY = Pattern(r"\byou (?:may|might|could|will)\b")
_BY_LAW = Pattern(r"\b(?:under\s+(?:[\w-]+\s+){0,2}law|by\s+law|legally)\b")
_IS_ALL_RIGHT = Pattern(
    r"^(?:(?:and|but|so)\s+)?it\s+is\s+(?:(?:also|quite|perfectly|completely|usually|always)\s+)*(?:fine|safe|all\s+right|ok|okay|harmless)"
    r"\s+to\s+(?P<deed>.+)$"
)
_CHOOSES = Pattern(
    r"(?:hand\s+(?:in|over|out)|say|refuse|decline|turn\s+down|wait|cancel|leave|bring|want|need|be|feel)\b"
)


def _tells_what_to_do_with_things(clause: str, setting: Setting) -> bool:
    """Whether an instruction has the thing as its subject: “The bands must be rolled”, “Shoes come off at the door”."""
    if (held := _IS_HELD.match(clause)) and not setting.names_health(held["how"]):
        return True
    found = _IS_HANDLED.match(clause) or _GOES_THERE.match(clause)
    return bool(
        found
        and not _NO_THING.search(found["thing"])
        and not any(one.search(clause) for one in (EFFECT, AMOUNT, COMPARISON, PRAISED))
        and not setting.names_health(found["thing"])
    )


_HANDLED = (
    r"worn|rolled|folded|washed|cleaned|dried|wiped|rinsed|strapped|fastened|tied|laced|buckled|charged|(?:un)?plugged"
    r"|switched|turned|stored|kept|returned|handed|locked|shut|closed|opened|loosened|tightened|pressed|placed|put|laid|hung|removed|signed|filled|carried|left"
    r"|cut|warmed|wrapped|tucked|taken\s+off|slipped|pulled|clipped"
)
_IS_HANDLED = Pattern(
    rf"^(?P<thing>(?:the|your|each|every|all|both|this|these)\s[\w\s-]{{2,30}}?)\s(?:is|are)\s(?:always\s|never\s|also\s"
    rf"|then\s|first\s|best\s|only\s|not\s)*(?:{_HANDLED})\b(?!\s+by\s)"
)
_GOES_THERE = Pattern(
    r"^(?P<thing>(?:(?:all|your|the|wet|outdoor|metal|loose)\s)*(?:shoes|boots|coats?|jackets?|rings?|jewellery|watch(?:es)?"
    r"|phones?|bags?|glasses|gloves|belts?|hats?|clothes|towels?|cups?|keys|forms?|splints?|sleeves?|socks?|batteries|letters?|pads?))\s"
    r"(?:(?:must|should|has\sto|have\sto|can|may)\s)?(?:come|go|stay|belong|comes|goes|stays|belongs)\s(?:off|on|in|under|over|outside|into|back|at|out|first|last)\b"
)
# Of these, “must be” tells a law, a rule of care or a finding.
_NO_THING = Pattern(
    r"\b(?:signs?|criteria|authorit\w+|agenc\w+|insurers?|employers?|courts?|judges?|laws?|claims?|appeals?|complaints?|prescriptions?|driv\w+|workers?"
    r"|clinics?|hospitals?|centres?|(?:one|two|three|four|five|six|\d+)\s+of|people|persons?|children|adults?|men|women|someone|doctors?|trials?|stud(?:y|ies)|it|this|that|they|there)\b"
)
_SUITS = Pattern(
    r"^[^,;:]{2,60}\s(?:may|might|can|could)\s(?:also\s)?(?:suit|be\s(?:easier|enough|right)\sfor)\syou\b.*$"
)
# “Your hand need not lie still”, “The other hand stays behind the mirror”
_IS_HELD = Pattern(
    r"^(?:your|the|both|each)\s+(?:(?:good|painful|sore|other|free|upper|lower|left|right)\s+)*(?:hands?|f[eo]+t|arms?|elbows?|shoulders?|back|head|thumbs?|fingers?|toes|heels?|knees?"
    r"|wrists?|palms?)\s+(?:(?:need\s+not|should|must|ha(?:s|ve)\s+to|do(?:es)?\s+not\s+(?:have|need)\s+to)\s+(?:not\s+)?(?:lie|rest|stay|hang|touch|lean|point|face|be\s+(?=(?:\w+ly\s+)?(?:loose|low|flat|straight|relaxed|bent|level|bare|free|dry|clean|still|open)\b))\b|(?:lies|rests|stays)\s+"
    r"(?=(?:behind|in\s+front|on\s+the|against|beside|under|between)\b))(?P<how>[^,;:]*)"
)
# “…, because only somebody who has seen your hand can”
_ONLY_WHO_KNOWS_YOU = Pattern(
    r"^only\s(?:you|your\s(?:own\s)?\w+(?:\s\w+)?|(?:somebody|someone|those|people|an?\s\w+)\swho\s[^,;:]*?\byou(?:r\s[\w-]+)?)\s(?:can|could|knows?|may|will|should)\b"
)


# “You might put on a few pounds”: verbs that are no deed.
_HAPPENS_TO_YOU = Pattern(
    r"put\s+on\s+(?:(?:a|some|few|several|lots\s+of|much|more)\s+)*(?:weight|pounds|kilos?|stone|fat)\b|throw\s+up\b(?!\s+(?:a|the|your))|pass\s+out\b(?!\s+(?:the|a|your|copies|leaflets))"
    r"|black\s+out\b|go\s+off\s+(?:your\s+)?(?:food|meals|sleep)\b|(?:come|break)\s+out\s+in\s+(?!the\b|front\b)|nod\s+off\b|see\s+double\b|run\s+a\s+(?:fever|temperature)\b|be\s+sick\b|lie\s+awake\b|stop\s+(?:breathing|sleeping|eating|growing)\b"
)
_WANTS_TO = Pattern(r"\b(?:want|wish|like|prefer|have|need|free|welcome|invited) to\s+$")
_MORE_OR_LESS = Pattern(
    r"\b(?:more often|less often|more easily|suddenly|again|better|worse|weaker|slower|(?:several|some"
    r"|a few|\d+) (?:weeks|months|years)|without warning)\b"
)


_SELLING = Pattern(
    r"^(?:please\s+|now\s+|just\s+)*(?:enjoy|discover|experience|regain|reclaim"
    r"|join\s+(?:the\s+)?(?:thousands|hundreds|others|many|\d)"
    r"|feel(?!\s+(?:for|where|how|whether|if|along)\b)|wake\s+up|say\s+(?:goodbye|farewell|hello)"
    r"|forget|imagine|meet|live|get\s+(?:your|rid|back|relief|better)|trust|expect|beat|end"
    r"|stop\s+(?:the\s+)?(?:pain|suffering)|"
    r"free\s+yourself|take\s+back|win\s+back|unlock|reset|heal|cure|defeat|conquer|restore|boost"
    r"|transform|welcome|treat\s+your)\b"
)


_LET_IT = Pattern(
    r"^(?:please\s+|just\s+)?let\s+(?P<what>(?:[\w-]+\s+){1,4}?)(?:give|bring|set|make|take|do|carry|change|lift|work|melt(?!\s+(?:under|in|on|slowly|away)\b))\b"
)


_PROMISING = Pattern(
    r"^let (?:us|our \w+)\b.*\b(?:free|heal|cure|ease|relieve|take away|end|stop|restore|change)\b|"
    r"^(?!.*\b(?:ask|check|beware|claim|claims|wary|careful|promises?|whether|if)\b).*(?:^(?:please\s+"
    r"|now\s+|just\s+)*(?:say\s+(?:goodbye|yes|hello)\s+to|.*\b(?:life|living)\s+(?:without"
    r"|free\s+of)\s+pain|join\s+(?:the\s+)?(?:thousands|hundreds)|free\s+yourself"
    r"|wake\s+up\s+(?:to|without)|get\s+your\s+(?:\w+\s+)?life)|"
    r"\b(?:the|our|this|a)\s+(?:world's\s+)?(?:most\s+(?:effective|advanced|experienced|trusted)|leading"
    r"|safest|proven|unique|miracle|revolutionary|life-changing|only\s+(?:treatment|clinic|therapy|method"
    r"|centre)|best\s+(?:treatment|therapy|care|clinic|centre|medicine|cure))\b|^(?:get|live|sleep|walk"
    r"|move|feel|be|return|start|run|dance|smile|wake|beat|end|fight|banish|soothe|tackle|ditch|defeat|calm|crush"
    r"|cool)\b.*\bwith\s+(?:our|this|the\s+new)\s+(?!team|nurse|staff|page|list|guide|chart|plan|group)\w+|"
    r"^be\s+(?:\w+\s+){0,2}?(?:free\s+(?:of|from)|rid\s+of|well\s+again|yourself\s+again|cured|healed|without\s+pain)|"
    r"^(?:walk|dance|run|sleep|play|work|live|laugh|climb|swim|ride|knit|cook|travel)\b.*\bagain\b"
    r"(?!.*\b(?:if|when|until|once|unless|minutes|rest|break|tomorrow)\b)|"
    r"^leave\s(?!.*\b(?:desk|door|counter)).*\bbehind(?=\s+(?:for\s+(?:good|ever)|today|you|at\s+last)\b|\W*$)|"
    r"^sleep\s+(?:through|soundly|like)\b|"
    r"^get\s+(?:moving|going|back|well|better|out)\b.*\bwithin\b)\b"
)


def sells(clause: str, setting: Setting) -> bool:
    """Whether an order is a promise in disguise: “Enjoy a life without pain”, “Get your old life back”."""
    found = _SELLING.match(clause)
    let = _LET_IT.match(clause)
    if let and setting.names_health(let["what"]):
        return True
    if _PROMISING.search(clause):
        return True
    if not found or _INVITES.match(clause):
        return False
    return setting.touches_health(clause) or any(one.search(clause) for one in (PRAISED, AMOUNT, _DREAMT_OF))


_INVITES = Pattern(
    r"(?:please )?(?:end (?:each|every|the|your|this) (?:\w+ )?(?:session|day|week|visit|practice|exercises?|walk)\b"
    r"|feel free|treat yourself|trust your(?:self| \w+)?(?=\W*$| (?:if|when|about)\b)|expect (?:questions|a call"
    r"|us|to be asked)|welcome to|stop if|meet (?:the|our)|join (?:us|a|our))"
)
_DREAMT_OF = Pattern(
    r"\bsleepless\b|\bwith (?:our|this new|the new) (?!team|staff|nurse|list|page|plan)"
    r"|\b(?:life back|old (?:self|life)|free of|again|freedom|better|without|soreness|tired)\b"
)
