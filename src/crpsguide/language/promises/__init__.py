"""Promises that no study can hold: certainty, totality, speed, harmlessness, uniqueness, and words of advertising.

`words` has the classes of words, `kinds` the phrases made of them, and `guards` the ways to say such a phrase without
meaning it.
"""

from crpsguide.language.promises.answers import answered as answered
from crpsguide.language.promises.finding import Promised as Promised
from crpsguide.language.promises.finding import may_promise as may_promise
from crpsguide.language.promises.finding import named_kinds as named_kinds
from crpsguide.language.promises.finding import phrases_of as phrases_of
from crpsguide.language.promises.finding import promises_in as promises_in
from crpsguide.language.promises.finding import promises_of as promises_of
from crpsguide.language.promises.guards import is_taken_back as is_taken_back
from crpsguide.language.promises.kind import Kind as Kind
from crpsguide.language.promises.kinds import KINDS as KINDS
from crpsguide.language.promises.kinds import SAFE as SAFE
from crpsguide.language.promises.kinds import SUPERIORITY as SUPERIORITY
from crpsguide.language.promises.words import OwnWords as OwnWords
