"""Signs that need help at once, and words that put that help off."""

import re

from crpsguide.language.clauses import clause_spans, is_denied, is_order, is_question, is_quoted, negators
from crpsguide.language.patterns import Pattern
from crpsguide.language.phrases import either

_BREATH = r"breath(?:e|ing)?"
_HOT = r"(?:hot|red|swollen|warm)"
_NUMB = r"(?:numb|pale|blue|white|tingl\w+)"
# What cannot wait, whatever the illness.
SIGN = Pattern(
    either(
        r"\bchest (?:pain|hurts?|aches?|tight\w*|pressure|feels|is tight)",
        r"\b(?:pain|pressure|tightness) (?:in|across) (?:the|your) chest\b|\btight chest\b",
        rf"\b(?:trouble|difficulty|difficulties|problems?|hard|struggl\w+|fight\w*) (?:with |in |to |for )?{_BREATH}\b",
        rf"\b(?:cannot|can['’]t|unable to|not|n['’]t|slow|slowed|shallow|stops?|stopped) (?:really "
        rf"|properly )?{_BREATH}\b",
        r"\b(?:short(?:ness)? of breath|breathless(?:ness)?|gasping|blue lips)\b",
        r"\b(?:a|any|first|have|having|has|had) (?:\w+ )?fit(?=\W*$|[,;:]| (?:can|may|will|is|after|at|during|and"
        r"|that)\b)",
        r"\ba fit (?:\w+ly )?(?:passes|stops|ends|lasts|goes)\b",
        r"\b(?:cannot|can['’]t|unable to|not able to|no longer|stop(?:ped)? being able to) (?:pee|urinate"
        r"|empty your bladder|pass (?:any )?(?:water|urine)|feel your (?:legs|feet|bottom))\b",
        r"^fits\b|\b(?:of|with|have|having|had|has|any|the) fits\b|\b(?:seizures?|convulsions?|unconscious|pass(?:es"
        r"|ed|ing)? out|collapse[sd]?|collapsing|overdos\w+)\b",
        r"\b(?:severe|deep|sudden|very|so|quite|great|bad)(?:ly)? confus\w+|\b(?:cannot|can['’]t"
        r"|hard to) (?:be )?w[ao]ken?\b",
        r"\b(?:a|of|mini-)\s?stroke\b|\bface (?:droops|is drooping|has dropped)\b|\bslurred\b|\bsudden weakness\b",
        r"\b(?:blood|bleeding) in (?:your|the) (?:pee|urine|poo|stools?|vomit|eye)\b|\b(?:pee|cough"
        r"|vomit)\w*(?: up)? blood\b",
        rf"\b{_HOT}\b[^.?!]*\b(?:fever|feverish|high temperature)\b|\bfever\b[^.?!]*\b{_HOT}\b",
        r"\b(?:swollen|tight|swelling)\b[^.?!]*\bcalf\b|\bcalf\b[^.?!]*\b(?:swollen|tight|swells?|swelling)\b",
        rf"\b{_NUMB}\b[^.?!]*\b(?:cast|plaster)\b|\b(?:cast|plaster)\b[^.?!]*\b(?:{_NUMB}|too tight)\b",
        r"\b(?:thoughts|thinking|plans?) (?:of|about|to) (?:suicide|end|ending|kill|killing|dying|harm\w*)\b"
        r"|\bsuicidal\b|\bend(?:ing)? it all\b",
        r"\b(?:want|wish)(?:s|es|ing)? to (?:die|be dead|end)\b|\b(?:harm|hurt|kill) yourself\b",
        r"\b(?:loss of|lost|losing|no) (?:bladder )?control (?:of|over) (?:your |the )?(?:bladder|bowels?)\b"
        r"|\bloss of bladder\b",
        r"\b(?:swollen|swelling)\b[^.?!]*\b(?:tongue|throat|lips)\b|\b(?:tongue|throat|lips) (?:is |are )?swell\w*",
    ),
    needs="""
    pee urinate empty water urine legs feet bottom
    chest breath* trouble difficulty difficulties problem* struggl* fit short* gasping fits blue seizure* convulsion*
    unconscious pass* collapse collapses collapsed collapsing overdos* confus* wake woken stroke face slurred sudden
    blood bleeding fever feverish temperature calf cast plaster thoughts thinking plan* suicidal die dead end harm hurt
    kill loss lost losing control tongue throat lips""",
)
_HELPERS = (
    r"ambulance|emergency (?:room|department|services?|number|line|doctor|help|care|team)|A ?& ?E|ER|casualty"
    r"|999|911|112|000|crisis lines?|urgent (?:care|help)|helplines?|anyone|anybody|doctors?|nurses?|clinic|hospital"
)
_HELP = rf"(?:{_HELPERS})"
_CALLS = "call|phone|ring|dial|go to|go into|rush to|run to|see|visit|wake|alarm|seek|get|contact|tell|text"
_CALL = rf"(?:{_CALLS})"
_BOTHER = r"(?:bother|trouble|disturb|burden|waste the time of)"
_NEEDLESS = (
    r"(?:no (?:need|reason|cause) (?:for you )?to|need not|needn['’]t|(?:do not|don['’]t) (?:need|have) to|no point in"
    r"|not (?:necessary|needed|worth) to|not worth|unnecessary to|(?:do not|don['’]t|never|avoid|hold off"
    r"|think twice before))"
)
# “There is no need to call an ambulance”, “do not bother the emergency room”
_SHUNNED = Pattern(
    rf"\b{_NEEDLESS} (?:{_CALLS}|calling|phoning|ringing|going to|texting)\b (?:[\w’']+ ){{0,3}}?{_HELP}\b"
    rf"(?! (?:alone|yourself|by yourself|by car|without|only))"
    rf"|\bnothing (?:you (?:need|have) )?to (?:{_CALLS}|bother|trouble|disturb)\b[^.?!]*\b(?:about|for|with|over)\b"
    rf"|\b{_NEEDLESS} {_BOTHER}(?:ing)? (?:[\w’']+ ){{0,3}}?{_HELP}\b"
)
_CALLED = Pattern(rf"\b{_CALL}(?: (?!before\b)[\w’']+){{0,3}}? {_HELP}\b|\bget (?:medical )?help\b")
# An order to wait, or leave to.
_LET = r"(?:^|[,;:–] |\b(?:then|and|or|can|may|could|should|best|better|safe|fine|to|just|please|simply|first|be|is) )"
_WAIT = Pattern(
    _LET
    + either(
        r"wait(?=\W*$| (?!in line|for (?:the|an) ambulance|for help)\w+)",
        r"(?:put off|postpone|delay|hold off)(?: on)? (?:the|your|any|going|calling|seeing|a) (?:\w+ )?",
        r"sleep (?:it off|off\b|on it|first)",
        r"see (?:how (?:you|it|things)|if (?:it|things)|what happens)",
        r"(?:watch|keep an eye on)(?:ed)? (?:it )?(?:at home|for (?:a|some|\d+|two|three))|watched at home",
        r"(?:left|leave (?:it|this|them))(?=\W*$| (?:alone|until|till|for|be))",
        r"(?:ride|wait|sit|tough) (?:it|this|them) out|let (?:it|this|them) pass|hold on until|give (?:it"
        r"|this) (?:time|a|an)",
        r"(?:mention|tell|raise|note|bring) (?:it|this|them)[^.?!]*\b(?:next|routine|in your diary|in the diary)",
        r"(?:rest|lie down|take a (?:nap|bath|painkiller|walk)|have a (?:nap|bath|cup))\b(?![^.?!]*\b(?:until"
        r"|while) (?:help|the ambulance))",
    )
)
# “It is normal”, “it will pass by itself”, “so do not worry”
_SHRUG = Pattern(
    either(
        r"\b(?:sorts?|rights?|settles?|heals?|cures?|mends?) (?:it|them)sel(?:f|ves)\b",
        r"\b(?:pass(?:es)?|goes? away|go|settles?|stops?|clears?|fades?|ends?|eases?) (?:off )?"
        r"(?:by (?:itself|themselves)|on (?:its|their) own|soon|quickly|in time|without help|with rest|in a (?:day"
        r"|few|while))",
        r"\b(?:is|are) (?:(?:quite|perfectly|completely|just|only|a|very|all|always|usually|mostly) )*"
        r"(?:normal|harmless|fine|to be expected|expected|part of (?:the )?(?:treatment|healing|process|recovery)"
        r"|a good sign"
        r"|an? (?:phase|side effect|mood|passing \w+|sign (?:that it (?:works|is working)|of (?:healing|progress)))"
        r"|(?:no|hardly) (?:worry|drama|disaster)|all in the mind|nothing (?:to|serious|unusual|bad)|no (?:cause"
        r"|reason|emergency|problem)|common and harmless)",
        r"\b(?:wake|wakes|feel|feels|recover|recovers|come|comes|be|are|is|end|ends) (?:up |round |out )?(?:quite "
        r"|perfectly |just )?"
        r"(?:fine|well again|all right|alright|okay|ok|by themselves|on their own)(?! if)",
        r"\b(?:is|are) (?:no|not a|hardly a) (?:reason|cause)(?: for| to)\b",
        r"\b(?:do not|don['’]t|need not|needn['’]t|no need to|no reason to|never) (?:worry|panic|fear|fret|be alarmed"
        r"|be afraid)",
        r"\b(?:is|are) not (?:an emergency|urgent|serious|dangerous|a problem|a worry)",
        r"(?:^|[,;:] |\b(?:can|may|just|simply|should|to) )(?:ignore|take no notice of|pay no attention to|forget)\b",
    )
)
# “Call us in the week after if …”, “only phone if it happens three times”
_LATE_CALL = Pattern(
    either(
        rf"\b(?:{_CALLS}|mention|write|raise|bring up|discuss|report|email|book)\b[^.?!]*?\b(?:next (?:week"
        rf"|month|visit|time|appointment|day)"
        r"|tomorrow|on monday|after the weekend|in the (?:week|days|morning|month|next)|in a (?:few|couple of|week"
        r"|day or two)|when you have time"
        r"|at your (?:next|routine|usual)|some ?time|in office hours|once you feel)\b",
        rf"\bonly (?:{_CALLS})\b[^.?!]*\bif (?:it|they|this|you|the)\b[^.?!]*\b(?:times|hours?|days?|worse|again"
        rf"|last\w*|does not)\b",
        r"\b(?:treat|treated|cool|cooled|cured?|handle|handled|manage|managed|dealt with|sorted|nursed|care for"
        r"|cared for|fix|fixed)\b"
        r"[^.?!]*\b(?:at home|yourself|with (?:ice|rest|tea|a (?:cold|wet|cool)|paracetamol|painkillers|water"
        r"|sleep))\b",
    )
)
_CONDITION = Pattern(r"\b(?:if|when|whether|unless|until|even if|once)\b[^,;:]*$")
_ONLY_IF = Pattern(
    rf"\bonly (?:{_CALLS})\b[^.?!]*\bif (?:it|they|this|you|the)\b[^.?!]*\b(?:times|hours?|days?|worse|again"
    rf"|last\w*|twice)\b"
)
# Whatever leads to help, or says that help is there.
_HELPED = Pattern(
    rf"\b(?:{_CALLS}|ask|asks|check(?:ed|s)?|seen|look(?:ed)? at|{_HELPERS}|help|team|specialist|pharmacist"
    rf"|prescriber|surgeon|physician"
    r"|carer|midwife|GP|staff|urgent\w*|emergenc\w*|at once|now|today|immediately|stop|do not|don['’]t|never|988"
    r"|116)\b"
)
_HARMLESS_ORDER = Pattern(
    r"\W*(?:(?:please|always|then|first|also) )*(?:say|tell|give|turn|lay|roll|loosen|hold|move them|write|note|list"
    r"|count|tick|mark|mention|think|remember"
    r"|read|learn|know|look|watch for"
    r"|look out|beware|be|have|show|print|share|bring|keep (?:this|the (?:card|list|number)))\b"
)
_LEAVE = Pattern(
    r"\byou (?:can|could|might as well|are free to|are fine to) (?:(?:still|safely|just|simply|even) )*(?!have\b"
    r"|feel\b|get\b|be\b|notice\b|see\b"
    r"|find\b|also\b|need\b|lose\b|not\b|become\b|hear\b|develop\b|faint\b|fall\b|die\b|pass\b|wake\b|struggle\b"
    r"|read\b)\w+"
    r"|\b(?:should|can|may|must) be (?:massaged|rubbed|cooled|warmed|rested|ignored|walked off|stretched|exercised"
    r"|iced|expected|bandaged|wrapped|soaked)\b"
    r"|\b(?:carry|go|keep|press) on\b(?! (?:for|with your breathing))|\bfinish the course\b"
)
_AT_ONCE = Pattern(
    r"\b(?:now|at once|today|straight away|right away|immediately|the same day|without delay|ambulance|999|911|112"
    r"|A ?& ?E)\b"
)
_TOLD = Pattern(r"\b(?:were|was|had|who|some|trial|study|studies|must|in hospital|doctors?|nurses?|staff|hospital)\b")
_LATER = Pattern(r"\bbefore (?:you )?(?:call|phone|ring|tell|ask|see|get|seek|go)\w*\b")
_UNSURE = Pattern(r"\bsome (?:cases|people)|\bunless\b|\bbut\b[^.?!]*\b(?:call|get|tell|ask|phone)\b")


