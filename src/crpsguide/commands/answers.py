"""What a command answered when everything was as it is now.

It is told again without any work, and without importing what works.
"""

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
from crpsguide.installed import builtin_templates, maker

MOST = 8  # answers that are kept, the latest ones
AT_ONCE = 2**20  # bytes of a file that are looked at together; a film may be larger than the memory
DEEPEST = 200  # folders in each other; nothing that lies half as deep is read
SETTLED = 2_000_000_000  # nanoseconds, after which a file that is changed gets another date on any disk

# Inode, size, and both dates in nanoseconds, which tell a file from itself changed, and what tells its content.
_LookedAt = tuple[int, int, int, int, str]
_Found = tuple[str, os.stat_result]  # a file or folder


@frozen
class Answer:
    """What a command said, and its exit status. `done` are the parts of its last line, which ends with the time."""

    status: int
    out: str = ""
    err: str = ""
    where: str = ""
    done: Sequence[str] = ()


class Answers:
    """The answers given on one guide to one command and its options, kept below `build/cache`.

    `asked` are that command and its options; `made` are the folders that the command fills. An answer counts as long as
    nothing that it was made from has changed, and what it made stands as it was left.
    """

    def __init__(self, guide: Path, *asked: object, made: Iterable[Path] = ()) -> None:
        self._file = guide / "build" / "cache" / "answers.json"
        self._looked_at_file = self._file.with_name("looked-at.json")
        self._guide = guide
        self._asked = asked
        self._made = tuple(made)
        self._began = time.time_ns()
        self._looked_at = _looked_at(_ours(self._looked_at_file))
        self._given = self._inputs()

    @property
    def digests(self) -> Mapping[str, str]:
        """What the guide's files held when the answer was asked for, by their paths."""
        return {path: digest for path, (*_, digest) in self._looked_at.items()}

    def recall(self) -> Answer | None:
        """The answer, if nothing has changed since it was given."""
        match self._kept().get(self._given):
            case {"made": str(made), "answer": [int(status), str(out), str(err), str(where), [*done]]}:
                is_so = made == _told_apart(map(_below, self._made))
                return Answer(status, out, err, where, [str(one) for one in done]) if is_so else None
        return None

    def keep(self, answer: Answer, *, since: int = 0) -> None:
        """Remember an answer, unless something changed while it was found.

        `since` tells when the first of the folders was filled with it, in nanoseconds since 1970.
        """
        if self._inputs() != self._given:
            return
        made = [_below(folder) for folder in self._made]
        if since and any(facts.st_ctime_ns > since for _, facts in made[0]):
            return  # another build has filled the folder since
        kept = {key: one for key, one in self._kept().items() if key != self._given}
        kept[self._given] = {"made": _told_apart(made), "answer": astuple(answer)}
        settled = {path: told for path, told in self._looked_at.items() if told[3] <= self._began - SETTLED}
        from crpsguide.cache import write_whole  # whoever answers anew has it already

        with contextlib.suppress(OSError):  # the next run works it out again
            self._file.parent.mkdir(exist_ok=True)
            write_whole(self._file, json.dumps(dict([*kept.items()][-MOST:])).encode())
            write_whole(self._looked_at_file, json.dumps(settled).encode())

    def _inputs(self) -> str:
        """A key for all that the answer depends on."""
        asked = (maker(), Path.cwd(), build_day(), source_timestamp(), *self._asked)
        parts = [f"{part}\0" for part in asked]
        web = self._guide / "build" / "cache" / "web.json"
        before, self._looked_at = self._looked_at, {}
        for root in (self._guide / "content", self._guide / "templates", builtin_templates(), web):
            for path, facts in _below(root):
                parts.append(f"{path} {facts.st_mode} {self._content(path, facts, before.get(path))}\n")
        return blake2b("".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def _content(self, path: str, facts: os.stat_result, before: _LookedAt | None) -> str:
        """What tells the content of a file; it is not read again if it cannot have changed since it was."""
        if stat.S_ISLNK(facts.st_mode):
            with contextlib.suppress(OSError):
                return _digest(path) if Path(path).is_file() else ""
        if not stat.S_ISREG(facts.st_mode):
            return ""
        told = facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns
        if before and before[:4] == told and facts.st_ctime_ns <= self._began - SETTLED:
            self._looked_at[path] = before
            return before[4]
        try:
            digest = _digest(path)
        except OSError:
            return ""
        self._looked_at[path] = (*told, digest)
        return digest

    def _kept(self) -> dict[str, dict[str, Any]]:
        return {key: one for key, one in _ours(self._file).items() if isinstance(one, dict)}


def _ours(file: Path) -> dict[str, Any]:
    """What a file of ours holds; nothing where there is none, or it is damaged or somebody else's."""
    if not file.is_file():
        return {}
    try:
        with file.open("rb") as opened:
            if hasattr(os, "geteuid") and os.fstat(opened.fileno()).st_uid != os.geteuid():
                return {}  # somebody else's words are not ours to tell
            kept = json.load(opened)
    except (OSError, RecursionError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _looked_at(kept: Mapping[str, Any]) -> dict[str, _LookedAt]:
    """What was looked at by the run before."""
    found = {}
    for path, told in kept.items():
        match told:
            case [int(inode), int(size), int(written), int(changed), str(digest)]:
                found[path] = inode, size, written, changed, digest
    return found


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 # of thousands of files the path is plain words
        digest = blake2b(digest_size=16)
        while part := file.read(AT_ONCE):
            digest.update(part)
        return digest.hexdigest()


def _told_apart(made: Iterable[Iterable[_Found]]) -> str:
    """A key for the files that were made, told apart without reading them."""
    told = [
        (path, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_mode)
        for folder in made
        for path, facts in folder
    ]
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _below(root: Path) -> Sequence[_Found]:
    """A file, or all that is in a folder and the folders in it, in order."""
    found: list[_Found] = []

    def gather(folder: str, depth: int) -> None:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for one in sorted(entries, key=attrgetter("name")):
                try:
                    found.append((one.path, one.stat(follow_symlinks=False)))
                except OSError:  # it vanished while we looked
                    continue
                if depth < DEEPEST and one.is_dir(follow_symlinks=False):
                    gather(one.path, depth + 1)

    if root.is_dir():
        gather(str(root), 0)
    else:
        with contextlib.suppress(OSError):
            found.append((str(root), root.lstat()))
    return found
