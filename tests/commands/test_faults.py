"""What can happen to a guide and its site between two builds, or around one."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NoReturn

import pytest
from tests.guides import page, write, write_guide

import crpsguide.commands.guide
from crpsguide.cli import main
from crpsguide.commands.edition import MAX_READ_FOR_LINES, Choices, make_edition
from crpsguide.installed import builtin_templates
from crpsguide.read import body

HIDDEN = page("Words\u200b that hide a sign.")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(20)


def site_of(guide: Path) -> dict[str, bytes]:
    site = guide / "build/site"
    return {one.relative_to(site).as_posix(): one.read_bytes() for one in site.rglob("*") if one.is_file()}


def test_a_page_that_is_taken_away_leaves_the_site_and_all_that_lists_it(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, gone=page("Words about kettles.\n", title="Kettles"))
    (guide / "content/pages/kettle.png").write_bytes(PICTURE)
    build = ["build", str(guide), "--base-url", "https://example.org", "--select", "P"]
    main(build)
    before = site_of(guide)
    (guide / "content/pages/gone.md").unlink()
    (guide / "content/pages/kettle.png").unlink()

    status = main(build)

    after = site_of(guide)
    assert {"gone.html", "kettle.png"} <= before.keys()
    assert {name for name, content in before.items() if b"ettle" in content} >= {"search/index.js", "gone.html"}
    assert status == 0
    assert {"gone.html", "kettle.png"} & after.keys() == set()
    assert [name for name, content in after.items() if re.search(rb"[Kk]ettle|gone\.html", content)] == []


def test_links_to_a_page_that_is_taken_away_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write_guide(tmp_path)
    main(["build", str(guide)])
    (guide / "content/pages/living/pacing.md").unlink()

    status = main(["build", str(guide)])

    assert status == 1
    assert re.search(r"^content/pages/index\.md:5:\d+: error L101 ", capsys.readouterr().out, re.MULTILINE)
    assert "living/pacing.html" in site_of(guide)


def test_a_folder_with_blanks_and_letters_of_other_alphabets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    plain, odd = write_guide(tmp_path / "plain"), write_guide(tmp_path / "Ana Müller/crps site ☃")

    assert (main(["build", str(plain)]), main(["build", str(odd)])) == (0, 0)
    assert site_of(odd) == site_of(plain)


def test_a_template_that_asks_for_what_is_not_there_is_told_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = write_guide(tmp_path)
    write(guide / "templates/pages/plain.html", "<p>\n{{ page.absent }}</p>\n")

    status = main(["build", str(guide)])

    told = capsys.readouterr().err
    assert status == 2
    assert re.search(r"^templates/pages/plain\.html:2:1: error: .*undefined.*absent", told)
    assert not (guide / "build/site").exists()


def test_a_file_in_the_place_of_the_templates_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write_guide(tmp_path)
    write(guide / "templates", "")

    assert main(["build", str(guide)]) == 2
    assert "templates should be a folder" in capsys.readouterr().err


def test_a_template_that_is_missing_is_named_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = write_guide(tmp_path / "guide")
    shutil.copytree(builtin_templates(), tmp_path / "templates")
    (tmp_path / "templates/pages/plain.html").unlink()
    monkeypatch.setattr(crpsguide.commands.guide, "builtin_templates", lambda: tmp_path / "templates")

    status = main(["build", str(guide)])

    assert status == 2
    assert "pages/plain.html" in capsys.readouterr().err
    assert not (guide / "build/site").exists()


def test_the_age_of_a_page_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    guide = write_guide(tmp_path)
    main(["build", str(guide)])
    before = site_of(guide)
    write(guide / "content/pages/index.md", page("Newer words, and [pacing](living/pacing.md).\n", title="Welcome"))
    os.utime(guide / "content/pages/index.md", (0, 0))

    main(["build", str(guide)])

    assert b"Newer words" in site_of(guide)["index.html"]
    assert site_of(guide).keys() == before.keys()


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        pytest.param(lambda file: write(file, HIDDEN), tuple(HIDDEN.split("\n")), id="signs that are not seen"),
        pytest.param(lambda file: file.symlink_to("../../secret.md"), (), id="what leads elsewhere"),
        pytest.param(
            lambda file: file.write_bytes(b"x" * 5_000_000), ("x" * MAX_READ_FOR_LINES,), id="more than a page"
        ),
        pytest.param(os.mkfifo, (), id="pipe, which is not waited for"),
    ],
)
def test_lines_are_shown_as_the_editor_has_them(
    make: Callable[[Path], object], shown: tuple[str, ...], tmp_path: Path
) -> None:
    guide = write_guide(tmp_path)
    write(tmp_path / "secret.md", "Nobody's business.")
    make(guide / "content/pages/odd.md")

    assert tuple(make_edition(guide, Choices()).lines(PurePosixPath("content/pages/odd.md"))) == shown


def test_what_was_stopped_because_it_took_long_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(seconds: float) -> NoReturn:
        raise TimeoutError

    guide = write_guide(tmp_path)
    (guide / "build").mkdir()
    with monkeypatch.context() as hurried:
        hurried.setattr(body, "at_most", stopped)
        first = main(["check", str(guide)])

    assert (first, main(["check", str(guide)])) == (1, 0)
