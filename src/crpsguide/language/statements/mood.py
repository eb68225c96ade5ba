"""The mood of a sentence: whether it asks, orders, names or states."""

from enum import Enum
from functools import lru_cache
from itertools import takewhile

from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import DETERMINERS, PREPOSITIONS, has_finite_verb, tokens
from crpsguide.language.statements.granted import takes_for_granted
from crpsguide.language.statements.matter import HEALTH
from crpsguide.language.statements.verbs import AUXILIARIES, BASES, DOUBLE, MODALS, is_inflected, is_plural_verb


class Mood(Enum):
    """What a sentence does by its form."""

    QUESTION = "asks"
    LOADED_QUESTION = "asks and takes a fact for granted"
    ORDER = "tells somebody to do something"
    FRAGMENT = "names something without a verb"
    STATEMENT = "states"


@lru_cache(maxsize=512)  # many tests ask about a sentence, one after the other
def mood(text: str) -> Mood:
    """The mood of a sentence or main clause.

    >>> [mood(text).name for text in ("Ask your nurse.", "Rest weakens the bones.", "Better sleep")]
    ['ORDER', 'STATEMENT', 'FRAGMENT']
    """
    if text.rstrip("\"'”’) ").endswith("?"):
        return Mood.LOADED_QUESTION if takes_for_granted(text) else Mood.QUESTION
    if is_order(text):
        return Mood.ORDER
    if len(text.split()) <= 2 and text[-1:].isalnum():
        return Mood.FRAGMENT
    if _WHAT_YOU_NEED.match(text):
        return Mood.FRAGMENT
    named = _ONLY_WHO.match(text)
    if named and not has_finite_verb(named["head"]) and not has_finite_verb(named["rest"]):
        return Mood.FRAGMENT
    words = [one.lower() for one in tokens(text)]
    if words and words[0] in DOUBLE and _has_own_verb(words):
        return Mood.STATEMENT
    return Mood.STATEMENT if has_finite_verb(text) or _plural_statement(text) else Mood.FRAGMENT


# A name and what it is like: “a therapist who knows CRPS”.
_ONLY_WHO = Pattern(
    r"^(?P<head>(?:a|an|the|any|some|your|no|\d+)\s[^,]*?|someone|somebody|anyone)\s(?:who|that|which)\s(?:\w+ly\s)?\w+(?P<rest>\b.*)$"
)


# “Phone numbers that you need”.
_WHAT_YOU_NEED = Pattern(r"^[\w-]+(?:\s[\w-]+){0,3}?\s(?:that|which)\s(?:you|we)\s\w+$")

# Orders

_BEFORE_ORDER = Pattern(
    r"^(?:(?:please|always|never|just|simply|gently|slowly|carefully|kindly|first|firstly|then|else|otherwise|next|now"
    r"|also|so|and|but|or|instead|"
    r"perhaps|maybe|elsewhere|afterwards|meanwhile|tonight|"
    r"still|only|again|lastly|finally|at least|above all|[a-z]+ly|tip|step \d+"
    r"|important|yes|no|\d+)\b[\s,.:!]*)+"
)
_NEGATED = Pattern(r"^(?:do not|don't|try to|try not to|please|let's|let us|never|not to)\s+")
_NOT_AN_ORDER = PREPOSITIONS | frozenset(
    """all both half such what quite many most few some any each every either neither more less several enough
    another not even while when if although though because unless once whether where who which why how whose i
    you he she it we they this that two three four five six seven eight nine ten twelve twenty dozens hundreds
    thousands these those there here nobody everyone someone everybody anything nothing something everything and
    but or so yet nor only also too very just almost nearly perhaps maybe then now today often sometimes usually
    never always again still already ever once twice thrice yes no none one ours mine yours cannot far long soon
    early late much else otherwise past""".split()
)
_AFTER_ORDER = frozenset(
    """a an the my your his her its our their any each every it them us me him yourself
    yourselves up down out off away back ahead whether if""".split()
)


