"""Kind words known by who does what: people, however many, who tell, wait, laugh or forget; no word of health."""

from crpsguide.check.claims.verdicts import Reason, Setting, Verdict
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.clauses import clauses
from crpsguide.language.statements.matter import AMONG_PEOPLE, COMPARISON, EFFECT, NEAR_HEALTH, PRAISED, words_of

_PERSON = (
    r"(?:people|persons?|visitors?|members?|readers?|guests?|volunteers?|helpers?|callers?|carers?|parents?|mothers?|fathers?|partners?|famil(?:y|ies)"
    r"|friends?|neighbours?|colleagues?|relatives?|strangers?|children|sons?|daughters?|brothers?|sisters?|others|everyone|everybody|anyone|someone"
    r"|somebody|nobody|no\s+one|(?:all|most|many|some|one|two|each|every\s+one|none)\s+of\s+us|us)"
)
_WHO = (
    r"(?:\s+(?:who|that)\s+(?:have\s+|has\s+|once\s+|first\s+)?(?:love|care|write|wrote|call|rang|ring|come|came|read|know|knew|live|wait|sit|visit|join"
    r"|turn|look|stay|work|help)(?:s|d|ed)?(?:\s+(?:to|with|for|about|on|at|in|up|here|near))?(?:\s+(?:us|you|this|our|the|here|every|each)(?:\s+\w+)?)?"
    r"|\s+(?:in|at|on|from|before|around|beside|near|of)\s+(?:our|this|that|these|the|your|you|us)(?:\s+(?:group|room|forum|office|table|house|town|hall|family"
    r"|class|team|circle|choir|street|site))?)?"
)
_DEED = (
    r"(?:(?:says?|said|tells?|told|asks?|asked|writes?|wrote|written|calls?|called|rings?|rang|rung|sits?|sat|stands?|stood|waits?|waited|cry|cries|cried|laugh\w*"
    r"|weeps?|wept|thank\w*|shares?|shared|wonder\w*|hopes?|hoped|notices?|noticed|forgives?|forgave|loves?|loved|means?|meant|starts?|started|begins?|began|comes?|came"
    r"|arrives?|arrived|turn(?:s|ed)?|joins?|joined|reads?|listen\w*|talk\w*|speaks?|spoke|spoken|keeps?|kept|stops?|stopped|trust\w*|wants?|wanted|wish\w*|misse?[sd]?|cancel\w*"
    r"|hides?|hid|hidden|whisper\w*|looks?|looked|forgets?|forgot|forgotten|remember\w*|apologi\w+|choose|chose|brings?|brought|took|stares?|stared|heard|hears?|believes?|believed)"
    r"|needs?\s+(?:help|time|company|a\s+(?:hand|break|friend|hug|shoulder|listener))|fe(?:els?|lt)\s+(?:so\s+|very\s+|quite\s+)?(?:lost|alone|lonely|afraid|angry|ashamed"
    r"|relieved|glad|hopeful|nervous|helpless|small|stupid|foolish|silly|guilty|sad|overwhelmed|shy|the\s+same|like\s+(?:this|you|that))"
    r"|(?:know|knows|knew)\s+(?:what|how|that|where|this|you|the\s+feeling)|(?:am|is|are|was|were|been)\s+(?:told|asked|called|laughed|stared|afraid|ashamed|shy|angry|silent|speechless))"
)
_OF_PEOPLE = Pattern(
    rf"^(?:(?:and|but|so|yes)\s+)?(?:(?:(?:almost|nearly|more\s+than|many|most|some|several|half|plenty|(?:a\s+)?few|hardly|one|two|three|all|each|every|any|both|other)\s+)*"
    rf"(?:of\s+)?(?:the\s+|our\s+|your\s+|these\s+|those\s+|my\s+)?(?:(?:new|first-time|old|young|close|good|best|dear)\s+)?{_PERSON}|we(?=\s+(?:have|had|all)\s)|they){_WHO}\s+"
    r"(?:(?:have|has|had|may|might|can|could|will|would|do|does|did|not|never|always|often|still|also|just|nearly|once|sometimes|already|even|all|both|well)\s+)*"
    rf"{_DEED}\b"
)
# What nobody knows or looked at is a finding; what nobody says to you is none.
_FOUND_BY_NOBODY = Pattern(
    r"^(?:(?:and|but|so)\s+)?(?:nobody|no\s+one|hardly\s+anyone)\s(?!.*\b(?:you|us|me|here|our)\b)"
)
_THAT_HURTS = Pattern(r",? and (?:that|it|this) (?:can |may |really |still )?hurts?\W*$")
_QUOTED = Pattern(r"[“\"][^”\"]{1,60}[”\"]", AS_TYPED)
_OUTCOME = Pattern(
    r"\b(?:late[r]?|again|back|used\s+to|no\s+longer|since|until|cancer|contagious|catching|infectious|inherited|deadly|worth)\b|\d"
)


def tells_of_people(text: str, setting: Setting) -> Verdict:
    """Whether people are said to have talked, waited, laughed, forgotten: “Most visitors tell us that they are shy”."""
    if not setting.in_running_text:
        return None
    plain = _THAT_HURTS.sub("", text)
    first, *others = [_QUOTED.sub(" ", one.text) for one in clauses(plain)]
    deed = _OF_PEOPLE.match(first)
    if not deed or _FOUND_BY_NOBODY.match(first):
        return None
    if _touches_health(first[deed.end() :], setting) or setting.names_health(deed[0]):
        return None
    return Reason.EMPATHY if not any(_touches_health(one, setting) for one in others) else None


def _touches_health(text: str, setting: Setting) -> bool:
    return (
        setting.names_health(text)
        or any(one.search(text) for one in (EFFECT, COMPARISON, PRAISED, _OUTCOME))
        or not words_of(text, NEAR_HEALTH) <= AMONG_PEOPLE | _SAID_OF_PEOPLE
    )


_SAID_OF_PEOPLE = frozenset("different difference moved moving mind".split())
