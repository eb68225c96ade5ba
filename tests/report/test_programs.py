"""Reports for programs: JSON, SARIF and GitHub annotations."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import pytest
from tests.report.diagnostics import PAGE, diagnostic

from crpsguide.commands.rules import rule_helps
from crpsguide.model import Diagnostic, Place, Severity
from crpsguide.report import github_report, json_report, sarif_report

TEXT = ["# Rest", "See [a](gone.md) there.", "See [a](gone.md) there."]


def sarif_run(diagnostics: Sequence[Diagnostic], text: Sequence[str] = TEXT, below: str = "") -> Mapping[str, Any]:
    """The only run of a SARIF report, parsed."""
    report = sarif_report(diagnostics, rule_helps(), lambda path: text, version="1.2", below=PurePosixPath(below))
    run: Mapping[str, Any] = json.loads(report)["runs"][0]
    return run


SARIF_RULES: Sequence[Mapping[str, Any]] = sarif_run([])["tool"]["driver"]["rules"]


def test_json_contains_all_fields_and_the_counts() -> None:
    diagnostics = [diagnostic(), diagnostic(Place(PAGE), Severity.WARNING, "“é”")]

    report = json.loads(json_report(diagnostics))

    assert report["version"] == 1
    assert report["summary"] == {"errors": 1, "warnings": 1, "advice": 0}
    assert report["diagnostics"][0] == {
        "path": "content/pages/living/pacing.md",
        "line": 2,
        "column": 5,
        "end_line": 2,
        "end_column": 9,
        "code": "L101",
        "name": "missing-page",
        "severity": "error",
        "message": "The link leads to no page.",
        "help": "Check the spelling.",
    }
    assert report["diagnostics"][1]["message"] == "“é”"


@pytest.mark.parametrize(
    "format_report",
    [
        pytest.param(json_report, id="JSON"),
        pytest.param(lambda diagnostics: sarif_report(diagnostics, rule_helps(), version="1.2"), id="SARIF"),
        pytest.param(github_report, id="GitHub"),
    ],
)
def test_invisible_characters_are_replaced_by_their_code_points(
    format_report: Callable[[Sequence[Diagnostic]], str],
) -> None:
    report = format_report([diagnostic(message="The link leads to sle\u00adep.md.", help="Write\u202e sleep.md.")])

    assert "sleU+00ADep.md" in report
    assert "WriteU+202E sleep.md" in report
    assert [one for one in ("\u00ad", "\\u00ad", "\u202e", "\\u202e") if one in report] == []


def test_sarif_has_the_properties_that_its_schema_requires() -> None:
    log = json.loads(sarif_report([diagnostic()], rule_helps(), version="1.2"))

    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results"}
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert set(run["tool"]["driver"]) == {"name", "version", "rules"}
    (result,) = run["results"]
    assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["message"]["text"].endswith(".")
    assert [type(value) for value in result["partialFingerprints"].values()] == [str]
    assert len(result["locations"]) == 1


@pytest.mark.parametrize("rule", SARIF_RULES, ids=lambda one: str(one["name"]))
def test_a_sarif_rule_has_the_properties_that_the_schema_requires(rule: Mapping[str, Any]) -> None:
    assert set(rule) == {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
    assert re.fullmatch(r"[A-Z]\d+/[a-z0-9-]+", rule["id"])
    assert rule["help"]["text"]
    assert rule["help"]["markdown"]
    assert rule["shortDescription"]["text"].endswith((".", "?"))
    assert rule["defaultConfiguration"]["level"] in ("note", "warning", "error")


def test_every_sarif_rule_has_a_unique_id() -> None:
    assert len({one["id"] for one in SARIF_RULES}) == len(SARIF_RULES) == len(rule_helps())


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "note")],
)
def test_a_severity_becomes_a_sarif_level(severity: Severity, level: str) -> None:
    assert sarif_run([diagnostic(severity=severity)])["results"][0]["level"] == level


def test_a_rule_without_help_has_an_id_and_no_index() -> None:
    [result] = sarif_run([diagnostic(rule=("Z9", "unknown-rule"))])["results"]

    assert (result["ruleId"], "ruleIndex" in result) == ("Z9/unknown-rule", False)


@pytest.mark.parametrize(
    ("place", "region"),
    [
        pytest.param(
            Place(PAGE, 2, 5, 2, 9),
            {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9},
            id="start and end",
        ),
        pytest.param(Place(PAGE, 2, 5), {"startLine": 2, "startColumn": 5}, id="start only"),
        pytest.param(Place(PAGE), {"startLine": 1, "startColumn": 1}, id="whole file"),
    ],
)
def test_a_place_becomes_a_sarif_region(place: Place, region: Mapping[str, int]) -> None:
    location = sarif_run([diagnostic(place)])["results"][0]["locations"][0]

    assert location["physicalLocation"]["region"] == region


@pytest.mark.parametrize(
    ("path", "below", "uri"),
    [
        pytest.param("content/a.md", "", "content/a.md", id="guide in the working directory"),
        pytest.param("content/a.md", "guides/crps", "guides/crps/content/a.md", id="guide in a subfolder"),
        pytest.param("content/a b#c.md", "", "content/a%20b%23c.md", id="reserved characters"),
        pytest.param("content/é.md", "", "content/%C3%A9.md", id="non-ASCII letters"),
    ],
)
def test_sarif_names_files_by_relative_uris(path: str, below: str, uri: str) -> None:
    [result] = sarif_run([diagnostic(Place(PurePosixPath(path)))], below=below)["results"]

    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def fingerprints(diagnostics: Sequence[Diagnostic], text: Sequence[str] = TEXT) -> list[str]:
    return [one["partialFingerprints"]["crpsguideFault/v1"] for one in sarif_run(diagnostics, text)["results"]]


def test_a_fingerprint_does_not_change_when_lines_move() -> None:
    before = fingerprints([diagnostic(Place(PAGE, 2, 5, 2, 9))])

    after = fingerprints([diagnostic(Place(PAGE, 4, 7, 4, 11))], ["", "", "", f"  {TEXT[1]}"])

    assert before == after


def test_equal_diagnostics_of_equal_lines_have_numbered_fingerprints() -> None:
    first, second = fingerprints([diagnostic(Place(PAGE, 2, 5, 2, 9)), diagnostic(Place(PAGE, 3, 5, 3, 9))])

    assert first.removesuffix(":1") == second.removesuffix(":2")


@pytest.mark.parametrize(
    ("other", "text"),
    [
        pytest.param(diagnostic(), ["# Rest", "See [b](gone.md)."], id="another text"),
        pytest.param(diagnostic(Place(PurePosixPath("content/pages/rest.md"), 2, 5, 2, 9)), TEXT, id="another file"),
        pytest.param(diagnostic(rule=("L102", "missing-anchor")), TEXT, id="another rule"),
    ],
)
def test_a_diagnostic_of_another_text_file_or_rule_has_another_fingerprint(
    other: Diagnostic, text: Sequence[str]
) -> None:
    assert fingerprints([diagnostic()]) != fingerprints([other], text)


def test_github_annotations_begin_with_the_counts() -> None:
    report = github_report([diagnostic(), diagnostic(Place(PAGE, 7, 1), Severity.ADVICE)], below=PurePosixPath("g"))

    assert report.splitlines() == [
        "::notice title=crpsguide::1 error, 0 warnings",
        "::error file=g/content/pages/living/pacing.md,line=2,col=5,endLine=2,endColumn=9,title=L101 missing-page"
        "::The link leads to no page.%0ACheck the spelling.",
        "::notice file=g/content/pages/living/pacing.md,line=7,col=1,title=L101 missing-page"
        "::The link leads to no page.%0ACheck the spelling.",
    ]


def test_characters_special_to_github_are_escaped() -> None:
    place = Place(PurePosixPath("content/a,b:c%d\r\ne.md"), 1, 1)

    report = github_report([diagnostic(place, message="50% is\r\n::error::wrong \x1b[2J")])

    assert report.splitlines()[1] == (
        "::error file=content/a%2Cb%3Ac%25d%0D%0Ae.md,line=1,col=1,title=L101 missing-page"
        "::50%25 is ::error::wrong U+001B[2J%0ACheck the spelling."
    )


def test_no_diagnostics_give_no_github_annotations() -> None:
    assert github_report([]) == ""
