import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.guides import write, write_guide

from crpsguide.check import judge_site
from crpsguide.cli import main
from crpsguide.commands.new import Begun, begin_file
from crpsguide.errors import GuideError
from crpsguide.model import PageType
from crpsguide.read import read_site

Begin = Callable[..., Begun]


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_guide(tmp_path)


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        pytest.param("page", "treatments/pacing", "content/pages/treatments/pacing.md", id="page"),
        pytest.param("page", "content/pages/a/b.md", "content/pages/a/b.md", id="page by its path"),
        pytest.param("source", "smith2024", "content/evidence/smith2024.yaml", id="source"),
        pytest.param("claim", "cured-in-a-week", "content/claims/cured-in-a-week.md", id="claim"),
        pytest.param("clinic", "pain-house", "content/clinics/pain-house.yaml", id="clinic"),
    ],
)
def test_a_new_file_is_valid_at_once(
    kind: str, name: str, path: str, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["new", kind, name])
    checked = main(["check"])

    assert (status, checked) == (0, 0)
    assert re.match(rf"Wrote {path}\.\n\w.*\.\n$", capsys.readouterr().out)
    assert read_site(guide, drafts=True).troubles == ()


def test_a_fingerprint_holds_no_word_of_its_text(guide: Path) -> None:
    text = "Nobody else in the whole wide world can make a cup of tea as fast as our kettle."
    write(guide / "kettle.txt", text)

    assert main(["new", "fingerprint", "kettle", "--of", "kettle.txt"]) == 0
    [fingerprint] = read_site(guide).fingerprints.values()
    assert (fingerprint.name, len(fingerprint.marks.split())) == ("Kettle", 11)
    assert not {*text.casefold().split()} & {*fingerprint.marks.split()}


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        pytest.param(["fingerprint", "a"], "--of", id="of nothing"),
        pytest.param(["page", "a", "--of", "content/site.yaml"], "fingerprint", id="not of a page"),
        pytest.param(["fingerprint", "a", "--of", "gone.txt"], "gone.txt", id="no such file"),
        pytest.param(["fingerprint", "a", "--of", "latin.txt"], "UTF-8", id="not UTF-8"),
        pytest.param(["fingerprint", "a", "--of", "short.txt"], "too short", id="too short"),
        pytest.param(["fingerprint", "a", "--of", "/dev/zero"], "too long", id="without end"),
        pytest.param(["page", "living/con"], "Windows", id="a name that some systems keep for themselves"),
    ],
)
def test_a_fingerprint_is_of_a_text(
    arguments: list[str], word: str, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(guide / "short.txt", "Seven words are all that there is.")
    (guide / "latin.txt").write_bytes("Ein Kännchen".encode("latin-1"))

    assert main(["new", *arguments]) == 2
    assert word in capsys.readouterr().err


@pytest.mark.parametrize("sort", [one.value for one in PageType])
def test_a_new_page_of_every_type_can_be_read(sort: str, guide: Path) -> None:
    begin_file("page", "part/new", page_type=sort)

    site = read_site(guide, drafts=True)
    assert site.troubles == ()
    assert sort in {one.type.value for one in site.pages.values()}


@pytest.mark.parametrize(("kind", "name"), [("page", "treatments/rest"), ("clinic", "here")])
def test_the_words_that_a_file_begins_with_break_no_rule_about_them(kind: str, name: str, guide: Path) -> None:
    begun = begin_file(kind, name, page_type="treatment" if kind == "page" else "")

    found = judge_site(read_site(guide, drafts=True), today=date.today()).diagnostics
    told = {one.name for one in found if begun.path.samefile(guide / one.place.path)}
    assert told <= {"makers-unsaid", "no-treatment-not-named"}


def test_a_new_page_is_not_published_yet(guide: Path) -> None:
    begin_file("page", "living/rest")

    assert "living/rest.md" in {str(one) for one in read_site(guide).drafts}


def test_a_new_page_beside_the_first_is_no_second_one(guide: Path) -> None:
    (guide / "content/pages/index.md").unlink()
    begin_file("page", "index", page_type="home")
    begun = begin_file("page", "rest")

    assert "type: home" not in begun.path.read_text()


def test_a_new_page_has_the_type_of_its_neighbours(guide: Path) -> None:
    begin_file("page", "treatments/one", page_type="treatment")
    begun = begin_file("page", "treatments/two")

    assert "type: treatment\n" in begun.path.read_text()


def test_the_next_check_is_half_a_year_away(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788134400")  # 31 August 2026

    text = begin_file("page", "treatments/one", page_type="treatment").path.read_text()

    assert date(2026, 8, 31).isoformat() in text
    assert "next_check: 2027-02-28\n" in text


def test_what_exists_is_not_overwritten(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (guide / "content/pages/index.md").read_text()

    status = main(["new", "page", "index"])

    assert status == 2
    assert "exists already" in capsys.readouterr().err
    assert (guide / "content/pages/index.md").read_text() == before


@pytest.mark.parametrize(
    ("kind", "name", "better"),
    [
        pytest.param("page", "Treatments/My Page", "treatments/my-page", id="capitals and blanks"),
        pytest.param("page", "living/Müde", "living/mude", id="accents"),
        pytest.param("page", "../../etc/x", "etc/x", id="climbing"),
        pytest.param("page", "/etc/x", "etc/x", id="from the root"),
        pytest.param("source", "Smith 2024", "smith-2024", id="source"),
        pytest.param("page", "living/", "living/a-name", id="folder"),
        pytest.param("page", "", "small letters", id="nothing"),
        pytest.param("page", "…", "small letters", id="no letter"),
        pytest.param("source", "a/b", "crpsguide new source b", id="a source in a folder"),
    ],
)
def test_a_name_that_cannot_be_an_address_gets_a_better_one(kind: str, name: str, better: str, guide: Path) -> None:
    with pytest.raises(GuideError) as told:
        begin_file(kind, name)

    assert better in told.value.help


@pytest.mark.parametrize(
    ("name", "typed", "title"),
    [
        pytest.param("back-pain", "back-pain", "Back pain", id="two words"),
        pytest.param("back pain", '"back pain"', "Back pain", id="blank"),
        pytest.param("CRPS: we", '"CRPS: we"', "CRPS: we", id="capitals, and a sign of YAML"),
    ],
)
def test_a_whole_guide_can_be_begun_and_built(
    name: str,
    typed: str,
    title: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    statuses = main(["new", "guide", name]), main(["build", name])

    out = capsys.readouterr().out
    assert statuses == (0, 0), out
    assert f"“cd {typed}”" in out
    assert title in (tmp_path / name / "build/site/index.html").read_text()


def test_a_guide_is_not_begun_over_another(guide: Path) -> None:
    with pytest.raises(GuideError, match="exists already"):
        begin_file("guide", str(guide))

    assert (guide / "content/site.yaml").read_text().startswith("name: A small guide")


def test_a_type_is_for_pages_alone(guide: Path) -> None:
    with pytest.raises(GuideError, match="has no type"):
        begin_file("source", "a", page_type="treatment")


def test_pages_lie_beside_the_settings_where_there_is_no_folder_of_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "content/index.md", "---\ntitle: One\n---\n\nText.\n")
    monkeypatch.chdir(tmp_path)

    begun = begin_file("page", "two")

    assert begun.path == tmp_path / "content/two.md"
