"""The command line: messages, exit statuses, signals and closed outputs."""

import json
import os
import re
import signal
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.guides import DEAD_LINK, page, write, write_guide
from tests.small_guide import write_small_guide

import crpsguide.commands.guide
from crpsguide.__main__ import main as begin
from crpsguide.check import RULES
from crpsguide.cli import main

COMMANDS = ("build", "check", "serve", "new")
LONG_ENOUGH = 10_000_000  # steps until a signal is seen; a test that misses it fails and does not go on for ever
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return write_guide(tmp_path)


@pytest.fixture
def run() -> Run:
    def _run(command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        program = f"{sys.executable} -m crpsguide"
        return subprocess.run(
            ["sh", "-c", command.replace("crpsguide", program, 1)],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | environment,
        )

    return _run


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([command, "--help"])

    told = capsys.readouterr().out
    assert status == 0
    assert f"  crpsguide {command}" in told


def test_every_option_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        main([command, "--help"])

    options = re.findall(r"^  (-.*)$", capsys.readouterr().out, flags=re.MULTILINE)
    assert [one for one in options if not re.search(r"  \S|\w$", one)] == []


@pytest.mark.parametrize(
    ("words", "near"),
    [
        pytest.param(["biuld"], "build", id="command"),
        pytest.param(["build", "--draft"], "--drafts", id="option"),
        pytest.param(["check", "--format", "jsn"], "json", id="format"),
        pytest.param(["new", "pge", "a"], "page", id="kind"),
        pytest.param(["check", "--explain", "mising-page"], "missing-page", id="rule to explain"),
        pytest.param(["check", "--select", "L,mising-page"], "missing-page", id="rule to look for"),
        pytest.param(["build", "--ignore", "L1O1"], "L101", id="rule to leave out"),
        pytest.param(["new", "page", "a", "--type", "treatmnt"], "treatment", id="type"),
    ],
)
def test_a_typing_mistake_gets_the_near_miss(
    words: list[str], near: str, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(words)

    told = capsys.readouterr().err
    assert status == 2
    assert re.search(rf"Did you mean.*{near}", told)
    assert "nvalid" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["serve", "--port", "abc"], "“abc” is not a whole number from 1 to 65535", id="letters"),
        pytest.param(["serve", "--port", "0"], "“0” is not a whole number from 1 to 65535", id="too small"),
        pytest.param(["build", "--jobs", "0"], "“0” is not a whole number of 1 or more", id="no upper bound"),
        pytest.param(["new"], "error: “KIND” is missing: one of page, source,", id="nothing"),
        pytest.param(["publish"], "Its commands are build, check, import, new, serve.", id="no command that is near"),
        pytest.param(["check", "--select"], "“crpsguide check --help”", id="half an option"),
        pytest.param(["check", "index"], "Did you mean “content/pages/index.md”?", id="name of a page alone"),
        pytest.param(["check", "pages/index2.md"], "Did you mean “content/pages/index.md”?", id="slip in a path"),
        pytest.param(["check", "contents"], "Did you mean “content”?", id="slip in the name of a folder"),
        pytest.param(["check", "content/pages/xyzzy.md"], "Check the spelling.", id="nothing alike but the folder"),
        pytest.param(["new", "page", "my", "page"], "“page” is too much here", id="name of two words"),
        pytest.param(["import", "nope.bib"], "help: Check its name", id="no such file to import"),
        pytest.param(["bild"], "No such command “bild”. Did you mean “build”?", id="no command"),
    ],
)
def test_wrong_usage_is_reported_in_plain_words(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(words)

    assert status == 2
    assert told in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])

    assert status == 2
    assert "The usual day:" in capsys.readouterr().err


def test_build_publishes_and_prints_a_summary(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["build"])

    assert status == 0
    assert (guide / "build/site/living/pacing.html").exists()
    told = capsys.readouterr().out
    assert re.fullmatch(
        r"Built build/site: 2 pages, 0 claims with sources, 0 sources cited, 0 warnings, [\d.]+ seconds\.\n",
        told,
    )


