"""Waivers: a page's or a guide's own word that a rule does not hold there, with the reason."""

from collections.abc import Iterable, Iterator

from crpsguide.check.rule import Fault, Results, Stage, results_rule
from crpsguide.language.spelling import did_you_mean
from crpsguide.model import Diagnostic, Severity, Site


def without_waived(site: Site, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is left after each page's waivers (`allow` in its front matter, by code or name)."""
    waived = {(page.path, key) for page in site.pages.values() for key in page.front_matter.allow}
    return [one for one in found if not {(one.place.path, one.code), (one.place.path, one.name)} & waived]


@results_rule("P9", Severity.WARNING)
def unused_waiver(site: Site, results: Results) -> Iterator[Fault]:
    """A page allows something that it does not do.

    Why it matters: an exception that nobody needs would hide the next real fault.

    Wrong: `allow: {missing-anchor: …}` on a page whose links are all well
    Right: no such line
    """
    used = {(one.place.path, word) for one in results.found for word in (one.code, one.name)}
    # A rule that did not run, or that looks at finished pages later on, may still find something.
    judged = {word for rule in results.ran if rule.stage is Stage.SITE for word in (rule.code, rule.name)}
    later = {word for rule in results.ran if rule.stage is Stage.FILES for word in (rule.code, rule.name)}
    for page in site.pages.values():
        for key in page.front_matter.allow:
            if key in judged - later and (page.path, key) not in used:
                yield Fault(
                    page.front_matter_place(f"allow.{key}"),
                    f"This page allows “{key}”, but the rule finds nothing here.",
                    "Remove the line.",
                )


@results_rule("P9")
def unknown_waiver(site: Site, results: Results) -> Iterator[Fault]:
    """A page or the settings make an exception from a rule that does not exist.

    Why it matters: what was meant to be allowed is not, and nobody can tell what it was.

    Wrong: `allow: {mising-anchor: …}`, or `rules: {ignore: {Q7: …}}` in `site.yaml`
    Right: `allow: {missing-anchor: …}`, with the name as the message gives it
    """
    names = [word for word in results.known if len(word) > 1]
    for page in site.pages.values():
        for key in page.front_matter.allow:
            if key not in names:
                yield Fault(
                    page.front_matter_place(f"allow.{key}"),
                    f"This page allows “{key}”, and there is no such rule.",
                    did_you_mean(key, names, "Write the rule's name or code as the message gives it."),
                )
    for key in (*site.settings.rules.select, *site.settings.rules.ignore):
        if len(key) > 1 and key.strip().casefold() not in [word.casefold() for word in results.known]:
            yield Fault(
                site.settings.place,
                f"“rules” names “{key}”, and there is no such rule.",
                did_you_mean(key, names, "Write the rule's letter, code or name as messages give it."),
            )


@results_rule("P9")
def waiver_without_reason(site: Site, results: Results) -> Iterator[Fault]:
    """A page or the settings make an exception from a rule and do not say why.

    Why it matters: whoever comes after you cannot tell whether the reason still holds.

    Wrong: `allow: {missing-anchor: ""}`
    Right: `allow: {missing-anchor: the heading comes with the next edition}`
    """
    for page in site.pages.values():
        for key, reason in page.front_matter.allow.items():
            if not reason.strip():
                yield Fault(
                    page.front_matter_place(f"allow.{key}"),
                    f"This page allows “{key}” and does not say why.",
                    "Write the reason behind the colon.",
                )
    for key, reason in site.settings.rules.ignore.items():
        if not reason.strip():
            yield Fault(
                site.settings.place,
                f"“rules” ignores “{key}” and does not say why.",
                "Write the reason behind the colon.",
            )
