"""Tests of the formats of values."""

from pathlib import PurePosixPath

import pytest

from crpsguide.model import Work
from crpsguide.read.value_formats import (
    CONTACT_FORMATS,
    ORGANISATION_FORMATS,
    SETTINGS_FORMATS,
    SOURCE_FORMATS,
    Formats,
    malformed_values,
)
from crpsguide.read.yaml_tree import parse_yaml


@pytest.mark.parametrize(
    ("formats", "record", "columns"),
    [
        pytest.param(SOURCE_FORMATS, "source: {URL: 'https://a.example:80/b(c)?d#e'}", [], id="address"),
        pytest.param(SOURCE_FORMATS, "source: {URL: 'javascript:alert(1)'}", [15], id="program"),
        pytest.param(
            SOURCE_FORMATS, "source: {URL: 'javascript://a.example/%0Ago()'}", [15], id="program like an address"
        ),
        pytest.param(SOURCE_FORMATS, "source: {URL: 'https://a.example/b c'}", [15], id="blank"),
        pytest.param(SOURCE_FORMATS, "findings: {a: {seen: 'data:a'}}", [22], id="where a finding was seen"),
        pytest.param(
            SOURCE_FORMATS, "appraisal: {seen: {a: 'htps://a.example'}}", [23], id="where a judgement was seen"
        ),
        pytest.param(SOURCE_FORMATS, "source: {URL: 'https://a@b.example'}", [15], id="name before a host"),
        pytest.param(SOURCE_FORMATS, "source: {URL: //a.example}", [15], id="no scheme"),
        pytest.param(SOURCE_FORMATS, "source: {DOI: 10.1016/S0140-6736(99)00001-1}", [], id="DOI"),
        pytest.param(SOURCE_FORMATS, "source: {DOI: 'https://doi.org/10.1000/a'}", [15], id="address of a DOI"),
        pytest.param(SOURCE_FORMATS, "source: {PMID: 123, PMCID: PMC123, issued: 2009-10}", [], id="numbers"),
        pytest.param(
            SOURCE_FORMATS, "source: {PMID: 1x, PMCID: 123, issued: spring 2009}", [16, 27, 40], id="no numbers"
        ),
        pytest.param(SOURCE_FORMATS, "source: {issued: 2009-13}\nappraisal: {people: -60}", [18, 21], id="cannot be"),
        pytest.param(CONTACT_FORMATS, "a: {phone: 112, text: '+4412', url: http://a.example}", [], id="contact"),
        pytest.param(CONTACT_FORMATS, "a: {phone: '*#06#', text: 5, url: 'data:a'}", [12, 35], id="codes"),
        pytest.param(
            CONTACT_FORMATS, "a: {phone: '988, then press 1', text: Text HOME to 741741}", [], id="with words"
        ),
        pytest.param(CONTACT_FORMATS, "a: {phone: '+44 1234 5678 9012 3456'}", [12], id="more digits than there are"),
        pytest.param(
            CONTACT_FORMATS, "a: {phone: +44 (808) 808-8000}\nb: {phone: 112;1}", [12], id="blanks, and parts"
        ),
        pytest.param(CONTACT_FORMATS, "a: {phone: '112#', url: x}\nb: {phone: 1*2}", [12, 25, 12], id="signs of codes"),
        pytest.param(CONTACT_FORMATS, "a: {seen: [https://a.example/b, 'data:a']}", [33], id="where a number was seen"),
        pytest.param(CONTACT_FORMATS, "a: {phone: call us}", [12], id="no number"),
        pytest.param(
            ORGANISATION_FORMATS, "phone: ['+441234567', 'tel:1']\nwebsite: a.example", [23, 10], id="organisation"
        ),
        pytest.param(
            ORGANISATION_FORMATS, "phone: ['+441', '116 123']", [9], id="number of a country that is cut short"
        ),
        pytest.param(
            ORGANISATION_FORMATS, "stated_by: [a file, 'https://a.example/b…', 'htps://a']", [21, 45], id="read at"
        ),
        pytest.param(SOURCE_FORMATS, "source: {URL: 'https://a-.example/b'}", [15], id="host that ends in a hyphen"),
        pytest.param(SETTINGS_FORMATS, "contact: team@a.example", [], id="e-mail"),
        pytest.param(SETTINGS_FORMATS, "contact: 'team@a.example?bcc=b@c.example'", [10], id="more than an address"),
        pytest.param(SETTINGS_FORMATS, "licence_url: 'javascript:1'", [14], id="licence that is a program"),
    ],
)
def test_malformed_values_are_told_where_they_stand(formats: Formats, record: str, columns: list[int]) -> None:
    found = malformed_values(parse_yaml(record, PurePosixPath("a.yaml")), formats)

    assert sorted(one.place.column for one in found) == sorted(columns)


@pytest.mark.parametrize(
    ("record", "help"),
    [
        pytest.param(
            "source: {DOI: 'https://doi.org/10.1000/a.1'}", "Write it as “10.1000/a.1”.", id="DOI in an address"
        ),
        pytest.param("source: {DOI: none}", "Write it as in “10.1016/j.pain.2009.06.023”.", id="none in it"),
        pytest.param("appraisal: {people: 60 adults}", "Write it as “60”.", id="number among words"),
        pytest.param("appraisal: {people: 30 + 30}", "Write it as in “60”.", id="two numbers"),
    ],
)
def test_what_can_be_told_apart_is_written_out(record: str, help: str) -> None:
    [found] = malformed_values(parse_yaml(record, PurePosixPath("a.yaml")), SOURCE_FORMATS)

    assert found.help == help


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,a", "file:///a", " https://a.example", ""])
def test_what_is_no_page_of_the_web_is_no_link(address: str) -> None:
    assert Work(type="book", title="One", URL=address).link == ""
