"""What a check has to say, and what editors allow: values, not prints."""

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

    `code` is the checklist item (E1), `name` says in words what is wrong (unknown-citation),
    `message` is one sentence about this place, `help` the next step.
    """

    place: Place
    code: str
    name: str
    severity: Severity
    message: str
    help: str


@frozen
class Trouble:
    """Something that reading met and could not take as it stands, kept for a rule to report.

    `kind` is the name of the rule that speaks of it.
    """

    kind: str
    place: Place
    message: str
    help: str


@frozen
class RuleHelp:
    """A rule in words, for programs that show it: `page` is what, why it matters, wrong, right."""

    code: str
    name: str
    severity: Severity
    page: str


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


@frozen
class ReadingGrade:
    """US school grades that a page asks of its reader (Flesch-Kincaid).

    `grade` is counted without names, `raw` with them; `words` are all words of its running text.
    """

    words: int
    grade: float
    raw: float
