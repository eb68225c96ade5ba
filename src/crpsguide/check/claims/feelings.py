"""Kind words known by how they are built: feelings likened, judged or shared; never what the body does."""

from crpsguide.check.claims.verdicts import CLAIM, Reason, Setting, Verdict
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import clauses, has_finite_verb
from crpsguide.language.statements.matter import AMOUNT, EFFECT


def tells_a_feeling(text: str, setting: Setting) -> Verdict:
    """Likenesses and judgements of what people live through; any clause beside them is judged by itself."""
    if text.endswith("?"):
        return None
    time = _SOME_DAYS.match(text)
    first, *beside = clauses(text[time.end() :] if time else text)
    head = first.text.rstrip(".!")
    if AMOUNT.search(head) or setting.own_words.names_a_medicine(_WORD_FOR_IT.sub("", head)):
        return None
    if not (
        _is_likened(head, setting, at_times=bool(time))
        or _is_judged(head)
        or _WISHED.match(head)
        or _TURNED_OVER.match(head)
        or _is_of_the_mind(head, setting)
    ):
        return None
    return Reason.EMPATHY if all(_is_kind_too(one.text, setting) for one in beside) else CLAIM


def _is_kind_too(clause: str, setting: Setting) -> bool:
    return not has_finite_verb(clause) or setting.lets_pass(clause[:1].upper() + clause[1:])


_SOME_DAYS = Pattern(
    r"^(?:and\s+)?(?:(?:on|at|in)\s+)?(?:some|many|bad|certain|hard|dark)\s+(?:days?|mornings?|evenings?|nights?|weeks?|times?|moments?),?\s+(?!(?:are|is|can|may|will|feel|seem)\b)"
)
_WORD_FOR_IT = Pattern(r"\b(?:word|name|idea|thought|mention|sound)s?\s+(?:of\s+)?[\"“]?[\w-]+[\"”]?")


# Likened

# What is lived through, said or waited for, and the reader.
_LIVED = Pattern(
    r"^(?:(?:and|but|so)\s+)?(?:(?:it|this|that|you|we|all\s+(?:of\s+)?this|everything)\b"
    r"|(?:(?:the|an?|your|such|this|that|each|every|each\s+new|another|long|new)\s+)*(?:[\w-]+\s+)?(?:life|days?|nights?|weeks?|months?|years?|mornings?|evenings?|hours?|future|world"
    r"|road|way|path|journey|time|past|waiting\s+(?:list|room)|words?|names?|news|letters?|sentences?|phrases?|ideas?|thoughts?|lists?|looks?|questions?|answers?|forms?|pages?"
    r"|numbers?|reports?|stor(?:y|ies)|silence|advice|diagnosis|appointments?|visits?|goodbyes?|hope|grief|anger|fear|sadness|joy|guilt|shame|worr(?:y|ies)|loneliness|house|home)\b"
    r"|(?!(?:tingling|burning|swelling|moving|bending|touching|numbing|feeling|breathing|sleeping|sweating)\b)[a-z]+ing\b)"
)
_LIKENED = Pattern(
    r"^(?P<who>.+?)\s(?:(?:can|may|might|must|could|will|often|sometimes|still|even|just|also)\s)*(?:feels?|seems?|looks?|lands?|hits?|sounds?|weighs?|be|is)\s"
    r"(?:(?:a\s(?:bit|little|lot)|so\smuch)\s)?(?:like|as\s(?:if|though))\s(?P<likened>.+)$"
)
_SEEMS = Pattern(
    r"^(?P<who>.+?)\s(?:(?:can|may|might|must|could|will|often|sometimes|still|even|just|also)\s)*(?:sounds?|looks?|seems?|feels?)\s(?:(?:so|very|quite|rather|too|a\sbit"
    r"|a\slittle|all|most|as)\s)*(?:frighten|scar|daunt|endless|long|hopeless|far|cruel|harsh|overwhelm|unfair|lonel|impossible|small|bleak|dark|gr[ea]y|empty|hard\b|heav"
    r"|threat|alarm|sill|strange|unreal|pointless|hollow|cold\b|much\b|steep|narrow|brutal|final|confus|worr|terrif|unkind|slow)\w*\b(?P<likened>.*)$"
)
_SENSED = Pattern(
    r"\b(?:burn\w*|hot|heat|cold|ic[ey]|ice|fire|flames?|electric\w*|shocks?|needles?|pins|stab\w*|knife|knives|glass|coals|marbles|sand\w*|wool|nettles|ants|sunburn"
    r"|frostbite|toothache|bruise\w*|float\w*|fly(?:ing)?|drunk\w*|sick|vomit\w*|faint\w*|dizz\w*|sleep\w*|swollen|twice\s+(?:its|the|their)|belong\w*\s+to|spin\w*|numb\w*"
    r"|crush\w*|squeez\w*|outside\s+your|out\s+of\s+your|itch\w*|sweat\w*|drows\w*|shiver\w*|trembl\w*)\b"
)
# Health named beside what is spoken of: “life with a painful foot”, “the list of side effects”.
_OF_IT = Pattern(r"\s(?:with|in|of|for|about|after|before|on|from|without|who|that)\s.*$")


