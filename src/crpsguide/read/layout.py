"""Where each file of a guide belongs, and what is to be told of those from which nothing would be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from crpsguide.model import Place, Trouble
from crpsguide.read.folder import Entry, original
from crpsguide.read.media import AGAIN
from crpsguide.spelling import near_misses

CONTENT = PurePosixPath("content")
# Files and folders of a guide that hold something other than pages.
RECORDS = frozenset({"site.yaml", "glossary.yaml"})
READ_IN = {  # the ending of the files that a folder of records holds
    **dict.fromkeys(("evidence", "clinics", "contacts", "wording", "fingerprints"), ".yaml"),
    **dict.fromkeys(("claims", "changes"), ".md"),
}
NOT_PAGES = frozenset(READ_IN)
LISTED = frozenset({"evidence", "clinics", "claims"})  # each of these has a page of its own, beside a list
# The lists of words that rules and templates ask for.
LISTS = frozenset(
    "abbreviations ask-before certainty choices claim-topics contact-kinds contact-status designs frequency groups"
    " harms health-words link-hosts mirrors organisation-kinds overclaims paired plain-words prescription-medicines"
    " respect sections source-names speakers synonyms verdicts warnings".split()
)
SLIP = 2  # letters too many or too few that are a slip, and not another name
FOLDERS = ("pages", "media", *READ_IN)
# What people and tools expect beside the files of any work, and this program has no use for.
ABOUT_THE_WORK = frozenset({"readme", "license", "licence", "copying", "notice", "authors", "changelog"})
TEXTS = frozenset({"", ".yaml", ".yml", ".md", ".markdown", ".txt"})  # may be a record under another ending
RECORD_ENDINGS = frozenset({".yaml", ".yml"})
NEVER_PUBLISHED = RECORD_ENDINGS | {".py", ".toml"}


def page_files(below: Mapping[PurePosixPath, Entry], has_pages_folder: bool) -> Iterator[tuple[PurePosixPath, Entry]]:
    """The files among the pages, by their names below the pages' folder.

    `below` holds what lies in `content`, by its path there. A guide may do without a folder of pages.
    """
    for path, entry in below.items():
        if has_pages_folder:
            if path.parts[0] == "pages":
                yield path.relative_to("pages"), entry
        elif path.as_posix() not in RECORDS and not (len(path.parts) > 1 and path.parts[0] in NOT_PAGES):
            yield path, entry


def record_files(below: Mapping[PurePosixPath, Entry], form: str) -> Sequence[tuple[str, Entry]]:
    """A file of records, or those of a folder and the folders in it, each with its name without the ending.

    `form` is a file, such as `site.yaml`, or all of a folder, such as `claims/*.md`.
    """
    folder, _, ending = form.rpartition("/*")
    if not folder:
        file = below.get(PurePosixPath(form))
        return [(file.path.stem, file)] if file else []
    start = f"{folder}/"  # of thousands of paths most are those of pages
    return [
        (path.stem, entry) for path, entry in below.items() if str(path).startswith(start) and path.suffix == ending
    ]


def copies(entries: Sequence[Entry]) -> Iterator[tuple[PurePosixPath, Trouble]]:
    """Files that are copies of the ones beside them, such as the other side of a conflict: readers would get both."""
    paths = dict.fromkeys(one.path for one in entries)
    for path in paths:
        if first := original(path, paths):
            message = f"This file is a copy of “{first}”, so nothing of it is read."
            help = (
                f"Bring what is new in it into “{first}”, and take it out of “content”; or give it a name of its own."
            )
            yield path, Trouble("copied-file", Place(path), message, help)


def misplaced(root: Path, below: Iterable[PurePosixPath], has_pages_folder: bool) -> Iterator[Trouble]:
    """What nothing is read from, or would take the place of something else; `below` are paths in `content`.

    In a folder of plain Markdown, whose pages have no folder of their own, anything may stand; only what is
    spelt like a file or folder that would be read is told there.
    """
    paths = list(below)
    yield from _unknown_files(paths, has_pages_folder)
    yield from _names_taken(paths)
    for path in paths:
        meant = PurePosixPath(path.stem)
        if path.suffix == ".md" and meant.suffix.casefold() in AGAIN:
            message = f"The name of this file has an ending too many: “{meant.suffix}{path.suffix}”."
            yield Trouble("file", Place(CONTENT / path), message, f"Call it “{meant.stem}.md”.")
    yield from _of_the_other_kind(root)


def _of_the_other_kind(root: Path) -> Iterator[Trouble]:
    """Folders in the place of files of records: nothing of them would be read, without a word."""
    for name in sorted(RECORDS):
        if (root / CONTENT / name).is_dir():
            yield Trouble("file", Place(CONTENT / name), f"“{name}” is a folder; it should be a file.", "Rename it.")


def _unknown_files(paths: Sequence[PurePosixPath], has_pages_folder: bool) -> Iterator[Trouble]:
    """What nothing is read from: one trouble for a file, and one for a folder with all that is in it."""
    yield from _unknown_folders(paths, has_pages_folder)
    for path in paths:
        if path.stem.casefold() in ABOUT_THE_WORK:
            continue
        if len(path.parts) > 1:
            yield from _unknown_record(path)
        elif path.as_posix() not in RECORDS:
            yield from _unknown_at_the_top(path, has_pages_folder)


def _unknown_folders(paths: Sequence[PurePosixPath], has_pages_folder: bool) -> Iterator[Trouble]:
    has_first_page = PurePosixPath("index.md") in paths
    for folder in dict.fromkeys(path.parts[0] for path in paths if len(path.parts) > 1):
        near = near_misses(folder, FOLDERS)
        is_lost = has_pages_folder or (near[:1] == ["pages"] and not has_first_page)
        if folder not in FOLDERS and is_lost:
            so = ", so nothing in it is read" if has_pages_folder else ""
            yield _unknown(folder, f"A guide has no folder “{folder}”{so}.", near, f"Use {_or(FOLDERS)}")


def _unknown_record(path: PurePosixPath) -> Iterator[Trouble]:
    ending = READ_IN.get(path.parts[0], path.suffix)
    if path.parts[0] == "pages" and path.suffix.casefold() in RECORD_ENDINGS:
        folders = [name for name, of_records in READ_IN.items() if of_records == ".yaml"]
        message = "This file is not read: records stand in folders of their own, not among the pages."
        yield _unknown(path, message, [], f"Move it to {_or(folders)}")
    elif path.suffix != ending:
        right = [path.stem.removesuffix(ending) + ending] if path.suffix.casefold() in TEXTS else []
        message = f"The guide reads nothing but files that end in “{ending}” from “{path.parts[0]}”."
        yield _unknown(path, message, right, "Write it so")
    elif lists := _lists_that_may_be_meant(path):
        message = f"No list is called “{path.name}”, so none of its words is heeded."
        yield _unknown(path, message, lists, "Use another name")


def _unknown_at_the_top(path: PurePosixPath, has_pages_folder: bool) -> Iterator[Trouble]:
    known = {PurePosixPath(name).stem: name for name in sorted(RECORDS)}
    near = [known[stem] for stem in near_misses(path.stem, known)]
    if has_pages_folder and path.suffix == ".md":
        yield _unknown(path, "This page is not read: pages stand in “content/pages”.", [], "Move it there")
    elif has_pages_folder or (near and path.suffix.casefold() in NEVER_PUBLISHED):
        message = f"A guide has no file “{path.name}”, so nothing of it is read."
        yield _unknown(path, message, near, f"Use {_or(sorted(RECORDS))}")


def _lists_that_may_be_meant(path: PurePosixPath) -> Sequence[str]:
    """The lists of words whose names a file's name is like. It is no slip else: a guide's templates may read others."""
    is_unknown = path.parts[0] == "wording" and path.stem not in LISTS
    near = near_misses(path.stem, LISTS) if is_unknown else []
    return [f"{stem}.yaml" for stem in near if abs(len(stem) - len(path.stem)) <= SLIP]


def _names_taken(below: Iterable[PurePosixPath]) -> Iterator[Trouble]:
    """Records whose name another has, or the list of all: a record is known by its name, in whatever folder."""
    known: dict[tuple[str, str], PurePosixPath] = {}
    for path in below:
        folder = path.parts[0]
        if len(path.parts) < 2 or READ_IN.get(folder) != path.suffix:
            continue
        first, taken = known.setdefault((folder, path.stem), path), ""
        if folder in LISTED and path.stem == "index":
            taken = f"“{folder}/index” is the address of the list of them all"
        elif first != path:
            taken = f"{first} has the name “{path.stem}” already"
        if taken:
            message = f"{taken}, so one of the two would be lost."
            yield Trouble("file", Place(CONTENT / path), message, "Give it another name.")


def _unknown(path: PurePosixPath | str, message: str, near: Sequence[str], otherwise: str) -> Trouble:
    meant = f"Did you mean {_or(near)}? Then rename it" if near else otherwise
    return Trouble(
        "unknown-file",
        Place(CONTENT / path),
        message,
        f"{meant}, or move it out of “content”.",
    )


def _or(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(f"“{one}”" for one in names[:-1]), f"“{names[-1]}”")))
