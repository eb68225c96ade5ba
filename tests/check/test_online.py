from datetime import date

import pytest
from tests.check.guides import TRIAL, MakeSite

from crpsguide.check import check_web, judge_site, online, outside_addresses
from crpsguide.check.rule import Rule
from crpsguide.model import Answer, Reach

SEEN = date(2026, 11, 21)
ADDRESS = "https://example.org/a"
ANSWERS = {
    Reach.OK: Answer(Reach.OK, SEEN),
    Reach.MOVED: Answer(Reach.MOVED, SEEN, target="https://example.org/b"),
    Reach.GONE: Answer(Reach.GONE, SEEN, "the server answers 404"),
    Reach.UNKNOWN: Answer(Reach.UNKNOWN, SEEN, "the server answers 403"),
}
CONTACT = """\
line:
  kind: crisis
  name: A line
  country: UK
  about: Someone to talk to.
  url: https://line.example
  checked_on: 2026-01-02
  status: seen
"""
CLINIC = """\
name: A clinic
kind: clinic
country: UK
website: https://clinic.example
stated_by: [its own site]
last_seen: "2026"
listed: {listed}
"""


@pytest.mark.parametrize(
    ("rule", "reach"),
    [
        pytest.param(online.gone_link, Reach.GONE, id="gone"),
        pytest.param(online.moved_link, Reach.MOVED, id="moved"),
        pytest.param(online.unanswered_link, Reach.UNKNOWN, id="unknown"),
    ],
)
def test_each_verdict_has_its_rule(rule: Rule, reach: Reach, make_site: MakeSite) -> None:
    site = make_site(index=f"Text, and\n[a link]({ADDRESS}).")

    told = {one: rule.check(site, answers={ADDRESS: answer}) for one, answer in ANSWERS.items()}

    assert {one: [fault.place.line for fault in found] for one, found in told.items()} == {
        one: [6] if one is reach else [] for one in Reach
    }


def test_a_fault_is_dated_and_names_the_new_address(make_site: MakeSite) -> None:
    site = make_site(index=f"[a link]({ADDRESS})")

    (one,) = online.moved_link.check(site, answers={ADDRESS: ANSWERS[Reach.MOVED]})

    assert "2026-11-21" in one.message
    assert "https://example.org/b" in one.help


def test_an_address_that_was_not_asked_for_is_no_fault(make_site: MakeSite) -> None:
    assert check_web(make_site(index=f"[a link]({ADDRESS})"), {}) == ()


@pytest.mark.parametrize(
    ("files", "text", "expected"),
    [
        pytest.param({}, f"[a]({ADDRESS}) and <https://example.org/b>", [ADDRESS, "https://example.org/b"], id="page"),
        pytest.param({}, "[a](mailto:a@example.org) [b](tel:+441) [c](other.md) [d](//x)", [], id="not of the web"),
        pytest.param({}, "`https://example.org` <!-- [a](https://example.org) -->", [], id="code and comment"),
        pytest.param({"contacts/lines.yaml": CONTACT}, "", ["https://line.example"], id="contact"),
        pytest.param({"clinics/a.yaml": CLINIC.format(listed="true")}, "", ["https://clinic.example"], id="clinic"),
        pytest.param({"clinics/a.yaml": CLINIC.format(listed="false")}, "", [], id="clinic that is not shown"),
        pytest.param(
            {"evidence/a.yaml": TRIAL.replace('issued: "2020"', 'issued: "2020", DOI: 10.1/x')},
            "",
            ["https://doi.org/10.1/x"],
            id="source",
        ),
        pytest.param(
            {"evidence/a.yaml": TRIAL.replace('"2020"', '"2020", DOI: 10.1/x').replace("use: cite", "use: lead")},
            "",
            [],
            id="source that readers are not shown",
        ),
        pytest.param(
            {"site.yaml": "base_url: https://example.org/guide\n"},
            "[a](https://example.org/guide/x.html) [b](https://example.org/guidebook)",
            ["https://example.org/guidebook"],
            id="the guide's own address",
        ),
    ],
)
def test_the_web_is_asked_for_what_readers_get(
    files: dict[str, str], text: str, expected: list[str], make_site: MakeSite
) -> None:
    site = make_site(files, index=text)

    assert [address for _, address in outside_addresses(site)] == expected


def test_a_waiver_holds_for_the_web_too(make_site: MakeSite) -> None:
    site = make_site(index=f"<!-- allow gone-link: an archive is asked -->\n[a]({ADDRESS})\n\n[b]({ADDRESS})")

    assert [one.place.line for one in check_web(site, {ADDRESS: ANSWERS[Reach.GONE]})] == [8]


def test_a_waiver_for_the_web_is_not_unused_when_nobody_asked(make_site: MakeSite) -> None:
    site = make_site(index="<!-- allow gone-link: an archive is asked -->\nText.")

    assert judge_site(site, today=SEEN, select=["P", "O"]).diagnostics == ()


def test_an_address_stands_where_it_was_typed(make_site: MakeSite) -> None:
    site = make_site(
        {
            "evidence/a.yaml": TRIAL.replace("source: {", "source: {PMID: '1', DOI: 10.1/x, "),
            "contacts/lines.yaml": CONTACT,
            "clinics/a.yaml": CLINIC.format(listed="true"),
        }
    )

    assert {str(place): address for place, address in outside_addresses(site)} == {
        "content/evidence/a.yaml:1:26": "https://doi.org/10.1/x",
        "content/contacts/lines.yaml:6:8": "https://line.example",
        "content/clinics/a.yaml:4:10": "https://clinic.example",
    }
