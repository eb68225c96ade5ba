"""The rules as a page to read, made of their docstrings: `python -m crpsguide.check.handbook` prints it."""

import re
import sys
from collections.abc import Iterator
from itertools import groupby

from crpsguide.check import RULES
from crpsguide.check.rule import Rule

# In the order of the checklist for patient information, then the letters that it does not use.
LETTERS = {
    "S": "message and structure",
    "R": "reading",
    "E": "evidence, certainty, balance",
    "N": "numbers",
    "C": "action and choice",
    "D": "decision aids",
    "A": "access",
    "T": "trust",
    "U": "urgent help",
    "W": "wording",
    "L": "links",
    "P": "pages, front matter and files",
    "X": "text that would be lost",
    "O": "what only the web can tell",
}


def handbook() -> str:
    """All rules in Markdown, by letter and code."""
    in_order = sorted(RULES, key=lambda one: ([*LETTERS].index(one.code[0]), int(one.code[1:])))
    parts = [
        "# Rules",
        "Made of the rules' own words by `python -m crpsguide.check.handbook > docs/rules.md`."
        " `crpsguide check --explain NAME` tells one of them.",
        "An error stops the build, a warning does so with `--strict`, advice never does.",
    ]
    for letter, group in groupby(in_order, key=lambda one: one.code[0]):
        parts.append(f"## {letter}: {LETTERS[letter]}")
        parts += [part for one in group for part in _entry(one)]
    return "\n\n".join(parts) + "\n"


def _entry(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name} ({rule.severity.value})"
    # Two spaces keep the line of “Right” below that of “Wrong”.
    yield re.sub(r"\n(?=Right:)", "  \n", rule.page)


if __name__ == "__main__":
    sys.stdout.write(handbook())
