"""Which files of a guide are read, and which are none of its business."""

import os
import re
import stat
import unicodedata
from collections.abc import Container, Iterator, Sequence
from pathlib import Path, PurePosixPath

from crpsguide.errors import PageError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern

PASSING = (".tmp", ".swp", ".swo", ".orig", ".rej")  # files of programs that are at work
LEFTOVERS = (".bak", ".old")  # what somebody kept
# “page (2)”, “page - Copy”, “page (conflicted copy of Ann)”, “Copy of page”, “page.sync-conflict-2026…”
_COPY = LazyPattern(
    r"^copy of | \((?:\d+|[^()]*\bcop(?:y|ies)\b[^()]*)\)$| (?:- )?copy(?: \d+)?$"
    r"|\.sync-conflict-[\w-]+$",
    re.IGNORECASE,
)
PAGES = "pages"
PUBLISHED = (PAGES, "media")  # the folders of `content` whose files readers get, in a guide that has pages apart
SYSTEM_FILES = frozenset({"Thumbs.db", "desktop.ini", "Icon\r"})
# Names that no Windows machine can hold, with any ending (Microsoft, “Naming files, paths and namespaces”).
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
DEEPEST = 100  # folders in each other; a thousand are too many for the system's own tools
REFUSED_IN_NAMES = frozenset('<>:"|?*\\')


@frozen
class Entry:
    """A file, with its path below the guide's folder; `on_disk` is the whole of it, in plain words."""

    path: PurePosixPath
    on_disk: str

    @property
    def file(self) -> Path:
        """The file on the disk."""
        return Path(self.on_disk)


def walk(root: Path, below: PurePosixPath) -> Iterator[Entry | tuple[PurePosixPath, PageError]]:
    """Every file below a folder of the guide, in order; for what cannot be taken, the path and why.

    Symbolic links may lead to files in the same top folder (`content`, `templates`) only; one among the files that
    are published (`content/pages`, `content/media`), to such a file only.
    """
    folder = str(root / below)
    if len(below.parts) > DEEPEST:
        yield below, PageError(f"More than {DEEPEST} folders lie in each other here.", "Move this one further up.")
        return
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 # names, not paths: they may not be text
    except PermissionError:
        yield (
            below,
            PageError("No permission to open this folder.", "Ask its owner for the right to read it."),
        )
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
            continue  # it vanished while we looked
        if stat.S_ISLNK(status.st_mode):
            fault = _fault_of_link(Path(on_disk), root, _homes(root, path))
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
    """Whether a file is hidden, or made and taken away by a program as it pleases: nobody needs to hear of it."""
    return name.startswith((".", "#")) or name.endswith(("~", *PASSING)) or name in SYSTEM_FILES


def original(path: PurePosixPath, others: Container[PurePosixPath]) -> str:
    """The file beside it of which a file is a copy, made by hand, a merge or a program that keeps machines alike.

    Empty for all others; any name will do for what ends in `.bak` and the like.
    """
    if path.suffix in LEFTOVERS:
        return path.stem
    name = f"{_COPY.sub('', path.stem)}{path.suffix}"
    return name if name not in ("", path.name) and path.parent / name in others else ""


def collisions(paths: Iterator[PurePosixPath]) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    """Pairs of files or folders that some file systems take for one: they differ in case or composition only."""
    seen: dict[str, PurePosixPath] = {}
    told: set[PurePosixPath] = set()
    for path in paths:
        for one in (*reversed(path.parents), path):
            first = seen.setdefault(unicodedata.normalize("NFC", one.as_posix()).casefold(), one)
            if first != one:
                if one not in told:
                    yield first, one
                told.add(one)
                break  # what lies in a folder is told with it


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


def _homes(root: Path, path: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """The folders to whose files a symbolic link may lead."""
    top = PurePosixPath(path.parts[0])
    published = tuple(top / name for name in PUBLISHED)
    is_published = any(path.is_relative_to(one) for one in published)
    return published if is_published and (root / top / PAGES).is_dir() else (top,)


def _fault_of_link(file: Path, root: Path, homes: Sequence[PurePosixPath]) -> PageError | None:
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return PageError("This symbolic link leads nowhere.", "Replace it by the file itself.")
    if not any(target.is_relative_to((root / home).resolve()) for home in homes):
        return PageError(
            f"This symbolic link leads out of the folder {' or '.join(f'“{home}”' for home in homes)}.",
            "Copy the file here in place of the link.",
        )
    if target.is_dir():
        return PageError("This symbolic link leads to a folder.", "Move the folder here in place of the link.")
    return None


def _printable(name: str) -> str:
    return "".join(
        character if character.isprintable() and not 0xDC80 <= ord(character) <= 0xDCFF else f"U+{ord(character):04X}"
        for character in name
    )
