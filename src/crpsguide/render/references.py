"""The numbered reference list of a text, and sources grouped by study design."""

from collections.abc import Iterable, Mapping

from crpsguide.frozen import frozen
from crpsguide.model import MarkdownText, Site, Source


@frozen
class Reference:
    """An entry of a reference list: the number of the source, and of the first citation mark that cites it."""

    number: int
    source: Source
    mark: int


def references(site: Site, text: MarkdownText) -> tuple[Reference, ...]:
    """The reference list of a text. A source without a file is left out, and its number is not reused."""
    return tuple(
        Reference(number, site.sources[id], mark)
        for number, (id, mark) in enumerate(text.first_marks.items(), start=1)
        if id in site.sources
    )


def by_design(sources: Iterable[Source]) -> Mapping[str, list[Source]]:
    """The sources grouped by study design, each group sorted by name."""
    groups: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda source: (source.source.short_name.casefold(), source.id)):
        groups.setdefault(source.appraisal.design, []).append(source)
    return groups