def _is_likened(head: str, setting: Setting, *, at_times: bool) -> bool:
    """Whether something lived through is likened or seems so: “It can feel like shouting into the wind”."""
    found = _LIKENED.match(head) or _SEEMS.match(head)
    if not found:
        return False
    who = _OF_IT.sub("", _WORD_FOR_IT.sub("word", found["who"]))
    likened = found["likened"]
    return (
        bool(_LIVED.match(who) or at_times)
        and not setting.names_health(who)
        and not setting.names_health(likened)
        and not _SENSED.search(likened)
        and not EFFECT.search(likened)
    )


# Judged

# What people do with others, with words and in their hearts.
_HEARTFELT = (
    r"(?:lov|car|watch|wait|hop|miss|griev|explain|ask|tell|fight|liv|cop|trust|believ|decid|read|talk|speak|say|listen|admit|accept|forgiv|remember|plan|dream|start|see|hear|let|giv"
    r"|los|carry|look|turn|open|face|go|sit|try|choo|cancel|be|have|get|know|wish|want|find|keep|hold|leav|stay|stand|mourn|worry|smil|pretend|cry|laugh|depend|rely|need|write|writ|argu"
    r"|prov|meet|think|rest|stop|change|chang|share|shar|tak)"
)
_BURDEN = (
    r"(?:(?:so|very|really|never|not|just|also|among|one\s+of|the|an?|of|both|more|most|deeply|simply|always|often|too|such)\s+)*(?:hard|harder|hardest|difficult|tough|toughest|heavy"
    r"|exhausting|tiring|draining|lonely|loneliest|lonesome|brave|bravest|cruel|unfair|sad|saddest|scary|scariest|frightening|daunting|confusing|upsetting|maddening|infuriating|heartbreaking"
    r"|painful|bitter|human|easy|kind|wise|strange|awkward|embarrassing|humiliating|wearing|wearying|frustrating|unbearable|unkind|miserable|deafening|tempting|a\s+lot"
    r"|(?:blow|loss|wound|burden|shock|relief|comfort|weight|load|nightmare|struggle|battle|gift|victory|kindness)s?|no\s+(?:fun|joy|picnic|party|holiday|pleasure|joke)|worth\s+(?:more|as\s+much))"
)
_DEED = (
    rf"(?:(?:just|even|only|simply|always|often|constantly)\s+)?(?:not\s+)?(?:to\s+(?:be\s+\w+|{_HEARTFELT}\w*)\b|{_HEARTFELT}\w{{0,2}}ing\b"
    r"|being\s+(?!(?:given|treated|touched|warm|cold|massaged|overweight|young|old|female|male)\b)\w+)"
)
_DEED_JUDGED = Pattern(
    rf"^(?:(?:and|but|so)\s+)?(?:{_DEED}.*?|(?:an?|the|your|this|that|every|each)\s(?:[\w-]+\s)?(?:diagnosis|day|night|morning|word|hug|smile|look|letter|voice|question|silence|visit|goodbye|wait|remark|apology)s?\b[^,;:]*?)\s"
    rf"(?:(?:is|are|was|can\s+be|may\s+be|must\s+be|feels?|can\s+feel|must\s+feel)\s+{_BURDEN}\b|hurts\b|can\s+hurt\b|(?:can\s+|may\s+)?breaks?\s+(?:your|my|our|the)\s+heart\b|wears?\s+(?:you|one)\s+(?:out|down)\b)"
    r"(?P<rest>.*)$"
)
_TO_DO_IT = Pattern(
    r"^(?:(?:and|but|so|yes)\s+)?it\s+(?:(?:is|was|can\s+be|may\s+be|must\s+be|feels?|must\s+feel)\s+(?:(?:so|very|really|never|not|just|also|quite)\s+)*(?P<judged>(?:an?\s+|no\s+)?[\w-]+)|hurts|(?:can\s+)?hurt|breaks\s+\w+\s+heart|takes\s+\w+)\s+"
    rf"(?:for\s+\w+\s+)?(?:(?:simply|just|even|only|always)\s+)?(?:not\s+)?to\s+{_HEARTFELT}\w*\b(?P<rest>.*)$"
)
_JUDGED = Pattern(rf"{_BURDEN}\b")
_NOTHING_FOOLISH = Pattern(
    r"^(?:nothing|none\s+of\s+what|no\s+\w+)\s+(?:that\s+)?you\s+(?:may\s+|might\s+|can\s+|could\s+|ever\s+)?\w+\b.*\s(?:is|are|was|will\s+be|can\s+be)\s+(?:too\s+)?(?:stupid|silly|foolish|wrong|shameful|weak|small|odd"
    r"|strange|trivial|ridiculous|selfish)$|^that\s.+\s(?:is|was)\s+(?:no\s+fault\s+of\s+yours|not\s+your\s+fault|not\s+a\s+failing\s+of\s+yours)$"
)


