"""Facts that ride along with a sentence that is none itself."""

import re

from crpsguide.check.claims.verdicts import Setting
from crpsguide.language.statements.clauses import Link, clauses, has_finite_verb, said_after_that
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, NEAR_HEALTH, PRAISED
from crpsguide.language.statements.mood import Mood, mood
from crpsguide.language.statements.patterns import Pattern
from crpsguide.language.statements.subjects import Topic, topic

EASES = r"eases?|reliev\w+|reduces?|lowers?|improves?|worsens?|prevents?|cures?|heals?|calms?"


_FACT_FRONT = Pattern(
    r"^(?:because|since|as(?!\s+(?:soon|long|far|always|a|an|the|well|you|part|with|before|for|to|in))"
    r"|although|though|even though|given|despite|however|while)\b",
    re.I,
)


def opens_with_fact(front: str, setting: Setting) -> bool:
    """Whether what stands before the main clause is a reason that is a fact: “Because it can harm …”."""
    if not _FACT_FRONT.match(front) or _WHILE_IT_RUNS.match(front):
        return False
    said = _FACT_FRONT.sub("", front).strip()
    return bool(setting.names_health(said) or EFFECT.search(said) or AMOUNT.search(said)) and not re.match(
        r"(?:you|we|your (?:visit|appointment|team|nurse|doctor))\b(?!.*\b(?:is|are) (?:at|more|less)\b)", said, re.I
    )


_WHILE_IT_RUNS = Pattern(
    r"while\s+(?:the|your|a|each)\s+treatments?\s+(?:(?:is|are)\s+(?:running|given|on|going\s+in)|runs?|lasts?|goes\s+in|flows?)\s*$",
    re.I,
)
_PURPOSE = Pattern(
    r"(?<!how )(?<!ways )(?<!way )(?<!try )(?<!want )(?<!what )(?<!things )(?<!need )(?<!like )"
    r"(?<!able )(?<!hope )(?<!goal )(?<!claim )(?<!claims )(?<!used )(?<!said )"
    r"\b(?:in order to|so as to|to|and (?:so|thus|thereby)) (?:help (?:to )?)?"
    r"(?P<verb>prevent|reduce|relieve|ease|lower|improve|speed up|heal|strengthen|boost|calm|stop"
    r"|increase|protect|restore|stimulate|loosen|keep (?:the|your) \w+ (?:supple|moving|flexible|strong"
    r"|warm|mobile|healthy|working)|avoid|minimise|lessen|cure|treat|control"
    r"|slow)\b\s+(?P<object>[^,.;:]+)",
    re.I,
)


