"""Promises that no study can hold: certainty, totality, speed, harmlessness, uniqueness, and words of advertising.

`words` has the classes of words, `kinds` the phrases made of them, and `guards` the ways to say such a phrase without
meaning it.
"""

from crpsguide.language.promises.answers import answered
from crpsguide.language.promises.finding import Promised, may_promise, named_kinds, phrases_of, promises_in, promises_of
from crpsguide.language.promises.guards import is_taken_back
from crpsguide.language.promises.kind import Kind
from crpsguide.language.promises.kinds import KINDS, SAFE, SUPERIORITY
from crpsguide.language.promises.words import OwnWords

__all__ = [
    "KINDS",
    "SAFE",
    "SUPERIORITY",
    "Kind",
    "OwnWords",
    "Promised",
    "answered",
    "is_taken_back",
    "may_promise",
    "named_kinds",
    "phrases_of",
    "promises_in",
    "promises_of",
]
