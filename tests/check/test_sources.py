"""How strong, how new, how complete and where the sources of a page are."""

from datetime import date

import pytest
from tests.check.guides import MakeSite, places, told
from tests.check.written import guide_page

from crpsguide.check.rule import Rule
from crpsguide.check.sources import (
    contested_one_sided,
    mirror_address,
    old_sources,
    rated_above_design,
    source_without_address,
    study_without_size,
    study_without_year,
    superseded_source,
    unknown_rater,
    unknown_successor,
    weak_source,
)
from crpsguide.model import Site

TODAY = date(2026, 11, 21)
MIRRORS = "documents: {words: [copies.example], why: a site of copies}"


def source(design: str = "randomised-trial", issued: str = "2025", more: str = "", url: str = "") -> str:
    return f"""\
source: {{type: article-journal, title: A text, issued: "{issued}", URL: "{url}"}}
appraisal: {{design: {design}, use: cite, why_use: a text, read: abstract, checked: 2026-01-02{more}}}
findings:
  good: {{says: It helped., kind: effect, certainty: low, rated_by: editor}}
  sure: {{says: It helped., kind: effect, certainty: high, rated_by: editor}}
  meaning: {{says: It is a drip., kind: definition, certainty: not-rated, rated_by: editor}}
"""


FILES = {
    "evidence/trial.yaml": source(),
    "evidence/review.yaml": source("systematic-review"),
    "evidence/mice.yaml": source("laboratory"),
    "evidence/case.yaml": source("case-report"),
    "evidence/old.yaml": source(issued="2014-05", more=", superseded_by: review"),
    "evidence/gone.yaml": source(issued="2021", more=", superseded_by: a newer page"),
}


def guide(make_site: MakeSite, text: str, type: str = "treatment", **facts: str) -> Site:
    return make_site(FILES, index=guide_page(text, type=type, **(facts or {"order": "1"})))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It eases pain.[@mice#good]", ["index.md:13:1"], id="laboratory"),
        pytest.param("It eases pain.[@mice#good; @case#good]", ["index.md:13:1"], id="two weak ones"),
        pytest.param("It eases pain.[@mice#good; @trial#good]", [], id="a stronger one beside it"),
        pytest.param("It eases pain.[@trial#good]", [], id="strong"),
        pytest.param("It is a drip.[@mice#meaning]", [], id="neither effect nor harm"),
        pytest.param("One man was free of pain.[@case#good]", [], id="says itself that it was one person"),
        pytest.param("In mice it eased pain.[@mice#good]", [], id="says itself that it was in mice"),
    ],
)
def test_weak_source(text: str, found: list[str], make_site: MakeSite) -> None:
    assert places(weak_source, guide(make_site, text)) == found


