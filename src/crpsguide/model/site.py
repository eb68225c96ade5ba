"""The whole guide as one value."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path, PurePosixPath

from crpsguide.frozen import frozen, record
from crpsguide.model.claims import HeardClaim
from crpsguide.model.diagnostics import Trouble
from crpsguide.model.evidence import Finding, Source
from crpsguide.model.page import Page
from crpsguide.model.place import Place
from crpsguide.model.record_texts import RecordText
from crpsguide.model.records import Contact, Fingerprint, Organisation, Phrase, Term, WordingList


@record
class NavSection:
    """A part of the guide: a folder of pages, its title, and one sentence on what is in it.

    `claims` are the topics of claims heard elsewhere that the part points to. `contested` marks the part
    about the contested treatment: each page in it tells of the harms, or links to one that does.
    A part that is not `in_menu` is linked from the home page and the footer of each page instead.
    """

    folder: str
    title: str
    summary: str = ""
    claims: tuple[str, ...] = ()
    contested: bool = False
    in_menu: bool = True


@record
class Landmarks:
    """Pages that every page links to, by their names below the pages' folder; empty when there is none."""

    urgent_help: str = ""
    how_sure: str = ""
    glossary: str = ""
    about: str = ""


@record
class Pack:
    """Pages for one situation, in reading order, to print as one handout.

    `name` is part of the handout's address; `pages` are names below the pages' folder.
    """

    name: str
    title: str
    summary: str = ""
    pages: tuple[str, ...]


@record
class RuleChoice:
    """Which rules run, by code, letter or name; `ignore` maps each ignored one to the reason."""

    select: tuple[str, ...] = ()
    ignore: Mapping[str, str] = field(default_factory=dict)


@record
class Settings:
    """`site.yaml`: the guide's name and how it presents itself. A folder without the file has the defaults.

    `base_url` is the published address, without which no canonical address, sitemap or feed is
    written. `contact` is an e-mail address, empty when there is none yet. `places` are the places of the values,
    by dotted path (`packs.0.pages.2`).
    """

    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, repr=False)
    name: str = "A guide"
    short_name: str = ""
    summary: str = ""
    language: str = "en-GB"
    base_url: str = ""
    contact: str = ""
    funding: str = ""
    written_by: str = ""
    licence: str = ""
    licence_url: str = ""
    subject: str = ""
    subject_names: tuple[str, ...] = ()
    sections: tuple[NavSection, ...] = ()
    landmarks: Landmarks = field(default_factory=Landmarks)
    packs: tuple[Pack, ...] = ()
    rules: RuleChoice = field(default_factory=RuleChoice)

    def place_of(self, key: str) -> Place:
        """The place of a value; the file's first line when it is not written."""
        return self.places.get(key, self.place)


@record
class Change:
    """A change to the guide that readers would notice, in plain words. `text` holds its paragraphs."""

    id: str
    place: Place
    title: str
    date: date
    text: tuple[str, ...]


@frozen(kw_only=True)
class Asset:
    """A file that is published unchanged: `name` below the pages' folder or `media/…`, `file` on the disk.

    `size` is the width and the height of a drawing in its own units, so that a browser can reserve the space.
    `whole` is a `data:` URL of a small drawing, so that a page that shows it need not request a file; else empty.
    """

    path: PurePosixPath
    name: PurePosixPath
    address: PurePosixPath
    file: Path
    size: tuple[int, int] | None = None
    whole: str = ""


MarkdownText = Page | HeardClaim  # what an editor writes in Markdown


@frozen(kw_only=True, eq=False)
class Site:
    """Everything that was read. Pages are keyed by name, all else by id. Sites are compared by identity.

    A site may be reduced to some pages; `all_pages` then holds every page, as a target of links. `record_texts` are
    the texts that readers get from files other than pages and claims. `troubles` are what could not be read as
    written; rules report them. `drafts` are the names of unpublished pages. `incomplete_pages` lack required front
    matter: they are checked, but not rendered. `styles` are the guide's own style sheets and `digests` the digests of
    all files, both by path in its folder.
    """

    root: Path
    settings: Settings
    pages: Mapping[PurePosixPath, Page]
    all_pages: Mapping[PurePosixPath, Page] = field(default_factory=dict)
    assets: Mapping[PurePosixPath, Asset] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, HeardClaim] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    wording: Mapping[str, WordingList] = field(default_factory=dict)
    fingerprints: Mapping[str, Fingerprint] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    record_texts: tuple[RecordText, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    drafts: frozenset[PurePosixPath] = frozenset()
    incomplete_pages: Mapping[PurePosixPath, Page] = field(default_factory=dict)
    styles: Mapping[PurePosixPath, str] = field(default_factory=dict)
    digests: Mapping[PurePosixPath, str] = field(repr=False, default_factory=dict)

    @property
    def texts(self) -> tuple[MarkdownText, ...]:
        """Every text in Markdown: the pages, and the claims heard elsewhere."""
        return (*self.pages.values(), *self.claims.values())

    @property
    def known_pages(self) -> Mapping[PurePosixPath, Page]:
        """Every page that a link can lead to."""
        return self.all_pages or self.pages

    def phrases(self, name: str) -> Mapping[str, Phrase]:
        """The entries of a wording list, by key; empty when the guide has no such list."""
        wording_list = self.wording.get(name)
        return wording_list.phrases if wording_list else {}

    def landmark(self, name: str) -> Page | None:
        """The page that the settings name as this landmark (`urgent_help`), None when there is none."""
        written = getattr(self.settings.landmarks, name).partition("#")[0]
        return self.pages.get(PurePosixPath(written)) if written else None

    def finding(self, id: str) -> Finding | None:
        """The finding with this id (`source#key`), or None."""
        name, _, key = id.partition("#")
        source = self.sources.get(name)
        return source.findings.get(key) if source else None

    def findings(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """The findings with these ids, each once and in order; ids of whole sources and unknown ids are skipped."""
        return tuple(found for id in dict.fromkeys(ids) if (found := self.finding(id)))
