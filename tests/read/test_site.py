"""Records of a guide: settings, glossary, evidence, claims; and the file, line and column of every fault."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

import pytest
from tests.read.bodies import ReadFiles

from crpsguide.errors import GuideError
from crpsguide.read import read_site

INDEX = "---\ntitle: Welcome\n---\n\nWords.\n"
SOURCE = """\
source: {type: webpage, title: A page}
appraisal:
  design: report
  use: cite
  why_use: It says so.
  read: full-text
  checked: 2026-11-20
findings:
  first:
    says: It is so.
    kind: definition
    certainty: not-rated
    rated_by: editor
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>'
CONTACT = "help: {kind: a, name: b, country: c, about: d, checked_on: 2026-11-20, status: e}\n"
TERM = "pain:\n  term: pain\n  plain: hurt\n  meaning: It hurts.\n"


def broken(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("name", "text", "place", "says"),
    [
        pytest.param("site.yaml", "name: a\nlangauge: fr", (2, 1), "“language”?", id="misspelt setting"),
        pytest.param("site.yaml", "name: [a]", (1, 7), "“name” should be one text", id="list as name"),
        pytest.param("site.yaml", "name: 'It's here'", (1, 11), "quotation marks", id="apostrophe in single quotes"),
        pytest.param("site.yaml", "name: a: b", (1, 8), "second colon", id="colon in the name"),
        pytest.param("site.yaml", "sections:\n  - folder: a", (2, 5), "needs “title” in “sections”", id="no title"),
        pytest.param("site.yaml", "rules: {selec: [L]}", (1, 9), "“select”?", id="misspelt choice"),
        pytest.param("site.yaml", "name: a\nplace: b", (2, 1), "not a key", id="key of the reader"),
        pytest.param("glossary.yaml", broken(TERM, "plain", "plan"), (3, 3), "“plain”?", id="misspelt key of a term"),
        pytest.param("glossary.yaml", broken(TERM, "  meaning: It hurts.\n", ""), (2, 3), "“meaning”", id="no meaning"),
        pytest.param("glossary.yaml", TERM + TERM, (5, 1), "second time", id="term twice"),
        pytest.param("glossary.yaml", "pain: hurt", (1, 7), "group of lines", id="term of one word"),
        pytest.param("evidence/a.yaml", broken(SOURCE, "cite", "quote"), (4, 8), "cite, lead", id="unknown use"),
        pytest.param("evidence/a.yaml", broken(SOURCE, "not-rated", "lwo"), (12, 16), "“low”?", id="misspelt grade"),
        pytest.param("evidence/a.yaml", broken(SOURCE, "says:", "say:"), (10, 5), "“says”?", id="misspelt finding"),
        pytest.param("evidence/a.yaml", broken(SOURCE, "2026-11-20", "2024-02-30"), (7, 12), "2024-02-30", id="day"),
        pytest.param("evidence/a.yaml", broken(SOURCE, "title:", "titl:"), (1, 25), "“title”?", id="misspelt CSL"),
        pytest.param("evidence/a.yaml", broken(SOURCE, "first:", "first: x\n  b:"), (9, 10), "lines", id="no finding"),
        pytest.param("evidence/a.yaml", "[a", (1, 1), "bracket", id="bracket that stays open"),
        pytest.param("clinics/a.yaml", "nam: b", (1, 1), "“name”?", id="misspelt organisation"),
        pytest.param("contacts/a.yaml", "b:\n  nam: c", (2, 3), "“name”?", id="misspelt contact"),
        pytest.param("wording/a.yaml", 'b:\n  say: c\n  words: [d, ""]', (3, 14), "no letters", id="empty words"),
        pytest.param("glossary.yaml", TERM + '  forms: ["("]\n', (5, 11), "no letters", id="form without letters"),
        pytest.param("wording/a.yaml", "b:\n  sya: c", (2, 3), "“say”?", id="misspelt phrase"),
        pytest.param("claims/a.md", "Words.", (1, 1), "front matter", id="claim without front matter"),
        pytest.param("claims/a.md", "---\na: b\n", (1, 1), "never closed", id="claim that stays open"),
        pytest.param("changes/a.md", "---\ntitle: b\ndate: soon\n---\n", (3, 7), "“soon”", id="change without a day"),
        pytest.param("contacts/a.yaml", CONTACT.replace("}", ", seen: [x, x]}"), (1, 93), "“x” twice", id="twice"),
        pytest.param("changes/a.md", "<<<<<<< HEAD\n---\n", (1, 1), "two versions", id="two versions"),
        pytest.param(
            "evidence/a.yaml", "summary: It helped them a bit more # than a dummy\n", (1, 36), "“#”", id="cut by a note"
        ),
        pytest.param("evidence/a.yaml", b"a: \xff", (1, 4), "UTF-8", id="evidence in another encoding"),
    ],
)
def test_a_fault_in_a_file_is_told(
    name: str, text: str | bytes, place: tuple[int, int], says: str, read_files: ReadFiles
) -> None:
    site = read_files({"pages/index.md": INDEX, name: text})

    told = [one for one in site.troubles if says in f"{one.message} {one.help}"]
    assert [(str(one.place.path), one.place.line, one.place.column) for one in told] == [(f"content/{name}", *place)]


