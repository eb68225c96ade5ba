"""Cache entries are valid only for the version of the program that wrote them."""

from pathlib import Path

import pytest

from crpsguide import installed


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(installed, "PACKAGE", tmp_path)
    for folder in ("check", "check/__pycache__", "templates"):
        (tmp_path / folder).mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("file", "is_another"),
    [
        pytest.param("check/rule.py", True, id="code"),
        pytest.param("check/talk.tsv", True, id="what was learned"),
        pytest.param("check/__pycache__/rule.pyc", False, id="what Python keeps"),
        pytest.param("templates/base.html", False, id="a template, which is looked at by itself"),
    ],
)
def test_the_digest_covers_the_code_and_data_of_the_package(file: str, is_another: bool, package: Path) -> None:
    before = installed.program_digest.__wrapped__()

    (package / file).write_bytes(b"new")

    assert (installed.program_digest.__wrapped__() != before) == is_another
