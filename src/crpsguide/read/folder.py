"""Lists the files of a guide, and finds copies and names that not all file systems support."""

import os
import re
import stat
import unicodedata
from collections.abc import Container, Iterator, Sequence
from pathlib import Path, PurePosixPath

from crpsguide.errors import PageError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern

TEMPORARY = (".tmp", ".swp", ".swo", ".orig", ".rej")
BACKUPS = (".bak", ".old")
# “page (2)”, “page - Copy”, “page (conflicted copy of Ann)”, “Copy of page”, “page.sync-conflict-2026…”
_COPY = LazyPattern(
    r"^copy of | \((?:\d+|[^()]*\bcop(?:y|ies)\b[^()]*)\)$| (?:- )?copy(?: \d+)?$"
    r"|\.sync-conflict-[\w-]+$",
    re.IGNORECASE,
)
PAGES = "pages"
PUBLISHED = (PAGES, "media")  # folders of `content` whose files are published, if there is a folder of pages
SYSTEM_FILES = frozenset({"Thumbs.db", "desktop.ini", "Icon\r"})
# Names that Windows reserves, with any suffix (Microsoft, “Naming files, paths and namespaces”).
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
MAX_DEPTH = 100  # nested folders; a thousand are too many for the system's own tools
REFUSED_IN_NAMES = frozenset('<>:"|?*\\')


@frozen
class Entry:
    """A file: `path` is relative to the guide's folder, `on_disk` absolute."""

    path: PurePosixPath
    on_disk: str

    @property
    def file(self) -> Path:
        """The absolute path as a `Path`, which takes longer to make."""
        return Path(self.on_disk)


def walk(root: Path, below: PurePosixPath) -> Iterator[Entry | tuple[PurePosixPath, PageError]]:
    """Every file below a folder of the guide, sorted; for a file that cannot be accepted, its path and an error.

    A symbolic link must lead to a file in the same top folder (`content`, `templates`), and one among the published
    files (`content/pages`, `content/media`) to a published file.
    """
    folder = str(root / below)
    if len(below.parts) > MAX_DEPTH:
        yield below, PageError(f"More than {MAX_DEPTH} folders lie in each other here.", "Move this one further up.")
        return
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 # names, which may not be UTF-8
    except PermissionError:
        yield below, PageError("No permission to open this folder.", "Ask its owner for the right to read it.")
        return
    except OSError:
        return
    for name in names:
        if is_hidden(name):
            continue
        fault = _fault_of_name(name)
        if fault is not None:
            yield below / _printable(name), fault
            continue
        path, on_disk = below / name, f"{folder}/{name}"
        try:
            status = os.lstat(on_disk)
        except OSError:
            continue  # it was deleted meanwhile
        if stat.S_ISLNK(status.st_mode):
            fault = _fault_of_link(Path(on_disk), root, _link_folders(root, path))
            if fault is not None:
                yield path, fault
                continue
            status = Path(on_disk).stat()
        if stat.S_ISDIR(status.st_mode):
            yield from walk(root, path)
        elif stat.S_ISREG(status.st_mode):
            yield Entry(path, on_disk)
        else:
            yield path, PageError("This is neither a file nor a folder.", "Move it out of the guide.")


def is_hidden(name: str) -> bool:
    """Whether a file is hidden, temporary or made by the operating system; such files are ignored."""
    return name.startswith((".", "#")) or name.endswith(("~", *TEMPORARY)) or name in SYSTEM_FILES


def original(path: PurePosixPath, others: Container[PurePosixPath]) -> str:
    """The name of the file of which this one is a backup, a copy or the result of a conflict; empty for other files.

    Except for a backup, the original must be in the same folder, among `others`.
    """
    if path.suffix in BACKUPS:
        return path.stem
    name = f"{_COPY.sub('', path.stem)}{path.suffix}"
    return name if name not in ("", path.name) and path.parent / name in others else ""


def collisions(paths: Iterator[PurePosixPath]) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    """Pairs of files or folders whose names differ only in case or Unicode normalization.

    Some file systems cannot store both. What a folder contains is not reported in addition to the folder.
    """
    first_paths: dict[str, PurePosixPath] = {}
    reported: set[PurePosixPath] = set()
    for path in paths:
        for one in (*reversed(path.parents), path):
            key = unicodedata.normalize("NFC", one.as_posix()).casefold()
            first = first_paths.setdefault(key, one)
            if first != one:
                if one not in reported:
                    yield first, one
                reported.add(one)
                break


def _fault_of_name(name: str) -> PageError | None:
    help = "Rename the file: letters, digits, hyphens and dots."
    if not name.isascii() and any(0xDC80 <= ord(character) <= 0xDCFF for character in name):
        return PageError("The name of this file is not UTF-8.", help)
    if not name.isprintable():
        return PageError(f"The name “{_printable(name)}” holds a character that cannot be seen.", help)
    if refused := "".join(sorted(REFUSED_IN_NAMES.intersection(name))):
        return PageError(f"The name of this file holds “{refused}”, which addresses cannot have.", help)
    if name.split(".")[0].casefold() in RESERVED:
        return PageError(f"Windows reserves the name “{name}” for itself.", help)
    if name.endswith((" ", ".")):
        return PageError("The name of this file ends in a blank or a dot.", help)
    return None


def _link_folders(root: Path, path: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """The folders to whose files the symbolic link at a path may lead."""
    top = PurePosixPath(path.parts[0])
    published = tuple(top / name for name in PUBLISHED)
    is_published = any(path.is_relative_to(one) for one in published)
    return published if is_published and (root / top / PAGES).is_dir() else (top,)


def _fault_of_link(file: Path, root: Path, folders: Sequence[PurePosixPath]) -> PageError | None:
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return PageError("This symbolic link leads nowhere.", "Replace it by the file itself.")
    if not any(target.is_relative_to((root / folder).resolve()) for folder in folders):
        return PageError(
            f"This symbolic link leads out of the folder {' or '.join(f'“{folder}”' for folder in folders)}.",
            "Copy the file here in place of the link.",
        )
    if target.is_dir():
        return PageError("This symbolic link leads to a folder.", "Move the folder here in place of the link.")
    return None


def _printable(name: str) -> str:
    """The name with code points in place of characters that cannot be printed or encoded."""
    return "".join(
        character if character.isprintable() and not 0xDC80 <= ord(character) <= 0xDCFF else f"U+{ord(character):04X}"
        for character in name
    )
