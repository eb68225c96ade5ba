"""A small notation for phrases of English, and the patterns made of it.

A phrase is a row of words. A blank between two of them stands for a blank or a hyphen.

    safe/sure      one of these words; `_` is a blank within one: `for_good/forever`
    ease~          any form of a verb or noun: ease, eases, eased, easing
    CARE           any word of a class with this name
    (very)         may be left out; `(very/so)*` may also stand several times
    *              any one word, but none that begins a clause, denies or doubts
    **             up to three such words, or none
    ...            anything up to the end of the clause, or nothing
    NUMBER         a number in figures or letters, of percent or money too
    ,              a comma, if there is one
    ^  |  $        the beginning of a sentence, the end of a clause, the end of a sentence
    |/for_good     the end of a clause, or one of these words
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache, reduce
from itertools import accumulate, pairwise, takewhile
from math import inf
from operator import or_
from typing import Generic, TypeVar

from crpsguide.language.expressions import same_length_lower
from crpsguide.language.forms import forms_meant
from crpsguide.language.patterns import AS_TYPED, Pattern, words_in, words_in_order

Classes = Mapping[str, str]
Name = TypeVar("Name")

_BLANK = r"[\s-]+"
# Within one clause, and nothing that compares, denies or doubts.
_NO_STEP = "that|which|who|but|because|if|when|than|not|no|nor|may|might|sometimes|rarely|seldom|hardly"
_ANY_WORD = rf"(?!(?:{_NO_STEP})\b)[\w’'%-]+"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = (
    rf"(?:[$£€]?\d[\d.,]*%?|(?:{_TENS})(?:[ -](?:{_UNITS}))?|{_UNITS}|ten|eleven|twelve|fifteen|(?:a|one) hundred)"
)
_ZERO_WIDTH = {
    "^": r"^[\W_]*",
    "|": r"(?=[\"”’)]*\s*(?:[.,;:!?–—]|$))",
    "$": r"(?=\W*$)",
    ",": ",?",
}


def listed(words: str) -> tuple[str, ...]:
    """The words of a list as they are found in a text.

    >>> listed("conquer~ wage_war_on")
    ('conquer', 'conquers', 'conquered', 'conquering', 'wage war on')
    """
    return tuple(form.replace("_", " ") for word in words.split() for form in forms_meant(word))


def one_of(words: Iterable[str]) -> str:
    """What finds any of some words, to be a part of an expression."""
    return either(*map(re.escape, words))


def either(*expressions: str) -> str:
    """What finds what any of some expressions finds, to be a part of another."""
    return f"(?:{'|'.join(expressions)})"


def pattern_of(phrases: str, classes: Classes | None = None) -> Pattern:
    """A pattern that finds any of the phrases, one a line.

    >>> pattern = pattern_of('''say~ goodbye to (all/your)* ILLNESS
    ...                         works like magic''', {"ILLNESS": "pain burning"})
    >>> [found[0] for found in pattern.finditer("It works like magic: say goodbye to all your pain.")]
    ['works like magic', 'say goodbye to all your pain']
    """
    return Pattern(lambda: expression_of(phrases, classes))


def expression_of(phrases: str, classes: Classes | None = None) -> str:
    """The same as text, to be a part of another pattern: for small letters, or to take no heed of them."""
    lines = [line for line in phrases.strip().splitlines() if line.strip()]
    return rf"(?<![\w-])(?:{'|'.join(_phrase(line.split(), classes or {}) for line in lines)})(?!\w)"


class Phrases:
    """Finds what `pattern_of` finds, and looks only for phrases whose words stand in the text."""

    def __init__(self, phrases: str, classes: Classes | None = None) -> None:
        self._phrases = phrases
        self._classes = classes

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Each match in turn, from a place on; the phrase listed first where two begin at the same place."""
        return matches(self._book.possible(text).get("", ()), text, start)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match, from a place on."""
        return next(self.finditer(text, start), None)

    @cached_property
    def _book(self) -> "Phrasebook[str]":
        return Phrasebook({"": self._phrases}, self._classes)


class Phrase:
    """One phrase, of which a pattern is made only for a text that holds its words, and of those words alone."""

    def __init__(self, line: str, needs: "_Needs") -> None:
        self._parts = line.split()
        self._needs = needs

    @property
    def needed(self) -> Sequence[frozenset[str]]:
        """Sets of words of each of which one stands wherever the phrase does."""
        return self._needs.needed(self._parts)

    @cached_property
    def steps(self) -> "_Steps":
        """The same in their order, with how near they stand to each other."""
        return self._needs.steps(self._parts)

    def pattern(self, text: str) -> re.Pattern[str] | None:
        """What finds it in a text in small letters, if anything: a class may hold a hundred words, and a text two."""
        left = self._needs.narrowed(self._parts, _words_and_pairs(text))
        return _pattern(left, self._needs) if left else None


@lru_cache(maxsize=1024)
def _pattern(line: str, needs: "_Needs") -> re.Pattern[str]:
    return re.compile(expression_of(line, needs.classes))


class Phrasebook(Generic[Name]):
    r"""Lists of phrases, and which of all of them may stand in a text: those whose words do, in their order.

    >>> book = Phrasebook({"end": "say~ goodbye to ILLNESS", "magic": "works like magic"}, {"ILLNESS": "pain burning"})
    >>> text = "It works like magic: say goodbye to pain."
    >>> {name: [found[0] for found in matches(phrases, text)] for name, phrases in book.possible(text).items()}
    {'end': ['say goodbye to pain'], 'magic': ['works like magic']}
    """

    def __init__(self, lists: Mapping[Name, str], classes: Classes | None = None) -> None:
        needs = _Needs(classes or {})
        self._phrases = [
            (name, Phrase(line, needs))
            for name, phrases in lists.items()
            for line in phrases.splitlines()
            if line.strip()
        ]
        # A bit for each need of each phrase: those of all first needs, then those of all second ones …
        needed = [phrase.needed for _, phrase in self._phrases]
        count = len(needed)
        self._most = max(map(len, needed), default=0)
        self._spare = 0  # where a phrase has fewer needs than another
        met_by: dict[frozenset[str], int] = defaultdict(int)  # the needs that any of these words meets
        for number, sets in enumerate(needed):
            for at, words in enumerate(sets):
                met_by[words] |= 1 << at * count + number
            for at in range(len(sets), self._most):
                self._spare |= 1 << at * count + number
        self._needing: dict[str, list[int]] = defaultdict(list)  # the same by each of the words
        for words, met in met_by.items():
            for word in words:
                self._needing[word].append(met)
        self._met: dict[str, int] = {}

    @cached_property
    def _alone(self) -> Sequence[Sequence[frozenset[str]]]:
        """What each phrase needs; of two words side by side, the one that tells more."""
        alone = cache(lambda words: frozenset(min(one.split(), key=_likelihood) for one in words))
        return [[*map(alone, phrase.needed)] for _, phrase in self._phrases]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words by which `texts` are told apart."""
        return frozenset(word for needed in self._alone for words in needed for word in words)

    def texts(self, holding: Mapping[str, int]) -> int:
        """Those of some texts in which a phrase may stand, for they hold the words of all its parts in any order.

        There is a bit for each text, and `holding` tells by word which texts hold it. Of thousands of texts few are
        left to be asked one by one.
        """
        met: dict[frozenset[str], int] = {}
        found = 0
        for needed in self._alone:
            left = -1
            for words in needed:
                if words not in met:
                    met[words] = reduce(or_, map(holding.__getitem__, words & holding.keys()), 0)
                left &= met[words]
            found |= left
        return found

    def possible(self, text: str) -> Mapping[Name, Sequence[Phrase]]:
        """The phrases that may stand in a text, in the order of their lists."""
        found: dict[Name, list[Phrase]] = {}
        for number in self._near(_words_and_pairs(text)):
            name, phrase = self._phrases[number]
            if _may_stand(phrase.steps, text):
                found.setdefault(name, []).append(phrase)
        return found

    def _near(self, there: frozenset[str]) -> Iterator[int]:
        """The numbers of the phrases of which every need is met by some of these words, whatever their order."""
        met = self._spare
        for word in self._needing.keys() & there:
            if word not in self._met:
                self._met[word] = reduce(or_, self._needing[word])
            met |= self._met[word]
        count = len(self._phrases)
        near = (1 << count) - 1
        for at in range(self._most):
            near &= met >> at * count
        while near:
            lowest = near & -near
            yield lowest.bit_length() - 1
            near ^= lowest


