"""Lost text in pages as editors type them, with what must be told and nothing else."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.check.guides import FIRST_LINE, MakeSite

from crpsguide.check import misreadings

CASES: Sequence[Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/lost-unseen.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_an_editor_hears_of_what_is_lost(case: Mapping[str, Any], make_site: MakeSite) -> None:
    site = make_site(index=case["text"])

    told = {one.place.line - FIRST_LINE + 1 for rule in misreadings.RULES for one in rule.check(site)}
    assert sorted(told) == case["told"]
