"""The site under audit, and the outcome of one step of the audit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.audit.host import Host


@dataclass(frozen=True, slots=True)
class Audit:
    """The built site, the host that serves it, and the folders of the audit.

    `kinds`: the address of one page of each kind. `tools`: contains `node_modules`. `results`: where a step may write
    files for people, such as screenshots.
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
    """The scope of a step in words, its findings, and figures for the report."""

    scope: str
    findings: Sequence[str]
    figures: Sequence[str] = ()
