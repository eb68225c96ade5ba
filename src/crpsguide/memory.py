"""What earlier runs worked out, kept in a folder that may be deleted at any time.

A shelf is one file: a line of JSON, then the values one behind the other. A file that is damaged, was made by
another version or belongs to somebody else counts as empty. Nothing in a file is ever run: only values of the
model are made of it.
"""

import contextlib
import json
import os
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from crpsguide.installed import maker
from crpsguide.model import FORGETFUL, Shelf, dumped, loaded

# What a value says that cannot be made of its bytes: it is worked out anew.
# Source: https://docs.python.org/3/library/pickle.html#pickle.UnpicklingError
DAMAGE = (
    *(pickle.UnpicklingError, EOFError, AttributeError, ImportError, LookupError),
    *(ArithmeticError, AssertionError, MemoryError, RecursionError, TypeError, ValueError),
)
LONGEST_UNUSED = 4  # runs that save the shelf, after which a value that none of them asked for is let go


class Memory:
    """The shelves in one folder; without a folder nothing is remembered.

    With `is_saved` unset, what is new is remembered as long as the process runs.
    """

    def __init__(self, folder: Path | None, *, is_saved: bool = True) -> None:
        self._folder = folder
        self._is_saved = is_saved
        self._shelves: dict[str, DiskShelf] = {}

    def shelf(self, name: str) -> Shelf:
        """The shelf of a name, such as `read`; read from the disk when it is first asked for."""
        if self._folder is None:
            return FORGETFUL
        if name not in self._shelves:
            self._shelves[name] = DiskShelf(self._folder / f"{name}.shelf")
        return self._shelves[name]

    @contextlib.contextmanager
    def saved(self) -> Iterator[None]:
        """Write what is new at the end, however it ends: what was worked out need not be worked out again."""
        try:
            yield
        finally:
            self.save()

    def save(self) -> None:
        """Write what is new. A disk that refuses costs the next run time, and nothing else."""
        for shelf in self._shelves.values() if self._is_saved else ():
            with contextlib.suppress(OSError):
                shelf.save()


NO_MEMORY = Memory(None)


class DiskShelf:
    """One file of values by key, read whole and written whole."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._blobs, self._unused = _read(file)
        self._values: dict[str, Any] = {}  # asked for before: a preview asks again and again
        self._used: set[str] = set()
        self._is_new = False

    def recall(self, key: str) -> Any:
        """The value kept under a key; None when there is none."""
        if key not in self._values:
            blob = self._blobs.get(key)
            if blob is None:
                return None
            try:
                self._values[key] = loaded(blob)
            except DAMAGE:
                return None
        self._used.add(key)
        return self._values[key]

    def keep(self, key: str, value: object) -> None:
        """Remember a value for runs to come."""
        self._blobs[key] = memoryview(dumped(value))
        self._values.pop(key, None)
        self._used.add(key)
        self._is_new = True

    def save(self) -> None:
        """Write the file anew, in one step, if anything was added."""
        if not self._is_new:
            return
        unused = {key: 0 if key in self._used else self._unused.get(key, 0) + 1 for key in self._blobs}
        kept = [key for key in self._blobs if unused[key] <= LONGEST_UNUSED]
        body = [self._blobs[key] for key in kept]
        index = [[key, len(self._blobs[key]), unused[key]] for key in kept]
        header = json.dumps({"maker": maker(), "sum": _sum(*body), "index": index})
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, header.encode(), b"\n", *body)
        self._is_new = False


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


def _read(file: Path) -> tuple[dict[str, memoryview], dict[str, int]]:
    """The values of a file by key, and for how many runs nobody has asked for them."""
    try:
        with file.open("rb") as opened:
            if hasattr(os, "geteuid") and os.fstat(opened.fileno()).st_uid != os.geteuid():
                return {}, {}
            header, body = json.loads(opened.readline()), memoryview(opened.read())
        if header["maker"] != maker() or header["sum"] != _sum(body):
            return {}, {}
        blobs, unused, at = {}, {}, 0
        for key, length, runs in header["index"]:
            blobs[key], unused[key] = body[at : at + length], runs
            at += length
    except (OSError, ValueError, KeyError, TypeError):  # none yet, or damaged
        return {}, {}
    return blobs, unused


def _sum(*parts: bytes | memoryview) -> int:
    """What tells a file that was damaged; who may write one may write its sum too."""
    made = 0
    for part in parts:
        made = crc32(part, made)
    return made
