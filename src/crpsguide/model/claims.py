"""Claims heard elsewhere, and our verdict on each."""

from dataclasses import dataclass
from enum import Enum

from crpsguide.model.evidence import FORBID, Value
from crpsguide.model.place import Place


class Verdict(Enum):
    """How a claim stands against the evidence."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    OVERSTATED = "overstated"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardClaim:
    """A claim, the verdict and why. `speaker` is the sort of site; no clinic is named to readers.

    `why` is Markdown and cites; `safer_wording` is the sentence that the evidence allows.
    `findings` are ids of findings, `source#key`.
    """

    __pydantic_config__ = FORBID

    id: str
    place: Place
    claim: str
    verdict: Verdict
    safer_wording: str
    why: str
    speaker: str
    heard_in: str
    findings: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    note: str = ""
