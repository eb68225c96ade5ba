"""The editor's dashboard: statements and their evidence, pages and links due for a check. It is never published."""

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
SITE = PurePosixPath("../site")  # from the dashboard
SOURCE_CHECK_INTERVAL = timedelta(days=365)  # checking guide, CLM103
# How long ago an address was last requested; the cache keeps most answers for a week.
AGES = {
    timedelta(days=7): "In the last 7 days",
    timedelta(days=30): "8 to 30 days ago",
    timedelta(days=90): "31 to 90 days ago",
    timedelta.max: "More than 90 days ago",
}
NEVER = "No answer kept"
DASHBOARD = "the dashboard"  # in messages about templates

Files = Mapping[PurePosixPath, bytes]


@frozen
class Tally:
    """The number of statements on a page, in all and by certainty."""

    title: str
    address: PurePosixPath
    count: int
    certainties: Mapping[Certainty, int]


@frozen
class SourceUse:
    """A source, how many of its findings are used, and the addresses that use it.

    `is_due` says that its record was last checked more than a year ago.
    """

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
    """A page, its reading grade, and whether no page links to it."""

    page: Page
    grade: ReadingGrade | None
    is_orphan: bool
    today: date

    @property
    def is_overdue(self) -> bool:
        """Whether the date of its next check has passed."""
        return self.facts is not None and self.facts.next_check < self.today

    @property
    def facts(self) -> GuideFrontMatter | None:
        """The front matter of a page of the guide; None for a plain page."""
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
    accepted_without_source: Mapping[str, Sequence[Sentence]] | None = None,
    cache: Cache = NO_CACHE,
) -> Files:
    """The files of the dashboard, whose folder is beside that of the site.

    `grades` are the reading grades by page name, `outside` the addresses of external links, `answers` the web's last
    answers for them, `accepted_without_source` sentences by reason. `cache` holds rendered parts.

    Raises:
        TemplateError: a template is missing, has a syntax error, or uses an undefined name.
    """
    all_templates = templates_in(templates)
    states = page_states(site, grades, today)
    values: dict[str, object] = {
        "site": site,
        "settings": site.settings,
        "today": today,
        "errors": [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR],
        "warnings": [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.WARNING],
        "advice": [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ADVICE],
        "rules": rule_counts(diagnostics),
        "evidence": _evidence(site, all_templates, today, cache),
        "outside": len(set(outside)),
        "asked": len(set(outside) & set(answers or {})),
        "ages": link_ages(outside, answers or {}, today),
        "lost": lost_links(outside, answers or {}),
        "accepted_without_source": accepted_without_source or {},
        "waivers": waivers(site),
        "ignored": sorted(site.settings.rules.ignore.items()),
        "states": states,
        "verdicts": [(listed_words(site, "verdicts", verdict.value), count) for verdict, count in verdict_counts(site)],
        "in_site": _in_site,
    }
    return {
        PAGE: all_templates.render("report/index.html", values, output=DASHBOARD).encode(),
        STYLES: all_templates.styles[STYLES].encode(),
        OWN_STYLES: all_templates.render("report/report.css", {}, output=DASHBOARD).encode(),
    }


def _evidence(site: Site, templates: Templates, today: date, cache: Cache) -> Mapping[str, object]:
    """The number of statements, of sources shown and of those used, and the rendered parts about them, cached.

    The key holds what pages cite, not their text, so most edits of a page leave the cached parts valid.
    """
    pages = {page.path for page in site.pages.values()}
    records = [item for item in site.digests.items() if item[0] not in pages]
    cited = [
        (
            page.address,
            page.title,
            [statement.cited for statement in page.gist.citing_sentences],
            [*page.gist.usage_keys],
        )
        for page in site.pages.values()
    ]
    key = key_of("dashboard", templates.digest, today, records, cited)
    parts: dict[str, int | str] | None = cache.get(key)
    if parts is None:
        said, users = statements(site), uses(site)
        page_tallies, used = tallies(site, said), source_uses(site, users, today)
        values: dict[str, object] = {
            "tallies": page_tallies,
            "certainties": [(certainty, certainty_words(site, certainty)) for certainty in Certainty],
            "kinds": kind_tallies(site, said),
            "uses": used,
            "leads": sum(source.appraisal.use is Use.LEAD for source in site.sources.values()),
            "unused": unused_findings(site, users),
            "in_site": _in_site,
        }
        parts = {
            "statements": sum(tally.count for tally in page_tallies),
            "used": sum(bool(use.addresses) for use in used),
            "shown": len(used),
        }
        for part in ("claims", "sources", "unused"):
            parts[part] = templates.render(f"report/{part}.html", values, output=DASHBOARD)
        cache.put(key, parts)
    return {name: Markup(part) if isinstance(part, str) else part for name, part in parts.items()}


def _in_site(address: PurePosixPath, anchor: str = "") -> str:
    """The relative URL from the dashboard to a page of the site."""
    return f"{SITE}/{address}{'#' if anchor else ''}{anchor}"


