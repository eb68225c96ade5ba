"""Pictures of a hundred: how many dots are filled, and the same in words."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from crpsguide.model import Finding, IconArray, NamedValue, Site

DOTS = 100
PER_ROW = 10
STEP = 12  # units of the picture's own grid between two dots
RADIUS = 4


@dataclass(frozen=True, slots=True)
class DotArray:
    """One picture: `count` of a hundred dots are filled, counted along the rows."""

    label: str
    count: int
    finding: Finding

    @property
    def rest(self) -> int:
        """Those to whom it did not happen."""
        return DOTS - self.count

    @property
    def size(self) -> int:
        """Width and height in the picture's own units."""
        return PER_ROW * STEP

    @property
    def filled(self) -> str:
        """The path of the filled dots."""
        return "".join(_dot(at) for at in range(self.count))

    @property
    def hollow(self) -> str:
        """The path of the hollow dots."""
        return "".join(_dot(at) for at in range(self.count, DOTS))


def dot_arrays(site: Site, block: IconArray) -> tuple[DotArray, ...]:
    """The pictures of a block; a group whose number is in no finding is left out (a rule reports it)."""
    return tuple(one for group in block.groups if (one := _dot_array(site, group)))


def _dot_array(site: Site, group: NamedValue) -> DotArray | None:
    finding = site.finding(group.finding)
    if finding is None:
        return None
    for value in finding.values:
        if value.of == group.of and value.number is not None and 0 <= value.number <= DOTS:
            return DotArray(group.label, int(value.number.quantize(Decimal(1), ROUND_HALF_UP)), finding)
    return None


def _dot(at: int) -> str:
    row, column = divmod(at, PER_ROW)
    x, y = column * STEP + STEP // 2 - RADIUS, row * STEP + STEP // 2
    return f"M{x} {y}a{RADIUS} {RADIUS} 0 1 0 {2 * RADIUS} 0a{RADIUS} {RADIUS} 0 1 0-{2 * RADIUS} 0"
