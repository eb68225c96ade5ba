"""Where clauses begin: what a sentence says beside its main clause, and how the two are joined."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from crpsguide.frozen import frozen
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.statements.verbs import AUXILIARIES, MODALS, is_inflected, is_plural_verb

PRONOUNS = frozenset("i you he she it we they this that these those there one someone nobody everyone both".split())
DETERMINERS = frozenset(
    """a an the my your his her its our their this that these those some any each every no all both either another
    many most few several such much more""".split()
)
_WORD = Pattern(r"[A-Za-zÀ-ÿ]+(?:[’'-][A-Za-zÀ-ÿ]+)*|\d+(?:[.,:]\d+)*%?|[^\w\s]", AS_TYPED)


class Link(Enum):
    """How a side clause hangs on the main clause."""

    NONE = "main"
    REASON = "because"
    RESULT = "so"
    STOP = "colon, semicolon or dash"
    AND = "and, but, or"
    WHICH = "which, who"
    CONCESSION = "although"


@frozen
class Clause:
    """A part of a sentence with a verb of its own, and its link to what goes before."""

    text: str
    link: Link = Link.NONE


def tokens(text: str) -> list[str]:
    """Words, numbers and punctuation marks, as written.

    >>> tokens("Don't stop: it's 2.5 mg.")
    ["Don't", 'stop', ':', "it's", '2.5', 'mg', '.']
    """
    return _WORD.compiled.findall(text.replace("’", "'"))


@lru_cache(maxsize=512)
def has_finite_verb(text: str) -> bool:
    """Whether some word carries a clause: “it helps” does, “better sleep” does not.

    >>> has_finite_verb("Pain that lasts"), has_finite_verb("Stiff joints in the morning")
    (True, False)
    """
    return next(finite_verbs(text), None) is not None


def finite_verbs(text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand that carry a clause, from first to last."""
    found = list(_WORD.compiled.finditer(text.replace("’", "'")))
    words = [one[0].lower() for one in found]
    return (found[at].span() for at in range(len(words)) if _carries(words, at))


def _carries(words: list[str], at: int) -> bool:
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if (
        word in MODALS
        or word in _FINITE_AUXILIARIES
        or (word == "need" and after == "not")
        or ("'" in word and _SHORTENED.search(word) and _bare(word) in PRONOUNS)
    ):
        return True
    if word in AUXILIARIES:
        return False
    if before == "that" and at > 1 and is_inflected(word):
        return True
    if before in {"it", "he", "she", "who", "which"} and word.endswith("s") and len(word) > 2:
        return True
    if word.endswith(("ed",)) or (is_inflected(word) and not word.endswith("s")):
        # “swollen joints”, “a raised arm”, “supported by” are no clauses; “the pain eased”, “pain fell” are.
        return (
            at > 0
            and before not in DETERMINERS
            and before not in PREPOSITIONS
            and before not in {",", "and", "or"}
            and (
                (after in {"", ".", "by"} and after != "by")
                or after in _BEHIND_THE_PAST
                or after.endswith("ly")
                or after in _PREPOSITIONS_BUT_BY
            )
            and is_inflected(word)
        )
    if word.endswith("s") and is_inflected(word):
        # After a noun in the singular, “eases” is a verb; after “side”, “effects” is none.
        return (
            at > 0
            and before not in DETERMINERS
            and before not in PREPOSITIONS
            and before not in {"and", "or"}
            and before.isalpha()
            and word not in _NOUNS_IN_S
            and (
                after in _BEHIND_THE_PRESENT
                or after.endswith("ly")
                or before in _SUBJECTS
                or word not in _EITHER_IN_S
                or (word in _LINKING_IN_S and at > 1 and words[at - 2] in DETERMINERS)
            )
        )
    return before in _MANY and is_plural_verb(word)


