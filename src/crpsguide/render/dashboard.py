"""The editor's dashboard: what the guide claims, what it rests on, and what waits for somebody. Never published."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from crpsguide.frozen import frozen
from crpsguide.model import (
    NO_CACHE,
    Answer,
    Cache,
    Certainty,
    Diagnostic,
    Finding,
    FindingKind,
    GuideFrontMatter,
    Page,
    Reach,
    ReadingGrade,
    Sentence,
    Severity,
    Site,
    Source,
    Use,
    Waiver,
    key_of,
)
from crpsguide.render.addresses import claim_address, source_address
from crpsguide.render.claims import CLAIMS_TITLE, verdict_counts
from crpsguide.render.navigation import related_pages
from crpsguide.render.templates import Templates, templates_in
from crpsguide.render.usages import Statement, statements, uses
from crpsguide.render.words import certainty_words, key_words, listed_words, lowest_rating

PAGE, STYLES, OWN_STYLES = PurePosixPath("index.html"), PurePosixPath("styles.css"), PurePosixPath("report.css")
SITE = PurePosixPath("../site")  # where the site stands, seen from the dashboard
SOURCE_HOLDS = timedelta(days=365)  # after which a source is looked at again; checking guide, CLM103
# How long ago the web was asked for an address; the cache of answers keeps most for a week.
AGES = {
    timedelta(days=7): "In the last 7 days",
    timedelta(days=30): "8 to 30 days ago",
    timedelta(days=90): "31 to 90 days ago",
    timedelta.max: "More than 90 days ago",
}
NEVER = "No answer kept"
DRAWN = "the dashboard"

Files = Mapping[PurePosixPath, bytes]


@frozen
class Tally:
    """How many statements a page makes, by certainty."""

    title: str
    address: PurePosixPath
    count: int
    certainties: Mapping[Certainty, int]


@frozen
class SourceUse:
    """A source, how many of its findings are used, and on how many pages."""

    source: Source
    used: int
    addresses: tuple[PurePosixPath, ...]
    is_due: bool

    @property
    def page(self) -> PurePosixPath:
        """The source's own page."""
        return source_address(self.source.id)


@frozen
class PageState:
    """A page and what an editor has to know of it."""

    page: Page
    grade: ReadingGrade | None
    is_orphan: bool
    today: date

    @property
    def is_overdue(self) -> bool:
        """Whether it was to be checked by now."""
        return self.facts is not None and self.facts.next_check < self.today

    @property
    def facts(self) -> GuideFrontMatter | None:
        """The dates of a page of the guide; None for a plain page."""
        facts = self.page.front_matter
        return facts if isinstance(facts, GuideFrontMatter) else None


def render_dashboard(
    site: Site,
    diagnostics: Sequence[Diagnostic],
    *,
    templates: Sequence[Path],
    today: date,
    grades: Mapping[PurePosixPath, ReadingGrade],
    outside: Sequence[str] = (),
    answers: Mapping[str, Answer] | None = None,
    let_pass: Mapping[str, Sequence[Sentence]] | None = None,
    cache: Cache = NO_CACHE,
) -> Files:
    """The files of the dashboard, which stands beside the site.

    `grades` are the reading grades of pages by name, `outside` the addresses that lead out of the
    guide, `answers` what the web last said of them, `let_pass` the sentences without a source by reason.
    `cache` holds parts as they were drawn before.

    Raises:
        TemplateError: a template is missing, cannot be understood, or asks for what is not there.
    """
    drawer = templates_in(templates)
    states = page_states(site, grades, today)
    values: dict[str, object] = {
        "site": site,
        "settings": site.settings,
        "today": today,
        "errors": [one for one in diagnostics if one.severity is Severity.ERROR],
        "warnings": [one for one in diagnostics if one.severity is Severity.WARNING],
        "advice": [one for one in diagnostics if one.severity is Severity.ADVICE],
        "rules": rule_counts(diagnostics),
        "evidence": _evidence(site, drawer, today, cache),
        "outside": len(set(outside)),
        "asked": len(set(outside) & set(answers or {})),
        "ages": link_ages(outside, answers or {}, today),
        "lost": lost_links(outside, answers or {}),
        "let_pass": let_pass or {},
        "waivers": waivers(site),
        "ignored": sorted(site.settings.rules.ignore.items()),
        "states": states,
        "verdicts": [(listed_words(site, "verdicts", one.value), count) for one, count in verdict_counts(site)],
        "in_site": _in_site,
    }
    return {
        PAGE: drawer.render("report/index.html", values, drawn=DRAWN).encode(),
        STYLES: drawer.styles[STYLES].encode(),
        OWN_STYLES: drawer.render("report/report.css", {}, drawn=DRAWN).encode(),
    }


