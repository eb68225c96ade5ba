"""Navigation: the parts of the guide, breadcrumbs, previous and next pages, and related pages."""

import posixpath
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.frozen import frozen
from crpsguide.model import EasyFrontMatter, NavSection, OutlineFrontMatter, Page, Site, ToolFrontMatter
from crpsguide.render.addresses import CLAIMS, HOME, SOURCES, section_address
from crpsguide.render.claims import CLAIMS_TITLE, Topic, topics

SOURCES_TITLE = "All sources"


@frozen
class Part:
    """A part of the guide with its pages in reading order.

    `own_index` is the page that an editor wrote as the part's index, None if the index is generated; it is not in
    `pages`.
    """

    section: NavSection
    pages: tuple[Page, ...]
    own_index: Page | None

    @property
    def address(self) -> PurePosixPath:
        """The part's index page, generated or written by an editor."""
        return section_address(self.section.folder)


@frozen
class Crumb:
    """One item of the breadcrumbs."""

    title: str
    address: PurePosixPath


@lru_cache(maxsize=2)  # called for every page, with the site and with its outline
def parts(site: Site) -> tuple[Part, ...]:
    """The parts with at least one page, in the order of `site.yaml`."""
    found = []
    for section in site.settings.sections:
        pages = [page for page in site.pages.values() if page.folder == section.folder]
        index = next((page for page in pages if page.address == section_address(section.folder)), None)
        if pages:
            found.append(Part(section, in_order(page for page in pages if page is not index), index))
    return tuple(found)


def topics_of(site: Site, section: NavSection | None) -> tuple[Topic, ...]:
    """The topics of heard claims that a section of the navigation lists, in its order."""
    known = {topic.key: topic for topic in topics(site)} if section and section.claims else {}
    return tuple(known[key] for key in section.claims if key in known) if section else ()


def part_of(site: Site, folder: str) -> Part | None:
    """The part in a folder; None if there is none."""
    return next((part for part in parts(site) if part.section.folder == folder), None)


def crumbs(site: Site, title: str, address: PurePosixPath) -> tuple[Crumb, ...]:
    """The breadcrumbs of a file, itself last; empty for the home page."""
    if address == HOME:
        return ()
    trail = [Crumb("Home", HOME)]
    part = part_of(site, address.parts[0]) if len(address.parts) > 1 else None
    glossary = site.landmark("glossary")
    if part and part.address != address:
        trail.append(Crumb(part.section.title, part.address))
    elif SOURCES.parent in address.parents and address != SOURCES:
        trail.append(Crumb(SOURCES_TITLE, SOURCES))
    elif address.parent == CLAIMS.parent and address != CLAIMS:
        trail.append(Crumb(CLAIMS_TITLE, CLAIMS))
    if glossary and address.parent == glossary.address.with_suffix(""):
        trail.append(Crumb(glossary.title, glossary.address))
    return (*trail, Crumb(title, address))


def neighbours(site: Site, page: Page) -> tuple[Page | None, Page | None]:
    """The previous and next page within the part; None at its start or end, or outside the parts."""
    return _neighbours(site).get(page.name, (None, None))


def related_pages(site: Site, page: Page) -> tuple[Page, ...]:
    """The existing pages named by `related` in the front matter, as paths from this page's folder or `content`."""
    found: list[Page] = []
    for path in page.front_matter.related:
        other = _find_page(site, page, path)
        if other and other not in found and other is not page:
            found.append(other)
    return tuple(found)


def full_page(site: Site, page: Page) -> Page | None:
    """The full page of which this page is the easy-read version; None if it is not one."""
    facts = page.front_matter
    full = facts.full if isinstance(facts, (EasyFrontMatter, OutlineFrontMatter)) else ""
    return _find_page(site, page, full) if full else None


def easy_page(site: Site, page: Page) -> Page | None:
    """The easy-read version of this page; None if there is none."""
    return _easy_pages(site).get(page.name)


def steps_around(site: Site, page: Page) -> tuple[Page, ...]:
    """All pages, in order, of the tool with several steps that this page is part of; empty for most pages."""
    return _steps(site).get(page.name, ())


def other_pages(site: Site) -> tuple[Page, ...]:
    """The pages outside the parts, without the home page."""
    folders = {section.folder for section in site.settings.sections}
    return in_order(page for page in site.pages.values() if page.folder not in folders and page.address != HOME)


def in_order(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Pages sorted by `order` in the front matter, then by title."""
    return tuple(sorted(pages, key=lambda page: (page.front_matter.order, page.title, page.address)))


@lru_cache(maxsize=2)  # called for every page
def _easy_pages(site: Site) -> Mapping[PurePosixPath, Page]:
    """The easy-read versions, by the name of the full page; of several for one page, the first."""
    found: dict[PurePosixPath, Page] = {}
    for page in site.pages.values():
        if full := full_page(site, page):
            found.setdefault(full.name, page)
    return found


@lru_cache(maxsize=2)
def _steps(site: Site) -> Mapping[PurePosixPath, tuple[Page, ...]]:
    """The pages of tools with several steps: all pages of the tool, by the name of each of its pages."""
    found: dict[PurePosixPath, tuple[Page, ...]] = {}
    for first in site.pages.values():
        facts = first.front_matter
        if isinstance(facts, (ToolFrontMatter, OutlineFrontMatter)) and facts.steps:
            later = (_find_page(site, first, path) for path in facts.steps)
            steps = (first, *(step for step in later if step))
            for step in steps:
                found.setdefault(step.name, steps)
    return found


@lru_cache(maxsize=2)
def _neighbours(site: Site) -> Mapping[PurePosixPath, tuple[Page | None, Page | None]]:
    """The previous and next page of each page in a part, by the page's name."""
    sequences = [part.pages for part in reversed(parts(site))]  # of two parts with one folder, the first counts
    return {
        page.name: (previous, next_page)
        for pages in sequences
        for previous, page, next_page in zip([None, *pages[:-1]], pages, [*pages[1:], None], strict=True)
    }


def _find_page(site: Site, page: Page, path: str) -> Page | None:
    """The page at a path relative to another page's folder, or to `content`; None if neither exists."""
    name = PurePosixPath(posixpath.normpath((page.name.parent / path).as_posix()))
    return site.pages.get(name) or site.pages.get(PurePosixPath(path))
