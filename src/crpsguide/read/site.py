"""From the folder of a guide to the Site."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from crpsguide.errors import GuideError, PageError
from crpsguide.model import (
    ADDRESSES,
    FORGETFUL,
    Asset,
    Change,
    Contact,
    Finding,
    Fingerprint,
    HeardClaim,
    Organisation,
    Page,
    PassageKind,
    Phrase,
    Place,
    RecordText,
    Settings,
    Shelf,
    Site,
    Source,
    Term,
    TextKind,
    Trouble,
    WordingList,
    key_of,
)
from crpsguide.read.body import BodyParser
from crpsguide.read.claims import parse_claim
from crpsguide.read.drawings import refuse_unsafe_drawing
from crpsguide.read.folder import Entry, collisions, walk
from crpsguide.read.media import refuse_false_file
from crpsguide.read.pages import Front, parse_page, split_front_matter
from crpsguide.read.records import parse_record
from crpsguide.read.shown import shown_text
from crpsguide.read.terms import Terms
from crpsguide.read.text import decode, without_hidden
from crpsguide.read.typed_words import typed_passage
from crpsguide.read.values import values_without_number, with_named_parts
from crpsguide.read.yaml_tree import Document, parse_yaml
from crpsguide.read.yaml_tree import Path as YamlPath
from crpsguide.workers import spread

CONTENT = PurePosixPath("content")
TEMPLATES = PurePosixPath("templates")
# Folders and files of a guide that hold something other than pages.
NOT_PAGES = frozenset({"evidence", "claims", "clinics", "contacts", "wording", "changes", "fingerprints"})
RECORDS = frozenset({"site.yaml", "glossary.yaml"})
NEVER_PUBLISHED = frozenset({".yaml", ".yml", ".py", ".toml"})
WEB_ADDRESS = re.compile(r"https?://[^/\s]+[^\s\"'<>]*\Z")
FIRST_BYTES = 1024 * 1024  # a file larger than any page is not read further

Name = TypeVar("Name")
Shape = TypeVar("Shape")
Understood = tuple[Shape | None, tuple[Trouble, ...]]  # nothing without a trouble


def read_site(root: Path, *, drafts: bool = False, shelf: Shelf = FORGETFUL, jobs: int = 1) -> Site:
    """Read a guide: the folder that holds `content`.

    What cannot be understood is set aside and kept in `troubles`. Drafts are left out unless
    asked for. `shelf` holds files as they were understood before; `jobs` processes understand the others.

    Raises:
        GuideError: there is no content folder, or nothing in it.
    """
    content = root / CONTENT
    if not content.exists():
        raise GuideError(f"There is no folder “content” in {root}.", "Change to the folder of a guide, or name it.")
    if not content.is_dir():
        raise GuideError(f"“content” in {root} is a file; it should be a folder.", "Rename the file.")
    reader = _Reader(root, shelf, jobs)
    return reader.site(drafts)


@dataclass(slots=True)
class _Reader:
    """Gathers what the files of one guide hold."""

    root: Path
    shelf: Shelf
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
        settings = self._settings(below.get(PurePosixPath("site.yaml")))
        glossary = self._by_key(below.get(PurePosixPath("glossary.yaml")), Term, "This term", TextKind.TERM)
        known = {form: term.id for term in glossary.values() for form in term.forms or (term.term,)}
        parser = BodyParser(Terms(known))
        everything = self._pages(below, has_pages_folder, parser, key_of(*known.items()))
        sources = dict(self._sources(below))
        claims = dict(self._claims(below, sources, parser, key_of(*known.items())))
        published = {name: page for name, page in everything.items() if drafts or not page.front_matter.draft}
        organisations = dict(self._organisations(below))
        contacts, wording = self._contacts(below), self._wording(below)
        changes = tuple(sorted(self._changes(below), key=lambda one: (one.date, one.id), reverse=True))
        return Site(
            root=self.root,
            settings=settings,
            pages=published,
            assets=self._assets(below, has_pages_folder),
            sources=sources,
            claims={id: claim for id, claim in claims.items() if drafts or not claim.draft},
            organisations=organisations,
            contacts=contacts,
            glossary=glossary,
            wording=wording,
            fingerprints=dict(self._fingerprints(below)),
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
        for first, second in collisions(one.path for one in found):
            self.troubles.append(
                Trouble(
                    "file",
                    Place(second),
                    f"Some machines take {first} and {second} for one file.",
                    "Rename one of them.",
                )
            )
        yield from found

    def _text(self, entry: Entry) -> str | None:
        data = self._data(entry)
        text, troubles = (None, ()) if data is None else _decoded(entry, data)
        self.troubles.extend(troubles)
        return text

    def _data(self, entry: Entry) -> bytes | None:
        try:
            with entry.file.open("rb") as file:
                data = file.read(FIRST_BYTES)
        except PermissionError:
            self._keep(
                entry.path,
                PageError("No permission to read this file.", "Ask its owner for the right."),
                "file",
            )
        except FileNotFoundError:
            return None  # it vanished while the guide was read
        except OSError as error:
            self._keep(entry.path, PageError(f"This file cannot be read: {error.strerror}.", "Try again."), "file")
        else:
            self.digests[entry.path] = blake2b(data, digest_size=16).hexdigest()
            return data
        return None

    def _yaml(self, entry: Entry) -> Document | None:
        text = self._text(entry)
        if text is None:
            return None
        try:
            return parse_yaml(text, entry.path)
        except PageError as error:
            self._keep(entry.path, error, "unreadable")
            return None

    def _keep(self, path: PurePosixPath, error: PageError, kind: str) -> None:
        self.troubles.append(_trouble(path, error, kind))

    def _record(
        self,
        shape: type[Shape],
        document: Document,
        what: str,
        known: Mapping[str, Any],
        at: tuple[str, ...] = (),
    ) -> Shape | None:
        value, troubles = parse_record(shape, document, at=at, known=known, what=what, kind="record")
        self.troubles.extend(troubles)
        return value

    # Pages and what is published beside them

    def _pages(
        self, below: Mapping[PurePosixPath, Entry], has_pages_folder: bool, parser: BodyParser, terms: str
    ) -> dict[PurePosixPath, Page]:
        def page(name: PurePosixPath, entry: Entry, text: str) -> Understood[Page]:
            return _understood(entry, lambda: parse_page(text, path=entry.path, name=name, parser=parser))

        named = [one for one in self._of_pages(below, has_pages_folder) if one[0].suffix == ".md"]
        return dict(self._each(named, page, "page", terms))

    def _each(
        self,
        named: Iterable[tuple[Name, Entry]],
        understand: Callable[[Name, Entry, str], Understood[Shape]],
        *made_with: str,
    ) -> Iterator[tuple[Name, Shape]]:
        """What each file holds, by its name; those that are not on the shelf are parted among processes."""

        def understood(path: PurePosixPath) -> Understood[Shape]:
            name, entry, data = files[path]
            text, troubles = _decoded(entry, data)
            if text is None:
                return None, troubles
            value, more = understand(name, entry, text)
            return value, (*troubles, *more)

        files = {entry.path: (name, entry, data) for name, entry in named if (data := self._data(entry)) is not None}
        keys = {path: key_of(*made_with, path, self.digests[path]) for path in files}
        known = {path: found for path in files if (found := self.shelf.recall(keys[path])) is not None}
        new = [path for path in files if path not in known]
        for share in spread(lambda paths: {one: understood(one) for one in paths}, new, self.jobs):
            for path, found in share.items():
                known[path] = found
                self.shelf.keep(keys[path], found)
        for path, (name, _, _) in files.items():
            value, troubles = known[path]
            self.troubles.extend(troubles)
            if value is not None:
                yield name, value

    def _assets(self, below: Mapping[PurePosixPath, Entry], has_pages_folder: bool) -> dict[PurePosixPath, Asset]:
        assets = {}
        for name, entry in self._of_pages(below, has_pages_folder):
            if name.suffix != ".md" and name.suffix.casefold() not in NEVER_PUBLISHED and self._is_safe(entry):
                assets[name] = Asset(path=entry.path, name=name, address=name, file=entry.file)
        for path, entry in below.items():
            if path.parts[0] == "media" and has_pages_folder and self._is_safe(entry):
                # A page reaches a shared picture by the way that its file lies: ../../media/limb.svg
                name = PurePosixPath("..", path)
                assets[name] = Asset(path=entry.path, name=name, address=path, file=entry.file)
        return assets

    def _is_safe(self, entry: Entry) -> bool:
        is_drawing = entry.path.suffix.casefold() == ".svg"
        try:
            refuse_false_file(entry.path, entry.file)
            if is_drawing:
                refuse_unsafe_drawing(entry.file.read_bytes())
        except PageError as error:
            self._keep(entry.path, error, "unsafe-drawing" if is_drawing else "false-file")
            return not is_drawing  # links to a false file are judged all the same
        except OSError as error:
            self._keep(entry.path, PageError(f"This file cannot be read: {error.strerror}.", "Try again."), "file")
            return False
        return True

    def _of_pages(
        self, below: Mapping[PurePosixPath, Entry], has_pages_folder: bool
    ) -> Iterator[tuple[PurePosixPath, Entry]]:
        """The files among the pages, by their names below the pages' folder."""
        for path, entry in below.items():
            if has_pages_folder:
                if path.parts[0] == "pages":
                    yield path.relative_to("pages"), entry
            elif path.as_posix() not in RECORDS and not (len(path.parts) > 1 and path.parts[0] in NOT_PAGES):
                yield path, entry

    # Records

    def _settings(self, entry: Entry | None) -> Settings:
        if entry is None:
            return Settings(place=Place(CONTENT / "site.yaml"))
        document = self._yaml(entry)
        default = Settings(place=Place(entry.path))
        if document is None:
            return default
        self.texts.append(shown_text(TextKind.SETTINGS, document, entry.path))
        written = document.data.get("base_url")
        if isinstance(written, str) and written and not WEB_ADDRESS.match(written):
            error = PageError(
                f"“{written}” is not the address of a website.",
                "Write all of it, such as “https://example.org”.",
                line=document.place(("base_url",)).line,
            )
            self._keep(entry.path, error, "record")
            return default
        return self._record(Settings, document, "The guide", {"place": Place(entry.path)}) or default

    def _by_key(self, entry: Entry | None, shape: type[Shape], what: str, kind: TextKind) -> dict[str, Shape]:
        """The records of a file that holds many, each under its id."""
        document = self._yaml(entry) if entry else None
        records: dict[str, Shape] = {}
        if entry is None or document is None:
            return records
        self.texts.append(shown_text(kind, document, entry.path))
        for key in document.data:
            known = {"id": key, "place": document.keys[(key,)]} | _link_place(document, (key, "url"))
            record = self._record(shape, document, what, known, (key,))
            if record is not None:
                records[key] = record
        return records

    def _in(self, below: Mapping[PurePosixPath, Entry], folder: str, suffix: str) -> Iterator[Entry]:
        for path, entry in below.items():
            if len(path.parts) > 1 and path.parts[0] == folder and path.suffix == suffix:
                yield entry

    def _sources(self, below: Mapping[PurePosixPath, Entry]) -> Iterator[tuple[str, Source]]:
        def source(id: str, entry: Entry, text: str) -> Understood[tuple[Source, RecordText]]:
            return _understood(entry, lambda: _source(id, entry, text))

        named = [(entry.path.stem, entry) for entry in self._in(below, "evidence", ".yaml")]
        for id, (found, shown) in self._each(named, source, "source"):
            self.texts.append(shown)
            yield id, found

    def _claims(
        self, below: Mapping[PurePosixPath, Entry], sources: Mapping[str, Source], parser: BodyParser, terms: str
    ) -> Iterator[tuple[str, HeardClaim]]:
        citable = frozenset(source.id for source in sources.values() if source.may_be_cited)

        def claim(id: str, entry: Entry, text: str) -> Understood[HeardClaim]:
            return _understood(entry, lambda: parse_claim(text, path=entry.path, citable=citable, parser=parser))

        named = [(entry.path.stem, entry) for entry in self._in(below, "claims", ".md")]
        yield from self._each(named, claim, "claim", terms, *sorted(citable))

    def _organisations(self, below: Mapping[PurePosixPath, Entry]) -> Iterator[tuple[str, Organisation]]:
        for entry in self._in(below, "clinics", ".yaml"):
            document = self._yaml(entry)
            if document is None:
                continue
            self.texts.append(shown_text(TextKind.ORGANISATION, document, entry.path))
            known = {"id": entry.path.stem, "place": Place(entry.path)} | _link_place(document, ("website",))
            organisation = self._record(Organisation, document, "This organisation", known)
            if organisation is not None:
                yield entry.path.stem, organisation

    def _contacts(self, below: Mapping[PurePosixPath, Entry]) -> dict[str, Contact]:
        contacts: dict[str, Contact] = {}
        for entry in self._in(below, "contacts", ".yaml"):
            contacts.update(self._by_key(entry, Contact, "This contact", TextKind.CONTACT))
        return contacts

    def _wording(self, below: Mapping[PurePosixPath, Entry]) -> dict[str, WordingList]:
        return {
            entry.path.stem: WordingList(
                name=entry.path.stem,
                place=Place(entry.path),
                phrases=self._by_key(entry, Phrase, "This entry", TextKind.WORDING),
            )
            for entry in self._in(below, "wording", ".yaml")
        }

    def _fingerprints(self, below: Mapping[PurePosixPath, Entry]) -> Iterator[tuple[str, Fingerprint]]:
        for entry in self._in(below, "fingerprints", ".yaml"):
            document = self._yaml(entry)
            if document is None:
                continue
            known = {"id": entry.path.stem, "place": Place(entry.path)}
            one = self._record(Fingerprint, document, "This fingerprint", known)
            if one is not None:
                yield entry.path.stem, one

    def _changes(self, below: Mapping[PurePosixPath, Entry]) -> Iterator[Change]:
        for entry in self._in(below, "changes", ".md"):
            text = self._text(entry)
            if text is None:
                continue
            try:
                front = split_front_matter(text, entry.path)
            except PageError as error:
                self._keep(entry.path, error, "unreadable")
                continue
            if front.document is None:
                self._keep(entry.path, PageError("This change has no front matter.", "Begin with “---”."), "record")
                continue
            paragraphs = tuple(" ".join(one.split()) for one in re.split(r"\n\s*\n", front.body) if one.strip())
            self.texts.append(_change_text(entry.path, text, front))
            known = {"id": entry.path.stem, "place": Place(entry.path), "text": paragraphs}
            change = self._record(Change, front.document, "This change", known)
            if change is not None:
                yield change


