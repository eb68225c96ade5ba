"""E and T9: the strength, age, completeness and addresses of sources, and the ratings of their findings."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date

from crpsguide.check.links.forms import parent_domains, web_host
from crpsguide.check.parts import TREATMENTS
from crpsguide.check.places import place_of_value
from crpsguide.check.rule import Fault, dated_rule, rule
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.patterns import Pattern
from crpsguide.model import (
    Certainty,
    Citation,
    FindingKind,
    Page,
    PassageKind,
    Place,
    Severity,
    Site,
    Source,
    WebLink,
)
from crpsguide.spelling import did_you_mean

# Designs of sources whose statements on effects and harms may be due to chance or interest.
WEAK = frozenset({"case-report", "laboratory", "commercial", "news"})
# Designs of studies with a number of participants.
OF_PEOPLE = frozenset({"randomised-trial", "cohort", "case-series", "case-report", "diagnostic-study"})
# Designs whose findings GRADE rates low at most: Guyatt and others, BMJ 2008;336:924.
UNCOMPARED = frozenset({"case-report", "case-series", "laboratory"})
SURE = frozenset({Certainty.HIGH, Certainty.MODERATE})
EDITOR = "editor"
_SUCCESSOR = LazyPattern(r"(\S+)(?: \(.*\))?")
_IP_ADDRESS = LazyPattern(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]+")
_WHEN = Pattern(r"\b(?:issued|year|date)\b")
_HOW_MANY = Pattern(r"\bhow many\b|\bnumber of (?:people|patients|participants)\b")
# A sentence that names its weak source itself: “One man …”, “in mice”.
_ONE = Pattern(
    r"\b(?:one|a single|two|three|a few|\d+) (?:\w+ )?(?:person|people|man|woman|men|women|patients?"
    r"|girls?|boys?|cases?|reports?|child|children|animals?|mice|rats|volunteers)\b"
    r"|\bin (?:\w+ )?(?:animals|mice|rats|rodents|monkeys|cells|the laborator(?:y|ies)|healthy (?:people"
    r"|volunteers))\b|\b(?:case|news) reports?\b|\b(?:an?|one|this|the) report\b|\bmice\b|\brats\b"
    r"|\b(?:price|website|sells|seller|clinic|its own|their own|says|advertis\w+|reported)\b"
)
WEIGHED = frozenset({FindingKind.EFFECT, FindingKind.HARM})
A_MACHINE = "a machine without a name, which can show anything"
OLDEST = 5  # years; checklist item E5


@rule("E1", Severity.WARNING)
def weak_source(site: Site) -> Iterator[Fault]:
    """What is said of an effect or a harm rests only on a weak source.

    Why it matters: one person may have got better, or worse, for another reason.

    Weak are a report on one person, a study in animals or in a laboratory, a news report, and
    the page of somebody who sells something.

    Wrong: `It eases the pain for years [@one-case2007#relief].`
    Right: `One person was free of pain for years [@one-case2007#relief].`
    """
    for page in site.pages.values():
        for passage in page.passages:
            if passage.kind is PassageKind.BLOCK_TITLE:
                continue  # the lines below it have the citations
            for sentence in passage.sentences:
                findings = site.findings(one.id for one in sentence.citations)
                designs = _designs(site, sentence.citations)
                if not designs or not designs <= WEAK or _ONE.search(sentence.text):
                    continue
                if any(one.kind in WEIGHED for one in findings) or not findings:
                    message = f"Only a weak source stands behind this ({_in_words(site, designs)})."
                    help = "Cite a stronger study as well, or say in the sentence that this is what one report tells."
                    yield Fault(sentence.place, message, help)


@dated_rule("E5", Severity.WARNING)
def old_sources(site: Site, today: date) -> Iterator[Fault]:
    """The newest source of a page about a treatment is more than five years old.

    Why it matters: newer studies may have changed the answer, and nobody may have looked.

    Wrong: a page whose newest source is of 2014
    Right: the same page with a review of last year, or with a date on which one was looked for in vain
    """
    for page in site.pages.values():
        if page.type not in TREATMENTS:
            continue
        years = [
            int(site.sources[id].source.year)
            for id in page.cited_sources
            if id in site.sources and site.sources[id].source.year.isdigit()
        ]
        if years and today.year - max(years) > OLDEST:
            message = f"The newest source of this page is of {max(years)}."
            yield Fault(page.place, message, "Look for newer studies, reviews and guidelines, and cite what you find.")


@rule("E1", Severity.WARNING)
def superseded_source(site: Site) -> Iterator[Fault]:
    """A claim rests on a source that a newer one has replaced.

    Why it matters: the newer one may say something else.

    Wrong: citing a source whose file says `superseded_by: moyer2024`, alone
    Right: citing `moyer2024`, alone or beside the old one; or giving the old one's year in the sentence
    """
    replaced = {id for id, source in site.sources.items() if source.appraisal.superseded_by}
    for page in site.pages.values():
        if replaced.isdisjoint(page.cited_sources):
            continue
        beside = _cited_together(page, replaced)
        for citation in page.citations:
            source = site.sources.get(citation.source)
            if source is None or not source.appraisal.superseded_by:
                continue
            newer = source.appraisal.superseded_by
            text, ids = beside.get(citation.place, ("", frozenset()))
            if _successor(newer) in ids or (source.source.year and source.source.year in text):
                continue
            help = "Read the newer one and cite it; cite the old one only to tell what changed."
            yield Fault(citation.place, f"“{citation.source}” has been replaced by {_newer(site, newer)}.", help)


@rule("E1")
def unknown_successor(site: Site) -> Iterator[Fault]:
    """A source is said to be replaced by one that the guide does not hold, by itself, or by one that is withdrawn.

    Why it matters: who looks for the newer text is led nowhere.

    Wrong: `superseded_by: moyr2024`
    Right: `superseded_by: moyer2024`, or words for what the guide does not hold: `the page of 2024`
    """
    for source in site.sources.values():
        id = _successor(source.appraisal.superseded_by)
        if not source.newer_place or not id:
            continue
        if id == source.id or id not in site.sources:
            others = [one for one in site.sources if one != source.id]
            newer = "itself" if id == source.id else f"“{id}”, which is no source of the guide"
            help = "Write another source's id, or a few words for what the guide does not hold."
            help = did_you_mean(id, others, help)
        elif site.sources[id].appraisal.retracted:
            newer = f"“{id}”, which has been retracted"
            help = "Name the text that stands in its place now, or remove “superseded_by”."
        elif source.id in _chain_of_successors(site, id):
            newer = f"“{id}”, and that one, in the end, by “{source.id}”"
            help = "Remove “superseded_by” from the file of the newest."
        else:
            continue
        yield Fault(source.newer_place, f"“{source.id}” is said to be replaced by {newer}.", help)


@rule("E7", Severity.WARNING)
def contested_one_sided(site: Site) -> Iterator[Fault]:
    """A page says that its subject is contested, and its sources all say the same.

    Why it matters: where experts disagree, a reader should meet both sides.

    Wrong: `contested: [exercise that hurts]` on a page that cites one review
    Right: two sources that rate it differently, or of different kinds, each with its year
    """
    for page in site.pages.values():
        topics: Sequence[str] = getattr(page.front_matter, "contested", ())
        if not topics:
            continue
        sources = [id for id in page.cited_sources if id in site.sources]
        ratings = {one.certainty for one in site.findings(one.id for one in page.citations)}
        if len(sources) < 2:
            what = "rests on one source" if sources else "cites no source"
        elif len(_designs(site, page.citations)) < 2 and len(ratings) < 2:
            what = "rests on sources of one kind, which rate it alike"
        else:
            continue
        message = f"This page calls “{topics[0]}” contested and {what}."
        help = "Cite both sides, each with its year; or remove “contested”."
        yield Fault(page.front_matter_place("contested.0"), message, help)


@rule("E1")
def mirror_address(site: Site) -> Iterator[Fault]:
    """Readers would be sent to a copy of somebody else's page.

    Why it matters: copies go out of date, show no corrections, and may put anything beside the text.

    Which hosts hold copies stands in `content/wording/mirrors.yaml`; an address of bare numbers is
    one anywhere. Where editors read something (`seen`) may be a copy: readers do not get it.

    Wrong: `URL: https://www.scribd.com/document/123`
    Right: the publisher's own address, a DOI or a PubMed number
    """
    mirrors = {host.lower(): one.why for one in site.phrases("mirrors").values() for host in one.words}
    for address, place in _shown_addresses(site, lambda address: bool(_why_not_original(address, mirrors))):
        if why := _why_not_original(address, mirrors):
            message = f"“{web_host(address)}” {why}."
            yield Fault(place, message, "Give the address of the original: the publisher's page, the DOI or PubMed.")


@rule("T9", Severity.WARNING)
def source_without_address(site: Site) -> Iterator[Fault]:
    """A source that readers are sent to cannot be found: it has no address, nor journal, volume and page.

    Why it matters: who wants to see for themselves cannot, and has to take our word.

    Wrong: the name of a journal alone
    Right: `DOI: 10.1016/j.pain.2009.06.023`, or the `PMCID` of a copy that is open to all
    """
    for source in _cited(site):
        work = source.source
        if not work.link and not (work.container_title and work.volume and work.page):
            message = f"Readers are sent to {work.short_name}, and nothing says where it is."
            yield Fault(source.place, message, "Look it up, and add “DOI”, “PMID”, “PMCID” or “URL”.")


@rule("T9", Severity.WARNING)
def study_without_size(site: Site) -> Iterator[Fault]:
    """A study of people that readers are sent to does not say how many took part, nor that this is not told.

    Why it matters: 3 people and 3,000 people do not weigh the same.

    Wrong: `design: cohort`, without `people` and `size`
    Right: `people: 60`, or `unverified: [how many people took part]`
    """
    for source in _cited(site):
        appraisal = source.appraisal
        has_size = appraisal.people is not None or appraisal.size.strip()
        is_admitted = any(_HOW_MANY.search(one) for one in appraisal.unverified)
        if appraisal.design in OF_PEOPLE and not has_size and not is_admitted:
            message = f"{source.source.short_name} is a study of people, and nothing says how many."
            help = "Add “people” or “size”; if you read no number, add “how many people took part” to “unverified”."
            yield Fault(source.place, message, help)


@rule("T9", Severity.WARNING)
def study_without_year(site: Site) -> Iterator[Fault]:
    """An article that readers are sent to shows no year, nor that none was found.

    Why it matters: what was true of the evidence twenty years ago may not be now.

    A page of the web may show no date; then readers are told so.

    Wrong: `type: article-journal` without `issued`
    Right: `issued: 2009`, or `unverified: [the year, which no page read shows]`
    """
    for source in _cited(site):
        is_admitted = any(_WHEN.search(one) for one in source.appraisal.unverified)
        if source.source.type.startswith("article") and not source.source.year and not is_admitted:
            help = "Look it up, and add “issued”; if no page shows it, add “the year” to “unverified”."
            yield Fault(source.place, f"The article {source.source.short_name} shows no year.", help)


@rule("T9")
def unknown_rater(site: Site) -> Iterator[Fault]:
    """The certainty of a finding is said to be rated by a source that the guide does not hold, or that is withdrawn.

    Why it matters: readers are told who was how sure. A name that leads nowhere tells them nothing.

    Wrong: `rated_by: ferraro` when the file is `ferraro2025.yaml`
    Right: `rated_by: ferraro2025`, or `rated_by: editor`
    """
    for source in site.sources.values():
        for finding in source.findings.values():
            by = finding.rated_by
            if by == EDITOR or (by in site.sources and not site.sources[by].appraisal.retracted):
                continue
            what, help = "was retracted", "Rate the finding anew, and name who did."
            if by not in site.sources:
                what = "is no source of the guide"
                help = did_you_mean(by, [EDITOR, *site.sources], f"Write a source's id, or “{EDITOR}”.")
            message = f"“{by}”, which is said to have rated “{finding.key}”, {what}."
            yield Fault(place_of_value(site, finding.place, "rated_by", by), message, help)


@rule("E3", Severity.WARNING)
def rated_above_design(site: Site) -> Iterator[Fault]:
    """The makers rate what some people, or animals, showed as surer than such a study can make it.

    Why it matters: without a comparison nobody can tell what would have happened anyway, and every page takes its
    words from the rating.

    A rating that another source gives, as in `rated_by: ferraro2025`, is that source's own.

    Wrong: `certainty: moderate` for an effect, by `editor`, in a `case-series`
    Right: `certainty: very-low`, or `low`
    """
    for source in site.sources.values():
        design = source.appraisal.design
        for finding in source.findings.values() if design in UNCOMPARED else ():
            if finding.kind in WEIGHED and finding.certainty in SURE and finding.rated_by == EDITOR:
                message = (
                    f"“{finding.key}” is rated {finding.certainty.value}, and rests on {_in_words(site, {design})}."
                )
                help = "Rate it low or very low; or name the source that rated it so in “rated_by”."
                yield Fault(place_of_value(site, finding.place, "certainty", finding.certainty.value), message, help)


def _cited(site: Site) -> list[Source]:
    """The sources that pages and published claims cite."""
    ids = {id for page in site.pages.values() for id in page.cited_sources}
    ids |= {id for claim in site.claims.values() if claim.is_published for id in claim.cited_sources}
    return [site.sources[id] for id in sorted(ids) if id in site.sources]


def _designs(site: Site, citations: Sequence[Citation]) -> set[str]:
    return {site.sources[one.source].appraisal.design for one in citations if one.source in site.sources}


def _in_words(site: Site, designs: set[str]) -> str:
    listed = site.phrases("designs")
    return "; ".join(listed[one].say if one in listed else one.replace("-", " ") for one in sorted(designs))


def _successor(written: str) -> str:
    """The source id in a value such as `moyer2024 (the second edition)`; empty when it has none."""
    named = _SUCCESSOR.fullmatch(written)
    return named[1] if named else ""


def _chain_of_successors(site: Site, id: str) -> Sequence[str]:
    """A source, its successor, the successor of that, and so on."""
    chain = [id]
    while (source := site.sources.get(chain[-1])) and (
        newer := _successor(source.appraisal.superseded_by)
    ) not in chain:
        chain.append(newer)
    return chain


def _newer(site: Site, written: str) -> str:
    source = site.sources.get(_successor(written))
    return written.replace(source.id, f"“{source.id}” ({source.source.short_name})", 1) if source else written


def _cited_together(page: Page, sources: Set[str]) -> dict[Place, tuple[str, frozenset[str]]]:
    """For each citation of these sources on a page, by place: the sentences that it covers, and all their sources."""
    together: dict[Place, tuple[str, frozenset[str]]] = {}
    for passage in page.passages:
        for sentence in passage.sentences:
            ids = frozenset(one.source for one in sentence.citations)
            for one in (one for one in sentence.citations if one.source in sources):
                text, others = together.get(one.place, ("", frozenset()))
                together[one.place] = f"{text} {sentence.text}", others | ids
    return together


def _why_not_original(address: str, mirrors: Mapping[str, str]) -> str:
    """Why the host of an address is not the original publisher, in a few words; empty when it may be."""
    host = web_host(address)
    mirror = next((domain for domain in parent_domains(host) if domain in mirrors), "")
    if mirror:
        return f"holds copies ({mirrors[mirror] or A_MACHINE})"
    return f"is {A_MACHINE}" if _IP_ADDRESS.fullmatch(host) else ""


def _shown_addresses(site: Site, is_wanted: Callable[[str], bool]) -> Iterator[tuple[str, Place]]:
    """The published web addresses, with their places. Of a page either all are listed, or none if none is wanted."""
    for page in site.pages.values():
        if any(is_wanted(address) for address in page.gist.web_addresses):
            yield from ((link.written, link.place) for link in page.links if isinstance(link, WebLink))
    for source in site.sources.values():
        if source.is_shown and source.source.link:
            yield source.source.link, source.place
    for contact in site.contacts.values():
        yield contact.url, contact.place
    for organisation in site.organisations.values():
        yield organisation.website, organisation.place


RULES = (
    weak_source,
    old_sources,
    superseded_source,
    unknown_successor,
    contested_one_sided,
    mirror_address,
    source_without_address,
    study_without_size,
    study_without_year,
    unknown_rater,
    rated_above_design,
)
