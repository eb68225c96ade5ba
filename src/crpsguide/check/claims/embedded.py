"""Claims embedded in a sentence that is no claim itself: in a reason, a that-clause, a warning, an aim."""

from crpsguide.check.claims.verdicts import Setting
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import Clause, Link, clauses, has_finite_verb, said_after_that
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, NEAR_HEALTH, PRAISED
from crpsguide.language.statements.mood import Mood, mood
from crpsguide.language.statements.subjects import Topic, topic

EASES = r"eases?|reliev\w+|reduces?|lowers?|improves?|worsens?|prevents?|cures?|heals?|calms?"

_FACT_FRONT = Pattern(
    r"^(?:because|since|as(?!\s+(?:soon|long|far|always|a|an|the|well|you|part|with|before|for|to|in))"
    r"|although|though|even though|given|despite|however|while)\b"
)


def opens_with_fact(front: str, setting: Setting) -> bool:
    """Whether what stands before the main clause is a reason that is a fact: “Because it can harm …”."""
    if not _FACT_FRONT.match(front) or _WHILE_IT_RUNS.match(front):
        return False
    said = _FACT_FRONT.sub("", front).strip()
    return setting.touches_health(said) or bool(AMOUNT.search(said))


_WHILE_IT_RUNS = Pattern(
    r"while\s+(?:the|your|a|each)\s+treatments?\s+(?:(?:is|are)\s+(?:running|given|on|going\s+in)|runs?|lasts?|goes\s+in|flows?)\s*$"
)
_PURPOSE = Pattern(
    r"(?<!how )(?<!ways )(?<!way )(?<!try )(?<!want )(?<!what )(?<!things )(?<!need )(?<!like )"
    r"(?<!able )(?<!hope )(?<!goal )(?<!claim )(?<!claims )(?<!used )(?<!said )"
    r"\b(?:in order to|so as to|to|and (?:so|thus|thereby)) (?:help (?:to )?)?"
    r"(?P<verb>prevent|reduce|relieve|ease|lower|improve|speed up|heal|strengthen|boost|calm|stop"
    r"|increase|protect|restore|stimulate|loosen|avoid|minimise|lessen|cure|treat|control|slow"
    r"|keep(?= [^,.;:]*\b(?:supple|moving|flexible|strong|mobile|soft|healthy|working|at bay|down|from \w+ing)\b))\b"
    r"\s+(?P<object>[^,.;:]+)"
)


def has_embedded_claim(text: str, setting: Setting, *, is_order: bool = False) -> bool:
    """Whether a sentence that is no claim itself carries one: a reason, a promise, a that-clause, an amount, an aim.

    `is_order` says that the sentence tells somebody to do something: an aim or a warning beside it is a promise.
    """
    if _AFFIRMED.search(text) or (_A_SIGN.search(text) and setting.touches_health(text)):
        return True
    _, *others = clauses(text)
    if any(_is_embedded_claim(one, setting, is_order=is_order) for one in others):
        return True
    said = said_after_that(text)
    if is_order and said and _YOURS_TO_TELL.match(text):
        said = ""
    if said and not _ASKED_THAT.search(text) and not is_harmless(said, setting, joined=has_finite_verb(said)):
        return has_finite_verb(said) or setting.names_health(said)
    return is_order and (
        _aims_at_health(text, setting) or bool(_SHARE.search(text) and not _SHARE_ASKED_FOR.search(text))
    )


# “…, a sign that the dose is too high”
_A_SIGN = Pattern(
    r",\s(?:an?|the|another)\s(?:\w+\s){0,2}?(?:signs?|proof|symptoms?|causes?|triggers?|risks?|effects?)\s(?:that|of)\b"
)
# “You may read that it burns itself out, and for most it does”
_AFFIRMED = Pattern(
    r"\bthat\s.*,\s(?:and|but)\s(?:(?:for|in|with)\s[\w\s]{2,30}?,?\s)?(?:it|this|they)\s(?:\w+ly\s|often\s)?"
    r"(?:is|are|does|do|did|was|were|has|have|can|will)(?:\s(?:right|true))?\W*$"
)


