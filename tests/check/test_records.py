"""What records name and date, held against each other and the calendar."""

from datetime import date

import pytest
from tests.check.guides import TRIAL, MakeSite, places, told

from crpsguide.check import records
from crpsguide.check.rule import RuleInputs

TODAY = date(2026, 11, 21)
CLINIC = "name: Hill Clinic\nkind: clinic\ncountry: Chile\nwebsite: {}\nstated_by: [a file]\nlast_seen: {}\n"
CONTACT = (
    "help: {{kind: a, name: b, country: c, about: d, phone: '{}', local: {}, checked_on: 2026-11-20, status: e}}\n"
)
CHANGE = "---\ntitle: New\ndate: 2026-11-20\n---\n\nThe page on {}.\n"


@pytest.mark.parametrize(
    ("seen", "count"),
    [
        ("2026-11-20", 0),
        ("2026-11-22", 0),
        ("2027-11-20", 1),
        ("2027-11-31", 0),
        ("a page", 0),
        ("20 November 2026", 0),
        ("20 November 2027 (copyright line)", 1),
        ("31 November 2027", 0),
    ],
)
def test_nobody_was_seen_on_a_day_to_come(seen: str, count: int, make_site: MakeSite) -> None:
    site = make_site({"clinics/hill.yaml": CLINIC.format("https://hill.example/", seen)})

    assert len([*records.record_of_a_day_to_come.faults(RuleInputs(site, TODAY))]) == count


@pytest.mark.parametrize(
    ("checked", "count"), [("2026-01-02", 0), ("2019-12-02", 0), ("2016-01-02", 1), ("2062-01-02", 1)]
)
def test_a_source_was_read_after_it_appeared(checked: str, count: int, make_site: MakeSite) -> None:
    site = make_site({"evidence/trial.yaml": TRIAL.replace("2026-01-02", checked)})

    assert len([*records.source_of_a_day_to_come.faults(RuleInputs(site, TODAY))]) == count


@pytest.mark.parametrize(
    ("name", "website", "column"),
    [
        pytest.param("Hill Clinic", "https://dale.example", "1:7", id="one name"),
        pytest.param("Dale Clinic", "http://www.Hill.example", "4:10", id="one website"),
        pytest.param("Dale Clinic", "https://hill.example/dale", "", id="two"),
    ],
)
def test_an_organisation_has_one_file(name: str, website: str, column: str, make_site: MakeSite) -> None:
    first, second = (CLINIC.format(one, "today") for one in ("https://hill.example/", website))
    site = make_site({"clinics/hill.yaml": first, "clinics/hill2.yaml": second.replace("Hill Clinic", name)})

    assert places(records.organisation_twice, site) == ([f"clinics/hill2.yaml:{column}"] if column else [])


@pytest.mark.parametrize(
    ("dialled", "local", "count"),
    [("+448088088000", "0808 808 8000", 0), ("+448088088000", "0808 808 8001", 1), ("999", "999", 0)],
)
def test_the_number_that_is_shown_is_the_one_that_is_dialled(
    dialled: str, local: str, count: int, make_site: MakeSite
) -> None:
    site = make_site({"contacts/a.yaml": CONTACT.format(dialled, local)})

    assert len(records.numbers_differ.check(site)) == count


@pytest.mark.parametrize(
    ("kind", "reached", "lines"),
    [
        pytest.param("emergency", "phone: '112'", [], id="emergency number"),
        pytest.param("emergency", "text: '112'", [], id="number for texts"),
        pytest.param("emergency", "url: https://a.example", [1], id="an address alone"),
        pytest.param("emergency", "phone: ''", [7], id="empty"),
        pytest.param("emergency", "phone: '9'", [7], id="one digit"),
        pytest.param("crisis-line", "url: https://a.example", [], id="crisis line by chat"),
        pytest.param("crisis-line", "note: none", [1], id="crisis line without anything"),
        pytest.param("support-group", "note: none", [], id="a group may have neither"),
    ],
)
def test_who_needs_help_now_finds_a_number(kind: str, reached: str, lines: list[int], make_site: MakeSite) -> None:
    contact = f"""help:
  kind: {kind}
  name: b
  country: c
  about: d
  checked_on: 2026-11-20
  {reached}
  status: e
"""

    found = places(records.contact_without_number, make_site({"contacts/a.yaml": contact}))

    assert [int(one.split(":")[1]) for one in found] == lines


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        pytest.param("title: A trial, author: [{family: Ng, given: Amy}]", "", id="a person"),
        pytest.param("title: A trial, author: [{literal: The Mirror Group}]", "", id="a body"),
        pytest.param("title: A trial, author: [{given: Amy}]", "1", id="a first name alone"),
        pytest.param("title: A trial, author: [{family: ' ', given: Amy}]", "1", id="a blank"),
        pytest.param("title: ''", "1", id="no title"),
    ],
)
def test_sources_and_their_authors_have_names(typed: str, place: str, make_site: MakeSite) -> None:
    site = make_site({"evidence/trial.yaml": TRIAL.replace("title: A trial", typed)})

    assert [one.split(":")[1] for one in places(records.record_without_name, site)] == [place] * bool(place)


