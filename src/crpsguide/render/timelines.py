"""Charts of scores over time: the coordinates of points, labels and axis, and the texts of the labels."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import hypot

from crpsguide.frozen import frozen
from crpsguide.model import Finding, NamedValue, Site, Time, TimeLine, Value
from crpsguide.render.words import short_number

# In SVG units: about one pixel on a phone.
WIDTH = 320
LEFT, RIGHT = 36, 212  # ends of the time axis; right of it is a text on the time after the last result
HEIGHT = 150  # of the score axis
LEGEND_ROW = 26
LABEL_ABOVE, LABEL_BELOW = -13, 25  # from a point to the baseline of its label
CHARACTER_WIDTH = 8  # in a label, at most
LABEL_ROW = 22
MARK_GAP = 9  # from the centre of a mark to the start of its line
HALF_LABEL = 28  # half the width of a score's label


@frozen
class ScorePoint:
    """A point: the words and position of its label, and the label's `text-anchor`."""

    words: str
    x: int
    y: int
    label_y: int
    anchor: str


@frozen
class ScoreLine:
    """The scores of one group in order of time; `number` is 1 for filled marks, 2 for hollow ones."""

    label: str
    number: int
    legend_y: int
    points: tuple[ScorePoint, ...]

    @property
    def path(self) -> str:
        """The SVG path of the lines between marks, with gaps so that hollow marks stay hollow; empty for one point."""
        return "".join(_segment(start, end) for start, end in pairwise(self.points))


@frozen
class UnscoredTime:
    """A time at which a finding reports something other than a score."""

    label: str
    legend_y: int
    x: int


@frozen
class Tick:
    """A time on the axis, with the position of its label."""

    words: str
    x: int
    y: int


@frozen
class TimeChart:
    """A chart of scores over time, for the template.

    `descriptions` are the times, each with its text alternative; `last` is the label of the latest time.
    """

    scale: tuple[int, int]
    lines: tuple[ScoreLine, ...]
    unscored: tuple[UnscoredTime, ...]
    ticks: tuple[Tick, ...]
    descriptions: tuple[tuple[str, str], ...]
    last: str
    findings: tuple[Finding, ...]
    top: int
    width: int = WIDTH
    left: int = LEFT
    right: int = RIGHT

    @property
    def bottom(self) -> int:
        """The y coordinate of the time axis."""
        return self.top + HEIGHT

    @property
    def middle(self) -> int:
        """The y coordinate half-way up the score axis."""
        return self.top + HEIGHT // 2

    @property
    def height(self) -> int:
        """The picture's height."""
        return max(tick.y for tick in self.ticks) + 8


@frozen
class _TimedValue:
    """A value that a block names, with its time and the label from the block."""

    label: str
    value: Value
    time: Time
    finding: Finding


def time_chart(site: Site, block: TimeLine) -> TimeChart | None:
    """The chart of a block; None if none of its scores can be shown (a rule reports that)."""
    scores = [timed for timed in _timed_values(site, block.scores) if _is_score(timed.value)]
    moments = _timed_values(site, block.moments)
    if not scores:
        return None
    scale = scores[0].value.scale
    assert scale is not None
    labels = tuple(dict.fromkeys(score.label for score in scores))
    rows = len(labels) + len(moments)
    times = sorted({timed.time.days: timed.time for timed in (*scores, *moments)}.items())
    last = times[-1][1]
    axis = _Axis(last.days, scale, top=LEGEND_ROW * rows + LABEL_ROW)
    return TimeChart(
        scale=scale,
        lines=tuple(
            ScoreLine(label, number, LEGEND_ROW * (number - 1) + 12, axis.points(label, scores))
            for number, label in enumerate(labels, start=1)
        ),
        unscored=tuple(
            UnscoredTime(moment.label, LEGEND_ROW * (row - 1) + 12, axis.x(moment.time))
            for row, moment in enumerate(moments, start=len(labels) + 1)
        ),
        ticks=axis.ticks([time for _, time in times]),
        descriptions=tuple((time.words, _time_words(time, scores, moments)) for _, time in times),
        last=last.words,
        findings=tuple({timed.finding.id: timed.finding for timed in (*scores, *moments)}.values()),
        top=axis.top,
    )