# Subjects with which a verb stands as it does in the dictionary.
_MANY = frozenset("i you we they who people patients women men children doctors nurses team staff".split())
_OBJECTS = frozenset("me him us them".split())
_FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being", "'s"}
_ADVERBS = frozenset(
    "not never often sometimes always usually again back up down out off away less more well better worse too".split()
)
PREPOSITIONS = frozenset(
    """about above across after against along amid among around as at before behind below beneath beside besides
    between beyond by despite during for from in inside into like near of on onto out outside over per
    since than through throughout to toward towards under underneath unlike until up upon via with within
    without""".split()
)
_PREPOSITIONS_BUT_BY = PREPOSITIONS - {"by"}
_BEHIND_THE_PAST = DETERMINERS | _ADVERBS | _OBJECTS
_BEHIND_THE_PRESENT = DETERMINERS | PRONOUNS | _ADVERBS | PREPOSITIONS
_SUBJECTS = PRONOUNS | {"who", "which", "that"}
_NOUNS_IN_S = frozenset(
    "effects needs feelings results benefits drugs dreams causes signs symptoms pages links hours visits times".split()
)
_LINKING_IN_S = frozenset("turns feels looks".split())  # “the skin turns blue”
_EITHER_IN_S = frozenset(
    """changes problems risks attacks limits spells breaks walks drinks costs fears worries points steps tests
    trials reports studies aches burns doses cramps falls rises losses hands heads faces places stages uses
    treats works exercises plans treatments supports notes cuts rates values scores turns questions answers
    twists triggers gains harms stops numbers feels looks movements fits flares drops touches records
    promises matters masses names forms stores states pains""".split()
)


_SHORTENED = Pattern(r"'(?:s|re|m|ve|ll|d)$", AS_TYPED)


def _bare(word: str) -> str:
    return word.partition("'")[0]


