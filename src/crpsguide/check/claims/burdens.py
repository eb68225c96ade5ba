"""Kind words known by what they name: pain, waiting and doubt, as people speak of them, and no other word of health."""

from crpsguide.check.claims.verdicts import Setting
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.matter import (
    AMONG_PEOPLE,
    AMOUNT,
    COMPARISON,
    EFFECT,
    EMOTION,
    HEALTH,
    NEAR_HEALTH,
    PRAISED,
    words_of,
)

# Words of health that a kind sentence names and tells nothing of.
_BURDENS = frozenset(
    """pain pains painful ill illness condition wound wounds relief test tests result results treatment treatments
    hospital hospitals doctor doctors diagnosis injection injections operation needle scar scars limb healthy fit
    strength strong
    weakness weak tired exhausted sleep sleepless awake medicine memory stick wheelchair clinic clinics specialist
    specialists body exam exams scan scans hurt hurts flare flares failing failure""".split()
)
_FELT = frozenset("feel feels felt feeling feelings more less fewer rest rests month".split())
_TO_PEOPLE = Pattern(
    r"\b(?:you|your|yours|yourself|we|us|friends?|strangers?|neighbours?|famil(?:y|ies)|parents?|nobody|no one"
    r"|others|someone|somebody)\b"
    r"|^to\s+(?:be|live|carry|smile|go\s+on|wait|ask|hope|say|admit|lose|love|trust)\b|^(?:not\s+)?(?:being|waiting"
    r"|talking|needing|missing|hoping|asking|letting|saying|knowing|losing|living"
    r"|resting|crying|grieving|admitting)\b"
    r"|^(?:some|old|new|good|even\s+good|true)\s+friends?\b|^not\s+(?:all|every)\b|^(?:an?|one)\s+(?:bad|good|hard"
    r"|slow|rough|dark)\s+(?:day|week|month|night|hour|year)\b"
)
_SAID_OR_FELT = Pattern(
    r"\b(?:see|sees|seen|say|says|said|tell|told|ask|asked|hear|heard|know|knew|doubt\w*|carry|laugh\w*|lean"
    r"|wait\w*|stay|undo|answer\w*|believ\w+|love\w*|suffer|hurts)\b"
)
_MEANS_THE_ILLNESS = Pattern(r"^(?:(?:and|but|so|then|still|yet) )?(?:it|they|this|that|these|those|he|she)\b")
# “It hurts when people doubt you”, “It can be a relief to have a name for it”, “This was not the plan you had”
_MEANS_WHAT_FOLLOWS = Pattern(
    r"^(?:(?:and|but|so) )?(?:it is (?:\w+ )?(?:understandable|natural|normal|human|no wonder|fine|all right|okay"
    r"|ok|only human) (?:that|if|when|to)\b"
    r"(?=.*\b(?:afraid|scared|angry|sad|worried|nervous|anxious|cross|upset|lost|alone|proud|disappointed|jealous"
    r"|unsure|doubt\w*|frightened|ashamed|fear|tears|cry)\b)"
    r"|it (?:(?:really|often|also) )?hurts (?:when|if|to)\b|it (?:can|may"
    r"|might) (?:also )?be an? \w+ (?:to|when|if)\b"
    r"|(?:this|that|it) (?:is|was) (?:not|never|no) (?:the|an?|what|how|who|where)\b(?=.*\byou\b))"
)
_PLAIN_TALK = Pattern(
    r"\b(?:does|do|did) not make (?:it|you|them|your \w+) (?:any )?(?:less|more) (?=real|true|you\b|of\b|brave"
    r"|worthy|welcome)|(?<=\bhard )work\b|^what helps \w+(?: \w+)? (?:need|may|might|will) not help (?=you\b)"
)
_OF_CARE = Pattern(
    r"^(?:the|an?|most|your|these|many|some|all)\s(?:\w+\s)?(?:diagnosis|doctors?|specialists?|treatments?"
    r"|injections?|operations?|tests?|scans?|clinics?|hospitals?|conditions?|illness)\s(?!you\b)"
)


def speaks_of_burdens(text: str, setting: Setting) -> bool:
    """Whether a sentence speaks to people of what they carry: “You carry more than others can see”."""
    if not setting.in_running_text:
        return False
    if _MEANS_THE_ILLNESS.match(text) and not _MEANS_WHAT_FOLLOWS.match(text):
        return False
    text = _PLAIN_TALK.sub("", text)
    is_kind = EMOTION.search(text) or _SAID_OR_FELT.search(text) or _MEANS_WHAT_FOLLOWS.match(text)
    is_to_people = _TO_PEOPLE.search(text) or _MEANS_WHAT_FOLLOWS.match(text)
    if not (is_to_people and is_kind) or _OF_CARE.match(text):
        return False
    if AMOUNT.search(text) or PRAISED.search(text) or setting.own_words.names_health(text):
        return False
    named = words_of(text, HEALTH, NEAR_HEALTH, EFFECT)
    return named <= _BURDENS | _FELT | AMONG_PEOPLE and words_of(text, COMPARISON) <= {"than"}
