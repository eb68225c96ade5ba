"""An overview of studies: their people as dots, and their effects with intervals on one scale."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from crpsguide.frozen import frozen
from crpsguide.model import AxisWords, Finding, Site, Source, StudyOverview, Value
from crpsguide.render.words import short_number

DOTS_PER_ROW = 20
DOT_STEP = 6  # the picture's own units between two dots
MOST_DOTS = 200  # more could not be seen one by one
STRIP = 220  # width of the picture of an interval
EDGE = 8
TENTH = Decimal("0.1")


@frozen
class PeopleDots:
    """One dot for each person of a study."""

    count: int

    @property
    def width(self) -> int:
        """Of the fullest row."""
        return DOT_STEP * min(self.count, DOTS_PER_ROW)

    @property
    def height(self) -> int:
        """Of all rows."""
        return DOT_STEP * -(-self.count // DOTS_PER_ROW)

    @property
    def path(self) -> str:
        """A stroke through each row; its dashes are the dots."""
        rows = [min(DOTS_PER_ROW, self.count - at) for at in range(0, self.count, DOTS_PER_ROW)]
        return "".join(
            f"M{DOT_STEP // 2} {DOT_STEP * row + DOT_STEP // 2}h{DOT_STEP * (length - 1)}.01"
            for row, length in enumerate(rows)
        )


@frozen
class Strip:
    """An effect and its interval on the scale that all studies of an overview share."""

    low: int
    value: int
    high: int
    words: str
    axis: AxisWords
    width: int = STRIP

    @property
    def zero(self) -> int:
        """Where the line of no difference stands."""
        return self.width // 2


@frozen
class StudyRow:
    """One study in an overview."""

    source: Source
    finding: Finding
    people: PeopleDots | None
    strip: Strip | None


def study_rows(site: Site, block: StudyOverview) -> tuple[StudyRow, ...]:
    """The rows of a block; findings that are not in the guide are left out (a rule reports them)."""
    findings = site.findings(block.findings)
    effects = {one.id: effect for one in findings if (effect := next(filter(None, map(_effect, one.values)), None))}
    span = _span([*effects.values()])
    return tuple(
        StudyRow(
            source=site.sources[one.source],
            finding=one,
            people=_people(site.sources[one.source]),
            strip=_strip(effects[one.id], span, block.axis) if one.id in effects and block.axis else None,
        )
        for one in findings
    )


@frozen
class _Effect:
    """An effect as parts of its scale: 0.2 for 2 points out of 10."""

    value: Decimal
    low: Decimal
    high: Decimal
    top: int

    def points(self, part: Decimal) -> str:
        return short_number(abs(part * self.top))


def _people(source: Source) -> PeopleDots | None:
    count = source.appraisal.people
    return PeopleDots(count) if count and count <= MOST_DOTS else None


def _effect(value: Value) -> _Effect | None:
    if value.number is None or value.interval is None or value.scale is None:
        return None
    top = Decimal(value.scale[1])
    low, high = value.interval
    return _Effect(value.number / top, low / top, high / top, value.scale[1])


def _span(effects: Sequence[_Effect]) -> Decimal:
    """How far the shared scale reaches to either side of no difference, in whole tenths: words stand on both."""
    farthest = max((abs(end) for one in effects for end in (one.low, one.high)), default=Decimal(0))
    return max(farthest.quantize(TENTH, ROUND_CEILING), TENTH)


def _strip(effect: _Effect, span: Decimal, axis: AxisWords) -> Strip:
    def at(part: Decimal) -> int:
        return STRIP // 2 + int((STRIP // 2 - EDGE) * part / span)

    return Strip(at(effect.low), at(effect.value), at(effect.high), _words(effect, axis), axis)


def _words(effect: _Effect, axis: AxisWords) -> str:
    """An effect and its interval in short numbers, such as `About 2 of 10 towards less pain. It could be 1 to 3`."""
    low, value, high = (effect.points(one) for one in (effect.low, effect.value, effect.high))
    side, other = (axis.above, axis.below) if effect.value >= 0 else (axis.below, axis.above)
    about = f"About {value} of {effect.top} towards {side}."
    if effect.low >= 0 or effect.high <= 0:
        return f"{about} It could be {' to '.join(sorted((low, high), key=Decimal))}."
    near, far = (low, high) if effect.value >= 0 else (high, low)
    return f"{about} It could be {far}, or {near if Decimal(near) else 'slightly'} towards {other}."
