"""The scale on which words tell how sure a claim is."""

from enum import IntEnum

from crpsguide.frozen import frozen


class Strength(IntEnum):
    """How sure a claim sounds. `BEYOND` is more than any evidence can hold."""

    UNKNOWN = 1
    MAY = 2
    PROBABLY = 3
    PLAIN = 4
    BEYOND = 5


@frozen
class Told:
    """How sure one clause sounds, and the words that decide it.

    `may_be_weaker` is set for words that fit surer evidence as well (“can”).
    """

    strength: Strength
    start: int
    end: int
    may_be_weaker: bool = False
