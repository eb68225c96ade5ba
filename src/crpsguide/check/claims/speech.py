"""Words that a reader may say to others."""

from crpsguide.check.claims.verdicts import Setting
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, PRAISED


def is_to_be_said(text: str, setting: Setting) -> bool:
    """Whether a whole text is what a reader may say: “I have a flare-up and need to lie down”.

    Quoted, or below “What to say”. A story of what was (“I was free of pain”) is none.
    """
    quoted = _QUOTED.match(text)
    if not quoted and setting.block != "checklist" and not _SAYING.search(setting.lead_in or setting.heading):
        return False
    return _speaks_for_oneself(quoted["said"] if quoted else text)


def repeats_hearsay(text: str) -> bool:
    """Whether words are quoted that the reader may hear from others: You may hear: “It is too late.”."""
    return bool(_MAY_HEAR.match(text))


_MAY_HEAR = Pattern(
    r"^you (?:may|might|will|could) (?:also |still |often |sometimes )?(?:hear|read|be told|meet)\b"
    r"[^“”\",;:.]{0,30}[:,]?\s+[“\"][^“”\"]+[”\"]\W*$"
)


def without_words_to_say(text: str) -> str:
    """An order without the words that it gives to the reader: “Say: “I need a break.””."""
    found = _SAY_THIS.match(text)
    return found["order"] if found and _speaks_for_oneself(found["said"]) else text


def _speaks_for_oneself(said: str) -> bool:
    """Whether words tell a need, a wish or a state of today, or ask, and nothing of what helps or harms."""
    said = _FLARE.sub("", said)
    return bool(_NEED.match(said)) and not any(one.search(said) for one in (_TOLD, AMOUNT, COMPARISON, EFFECT, PRAISED))


# Whole, or the first or last sentence of it.
_QUOTED = Pattern(r"^(?=[“\"]|.*[”\"]\W*$)[“\"]?(?P<said>[^“”\"]+)[”\"]?[.!]?$", AS_TYPED)
_SAYING = Pattern(
    r"\bmy (?:own )?words\b|"
    r"\b(?:what|how|words|something|things?) (?:you (?:can|could|may|might) |to )(?:say|tell|write)\b"
    r"|\b(?:you (?:can|could|may|might) |to )?(?:say|write)\W*$"
)
_SAY_THIS = Pattern(
    r"^(?P<order>(?:[^“”\"]*\b)?(?:say|tell|write|ask|answer|add|try|show|practise|words)\b[^“”\"]*)"
    r"[“\"](?P<said>[^“”\"]+)[”\"]\W*$"
)
_NEED = Pattern(
    r"^(?:(?:today|now|please|sorry|thank you|no|yes|hello|but|and)\b\W*)*"
    r"(?:I|I'm|my|we|could|can|may|would|will|please|do not|don't|let me"
    r"|(?:this|here|it) is (?:how|what|where|called|my))\b"
)
_FLARE = Pattern(r"\bflare(?:-up)?s?\b")  # a verb of effect elsewhere
_TOLD = Pattern(
    r"\b(?:was|were|had|got|felt|became|could (?:not )?(?:walk|sleep|work|hold)|again|no longer|thanks to|since)\b"
)
