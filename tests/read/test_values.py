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
    folder = root / "content/evidence"
    folder.mkdir(parents=True)
    (folder / "trial.yaml").write_text(SOURCE.format(value=value), encoding="utf-8")
    site = read_site(root)
    values = [one for source in site.sources.values() for finding in source.findings.values() for one in finding.values]
    return values, [f"{one.place.line}: {one.message}" for one in site.troubles]


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


def test_a_value_without_a_number_is_told(tmp_path: Path) -> None:
    _, troubles = _read("{unit: days, of: rest}", tmp_path)

    assert troubles == ["8: This value has no number."]
