"""Sentences that mention promises without making them: refusals, deleted words, warnings; and duties under a law."""

from crpsguide.check.claims.embedded import gives_a_reason
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.clauses import quoted_spans
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.mood import Mood, mood


def corrects_or_tells_law(text: str, setting: Setting) -> Verdict:
    """CLAIM for what the law demands, and for what nobody can foresee."""
    return CLAIM if _BOUND.search(text) or _FORESEEN_BY_NOBODY.match(text) else None


def disclaims(text: str, setting: Setting) -> Verdict:
    """Refusals to promise, words struck out, adverts to keep away from, wishes understood, questions listed."""
    if gives_a_reason(text, setting):
        return None
    if any(one.match(text) for one in (_NOBODY_MAY_SAY, _NOBODY_SAYS, _STRIKES_OUT, _NO_LURE)):
        return Reason.OWN_WORK
    if _keeps_a_title(text, setting):
        return Reason.OWN_WORK
    if _KEEP_AWAY.match(text):
        return Reason.ADVICE
    if _QUESTIONS.match(text):
        return Reason.NAVIGATION
    rather = _RATHER.match(text)
    if rather and mood(rather["rest"]) is Mood.ORDER and setting.lets_pass(rather["rest"].capitalize()):
        return Reason.ADVICE
    return None


def _keeps_a_title(text: str, setting: Setting) -> bool:
    """Whether a talk or a film has a big word in its title, and is told of apart from it."""
    titled = _TITLED.match(text)
    spans = quoted_spans(text)
    if not titled or not spans:
        return False
    start, end = spans[0]
    return setting.lets_pass(f"{text[:start].rstrip(', ')} {text[end:].lstrip(', ')}")


# “Nobody can tell at the start how it will end.”
_FORESEEN_BY_NOBODY = Pattern(
    r"^(?:but\s+)?(?:nobody|no\s+one|no\s+doctor)\s+can\s+(?:yet\s+|really\s+)?(?:tell|say|foresee|predict)\s"
    r"(?!.*\b(?:yours?|you|us|our|we)\b)(?:[\w\s]{1,20}\s)?(?:how|whether|when|why)\s+(?:it|they|long)\b"
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
_STRIKES_OUT = Pattern(
    r"^(?:we|i|our\s+(?:[\w-]+\s+)?(?:editors?|proof-?readers?|writers?|readers?|reviewers?|team|authors?|translators?|style\s+guide|checker|rules?|policy))"
    r"\s+(?:\w+ly\s+|always\s+|also\s+|will\s+)*(?:(?:strike|cross|take|cut|leave|edit|score|weed)s?\s+out|deletes?|removes?|avoids?|bans?"
    r"|replaces?|quer(?:y|ies)|flags?|refuses?|steers?\s+clear\s+of|does\s+without|do\s+without)\s+(?:(?:the|any|all|such)\s+)?"
    r"(?:(?:words?|terms?|phrases?|claims?)\s+)?(?:(?:such\s+as|like)\s+)?[\"“‘]"
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
_QUESTIONS = Pattern(
    r"^(?:(?:frequently|often|most)\s+asked\s+questions|(?:some\s+|your\s+|more\s+|other\s+|further\s+|our\s+)*(?:common|readers'|top|first|ten|five|six|seven"
    r"|eight|nine|three|four|twelve|\d+)\s+(?:good\s+|common\s+|key\s+|useful\s+)*(?:questions|things|points|steps|tips)(?:\s+(?:about|on|from|for|to)\b|\W*$))"
    r"[^.]*\W*$"
)
_RATHER = Pattern(r"^(?:rather\s+than|instead\s+of)\s+[^,;:]{2,50},\s+(?P<rest>.+)$")
