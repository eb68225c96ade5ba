"""Renders all files of a site: which there are, and the values that each template is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import cached_property, partial
from operator import attrgetter
from pathlib import Path, PurePosixPath

from crpsguide.model import (
    ALL_STATEMENTS,
    NO_CACHE,
    Cache,
    Change,
    GlossaryList,
    GuideFrontMatter,
    Handout,
    HeardClaim,
    Organisation,
    OutlineFrontMatter,
    Page,
    Site,
    key_of,
)
from crpsguide.render.addresses import (
    CHANGES,
    CLAIM_KEYWORDS,
    CLAIMS,
    FEED,
    HANDOUTS,
    HOME,
    MANIFEST,
    NOT_FOUND,
    OFFLINE,
    OPEN_DATA,
    OPEN_DATA_SCHEMA,
    SEARCH,
    SEARCH_INDEX,
    SITEMAP,
    SOURCES,
    WHOLE_GUIDE,
    claim_address,
    kind_address,
    organisation_address,
    pack_address,
    source_address,
)
from crpsguide.render.cache import CachedFiles, Files, Job
from crpsguide.render.claims import (
    CLAIMS_TITLE,
    TOPICS,
    claim_keywords,
    pages_heard,
    published_claims,
    topics,
    verdict_counts,
)
from crpsguide.render.context import Context
from crpsguide.render.glossary import letter_pages, term_pages
from crpsguide.render.hosting import response_headers
from crpsguide.render.navigation import (
    SOURCES_TITLE,
    Part,
    easy_page,
    full_page,
    neighbours,
    other_pages,
    part_of,
    parts,
    related_pages,
    steps_around,
    topics_of,
)
from crpsguide.render.open_data import open_data
from crpsguide.render.references import by_design, references
from crpsguide.render.scripts import programs, whole_guide
from crpsguide.render.search import a_to_z, search_index
from crpsguide.render.sheets import message_sheets_and_rest
from crpsguide.render.social import social_pictures
from crpsguide.render.structured import breadcrumb_list, claim_review, graph, page_things, source_work
from crpsguide.render.templates import Templates, templates_in
from crpsguide.render.usages import usages, uses
from crpsguide.render.words import disambiguated, listed_words, sentence_start
from crpsguide.urls import absolute_url

_outline_values = attrgetter(*(field.name for field in fields(OutlineFrontMatter)))


def render_site(
    site: Site,
    *,
    templates: Sequence[Path],
    today: date,
    handouts: Sequence[Handout] = (),
    cache: Cache = NO_CACHE,
    jobs: int = 1,
) -> Files:
    """Every file of the published site but the assets, by its path below the site's root.

    `templates` are folders, a guide's own before the built-in one. Without a published address in the
    settings, what needs absolute URLs is left out. `handouts` are the PDFs that pages link to. `cache` holds rendered
    files from earlier runs; `jobs` processes render the others.

    Raises:
        TemplateError: a template is missing, has a syntax error, or uses an undefined name.
    """
    renderer = _Renderer(site, templates_in(templates), today, handouts, cache, jobs)
    files = renderer.files()
    files[WHOLE_GUIDE] = whole_guide(files, site.assets.values())
    files |= social_pictures(site, renderer.templates, cache)  # not part of the copy that readers keep
    return dict(sorted(files.items(), key=lambda item: item[0].parts))


def outlined(site: Site) -> Site:
    """The site with outlines in place of pages, and without texts for rules: all that a file may show of others.

    A rendered file is cached under a key of what this holds, so it must not read anything else.
    """
    return replace(site, pages={name: page.outline for name, page in site.pages.items()}, record_texts=())


class _Renderer:
    """Renders the files of one site, from the cache where their inputs are unchanged.

    `full_site` has whole pages; `site` is the outlined one that templates see, and tracks which sources and assets are
    used. A `Job` is a cache key and a function that renders a file.
    """

    def __init__(
        self, site: Site, templates: Templates, today: date, handouts: Sequence[Handout], cache: Cache, jobs: int
    ) -> None:
        self.full_site = site
        self.cached = CachedFiles(site, cache, jobs)
        self.site = outlined(self.cached.tracked(site))
        self.templates = templates
        self.today = today
        self.base_url = site.settings.base_url
        self.handouts: dict[PurePosixPath, list[Handout]] = {}
        for handout in handouts:
            self.handouts.setdefault(handout.about, []).append(handout)

    def files(self) -> dict[PurePosixPath, bytes]:
        """Every file but those that are made from all others.

        What takes long is rendered first, so that all processes end together. At an address with a page, no other file
        is made.
        """
        pages, others = self.page_jobs(), {**self.list_jobs(), **self.source_jobs()}
        others = {address: job for address, job in others.items() if address not in pages}
        rendered = self.cached.files({**self.data_jobs(), **pages, **others})
        html_files = sorted((address for address in rendered if address.suffix == ".html"), key=attrgetter("parts"))
        return {
            **self.render_plain_files([address for address in html_files if address not in (NOT_FOUND, OFFLINE)]),
            **self.render_redirects(),
            **{address: style.encode() for address, style in self.templates.styles.items()},
            **dict(programs(self.templates)),
            SEARCH_INDEX: search_index(self.full_site),
            CLAIM_KEYWORDS: claim_keywords(self.full_site),
            **rendered,
        }

    def page_jobs(self) -> Mapping[PurePosixPath, Job]:
        """The pages that editors wrote, by address."""
        return {
            page.address: (
                f"{self.shared_key} {page.path} {self.full_site.digests.get(page.path)} {self.extra_key(page)}",
                partial(self.render_page, page),
            )
            for page in self.full_site.pages.values()
        }

    def extra_key(self, page: Page) -> str:
        """A key for what a page shows beyond its own text and `shared_key`: its handouts, and where terms are used."""
        terms = self.term_page_names if GlossaryList.kind in page.gist.block_kinds else ()
        handouts = self.handouts.get(page.address, ())
        return key_of(*terms, *handouts) if terms or handouts else ""

    @cached_property
    def term_page_names(self) -> list[tuple[str, list[str]]]:
        """The ids of terms, each with the names of the pages that use it most."""
        return [(id, [str(page.name) for page in pages]) for id, pages in sorted(self.term_pages.items())]

    @cached_property
    def term_pages(self) -> Mapping[str, Sequence[Page]]:
        """By term id, the pages that use the term most."""
        found = term_pages(self.full_site)
        return {id: [self.site.pages[page.name] for page in pages] for id, pages in found.items()}

    @cached_property
    def shared_key(self) -> str:
        """A key for what any file may show: outlines of pages, records, templates, the date.

        Of sources and assets it includes which exist, not their content: `CachedFiles` tracks that for each file.
        """
        site = self.full_site
        pages = (*site.pages.values(), *site.incomplete_pages.values())
        tracked = {one.path for one in pages} | {one.place.path for one in site.sources.values()}
        records = [(str(path), digest) for path, digest in site.digests.items() if path not in tracked]
        outlines = [
            (str(page.path), str(page.address), *_outline_values(page.front_matter))
            for page in self.site.pages.values()
        ]
        inputs = (records, outlines, [*site.sources], [*map(str, site.assets)], bool(self.handouts))
        return key_of(self.today, self.base_url, self.templates.digest, *inputs)

    def list_jobs(self) -> Mapping[PurePosixPath, Job]:
        """The pages that are made from outlines and records: lists, search, claims, organisations, 404 and the like."""
        site = self.site
        renderers: dict[PurePosixPath, Callable[[], bytes]] = {
            NOT_FOUND: self.render_not_found,
            SEARCH: self.render_search,
            OFFLINE: self.render_offline,
            HOME: self.render_page_list,
            **{part.address: partial(self.render_part, part) for part in parts(site)},
            **{
                organisation_address(organisation.id): partial(self.render_organisation, organisation)
                for organisation in site.organisations.values()
            },
        }
        if claims := published_claims(site):
            renderers[CLAIMS] = self.render_claims
            renderers |= {claim_address(claim.id): partial(self.render_claim, claim) for claim in claims}
        if site.changes:
            renderers[CHANGES] = self.render_changes
        if self.handouts:
            renderers[HANDOUTS] = self.render_handouts
        letters = letter_pages(site)
        renderers |= {address: partial(self.render_letter, letter) for letter, address in letters.items()}
        extra: dict[PurePosixPath, object] = dict.fromkeys(letters.values(), self.term_page_names) if letters else {}
        extra[HANDOUTS] = self.handouts
        return {
            address: (f"{self.shared_key} made {address} {key_of(extra.get(address))}", render)
            for address, render in renderers.items()
        }

    def data_jobs(self) -> Mapping[PurePosixPath, Job]:
        """The sources and what cites them, as data for programs."""
        if not self.full_site.sources:
            return {}
        key = f"{self.shared_key} source {OPEN_DATA} {key_of(self.users_of(ALL_STATEMENTS))}"
        return {OPEN_DATA: (key, lambda: open_data(self.cached.tracked(self.full_site)))}

    def source_jobs(self) -> Mapping[PurePosixPath, Job]:
        """A page for each source that readers are shown, and the lists of them."""
        if not self.full_site.sources:
            return {}
        shown = [source for source in self.full_site.sources.values() if source.is_shown]
        kinds = {kind: [source.id for source in sources] for kind, sources in by_design(shown).items()}
        renderers: dict[PurePosixPath, Callable[[], bytes]] = {
            SOURCES: self.render_sources,
            **{kind_address(kind): partial(self.render_kind, kind, ids) for kind, ids in kinds.items()},
            **{source_address(source.id): partial(self.render_source, source.id) for source in shown},
            OPEN_DATA_SCHEMA: lambda: self.context(OPEN_DATA_SCHEMA, title="").render("evidence.schema.json"),
        }
        extra: dict[PurePosixPath, object] = {
            source_address(source.id): [
                self.source_titles[source.id],
                *(self.users_of(id) for id in (source.id, *(found.id for found in source.findings.values()))),
            ]
            for source in shown
        }
        extra |= {kind_address(kind): ids for kind, ids in kinds.items()}
        return {
            address: (f"{self.shared_key} source {address} {key_of(extra.get(address))}", render)
            for address, render in renderers.items()
        }

    def users_of(self, id: str) -> list[tuple[str, str]]:
        """The addresses that use a source or a finding, each with a key for how they use it."""
        return [(str(address), key) for address, key in self.uses.get(id, {}).items()]

    @cached_property
    def uses(self) -> Mapping[str, Mapping[PurePosixPath, str]]:
        """By id of a source or finding, the addresses that use it, each with a key for how."""
        return uses(self.full_site)

    def render_page(self, page: Page) -> bytes:
        """A page that an editor wrote."""
        site = self.site
        here = site.pages[page.name]
        before, after = neighbours(site, here)
        context = self.context(
            page.address,
            title=page.title,
            summary=page.front_matter.summary,
            page=page,
            has_terms=GlossaryList.kind in page.gist.block_kinds,
        )
        things = page_things(site, page, context.url)
        message, sheets, sections = message_sheets_and_rest(page)
        return self.render(
            context,
            f"pages/{page.type.value}.html",
            *things,
            message=message,
            sheets=sheets,
            sections=sections,
            contents=[
                section.heading for section in (*sheets, *sections) if section.heading and section.heading.level == 2
            ],
            references=references(site, page),
            # Each page is linked once.
            related=[other for other in related_pages(site, here) if other not in (before, after)],
            easy=easy_page(site, here),
            full=full_page(site, here),
            steps=steps_around(site, here),
            topics=topics_of(site, own.section if (own := part_of(site, page.folder)) else None),
            before=before,
            after=after,
        )

    def render_letter(self, letter: str) -> bytes:
        """The glossary terms that begin with a letter, when there are too many for one page."""
        title = f"Words that begin with {letter}"
        summary = f"{title}, each explained in plain words, with the pages that use it."
        context = self.context(letter_pages(self.site)[letter], title=title, summary=summary, has_terms=True)
        return self.render(context, "letter.html", letter=letter)

    def render_page_list(self) -> bytes:
        """The list of all pages, for a guide without a home page."""
        context = self.context(HOME, title=self.site.settings.name, summary=self.site.settings.summary)
        return context.render("pages/front.html", others=other_pages(self.site), structured=None)

    def render_part(self, part: Part) -> bytes:
        """The index of a part of the guide."""
        context = self.context(part.address, title=part.section.title, summary=part.section.summary)
        return self.render(context, "pages/section.html", part=part, topics=topics_of(self.site, part.section))

    def render_sources(self) -> bytes:
        """The list of the kinds of source, with how many sources of each are shown."""
        shown = [source for source in self.site.sources.values() if source.is_shown]
        summary = f"All {len(shown)} sources of the guide, by kind: what each kind can tell, and what it cannot."
        context = self.context(SOURCES, title=SOURCES_TITLE, summary=summary)
        kinds = [(context.say("designs", kind), kind, len(sources)) for kind, sources in by_design(shown).items()]
        return self.render(
            context, "sources.html", kinds=sorted(kinds), count=len(shown), leads=len(self.site.sources) - len(shown)
        )

    def render_kind(self, kind: str, ids: Sequence[str]) -> bytes:
        """The list of the sources of one kind."""
        sources = [self.site.sources[id] for id in ids]
        title = sentence_start(listed_words(self.site, "designs", kind))
        summary = f"{title}: the sources of this kind, by name."
        context = self.context(kind_address(kind), title=title, summary=summary)
        return self.render(context, "kind.html", kind=kind, sources=sources)

    def render_claims(self) -> bytes:
        """The list of claims heard elsewhere, by topic."""
        summary = "Claims that you may have heard, each set against the studies and rules that we found."
        context = self.context(CLAIMS, title=CLAIMS_TITLE, summary=summary)
        return self.render(
            context,
            "claims.html",
            topics=topics(self.site),
            verdicts=verdict_counts(self.site),
            pages_heard=pages_heard(self.site),
        )

    @cached_property
    def claim_titles(self) -> Mapping[str, str]:
        """The title of each claim's page: what is true; if two share that, also the claim and its verdict."""
        claims = published_claims(self.full_site)
        verdicts = {claim.id: listed_words(self.full_site, "verdicts", claim.verdict.value) for claim in claims}
        longer = {
            claim.id: f"{claim.main_message_text} “{claim.claim}” {sentence_start(verdicts[claim.id])}."
            for claim in claims
        }
        return disambiguated({claim.id: claim.main_message_text for claim in claims}, longer)

    def render_claim(self, claim: HeardClaim) -> bytes:
        """The page of a claim heard elsewhere: what is true instead, the verdict, and why."""
        context = self.context(
            claim_address(claim.id),
            title=self.claim_titles[claim.id],
            summary=claim.main_message_text,
            cited=claim.cited_sources,
        )
        review = claim_review(self.site, claim, context.url, context.say("verdicts", claim.verdict.value))
        return self.render(
            context,
            "claim.html",
            review,
            claim=claim,
            topic=context.say(TOPICS, claim.topic) if claim.topic else "",
            references=references(self.site, claim),
        )

    @cached_property
    def source_titles(self) -> Mapping[str, str]:
        """The title of each source's page: its short name; if two share that, also its own title."""
        works = {id: source.source for id, source in self.full_site.sources.items() if source.is_shown}
        names = {id: work.short_name for id, work in works.items()}
        return disambiguated(names, {id: f"{names[id]}: {work.title}" for id, work in works.items()})

    def render_source(self, id: str) -> bytes:
        """The page of a source: what was done, what was found, how sure that is, and where the guide uses it."""
        source, address = self.site.sources[id], source_address(id)
        context = self.context(address, title=self.source_titles[id], summary=source.summary)
        return self.render(context, "source.html", source_work(source), source=source, users=usages(self.full_site))

    def render_organisation(self, organisation: Organisation) -> bytes:
        """The page of an organisation: what is stated of it, by whom, and what is not."""
        address = organisation_address(organisation.id)
        summary = f"What is stated of {organisation.name}, by whom, and what is not. A listing is not an endorsement."
        context = self.context(address, title=organisation.name, summary=summary)
        return self.render(context, "organisation.html", organisation=organisation)

    def render_changes(self) -> bytes:
        """The list of changes, newest first."""
        context = self.context(CHANGES, title="What has changed", summary="Corrections and new pages, newest first.")
        return self.render(context, "changes.html", changes=self.newest_first)

    def render_handouts(self) -> bytes:
        """The list of handouts: the packs, then the pages."""
        summary = "The pages as files to print, to keep and to hand to others, in large print too."
        context = self.context(HANDOUTS, title="On paper", summary=summary)
        return self.render(
            context,
            "handouts.html",
            packs=[(pack, self.handouts.get(pack_address(pack), [])) for pack in self.site.settings.packs],
            others=other_pages(self.site),
            home=next((page for page in self.site.pages.values() if page.address == HOME), None),
        )

    def render_not_found(self) -> bytes:
        """The 404 page, which is served at any depth."""
        summary = "The address may be old, or it may have a typing mistake."
        context = self.context(NOT_FOUND, title="This page is not here", summary=summary, absolute=True)
        return context.render("404.html", structured=None)

    def render_search(self) -> bytes:
        """The search page, with every page and glossary term from A to Z."""
        summary = "A search that sends nothing, and every page and word of the guide from A to Z."
        context = self.context(SEARCH, title="Search, and A to Z", summary=summary)
        return self.render(context, "search.html", letters=a_to_z(self.site))

    def render_offline(self) -> bytes:
        """The page that the service worker shows without a connection, for a page of which it has no copy."""
        summary = "Which pages this device can show while there is no signal."
        return self.context(OFFLINE, title="There is no signal", summary=summary).render(
            "offline.html", structured=None
        )

    def render_redirects(self) -> Files:
        """A redirect at each former address of a page; any other file at that address takes precedence."""
        files: dict[PurePosixPath, bytes] = {}
        for page in self.full_site.pages.values():
            for address in page.old_addresses:
                context = self.context(address, title=page.title)
                files.setdefault(address, context.render("redirect.html", target=page))
        return files

    def render_plain_files(self, html_files: Sequence[PurePosixPath]) -> Files:
        """Headers, robots.txt and the web manifest; with a published address also the sitemap and the feed."""
        names = {PurePosixPath("_headers"): "_headers.txt", PurePosixPath("robots.txt"): "robots.txt"}
        names[MANIFEST] = "manifest.webmanifest"
        values: dict[str, object] = {"headers": response_headers(self.templates)}
        if self.base_url:
            names[SITEMAP] = "sitemap.xml"
            checked = {
                page.address: page.front_matter.checked
                for page in self.full_site.pages.values()
                if isinstance(page.front_matter, GuideFrontMatter)
            }
            values["pages"] = [(absolute_url(self.base_url, address), checked.get(address)) for address in html_files]
            values["sitemap"] = absolute_url(self.base_url, SITEMAP)
        else:
            values["sitemap"] = ""
        if self.base_url and self.site.changes:
            names[FEED] = "feed.xml"
            values["changes"] = self.newest_first
            values["home_url"] = absolute_url(self.base_url, HOME)
            values["changes_url"] = absolute_url(self.base_url, CHANGES)
            values["feed_url"] = absolute_url(self.base_url, FEED)
        return {address: self.context(address, title="").render(name, **values) for address, name in names.items()}

    @property
    def newest_first(self) -> list[Change]:
        """The changes by date, newest first."""
        return sorted(self.site.changes, key=lambda change: (change.date, change.id), reverse=True)

    def render(self, context: Context, template: str, *things: Mapping[str, object], **values: object) -> bytes:
        """Render a file with structured data: these things, and the breadcrumbs, which the home page lacks."""
        href = (lambda target: absolute_url(self.base_url, target)) if self.base_url else context.href
        breadcrumbs = [breadcrumb_list(context.crumbs, href)] if context.crumbs else []
        return context.render(template, structured=graph(*things, *breadcrumbs), **values)

    def context(
        self,
        address: PurePosixPath,
        *,
        title: str,
        summary: str = "",
        page: Page | None = None,
        cited: Sequence[str] = (),
        absolute: bool = False,
        has_terms: bool = False,
    ) -> Context:
        """A `Context` for a file of this site."""
        return Context(
            self.site,
            self.templates,
            address,
            title=title,
            summary=summary,
            today=self.today,
            page=page,
            cited=cited,
            absolute=absolute,
            handouts=self.handouts,
            term_pages=self.term_pages if has_terms else {},
        )