def states_fact_beside(text: str, setting: Setting, *, told: bool = False) -> bool:
    """Whether a sentence that is no claim itself carries one: a reason, a promise, a that-clause, an amount, an aim."""
    parts = clauses(text)
    for part in parts[1:]:
        if (
            part.link is Link.REASON
            and topic(part.text) is Topic.OTHER
            and (setting.names_health(part.text) or EFFECT.search(part.text))
            and not re.search(r"\b(?:you|your|we)\b", part.text, re.I)
        ):
            return True
        if part.link is Link.STOP and not has_finite_verb(part.text) and mood(part.text) is Mood.FRAGMENT:
            if PRAISED.search(part.text) and setting.names_health(part.text):
                return True
            continue
        if (
            told
            and part.link in (Link.STOP, Link.REASON, Link.AND)
            and re.match(r"(?:or |otherwise )?you (?:can|could|may|might|will|would|risk)\b", part.text, re.I)
            and (setting.names_health(part.text) or EFFECT.search(part.text))
            and not re.search(r"\b(?:ask|tell|talk|discuss|call)\b", part.text, re.I)
        ):
            return True
        if told and part.link in (Link.STOP, Link.REASON) and _MAY_COME_LOOSE.match(part.text):
            return True
        if part.link is Link.WHICH:
            if (
                setting.names_health(part.text)
                or EFFECT.search(part.text)
                or AMOUNT.search(part.text)
                or COMPARISON.search(part.text)
                or _PASSES.match(part.text)
            ) and not re.match(r"(?:you|we|your|our|they can|a nurse|the team|someone)\b", part.text, re.I):
                return True
            continue
        if told and part.link is Link.RESULT and _LIES_SO.match(part.text) and not EFFECT.search(part.text):
            continue
        if part.link is Link.RESULT and not (setting.names_health(part.text) or EFFECT.search(part.text)):
            continue
        if (
            part.link is Link.RESULT
            and re.match(
                r"(?:that\s+)?(?:you|we|your (?:team|nurse|doctor|\w+ist)|the (?:team|nurse|doctor|staff))\b",
                part.text,
                re.I,
            )
            and not _PROMISES.search(part.text)
        ):
            continue
        if (
            part.link is Link.REASON
            and re.match(
                r"(?:you|we|our|your (?:team|nurse|doctor|body|pain|story|voice|view|questions|answer|time|wishes))\b",
                part.text,
                re.I,
            )
            and not _PROMISES.search(part.text)
            and not AMOUNT.search(part.text)
        ):
            continue
        if part.link is Link.REASON and _ASKED_FOR_LATER.match(part.text) and not setting.names_health(part.text):
            continue
        if (
            part.link is Link.REASON
            and setting.names_health(part.text)
            and mood(part.text) is Mood.STATEMENT
            and not setting.lets_pass(part.text)
        ):
            return True
        if part.link is Link.AND and mood(part.text) is Mood.FRAGMENT:
            continue  # “a sore jaw or a gum that is slow to heal”
        if not is_harmless(
            part.text, setting, joined=part.link is not Link.REASON or not NEAR_HEALTH.search(part.text)
        ):
            return True
    said = said_after_that(text)
    if said and not _ASKED_THAT.search(text) and not is_harmless(said, setting, joined=has_finite_verb(said)):
        return has_finite_verb(said) or setting.names_health(said)
    first = parts[0].text
    warned = re.match(r"^(?:remember|note|imagine|know)[,:]?\s+(?=(?:the|your|it|most|many|some|\w+s?)\s)", first, re.I)
    if (
        warned
        and not said
        and has_finite_verb(_AND_HOW.sub("", first[warned.end() :]))
        and mood(first[warned.end() :]) is Mood.STATEMENT
        and not re.match(
            r"(?:(?:it|them|this|that)\s+(?:down|all|in|on|too|first|each|every|as|if|when)"
            r"|to|a|an|down|what|how|who|if|whether|when|where|why|which|about|of|in|on|at|by|beside|next)\b",
            first[warned.end() :],
            re.I,
        )
    ):
        return not is_harmless(first[warned.end() :], setting, joined=True)
    if told:
        aim = _PURPOSE.search(text)
        if (
            aim
            and not ASKING.search(text[: aim.start()])
            and (
                setting.names_health(aim["object"])
                or re.search(r"\b(?:supple|flexible|strong|mobile|healthy)\b", aim["verb"])
            )
        ):
            return True
        if re.search(
            r"\d+(?:[.,]\d+)?\s?%|\bper ?cent\b|\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in"
            r"|out of) (?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b|\bmost (?:people"
            r"|patients)\b",
            text,
            re.I,
        ) and not re.search(r"\bscale\b|\bfrom 0 to\b|\bhow\b|\bwhether\b", text, re.I):
            return True
    return False


