"""Signs that need help at once, and words that put that help off."""

import re

from crpsguide.language.clauses import is_denied, is_question, is_quoted
from crpsguide.language.expressions import late
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
        r"\b(?:seizures?|convulsions?|unconscious|pass(?:es|ed|ing)? out|collapse[sd]?|collapsing|overdos\w+)\b",
        r"\b(?:severe|deep|sudden|very|so|quite|great|bad)(?:ly)? confus\w+|\b(?:cannot|can['’]t"
        r"|hard to) (?:be )?w[ao]ken?\b",
        r"\b(?:a|of|mini-)\s?stroke\b|\bface (?:droops|is drooping|has dropped)\b|\bslurred\b|\bsudden weakness\b",
        r"\b(?:blood|bleeding) in (?:your|the) (?:pee|urine|poo|stools?|vomit|eye)\b|\b(?:pee|cough"
        r"|vomit)\w*(?: up)? blood\b",
        rf"\b{_HOT}\b[^.?!]*\b(?:fever|feverish|high temperature)\b|\bfever\b[^.?!]*\b{_HOT}\b",
        r"\b(?:swollen|tight|swelling)\b[^.?!]*\bcalf\b|\bcalf\b[^.?!]*\b(?:swollen|tight|swells?|swelling)\b",
        rf"\b{_NUMB}\b[^.?!]*\b(?:cast|plaster)\b|\b(?:cast|plaster)\b[^.?!]*\b(?:{_NUMB}|too tight)\b",
        r"\b(?:thoughts|thinking|plans?) (?:of|about|to) (?:suicide|end|ending|kill|killing|dying|harm\w*)\b"
        r"|\bsuicidal\b",
        r"\b(?:want|wish)(?:s|es|ing)? to (?:die|be dead|end)\b|\b(?:harm|hurt|kill) yourself\b",
        r"\b(?:loss of|lost|losing|no) (?:bladder )?control (?:of|over) (?:your |the )?(?:bladder|bowels?)\b"
        r"|\bloss of bladder\b",
        r"\b(?:swollen|swelling)\b[^.?!]*\b(?:tongue|throat|lips)\b|\b(?:tongue|throat|lips) (?:is |are )?swell\w*",
    ),
    re.IGNORECASE,
    needs="""
    chest breath* trouble difficulty difficulties problem* struggl* fit short* gasping blue seizure* convulsion*
    unconscious pass* collapse collapses collapsed collapsing overdos* confus* wake woken stroke face slurred sudden
    blood bleeding fever feverish temperature calf cast plaster thoughts thinking plan* suicidal die dead end harm hurt
    kill loss lost losing control tongue throat lips""",
)
_HELP = (
    r"(?:ambulance|emergency (?:room|department|services?|number|line|doctor|help|care|team)|A ?& ?E|ER|casualty"
    r"|999|911|112|000|crisis lines?|urgent (?:care|help)|helplines?|anyone|anybody|doctors?|nurses?|clinic|hospital)"
)
_CALL = r"(?:call|phone|ring|dial|go to|go into|rush to|run to|see|visit|wake|alarm|seek|get|contact|tell|text)"
_BOTHER = r"(?:bother|trouble|disturb|burden|waste the time of)"
_NEEDLESS = (
    r"(?:no (?:need|reason|cause) (?:for you )?to|need not|needn['’]t|(?:do not|don['’]t) (?:need|have) to|no point in"
    r"|not (?:necessary|needed|worth) to|not worth|unnecessary to|(?:do not|don['’]t|never|avoid|hold off"
    r"|think twice before))"
)
# “There is no need to call an ambulance”, “do not bother the emergency room”
_SHUNNED = late(
    rf"\b{_NEEDLESS} (?:{_CALL}|{_CALL[3:-1]}ing|calling|phoning|ringing|going to)\b (?:[\w’']+ ){{0,3}}?{_HELP}\b"
    rf"(?! (?:alone|yourself|by yourself|by car|without|only))"
    rf"|\b{_NEEDLESS} {_BOTHER}(?:ing)? (?:[\w’']+ ){{0,3}}?{_HELP}\b",
    re.IGNORECASE,
)
_CALLED = late(rf"\b{_CALL}(?: (?!before\b)[\w’']+){{0,3}}? {_HELP}\b|\bget (?:medical )?help\b", re.IGNORECASE)
# An order to wait, or leave to.
_LET = r"(?:^|[,;:–] |\b(?:then|and|or|can|may|could|should|best|better|safe|fine|to|just|please|simply|first|be|is) )"
_WAIT = late(
    _LET
    + either(
        r"wait(?=\W*$| (?!in line|for (?:the|an) ambulance|for help)\w+)",
        r"sleep (?:it off|off\b|on it|first)",
        r"see (?:how (?:you|it|things)|if (?:it|things)|what happens)",
        r"(?:watch|keep an eye on)(?:ed)? (?:it )?(?:at home|for (?:a|some|\d+|two|three))|watched at home",
        r"(?:left|leave (?:it|this|them))(?=\W*$| (?:alone|until|till|for|be))",
        r"(?:ride|wait|sit|tough) (?:it|this|them) out|let (?:it|this|them) pass|hold on until|give (?:it"
        r"|this) (?:time|a|an)",
        r"(?:mention|tell|raise|note|bring) (?:it|this|them)[^.?!]*\b(?:next|routine|in your diary|in the diary)",
        r"(?:rest|lie down|take a (?:nap|bath|painkiller|walk)|have a (?:nap|bath|cup))\b(?![^.?!]*\b(?:until"
        r"|while) (?:help|the ambulance))",
    ),
    re.IGNORECASE,
)
# “It is normal”, “it will pass by itself”, “so do not worry”
_SHRUG = late(
    either(
        r"\b(?:pass(?:es)?|goes? away|go|settles?|stops?|clears?|fades?|ends?|eases?) (?:off )?"
        r"(?:by (?:itself|themselves)|on (?:its|their) own|soon|quickly|in time|without help|with rest|in a (?:day"
        r"|few|while))",
        r"\b(?:is|are) (?:(?:quite|perfectly|completely|just|only|a|very|all|always|usually|mostly) )*"
        r"(?:normal|harmless|fine|to be expected|expected|part of (?:the )?(?:treatment|healing|process|recovery)"
        r"|a good sign"
        r"|nothing (?:to|serious|unusual|bad)|no (?:cause|reason|emergency|problem)|common and harmless)",
        r"\b(?:do not|don['’]t|need not|needn['’]t|no need to|no reason to|never) (?:worry|panic|fear|fret|be alarmed"
        r"|be afraid)",
        r"\b(?:is|are) not (?:an emergency|urgent|serious|dangerous|a problem|a worry)",
        r"(?:^|[,;:] |\b(?:can|may|just|simply|should|to) )(?:ignore|take no notice of|pay no attention to|forget)\b",
    ),
    re.IGNORECASE,
)
_CONDITION = late(r"\b(?:if|when|whether|unless|until|even if|once)\b[^,;:]*$", re.IGNORECASE)
_LATER = late(r"\bbefore (?:you )?(?:call|phone|ring|tell|ask|see|get|seek|go)\w*\b", re.IGNORECASE)
_UNSURE = late(
    r"\b(?:some|most) (?:cases|people)|\bunless\b|\bbut\b[^.?!]*\b(?:call|get|tell|ask|phone)\b", re.IGNORECASE
)


def puts_off_help(text: str) -> tuple[int, int] | None:
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
    return None


def _last_words(matched: str) -> str:
    """What was found, without the word that leads to it: “then wait”."""
    return re.sub(
        r"^\W*(?:(?:then|and|or|can|may|could|should|best|better|safe|fine|to|just|please|simply|first|be|is) )?",
        "",
        matched,
    )
