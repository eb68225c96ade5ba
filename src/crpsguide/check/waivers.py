"""P9: waivers, by which a page or the settings make an exception from a rule and give the reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from crpsguide.check.rule import Fault, Results, Stage, results_rule, trouble_rule
from crpsguide.model import Diagnostic, Severity, Site, Waiver
from crpsguide.spelling import did_you_mean


def without_waived(site: Site, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that no waiver covers, be it in the front matter or in a comment."""
    by_file: dict[PurePosixPath, list[Waiver]] = defaultdict(list)
    for waiver in _waivers(site):
        by_file[waiver.place.path].append(waiver)
    return [one for one in found if not any(_waives(waiver, one) for waiver in by_file[one.place.path])]


def _waivers(site: Site) -> Iterator[Waiver]:
    return (waiver for text in site.texts for waiver in text.waivers)


def _waives(waiver: Waiver, one: Diagnostic) -> bool:
    return waiver.rule in (one.code, one.name) and waiver.covers(one.place)


@results_rule("P9", Severity.WARNING)
def unused_waiver(site: Site, results: Results) -> Iterator[Fault]:
    """A page allows something that it does not do, or not where the waiver stands.

    Why it matters: an exception that nobody needs would hide the next real fault.

    Wrong: `allow: {missing-anchor: …}` on a page whose links are all well
    Right: no such line
    """
    found: dict[PurePosixPath, list[Diagnostic]] = defaultdict(list)
    for one in results.found:
        found[one.place.path].append(one)
    # A waiver may be for a rule that did not run, or that runs at another stage.
    have_run = {word for one in results.ran if one.stage is results.stage for word in (one.code, one.name)}
    stages = (results.stage, Stage.RESULTS)
    at_other_stages = {word for one in results.ran if one.stage not in stages for word in (one.code, one.name)}
    examined = have_run - at_other_stages
    for waiver in _waivers(site):
        if waiver.rule in examined and not any(_waives(waiver, one) for one in found[waiver.place.path]):
            message = f"“{waiver.rule}” is allowed here, but the rule finds nothing that this covers."
            yield Fault(waiver.place, message, "Remove it, or put it right above the block that it is about.")


@results_rule("P9")
def unknown_waiver(site: Site, results: Results) -> Iterator[Fault]:
    """A page or the settings make an exception from a rule that does not exist.

    Why it matters: what was meant to be allowed is not, and nobody can tell what it was.

    Wrong: `allow: {mising-anchor: …}`, or `rules: {ignore: {Q7: …}}` in `site.yaml`
    Right: `allow: {missing-anchor: …}`, with the name as the message gives it
    """
    names = [word for word in results.known if len(word) > 1]
    for waiver in _waivers(site):
        if waiver.rule not in names:
            help = did_you_mean(waiver.rule, names, "Write the rule's name or code as the message gives it.")
            yield Fault(waiver.place, f"“{waiver.rule}” is allowed here, and there is no such rule.", help)
    chosen = {f"select.{at}": key for at, key in enumerate(site.settings.rules.select)}
    for at, key in (*chosen.items(), *((f"ignore.{key}", key) for key in site.settings.rules.ignore)):
        if key.strip().casefold() not in [word.casefold() for word in results.known]:
            yield Fault(
                site.settings.place_of(f"rules.{at}"),
                f"“rules” names “{key}”, and there is no such rule.",
                did_you_mean(key, names, "Write the rule's letter, code or name as messages give it."),
            )


@trouble_rule("P9")
def waiver_form() -> None:
    """A comment looks like a waiver and is none.

    Why it matters: what it should allow is told all the same, and nobody sees why.

    Wrong: `<!-- ignore lost-text: a quotation -->`
    Right: `<!-- allow lost-text: a quotation -->`
    """


@results_rule("P9")
def waiver_without_reason(site: Site, results: Results) -> Iterator[Fault]:
    """A page or the settings make an exception from a rule and do not say why.

    Why it matters: whoever comes after you cannot tell whether the reason still holds.

    Wrong: `allow: {missing-anchor: ""}`
    Right: `<!-- allow missing-anchor: the heading comes with the next edition -->` above the paragraph
    """
    for waiver in _waivers(site):
        if not waiver.reason:
            message = f"“{waiver.rule}” is allowed here, and nothing says why."
            yield Fault(waiver.place, message, "Write the reason behind a colon.")
    for key, reason in site.settings.rules.ignore.items():
        if not reason.strip():
            message = f"“rules” ignores “{key}” and does not say why."
            yield Fault(site.settings.place_of(f"rules.ignore.{key}"), message, "Write the reason behind the colon.")


RULES = (
    unused_waiver,
    unknown_waiver,
    waiver_form,
    waiver_without_reason,
)
