"""Numbers as editors tell them: each case is a sentence, the values of the finding it cites, and a verdict.

The form of the cases is described at the head of `tests/check/cases/numbers.yaml`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.check.numbers.conftest import MakeGuide

from crpsguide.check.numbers import number_not_in_finding

FILES = ("numbers", "numbers-tuned", "numbers-unseen")
CASES: Sequence[Mapping[str, Any]] = [
    case
    for name in FILES
    for case in yaml.safe_load((Path(__file__).parents[1] / f"cases/{name}.yaml").read_text("utf-8"))["cases"]
]


@pytest.mark.parametrize(
    "case", [pytest.param(one, id=f"{one['id']} {one['text']}") for one in CASES if one["verdict"] == "mismatch"]
)
def test_a_number_that_no_finding_holds_is_told(case: Mapping[str, Any], with_values: MakeGuide) -> None:
    site = with_values(f"{case['text']} [@trial#found]", case["finding"])

    assert [one.place.line for one in number_not_in_finding.check(site)][:1] == [5]


@pytest.mark.parametrize(
    "case",
    [pytest.param(one, id=f"{one['id']} {one['text']}") for one in CASES if one["verdict"] in ("ok", "no-claim")],
)
def test_a_number_that_is_right_or_no_finding_is_left_alone(case: Mapping[str, Any], with_values: MakeGuide) -> None:
    site = with_values(f"{case['text']} [@trial#found]", case["finding"])

    assert [one.message for one in number_not_in_finding.check(site)] == []