def test_a_second_build_says_that_nothing_changed(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build"])
    main(["build"])

    assert "Nothing has changed in build/site: 2 pages" in capsys.readouterr().out


def test_an_error_leaves_the_last_good_site_standing(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build"])
    before = (guide / "build/site/index.html").read_bytes()
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    status = main(["build"])

    told = capsys.readouterr()
    assert status == 1
    assert (guide / "build/site/index.html").read_bytes() == before
    assert re.search(r"^content/pages/index\.md:5:\d+: error L\d+ missing-page: .*gone", told.out, re.MULTILINE)
    assert "    5 | Read about [pacing](living/gone.md).\n      |  " in told.out
    assert "    help: " in told.out
    assert "Not published: 1 error, 0 warnings." in told.err


def test_check_is_silent_when_all_is_well(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check"])

    assert (status, *capsys.readouterr()) == (0, "", "")
    assert not (guide / "build").exists()


def test_check_gives_json(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    status = main(["check", "--format", "json"])

    report = json.loads(capsys.readouterr().out)
    assert status == 1
    assert report["summary"]["errors"] == 1
    assert report["diagnostics"][0]["path"] == "content/pages/index.md"


def test_check_gives_sarif_from_the_folder_that_it_runs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_guide(tmp_path / "guides/a", index=page(DEAD_LINK))
    monkeypatch.chdir(tmp_path)

    status = main(["check", "guides/a", "--format", "sarif"])

    found = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in found]
    assert (status, places) == (1, ["guides/a/content/pages/index.md"])


def test_check_gives_commands_to_github(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    status = main(["check", "--format", "github"])

    told = capsys.readouterr()
    assert status == 1
    assert told.out.startswith(
        "::notice title=crpsguide::1 error, 0 warnings\n::error file=content/pages/index.md,line=5"
    )
    assert told.err == ""


@pytest.mark.parametrize(("words", "status"), [(["check"], 0), (["check", "--strict"], 1), (["build", "--strict"], 1)])
def test_strict_counts_warnings_as_errors(words: list[str], status: int, guide: Path) -> None:
    write(guide / "content/pages/index.md", page("#Rest\n\nSee [pacing](living/pacing.md).\n"))

    assert main([*words, "--select", "X"]) == status


def test_check_lists_all_rules_when_it_is_asked_to_explain_none(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", "--explain"])

    told = capsys.readouterr().out.splitlines()
    assert status == 0
    assert len(told) == len(RULES)
    assert any(one.startswith("L101  missing-page ") and one.endswith(".") for one in told)


@pytest.mark.parametrize(
    ("paths", "named"),
    [
        pytest.param(["content/pages/a.md"], ["a"], id="a page"),
        pytest.param(["content/pages/in"], ["in/b"], id="a folder"),
        pytest.param(["content/pages/a.md", "content/pages/in/b.md"], ["a", "in/b"], id="two"),
        pytest.param(["."], ["a", "in/b"], id="the guide"),
        pytest.param([".", "content/pages/a.md"], ["a"], id="the guide and a page"),
        pytest.param([], ["a", "in/b"], id="nothing"),
    ],
)
def test_check_with_paths_reports_only_those(
    paths: list[str], named: list[str], guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(guide / "content/pages/a.md", page("[x](no.md)"))
    write(guide / "content/pages/in/b.md", page("[x](no.md)"))

    main(["check", *paths])

    told = re.findall(r"^content/pages/(.*)\.md:", capsys.readouterr().out, re.MULTILINE)
    assert list(dict.fromkeys(told)) == named


def test_a_fault_elsewhere_does_not_fail_the_requested_pages(guide: Path) -> None:
    write(guide / "content/pages/a.md", page("[x](no.md)"))

    assert main(["check", "content/pages/index.md"]) == 0


def test_check_explains_a_rule(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", "--explain", "missing-page"])

    assert status == 0
    assert "Why it matters" in capsys.readouterr().out


def test_a_draft_is_built_only_when_asked_for(guide: Path) -> None:
    write(guide / "content/pages/idea.md", "---\ntitle: Idea\ndraft: true\n---\n\nWords.\n")

    main(["build"])
    without = (guide / "build/site/idea.html").exists()
    main(["build", "--drafts"])

    assert (without, (guide / "build/site/idea.html").exists()) == (False, True)


def test_the_message_in_the_contributing_guide_is_the_printed_one(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(guide / "content/pages/rest.md", page("## Exercises\n\nWords.\n"))
    top = page("")
    blank = "\n" * (11 - top.count("\n"))
    write(guide / "content/pages/pacing.md", f"{top}{blank}See [the plan](rest.md#excersises) before you start.\n")

    main(["check", "content/pages/pacing.md", "--select", "L102"])

    told = capsys.readouterr().out
    assert "missing-anchor" in told
    assert f"```\n{told}```" in (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["idea.md"], "idea.md is a draft, which was left out: add “--drafts”.\n", id="named"),
        pytest.param(["idea.md", "--drafts"], "", id="taken in"),
        pytest.param(["index.md"], "", id="another page named"),
        pytest.param(["."], "", id="a folder named"),
    ],
)
def test_a_requested_draft_is_reported_as_left_out(
    words: list[str], told: str, guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(guide / "content/pages/idea.md", "---\ntitle: Idea\ndraft: true\n---\n\nWords.\n")
    monkeypatch.chdir(guide / "content/pages")

    status = main(["check", *words, "--select", "P"])

    assert (status, capsys.readouterr().err) == (0, told)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["build", "nowhere"], id="no such folder"),
        pytest.param(["build", "bare"], id="no content folder"),
        pytest.param(["build", "empty"], id="empty content folder"),
        pytest.param(["build", "file"], id="a file of that name"),
        pytest.param(["check", "file"], id="check"),
    ],
)
def test_without_content_a_command_says_so(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "empty/content").mkdir(parents=True)
    write(tmp_path / "file/content", "x")
    monkeypatch.chdir(tmp_path)

    status = main(words)

    told = capsys.readouterr().err
    assert status == 2
    assert "content" in told
    assert "Traceback" not in told


def test_a_missing_folder_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    assert main(["build"]) == 2
    assert "you are in is no more" in capsys.readouterr().err


def test_a_guide_whose_name_is_misspelt_is_offered(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = guide.with_name(f"{guide.name}e")

    assert main(["build", str(typed)]) == 2
    assert f"Did you mean “{guide}”?" in capsys.readouterr().err


def test_the_guide_is_found_from_a_folder_within(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(guide / "content/pages/living")

    assert main(["build"]) == 0
    assert (guide / "build/site/index.html").exists()


def test_the_output_folder_is_never_the_guide(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["build", "--output", "."])

    assert status == 2
    assert "output" in capsys.readouterr().err
    assert (guide / "content/pages/index.md").exists()


def test_the_address_is_written_whole(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["build", "--base-url", "example.org"])

    assert status == 2
    assert "https://example.org" in capsys.readouterr().err


def test_a_bug_is_reported_as_one(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise KeyError("checked")

    monkeypatch.setattr(crpsguide.commands.guide, "find_guide", break_down)
    statuses = main(["build"]), main(["build", "--debug"])

    first, with_debug = capsys.readouterr().err.split("Traceback", 1)
    assert statuses == (70, 70)
    assert "crpsguide itself made a mistake" in first
    assert "break_down" in with_debug


def test_a_truncated_file_is_not_taken_for_an_interrupt(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_off(*_: object, **__: object) -> None:
        raise EOFError("marshal data too short")

    monkeypatch.setattr(crpsguide.commands.guide, "find_guide", break_off)

    assert main(["build"]) == 70
    assert "marshal data too short" in capsys.readouterr().err


def test_an_interrupt_ends_quietly(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(crpsguide.commands.guide, "find_guide", interrupt)

    assert main(["build"]) == 130
    assert capsys.readouterr().err.strip() == ""


def test_an_interrupt_during_imports_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    class Begins(types.ModuleType):
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "crpsguide.cli", Begins("crpsguide.cli"))

    assert begin() == 130


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_during_a_destructor_is_not_lost(
    number: int, status: int, guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Value:
        def __del__(self) -> None:  # Python goes on after what is raised here
            signal.raise_signal(number)

    def work(*_: object, **__: object) -> None:
        Value()
        all(True for _ in range(LONG_ENOUGH))

    monkeypatch.setattr(crpsguide.commands.guide, "find_guide", work)

    assert main(["build"]) == status
    assert capsys.readouterr().err.strip() == ""


def test_termination_has_its_own_exit_status(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def terminate(*_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(crpsguide.commands.guide, "find_guide", terminate)

    assert main(["build"]) == 143
    assert capsys.readouterr().err.strip() == ""


@pytest.mark.parametrize(
    ("command", "status"),
    [
        pytest.param("crpsguide check > /dev/full", 1, id="full disk"),
        pytest.param("crpsguide build > /dev/full", 1, id="full disk while building"),
        pytest.param("crpsguide check >&-", 1, id="closed output"),
        pytest.param("crpsguide check 2>&-", 1, id="closed error output"),
        pytest.param("crpsguide --help > /dev/full", 2, id="help to a full disk"),
    ],
)
def test_the_exit_status_is_right_when_output_is_closed(command: str, status: int, guide: Path, run: Run) -> None:
    write(guide / "content/pages/index.md", page(DEAD_LINK))

    ended = run(command)

    assert ended.returncode == status
    assert "Traceback" not in ended.stderr
    assert "Exception" not in ended.stderr


def test_a_closed_pipe_causes_no_message(guide: Path, run: Run) -> None:
    write(guide / "content/pages/index.md", page("[x](gone.md)\n\n" * 2000))

    ended = run("{ crpsguide check; echo $? >&2; } | head -1")

    assert ended.stdout.count("\n") == 1
    assert "1" in ended.stderr.split()
    assert not re.search("Traceback|Broken|Exception", ended.stderr)


def test_a_name_that_the_terminal_cannot_show_is_escaped(guide: Path, run: Run) -> None:
    write(guide / "content/pages/übersicht.md", page(DEAD_LINK))

    ended = run("crpsguide check", LC_ALL="C", PYTHONIOENCODING="ascii")

    assert ended.returncode == 1
    assert r"content/pages/\xfcbersicht.md:5:" in ended.stdout


def test_the_same_guide_gives_the_same_bytes_and_words_anywhere(tmp_path: Path, run: Run) -> None:
    first = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "0"}
    second = {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    guide, told = write_small_guide(tmp_path / "guide"), []

    for number, environment in enumerate((first, second)):
        options = f"{guide} --no-cache --jobs 1"
        environment |= {"SOURCE_DATE_EPOCH": "1795000000"}
        ended = run(f"crpsguide build {options} --select L --output {tmp_path}/out{number}", **environment)
        assert ended.returncode == 0, ended.stderr
        told.append(run(f"crpsguide check {options}", **environment).stdout)

    assert run(f"diff -r {tmp_path}/out0 {tmp_path}/out1").stdout == ""
    assert told[0].count(": error ") > 9
    assert told[0] == told[1]


def test_an_invalid_source_date_epoch_is_rejected(guide: Path, run: Run) -> None:
    ended = run("crpsguide build", SOURCE_DATE_EPOCH="yesterday")

    assert ended.returncode == 2
    assert "SOURCE_DATE_EPOCH" in ended.stderr


def test_starting_up_imports_no_more_than_it_needs() -> None:
    slow = ("jinja2", "markdown", "yaml", "rich", "asyncio", "pydantic")
    code = f"import sys, crpsguide.cli; print([one for one in {slow} if one in sys.modules])"

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
