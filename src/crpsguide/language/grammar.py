"""Parts of a sentence that can be told by its words alone: an order to act, a passive, numbers in letters."""

import re

from crpsguide.language.patterns import Pattern

# Verbs with which a step begins, as a reader would be told to act.
_ACTIONS = frozenset(
    """accept act adapt add address adjust agree aim allow alternate answer apply arrange ask attach attend avoid
    balance bath bathe be bear beat begin bend book breathe bring brush budget build button buy calculate call
    calm carry catch change charge chat check cheer chew choose circle clean clear climb close collect colour combine
    come comfort commit compare complete confirm connect consider contact continue cook cool copy cough count
    cover create cross cuddle curl cut dangle date decide delay describe dial dip disagree discuss distract
    divide do download drag draw dress drink drive drop dry earn ease eat elevate email empty encourage end
    enjoy ensure enter establish estimate examine exercise expect experiment explain explore express extend face
    feel fetch fight figure file fill film find finish fit fix flex focus fold follow forgive gather get give
    glance glide go grip group grow guard halve hand hang have hear heat help highlight hire hold honour hug hum hurry
    identify ignore imagine include increase inform insert insist inspect interrupt invite iron jog join jot
    judge juggle keep kneel know label laminate laugh lay lead lean learn leave lend let lie lift limit line list
    listen locate lock log look loosen lower make manage mark massage match measure meditate meet memorise mend
    mention message mime mind mix modify monitor move name negotiate nod note notice nudge number object observe
    offer oil open order outline pace pack paint park pass pat pause pay peel pet phone photograph pick pin
    place plan play plug point polish pop pour practice practise praise prepare press preview print prop protect
    prove provide pull punch push put question quit raise rate reach read reassure recall recognise recommend
    record recycle reduce refer refill refuse register relate relax rely remember remind remove rent repeat
    rephrase replace reply report request reschedule research reserve resist rest restart retry return reuse
    reverse review revisit reward ring rinse rock roll rotate rub run save say schedule scratch seal search see
    seek select send separate set settle shake share shield shift shorten show shower sign silence simplify sing
    sip sit sketch skip sleep slide slow smell smile smooth snack soak solve soothe sort space speak spend split
    spot spray spread squeeze stack stand start state stay steady step stick stop store straighten strap stretch
    stroke study submit subtract suck suggest supervise support surround suspend swap sway swim switch take talk
    tap taste teach tell tense test text thank think throw tick tidy tie time tip touch trace track trade train
    transfer travel treat trim trust try tuck turn twist type underline understand unpack unplug update urge use value
    vary verify view visit volunteer vote wait wake walk warm warn wash watch wave wear weave weigh welcome
    whisper widen wiggle wind wipe wish smear unfasten wonder work worry wrap write yawn zip""".split()
)
_ALSO_QUALITIES = frozenset("clean clear complete cool dry light open slow steady warm".split())
_AFTER_A_THING = frozenset("is are was were can may will has should could alone means takes helps".split())
_BEFORE_AN_ACTION = frozenset(
    "always also first firstly next now please simply slowly gently then instead just".split()
)
_NOT = Pattern(r"(?:do not|don['’]t|never|do n['’]t|try not to|try to)\s+")
# What may stand before the order: when, where or if it holds.
_CLAUSE = Pattern(
    r"(?:if|when(?:ever)?|where(?:ver)?|before|after|once|until|while|each|every|at|in|on|for|with|to|as soon as)"
    r"\b[^.!?:;]*?[,:]\s+"
)

