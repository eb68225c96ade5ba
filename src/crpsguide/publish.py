"""Puts the finished site in its folder: whole or not at all, and nothing of anybody else's is lost.

Beside an output folder `site` stands our own folder `.site.crpsguide`. It holds the list of
the files that we published, the lock, and, while a build runs, the new site.
"""

import contextlib
import ctypes
import errno
import filecmp
import json
import os
import re
import shutil
import stat
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path, PurePosixPath

from crpsguide.errors import GuideError
from crpsguide.frozen import frozen
from crpsguide.model import Asset

FILE_MODE = 0o644  # readable for any web server, whatever the editor's umask
FOLDER_MODE = 0o755
AT_FDCWD = -100  # linux/fcntl.h: paths count from the working directory
RENAME_EXCHANGE = 2  # linux/fs.h
MOST_ONE_BY_ONE = 64  # paths; 800 took a disk 0.6 to 2.7 seconds one by one, and 0.02 seconds together
DESK = re.compile(r"\..*\.crpsguide")
NO_FOLDERS = (errno.EINVAL, errno.ENOTSUP)  # what a disk answers that settles no folders by themselves
REASONS = {
    errno.EACCES: "there is no permission to write there",
    errno.EPERM: "there is no permission to write there",
    errno.EROFS: "there is no permission to write there: the disk is read-only",
    errno.ENOSPC: "there is no space left on the disk",
    errno.EDQUOT: "there is no space left in your share of the disk",
    errno.EFBIG: "a file is larger than this system allows",
    errno.EMFILE: "this system allows too few open files (see “ulimit -n”)",
    errno.ENAMETOOLONG: "the name of a file is longer than this system allows",
}
# What another folder or disk may take.
ELSEWHERE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT})


@frozen
class Published:
    """Where the site stands, since when (nanoseconds since 1970), and whether this build changed anything in it."""

    folder: Path
    changed: bool
    at: int


def publish_files(
    files: Mapping[PurePosixPath, bytes],
    assets: Iterable[Asset],
    output: Path,
    *,
    guide: Path,
    timestamp: int | None = None,
) -> Published:
    """Make `output` hold these files and no others, in one step.

    Whenever the process is ended or the power is cut, the folder holds the site of before or the
    new one. A folder that is a symbolic link stays one: the site goes where it leads. `timestamp`,
    in seconds since 1970, becomes the date of every file.

    Raises:
        GuideError: the folder is not ours to fill, another build is filling it, or the disk refuses.
    """
    with _disk_troubles_told(output):
        folder = _resolved(output)
        _refuse_precious(folder, guide.resolve())
        desk = _Desk(folder)
        if not desk.path.exists():  # before anything is put beside a folder that is not ours
            _refuse_foreign(folder, _files_below(folder), frozenset())
        with desk.locked():
            desk.tidy()
            standing = _files_below(folder)
            _refuse_foreign(folder, standing, desk.written)
            wanted: dict[str, bytes | Path] = {str(asset.address): asset.file for asset in assets}
            wanted |= {str(address): file for address, file in files.items()}
            _refuse_outside(wanted)
            unchanged = {one for one in standing & wanted.keys() if _is_same(f"{folder}/{one}", wanted[one], timestamp)}
            if unchanged == standing == wanted.keys():
                return Published(folder, changed=False, at=time.time_ns())
            try:
                _settle(_write_site(desk.new, wanted, timestamp, folder, unchanged))
                desk.announce(wanted)
                desk.swap()
            finally:
                desk.tidy()
            return Published(folder, changed=True, at=time.time_ns())


