"""Which files a site consists of, and what each template is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import cached_property, partial
from operator import attrgetter
from pathlib import Path, PurePosixPath

from crpsguide.model import (
    ALL,
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
from crpsguide.render.cache import CachedFiles, Files, Sketch
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
from crpsguide.render.words import listed_words, sentence_start, told_apart
from crpsguide.urls import absolute_url

told_of = attrgetter(*(one.name for one in fields(OutlineFrontMatter)))


def render_site(
    site: Site,
    *,
    templates: Sequence[Path],
    today: date,
    handouts: Sequence[Handout] = (),
    cache: Cache = NO_CACHE,
    jobs: int = 1,
) -> Files:
    """Every file of the published site but the assets, keyed by its path below the site's root.

    `templates` are folders, a guide's own before the built-in one. Without a published address in the
    settings what needs full addresses is left out. `handouts` are the PDFs that stand beside the pages;
    without them no page tells of any. `cache` holds pages as they were drawn before; `jobs` processes draw the others.

    Raises:
        TemplateError: a template is missing, cannot be understood, or asks for what is not there.
    """
    renderer = _Renderer(site, templates_in(templates), today, handouts, cache, jobs)
    files = renderer.files()
    files[WHOLE_GUIDE] = whole_guide(files, site.assets.values())
    files |= social_pictures(site, renderer.templates, cache)  # for networks: readers keep none
    return dict(sorted(files.items(), key=lambda one: one[0].parts))


def outlined(site: Site) -> Site:
    """The site as a file may show it: of its pages what others may know, and no texts beside them."""
    return replace(site, pages={name: page.outline for name, page in site.pages.items()}, record_texts=())


class _Renderer:
    """Draws the files of one site, and each again when something has changed that was looked at for it."""

    def __init__(
        self, site: Site, templates: Templates, today: date, handouts: Sequence[Handout], cache: Cache, jobs: int
    ) -> None:
        self.given = site
        self.cached = CachedFiles(site, cache, jobs)
        self.site = outlined(self.cached.watched(site))
        self.templates = templates
        self.today = today
        self.base_url = site.settings.base_url
        self.handouts: dict[PurePosixPath, list[Handout]] = {}
        for one in handouts:
            self.handouts.setdefault(one.about, []).append(one)

    def files(self) -> dict[PurePosixPath, bytes]:
        """Every file but those that are made of all others.

        What takes long is drawn first, so that no process waits for another; a page goes before all at its address.
        """
        pages, others = self.pages(), {**self.lists(), **self.of_sources()}
        others = {address: sketch for address, sketch in others.items() if address not in pages}
        drawn = self.cached.files({**self.told_as_data(), **pages, **others})
        readable = sorted((one for one in drawn if one.suffix == ".html"), key=attrgetter("parts"))
        return {
            **self.plain_files([address for address in readable if address not in (NOT_FOUND, OFFLINE)]),
            **self.redirects(),
            **{address: style.encode() for address, style in self.templates.styles.items()},
            **dict(programs(self.templates)),
            SEARCH_INDEX: search_index(self.given),
            CLAIM_KEYWORDS: claim_keywords(self.given),
            **drawn,
        }

    def pages(self) -> Mapping[PurePosixPath, Sketch]:
        """The pages that editors wrote."""
        return {
            page.address: (
                f"{self.around} {page.path} {self.given.digests.get(page.path)} {self.shown_on(page)}",
                partial(self.page, page),
            )
            for page in self.given.pages.values()
        }

    def shown_on(self, page: Page) -> str:
        """A key for what a page shows beside its text: the list of terms tells where each is used."""
        terms = self.terms_used if GlossaryList.kind in page.gist.kinds else ()
        handouts = self.handouts.get(page.address, ())
        return key_of(*terms, *handouts) if terms or handouts else ""

    @cached_property
    def terms_used(self) -> list[tuple[str, list[str]]]:
        """By the id of each term, the names of the pages that use it most."""
        return [(id, [str(one.name) for one in pages]) for id, pages in sorted(self.term_pages.items())]

    @cached_property
    def term_pages(self) -> Mapping[str, Sequence[Page]]:
        """The pages that use each term most."""
        used = term_pages(self.given)
        return {id: [self.site.pages[one.name] for one in pages] for id, pages in used.items()}

    @cached_property
    def around(self) -> str:
        """A key for what a page may show beside its text: outlines of other pages, records, templates, the day.

        Of the sources and the assets it tells which there are, not what they hold.
        """
        site = self.given
        pages = (*site.pages.values(), *site.aside.values())
        apart = {one.path for one in pages} | {one.place.path for one in site.sources.values()}
        records = [(str(path), digest) for path, digest in site.digests.items() if path not in apart]
        outlines = [(str(one.path), str(one.address), *told_of(one.front_matter)) for one in self.site.pages.values()]
        known = (records, outlines, [*site.sources], [*map(str, site.assets)], bool(self.handouts))
        return key_of(self.today, self.base_url, self.templates.digest, *known)

    def lists(self) -> Mapping[PurePosixPath, Sketch]:
        """The pages that lead to others, those of records, and those that nobody looks for."""
        site = self.site
        draw: dict[PurePosixPath, Callable[[], bytes]] = {
            NOT_FOUND: self.not_found,
            SEARCH: self.search,
            OFFLINE: self.offline,
            HOME: self.front,
            **{part.address: partial(self.part, part) for part in parts(site)},
            **{organisation_address(one.id): partial(self.organisation, one) for one in site.organisations.values()},
        }
        if claims := published_claims(site):
            draw |= {CLAIMS: self.claims, **{claim_address(one.id): partial(self.claim, one) for one in claims}}
        if site.changes:
            draw[CHANGES] = self.changes
        if self.handouts:
            draw[HANDOUTS] = self.handout_list
        parted = letter_pages(site)
        draw |= {address: partial(self.letter, letter) for letter, address in parted.items()}
        shown: dict[PurePosixPath, object] = dict.fromkeys(parted.values(), self.terms_used) if parted else {}
        shown[HANDOUTS] = self.handouts
        return {one: (f"{self.around} made {one} {key_of(shown.get(one))}", way) for one, way in draw.items()}

    def told_as_data(self) -> Mapping[PurePosixPath, Sketch]:
        """What rests on the sources, for programs."""
        if not self.given.sources:
            return {}
        key = f"{self.around} source {OPEN_DATA} {key_of(self.rest_on(ALL))}"
        return {OPEN_DATA: (key, lambda: open_data(self.cached.watched(self.given)))}

    def of_sources(self) -> Mapping[PurePosixPath, Sketch]:
        """The sources, and the lists of them."""
        if not self.given.sources:
            return {}
        shown = [source for source in self.given.sources.values() if source.is_shown]
        kinds = {kind: [one.id for one in some] for kind, some in by_design(shown).items()}
        draw: dict[PurePosixPath, Callable[[], bytes]] = {
            SOURCES: self.list_of_sources,
            **{kind_address(kind): partial(self.kind, kind, ids) for kind, ids in kinds.items()},
            **{source_address(source.id): partial(self.source, source.id) for source in shown},
            OPEN_DATA_SCHEMA: lambda: self.context(OPEN_DATA_SCHEMA, title="").render("evidence.schema.json"),
        }
        told: dict[PurePosixPath, object] = {
            source_address(one.id): [
                self.source_titles[one.id],
                *(self.rest_on(id) for id in (one.id, *(found.id for found in one.findings.values()))),
            ]
            for one in shown
        }
        told |= {kind_address(kind): ids for kind, ids in kinds.items()}
        return {one: (f"{self.around} source {one} {key_of(told.get(one))}", way) for one, way in draw.items()}

    def rest_on(self, id: str) -> list[tuple[str, str]]:
        """Where the guide rests on a source or a finding, each with a key for how."""
        return [(str(address), key) for address, key in self.uses.get(id, {}).items()]

    @cached_property
    def uses(self) -> Mapping[str, Mapping[PurePosixPath, str]]:
        """Where the guide rests on each of them, by its id."""
        return uses(self.given)

    def page(self, page: Page) -> bytes:
        """A page that an editor wrote."""
        site = self.site
        here = site.pages[page.name]
        before, after = neighbours(site, here)
        context = self.context(
            page.address,
            title=page.title,
            summary=page.front_matter.summary,
            page=page,
            has_terms=GlossaryList.kind in page.gist.kinds,
        )
        things = page_things(site, page, context.url)
        message, sheets, sections = message_sheets_and_rest(page)
        return self.drawn(
            context,
            f"pages/{page.type.value}.html",
            *things,
            message=message,
            sheets=sheets,
            sections=sections,
            contents=[one.heading for one in (*sheets, *sections) if one.heading and one.heading.level == 2],
            references=references(site, page),
            related=[one for one in related_pages(site, here) if one not in (before, after)],  # they are told once
            easy=easy_page(site, here),
            full=full_page(site, here),
            steps=steps_around(site, here),
            topics=topics_of(site, own.section if (own := part_of(site, page.folder)) else None),
            before=before,
            after=after,
        )

    def letter(self, letter: str) -> bytes:
        """The terms that begin with a letter, where they are too many for one page."""
        title = f"Words that begin with {letter}"
        summary = f"{title}, each told in plain words, with the pages that use it."
        context = self.context(letter_pages(self.site)[letter], title=title, summary=summary, has_terms=True)
        return self.drawn(context, "letter.html", letter=letter)

    def front(self) -> bytes:
        """The list of all pages, for a folder without a first page of its own."""
        context = self.context(HOME, title=self.site.settings.name, summary=self.site.settings.summary)
        return context.render("pages/front.html", others=other_pages(self.site), structured=None)

    def part(self, part: Part) -> bytes:
        """The list of the pages of a part."""
        context = self.context(part.address, title=part.section.title, summary=part.section.summary)
        return self.drawn(context, "pages/section.html", part=part, topics=topics_of(self.site, part.section))

    def list_of_sources(self) -> bytes:
        """The kinds of source, and how many of each readers are shown."""
        shown = [source for source in self.site.sources.values() if source.is_shown]
        summary = f"All {len(shown)} sources of the guide, by kind: what each kind can tell, and what it cannot."
        context = self.context(SOURCES, title=SOURCES_TITLE, summary=summary)
        kinds = [(context.say("designs", kind), kind, len(sources)) for kind, sources in by_design(shown).items()]
        return self.drawn(
            context, "sources.html", kinds=sorted(kinds), count=len(shown), leads=len(self.site.sources) - len(shown)
        )

    def kind(self, kind: str, ids: Sequence[str]) -> bytes:
        """The list of the sources of one kind."""
        sources = [self.site.sources[id] for id in ids]
        title = sentence_start(listed_words(self.site, "designs", kind))
        summary = f"{title}: the sources of this kind, by name."
        context = self.context(kind_address(kind), title=title, summary=summary)
        return self.drawn(context, "kind.html", kind=kind, sources=sources)

    def claims(self) -> bytes:
        """The list of claims heard elsewhere, by topic."""
        summary = "Claims that you may have heard, each set against the studies and rules that we found."
        context = self.context(CLAIMS, title=CLAIMS_TITLE, summary=summary)
        return self.drawn(
            context,
            "claims.html",
            topics=topics(self.site),
            verdicts=verdict_counts(self.site),
            pages_heard=pages_heard(self.site),
        )

    @cached_property
    def claim_titles(self) -> Mapping[str, str]:
        """What the page of each claim is called: what is true; where two share that, the claim and its verdict."""
        claims = published_claims(self.given)
        verdicts = {one.id: listed_words(self.given, "verdicts", one.verdict.value) for one in claims}
        longer = {one.id: f"{one.truth_words} “{one.claim}” {sentence_start(verdicts[one.id])}." for one in claims}
        return told_apart({one.id: one.truth_words for one in claims}, longer)

    def claim(self, claim: HeardClaim) -> bytes:
        """A claim heard elsewhere: what is true instead, the verdict, and why."""
        context = self.context(
            claim_address(claim.id),
            title=self.claim_titles[claim.id],
            summary=claim.truth_words,
            cited=claim.cited_sources,
        )
        review = claim_review(self.site, claim, context.url, context.say("verdicts", claim.verdict.value))
        return self.drawn(
            context,
            "claim.html",
            review,
            claim=claim,
            topic=context.say(TOPICS, claim.topic) if claim.topic else "",
            references=references(self.site, claim),
        )

    @cached_property
    def source_titles(self) -> Mapping[str, str]:
        """What the page of each source is called: its short name, and its own title where others share the name."""
        works = {id: source.source for id, source in self.given.sources.items() if source.is_shown}
        names = {id: work.short_name for id, work in works.items()}
        return told_apart(names, {id: f"{names[id]}: {work.title}" for id, work in works.items()})

    def source(self, id: str) -> bytes:
        """A source: what was done, what was found, how sure that is, and where the guide uses it."""
        source, address = self.site.sources[id], source_address(id)
        context = self.context(address, title=self.source_titles[id], summary=source.summary)
        return self.drawn(context, "source.html", source_work(source), source=source, users=usages(self.given))

    def organisation(self, organisation: Organisation) -> bytes:
        """An organisation: what is stated of it, by whom, and what is not."""
        address = organisation_address(organisation.id)
        summary = f"What is stated of {organisation.name}, by whom, and what is not. A listing is not an endorsement."
        context = self.context(address, title=organisation.name, summary=summary)
        return self.drawn(context, "organisation.html", organisation=organisation)

    def changes(self) -> bytes:
        """What changed, newest first."""
        context = self.context(CHANGES, title="What has changed", summary="Corrections and new pages, newest first.")
        return self.drawn(context, "changes.html", changes=self.newest_first)

    def handout_list(self) -> bytes:
        """The list of what there is on paper: the packs, then the pages."""
        summary = "The pages as files to print, to keep and to hand to others, in large print too."
        context = self.context(HANDOUTS, title="On paper", summary=summary)
        return self.drawn(
            context,
            "handouts.html",
            packs=[(pack, self.handouts.get(pack_address(pack), [])) for pack in self.site.settings.packs],
            others=other_pages(self.site),
            home=next((page for page in self.site.pages.values() if page.address == HOME), None),
        )

    def not_found(self) -> bytes:
        """The page for an address that leads nowhere, served at any depth."""
        summary = "The address may be old, or it may have a typing mistake."
        context = self.context(NOT_FOUND, title="This page is not here", summary=summary, absolute=True)
        return context.render("404.html", structured=None)

    def search(self) -> bytes:
        """The page to search on, with every page and word from A to Z."""
        summary = "A search that sends nothing, and every page and word of the guide from A to Z."
        context = self.context(SEARCH, title="Search, and A to Z", summary=summary)
        return self.drawn(context, "search.html", letters=a_to_z(self.site))

    def offline(self) -> bytes:
        """The page that a device shows with no signal, for a page of which it has no copy."""
        summary = "Which pages this device can show while there is no signal."
        return self.context(OFFLINE, title="There is no signal", summary=summary).render(
            "offline.html", structured=None
        )

    def redirects(self) -> Files:
        """A signpost at each address that a page once had; what stands there now goes before it."""
        files: dict[PurePosixPath, bytes] = {}
        for page in self.given.pages.values():
            for address in page.old_addresses:
                context = self.context(address, title=page.title)
                files.setdefault(address, context.render("redirect.html", target=page))
        return files

    def plain_files(self, readable: Sequence[PurePosixPath]) -> Files:
        """What machines read: headers and robots, and with a published address the sitemap and the feed."""
        names = {PurePosixPath("_headers"): "_headers.txt", PurePosixPath("robots.txt"): "robots.txt"}
        names[MANIFEST] = "manifest.webmanifest"
        values: dict[str, object] = {"headers": response_headers(self.templates)}
        if self.base_url:
            names[SITEMAP] = "sitemap.xml"
            checked = {
                page.address: page.front_matter.checked
                for page in self.given.pages.values()
                if isinstance(page.front_matter, GuideFrontMatter)
            }
            values["pages"] = [(absolute_url(self.base_url, one), checked.get(one)) for one in readable]
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
        return sorted(self.site.changes, key=lambda one: (one.date, one.id), reverse=True)

    def drawn(self, context: Context, template: str, *things: Mapping[str, object], **values: object) -> bytes:
        """A file with structured data: the things it tells of, and the trail to it, which the first page has not."""
        where = (lambda one: absolute_url(self.base_url, one)) if self.base_url else context.href
        trail = [breadcrumb_list(context.crumbs, where)] if context.crumbs else []
        return context.render(template, structured=graph(*things, *trail), **values)

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
        """The context of a new file."""
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
