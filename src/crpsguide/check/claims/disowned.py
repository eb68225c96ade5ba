"""Big words that are named and not meant: what nobody will promise, what is struck out or warned of; myths and laws.

Such a sentence names cures and claims none. What is called a myth or forbidden by law is told as a fact.
"""

from crpsguide.check.claims.beside import gives_a_reason
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.clauses import quoted_spans
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, PRAISED
from crpsguide.language.statements.mood import Mood, mood


def corrects_or_tells_law(text: str, setting: Setting) -> Verdict:
    """“It is a myth that drops are harmless”, “the law forbids claims to cure”: facts, whatever words they name."""
    myth = _MYTH.match(text)
    if myth and not _ABOUT_READER.match(myth["said"]):
        said = myth["said"]
        return CLAIM if setting.touches_health(said) or PRAISED.search(said) else None
    return CLAIM if _LAW.match(text) or _BOUND.search(text) or _FORESEEN_BY_NOBODY.match(text) else None


def disowns(text: str, setting: Setting) -> Verdict:
    """Refusals to promise, words struck out, adverts to keep away from, wishes understood, questions listed."""
    if gives_a_reason(text, setting):
        return None
    if any(
        one.match(text)
        for one in (
            _NOBODY_MAY_SAY,
            _NOBODY_SAYS,
            _NO_STAKE,
            _NOT_OUR_TRADE,
            _STRIKES_OUT,
            _SERVICE_PROMISED,
            _NO_WIN,
            _NO_LURE,
        )
    ):
        return Reason.OWN_WORK
    told_of = any(one.search(text) for one in (EFFECT, COMPARISON))
    if (_PANEL.match(text) and not told_of) or _keeps_a_title(text, setting):
        return Reason.OWN_WORK
    if _KEEP_AWAY.match(text):
        return Reason.ADVICE
    if _HELD_UP.match(text):
        return Reason.NAVIGATION
    if _WISH_UNDERSTOOD.match(text) and not AMOUNT.search(text):
        return Reason.EMPATHY
    if _QUESTIONS.match(text) and not _STATES.search(_TO_ASK_WHEN.sub("", text)):
        return Reason.NAVIGATION
    return _judged_without_its_front(text, setting)


def _keeps_a_title(text: str, setting: Setting) -> bool:
    """Whether a talk or a film has a big word in its title, and is told of apart from it."""
    titled = _TITLED.match(text)
    spans = quoted_spans(text)
    if not titled or not spans:
        return False
    start, end = spans[0]
    return setting.lets_pass(f"{text[:start].rstrip(', ')} {text[end:].lstrip(', ')}")


def _judged_without_its_front(text: str, setting: Setting) -> Verdict:
    """An order behind “rather than push on, …”; a house behind “since 2012”; paperwork behind “one thing is sure”."""
    for front in (_RATHER, _FOR_YEARS, _ONE_THING):
        found = front.match(text)
        if not found or (front is _RATHER and mood(found["rest"]) is not Mood.ORDER):
            continue
        if setting.lets_pass(found["rest"][:1].upper() + found["rest"][1:]):
            return {_RATHER: Reason.ADVICE, _FOR_YEARS: Reason.OWN_WORK}.get(front, Reason.TRANSITION)
    return None