def _decoded(entry: Entry, data: bytes) -> Understood[str]:
    try:
        text, hidden = without_hidden(decode(data))
    except PageError as error:
        return None, (_trouble(entry.path, error, "unreadable"),)
    return text, tuple(_trouble(entry.path, one, "unreadable") for one in hidden)


def _understood(entry: Entry, parse: Callable[[], Understood[Shape]]) -> Understood[Shape]:
    """What a file holds, or the trouble that nothing of it can be understood."""
    try:
        return parse()
    except PageError as error:
        return None, (_trouble(entry.path, error, "unreadable"),)


def _trouble(path: PurePosixPath, error: PageError, kind: str) -> Trouble:
    return Trouble(kind, Place(path, error.line, error.column), str(error), error.help)


def _source(id: str, entry: Entry, text: str) -> Understood[tuple[Source, RecordText]]:
    """A source with its findings, and what readers get of it.

    Raises:
        PageError: the file is no YAML.
    """
    document = with_named_parts(parse_yaml(text, entry.path))
    troubles = [*values_without_number(document)]
    findings: dict[str, Finding] = {}
    written = document.data.get("findings")
    for key in written if isinstance(written, dict) else ():
        known = {"id": f"{id}#{key}", "place": document.keys[("findings", key)]}
        what = f"The finding “{key}”"
        finding, told = parse_record(Finding, document, at=("findings", key), known=known, what=what, kind="record")
        troubles += told
        if finding is not None:
            findings[key] = finding
    known = {"id": id, "place": Place(entry.path), "findings": findings}
    known |= _link_place(document, *(("source", name) for name in ADDRESSES))
    source, told = parse_record(Source, document, known=known, what="This source", kind="record")
    troubles += told
    if source is None:
        return None, tuple(troubles)
    return (source, shown_text(TextKind.SOURCE, document, entry.path)), tuple(troubles)


def _link_place(document: Document, *paths: YamlPath) -> dict[str, Place]:
    """The place of a record's address, the first of these that is written, under the name that records have for it."""
    written = next((path for path in paths if path in document.values), None)
    return {"link_place": document.values[written]} if written else {}


def _change_text(path: PurePosixPath, text: str, front: Front) -> RecordText:
    """What readers get of a change: its title, and its paragraphs."""
    assert front.document is not None
    lines = text.split("\n")
    paragraphs = []
    for match in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", front.body):
        line = front.first_line + front.body.count("\n", 0, match.start())
        paragraphs.append(typed_passage(match[0], lines, Place(path, line), PassageKind.PARAGRAPH))
    title = shown_text(TextKind.CHANGE, front.document, path)
    return replace(title, passages=(*title.passages, *paragraphs), source_lines=tuple(lines))