def rounded_words(number: Decimal) -> str:
    """A score rounded for a label: `about 3`, or `6` if it is exactly that.

    >>> rounded_words(Decimal("2.68")), rounded_words(Decimal("6.0"))
    ('about 3', '6')
    """
    short = short_number(number)
    return short if Decimal(short) == number else f"about {short}"


def _timed_values(site: Site, wanted: Sequence[NamedValue]) -> list[_TimedValue]:
    found = []
    for named in wanted:
        finding = site.finding(named.finding)
        for value in finding.values if finding else ():
            if finding and value.of == named.of and value.time:
                found.append(_TimedValue(named.label, value, value.time, finding))
    return found


def _segment(start: ScorePoint, end: ScorePoint) -> str:
    """The SVG path of the line from mark to mark; empty if they are too close for one."""
    x, y = end.x - start.x, end.y - start.y
    length = hypot(x, y)
    if length <= 2 * MARK_GAP:
        return ""
    x, y = round(x * MARK_GAP / length), round(y * MARK_GAP / length)
    return f"M{start.x + x} {start.y + y}L{end.x - x} {end.y - y}"


def _is_score(value: Value) -> bool:
    return bool(value.at) and value.scale is not None and value.number is not None


def _time_words(time: Time, scores: Sequence[_TimedValue], moments: Sequence[_TimedValue]) -> str:
    """The text alternative for everything that the chart shows at one time."""
    parts = [
        f"{rounded_words(score.value.number)} {score.label}"
        for score in scores
        if score.time.days == time.days and score.value.number is not None
    ]
    parts += [moment.label for moment in moments if moment.time.days == time.days]
    return ", ".join(parts)


@frozen
class _Axis:
    """Converts times and scores to SVG coordinates."""

    last: Decimal
    scale: tuple[int, int]
    top: int

    def x(self, time: Time) -> int:
        return LEFT + int((RIGHT - LEFT) * time.days / self.last) if self.last else RIGHT

    def y(self, score: Decimal) -> int:
        low, high = self.scale
        return self.top + HEIGHT - int(HEIGHT * (score - low) / (high - low))

    def points(self, label: str, scores: Sequence[_TimedValue]) -> tuple[ScorePoint, ...]:
        group = sorted((score for score in scores if score.label == label), key=lambda score: score.time.days)
        return tuple(self._point(score, scores) for score in group)

    def _point(self, score: _TimedValue, scores: Sequence[_TimedValue]) -> ScorePoint:
        number = score.value.number
        assert number is not None
        same_time = [other.value.number or Decimal(0) for other in scores if other.time.days == score.time.days]
        x, y = self.x(score.time), self.y(number)
        return ScorePoint(
            rounded_words(number),
            x,
            y,
            y + (LABEL_ABOVE if number == max(same_time) else LABEL_BELOW),
            _text_anchor(x, HALF_LABEL),
        )

    def ticks(self, times: Sequence[Time]) -> tuple[Tick, ...]:
        """The times with their labels, one row lower where a label would overlap the previous one."""
        ticks: list[Tick] = []
        end, low = -CHARACTER_WIDTH, False
        for time in times:
            half = CHARACTER_WIDTH * len(time.words) // 2
            x = self.x(time)
            low = not low and x - half < end + CHARACTER_WIDTH
            end = x + half
            y = self.top + HEIGHT + LABEL_ROW * (2 if low else 1)
            ticks.append(Tick(time.words, x, y))
        return tuple(ticks)


def _text_anchor(x: int, half: int) -> str:
    """The `text-anchor` that keeps a text at `x`, of half width `half`, between the ends of the axis."""
    if x - half < LEFT:
        return "start"
    return "end" if x + half > RIGHT else "middle"
