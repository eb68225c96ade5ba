"""Diagnostics of a check, and waivers: exceptions that editors make from rules."""

from enum import Enum

from crpsguide.frozen import frozen
from crpsguide.model.place import Place


class Severity(Enum):
    """Errors block publishing, warnings block with `--strict`, advice never."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@frozen
class Diagnostic:
    """One message to the editor.

    `code` is the checklist item (`E1`), `name` the name of the rule (`unknown-citation`), `message` one sentence about
    this place, `help` the next step.
    """

    place: Place
    code: str
    name: str
    severity: Severity
    message: str
    help: str


@frozen
class Trouble:
    """A fault found by `read`, for a rule of `check` to report; `kind` is the name of that rule."""

    kind: str
    place: Place
    message: str
    help: str


@frozen
class RuleHelp:
    """The documentation of a rule: `page` is its docstring, with the reason, a wrong and a right example."""

    code: str
    name: str
    severity: Severity
    page: str


@frozen
class Waiver:
    """An exception from a rule for the lines from `first_line` to `last_line`.

    `rule` is a code or a name as written; `reason` may be empty; `place` is that of the waiver itself.
    """

    rule: str
    reason: str
    place: Place
    first_line: int
    last_line: int

    def covers(self, place: Place) -> bool:
        """Whether a place begins on the waiver's lines."""
        return place.path == self.place.path and self.first_line <= place.line <= self.last_line


@frozen
class ReadingGrade:
    """The reading level of a page as a US school grade (Flesch-Kincaid).

    `grade` excludes names, `raw` includes them; `words` is the number of words of its running text.
    """

    words: int
    grade: float
    raw: float
