"""What a page rests on: its numbered sources, and which pages rest on a source."""

from collections.abc import Iterator
from dataclasses import dataclass

from crpsguide.model import Citation, Finding, FindingsTable, IconArray, Mark, Page, Site, Source


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of a page: its number there, and the marks that lead to it."""

    number: int
    source: Source
    marks: tuple[Mark, ...]


def references(site: Site, page: Page) -> tuple[Reference, ...]:
    """The sources of a page by number; one that is in no file is left out, and its number stays free."""
    return tuple(
        Reference(number, site.sources[id], tuple(mark for mark in page.marks if id in mark.sources))
        for number, id in enumerate(page.cited_sources, start=1)
        if id in site.sources
    )


def cited_findings(site: Site, citations: tuple[Citation, ...]) -> tuple[Finding, ...]:
    """The findings cited, each once, in the order cited."""
    ids = dict.fromkeys(one.id for one in citations if one.key)
    return tuple(finding for id in ids if (finding := site.finding(id)))


def pages_by_citation(site: Site) -> dict[str, tuple[Page, ...]]:
    """Which pages use what: finding ids and, for citations of a whole source, source ids; pages by title."""
    users: dict[str, dict[str, Page]] = {}
    for page in sorted(site.pages.values(), key=lambda page: (page.title, page.address)):
        for id in _used(page):
            users.setdefault(id, {})[page.address.as_posix()] = page
    return {id: tuple(pages.values()) for id, pages in users.items()}


def _used(page: Page) -> Iterator[str]:
    for citation in page.citations:
        yield citation.id
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, FindingsTable):
                yield from block.findings
            if isinstance(block, IconArray):
                yield from (group.finding for group in block.groups)
