"""Reads the folder of a guide into a Site."""

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
from crpsguide.read.text import decode, encoding_faults, merge_conflicts, without_hidden
from crpsguide.workers import in_parallel

TEMPLATES = PurePosixPath("templates")
MAX_READ = 1024 * 1024  # bytes of a file; no page is larger

Name = TypeVar("Name")
Value = TypeVar("Value")
Result = tuple[Value | None, tuple[Trouble, ...]]  # of parsing a file; without a value there is at least one trouble


def read_site(
    root: Path,
    *,
    drafts: bool = False,
    cache: Cache = NO_CACHE,
    digests: Mapping[str, str] | None = None,
    jobs: int = 1,
) -> Site:
    """Read a guide: the folder that holds `content`.

    What cannot be parsed is left out and reported in the site's `troubles`. `drafts` includes the drafts. `cache` holds
    parsed files from earlier runs; `jobs` processes parse the others. `digests` are those of the files a moment ago,
    by path: a file whose digest is in the cache is not read again.

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
    """Reads the files of one guide, and collects what is wrong with them."""

    root: Path
    cache: Cache
    known_digests: Mapping[str, str]  # by path on disk
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
        files = {entry.path.relative_to(CONTENT): entry for entry in entries}
        has_pages_folder = (self.root / CONTENT / "pages").is_dir()
        self.troubles.extend(misplaced(self.root, files, has_pages_folder))
        settings = dict(self._records(files, "site.yaml", parse_settings)).get("site")
        glossary = dict(self._records(files, "glossary.yaml", parse_terms)).get("glossary", {})
        term_ids = {form: term.id for term in glossary.values() for form in term.forms or (term.term,)}
        parser, terms_key = BodyParser(Terms(term_ids)), key_of(*term_ids.items())
        all_pages = self._pages(files, has_pages_folder, parser, terms_key)
        sources = dict(self._records(files, "evidence/*.yaml", parse_source))
        claims = dict(self._claims(files, sources, parser, terms_key))
        published = {name: page for name, page in all_pages.items() if drafts or not page.front_matter.draft}
        organisations = dict(self._records(files, "clinics/*.yaml", parse_organisation))
        contact_files = self._records(files, "contacts/*.yaml", parse_contacts)
        contacts = self._unique_contacts(contact for _, found in contact_files for contact in found.values())
        wording = dict(self._records(files, "wording/*.yaml", parse_wording))
        fingerprints = dict(self._records(files, "fingerprints/*.yaml", parse_fingerprint))
        changes = tuple(change for _, change in self._records(files, "changes/*.md", parse_change))
        return Site(
            root=self.root,
            settings=settings or Settings(place=Place(CONTENT / "site.yaml")),
            pages={name: page for name, page in published.items() if not page.missing_keys},
            incomplete_pages={name: page for name, page in published.items() if page.missing_keys},
            assets=self._assets(files, has_pages_folder),
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
            drafts=frozenset(all_pages.keys() - published.keys()),
            styles=self.styles,
            digests=self.digests,
        )

    # Files

    def _entries(self) -> Iterator[Entry]:
        """The files of `content`, without copies; reads the guide's own styles on the way."""
        found = []
        for entry_or_error in walk(self.root, CONTENT):
            if isinstance(entry_or_error, Entry):
                found.append(entry_or_error)
            else:
                self._report(*entry_or_error, "file")
        for entry_or_error in walk(self.root, TEMPLATES):
            if not isinstance(entry_or_error, Entry):
                self._report(*entry_or_error, "file")
            elif entry_or_error.path.suffix == ".css" and (text := self._text(entry_or_error)) is not None:
                self.styles[entry_or_error.path] = text
        paths = {entry.path for entry in found}
        for first, second in collisions(entry.path for entry in found):
            kind = "file" if second in paths else "folder"
            message = f"Some machines take {first} and {second} for one {kind}."
            self.troubles.append(Trouble("file", Place(second), message, "Rename one of them."))
        copied = dict(copies(found))
        self.troubles.extend(copied.values())
        yield from (entry for entry in found if entry.path not in copied)

    def _text(self, entry: Entry) -> str | None:
        data = self._data(entry)
        text, troubles = (None, ()) if data is None else _decoded(entry, data)
        self.troubles.extend(troubles)
        return text

    def _data(self, entry: Entry) -> bytes | None:
        try:
            with entry.file.open("rb") as file:
                data = file.read(MAX_READ)
        except FileNotFoundError:
            return None  # it vanished while the guide was read
        except OSError as error:
            self._report(entry.path, _refusal(error), "file")
            return None
        self.digests[entry.path] = _digest(data)
        return data

    def _report(self, path: PurePosixPath, error: PageError, kind: str) -> None:
        self.troubles.append(_trouble(path, error, kind))

    # Pages and assets

    def _pages(
        self, files: Mapping[PurePosixPath, Entry], has_pages_folder: bool, parser: BodyParser, terms_key: str
    ) -> dict[PurePosixPath, Page]:
        def page(name: PurePosixPath, entry: Entry, text: str) -> Result[Page]:
            return parse_page(text, path=entry.path, name=name, parser=parser)

        named = [(name, entry) for name, entry in page_files(files, has_pages_folder) if name.suffix == ".md"]
        return dict(self._parsed(named, page, "page", terms_key))

    def _parsed(
        self,
        named: Iterable[tuple[Name, Entry]],
        parse: Callable[[Name, Entry, str], Result[Value]],
        *key_parts: str,
    ) -> Iterator[tuple[Name, Value]]:
        """The value of each file that can be parsed, by name; several processes parse those that are not cached.

        `parse` may raise a PageError. `key_parts` are what its results depend on, apart from the file.
        """
        files = {entry.path: (name, entry) for name, entry in named}
        parser_key = key_of(*key_parts)
        results, contents = {}, {}
        for path, (_, entry) in files.items():
            result, content = self._cached(entry, parser_key)
            if result is not None:
                results[path] = result
            elif content is not None:
                contents[path] = content

        def parse_all(paths: Iterable[PurePosixPath]) -> Mapping[PurePosixPath, Result[Value]]:
            return {path: _parse_file(*files[path], contents[path], parse) for path in paths}

        for batch in in_parallel(parse_all, [*contents], self.jobs):
            for path, result in batch.items():
                results[path] = result
                if not any(trouble.kind == "page-without-end" for trouble in result[1]):  # an idle machine may manage
                    self.cache.put(f"{parser_key} {path} {self.digests[path]}", result)
        for path, (name, _) in files.items():
            value, troubles = results.get(path, (None, ()))
            self.troubles.extend(troubles)
            if value is not None:
                yield name, value

    def _cached(self, entry: Entry, parser_key: str) -> tuple[Any, bytes | None]:
        """The cached result for a file, and its content; None where there is none, or it was not needed."""
        content, digest = None, self.known_digests.get(entry.on_disk)
        result = self.cache.get(f"{parser_key} {entry.path} {digest}") if digest else None
        if digest and result is not None:
            self.digests[entry.path] = digest
        elif (content := self._data(entry)) is not None:
            result = self.cache.get(f"{parser_key} {entry.path} {self.digests[entry.path]}")
        return result, content

    def _assets(self, files: Mapping[PurePosixPath, Entry], has_pages_folder: bool) -> dict[PurePosixPath, Asset]:
        placed = [
            (name, name, entry)
            for name, entry in page_files(files, has_pages_folder)
            if name.suffix != ".md" and name.suffix.casefold() not in NEVER_PUBLISHED
        ]
        # Pages link to shared pictures by their files: ../../media/limb.svg
        shared = [(path, entry) for path, entry in files.items() if path.parts[0] == "media" and has_pages_folder]
        placed += [(PurePosixPath("..", path), path, entry) for path, entry in shared]
        assets = (self._asset(name, address, entry) for name, address, entry in placed)
        return {asset.name: asset for asset in assets if asset}

    def _asset(self, name: PurePosixPath, address: PurePosixPath, entry: Entry) -> Asset | None:
        """The file as an asset; None if it must not be published, which is reported."""
        is_drawing, drawing = entry.path.suffix.casefold() == ".svg", Svg(None, "")
        try:
            if entry.path.suffix.casefold() == ".txt" and name == address:
                _refuse_page(entry)
            refuse_false_file(entry.path, entry.file)
            drawing = self._drawing(entry) if is_drawing else drawing
        except PageError as error:
            self._report(entry.path, error, "unsafe-drawing" if is_drawing else "false-file")
            if is_drawing:
                return None  # any other false file stays an asset, so that links to it are not reported too
        except OSError as error:
            self._report(entry.path, _refusal(error), "file")
            return None
        return Asset(
            path=entry.path, name=name, address=address, file=entry.file, size=drawing.size, data_url=drawing.data_url
        )

    def _drawing(self, entry: Entry) -> Svg:
        """The parsed drawing, from the cache if the file's digest of a moment ago is there."""
        digest = self.known_digests.get(entry.on_disk, "")
        key = f"drawing {digest}"
        if digest and (cached := self.cache.get(key)) is not None:
            return Svg(*cached)
        drawing = read_drawing(entry.file)
        if digest and digest == _digest(entry.file.read_bytes()):  # unchanged since
            self.cache.put(key, (drawing.size, drawing.data_url))
        return drawing

    # Records

    def _records(
        self, files: Mapping[PurePosixPath, Entry], pattern: str, parse: Callable[[str, PurePosixPath], Parsed[Value]]
    ) -> Iterator[tuple[str, Value]]:
        """The records in the files that match a pattern, by name; their published texts are collected in `texts`."""

        def parsed(name: str, entry: Entry, text: str) -> Parsed[Value]:
            return parse(text, entry.path)

        for name, (record, text) in self._parsed(record_files(files, pattern), parsed, parse.__name__):
            self.texts += [text] if text else []
            if record is not None:
                yield name, record

    def _unique_contacts(self, contacts: Iterable[Contact]) -> dict[str, Contact]:
        """The contacts by id; of two with the same id, the first."""
        by_id: dict[str, Contact] = {}
        for contact in contacts:
            if (first := by_id.setdefault(contact.id, contact)) is not contact:
                message = f"“{contact.id}” stands in {first.place.path} already, so readers would get one of the two."
                self.troubles.append(Trouble("record", contact.place, message, "Give one of them another name."))
        return by_id

    def _claims(
        self, files: Mapping[PurePosixPath, Entry], sources: Mapping[str, Source], parser: BodyParser, terms_key: str
    ) -> Iterator[tuple[str, HeardClaim]]:
        citable = frozenset(source.id for source in sources.values() if source.may_be_cited)

        def claim(id: str, entry: Entry, text: str) -> Result[HeardClaim]:
            return parse_claim(text, path=entry.path, citable=citable, parser=parser)

        yield from self._parsed(record_files(files, "claims/*.md"), claim, "claim", terms_key, *sorted(citable))