@pytest.mark.parametrize(
    ("name", "place", "help"),
    [
        pytest.param("sites.yaml", "sites.yaml", "Did you mean “site.yaml”?", id="misspelt settings"),
        pytest.param("Site.yaml", "Site.yaml", "Did you mean “site.yaml”?", id="settings with a capital"),
        pytest.param("site.yml", "site.yml", "Did you mean “site.yaml”?", id="settings with another ending"),
        pytest.param("glosary.yaml", "glosary.yaml", "Did you mean “glossary.yaml”?", id="misspelt glossary"),
        pytest.param("evidense/a.yaml", "evidense", "Did you mean “evidence”?", id="misspelt folder"),
        pytest.param("evidence/a.yml", "evidence/a.yml", "Did you mean “a.yaml”?", id="record with another ending"),
        pytest.param("evidence/a.yaml.txt", "evidence/a.yaml.txt", "“a.yaml”?", id="record with an ending more"),
        pytest.param("claims/a.yaml", "claims/a.yaml", "Did you mean “a.md”?", id="claim with another ending"),
        pytest.param("pain.md", "pain.md", "Move it there", id="page beside the folder of pages"),
        pytest.param("pages/a/b.yaml", "pages/a/b.yaml", "Move it to “evidence”", id="record among the pages"),
        pytest.param("notes/a.txt", "notes", "move it out of “content”", id="folder like no other"),
        pytest.param("plan.odt", "plan.odt", "“glossary.yaml” or “site.yaml”", id="file like no other"),
    ],
)
def test_what_nothing_reads_is_told(name: str, place: str, help: str, read_files: ReadFiles) -> None:
    (told,) = read_files({"pages/index.md": INDEX, name: "a: b"}).troubles

    assert (told.kind, str(told.place.path)) == ("unknown-file", f"content/{place}")
    assert help in told.help


@pytest.mark.parametrize(
    "name",
    [
        *("LICENSE", "README.md", "media/plan.txt", "pages/data.csv", ".hidden", "site.yaml~"),
        *("pages/hooks.py", "pages/HOOKS.PY", "pages/tool.toml"),
    ],
)
def test_what_may_stand_beside_the_pages_is_not_told(name: str, read_files: ReadFiles) -> None:
    assert read_files({"pages/index.md": INDEX, name: "Words."}).troubles == ()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(("index.md", "contact/us.md", "page/a.md", "mkdocs.yml", "form.txt"), [], id="anything"),
        pytest.param(("index.md", "sites.yaml"), ["content/sites.yaml"], id="misspelt settings"),
        pytest.param(("page/index.md", "site.yaml"), ["content/page"], id="misspelt folder of pages"),
    ],
)
def test_in_a_folder_of_plain_markdown_only_a_near_miss_is_told(
    files: Sequence[str], told: list[str], read_files: ReadFiles
) -> None:
    site = read_files({name: INDEX if name.endswith(".md") else "name: a" for name in files})

    assert [str(one.place.path) for one in site.troubles] == told


