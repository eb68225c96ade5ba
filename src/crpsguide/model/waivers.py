"""Waivers: an editor's word that a rule does not hold at some place, and why."""

from crpsguide.frozen import frozen
from crpsguide.model.place import Place


@frozen
class Waiver:
    """One exception from one rule, on the lines from `first_line` to `last_line`.

    `rule` is a code or a name as it was typed, `reason` empty when none is given. `place` is where the
    waiver itself stands.
    """

    rule: str
    reason: str
    place: Place
    first_line: int
    last_line: int

    def covers(self, place: Place) -> bool:
        """Whether what begins at this place is on the waiver's lines."""
        return place.path == self.place.path and self.first_line <= place.line <= self.last_line
