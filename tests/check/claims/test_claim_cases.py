"""Labelled sentences: what the rule gets right, and how often, with this guide's own words of health.

The cases stand in `cases/claims*.yaml`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from crpsguide.check.claims import Setting, why_no_source
from crpsguide.check.vocabulary import HealthWords, health_words
from crpsguide.model import PassageKind
from crpsguide.read import read_site

CASES = Path(__file__).parent.parent / "cases"
HEALTH_WORDS = Path(__file__).parents[3] / "content/wording/health-words.yaml"
NEVER_SCOLDED = ("empathy", "question", "navigation")  # what makes editors switch a checker off


def cases(name: str) -> Sequence[Mapping[str, Any]]:
    loaded: Sequence[Mapping[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))["sentences"]
    return loaded


@pytest.fixture(scope="module")
def own_words(tmp_path_factory: pytest.TempPathFactory) -> HealthWords:
    """The words of health that this guide lists."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "content/wording").mkdir(parents=True)
    (folder / "content/wording/health-words.yaml").write_bytes(HEALTH_WORDS.read_bytes())
    return health_words(read_site(folder))


def needs_source(case: Mapping[str, Any], own_words: HealthWords) -> bool:
    """What the rule says: a list item when there is a heading that matters, else a paragraph."""
    heading = case.get("context", "")
    kind = PassageKind.ITEM if heading else PassageKind.PARAGRAPH
    return why_no_source(case["text"], Setting(heading=heading, kind=kind, own_words=own_words)) is None


@pytest.mark.parametrize("case", [pytest.param(one, id=f"{one['id']} {one['category']}") for one in cases("claims")])
def test_a_labelled_sentence_is_judged_as_labelled(case: Mapping[str, Any], own_words: HealthWords) -> None:
    assert needs_source(case, own_words) == case["needs_source"]


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [
        pytest.param("claims", 1, 1, id="the labelled sample"),
        pytest.param("claims-tuned", 0.99, 0.98, id="made better with these"),
        pytest.param("claims-unseen", 0.95, 0.92, id="written afterwards"),
        pytest.param("claims-fresh", 0.95, 0.92, id="never learned from"),
    ],
)
def test_few_claims_are_missed_and_few_sentences_scolded(
    name: str, recall: float, precision: float, own_words: HealthWords
) -> None:
    claims = {one["id"] for one in cases(name) if one["needs_source"]}

    told = {one["id"] for one in cases(name) if needs_source(one, own_words)}

    assert len(told & claims) >= recall * len(claims)
    assert len(told & claims) >= precision * len(told)


def test_what_is_known_to_be_judged_wrong_is_all_that_is(own_words: HealthWords) -> None:
    tuned = cases("claims-tuned")

    wrong = {one["id"] for one in tuned if needs_source(one, own_words) != one["needs_source"]}

    assert wrong == {one["id"] for one in tuned if one.get("known") == "wrong"}, "mark or unmark them: known: wrong"


@pytest.mark.parametrize("name", ["claims", "claims-tuned", "claims-unseen"])
def test_kind_words_questions_and_ways_through_are_hardly_ever_scolded(name: str, own_words: HealthWords) -> None:
    harmless = [one for one in cases(name) if one["category"] in NEVER_SCOLDED and not one["needs_source"]]

    scolded = [one["text"] for one in harmless if needs_source(one, own_words)]

    assert len(scolded) <= 0.03 * len(harmless)