_FRONT = Pattern(
    r"""^(?:(?:and|but|so|then|also|or)\s+)?(?P<front>(?:if|up\ to|when|whenever|while|before|after|until
        |unless|once|as\ soon\ as|as\ long\ as|should\ you|should\ the|during|in|on|at|of|for|from|with|without|by
        |to|every|each|
    where|wherever|whatever|whichever|however|whether|because|since|as|although|though|even\ if|even\ though
        |given|despite|where\ possible|instead|compared|according|unlike|under|among|over|despite|first|second
        |third|last|next|finally|
    today|tonight|tomorrow|yesterday|now|later|lastly|meanwhile|afterwards|above\ all|at\ first|sometimes
        |(?:please|remember|note|tip)(?=,)|no\ matter)\b[^,;:?!]*?(?:,[^,;:?!]*?\b(?:or
        |and)\b[^,;:?!]*?)??),\s+(?P<main>(?!(?:and|or|but|is|are|was|were|has|can|may|will)\b).+)$""",
    re.I | re.X,
)
_SPLITS: tuple[tuple[Link, Pattern], ...] = (
    (
        Link.STOP,
        Pattern(
            r"(?<!first),\s+(?=(?:it|they)\s+(?:\w+s|can|may|might|will|are)\s)|\s*[:;]\s+|\s+[–—-]+\s+|\s*—\s*|(?<=[.!?])[\"”’)]*\s+(?=[A-Z“\"(])|\s*\((?=[^)]{12,})",
            AS_TYPED,
        ),
    ),
    (
        Link.REASON,
        Pattern(
            r",?\s+(?:because|(?<=,\ )as(?=\s+an?\s+(?:\w+\s+){1,3}(?:can|may|is|will|could|might|has)\b)"
            r"|(?<=,\ )since(?=\s+(?:they|these|those|half|most|many|few|some)\s)"
            r"|(?<=,\ )(?:since|as(?!\s+(?:well|soon|long|far|if|though|shown|needed|you|we|usual"
            r"|before|always|agreed|part|a|an|in|much|many|little)\b)"
            r"|as(?=\s+you\s+(?:will|may|might|can|could)\s+(?:be|feel|get|have|become|lose|fall)\b))(?=\s+.*\b(?:is|are|can|may|will|\w+s)\b)"
            r"|since(?=\s+(?:it|they|this|that|these|the|your|some|many|most|\w+s|\w+ing)\s+(?:\w+\s+){0,4}?(?:is"
            r"|are|can|may|might|will|could|has|have|does|do)\b)"
            r"|(?<!\blong\ )(?<!\bsoon\ )(?<!\bfar\ )as(?!\s+(?:it|they)\s+(?:is|are)(?:[,.;]|$))"
            r"(?=\s+(?:it|they|this|that|these|the\s+\w+|some|many|most|\w+ing(?:\s+\w+){0,3}?)"
            r"\s+(?:is|are|can|may|might|will|could|has|have|does|do|\w+s)\b)|for(?=\s+(?:it|they|this(?=\s+(?:is|was|can|may|might|will|could|has|does|also|often)\b))\s(?!\w+\s+to\s))"
            r"|(?<=,\ )for(?=\s+(?:the|these|those|some|many|most)\s+(?:\w+\s+){1,2}(?:can|may|will|could|is|are|has"
            r"|have|contains?|causes?|makes?|needs?|do|does)\s)"
            r"|(?<=,\ )as(?=\s+(?:the|these|those|your|some|many|most)\s+(?:\w+\s+)?\w+s\s+"
            r"(?!of|and|or|in|on|at|to|for|with|from|by|you|we)\w)"
            r"|(?<=,\ )for(?=\s+(?:[\w-]+\s+){1,3}?(?:loosens?|softens?|slows?|raises?|causes?|keeps?|brings?|tastes?"
            r"|burns?|itch(?:es)?|clouds?"
            r"|eases?|relieves?|reduces?|lowers?|improves?|worsens?"
            r"|prevents?|heals?|calms?|harms?|damages?|protects?)\s)"
            r"|given\ that|seeing\ that|in\ case(?=\s+\w+\s+(?:can|may)\b)"
            r"|otherwise)\s+"
        ),
    ),
    (
        Link.CONCESSION,
        Pattern(
            r",?\s+(?:although|though|even\ though|whereas"
            r"|while(?=\s+(?:it|they|this)\s(?!still\b|lasts?\b|is\s+(?:still|on)\b)))\s+"
        ),
    ),
    (
        Link.RESULT,
        Pattern(
            r",?\s+so(?:\s+that)?\s+(?=(?:it|they|this|the|that|these|you|your|we|our|he|she|there|nobody|no|a|an"
            r"|some|people|others|each|every|\w+s)\s)"
        ),
    ),
    (Link.WHICH, Pattern(r",\s+(?:which|who|whose|where|when(?=\s+(?:it|they|the|\w+)\s+(?:is|are|\w+s)\b))\s+")),
    (
        Link.AND,
        Pattern(
            r",\s+nor\s+(?=(?:does|do|did|is|are|was|were|can|could|will|would|has|have)\s)|,?\s+and\s+(?=neither\s)|,\s+(?:and|or)\s+(?=(?:the|your)\s)|,\s+(?:and|but)\s+(?=(?:we|i)\s|(?:(?:about|around|nearly|almost|over)\s+)?(?:one|two|\d+)\s+(?:in|out\s+of)\s+\w+\s+\w+)|,\s+(?:but|yet)\s+(?=(?:at|in|with|on|for|after|among|none|so\s+far|only|there)\s[^,;]*?\b(?:is|are|was|were|has|have|can|may|will|exists?)\b)|,?\s+(?:and|but|or|yet)\s+(?=(?:then\s+)?(?!(?:what|who|how|which|where|when|why|whether|if|that"
            r"|say|ask|do|so|can|cannot|could|may|might|should|must|(?:did|does|do) not)\b)"
            r"(?:(?:the|a|an|your|our|my|their|its|this|that|these|those|some"
            r"|many|most|no|each|every|any)\s+(?:[\w'-]+\s+){1,4}?|(?:it|you|we|they|this|that|these|there|nobody|i|he|she|people"
            r"|patients|[A-Z]{2,}\w*)\s+(?:[\w-]+ly\s+|also\s+|never\s+|often\s+)?|(?:\w+\s+){1,2}?)(?:is|are|was"
            r"|were|can|may|might|will|would|could|should|must|has|have|had|does|do|did|cannot|won't|isn't|don't"
            r"|doesn't|aren't)\b"
            r"|(?:it|this|that)\s+(?:also\s+|often\s+)?(?!is|has|was|does)[a-z]+s\s"
            r"|(?!(?:what|who|how|which|where|when|why|whether|if|that)\b)(?:[\w-]+\s+){1,3}?(?:eases|relieves|reduces"
            r"|lowers|improves|worsens|prevents|cures|heals|calms|helps|harms|damages|protects)\s)"
        ),
    ),
)
_THAT_HEADS = (
    r"(?:remember|know\s+(?:from|by|through)\s+\w+(?:\s+\w+){0,2}|know|note|mind|aware|understand|accept|believe|trust|realise|realize|sure|assured"
    r"|tell\s+\w+(?:\s+\w+)?|explain(?:\s+to\s+(?:your\s+)?\w+)?|forget|see|say|said|says|show|shows"
    r"|showed|shown|found|find|think|thinks|thought|hope|doubt|fact|learn|learned|confident|convinced"
    r"|hear|heard|means?|imagine|proud|glad|agree|feel|promise|claim|claims)"
)
_THAT = Pattern(rf"\b{_THAT_HEADS}\s+that\s+")


