"""Presupposed facts: what a sentence takes as true while it asks, comforts or refers to another page."""

from crpsguide.check.claims.questions import UNKNOWN
from crpsguide.check.claims.verdicts import CLAIM, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Found, Pattern
from crpsguide.language.statements.clauses import DETERMINERS, PREPOSITIONS, tokens
from crpsguide.language.statements.matter import AMOUNT, EFFECT, NEAR_HEALTH
from crpsguide.language.statements.verbs import AUXILIARIES, MODALS, is_inflected, is_plural_verb


def presupposes_fact(text: str, setting: Setting) -> Verdict:
    """“… explains why it spreads”, “sorry to say that it spreads”, “nobody knows why it spreads”: it spreads."""
    if (stance := _STANCE.match(text)) and not setting.lets_pass(_as_sentence(stance["said"])):
        return CLAIM
    if (better := _RHETORICAL.match(text)) and setting.names_health(better["what"]):
        return CLAIM
    if (wanted := _WHO_WOULD_NOT.match(text)) and setting.names_health(wanted["what"]):
        return CLAIM
    if _TITLE.match(text) or _LEFT_OPEN.search(text) or UNKNOWN.search(setting.heading):
        return None
    outside = _QUOTED.sub(" ", text)
    if any(_is_told_by_why(one["said"], setting) for one in _WHY.finditer(outside)):
        return CLAIM
    if any(_is_told_by_how(one["said"], setting) for one in _HOW.finditer(outside)):
        return CLAIM
    if any(_is_told_of_it(one, setting) for one in _THE_ONE_THAT.finditer(outside)):
        return CLAIM
    return None


def _as_sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:].rstrip('. ')}."


# A frame of feeling or assurance round a statement: what it says is told all the same.
_STANCE = Pattern(
    r"^(?:(?:we|i)(?:\s+am|\s+are|['’]m|['’]re)\s+(?:\w+\s+)?(?:(?:sorry|sad|glad|happy|pleased|delighted|proud|relieved)\s+to\s+"
    r"(?:say|tell\s+you|report|announce|inform\s+you|let\s+you\s+know|add)|afraid)\s+(?:that\s+)?"
    r"|(?:we|i)\s+(?:am|are)\s+(?:so\s+|very\s+)?(?:sorry|sad|glad|happy|relieved)\s+that\s+(?=(?:the|there|no|most|many|some|these|such)\b)"
    r"|it\s+(?:is|may\s+be|might\s+be|can\s+be|must\s+be)\s+(?:an?\s+)?(?:(?:small|great|cold|some|real)\s+)?(?:comfort|relief|pity|shame|consolation|reassuring|comforting|good|sad|good\s+news|bad\s+news)"
    r"(?:\s+to\s+(?:know|hear))?\s+that\s+(?=(?:the|there|no|most|many|few|some|these|such|it|they)\b)"
    r"|you\s+(?:will|may|might|would)\s+(?:also\s+)?be\s+(?:glad|pleased|relieved|happy|sad|sorry|surprised)\s+to\s+(?:hear|know|read|learn|see)"
    r"\s+(?:that\s+)?(?!about\b|from\b|of\b|how\b|what\b)"
    r"|(?:please\s+)?(?:believe|trust)\s+(?:us|me),\s+|(?:you\s+can\s+)?(?:rest|be)\s+assured(?:\s+that|[,:;])\s+"
    r"|(?:take\s+heart|have\s+no\s+fear|(?:do\s+not|don['’]t|no\s+need\s+to)\s+(?:worry|panic|despair|be\s+afraid)|relax|patience|courage)[,:;]\s+(?!and\b|but\b|or\b))"
    r"(?P<said>\w.+)$"
)
# “Who would not want a treatment that works?”
_WHO_WOULD_NOT = Pattern(
    r"^(?:and\s+|so\s+)?who\s+(?:(?:would|does|could|can|will)(?:n['’]t|\s+not)\s+(?:\w+ly\s+)?(?:want|like|love|choose|prefer|take|try|wish\s+for|say\s+yes\s+to)"
    r"|(?:would|could|can)\s+(?:ever\s+)?(?:refuse|turn\s+down|resist|decline|say\s+no\s+to|reject|pass\s+up))\s+(?P<what>[^?]+)\?"
)
# “Page 9: why nothing is safe”
_TITLE = Pattern(
    r"(?:page|part|section|chapter|figure|table|lesson|video|film|box)\s\w+\s?:\s(?:why|what|where|when|who|which|whether)\b[^.;!]*\.?$"
)
# “What could be better than tablets without side effects?”, “Are you one of the many for whom tablets do nothing?”
_RHETORICAL = Pattern(
    r"^(?:and\s+|so\s+|but\s+)?(?:what\s+(?:could|can|would)\s+be\s+(?:better|safer|easier|simpler|more\s+\w+)\s+than|(?:are|were)\s+you\s+(?:also\s+)?(?:one\s+of|among)\s+the\s+"
    r"(?:many|millions|thousands|lucky|unlucky|few)|who\s+(?:still\s+)?needs|have\s+you\s+(?:ever\s+)?(?:wondered|noticed|asked\s+yourself)\s+(?:why|how|that)\s+(?!you\b)|why\s+(?:still\s+)?(?:suffer|bother\s+with|put\s+up\s+with))\b(?P<what>[^?]+)\?"
)
_LEFT_OPEN = Pattern(
    r"\?|\b(?:not|never|nobody|no\s+one|cannot|unclear|unknown|unsure|wonder\w*|doubt\w*|found\s+(?:no|nothing|little|one|two|few))\b"
)
_QUOTED = Pattern(r"[\"“][^\"”]*[\"”]", AS_TYPED)
_WHY = Pattern(r"\bwhy\s+(?!(?:and|or|not|so|to)\b)(?P<said>[^,;:()]+)")
_HOW = Pattern(r"\bhow\s+(?P<said>[^,;:()]+)")
_THE_ONE_THAT = Pattern(
    r"\b(?:the|those|that|our|only|uses?)\s+(?P<named>(?:(?!(?:for|to|if|whether|and|or|so|is|are)\b)[\w’'-]+\s+){0,6}?)(?:that|which|who)\s+"
    r"(?!(?:you|we|i|your|our|they|he|she|it|the\s+(?:trials?|stud(?:y|ies)|reviews?))\b)(?P<said>[^,;:()]+)"
)


