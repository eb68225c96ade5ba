"""Every rule explains itself, and the page made of all rules is the latest."""

import re
from pathlib import Path

import pytest

from crpsguide.check import RULES
from crpsguide.check.handbook import LETTERS, handbook
from crpsguide.check.rule import Rule

RULES_PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
PAGE = re.compile(
    r"(?P<what>[A-Z][^\n]+\.)\n\nWhy it matters: (?P<why>.+?[.?])\n\n"
    r"Wrong: (?P<wrong>[^\n]+)\nRight: (?P<right>[^\n]+)",
    re.DOTALL,
)


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


def test_the_page_of_all_rules_is_the_latest() -> None:
    message = "Make it again: python -m crpsguide.check.handbook > docs/rules.md"

    assert RULES_PAGE.read_text(encoding="utf-8") == handbook(), message
