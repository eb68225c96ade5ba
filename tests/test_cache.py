"""The cache on disk: hits and misses, damage, concurrent runs, untrusted content."""

import io
import os
import pickle
import resource
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from crpsguide.cache import LONGEST_UNUSED, NO_CACHES, Caches, write_whole
from crpsguide.model import Place, Severity, key_of

PLACE = Place(PurePosixPath("content/pages/index.md"), 3, 4)


def saved(folder: Path, **values: object) -> Path:
    """The file of a cache with these values."""
    caches = Caches(folder)
    for key, value in values.items():
        caches["read"].put(key, value)
    caches.save()
    return folder / "read.cache"


def values_in(folder: Path) -> Path:
    """The one file of values in a folder."""
    (file,) = folder.glob("*.values")
    return file


def test_a_value_is_loaded_by_the_next_run(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)

    assert Caches(tmp_path)["read"].get("place") == PLACE


def test_a_value_replaces_an_earlier_one_with_its_key(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    cache = Caches(tmp_path)["read"]
    cache.get("place")

    cache.put("place", "elsewhere")

    assert cache.get("place") == "elsewhere"


def test_a_file_of_another_user_counts_as_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, place=PLACE)
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)

    assert Caches(tmp_path)["read"].get("place") is None


def test_an_unknown_key_is_a_miss(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)

    assert Caches(tmp_path)["read"].get("other") is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: data[:-1] + bytes([data[-1] ^ 1]), id="one bit"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"{}\n" + data, id="another header"),
        pytest.param(lambda data: data.replace(b'"program": "', b'"program": "0', 1), id="another version"),
        pytest.param(lambda data: data.replace(b'"other"', b'"place"'), id="another value under its name"),
    ],
)
def test_a_damaged_index_counts_as_empty(damage: object, tmp_path: Path) -> None:
    assert callable(damage)
    file = saved(tmp_path, place=PLACE, other="elsewhere")
    file.write_bytes(damage(file.read_bytes()))

    assert Caches(tmp_path)["read"].get("place") is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: bytes([data[0] ^ 1]) + data[1:], id="one bit"),
        pytest.param(lambda data: data.replace(b"content", b"contend"), id="another letter in a word"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"more" + data, id="moved"),
    ],
)
def test_a_damaged_value_is_a_miss(damage: object, tmp_path: Path) -> None:
    assert callable(damage)
    saved(tmp_path, place=PLACE)
    file = values_in(tmp_path)
    file.write_bytes(damage(file.read_bytes()))

    assert Caches(tmp_path)["read"].get("place") is None
    assert Caches(saved(tmp_path, other="new").parent)["read"].get("other") == "new"


