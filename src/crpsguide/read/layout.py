"""The folder layout of a guide: which files are pages or records, and faults about files that are neither."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from crpsguide.model import Place, Trouble
from crpsguide.read.folder import Entry, original
from crpsguide.read.media import ADDED_SUFFIXES
from crpsguide.spelling import near_misses

CONTENT = PurePosixPath("content")
RECORDS = frozenset({"site.yaml", "glossary.yaml"})
RECORD_SUFFIXES = {  # by folder of records
    **dict.fromkeys(("evidence", "clinics", "contacts", "wording", "fingerprints"), ".yaml"),
    **dict.fromkeys(("claims", "changes"), ".md"),
}
NOT_PAGES = frozenset(RECORD_SUFFIXES)
PUBLISHED_RECORDS = frozenset({"evidence", "clinics", "claims"})  # each record has a page, and the folder an index
# The files of `content/wording` that rules and templates use.
WORDING_LISTS = frozenset(
    "abbreviations ask-before certainty choices claim-topics contact-kinds contact-status designs frequency groups"
    " harms health-words link-hosts mirrors organisation-kinds overclaims paired plain-words prescription-medicines"
    " respect sections source-names speakers synonyms verdicts warnings".split()
)
MAX_LENGTH_DIFFERENCE = 2  # letters, between a misspelt and the correct name of a list
FOLDERS = ("pages", "media", *RECORD_SUFFIXES)
PROJECT_FILES = frozenset({"readme", "license", "licence", "copying", "notice", "authors", "changelog"})
TEXT_SUFFIXES = frozenset({"", ".yaml", ".yml", ".md", ".markdown", ".txt"})  # of files that may be misnamed records
YAML_SUFFIXES = frozenset({".yaml", ".yml"})
NEVER_PUBLISHED = YAML_SUFFIXES | {".py", ".toml"}


def page_files(below: Mapping[PurePosixPath, Entry], has_pages_folder: bool) -> Iterator[tuple[PurePosixPath, Entry]]:
    """The files among the pages, with their names relative to the pages' folder.

    `below` are the files in `content`, by path. Without a folder of pages, the pages are in `content` itself.
    """
    for path, entry in below.items():
        if has_pages_folder:
            if path.parts[0] == "pages":
                yield path.relative_to("pages"), entry
        elif path.as_posix() not in RECORDS and not (len(path.parts) > 1 and path.parts[0] in NOT_PAGES):
            yield path, entry


def record_files(below: Mapping[PurePosixPath, Entry], form: str) -> Sequence[tuple[str, Entry]]:
    """The files of records that match a pattern, each with its stem.

    `form` is a file, such as `site.yaml`, or a folder with its subfolders, such as `claims/*.md`.
    """
    folder, _, suffix = form.rpartition("/*")
    if not folder:
        file = below.get(PurePosixPath(form))
        return [(file.path.stem, file)] if file else []
    prefix = f"{folder}/"  # comparing strings first is faster: most of the paths are those of pages
    return [
        (path.stem, entry) for path, entry in below.items() if str(path).startswith(prefix) and path.suffix == suffix
    ]


def copies(entries: Sequence[Entry]) -> Iterator[tuple[PurePosixPath, Trouble]]:
    """Backups and copies of other files, such as those made in a sync conflict, which are not read."""
    paths = dict.fromkeys(one.path for one in entries)
    for path in paths:
        if first := original(path, paths):
            message = f"This file is a copy of “{first}”, so nothing of it is read."
            help = (
                f"Bring what is new in it into “{first}”, and take it out of “content”; or give it a name of its own."
            )
            yield path, Trouble("copied-file", Place(path), message, help)


def misplaced(root: Path, below: Iterable[PurePosixPath], has_pages_folder: bool) -> Iterator[Trouble]:
    """Files that are not read, and duplicate names; `below` are paths in `content`.

    Without a folder of pages, other files may be mixed with the pages: only names similar to known ones are reported.
    """
    paths = list(below)
    yield from _unknown_files(paths, has_pages_folder)
    yield from _duplicate_names(paths)
    for path in paths:
        stem = PurePosixPath(path.stem)
        if path.suffix == ".md" and stem.suffix.casefold() in ADDED_SUFFIXES:
            message = f"The name of this file has an ending too many: “{stem.suffix}{path.suffix}”."
            yield Trouble("file", Place(CONTENT / path), message, f"Call it “{stem.stem}.md”.")
    yield from _folders_for_files(root)


def _folders_for_files(root: Path) -> Iterator[Trouble]:
    """Folders with the name of a file of records."""
    for name in sorted(RECORDS):
        if (root / CONTENT / name).is_dir():
            yield Trouble("file", Place(CONTENT / name), f"“{name}” is a folder; it should be a file.", "Rename it.")


def _unknown_files(paths: Sequence[PurePosixPath], has_pages_folder: bool) -> Iterator[Trouble]:
    """Files that are not read: one trouble for each file, but only one for all files of an unknown folder."""
    yield from _unknown_folders(paths, has_pages_folder)
    for path in paths:
        if path.stem.casefold() in PROJECT_FILES:
            continue
        if len(path.parts) > 1:
            yield from _unknown_record(path)
        elif path.as_posix() not in RECORDS:
            yield from _unknown_top_file(path, has_pages_folder)


def _unknown_folders(paths: Sequence[PurePosixPath], has_pages_folder: bool) -> Iterator[Trouble]:
    has_first_page = PurePosixPath("index.md") in paths
    for folder in dict.fromkeys(path.parts[0] for path in paths if len(path.parts) > 1):
        near = near_misses(folder, FOLDERS)
        is_ignored = has_pages_folder or (near[:1] == ["pages"] and not has_first_page)
        if folder not in FOLDERS and is_ignored:
            effect = ", so nothing in it is read" if has_pages_folder else ""
            yield _unknown(folder, f"A guide has no folder “{folder}”{effect}.", near, f"Use {_alternatives(FOLDERS)}")


def _unknown_record(path: PurePosixPath) -> Iterator[Trouble]:
    suffix = RECORD_SUFFIXES.get(path.parts[0], path.suffix)
    if path.parts[0] == "pages" and path.suffix.casefold() in YAML_SUFFIXES:
        folders = [name for name, record_suffix in RECORD_SUFFIXES.items() if record_suffix == ".yaml"]
        message = "This file is not read: records stand in folders of their own, not among the pages."
        yield _unknown(path, message, [], f"Move it to {_alternatives(folders)}")
    elif path.suffix != suffix:
        correct = [path.stem.removesuffix(suffix) + suffix] if path.suffix.casefold() in TEXT_SUFFIXES else []
        message = f"The guide reads nothing but files that end in “{suffix}” from “{path.parts[0]}”."
        yield _unknown(path, message, correct, "Write it so")
    elif lists := _similar_lists(path):
        message = f"No list is called “{path.name}”, so none of its words is heeded."
        yield _unknown(path, message, lists, "Use another name")


def _unknown_top_file(path: PurePosixPath, has_pages_folder: bool) -> Iterator[Trouble]:
    known = {PurePosixPath(name).stem: name for name in sorted(RECORDS)}
    near = [known[stem] for stem in near_misses(path.stem, known)]
    if has_pages_folder and path.suffix == ".md":
        yield _unknown(path, "This page is not read: pages stand in “content/pages”.", [], "Move it there")
    elif has_pages_folder or (near and path.suffix.casefold() in NEVER_PUBLISHED):
        message = f"A guide has no file “{path.name}”, so nothing of it is read."
        yield _unknown(path, message, near, f"Use {_alternatives(sorted(RECORDS))}")


def _similar_lists(path: PurePosixPath) -> Sequence[str]:
    """The wording lists with a name similar to that of an unknown list; other unknown lists may be for templates."""
    is_unknown = path.parts[0] == "wording" and path.stem not in WORDING_LISTS
    near = near_misses(path.stem, WORDING_LISTS) if is_unknown else []
    return [f"{stem}.yaml" for stem in near if abs(len(stem) - len(path.stem)) <= MAX_LENGTH_DIFFERENCE]


def _duplicate_names(below: Iterable[PurePosixPath]) -> Iterator[Trouble]:
    """Records with the stem of another record, which may be in another subfolder, or of the published index."""
    first_paths: dict[tuple[str, str], PurePosixPath] = {}
    for path in below:
        folder = path.parts[0]
        if len(path.parts) < 2 or RECORD_SUFFIXES.get(folder) != path.suffix:
            continue
        first, conflict = first_paths.setdefault((folder, path.stem), path), ""
        if folder in PUBLISHED_RECORDS and path.stem == "index":
            conflict = f"“{folder}/index” is the address of the list of them all"
        elif first != path:
            conflict = f"{first} has the name “{path.stem}” already"
        if conflict:
            message = f"{conflict}, so one of the two would be lost."
            yield Trouble("file", Place(CONTENT / path), message, "Give it another name.")


def _unknown(path: PurePosixPath | str, message: str, near: Sequence[str], otherwise: str) -> Trouble:
    advice = f"Did you mean {_alternatives(near)}? Then rename it" if near else otherwise
    return Trouble("unknown-file", Place(CONTENT / path), message, f"{advice}, or move it out of “content”.")


def _alternatives(names: Sequence[str]) -> str:
    """The names, quoted, as `“a”, “b” or “c”`."""
    return " or ".join(filter(None, (", ".join(f"“{one}”" for one in names[:-1]), f"“{names[-1]}”")))
