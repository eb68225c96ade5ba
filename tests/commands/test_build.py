import json
from pathlib import Path

import pytest
from tests.commands.conftest import SOURCE_DATE_EPOCH
from tests.guides import DEAD_LINK, page, write, write_guide

from crpsguide.cli import main
from crpsguide.commands.build import build_guide
from crpsguide.commands.edition import Choices
from crpsguide.errors import GuideError
from crpsguide.model import Reach
from crpsguide.probe import CACHE_VERSION

TITLE = "Dashboard of “A small guide”"


pytestmark = pytest.mark.usefixtures("fixed_date")


def dashboard(guide: Path) -> str:
    return (guide / "build/report/index.html").read_text("utf-8")


def test_the_dashboard_is_written_outside_the_site(tmp_path: Path) -> None:
    guide = write_guide(tmp_path)

    built = build_guide(guide, Choices())

    assert built.published
    assert TITLE in dashboard(guide)
    assert not (guide / "build/site/report.css").exists()


def test_a_guide_with_errors_gets_a_dashboard_and_no_site(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, index=page(DEAD_LINK))

    built = build_guide(guide, Choices())

    assert built.published is None
    assert "living/gone.md" in dashboard(guide)
    assert not (guide / "build/site").exists()


def test_only_the_site_is_written_for_another_output_folder(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide")

    built = build_guide(guide, Choices(), output=tmp_path / "public/site")

    assert built.dashboard is None
    assert not (guide / "build").exists()
    assert sorted(one.name for one in (tmp_path / "public").iterdir() if not one.name.startswith(".")) == ["site"]


@pytest.mark.parametrize("name", ["cache", "hosting", "report", "site/../report", "link"])
def test_a_folder_that_the_build_itself_uses_is_rejected_as_output(name: str, tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide")
    (guide / "build").mkdir()
    (guide / "build/link").symlink_to("report")

    with pytest.raises(GuideError, match="is made there, and would take the place of the site"):
        build_guide(guide, Choices(), output=guide / "build" / name)


def test_built_files_have_the_timestamp_of_source_date_epoch(tmp_path: Path) -> None:
    guide = write_guide(tmp_path)

    build_guide(guide, Choices())

    paths = (one for folder in ("site", "report", "hosting") for one in (guide / "build" / folder).rglob("*"))
    files = [one for one in paths if one.is_file()]
    assert {"index.html", "Caddyfile"} <= {one.name for one in files}
    assert {one.stat().st_mtime for one in files} == {int(SOURCE_DATE_EPOCH)}


def test_the_dashboard_lists_the_broken_links_of_the_last_probe(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, index=page("[A shop](https://shop.example/old)"))
    answer = {"reach": Reach.GONE.value, "seen": "2026-11-18", "reason": "", "target": ""}
    cache = {"version": CACHE_VERSION, "answers": {"https://shop.example/old": answer}}
    write(guide / "build/cache/web.json", json.dumps(cache))

    build_guide(guide, Choices())

    assert "https://shop.example/old" in dashboard(guide)


@pytest.mark.parametrize(
    ("path", "status", "output"),
    [
        pytest.param("content/pages/index.md", 1, "content/pages/index.md:5", id="file with an error"),
        pytest.param("content/pages/living", 0, None, id="folder without errors"),
        pytest.param("pages/index.md", 2, "“content/pages/index.md”", id="incomplete path"),
        pytest.param("link/index.md", 1, "content/pages/index.md:5", id="through a symbolic link"),
        pytest.param("../elsewhere.md", 2, "is not in the guide", id="outside the guide"),
        pytest.param("content/pages/indexx.md", 2, "“content/pages/index.md”", id="mistyped"),
    ],
)
def test_one_path_of_a_guide_can_be_checked(
    path: str,
    status: int,
    output: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    guide = write_guide(tmp_path / "guide", index=page(DEAD_LINK))
    (guide / "link").symlink_to("content/pages")
    write(tmp_path / "elsewhere.md", page("Words."))
    monkeypatch.chdir(guide)

    assert main(["check", ".", path]) == status
    printed = "".join(capsys.readouterr())
    assert output in printed if output else not printed


def test_the_path_to_check_may_be_relative_to_the_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_guide(tmp_path / "guide", index=page(DEAD_LINK))
    monkeypatch.chdir(tmp_path)

    assert main(["check", "guide", "content/pages/index.md"]) == 1
    assert "content/pages/index.md:5" in capsys.readouterr().out


def test_the_same_guide_gives_the_same_dashboard(tmp_path: Path) -> None:
    one, other = write_guide(tmp_path / "one"), write_guide(tmp_path / "other")

    build_guide(one, Choices())
    build_guide(other, Choices())

    assert dashboard(one) == dashboard(other)


def test_a_diagnostic_of_an_image_shows_no_source_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write_guide(tmp_path)
    (guide / "content/pages/limb.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 90)

    main(["check", str(guide)])

    output = capsys.readouterr().out
    assert "content/pages/limb.png:1:1: error" in output
    assert "PNG\n" not in output  # its first line
