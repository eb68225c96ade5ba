"""What the program is made of that others wrote: under which licence, and whether a hole in it is known.

python -m tests.supply licences    write the list of licences anew, as the installed packages declare them
python -m tests.supply holes       ask for known holes; ends with 1 when there is one
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
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
    written = (told["License"] or "").split("\n")[0].strip()
    return str(told["License-Expression"] or written or " or ".join(classified) or _licence_by_text(found))


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


def ask_for_holes() -> int:
    """Say which packages have a known hole; 1 if one has.

    Where the registry tells nothing of holes, that is said too: silence is no answer.
    """
    wanted = ["--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    files = [word for purpose in PURPOSES for word in ("-r", str(REQUIREMENTS / f"{purpose}.txt"))]
    asked = subprocess.run(
        [sys.executable, "-m", "pip_audit", *wanted, *files], capture_output=True, text=True, check=False
    )
    try:
        answers = json.loads(asked.stdout)["dependencies"]
    except ValueError:
        print(f"Holes: nobody could be asked. {asked.stderr.strip().splitlines()[-1:]}")
        return 0
    unknown = [one["name"] for one in answers if "skip_reason" in one]
    holes = [f"{one['name']} {one['version']}: {hole['id']}" for one in answers for hole in one.get("vulns", ())]
    print(f"Holes: {len(answers) - len(unknown)} packages asked about, {len(unknown)} of which nobody knew here.")
    print("\n".join(holes) or ("No hole is known." if len(unknown) < len(answers) else "Ask where holes are known."))
    return 1 if holes else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["licences"]:
        LICENCES.write_text(licence_list(), encoding="utf-8")
    else:
        sys.exit(ask_for_holes())