def test_a_pipe_in_place_of_the_values_does_not_block(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    file = values_in(tmp_path)
    file.unlink()
    os.mkfifo(file)

    assert Caches(tmp_path)["read"].get("place") is None


def test_new_values_are_appended(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    before = values_in(tmp_path).read_bytes()

    saved(tmp_path, other="new")

    assert values_in(tmp_path).read_bytes().startswith(before)
    assert Caches(tmp_path)["read"].get("place") == PLACE
    assert Caches(tmp_path)["read"].get("other") == "new"


def test_values_of_an_interrupted_run_are_ignored(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    with values_in(tmp_path).open("ab") as file:
        file.write(b"half of a value")

    saved(tmp_path, other="new")

    assert Caches(tmp_path)["read"].get("place") == PLACE
    assert Caches(tmp_path)["read"].get("other") == "new"


def test_two_runs_at_once_leave_valid_values(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    one, other = Caches(tmp_path), Caches(tmp_path)
    one["read"].put("one", "from one")
    other["read"].put("other", "from the other")

    one.save()
    other.save()

    last = Caches(tmp_path)["read"]
    assert [last.get(key) for key in ("place", "one", "other")] == [PLACE, None, "from the other"]


def test_a_run_survives_a_rewrite_by_another(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    run = Caches(tmp_path)
    run["read"].put("mine", "value")
    values_in(tmp_path).unlink()

    run.save()

    last = Caches(tmp_path)["read"]
    assert [last.get(key) for key in ("place", "mine")] == [PLACE, "value"]


def test_the_file_of_values_does_not_grow_without_limit(tmp_path: Path) -> None:
    saved(tmp_path, value="x" * 1000)
    for number in range(30):
        saved(tmp_path, value=f"{number}" * 1000)

    assert values_in(tmp_path).stat().st_size < 10_000
    assert Caches(tmp_path)["read"].get("value") == "29" * 1000


def test_a_long_run_can_save_repeatedly(tmp_path: Path) -> None:
    caches = Caches(tmp_path)
    for number in range(30):
        caches["read"].put(f"{number % 3}", f"{number}" * 1000)
        caches.save()

    last = Caches(tmp_path)["read"]
    assert [last.get(key) for key in "012"] == ["27" * 1000, "28" * 1000, "29" * 1000]


class _Command:
    """What a forged file may hold: reading it as it stands would run a command."""

    def __init__(self, *asked: object) -> None:
        self.asked = asked

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self.asked[0], self.asked[1:]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(lambda proof: (os.system, f"touch {proof}"), id="function"),
        pytest.param(lambda proof: (subprocess.Popen, ["touch", str(proof)]), id="class"),
        pytest.param(lambda proof: (eval, f"open({str(proof)!r}, 'w')"), id="word of the language"),
        pytest.param(lambda proof: (io.FileIO, str(proof), "w"), id="class of another file"),
    ],
)
def test_a_forged_file_executes_nothing(asked: Callable[[Path], tuple[object, ...]], tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    saved(tmp_path, place=_Command(*asked(proof)))

    value = Caches(tmp_path)["read"].get("place")

    assert value is None
    assert not proof.exists()


@pytest.mark.parametrize("thing", [pickle.Pickler, key_of], ids=["class of a library", "function of the model"])
def test_only_model_values_are_unpickled(thing: object, tmp_path: Path) -> None:
    saved(tmp_path, place=thing)

    assert Caches(tmp_path)["read"].get("place") is None


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
def test_all_types_of_the_model_are_supported(value: object, tmp_path: Path) -> None:
    saved(tmp_path, value=value)

    assert Caches(tmp_path)["read"].get("value") == value


def test_an_enum_is_loaded_on_every_python_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As Python 3.11.2 does, which Debian 12 comes with.
    monkeypatch.setattr(Severity, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))

    saved(tmp_path, severity=Severity.WARNING)

    assert Caches(tmp_path)["read"].get("severity") is Severity.WARNING


def test_unused_values_are_dropped(tmp_path: Path) -> None:
    saved(tmp_path, place=PLACE)
    for number in range(LONGEST_UNUSED + 1):
        saved(tmp_path, **{f"other-{number}": PLACE})

    assert Caches(tmp_path)["read"].get("place") is None


def test_used_values_are_kept(tmp_path: Path) -> None:
    saved(tmp_path, here=PLACE, apart=PLACE)
    for number in range(2 * LONGEST_UNUSED):
        caches = Caches(tmp_path)
        caches["read"].get("here")
        caches.merge("read", ({f"other-{number}": b"x"}, {"apart"}))
        caches.save()

    cache = Caches(tmp_path)["read"]
    assert (cache.get("here"), cache.get("apart")) == (PLACE, PLACE)


def test_a_full_disk_leaves_no_partial_file(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        saved(tmp_path, place=bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert [*tmp_path.iterdir()] == []


def test_without_a_folder_nothing_is_cached(tmp_path: Path) -> None:
    NO_CACHES["read"].put("place", PLACE)

    assert NO_CACHES["read"].get("place") is None


def test_an_unwritable_folder_is_tolerated(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")

    saved(tmp_path / "cache", place=PLACE)

    assert (tmp_path / "cache").read_text() == "a file"


def test_leftovers_of_a_killed_run_are_deleted(tmp_path: Path) -> None:
    (tmp_path / "read.cache").write_bytes(b"old")
    (tmp_path / "read.cache.4711").write_bytes(b"half")

    write_whole(tmp_path / "read.cache", b"new")

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"read.cache": b"new"}
