import pytest

from crpsguide.spelling import did_you_mean, near_misses, shortened_list, similar_names


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        pytest.param("reviwed", ["title", "reviewed"], ["reviewed"], id="letter left out"),
        pytest.param("REVIEWED", ["reviewed"], ["reviewed"], id="capitals"),
        pytest.param("week-2", ["week-1", "week-12"], ["week-12", "week-1"], id="best first"),
        pytest.param("tme", ["ten", "time"], ["time"], id="far behind the best"),
        pytest.param("abcd", ["abce", "abcf", "abcg", "abch"], ["abch", "abcg", "abcf"], id="three at most"),
        pytest.param("article-journal", ["article", "journal-article"], ["journal-article"], id="turned round"),
        pytest.param("xyz", ["title"], [], id="none is near"),
        pytest.param("audience", ["title"], [], id="a few letters in common"),
        pytest.param("", ["title"], [], id="nothing"),
        pytest.param("title", [], [], id="nothing known"),
        pytest.param("not-supported", ["supported"], [], id="never the opposite"),
        pytest.param("tested", ["untested"], [], id="nor what is denied"),
    ],
)
def test_near_misses(word: str, known: list[str], near: list[str]) -> None:
    assert near_misses(word, known) == near


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        pytest.param("PLAM.md", {"Plan.md", "rest.md"}, {"Plan.md"}, id="capitals"),
        pytest.param(
            "a1", {f"a{number}" for number in range(10, 18)}, {f"a{number}" for number in range(10, 18)}, id="8"
        ),
        pytest.param("xyz", {"plan.md"}, set(), id="none is near"),
    ],
)
def test_names_alike(word: str, known: set[str], near: set[str]) -> None:
    assert similar_names(word, frozenset(known)) == near


# Misspelt and correct words: missing, doubled, swapped and wrong letters; missing ends and hyphens.
TYPOS = """
    reviwed reviewed, sumary summary, titel title, tilte title, tpye type, langauge language, pacng pacing,
    pacign pacing, paceing pacing, exersize exercise, excersises exercises, excercise exercise, ketamin ketamine,
    ketmaine ketamine, kettamin ketamine, etamine ketamine, fisiotherapy physiotherapy, physiotherpy physiotherapy,
    physio physiotherapy, symtoms symptoms, syptms symptoms, simptoms symptoms, gloss glossary, glosary glossary,
    smiht2024 smith2024, smith2023 smith2024, smith2042 smith2024, smith-2024 smith2024, smith24 smith2024,
    sigtermanns2009 sigtermans2009, sigtemans2009 sigtermans2009, cohen2081 cohen2018, lo low, lwo low, hgih high,
    modrate moderate, efect effect, harn harm, prognosys prognosis, recomendation recommendation, urgnet urgent,
    prevelance prevalence, emergancy emergency, key-point key-points, keypoints key-points, key_points key-points,
    care-crad care-card, missing-ancor missing-anchor, missing_anchor missing-anchor, dott dot, rst rest, slep sleep,
    apin pain, pian pain, side-efects side-effects, sideeffects side-effects, wieght weight, diarhoea diarrhoea,
    redirect-from redirect_from, journal-article article-journal, #smal-steps #small-steps, medecine medicines,
    chrt charts, contry country, œdema oedema, etat état,
    oxfordhealth-carers oxfordhealth-paid, dose_(child) dose_(adult)
"""
UNRELATED = """
    gone money, gone bones, gone done, soga2017 logan2012, nonsense bones, nonsense symptoms/bones, talks walks,
    cave2023 cohen2023, colina2023 cohen2023, crane2023 cohen2023, mangnus2021 marinus2011, jones2019 jonas2021,
    bumps-amitriptyline hse-amitriptyline, whale2022review whale2022sleep,
    connolly2015 oconnell2013, house mouse, hand head, sleep steps, pain plan, walking talking, ketamine calcitonin,
    treatment threats, mirror horror, heat feet, arm farm, work worry, school tools, drug drip, clinic claims,
    pets diet, stress dress, nerve never, rest test, money honey, skin sinks, low slow, order border, draft graft,
    moving living, caring pacing, bath math, age page, notes votes, vitamins victims
"""


def _pairs(table: str) -> list[list[str]]:
    return [pair.split() for pair in table.split(",")]


@pytest.mark.parametrize(("typed", "meant"), _pairs(TYPOS))
def test_what_was_meant_is_offered(typed: str, meant: str) -> None:
    assert near_misses(typed, [meant]) == [meant]


@pytest.mark.parametrize(("typed", "known"), _pairs(UNRELATED))
def test_a_stranger_is_not_offered(typed: str, known: str) -> None:
    assert near_misses(typed, [known]) == []


def test_a_slip_in_a_long_name_is_found_and_a_long_stranger_is_none() -> None:
    long = "what-to-do-when-" * 20

    assert near_misses(f"{long}paniworsens", [f"{long}painworsens"]) == [f"{long}painworsens"]
    assert near_misses("a" * 500 + "-" + "b" * 500, ["c" * 200 + "a" * 300 + "d" + "b" * 500]) == []


def test_near_misses_are_offered() -> None:
    assert did_you_mean("titl", ["title"], "Look again.") == "Did you mean “title”?"


def test_something_else_is_said_when_none_is_near() -> None:
    assert did_you_mean("xyz", ["title"], "Look again.") == "Look again."


def test_many_names_are_cut() -> None:
    assert shortened_list("abcdefghijk") == "a, b, c, d, e, f, g, h and 3 more"
