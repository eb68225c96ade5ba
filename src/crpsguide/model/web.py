"""Results of checking web addresses; the requests are sent by `probe`."""

from datetime import date
from enum import Enum

from crpsguide.frozen import frozen


class Reach(Enum):
    """Whether an address can be reached.

    `MOVED` means a permanent redirect, `GONE` a status 404 or 410. Everything inconclusive (refusal, server error,
    timeout, bad certificate) is `UNKNOWN`.
    """

    OK = "ok"
    MOVED = "moved"
    GONE = "gone"
    UNKNOWN = "unknown"


@frozen
class Answer:
    """The result for one address on the day `seen`: `target` if it moved, `reason` if it is gone or unknown."""

    reach: Reach
    seen: date
    reason: str = ""
    target: str = ""
