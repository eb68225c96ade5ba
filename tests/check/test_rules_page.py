"""Every rule explains itself, and the page made of all rules, `docs/rules.md`, is the latest."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from crpsguide.check import RULES
from crpsguide.check.rule import Rule

RULES_PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
AGAIN = "pytest tests/check/test_rules_page.py --update-golden"
PAGE = re.compile(
    r"(?P<what>[A-Z][^\n]+\.)\n\nWhy it matters: (?P<why>.+?[.?])\n\n"
    r"Wrong: (?P<wrong>[^\n]+)\nRight: (?P<right>[^\n]+)",
    re.DOTALL,
)
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


def rules_page() -> str:
    """All rules in Markdown, by letter and code."""
    in_order = sorted(RULES, key=lambda one: ([*LETTERS].index(one.code[0]), int(one.code[1:])))
    parts = [
        "# Rules",
        f"Made of the rules' own words by `{AGAIN}`. `crpsguide check --explain NAME` tells one of them.",
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_why_wrong_and_right(rule: Rule) -> None:
    assert PAGE.fullmatch(rule.page.strip())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_code_of_a_known_letter(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d+", rule.code)
    assert rule.code[0] in LETTERS


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in RULES]

    assert sorted(set(names)) == sorted(names)


def test_no_name_could_be_taken_for_a_code() -> None:
    assert [rule.name for rule in RULES if not re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)] == []


def test_the_page_of_all_rules_is_the_latest(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        RULES_PAGE.write_text(rules_page(), encoding="utf-8")

    assert RULES_PAGE.read_text(encoding="utf-8") == rules_page(), f"Make it again: {AGAIN}"