def _is_embedded_claim(clause: Clause, setting: Setting, *, is_order: bool) -> bool:
    """Whether a side clause is a fact about health."""
    text = clause.text
    if clause.link is Link.WHICH:
        return _adds_a_fact(text, setting)
    if clause.link is Link.STOP and not has_finite_verb(text) and mood(text) is Mood.FRAGMENT:
        return bool(PRAISED.search(text)) and setting.names_health(text)
    if clause.link is Link.REASON and _is_about_sources(text, setting):
        return False
    if _is_a_cause(clause, setting):
        return True
    if _tells_of_people(clause, setting, is_order=is_order):
        return False
    if clause.link is not Link.REASON:
        return not is_harmless(text, setting, joined=True)
    if setting.names_health(text) and mood(text) is Mood.STATEMENT and not setting.lets_pass(text):
        return True
    return not is_harmless(text, setting, joined=not NEAR_HEALTH.search(text))


def _adds_a_fact(text: str, setting: Setting) -> bool:
    """Whether “…, which eases pain” tells of what was named, not of what people do."""
    touches_health = setting.touches_health(text) or any(one.search(text) for one in (AMOUNT, COMPARISON))
    return touches_health or bool(_PASSES.match(text))


def _is_about_sources(text: str, setting: Setting) -> bool:
    """Whether a reason lies in the studies and papers, not in the body: “as the studies are small”."""
    others = _SOURCES.sub(" ", text)
    return others != text and not (setting.touches_health(others) or PRAISED.search(others))


_SOURCES = Pattern(
    r"\b(?:stud(?:y|ies|ied)|trials?|papers?|reports?|reviews?|authors?|sources?|evidence|figures|numbers|data|surveys?"
    r"|counted|measured)\b"
)


def _is_a_cause(clause: Clause, setting: Setting) -> bool:
    """Whether a reason lies in the body or the treatment: “because it can cause fits”."""
    return (
        clause.link is Link.REASON
        and (topic(clause.text) is Topic.OTHER or _YOUR_BODY_MAY.match(clause.text) is not None)
        and setting.touches_health(clause.text)
    )


def _tells_of_people(clause: Clause, setting: Setting, *, is_order: bool) -> bool:
    """Whether a side clause tells what people then do or want, or where a thing then lies: “so that you can rest”."""
    text = clause.text
    if clause.link is Link.AND:
        # “a sore jaw or a gum that is slow to heal”; “show it at the desk, and they will stamp it”
        return mood(text) is Mood.FRAGMENT or (bool(_THEY_SERVE.match(text)) and not setting.names_health(text))
    if clause.link is Link.RESULT:
        lies = is_order and _LIES_SO.match(text) and not EFFECT.search(text)
        return bool(lies or not setting.touches_health(text))
    if clause.link is Link.REASON:
        return bool((_ASKED_FOR_LATER.match(text) or _OF_A_PLACE.match(text)) and not setting.names_health(text))
    return False


def _aims_at_health(text: str, setting: Setting) -> bool:
    """Whether an order promises what it is for: “Move it often to prevent stiffness”."""
    aim = _PURPOSE.search(text)
    if not aim or ASKING.search(text[: aim.start()]):
        return False
    return setting.names_health(text if _MEANS_BEFORE.match(f"{aim['object']} ") else aim["object"])


