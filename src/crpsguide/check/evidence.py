"""E: what a page rests on."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from crpsguide.check.places import place_of_value
from crpsguide.check.rule import Fault, rule, trouble_rule
from crpsguide.language.numbers import UNIT_NAMES, is_known_unit
from crpsguide.model import (
    START,
    Citation,
    IconArray,
    NamedValue,
    Page,
    Severity,
    Site,
    StudyOverview,
    TimeLine,
    Use,
    Value,
    approvals,
    parse_time,
    shown_findings,
)
from crpsguide.spelling import did_you_mean, shortened_list

MOST_GROUPS = 2  # filled and hollow: more could not be told apart without colour
LONGEST_LABEL = 34  # characters in one line of a picture on a phone
EVIDENCE = PurePosixPath("content/evidence")


@trouble_rule("E1")
def citation_form() -> None:
    """A citation is not written as `[@source#finding]`.

    Why it matters: the sentence would be published without its source.

    Wrong: `[@moyer2020, #week-1]`
    Right: `[@moyer2020#week-1]`
    """


@rule("E1")
def unknown_citation(site: Site) -> Iterator[Fault]:
    """A citation names a source, or a finding of one, that is not in the evidence files.

    Why it matters: a reader who asks “how do you know?” would find nothing.

    Wrong: `[@moyr2020#week-1]`
    Right: `[@moyer2020#week-1]`
    """
    set_aside = {one.place.path for one in site.troubles}

    def is_unknown(id: str) -> bool:
        source, _, key = id.partition("#")
        known = site.sources.get(source)
        if known and not (key and key not in known.findings):
            return False
        return EVIDENCE / f"{source}.yaml" not in set_aside  # that it cannot be read is told by another rule

    weighed = [one for one in _weighed(site) if is_unknown(one.id)]
    told = {(one.place.path, one.id) for one in weighed}
    cited = (one for one in _cited(site, is_unknown) if (one.place.path, one.id) not in told)
    for citation in (*cited, *weighed):
        source = site.sources.get(citation.source)
        if source is None:
            message = f"There is no source “{citation.source}”."
            ids = (f"{one.id}#{key}" for one in site.sources.values() for key in one.findings)
            help = f"Add content/evidence/{citation.source}.yaml, or cite another source."
            help = did_you_mean(citation.source, site.sources, did_you_mean(citation.id, ids, help))
        else:
            message = f"The source “{citation.source}” has no finding “{citation.key}”."
            known = shortened_list(source.findings)
            help = f"Its findings are: {known}." if known else "Its file has no findings; cite it without “#”."
            help = did_you_mean(citation.key, source.findings, help)
        yield Fault(citation.place, message, help)


@rule("E1")
def lead_cited(site: Site) -> Iterator[Fault]:
    """A claim rests on a source that may not carry one: a blog, a sales page, a second-hand account.

    Why it matters: such a text points editors somewhere. It does not show that something is true.

    Wrong: citing a source whose file says `use: lead`
    Right: citing the study or guideline that the text speaks of
    """
    leads = {id: one.appraisal for id, one in site.sources.items() if one.appraisal.use is Use.LEAD}
    for citation in _cited(site, lambda id: id.partition("#")[0] in leads):
        yield Fault(
            citation.place,
            f"“{citation.source}” may point editors somewhere, but no claim may rest on it"
            f" ({leads[citation.source].why_use}).",
            "Cite the study, guideline or official page behind it, or remove the sentence.",
        )


@rule("E1")
def retracted_source(site: Site) -> Iterator[Fault]:
    """A claim rests on a source that was withdrawn.

    Why it matters: those who published it say that it cannot be trusted.

    Wrong: citing a source whose file says `retracted: true`
    Right: citing another one, or removing the claim
    """
    retracted = {id for id, one in site.sources.items() if one.appraisal.retracted}

    def is_retracted(id: str) -> bool:
        return id.partition("#")[0] in retracted

    cited = [*_cited(site, is_retracted)]
    told = {(one.place.path, one.id) for one in cited}
    weighed = (one for one in _weighed(site) if is_retracted(one.id) and (one.place.path, one.id) not in told)
    for citation in (*cited, *weighed):
        message = f"“{citation.source}” was retracted: those who published it have withdrawn it."
        yield Fault(citation.place, message, "Cite another source, or remove the sentence.")


@rule("E4")
def picture_without_number(site: Site) -> Iterator[Fault]:
    """A picture asks for a value that its finding does not have, or that it cannot draw.

    Why it matters: the picture is drawn from the finding, so that it cannot differ from it. Dots stand for
    people out of 100; a time line needs scores with a scale and a time; an overview of studies needs words
    for both sides of an interval.

    Wrong: `of: people who felt well` when the finding says `of: share who felt well`
    Right: the words behind `of:` exactly as in the evidence file
    """
    for page in site.pages.values():
        for block in page.blocks:
            match block:
                case IconArray():
                    yield from _undrawn(site, block.groups, _no_dots)
                    yield from _two_shares(site, block)
                case TimeLine():
                    yield from _undrawn(site, block.scores, _no_point)
                    yield from _undrawn(site, block.moments, _no_moment)
                    yield from _lines_that_do_not_fit(site, block)
                case StudyOverview():
                    yield from _unnamed_sides(site, block)


@rule("E4")
def time_not_understood(site: Site) -> Iterator[Fault]:
    """A value of a finding says when it was measured in words that cannot be put on a line.

    Why it matters: the time line that asks for it would be published without it.

    Wrong: `at: after some weeks`
    Right: `at: 4 weeks`, or `at: start`
    """
    for source in site.sources.values():
        for finding in source.findings.values():
            for value in finding.values:
                if value.at and parse_time(value.at) is None:
                    message = f"“{value.at}” is no time that can be drawn (value of “{value.of}”)."
                    help = f"Write a number and minutes, hours, days, weeks, months or years, or “{START}”."
                    yield Fault(finding.place, message, help)


@rule("E4", Severity.WARNING)
def unit_not_understood(site: Site) -> Iterator[Fault]:
    """The unit of a value is no unit of measure, and counts nothing of which its finding speaks.

    Why it matters: a number in a sentence cannot be compared with it, so a mistake in it would not be found.

    Wrong: `unit: weks`
    Right: `unit: weeks`, or what is counted, such as `unit: sessions`
    """
    for source in site.sources.values():
        for finding in source.findings.values():
            told = (finding.key, finding.says, finding.population, finding.comparison, finding.period, finding.note)
            words = " ".join((*told, source.summary, source.source.title))
            for value in finding.values:
                if not is_known_unit(value.unit, f"{words} {value.of}"):
                    place = place_of_value(site, finding.place, "unit", value.unit)
                    help = "Write what is measured or counted, such as “%”, “weeks”, “points (0-10)” or “people”."
                    yield Fault(place, f"“{value.unit}” is no known unit.", did_you_mean(value.unit, UNIT_NAMES, help))


RULES = (
    citation_form,
    unknown_citation,
    lead_cited,
    retracted_source,
    picture_without_number,
    time_not_understood,
    unit_not_understood,
)


def _undrawn(
    site: Site, wanted: tuple[NamedValue, ...], why_not: Callable[[Value], tuple[str, str] | None]
) -> Iterator[Fault]:
    """The values that a picture cannot draw; `why_not` gives message and help."""
    for one in wanted:
        finding = site.finding(one.finding)
        if finding is None:
            continue  # another rule tells
        named = [value for value in finding.values if value.of == one.of]
        reasons = [reason for value in named if (reason := why_not(value))]
        if not named:
            values = dict.fromkeys(value.of for value in finding.values)
            help = did_you_mean(one.of, values, f"It has: {'; '.join(values) or 'no values'}.")
            yield Fault(one.place, f"The finding “{one.finding}” has no value of “{one.of}”.", help)
        elif len(reasons) == len(named):
            yield Fault(one.place, *reasons[0])


def _two_shares(site: Site, block: IconArray) -> Iterator[Fault]:
    for one in block.groups:
        finding = site.finding(one.finding)
        drawn = [value for value in finding.values if value.of == one.of and value.is_out_of_100] if finding else []
        if len(drawn) > 1:
            message = f"The finding “{one.finding}” has {len(drawn)} numbers out of 100 of “{one.of}”."
            help = "Name them apart in the evidence file, so that the picture draws the one that is meant."
            yield Fault(one.place, message, help)


def _no_dots(value: Value) -> tuple[str, str] | None:
    if value.is_out_of_100:
        return None
    message = f"“{value.value} {value.unit}” cannot be shown as dots out of 100."
    return message, "Choose a value from 0 to 100 that counts people out of 100 (%), or leave the picture out."


def _no_point(value: Value) -> tuple[str, str] | None:
    if value.scale is None:
        message = f"“{value.value} {value.unit}” does not say on what scale it stands."
        return message, "Write the scale into its unit in the evidence file, such as “points (0-10)”."
    if value.number is None or not value.scale[0] <= value.number <= value.scale[1]:
        return f"“{value.written}” is not on the scale “{value.unit}”.", "Correct the value or its unit."
    if not value.at:
        message = f"The value of “{value.of}” does not say when it was measured."
        return message, f"Add the time to it in the evidence file, such as “at: 4 weeks” or “at: {START}”."
    return None


def _no_moment(value: Value) -> tuple[str, str] | None:
    if value.time:
        return None
    message = f"“{value.value} {value.unit}” is no time."
    return message, "A moment is a value in minutes, hours, days, weeks, months or years."


def _lines_that_do_not_fit(site: Site, block: TimeLine) -> Iterator[Fault]:
    labels = dict.fromkeys(one.label for one in block.scores)
    if len(labels) > MOST_GROUPS:
        message = f"The picture “{block.title}” has {len(labels)} groups; {MOST_GROUPS} can be told apart."
        yield Fault(block.place, message, "Make two pictures, or give points of one group the same label.")
    findings = [(site.finding(one.finding), one.of) for one in block.scores]
    scales = {value.scale for finding, of in findings if finding for value in finding.values if value.of == of}
    if len(scales) > 1:
        message = f"The scores of “{block.title}” stand on different scales."
        yield Fault(block.place, message, "Make a picture for each scale.")
    for one in (*block.scores, *block.moments):
        if len(one.label) > LONGEST_LABEL:
            message = f"The label “{one.label}” is too long to stand in a picture ({LONGEST_LABEL} characters fit)."
            yield Fault(one.place, message, "Say it in fewer words; the text below the picture has room.")


def _unnamed_sides(site: Site, block: StudyOverview) -> Iterator[Fault]:
    findings = site.findings(block.findings)
    if block.axis is None and any(value.interval and value.scale for one in findings for value in one.values):
        help = "Add the option “axis” with “below” and “above”, such as “below: more pain” and “above: less pain”."
        yield Fault(block.place, f"“{block.title}” draws an interval and does not say what its two sides mean.", help)


def _cited(site: Site, is_at_fault: Callable[[str], bool]) -> Iterator[Citation]:
    """What texts cite, pictures and tables show and terms rest on, as far as its id is at fault."""
    gists = [page.gist for page in site.pages.values()]
    named = set[str]().union(*(one.cited_ids for one in gists), *(one.shown_ids for one in gists))
    at_fault = {id for id in named if is_at_fault(id)}
    for page in site.pages.values():
        if not at_fault.isdisjoint((*page.gist.cited_ids, *page.gist.shown_ids)):
            drawn = (one for block in page.blocks for one in shown_findings(block))
            yield from (one for one in (*page.citations, *drawn, *_approvals(page)) if is_at_fault(one.id))
    for claim in site.claims.values():
        yield from (one for one in claim.citations if is_at_fault(one.id))
    for term in site.glossary.values():
        at_fault = {id for id in term.cite if is_at_fault(id)}
        yield from (Citation.of(id, place_of_value(site, term.place, "cite", id)) for id in term.cite if id in at_fault)


def _weighed(site: Site) -> Iterator[Citation]:
    """What a verdict was weighed against; a source that only leads somewhere may be among it."""
    for claim in site.claims.values():
        yield from map(Citation.of, claim.findings, claim.finding_places)


def _approvals(page: Page) -> Iterator[Citation]:
    for number, approval in enumerate(approvals(page.front_matter)):
        yield Citation.of(approval.source, page.front_matter_place(f"approval.{number}.source"))
