from collections.abc import Sequence
from pathlib import PurePosixPath

import pytest

from crpsguide.model import Diagnostic, Place, Severity
from crpsguide.report import brief_report, text_report

PAGE = PurePosixPath("content/pages/living/pacing.md")


def diagnostic(
    place: Place | None = None,
    severity: Severity = Severity.ERROR,
    message: str = "",
    help: str = "Check the spelling.",
) -> Diagnostic:
    return Diagnostic(
        place=place or Place(PAGE, 2, 5, 2, 9),
        code="L1",
        name="broken-link",
        severity=severity,
        message=message or "The link leads to no page.",
        help=help,
    )


def snippet(line: str, column: int, end_column: int = 0) -> list[str]:
    place = Place(PAGE, 2, column, 2 if end_column else 0, end_column)
    return text_report([diagnostic(place)], lambda path: ["first", line]).splitlines()[1:-1]


def test_a_message_tells_the_place_the_line_and_the_next_step() -> None:
    report = text_report([diagnostic()], lambda path: ["one", "See [a](gone.md)."])

    assert report == (
        "content/pages/living/pacing.md:2:5: error L1 broken-link: The link leads to no page.\n"
        "    2 | See [a](gone.md).\n"
        "      |     ^^^^\n"
        "    help: Check the spelling.\n"
    )


@pytest.mark.parametrize(
    ("advice", "told"),
    [
        pytest.param(0, [], id="none"),
        pytest.param(1, ["1 piece of advice: “crpsguide check” lists it."], id="one"),
        pytest.param(70, ["70 pieces of advice: “crpsguide check” lists them."], id="many"),
    ],
)
def test_a_brief_report_counts_advice_and_tells_all_else(advice: int, told: Sequence[str]) -> None:
    pressing = [diagnostic(), diagnostic(severity=Severity.WARNING)]
    found = [*[diagnostic(severity=Severity.ADVICE)] * advice, *pressing]

    assert brief_report(found).splitlines() == [*text_report(pressing).splitlines(), *told]


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        pytest.param("abc", 2, 3, ["    2 | abc", "      |  ^"], id="one character"),
        pytest.param("abc", 2, 0, ["    2 | abc", "      |  ^"], id="end not known"),
        pytest.param("abc", 4, 0, ["    2 | abc", "      |    ^"], id="behind the end"),
        pytest.param("abc", 9, 0, ["    2 | abc", "      |    ^"], id="far behind the end"),
        pytest.param("\tabc", 2, 4, ["    2 |     abc", "      |     ^^"], id="tab before"),
        pytest.param("漢字ab", 3, 5, ["    2 | 漢字ab", "      |     ^^"], id="wide before"),
        pytest.param("ab漢字", 3, 5, ["    2 | ab漢字", "      |   ^^^^"], id="wide marked"),
        pytest.param("e\u0301ab", 3, 5, ["    2 | e\u0301ab", "      |  ^^"], id="combining before"),
        pytest.param("a\u200bb", 2, 3, ["    2 | aU+200Bb", "      |  ^^^^^^"], id="invisible"),
        pytest.param("a\x1b[31mb", 1, 2, ["    2 | aU+001B[31mb", "      | ^"], id="terminal control"),
        pytest.param("a\u202eb", 1, 2, ["    2 | aU+202Eb", "      | ^"], id="turns the direction"),
        pytest.param("a\u2028b\u2029c", 1, 2, ["    2 | aU+2028bU+2029c", "      | ^"], id="ends of lines to some"),
        pytest.param("a\ud800b", 1, 2, ["    2 | aU+D800b", "      | ^"], id="half a character"),
        pytest.param("", 1, 0, [], id="empty line tells nothing"),
        pytest.param("---", 1, 0, [], id="start of the file tells nothing"),
    ],
)
def test_the_mark_stands_under_the_place(line: str, column: int, end: int, expected: Sequence[str]) -> None:
    assert snippet(line, column, end) == list(expected)


@pytest.mark.parametrize("column", [1, 300, 995])
def test_a_paragraph_in_one_line_is_cut_around_the_place(column: int) -> None:
    line = "x" * (column - 1) + "HERE" + "y" * (996 - column)

    shown, mark = snippet(line, column, column + 4)

    assert len(shown) <= 110
    assert shown[mark.index("^") : mark.index("^") + 4] == "HERE"
    assert "…" in shown


def test_a_long_marked_stretch_is_cut() -> None:
    shown, mark = snippet("x" * 1000, 1, 1001)

    assert shown.endswith("x…")
    assert len(mark) <= 110


def test_a_stretch_over_lines_is_marked_to_the_end_of_its_first_line() -> None:
    place = Place(PAGE, 1, 3, 2, 4)

    report = text_report([diagnostic(place)], lambda path: ["abcdef", "ghi"])

    assert "      |   ^^^^\n" in report


def test_a_file_is_read_once_for_all_that_is_told_of_it() -> None:
    asked: list[PurePosixPath] = []

    def lines(path: PurePosixPath) -> Sequence[str]:
        asked.append(path)
        return ["first", "See [it](gone.md)."]

    text_report([diagnostic()] * 3, lines)

    assert asked == [PAGE]


def test_a_file_without_that_line_has_no_snippet() -> None:
    assert len(text_report([diagnostic()]).splitlines()) == 2


def test_nothing_in_a_message_reaches_the_terminal_as_a_control() -> None:
    place = Place(PurePosixPath("a\nb\x1b[2J.md"))

    told = diagnostic(place, message="A \x1b]0;title\x07 \u202e and\n a\tline", help="Do\n\u200bthis\x1b[2J.")

    assert text_report([told]).split("\n") == [
        "aU+000AbU+001B[2J.md:1:1: error L1 broken-link: A U+001B]0;titleU+0007 U+202E and a line",
        "    help: Do U+200BthisU+001B[2J.",
        "",
    ]


def test_colour_marks_the_kind_and_nothing_else_of_the_first_line() -> None:
    report = text_report([diagnostic(severity=Severity.WARNING)], colour=True)

    assert ": \x1b[1;33mwarning\x1b[0m L1 broken-link" in report


def test_no_message_is_no_text() -> None:
    assert text_report([]) == ""
