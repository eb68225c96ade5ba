"""Pages: their types, the front matter of each type, and the body."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import Enum
from pathlib import PurePosixPath

from crpsguide.frozen import frozen, record
from crpsguide.model.blocks import Block, Section, shown_findings
from crpsguide.model.cache import key_of
from crpsguide.model.diagnostics import Waiver
from crpsguide.model.misread import Misread
from crpsguide.model.packed import Packed, pack
from crpsguide.model.place import Place
from crpsguide.model.text import (
    Citation,
    CitingSentence,
    Link,
    Mark,
    PageLink,
    Passage,
    PassageKind,
    WebLink,
    citing_sentences,
    first_marks,
    words_by_root,
)


class PageType(Enum):
    """The type of a page: determines its front matter, its template and the rules that apply."""

    HOME = "home"
    CONDITION = "condition"
    SYMPTOM = "symptom"
    TREATMENT = "treatment"
    FAQ = "faq"  # questions in the reader's words; each heading of level 2 is one
    CLINIC = "clinic"  # about finding care
    TOPIC = "topic"  # about one aspect of living with the condition: costs, the law, work, family, travel
    TOOL = "tool"
    ABOUT = "about"  # the guide itself
    EASY = "easy"
    PLAIN = "plain"


@record
class ClinicalReview:
    """A review of the page by a named clinician."""

    name: str
    role: str
    register_number: str
    date: date
    scope: str


@record
class Approval:
    """The approval of a medicine for this use in one country; `source` is the id of the finding that states it."""

    country: str
    status: str
    source: str


@record
class FrontMatter:
    """Front matter that every page may have; a plain page needs only `title`."""

    type: PageType = PageType.PLAIN
    title: str
    summary: str = ""
    slug: str = ""
    redirect_from: tuple[str, ...] = ()
    draft: bool = False
    order: int = 1000
    lang: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)


@frozen(kw_only=True)
class PlainFrontMatter(FrontMatter):
    """Front matter of any Markdown page. `reviewed` is the date of the editor's last review."""

    reviewed: date | None = None


@frozen(kw_only=True)
class GuideFrontMatter(FrontMatter):
    """Front matter of a page of the guide: purpose, date of the evidence check, review.

    `changed` describes the last change in plain words.
    """

    summary: str
    purpose: str
    audience: str
    checked: date
    next_check: date
    changed: str
    written_by: str = ""
    clinical_review: ClinicalReview | None = None
    needs_visual: bool = False
    contested: tuple[str, ...] = ()


@frozen(kw_only=True)
class ConditionFrontMatter(GuideFrontMatter):
    """Front matter of a page about the condition or a type of it. `other_names` go into structured data."""

    type: PageType = PageType.CONDITION
    other_names: tuple[str, ...] = ()


@frozen(kw_only=True)
class TreatmentFrontMatter(GuideFrontMatter):
    """Front matter of a page about a treatment, or of questions and answers.

    `harms` are the keys of the harms that the page describes.
    """

    type: PageType = PageType.TREATMENT
    approval: tuple[Approval, ...] = ()
    harms: tuple[str, ...] = ()


@frozen(kw_only=True)
class ToolFrontMatter(GuideFrontMatter):
    """Front matter of a tool, a page to use rather than to read.

    With `sheets_first`, the sheets to fill in come before the text. `steps` are links to the pages that continue the
    tool, in order; rules judge all of them as one.
    """

    type: PageType = PageType.TOOL
    sheets_first: bool = False
    steps: tuple[str, ...] = ()


@frozen(kw_only=True)
class EasyFrontMatter(GuideFrontMatter):
    """Front matter of a page in easy words. `full` is a link to the page that it retells."""

    type: PageType = PageType.EASY
    full: str = ""


@frozen(kw_only=True)
class OutlineFrontMatter(FrontMatter):
    """Front matter of an outline (see `Page.outline`). `full` and `steps` are as in an easy page and a tool."""

    full: str = ""
    steps: tuple[str, ...] = ()


