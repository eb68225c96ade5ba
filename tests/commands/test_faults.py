"""Builds and checks after files were removed, replaced, damaged or moved."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NoReturn

import pytest
from tests.guides import page, read_files, write, write_guide

import crpsguide.commands.guide
from crpsguide.cli import main
from crpsguide.commands.edition import MAX_READ_FOR_LINES, Choices, make_edition
from crpsguide.installed import builtin_templates
from crpsguide.read import body

INVISIBLE = page("Words\u200b with an invisible character.")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def site_files(guide: Path) -> dict[str, bytes]:
    return read_files(guide / "build/site")


def test_a_deleted_page_is_removed_from_the_site_and_from_all_lists(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, gone=page("Words about kettles.\n", title="Kettles"))
    (guide / "content/pages/kettle.png").write_bytes(PNG)
    build = ["build", str(guide), "--base-url", "https://example.org", "--select", "P"]
    main(build)
    before = site_files(guide)
    (guide / "content/pages/gone.md").unlink()
    (guide / "content/pages/kettle.png").unlink()

    status = main(build)

    after = site_files(guide)
    assert {"gone.html", "kettle.png"} <= before.keys()
    assert {name for name, content in before.items() if b"ettle" in content} >= {"search/index.js", "gone.html"}
    assert status == 0
    assert {"gone.html", "kettle.png"} & after.keys() == set()
    assert [name for name, content in after.items() if re.search(rb"[Kk]ettle|gone\.html", content)] == []


def test_links_to_a_deleted_page_are_reported_and_the_site_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = write_guide(tmp_path)
    main(["build", str(guide)])
    (guide / "content/pages/living/pacing.md").unlink()

    status = main(["build", str(guide)])

    assert status == 1
    assert re.search(r"^content/pages/index\.md:5:\d+: error L101 ", capsys.readouterr().out, re.MULTILINE)
    assert "living/pacing.html" in site_files(guide)


@pytest.mark.usefixtures("fixed_date")
def test_the_path_of_a_guide_may_have_spaces_and_other_alphabets(tmp_path: Path) -> None:
    plain, odd = write_guide(tmp_path / "plain"), write_guide(tmp_path / "Ana Müller/crps site ☃")

    statuses = main(["build", str(plain)]), main(["build", str(odd)])

    assert statuses == (0, 0)
    assert site_files(odd) == site_files(plain)


def test_an_undefined_template_variable_is_reported_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = write_guide(tmp_path)
    write(guide / "templates/pages/plain.html", "<p>\n{{ page.absent }}</p>\n")

    status = main(["build", str(guide)])

    assert status == 2
    errors = capsys.readouterr().err
    assert re.search(r"^templates/pages/plain\.html:2:1: error: .*undefined.*absent", errors)
    assert not (guide / "build/site").exists()


def test_a_file_named_templates_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write_guide(tmp_path)
    write(guide / "templates", "")

    status = main(["build", str(guide)])

    assert status == 2
    assert "templates should be a folder" in capsys.readouterr().err


def test_a_missing_template_is_reported_before_anything_is_written(
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


@pytest.mark.usefixtures("fixed_date")
def test_a_changed_page_is_rebuilt_even_if_its_timestamp_is_older(tmp_path: Path) -> None:
    guide = write_guide(tmp_path)
    main(["build", str(guide)])
    before = site_files(guide)
    write(guide / "content/pages/index.md", page("Newer words, and [pacing](living/pacing.md).\n", title="Welcome"))
    os.utime(guide / "content/pages/index.md", (0, 0))

    main(["build", str(guide)])

    assert b"Newer words" in site_files(guide)["index.html"]
    assert site_files(guide).keys() == before.keys()


@pytest.mark.parametrize(
    ("make", "lines"),
    [
        pytest.param(lambda file: write(file, INVISIBLE), tuple(INVISIBLE.split("\n")), id="invisible characters"),
        pytest.param(lambda file: file.symlink_to("../../secret.md"), (), id="symbolic link out of the guide"),
        pytest.param(
            lambda file: file.write_bytes(b"x" * 5_000_000), ("x" * MAX_READ_FOR_LINES,), id="long line, truncated"
        ),
        pytest.param(os.mkfifo, (), id="named pipe"),
    ],
)
def test_an_edition_returns_the_source_lines_of_its_files(
    make: Callable[[Path], object], lines: tuple[str, ...], tmp_path: Path
) -> None:
    guide = write_guide(tmp_path)
    write(tmp_path / "secret.md", "Nobody's business.")
    make(guide / "content/pages/odd.md")

    edition = make_edition(guide, Choices())

    assert tuple(edition.lines(PurePosixPath("content/pages/odd.md"))) == lines


def test_a_page_that_exceeded_the_time_limit_is_not_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def time_out(seconds: float) -> NoReturn:
        raise TimeoutError

    guide = write_guide(tmp_path)
    (guide / "build").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(body, "at_most", time_out)
        first = main(["check", str(guide)])

    second = main(["check", str(guide)])

    assert (first, second) == (1, 0)
