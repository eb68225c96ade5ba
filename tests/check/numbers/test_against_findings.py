from typing import Any

import pytest
from tests.check.guides import places
from tests.check.numbers.conftest import MakeGuide, MakeSite

from crpsguide.check.numbers import derived_number, more_digits_than_finding, number_not_in_finding

IMPROVED = [{"value": 76, "unit": "percent", "of": "people who improved"}]
TWO_GROUPS = [
    {"value": 2.68, "unit": "points (0-10)", "of": "mean pain, ketamine, end of week 1"},
    {"value": 5.45, "unit": "points (0-10)", "of": "mean pain, placebo, end of week 1"},
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("About 80% felt better [@trial#found].", ["index.md:5:7"], id="the number, not the sentence"),
        pytest.param("They felt\nbetter: **80%** [@trial#found].", ["index.md:6:11"], id="on the second line, in bold"),
        pytest.param("We saw 76% and 75% [@trial#found].", ["index.md:5:16"], id="the second of two"),
        pytest.param("It was 7 of\nevery 100 [@trial#found].", ["index.md:5:8"], id="over a line end"),
        pytest.param("- a\n- 80% did [@trial#found]", ["index.md:6:3"], id="list item"),
        pytest.param("80% came. 80% felt better [@trial#found].", ["index.md:5:11"], id="the sentence that cites"),
        pytest.param("80% felt better.", [], id="no citation"),
        pytest.param("80% felt better [@gone#found].", [], id="an unknown source is another rule's"),
        pytest.param("80% felt better [@trial].", ["index.md:5:1"], id="a whole source cited"),
        pytest.param("76% felt better [@trial].", [], id="a whole source that holds it"),
        pytest.param("Of every 100 people, 76 felt better [@trial#found].", [], id="the whole stands first"),
        pytest.param("[80% felt better](https://a.example/80%25) [@trial#found].", ["index.md:5:2"], id="in a link"),
    ],
)
def test_number_not_in_finding(text: str, found: list[str], with_values: MakeGuide) -> None:
    site = with_values(text, IMPROVED)

    assert places(number_not_in_finding, site) == found


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        pytest.param("%", "4% did", id="sign"),
        pytest.param("per cent", "4% did", id="two words"),
        pytest.param("% of people", "4% did", id="with people"),
        pytest.param("per 100 people", "4 of every 100 people did", id="per 100"),
        pytest.param("per_1000", "4 of every 1,000 people did", id="per 1000 with underscore"),
        pytest.param("percentage_points", "it was 4 percentage points more", id="percentage points"),
        pytest.param("odds ratio", "it was 4 times as likely", id="odds ratio"),
        pytest.param("points (0-10)", "pain was 4 points", id="points with scale"),
        pytest.param("points of 10", "pain was 4 out of 10", id="points of a scale"),
        pytest.param("people", "4 people came", id="people"),
        pytest.param("hours", "it took 4 hours", id="hours"),
        pytest.param("mg/kg", "people had 4 mg per kg", id="per kilogram"),
        pytest.param("micrograms per litre", "it was 4 micrograms per litre", id="per litre"),
        pytest.param("drips", "they had 4 drips", id="anything else"),
    ],
)
def test_units_are_read_in_free_spelling(unit: str, text: str, with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", [{"value": 4, "unit": unit, "of": "what was counted"}])

    assert places(number_not_in_finding, site) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It may reduce pain by 50%", ["index.md:5:23"], id="a share of something else"),
        pytest.param("It may help 37 of 100 people", ["index.md:5:13"], id="people"),
        pytest.param("It can be 3 times as likely", ["index.md:5:11"], id="a ratio"),
        pytest.param("It may ease pain for 6 weeks", ["index.md:5:22"], id="how long it works"),
        pytest.param("It may ease pain by 3.5 points", ["index.md:5:21"], id="how much it does"),
        pytest.param("It may reduce pain by half", ["index.md:5:23"], id="a word for a share"),
        pytest.param("Rest for 10 minutes, then go on", [], id="advice"),
        pytest.param("Do it with 3 of your 5 fingers", [], id="advice with a part of a whole"),
        pytest.param("Stay at 80% of what you can do", [], id="advice with a share"),
        pytest.param("You may park for 2 hours", [], id="nothing is reported"),
    ],
)
def test_a_number_of_another_kind_than_the_findings_hold(text: str, found: list[str], with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", [{"value": 41, "unit": "studies", "of": "studies included"}])

    assert places(number_not_in_finding, site) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Pain was 3 with ketamine and 5 with a dummy drip", [], id="each in its group"),
        pytest.param("With a dummy drip pain was 5, with ketamine 3", [], id="groups in front"),
        pytest.param(
            "Pain was 5 with ketamine and 3 with a dummy drip", ["index.md:5:10", "index.md:5:30"], id="swapped"
        ),
        pytest.param("With ketamine, pain was 5 out of 10", ["index.md:5:25"], id="the other group's"),
        pytest.param(
            "In the ketamine trial, pain was 3 with ketamine and 5 with placebo", [], id="a group named twice"
        ),
        pytest.param("Pain was 3 with ketamine, less than with placebo", [], id="both groups, one number"),
    ],
)
def test_a_number_of_the_other_group_is_told(text: str, found: list[str], with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", TWO_GROUPS)

    assert places(number_not_in_finding, site) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        pytest.param("It was seen for 12 weeks", {"period": "12 weeks"}, [], id="period"),
        pytest.param(
            "It took in adults ill for 6 months", {"population": "adults ill for 6 months"}, [], id="population"
        ),
        pytest.param("It was seen for up to 12 weeks", {"says": "Seen for up to 12 weeks."}, [], id="sentence"),
        pytest.param(
            "80% improved",
            {"says": "80% improved."},
            ["index.md:5:1", "evidence/trial.yaml:13:11"],
            id="a sentence that the value corrects",
        ),
    ],
)
def test_numbers_in_a_findings_words_count(
    text: str, words: dict[str, str], found: list[str], with_values: MakeGuide
) -> None:
    site = with_values(f"{text} [@trial#found].", IMPROVED, **words)

    assert places(number_not_in_finding, site) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("30 of 33 people had less pain", [], id="both numbers"),
        pytest.param("All but 3 of the 33 people had less pain", [], id="the others"),
        pytest.param("30 of 43 people had less pain", ["index.md:5:1"], id="another whole"),
        pytest.param("31 of 33 people had less pain", ["index.md:5:1"], id="another part"),
    ],
)
def test_a_fraction_needs_both_of_its_numbers(text: str, found: list[str], with_values: MakeGuide) -> None:
    counts = [{"value": number, "unit": "people", "of": of} for number, of in ((33, "treated"), (30, "less pain"))]
    site = with_values(f"{text} [@trial#found].", counts, says="In a report on 33 people, 30 had less pain.")

    assert places(number_not_in_finding, site) == found


