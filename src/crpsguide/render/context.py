"""The `context` object of templates: links, text and notes of the file that is rendered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from crpsguide.frozen import frozen
from crpsguide.model import (
    Approval,
    Asset,
    AssetLink,
    Block,
    Citation,
    Finding,
    GuideFrontMatter,
    Handout,
    HeardClaim,
    Href,
    Html,
    Mark,
    Page,
    PageLink,
    Piece,
    Prose,
    RichText,
    Site,
    Source,
    Sources,
    Term,
    TermUse,
    approvals,
)
from crpsguide.render.addresses import HOME, claim_address, kind_address, social_address, source_address
from crpsguide.render.glossary import term_address
from crpsguide.render.navigation import Crumb, Part, crumbs, parts
from crpsguide.render.rich_text import enlarge_standalone_links, is_followed_by_chip, tighten_spacing
from crpsguide.render.scripts import stylesheet_and_script
from crpsguide.render.social import has_picture
from crpsguide.render.tables import accessible_tables, chips_rated_in_row
from crpsguide.render.template_faults import refuse_missing_text
from crpsguide.render.templates import Templates
from crpsguide.render.words import (
    Rating,
    certainty_words,
    day_words,
    explained_words,
    listed_words,
    lowest_rating,
    rating,
)
from crpsguide.urls import absolute_url, relative_href

NOWHERE = "#"  # the href of a broken link; rules about links report it
NOT_REVIEWED = "Not reviewed by a clinician"


@frozen
class CitedSource:
    """A source in a note: its number on the page, and the rating of its cited findings.

    `key` is the finding if exactly one is cited, else empty.
    """

    number: int
    source: Source
    key: str
    rating: Rating | None


@frozen
class SourcesNote:
    """The note that opens at a chip of sources. `id` is its HTML id, `words` are those on the chip."""

    id: str
    words: str
    rating: Rating | None
    sources: tuple[CitedSource, ...]


@frozen
class TermNote:
    """The note that opens at a glossary term. `id` is its HTML id."""

    id: str
    term: Term


class Context:
    """The context of one published file, the variable `context` in templates.

    `page` is None for files that no editor wrote; `cited` are then the ids of the sources that the text cites, in the
    order of their numbers. `handouts` are those of the whole site, by the address that they are of; `term_pages` are
    the pages that use a term most, by its id. Links are relative to `address`. With `absolute`, for the 404 page, which
    is served at any depth, they are full URLs, or without a published address paths from the root of the host.
    """

    def __init__(
        self,
        site: Site,
        templates: Templates,
        address: PurePosixPath,
        *,
        title: str,
        today: date,
        summary: str = "",
        page: Page | None = None,
        cited: Sequence[str] = (),
        absolute: bool = False,
        handouts: Mapping[PurePosixPath, Sequence[Handout]] | None = None,
        term_pages: Mapping[str, Sequence[Page]] | None = None,
    ) -> None:
        self.site = site
        self.templates = templates
        self.address = address
        self.title = title
        self.summary = summary
        self.today = today
        self.base_url = site.settings.base_url
        self.page = page
        self.cited = page.cited_sources if page else tuple(cited)
        self.absolute = absolute
        self._handouts = handouts or {}
        self.term_pages = term_pages or {}
        self._notes: dict[str, SourcesNote | TermNote] = {}
        self._macros: dict[str, Any] = {}

    def render(self, template: str, **values: Any) -> bytes:
        """Render a template; returns the file.

        Raises:
            TemplateError: a template is wrong, or a guide's own template leaves out text of an editor.
        """
        address = self.address.as_posix()
        text = self.templates.render(template, self._values | values, output=address)
        if self.templates.has_own and (written := self.page or values.get("claim")):
            refuse_missing_text(template, text, written.passages, output=address)
        return text.encode()

    # Addresses

    def href(self, target: PurePosixPath | str, fragment: str = "") -> str:
        """The href of a link in this file to a published file."""
        if not self.absolute:
            return relative_href(self.address, target, fragment)
        target = PurePosixPath(target)
        start = absolute_url(self.base_url, target) if self.base_url else f"/{quote(target.as_posix())}"
        return start + (f"#{quote(fragment)}" if fragment else "")

    def page_href(self, page: Page) -> str:
        """The href of a page."""
        return self.href(page.address)

    def link_href(self, link: PageLink | AssetLink) -> str:
        """The href of an editor's link, `NOWHERE` when its target is not in the guide.

        For a picture of a small drawing it is a `data:` URL.
        """
        targets = self.site.pages if isinstance(link, PageLink) else self.site.assets
        target = targets.get(link.target)
        is_whole_picture = isinstance(link, AssetLink) and link.is_image and not link.fragment
        if isinstance(target, Asset) and target.data_url and is_whole_picture:
            return Markup(target.data_url)
        return self.href(target.address, link.fragment) if target else NOWHERE

    def size_of(self, link: AssetLink) -> tuple[int, int] | None:
        """The width and height of a drawing; None if unknown."""
        asset = self.site.assets.get(link.target)
        return asset.size if asset else None

    def landmark_href(self, name: str) -> str:
        """The href of a landmark of `site.yaml` (`how_sure`), empty when the guide has none."""
        page, fragment = self.site.landmark(name), getattr(self.site.settings.landmarks, name).partition("#")[2]
        return self.href(page.address, fragment) if page else ""

    def term_href(self, term: Term) -> str:
        """The href of a term's entry in the glossary, empty when the guide has no glossary."""
        address = term_address(self.site, term)
        return self.href(address, term.id) if address else ""

    def claim_href(self, claim: HeardClaim) -> str:
        """The href of the page of a claim heard elsewhere."""
        return self.href(claim_address(claim.id))

    def source_href(self, source: Source, key: str = "") -> str:
        """The href of a source's page, or of a finding on it, empty for a source that readers are not shown."""
        return self.href(source_address(source.id), key) if source.is_shown else ""

    def kind_href(self, design: str) -> str:
        """The href of the list of the sources of one kind."""
        return self.href(kind_address(design))

    def published_url(self, target: PurePosixPath) -> str:
        """The absolute URL of a published file, empty without a published address."""
        return absolute_url(self.base_url, target) if self.base_url else ""

    @property
    def url(self) -> str:
        """The absolute URL of this file, empty without a published address."""
        return self.published_url(self.address)

    @property
    def picture_url(self) -> str:
        """The absolute URL of the preview picture for links to this file, empty when there is none."""
        if self.page and has_picture(self.title):
            return self.published_url(social_address(self.address))
        return self.published_url(social_address(HOME)) if has_picture(self.site.settings.name) else ""

    @property
    def feedback_href(self) -> str:
        """A `mailto:` link with page and date filled in; without a recipient when the guide has no contact."""
        recipient = self.site.settings.contact
        checked = self.today
        if self.page and isinstance(self.page.front_matter, GuideFrontMatter):
            checked = self.page.front_matter.checked
        body = f"Page: {self.url or self.address}\nChecked: {checked}\n\n"
        return f"mailto:{quote(recipient, safe='@')}?subject={quote('About this page')}&body={quote(body, safe=':/')}"

    # Page furniture and facts

    @property
    def lang(self) -> str:
        """The language of this file."""
        return (self.page.front_matter.lang if self.page else "") or self.site.settings.language

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the guide."""
        return parts(self.site)

    @cached_property
    def crumbs(self) -> tuple[Crumb, ...]:
        """The breadcrumbs of this file."""
        return crumbs(self.site, self.title, self.address)

    @property
    def has_claims(self) -> bool:
        """Whether the guide has published claims heard elsewhere."""
        return any(claim.is_published for claim in self.site.claims.values())

    def handouts_of(self, page: Page) -> Sequence[Handout]:
        """The PDFs of a page; empty in a build without handouts."""
        return self._handouts.get(page.address, ())

    @property
    def has_handouts(self) -> bool:
        """Whether this build has handouts."""
        return bool(self._handouts)

    @property
    def folder(self) -> str:
        """The top folder of this file, which names its part of the guide; empty at the top."""
        return self.address.parts[0] if len(self.address.parts) > 1 else ""

    def stylesheet_and_script(self, components: Collection[str]) -> tuple[PurePosixPath, PurePosixPath]:
        """The style sheet and the script of this file; `components` are those it has besides the page's blocks."""
        return stylesheet_and_script({*components, *(block.kind for block in (self.page.blocks if self.page else ()))})

    @property
    def is_overdue(self) -> bool:
        """Whether the date of the page's next check has passed."""
        facts = self.page.front_matter if self.page else None
        return isinstance(facts, GuideFrontMatter) and facts.next_check < self.today

    @property
    def approvals(self) -> tuple[Approval, ...]:
        """How countries have approved the medicine that the page is about; empty for most pages."""
        return approvals(self.page.front_matter) if self.page else ()

    @property
    def review(self) -> str:
        """Who reviewed the page, in one line, or that nobody did."""
        facts = self.page.front_matter if self.page else None
        review = facts.clinical_review if isinstance(facts, GuideFrontMatter) else None
        if review is None:
            return NOT_REVIEWED
        who = f"{review.name}, {review.role}, {review.register_number}"
        return f"Reviewed by {who}, on {day_words(review.date)}, for {review.scope}"

    def say(self, wording: str, key: str) -> str:
        """The phrase for a key in a wording list, or else the key as words."""
        return listed_words(self.site, wording, key)

    def explain(self, wording: str, key: str) -> str:
        """The explanation of a key in a wording list, empty when it has none."""
        return explained_words(self.site, wording, key)

    def certainty_words(self, finding: Finding) -> str:
        """The certainty of a finding, or that it is not rated, in the guide's words."""
        return certainty_words(self.site, finding.certainty)

    def rating(self, finding: Finding) -> Rating | None:
        """The rating of a finding, None when it is not rated."""
        return rating(self.site, finding)

    # Text

    def text(self, pieces: RichText) -> Markup:
        """Render running text with its links, marks, chips and terms."""
        pieces = enlarge_standalone_links(tighten_spacing(pieces))
        rated = chips_rated_in_row(pieces, self._rating)
        # The only place where `Html` becomes markup; `read` has sanitised it.
        markup = [
            piece.markup if isinstance(piece, Html) else self._piece(piece, pieces[at + 1 : at + 3], at not in rated)
            for at, piece in enumerate(pieces)
        ]
        return Markup("".join(markup))

    def component(self, block: Block, level: int = 2) -> Markup:
        """Render a block with the macro of its kind. `level` is that of headings inside it."""
        return self._macro(block.kind, block.kind.replace("-", "_"), block, level)

    def prose(self, block: Prose) -> Markup:
        """Render Markdown outside of components, with tables made readable on small screens."""
        return self.text(accessible_tables(block.text))

    def number(self, source: str) -> int:
        """The number of a source on this page; 0 for one that the page does not cite."""
        return self._numbers.get(source, 0)

    def numbers(self, mark: Mark) -> list[int]:
        """The numbers of the sources that a mark cites, in ascending order."""
        return sorted(map(self.number, mark.sources))

    def notes(self) -> Markup:
        """Render the notes that the texts so far refer to, for the end of the page."""
        markup = []
        for note in self._notes.values():
            name = "term" if isinstance(note, TermNote) else "sources"
            markup.append(self._macro(name, f"{name}_note", note))
        return Markup("\n").join(markup)

    def _piece(self, piece: Piece, after: RichText, shows_rating: bool) -> Markup:
        """Render a piece other than `Html`. `after` are the two pieces behind it."""
        match piece:
            case Href():
                return escape(self.link_href(piece.link))
            case Mark():
                return self._macro("mark", "mark", piece, is_followed_by_chip(piece, after)).strip()
            case Sources():
                chip = self._macro("sources", "sources", self._sources_note(piece.citations), shows_rating)
                return Markup(" ") + chip.strip()
            case TermUse():
                return self._term(piece)
        raise TypeError(f"no way to render {type(piece).__name__}")

    def _term(self, use: TermUse) -> Markup:
        term = self.site.glossary.get(use.term)
        if term is None:
            return escape(use.words)
        key = f"term {term.id}"
        note = self._notes.get(key) or TermNote(f"_term-{self._count(TermNote) + 1}", term)
        self._notes[key] = note
        return self._macro("term", "term", use, note).strip()

    def _sources_note(self, citations: tuple[Citation, ...]) -> SourcesNote:
        """The note of a set of citations; the same set has one note on a page."""
        key = " ".join(sorted({citation.id for citation in citations}))
        if key in self._notes:
            note = self._notes[key]
            assert isinstance(note, SourcesNote)
            return note
        cited = sorted({citation.source for citation in citations}, key=self.number)
        numbers = [str(self.number(id)) for id in cited]
        note = SourcesNote(
            id=f"_note-{self._count(SourcesNote) + 1}",
            words=f"{'Source' if len(numbers) == 1 else 'Sources'} {', '.join(numbers)}",
            rating=self._rating(citations),
            sources=tuple(self._cited(id, citations) for id in cited if id in self.site.sources),
        )
        self._notes[key] = note
        return note

    def _rating(self, citations: tuple[Citation, ...]) -> Rating | None:
        """The lowest rating among the cited findings."""
        return lowest_rating(self.site, self.site.findings(citation.id for citation in citations))

    def _count(self, kind: type) -> int:
        return sum(isinstance(note, kind) for note in self._notes.values())

    def _cited(self, id: str, citations: tuple[Citation, ...]) -> CitedSource:
        of_source = tuple(citation for citation in citations if citation.source == id)
        keys = {citation.key for citation in of_source}
        return CitedSource(
            self.number(id), self.site.sources[id], keys.pop() if len(keys) == 1 else "", self._rating(of_source)
        )

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {id: number for number, id in enumerate(self.cited, start=1)}

    @property
    def _values(self) -> dict[str, object]:
        return {"context": self, "site": self.site, "settings": self.site.settings, "page": self.page}

    def _macro(self, component: str, macro: str, *arguments: object) -> Markup:
        if component not in self._macros:
            name = f"components/{component}/{component}.html"
            self._macros[component] = self.templates.macros(name, self._values)
        markup: Markup = getattr(self._macros[component], macro)(*arguments)
        return markup
