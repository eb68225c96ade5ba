"""Which findings a sentence is held against, and where the words that decide stand."""

import pytest
from tests.check.guides import MakeSite, places

from crpsguide.check.wording.certainty import (
    no_effect_without_evidence,
    stronger_than_certainty,
    weaker_than_certainty,
)

SOURCE = """\
source: {type: article-journal, title: A trial, issued: "2020"}
appraisal: {design: rct, use: cite, why_use: a trial, read: abstract, checked: 2026-01-02}
findings:
  high: {says: The paper says so., kind: effect, certainty: high, rated_by: editor}
  moderate: {says: The paper says so., kind: harm, certainty: moderate, rated_by: editor}
  low: {says: The paper says so., kind: prognosis, certainty: low, rated_by: editor}
  unrated: {says: The paper says so., kind: effect, certainty: not-rated, rated_by: editor}
  advice: {says: Do it., kind: recommendation, certainty: low, rated_by: editor}
"""
FILES = {"evidence/trial.yaml": SOURCE}


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Rest lowers pain.[@trial#low]", ["index.md:5:6"], id="plain, low"),
        pytest.param("Rest **lowers** pain.[@trial#low]", ["index.md:5:8"], id="within emphasis"),
        pytest.param("Rest lowers pain.[@trial#high]", [], id="plain, high"),
        pytest.param("Rest lowers pain.[@trial#high; @trial#low]", ["index.md:5:6"], id="the lowest counts"),
        pytest.param("Rest probably lowers pain.[@trial#low]", ["index.md:5:6"], id="probably, low"),
        pytest.param("Rest lowers pain.[@trial#unrated]", [], id="not rated"),
        pytest.param("Rest lowers pain.[@trial#advice]", [], id="advice"),
        pytest.param("Rest lowers pain.[@trial#unrated; @trial#moderate]", ["index.md:5:6"], id="one is rated"),
        pytest.param("Rest lowers pain.[@trial]", [], id="a whole source counts with its strongest"),
        pytest.param("Rest lowers pain.", [], id="no source"),
        pytest.param("Rest may ease pain, but it harms sleep.[@trial#low]", ["index.md:5:28"], id="second clause"),
        pytest.param("In a trial of 9 people, pain fell. Sleep was better.[@trial#low]", [], id="story of a study"),
        pytest.param(
            "In a trial of 9 people, pain fell.[@trial#low]\n\nSleep was better.[@trial#low]", [], id="goes on"
        ),
        pytest.param("Sleep was better.[@trial#low]", ["index.md:5:7"], id="the past without a study"),
        pytest.param("The drip is safe.[@trial#high]", [], id="of safe, overclaim speaks"),
        pytest.param("The drip is safer than surgery.[@trial#high]", [], id="comparison"),
        pytest.param("Pain may ease.[@trial#low]\nRest lowers it.[@trial#low]", ["index.md:6:6"], id="second line"),
    ],
)
def test_stronger_than_certainty(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(stronger_than_certainty, make_site(FILES, index=index)) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Rest may lower pain.[@trial#high]", ["index.md:5:6"], id="may, high"),
        pytest.param("Rest may lower pain.[@trial#low]", [], id="may, low"),
        pytest.param("Rest can lower pain.[@trial#high]", [], id="can"),
        pytest.param("You may bring a friend.[@trial#high]", [], id="permission"),
    ],
)
def test_weaker_than_certainty(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(weaker_than_certainty, make_site(FILES, index=index)) == found


def test_the_guide_may_list_its_own_words_for_a_certainty(make_site: MakeSite) -> None:
    files = {**FILES, "wording/certainty.yaml": "low:\n  say: Low\n  words: [on balance]\n"}
    site = make_site(files, index="On balance rest lowers pain.[@trial#low]")

    assert places(stronger_than_certainty, site) == []


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Rest has no effect on pain.", ["index.md:5:6"], id="no finding"),
        pytest.param("Rest has no effect.[@trial#unrated]", ["index.md:5:6"], id="not rated"),
        pytest.param("Rest does not work.[@trial#low]", [], id="W301 weighs it"),
        pytest.param("Rest may have no effect.", [], id="hedged"),
        pytest.param("Does it matter if rest has no effect?", [], id="question"),
        pytest.param("If rest does not help, tell us.", [], id="condition"),
        pytest.param("The lift does not work.", [], id="a machine"),
        pytest.param("Rest does not work for everyone.", [], id="not for all"),
        pytest.param("When rest wears off, does not help, or you stop", [], id="conditions in a row"),
        pytest.param("When pain stays, rest does not help.", ["index.md:5:23"], id="behind a condition"),
        pytest.param("It brings muscles that do not work well together.", [], id="a symptom"),
        pytest.param("Muscles that do not work", [], id="a description"),
        pytest.param(
            "/// care-card | Call your doctor if\n    level: routine\n\n- rest does not help\n///", [], id="a care card"
        ),
    ],
)
def test_no_effect_without_evidence(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(no_effect_without_evidence, make_site(FILES, index=index)) == found


@pytest.mark.parametrize(
    ("index", "help"),
    [
        pytest.param("Rest does not work.[@trial#low]", "“may make little or no difference”", id="low"),
        pytest.param("Rest has no effect on pain.[@trial#moderate]", "“probably makes little", id="moderate"),
        pytest.param("Rest lowers pain.[@trial#low]", "“may”, “might”", id="an effect"),
    ],
)
def test_no_effect_is_told_once_with_the_words_for_it(index: str, help: str, make_site: MakeSite) -> None:
    site = make_site(FILES, index=index)

    found = [*stronger_than_certainty.check(site), *no_effect_without_evidence.check(site)]

    assert len(found) == 1
    assert help in found[0].help