def fronted(text: str) -> tuple[str, str]:
    """A part set before the main clause, and the main clause: “If it hurts”, “ask your nurse”.

    The first is empty when nothing is set before.
    """
    found = _FRONT.match(text)
    if not found:
        return "", text
    if has_finite_verb(_RELATIVE.sub("", found["front"])) and not _SUBORDINATES.match(found["front"]):
        return "", text
    return found["front"], found["main"]


# “For those who live alone” and “at the doses we use” have no clause but that which tells whom or what is meant.
_RELATIVE = Pattern(r"\s(?:who|that|which)\s.*$|(?<=\w)\s(?:we|you|they)\s\w+(?:\s\w+)?$")
_SUBORDINATES = Pattern(
    r"(?:if|should|when|whenever|while|before|after|until|unless|once|as|where|wherever|whatever"
    r"|whichever|however|whether|because|"
    r"since|although|though|even|given|no matter|every time|each time|the moment|in case)\b"
)


@lru_cache(maxsize=512)  # many tests ask about a sentence, one after the other
def clauses(text: str) -> tuple[Clause, ...]:
    """The main clause first, then what is joined to it, in order.

    >>> [one.text for one in clauses("Do not stop at once, because it can cause fits.")]
    ['Do not stop at once', 'it can cause fits.']
    """
    cuts = sorted(
        ((found.start(), found.end(), link) for link, pattern in _SPLITS for found in pattern.compiled.finditer(text)),
        key=lambda cut: cut[0],
    )
    parts: list[Clause] = []
    start, link = 0, Link.NONE
    for begin, end, joined in cuts:
        if begin < start or (joined is Link.AND and _joins_nouns(text[start:begin], text[end:])):
            continue
        if text[start:begin].strip():
            parts.append(Clause(text[start:begin].strip(), link))
        start, link = end, joined
    if text[start:].strip(" .)"):
        parts.append(Clause(text[start:].strip(), link))
    return tuple(parts) or (Clause(text),)


def _joins_nouns(before: str, after: str) -> bool:
    """Whether “and” stands between two subjects of one verb: “A sandwich and a drink are free”."""
    if _ONE_WORD.fullmatch(before) and _ONE_WORD_MAY.match(after):
        return True
    return bool(_NOUN_IN_QUESTION.search(before)) or (bool(_NOUN.fullmatch(before)) and not has_finite_verb(before))


_ONE_WORD = Pattern(r"[A-Z]\w+", AS_TYPED)
_ONE_WORD_MAY = Pattern(r"(?!(?:you|it|they|we|he|she|this|that|i)\b)\w+\s(?:can|may|might|will|are|could)\b")
_NOUN = Pattern(
    r"(?:an?|the|our|your)\s(?:[\w-]+\s)?[\w-]+|[\w-]+s"
    r"|(?:an?|the|our|your|this)\s(?:[\w-]+\s)?[\w-]+\s(?:on|about|of|for|with)\s(?:[\w-]+\s){0,2}[\w-]+"
)
# “Ask if needles” and “pads can stay off” is one question.
_NOUN_IN_QUESTION = Pattern(
    r"\b(?:ask|check|find out|see|say|know)\s+(?:if|whether|when|where)\s+(?:the\s+|your\s+)?\w+$"
)


def said_after_that(text: str) -> str:
    """What follows “remember that”, “be aware that”, “tell your family that”; empty when nothing does."""
    found = _THAT.search(text)
    return text[found.end() :] if found else ""