FRONT_MATTER: Mapping[PageType, type[FrontMatter]] = dict.fromkeys(PageType, GuideFrontMatter) | {
    PageType.CONDITION: ConditionFrontMatter,
    PageType.TREATMENT: TreatmentFrontMatter,
    PageType.FAQ: TreatmentFrontMatter,
    PageType.TOOL: ToolFrontMatter,
    PageType.EASY: EasyFrontMatter,
    PageType.PLAIN: PlainFrontMatter,
}


@frozen(kw_only=True)
class Body:
    """The text of a page, for rules.

    `passages` are those of the Markdown text, `pictures` the alternative texts of its images, `facts` the published
    passages of the front matter. `anchors` are the HTML ids with their places. `front_matter_places` are the places of
    the front matter's values, by dotted path (`related.0`).
    """

    passages: tuple[Passage, ...] = ()
    pictures: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    anchors: Mapping[str, Place] = field(default_factory=dict)
    facts: tuple[Passage, ...] = ()
    misread: tuple[Misread, ...] = ()
    front_matter_places: Mapping[str, Place] = field(default_factory=dict)
    source_lines: tuple[str, ...] = field(repr=False, default=())


EMPTY_BODY = pack(Body())
NO_SECTIONS: Packed[tuple[Section, ...]] = pack(())
ALL_STATEMENTS = ""  # a key of `Gist.usage_keys` in place of an id
APPROVAL = "approval"  # `ShownFinding.block_kind` for approvals in the front matter


@frozen
class ShownFinding:
    """A finding that a table or chart shows, or that an approval in the front matter names.

    `block_kind` is the kind of block, or `APPROVAL`; `heading` and `anchor` are those of the heading above the block.
    """

    id: str
    block_kind: str
    title: str
    heading: str = ""
    anchor: str = ""


@frozen(kw_only=True)
class Gist:
    """A summary of a page's content, for code that works across pages and need not unpack their bodies.

    `cited_ids`: ids of findings or sources (`a2020#x`), in the order of their first mark.
    `first_marks`: by source id, the number of the first mark that cites it.
    `citing_sentences`: the sentences with citations; `shown_findings`: the findings in tables, charts and approvals.
    `usage_keys`: by id of a finding or source, a cache key that changes when the page uses it differently; under
    `ALL_STATEMENTS`, one for all citing sentences.
    `linked_pages`: names of pages that it links to; `web_addresses`: its links out of the guide.
    `block_kinds`: kinds of its blocks; `anchors`: its HTML ids; `headings`: text and anchor of each heading.
    `terms`: by id of a glossary term, how often the page uses it.
    `roots`: roots of its words of four letters or more, separated by spaces.
    `words`: for each root, in the same order, a count and the alphabetically first word, separated by spaces.
    """

    cited_ids: tuple[str, ...] = ()
    first_marks: Mapping[str, int] = field(default_factory=dict)
    citing_sentences: tuple[CitingSentence, ...] = ()
    shown_findings: tuple[ShownFinding, ...] = ()
    usage_keys: Mapping[str, str] = field(default_factory=dict)
    linked_pages: tuple[str, ...] = ()
    web_addresses: tuple[str, ...] = ()
    block_kinds: frozenset[str] = frozenset()
    anchors: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    terms: Mapping[str, int] = field(default_factory=dict)
    roots: str = field(repr=False, default="")  # one string each: thousands of pages stay in memory
    words: str = field(repr=False, default="")

    @property
    def words_by_root(self) -> Mapping[str, tuple[int, str]]:
        """For each root of words of four letters or more, how often they occur, and the alphabetically first."""
        words = self.words.split()
        return dict(zip(self.roots.split(), zip(map(int, words[::2]), words[1::2], strict=True), strict=True))

    @property
    def shown_ids(self) -> tuple[str, ...]:
        """The ids of `shown_findings`, each once."""
        return tuple(dict.fromkeys(shown.id for shown in self.shown_findings))