def _evidence(site: Site, drawer: Templates, today: date, cache: Cache) -> Mapping[str, object]:
    """How many statements there are, how many sources of those shown are used, and the parts drawn of them.

    They are drawn anew when what the guide rests on has changed: an edit of words alone changes nothing of it.
    """
    pages = {page.path for page in site.pages.values()}
    records = [one for one in site.digests.items() if one[0] not in pages]
    resting = [
        (page.address, page.title, [one.cited for one in page.gist.said], [*page.gist.keys])
        for page in site.pages.values()
    ]
    key = key_of("dashboard", drawer.digest, today, records, resting)
    kept: dict[str, int | str] | None = cache.get(key)
    if kept is None:
        said, users = statements(site), uses(site)
        told, used = tallies(site, said), source_uses(site, users, today)
        values: dict[str, object] = {
            "tallies": told,
            "certainties": [(one, certainty_words(site, one)) for one in Certainty],
            "kinds": kind_tallies(site, said),
            "uses": used,
            "leads": sum(one.appraisal.use is Use.LEAD for one in site.sources.values()),
            "unused": unused_findings(site, users),
            "in_site": _in_site,
        }
        kept = {
            "statements": sum(one.count for one in told),
            "used": sum(bool(one.addresses) for one in used),
            "shown": len(used),
        }
        for part in ("claims", "sources", "unused"):
            kept[part] = drawer.render(f"report/{part}.html", values, drawn=DRAWN)
        cache.put(key, kept)
    return {name: Markup(one) if isinstance(one, str) else one for name, one in kept.items()}


def _in_site(address: PurePosixPath, anchor: str = "") -> str:
    return f"{SITE}/{address}{'#' if anchor else ''}{anchor}"


def tallies(site: Site, said: Iterable[Statement]) -> tuple[Tally, ...]:
    """The statements of each page that makes one; those of all verdicts on claims are one row."""
    by_page: dict[tuple[str, PurePosixPath], Counter[Certainty]] = {}
    claims = claim_address("index")
    certainty = cache(partial(_certainty, site))  # many statements rest on the same findings
    for one in said:
        at_claim = one.address.parent == claims.parent
        where = (CLAIMS_TITLE, claims) if at_claim else (one.title, one.address)
        by_page.setdefault(where, Counter())[certainty(one.cited)] += 1
    return tuple(Tally(title, address, found.total(), found) for (title, address), found in by_page.items())


def kind_tallies(site: Site, said: Iterable[Statement]) -> tuple[tuple[str, Counter[Certainty]], ...]:
    """How many statements rest on each kind of finding, by certainty; one that rests on two kinds counts in both."""
    by_kind: dict[FindingKind, Counter[Certainty]] = {}
    for cited, count in Counter(one.cited for one in said).items():
        for kind in {finding.kind for finding in site.findings(cited)}:
            by_kind.setdefault(kind, Counter())[_certainty(site, cited)] += count
    return tuple((key_words(kind.value), by_kind[kind]) for kind in FindingKind if kind in by_kind)


