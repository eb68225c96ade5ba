"""Questions: open, or taking a fact for granted."""

from crpsguide.check.claims.advice import sells
from crpsguide.check.claims.embedded import is_harmless
from crpsguide.check.claims.names import makes_items_claims
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.clauses import Link, clauses, fronted, has_finite_verb
from crpsguide.language.statements.matter import EFFECT, NEAR_HEALTH
from crpsguide.language.statements.mood import Mood, mood
from crpsguide.model import PassageKind


def asks(text: str, setting: Setting) -> Verdict:
    """A question is open, or takes a fact for granted. “How many have it.” below “What we do not know” is open."""
    if (known := _TAKEN_AS_KNOWN.match(text)) and (known["that"] or has_finite_verb(known["said"])):
        return Reason.QUESTION if is_harmless(known["said"].rstrip("?!\"'”’ ") + ".", setting) else CLAIM
    if (often := _HOW_OFTEN_KNOWN.match(text)) and setting.names_health(often["said"]):
        return CLAIM
    if _WHY_SAID.match(text):
        return Reason.QUESTION
    if (why := _WHY_DOES.match(text)) and not _TOLD_OF_READER.search(text) and setting.names_health(why["does"]):
        return CLAIM
    match mood(text):
        case Mood.QUESTION:
            if (urged := _WHY_NOT.match(text)) and sells(urged["deed"], setting):
                return CLAIM
            inner = [one for one in clauses(text) if one.link is Link.STOP]
            if inner and not inner[-1].text.endswith("?") and not is_harmless(inner[-1].text, setting):
                return CLAIM
            first = clauses(text)[0].text
            if inner and _ENDS_WITHIN.search(text) and has_finite_verb(first):
                return None if not is_harmless(first, setting) else Reason.QUESTION
            return Reason.QUESTION
        case Mood.LOADED_QUESTION:
            return CLAIM
        case _:
            pass
    if not _INDIRECT.match(text):
        return None
    if UNKNOWN.search(setting.heading):
        return Reason.QUESTION
    if not fronted(text)[0] and (setting.kind is not PassageKind.PARAGRAPH or not text.endswith(".")):
        if makes_items_claims(setting.heading) and not UNKNOWN.search(setting.heading) and setting.names_health(text):
            return None
        cleft = _PSEUDO_CLEFT.match(text)
        return Reason.QUESTION if not (cleft and has_finite_verb(cleft["asked"])) else None
    return None


def answers_of_health(asked: str, answer: str, setting: Setting) -> bool:
    """Whether an answer tells a fact: “Will it spread? Often, yes.”, “Side effects? Think of a nap.”."""
    if not has_finite_verb(asked) and _LIKENS.match(answer):
        return setting.names_health(asked)
    if _MAY_I.match(asked) or not (_YES_OR_NO.match(asked) and _SHORT_ANSWER.match(answer)):
        return False
    return setting.names_health(asked) or any(one.search(asked) for one in (EFFECT, NEAR_HEALTH))


def permits(asked: str, answer: str, setting: Setting) -> bool:
    """Whether a reader asks what they may do, and is told by yes or no: “Can I stop? Yes, at any time.”."""
    may = _MAY_I.match(asked)
    return (
        bool(may and _SHORT_ANSWER.match(answer))
        and not has_finite_verb(answer)
        and not any(
            setting.names_health(one) or NEAR_HEALTH.search(one) for one in (asked, answer.replace("always", ""))
        )
    )


_MAY_I = Pattern(
    r"^(?:and\s+|but\s+|so\s+)?(?:can|may|could|should|must|do)\s+(?:i|we)\b(?!\s+(?:get|catch|die|have\s+it|feel|become|inherit)\b)"
)
_LIKENS = Pattern(r"(?:think|imagine|picture|expect)\b")
_YES_OR_NO = Pattern(
    r"^(?:and\s+|but\s+|so\s+)?(?:is|are|was|were|does|do|did|can|could|will|would|may|might|has|have)\s+(?!(?:you|we)\b)"
)
_SHORT_ANSWER = Pattern(
    r"^(?:yes|no|not\s+(?:always|often|usually|really|in|for|yet|at\s+all)|often|rarely|seldom|sometimes|never|usually|mostly|always|hardly\s+ever|probably|almost|in\s+(?:some|most|many|a\s+few))\b(?!.*\?)"
)


# What stands behind these words is told as true, whatever is asked: “Were you aware that it was first seen in 1864?”
_TAKEN_AS_KNOWN = Pattern(
    r"^(?:(?:and|but|so)\s+)?(?:(?:(?:do|did|have|had|has|are|were|would|can|could|will|is|was)(?:n['’]t)?|who)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:kn[eo]w|known|reali[sz]ed?|aware|heard|notic(?:e|ed)|learn(?:ed|t)?|surprised?|believe|guess(?:ed)?|(?<=n['’]t\sit\s)true|(?<=\bnot\s)true)"
    r"(?:\s+(?:you|me|us|them))?)\s+(?:(?P<that>that)\s+|(?!(?:what|which|who|whom|whose|how|why|when|where|whether|if|about|of|to|from|by|for|that)\b))"
    r"(?P<said>[^?]+\?[\"'”’]?)$"
)
# “Did you realise how often it is missed?”
_HOW_OFTEN_KNOWN = Pattern(
    r"^(?:did|do|are|were|have)\s+you\s+(?:ever\s+)?(?:know|knew|reali[sz]ed?|aware(?:\s+of)?|notice[d]?)\s+how\s+"
    r"(?:often|many|much|few|common|rare|fast|quickly|badly)\b(?!\s+(?:\w+\s+)?to\b)(?P<said>(?:(?!\byou\b|\byour\b).)+)\?"
)
# “Why do the bones lose calcium?” takes for granted that they do; “Why does my hand swell?” asks about one's own.
_WHY_DOES = Pattern(
    r"^(?:(?:and|but|so)\s+)?why\s+(?:do|does|did|has|have|had|can|could|will)\s+"
    r"(?!(?:i|you|we|they|he|she|it|this|that|these|those|nobody|no\s+one|someone|people|doctors|others|not)\b)(?P<does>[^?]+\s[^?]+)\?"
)
_TOLD_OF_READER = Pattern(r"\b(?:I|me|my|mine|you|your|we|us|our)\b")


# “Why do some doctors say that …?”: what they say is not taken for true.
_WHY_SAID = Pattern(
    r"(?:and\s|but\s|so\s)?why\s(?:do|did|does)\s(?:(?:my|your|some|many|most|so\smany|other)\s)?(?:doctors?|nurses?|people|papers|studies|clinics|friends|family|others"
    r"|adverts|experts|they|he|she)\s(?:\w+\s)?(?:say|think|believe|call|claim|write|tell|deny|doubt|argue|disagree)\b[^?]*\?\W*$"
)
_WHY_NOT = Pattern(r"^(?:so\s+)?why\s+(?:not|don't\s+you)\s+(?P<deed>.+)$")


_ENDS_WITHIN = Pattern(r"[.!:]\s", AS_TYPED)
_INDIRECT = Pattern(r"(?:how|what|which|who|whom|where|why|whether|if|when)\b")
_PSEUDO_CLEFT = Pattern(
    r"^(?P<asked>(?:what|how|why|where|when)\b.+?)\b(?:is|are|was|were|means?|depends|varies|differs)\b.+"
)


UNKNOWN = Pattern(
    r"\b(?:not known|do not know|don't know|unknown|questions?|ask|find out|diary|note down|to note|write down|tell)\b"
)
