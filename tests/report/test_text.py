"""The text report: place, message, source line with a marker, and help."""

from collections.abc import Sequence
from pathlib import PurePosixPath

import pytest
from tests.report.diagnostics import PAGE, diagnostic

from crpsguide.model import Place, Severity
from crpsguide.report import brief_report, text_report


def snippet(line: str, column: int, end_column: int = 0) -> list[str]:
    place = Place(PAGE, 2, column, 2 if end_column else 0, end_column)
    return text_report([diagnostic(place)], lambda path: ["first", line]).splitlines()[1:-1]


def test_a_diagnostic_is_printed_with_its_source_line_and_help() -> None:
    report = text_report([diagnostic()], lambda path: ["one", "See [a](gone.md)."])

    assert report == (
        "content/pages/living/pacing.md:2:5: error L101 missing-page: The link leads to no page.\n"
        "    2 | See [a](gone.md).\n"
        "      |     ^^^^\n"
        "    help: Check the spelling.\n"
    )


@pytest.mark.parametrize(
    ("advice", "last_lines"),
    [
        pytest.param(0, [], id="none"),
        pytest.param(1, ["1 piece of advice: “crpsguide check” lists it."], id="one"),
        pytest.param(70, ["70 pieces of advice: “crpsguide check” lists them."], id="many"),
    ],
)
def test_a_brief_report_counts_advice_and_prints_all_else(advice: int, last_lines: Sequence[str]) -> None:
    printed = [diagnostic(), diagnostic(severity=Severity.WARNING)]

    report = brief_report([*[diagnostic(severity=Severity.ADVICE)] * advice, *printed])

    assert report.splitlines() == [*text_report(printed).splitlines(), *last_lines]


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        pytest.param("abc", 2, 3, ["    2 | abc", "      |  ^"], id="one character"),
        pytest.param("abc", 2, 0, ["    2 | abc", "      |  ^"], id="end unknown"),
        pytest.param("abc", 4, 0, ["    2 | abc", "      |    ^"], id="after the end"),
        pytest.param("abc", 9, 0, ["    2 | abc", "      |    ^"], id="far after the end"),
        pytest.param("\tabc", 2, 4, ["    2 |     abc", "      |     ^^"], id="tab before"),
        pytest.param("漢字ab", 3, 5, ["    2 | 漢字ab", "      |     ^^"], id="wide before"),
        pytest.param("ab漢字", 3, 5, ["    2 | ab漢字", "      |   ^^^^"], id="wide marked"),
        pytest.param("e\u0301ab", 3, 5, ["    2 | e\u0301ab", "      |  ^^"], id="combining before"),
        pytest.param("a\u200bb", 2, 3, ["    2 | aU+200Bb", "      |  ^^^^^^"], id="invisible"),
        pytest.param("a\x1b[31mb", 1, 2, ["    2 | aU+001B[31mb", "      | ^"], id="terminal control"),
        pytest.param("a\u202eb", 1, 2, ["    2 | aU+202Eb", "      | ^"], id="text direction"),
        pytest.param("a\u2028b\u2029c", 1, 2, ["    2 | aU+2028bU+2029c", "      | ^"], id="Unicode line separators"),
        pytest.param("a\ud800b", 1, 2, ["    2 | aU+D800b", "      | ^"], id="lone surrogate"),
        pytest.param("", 1, 0, [], id="empty line"),
        pytest.param("---", 1, 0, [], id="first line of the front matter"),
    ],
)
def test_the_marker_is_below_the_place(line: str, column: int, end: int, expected: Sequence[str]) -> None:
    assert snippet(line, column, end) == list(expected)


@pytest.mark.parametrize("column", [1, 300, 995])
def test_a_long_line_is_truncated_around_the_place(column: int) -> None:
    line = "x" * (column - 1) + "HERE" + "y" * (996 - column)

    excerpt, marker = snippet(line, column, column + 4)

    start = marker.index("^")
    assert len(excerpt) <= 110
    assert excerpt[start : start + 4] == "HERE"
    assert "…" in excerpt


def test_a_long_marker_is_truncated() -> None:
    excerpt, marker = snippet("x" * 1000, 1, 1001)

    assert excerpt.endswith("x…")
    assert len(marker) <= 110


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    place = Place(PAGE, 1, 3, 2, 4)

    report = text_report([diagnostic(place)], lambda path: ["abcdef", "ghi"])

    assert "      |   ^^^^\n" in report


def test_a_file_is_read_once_for_all_its_diagnostics() -> None:
    read: list[PurePosixPath] = []

    def lines(path: PurePosixPath) -> Sequence[str]:
        read.append(path)
        return ["first", "See [it](gone.md)."]

    text_report([diagnostic()] * 3, lines)

    assert read == [PAGE]


def test_a_diagnostic_without_source_is_printed_without_an_excerpt() -> None:
    report = text_report([diagnostic()])

    assert len(report.splitlines()) == 2


def test_control_characters_are_not_printed() -> None:
    place = Place(PurePosixPath("a\nb\x1b[2J.md"))
    hostile = diagnostic(place, message="A \x1b]0;title\x07 \u202e and\n a\tline", help="Do\n\u200bthis\x1b[2J.")

    report = text_report([hostile])

    assert report.split("\n") == [
        "aU+000AbU+001B[2J.md:1:1: error L101 missing-page: A U+001B]0;titleU+0007 U+202E and a line",
        "    help: Do U+200BthisU+001B[2J.",
        "",
    ]


def test_only_the_severity_is_coloured() -> None:
    report = text_report([diagnostic(severity=Severity.WARNING)], colour=True)

    assert ": \x1b[1;33mwarning\x1b[0m L101 missing-page" in report


def test_no_diagnostics_give_an_empty_report() -> None:
    assert text_report([]) == ""
