from pathlib import Path
from typing import Any

import pytest

from crpsguide.errors import GuideError
from crpsguide.read import read_bibliography

BIB = r"""
@article{a,
  author = {Sigtermans, Marnix J. and {van Hilten}, Jacobus J. and {The {CRPS} Group} and Jos{\'e} Mu{\~n}oz},
  title = {Relief \& {P}ain: a trial}, journal = {Pain}, year = 2009, month = oct, volume = {145},
  number = {3}, pages = {304--311}, doi = {https://doi.org/10.1000/Abc.1}, abstract = {Long}, file = {/home/me/a.pdf}
}
"""
RIS = """\
TY  - RPRT
AU  - Smith, Jane
AU  - Pain Alliance
TI  - A long title: that goes on
      in the next line
PY  - 2020/05/06/
SP  - 1
EP  - 9
DO  - 10.1000/xyz
AB  - RNA- and DNA- are no tags
ER  -\x20
"""
NBIB = """\

PMID- 123
OWN - NLM
DP  - 2011 Jan-Feb
TI  - Pain in two
      lines.
PG  - 304-11
LID - 10.1000/n.1 [doi]
FAU - Doe, Jane M
AU  - Doe JM
CN  - Pain Group
JT  - Pain
VI  - 1
IP  - 2
"""
CSL = """[{"id": "x", "type": "article-journal", "title": "Pain", "DOI": "10.1000/c", "volume": 7, "note": "mine",
  "author": [{"family": "Doe", "given": "J."}, {"literal": "Group"}], "issued": {"date-parts": [[2020, 5]]}}]"""


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "text", "line", "csl"),
    [
        pytest.param(
            "a.bib",
            BIB,
            2,
            {
                "type": "article-journal",
                "title": "Relief & Pain: a trial",
                "author": [
                    {"family": "Sigtermans", "given": "Marnix J."},
                    {"family": "van Hilten", "given": "Jacobus J."},
                    {"literal": "The CRPS Group"},
                    {"family": "Muñoz", "given": "José"},
                ],
                "issued": "2009-10",
                "container-title": "Pain",
                "volume": "145",
                "issue": "3",
                "page": "304-311",
                "DOI": "10.1000/Abc.1",
            },
            id="bibtex: names, accents, braces, and no file of mine",
        ),
        pytest.param(
            "a.ris",
            RIS,
            1,
            {
                "type": "report",
                "title": "A long title: that goes on in the next line",
                "author": [{"family": "Smith", "given": "Jane"}, {"literal": "Pain Alliance"}],
                "issued": "2020-05-06",
                "page": "1-9",
                "DOI": "10.1000/xyz",
            },
            id="ris: lines that go on",
        ),
        pytest.param(
            "a.nbib",
            NBIB,
            2,
            {
                "type": "article-journal",
                "title": "Pain in two lines",
                "author": [{"family": "Doe", "given": "Jane M"}, {"literal": "Pain Group"}],
                "issued": "2011-01",
                "container-title": "Pain",
                "volume": "1",
                "issue": "2",
                "page": "304-11",
                "DOI": "10.1000/n.1",
                "PMID": "123",
            },
            id="nbib: full names, and a month of a range",
        ),
        pytest.param(
            "a.JSON",
            CSL,
            0,
            {
                "type": "article-journal",
                "title": "Pain",
                "author": [{"family": "Doe", "given": "J."}, {"literal": "Group"}],
                "issued": "2020-05",
                "volume": "7",
                "DOI": "10.1000/c",
            },
            id="csl-json: numbers become text",
        ),
    ],
)
def test_a_record_is_brought_to_csl(name: str, text: str, line: int, csl: dict[str, Any], tmp_path: Path) -> None:
    (record,) = read_bibliography(written(tmp_path, name, text))

    assert (record.line, record.csl) == (line, csl)
    assert list(record.csl) == list(csl)


@pytest.mark.parametrize(
    ("name", "text", "titles"),
    [
        pytest.param("a.bib", "@misc{a, title={A}}\n@misc{b, title={B}}", ["A", "B"], id="bibtex"),
        pytest.param(
            "a.ris", "TY  - WEB\nTI  - A\nER  - \n\nTY  - WEB\nTI  - B\n", ["A", "B"], id="ris without an end"
        ),
        pytest.param("a.nbib", "PMID- 1\nTI  - A\n\nPMID- 2\nTI  - B", ["A", "B"], id="nbib"),
        pytest.param(
            "a.json", '\ufeff{"type": "book", "title": "A"}', ["A"], id="one csl record, after a byte order mark"
        ),
    ],
)
def test_every_record_comes_in(name: str, text: str, titles: list[str], tmp_path: Path) -> None:
    assert [one.csl["title"] for one in read_bibliography(written(tmp_path, name, text))] == titles


@pytest.mark.parametrize(
    ("issued", "told"),
    [
        pytest.param('{"date-parts": [[2020, 13, 1]]}', "2020", id="no such month"),
        pytest.param('{"date-parts": [[]]}', None, id="no parts"),
        pytest.param('{"date-parts": [[2020, 5, 6, 7, 8]]}', "2020-05-06", id="too many parts"),
        pytest.param('{"raw": "5 May"}', None, id="no year"),
        pytest.param('{"raw": "2020-05-06"}', "2020-05-06", id="raw"),
        pytest.param("null", None, id="nothing"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(issued: str, told: str | None, tmp_path: Path) -> None:
    file = written(tmp_path, "a.json", f'[{{"title": "A", "issued": {issued}}}]')

    assert read_bibliography(file)[0].csl.get("issued") == told


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("a.txt", "x", "is of a kind that cannot be imported", id="another kind"),
        pytest.param("a.json", '[{"a": 1}', "a.json:1:10: this is not JSON", id="broken json"),
        pytest.param("a.json", "[1]", "is not CSL JSON", id="other json"),
        pytest.param("a.json", '[{"type": "book"}]', "a source has no title", id="no title"),
        pytest.param("a.json", "[]", "holds no source", id="empty list"),
        pytest.param(
            "a.bib", "@misc{a, title={A}}\n@misc{b, title={B", "a.bib:2: this entry cannot be read", id="brace"
        ),
        pytest.param(
            "a.bib", "@misc{a, title={A}}\n@misc{a, title={B}}", "a.bib:2: two entries have the key", id="twice"
        ),
        pytest.param("a.ris", "\nHello\n", "a.ris:2: this is not where a record begins", id="no ris"),
        pytest.param("a.ris", "TY  - WEB\nTI  - A\nER  - \nTY  - WEB\n", "a.ris:4: a source has no title", id="line"),
        pytest.param("a.nbib", "", "holds no source", id="empty file"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=message):
        read_bibliography(written(tmp_path, name, text))


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.ris"
    file.write_bytes(b"TY  - WEB\nTI  - \xff\n")

    with pytest.raises(GuideError, match="is not UTF-8 text"):
        read_bibliography(file)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        pytest.param("Pain <i>in vitro</i> &amp; H<sub>2</sub>O", "Pain in vitro & H2O", id="signs of CSL"),
        pytest.param("<span class=nocase>CRPS</span> at last", "CRPS at last", id="with an attribute"),
        pytest.param("Pain < 5 and > 3", "Pain < 5 and > 3", id="signs that are meant"),
    ],
)
def test_a_title_comes_in_plain_words(written: str, title: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(f'[{{"id": "a", "type": "book", "title": "{written}"}}]', "utf-8")

    [record] = read_bibliography(file)

    assert record.csl["title"] == title
