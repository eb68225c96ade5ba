"""What earlier runs worked out, kept in a folder that may be deleted at any time.

A file that was made by another version or belongs to somebody else counts as empty, and so does a value that is
damaged. Nothing in a file is ever run: only values of the model are made of it.
"""

import contextlib
import json
import os
import pickle
import time
from collections.abc import Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

from crpsguide.installed import maker
from crpsguide.model import NO_CACHE, Cache, dumped, loaded

# What a value says that cannot be made of its bytes: it is worked out anew.
# Source: https://docs.python.org/3/library/pickle.html#pickle.UnpicklingError
DAMAGE = (
    *(pickle.UnpicklingError, EOFError, AttributeError, ImportError, LookupError),
    *(ArithmeticError, AssertionError, MemoryError, RecursionError, TypeError, ValueError),
)
VALUES = ".values"  # how the name of a file of values ends
MOST_WASTE = 2  # times as large as the values in it are together a file may become, before it is written anew
LONGEST_UNUSED = 4  # runs that save the cache, after which a value that none of them asked for is let go


News = tuple[dict[str, bytes], set[str]]  # values as bytes, by their keys; keys
_Place = tuple[int, int, int]  # of a value in the file: where it begins, how long it is, and a sum to tell damage


class Caches:
    """The caches in one folder; without a folder nothing is remembered.

    With `is_saved` unset, what is new is remembered as long as the process runs.
    """

    def __init__(self, folder: Path | None, *, is_saved: bool = True) -> None:
        self._folder = folder
        self._is_saved = is_saved
        self._caches: dict[str, DiskCache] = {}

    def __getitem__(self, name: str) -> Cache:
        """The cache of a name, such as `read`; read from the disk when it is first asked for."""
        if self._folder is None:
            return NO_CACHE
        if name not in self._caches:
            self._caches[name] = DiskCache(self._folder / f"{name}.cache")
        return self._caches[name]

    def news(self, name: str) -> News:
        """What this run has added to a cache, and what it has asked for there."""
        cache = self._caches.get(name)
        return (cache.new, cache.used) if cache else ({}, set())

    def take(self, name: str, news: News) -> None:
        """Add to a cache what another process has added to its copy and asked for there."""
        if cache := self._caches.get(name):
            cache.new |= news[0]
            cache.used |= news[1]

    @contextlib.contextmanager
    def saved(self) -> Iterator[None]:
        """Write what is new at the end, however it ends: what was worked out need not be worked out again."""
        try:
            yield
        finally:
            self.save()

    def save(self) -> None:
        """Write what is new. A disk that refuses costs the next run time, and nothing else."""
        for cache in self._caches.values() if self._is_saved else ():
            with contextlib.suppress(OSError):
                cache.save()


NO_CACHES = Caches(None)


