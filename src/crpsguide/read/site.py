"""From the folder of a guide to the Site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from crpsguide.errors import GuideError, PageError, SlowPageError
from crpsguide.model import (
    NO_CACHE,
    Asset,
    Cache,
    Contact,
    HeardClaim,
    Page,
    Place,
    RecordText,
    Settings,
    Site,
    Source,
    Trouble,
    key_of,
)
from crpsguide.read.body import BodyParser
from crpsguide.read.claims import parse_claim
from crpsguide.read.drawings import Svg, read_drawing
from crpsguide.read.folder import Entry, collisions, walk
from crpsguide.read.layout import CONTENT, NEVER_PUBLISHED, copies, misplaced, page_files, record_files
from crpsguide.read.media import refuse_false_file
from crpsguide.read.pages import parse_page
from crpsguide.read.record_files import (
    Parsed,
    parse_change,
    parse_contacts,
    parse_fingerprint,
    parse_organisation,
    parse_settings,
    parse_source,
    parse_terms,
    parse_wording,
)
from crpsguide.read.terms import Terms
from crpsguide.read.text import decode, merge_marks, misread_letters, without_hidden
from crpsguide.workers import in_parallel

TEMPLATES = PurePosixPath("templates")
FIRST_BYTES = 1024 * 1024  # a file larger than any page is not read further


Name = TypeVar("Name")
Shape = TypeVar("Shape")
Understood = tuple[Shape | None, tuple[Trouble, ...]]  # nothing without a trouble


def read_site(
    root: Path,
    *,
    drafts: bool = False,
    cache: Cache = NO_CACHE,
    digests: Mapping[str, str] | None = None,
    jobs: int = 1,
) -> Site:
    """Read a guide: the folder that holds `content`.

    What cannot be understood is set aside and kept in `troubles`. Drafts are left out unless
    asked for. `cache` holds files as they were understood before; `jobs` processes understand the others.
    `digests` tell what files held a moment ago, by their paths: one that is in the cache so is not read.

    Raises:
        GuideError: there is no content folder, or nothing in it.
    """
    content = root / CONTENT
    if not content.exists():
        raise GuideError(f"There is no folder “content” in {root}.", "Change to the folder of a guide, or name it.")
    if not content.is_dir():
        raise GuideError(f"“content” in {root} is a file; it should be a folder.", "Rename the file.")
    reader = _Reader(root, cache, digests or {}, jobs)
    return reader.site(drafts)


@dataclass(slots=True)
class _Reader:
    """Gathers what the files of one guide hold."""

    root: Path
    cache: Cache
    seen: Mapping[str, str]
    jobs: int
    troubles: list[Trouble] = field(default_factory=list)
    texts: list[RecordText] = field(default_factory=list)
    styles: dict[PurePosixPath, str] = field(default_factory=dict)
    digests: dict[PurePosixPath, str] = field(default_factory=dict)

    def site(self, drafts: bool) -> Site:
        entries = list(self._entries())
        if not entries and not self.troubles:
            raise GuideError(
                f"The folder “content” in {self.root} is empty.",
                "Write a first page, such as content/pages/index.md.",
            )
        below = {entry.path.relative_to(CONTENT): entry for entry in entries}
        has_pages_folder = (self.root / CONTENT / "pages").is_dir()
        self.troubles.extend(misplaced(self.root, below, has_pages_folder))
        settings = dict(self._records(below, "site.yaml", parse_settings)).get("site")
        glossary = dict(self._records(below, "glossary.yaml", parse_terms)).get("glossary", {})
        known = {form: term.id for term in glossary.values() for form in term.forms or (term.term,)}
        parser = BodyParser(Terms(known))
        everything = self._pages(below, has_pages_folder, parser, key_of(*known.items()))
        sources = dict(self._records(below, "evidence/*.yaml", parse_source))
        claims = dict(self._claims(below, sources, parser, key_of(*known.items())))
        published = {name: page for name, page in everything.items() if drafts or not page.front_matter.draft}
        organisations = dict(self._records(below, "clinics/*.yaml", parse_organisation))
        files_of_contacts = self._records(below, "contacts/*.yaml", parse_contacts)
        contacts = self._one_of_each(contact for _, found in files_of_contacts for contact in found.values())
        wording = dict(self._records(below, "wording/*.yaml", parse_wording))
        fingerprints = dict(self._records(below, "fingerprints/*.yaml", parse_fingerprint))
        changes = tuple(change for _, change in self._records(below, "changes/*.md", parse_change))
        return Site(
            root=self.root,
            settings=settings or Settings(place=Place(CONTENT / "site.yaml")),
            pages={name: page for name, page in published.items() if not page.missing_keys},
            incomplete_pages={name: page for name, page in published.items() if page.missing_keys},
            assets=self._assets(below, has_pages_folder),
            sources=sources,
            claims={id: claim for id, claim in claims.items() if drafts or not claim.draft},
            organisations=organisations,
            contacts=contacts,
            glossary=glossary,
            wording=wording,
            fingerprints=fingerprints,
            changes=changes,
            record_texts=tuple(self.texts),
            troubles=tuple(self.troubles),
            drafts=frozenset(everything.keys() - published.keys()),
            styles=self.styles,
            digests=self.digests,
        )

    # Files

    def _entries(self) -> Iterator[Entry]:
        found = []
        for one in walk(self.root, CONTENT):
            if isinstance(one, Entry):
                found.append(one)
            else:
                self._keep(one[0], one[1], "file")
        for one in walk(self.root, TEMPLATES):
            if not isinstance(one, Entry):
                self._keep(one[0], one[1], "file")
            elif one.path.suffix == ".css" and (text := self._text(one)) is not None:
                self.styles[one.path] = text
        files = {one.path for one in found}
        for first, second in collisions(one.path for one in found):
            told = f"{first} and {second} for one {'file' if second in files else 'folder'}"
            self.troubles.append(Trouble("file", Place(second), f"Some machines take {told}.", "Rename one of them."))
        copied = dict(copies(found))
        self.troubles.extend(copied.values())
        yield from (one for one in found if one.path not in copied)

    def _text(self, entry: Entry) -> str | None:
        data = self._data(entry)
        text, troubles = (None, ()) if data is None else _decoded(entry, data)
        self.troubles.extend(troubles)
        return text

    def _data(self, entry: Entry) -> bytes | None:
        try:
            with entry.file.open("rb") as file:
                data = file.read(FIRST_BYTES)
        except FileNotFoundError:
            return None  # it vanished while the guide was read
        except OSError as error:
            self._keep(entry.path, _refusal(error), "file")
            return None
        self.digests[entry.path] = _digest(data)
        return data

    def _keep(self, path: PurePosixPath, error: PageError, kind: str) -> None:
        self.troubles.append(_trouble(path, error, kind))

    # Pages and what is published beside them

    def _pages(
        self, below: Mapping[PurePosixPath, Entry], has_pages_folder: bool, parser: BodyParser, terms: str
    ) -> dict[PurePosixPath, Page]:
        def page(name: PurePosixPath, entry: Entry, text: str) -> Understood[Page]:
            return parse_page(text, path=entry.path, name=name, parser=parser)

        named = [one for one in page_files(below, has_pages_folder) if one[0].suffix == ".md"]
        return dict(self._each(named, page, "page", terms))

    def _each(
        self,
        named: Iterable[tuple[Name, Entry]],
        understand: Callable[[Name, Entry, str], Understood[Shape]],
        *made_with: str,
    ) -> Iterator[tuple[Name, Shape]]:
        """What each file holds, by its name; those that are not in the cache are parted among processes.

        Nothing of a file can be told where `understand` raises a PageError.
        """
        files = {entry.path: (name, entry) for name, entry in named}
        made = key_of(*made_with)
        known, new = {}, {}
        for path, (_, entry) in files.items():
            found, data = self._cached(entry, made)
            if found is not None:
                known[path] = found
            elif data is not None:
                new[path] = data

        def understood(paths: Iterable[PurePosixPath]) -> Mapping[PurePosixPath, Understood[Shape]]:
            return {path: _understood(*files[path], new[path], understand) for path in paths}

        for share in in_parallel(understood, [*new], self.jobs):
            for path, found in share.items():
                known[path] = found
                if not any(one.kind == "page-without-end" for one in found[1]):  # a calmer machine may take it
                    self.cache.put(f"{made} {path} {self.digests[path]}", found)
        for path, (name, _) in files.items():
            value, troubles = known.get(path, (None, ()))
            self.troubles.extend(troubles)
            if value is not None:
                yield name, value

    def _cached(self, entry: Entry, made: str) -> tuple[Any, bytes | None]:
        """What is in the cache of a file, else what it holds; a file that held the same a moment ago is not read."""
        data, digest = None, self.seen.get(entry.on_disk)
        found = self.cache.get(f"{made} {entry.path} {digest}") if digest else None
        if digest and found is not None:
            self.digests[entry.path] = digest
        elif (data := self._data(entry)) is not None:
            found = self.cache.get(f"{made} {entry.path} {self.digests[entry.path]}")
        return found, data

    def _assets(self, below: Mapping[PurePosixPath, Entry], has_pages_folder: bool) -> dict[PurePosixPath, Asset]:
        placed = [
            (name, name, entry)
            for name, entry in page_files(below, has_pages_folder)
            if name.suffix != ".md" and name.suffix.casefold() not in NEVER_PUBLISHED
        ]
        # A page reaches a shared picture by the way that its file lies: ../../media/limb.svg
        shared = [(path, entry) for path, entry in below.items() if path.parts[0] == "media" and has_pages_folder]
        placed += [(PurePosixPath("..", path), path, entry) for path, entry in shared]
        assets = (self._asset(name, address, entry) for name, address, entry in placed)
        return {one.name: one for one in assets if one}

    def _asset(self, name: PurePosixPath, address: PurePosixPath, entry: Entry) -> Asset | None:
        """The file as it is published; None where it must not be, of which a trouble tells."""
        is_drawing, drawing = entry.path.suffix.casefold() == ".svg", Svg(None, "")
        try:
            if entry.path.suffix.casefold() == ".txt" and name == address:
                _refuse_page(entry)
            refuse_false_file(entry.path, entry.file)
            drawing = self._drawing(entry) if is_drawing else drawing
        except PageError as error:
            self._keep(entry.path, error, "unsafe-drawing" if is_drawing else "false-file")
            if is_drawing:
                return None  # links to any other false file are judged all the same
        except OSError as error:
            self._keep(entry.path, _refusal(error), "file")
            return None
        return Asset(
            path=entry.path, name=name, address=address, file=entry.file, size=drawing.size, data_url=drawing.data_url
        )

    def _drawing(self, entry: Entry) -> Svg:
        """What a drawing holds; its file is not read again if what it held a moment ago is in the cache."""
        digest = self.seen.get(entry.on_disk, "")
        key = f"drawing {digest}"
        if digest and (kept := self.cache.get(key)) is not None:
            return Svg(*kept)
        drawing = read_drawing(entry.file)
        if digest and digest == _digest(entry.file.read_bytes()):  # nobody changed it meanwhile
            self.cache.put(key, (drawing.size, drawing.data_url))
        return drawing

    # Records

    def _records(
        self, below: Mapping[PurePosixPath, Entry], form: str, parse: Callable[[str, PurePosixPath], Parsed[Shape]]
    ) -> Iterator[tuple[str, Shape]]:
        """The records of a file, or of those in a folder, by their names. What readers get of each is set apart."""

        def parsed(name: str, entry: Entry, text: str) -> Parsed[Shape]:
            return parse(text, entry.path)

        for name, (record, shown) in self._each(record_files(below, form), parsed, parse.__name__):
            self.texts += [shown] if shown else []
            if record is not None:
                yield name, record

    def _one_of_each(self, contacts: Iterable[Contact]) -> dict[str, Contact]:
        """Contacts by id; of two with one id the first."""
        known: dict[str, Contact] = {}
        for one in contacts:
            if (first := known.setdefault(one.id, one)) is not one:
                message = f"“{one.id}” stands in {first.place.path} already, so readers would get one of the two."
                self.troubles.append(Trouble("record", one.place, message, "Give one of them another name."))
        return known

    def _claims(
        self, below: Mapping[PurePosixPath, Entry], sources: Mapping[str, Source], parser: BodyParser, terms: str
    ) -> Iterator[tuple[str, HeardClaim]]:
        citable = frozenset(source.id for source in sources.values() if source.may_be_cited)

        def claim(id: str, entry: Entry, text: str) -> Understood[HeardClaim]:
            return parse_claim(text, path=entry.path, citable=citable, parser=parser)

        yield from self._each(record_files(below, "claims/*.md"), claim, "claim", terms, *sorted(citable))


def _decoded(entry: Entry, data: bytes) -> Understood[str]:
    try:
        whole = decode(data)
        text, hidden = without_hidden(whole)
    except PageError as error:
        return None, (_trouble(entry.path, error, "unreadable"),)
    told = (*hidden, *misread_letters(whole), *merge_marks(whole))
    return text, tuple(_trouble(entry.path, one, "unreadable") for one in told)


def _understood(
    name: Name, entry: Entry, data: bytes, understand: Callable[[Name, Entry, str], Understood[Shape]]
) -> Understood[Shape]:
    """What a file holds, and all that is to be told of it."""
    text, troubles = _decoded(entry, data)
    if text is None:
        return None, troubles
    try:
        value, more = understand(name, entry, text)
    except SlowPageError as error:
        return None, (*troubles, _trouble(entry.path, error, "page-without-end"))
    except PageError as error:
        return None, (*troubles, _trouble(entry.path, error, "unreadable"))
    return value, (*troubles, *more)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _refusal(error: OSError) -> PageError:
    """What the disk refused, in an editor's words."""
    if isinstance(error, PermissionError):
        return PageError("No permission to read this file.", "Ask its owner for the right.")
    return PageError(f"This file cannot be read: {error.strerror}.", "Try again.")


def _refuse_page(entry: Entry) -> None:
    """Refuse a page under another ending, which readers would get as a file with all its signs.

    Raises:
        PageError: it begins as a page does.
    """
    with entry.file.open("rb") as file:
        if file.read(32).replace(b"\r", b"").lstrip(b"\xef\xbb\xbf").startswith(b"---\n"):
            help = f"Rename it “{entry.path.stem.removesuffix('.md')}.md”."
            raise PageError("This file begins as a page does, but its name does not end in “.md”.", help)


def _trouble(path: PurePosixPath, error: PageError, kind: str) -> Trouble:
    return Trouble(kind, Place(path, error.line, error.column), str(error), error.help)
