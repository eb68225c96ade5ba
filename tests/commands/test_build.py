import os
from pathlib import Path

import pytest
from tests.guides import DEAD_LINK, page, write_guide

from crpsguide.cli import main
from crpsguide.commands.build import build_guide
from crpsguide.commands.edition import Choices
from crpsguide.errors import GuideError

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
