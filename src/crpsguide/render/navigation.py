"""Ways through the guide: its parts, the trail to a page, its neighbours, and the pages it names."""

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
    """A part of the guide with its pages in reading order; the page that introduces it is not among them."""

    section: NavSection
    pages: tuple[Page, ...]
    own_index: Page | None

    @property
    def address(self) -> PurePosixPath:
        """The list of the part's pages, or the page that an editor wrote for it."""
        return section_address(self.section.folder)


@frozen
class Crumb:
    """A step of the trail from the first page to this one."""

    title: str
    address: PurePosixPath


@lru_cache(maxsize=2)  # every page asks, of the site and of its outline
def parts(site: Site) -> tuple[Part, ...]:
    """The parts that hold a page, in the order of `site.yaml`."""
    found = []
    for section in site.settings.sections:
        pages = [page for page in site.pages.values() if page.folder == section.folder]
        index = next((page for page in pages if page.address == section_address(section.folder)), None)
        if pages:
            found.append(Part(section, in_order(page for page in pages if page is not index), index))
    return tuple(found)


def topics_of(site: Site, section: NavSection | None) -> tuple[Topic, ...]:
    """The topics of claims heard elsewhere that a part of the guide points to, in its order."""
    known = {topic.key: topic for topic in topics(site)} if section and section.claims else {}
    return tuple(known[key] for key in section.claims if key in known) if section else ()


def part_of(site: Site, folder: str) -> Part | None:
    """The part that a folder is."""
    return next((part for part in parts(site) if part.section.folder == folder), None)


def crumbs(site: Site, title: str, address: PurePosixPath) -> tuple[Crumb, ...]:
    """The trail to a file, itself last; empty on the first page."""
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
    """The pages before and after this one within its part."""
    return _around(site).get(page.name, (None, None))


def related_pages(site: Site, page: Page) -> tuple[Page, ...]:
    """The pages that the front matter names, written from this page's folder or from the top."""
    found: list[Page] = []
    for written in page.front_matter.related:
        other = _named(site, page, written)
        if other and other not in found and other is not page:
            found.append(other)
    return tuple(found)


def full_page(site: Site, page: Page) -> Page | None:
    """The page that one in easy words retells."""
    facts = page.front_matter
    tells = facts.full if isinstance(facts, (EasyFrontMatter, OutlineFrontMatter)) else ""
    return _named(site, page, tells) if tells else None


def easy_page(site: Site, page: Page) -> Page | None:
    """The page that retells this one in easy words."""
    return _easy_pages(site).get(page.name)


def steps_around(site: Site, page: Page) -> tuple[Page, ...]:
    """The pages that are one tool with this one, in order and this one among them; none for most pages."""
    return _steps(site).get(page.name, ())


def other_pages(site: Site) -> tuple[Page, ...]:
    """The pages outside the parts, the first page left out."""
    folders = {section.folder for section in site.settings.sections}
    return in_order(page for page in site.pages.values() if page.folder not in folders and page.address != HOME)


def in_order(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Pages by the order that their editors gave them, then by title."""
    return tuple(sorted(pages, key=lambda page: (page.front_matter.order, page.title, page.address)))


@lru_cache(maxsize=2)  # every page asks
def _easy_pages(site: Site) -> Mapping[PurePosixPath, Page]:
    """The first page that retells a page in easy words, by the name of that page."""
    found: dict[PurePosixPath, Page] = {}
    for page in site.pages.values():
        if full := full_page(site, page):
            found.setdefault(full.name, page)
    return found


@lru_cache(maxsize=2)
def _steps(site: Site) -> Mapping[PurePosixPath, tuple[Page, ...]]:
    """The pages of each tool, by the name of each of them."""
    found: dict[PurePosixPath, tuple[Page, ...]] = {}
    for first in site.pages.values():
        facts = first.front_matter
        if isinstance(facts, (ToolFrontMatter, OutlineFrontMatter)) and facts.steps:
            named = (_named(site, first, written) for written in facts.steps)
            steps = (first, *(step for step in named if step))
            for step in steps:
                found.setdefault(step.name, steps)
    return found


@lru_cache(maxsize=2)
def _around(site: Site) -> Mapping[PurePosixPath, tuple[Page | None, Page | None]]:
    """The pages before and after each page of a part, by its name."""
    rows = [part.pages for part in reversed(parts(site))]  # of two parts of one folder, the first counts
    return {
        here.name: (before, after)
        for row in rows
        for before, here, after in zip([None, *row[:-1]], row, [*row[1:], None], strict=True)
    }


def _named(site: Site, page: Page, written: str) -> Page | None:
    near = PurePosixPath(posixpath.normpath((page.name.parent / written).as_posix()))
    return site.pages.get(near) or site.pages.get(PurePosixPath(written))
