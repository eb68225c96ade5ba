"""Pictures of a hundred: how many dots are filled, and the same in words."""

from decimal import ROUND_HALF_UP, Decimal

from crpsguide.frozen import frozen
from crpsguide.model import Finding, IconArray, NamedValue, Site

DOTS = 100
PER_ROW = 10
STEP = 12  # units of the picture's own grid between two dots
RADIUS = 4


@frozen
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
        return _dots(range(self.count))

    @property
    def hollow(self) -> str:
        """The path of the hollow dots."""
        return _dots(range(self.count, DOTS))


def dot_arrays(site: Site, block: IconArray) -> tuple[DotArray, ...]:
    """The pictures of a block; a group whose number is in no finding is left out (a rule reports it)."""
    return tuple(one for group in block.groups if (one := _dot_array(site, group)))


def _dot_array(site: Site, group: NamedValue) -> DotArray | None:
    finding = site.finding(group.finding)
    for value in finding.values if finding else ():
        if finding and value.of == group.of and value.is_out_of_100 and value.number is not None:
            return DotArray(group.label, int(value.number.quantize(Decimal(1), ROUND_HALF_UP)), finding)
    return None


def _dots(places: range) -> str:
    """Circles one after the other, each reached from the one before: like words are sent in few bytes."""
    circle = f"a{RADIUS} {RADIUS} 0 1 0 {2 * RADIUS} 0a{RADIUS} {RADIUS} 0 1 0-{2 * RADIUS} 0"
    path = ""
    for at in places:
        row, column = divmod(at, PER_ROW)
        if not path:
            path = f"M{column * STEP + STEP // 2 - RADIUS} {row * STEP + STEP // 2}"
        elif column:
            path += f"m{STEP} 0"
        else:
            path += f"m-{(PER_ROW - 1) * STEP} {STEP}"
        path += circle
    return path
