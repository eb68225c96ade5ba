"""E: what a page rests on."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from crpsguide.check.rule import Fault, rule, trouble_rule
from crpsguide.language.spelling import did_you_mean, few_of
from crpsguide.model import Citation, FindingsTable, IconArray, Page, Place, Site, Use, Value

EVIDENCE = PurePosixPath("content/evidence")
OUT_OF_100 = re.compile(r"%|per ?cent\b|\b(?:per|in|of) (?:every )?100\b(?!,?\d)")  # units that count people


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
    for citation in (*_cited(site), *_weighed(site)):
        if EVIDENCE / f"{citation.source}.yaml" in set_aside:
            continue  # the file is there but cannot be read, which another rule tells
        source = site.sources.get(citation.source)
        if source is None:
            yield Fault(
                citation.place,
                f"There is no source “{citation.source}”.",
                did_you_mean(
                    citation.source,
                    site.sources,
                    f"Add content/evidence/{citation.source}.yaml, or cite another source.",
                ),
            )
        elif citation.key and citation.key not in source.findings:
            known = few_of(source.findings)
            yield Fault(
                citation.place,
                f"The source “{citation.source}” has no finding “{citation.key}”.",
                did_you_mean(
                    citation.key,
                    source.findings,
                    f"Its findings are: {known}." if known else "Its file has no findings; cite it without “#”.",
                ),
            )


@rule("E1")
def lead_cited(site: Site) -> Iterator[Fault]:
    """A claim rests on a source that may not carry one: a blog, a sales page, a second-hand account.

    Why it matters: such a text points editors somewhere. It does not show that something is true.

    Wrong: citing a source whose file says `use: lead`
    Right: citing the study or guideline that the text speaks of
    """
    for citation in _cited(site):
        source = site.sources.get(citation.source)
        if source is not None and source.appraisal.use is Use.LEAD:
            yield Fault(
                citation.place,
                f"“{citation.source}” may point editors somewhere, but no claim may rest on it"
                f" ({source.appraisal.why_use}).",
                "Cite the study, guideline or official page behind it, or remove the sentence.",
            )


@rule("E1")
def retracted_source(site: Site) -> Iterator[Fault]:
    """A claim rests on a source that was withdrawn.

    Why it matters: those who published it say that it cannot be trusted.

    Wrong: citing a source whose file says `retracted: true`
    Right: citing another one, or removing the claim
    """
    for citation in _cited(site):
        source = site.sources.get(citation.source)
        if source is not None and source.appraisal.retracted:
            yield Fault(
                citation.place,
                f"“{citation.source}” was retracted: those who published it have withdrawn it.",
                "Cite another source, or remove the sentence.",
            )


@rule("E4")
def picture_without_number(site: Site) -> Iterator[Fault]:
    """An icon array asks for a value that its finding does not have, or that is no count of 100.

    Why it matters: the picture is drawn from the finding, so that it cannot differ from it.

    Wrong: `of: people who felt well` when the finding says `of: share who felt well`
    Right: the words behind `of:` exactly as in the evidence file
    """
    for page in site.pages.values():
        for section in page.sections:
            for block in section.blocks:
                if not isinstance(block, IconArray):
                    continue
                for group in block.groups:
                    finding = site.finding(group.finding)
                    if finding is None:
                        continue
                    values = {value.of: value for value in finding.values}
                    value = values.get(group.of)
                    if value is None:
                        yield Fault(
                            group.place,
                            f"The finding “{group.finding}” has no value of “{group.of}”.",
                            did_you_mean(group.of, values, f"It has: {'; '.join(values) or 'no values'}."),
                        )
                    elif not _is_out_of_100(value):
                        yield Fault(
                            group.place,
                            f"“{value.value} {value.unit}” cannot be shown as dots out of 100.",
                            "Choose a value from 0 to 100 that counts people out of 100 (%), or leave the picture out.",
                        )


def _is_out_of_100(value: Value) -> bool:
    return value.number is not None and 0 <= value.number <= 100 and bool(OUT_OF_100.search(value.unit))


def _cited(site: Site) -> Iterator[Citation]:
    """Every citation: in the text of pages and claims, in blocks drawn from findings, in approvals, in the glossary."""
    for page in site.pages.values():
        yield from page.citations
        for section in page.sections:
            for block in section.blocks:
                if isinstance(block, IconArray):
                    for group in block.groups:
                        yield _citation(group.finding, group.place)
                elif isinstance(block, FindingsTable):
                    for id in block.findings:
                        yield _citation(id, block.place)
        yield from _approvals(page)
    for claim in site.claims.values():
        yield from claim.citations
    for term in site.glossary.values():
        for id in term.cite:
            yield _citation(id, term.place)


def _weighed(site: Site) -> Iterator[Citation]:
    """What a verdict was weighed against and its text does not cite; a source that only leads somewhere may be."""
    for claim in site.claims.values():
        cited = {one.id for one in claim.citations}
        for id in claim.findings:
            if id not in cited:
                yield _citation(id, claim.place)


def _approvals(page: Page) -> Iterator[Citation]:
    for number, approval in enumerate(getattr(page.front_matter, "approval", ())):
        yield _citation(approval.source, page.front_matter_place(f"approval.{number}.source"))


def _citation(id: str, place: Place) -> Citation:
    source, _, key = id.partition("#")
    return Citation(source, key, place)