@pytest.mark.parametrize(
    ("text", "values", "found"),
    [
        pytest.param("24% felt no change", IMPROVED, ["index.md:5:1"], id="complement"),
        pytest.param("76% felt better", IMPROVED, [], id="the value itself"),
        pytest.param("24% felt better", IMPROVED, [], id="no complement is meant: an error instead"),
        pytest.param(
            "It cut the risk by 30%",
            [{"value": 0.7, "unit": "risk_ratio", "of": "risk"}],
            ["index.md:5:20"],
            id="ratio",
        ),
        pytest.param(
            "24% felt no change",
            [*IMPROVED, {"value": 24, "unit": "%", "of": "no change", "derived": "100 - 76"}],
            [],
            id="marked as derived",
        ),
    ],
)
def test_derived_number(text: str, values: list[dict[str, Any]], found: list[str], with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", values)

    assert places(derived_number, site) == found


@pytest.mark.parametrize(
    ("text", "value", "found"),
    [
        pytest.param("Pain fell by 1.8 points", "1.8", [], id="as many"),
        pytest.param("Pain fell by 1.80 points", "1.8", ["index.md:5:14"], id="one more"),
        pytest.param("Pain fell by 2.0 points", "2", ["index.md:5:14"], id="a point more"),
        pytest.param("Pain fell by 2 points", "1.8", [], id="fewer"),
        pytest.param("Pain fell by 2½ points", "2.5", [], id="a half"),
        pytest.param("Pain fell by 1.85 points", "1.8", [], id="another number is an error"),
    ],
)
def test_more_digits_than_the_finding_has(text: str, value: str, found: list[str], with_values: MakeGuide) -> None:
    site = with_values(f"{text} [@trial#found].", [{"value": value, "unit": "points (0-10)", "of": "fall in pain"}])

    assert places(more_digits_than_finding, site) == found


def test_the_message_tells_what_a_finding_says_beyond_its_values(with_values: MakeGuide) -> None:
    site = with_values("Words.", IMPROVED, says="After 6 weeks, 76% felt better.")

    [fault] = number_not_in_finding.check(site)
    assert "“6 weeks” is not among the values of this source" in fault.message
    assert "“period”" in fault.help


def test_the_message_tells_what_the_finding_holds(with_values: MakeGuide) -> None:
    site = with_values("80% felt better [@trial#found].", IMPROVED)

    assert [one.message for one in number_not_in_finding.check(site)] == [
        "The number “80%” is not in the cited findings. They hold 76 percent (people who improved)."
    ]


def test_the_message_tells_of_counts_beside_shares(with_values: MakeGuide) -> None:
    site = with_values("80% felt better [@trial#found].", [*IMPROVED, {"events": 6, "out_of": 10, "of": "who slept"}])

    assert [one.message.partition("They hold ")[2] for one in number_not_in_finding.check(site)] == [
        "76 percent (people who improved); 6 of 10 (who slept)."
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Each year 26 in 100,000 people fall ill", 0, id="the finding's own whole"),
        pytest.param("Each month 26 in 100,000 people fall ill", 1, id="another time"),
        pytest.param("Each year 26 of 200 people fall ill", 1, id="the number of people in the study is no whole"),
        pytest.param("Out of 100,000 people, 26 fall ill each year", 0, id="the whole stands first"),
        pytest.param("Of every 100 people, 26 got ill within a year", 1, id="another whole stands first"),
        pytest.param("26% of people fall ill each year", 1, id="per cent"),
    ],
)
def test_the_parts_of_a_rate_are_no_counts(text: str, told: int, with_values: MakeGuide) -> None:
    values = [{"value": 26, "unit": "per 100,000 people a year", "of": "new cases"}]

    site = with_values(
        f"{text} [@trial#found].", values, says="Each year 26 of 100,000 people fall ill.", population="200 people"
    )

    assert len(number_not_in_finding.check(site)) == told


