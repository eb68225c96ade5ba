"""A cache of whole command runs: while no input has changed, the outcome is replayed without importing any stage."""

import contextlib
import json
import os
import stat
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any

from crpsguide.commands.clock import build_day, source_timestamp
from crpsguide.frozen import frozen
from crpsguide.installed import builtin_templates, program_digest

MAX_OUTCOMES = 8  # the latest ones are kept
CHUNK_SIZE = 2**20  # bytes; a film may be larger than the memory
MAX_DEPTH = 200  # nested folders; nothing half as deep is read as content
# Nanoseconds. A file changed again within this time could keep its dates: the clock of some disks is that coarse.
SETTLING_TIME = 2_000_000_000

_StatAndDigest = tuple[int, int, int, int, str]  # inode, size, mtime and ctime in nanoseconds, digest of the content
_Entry = tuple[str, os.stat_result]  # path and status of a file or folder


@frozen
class Outcome:
    """What a command printed, and its exit status.

    `where` is the folder that was published, empty if none was; `summary` are the parts of the last line about it,
    which ends with the seconds that this run took.
    """

    status: int
    out: str = ""
    err: str = ""
    where: str = ""
    summary: Sequence[str] = ()


class OutcomeCache:
    """The outcomes of one command line on one guide, kept below `build/cache`.

    `arguments` are the command and its options; `outputs` the folders that the command writes. An outcome is a hit
    only while its inputs are unchanged and the outputs are as it left them.
    """

    def __init__(self, guide: Path, *arguments: object, outputs: Iterable[Path] = ()) -> None:
        self._file = guide / "build" / "cache" / "outcomes.json"
        self._digests_file = self._file.with_name("digests.json")
        self._guide = guide
        self._arguments = arguments
        self._outputs = tuple(outputs)
        self._started = time.time_ns()
        self._digests = _valid_digests(_read_json(self._digests_file))
        self._key = self._input_key()

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each input file when this run began, by path."""
        return {path: digest for path, (*_, digest) in self._digests.items()}

    def get(self) -> Outcome | None:
        """The cached outcome; None if there is none, or something has changed since."""
        match self._entries().get(self._key):
            case {"outputs": str(outputs), "outcome": [int(status), str(out), str(err), str(where), [*summary]]}:
                is_current = outputs == _stat_key(map(_walk, self._outputs))
                return Outcome(status, out, err, where, [str(part) for part in summary]) if is_current else None
        return None

    def put(self, outcome: Outcome, *, since: int = 0) -> None:
        """Save an outcome, unless an input changed while the command ran.

        `since` is when this run had published the first output folder, in nanoseconds since 1970; 0 if it did not.
        """
        if self._input_key() != self._key:
            return
        outputs = [_walk(folder) for folder in self._outputs]
        if since and any(status.st_ctime_ns > since for _, status in outputs[0]):
            return  # another build has published there since
        entries = {key: entry for key, entry in self._entries().items() if key != self._key}
        entries[self._key] = {"outputs": _stat_key(outputs), "outcome": astuple(outcome)}
        settled = {path: known for path, known in self._digests.items() if known[3] <= self._started - SETTLING_TIME}
        from crpsguide.cache import write_whole  # a replayed outcome needs no import; here it is imported already

        with contextlib.suppress(OSError):  # the next run is a miss
            self._file.parent.mkdir(exist_ok=True)
            write_whole(self._file, json.dumps(dict([*entries.items()][-MAX_OUTCOMES:])).encode())
            write_whole(self._digests_file, json.dumps(settled).encode())

    def _input_key(self) -> str:
        """A key for all inputs of the command; updates the digests of files on the way."""
        context = (program_digest(), Path.cwd(), build_day(), source_timestamp(), *self._arguments)
        parts = [f"{part}\0" for part in context]
        web = self._guide / "build" / "cache" / "web.json"
        before, self._digests = self._digests, {}
        for root in (self._guide / "content", self._guide / "templates", builtin_templates(), web):
            for path, status in _walk(root):
                parts.append(f"{path} {status.st_mode} {self._content_digest(path, status, before.get(path))}\n")
        return blake2b("".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def _content_digest(self, path: str, status: os.stat_result, before: _StatAndDigest | None) -> str:
        """The digest of a file, read again only if its content may have changed; empty for what is no file."""
        if stat.S_ISLNK(status.st_mode):
            with contextlib.suppress(OSError):
                return _digest(path) if Path(path).is_file() else ""
        if not stat.S_ISREG(status.st_mode):
            return ""
        facts = status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
        if before and before[:4] == facts and status.st_ctime_ns <= self._started - SETTLING_TIME:
            self._digests[path] = before
            return before[4]
        try:
            digest = _digest(path)
        except OSError:
            return ""
        self._digests[path] = (*facts, digest)
        return digest

    def _entries(self) -> dict[str, dict[str, Any]]:
        return {key: entry for key, entry in _read_json(self._file).items() if isinstance(entry, dict)}


def _read_json(file: Path) -> dict[str, Any]:
    """The object in a cache file; empty when the file is missing, damaged or owned by another user."""
    if not file.is_file():
        return {}
    try:
        with file.open("rb") as opened:
            if hasattr(os, "geteuid") and os.fstat(opened.fileno()).st_uid != os.geteuid():
                return {}  # its text would be printed as ours
            content = json.load(opened)
    except (OSError, RecursionError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _valid_digests(content: Mapping[str, Any]) -> dict[str, _StatAndDigest]:
    """The well-formed entries of the file of digests."""
    found = {}
    for path, entry in content.items():
        match entry:
            case [int(inode), int(size), int(modified), int(changed), str(digest)]:
                found[path] = inode, size, modified, changed, digest
    return found


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 # str paths are faster, for thousands of files
        digest = blake2b(digest_size=16)
        while chunk := file.read(CHUNK_SIZE):
            digest.update(chunk)
        return digest.hexdigest()


def _stat_key(folders: Iterable[Iterable[_Entry]]) -> str:
    """A key for the files in some folders, from their status alone: they are not read."""
    facts = [
        (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_mode)
        for folder in folders
        for path, status in folder
    ]
    return blake2b(repr(facts).encode(), digest_size=16).hexdigest()


def _walk(root: Path) -> Sequence[_Entry]:
    """A file, or everything below a folder, sorted by name; symbolic links are not followed."""
    found: list[_Entry] = []

    def walk(folder: str, depth: int) -> None:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=attrgetter("name")):
                try:
                    found.append((entry.path, entry.stat(follow_symlinks=False)))
                except OSError:  # deleted meanwhile
                    continue
                if depth < MAX_DEPTH and entry.is_dir(follow_symlinks=False):
                    walk(entry.path, depth + 1)

    if root.is_dir():
        walk(str(root), 0)
    else:
        with contextlib.suppress(OSError):
            found.append((str(root), root.lstat()))
    return found