class DiskCache:
    """Values by key: a file of values one behind the other, and a list of where each stands.

    The list is read and written whole. Of the values those are read that are asked for; new ones are added at the end,
    and now and then the file is written anew without those that nobody asks for. Two runs at once add to one file;
    what one of them added the other does not list, and works it out again.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values_file, self._places, self._unused = _listed(file)
        self._body = _mapped(self._values_file)
        self.new: dict[str, bytes] = {}
        self._values: dict[str, Any] = {}  # asked for before: a preview asks again and again
        self.used: set[str] = set()

    def get(self, key: str) -> Any:
        """The value kept under a key; None when there is none."""
        if key not in self._values:
            blob = self._blob(key)
            if blob is None:
                return None
            try:
                self._values[key] = loaded(blob)
            except DAMAGE:
                return None
        self.used.add(key)
        return self._values[key]

    def put(self, key: str, value: object) -> None:
        """Remember a value for runs to come."""
        self.new[key] = dumped(value)
        self._values.pop(key, None)
        self.used.add(key)

    def save(self) -> None:
        """Write what was added, and then the list in one step: what is not listed was never there."""
        if not self.new:
            return
        unused = {key: 0 if key in self.used else self._unused.get(key, 0) + 1 for key in {**self._places, **self.new}}
        kept = {
            key: place for key, place in self._places.items() if key not in self.new and unused[key] <= LONGEST_UNUSED
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        needed = sum(length for _, length, _ in kept.values())
        is_waste = len(self._body) > MOST_WASTE * needed
        self._places = self._added(kept) if self._values_file.is_file() and not is_waste else self._written_anew(kept)
        self._unused = {key: unused[key] for key in self._places}
        listed = json.dumps([[key, *place, unused[key]] for key, place in self._places.items()]).encode()
        header = {"maker": maker(), "sum": crc32(listed), "values": self._values_file.name}
        write_whole(self._file, json.dumps(header).encode(), b"\n", listed)
        self._body = _mapped(self._values_file)
        self.new = {}

    def _blob(self, key: str) -> bytes | None:
        """The bytes of a value as they were written; None when there are none, or they are damaged."""
        if key in self.new:
            return self.new[key]
        at, length, checked = self._places.get(key, (0, 0, 0))
        blob = self._body[at : at + length]
        return blob if blob and crc32(blob) == checked else None

    def _added(self, kept: Mapping[str, _Place]) -> dict[str, _Place]:
        """Where the values stand, once what is new stands behind the others."""
        whole = b"".join(self.new.values())
        with self._values_file.open("ab", buffering=0) as file:
            file.write(whole)  # on a full disk not all of it: what is cut off counts as damaged
            at = file.tell() - len(whole)  # where it came to stand, if another run has added to it too
        return {**kept, **_placed(self.new, at)}

    def _written_anew(self, kept: Mapping[str, _Place]) -> dict[str, _Place]:
        """Where the values stand, once those kept and those that are new stand in a file of their own."""
        stem = self._file.stem
        found = {key: blob for key in kept if (blob := self._blob(key))} | self.new
        whole = self._file.with_name(f"{stem}-{os.getpid()}-{time.time_ns()}{VALUES}")
        try:
            with whole.open("wb") as file:
                file.writelines(found.values())
        except OSError:
            whole.unlink(missing_ok=True)
            raise
        for left in self._file.parent.glob(f"{stem}-*{VALUES}"):
            if left != whole:
                with contextlib.suppress(OSError):  # Windows takes no file away that is looked at
                    left.unlink()
        self._values_file = whole
        return _placed(found, 0)


def write_whole(file: Path, *parts: bytes | memoryview) -> None:
    """Write a file of these parts in one step, and take away what runs left beside it that were ended meanwhile.

    Raises:
        OSError: the disk refuses, or another run took ours for one of those; the file is as it was.
    """
    new = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with new.open("wb") as opened:
            opened.writelines(parts)
        new.replace(file)
    finally:
        for left in file.parent.iterdir():
            if left.name.startswith(f"{file.name}."):
                left.unlink(missing_ok=True)


def _placed(blobs: Mapping[str, bytes], at: int) -> dict[str, _Place]:
    """Where values stand that are written one behind the other from a place on."""
    places = {}
    for key, blob in blobs.items():
        places[key] = at, len(blob), crc32(blob)
        at += len(blob)
    return places


def _listed(file: Path) -> tuple[Path, dict[str, _Place], dict[str, int]]:
    """The file of values of a cache, where each stands in it, and for how many runs nobody has asked for it."""
    none = file.with_suffix(VALUES)  # which is never written
    if not file.is_file():  # none yet; what is no file is not waited for
        return none, {}, {}
    try:
        with file.open("rb") as opened:
            header, listed = json.loads(opened.readline()) if _is_ours(opened) else {}, opened.read()
        if header["maker"] != maker() or header["sum"] != crc32(listed):
            return none, {}, {}
        rows = json.loads(listed)
        places = {key: (at, length, checked) for key, at, length, checked, _ in rows}
        return file.with_name(header["values"]), places, {row[0]: row[4] for row in rows}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # damaged
        return none, {}, {}


def _mapped(file: Path) -> bytes | mmap:
    """What a file holds, of which the system reads what is looked at; nothing where it is missing or not ours."""
    if not file.is_file():
        return b""
    try:
        with file.open("rb") as opened:
            return mmap(opened.fileno(), 0, access=ACCESS_READ) if _is_ours(opened) else b""
    except (OSError, ValueError):  # none yet, or empty
        return b""


def _is_ours(opened: BinaryIO) -> bool:
    return not hasattr(os, "geteuid") or os.fstat(opened.fileno()).st_uid == os.geteuid()