def _is_judged(head: str) -> bool:
    """Whether a deed or a time is called hard, brave or unfair: “Loving someone who is in pain is hard”."""
    if _NOTHING_FOOLISH.match(head):
        return True
    if (todo := _TO_DO_IT.match(head)) and (todo["judged"] and not _JUDGED.match(todo["judged"])):
        return False
    deed = _DEED_JUDGED.match(head) or todo
    return deed is not None and not EFFECT.search(deed["rest"])


# Shared

# What is wished, and how others seem to a reader, is not told as true.
_WISHED = Pattern(
    r"^(?:and\s+|but\s+)?(?:how\s+)?(?:we|i)\s+(?:all\s+|so\s+|do\s+|only\s+|dearly\s+)*(?:wish|wished|long\s+to)\b"
)
# “The day you heard it may have turned everything upside down”, “at night an hour is as long as a week”
_TURNED_OVER = Pattern(
    r"^(?:in\s[\w\s]{2,30},\s)?(?:the|that|this|an?|your|one)\s(?:[\w-]+\s)?(?:day|night|morning|moment|hour|minute|week|year|news|word|letter|call|phone\s+call|visit)\b[^,;:]*?\s(?:(?:(?:may|might|can|could|must)\s(?:well\s)?)?"
    r"(?:have\s|has\s)?(?:turn(?:s|ed)?|changed?|changes|shook|shaken|took|taken)\s(?:everything|all|your\s(?:whole\s)?(?:world|life)|the\s(?:ground|floor))\b|(?:is|feels|seems|can\s(?:be|feel))\sas\slong\sas\s(?:an?|the)\s\w+$)"
)
_INNER = (
    r"(?:patience|trust|hopes?|courage|faith|feelings?|thoughts?|wishes|dreams|pride|temper|confidence|heart|tears|anger|grief"
    r"|sadness|worr(?:y|ies)|fears?|doubts?|nerves|strength|spirits?|mind)"
)
_OF_THE_MIND = Pattern(
    rf"^(?:(?:and|but)\s+)?your\s+{_INNER}\s+(?:(?:may|might|must|can|could|will)\s+)?(?:(?:well|also|sometimes|often|already|still)\s+)*(?:(?:be|is|are|feel|feels|have|has|been|allowed\s+to)\s+)*"
    r"(?:frayed|worn|thin|short|raw|on\s+edge|at\s+an?\s+end|at\s+(?:its|their)\s+limit|running|run|gone|low|tested|tried|shaken|broken|sinks?|sink|breaks?|stretched|allowed|full|heavy|sore|lost|used\s+up|dwindl\w+|elsewhere)\b(?P<rest>.*)$"
)


def _is_of_the_mind(head: str, setting: Setting) -> bool:
    """Whether patience, hope or nerves are said to be worn: a figure of speech, nothing of the body."""
    found = _OF_THE_MIND.match(head)
    return found is not None and not setting.names_health(found["rest"])
