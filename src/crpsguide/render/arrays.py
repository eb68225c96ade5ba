"""Icon arrays: 100 dots, of which as many are filled as people out of 100 are affected."""

from decimal import ROUND_HALF_UP, Decimal

from crpsguide.frozen import frozen
from crpsguide.model import Finding, IconArray, NamedValue, Site

DOTS = 100
PER_ROW = 10
STEP = 12  # SVG units between two dots
RADIUS = 4  # SVG units


@frozen
class DotArray:
    """One icon array, whose first `count` dots, row by row, are filled."""

    label: str
    count: int
    finding: Finding

    @property
    def rest(self) -> int:
        """The number of hollow dots."""
        return DOTS - self.count

    @property
    def size(self) -> int:
        """Width and height in SVG units."""
        return PER_ROW * STEP

    @property
    def filled(self) -> str:
        """The SVG path of the filled dots."""
        return _dots(range(self.count))

    @property
    def hollow(self) -> str:
        """The SVG path of the hollow dots."""
        return _dots(range(self.count, DOTS))


def dot_arrays(site: Site, block: IconArray) -> tuple[DotArray, ...]:
    """The icon arrays of a block, without groups whose number is in no finding (a rule reports them)."""
    return tuple(array for group in block.groups if (array := _dot_array(site, group)))


def _dot_array(site: Site, group: NamedValue) -> DotArray | None:
    finding = site.finding(group.finding)
    for value in finding.values if finding else ():
        if finding and value.of == group.of and value.is_out_of_100 and value.number is not None:
            return DotArray(group.label, int(value.number.quantize(Decimal(1), ROUND_HALF_UP)), finding)
    return None


def _dots(indexes: range) -> str:
    """The SVG path of dots at these indexes; all steps are relative, because repeated text compresses well."""
    circle = f"a{RADIUS} {RADIUS} 0 1 0 {2 * RADIUS} 0a{RADIUS} {RADIUS} 0 1 0-{2 * RADIUS} 0"
    path = ""
    for index in indexes:
        row, column = divmod(index, PER_ROW)
        if not path:
            path = f"M{column * STEP + STEP // 2 - RADIUS} {row * STEP + STEP // 2}"
        elif column:
            path += f"m{STEP} 0"
        else:
            path += f"m-{(PER_ROW - 1) * STEP} {STEP}"
        path += circle
    return path
