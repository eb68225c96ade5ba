"""What the words of a sentence sound like, where its shape tells too little: talk among people, or a fact on health.

Tests know shapes of sentences, and people comfort, welcome and lead on in more shapes than anyone can
write down. So the words themselves are weighed. The weights were learned from the labelled sentences of
the tests by logistic regression, a plain and old method: each word and each pair of neighbours pulls to one
side, and how far they pull together is the chance of a claim. `python -m tests.check.claims.learn_talk` learns
them anew and writes them into `talk.tsv`: each line is a weight, and the words and pairs that have it.
"""

import math
import pkgutil
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from crpsguide.language.expressions import late
from crpsguide.language.statements.mood import mood

# Below this chance of being a claim a sentence is talk. It is far out, since the tests of shape are mostly right.
TALK = 0.2
BIAS = ""  # the feature that every sentence has

_AS_ONE = str.maketrans({"’": "'", '"': "”"})
_WORD = late(r"[^\W_]+(?:['’][^\W_]+)*|[?!“”\"]")


def features_of(text: str) -> frozenset[str]:
    """The words of a text and its pairs of neighbours, in small letters, its mood, and the one all texts have."""
    words = [found.translate(_AS_ONE) for found in _WORD.findall(text.lower())]
    return frozenset((BIAS, f"({mood(text).name})", *words, *map(" ".join, pairwise(words))))


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


def chance_of_claim(text: str) -> float:
    """How likely the words of a text are those of a claim, from 0 to 1."""
    return 1 / (1 + math.exp(-_pull_of(text)))


def sounds_like_talk(text: str) -> bool:
    """Whether the words of a text are those of talk among people.

    >>> sounds_like_talk("You will find our opening hours on the door.")
    True
    >>> sounds_like_talk("The swelling goes down within a week.")
    False
    """
    return chance_of_claim(text) < TALK


@lru_cache(maxsize=256)  # two questions are asked of a sentence
def _pull_of(text: str) -> float:
    return pull(features_of(text), weights_learned())
