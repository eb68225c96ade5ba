import json
import os
from pathlib import Path

import pytest
from tests.guides import DEAD_LINK, page, write, write_guide

from crpsguide.cli import main
from crpsguide.commands.build import build_guide
from crpsguide.commands.edition import Choices
from crpsguide.errors import GuideError
from crpsguide.model import Reach
from crpsguide.probe import CACHE_VERSION

TITLE = "Dashboard of “A small guide”"


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1795000000")


def dashboard(guide: Path) -> str:
    return (guide / "build/report/index.html").read_text("utf-8")


def test_the_dashboard_stands_beside_the_site(tmp_path: Path) -> None:
    guide = write_guide(tmp_path)

    built = build_guide(guide, Choices())

    assert built.published
    assert TITLE in dashboard(guide)
    assert not (guide / "build/site/report.css").exists()


def test_a_guide_that_is_held_back_gets_its_dashboard(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, index=page(DEAD_LINK))

    built = build_guide(guide, Choices())

    assert built.published is None
    assert "living/gone.md" in dashboard(guide)
    assert not (guide / "build/site").exists()


def test_nothing_but_the_site_comes_near_another_folder(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide")

    built = build_guide(guide, Choices(), output=tmp_path / "public/site")

    assert built.dashboard is None
    assert not (guide / "build").exists()
    assert sorted(one.name for one in (tmp_path / "public").iterdir() if not one.name.startswith(".")) == ["site"]


@pytest.mark.parametrize("name", ["cache", "hosting", "report", "site/../report", "link"])
def test_a_folder_that_holds_other_things_of_ours_is_no_place_for_the_site(name: str, tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide")
    (guide / "build").mkdir()
    (guide / "build/link").symlink_to("report")

    with pytest.raises(GuideError, match="is made there, and would take the place of the site"):
        build_guide(guide, Choices(), output=guide / "build" / name)


def test_all_that_is_made_is_of_the_moment_that_is_named(tmp_path: Path) -> None:
    guide = write_guide(tmp_path)

    build_guide(guide, Choices())

    for name in ("site", "report", "hosting"):
        made = [one for one in (guide / "build" / name).rglob("*") if one.is_file()]
        assert {one.stat().st_mtime for one in made} == {1795000000}


def test_the_dashboard_tells_what_the_web_said_last(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, index=page("[A shop](https://shop.example/old)"))
    told = {"reach": Reach.GONE.value, "seen": "2026-11-18", "reason": "", "target": ""}
    kept = {"version": CACHE_VERSION, "answers": {"https://shop.example/old": told}}
    write(guide / "build/cache/web.json", json.dumps(kept))

    build_guide(guide, Choices())

    assert "https://shop.example/old" in dashboard(guide)


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        pytest.param("content/pages/index.md", 1, "content/pages/index.md:5", id="file with a fault"),
        pytest.param("content/pages/living", 0, "", id="folder without one"),
        pytest.param("pages/index.md", 2, "“content/pages/index.md”", id="not all of the way"),
        pytest.param("link/index.md", 1, "content/pages/index.md:5", id="through a link"),
        pytest.param("../elsewhere.md", 2, "is not in the guide", id="elsewhere"),
        pytest.param("content/pages/indexx.md", 2, "“content/pages/index.md”", id="mistyped"),
    ],
)
def test_a_part_of_a_guide_is_looked_over(
    path: str,
    status: int,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    guide = write_guide(tmp_path / "guide", index=page(DEAD_LINK))
    (guide / "link").symlink_to("content/pages")
    write(tmp_path / "elsewhere.md", page("Words."))
    monkeypatch.chdir(guide)

    assert main(["check", ".", path]) == status
    said = "".join(capsys.readouterr())
    assert told in said if told else not said


def test_a_part_of_a_guide_elsewhere_is_named_as_it_lies_there(
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


def test_a_picture_is_told_of_without_a_line_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write_guide(tmp_path)
    (guide / "content/pages/limb.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 90)

    main(["check", str(guide)])

    told = capsys.readouterr().out
    assert "content/pages/limb.png:1:1: error" in told
    assert "PNG\n" not in told  # its first line
