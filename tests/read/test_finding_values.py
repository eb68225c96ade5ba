from pathlib import Path

import pytest

from crpsguide.model import Value
from crpsguide.read import read_site

SOURCE = """\
source: {{type: article-journal, title: A trial}}
appraisal: {{design: rct, use: cite, why_use: a trial, read: abstract, checked: 2026-01-02}}
findings:
  found:
    says: It was measured.
    kind: effect
    values:
      - {value}
    certainty: low
    rated_by: editor
"""


def _read(value: str, root: Path) -> tuple[list[Value], list[str]]:
    return _read_source(SOURCE.format(value=value), root)


def _read_source(text: str, root: Path, name: str = "trial") -> tuple[list[Value], list[str]]:
    folder = root / "content/evidence"
    folder.mkdir(parents=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    site = read_site(root)
    values = [one for source in site.sources.values() for finding in source.findings.values() for one in finding.values]
    return values, [f"{one.place.line}:{one.place.column}: {one.message}" for one in site.troubles]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("{value: 76, unit: '%', of: better}", Value(value="76", unit="%", of="better"), id="point"),
        pytest.param("{value: 76, unit: '%', what: better}", Value(value="76", unit="%", of="better"), id="what is of"),
        pytest.param("{low: 6, high: 8, unit: days}", Value(low="6", high="8", unit="days"), id="range"),
        pytest.param("{events: 38, of: 50, what: well}", Value(events="38", out_of="50", of="well"), id="count"),
        pytest.param("{events: 38, out_of: 50, of: well}", Value(events="38", out_of="50", of="well"), id="out of"),
        pytest.param("{value: 2, unit: points, ci: [1, 3]}", Value(value="2", unit="points", ci=("1", "3")), id="ci"),
    ],
)
def test_a_value_may_be_a_point_a_range_or_a_count(written: str, value: Value, tmp_path: Path) -> None:
    assert _read(written, tmp_path) == ([value], [])


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("{unit: days, of: rest}", ["8:9: This value has no number."], id="no number"),
        pytest.param("{value: 38.2.1, of: rest}", ["8:17: “38.2.1” is no number."], id="one point too many"),
        pytest.param(
            "{events: 60, out_of: 50}", ["8:18: 60 of 50 cannot be: the part is larger than the whole."], id="part"
        ),
        pytest.param(
            '{events: "1,060", of: 50}', ["8:18: 1060 of 50 cannot be: the part is larger than the whole."], id="of"
        ),
        pytest.param("{value: 2,5}", ["8:19: The number is cut in two: “5” stands behind a comma."], id="comma"),
        pytest.param("{events: 50, out_of: 50}", [], id="all"),
        pytest.param("{low: 8, high: 6}", ["8:15: The range from 8 to 6 is upside down."], id="upside down"),
        pytest.param("{low: -8, high: -6}", [], id="below zero"),
        pytest.param("{value: 2, ci: [1, 3, 4]}", ["8:24: An interval has two ends, each a number."], id="three ends"),
        pytest.param("{value: 2, ci: [1, many]}", ["8:24: An interval has two ends, each a number."], id="words"),
        pytest.param("{value: 4, ci: [1, 3]}", ["8:24: 4 does not lie between 1 and 3."], id="outside"),
        pytest.param("{value: -2, ci: [-1, -3]}", [], id="ends changed round"),
    ],
)
def test_numbers_that_do_not_go_together_are_told(written: str, told: list[str], tmp_path: Path) -> None:
    assert _read(written, tmp_path)[1] == told


def test_findings_without_names_are_told(tmp_path: Path) -> None:
    _, troubles = _read_source(SOURCE.format(value="{value: 2}").replace("  found:", "- found:"), tmp_path)

    assert troubles == ["4:1: “findings” holds no names."]


def test_a_number_that_is_none_is_told_once(tmp_path: Path) -> None:
    _, troubles = _read_source(SOURCE.format(value="{value: 2}").replace("design:", "people: sixty, design:"), tmp_path)

    assert troubles == ["2:21: “sixty” is not how many people took part."]


@pytest.mark.parametrize(
    ("name", "finding", "told"),
    [
        pytest.param("smith2024", "pain-at-6.weeks_2", [], id="can be"),
        pytest.param(
            "Smith 2024", "pain", ["1:1: A source or finding called “Smith 2024” cannot be cited."], id="file"
        ),
        pytest.param("a", "Less pain", ["4:3: A source or finding called “Less pain” cannot be cited."], id="finding"),
    ],
)
def test_names_that_cannot_be_cited_are_told(name: str, finding: str, told: list[str], tmp_path: Path) -> None:
    text = SOURCE.format(value="{value: 2}").replace("found:", f"{finding}:")

    assert _read_source(text, tmp_path, name)[1] == told
