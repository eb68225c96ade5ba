import json
from pathlib import Path

import pytest
from tests.guides import write, write_guide

from crpsguide.cli import main
from crpsguide.commands.importing import import_sources
from crpsguide.errors import GuideError
from crpsguide.read import read_site


def record(title: str = "A trial", doi: str = "", name: str = "van Doe") -> str:
    return json.dumps({"title": title, "DOI": doi, "author": [{"family": name}], "issued": "2020"})


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_guide(tmp_path)


def names(guide: Path, *records: str) -> list[tuple[str, bool]]:
    write(guide / "zotero.json", f"[{', '.join(records)}]")
    return [(one.path.name, one.is_new) for one in import_sources(guide, [guide / "zotero.json"])]


def test_an_imported_source_is_valid_and_not_shown_to_readers(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(guide / "zotero.json", f"[{record(doi='10.1000/a')}]")

    assert (main(["import", "zotero.json"]), main(["check"])) == (0, 0)
    assert capsys.readouterr().out.startswith("Wrote content/evidence/van-doe2020.yaml\n")
    site = read_site(guide)
    assert site.troubles == ()
    assert (site.sources["van-doe2020"].source.DOI, site.sources["van-doe2020"].may_be_cited) == ("10.1000/a", False)


def test_a_source_is_imported_once(guide: Path) -> None:
    assert names(guide, record(doi="10.1000/a"), record(doi="10.1000/A")) == [
        ("van-doe2020.yaml", True),
        ("van-doe2020.yaml", False),
    ]
    assert names(guide, record(doi="10.1000/a", name="Other")) == [("van-doe2020.yaml", False)]


def test_two_sources_of_one_name_and_year_both_have_a_place(guide: Path) -> None:
    assert names(guide, record(doi="10.1000/a"), record(doi="10.1000/b")) == [
        ("van-doe2020.yaml", True),
        ("van-doe2020-2.yaml", True),
    ]


def test_a_source_gets_a_name_that_every_system_takes(guide: Path) -> None:
    names_of = [name for name, _ in names(guide, record(name="con"), record(name="index"), record(name="a" * 5000))]

    assert names_of == ["con2020.yaml", "index2020.yaml", f"{'a' * 40}2020.yaml"]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        pytest.param("con", "con-2.yaml", id="name that Windows keeps for itself"),
        pytest.param("index", "index-2.yaml", id="page of all sources"),
        pytest.param("…", "source.yaml", id="no letter that addresses have"),
    ],
)
def test_a_source_without_a_year_gets_a_name_that_is_free(author: str, name: str, guide: Path) -> None:
    undated = json.dumps({"title": "A trial", "author": [{"family": author}]})

    assert names(guide, undated) == [(name, True)]


def test_what_has_no_end_is_not_imported(guide: Path) -> None:
    (guide / "zero.json").symlink_to("/dev/zero")

    with pytest.raises(GuideError, match="no file"):
        import_sources(guide, [guide / "zero.json"])


def test_a_file_that_cannot_be_read_leaves_the_others_unwritten(guide: Path) -> None:
    write(guide / "good.json", f"[{record()}]")
    write(guide / "bad.json", "[")

    with pytest.raises(GuideError):
        import_sources(guide, [guide / "good.json", guide / "bad.json"])
    assert not (guide / "content/evidence").exists()
