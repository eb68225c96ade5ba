"""The README, the changelog, the templates, and the wheel."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from tests.guides import write_guide
from tests.real_guide import ROOT

from crpsguide import __version__
from crpsguide.cli import main

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line.split("#")[0].strip()
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FOLDERS = [ROOT / name for name in ("benchmarks", "content", "docs", "src", "templates", "tests")]
FILES = [
    one
    for one in (*ROOT.iterdir(), *(one for folder in FOLDERS for one in folder.rglob("*")))
    if one.is_file() and "__pycache__" not in one.parts
]
TEMPLATES = sorted(one for one in (ROOT / "templates").rglob("*") if one.suffix in (".html", ".xml", ".txt"))


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.startswith("make")])
def test_a_make_command_of_the_readme_is_known_to_make(command: str) -> None:
    dry = subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert dry.returncode == 0, dry.stderr


def test_the_crpsguide_commands_of_the_readme_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_guide(tmp_path))
    commands = [one.split()[1:] for one in COMMANDS if one.startswith("crpsguide")]

    # The preview would go on for ever; its help proves that it knows the words.
    statuses = [main([*words, "--help"] if words[0] == "serve" else words) for words in commands]

    assert statuses == [0] * len(commands), capsys.readouterr().err


def test_no_file_holds_the_marks_of_a_merge() -> None:
    assert [one for one in FILES if re.search(rb"^(<{7}|>{7}) ", one.read_bytes(), re.MULTILINE)] == []


def test_what_is_not_text_is_a_picture_or_a_font() -> None:
    strangers = [one for one in FILES if b"\0" in one.read_bytes() and one.suffix not in (".png", ".ttf")]

    assert strangers == []


def test_every_promise_names_tests_that_exist() -> None:
    promised = (ROOT / "SECURITY.md").read_text("utf-8").partition("## What is promised\n")[2]
    promises = promised.partition("\n## ")[0].split("\n- ")[1:]
    named = [re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", one) for one in promises]
    wanted = [one for tests in named for one in tests]

    assert [promise for promise, tests in zip(promises, named, strict=True) if not tests] == []
    assert len(wanted) > len(promises) > 0
    assert [(file, test) for file, test in wanted if f"\ndef {test}(" not in _text_of(ROOT / file)] == []


def test_the_readme_begins_with_the_two_commands() -> None:
    assert COMMANDS[:2] == ["make site", "make test"]


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README)

    assert [one for one in links if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_path_of_the_code_that_is_named_exists(document: str) -> None:
    rooms = "|".join(one.name for one in (ROOT / "src/crpsguide").iterdir() if one.is_dir())
    named = re.findall(
        rf"`((?:src|templates|tests|benchmarks|{rooms})/[\w./-]*)`", (ROOT / document).read_text("utf-8")
    )
    within = (ROOT, ROOT / "src/crpsguide")

    assert [one for one in named if not any((folder / one).exists() for folder in within)] == []


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["test"]]
    packages = {re.split(r"[><=!;\[ ]", one)[0] for one in wanted}

    assert {one for one in packages if f"`{one}`" not in README} == set()


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.relative_to(ROOT)))
def test_no_template_turns_escaping_off(template: Path) -> None:
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", template.read_text("utf-8"))


def _text_of(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this repository and unpacked."""
    made = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(made), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (packed,) = made.glob("*.whl")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(made / "unpacked")
    return made / "unpacked"


def test_the_wheel_builds_a_guide_with_the_built_in_templates(wheel: Path, tmp_path: Path) -> None:
    installed = {**os.environ, "PYTHONPATH": str(wheel)}
    where = subprocess.check_output(
        [sys.executable, "-c", "import crpsguide; print(crpsguide.__file__)"],
        env=installed,
        cwd=tmp_path,
        text=True,
    )
    program = [sys.executable, "-m", "crpsguide"]

    for words in (["new", "guide", "back-pain"], ["build", "back-pain"]):
        ended = subprocess.run(
            [*program, *words], env=installed, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr + ended.stdout

    assert Path(where.strip()).is_relative_to(wheel)
    assert (tmp_path / "back-pain/build/site/index.html").exists()
    assert (tmp_path / "back-pain/build/site/styles.css").stat().st_size > 1000


def test_the_wheel_carries_the_licence_and_nothing_of_the_guide(wheel: Path) -> None:
    files = {str(one.relative_to(wheel)) for one in wheel.rglob("*")}

    assert f"crpsguide-{__version__}.dist-info/licenses/LICENSE" in files
    assert not any(one.startswith(("content", "tests")) for one in files)


def test_the_wheel_carries_what_the_rules_have_learned(wheel: Path) -> None:
    learned = "crpsguide/check/claims/talk.tsv"

    assert (wheel / learned).read_bytes() == (ROOT / "src" / learned).read_bytes()