@lru_cache(maxsize=512)
def is_order(text: str) -> bool:
    """Whether a clause is in the imperative.

    A known verb opens it, or an unknown word with an object behind it (“Unclip the strap”); a noun
    that is its own verb counts unless a verb follows whose subject it is (“Rest weakens the bones”).
    """
    body = text.strip(" \"“'‘(")
    cut = _BEFORE_ORDER.sub("", body)
    negated = _NEGATED.sub("", cut)
    words = [one.lower() for one in tokens(negated)]
    if not words or not words[0][0].isalpha():
        return False
    first, second = words[0], words[1] if len(words) > 1 else ""
    if _is_a_subject(words):
        return False
    if negated != cut:
        return True
    if first in {"be", "do"}:
        return second not in {"you"}
    if first == "have":
        return second not in {"you", "we", "they", "been"}
    if first in _HELPERS:
        return False
    if second in _BEHIND_A_SUBJECT and first in DOUBLE:
        return False
    if second == "," and first not in BASES:
        return _lists_orders(words)
    if first in DOUBLE and first not in BASES:
        return not _has_own_verb(words)
    if first in BASES:
        return not (first in DOUBLE and _has_own_verb(words))
    return (
        second in _AFTER_ORDER
        and first not in _NOT_AN_ORDER
        and first not in DETERMINERS
        and not HEALTH.fullmatch(first)
        and not first.endswith(("ing", "ed", "ly", "ss", "ion", "ness", "ity", "ment", "ism"))
        and not (first.endswith("s") and not first.endswith("ss"))
        and not _has_own_verb(words[:1] + words[2:] if second in {"up", "down", "out", "off"} else words[:1])
    )


def _is_a_subject(words: list[str]) -> bool:
    """Whether the opening words are a noun: “close to half”, “fear of falling”, “warm baths soften the hand”."""
    if words[0] in {"hand", "head", "face", "eye"} and words[1:2] and HEALTH.fullmatch(words[1]):
        return True  # “hand therapy”
    if words[0] in _QUALITIES and words[1:2] and words[1] not in _NO_NOUN:
        if "".join(words[2:3]) in {"", ",", "and", "or"} and words[1][-1] not in "sy":
            return True  # “dry mouth”
        clause = [*takewhile(lambda word: word not in _ENDS_A_SUBJECT, words[2:8])]
        if not _IS_OR_MAY_BE.isdisjoint(clause):
            return True  # “complete freedom from pain is”
        if len(words) > 2 and words[2][-1] == "s" and is_inflected(words[2]) and words[2] not in _NO_NOUN:
            return True  # “warm water beats”
    if words[0] in DOUBLE and _opens_a_row(words):
        return True  # “touch, noise and light can”
    if words[:2] == ["close", "to"] or (words[0] in _BARE_VERBS and words[1:2] and words[1] in _BECOMES):
        return True
    if words[0] in _MOSTLY_NOUNS and (_takes_an_object(words[1:3]) or _names_makers(words[1:4])):
        return True  # “exercise floods the joints”, “stress hormones make vessels tighten”
    if words[0] in DOUBLE and words[1:2] == ["of"]:
        return words[0] not in _OF_SOMETHING
    if words[0] in _SOMEBODY_DOES:
        return False
    for at in range(1, min(len(words) - 2, 4)):
        if not words[at].isalpha() or words[at] in _BEFORE_A_NOUN:
            return False
        if _is_plural(words[at]) and words[at + 1] in _STATES and words[at + 2] in _ACTED_ON:
            return True
    return False


def _opens_a_row(words: list[str]) -> bool:
    """Whether names in a row come before a verb: “touch, noise and light can”, “stress management and rest help to”."""
    row = [*takewhile(lambda word: word not in _ENDS_A_ROW, words)]
    return words[len(row) : len(row) + 1] != [] and (
        words[len(row)] in _CARRIES_A_CLAUSE
        or words[len(row) : len(row) + 2] == ["help", "to"]
        or (words[len(row)] == "both" and is_plural_verb("".join(words[len(row) + 1 : len(row) + 2])))
    )


def _takes_an_object(words: list[str]) -> bool:
    """Whether the first of two words is a verb, as the second begins its object: “floods the”."""
    if len(words) < 2 or words[0] in _NO_NOUN or words[0].endswith(("ss", "us", "is")):
        return False
    return words[0].endswith("s") and words[1] in _OBJECT


def _names_makers(words: list[str]) -> bool:
    """Whether the first of three words is a plural, the second its verb: “hormones make vessels”."""
    return (
        len(words) == 3
        and _is_plural(words[0])
        and words[0] not in _NO_NOUN
        and words[1] in _STATES
        and words[2] not in _NO_NOUN - DETERMINERS
    )


