"""What a text rests on: its numbered sources, and the findings behind its citations."""

from collections.abc import Iterable, Mapping

from crpsguide.frozen import frozen
from crpsguide.model import MarkdownText, Site, Source


@frozen
class Reference:
    """A source of a page: its number there, and that of the first mark that leads to it."""

    number: int
    source: Source
    mark: int


def references(site: Site, text: MarkdownText) -> tuple[Reference, ...]:
    """The sources of a text by number; one that is in no file is left out, and its number stays free."""
    return tuple(
        Reference(number, site.sources[id], mark)
        for number, (id, mark) in enumerate(text.first_marks.items(), start=1)
        if id in site.sources
    )


def by_design(sources: Iterable[Source]) -> Mapping[str, list[Source]]:
    """Sources by the kind of study that they are, each kind in the order of the names."""
    kinds: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda one: (one.source.short_name.casefold(), one.id)):
        kinds.setdefault(source.appraisal.design, []).append(source)
    return kinds