_PASSES = Pattern(r"(?:\w+ly\s|often\s|soon\s|all\s)?(?:fades?|pass(?:es)?|settles?|wears?\soff|clears?\sup)\b", re.I)
# “Note the date and how you felt.”
_AND_HOW = Pattern(r",?\s(?:and|or)\s(?:how|what|when|where|why|who|which|whether)\b.*$", re.I)
# “…: the lead could slip”
_MAY_COME_LOOSE = Pattern(
    r"^(?:the|your|it|they|a|one)\b[^,;:]*?\s(?:can|could|may|might|will)\s(?:easily\s|otherwise\s|still\s)?(?:slip|leak"
    r"|break|tear|burst|shift|move|fail|bend|snap|clog|burn|come\s(?:off|out|loose|apart|back)|fall\s(?:off|out)"
    r"|be\s(?:damaged|pulled|dislodged))\b",
    re.I,
)
# Where a thing then lies or what is seen of it, as an order asks for: “so that it hides the painful arm”.
_LIES_SO = Pattern(
    r"^(?:that\s+)?(?:it|they|nothing|both\s+\w+|(?:the|your|each|every|one|two|three)\s(?:[\w-]+\s){1,3}?|\w+\s)\s*(?:just\s|only\s|no\s+longer\s|cannot\s|can\s|does\s+not\s"
    r"|do\s+not\s|still\s)*(?:hides?|hidden|faces?|points?|touch(?:es)?|rests?|hangs?|lies?|lie|falls?\s+on|fits?|covers?|reach(?:es)?|supports?|tips?|slips?|presses|press"
    r"|rubs?|shows?|be\s+seen|sees?|stands?|sits?|meets?|overlaps?|crosses|leans?|is\s+(?:level|straight|flat|in\s+(?:front|line|view|reach)|out\s+of"
    r"|on\s+(?:top|the)|behind|beside|under|above|hidden|covered|turned|upright|parallel))\b",
    re.I,
)
_PROMISES = Pattern(
    r"\b(?:will|can|could|may|might|won't|are (?:more|less)|is (?:more|less)|risk)\b.*\b(?:feel|get"
    r"|recover|heal|improve|sleep|better|worse|lose|harm|damage|faint|fall|bleed|hurt|fits?|ill|sick"
    r"|dizzy|drowsy|sleepy|unsteady|confused|numb|die|stiff|weaker?|pain-free|without pain|swell|flare)",
    re.I,
)


# “…, because the insurer may want to see them”
_ASKED_FOR_LATER = Pattern(
    r"(?:(?:the|your|an?|some|most|and|or|any)\s+)*(?:(?:insurers?|solicitors?|lawyers?|courts?|employers?|teachers?|schools?|offices?|accountants?|judges?"
    r"|councils?)(?:,?\s+(?:and|or)\s+(?:the\s+)?)?)+\s*(?:will|may|might|could|often|sometimes|can)?\s*(?:ask\s+for|want\s+to|need\s+to\s+see|like\s+to|ask\s+to)",
    re.I,
)
_ASKED_THAT = Pattern(
    r"\b(?:whether|if(?: you (?:think|feel|find|notice|believe|know|suspect|fear|see))?"
    r"|make sure|ensure|be sure|check|ask|insist|request|wish|hope|agree|decide|see to it"
    r"|want) that\b|\bmake sure that\b",
    re.I,
)


def is_harmless(text: str, setting: Setting, *, joined: bool = False) -> bool:
    """Whether a side clause would be let pass by itself."""
    if _LEFT_SHORT.fullmatch(text):
        return True
    if (
        joined
        and not has_finite_verb(text)
        and not re.match(r"(?:it|this|that|they|these|those)\s", text, re.I)
        and (mood(text) is Mood.FRAGMENT or not (setting.names_health(text) or EFFECT.search(text)))
    ):
        return not (AMOUNT.search(text) or (PRAISED.search(text) and setting.names_health(text)))
    return setting.lets_pass(text)


# “…, and they should not”
_LEFT_SHORT = Pattern(
    r"(?:they|it|you|we|he|she|nobody)\s(?:should|need|must|do|does|did|are|is|can|could|have|has|will|would)(?:\s?n[o']t)?\W*",
    re.I,
)
ASKING = Pattern(
    r"\b(?:ask|find out|discuss|talk|speak|tell|decide|check|consider|think|choose|agree|write|note|learn"
    r"|read|look|explain|record|plan|say|compare|wonder|call|contact|visit|help)\b",
    re.I,
)
