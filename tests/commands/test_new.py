"""`crpsguide new`: the files that it creates, and the names that it rejects."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.guides import write, write_guide

from crpsguide.check import judge_site
from crpsguide.cli import main
from crpsguide.commands.new import begin_file
from crpsguide.errors import GuideError
from crpsguide.model import PageType
from crpsguide.read import read_site


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

    status = main(["new", "fingerprint", "kettle", "--of", "kettle.txt"])

    assert status == 0
    [fingerprint] = read_site(guide).fingerprints.values()
    assert (fingerprint.name, len(fingerprint.marks.split())) == ("Kettle", 11)
    assert not {*text.casefold().split()} & {*fingerprint.marks.split()}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["fingerprint", "a"], "--of", id="without a text"),
        pytest.param(["page", "a", "--of", "content/site.yaml"], "fingerprint", id="text for a page"),
        pytest.param(["fingerprint", "a", "--of", "gone.txt"], "gone.txt", id="no such file"),
        pytest.param(["fingerprint", "a", "--of", "latin.txt"], "UTF-8", id="not UTF-8"),
        pytest.param(["fingerprint", "a", "--of", "short.txt"], "too short", id="too short"),
        pytest.param(["fingerprint", "a", "--of", "/dev/zero"], "too long", id="infinite file"),
        pytest.param(["page", "living/con"], "Windows", id="reserved name of Windows"),
    ],
)
def test_unusable_arguments_are_rejected(
    arguments: list[str], message: str, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(guide / "short.txt", "Seven words are all that there is.")
    (guide / "latin.txt").write_bytes("Ein Kännchen".encode("latin-1"))

    status = main(["new", *arguments])

    assert status == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("page_type", [one.value for one in PageType])
def test_a_new_page_of_every_type_can_be_read(page_type: str, guide: Path) -> None:
    begin_file("page", "part/new", page_type=page_type)

    site = read_site(guide, drafts=True)
    assert site.troubles == ()
    assert page_type in {one.type.value for one in site.pages.values()}


@pytest.mark.parametrize(
    ("kind", "name", "page_type"), [("page", "treatments/rest", "treatment"), ("clinic", "here", "")]
)
def test_the_text_of_a_new_file_breaks_no_rule_but_those_that_ask_for_facts(
    kind: str, name: str, page_type: str, guide: Path
) -> None:
    created = begin_file(kind, name, page_type=page_type)

    diagnostics = judge_site(read_site(guide, drafts=True), today=date.today()).diagnostics
    rules = {one.name for one in diagnostics if created.path.samefile(guide / one.place.path)}
    assert rules <= {"makers-unsaid", "no-treatment-not-named"}


def test_a_new_page_is_a_draft(guide: Path) -> None:
    begin_file("page", "living/rest")

    assert "living/rest.md" in {str(one) for one in read_site(guide).drafts}


def test_a_new_page_next_to_the_home_page_has_another_type(guide: Path) -> None:
    (guide / "content/pages/index.md").unlink()
    begin_file("page", "index", page_type="home")

    created = begin_file("page", "rest")

    assert "type: home" not in created.path.read_text()


def test_a_new_page_has_the_type_of_the_pages_in_its_folder(guide: Path) -> None:
    begin_file("page", "treatments/one", page_type="treatment")

    created = begin_file("page", "treatments/two")

    assert "type: treatment\n" in created.path.read_text()


def test_the_next_check_is_due_in_six_months(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788134400")  # 31 August 2026

    text = begin_file("page", "treatments/one", page_type="treatment").path.read_text()

    assert date(2026, 8, 31).isoformat() in text
    assert "next_check: 2027-02-28\n" in text


def test_an_existing_file_is_not_overwritten(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (guide / "content/pages/index.md").read_text()

    status = main(["new", "page", "index"])

    assert status == 2
    assert "exists already" in capsys.readouterr().err
    assert (guide / "content/pages/index.md").read_text() == before


@pytest.mark.parametrize(
    ("kind", "name", "suggestion"),
    [
        pytest.param("page", "Treatments/My Page", "treatments/my-page", id="capitals and spaces"),
        pytest.param("page", "living/Müde", "living/mude", id="accents"),
        pytest.param("page", "../../etc/x", "etc/x", id="parent folders"),
        pytest.param("page", "/etc/x", "etc/x", id="absolute path"),
        pytest.param("source", "Smith 2024", "smith-2024", id="source"),
        pytest.param("page", "living/", "living/a-name", id="folder"),
        pytest.param("page", "", "small letters", id="empty name"),
        pytest.param("page", "…", "small letters", id="no ASCII letter"),
        pytest.param("source", "a/b", "crpsguide new source b", id="a source in a folder"),
    ],
)
def test_the_error_for_an_invalid_name_suggests_a_valid_one(kind: str, name: str, suggestion: str, guide: Path) -> None:
    with pytest.raises(GuideError) as caught:
        begin_file(kind, name)

    assert suggestion in caught.value.help


@pytest.mark.parametrize(
    ("name", "quoted", "title"),
    [
        pytest.param("back-pain", "back-pain", "Back pain", id="two words"),
        pytest.param("back pain", '"back pain"', "Back pain", id="space"),
        pytest.param("CRPS: we", '"CRPS: we"', "CRPS: we", id="capitals, and a character special to YAML"),
    ],
)
def test_a_new_guide_can_be_built(
    name: str,
    quoted: str,
    title: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    statuses = main(["new", "guide", name]), main(["build", name])

    out = capsys.readouterr().out
    assert statuses == (0, 0), out
    assert f"“cd {quoted}”" in out
    assert title in (tmp_path / name / "build/site/index.html").read_text()


def test_a_guide_does_not_overwrite_another(guide: Path) -> None:
    with pytest.raises(GuideError, match="exists already"):
        begin_file("guide", str(guide))

    assert (guide / "content/site.yaml").read_text().startswith("name: A small guide")


def test_a_page_type_is_rejected_for_other_files(guide: Path) -> None:
    with pytest.raises(GuideError, match="has no type"):
        begin_file("source", "a", page_type="treatment")


def test_a_new_page_is_written_to_content_when_there_is_no_folder_of_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "content/index.md", "---\ntitle: One\n---\n\nText.\n")
    monkeypatch.chdir(tmp_path)

    created = begin_file("page", "two")

    assert created.path == tmp_path / "content/two.md"
