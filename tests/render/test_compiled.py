import sys
from pathlib import Path

import jinja2
import pytest
from tests.guides import write

from crpsguide.installed import builtin_templates
from crpsguide.render import compiled
from crpsguide.render.compiled import CompiledTemplates
from crpsguide.render.templates import Templates


class Counting(jinja2.Environment):
    """An environment that counts what it compiles."""

    def __init__(self, templates: Path, *others: Path, kept: Path) -> None:
        loader = jinja2.FileSystemLoader([*others, templates])
        super().__init__(loader=loader, bytecode_cache=CompiledTemplates(templates, kept))
        self.compiled = 0

    def _generate(self, *arguments: object, **more: object) -> str:
        self.compiled += 1
        return str(super()._generate(*arguments, **more))  # type: ignore[arg-type] # as it was given


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def render_once(kept: Path, text: str = "It is {{ 1 + 1 }}.") -> tuple[str, int]:
    """A template rendered by a new run, and how many the run compiled."""
    write(kept.parent / "templates/page", text)
    environment = Counting(kept.parent / "templates", kept=kept)
    return environment.get_template("page").render(), environment.compiled


def test_a_template_is_compiled_once(kept: Path) -> None:
    assert render_once(kept) == ("It is 2.", 1)
    assert render_once(kept) == ("It is 2.", 0)


def test_a_template_that_was_changed_is_compiled_anew(kept: Path) -> None:
    render_once(kept)

    assert render_once(kept, "It is {{ 3 }}.") == ("It is 3.", 1)


def test_another_version_compiles_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    render_once(kept)
    monkeypatch.setattr(compiled, "program_digest", lambda: "another")

    assert render_once(kept) == ("It is 2.", 1)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: b"other" + data, id="not ours"),
    ],
)
def test_a_damaged_file_counts_as_none(damage: object, kept: Path) -> None:
    assert callable(damage)
    render_once(kept)
    for file in kept.iterdir():
        file.write_bytes(damage(file.read_bytes()))

    assert render_once(kept) == ("It is 2.", 1)


def test_a_folder_that_cannot_be_written_stops_nothing(kept: Path) -> None:
    kept.write_text("no folder")

    assert render_once(kept) == ("It is 2.", 1)


def test_nothing_is_kept_where_python_keeps_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    render_once(kept)

    assert not kept.exists()


def test_of_a_guide_with_templates_of_its_own_only_those_are_compiled(kept: Path, tmp_path: Path) -> None:
    write(tmp_path / "templates/page", "It is {% include 'part' %}.")
    write(tmp_path / "templates/part", "{{ 1 + 1 }}")
    write(tmp_path / "guide/part", "{{ 3 }}")

    for compiled_anew in (2, 1):
        environment = Counting(tmp_path / "templates", tmp_path / "guide", kept=kept)
        assert environment.get_template("page").render() == "It is 3."
        assert environment.compiled == compiled_anew
    assert len([*kept.iterdir()]) == 1


def test_built_in_templates_are_kept_in_every_guide(tmp_path: Path) -> None:
    kept = Templates([tmp_path, builtin_templates()]).environment.bytecode_cache

    assert isinstance(kept, CompiledTemplates)
    assert kept.templates == builtin_templates()
