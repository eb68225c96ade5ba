"""Parts of a sentence that can be told by its words alone: an order to act, a passive, numbers in letters."""

import re

# Verbs with which a step begins, as a reader would be told to act.
_ACTIONS = frozenset(
    """accept act add agree aim allow apply arrange ask avoid balance be bear begin bend book breathe bring build buy
    calculate call carry change charge check choose clean close collect come compare complete confirm connect consider
    contact continue cook cool copy count cover cross cut date decide delay describe dial discuss divide do download
    draw dress dry eat elevate email empty end enjoy ensure enter examine exercise expect explain explore face feel
    file fill find finish fit fix focus fold follow get give go group grow guard have hear help hold honour imagine
    increase inform insist invite join keep know lay lead learn leave let lie lift limit line list listen loosen look
    lower make manage mark match measure meet mention mind mix move name note notice number observe offer open order
    pace pack park pause pay phone photograph pick place plan play point practise practice prepare press print protect
    pull push put raise rate read record reduce refuse relax remember remind remove repeat replace report request
    research rest return review ring roll rub run save say schedule scratch search see seek send set share shift show
    sign sit skip sleep slow soak soothe sort speak split spread stand start stay stick stop store stretch swap switch
    take talk teach tell tense test text think throw tick time touch track train travel treat try turn type understand
    update use visit wait wake walk warm wash watch wear weigh welcome work wrap write""".split()
)
_BEFORE_AN_ACTION = frozenset(
    "always also first firstly next now please simply slowly gently then instead just".split()
)
_NOT = re.compile(r"(?:do not|don['’]t|never|do n['’]t|try not to|try to)\s+", re.IGNORECASE)
# What may stand before the order: when, where or if it holds.
_CLAUSE = re.compile(
    r"(?:if|when|whenever|where|before|after|once|until|while|each|every|at|in|on|during|for|from|with|to|as soon as)"
    r"\b[^.!?:;]*?[,:]\s+",
    re.IGNORECASE,
)

_BE = r"(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|get|gets|got|getting)"
_ADVERB = r"not|also|never|often|always|still|only|now|then|just|[a-z]+ly"
_BETWEEN = rf"(?:\s+(?:{_ADVERB}|it|they|you|we|he|she|this|that))*"
_IRREGULAR = (
    "begun bent bitten blown born borne bought bound broken brought built burnt caught chosen cut dealt done drawn "
    "driven eaten fed felt fought found forgotten forbidden frozen given ground grown heard held hidden hit hurt kept "
    "known laid led left lent let lit lost made meant met mistaken overseen paid proven put read ridden run said seen "
    "sent set sewn shaken shot shown shut sold sought spent split spoken spread stolen stuck struck sung sworn swept "
    "taken taught thought thrown told torn understood upheld withdrawn won worn woken written"
)
_PARTICIPLE = rf"(?P<participle>[a-z]+ed|{'|'.join(_IRREGULAR.split())})"
_PASSIVE = re.compile(rf"\b{_BE}{_BETWEEN}\s+{_PARTICIPLE}\b", re.IGNORECASE)
# Words in -ed, and participles, that tell how someone or something is, not what was done to it.
_STATES = frozenset(
    """advanced afraid aged allowed ashamed bed bored broken closed complicated concerned confused crowded
    damaged depressed detached determined disabled disappointed embarrassed excited exhausted experienced feed
    frightened hundred hurt indeed infected interested involved known left limited lost married meant mixed
    naked need needed numbed pleased pregnant prepared put qualified red related relaxed satisfied scared set
    settled sacred shocked skilled speed stressed stuck supposed surprised swollen tired unused upset used
    wicked worried wounded tied armed opposed based""".split()
)

_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
)
# Not at the start of a sentence, not in a compound (two-thirds), not “one or two”, “the two of you”.
_NUMBER_WORD = re.compile(
    rf"(?<!\bor )(?<!\band )(?<!\ba )(?<!\bthe )(?<![-\w])(?:{'|'.join(_NUMBER_WORDS.split())})"
    r"(?![-\w])(?! (?:or|sides? of|of (?:you|us|them)|thirds?|quarters|hundred|thousand|million)\b)",
    re.IGNORECASE,
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
    found = (match["participle"].casefold() for match in _PASSIVE.finditer(sentence))
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
    word = re.match(r"[A-Za-z]+(?![A-Za-z'’-])", text)
    return bool(word) and word[0].casefold() in _ACTIONS if word else False
