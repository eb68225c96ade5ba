"""`crpsguide import`: bibliographic records become evidence files."""

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


def imported(guide: Path, *records: str) -> list[tuple[str, bool]]:
    """Import records, and return the file of each and whether it is new."""
    write(guide / "zotero.json", f"[{', '.join(records)}]")
    return [(one.path.name, one.is_new) for one in import_sources(guide, [guide / "zotero.json"])]


def test_an_imported_source_is_valid_and_cannot_be_cited_yet(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(guide / "zotero.json", f"[{record(doi='10.1000/a')}]")

    statuses = main(["import", "zotero.json"]), main(["check"])

    assert statuses == (0, 0)
    assert capsys.readouterr().out.startswith("Wrote content/evidence/van-doe2020.yaml\n")
    site = read_site(guide)
    assert site.troubles == ()
    assert (site.sources["van-doe2020"].source.DOI, site.sources["van-doe2020"].may_be_cited) == ("10.1000/a", False)


def test_a_source_is_imported_once(guide: Path) -> None:
    assert imported(guide, record(doi="10.1000/a"), record(doi="10.1000/A")) == [
        ("van-doe2020.yaml", True),
        ("van-doe2020.yaml", False),
    ]
    assert imported(guide, record(doi="10.1000/a", name="Other")) == [("van-doe2020.yaml", False)]


def test_sources_of_one_author_and_year_get_different_file_names(guide: Path) -> None:
    assert imported(guide, record(doi="10.1000/a"), record(doi="10.1000/b")) == [
        ("van-doe2020.yaml", True),
        ("van-doe2020-2.yaml", True),
    ]


def test_file_names_are_valid_on_every_system(guide: Path) -> None:
    records = [record(name="con"), record(name="index"), record(name="a" * 5000)]

    names = [name for name, _ in imported(guide, *records)]

    assert names == ["con2020.yaml", "index2020.yaml", f"{'a' * 40}2020.yaml"]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        pytest.param("con", "con-2.yaml", id="reserved name of Windows"),
        pytest.param("index", "index-2.yaml", id="name of the list of sources"),
        pytest.param("…", "source.yaml", id="no ASCII letter"),
    ],
)
def test_a_source_without_a_year_gets_a_file_name_that_is_not_reserved(author: str, name: str, guide: Path) -> None:
    undated = json.dumps({"title": "A trial", "author": [{"family": author}]})

    assert imported(guide, undated) == [(name, True)]


def test_an_infinite_file_is_rejected(guide: Path) -> None:
    (guide / "zero.json").symlink_to("/dev/zero")

    with pytest.raises(GuideError, match="no file"):
        import_sources(guide, [guide / "zero.json"])


def test_one_malformed_file_prevents_the_import_of_all(guide: Path) -> None:
    write(guide / "good.json", f"[{record()}]")
    write(guide / "bad.json", "[")

    with pytest.raises(GuideError):
        import_sources(guide, [guide / "good.json", guide / "bad.json"])
    assert not (guide / "content/evidence").exists()