def tallies(site: Site, said: Iterable[Statement]) -> tuple[Tally, ...]:
    """The tally of each page that makes statements; all verdicts on claims together have one."""
    by_page: dict[tuple[str, PurePosixPath], Counter[Certainty]] = {}
    claims = claim_address("index")
    certainty = cache(partial(_certainty, site))  # many statements cite the same findings
    for statement in said:
        is_verdict = statement.address.parent == claims.parent
        page = (CLAIMS_TITLE, claims) if is_verdict else (statement.title, statement.address)
        by_page.setdefault(page, Counter())[certainty(statement.cited)] += 1
    return tuple(Tally(title, address, counts.total(), counts) for (title, address), counts in by_page.items())


def kind_tallies(site: Site, said: Iterable[Statement]) -> tuple[tuple[str, Counter[Certainty]], ...]:
    """By kind of finding, the number of statements that cite it, by certainty.

    A statement that cites two kinds is counted for both.
    """
    by_kind: dict[FindingKind, Counter[Certainty]] = {}
    for cited, count in Counter(statement.cited for statement in said).items():
        for kind in {finding.kind for finding in site.findings(cited)}:
            by_kind.setdefault(kind, Counter())[_certainty(site, cited)] += count
    return tuple((key_words(kind.value), by_kind[kind]) for kind in FindingKind if kind in by_kind)


def source_uses(site: Site, users: Mapping[str, Iterable[PurePosixPath]], today: date) -> tuple[SourceUse, ...]:
    """The use of each source that readers are shown, the most used first."""
    found = []
    for source in site.sources.values():
        if source.is_shown:
            ids = [source.id, *(finding.id for finding in source.findings.values())]
            addresses = sorted({address for id in ids for address in users.get(id, ())})
            used = sum(finding.id in users for finding in source.findings.values())
            is_due = today - source.appraisal.checked > SOURCE_CHECK_INTERVAL
            found.append(SourceUse(source, used, tuple(addresses), is_due))
    return tuple(sorted(found, key=lambda use: (-len(use.addresses), use.source.source.short_name, use.source.id)))


def unused_findings(site: Site, users: Container[str]) -> tuple[tuple[Source, tuple[Finding, ...]], ...]:
    """The findings that nothing uses yet, for each source that readers are shown."""
    found = (
        (source, tuple(finding for finding in source.findings.values() if finding.id not in users))
        for source in sorted(site.sources.values(), key=lambda source: (source.source.short_name, source.id))
        if source.is_shown
    )
    return tuple((source, findings) for source, findings in found if findings)


def waivers(site: Site) -> tuple[Waiver, ...]:
    """All waivers in pages, by place."""
    return tuple(
        sorted((waiver for page in site.pages.values() for waiver in page.waivers), key=lambda waiver: waiver.place)
    )


def page_states(site: Site, grades: Mapping[PurePosixPath, ReadingGrade], today: date) -> tuple[PageState, ...]:
    """The state of each page, the earliest next check first."""
    linked = _linked_pages(site)
    pages = site.pages.values()
    states = (PageState(page, grades.get(page.name), str(page.name) not in linked, today) for page in pages)
    return tuple(
        sorted(states, key=lambda state: (state.facts.next_check if state.facts else date.max, state.page.name))
    )


def link_ages(outside: Iterable[str], answers: Mapping[str, Answer], today: date) -> tuple[tuple[str, int], ...]:
    """The number of addresses by the age of the web's answer, the newest first."""
    last_answers = [answers.get(address) for address in dict.fromkeys(outside)]
    counts = Counter(_age(today - answer.seen) if answer else NEVER for answer in last_answers)
    return tuple((words, counts[words]) for words in (*AGES.values(), NEVER))


def lost_links(outside: Iterable[str], answers: Mapping[str, Answer]) -> tuple[tuple[str, Answer], ...]:
    """The addresses that were gone or permanently moved when last requested."""
    last_answers = ((address, answers.get(address)) for address in dict.fromkeys(outside))
    return tuple(
        (address, answer) for address, answer in last_answers if answer and answer.reach in (Reach.GONE, Reach.MOVED)
    )


def rule_counts(diagnostics: Iterable[Diagnostic]) -> Sequence[tuple[tuple[Severity, str, str], int]]:
    """The number of diagnostics by severity, code and name of the rule: errors first, then by number."""
    counts = Counter((diagnostic.severity, diagnostic.code, diagnostic.name) for diagnostic in diagnostics)
    severities = list(Severity)
    return sorted(counts.items(), key=lambda item: (severities.index(item[0][0]), -item[1], item[0][1:]))


def _certainty(site: Site, cited: Sequence[str]) -> Certainty:
    """The lowest certainty among the findings that a statement cites."""
    lowest = lowest_rating(site, site.findings(cited))
    return lowest.certainty if lowest else Certainty.NOT_RATED


def _age(age: timedelta) -> str:
    return next(words for limit, words in AGES.items() if age <= limit)


def _linked_pages(site: Site) -> set[str]:
    """The names of pages that another page links to; the index of a part does not count as a page."""
    landmarks = site.settings.landmarks
    everywhere = (landmarks.urgent_help, landmarks.how_sure, landmarks.glossary, landmarks.about)
    linked = {str(PurePosixPath(link.partition("#")[0])) for link in everywhere if link} | {"index.md"}
    for page in site.pages.values():
        linked |= {*page.gist.linked_pages} - {str(page.name)}
        linked |= {str(related.name) for related in related_pages(site, page)}
    return linked
