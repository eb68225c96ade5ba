import os
import pickle
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from crpsguide.memory import LONGEST_UNUSED, NO_MEMORY, Memory, write_whole
from crpsguide.model import Place, Severity

PLACE = Place(PurePosixPath("content/pages/index.md"), 3, 4)


def saved(folder: Path, **values: object) -> Path:
    """The file of a shelf with these values."""
    memory = Memory(folder)
    for key, value in values.items():
        memory.shelf("read").keep(key, value)
    memory.save()
    return folder / "read.shelf"


def test_a_value_is_recalled_by_the_next_run(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)

    assert Memory(tmp_path).shelf("read").recall("place") == PLACE


def test_a_value_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    shelf = Memory(tmp_path).shelf("read")
    shelf.recall("place")

    shelf.keep("place", "elsewhere")

    assert shelf.recall("place") == "elsewhere"


def test_nothing_is_known_under_another_key(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)

    assert Memory(tmp_path).shelf("read").recall("other") is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: data[:-1] + bytes([data[-1] ^ 1]), id="one bit"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"{}\n" + data, id="another header"),
        pytest.param(lambda data: data.replace(b'"maker": "', b'"maker": "0', 1), id="another version"),
    ],
)
def test_a_damaged_file_counts_as_none(damage: object, tmp_path: Path) -> None:
    assert callable(damage)
    file = saved(tmp_path, place=PLACE)
    file.write_bytes(damage(file.read_bytes()))

    assert Memory(tmp_path).shelf("read").recall("place") is None


class _Command:
    """What a forged file may hold: reading it as it stands would run a command."""

    def __init__(self, proof: Path) -> None:
        self.proof = proof

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.proof}",)


def test_a_forged_file_runs_nothing(tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    saved(tmp_path, place=_Command(proof))

    value = Memory(tmp_path).shelf("read").recall("place")

    assert value is None
    assert not proof.exists()


def test_only_values_of_the_model_are_made(tmp_path: Path) -> None:
    saved(tmp_path, place=pickle.Pickler)

    assert Memory(tmp_path).shelf("read").recall("place") is None


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(PLACE, id="place"),
        pytest.param(PurePosixPath("a/b.md"), id="path"),
        pytest.param(date(2026, 1, 2), id="day"),
        pytest.param((frozenset({"a"}), {"b"}), id="sets"),
        pytest.param({"a": [1, None, "b", b"c"]}, id="plain data"),
    ],
)
def test_what_values_are_made_of_is_recalled(value: object, tmp_path: Path) -> None:
    saved(tmp_path, value=value)

    assert Memory(tmp_path).shelf("read").recall("value") == value


def test_a_choice_is_recalled_where_python_writes_it_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As Python 3.11.2 does, which Debian 12 comes with.
    monkeypatch.setattr(Severity, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))

    saved(tmp_path, severity=Severity.WARNING)

    assert Memory(tmp_path).shelf("read").recall("severity") is Severity.WARNING


def test_what_nobody_asks_for_is_let_go(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    for number in range(LONGEST_UNUSED + 1):
        saved(tmp_path, **{f"other-{number}": PLACE})

    assert Memory(tmp_path).shelf("read").recall("place") is None


def test_no_memory_holds_nothing(tmp_path: Path) -> None:
    NO_MEMORY.shelf("read").keep("place", PLACE)

    assert NO_MEMORY.shelf("read").recall("place") is None


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")

    saved(tmp_path / "cache", place=PLACE)

    assert (tmp_path / "cache").read_text() == "a file"


def test_what_an_ended_run_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "read.shelf").write_bytes(b"old")
    (tmp_path / "read.shelf.4711").write_bytes(b"half")

    write_whole(tmp_path / "read.shelf", b"new")

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"read.shelf": b"new"}
