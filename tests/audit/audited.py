"""What is audited, and what a step of the audit finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.audit.host import Host


@dataclass(frozen=True, slots=True)
class Audited:
    """The finished site, and where the tools stand.

    `kinds` is the address of a page of each kind; `tools` holds `node_modules`; in `results` each step may keep
    files for people to look at.
    """

    site: Path
    host: Host
    kinds: Mapping[str, str]
    tools: Path
    results: Path

    def files(self, *suffixes: str) -> list[Path]:
        """The files of the site with one of the suffixes, such as `.html`."""
        return sorted(one for one in self.site.rglob("*") if one.suffix in suffixes)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step looked at, what it found wrong, and figures that are worth telling."""

    looked_at: str
    findings: Sequence[str]
    figures: Sequence[str] = ()
