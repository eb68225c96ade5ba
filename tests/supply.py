"""What the program is made of that others wrote: under which licence, and whether a hole in it is known.

python -m tests.supply    write the list of licences anew, as the installed packages declare them
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
PURPOSES = {"site": "the site", "handouts": "handouts", "test": "tests"}  # in the order in which they add packages
PACKAGE = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
ROW = re.compile(r"^\| ([\w.-]+) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def packages(purpose: str) -> Mapping[str, str]:
    """The versions that are installed for a purpose, by the names of the packages."""
    return dict(PACKAGE.findall((REQUIREMENTS / f"{purpose}.txt").read_text("utf-8")))


def listed_licences() -> Mapping[str, tuple[str, str]]:
    """The list as it stands: licence and purpose by package."""
    rows = ROW.findall(LICENCES.read_text("utf-8") if LICENCES.exists() else "")
    return {name: (licence, purpose) for name, licence, purpose in rows if name != "package"}


def declared_licence(package: str) -> str:
    """The licence that an installed package declares; nothing when it is not installed here."""
    try:
        found = distribution(package)
    except PackageNotFoundError:
        return ""
    told = found.metadata
    classified = [
        one.split(" :: ")[-1] for one in told.get_all("Classifier", []) if one.startswith("License :: OSI Approved ::")
    ]
    expression, written = (next(iter(told.get_all(name, [])), "") for name in ("License-Expression", "License"))
    return expression or written.split("\n")[0].strip() or " or ".join(classified) or _licence_by_text(found)


def _licence_by_text(found: Distribution) -> str:
    texts = [one.read_text("utf-8") for one in found.files or () if one.name.upper().startswith(("LICENSE", "LICENCE"))]
    return "MIT" if any("Permission is hereby granted, free of charge" in one for one in texts) else "not declared"


def licence_list() -> str:
    """The list as the installed packages would have it; those of other systems keep what is written."""
    before = listed_licences()
    rows: dict[str, str] = {}
    for purpose, words in PURPOSES.items():
        for name in packages(purpose):
            licence = declared_licence(name) or before.get(name, ("not known here", ""))[0]
            rows.setdefault(name, f"| {name} | {licence} | {words} |\n")
    return HEAD + "".join(rows[name] for name in sorted(rows))


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which packages somebody could tell, the holes known in them, and of which nobody knew."""

    answered: Sequence[str] = ()
    holes: Sequence[str] = ()
    unknown: Sequence[str] = ()
    trouble: str = ""


def known_holes() -> Asked:
    """Ask for known holes in all that is installed. Silence is no answer, and is told."""
    wanted = ["--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    files = [word for purpose in PURPOSES for word in ("-r", str(REQUIREMENTS / f"{purpose}.txt"))]
    asked = subprocess.run(
        [sys.executable, "-m", "pip_audit", *wanted, *files], capture_output=True, text=True, check=False
    )
    try:
        answers = json.loads(asked.stdout)["dependencies"]
    except ValueError:
        return Asked(trouble=" ".join(asked.stderr.strip().splitlines()[-1:]))
    return Asked(
        answered=[one["name"] for one in answers if "skip_reason" not in one],
        holes=[f"{one['name']} {one['version']}: {hole['id']}" for one in answers for hole in one.get("vulns", ())],
        unknown=[one["name"] for one in answers if "skip_reason" in one],
    )


if __name__ == "__main__":
    LICENCES.write_text(licence_list(), encoding="utf-8")