_MYTH = Pattern(
    r"^(?:but\s+)?(?:it\s+is|it's|this\s+is|that\s+is)\s+(?:(?:just|only|simply|also)\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:myth|mistake|misconception|fallacy|error|lie|legend|untrue|false|not\s+true|wrong)\s+"
    r"(?:that|to\s+(?:think|believe|say|suppose|claim)(?:\s+that)?)\s+(?P<said>.+)$"
)
# “Nobody can tell at the start how it will end.”
_FORESEEN_BY_NOBODY = Pattern(
    r"^(?:but\s+)?(?:nobody|no\s+one|no\s+doctor)\s+can\s+(?:yet\s+|really\s+)?(?:tell|say|foresee|predict)\s"
    r"(?!.*\b(?:yours?|you|us|our|we)\b)(?:[\w\s]{1,20}\s)?(?:how|whether|when|why)\s+(?:it|they|long)\b"
)
_ABOUT_READER = Pattern(r"(?:you|your|we|parents|carers)\b")
_LAW = Pattern(
    r"^(?:in\s+\w+(?:\s+\w+)?,?\s+|under\s+\w+\s+law,?\s+)?(?:the\s+)?(?!our\b|house\b|forum\b|site\b|this\b)(?:[\w-]+\s+){0,2}?"
    r"(?:laws?|(?:advertising|consumer|drug|medicines?|safety|licensing|insurance|employment|equality)\s+(?:rules?|codes?|acts?))\s+"
    r"(?:\w+ly\s+)?(?:forbids?|bans?|bars?|prohibits?|does\s+not\s+(?:let|allow)|do\s+not\s+(?:let|allow))\b"
)
# “Your employer has to keep the job open”, “Schools have to make room under the Equality Act”
_BOUND = Pattern(
    r"\bunder\s+the\s+(?:(?-i:[A-Z])[\w-]*\s+){0,4}(?-i:Acts?|Code|Directive|Regulations?)\b"
    r"|^(?:(?:your|an?|the|every|no|most|many|large|private)\s+)*(?:employers?|landlords?|insurers?|councils?|airlines?)\s+(?:(?:has|have|is|are\s+obliged|is\s+obliged)\s+to|must|may\s+not|cannot|can't)\b"
    r"|^(?:(?:and|but|so)\s+)?(?:you|nobody|no\s+one|a\s+tenant|an?\s+employee|workers?|employees)\s+(?:can|could|may|must|should)(?:not)?\s+(?:not\s+|legally\s+|also\s+)*be\s+(?:sacked|fired|dismissed"
    r"|laid\s+off|made\s+redundant|demoted|evicted|sued|prosecuted|fined|arrested|deported|discriminated)\b"
)
# “Nobody should tell you that it is sure to help.”
_NOBODY_MAY_SAY = Pattern(
    r"^(?:nobody|no\s+one|no\s+(?:honest\s+|good\s+)?(?:doctor|nurse|clinic|advert|seller|lawyer))\s+(?:should|must|will|ought\s+to|has\s+(?:the\s+right|any\s+business)\s+to)\s+"
    r"(?:ever\s+)?(?:say|tell|claim|promise|write|state|suggest|pretend|guarantee|call|sell|assure)\b(?!.*\b(?:because|since)\b)"
)
_NOBODY_SAYS = Pattern(
    r"^(?:nobody|no\s+one|none|not\s+one|no\s+(?:doctor|nurse|member|writer|therapist|lawyer|volunteer|adviser))\s+"
    r"(?:here|with\s+us|(?:of|on|in|at|from|among|who\s+works\s+for)\s+(?:our|us|this|the)\b(?:\s+[\w-]+){0,4}?)\s+"
    r"(?:will|would|shall|should|can|may|is\s+allowed\s+to)\s+(?:ever\s+|try\s+to\s+)?"
    r"(?:say|tell|claim|promise|write|state|suggest|pretend|guarantee|talk|offer|sell|assure)\b"
)
# “Nobody on our board works for a drug company.”
_NO_STAKE = Pattern(
    r"^(?:nobody|no\s+one|none|not\s+one|no\s+\w+)\s+(?:here|with\s+us|(?:of|on|in|at|from|among|behind)\s+(?:our|us|this|the)\b(?:\s+[\w-]+){0,3}?)\s+"
    r"(?:works?|worked|is\s+paid|are\s+paid|takes?|took|gets?|owns?|holds?|has|have)\s+(?:[\w-]+\s+){0,3}?(?:for|by|from|in|with|to)\s+"
    r"(?:an?\s+|the\s+|any\s+)?(?:[\w-]+\s+){0,2}?(?:firms?|compan(?:y|ies)|makers?|manufacturers?|industry|sellers?|clinics?|advertisers?|sponsors?)\W*$"
    # “None of the authors sells any of these treatments.”
    r"|^(?:nobody|no\s+one|none|neither|not\s+one)\s+(?:of\s+(?:us|(?:the|our)\s+(?:\w+\s+)?(?:authors?|writers?|editors?|volunteers|trustees|team))|who\s+(?:wrote|writes|edits?|runs?|helped\s+with"
    r"|works?\s+on|worked\s+on)\s+(?:this|the|our|these)\s+\w+)\s+(?:(?:sells?|offers?|owns?|runs?|gives?|prescribes?)\s|(?:has|have|holds?|earns?|gets?|takes?|makes?|is|are)\s(?:[\w-]+\s){0,3}?(?:stakes?|shares?|interests?"
    r"|ties|links?|contracts?|money|fees?|commission|pay|paid|funding|gifts?|profits?|patents?)\b)[^,;:]*$"
)
_NOT_OUR_TRADE = Pattern(
    r"^(?:sorry,?\s+(?:but\s+)?|no,\s+)?(?:we|i|our\s+[\w-]+|this\s+(?:site|clinic|charity|guide))\s+"
    r"(?:(?:am|are|is)\s+not|aren't|isn't|never\s+(?:were|was))\s+(?:in\s+the\s+(?:business|trade)\s+of|here\s+to|out\s+to|going\s+to"
    r"|allowed\s+to|in\s+a\s+position\s+to|about)\s+(?:sell|promise|promising|offer|peddle|peddling|guarantee|claim|make|making)(?:s|ing)?\s(?!.*\b(?:but|because|since)\b)"
)
_STRIKES_OUT = Pattern(
    r"^(?:we|i|our\s+(?:[\w-]+\s+)?(?:editors?|proof-?readers?|writers?|readers?|reviewers?|team|authors?|translators?|style\s+guide|checker|rules?|policy))"
    r"\s+(?:\w+ly\s+|always\s+|also\s+|will\s+)*(?:(?:strike|cross|take|cut|leave|edit|score|weed)s?\s+out|deletes?|removes?|avoids?|bans?"
    r"|replaces?|quer(?:y|ies)|flags?|refuses?|steers?\s+clear\s+of|does\s+without|do\s+without)\s+(?:(?:the|any|all|such)\s+)?"
    r"(?:(?:words?|terms?|phrases?|claims?)\s+)?(?:(?:such\s+as|like)\s+)?[\"“‘]"
)
_SERVICE_PROMISED = Pattern(
    r"^(?:we|our\s+[\w-]+)\s+(?:can\s+|also\s+|always\s+)*(?:guarantees?|promises?)\s+(?:you\s+)?(?:(?:an?|every\s+\w+\s+an?|the|your|full|total)\s+)?"
    r"(?:[\w-]+\s+)?(?:reply|replies|answers?|place|seat|appointment|refund|visit|privacy|confidentiality|call|callback|interpreter"
    r"|discretion|secrecy|parking|bed|slot|receipt|invoice|price|response\s+to\s+(?:\w+\s+)?(?:e-?mails?|letters?|calls?))\b"
)
_NO_WIN = Pattern(
    r"^(?:no|nothing|nobody)\b[^,;:]*\b(?:guaranteed|certain|promised|sure)\b,?\s+and\s+we\s+(?:will\s+|shall\s+|always\s+|also\s+)*"
    r"(?:tell|say|make|explain|put|warn)\b"
)
# What a house keeps from doing: “We never advertise with success rates.”
_NO_LURE = Pattern(
    r"^(?:we|i|our\s+[\w-]+)\s+"
    r"(?:(?:prints?|publish(?:es)?|quotes?|sells?|makes?|gives?|uses?|posts?|shows?|takes?)\s+no"
    r"|(?:never|do\s+not|don't|does\s+not|will\s+not|will\s+never)\s+"
    r"(?:advertise|boast|compete|lure|recruit|print|publish|quote|sell|make|give|use|post|show|reward))\b[^,;:]*\b"
    r"(?:success\s+(?:rates?|stories)|testimonials?|promises|guarantees?|miracles?|headlines|claims|slogans|rankings?|reviews)"
    r"(?:\s+of\s+\w+)?\W*$"
)
_PANEL = Pattern(
    r"^(?:an?|our|the)\s+(?:[\w-]+\s+){0,2}?(?:panel|group|team|board|committee|circle|dozen)\s+(?:of\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:patients|carers|readers|members|volunteers|parents|teenagers|people)\b.*\b(?:this|our|the)\s+"
    r"(?:guide|site|website|leaflets?|pages?|book|booklet|films?|pictures|words|topics|glossary)\b"
)
_TITLED = Pattern(
    r"^(?:our|the|a|an|this|next|last|tonight's|today's)\s+(?:[\w'’-]+\s+){0,3}?(?:seminar|talk|webinar|workshop|evening|film|book|course|class"
    r"|lecture|podcast|newsletter|leaflet|exhibition|event|poster|quiz|play|song|episode|chapter|post),?\s+[\"“‘]"
)
_KEEP_AWAY = Pattern(
    r"^(?:please\s+|always\s+|just\s+)*(?:steer\s+clear\s+of|(?:stay|keep|walk|turn|run)\s+away\s+(?:from|if|when)|be\s+(?:wary|careful|suspicious"
    r"|sceptical|skeptical)\s+(?:of|when|if)|be\s+on\s+(?:your\s+)?guard\s+(?:against|when|if)|beware\s+(?:of|if|when)|watch\s+out\s+for|ignore"
    r"|distrust|mistrust|avoid|hang\s+up\s+(?:on|if|when)|think\s+twice\s+(?:if|when))\s+(?:an?y?\s+|all\s+|the\s+|those\s+|some\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:adverts?|ads?|advertisements?|sites?|websites?|sellers?|clinics?|pages?|posts?|leaflets?|videos?|stories|headlines|promises|claims|offers"
    r"|words?|testimonials?|anyone|anybody|someone|somebody|people|doctors?|healers?|strangers?|firms?|compan(?:y|ies)|you\s+are\s+(?:told|promised))\b"
)
# Words of others, held up to be looked at: “Myth 3: “It cures””, “Claims such as “It cures” are weighed on page 4”.
_HELD_UP = Pattern(
    r"^(?:(?:the\s+)?(?:myth|claim|rumour|slogan|headline|advert|promise|legend|error|misunderstanding)(?:\s+(?:\d+|no\.\s*\d+|number\s+\w+))?:\s+"
    r"|(?:claims|words|promises|phrases|slogans|adverts|headlines|sentences|statements)\s+(?:such\s+as|like)\s+)"
    r"[“\"][^”\"]+[”\"](?:\W*$|\s+(?:is|are|will\s+be|can\s+be)\s+(?:looked\s+(?:at|into)|discussed|weighed|checked|examined|explained|listed|collected"
    r"|taken\s+(?:up|apart)|answered|dealt\s+with|the\s+subject)\b[^,;:]*$)"
)
_WISH_UNDERSTOOD = Pattern(
    r"^(?:of\s+course|naturally|yes),?\s+(?:you|we\s+all|everyone|anyone|they)\s+(?:all\s+|would\s+|do\s+)*(?:wish(?:es)?|longs?|wants?|hopes?|dreams?)\s+(?:for|of|to|that)\b[^,;:]*$"
    r"|^(?:(?:of\s+course|yes|and|but),?\s+)?(?:i|we|all\s+of\s+us|they)\s+(?:all\s+|do\s+|can\s+)*(?:know|see|understand|realise|hear|feel|tell|imagine)\s+"
    r"(?:that\s+|how\s+(?:much|badly|deeply|dearly)\s+|why\s+)?(?:you|your\s+\w+)\s+(?:all\s+|only\s+|just\s+)?"
    r"(?:would\s+(?:give|love|do|like)|wish|long|want|hope|dream|yearn|ache\s+for|pray)\b"
)
_QUESTIONS = Pattern(
    r"^(?:(?:frequently|often|most)\s+asked\s+questions|(?:some\s+|your\s+|more\s+|other\s+|further\s+|our\s+)*(?:common|readers'|top|first|ten|five|six|seven"
    r"|eight|nine|three|four|twelve|\d+)\s+(?:good\s+|common\s+|key\s+|useful\s+)*(?:questions|things|points|steps|tips)(?:\s+(?:about|on|from|for|to)\b|\W*$))"
    r"[^.]*\W*$"
)
_STATES = Pattern(r"\b(?:is|are|was|were|has|have|had|can|could|may|might|will|helps?|eases?)\b")
_TO_ASK_WHEN = Pattern(r"\s(?:when|if|before|after|about|once)\s.*$|\basked\s")
_RATHER = Pattern(r"^(?:rather\s+than|instead\s+of)\s+[^,;:]{2,50},\s+(?P<rest>.+)$")
_FOR_YEARS = Pattern(
    r"^(?:since\s+\d{4}|for\s+(?:over\s+|more\s+than\s+|nearly\s+|almost\s+|about\s+)?(?:[\w-]+)\s+(?:years|months|decades)"
    r"(?:\s+now)?),?\s+(?P<rest>(?:our|we|the\s+(?:charity|trust|society|clinic|forum))\b.+)$"
)
_ONE_THING = Pattern(
    r"^(?:but\s+)?(?:one|the\s+only|this\s+much)\s+(?:thing\s+)?(?:is|seems)\s+(?:certain|sure|clear):\s+(?P<rest>.+)$"
)
