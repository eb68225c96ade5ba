"""PDFs: the cache, the layout, and access to files and network."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from tests.pdfs import need_pdf_library, pages_of, paper_sizes

from crpsguide import pdf
from crpsguide.errors import GuideError
from crpsguide.model import PaperFormat, PrintDocument
from crpsguide.pdf import make_pdfs
from crpsguide.urls import svg_data_url

SITE = "https://site.invalid/"
PICTURE = f"{SITE}a.svg"
PIXEL = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture(autouse=True)
def _press() -> None:
    need_pdf_library()


def document(words: str = "A word", *, name: str = "page", style: str = "@page { size: A4 }") -> PrintDocument:
    return PrintDocument(
        about=PurePosixPath(f"{name}.html"),
        address=PurePosixPath(f"handouts/{name}-a4.pdf"),
        format=PaperFormat.A4,
        html=f'<html lang="en"><title>T</title><body><h1>{words}</h1></body></html>',
        styles=(style,),
    )


def showing(source: str) -> PrintDocument:
    plain = document(f'<img src="{source}" alt="A picture">')
    return replace(plain, pictures=(source,))


def words(pdf: bytes) -> str:
    return " ".join(word for page in pages_of(pdf) for word in page)


def test_a_document_becomes_a_pdf(tmp_path: Path) -> None:
    made = make_pdfs([document("Some words")], {}, cache=tmp_path)

    (pdf,) = made.files.values()
    assert words(pdf) == "Some words"
    assert paper_sizes(pdf) == {(210, 297)}
    assert made.printed == 1


def test_an_endless_document_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TIME_LIMIT", 0.01)

    with pytest.raises(GuideError, match=r"The handout of page\.html takes longer"):
        make_pdfs([document("Words " * 10_000)], {}, cache=None)


LONG = "<p>A line</p>" * 60 + '<p id="end">The last words</p>'
COMPACT_STYLE = "p { line-height: %smm }"


@pytest.mark.parametrize(
    ("line", "compact_style", "sheets"),
    [
        pytest.param(4.6, "", 2, id="nothing that could help"),
        pytest.param(4.6, COMPACT_STYLE % 4.2, 1, id="a sheet spared"),
        pytest.param(4.6, COMPACT_STYLE % 4.59, 2, id="not close enough"),
        pytest.param(8, COMPACT_STYLE % 4.2, 2, id="a last sheet that is well filled"),
        pytest.param(4, COMPACT_STYLE % 20, 1, id="a single sheet"),
    ],
)
def test_a_few_overflowing_lines_get_no_sheet_of_their_own(line: float, compact_style: str, sheets: int) -> None:
    style = "@page { size: A4; margin: 1cm } body, h1, p { margin: 0; font-size: 9pt } h1, p { line-height: %smm }"
    one = replace(document(f"Title</h1>{LONG}<h1>", style=style % line), compact_style=compact_style)

    (pdf,) = make_pdfs([one], {}, cache=None).files.values()

    assert len(pages_of(pdf)) == sheets


def test_an_unchanged_document_is_not_printed_again(tmp_path: Path) -> None:
    first = make_pdfs([document(), document(name="other")], {}, cache=tmp_path)

    second = make_pdfs([document(), document(name="other", words="New words")], {}, cache=tmp_path)

    kept, changed = document().address, document(name="other").address
    assert second.printed == 1
    assert second.files[kept] == first.files[kept]
    assert words(second.files[changed]) == "New words"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(document("Other words"), id="words"),
        pytest.param(document(style="@page { size: A5 }"), id="style"),
    ],
)
def test_a_changed_document_is_printed_again(changed: PrintDocument, tmp_path: Path) -> None:
    make_pdfs([document()], {}, cache=tmp_path)

    assert make_pdfs([changed], {}, cache=tmp_path).printed == 1


def test_a_document_with_a_changed_picture_is_printed_again(tmp_path: Path) -> None:
    shown = showing(PICTURE)
    make_pdfs([shown], {PICTURE: PIXEL}, cache=tmp_path)

    again = make_pdfs([shown], {PICTURE: PIXEL.replace(b"9", b"8")}, cache=tmp_path)

    assert again.printed == 1


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"%PDF-1.7 and not much more", id="other words"),
    ],
)
def test_a_damaged_pdf_is_printed_again(damage: bytes, tmp_path: Path) -> None:
    before = make_pdfs([document()], {}, cache=tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)

    healed = make_pdfs([document()], {}, cache=tmp_path)

    assert (healed.printed, healed.files) == (1, before.files)
    assert make_pdfs([document()], {}, cache=tmp_path).printed == 0


def test_a_changed_byte_is_detected(tmp_path: Path) -> None:
    make_pdfs([document()], {}, cache=tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")

    assert make_pdfs([document()], {}, cache=tmp_path).printed == 1


def test_pdfs_of_removed_documents_are_deleted(tmp_path: Path) -> None:
    make_pdfs([document(), document(name="other", words="Other")], {}, cache=tmp_path)
    (tmp_path / "left-by-a-build-that-was-ended").write_bytes(b"half")

    make_pdfs([document()], {}, cache=tmp_path)

    assert len(list(tmp_path.iterdir())) == 1


def test_pdfs_printed_before_an_interrupt_are_kept(tmp_path: Path) -> None:
    def end(done: int, of: int) -> None:
        raise KeyboardInterrupt

    both = [document(), document(name="other", words="Other")]
    with pytest.raises(KeyboardInterrupt):
        make_pdfs(both, {}, cache=tmp_path, on_made=end)

    assert make_pdfs(both, {}, cache=tmp_path).printed == 1


def test_several_processes_print_documents_in_order(tmp_path: Path) -> None:
    many = [document(f"Word {number}", name=f"page-{number}") for number in range(pdf.MAX_SEQUENTIAL + 2)]

    made = make_pdfs(many, {}, cache=tmp_path, jobs=2)

    assert [words(pdf) for pdf in made.files.values()] == [f"Word {number}" for number in range(len(many))]
    assert list(made.files) == [one.address for one in many]


def test_the_same_document_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.test_pdf import document\n"
        "from crpsguide.pdf import make_pdfs\n"
        "made = make_pdfs([document()], {}, cache=Path(sys.argv[1]))\n"
        "sys.stdout.buffer.write(*made.files.values())"
    )
    path = os.pathsep.join(one for one in sys.path if one)

    made = {
        subprocess.check_output(
            [sys.executable, "-c", code, str(tmp_path / seed)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": f"UTC-{seed}"},
        )
        for seed in ("1", "2")
    }

    assert len(made) == 1
    assert made.pop().startswith(b"%PDF")


def test_a_picture_of_the_guide_is_shown(tmp_path: Path) -> None:
    with_picture = make_pdfs([showing(PICTURE)], {PICTURE: PIXEL}, cache=tmp_path)
    without = make_pdfs([showing(PICTURE)], {}, cache=tmp_path)

    assert with_picture.files != without.files


def test_a_data_url_is_shown(tmp_path: Path) -> None:
    within = make_pdfs([document(f'<img src="{svg_data_url(PIXEL.decode())}" alt="A picture">')], {}, cache=None)
    without = make_pdfs([document('<img src="data:," alt="A picture">')], {}, cache=None)

    assert within.files != without.files


def test_nothing_is_read_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_bytes(PIXEL)
    inside = showing((tmp_path / "secret.svg").as_uri())

    made = make_pdfs([inside], {}, cache=tmp_path / "cache")

    nowhere = make_pdfs([showing(f"{SITE}gone.svg")], {}, cache=tmp_path / "cache")
    assert made.files == nowhere.files


def test_without_a_cache_nothing_is_stored(tmp_path: Path) -> None:
    assert [make_pdfs([document()], {}, cache=None).printed for _ in range(2)] == [1, 1]


def test_a_full_disk_is_reported(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")

    with pytest.raises(GuideError, match="cannot be kept"):
        make_pdfs([document()], {}, cache=tmp_path / "cache")
