"""Waivers: a page's own word that a rule does not hold there, with the reason."""

from collections.abc import Iterable, Iterator, Sequence

from crpsguide.check.rule import Fault, results_rule
from crpsguide.model import Diagnostic, Severity, Site


def without_waived(site: Site, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is left after each page's waivers (`allow` in its front matter)."""
    waived = {(page.path, key) for page in site.pages.values() for key in page.front_matter.allow}
    return [one for one in found if not {(one.place.path, one.code), (one.place.path, one.name)} & waived]


@results_rule("P9", Severity.WARNING)
def unused_waiver(site: Site, found: Sequence[Diagnostic]) -> Iterator[Fault]:
    """A page allows something that it does not do.

    Why it matters: an exception that nobody needs would hide the next real fault.

    Wrong: `allow: {missing-anchor: …}` on a page whose links are all well
    Right: no such line
    """
    used = {(one.place.path, word) for one in found for word in (one.code, one.name)}
    for page in site.pages.values():
        for key in page.front_matter.allow:
            if (page.path, key) not in used:
                yield Fault(
                    page.front_matter_place(f"allow.{key}"),
                    f"This page allows “{key}”, but the rule finds nothing here.",
                    "Remove the line.",
                )