class _Desk:
    """Our own folder beside the output folder, where a site is made ready."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder.with_name(f".{folder.name}.crpsguide")  # as DESK
        self.new = self.path / "new"
        self.old = self.path / "old"
        self.announced = self.path / "announced.json"
        self.published = self.path / "published.json"

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the desk alone. The system itself lets go when the process ends, however it ends."""
        import fcntl  # not on Windows, where the other commands work all the same

        self.path.mkdir(parents=True, exist_ok=True)
        opened = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o666)  # waits for nobody, even at a pipe
        with os.fdopen(opened, "w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise GuideError(
                    f"Another build is writing to the output folder {self.folder} at this moment.",
                    "Wait until it has finished, then build again.",
                ) from None
            yield

    @property
    def written(self) -> frozenset[str]:
        """The files that we wrote into the output folder, as paths below it."""
        return _names_in(self.published)

    def announce(self, names: Iterable[str]) -> None:
        """Note what the swap will bring, so that it is known as ours even if the process ends then."""
        self.announced.write_text(json.dumps(sorted(names)), encoding="ascii")
        _settle((self.announced, self.path))

    def swap(self) -> None:
        """Put the new site in place of the old one."""
        standing = self.folder.exists()
        if not (standing and _exchange(self.new, self.folder)):
            if standing:
                self.folder.rename(self.old)
            self.new.rename(self.folder)
        _settle((self.folder.parent, self.path))  # before anything of the old site is taken away
        self.announced.replace(self.published)

    def tidy(self) -> None:
        """Take away what a build left that did not come to its end."""
        if self.old.exists() and not self.folder.exists():
            self.old.rename(self.folder)
        for left in (self.new, self.old):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink(missing_ok=True)  # none of ours
        if self.announced.exists():
            # The swap may have happened or not: the files of both sites are ours.
            both = self.path / "both.json"
            both.write_text(json.dumps(sorted(self.written | _names_in(self.announced))), encoding="ascii")
            _settle((both,))
            both.replace(self.published)
            self.announced.unlink()


def _resolved(output: Path) -> Path:
    folder = Path(os.path.realpath(output))  # of a loop `Path.resolve` tells only up to Python 3.12
    if folder.is_symlink():
        raise GuideError(f"The output folder {output} is a link that leads to itself.")
    return folder


def _names_in(list_file: Path) -> frozenset[str]:
    try:
        names = json.loads(list_file.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError, RecursionError):  # none yet, cut off before the swap, or not ours
        return frozenset()
    return frozenset(one for one in names if isinstance(one, str)) if isinstance(names, list) else frozenset()


def _refuse_precious(folder: Path, guide: Path) -> None:
    """Refuse places where a mistake would cost more than a site."""
    content, templates = guide / "content", guide / "templates"
    for precious, name in ((_home(), "your home folder"), (content, "the guide's content"), (guide, "the guide")):
        if precious is not None and precious.is_relative_to(folder):
            raise GuideError(
                f"The output folder cannot be {folder}: it holds {name}.",
                "Name an empty or new folder, such as “--output build/site”.",
            )
    if any(DESK.fullmatch(part) for part in folder.parts):
        raise GuideError(
            f"The output folder cannot be {folder}: crpsguide makes sites ready there, and clears it.",
            "Name another folder, such as “--output build/site”.",
        )
    if folder.is_relative_to(content) or folder.is_relative_to(templates) or ".git" in folder.parts:
        raise GuideError(
            f"The output folder cannot be {folder}: it lies within the files that the site is made from.",
            "Name a folder outside, such as “--output build/site”.",
        )
    if within := next((one for one in folder.parents[:-1] if _Desk(one).published.exists()), None):
        raise GuideError(
            f"The output folder cannot be {folder}: it lies within the site in {within}.",
            "Name a folder beside that one, for each build replaces the whole of it.",
        )
    if folder.exists() and not folder.is_dir():
        raise GuideError(f"The output folder cannot be {folder}: that is a file.", "Name a folder.")
    if (folder / ".git").exists():
        raise GuideError(
            f"The output folder cannot be {folder}: it is a working copy with a history (.git).",
            "Build into another folder and copy the site from there.",
        )


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # a user whom the system does not know, as in some containers
        return None


def _refuse_foreign(folder: Path, standing: Set[str], written: Set[str]) -> None:
    """Refuse a folder with files that we did not write: the swap would take them away."""
    foreign = sorted(standing - written)
    if foreign and not written:
        raise GuideError(
            f"The output folder {folder} is not empty, and crpsguide did not make what is in it.",
            "Name an empty or new folder, or remove what is in this one.",
        )
    if foreign:
        raise GuideError(
            f"The output folder {folder} holds files that crpsguide did not write, such as {foreign[0]}.",
            "Move them elsewhere: each build replaces the whole folder.",
        )


def _refuse_outside(names: Iterable[str]) -> None:
    for name in names:
        if name.startswith("/") or ".." in name.split("/"):
            raise GuideError(f"The file {name} would be written outside the output folder.")


