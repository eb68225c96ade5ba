import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import terms
from crpsguide.check.rule import Rule

SETTINGS = "name: A guide\nsubject: Complex regional pain syndrome\nsubject_names: [CRPS]\n"
GLOSSARY = """\
allodynia: {term: allodynia, plain: pain from light touch, meaning: Pain from light touch.}
chronic: {term: chronic, plain: long-lasting, meaning: For 3 months or more.}
chronic-primary-pain: {term: chronic primary pain, plain: pain that is the illness, meaning: Pain that is the illness.}
"""


def found(rule: Rule, body: str, make_site: MakeSite, **facts: str) -> list[str]:
    site = make_site({"site.yaml": SETTINGS, "glossary.yaml": GLOSSARY}, a=guide_page(body, **facts))
    return [f"{one.place.line}:{one.place.column}" for one in rule.check(site)]


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(terms.medical_word_first, "It is allodynia (pain from touch).", ["12:7"], id="R7 hard word first"),
        pytest.param(terms.medical_word_first, "It is pain from touch (allodynia).", [], id="R7 plain word first"),
        pytest.param(terms.medical_word_first, "Allodynia (see below) is one sign.", [], id="R7 a note in brackets"),
        pytest.param(terms.unexplained_term, "See [allodynia](#x).", ["12:6"], id="R6 only in a link"),
        pytest.param(terms.unexplained_term, "You feel allodynia.", [], id="R6 explained by the guide"),
        pytest.param(
            terms.unexplained_term, "Pain from light touch ([allodynia](#x)).", [], id="R6 plain words beside it"
        ),
        pytest.param(terms.unexplained_term, "See [chronic primary pain](#x).", ["12:6"], id="R6 the longer term"),
        pytest.param(
            terms.unexplained_term,
            "Pain that is the illness ([chronic primary pain](#x)).",
            [],
            id="R6 a short term within a longer one",
        ),
        pytest.param(
            terms.unexplained_abbreviation,
            "## What is XYZ?\n\nExtra yellow zinc (XYZ) is new.",
            [],
            id="R8 in a heading above its words",
        ),
        pytest.param(terms.unexplained_abbreviation, "Ask about GMI.", ["12:1"], id="R8 unexplained"),
        pytest.param(terms.unexplained_abbreviation, "Graded motor imagery (GMI) and GMI.", [], id="R8 in brackets"),
        pytest.param(terms.unexplained_abbreviation, "GMI (graded motor imagery) helps.", [], id="R8 before them"),
        pytest.param(terms.unexplained_abbreviation, "It is in Schedule III.", [], id="R8 a Roman number"),
    ],
)
def test_explained(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    assert found(rule, body, make_site) == places


@pytest.mark.parametrize(
    ("title", "places"),
    [
        pytest.param("What CRPS is", [], id="the subject's own"),
        pytest.param("What GMI is", ["3:8"], id="another"),
    ],
)
def test_abbreviation_in_title(title: str, places: list[str], make_site: MakeSite) -> None:
    assert found(terms.abbreviation_in_title, "Text.", make_site, title=title) == places


@pytest.mark.parametrize("rule", terms.RULES)
def test_a_plain_page_explains_what_it_likes(rule: Rule, make_site: MakeSite) -> None:
    site = make_site({"glossary.yaml": GLOSSARY}, a="GMI and [allodynia](#x). Allodynia (pain from touch).")

    assert rule.check(site) == []
