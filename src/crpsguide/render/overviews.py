"""Overviews of studies: the participants as dots, and the effects with their intervals on a shared scale."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from crpsguide.frozen import frozen
from crpsguide.model import AxisWords, Finding, Site, Source, StudyOverview, Value
from crpsguide.render.words import short_number

DOTS_PER_ROW = 20
DOT_STEP = 6  # SVG units between two dots
MAX_DOTS = 200  # more could not be told apart
STRIP = 220  # SVG units; width of a strip
EDGE = 8  # SVG units; margin at both ends of a strip
ONE_TENTH = Decimal("0.1")


@frozen
class PeopleDots:
    """A drawing with one dot for each participant of a study."""

    count: int

    @property
    def width(self) -> int:
        """The width of the longest row, in SVG units."""
        return DOT_STEP * min(self.count, DOTS_PER_ROW)

    @property
    def height(self) -> int:
        """The height of all rows, in SVG units."""
        return DOT_STEP * -(-self.count // DOTS_PER_ROW)

    @property
    def path(self) -> str:
        """An SVG path with one line for each row, whose dashes are the dots."""
        rows = [min(DOTS_PER_ROW, self.count - start) for start in range(0, self.count, DOTS_PER_ROW)]
        return "".join(
            f"M{DOT_STEP // 2} {DOT_STEP * row + DOT_STEP // 2}h{DOT_STEP * (length - 1)}.01"
            for row, length in enumerate(rows)
        )


@frozen
class Strip:
    """An effect and its interval as x coordinates on the shared scale of an overview, with a text alternative."""

    low: int
    value: int
    high: int
    words: str
    axis: AxisWords
    width: int = STRIP

    @property
    def zero(self) -> int:
        """The x coordinate of no difference."""
        return self.width // 2


@frozen
class StudyRow:
    """One study in an overview."""

    source: Source
    finding: Finding
    people: PeopleDots | None
    strip: Strip | None


def study_rows(site: Site, block: StudyOverview) -> tuple[StudyRow, ...]:
    """The rows of a block, without findings that do not exist (a rule reports them)."""
    findings = site.findings(block.findings)
    effects = {
        finding.id: effect for finding in findings if (effect := next(filter(None, map(_effect, finding.values)), None))
    }
    reach = _scale_reach([*effects.values()])
    return tuple(
        StudyRow(
            source=site.sources[finding.source],
            finding=finding,
            people=_people(site.sources[finding.source]),
            strip=(
                _interval_strip(effects[finding.id], reach, block.axis)
                if finding.id in effects and block.axis
                else None
            ),
        )
        for finding in findings
    )


@frozen
class _ScaledEffect:
    """An effect as a fraction of its scale (0.2 for 2 points out of 10), whose highest score is `top`."""

    value: Decimal
    low: Decimal
    high: Decimal
    top: int

    def points(self, fraction: Decimal) -> str:
        return short_number(abs(fraction * self.top))


def _people(source: Source) -> PeopleDots | None:
    count = source.appraisal.people
    return PeopleDots(count) if count and count <= MAX_DOTS else None


def _effect(value: Value) -> _ScaledEffect | None:
    if value.number is None or value.interval is None or value.scale is None:
        return None
    top = Decimal(value.scale[1])
    low, high = value.interval
    return _ScaledEffect(value.number / top, low / top, high / top, value.scale[1])


def _scale_reach(effects: Sequence[_ScaledEffect]) -> Decimal:
    """How far the shared scale extends to both sides of no difference, as a fraction rounded up to tenths.

    It is symmetric, because both sides have a label.
    """
    farthest = max((abs(end) for effect in effects for end in (effect.low, effect.high)), default=Decimal(0))
    return max(farthest.quantize(ONE_TENTH, ROUND_CEILING), ONE_TENTH)


def _interval_strip(effect: _ScaledEffect, reach: Decimal, axis: AxisWords) -> Strip:
    def x(fraction: Decimal) -> int:
        return STRIP // 2 + int((STRIP // 2 - EDGE) * fraction / reach)

    return Strip(x(effect.low), x(effect.value), x(effect.high), _effect_words(effect, axis), axis)


def _effect_words(effect: _ScaledEffect, axis: AxisWords) -> str:
    """An effect and its interval in rounded numbers: `About 2 of 10 towards less pain. It could be 1 to 3`."""
    low, value, high = (effect.points(fraction) for fraction in (effect.low, effect.value, effect.high))
    side, other = (axis.above, axis.below) if effect.value >= 0 else (axis.below, axis.above)
    about = f"About {value} of {effect.top} towards {side}."
    if effect.low >= 0 or effect.high <= 0:
        return f"{about} It could be {' to '.join(sorted((low, high), key=Decimal))}."
    near, far = (low, high) if effect.value >= 0 else (high, low)
    return f"{about} It could be {far}, or {near if Decimal(near) else 'slightly'} towards {other}."