def source_uses(site: Site, users: Mapping[str, Iterable[PurePosixPath]], today: date) -> tuple[SourceUse, ...]:
    """Every source that readers are shown, the most used first."""
    found = []
    for source in site.sources.values():
        if source.is_shown:
            ids = [source.id, *(finding.id for finding in source.findings.values())]
            addresses = sorted({address for id in ids for address in users.get(id, ())})
            used = sum(finding.id in users for finding in source.findings.values())
            is_due = today - source.appraisal.checked > SOURCE_HOLDS
            found.append(SourceUse(source, used, tuple(addresses), is_due))
    return tuple(sorted(found, key=lambda one: (-len(one.addresses), one.source.source.short_name, one.source.id)))


def unused_findings(site: Site, users: Container[str]) -> tuple[tuple[Source, tuple[Finding, ...]], ...]:
    """The findings that nothing rests on yet, by source; those of sources that readers are not shown are left out."""
    found = (
        (source, tuple(one for one in source.findings.values() if one.id not in users))
        for source in sorted(site.sources.values(), key=lambda one: (one.source.short_name, one.id))
        if source.is_shown
    )
    return tuple((source, findings) for source, findings in found if findings)


def waivers(site: Site) -> tuple[Waiver, ...]:
    """Every exception from a rule that stands in a page, by place."""
    return tuple(sorted((one for page in site.pages.values() for one in page.waivers), key=lambda one: one.place))


def page_states(site: Site, grades: Mapping[PurePosixPath, ReadingGrade], today: date) -> tuple[PageState, ...]:
    """Every page, those that are due for a check first."""
    named = _named_pages(site)
    pages = site.pages.values()
    states = (PageState(page, grades.get(page.name), str(page.name) not in named, today) for page in pages)
    return tuple(sorted(states, key=lambda one: (one.facts.next_check if one.facts else date.max, one.page.name)))


def link_ages(outside: Iterable[str], answers: Mapping[str, Answer], today: date) -> tuple[tuple[str, int], ...]:
    """The addresses by how long ago the web was asked for them, each once, the freshest first."""
    asked = [answers.get(address) for address in dict.fromkeys(outside)]
    counts = Counter(_age(today - one.seen) if one else NEVER for one in asked)
    return tuple((words, counts[words]) for words in (*AGES.values(), NEVER))


def lost_links(outside: Iterable[str], answers: Mapping[str, Answer]) -> tuple[tuple[str, Answer], ...]:
    """The addresses that were gone, or had moved for good, when they were last asked for."""
    asked = ((address, answers.get(address)) for address in dict.fromkeys(outside))
    return tuple((address, one) for address, one in asked if one and one.reach in (Reach.GONE, Reach.MOVED))


def rule_counts(diagnostics: Iterable[Diagnostic]) -> Sequence[tuple[tuple[Severity, str, str], int]]:
    """How often each rule, by its weight, code and name, found something: errors first, then by number."""
    counts = Counter((one.severity, one.code, one.name) for one in diagnostics)
    weights = list(Severity)
    return sorted(counts.items(), key=lambda one: (weights.index(one[0][0]), -one[1], one[0][1:]))


def _certainty(site: Site, cited: Sequence[str]) -> Certainty:
    lowest = lowest_rating(site, site.findings(cited))
    return lowest.certainty if lowest else Certainty.NOT_RATED


def _age(days: timedelta) -> str:
    return next(words for most, words in AGES.items() if days <= most)


def _named_pages(site: Site) -> set[str]:
    """The pages that another page names, or that all pages do. A list of a part's pages does not count."""
    landmarks = site.settings.landmarks
    everywhere = (landmarks.urgent_help, landmarks.how_sure, landmarks.glossary, landmarks.about)
    named = {str(PurePosixPath(one.partition("#")[0])) for one in everywhere if one} | {"index.md"}
    for page in site.pages.values():
        named |= {*page.gist.linked} - {str(page.name)}
        named |= {str(one.name) for one in related_pages(site, page)}
    return named
