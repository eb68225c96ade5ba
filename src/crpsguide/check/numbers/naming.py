"""Names that distinguish numbers in a text: groups of people, outcomes and times."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.numbers import Kind, Label, read_amounts
from crpsguide.language.patterns import Pattern
from crpsguide.model import Site

# By which words a text speaks of a group in a study, when the guide has no list `content/wording/groups.yaml` of its
# own. All but the treated are groups that others are compared with.
TREATED = "treated"
GROUPS: Mapping[str, tuple[str, ...]] = {
    TREATED: (
        "treated group", "treatment group", "treatment arm", "intervention group", "active group", "active treatment",
        "active", "real", "the treated", "those treated", "people treated", "treated people", "given it", "who took it",
        "on it",
    ),
    "placebo": (
        "placebo", "dummy", "sham", "pretend", "fake", "inactive", "mock", "look-alike", "sugar pill", "sugar pills",
        "saline", "salt water", "salty water",
    ),
    "usual care": (
        "usual care", "standard care", "ordinary care", "routine care", "care as usual", "usual treatment",
        "standard treatment", "normal care", "the usual",
    ),
    "waiting": ("waiting list", "wait list", "waiting-list", "waiting", "waited"),
    "untreated": (
        "without it", "without them", "without treatment", "no treatment", "untreated", "nothing", "not treated",
        "not given it", "did not take it", "did not have it", "did not get it", "went without",
    ),
    "control": (
        "control", "controls", "comparison", "comparator", "compared group", "the others", "the other group",
        "other group", "the rest", "the other people", "the other half",
    ),
}  # fmt: skip
# Those who went without what was tested: “10 without.”, “20 of those who did not”.
_LEFT_OUT = Pattern(r"\bwithout(?=\s*(?:[.,;:)]|$))|\b(?:who|that) did(?: not|n[’']t)(?!\w)")
_LACKING = Pattern(r"\b(?:no|without|not)\s+(?P<what>[\w-]+)")
_CONTROL = "a group compared with"
START, END = "at the start", "at the end"
_MOMENTS: Mapping[str, tuple[str, ...]] = {
    START: ("before", "baseline", "start", "the beginning", "outset", "at first", "at entry"),
    END: ("after", "afterwards", "end", "later", "finish", "last visit"),
    # the two numbers of a test
    "sensitivity": ("sensitivity", "who have it", "picks up", "pick up", "detects", "spots"),
    "specificity": ("specificity", "who do not have it", "who do not", "clears", "rules out"),
}
_ALIKE: Mapping[str, str] = {
    "female": "women",
    "females": "women",
    "woman": "women",
    "girls": "women",
    "male": "men",
    "males": "men",
    "man": "men",
    "boys": "men",
    "child": "children",
    "kids": "children",
    "grown-ups": "adults",
}
_DULL = frozenset(
    """the and for with who that were was are had has have from than after afterwards before
    then start finish this those these their they them
    people person persons patients participants mean median average number share percent rate proportion value of
    group groups same rounded study trial end time all any each per total taken taking given got being
    in on at by to an or as not no its out into about more most less fewer lower upper higher interval limit bound
    confidence but against versus compared while whereas only just did does again also later even there here every
    treatment treated treat each both number length least
    hour hours day days week weeks month months year years""".split()
)
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
_ORDINAL_TIME = Pattern(rf"\b(?P<which>{'|'.join(_ORDINALS)}) (?P<unit>day|week|month|year)\b(?! of (?:life|age))")
_YEAR = LazyPattern(r"\b(?:19|20)\d\d\b(?![,.]\d)")
_WORD = LazyPattern(r"[A-Za-z][\w’'-]{2,}")
_SAME_TIME = Fraction(9, 100)  # 12 weeks are three months


@frozen(eq=False)  # what each names is remembered
class Naming:
    """The words that a guide uses for the groups of a study."""

    groups: Mapping[str, tuple[str, ...]]

    def labels(self, text: str) -> Iterator[Label]:
        """The words that name something, in order; a group may be named by several words."""
        found = (*self._groups(text), *_moments(text), *_words(text), *_times(text))
        yield from sorted(found, key=lambda one: one.start)

    def names(self, text: str) -> frozenset[str]:
        """All names that occur in a text."""
        return _names(self, text)

    def is_control(self, names: frozenset[str]) -> bool:
        """Whether the names include a control group."""
        return _CONTROL in names

    def _groups(self, text: str) -> Iterator[Label]:
        for group, words in self.groups.items():
            for match in _pattern(words).finditer(text):
                yield Label(match.start(), match.end(), group)
                if group != TREATED:
                    yield Label(match.start(), match.end(), _CONTROL)
        for match in _LEFT_OUT.finditer(text):
            yield from (Label(match.start(), match.end(), name) for name in ("untreated", _CONTROL))


GENERAL = Naming(GROUPS)


@lru_cache(maxsize=4096)  # the values of a finding are set beside each number of a sentence
def _names(naming: Naming, text: str) -> frozenset[str]:
    return frozenset(one.name for one in naming.labels(text))


@lru_cache(maxsize=1)  # each sentence asks
def naming_of(site: Site) -> Naming:
    """The groups as this guide names them, with those that every study has."""
    own = {key: phrase.words for key, phrase in site.phrases("groups").items()}
    if not own:
        return GENERAL
    return Naming({key: (*GROUPS.get(key, ()), *own.get(key, ())) for key in {**GROUPS, **own}})


def control_name(names: frozenset[str]) -> frozenset[str]:
    """These names, with those of a control group."""
    return names | {_CONTROL, "control"}


def lacks(text: str, names: frozenset[str]) -> bool:
    """Whether a text names a group by what it did not get, when something else has that name: “no brace”."""
    return any(_stem(match["what"].casefold()) in names for match in _LACKING.finditer(text))


def same_time(names: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """These names, with each time replaced by a known one that is nearly equal (12 weeks, 3 months)."""
    times = [one for one in known if is_time(one)]
    return frozenset(next((time for time in times if _is_near(one, time)), one) for one in names)


def is_time(name: str) -> bool:
    """Whether a name is a time."""
    return name.endswith(" days")


def _is_near(one: str, other: str) -> bool:
    if not is_time(one):
        return False
    first, second = (Fraction(time.removesuffix(" days")) for time in (one, other))
    return abs(first - second) <= _SAME_TIME * second


def _words(text: str) -> Iterator[Label]:
    for match in _WORD.finditer(text):
        word = match[0].casefold().removesuffix("’s").removesuffix("'s")
        word = _ALIKE.get(word, word)
        if word not in _DULL:
            yield Label(match.start(), match.end(), _stem(word))


def _moments(text: str) -> Iterator[Label]:
    for name, words in _MOMENTS.items():
        yield from (Label(match.start(), match.end(), name) for match in _pattern(words).finditer(text))


def _times(text: str) -> Iterator[Label]:
    for amount in read_amounts(text):
        if amount.kind is Kind.TIME:
            yield Label(amount.start, amount.end, f"{float(amount.low * amount.measure.factor):.2f} days")
    yield from (Label(*match.span(), match[0]) for match in _YEAR.finditer(text))
    for match in _ORDINAL_TIME.finditer(text):
        unit = read_amounts(f"{_ORDINALS[match['which'].casefold()]} {match['unit']}s")
        for amount in unit:
            yield Label(*match.span(), f"{float(amount.low * amount.measure.factor):.2f} days")


def _stem(word: str) -> str:
    if len(word) == 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return re.sub(r"(?:ations?|iness|ness|ing|ed|ies|ily|ic|es|s|y|e)$", "", word) if len(word) > 4 else word


@lru_cache(maxsize=64)  # the same few lists are looked for in every sentence
def _pattern(words: tuple[str, ...]) -> Pattern:
    return Pattern(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?!\w)")
