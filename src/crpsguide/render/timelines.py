"""Scores over time as a picture: where the points stand, what their labels say, and where the results stop."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import hypot

from crpsguide.frozen import frozen
from crpsguide.model import Finding, NamedValue, Site, Time, TimeLine, Value
from crpsguide.render.words import short_number

# The picture's own units: about one pixel on a phone.
WIDTH = 320
LEFT, RIGHT = 36, 212  # of the time axis; beside it stands what comes after the last result
HEIGHT = 150  # of the scale
LEGEND_ROW = 26
ABOVE, BELOW = -13, 25  # from a point to its label
LETTER = 8  # width of a letter of a label, at most
LABEL_ROW = 22
MARK = 9  # from the middle of a mark to where its line begins
NEAR = 28  # half the width of a score's label


@frozen
class ScorePoint:
    """A score of a group: its words, where it stands, where its label stands and how that is aligned."""

    words: str
    x: int
    y: int
    label_y: int
    anchor: str


@frozen
class ScoreLine:
    """The scores of one group in the order of time; `number` is 1 for filled marks, 2 for hollow ones."""

    label: str
    number: int
    legend_y: int
    points: tuple[ScorePoint, ...]

    @property
    def path(self) -> str:
        """The lines from mark to mark, not through them: hollow marks stay hollow. Empty when there is one point."""
        return "".join(_between(one, other) for one, other in pairwise(self.points))


@frozen
class UnscoredTime:
    """A time for which a finding tells something else than a score."""

    label: str
    legend_y: int
    x: int


@frozen
class Tick:
    """A time on the axis, with the place of its words."""

    words: str
    x: int
    y: int


@frozen
class TimePicture:
    """Everything that a time line draws and tells."""

    scale: tuple[int, int]
    lines: tuple[ScoreLine, ...]
    unscored: tuple[UnscoredTime, ...]
    ticks: tuple[Tick, ...]
    told: tuple[tuple[str, str], ...]
    last: str
    findings: tuple[Finding, ...]
    top: int
    width: int = WIDTH
    left: int = LEFT
    right: int = RIGHT

    @property
    def bottom(self) -> int:
        """Where the time axis runs."""
        return self.top + HEIGHT

    @property
    def middle(self) -> int:
        """Half-way up the scale."""
        return self.top + HEIGHT // 2

    @property
    def height(self) -> int:
        """The picture's height."""
        return max(one.y for one in self.ticks) + 8


@frozen
class _Drawn:
    """A value that a block asks for, with the time at which it stands."""

    label: str
    value: Value
    time: Time
    finding: Finding


def time_picture(site: Site, block: TimeLine) -> TimePicture | None:
    """The picture of a block; None when no score of it can be drawn (a rule reports that)."""
    scores = [one for one in _drawn(site, block.scores) if _is_score(one.value)]
    moments = _drawn(site, block.moments)
    if not scores:
        return None
    scale = scores[0].value.scale
    assert scale is not None
    labels = tuple(dict.fromkeys(one.label for one in scores))
    rows = len(labels) + len(moments)
    times = sorted({one.time.days: one.time for one in (*scores, *moments)}.items())
    last = times[-1][1]
    axis = _Axis(last.days, scale, top=LEGEND_ROW * rows + LABEL_ROW)
    return TimePicture(
        scale=scale,
        lines=tuple(
            ScoreLine(label, number, LEGEND_ROW * (number - 1) + 12, axis.points(label, scores))
            for number, label in enumerate(labels, start=1)
        ),
        unscored=tuple(
            UnscoredTime(one.label, LEGEND_ROW * (row - 1) + 12, axis.x(one.time))
            for row, one in enumerate(moments, start=len(labels) + 1)
        ),
        ticks=axis.ticks([time for _, time in times]),
        told=tuple((time.words, _told(time, scores, moments)) for _, time in times),
        last=last.words,
        findings=tuple({one.finding.id: one.finding for one in (*scores, *moments)}.values()),
        top=axis.top,
    )


def rounded_words(number: Decimal) -> str:
    """A score as short as readers take in at a glance: `about 3`, or `6` when it is just that.

    >>> rounded_words(Decimal("2.68")), rounded_words(Decimal("6.0"))
    ('about 3', '6')
    """
    short = short_number(number)
    return short if Decimal(short) == number else f"about {short}"


def _drawn(site: Site, wanted: Sequence[NamedValue]) -> list[_Drawn]:
    found = []
    for one in wanted:
        finding = site.finding(one.finding)
        for value in finding.values if finding else ():
            if finding and value.of == one.of and value.time:
                found.append(_Drawn(one.label, value, value.time, finding))
    return found


def _between(one: ScorePoint, other: ScorePoint) -> str:
    x, y = other.x - one.x, other.y - one.y
    length = hypot(x, y)
    if length <= 2 * MARK:
        return ""
    x, y = round(x * MARK / length), round(y * MARK / length)
    return f"M{one.x + x} {one.y + y}L{other.x - x} {other.y - y}"


def _is_score(value: Value) -> bool:
    return bool(value.at) and value.scale is not None and value.number is not None


def _told(time: Time, scores: Sequence[_Drawn], moments: Sequence[_Drawn]) -> str:
    """What the picture shows of one time, in words."""
    parts = [
        f"{rounded_words(one.value.number)} {one.label}"
        for one in scores
        if one.time.days == time.days and one.value.number is not None
    ]
    parts += [one.label for one in moments if one.time.days == time.days]
    return ", ".join(parts)


@frozen
class _Axis:
    """Turns times and scores into the picture's units."""

    last: Decimal
    scale: tuple[int, int]
    top: int

    def x(self, time: Time) -> int:
        return LEFT + int((RIGHT - LEFT) * time.days / self.last) if self.last else RIGHT

    def y(self, score: Decimal) -> int:
        low, high = self.scale
        return self.top + HEIGHT - int(HEIGHT * (score - low) / (high - low))

    def points(self, label: str, scores: Sequence[_Drawn]) -> tuple[ScorePoint, ...]:
        own = sorted((one for one in scores if one.label == label), key=lambda one: one.time.days)
        return tuple(self._point(one, scores) for one in own)

    def _point(self, one: _Drawn, scores: Sequence[_Drawn]) -> ScorePoint:
        assert one.value.number is not None
        same_time = [other.value.number or Decimal(0) for other in scores if other.time.days == one.time.days]
        x, y = self.x(one.time), self.y(one.value.number)
        return ScorePoint(
            rounded_words(one.value.number),
            x,
            y,
            y + (ABOVE if one.value.number == max(same_time) else BELOW),
            _anchor(x, NEAR),
        )

    def ticks(self, times: Sequence[Time]) -> tuple[Tick, ...]:
        """The times with their words, one row lower where they would run into the words before."""
        ticks: list[Tick] = []
        end, low = -LETTER, False
        for time in times:
            half = LETTER * len(time.words) // 2
            x = self.x(time)
            low = not low and x - half < end + LETTER
            end = x + half
            y = self.top + HEIGHT + LABEL_ROW * (2 if low else 1)
            ticks.append(Tick(time.words, x, y))
        return tuple(ticks)


def _anchor(x: int, half: int) -> str:
    """How words of a half width stand at a place, so that they stay beside the axis and before its end."""
    if x - half < LEFT:
        return "start"
    return "end" if x + half > RIGHT else "middle"
