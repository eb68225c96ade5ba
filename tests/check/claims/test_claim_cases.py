"""Labelled sentences: what the rule gets right, and how often. The cases stand in `cases/claims*.yaml`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from crpsguide.check.claims import Setting, why_no_source
from crpsguide.model import PassageKind

CASES = Path(__file__).parent.parent / "cases"
NEVER_SCOLDED = ("empathy", "question", "navigation")  # what makes editors switch a checker off


def cases(name: str) -> Sequence[Mapping[str, Any]]:
    loaded: Sequence[Mapping[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))["sentences"]
    return loaded


def needs_source(case: Mapping[str, Any]) -> bool:
    """What the rule says: a list item when there is a heading that matters, else a paragraph."""
    heading = case.get("context", "")
    kind = PassageKind.ITEM if heading else PassageKind.PARAGRAPH
    return why_no_source(case["text"], Setting(heading=heading, kind=kind)) is None


@pytest.mark.parametrize("case", [pytest.param(one, id=f"{one['id']} {one['category']}") for one in cases("claims")])
def test_a_labelled_sentence_is_judged_as_labelled(case: Mapping[str, Any]) -> None:
    assert needs_source(case) == case["needs_source"]


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [
        pytest.param("claims", 1, 1, id="the labelled sample"),
        pytest.param("claims-tuned", 0.99, 0.98, id="made better with these"),
        pytest.param("claims-unseen", 0.95, 0.92, id="written afterwards"),
    ],
)
def test_few_claims_are_missed_and_few_sentences_scolded(name: str, recall: float, precision: float) -> None:
    claims = {one["id"] for one in cases(name) if one["needs_source"]}

    told = {one["id"] for one in cases(name) if needs_source(one)}

    assert len(told & claims) >= recall * len(claims)
    assert len(told & claims) >= precision * len(told)


@pytest.mark.parametrize("name", ["claims", "claims-tuned", "claims-unseen"])
def test_kind_words_questions_and_ways_through_are_hardly_ever_scolded(name: str) -> None:
    harmless = [one for one in cases(name) if one["category"] in NEVER_SCOLDED and not one["needs_source"]]

    scolded = [one["text"] for one in harmless if needs_source(one)]

    assert len(scolded) <= 0.03 * len(harmless)