def test_the_ends_of_an_interval_stand_among_the_values(with_values: MakeGuide) -> None:
    gap = [{"value": 1.8, "unit": "points", "of": "gap", "ci": [1.1, 2.5]}]

    site = with_values("Words.", gap, says="Pain fell by 1.8 points (1.1 at least, 2.5 at most).")

    assert number_not_in_finding.check(site) == []


@pytest.mark.parametrize(
    ("certainty", "found"),
    [
        pytest.param("low", ["evidence/trial.yaml:5:15"], id="all findings can be read"),
        pytest.param("lwo", [], id="one cannot, and may hold the number"),
    ],
)
def test_a_summary_is_held_to_all_findings(certainty: str, found: list[str], make_site: MakeSite) -> None:
    source = f"""\
source: {{type: article-journal, title: A trial, issued: 2020}}
appraisal:
  {{design: rct, use: cite, why_use: a trial, read: abstract, checked: 2026-01-02}}
summary: >-
  In a trial, 78 of 100 people felt better.
findings:
  found: {{says: Most felt better., kind: effect, certainty: {certainty}, rated_by: editor}}
"""

    assert places(number_not_in_finding, make_site({"evidence/trial.yaml": source}, index="Words.")) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("45 of 90 people slept well", 0, id="its own whole"),
        pytest.param("27 of 88 people slept well", 0, id="the other's own whole"),
        pytest.param("45 of 88 people slept well", 1, id="the whole of the others"),
    ],
)
def test_a_part_keeps_its_whole(text: str, told: int, with_values: MakeGuide) -> None:
    values = [
        {"events": 45, "out_of": 90, "of": "slept well, splint"},
        {"events": 27, "out_of": 88, "of": "slept well, usual care"},
    ]
    says = "With a splint 45 of 90 people slept well, with usual care 27 of 88."

    assert len(number_not_in_finding.check(with_values(f"{text} [@trial#found].", values, says=says))) == told
