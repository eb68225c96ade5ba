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
    Link,
    Mark,
    PageLink,
    Passage,
    PassageKind,
    Said,
    WebLink,
    first_marks,
    said_in,
    words_by_root,
)


class PageType(Enum):
    """The type decides which front matter a page has, which template renders it and which rules apply."""

    HOME = "home"
    CONDITION = "condition"
    SYMPTOM = "symptom"
    TREATMENT = "treatment"
    FAQ = "faq"  # questions in the reader's words; each heading of level 2 is one
    CLINIC = "clinic"  # about finding care
    TOPIC = "topic"  # about one matter around the condition: its costs, the law, work, family, travel
    TOOL = "tool"
    ABOUT = "about"  # the guide itself
    EASY = "easy"
    PLAIN = "plain"


@record
class ClinicalReview:
    """Who reviewed the page, with all fields required; absent until a named clinician did."""

    name: str
    role: str
    register_number: str
    date: date
    scope: str


@record
class Approval:
    """How one country has approved a medicine for this use, with the finding that says so."""

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
    """Front matter of any Markdown page. `reviewed` is the date on which its editor last went through it."""

    reviewed: date | None = None


@frozen(kw_only=True)
class GuideFrontMatter(FrontMatter):
    """Front matter of a page of the guide: what it is for, when its evidence was checked, who reviewed it.

    `changed` says what changed last, in plain words.
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

    `passages` are those of the Markdown text, `pictures` the alternative texts of its pictures, `facts` the passages
    of its front matter that readers get. `anchors` are the HTML ids in it with their places. `front_matter_places` are
    the places of the front matter's values, by dotted path (`related.0`).
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
ALL = ""  # a key in place of an id: everything with sources together
APPROVAL = "approval"


@frozen
class Drawn:
    """A finding that is shown by a table or a picture, or by an approval in the front matter.

    `by` is the kind of block, or `APPROVAL`; `words` are its title; `heading` and `anchor` are of the heading above it.
    """

    id: str
    by: str
    words: str
    heading: str = ""
    anchor: str = ""


@frozen(kw_only=True)
class Gist:
    """A summary of a page's content, for code that works across pages and need not unpack their bodies.

    `cited`: ids of findings or sources (`a2020#x`), in the order of their first mark.
    `first_marks`: by source id, the number of the first mark that cites it.
    `said`: the sentences with citations; `drawn`: the findings that are shown in another way.
    `keys`: by id of a finding or source, a key for how the page uses it; under `ALL`, for all of `said`.
    `linked`: names of pages that it links to; `addresses`: its links out of the guide.
    `kinds`: kinds of its blocks; `anchors`: HTML ids in it; `headings`: words and anchor of each heading.
    `terms`: by id of a glossary term, how often the page uses it.
    `roots`: roots of its words of four letters or more, separated by spaces.
    `words`: for each root, in the same order, a count and the alphabetically first word, separated by spaces.
    """

    cited: tuple[str, ...] = ()
    first_marks: Mapping[str, int] = field(default_factory=dict)
    said: tuple[Said, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    linked: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    anchors: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    terms: Mapping[str, int] = field(default_factory=dict)
    roots: str = field(repr=False, default="")
    words: str = field(repr=False, default="")

    @property
    def words_by_root(self) -> Mapping[str, tuple[int, str]]:
        """For each root of words of four letters or more, how often they occur, and the alphabetically first."""
        words = self.words.split()
        return dict(zip(self.roots.split(), zip(map(int, words[::2]), words[1::2], strict=True), strict=True))

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the findings that pictures, tables and approvals show, each once."""
        return tuple(dict.fromkeys(shown.id for shown in self.drawn))


NO_GIST = Gist()


