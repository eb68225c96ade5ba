"""Labelled sentences, each alone on a page of a small guide without lists of its own."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from tests.check.guides import MakeSite

from crpsguide.check.wording.certainty import stronger_than_certainty, weaker_than_certainty
from crpsguide.check.wording.promises import overclaim, superiority

CASES = Path(__file__).parents[1] / "cases"
HEALTH_WORDS = (Path(__file__).parents[3] / "content/wording/health-words.yaml").read_text("utf-8")
SOURCE = """\
source: {{type: article-journal, title: A trial, issued: "2020"}}
appraisal: {{design: rct, use: cite, why_use: a trial, read: abstract, checked: 2026-01-02}}
findings:
  main: {{says: What it found., kind: {kind}, certainty: {certainty}, rated_by: editor}}
"""


def cases(name: str) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))["cases"]
    return found


def params(*names: str) -> Sequence[Any]:
    return [pytest.param(one, id=f"{one['id']} {one['text']}") for name in names for one in cases(name)]


def markdown(text: str) -> str:
    return text.replace("*", "\\*")


@pytest.mark.parametrize("case", params("overclaims", "overclaims-unseen"))
def test_a_promise_is_told_from_a_denial_a_question_or_another_sense(
    case: Mapping[str, Any], make_site: MakeSite
) -> None:
    site = make_site({"wording/health-words.yaml": HEALTH_WORDS}, index=markdown(case["text"]))

    found = [*overclaim.check(site), *superiority.check(site)]

    assert bool(found) is case["overclaim"]
    assert {one.place.path for one in found} <= {PurePosixPath("content/pages/index.md")}


def test_which_promises_of_those_the_rules_were_made_with_are_judged_wrong_is_known(make_site: MakeSite) -> None:
    found = cases("overclaims-tuned")
    pages = {f"case{number}": markdown(one["text"]) for number, one in enumerate(found)}
    site = make_site({"wording/health-words.yaml": HEALTH_WORDS}, **pages)

    told = {one.place.path.stem for one in (*overclaim.check(site), *superiority.check(site))}

    wrong = {one["id"] for number, one in enumerate(found) if (f"case{number}" in told) != one["overclaim"]}
    assert wrong == {one["id"] for one in found if one.get("known") == "wrong"}, "mark or unmark them: known: wrong"


@pytest.mark.parametrize("case", params("certainty", "certainty-tuned", "certainty-unseen"))
def test_wording_is_held_against_the_certainty_of_the_finding(case: Mapping[str, Any], make_site: MakeSite) -> None:
    text = case["text"].rstrip(".?")
    cited = f"{text}{case['text'][len(text) :]}[@trial#main]"
    source = SOURCE.format(kind=case["kind"], certainty=case["certainty"])
    site = make_site({"evidence/trial.yaml": source}, index=cited)

    told = {
        "overstated": bool(stronger_than_certainty.check(site) or overclaim.check(site)),
        "understated": bool(weaker_than_certainty.check(site)),
    }

    assert told == {name: case["verdict"] == name for name in told}