NO_GIST = Gist()


@frozen(kw_only=True)
class Page:
    """One parsed Markdown file.

    `path` is relative to the guide's folder; `name` to the pages' folder, as in links; `address` is that of the
    published file, relative to the site's root. `layout` holds its sections, for rendering, and `body` its text, for
    rules; both are unpacked on access. `missing_keys` are keys of the front matter that are missing or wrong, and have
    placeholder values: such a page is checked, but never rendered.
    """

    path: PurePosixPath
    name: PurePosixPath
    address: PurePosixPath
    front_matter: FrontMatter
    waivers: tuple[Waiver, ...] = ()
    gist: Gist = field(default_factory=lambda: NO_GIST)
    layout: Packed[tuple[Section, ...]] = field(repr=False, default_factory=lambda: NO_SECTIONS)
    body: Packed[Body] = field(repr=False, default_factory=lambda: EMPTY_BODY)
    missing_keys: frozenset[str] = frozenset()

    @property
    def type(self) -> PageType:
        """The page's type."""
        return self.front_matter.type

    @property
    def title(self) -> str:
        """The page's title, its only heading of level 1."""
        return self.front_matter.title

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of all sections, in order."""
        return (block for section in self.sections for block in section.blocks)

    @property
    def old_addresses(self) -> tuple[PurePosixPath, ...]:
        """The addresses that redirect to the page, in the order of “redirect_from”."""
        return tuple(_old_address(entry) for entry in self.front_matter.redirect_from)

    @property
    def place(self) -> Place:
        """The start of its file, for diagnostics about the page as a whole."""
        return Place(self.path)

    @property
    def folder(self) -> str:
        """The first folder of the page's name (`treatments`), empty at the top."""
        return self.name.parts[0] if len(self.name.parts) > 1 else ""

    @property
    def outline(self) -> "Page":
        """The page without its content: only what other pages may use to link to it."""
        front_matter = self.front_matter
        outline = OutlineFrontMatter(
            title=front_matter.title,
            summary=front_matter.summary,
            order=front_matter.order,
            lang=front_matter.lang,
            related=front_matter.related,
            full=front_matter.full if isinstance(front_matter, EasyFrontMatter) else "",
            steps=front_matter.steps if isinstance(front_matter, ToolFrontMatter) else (),
        )
        return Page(path=self.path, name=self.name, address=self.address, front_matter=outline)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections: each heading with the blocks below it."""
        return self.layout.value

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The running text of the body."""
        return self.body.value.passages

    @property
    def pictures(self) -> tuple[Passage, ...]:
        """The alternative text of each picture in the body, in order."""
        return self.body.value.pictures

    @property
    def facts(self) -> tuple[Passage, ...]:
        """The published running text of the front matter."""
        return self.body.value.facts

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link and picture, in order."""
        return self.body.value.links

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every citation mark, in order."""
        return self.body.value.marks

    @property
    def anchors(self) -> Mapping[str, Place]:
        """The HTML ids in the body, with their places."""
        return self.body.value.anchors

    @property
    def misread(self) -> tuple[Misread, ...]:
        """The parts that Markdown renders differently from what the editor meant."""
        return self.body.value.misread

    @property
    def source_lines(self) -> tuple[str, ...]:
        """The file, line by line."""
        return self.body.value.source_lines

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation in the body, in order."""
        return tuple(citation for mark in self.marks for citation in mark.citations)

    @property
    def cited_sources(self) -> tuple[str, ...]:
        """The ids of the sources cited, in the order of their first mark: reference 1, 2, 3."""
        return tuple(self.gist.first_marks)

    @property
    def first_marks(self) -> Mapping[str, int]:
        """By source id, the number of the first mark that cites it."""
        return self.gist.first_marks

    @property
    def named_sources(self) -> frozenset[str]:
        """The ids of all sources that the page cites or shows, unknown ones included."""
        return frozenset(id.partition("#")[0] for id in (*self.gist.cited_ids, *self.gist.shown_ids))

    def front_matter_place(self, key: str) -> Place:
        """The place of a front-matter value, by dotted path; the start of the file if the key is missing."""
        return self.body.value.front_matter_places.get(key, self.place)


def approvals(front_matter: FrontMatter) -> tuple[Approval, ...]:
    """The approvals of the medicine that a page is about; empty for most pages."""
    return front_matter.approval if isinstance(front_matter, TreatmentFrontMatter) else ()


def _old_address(entry: str) -> PurePosixPath:
    """The address of the published file for an entry of “redirect_from”.

    >>> str(_old_address("ketamine/faq/")), str(_old_address("old/pacing.md")), str(_old_address("old/pacing"))
    ('ketamine/faq/index.html', 'old/pacing.html', 'old/pacing.html')
    """
    if entry.endswith("/"):
        return PurePosixPath(entry, "index.html")
    return PurePosixPath(re.sub(r"\.(md|html?)$", "", entry) + ".html")


def _linked_pages(links: Iterable[Link]) -> Iterator[PurePosixPath]:
    """The names of the pages that links lead to; a link to a folder leads to the index page in it."""
    for link in links:
        if isinstance(link, PageLink):
            yield link.target
        elif not isinstance(link, WebLink) and not link.target.suffix and not link.is_image:
            yield link.target / "index.md"


def gist_of(sections: Sequence[Section], body: Body, front_matter: FrontMatter, terms: Mapping[str, int]) -> Gist:
    """The gist of a page. `terms` are as in `Gist`."""
    sentences = tuple(citing_sentences(body.passages, body.marks))
    shown = tuple(_shown_findings(sections, front_matter))
    words = words_by_root(
        " ".join(passage.text for passage in body.passages if passage.kind is not PassageKind.HEADING)
    )
    return Gist(
        cited_ids=tuple(dict.fromkeys(citation.id for mark in body.marks for citation in mark.citations)),
        first_marks=first_marks(body.marks),
        citing_sentences=sentences,
        shown_findings=shown,
        usage_keys=_usage_keys(sentences, shown),
        linked_pages=tuple(dict.fromkeys(map(str, _linked_pages(body.links)))),
        web_addresses=tuple(dict.fromkeys(link.written for link in body.links if isinstance(link, WebLink))),
        block_kinds=frozenset(block.kind for section in sections for block in section.blocks),
        anchors=tuple(body.anchors),
        headings=tuple((heading.words, heading.anchor) for section in sections if (heading := section.heading)),
        terms=terms,
        roots=" ".join(words),
        words=" ".join([f"{times} {first}" for times, first in words.values()]),
    )


def _shown_findings(sections: Iterable[Section], front_matter: FrontMatter) -> Iterator[ShownFinding]:
    for section in sections:
        heading, anchor = (section.heading.words, section.heading.anchor) if section.heading else ("", "")
        for block in section.blocks:
            for id in dict.fromkeys(finding.id for finding in shown_findings(block)):
                yield ShownFinding(id, block.kind, getattr(block, "title", ""), heading, anchor)
    for approval in approvals(front_matter):
        yield ShownFinding(approval.source, APPROVAL, f"{approval.country}: {approval.status}")


def _usage_keys(sentences: Sequence[CitingSentence], shown: Sequence[ShownFinding]) -> Mapping[str, str]:
    """`Gist.usage_keys`: a hash of all sentences and blocks that use an id."""
    texts = [str(sentence) for sentence in sentences]
    usages = {ALL_STATEMENTS: texts} if texts else {}
    for sentence, text in zip(sentences, texts, strict=True):
        for id in dict.fromkeys(sentence.cited):
            usages.setdefault(id, []).append(text)
    for finding in shown:
        usages.setdefault(finding.id, []).append(str(finding))
    return {id: key_of(*found) for id, found in usages.items()}