def test_a_page_is_named_that_speaks_of_an_organisation(make_site: MakeSite) -> None:
    clinic = CLINIC.format("https://hill.example", "today").replace("[a file]", "[]")

    assert places(records.record_without_name, make_site({"clinics/hill.yaml": clinic})) == ["clinics/hill.yaml:5:11"]


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        pytest.param("type: article-journal, author: [{family: Ng}]", 0, id="one"),
        pytest.param("type: article-journal, author: []", 1, id="an empty list"),
        pytest.param("type: article-journal", 1, id="no line"),
        pytest.param("type: webpage, author: []", 0, id="a page may name none"),
    ],
)
def test_articles_name_their_authors(typed: str, count: int, make_site: MakeSite) -> None:
    record = TRIAL.replace("type: article-journal", typed)
    admitted = record.replace("read: abstract", "read: abstract, unverified: [author]")

    found = [
        len(places(records.study_without_author, make_site({"evidence/trial.yaml": one}))) for one in (record, admitted)
    ]

    assert found == [count, 0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("design: rct", "design: rct, people: 60", "", id="60 people"),
        pytest.param("design: rct", "design: rct, people: 0", "A study of 0 people is none.", id="nobody"),
        pytest.param(
            'value: "38"', 'value: "-38"', "-38% of people cannot be: none of them are 0%.", id="fewer than none"
        ),
        pytest.param('value: "38"', 'value: "38", n: 80', "", id="counted among 80"),
        pytest.param(
            'value: "38"', 'value: "38", n: 0', "A value counted among 0 people cannot be.", id="among nobody"
        ),
        pytest.param('value: "38"', "events: -2, out_of: 9", "-2 people cannot be.", id="a count below 0"),
        pytest.param('value: "38"', "value: ~38", "“~38” is no number.", id="a sign before it"),
        pytest.param('value: "38"', "value: 3 8", "“3 8” is no number.", id="a blank in it"),
        pytest.param(
            'value: "38"', 'value: "38", ci: [20, 120]', "120% of people cannot be: all of them are 100%.", id="ci"
        ),
        pytest.param('issued: "2020"', 'issued: "1820"', "", id="an old work"),
        pytest.param('issued: "2020"', 'issued: "1020"', "“1020” is not a year, a month or a day.", id="a slip"),
    ],
)
def test_numbers_of_records_that_cannot_be(old: str, new: str, message: str, make_site: MakeSite) -> None:
    site = make_site({"evidence/trial.yaml": TRIAL.replace(old, new)})

    assert [one.message for one in site.troubles] == [message] * bool(message)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        pytest.param("rest [a](rest.md)", True, id="link"),
        pytest.param("rest [a][rest]", True, id="link by a label"),
        pytest.param("rest [@trial#week-1]", True, id="citation"),
        pytest.param("**rest**", True, id="bold"),
        pytest.param("a<br>b", True, id="tag"),
        pytest.param("R&amp;D", True, id="entity"),
        pytest.param("R&D at 5 < 6, [sic] and 2 * 3 * 4", False, id="plain signs"),
    ],
)
def test_plain_texts_hold_no_markup(words: str, is_told: bool, make_site: MakeSite) -> None:
    site = make_site(
        {"changes/2026-11-20-a.md": CHANGE.format(words), "evidence/trial.yaml": TRIAL.replace("a little", words)}
    )

    found = places(records.markup_in_record, site)

    assert [one.split(":")[0] for one in found] == ["evidence/trial.yaml", "changes/2026-11-20-a.md"] * is_told
    assert ("just as it is typed" in told(records.markup_in_record, site)) is is_told


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param("Ketamine <i>in vitro</i>", ["1", "1"], id="tag in a title"),
        pytest.param("Salt &amp; water", ["1"], id="sign by its name"),
        pytest.param("Pain < 5 [Article in German]", [], id="plain signs"),
    ],
)
def test_titles_of_sources_hold_no_markup(title: str, found: list[str], make_site: MakeSite) -> None:
    record = TRIAL.replace("title: A trial", f'title: "{title}"')

    faults = places(records.markup_in_record, make_site({"evidence/trial.yaml": record}))

    assert [one.split(":")[1] for one in faults] == found


def test_a_block_is_not_said_to_be_empty_for_a_file_that_cannot_be_read(make_site: MakeSite) -> None:
    contact = CONTACT.format("112", "112")
    block = "/// contacts\n    kinds: [z]\n///"

    told_of = [
        bool(records.nothing_of_that_kind.check(make_site({"contacts/a.yaml": text}, index=block)))
        for text in (contact, contact.replace("name:", "nmae:"))
    ]

    assert told_of == [True, False]
