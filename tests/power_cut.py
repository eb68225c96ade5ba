"""Publishes with a power cut at every moment, on a simulated disk that keeps only what was flushed to it.

    python -m tests.power_cut GUIDE swaps|renames

A disk may write in any order what a program did not wait for (fsync). So after a cut, a file has the bytes of its last
fsync, and each folder has, independently, the entries of its last fsync or those of the moment of the cut. At every
moment of publishing, each combination is compared with what publishing promises.

`swaps` exchanges two folders in one step. `renames` simulates a system that cannot. Then the disk is assumed to have
a journal, as nearly all have: to move an entry from one folder to another is atomic.
"""

import functools
import itertools
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from tests.guides import read_files

import crpsguide.publish

FIRST_SITE = {"index.html": b"one", "a/b.html": b"two"}
CHANGED_SITE = {"index.html": b"ONE", "a/b.html": b"two", "c.html": b"three"}
LARGE_SITE = CHANGED_SITE | {f"{number}.html": b"page" for number in range(crpsguide.publish.MAX_SINGLE_SYNCS)}
DISK_EVENTS = ("open", "os.", "shutil.", "ctypes.")  # audit events by which Python announces a change of the disk
NEVER_FLUSHED = b"bytes that were never flushed"
MANIFESTS = ("published.json", "announced.json")
SITE, STAGING_FOLDER = "build/site", "build/.site.crpsguide"
KILLED = 9  # exit status

Files = Mapping[str, bytes]


class SimulatedDisk:
    """The state of a folder that would survive a power cut.

    The entries of the `journaled` folders change in one step. All files and folders are held open, so that the system
    reuses no inode number.
    """

    def __init__(self, root: Path, journaled: Sequence[Path] = ()) -> None:
        self.root = root
        self.journaled = journaled
        self.contents: dict[int, bytes] = {}  # by inode, as are the others
        self.entries: dict[int, Mapping[str, int]] = {}
        self.held_open: set[int] = set()
        self.flush_all()

    def flush(self, path: Path) -> None:
        """Keep the bytes of a file, or the entries of a folder, as `fsync` does."""
        for one in filter(Path.exists, self.journaled if path in self.journaled else (path,)):
            inode = one.stat().st_ino
            if inode not in self.held_open:
                os.open(one, os.O_RDONLY)
                self.held_open.add(inode)
            if one.is_dir():
                self.entries[inode] = _entries(one)
            else:
                self.contents[inode] = one.read_bytes()

    def flush_all(self) -> bool:
        """Keep everything, as `syncfs` does."""
        for path in (self.root, *self.root.rglob("*")):
            self.flush(path)
        return True

    def states_after_power_cut(self) -> Iterator[Files]:
        """All states in which a cut at this moment may leave the folder, each as contents by path."""
        unflushed = [
            entries
            for entries in self._current_entries()
            if any(self.entries.get(inode) != names for inode, names in entries.items())
        ]
        for are_written in itertools.product([False, True], repeat=len(unflushed)):
            entries = dict(self.entries)
            for changed in itertools.compress(unflushed, are_written):
                entries |= changed
            yield dict(self._files(self.root.stat().st_ino, "", entries))

    def _current_entries(self) -> Sequence[Mapping[int, Mapping[str, int]]]:
        """The entries of all folders by inode, in groups that the disk writes at once."""
        folders = [one for one in (self.root, *self.root.rglob("*")) if one.is_dir()]
        journaled = {one.stat().st_ino: _entries(one) for one in self.journaled if one.is_dir()}
        return [journaled, *({one.stat().st_ino: _entries(one)} for one in folders if one not in self.journaled)]

    def _files(self, folder: int, path: str, entries: Mapping[int, Mapping[str, int]]) -> Iterator[tuple[str, bytes]]:
        for name, inode in entries.get(folder, {}).items():
            if inode in entries:
                yield from self._files(inode, f"{path}{name}/", entries)
            else:
                yield f"{path}{name}", self.contents.get(inode, NEVER_FLUSHED)


def _entries(folder: Path) -> dict[str, int]:
    with os.scandir(folder) as entries:
        return {entry.name: entry.inode() for entry in entries}


def main(guide: Path, mode: str) -> None:
    """Cut the power in every step of a first site, of changed sites, and of builds after one that was killed."""
    journaled: list[Path] = []
    if mode == "renames":
        crpsguide.publish._exchange = lambda first, second: False
        journaled += guide / "build", guide / STAGING_FOLDER

    def cut_power(before: Files, after: Files) -> None:
        publish = functools.partial(publish_with_power_cuts, SimulatedDisk(guide, journaled), before, after)
        assert run_in_child(publish) == 0

    cut_power({}, FIRST_SITE)
    cut_power(FIRST_SITE, CHANGED_SITE)
    cut_power(CHANGED_SITE, LARGE_SITE)
    publish(guide, FIRST_SITE)
    for event_number in itertools.count(1):
        status = run_in_child(functools.partial(publish_and_kill, guide, CHANGED_SITE, event_number))
        cut_power(read_files(guide / SITE) or read_files(guide / STAGING_FOLDER / "old"), FIRST_SITE)
        if status == 0:
            print(event_number)
            break


def publish(guide: Path, files: Files) -> None:
    """Publish a site of these files."""
    site = {PurePosixPath(path): content for path, content in files.items()}
    crpsguide.publish.publish_files(site, (), guide / SITE, guide=guide)


def run_in_child(work: Callable[[], object]) -> int:
    """Call a function in a child process, and return its exit status."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def publish_and_kill(guide: Path, files: Files, event_number: int) -> None:
    """Publish, and end the process at its disk event of this number."""
    numbers = itertools.count(1)

    def end(event: str, _: object) -> None:
        if event.startswith(DISK_EVENTS) and next(numbers) == event_number:
            os._exit(KILLED)

    sys.addaudithook(end)
    publish(guide, files)


def publish_with_power_cuts(disk: SimulatedDisk, before: Files, after: Files) -> None:
    """Publish, and check at every disk event all states that a power cut may leave."""
    is_checking = False

    def check(event: str, _: object) -> None:
        nonlocal is_checking
        if event.startswith(DISK_EVENTS) and not is_checking:
            is_checking = True  # to look at the disk raises disk events too
            for state in disk.states_after_power_cut():
                _check_state(state, before, after)
            is_checking = False

    def fsync(descriptor: int) -> None:
        check("open", ())
        disk.flush(Path(f"/proc/self/fd/{descriptor}").readlink())
        check("open", ())

    setattr(os, "fsync", fsync)  # noqa: B010 # an assignment would be one of another type
    crpsguide.publish._sync_filesystem = lambda folder: disk.flush_all()
    sys.addaudithook(check)
    publish(disk.root, after)
    check("open", ())


def _check_state(state: Files, before: Files, after: Files) -> None:
    """The site is the old or the new one, and the manifests name all of its files."""
    # Where folders cannot be exchanged in one step, the next build restores the old one.
    site = _files_below(state, SITE) or _files_below(state, f"{STAGING_FOLDER}/old")
    assert site in (before, after), site
    manifests = [state.get(f"{STAGING_FOLDER}/{name}", b"[]") for name in MANIFESTS]
    named = {path for text in manifests if text not in (b"", NEVER_FLUSHED) for path in json.loads(text)}
    assert site.keys() <= named, (site, manifests)


def _files_below(state: Files, folder: str) -> Files:
    start = f"{folder}/"
    return {path.removeprefix(start): content for path, content in state.items() if path.startswith(start)}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
