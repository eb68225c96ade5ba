"""What a text rests on: its numbered sources, and the findings behind its citations."""

from dataclasses import dataclass

from crpsguide.model import Citation, Finding, HeardClaim, Mark, Page, Site, Source


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of a page: its number there, and the marks that lead to it."""

    number: int
    source: Source
    marks: tuple[Mark, ...]


def references(site: Site, text: Page | HeardClaim) -> tuple[Reference, ...]:
    """The sources of a text by number; one that is in no file is left out, and its number stays free."""
    return tuple(
        Reference(number, site.sources[id], tuple(mark for mark in text.marks if id in mark.sources))
        for number, id in enumerate(text.cited_sources, start=1)
        if id in site.sources
    )


def cited_findings(site: Site, citations: tuple[Citation, ...]) -> tuple[Finding, ...]:
    """The findings cited, each once, in the order cited."""
    ids = dict.fromkeys(one.id for one in citations if one.key)
    return tuple(finding for id in ids if (finding := site.finding(id)))
