import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import pytest

from crpsguide.commands.rules import rule_helps
from crpsguide.model import Diagnostic, Place, Severity
from crpsguide.report import github_report, json_report, sarif_report

PAGE = PurePosixPath("content/pages/living/pacing.md")
TEXT = ["# Rest", "See [a](gone.md) there.", "See [a](gone.md) there."]


def diagnostic(
    place: Place | None = None,
    severity: Severity = Severity.ERROR,
    message: str = "The link leads to no page.",
    help: str = "Check the spelling.",
    rule: tuple[str, str] = ("L101", "missing-page"),
) -> Diagnostic:
    return Diagnostic(place or Place(PAGE, 2, 5, 2, 9), *rule, severity, message, help)


def run_of(found: Sequence[Diagnostic], text: Sequence[str] = TEXT, below: str = "") -> Mapping[str, Any]:
    report = sarif_report(found, rule_helps(), lambda path: text, version="1.2", below=PurePosixPath(below))
    run: Mapping[str, Any] = json.loads(report)["runs"][0]
    return run


def test_json_has_every_key_and_the_counts() -> None:
    found = [diagnostic(), diagnostic(Place(PAGE), Severity.WARNING, "“é”")]

    report = json.loads(json_report(found))

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
    "report", [json_report, lambda found: sarif_report(found, rule_helps(), version="1.2"), github_report]
)
def test_what_cannot_be_seen_is_told_by_its_number(report: Callable[[Sequence[Diagnostic]], str]) -> None:
    told = report([diagnostic(message="The link leads to sle\u00adep.md.", help="Write\u202e sleep.md.")])

    assert "sleU+00ADep.md" in told
    assert "WriteU+202E sleep.md" in told
    assert [one for one in ("\u00ad", "\\u00ad", "\u202e", "\\u202e") if one in told] == []


def test_sarif_has_what_its_schema_asks_for() -> None:
    log = json.loads(sarif_report([diagnostic(), diagnostic(Place(PAGE))], rule_helps(), version="1.2"))

    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results"}
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert set(run["tool"]["driver"]) == {"name", "version", "rules"}
    assert len(run["results"]) == 2
    for one in run["results"]:
        assert set(one) == {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"}
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] in ("none", "note", "warning", "error")
        assert one["message"]["text"].endswith(".")
        assert all(isinstance(value, str) for value in one["partialFingerprints"].values())
        (location,) = one["locations"]
        region = location["physicalLocation"]["region"]
        assert all(isinstance(number, int) and number >= 1 for number in region.values())


def test_every_sarif_rule_has_its_help_and_an_id_of_its_own() -> None:
    rules = run_of([])["tool"]["driver"]["rules"]

    assert len({one["id"] for one in rules}) == len(rules) == len(rule_helps())
    for one in rules:
        assert set(one) == {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert re.fullmatch(r"[A-Z]\d+/[a-z0-9-]+", one["id"])
        assert one["help"]["text"]
        assert one["help"]["markdown"]
        assert one["shortDescription"]["text"].endswith((".", "?"))
        assert one["defaultConfiguration"]["level"] in ("note", "warning", "error")


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "note")],
)
def test_sarif_knows_three_levels(severity: Severity, level: str) -> None:
    assert run_of([diagnostic(severity=severity)])["results"][0]["level"] == level


def test_a_rule_that_the_list_lacks_is_told_by_its_name_alone() -> None:
    [told] = run_of([diagnostic(rule=("Z9", "of-tomorrow"))])["results"]

    assert (told["ruleId"], "ruleIndex" in told) == ("Z9/of-tomorrow", False)


@pytest.mark.parametrize(
    ("place", "region"),
    [
        pytest.param(
            Place(PAGE, 2, 5, 2, 9), {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9}, id="stretch"
        ),
        pytest.param(Place(PAGE, 2, 5), {"startLine": 2, "startColumn": 5}, id="only the start is known"),
    ],
)
def test_sarif_tells_the_region(place: Place, region: Mapping[str, int]) -> None:
    location = run_of([diagnostic(place)])["results"][0]["locations"][0]

    assert location["physicalLocation"]["region"] == region


@pytest.mark.parametrize(
    ("path", "below", "uri"),
    [
        pytest.param("content/a.md", "", "content/a.md", id="the guide is here"),
        pytest.param("content/a.md", "guides/crps", "guides/crps/content/a.md", id="the guide is below"),
        pytest.param("content/a b#c.md", "", "content/a%20b%23c.md", id="signs of addresses"),
        pytest.param("content/é.md", "", "content/%C3%A9.md", id="letters beyond ASCII"),
    ],
)
def test_sarif_names_files_by_relative_addresses(path: str, below: str, uri: str) -> None:
    found = run_of([diagnostic(Place(PurePosixPath(path)))], below=below)["results"][0]

    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def fingerprints(found: Sequence[Diagnostic], text: Sequence[str] = TEXT) -> list[str]:
    return [one["partialFingerprints"]["crpsguideFault/v1"] for one in run_of(found, text)["results"]]


def test_a_fingerprint_stays_when_lines_move() -> None:
    before = fingerprints([diagnostic(Place(PAGE, 2, 5, 2, 9))])
    after = fingerprints([diagnostic(Place(PAGE, 4, 7, 4, 11))], ["", "", "", f"  {TEXT[1]}"])

    assert before == after


def test_two_faults_of_one_text_have_two_fingerprints() -> None:
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
def test_another_fault_has_another_fingerprint(other: Diagnostic, text: Sequence[str]) -> None:
    assert fingerprints([diagnostic()]) != fingerprints([other], text)


def test_github_hears_the_sum_first_and_then_each_fault() -> None:
    report = github_report([diagnostic(), diagnostic(Place(PAGE, 7, 1), Severity.ADVICE)], below=PurePosixPath("g"))

    assert report.splitlines() == [
        "::notice title=crpsguide::1 error, 0 warnings",
        "::error file=g/content/pages/living/pacing.md,line=2,col=5,endLine=2,endColumn=9,title=L101 missing-page"
        "::The link leads to no page.%0ACheck the spelling.",
        "::notice file=g/content/pages/living/pacing.md,line=7,col=1,title=L101 missing-page"
        "::The link leads to no page.%0ACheck the spelling.",
    ]


def test_github_gets_its_signs_escaped() -> None:
    place = Place(PurePosixPath("content/a,b:c%d\r\ne.md"), 1, 1)

    report = github_report([diagnostic(place, message="50% is\r\n::error::wrong \x1b[2J")])

    assert report.splitlines()[1] == (
        "::error file=content/a%2Cb%3Ac%25d%0D%0Ae.md,line=1,col=1,title=L101 missing-page"
        "::50%25 is ::error::wrong U+001B[2J%0ACheck the spelling."
    )


def test_github_hears_nothing_when_all_is_well() -> None:
    assert github_report([]) == ""