@pytest.mark.parametrize(
    ("text", "type", "found"),
    [
        pytest.param("It eases pain.[@old#good]", "treatment", 1, id="old"),
        pytest.param("It eases pain.[@old#good; @trial#good]", "treatment", 0, id="a newer one as well"),
        pytest.param("It eases pain.[@gone#good]", "treatment", 0, id="five years"),
        pytest.param("It eases pain.[@old#good]", "condition", 0, id="not about a treatment"),
        pytest.param("Ask us.", "treatment", 0, id="no source at all"),
    ],
)
def test_old_sources(text: str, type: str, found: int, make_site: MakeSite) -> None:
    site = guide(make_site, text, type)

    assert len(old_sources.check(site, today=TODAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It eases pain.[@old#good]", ["index.md:13:16"], id="replaced"),
        pytest.param("It eases pain.[@old#good; @review#good]", [], id="the newer one beside it"),
        pytest.param("In 2014 it eased pain.[@old#good]", [], id="told with its year"),
        pytest.param("It eases pain.[@gone#good]", ["index.md:13:16"], id="replaced by something else"),
        pytest.param("It eases pain.[@trial#good]", [], id="current"),
    ],
)
def test_superseded_source(text: str, found: list[str], make_site: MakeSite) -> None:
    assert places(superseded_source, guide(make_site, text)) == found


def test_the_newer_source_is_named(make_site: MakeSite) -> None:
    assert "“review”" in told(superseded_source, guide(make_site, "It eases pain.[@old#good]"))


@pytest.mark.parametrize(
    ("text", "facts", "found"),
    [
        pytest.param("It eases pain.[@trial#good]", {"contested": "[drips]"}, ["index.md:10:13"], id="one source"),
        pytest.param("Ask us.", {"contested": "[drips]"}, ["index.md:10:13"], id="no source"),
        pytest.param("It may.[@trial#good; @old#good]", {"contested": "[drips]"}, ["index.md:10:13"], id="all alike"),
        pytest.param("It may.[@trial#good; @old#sure]", {"contested": "[drips]"}, [], id="other ratings"),
        pytest.param("It may.[@trial#good; @review#good]", {"contested": "[drips]"}, [], id="other kinds"),
        pytest.param("It eases pain.[@trial#good]", {"order": "1"}, [], id="not contested"),
    ],
)
def test_contested_one_sided(text: str, facts: dict[str, str], found: list[str], make_site: MakeSite) -> None:
    assert places(contested_one_sided, guide(make_site, text, **facts)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("[a](https://copies.example/1)", ["index.md:5:1"], id="host"),
        pytest.param("[a](https://id.copies.example/1)", ["index.md:5:1"], id="host below it"),
        pytest.param("[a](https://notcopies.example/1)", [], id="another name that ends alike"),
        pytest.param("[a](https://192.0.2.7/1)", ["index.md:5:1"], id="bare numbers"),
        pytest.param("[a](https://original.example/copies.example)", [], id="in the path"),
        pytest.param("Read at copies.example.", [], id="no link"),
    ],
)
def test_mirror_address_in_a_page(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"wording/mirrors.yaml": MIRRORS}, index=text)

    assert places(mirror_address, site) == found


@pytest.mark.parametrize(
    ("more", "url", "found"),
    [
        pytest.param("", "https://copies.example/1", ["evidence/a.yaml:1:1"], id="shown to readers"),
        pytest.param(", seen: [https://copies.example/1]", "https://original.example/1", [], id="seen by editors"),
    ],
)
def test_mirror_address_of_a_source(more: str, url: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"wording/mirrors.yaml": MIRRORS, "evidence/a.yaml": source(more=more, url=url)})

    assert places(mirror_address, site) == found


def test_the_address_of_a_source_that_no_reader_is_shown(make_site: MakeSite) -> None:
    lead = source(url="https://copies.example/1").replace("use: cite", "use: lead")
    site = make_site({"wording/mirrors.yaml": MIRRORS, "evidence/a.yaml": lead})

    assert places(mirror_address, site) == []


RECORD = """\
source: {type: article-journal, title: A text, issued: "2020", DOI: 10.1/x}
appraisal: {design: cohort, use: cite, why_use: a text, read: abstract, checked: 2026-01-02, people: 60}
findings:
  good: {says: It helped., kind: effect, certainty: low, rated_by: editor}
"""


