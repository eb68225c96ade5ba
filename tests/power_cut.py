"""Publish with the power cut at every moment, on a disk that has kept only what it was told to keep.

    python -m tests.power_cut GUIDE swaps|renames

A disk may write what a program did in any order, unless the program waits for it (fsync). So after a cut a file holds
what it held when it was settled last, and each folder has, for itself, the names of then or those of the cut. All that
may be left is put together, for every moment, and held against what publishing promises.

Where two folders cannot change places (`renames`), the disk must at least keep a journal, as nearly all do: then to
move a name from one folder to another is one step.
"""

import functools
import itertools
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

import crpsguide.publish

ONE = {"index.html": b"one", "a/b.html": b"two"}
TWO = {"index.html": b"ONE", "a/b.html": b"two", "c.html": b"three"}
MANY = TWO | {f"{number}.html": b"page" for number in range(crpsguide.publish.MAX_SINGLE_SYNCS)}
CHANGES = ("open", "os.", "shutil.", "ctypes.")
LOST = b"what the disk never got"
OUR_NOTES = ("published.json", "announced.json")

Left = Mapping[str, bytes]


class Disk:
    """What stands for good below a folder. All of it is held open, so that no number is given twice.

    The names in the `joined` folders change in one step.
    """

    def __init__(self, root: Path, joined: Sequence[Path] = ()) -> None:
        self.root = root
        self.joined = joined
        self.contents: dict[int, bytes] = {}
        self.names: dict[int, dict[str, int]] = {}
        self.held: set[int] = set()
        self.settle_all()

    def settle(self, path: Path) -> None:
        """Keep a file's bytes, or a folder's names."""
        for one in filter(Path.exists, self.joined if path in self.joined else (path,)):
            number = one.stat().st_ino
            if number not in self.held:
                os.open(one, os.O_RDONLY)
                self.held.add(number)
            if one.is_dir():
                self.names[number] = _names(one)
            else:
                self.contents[number] = one.read_bytes()

    def settle_all(self) -> bool:
        """Keep everything, as `syncfs` does."""
        for path in (self.root, *self.root.rglob("*")):
            self.settle(path)
        return True

    def after_a_cut(self) -> Iterator[Left]:
        """All that may be left, each as files by their paths."""
        folders = [one for one in (self.root, *self.root.rglob("*")) if one.is_dir()]
        now = {one: {one.stat().st_ino: _names(one)} for one in folders if one not in self.joined}
        at_once = {one.stat().st_ino: _names(one) for one in self.joined if one.is_dir()}
        unsure = [
            one
            for one in (at_once, *now.values())
            if any(self.names.get(number) != names for number, names in one.items())
        ]
        for are_late in itertools.product([True, False], repeat=len(unsure)):
            names = dict(self.names)
            for found, is_late in zip(unsure, are_late, strict=True):
                names |= {} if is_late else found
            yield dict(self._files(self.root.stat().st_ino, "", names))

    def _files(self, folder: int, path: str, names: Mapping[int, Mapping[str, int]]) -> Iterator[tuple[str, bytes]]:
        for name, number in names.get(folder, {}).items():
            if number in names:
                yield from self._files(number, f"{path}{name}/", names)
            else:
                yield f"{path}{name}", self.contents.get(number, LOST)


def _names(folder: Path) -> dict[str, int]:
    with os.scandir(folder) as entries:
        return {entry.name: entry.inode() for entry in entries}


def publish(guide: Path, files: Left) -> None:
    """Publish a site of these files."""
    named = {PurePosixPath(name): content for name, content in files.items()}
    crpsguide.publish.publish_files(named, (), guide / "build/site", guide=guide)


def in_a_child(work: Callable[[], object]) -> int:
    """Do something in a process of its own: its status, 9 when it was ended midway."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(guide: Path, files: Left, moment: int) -> None:
    """Publish, and end the process at a moment."""
    moments = itertools.count(1)

    def end(event: str, _: object) -> None:
        if event.startswith(CHANGES) and next(moments) == moment:
            os._exit(9)

    sys.addaudithook(end)
    publish(guide, files)


def watched(disk: Disk, before: Left, after: Left) -> None:
    """Publish, and hold all that may be left at every moment against what is promised."""
    is_looking = False

    def look(event: str, _: object) -> None:
        nonlocal is_looking
        if event.startswith(CHANGES) and not is_looking:
            is_looking = True
            for left in disk.after_a_cut():
                _hold(left, before, after)
            is_looking = False

    def settle(opened: int) -> None:
        look("open", ())
        disk.settle(Path(f"/proc/self/fd/{opened}").readlink())
        look("open", ())

    setattr(os, "fsync", settle)  # noqa: B010 # an assignment would be one of another type
    crpsguide.publish._sync_filesystem = lambda folder: disk.settle_all()
    sys.addaudithook(look)
    publish(disk.root, after)
    look("open", ())


def _hold(left: Left, before: Left, after: Left) -> None:
    standing, aside = (_below(left, folder) for folder in ("build/site/", "build/.site.crpsguide/old/"))
    site = standing or aside  # where folders cannot change places the next build puts the old one back
    assert site in (before, after), site
    notes = [left.get(f"build/.site.crpsguide/{name}", b"[]") for name in OUR_NOTES]
    known = {name for note in notes if note not in (b"", LOST) for name in json.loads(note)}
    assert site.keys() <= known, (site, notes)


def _below(left: Left, folder: str) -> Left:
    return {name.removeprefix(folder): data for name, data in left.items() if name.startswith(folder)}


def main(guide: Path, way: str) -> None:
    """Cut the power in every step of a first site, of changes, and of builds after one that was ended midway."""
    joined: list[Path] = []
    if way == "renames":
        crpsguide.publish._exchange = lambda first, second: False
        joined += guide / "build", guide / "build/.site.crpsguide"

    def watch(before: Left, after: Left) -> None:
        assert in_a_child(lambda: watched(Disk(guide, joined), before, after)) == 0

    watch({}, ONE)
    watch(ONE, TWO)
    watch(TWO, MANY)
    publish(guide, ONE)
    for moment in itertools.count(1):
        status = in_a_child(functools.partial(killed, guide, TWO, moment))
        watch(tree(guide / "build/site") or tree(guide / "build/.site.crpsguide/old"), ONE)
        if status == 0:
            print(moment)
            break


def tree(folder: Path) -> Left:
    """All files below a folder."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
