"""What the web answered, and when: values, for the asking is done elsewhere."""

from datetime import date
from enum import Enum

from crpsguide.frozen import frozen


class Reach(Enum):
    """What became of an address.

    `MOVED` is told only where a server says that it is for good, `GONE` where it says that nothing is
    there. All that leaves a doubt (a refusal, a fault, silence, a bad certificate) is `UNKNOWN`.
    """

    OK = "ok"
    MOVED = "moved"
    GONE = "gone"
    UNKNOWN = "unknown"


@frozen
class Answer:
    """What came of asking for one address. `target` is where it has moved to, `reason` why nothing is known."""

    reach: Reach
    seen: date
    reason: str = ""
    target: str = ""
