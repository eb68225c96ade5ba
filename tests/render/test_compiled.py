import sys
from pathlib import Path

import jinja2
import pytest

from crpsguide.render import builtin_templates, compiled
from crpsguide.render.compiled import CompiledTemplates
from crpsguide.render.templates import Templates


class Counting(jinja2.Environment):
    """An environment that counts what it compiles."""

    def __init__(self, kept: Path, **templates: str) -> None:
        super().__init__(loader=jinja2.DictLoader(templates), bytecode_cache=CompiledTemplates(kept))
        self.compiled = 0

    def _generate(self, *arguments: object, **more: object) -> str:
        self.compiled += 1
        return str(super()._generate(*arguments, **more))  # type: ignore[arg-type] # as it was given


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def drawn(kept: Path, text: str = "It is {{ 1 + 1 }}.") -> tuple[str, int]:
    """A template as it is drawn by a new run, and how many the run compiled."""
    environment = Counting(kept, page=text)
    return environment.get_template("page").render(), environment.compiled


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert drawn(tmp_path) == ("It is 2.", 1)
    assert drawn(tmp_path) == ("It is 2.", 0)


def test_a_template_that_was_changed_is_compiled_anew(tmp_path: Path) -> None:
    drawn(tmp_path)

    assert drawn(tmp_path, "It is {{ 3 }}.") == ("It is 3.", 1)


def test_another_version_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(tmp_path)
    monkeypatch.setattr(compiled, "maker", lambda: "another")

    assert drawn(tmp_path) == ("It is 2.", 1)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: b"other" + data, id="not ours"),
    ],
)
def test_a_damaged_file_counts_as_none(damage: object, tmp_path: Path) -> None:
    assert callable(damage)
    drawn(tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(damage(file.read_bytes()))

    assert drawn(tmp_path) == ("It is 2.", 1)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert drawn(tmp_path / "file") == ("It is 2.", 1)


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    drawn(tmp_path)

    assert [*tmp_path.iterdir()] == []


def test_templates_of_a_guide_are_never_kept(tmp_path: Path) -> None:
    assert Templates([builtin_templates()]).environment.bytecode_cache is not None
    assert Templates([tmp_path, builtin_templates()]).environment.bytecode_cache is None
