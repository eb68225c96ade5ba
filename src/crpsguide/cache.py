"""A cache on disk for what earlier runs worked out, in a folder that may be deleted at any time.

A file written by another version of the program or owned by another user counts as empty; a damaged value is a miss.
Nothing in a file is ever executed: it can only become values of the model.
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

from crpsguide.installed import program_digest
from crpsguide.model import NO_CACHE, Cache, dumped, loaded

# What unpickling damaged bytes may raise.
# Source: https://docs.python.org/3/library/pickle.html#pickle.UnpicklingError
UNPICKLING_ERRORS = (
    *(pickle.UnpicklingError, EOFError, AttributeError, ImportError, LookupError),
    *(ArithmeticError, AssertionError, MemoryError, RecursionError, TypeError, ValueError),
)
VALUES_SUFFIX = ".values"
MAX_WASTE = 2  # times the size of the listed values; a larger file of values is rewritten
LONGEST_UNUSED = 4  # saves; a value that was not used before that many of them is dropped

CacheChanges = tuple[dict[str, bytes], set[str]]  # pickled values added, by key; keys used
_Extent = tuple[int, int, int]  # of a pickled value in its file: offset, length, CRC-32


class Caches:
    """The caches in one folder, by name; without a folder nothing is cached.

    With `is_saved` unset, new values are kept only in memory.
    """

    def __init__(self, folder: Path | None, *, is_saved: bool = True) -> None:
        self._folder = folder
        self._is_saved = is_saved
        self._caches: dict[str, DiskCache] = {}

    def __getitem__(self, name: str) -> Cache:
        """The cache with a name, such as `read`; opened on first use."""
        if self._folder is None:
            return NO_CACHE
        if name not in self._caches:
            self._caches[name] = DiskCache(self._folder / f"{name}.cache")
        return self._caches[name]

    def changes(self, name: str) -> CacheChanges:
        """What this run has added to a cache and used from it."""
        cache = self._caches.get(name)
        return (cache.new, cache.used) if cache else ({}, set())

    def merge(self, name: str, changes: CacheChanges) -> None:
        """Apply the changes that a child process made to its copy of a cache."""
        if cache := self._caches.get(name):
            cache.new |= changes[0]
            cache.used |= changes[1]

    @contextlib.contextmanager
    def saved(self) -> Iterator[None]:
        """Save at the end of a `with` block, after an exception too: what was worked out stays valid."""
        try:
            yield
        finally:
            self.save()

    def save(self) -> None:
        """Write new values to disk. If the disk refuses, the next run only takes longer."""
        for cache in self._caches.values() if self._is_saved else ():
            with contextlib.suppress(OSError):
                cache.save()


NO_CACHES = Caches(None)


class DiskCache:
    """A key-value store: a file of pickled values one after another, and an index of their extents.

    The index is read and written whole; values are read when they are used. New values are appended; now and then the
    file is rewritten without those that are no longer used. Two runs may append to the same file at once: each then
    misses in the index what the other added, and works it out again.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values_file, self._extents, self._unused = _read_index(file)
        self._body = _mapped(self._values_file)
        self.new: dict[str, bytes] = {}
        self._loaded: dict[str, Any] = {}  # a preview gets the same values again and again
        self.used: set[str] = set()

    def get(self, key: str) -> Any:
        """The value with a key; None on a miss."""
        if key not in self._loaded:
            blob = self._blob(key)
            if blob is None:
                return None
            try:
                self._loaded[key] = loaded(blob)
            except UNPICKLING_ERRORS:
                return None
        self.used.add(key)
        return self._loaded[key]

    def put(self, key: str, value: object) -> None:
        """Set the value of a key, for this run and later ones."""
        self.new[key] = dumped(value)
        self._loaded.pop(key, None)
        self.used.add(key)

    def save(self) -> None:
        """Write new values, then replace the index in one step: a value that it does not list does not exist."""
        if not self.new:
            return
        unused = {key: 0 if key in self.used else self._unused.get(key, 0) + 1 for key in {**self._extents, **self.new}}
        kept = {
            key: extent
            for key, extent in self._extents.items()
            if key not in self.new and unused[key] <= LONGEST_UNUSED
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        kept_size = sum(length for _, length, _ in kept.values())
        is_waste = len(self._body) > MAX_WASTE * kept_size
        self._extents = self._append(kept) if self._values_file.is_file() and not is_waste else self._rewrite(kept)
        self._unused = {key: unused[key] for key in self._extents}
        rows = json.dumps([[key, *extent, unused[key]] for key, extent in self._extents.items()]).encode()
        header = {"program": program_digest(), "sum": crc32(rows), "values": self._values_file.name}
        write_whole(self._file, json.dumps(header).encode(), b"\n", rows)
        self._body = _mapped(self._values_file)
        self.new = {}

    def _blob(self, key: str) -> bytes | None:
        """The pickled value of a key; None when there is none, or it is damaged."""
        if key in self.new:
            return self.new[key]
        offset, length, checksum = self._extents.get(key, (0, 0, 0))
        blob = self._body[offset : offset + length]
        return blob if blob and crc32(blob) == checksum else None

    def _append(self, kept: Mapping[str, _Extent]) -> dict[str, _Extent]:
        """Append the new values to the file; returns the extents of the kept and the new values."""
        blob = b"".join(self.new.values())
        with self._values_file.open("ab", buffering=0) as file:
            file.write(blob)  # a full disk may cut it off; the checksums tell
            offset = file.tell() - len(blob)  # another run may have appended since the index was read
        return {**kept, **_extents(self.new, offset)}

    def _rewrite(self, kept: Mapping[str, _Extent]) -> dict[str, _Extent]:
        """Write the kept and the new values into a new file, delete older files; returns the extents."""
        stem = self._file.stem
        blobs = {key: blob for key in kept if (blob := self._blob(key))} | self.new
        new_file = self._file.with_name(f"{stem}-{os.getpid()}-{time.time_ns()}{VALUES_SUFFIX}")
        try:
            with new_file.open("wb") as file:
                file.writelines(blobs.values())
        except OSError:
            new_file.unlink(missing_ok=True)
            raise
        for old_file in self._file.parent.glob(f"{stem}-*{VALUES_SUFFIX}"):
            if old_file != new_file:
                with contextlib.suppress(OSError):  # Windows deletes no file that is mapped
                    old_file.unlink()
        self._values_file = new_file
        return _extents(blobs, 0)


def write_whole(file: Path, *parts: bytes | memoryview) -> None:
    """Write a file in one step (to a temporary file that then replaces it), and delete temporary files of dead runs.

    Raises:
        OSError: the disk refuses, or another run deleted our temporary file; the file is unchanged.
    """
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as opened:
            opened.writelines(parts)
        temporary.replace(file)
    finally:
        for leftover in file.parent.iterdir():
            if leftover.name.startswith(f"{file.name}."):
                leftover.unlink(missing_ok=True)


def _extents(blobs: Mapping[str, bytes], offset: int) -> dict[str, _Extent]:
    """The extents of values that are written one after another from an offset on."""
    extents = {}
    for key, blob in blobs.items():
        extents[key] = offset, len(blob), crc32(blob)
        offset += len(blob)
    return extents


def _read_index(file: Path) -> tuple[Path, dict[str, _Extent], dict[str, int]]:
    """The file of values of a cache, the extent of each value, and for how many saves it has not been used."""
    missing = file.with_suffix(VALUES_SUFFIX)  # a name that is never written
    if not file.is_file():  # opening a pipe or the like could block
        return missing, {}, {}
    try:
        with file.open("rb") as opened:
            header, content = json.loads(opened.readline()) if _is_own(opened) else {}, opened.read()
        if header["program"] != program_digest() or header["sum"] != crc32(content):
            return missing, {}, {}
        rows = json.loads(content)
        extents = {key: (offset, length, checksum) for key, offset, length, checksum, _ in rows}
        return file.with_name(header["values"]), extents, {row[0]: row[4] for row in rows}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # damaged
        return missing, {}, {}


def _mapped(file: Path) -> bytes | mmap:
    """The content of a file, memory-mapped; empty when it is missing or owned by another user."""
    if not file.is_file():
        return b""
    try:
        with file.open("rb") as opened:
            return mmap(opened.fileno(), 0, access=ACCESS_READ) if _is_own(opened) else b""
    except (OSError, ValueError):  # deleted meanwhile, or empty
        return b""


def _is_own(opened: BinaryIO) -> bool:
    """Whether a file belongs to the user who runs this; always so where files have no owner."""
    return not hasattr(os, "geteuid") or os.fstat(opened.fileno()).st_uid == os.geteuid()
