import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import reading
from crpsguide.check.rule import Rule

PLAIN = "You can rest. Then you walk a bit. Ask for help if you need it. The pain may go up and down. "
HARD = "Pharmacological administration necessitates continuous haemodynamic observation by qualified personnel. "
LONG = " ".join(["You"] + ["rest"] * 25) + "."
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
        pytest.param(reading.reading_grade_too_high, PLAIN * 3, [], id="R1 plain"),
        pytest.param(reading.reading_grade_too_high, HARD * 4, ["1:1"], id="R1 hard"),
        pytest.param(reading.reading_grade_too_high, "CRPS is complex regional pain syndrome. " * 8, [], id="R1 names"),
        pytest.param(reading.reading_grade_too_high, "Pharmacology.", [], id="R1 too little to judge"),
        pytest.param(reading.long_words_too_many, PLAIN * 3, [], id="R2 plain"),
        pytest.param(reading.long_words_too_many, HARD * 10, ["1:1"], id="R2 hard"),
        pytest.param(reading.sentence_too_long, LONG.replace(" rest rest", " rest", 1), [], id="R3 25 words"),
        pytest.param(reading.sentence_too_long, f"You rest. {LONG}", ["12:11"], id="R3 26 words"),
        pytest.param(reading.sentences_long, f"{LONG} " * 10, ["1:1", "1:1"], id="R3 mean and share"),
        pytest.param(reading.sentences_long, PLAIN * 3, [], id="R3 short sentences"),
        pytest.param(reading.paragraph_too_long, "You rest. You sit. You walk.", [], id="R3 three sentences"),
        pytest.param(
            reading.paragraph_too_long, "You rest. You sit. You walk. You sleep.", ["12:30"], id="R3 four sentences"
        ),
        pytest.param(reading.long_word_share, HARD * 10, ["1:1"], id="R4 long words"),
        pytest.param(reading.long_word_share, PLAIN * 3, [], id="R4 short words"),
        pytest.param(reading.passive_voice, "It was given to you. " * 2 + PLAIN * 2, ["12:1"], id="R5 passives"),
        pytest.param(reading.passive_voice, PLAIN * 3, [], id="R5 active"),
        pytest.param(reading.patients_not_people, "Patients rest. Patients walk.", ["12:1"], id="R9 patients"),
        pytest.param(reading.patients_not_people, "You rest. People with CRPS walk.", [], id="R9 people"),
        pytest.param(reading.reader_not_addressed, "Exercise helps.", ["1:1"], id="R9 no you"),
        pytest.param(reading.reader_not_addressed, "Use your hand.", [], id="R9 your"),
        pytest.param(reading.number_in_words, "It took three weeks.", ["12:9"], id="R10 word"),
        pytest.param(reading.number_in_words, "It took 3 weeks.", [], id="R10 figure"),
        pytest.param(reading.date_form, "On August 6, 2026, you rest.", ["12:4"], id="R10 month first"),
        pytest.param(reading.date_form, "On 6 August 2026 you rest.", [], id="R10 day first"),
        pytest.param(reading.range_with_dash, "It takes 3–5 weeks.", ["12:10"], id="R10 dash"),
        pytest.param(reading.range_with_dash, "It takes 3 to 5 weeks.", [], id="R10 to"),
        pytest.param(reading.range_with_dash, "Call 555-1234.", [], id="R10 telephone"),
        pytest.param(reading.no_short_version, "Text.", ["1:1"], id="R12 none"),
        pytest.param(reading.no_short_version, "/// short-version\nShort.\n///", [], id="R12 there"),
        pytest.param(
            reading.short_version_long, "/// short-version\n" + "rest " * 121 + "\n///", ["13:1"], id="R12 121 words"
        ),
        pytest.param(reading.short_version_long, "/// short-version\n" + "rest " * 120 + "\n///", [], id="R12 120"),
        pytest.param(reading.page_too_long, "## Rest and walk\n\n" + "rest " * 798, ["1:1"], id="R12 801 words"),
        pytest.param(reading.page_too_long, "## Rest and walk\n\n" + "rest " * 797, [], id="R12 800 words"),
        pytest.param(
            reading.page_too_long, "/// go-deeper | How\n" + "rest " * 900 + "\n///", [], id="R12 words in go deeper"
        ),
        pytest.param(
            reading.short_version_hard_to_read, f"/// short-version\n{HARD * 4}\n///", ["13:1"], id="R12 hard"
        ),
        pytest.param(reading.key_points_hard_to_read, f"/// key-points\n- {HARD * 4}\n///", ["13:3"], id="R1 points"),
    ],
)
def test_reading(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    assert found(rule, body, make_site) == places


@pytest.mark.parametrize(
    ("date", "right"),
    [
        pytest.param("2026-11-02", "“2 November 2026”", id="year first"),
        pytest.param("6/8/2026", "“6 August 2026”", id="June or August: an example"),
        pytest.param("2026-13-02", "“6 August 2026”", id="no month"),
    ],
)
def test_a_date_is_written_out_where_it_can_be(date: str, right: str, make_site: MakeSite) -> None:
    site = make_site(a=guide_page(f"You rest on {date}."))

    [fault] = reading.date_form.check(site)

    assert right in fault.help


@pytest.mark.parametrize("rule", [one for one in vars(reading).values() if isinstance(one, Rule)])
def test_a_plain_page_may_read_as_it_likes(rule: Rule, make_site: MakeSite) -> None:
    site = make_site(a=f"{HARD * 20} Patients, patients and patients on 08/06/2026. GMI took 3-5 weeks.")

    assert rule.check(site) == []


def test_a_medicine_in_the_title_counts_as_a_name(make_site: MakeSite) -> None:
    term = "amitriptyline: {term: amitriptyline, plain: a medicine, meaning: A medicine.}\n"
    body = "You take amitriptyline. Does amitriptyline help? Ask about amitriptyline and you. " * 4
    site = make_site(
        {"glossary.yaml": term},
        about_it=guide_page(body, title="Does amitriptyline help?"),
        other=guide_page(body, title="Another page"),
    )

    hard = [one.place.path.name for one in reading.reading_grade_too_high.check(site)]

    assert hard == ["other.md"]
