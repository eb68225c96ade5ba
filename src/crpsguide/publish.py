"""Publishes the finished files atomically, and never deletes a file that crpsguide did not write.

Next to an output folder `site` is a staging folder `.site.crpsguide`. It holds the list of published files, the lock,
and the new site while a build runs.
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
AT_FDCWD = -100  # linux/fcntl.h: paths are relative to the working directory
RENAME_EXCHANGE = 2  # linux/fs.h
MAX_SINGLE_SYNCS = 64  # paths; 800 took 0.6 to 2.7 seconds with one fsync each, and 0.02 seconds with one syncfs
STAGING_FOLDER = re.compile(r"\..*\.crpsguide")
FOLDER_SYNC_UNSUPPORTED = (errno.EINVAL, errno.ENOTSUP)  # from file systems without fsync for folders
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
# Errors that another folder or disk may not have.
LOCATION_ERRORS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT})


@frozen
class Published:
    """The published site: its folder, whether this build changed a file, and when (`at`, nanoseconds since 1970)."""

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
    """Replace the contents of `output` by these files, atomically.

    Even if the process is killed or the power is cut, the folder holds either the previous site or the new one. If
    `output` is a symbolic link, its target is replaced and the link stays. `timestamp`, in seconds since 1970, becomes
    the modification time of every file.

    Raises:
        GuideError: the folder is protected or holds files of others, another build holds the lock, or writing failed.
    """
    with _disk_errors_reported(output):
        folder = _resolved(output)
        _refuse_protected(folder, guide.resolve())
        staging = _StagingFolder(folder)
        if not staging.path.exists():  # create no staging folder for a folder that will be refused
            _refuse_foreign(folder, _files_below(folder), frozenset())
        with staging.locked():
            staging.clean_up()
            existing = _files_below(folder)
            _refuse_foreign(folder, existing, staging.published_files)
            wanted: dict[str, bytes | Path] = {str(asset.address): asset.file for asset in assets}
            wanted |= {str(address): file for address, file in files.items()}
            _refuse_outside(wanted)
            unchanged = {
                name for name in existing & wanted.keys() if _is_same(f"{folder}/{name}", wanted[name], timestamp)
            }
            if unchanged == existing == wanted.keys():
                return Published(folder, changed=False, at=time.time_ns())
            try:
                _sync(_write_site(staging.new, wanted, timestamp, folder, unchanged))
                staging.record_pending(wanted)
                staging.swap()
            finally:
                staging.clean_up()
            return Published(folder, changed=True, at=time.time_ns())


class _StagingFolder:
    """The staging folder next to an output folder, in which a new site is written before it replaces the old one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder.with_name(f".{folder.name}.crpsguide")  # matches STAGING_FOLDER
        self.new = self.path / "new"
        self.old = self.path / "old"
        self.pending_list = self.path / "announced.json"
        self.published_list = self.path / "published.json"

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold an exclusive lock; the system releases it when the process ends, even if it is killed."""
        import fcntl  # missing on Windows, where the other commands work without it

        self.path.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o666)  # does not block, even on a pipe
        with os.fdopen(descriptor, "w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise GuideError(
                    f"Another build is writing to the output folder {self.folder} at this moment.",
                    "Wait until it has finished, then build again.",
                ) from None
            yield

    @property
    def published_files(self) -> frozenset[str]:
        """The files that earlier builds wrote into the output folder, as paths relative to it."""
        return _names_in(self.published_list)

    def record_pending(self, names: Iterable[str]) -> None:
        """List the files of the new site before the swap, so that an interrupted build still knows them as ours."""
        self.pending_list.write_text(json.dumps(sorted(names)), encoding="ascii")
        _sync((self.pending_list, self.path))

    def swap(self) -> None:
        """Replace the old site by the new one."""
        has_old = self.folder.exists()
        if not (has_old and _exchange(self.new, self.folder)):
            if has_old:
                self.folder.rename(self.old)
            self.new.rename(self.folder)
        _sync((self.folder.parent, self.path))  # before any file of the old site is deleted
        self.pending_list.replace(self.published_list)

    def clean_up(self) -> None:
        """Delete the old site, and what an interrupted build left; restore the old site if there is no new one."""
        if self.old.exists() and not self.folder.exists():
            self.old.rename(self.folder)
        for leftover in (self.new, self.old):
            if leftover.is_dir() and not leftover.is_symlink():
                shutil.rmtree(leftover)
            else:
                leftover.unlink(missing_ok=True)  # crpsguide itself makes only folders of these names
        if self.pending_list.exists():
            # The swap may or may not have happened, so the files of both sites count as ours.
            both = self.path / "both.json"
            names = self.published_files | _names_in(self.pending_list)
            both.write_text(json.dumps(sorted(names)), encoding="ascii")
            _sync((both,))
            both.replace(self.published_list)
            self.pending_list.unlink()


def _resolved(output: Path) -> Path:
    folder = Path(os.path.realpath(output))  # `Path.resolve` reports a loop only up to Python 3.12
    if folder.is_symlink():
        raise GuideError(f"The output folder {output} is a link that leads to itself.")
    return folder


def _names_in(list_file: Path) -> frozenset[str]:
    try:
        names = json.loads(list_file.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError, RecursionError):  # no list yet, half written, or not written by crpsguide
        return frozenset()
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()


def _refuse_protected(folder: Path, guide: Path) -> None:
    """Refuse output folders that contain, or are part of, files worth more than a built site."""
    content, templates = guide / "content", guide / "templates"
    for protected, name in ((_home(), "your home folder"), (content, "the guide's content"), (guide, "the guide")):
        if protected is not None and protected.is_relative_to(folder):
            raise GuideError(
                f"The output folder cannot be {folder}: it holds {name}.",
                "Name an empty or new folder, such as “--output build/site”.",
            )
    if any(STAGING_FOLDER.fullmatch(part) for part in folder.parts):
        raise GuideError(
            f"The output folder cannot be {folder}: crpsguide makes sites ready there, and clears it.",
            "Name another folder, such as “--output build/site”.",
        )
    if folder.is_relative_to(content) or folder.is_relative_to(templates) or ".git" in folder.parts:
        raise GuideError(
            f"The output folder cannot be {folder}: it lies within the files that the site is made from.",
            "Name a folder outside, such as “--output build/site”.",
        )
    if site := next((parent for parent in folder.parents[:-1] if _StagingFolder(parent).published_list.exists()), None):
        raise GuideError(
            f"The output folder cannot be {folder}: it lies within the site in {site}.",
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
    except RuntimeError:  # the user has no entry in the password database, as in some containers
        return None


def _refuse_foreign(folder: Path, existing: Set[str], published: Set[str]) -> None:
    """Refuse a folder with files that crpsguide did not write: the swap would delete them."""
    foreign = sorted(existing - published)
    if foreign and not published:
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


# The functions below take paths as strings: `Path` objects are slow for the thousands of files that are only compared.


def _files_below(folder: Path) -> Set[str]:
    """All files below a folder, as paths relative to it. Symbolic links count as files, also those to folders."""
    found: set[str] = set()

    def gather(path: str, prefix: str) -> None:
        with contextlib.suppress(OSError), os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    gather(entry.path, f"{prefix}{entry.name}/")
                else:
                    found.add(prefix + entry.name)

    gather(str(folder), "")
    return found


def _is_same(published: str, wanted: bytes | Path, timestamp: int | None) -> bool:
    """Whether a published file already has the wanted content, mode and modification time."""
    try:
        status = os.lstat(published)
        if status.st_mode != stat.S_IFREG | FILE_MODE or timestamp not in (None, int(status.st_mtime)):
            return False
        if isinstance(wanted, Path):
            return filecmp.cmp(published, wanted, shallow=False)
        if status.st_size != len(wanted):
            return False
        with open(published, "rb", buffering=0) as file:  # noqa: PTH123 # paths are strings here
            return file.read() == wanted
    except OSError:  # missing or unreadable: it will be written again
        return False


def _write_site(
    folder: Path, wanted: Mapping[str, bytes | Path], timestamp: int | None, previous: Path, unchanged: Set[str]
) -> Sequence[Path]:
    """Write all files to a new folder; returns the files and folders that must be synced to disk.

    Modes are fixed, whatever the umask. Files unchanged since the previous site become hard links to it, not copies.
    """
    new_files = []
    parents = {""}
    for name in wanted:
        parent = name.rpartition("/")[0]
        while parent not in parents:
            parents.add(parent)
            parent = parent.rpartition("/")[0]
    folders = [folder / parent for parent in sorted(parents)]
    for subfolder in folders:
        subfolder.mkdir()
    for name, file in wanted.items():
        if name in unchanged and _hard_linked(f"{previous}/{name}", f"{folder}/{name}"):
            continue
        path = folder / name
        if isinstance(file, Path):
            shutil.copyfile(file, path)
        else:
            path.write_bytes(file)
        path.chmod(FILE_MODE)
        if timestamp is not None:
            os.utime(path, (timestamp, timestamp))
        new_files.append(path)
    for subfolder in reversed(folders):
        subfolder.chmod(FOLDER_MODE)
        if timestamp is not None:
            os.utime(subfolder, (timestamp, timestamp))
    return [*new_files, *reversed(folders)]


def _sync(paths: Sequence[Path]) -> None:
    """Wait until these files and folders are on disk, so that no later change can reach it before them."""
    if len(paths) > MAX_SINGLE_SYNCS and _sync_filesystem(paths[0].parent):
        return
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if not (path.is_dir() and error.errno in FOLDER_SYNC_UNSUPPORTED):
                raise
        finally:
            os.close(descriptor)


def _sync_filesystem(folder: Path) -> bool:
    """Sync the whole file system of a folder; False if the system does not offer this, or it failed."""
    syncfs = getattr(ctypes.CDLL(None), "syncfs", None)
    if syncfs is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return bool(syncfs(descriptor) == 0)
    finally:
        os.close(descriptor)


def _hard_linked(file: str, link: str) -> bool:
    """Create a hard link to a file; False if the file system refuses."""
    try:
        os.link(file, link)
    except OSError:
        return False
    return True


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders atomically; False if the system or the file system does not support this."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0)


@contextlib.contextmanager
def _disk_errors_reported(output: Path) -> Iterator[None]:
    """Turn errors of the file system into a `GuideError` in an editor's words."""
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
            " To publish to another disk or folder, name it with “--output”." if error.errno in LOCATION_ERRORS else ""
        )
        raise GuideError(
            f"The output folder {output} cannot be written: {reason}{at}.",
            f"What was published there before is untouched.{elsewhere}",
        ) from error