def puts_off_help(text: str, passage: str = "") -> tuple[int, int] | None:
    """Where a sentence puts off the help that a grave sign asks for, or waves the sign away.

    >>> text = "If your chest hurts, wait until the morning."
    >>> text[slice(*puts_off_help(text))]
    'wait'
    >>> puts_off_help("Do not wait until the morning if your chest hurts.")
    """
    if not SIGN.search(text) or is_question(text):
        return None
    shunned = _SHUNNED.search(text)
    if shunned:
        return None if is_quoted(text, shunned.start()) else shunned.span()
    late_call = _LATE_CALL.search(text)
    only = _ONLY_IF.search(text)
    if only and not is_quoted(text, only.start()):
        return only.span()
    if late_call and not is_quoted(text, late_call.start()) and not _is_kept_off(text, *late_call.span()):
        return late_call.span()
    if _UNSURE.search(text) or (_CALLED.search(text) and not _LATER.search(text)):
        return None
    for pattern in (_WAIT, _SHRUG):
        for match in pattern.finditer(text):
            start = match.end() - len(match[0].lstrip(",;:– "))
            said = _last_words(match[0])
            before = text[: match.end() - len(said)]
            if is_quoted(text, start) or is_denied(text, len(before)):
                continue
            if pattern is _SHRUG and _CONDITION.search(before):
                continue
            return len(before), match.end()
    return None if is_quoted(text, 0) else _is_told_otherwise(text, passage or text)


def _is_told_otherwise(text: str, passage: str) -> tuple[int, int] | None:
    """An order or leave to do something other than to get help, where nothing in the passage leads to help."""
    if _HELPED.search(passage):
        return None
    for start, end in clause_spans(text):
        clause = text[start:end]
        order = is_order(clause.lstrip("\"'“‘( ")) and not _HARMLESS_ORDER.match(clause)
        leave = _LEAVE.search(clause)
        if order or leave:
            return (start + leave.start(), start + leave.end()) if leave else (start, end)
    return None


def _is_kept_off(text: str, start: int, end: int) -> bool:
    """Whether an order to call later is denied, or help is called first."""
    return bool(negators(text[:end]) or _AT_ONCE.search(text) or _TOLD.search(text[:start]))


def _last_words(matched: str) -> str:
    """What was found, without the word that leads to it: “then wait”."""
    return re.sub(
        r"^\W*(?:(?:then|and|or|can|may|could|should|best|better|safe|fine|to|just|please|simply|first|be|is) )?",
        "",
        matched,
    )
