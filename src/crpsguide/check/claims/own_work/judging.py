"""What the writers and their house (a clinic, a charity, a site) are and do, apart from what they boast of."""

import re

from crpsguide.check.claims.embedded import EASES, has_embedded_claim, opens_with_fact
from crpsguide.check.claims.own_work.boasts import boasts
from crpsguide.check.claims.own_work.house import FELT, HOUSE_FACT, names_a_price, tells_of_a_house
from crpsguide.check.claims.own_work.others import tells_of_others
from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.clauses import clauses, fronted, has_finite_verb
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, PRAISED
from crpsguide.language.statements.subjects import Topic, topic


def describes_own_work(text: str, setting: Setting) -> Verdict:
    """What the writers, their guide or their house are and do. Results, praise and effects are claims."""
    named = _NAMED.sub("our doctor ", text)  # “Dr Cure will see you now”
    text = _without_time(named, setting)
    if text != named and _OBSERVED.match(text) and setting.names_health(text):
        return None
    front, body = fronted(text)
    if front and opens_with_fact(front, setting):
        return None
    if names_a_price(text):
        return Reason.OWN_WORK
    first = clauses(body)[0].text
    match topic(first):
        case Topic.TEXT if front and setting.names_health(front):
            return None
        case Topic.OTHER if tells_of_a_house(first, setting):
            return _unless_embedded_claim(body, setting)
        case Topic.OTHER if not HOUSE_FACT.search(first):
            return None
        case about:
            return _of_doings(text, first, body, about, setting)


def _without_time(text: str, setting: Setting) -> str:
    """A text without the words in front that tell when something is done, if they state nothing themselves."""
    when = _WHEN_WE.match(text)
    if not when or has_finite_verb(when[0]) or setting.names_health(_AT_CARE.sub("", when[0])):
        return text
    return text[when.end() :]


def _of_doings(text: str, first: str, body: str, about: Topic, setting: Setting) -> Verdict:
    """What the first clause of a text tells of what writers do, of what readers get, or of the guide."""
    if (given := _GIVEN_TO_READER.match(first)) and _is_a_thing(given["what"], setting):
        return _unless_embedded_claim(body, setting)
    if about is Topic.READER and not _SERVICE_TO_READER.match(first):
        return None
    if boasts(text, first):
        return CLAIM
    if tells_of_others(first):
        return None
    if about is Topic.WRITERS and _are_sure_of_a_fact(first, setting):
        return CLAIM
    return CLAIM if _tells_of_an_effect(first, setting) else _unless_embedded_claim(body, setting)


def _unless_embedded_claim(body: str, setting: Setting) -> Verdict:
    return CLAIM if has_embedded_claim(body, setting) else Reason.OWN_WORK


def _tells_of_an_effect(clause: str, setting: Setting) -> bool:
    """Whether what is done works on something, or is told as what writers see in ill people."""
    if not _OURS_OR_YOURS.match(clause) and (_ACTS.search(clause) or AMOUNT.search(clause)):
        return True
    return bool(_NEVER_SEEN.match(clause)) and setting.names_health(clause)


def _is_a_thing(named: str, setting: Setting) -> bool:
    """Whether what a reader gets is handed over: “a cup of tea”, not “a rash” or “a better night”."""
    return not setting.touches_health(named) and (
        not any(one.search(named) for one in (EFFECT, COMPARISON, PRAISED, FELT))
    )


def _are_sure_of_a_fact(clause: str, setting: Setting) -> bool:
    """Whether the writers vouch for something about health: “We know that it spreads”, not “We know how hard it is”."""
    return bool(_WE_KNOW.match(clause)) and setting.touches_health(clause)


_OURS_OR_YOURS = Pattern(r"(?:\w+ of )?(?:we|our|you|your|us)\b")
_WE_KNOW = Pattern(
    r"we (?:know|believe|think|found|have seen|have found|have learned|are (?:sure|certain|convinced"
    r"|confident))\b(?! (?:you|in|of)\b)"
)
_NAMED = Pattern(r"^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Nurse)\.?\s+(?:[A-Z][\w’'-]+\s+)+", AS_TYPED)
# “After a month we ask …”
_WHEN_WE = Pattern(
    r"^(?!(?:every|each)\s+(?:\w+\s+)?(?:person|patient|carer|adult|child|woman|man|case|member|girl|boy|family)\b)"
    r"(?:after|before|at|once|every|each|within|during|until|from|twice|in|on)\s+[^,;:]{1,40}?\s(?=(?:we|one\s+of\s+us|somebody\s+from\s+(?:our|the)\s+team|you\s+(?:rest|wait|sit|lie|stay|meet|see|go|get|have)\b[^,;:]*\b(?:our|us)|you\s+will\s+be|you\s+(?:rest|wait|sit|stay)(?=\s+(?:here|until|for|on|at|with)\b))\s)"
)
_AT_CARE = Pattern(r"(?:the|your|each|every)\s+(?:treatment|session|injection|operation|first\s+\w+)")
_OBSERVED = Pattern(r"^we\s+(?:\w+ly\s+|often\s+)?(?:see|saw|find|found|measured?|noted?|noticed?|observed?)\b")
_NEVER_SEEN = Pattern(
    r"^we\s+(?:have\s+)?(?:never|hardly\s+ever|rarely|seldom|yet\s+to)\s+(?:yet\s+)?(?:seen?|saw|had|have|met|meet|found|find|noticed?)\b"
)
_ACTS = Pattern(
    rf"\b(?:{EASES}|cut|helps?|helped|works?\s+(?:best|well|better|for\s+\w+\s+with)|builds?|halves?|doubles?"
    r"|changes?\s+(?:the|how)|(?<!be )(?<!is )(?<!are )made|makes\s+(?:the|pain|people|patients))\b"
)
_SERVICE_TO_READER = Pattern(
    r"""^(?:(?:and|but|so|then)\s+)?(?:you\s+(?:can|may)\s+(?:also\s+|always\s+)?(?:reach|contact|find(?!\s+it\b|\s+that\b)|call
        |phone|email|write|park|pay|book|visit|join|order|cancel|change|bring|leave|talk|speak|send|download
        |use|choose)\b
    |you\s+(?:will|'ll|may|might|can|are|should)\s+(?:also\s+|first\s+|then\s+|usually\s+|be\s+|always\s+
        |already\s+)*(?:asked|given|offered|shown|seen|met|sent|invited|weighed|watched|monitored|observed|looked\s+after|called|told|welcomed|taken
        |introduced|able\s+to\s+(?:ask|talk|see|meet|bring|rest|read|listen|stop|park|book)|meet
        |see\s+(?:a|the|our|your)\s+(?:\w+\s+)?(?:doctor|nurse|specialist|therapist|team|room|unit)
            |receive\s+(?:a|an|your|our)|get\s+(?:a|an|your)\s+(?:letter|appointment|copy|call|form|text
        |reminder|reply|bed|room|place|own)|stay|sit|lie|spend|have\s+(?:a|an|your|time
        |the)\s+(?:\w+\s+)?(?:talk|appointment|nurse|room|chair|bed|chance|time|contact|button|bell|copy|same
        |examination|check)|hear\s+from|speak|need\s+(?:a|to|someone|your)\s+(?:referral|lift|letter|bring|sign
        |fill|book|appointment|pay|drive|adult|rest)?|leave|sign|fill|go\s+home|arrive|come(?!\s+out\s+in))\b
    |you\s+(?:rest|wait|sit|stay)\s+(?:here|until|for|on|at|with)\b
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