def _is_told_by_why(said: str, setting: Setting) -> bool:
    """Whether “why …” gives a state of the body or an effect as true, not what people do or need."""
    return (
        not _DONE_BY_PEOPLE.match(said) and not _DONE_IN_CARE.search(said) and not setting.lets_pass(_as_sentence(said))
    )


def _is_told_by_how(said: str, setting: Setting) -> bool:
    """Whether “how …” gives an effect as true: “how it calms the nerves”, not “how it is given” or “how it works”."""
    if _DONE_BY_PEOPLE.match(said) or _DONE_IN_CARE.search(said):
        return False
    return acts_on_health(said, setting)


def _is_told_of_it(found: Found, setting: Setting) -> bool:
    """Whether a relative clause tells more of a thing than which one is meant: “the drugs that harm the liver”."""
    named, said = found["named"], found["said"]
    if _WORDS.match(named):
        return False
    if _GAVE_BACK.match(said):
        return True
    if AMOUNT.match(said) or _THEY_BRING.match(said):
        return setting.names_health(named) or bool(NEAR_HEALTH.search(named))
    if _ENDS.match(said):
        return True
    return not _GIVES_YOU.match(said) and acts_on_health(f"things {said}", setting)


# What people do, need or want to know; a text, a rule or a step of care as the subject.
_DONE_BY_PEOPLE = Pattern(
    r"(?:you|we|i|your|our|my|they|he|she|to|(?:an?|the|each|every|some|other|most|your)\s+(?:[\w-]+\s+)?"
    r"(?:nurses?|doctors?|teams?|therapists?|specialists?|clinics?|hospitals?|people|patients|others|experts|writers|trials?|stud(?:y|ies)|page|section|guide"
    r"|words?|names?|law|rules?)|(?:nurses|doctors|people|others|patients|this|that|it\s+(?:matters|is|was|takes|may|might|can|could))\b)\b"
)
_DONE_IN_CARE = Pattern(
    r"\b(?:is|are|was|were|be|been|gets?)\s+(?:\w+ly\s+|not\s+|often\s+|sometimes\s+)*(?:given|done|taken|used|asked|checked|needed|rated|written|called|told"
    r"|offered|watched|measured|chosen|paid|made|put|treated|diagnosed|found|prescribed|explained|kept|spelt|licensed|approved)\b"
)
_GAVE_BACK = Pattern(r"(?:has\s+|have\s+)?(?:gave|given|gives|got|brought)\b.*\b(?:back|again)\b")
_GIVES_YOU = Pattern(
    r"(?:gives?|offers?|sends?|sells?|shows?|brings?|gets?)\s+(?:you|us|them|(?:the|your|an?)\s+(?:treatments?|injections?|doses?|medicines?|tablets?))\b"
)
# “the weight gain that these tablets cause”
_THEY_BRING = Pattern(
    r"[\w\s-]{2,40}\s(?:can\s|may\s|often\s)?(?:brings?|causes?|gives?|leaves?|produces?|provokes?|triggers?)(?:\s(?:on|about|behind))?\W*$"
)
# “the words that fit your pain best”, “shares in a company that makes tablets”
_WORDS = Pattern(
    r"(?:.*\s)?(?:compan(?:y|ies)|firms?|shops?)\s$|(?:\w+\s)?(?:words?|phrases?|sentences?|lines?|pictures?|faces|numbers?|boxes|box|squares?|colours?|pages?|questions?|names?)\s$"
)
_ENDS = Pattern(r"(?:finally\s+)?(?:ends|ended|ending|beats|beat|wipes\s+out|takes\s+away)\s+\w")