def matches(phrases: Sequence[Phrase], text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Where any of some phrases stands in a text from a place on; the first of them where two begin together.

    The words of a match are in small letters.
    """
    at, small = start, same_length_lower(text) if phrases else text
    patterns = [pattern for one in phrases if (pattern := one.pattern(text))]
    while found := [match for one in patterns if (match := one.search(small, at))]:
        first = min(found, key=re.Match.start)
        yield first
        at = first.end()


# What a phrase needs, in its order: of each of these sets of words, or of two side by side (“at once”), one must stand
# behind that of the step before, and at most so many blanks further on.
_Steps = Sequence[tuple[frozenset[str], float]]

_WORD_OR_BLANK = Pattern(r"[^\W_]+|\s[\s-]*", AS_TYPED)
MOST_PAIRS = 200  # of two words side by side, beyond which either of them tells as much


@lru_cache(maxsize=4096)
def _words_and_pairs(text: str) -> frozenset[str]:
    """The words of a text, and every two that stand side by side."""
    words = words_in_order(text)
    return words_in(text).union(map(" ".join, pairwise(words)))


@lru_cache(maxsize=64)  # phrases are tried on a sentence one after the other
def _places(text: str) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where the words of a text stand, and every two side by side: the how manyth, and behind how many blanks."""
    places: dict[str, list[tuple[int, int]]] = {}
    blanks = 0
    before, place = "", (0, 0)
    for number, found in enumerate(_WORD_OR_BLANK.findall(text.lower())):
        if found[0].isspace():
            blanks += 1
            continue
        places.setdefault(found, []).append((number, blanks))
        if before:
            places.setdefault(f"{before} {found}", []).append(place)
        before, place = found, (number, blanks)
    return places


def _may_stand(steps: _Steps, text: str) -> bool:
    """Whether the words that a phrase needs stand in a text in their order, and near enough to each other."""
    words = _places(text)
    before = [(-1, next(iter(words.values()))[0][1])] if words else []
    for needed, reach in steps:
        there = [place for word in needed & words.keys() for place in words[word]]
        before = [
            (number, blanks)
            for number, blanks in there
            if any(earlier < number and blanks - far <= reach for earlier, far in before)
        ]
        if not before:
            return False
    return True


class _Needs:
    """What the phrases of a book need of a text: the same words and classes stand in hundreds of them."""

    def __init__(self, classes: Classes) -> None:
        self.classes = classes
        self._members = {name: "/".join(words.split()) for name, words in classes.items()}
        self._blanks: dict[str, int] = {}
        self._words: dict[str, frozenset[str] | None] = {}
        self._chosen: dict[str, Sequence[tuple[str, Sequence[frozenset[str]]]]] = {}

    def needed(self, parts: Sequence[str]) -> Sequence[frozenset[str]]:
        """Sets of words of each of which one stands wherever a phrase does."""
        return [words for part in parts if part[0] not in "(|" and (words := self.words(part))]

    def steps(self, parts: Sequence[str]) -> _Steps:
        """What a phrase needs of a text in which it stands."""
        steps: list[tuple[frozenset[str], float]] = []
        reach = inf
        for part in parts:
            if part == "^":
                reach = 0
            elif part == "...":
                reach = inf
            elif part == "**":
                reach += 3
            elif part.startswith("("):
                inner, _, repeated = part[1:].rpartition(")")
                reach += inf if repeated else self.blanks(inner) + 1
            elif part not in _ZERO_WIDTH:
                blanks = self.blanks(part.removeprefix("|/"))
                words = None if part.startswith("|/") else self.words(part)
                if words:
                    steps.append((words, reach + blanks))
                    reach = 0
                reach += blanks + 1
        return steps

    def narrowed(self, parts: Sequence[str], there: frozenset[str]) -> str:
        """A phrase with those alone of its alternatives that may stand in a text of these words; empty if none can."""
        found = [(part, self._narrowed(part, there)) for part in parts]
        return (
            " ".join(left for _, left in found if left) if all(left or part[0] == "(" for part, left in found) else ""
        )

    def _narrowed(self, part: str, there: frozenset[str]) -> str:
        if part in _ZERO_WIDTH or part in {"...", "**"}:
            return part
        if part.startswith("("):
            inner, _, repeated = part[1:].rpartition(")")
            left = self._narrowed(inner, there)
            return left and f"({left}){repeated}"
        if part.startswith("|/"):
            left = self._narrowed(part[2:], there)
            return f"|/{left}" if left else "|"
        return "/".join(word for word, needed in self._choices(part) if not any(map(there.isdisjoint, needed)))

    def _choices(self, part: str) -> Sequence[tuple[str, Sequence[frozenset[str]]]]:
        """Some alternatives, those of its classes among them, each with the words that it needs, one of each set."""
        if part not in self._chosen:
            self._chosen[part] = [choice for word in part.split("/") for choice in self._choices_of(word)]
        return self._chosen[part]

    def _choices_of(self, word: str) -> Sequence[tuple[str, Sequence[frozenset[str]]]]:
        if word in self._members:
            return self._choices(self._members[word])
        return [(word, [one for one in self._all_words_of(word) if one])]

    def blanks(self, part: str) -> int:
        """How many blanks some alternatives hold at most."""
        if part not in self._blanks:
            self._blanks[part] = max(self._blanks_in(word) for word in part.split("/"))
        return self._blanks[part]

    def _blanks_in(self, word: str) -> int:
        if word == "NUMBER":
            return 1
        if word in self._members:
            return self.blanks(self._members[word])
        parts = word.split("_")
        return sum(map(self._blanks_in, parts)) + len(parts) - 1 if len(parts) > 1 else word.count("-")

    def words(self, part: str) -> frozenset[str] | None:
        """The words or pairs of which one must stand where any of some alternatives does; None where any word may."""
        if part not in self._words:
            self._words[part] = _all_of([self._words_of(one) for one in part.split("/")])
        return self._words[part]

    def _words_of(self, word: str) -> frozenset[str] | None:
        if word in self._members:
            return self.words(self._members[word])
        return _rarest(self._all_words_of(word))

    def _all_words_of(self, word: str) -> Iterable[frozenset[str] | None]:
        """Sets of words of each of which one stands where one of a phrase does, that is no class."""
        if word in {"*", "NUMBER"}:
            return ()
        if "_" not in word:
            return (_beginnings(word),)
        parts = word.split("_")
        return (*map(self.words, parts), *(self._pairs(*two) for two in pairwise(parts)))

    def _pairs(self, word: str, other: str) -> frozenset[str] | None:
        """What may stand where two words meet, as far as that is known, and not far too much."""
        last, first = self._edges(word, -1), self._edges(other, 0)
        if not last or not first or len(last) * len(first) > MOST_PAIRS:
            return None
        return frozenset(f"{one} {two}" for one in last for two in first)

    def _edges(self, word: str, side: int) -> frozenset[str] | None:
        """The words with which a word of a phrase may begin (side 0) or end (-1); None where that may be any word."""
        if word in {"*", "NUMBER"}:
            return None
        if word in self._members:
            return _all_of([self._edges(one, side) for one in self.classes[word].split()])
        parts = word.split("_")
        return self._edges(parts[side], side) if len(parts) > 1 else _edges(word, side)


def _all_of(found: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    """The words of all; None where any word may stand for one of them."""
    return None if None in found else frozenset().union(*(one for one in found if one))


def _rarest(choices: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """The words that stand in the fewest texts, as far as one can guess: they are few, and long."""
    return min((one for one in choices if one), key=_frequency, default=None)


# Words so frequent that to find one tells nothing.
_COMMON = frozenset(
    "a all an and are as at be can do for from in is it no not of on one only or that the to you".split()
)


@cache
def _frequency(words: frozenset[str]) -> float:
    return sum(map(_likelihood, words))


def _likelihood(word: str) -> float:
    return 1.0 if word in _COMMON else 2.0 ** -len(word)


@cache  # the classes hold the same words again and again
def _beginnings(word: str) -> frozenset[str]:
    """How a word may begin in a text, as it may be written with a hyphen, in two, or in one: “flare up”, “flareup”."""
    forms = [form.lower() for form in forms_meant(word)]
    if all(map(str.isalnum, forms)):
        return frozenset(forms)
    found = [*map(words_in_order, forms)]
    in_two = (f"{words[0]} {rest}" for words in found for rest in accumulate(words[1:]))
    return frozenset(in_two).union(*(list(accumulate(words))[len(words) > 1 :] for words in found))


@cache
def _edges(word: str, side: int) -> frozenset[str] | None:
    """What a word may begin (side 0) or end (-1) with in a text; None for one that is of signs, such as “%”."""
    found = [words_in_order(form) for form in forms_meant(word)]
    if not all(found):
        return None
    if side == 0:
        return frozenset(one for words in found for one in accumulate(words))
    return frozenset(one for words in found for one in accumulate(reversed(words), lambda end, word: word + end))


def _phrase(parts: list[str], classes: Classes) -> str:
    """The expression of one phrase: each part brings the blank that divides it from what stands before."""
    found, blank = "", ""
    for part in parts:
        if part in _ZERO_WIDTH:
            found += _ZERO_WIDTH[part]
        elif part == "...":
            found, blank = found + r"(?!\w)[^.;:!?]*?", r"(?<!\w)"
        elif part == "**":
            found += rf"(?:{blank}{_ANY_WORD}){{0,3}}?" if blank else rf"(?:{_ANY_WORD}{_BLANK}){{0,3}}?"
        elif part.startswith("("):
            inner, _, repeated = part[1:].rpartition(")")
            words, often = _words(inner, classes), repeated or "?"
            found += rf"(?:{blank}{words}){often}" if blank else rf"(?:{words}{_BLANK}){often}"
        elif part.startswith("|/"):
            found += rf"(?:{_ZERO_WIDTH['|']}|{blank}{_words(part[2:], classes)})"
        else:
            found, blank = found + blank + _words(part, classes), _BLANK
    return found


def _words(part: str, classes: Classes) -> str:
    return _one_of([one for word in part.split("/") for one in _alternatives(word, classes)])


def _alternatives(word: str, classes: Classes) -> list[str]:
    if word == "*":
        return [_ANY_WORD]
    if word == "NUMBER":
        return [_NUMBER]
    if word in classes:
        return [one for member in classes[word].split() for one in _alternatives(member, classes)]
    if "_" in word:
        return [_BLANK.join(_one_of(_alternatives(one, classes)) for one in word.split("_"))]
    return [_any_form(forms_meant(word))]


def _any_form(words: tuple[str, ...]) -> str:
    """Any of a word's forms; what all begin with is told once, for it is compiled hundreds of times."""
    stem = "".join(one[0] for one in takewhile(lambda some: len({*some}) == 1, zip(*words, strict=False)))
    return _literal(stem) + (_one_of([_literal(one[len(stem) :]) for one in words]) if len(words) > 1 else "")


def _one_of(alternatives: Sequence[str]) -> str:
    return either(*alternatives) if len(alternatives) > 1 else alternatives[0]


def _literal(word: str) -> str:
    """A word as it is written: with either apostrophe, and in one, with a hyphen or in two."""
    return re.escape(word.lower()).replace("'", "[’']").replace(r"\-", "[ -]?")
