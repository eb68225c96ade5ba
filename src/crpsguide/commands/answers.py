"""What a command answered when everything was as it is now.

It is told again without any work, and without importing what works.
"""

import contextlib
import json
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path
from typing import Any

from crpsguide.commands.clock import build_day, source_timestamp
from crpsguide.frozen import frozen
from crpsguide.installed import builtin_templates, maker

MOST = 8  # answers that are kept, the latest ones
AT_ONCE = 2**20  # bytes of a file that are looked at together; a film may be larger than the memory
DEEPEST = 200  # folders in each other; nothing that lies half as deep is read
SETTLED = 2_000_000_000  # nanoseconds, after which a file that is changed gets another date on any disk

_Facts = tuple[int, int, int, int]  # inode, size, and both dates in nanoseconds: what tells a file from itself changed


@frozen
class Answer:
    """What a command said, and its exit status. `done` are the parts of its last line, which ends with the time."""

    status: int
    out: str = ""
    err: str = ""
    where: str = ""
    done: Sequence[str] = ()


class Answers:
    """The answers given on one guide to one wish, kept below `build/cache`.

    `asked` tells the wish from others; `made` are the folders that the command fills. An answer counts as long as
    nothing that it was made from has changed, and what it made stands as it was left.
    """

    def __init__(self, guide: Path, *asked: object, made: Iterable[Path] = ()) -> None:
        self._file = guide / "build" / "cache" / "answers.json"
        self._guide = guide
        self._asked = asked
        self._made = tuple(made)
        self._began = time.time_ns()
        self._looked_at: dict[str, tuple[_Facts, str]] = {}
        self._given = self._inputs()

    @property
    def digests(self) -> Mapping[str, str]:
        """What the guide's files held when the answer was asked for, by their paths."""
        return {path: digest for path, (_, digest) in self._looked_at.items()}

    def recall(self) -> Answer | None:
        """The answer, if nothing has changed since it was given."""
        match self._kept().get(self._given):
            case {"made": str(made), "answer": [int(status), str(out), str(err), str(where), [*done]]}:
                is_so = made == _standing(self._made)
                return Answer(status, out, err, where, [str(one) for one in done]) if is_so else None
        return None

    def keep(self, answer: Answer, *, site: Path | None = None, since: int = 0) -> None:
        """Remember an answer, unless something changed while it was found.

        `site` is the folder that was filled with it, `since` when, in nanoseconds since 1970.
        """
        if self._inputs() != self._given or not self._file.parent.parent.is_dir():
            return
        if site and any(facts.st_ctime_ns > since for _, facts in _files(site)):
            return  # another build has filled the folder since
        kept = {key: one for key, one in self._kept().items() if key != self._given}
        kept[self._given] = {"made": _standing(self._made), "answer": astuple(answer)}
        from crpsguide.memory import write_whole  # whoever answers anew has it already

        with contextlib.suppress(OSError):  # the next run works it out again
            self._file.parent.mkdir(exist_ok=True)
            write_whole(self._file, json.dumps(dict([*kept.items()][-MOST:])).encode())

    def _inputs(self) -> str:
        """A key for all that the answer depends on."""
        key = blake2b(digest_size=16)
        for part in (maker(), Path.cwd(), build_day(), source_timestamp(), *self._asked):
            key.update(f"{part}\0".encode())
        web = self._guide / "build" / "cache" / "web.json"
        for root in (self._guide / "content", self._guide / "templates", builtin_templates(), web):
            for path, facts in _files(root):
                line = f"{path} {facts.st_mode} {self._content(path, facts)}\n"
                key.update(line.encode("utf-8", "surrogateescape"))
        return key.hexdigest()

    def _content(self, path: str, facts: os.stat_result) -> str:
        """What tells the content of a file; it is not read again if it cannot have changed since it was."""
        if stat.S_ISLNK(facts.st_mode):
            with contextlib.suppress(OSError):
                return _digest(path) if Path(path).is_file() else ""
        if not stat.S_ISREG(facts.st_mode):
            return ""
        told = facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns
        before, digest = self._looked_at.get(path, (None, ""))
        if before != told or facts.st_ctime_ns > self._began - SETTLED:
            try:
                digest = _digest(path)
            except OSError:
                return ""
            self._looked_at[path] = told, digest
        return digest

    def _kept(self) -> dict[str, dict[str, Any]]:
        if not self._file.is_file():
            return {}
        try:
            with self._file.open("rb") as file:
                if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_uid != os.geteuid():
                    return {}  # somebody else's words are not ours to tell
                kept = json.load(file)
        except (OSError, RecursionError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _digest(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 # of thousands of files the path is plain words
        digest = blake2b(digest_size=16)
        while part := file.read(AT_ONCE):
            digest.update(part)
        return digest.hexdigest()


def _standing(folders: Iterable[Path]) -> str:
    """A key for the files that were made, told apart without reading them."""
    key = blake2b(digest_size=16)
    for path, facts in sorted(one for folder in folders for one in _files(folder)):
        told = (path, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_mode)
        key.update(repr(told).encode())
    return key.hexdigest()


def _files(root: Path) -> Iterator[tuple[str, os.stat_result]]:
    with contextlib.suppress(OSError):
        if root.is_dir():
            yield from _below(str(root))
        else:
            yield str(root), root.lstat()


def _below(folder: str, depth: int = 0) -> Iterator[tuple[str, os.stat_result]]:
    """All that is in a folder and the folders in it; plain words for paths, of which a guide has thousands."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for one in sorted(found, key=lambda one: one.name):
            with contextlib.suppress(OSError):
                yield one.path, one.stat(follow_symlinks=False)
                if depth < DEEPEST and one.is_dir(follow_symlinks=False):
                    yield from _below(one.path, depth + 1)