def acts_on_health(clause: str, setting: Setting) -> bool:
    """Whether something does something to the body or the illness: “… keeps the pain going”."""
    words = [one.lower() for one in tokens(clause)]
    return any(
        _is_a_deed(words, at)
        and (
            setting.names_health(_object(words[at + 1 :]))
            or (words[at + 1] in _WHOM and EFFECT.fullmatch(words[at]) and not words[at].startswith("help"))
        )
        for at in range(1, len(words) - 1)
    )


def _is_a_deed(words: list[str], at: int) -> bool:
    """Whether a word is a verb that has an object and tells more than that something is so or takes part."""
    before, verb, after = words[at - 1], words[at], words[at + 1]
    if not verb.isalpha() or _TELLS_NO_OUTCOME.fullmatch(verb):
        return False
    if before in MODALS and verb not in AUXILIARIES and words[at - 2 : at - 1] != ["you"]:
        return True
    many = before in _BEFORE_A_BASE or (before[-1] == "s" and before != "this")
    if many and (is_plural_verb(verb) or EFFECT.fullmatch(verb)):
        return True
    if verb[-1] != "s" or verb.endswith("ss"):
        return False
    return after in DETERMINERS or verb.endswith("ens") or bool(EFFECT.fullmatch(verb)) or is_inflected(verb)


def _object(words: list[str]) -> str:
    """What stands behind a verb, up to where, when and with what."""
    words = words[1:] if words[0] in _PARTICLES else words
    end = next((at for at, word in enumerate(words) if word in _BEHIND_AN_OBJECT), len(words))
    return " ".join(words[:end])


_BEFORE_A_BASE = frozenset("can could may might will does not to".split())
_WHOM = frozenset("you us them people patients children".split())

_BEHIND_AN_OBJECT = PREPOSITIONS - {"of"} | {",", "if", "when"}
_PARTICLES = frozenset("up down off out away back on in".split())
_TELLS_NO_OUTCOME = Pattern(
    r"(?:is|are|was|has|have|had|do(?:es)?|affects?|changes?|differs?|needs?|takes?|means?|feels?|looks?|says?|shows?|tells?|gets?|deserves?|wants?|lets?"
    r"|includes?|contains?|covers?|lists?|names?|explains?|describes?|uses?|knows?|sees?|shares?|makes?\s+sense|belongs?|comes?|goes|go|counts?|matters?)"
)