# Below, paths are plain words: of the thousands of files of a site, most are only looked at.


def _files_below(folder: Path) -> Set[str]:
    """Everything but plain folders, as paths below the folder. Links count as files."""
    found: set[str] = set()

    def gather(path: str, below: str) -> None:
        with contextlib.suppress(OSError), os.scandir(path) as entries:
            for one in entries:
                if one.is_dir(follow_symlinks=False):
                    gather(one.path, f"{below}{one.name}/")
                else:
                    found.add(below + one.name)

    gather(str(folder), "")
    return found


def _is_same(published: str, wanted: bytes | Path, timestamp: int | None) -> bool:
    """Whether a file is there as it is to be, down to mode and date."""
    try:
        facts = os.lstat(published)
        if facts.st_mode != stat.S_IFREG | FILE_MODE or timestamp not in (None, int(facts.st_mtime)):
            return False
        if isinstance(wanted, Path):
            return filecmp.cmp(published, wanted, shallow=False)
        if facts.st_size != len(wanted):
            return False
        with open(published, "rb", buffering=0) as file:  # noqa: PTH123 # see above
            return file.read() == wanted
    except OSError:  # not there, or not to be read: it is written anew
        return False


def _write_site(
    folder: Path, wanted: Mapping[str, bytes | Path], timestamp: int | None, standing: Path, unchanged: Set[str]
) -> Sequence[Path]:
    """Make a new folder with all files, with modes and dates that depend on nothing around us.

    Files that stand unchanged in the site of before get a second name instead of a copy. What is
    new comes back: files and folders.
    """
    written = []
    parents = {""}
    for name in wanted:
        parent = name.rpartition("/")[0]
        while parent not in parents:
            parents.add(parent)
            parent = parent.rpartition("/")[0]
    folders = [folder / parent for parent in sorted(parents)]
    for one in folders:
        one.mkdir()
    for name, file in wanted.items():
        if name in unchanged and _linked(f"{standing}/{name}", f"{folder}/{name}"):
            continue
        path = folder / name
        if isinstance(file, Path):
            shutil.copyfile(file, path)
        else:
            path.write_bytes(file)
        path.chmod(FILE_MODE)
        if timestamp is not None:
            os.utime(path, (timestamp, timestamp))
        written.append(path)
    for one in reversed(folders):
        one.chmod(FOLDER_MODE)
        if timestamp is not None:
            os.utime(one, (timestamp, timestamp))
    return [*written, *reversed(folders)]


def _settle(paths: Sequence[Path]) -> None:
    """Wait until these files and folders stand on the disk: what follows may not get there before them."""
    if len(paths) > MOST_ONE_BY_ONE and _settle_whole_disk(paths[0].parent):
        return
    for path in paths:
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        except OSError as error:
            if not (path.is_dir() and error.errno in NO_FOLDERS):
                raise
        finally:
            os.close(opened)


def _settle_whole_disk(folder: Path) -> bool:
    """Settle all that was written to the disk of a folder; False where the system cannot, or it went wrong."""
    sync = getattr(ctypes.CDLL(None), "syncfs", None)
    if sync is None:
        return False
    opened = os.open(folder, os.O_RDONLY)
    try:
        return bool(sync(opened) == 0)
    finally:
        os.close(opened)


def _linked(file: str, other: str) -> bool:
    """Give a file a second name; False where the disk knows no such thing."""
    try:
        os.link(file, other)
    except OSError:
        return False
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk cannot."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


@contextlib.contextmanager
def _disk_troubles_told(output: Path) -> Iterator[None]:
    """Say in an editor's words what the disk refused."""
    try:
        yield
    except RecursionError:
        raise GuideError(
            f"The output folder {output} holds a thousand folders in each other.", "Take them away, and build again."
        ) from None
    except OSError as error:
        reason = REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())
        at = f" ({error.filename})" if error.filename else ""
        elsewhere = (
            " To publish to another disk or folder, name it with “--output”." if error.errno in ELSEWHERE else ""
        )
        raise GuideError(
            f"The output folder {output} cannot be written: {reason}{at}.",
            f"What was published there before is untouched.{elsewhere}",
        ) from error