@pytest.mark.parametrize(
    ("name", "text", "place", "says"),
    [
        pytest.param("evidence/b/a.yaml", SOURCE, (1, 1), "has the name “a” already", id="source"),
        pytest.param("wording/b/a.yaml", "c: {say: d}\n", (1, 1), "has the name “a” already", id="list of words"),
        pytest.param("evidence/index.yaml", SOURCE, (1, 1), "the list of them all", id="name of a list"),
        pytest.param("contacts/b.yaml", CONTACT, (1, 1), "stands in content/contacts/a.yaml already", id="contact"),
    ],
)
def test_a_record_whose_name_is_taken_is_told(
    name: str, text: str, place: tuple[int, int], says: str, read_files: ReadFiles
) -> None:
    records = {"evidence/a.yaml": SOURCE, "wording/a.yaml": "c: {say: d}\n", "contacts/a.yaml": CONTACT}

    [trouble] = read_files({"pages/index.md": INDEX, **records, name: text}).troubles

    assert (f"content/{name}", place) == (str(trouble.place.path), (trouble.place.line, trouble.place.column))
    assert says in trouble.message


def test_one_fault_leaves_all_else_standing(read_files: ReadFiles) -> None:
    site = read_files(
        {
            "pages/index.md": INDEX,
            "pages/broken.md": "---\ntitle: a: b\n---\n",
            "evidence/good.yaml": SOURCE,
            "evidence/bad.yaml": "[",
            "glossary.yaml": TERM + "touch: [a]\n",
        }
    )

    assert [str(name) for name in site.pages] == ["index.md"]
    assert ([*site.sources], [*site.glossary]) == (["good"], ["pain"])
    assert {one.place.path.name for one in site.troubles} == {"broken.md", "bad.yaml", "glossary.yaml"}


class RecordingCache:
    """A cache that is always empty, and records the keys."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def get(self, key: str) -> None:
        """None, always."""

    def put(self, key: str, value: object) -> None:
        self.keys.append(key)


@pytest.mark.parametrize(("before", "count"), [("<svg/>", 0), (DRAWING, 1)])
def test_a_drawing_is_remembered_as_what_it_held_a_moment_ago(
    before: str, count: int, read_files: ReadFiles, tmp_path: Path
) -> None:
    read_files({"pages/index.md": INDEX, "pages/a.svg": DRAWING})
    digests = {str(tmp_path / "content/pages/a.svg"): blake2b(before.encode(), digest_size=16).hexdigest()}
    cache = RecordingCache()

    read_site(tmp_path, cache=cache, digests=digests)

    assert len([key for key in cache.keys if key.startswith("drawing")]) == count


def test_a_bad_finding_is_set_aside_and_told(read_files: ReadFiles) -> None:
    second = "  second:\n    says: It is so too.\n"

    site = read_files({"pages/index.md": INDEX, "evidence/a.yaml": SOURCE + second})

    assert [*site.sources["a"].findings] == ["first"]
    assert {one.place.line for one in site.troubles} == {15}


def test_records_know_their_places(read_files: ReadFiles) -> None:
    site = read_files({"pages/index.md": INDEX, "evidence/a.yaml": SOURCE, "glossary.yaml": TERM})

    finding = site.finding("a#first")
    assert finding is not None
    assert (str(finding.place), str(site.glossary["pain"].place)) == (
        "content/evidence/a.yaml:9:3",
        "content/glossary.yaml:1:1",
    )


def test_pages_explain_the_words_of_the_glossary(read_files: ReadFiles) -> None:
    site = read_files({"pages/index.md": INDEX.replace("Words", "Pain"), "glossary.yaml": TERM})

    [page] = site.pages.values()
    [block] = page.sections[0].blocks
    assert "TermUse(term='pain', words='Pain')" in repr(block)


def test_drafts_wait(read_files: ReadFiles, tmp_path: Path) -> None:
    site = read_files({"pages/index.md": INDEX, "pages/later.md": "---\ntitle: a\ndraft: true\n---\n"})

    assert [str(one) for one in site.drafts] == ["later.md"]
    assert len(read_site(tmp_path, drafts=True).pages) == 2


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda root: None, id="missing"),
        pytest.param(lambda root: (root / "content").mkdir(), id="empty"),
        pytest.param(lambda root: (root / "content").write_text("a"), id="a file"),
    ],
)
def test_a_folder_without_content_is_no_guide(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path)

    with pytest.raises(GuideError, match="content"):
        read_site(tmp_path)


def test_the_guides_own_style_sheets_are_kept(read_files: ReadFiles) -> None:
    site = read_files({"pages/index.md": INDEX, "../templates/a.css": "a {}", "../templates/base.html": "<p>"})

    assert {str(path): text for path, text in site.styles.items()} == {"templates/a.css": "a {}"}