_OBJECT = frozenset(
    "the a an your our my his her its their this these those it them us you many most some nothing little no".split()
)
# A bare noun of these is no subject: “Plan rests” tells to plan, “A plan rests on …” is about a plan.
_COUNTED = frozenset(
    "plan book list name note pack phone pin plug brush call mark map comb answer copy schedule".split()
)
_MOSTLY_NOUNS = DOUBLE - _COUNTED
_IS_OR_MAY_BE = MODALS | {"is", "are", "was", "were", "has", "do", "does", "did"}
_HELPERS = AUXILIARIES | MODALS
_BEHIND_A_SUBJECT = _HELPERS - {"'s", "being", "be", "have", "do"}
_BARE_VERBS = BASES | DOUBLE
_BEFORE_A_NOUN = DETERMINERS | _AFTER_ORDER | PREPOSITIONS
_BEFORE_A_THING = DETERMINERS | {"of", "in", "with", "for", "on", "at", "to", "from", "about", "own"}
_NO_NOUN = DETERMINERS | _AFTER_ORDER | _NOT_AN_ORDER
_QUALITIES = frozenset("complete clean clear dry cool warm open slow correct present".split())
_ENDS_A_SUBJECT = frozenset(", ; : if when that which who because before until after as you it they and or".split())
_BECOMES = frozenset("gets becomes grows seems goes comes hurts aches fades".split())  # “Grip gets weaker”
_OF_SOMETHING = frozenset("dream think speak tell".split())
# “Let visitors know the time”, “ask others to help”.
_SOMEBODY_DOES = frozenset("let help make watch see hear feel have keep".split())
_ACTED_ON = DETERMINERS | {"it", "them"}
# Verbs of effect that are no adjectives and no nouns: what stands before them is their subject.
_STATES = frozenset(
    """soften loosen lessen reduce relieve soothe improve lower worsen prevent cure heal weaken strengthen stiffen
    shorten restore increase raise give bring make take keep cause remove shrink tighten widen calm ease teach
    stimulate suppress irritate damage protect affect see find meet show""".split()
)


def _lists_orders(words: list[str]) -> bool:
    """Whether verbs stand in a row: “stop, breathe and rest”."""
    heads = [words[0]] + [words[at + 1] for at in range(len(words) - 1) if words[at] in {",", "and"}]
    known = [one for one in heads if one in BASES or one in DOUBLE]
    return len(known) >= 2 and len(known) == len(heads)


def _has_own_verb(words: list[str]) -> bool:
    """Whether the first word is the subject of a verb that follows, past “of …” and “in …”."""
    if words[0] in _COUNTED and words[1:2] and words[1].endswith("s") and words[1] not in AUXILIARIES:
        return False
    at, depth = 1, 0
    if len(words) > 2 and words[1] in {"and", "or"}:
        # “Heat and rest help”: a plural subject; “Rest and drink water” has an object at the end.
        return len(words) > 3 and (
            words[3] in _HELPERS
            or (is_plural_verb(words[3]) and (words[2] in DOUBLE or HEALTH.fullmatch(words[2]) is not None))
        )
    while at < min(len(words), 9):
        word = words[at]
        if word in _OPENS_A_CLAUSE:
            return False
        if word in _CARRIES_A_CLAUSE:
            return True
        if word in _HANGS_ON_A_NOUN:
            depth = 3
        elif (
            is_inflected(word)
            and word not in {"needs", "times"}
            and (at == 1 or depth <= 1)
            and words[at - 1] not in _BEFORE_A_THING
        ):
            return True
        elif depth == 0 and (word in DETERMINERS or word in {"it", "them", "me", "us"}):
            return False
        depth = max(0, depth - 1)
        at += 1
    return False


_OPENS_A_CLAUSE = frozenset(", ; : if when that because before until and or what which who how whether so as".split())
_CARRIES_A_CLAUSE = (AUXILIARIES - {"be", "been", "being", "'s", "have", "do"}) | MODALS
_ENDS_A_ROW = (
    _CARRIES_A_CLAUSE
    | (_NO_NOUN - {"a", "an", "and", "or", "of", "with", "at", "in", "all"})
    | {"help", ";", ":", "if", "when", "what", "which", "who", "how", "because", "until", "before", "so", "as"}
)
_HANGS_ON_A_NOUN = frozenset("of in with for on at to from during after without by".split())


def _plural_statement(text: str) -> bool:
    """Whether a noun in the plural has a verb without an ending: “Bisphosphonates slow down the cells”."""
    words = [one.lower() for one in tokens(text)]
    for at in range(1, len(words) - 1):
        before, word, after = words[at - 1], words[at], words[at + 1]
        if (
            (_is_plural(before) or (at > 2 and words[at - 2] == "of" and _is_plural(words[at - 3])))
            and is_plural_verb(word)
            and (
                word in _LINKING
                or after in DETERMINERS
                or after in _BEHIND_A_PLURAL_VERB
                or after.endswith("ly")
                or HEALTH.fullmatch(after)
                # “the capsules add pounds”: a word that is a verb only
                or (
                    word in BASES - DOUBLE
                    and words[at - 2] in DETERMINERS
                    and after.isalpha()
                    and after not in {"and", "or"}
                )
            )
        ):
            return True
    return False


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in DETERMINERS


_BEHIND_A_PLURAL_VERB = frozenset(
    """to down up out off from at on away in into it them less more most than better worse well . that not only even
    through with by about for""".split()
)
_LINKING = frozenset("turn become grow stay seem remain go get".split())  # “the fingers turn blue”