def _decoded(entry: Entry, data: bytes) -> Result[str]:
    try:
        typed = decode(data)
        text, hidden = without_hidden(typed)
    except PageError as error:
        return None, (_trouble(entry.path, error, "unreadable"),)
    errors = (*hidden, *encoding_faults(typed), *merge_conflicts(typed))
    return text, tuple(_trouble(entry.path, error, "unreadable") for error in errors)


def _parse_file(
    name: Name, entry: Entry, data: bytes, parse: Callable[[Name, Entry, str], Result[Value]]
) -> Result[Value]:
    """Decode and parse a file; a PageError becomes a trouble."""
    text, troubles = _decoded(entry, data)
    if text is None:
        return None, troubles
    try:
        value, more = parse(name, entry, text)
    except SlowPageError as error:
        return None, (*troubles, _trouble(entry.path, error, "page-without-end"))
    except PageError as error:
        return None, (*troubles, _trouble(entry.path, error, "unreadable"))
    return value, (*troubles, *more)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _refusal(error: OSError) -> PageError:
    """Why a file cannot be read, in an editor's words."""
    if isinstance(error, PermissionError):
        return PageError("No permission to read this file.", "Ask its owner for the right.")
    return PageError(f"This file cannot be read: {error.strerror}.", "Try again.")


def _refuse_page(entry: Entry) -> None:
    """Refuse a page with another extension, which would be published as it is.

    Raises:
        PageError: it begins like a page.
    """
    with entry.file.open("rb") as file:
        if file.read(32).replace(b"\r", b"").lstrip(b"\xef\xbb\xbf").startswith(b"---\n"):
            help = f"Rename it “{entry.path.stem.removesuffix('.md')}.md”."
            raise PageError("This file begins as a page does, but its name does not end in “.md”.", help)


def _trouble(path: PurePosixPath, error: PageError, kind: str) -> Trouble:
    return Trouble(kind, Place(path, error.line, error.column), str(error), error.help)