_BE = r"(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|get|gets|got|getting)"
_ADVERB = r"not|also|first|never|often|always|still|only|now|then|just|[a-z]+ly"
_BETWEEN = rf"(?:\s+(?:{_ADVERB}|it|they|you|we|he|she|this|that))*"
_IRREGULAR = (
    "begun bent bitten blown born borne bought bound broken brought built burnt caught chosen cut dealt done drawn "
    "driven eaten fed felt fought found forgotten forbidden frozen given ground grown heard held hidden hit hurt kept "
    "known laid led left lent let lit lost made meant met mistaken overseen paid proven put read ridden run said seen "
    "sent set sewn shaken shot shown shut sold sought spent split spoken spread stolen stuck struck sung sworn swept "
    "taken taught thought thrown told torn understood upheld withdrawn won worn woken written"
)
_PARTICIPLE = rf"(?P<participle>[a-z]+ed|{'|'.join(_IRREGULAR.split())})"
_PASSIVE = Pattern(rf"\b{_BE}{_BETWEEN}\s+{_PARTICIPLE}\b")
_ASKED = Pattern(rf"^(?:is|are|was|were)\s+(?:the|your|my|any|all|these)\s+\w+\s+{_PARTICIPLE}\b")
# Words in -ed, and participles, that tell how someone or something is, not what was done to it.
_STATES = frozenset(
    """advanced afraid aged allowed ashamed bed bored broken closed complicated concerned confused crowded
    damaged depressed detached determined disabled disappointed embarrassed excited exhausted experienced feed
    frightened hundred hurt indeed infected interested involved known left limited lost married meant mixed
    naked need needed numbed pleased pregnant prepared qualified red related relaxed satisfied scared set
    settled sacred shocked skilled speed stressed stuck supposed surprised swollen tired unused upset used
    wicked worried wounded tied armed opposed based""".split()
)

NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand""".split()
)
# Not at the start of a sentence, not in a compound (two-thirds), not “one or two”, “the two of you”.
_NUMBER_WORD = Pattern(
    rf"(?<!\bor )(?<!\band )(?<!\ba )(?<!\bthe )(?<![-\w])(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
    r"(?![-\w])(?! (?:or|sides? of|of (?:you|us|them)|thirds?|quarters|hundred|thousand|million)\b)",
    needs=" ".join(sorted(NUMBER_WORDS)),
)


def begins_with_action(text: str) -> bool:
    """Whether a sentence tells the reader to do something, after an “if” or “when” at most.

    >>> [begins_with_action(text) for text in ("Write it down.", "If it hurts, rest.", "Your diary helps.")]
    [True, True, False]
    """
    rest = _without_lead(text.lstrip("“”\"'‘*([ "))
    clause = _CLAUSE.match(rest)
    if clause and not _acts(rest):
        rest = _without_lead(rest[clause.end() :])
    return _acts(rest)


def passive_verbs(sentence: str) -> list[str]:
    """The participles of the passives in a sentence: in “It was given slowly”, “given”."""
    matches = (*_PASSIVE.finditer(sentence), *_ASKED.finditer(sentence))
    found = (match["participle"].casefold() for match in matches)
    return [participle for participle in found if participle not in _STATES]


def number_words(sentence: str) -> list[tuple[int, int]]:
    """Where numbers are written in letters that figures would tell faster; not at the start, and never “one”.

    >>> [text for start, end in number_words("Wait for two weeks.") for text in ["Wait for two weeks."[start:end]]]
    ['two']
    """
    return [match.span() for match in _NUMBER_WORD.finditer(sentence) if sentence[: match.start()].strip("“”\"'( ")]


def _without_lead(text: str) -> str:
    words = text.split(maxsplit=1)
    while len(words) == 2 and words[0].casefold().strip(",") in _BEFORE_AN_ACTION:
        text = words[1]
        words = text.split(maxsplit=1)
    return text


def _acts(text: str) -> bool:
    denied = _NOT.match(text)
    if denied:
        return True
    word = re.match(r"([A-Za-z]+)(?![A-Za-z'’-])(?:\s+([a-z]+))?", text)
    if word is None or word[1].casefold() not in _ACTIONS:
        return False
    second = word[2] or ""
    # “Slow breathing can help”: the first word tells what kind of breathing. “Rest is good”: it is a thing.
    return not (word[1].casefold() in _ALSO_QUALITIES and second.endswith("ing")) and second not in _AFTER_A_THING
