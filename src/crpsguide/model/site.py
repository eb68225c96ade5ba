"""The whole guide as one value: settings, pages, records and assets."""

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
    """A part of the guide: a folder of pages, its title, and one sentence on its content.

    `claims` are topics of claims that the part links to. `contested` marks the part about the contested treatment, in
    which each page must describe the harms, or link to a page that does. A part that is not `in_menu` is linked from
    the home page and the footer instead.
    """

    folder: str
    title: str
    summary: str = ""
    claims: tuple[str, ...] = ()
    contested: bool = False
    in_menu: bool = True


@record
class Landmarks:
    """Names of pages that every page links to; empty if there is none."""

    urgent_help: str = ""
    how_sure: str = ""
    glossary: str = ""
    about: str = ""


@record
class Pack:
    """Pages for one situation, in reading order, printed as one handout; `name` is part of its address."""

    name: str
    title: str
    summary: str = ""
    pages: tuple[str, ...]


@record
class RuleChoice:
    """The rules that run, by code, letter or name; empty means all. `ignore` maps rules to reasons."""

    select: tuple[str, ...] = ()
    ignore: Mapping[str, str] = field(default_factory=dict)


@record
class Settings:
    """The values of `site.yaml`, or the defaults if the file is missing.

    Without `base_url`, the published address, no canonical URLs, sitemap and feed are written. `contact` is an e-mail
    address or empty. `places` are the places of the values, by dotted path (`packs.0.pages.2`).
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
        """The place of a value, by dotted path; the start of the file if the key is missing."""
        return self.places.get(key, self.place)


@record
class Change:
    """A change to the guide that readers would notice. `text` are its paragraphs."""

    id: str
    place: Place
    title: str
    date: date
    text: tuple[str, ...]


@frozen(kw_only=True)
class Asset:
    """A file that is published unchanged; `file` is on the disk.

    `name` is the path that links use, relative to the pages' folder (`../media/limb.svg`). `size` is the width and
    height of an SVG in its own units, so that a browser can reserve the space. `data_url` is a `data:` URL of a small
    SVG, so that pages can embed it; otherwise empty.
    """

    path: PurePosixPath
    name: PurePosixPath
    address: PurePosixPath
    file: Path
    size: tuple[int, int] | None = None
    data_url: str = ""


MarkdownText = Page | HeardClaim  # parsed Markdown files


@frozen(kw_only=True, eq=False)
class Site:
    """A guide. Pages are keyed by name, records by id. Sites are compared by identity.

    A site may be reduced to some pages; `all_pages` then holds every page, as a target of links. `record_texts` are
    the published texts of files other than pages and claims. `troubles` are faults found while reading; rules report
    them. `drafts` are the names of unpublished pages. `incomplete_pages` have missing or wrong front matter: they are
    checked, but not rendered. `styles` are the guide's own style sheets and `digests` the digests of all files, both
    by path in the guide's folder.
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
        """All parsed Markdown: the pages, then the claims."""
        return (*self.pages.values(), *self.claims.values())

    @property
    def known_pages(self) -> Mapping[PurePosixPath, Page]:
        """All pages that are targets of links."""
        return self.all_pages or self.pages

    def phrases(self, name: str) -> Mapping[str, Phrase]:
        """The entries of a wording list, by key; empty if the guide has no such list."""
        wording_list = self.wording.get(name)
        return wording_list.phrases if wording_list else {}

    def landmark(self, name: str) -> Page | None:
        """The page that the settings name as this landmark (`urgent_help`), None if there is none."""
        page_name = getattr(self.settings.landmarks, name).partition("#")[0]
        return self.pages.get(PurePosixPath(page_name)) if page_name else None

    def finding(self, id: str) -> Finding | None:
        """The finding with this id (`source#key`), or None."""
        source_id, _, key = id.partition("#")
        source = self.sources.get(source_id)
        return source.findings.get(key) if source else None

    def findings(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """The findings with these ids, each once and in order; ids of whole sources and unknown ids are skipped."""
        return tuple(found for id in dict.fromkeys(ids) if (found := self.finding(id)))