@frozen(kw_only=True)
class Page:
    """One parsed Markdown file.

    `path` is the file, relative to the guide's folder; `name` the same below the pages'
    folder, which is what links name; `address` the published file below the site's root.
    `layout` holds its sections, for rendering, and `body` its text, for rules; both are unpacked when they are used.
    `lacks` are required keys of the front matter that are missing, and were given a placeholder: such a page is
    checked, but never rendered.
    """

    path: PurePosixPath
    name: PurePosixPath
    address: PurePosixPath
    front_matter: FrontMatter
    waivers: tuple[Waiver, ...] = ()
    gist: Gist = field(default_factory=lambda: NO_GIST)
    layout: Packed[tuple[Section, ...]] = field(repr=False, default_factory=lambda: NO_SECTIONS)
    body: Packed[Body] = field(repr=False, default_factory=lambda: EMPTY_BODY)
    lacks: frozenset[str] = frozenset()

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
        """The published files that redirect to the page, in the order of “redirect_from”."""
        return tuple(_old_address(written) for written in self.front_matter.redirect_from)

    @property
    def place(self) -> Place:
        """The page as a whole: the first character of its file."""
        return Place(self.path)

    @property
    def folder(self) -> str:
        """The first folder of the page's name (`treatments`), empty at the top."""
        return self.name.parts[0] if len(self.name.parts) > 1 else ""

    @property
    def outline(self) -> "Page":
        """The page without its content: its address, titles and links to other pages, all that other pages may use."""
        facts = self.front_matter
        known = OutlineFrontMatter(
            title=facts.title,
            summary=facts.summary,
            order=facts.order,
            lang=facts.lang,
            related=facts.related,
            full=facts.full if isinstance(facts, EasyFrontMatter) else "",
            steps=facts.steps if isinstance(facts, ToolFrontMatter) else (),
        )
        return Page(path=self.path, name=self.name, address=self.address, front_matter=known)

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
        """The running text of the front matter that readers get."""
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
        """Where Markdown reads something other than what the editor meant."""
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
        """The ids of all sources that the page cites or shows, whether the guide has them or not."""
        return frozenset(id.partition("#")[0] for id in (*self.gist.cited, *self.gist.shown))

    def front_matter_place(self, key: str) -> Place:
        """The place of a front-matter value, by dotted path; the file's first line when it is not written."""
        return self.body.value.front_matter_places.get(key, self.place)


def approvals(front_matter: FrontMatter) -> tuple[Approval, ...]:
    """How countries have approved the medicine that a page is about; empty for most pages."""
    return front_matter.approval if isinstance(front_matter, TreatmentFrontMatter) else ()


def _old_address(written: str) -> PurePosixPath:
    """The published file for a former address of a page, as an editor wrote it.

    >>> str(_old_address("ketamine/faq/")), str(_old_address("old/pacing.md")), str(_old_address("old/pacing"))
    ('ketamine/faq/index.html', 'old/pacing.html', 'old/pacing.html')
    """
    if written.endswith("/"):
        return PurePosixPath(written, "index.html")
    return PurePosixPath(re.sub(r"\.(md|html?)$", "", written) + ".html")


def _linked_pages(links: Iterable[Link]) -> Iterator[PurePosixPath]:
    """The names of the pages that links lead to; a link to a folder leads to the index page in it."""
    for link in links:
        if isinstance(link, PageLink):
            yield link.target
        elif not isinstance(link, WebLink) and not link.target.suffix and not link.is_image:
            yield link.target / "index.md"


def gist_of(sections: Sequence[Section], body: Body, front_matter: FrontMatter, terms: Mapping[str, int]) -> Gist:
    """The gist of a page. `terms` are as in `Gist`."""
    said, drawn = tuple(said_in(body.passages, body.marks)), tuple(_drawn(sections, front_matter))
    words = words_by_root(
        " ".join(passage.text for passage in body.passages if passage.kind is not PassageKind.HEADING)
    )
    return Gist(
        cited=tuple(dict.fromkeys(citation.id for mark in body.marks for citation in mark.citations)),
        first_marks=first_marks(body.marks),
        said=said,
        drawn=drawn,
        keys=_keys(said, drawn),
        linked=tuple(dict.fromkeys(map(str, _linked_pages(body.links)))),
        addresses=tuple(dict.fromkeys(link.written for link in body.links if isinstance(link, WebLink))),
        kinds=frozenset(block.kind for section in sections for block in section.blocks),
        anchors=tuple(body.anchors),
        headings=tuple((heading.words, heading.anchor) for section in sections if (heading := section.heading)),
        terms=terms,
        roots=" ".join(words),
        words=" ".join([f"{times} {first}" for times, first in words.values()]),
    )


def _drawn(sections: Iterable[Section], front_matter: FrontMatter) -> Iterator[Drawn]:
    for section in sections:
        heading, anchor = (section.heading.words, section.heading.anchor) if section.heading else ("", "")
        for block in section.blocks:
            for id in dict.fromkeys(finding.id for finding in shown_findings(block)):
                yield Drawn(id, block.kind, getattr(block, "title", ""), heading, anchor)
    for approval in approvals(front_matter):
        yield Drawn(approval.source, APPROVAL, f"{approval.country}: {approval.status}")


def _keys(said: Sequence[Said], drawn: Sequence[Drawn]) -> Mapping[str, str]:
    """By id of a finding or source, a key for all sentences and blocks that use it; under `ALL`, for all sentences."""
    sentences = [str(one) for one in said]
    users = {ALL: sentences} if said else {}
    for one, sentence in zip(said, sentences, strict=True):
        for id in dict.fromkeys(one.cited):
            users.setdefault(id, []).append(sentence)
    for shown in drawn:
        users.setdefault(shown.id, []).append(str(shown))
    return {id: key_of(*found) for id, found in users.items()}
