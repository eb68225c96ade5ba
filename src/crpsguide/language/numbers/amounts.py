"""Types for a number in a text: its value, measure and qualifier."""

from enum import Enum
from fractions import Fraction

from crpsguide.frozen import frozen


class Kind(Enum):
    """The kind of a measure; only amounts of one kind can be compared."""

    SHARE = "share"
    PERCENTAGE_POINTS = "percentage points"
    RATIO = "ratio"
    TIME = "time"
    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    TEMPERATURE = "temperature"
    SCORE = "score"
    COUNT = "count"
    YEAR = "year"
    MONEY = "money"
    BARE = "bare"


LIFETIME = Fraction(36525)  # days: what a share of people is counted over who have ever had something


class Qualifier(Enum):
    """The qualifier of a number, such as “about” or “at least”."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more than"
    AT_LEAST = "at least"
    LESS = "less than"
    AT_MOST = "at most"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    UP_TO = "up to"
    WITHIN = "within"

    @property
    def side(self) -> int:
        """1 if the true value is above the number, -1 if below, 0 for neither."""
        if self in (Qualifier.MORE, Qualifier.AT_LEAST, Qualifier.JUST_OVER):
            return 1
        return -1 if self in (Qualifier.LESS, Qualifier.AT_MOST, Qualifier.NEARLY, Qualifier.UP_TO) else 0


@frozen
class Measure:
    """What a number counts.

    `factor` turns it into the unit of its kind: shares of one, days, milligrams, millilitres,
    millimetres. `days` is the time it is counted over (`a day` is 1, see also `LIFETIME`), `per` what else it is
    counted over (`kg`), `noun` what is counted, `top` the top of its scale; 0 and empty when not said.
    """

    kind: Kind
    factor: Fraction = Fraction(1)
    days: Fraction = Fraction(0)
    per: str = ""
    noun: str = ""
    top: Fraction = Fraction(0)


@frozen
class Amount:
    """A number in a sentence, from `start` to `end`.

    `low` and `high` differ in a range only. `step` is the size of the last digit shown.
    `measures` are the ways to understand it, the likeliest first. `out_of` is the whole that it
    is a part of, 0 when none is stated. `is_simple` marks halves, thirds and the like; `is_weak`
    marks what may well be no finding: a number in advice, an age, a handful of things.
    """

    start: int
    end: int
    words: str
    low: Fraction
    high: Fraction
    step: Fraction = Fraction(1)
    qualifier: Qualifier = Qualifier.EXACT
    measures: tuple[Measure, ...] = (Measure(Kind.BARE),)
    out_of: Fraction = Fraction(0)
    is_simple: bool = False
    is_weak: bool = False

    @property
    def measure(self) -> Measure:
        """The most likely measure."""
        return self.measures[0]

    @property
    def kind(self) -> Kind:
        """The kind of its likeliest measure."""
        return self.measures[0].kind

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high
