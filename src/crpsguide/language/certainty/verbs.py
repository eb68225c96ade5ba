"""The verb by which a clause makes a plain claim."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.language.patterns import AS_TYPED, Found, Pattern
from crpsguide.language.statements.clauses import PRONOUNS, finite_verbs
from crpsguide.language.statements.verbs import (
    AUXILIARIES,
    BASES,
    DOUBLE,
    IRREGULAR,
    MODALS,
    is_inflected,
    is_plural_verb,
)

# A word behind one of these is a noun: “the work”, “of use”, “less help”.
_BEFORE_A_NOUN = frozenset(
    """the a an of to for in on at with and or less more no not any some this that your their its his her our early
    first by from as than per into without after before during""".split()
)
# Behind one of these a verb has no ending: “people sleep”, “… and sleep”.
_PLURAL = frozenset("people children women men both many most some they".split())
_JOINS = frozenset("and but or who that".split())
_BEFORE_A_PLACE = frozenset("at in with for by on from after before during without".split())
# Verbs made of others: “outgrow”, “outlives”, “overtakes”.
_OVERDOES = Pattern(
    r"(?:out|over)(?:grow|live|last|wear|do|shine|weigh|pace|come|take|ride|load|stay|number|run)e?s?$", AS_TYPED
)
_NEEDS_NO_MORE = frozenset({"works", "hurts"})  # verbs behind which a clause may end: “mirror therapy works”
_WORD = Pattern(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*", AS_TYPED)
_IN_S = Pattern(r"[a-z]{2,}[a-rt-z](?<!u)(?<!i)s$", AS_TYPED)
_ADVERB = Pattern(
    r"(?:often|also|still|then|even|now|both|all|each|sometimes|always|usually|never|apart|[a-z]+ly)$", AS_TYPED
)
_NOUN = Pattern(r"(?:trials|reviews|studies|reports|results(?! in an?\b)|effects|type)\b")
# A verb that hangs on the words before it, and carries no clause of its own: “who smoke”, “what you see”, “to have”.
_DEPENDENT = Pattern(
    r"(?:\w[,)]?\s+(?:who|whom|that|which)"
    r"|\b(?:what|where|when|while|why|whether|if|than|how(?: (?:many|much|long|far))?))"
    r"\s+(?:(?:you|we|they|he|she|it)\s+)?(?:(?:\w+ly|also|often|still|never|always|then|not|is|are|was|were|been"
    r"|has|have|had|do|does|did|can|cannot|could|may|might|will)\s+)*$|\bto\s+$"
)
# Before the last word of a phrase, which is a noun: “in Dutch records”, “poor sleep”, “with feared moves”.
_PREPOSITION = r"(?:about|after|among|at|before|by|during|for|from|in|into|of|on|over|under|with|without)"
_ATTRIBUTE = (
    r"(?:poor|good|bad|new|old|low|high|small|large|long|short|strong|weak|[a-z]+ed"
    r"|(?:young|old|earli|lat|low|high|small|larg|long|short|few|great|strong|weak|new|warm|cold)er)"
)
_NOUN_PHRASE = Pattern(
    rf"(?:^|[,:]\s+){_PREPOSITION}\s+(?:(?:an?|the|some|many|most|all|other)\s+)?(?!(?:it|they|we|you|this|that)\b)[\w’'-]+\s+$"
    rf"|(?:^|\b{_PREPOSITION}\s+(?:an?\s+)?){_ATTRIBUTE}\s+$"
)
_LABEL_ENDS = Pattern(r"\s*:\s*$", AS_TYPED)
_RELATIVE = Pattern(r"\b(?:who|that|which)\b")
# Before these, a word in -s is more likely a verb than a noun in the plural.
_OBJECT = frozenset("the a an your their its it them people in to for less more better worse no".split())


def main_verb(clause: str) -> tuple[int, int] | None:
    """Where the first word stands that carries a clause; None for a clause about the reader and for a mere name.

    >>> clause = "Warm baths at home ease pain"
    >>> clause[slice(*main_verb(clause) or (0, 0))], main_verb("Warm baths at home")
    ('ease', None)
    """
    if re.match(r"(?:but |and |so )?your?\b", clause, re.IGNORECASE):
        return None
    return first_verb(clause)


def first_verb(clause: str) -> tuple[int, int] | None:
    """Where the first verb of a clause stands, whatever the clause is about."""
    found = (span for span in carrying_verbs(clause) if span[0] and not _NOUN.match(clause, span[0]))
    return next(found, None) or _verb_behind_a_noun(clause)


def carrying_verbs(clause: str) -> Iterator[tuple[int, int]]:
    """Where the verbs stand that carry a clause, without those that hang on another word."""
    return (span for span in finite_verbs(clause) if not _is_no_verb(clause, span))


def _verb_behind_a_noun(clause: str) -> tuple[int, int] | None:
    """A word that is a verb by its place: “drugs ease”, “the drip causes”."""
    found = list(_WORD.finditer(clause))
    words = [one[0].casefold() if one[0].islower() or not at else one[0] for at, one in enumerate(found)]
    for at in range(1, len(words)):
        if words[at - 1] in _BEFORE_A_NOUN or _NOUN.match(clause, found[at].start()):
            continue
        if (
            _is_verb(words, at)
            and not _is_no_verb(clause, found[at].span())
            and not _is_object(clause, words, found, at)
        ):
            return found[at].span()
    return None


def _is_no_verb(clause: str, span: tuple[int, int]) -> bool:
    """Whether a word that may be a verb hangs on another, or is a noun by its place."""
    before, word = clause[: span[0]], clause[slice(*span)].casefold()
    if _DEPENDENT.search(before):
        return True
    if word in AUXILIARIES or word in MODALS:
        return False
    return bool(_NOUN_PHRASE.search(before) or _LABEL_ENDS.match(clause, span[1]))


def _is_object(clause: str, words: Sequence[str], found: Sequence[Found], at: int) -> bool:
    """Whether a word without an ending stands apart from any subject: behind a comma, or where a verb acts on it."""
    before = clause[: found[at].start()].rstrip()
    if not is_plural_verb(words[at]):
        return False
    return before.endswith(",") or _is_acted_on(words, at) or bool(clause.endswith(":") and _RELATIVE.search(before))


def _is_acted_on(words: Sequence[str], at: int) -> bool:
    """Whether the verb before a word acts on it: “see work”, “to calm mind and body”."""
    verb, subject = words[at - 1], words[at - 2] if at > 1 else ""
    return (verb in BASES and subject not in PRONOUNS) or (subject == "to" and is_plural_verb(verb))


def _is_verb(words: Sequence[str], at: int) -> bool:
    word, subject = words[at], words[_subject(words, at)]
    after = words[at + 1] if at + 1 < len(words) else ""
    if _OVERDOES.match(word) and (_is_plural(subject) or after in _OBJECT):
        return True
    if is_plural_verb(word):
        return _is_plural(subject) or subject in _JOINS or (word not in DOUBLE and any(map(_is_plural, words[:at])))
    if _IN_S.match(word):
        is_full = (word in _NEEDS_NO_MORE and not after) or after in _OBJECT or _acts_on(word, after)
        return not _is_plural(subject) and subject not in _JOINS and is_full
    return words[at - 1] == "they" and not _ADVERB.match(word)


def _subject(words: Sequence[str], verb: int) -> int:
    """Where the noun stands to which a verb may belong: before adverbs, and before “at home” and the like."""
    at = verb - 1
    while at > 0 and _ADVERB.match(words[at]):
        at -= 1
    while place := next((back for back in (1, 2) if at > back and words[at - back] in _BEFORE_A_PLACE), 0):
        at -= place + 1
    return at


def _is_plural(word: str) -> bool:
    return word in _PLURAL or bool(_IN_S.match(word))


def _acts_on(verb: str, after: str) -> bool:
    """Whether a word in -s is a known verb, and what follows may be what it acts on."""
    if after in _BEFORE_A_NOUN or _ADVERB.match(after) or is_plural_verb(after) or after in IRREGULAR:
        return False
    return is_inflected(verb) and bool(after)