_YOUR_BODY_MAY = Pattern(r"your (?!doctor|nurse|team|pharmacist|surgeon|dentist)\w+ (?:may|can|could|might|will)\b")
_THEY_SERVE = Pattern(
    r"(?:they|we|someone|somebody|(?:the|our|your|a)\s\w+)\s(?:will|can|may)\s(?:stamp|sign|ring|call|phone|write|answer|send|post|tell|show|find|fetch|bring|book"
    r"|print|copy|let\syou|take\s(?:you|your)|look|check|explain|open|pass\sit|keep\sit)\b"
)
_SHARE = Pattern(
    r"\d+(?:[.,]\d+)?\s?%|\bper ?cent\b|\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in"
    r"|out of) (?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b(?!\W*$|[,;:])|\bmost (?:people"
    r"|patients)\b"
)
_SHARE_ASKED_FOR = Pattern(r"\bscale\b|\bfrom 0 to\b|\bhow\b|\bwhether\b")
_PASSES = Pattern(r"(?:\w+ly\s|often\s|soon\s|all\s)?(?:fades?|pass(?:es)?|settles?|wears?\soff|clears?\sup)\b")
# Where a thing then lies or what is seen of it, as an order asks for: “so that it hides the painful arm”.
_LIES_SO = Pattern(
    r"^(?:that\s+)?(?:it|they|nothing|both\s+\w+|(?:the|your|each|every|one|two|three)\s(?:[\w-]+\s){1,3}?|\w+\s)\s*(?:just\s|only\s|no\s+longer\s|cannot\s|can\s|does\s+not\s"
    r"|do\s+not\s|still\s)*(?:hides?|hidden|faces?|points?|touch(?:es)?|rests?|hangs?|lies?|lie|falls?\s+on|fits?|covers?|reach(?:es)?|supports?|tips?|slips?|presses|press"
    r"|rubs?|shows?|be\s+seen|sees?|stands?|sits?|meets?|overlaps?|crosses|leans?|is\s+(?:level|straight|flat|in\s+(?:front|line|view|reach)|out\s+of"
    r"|on\s+(?:top|the)|behind|beside|under|above|hidden|covered|turned|upright|parallel))\b"
)
# “…, because the insurer may want to see them”
_ASKED_FOR_LATER = Pattern(
    r"(?:(?:the|your|an?|some|most|and|or|any)\s+)*(?:(?:insurers?|solicitors?|lawyers?|courts?|employers?|teachers?|schools?|offices?|accountants?|judges?"
    r"|councils?)(?:,?\s+(?:and|or)\s+(?:the\s+)?)?)+\s*(?:will|may|might|could|often|sometimes|can)?\s*(?:ask\s+for|want\s+to|need\s+to\s+see|like\s+to|ask\s+to)"
)
# “…, as it shuts early”
_OF_A_PLACE = Pattern(
    r"(?:it|they|we|(?:the|our)\s(?:[\w-]+\s){1,3}?)\s?(?:often\s|soon\s|only\s)?(?:shuts?|opens?|closes?\s(?:at|on|early|for)|fills?\sup|sells?\sout"
    r"|gets?\s(?:busy|crowded|full|noisy|loud|dark)|(?:is|are)\s(?:often\s|usually\s|always\s)?(?:busy|shut|closed|full|noisy|crowded|quiet|narrow|steep|hard\sto\s(?:find|park|read)))\b"
)
# “Tell your dentist that you have been offered this medicine.”
_YOURS_TO_TELL = Pattern(
    r"(?:please |also |always |do )*(?:tell|show|explain to|say to|remind|write to|warn|let)\b[^,;:]*? that"
    r" (?:you|we|your child|(?:he|she|they)(?= (?:is|are|was|were|has|have) not\b))"
    r" (?:are|is|were|was|have|has|had|would|want|need|take|live|cannot|do not|did not)\b"
    r"(?! (?:\w+ )?(?:likely|bound|sure|at risk))[^,;:]*$"
)
_ASKED_THAT = Pattern(
    r"\b(?:whether|if(?: you (?:think|feel|find|notice|believe|know|suspect|fear|see))?"
    r"|make sure|ensure|be sure|check|ask|insist|request|wish|hope|agree|decide|see to it"
    r"|want) that\b|\bmake sure that\b"
)


def gives_a_reason(text: str, setting: Setting) -> bool:
    """Whether a fact is given for what is said or left unsaid: “… because it harms the liver”, “…, which kills”."""
    return any(one.link in (Link.REASON, Link.WHICH) and setting.touches_health(one.text) for one in clauses(text)[1:])


def is_harmless(text: str, setting: Setting, *, joined: bool = False) -> bool:
    """Whether a side clause would be let pass by itself."""
    if (
        joined
        and not has_finite_verb(text)
        and not _MEANS_BEFORE.match(text)
        and (mood(text) is Mood.FRAGMENT or not setting.touches_health(text))
    ):
        return not (AMOUNT.search(text) or (PRAISED.search(text) and setting.names_health(text)))
    return setting.lets_pass(text)


_MEANS_BEFORE = Pattern(r"(?:it|this|that|they|them|these|those)\s")
ASKING = Pattern(
    r"\b(?:ask|find out|discuss|talk|speak|tell|decide|check|consider|think|choose|agree|write|note|learn"
    r"|read|look|explain|record|plan|say|compare|wonder|call|contact|visit|help)\b"
)
