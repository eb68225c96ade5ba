"""Sentences of all sorts, each with one rule that must speak of it, or must not."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from tests.check.guides import TRIAL, MakeSite
from tests.check.written import guide_page

from crpsguide.check import RULES

CASES: Sequence[Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/rules-unseen.yaml").read_text(encoding="utf-8")
)
WORDING = Path(__file__).parents[2] / "content/wording"
OF_PRAISE = {"superiority": {"superiority", "overclaim"}}  # the one leaves to the other what both could tell
GLOSSARY = "opioid: {term: opioid, plain: a strong painkiller, meaning: A medicine., forms: [opioids]}\n"
ONLY_WHERE_CITED = {"frequency-word-alone"}
OF_AIDS = {"winner-named"}


@pytest.fixture(scope="module")
def lists() -> dict[str, str]:
    """The guide's own lists of words."""
    return {f"wording/{one.name}": one.read_text(encoding="utf-8") for one in WORDING.glob("*.yaml")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['rule']}")
def test_a_rule_speaks_of_what_it_is_for_and_of_nothing_else(
    case: Mapping[str, Any], lists: Mapping[str, str], make_site: MakeSite
) -> None:
    text, rule = case["text"], case["rule"]
    cited = f"{text[:-1]}[@trial#week-1]{text[-1]}" if rule in ONLY_WHERE_CITED else text
    page = guide_page(cited, type="tool", tags="[decision-aid]") if rule in OF_AIDS else guide_page(cited)
    site = make_site({**lists, "glossary.yaml": GLOSSARY, "evidence/trial.yaml": TRIAL}, index=page)

    found = [one for known in RULES if known.name in OF_PRAISE.get(rule, {rule}) for one in known.check(site)]

    assert any(one.place.path == PurePosixPath("content/pages/index.md") for one in found) is case["told"]
