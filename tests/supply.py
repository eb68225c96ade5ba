"""The dependencies: their pinned versions, their licences, and their known vulnerabilities.

python -m tests.supply    regenerate requirements/LICENCES.md from what the installed packages declare
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from tests.real_guide import ROOT

REQUIREMENTS = ROOT / "requirements"
LICENCES = REQUIREMENTS / "LICENCES.md"
HEAD = """\
# Licences

What `make` installs, under the licence that each package declares. `make lock` writes this list anew.

| package | licence | for |
|---|---|---|
"""
PURPOSES = {
    "site": "the site",
    "handouts": "handouts",
    "test": "tests",
}  # each installs the packages of those before it, and more
PACKAGE = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
ROW = re.compile(r"^\| ([\w.-]+) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def packages(purpose: str) -> Mapping[str, str]:
    """The pinned versions of the packages for a purpose, by name."""
    return dict(PACKAGE.findall((REQUIREMENTS / f"{purpose}.txt").read_text("utf-8")))


def listed_licences() -> Mapping[str, tuple[str, str]]:
    """The licence and the purpose of each package, as `LICENCES.md` lists them."""
    rows = ROW.findall(LICENCES.read_text("utf-8") if LICENCES.exists() else "")
    return {name: (licence, purpose) for name, licence, purpose in rows if name != "package"}


def declared_licence(package: str) -> str:
    """The licence in the metadata of an installed package; empty when the package is not installed."""
    try:
        found = distribution(package)
    except PackageNotFoundError:
        return ""
    metadata = found.metadata
    classifiers = [
        one.split(" :: ")[-1]
        for one in metadata.get_all("Classifier", [])
        if one.startswith("License :: OSI Approved ::")
    ]
    expression, written = (next(iter(metadata.get_all(name, [])), "") for name in ("License-Expression", "License"))
    return expression or written.split("\n")[0].strip() or " or ".join(classifiers) or _licence_by_text(found)


def _licence_by_text(found: Distribution) -> str:
    texts = [one.read_text("utf-8") for one in found.files or () if one.name.upper().startswith(("LICENSE", "LICENCE"))]
    return "MIT" if any("Permission is hereby granted, free of charge" in one for one in texts) else "not declared"


def licence_list() -> str:
    """The text of `LICENCES.md`. Packages for other systems, which are not installed here, keep their line."""
    before = listed_licences()
    rows: dict[str, str] = {}
    for purpose, words in PURPOSES.items():
        for name in packages(purpose):
            licence = declared_licence(name) or before.get(name, ("not known here", ""))[0]
            rows.setdefault(name, f"| {name} | {licence} | {words} |\n")
    return HEAD + "".join(rows[name] for name in sorted(rows))


@dataclass(frozen=True, slots=True)
class VulnerabilityReport:
    """The packages that were audited, the vulnerabilities known in them, and the packages that could not be audited.

    `failure` is the message of pip-audit when it could not audit at all.
    """

    audited: Sequence[str] = ()
    vulnerabilities: Sequence[str] = ()
    skipped: Sequence[str] = ()
    failure: str = ""


def known_vulnerabilities() -> VulnerabilityReport:
    """Run pip-audit over all pinned packages."""
    options = ["--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    files = [word for purpose in PURPOSES for word in ("-r", str(REQUIREMENTS / f"{purpose}.txt"))]
    run = subprocess.run(
        [sys.executable, "-m", "pip_audit", *options, *files], capture_output=True, text=True, check=False
    )
    try:
        dependencies = json.loads(run.stdout)["dependencies"]
    except ValueError:
        return VulnerabilityReport(failure=" ".join(run.stderr.strip().splitlines()[-1:]))
    return VulnerabilityReport(
        audited=[one["name"] for one in dependencies if "skip_reason" not in one],
        vulnerabilities=[
            f"{one['name']} {one['version']}: {found['id']}" for one in dependencies for found in one.get("vulns", ())
        ],
        skipped=[one["name"] for one in dependencies if "skip_reason" in one],
    )


if __name__ == "__main__":
    LICENCES.write_text(licence_list(), encoding="utf-8")
