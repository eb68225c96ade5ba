"""What the words of a sentence sound like, where its shape tells too little: talk among people, or a fact on health.

Tests know shapes of sentences, and people comfort, welcome and lead on in more shapes than anyone can
write down. So the words themselves are weighed. The weights were learned from the labelled sentences of
the tests by logistic regression, a plain and old method: each word, each pair of neighbours and each matter
spoken of pulls to one side, and how far they pull together is the chance of a claim.
`python -m tests.check.claims.learn_talk` learns them anew and writes them into `talk.tsv`: each line is a
weight, and the words and pairs that have it.
"""

import math
import pkgutil
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from crpsguide.check.vocabulary import HealthWords
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.statements.matter import AMOUNT, COMPARISON, EFFECT, EMOTION, HEALTH, NEAR_HEALTH, PRAISED
from crpsguide.language.statements.mood import mood

NO_WORDS = HealthWords()
BIAS = ""  # the feature that every sentence has

_AS_ONE = str.maketrans({"’": "'", '"': "”"})
_WORD = LazyPattern(r"[^\W_]+(?:['’][^\W_]+)*|[?!“”\"]")


_MATTERS = {
    "HEALTH": HEALTH,
    "EFFECT": EFFECT,
    "NEAR_HEALTH": NEAR_HEALTH,
    "AMOUNT": AMOUNT,
    "COMPARISON": COMPARISON,
    "PRAISED": PRAISED,
    "EMOTION": EMOTION,
}


def features_of(text: str, own_words: HealthWords) -> frozenset[str]:
    """The words of a text, its pairs of neighbours, its first word, its mood, its matter, and the one all texts have.

    A matter stands for words that were never seen with a label, and for the guide's own, which have no weight.
    """
    words = [found.translate(_AS_ONE) for found in _WORD.findall(text.lower())]
    matters = [f"({name})" for name, words_of in _MATTERS.items() if words_of.search(text)]
    if own_words.names_health(text):
        matters.append("(OWN)")
    first = (f"({words[0]} …)",) if words else ()
    return frozenset((BIAS, f"({mood(text).name})", *words, *map(" ".join, pairwise(words)), *first, *matters))


@cache
def weights_learned() -> Mapping[str, float]:
    """How far each word, and each pair of neighbouring words, pulls towards a claim (above 0) or towards talk."""
    kept = pkgutil.get_data(__package__, "talk.tsv")  # importlib.resources takes ten times as long to import
    assert kept
    learned: dict[str, float] = {}
    for line in kept.decode().splitlines():
        weight, *features = line.split("\t")
        learned.update(dict.fromkeys(features, float(weight)))
    return learned


def pull(features: frozenset[str], weights: Mapping[str, float]) -> float:
    """How far features pull towards a claim (above 0) or towards talk (below 0), whatever their number."""
    return sum(weights.get(one, 0.0) for one in features) / math.sqrt(len(features))


def chance_of_claim(text: str, own_words: HealthWords = NO_WORDS) -> float:
    """How likely the words of a text are those of a claim, from 0 to 1.

    >>> chance_of_claim("You will find our opening hours on the door.") < 0.1
    True
    >>> chance_of_claim("The swelling goes down within a week.") > 0.9
    True
    """
    return 1 / (1 + math.exp(-pull(features_of(text, own_words), weights_learned())))