@pytest.mark.parametrize(
    ("rule", "old", "new", "found"),
    [
        pytest.param(source_without_address, "", "", [], id="a DOI"),
        pytest.param(source_without_address, ", DOI: 10.1/x", "", ["1:1"], id="no address"),
        pytest.param(
            source_without_address, "DOI: 10.1/x", "container-title: Pain, volume: 9, page: 1", [], id="a library's way"
        ),
        pytest.param(study_without_size, "", "", [], id="people"),
        pytest.param(study_without_size, ", people: 60", "", ["1:1"], id="no people"),
        pytest.param(study_without_size, "people: 60", "size: 3 clinics", [], id="in words"),
        pytest.param(study_without_size, "people: 60", "unverified: [how many people took part]", [], id="admitted"),
        pytest.param(study_without_size, "cohort, use: cite", "law, use: cite", [], id="a law"),
        pytest.param(study_without_year, "", "", [], id="a year"),
        pytest.param(study_without_year, ', issued: "2020"', "", ["1:1"], id="no year"),
        pytest.param(
            study_without_year, 'article-journal, title: A text, issued: "2020"', "webpage, title: A text", [], id="web"
        ),
        pytest.param(unknown_rater, "", "", [], id="the editor"),
        pytest.param(unknown_rater, "rated_by: editor", "rated_by: text", [], id="a source"),
        pytest.param(unknown_rater, "rated_by: editor", "rated_by: txt", ["4:68"], id="nobody known"),
        pytest.param(unknown_rater, "people: 60", "retracted: true", [], id="one that is withdrawn, by the editor"),
        pytest.param(unknown_successor, "people: 60", "superseded_by: the page of 2024", [], id="words"),
        pytest.param(unknown_successor, "people: 60", 'superseded_by: " "', [], id="nothing"),
        pytest.param(unknown_successor, "people: 60", "superseded_by: txt", ["2:109"], id="replaced by nobody known"),
        pytest.param(unknown_successor, "people: 60", "superseded_by: text (its end)", ["2:109"], id="by itself"),
    ],
)
def test_what_is_told_of_each_source(rule: Rule, old: str, new: str, found: list[str], make_site: MakeSite) -> None:
    record = RECORD.replace(old, new, 1) if old else RECORD
    site = make_site({"evidence/text.yaml": record}, index="It helped [@text#good].")

    assert places(rule, site) == [f"evidence/text.yaml:{one}" for one in found]


def test_a_source_that_replaces_itself_is_not_offered_again(make_site: MakeSite) -> None:
    site = make_site(
        {"evidence/text.yaml": RECORD.replace("people: 60", "people: 60, superseded_by: text")}, index="A."
    )

    assert "by itself. Write another source's id" in told(unknown_successor, site)


@pytest.mark.parametrize(
    ("by", "words"),
    [
        pytest.param("txt", "is no source of the guide. Did you mean “text”?", id="nobody known"),
        pytest.param("gone", "was retracted. Rate the finding anew, and name who did.", id="withdrawn"),
    ],
)
def test_what_is_wrong_with_a_rater(by: str, words: str, make_site: MakeSite) -> None:
    gone = RECORD.replace("people: 60", "people: 60, retracted: true")
    files = {"evidence/text.yaml": RECORD.replace("editor", by), "evidence/gone.yaml": gone}

    assert words in told(unknown_rater, make_site(files, index="Text."))


def test_a_year_that_no_page_shows_is_admitted(make_site: MakeSite) -> None:
    record = RECORD.replace(', issued: "2020"', "").replace("people: 60", "people: 60, unverified: [the year]")
    site = make_site({"evidence/text.yaml": record}, index="It helped [@text#good].")

    assert study_without_year.check(site) == []


def test_a_source_that_nobody_cites_may_lack_an_address(make_site: MakeSite) -> None:
    site = make_site({"evidence/text.yaml": RECORD.replace(", DOI: 10.1/x", "")}, index="Text.")

    assert source_without_address.check(site) == []


@pytest.mark.parametrize(
    ("design", "finding", "is_told"),
    [
        pytest.param("case-series", "kind: effect, certainty: moderate, rated_by: editor", True, id="some people"),
        pytest.param("laboratory", "kind: harm, certainty: high, rated_by: editor", True, id="animals"),
        pytest.param("case-report", "kind: effect, certainty: low, rated_by: editor", False, id="low"),
        pytest.param(
            "case-series", "kind: effect, certainty: moderate, rated_by: trial", False, id="rated by a source"
        ),
        pytest.param("case-series", "kind: definition, certainty: high, rated_by: editor", False, id="who was counted"),
        pytest.param("randomised-trial", "kind: effect, certainty: high, rated_by: editor", False, id="a trial"),
    ],
)
def test_rated_above_design(design: str, finding: str, is_told: bool, make_site: MakeSite) -> None:
    record = source(design).replace("kind: effect, certainty: low, rated_by: editor", finding)
    record = record.replace("  sure: {says: It helped., kind: effect, certainty: high, rated_by: editor}\n", "")

    faults = places(rated_above_design, make_site({"evidence/text.yaml": record}, index="Text."))

    assert [one.partition(":")[0] for one in faults] == ["evidence/text.yaml"] * is_told
