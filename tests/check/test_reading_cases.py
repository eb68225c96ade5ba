"""Sentences with the verdict of a person: what the rules were made by, and what they were measured by."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import medicines, trust
from crpsguide.language.grammar import begins_with_action, passive_verbs
from crpsguide.model import Site

CASES = Path(__file__).parent / "cases"
GLOSSARY = {
    "glossary.yaml": "opioid: {term: opioid, plain: a strong painkiller, meaning: A medicine., forms: [opioids]}\n"
}
KINDS: dict[str, Callable[[Site, str], bool]] = {
    "steps": lambda site, text: begins_with_action(text),
    "passives": lambda site, text: bool(passive_verbs(text)),
    "doses": lambda site, text: bool(medicines.dose_outside_study.check(site)),
    "orders": lambda site, text: bool(medicines.told_to_stop_medicine.check(site)),
    "reviews": lambda site, text: bool(trust.review_claimed.check(site)),
}
LEFT = {"Help at home"}  # a word that is both


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", ["reading.yaml", "reading-unseen.yaml"])
def test_the_rules_judge_as_people_do(file: str, kind: str, make_site: MakeSite) -> None:
    cases = yaml.safe_load((CASES / file).read_text("utf-8"))[kind]
    expected = {text: verdict == "yes" for verdict, texts in cases.items() for text in texts if text not in LEFT}

    found = {text: KINDS[kind](make_site(GLOSSARY, a=guide_page(text)), text) for text in expected}

    assert found == expected
