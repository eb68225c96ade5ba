"""Pages: typed front matter for each type, and the body."""

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
    """The type decides which front matter a page has, which template draws it and which rules hold."""

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
    """Who reviewed the page, all parts of it; absent until a named clinician did."""

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
    """What every page may say of itself. `plain` pages need the title alone."""

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
    """Any Markdown page. `reviewed` is the day on which its editor last went through it."""

    reviewed: date | None = None


@frozen(kw_only=True)
class GuideFrontMatter(FrontMatter):
    """A page of the guide: what it is for, when its evidence was checked, who reviewed it.

    `checked` and `next_check` are days; `changed` tells what changed last, in plain words.
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
    """A page about the condition, or a type of it. `other_names` go into structured data."""

    type: PageType = PageType.CONDITION
    other_names: tuple[str, ...] = ()


@frozen(kw_only=True)
class TreatmentFrontMatter(GuideFrontMatter):
    """A page about a treatment, or of questions, which may be about one. `harms` are the keys of those it tells of."""

    type: PageType = PageType.TREATMENT
    approval: tuple[Approval, ...] = ()
    harms: tuple[str, ...] = ()


@frozen(kw_only=True)
class ToolFrontMatter(GuideFrontMatter):
    """A page to use rather than to read. With `sheets_first`, what is filled in comes before what is read.

    `steps` name the pages that go on with it, in order, as links would: read together they are one tool.
    """

    type: PageType = PageType.TOOL
    sheets_first: bool = False
    steps: tuple[str, ...] = ()


@frozen(kw_only=True)
class EasyFrontMatter(GuideFrontMatter):
    """A page in easy words. `full` names the page that it retells, as a link would."""

    type: PageType = PageType.EASY
    full: str = ""


@frozen(kw_only=True)
class OutlineFrontMatter(FrontMatter):
    """What other pages may know of a page: beside its names the page that it retells, and the pages that go on."""

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
    """The words of a page, and what is in them. `facts` are the passages of its front matter that readers get.

    `passages` are those of the text, `pictures` the words for who does not see these. `anchors` are the ids in it with
    their places. `front_matter_places` tells where each value of the front matter stands, by dotted path (`related.0`).
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


EMPTY = pack(Body())
NO_SECTIONS: Packed[tuple[Section, ...]] = pack(())
ALL = ""  # in place of an id: every one
APPROVAL = "approval"


@frozen
class Drawn:
    """A finding that a table or a picture shows, or an approval rests on.

    `by` is the kind of block, or `APPROVAL`; `words` are its title, `heading` and `anchor` those above it.
    """

    id: str
    by: str
    words: str
    heading: str = ""
    anchor: str = ""


@frozen(kw_only=True)
class Gist:
    """What a body names and holds, for all that looks across pages without reading their texts.

    `cited` are ids of findings or sources (`a2020#x`) in the order of their first mark, `first_marks` the numbers of
    those of each source, `said` the sentences that cite them; `drawn` is what shows findings in another way. `keys`
    tell by id how the page rests on it, and under `ALL` what it says with sources. `linked` are the names of pages,
    `addresses` what leads out of the guide. `kinds` are the blocks on the page, `anchors` the ids in it, `headings`
    their words and anchors. `terms` counts how often the page uses each term of the glossary, by its id. `roots` are
    those of its words of four letters or more, parted by spaces; `words` tells of each of them, in the same order, how
    often such words stand on the page, and the first of them.
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
        """How often words of four letters or more stand on the page, by their root, and the first of them."""
        words = self.words.split()
        return dict(zip(self.roots.split(), zip(map(int, words[::2]), words[1::2], strict=True), strict=True))

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the findings that pictures, tables and approvals rest on."""
        return tuple(dict.fromkeys(one.id for one in self.drawn))


NO_GIST = Gist()


@frozen(kw_only=True)
class Page:
    """One Markdown file, understood.

    `path` is the file, relative to the guide's folder; `name` the same below the pages'
    folder, which is what links name; `address` the published file below the site's root.
    `layout` are its sections, from which it is drawn, and `body` the words in them, which are judged: each is
    unfolded when something of it is asked for. `lacks` names the keys of the front matter for which something
    stands in: such a page is judged, and never drawn.
    """

    path: PurePosixPath
    name: PurePosixPath
    address: PurePosixPath
    front_matter: FrontMatter
    waivers: tuple[Waiver, ...] = ()
    gist: Gist = field(default_factory=lambda: NO_GIST)
    layout: Packed[tuple[Section, ...]] = field(repr=False, default_factory=lambda: NO_SECTIONS)
    body: Packed[Body] = field(repr=False, default_factory=lambda: EMPTY)
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
        """The files that lead on to the page from where it once was, in the order of “redirect_from”."""
        return tuple(_old_address(one) for one in self.front_matter.redirect_from)

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
        """What other pages may know of it: where it is, what it is called, and where it leads to."""
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
        """Its headings with what follows each."""
        return self.layout.value

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The running text of the body."""
        return self.body.value.passages

    @property
    def pictures(self) -> tuple[Passage, ...]:
        """The words of each picture in the body, in order."""
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
        """Every mark of a citation, in order."""
        return self.body.value.marks

    @property
    def anchors(self) -> Mapping[str, Place]:
        """The ids in the body, with their places."""
        return self.body.value.anchors

    @property
    def misread(self) -> tuple[Misread, ...]:
        """What Markdown takes for something else than its editor meant."""
        return self.body.value.misread

    @property
    def source_lines(self) -> tuple[str, ...]:
        """The file, line by line."""
        return self.body.value.source_lines

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation in the body, in order."""
        return tuple(one for mark in self.marks for one in mark.citations)

    @property
    def cited_sources(self) -> tuple[str, ...]:
        """The ids of the sources cited, in the order of their first mark: reference 1, 2, 3."""
        return tuple(self.gist.first_marks)

    @property
    def first_marks(self) -> Mapping[str, int]:
        """The number of the first mark that cites a source, by the source's id."""
        return self.gist.first_marks

    @property
    def named_sources(self) -> frozenset[str]:
        """The ids of all sources that something on the page rests on, whether the guide has them or not."""
        return frozenset(one.partition("#")[0] for one in (*self.gist.cited, *self.gist.shown))

    def front_matter_place(self, key: str) -> Place:
        """Where a front-matter value stands; the file's first line when it is not written."""
        return self.body.value.front_matter_places.get(key, self.place)


def approvals(front_matter: FrontMatter) -> tuple[Approval, ...]:
    """How countries have approved the medicine that a page is about; most pages are about none."""
    return front_matter.approval if isinstance(front_matter, TreatmentFrontMatter) else ()


def _old_address(written: str) -> PurePosixPath:
    """The file that answers at an address that a page once had, as an editor wrote it.

    >>> str(_old_address("ketamine/faq/")), str(_old_address("old/pacing.md")), str(_old_address("old/pacing"))
    ('ketamine/faq/index.html', 'old/pacing.html', 'old/pacing.html')
    """
    if written.endswith("/"):
        return PurePosixPath(written, "index.html")
    return PurePosixPath(re.sub(r"\.(md|html?)$", "", written) + ".html")


def _linked(links: Iterable[Link]) -> Iterator[PurePosixPath]:
    """The pages that links name; one to a folder names the first page in it."""
    for one in links:
        if isinstance(one, PageLink):
            yield one.target
        elif not isinstance(one, WebLink) and not one.target.suffix and not one.is_image:
            yield one.target / "index.md"


def gist_of(sections: Sequence[Section], body: Body, front_matter: FrontMatter, terms: Mapping[str, int]) -> Gist:
    """What a page names and holds, by all that stands on it. `terms` are those of the `Gist`."""
    said, drawn = tuple(said_in(body.passages, body.marks)), tuple(_drawn(sections, front_matter))
    words = words_by_root(" ".join(one.text for one in body.passages if one.kind is not PassageKind.HEADING))
    return Gist(
        cited=tuple(dict.fromkeys(one.id for mark in body.marks for one in mark.citations)),
        first_marks=first_marks(body.marks),
        said=said,
        drawn=drawn,
        keys=_keys(said, drawn),
        linked=tuple(dict.fromkeys(map(str, _linked(body.links)))),
        addresses=tuple(dict.fromkeys(one.written for one in body.links if isinstance(one, WebLink))),
        kinds=frozenset(block.kind for section in sections for block in section.blocks),
        anchors=tuple(body.anchors),
        headings=tuple((one.words, one.anchor) for section in sections if (one := section.heading)),
        terms=terms,
        roots=" ".join(words),
        words=" ".join([f"{times} {first}" for times, first in words.values()]),
    )


def _drawn(sections: Iterable[Section], front_matter: FrontMatter) -> Iterator[Drawn]:
    for section in sections:
        above = (section.heading.words, section.heading.anchor) if section.heading else ("", "")
        for block in section.blocks:
            for id in dict.fromkeys(one.id for one in shown_findings(block)):
                yield Drawn(id, block.kind, getattr(block, "title", ""), *above)
    for one in approvals(front_matter):
        yield Drawn(one.source, APPROVAL, f"{one.country}: {one.status}")


def _keys(said: Sequence[Said], drawn: Sequence[Drawn]) -> Mapping[str, str]:
    told = [str(one) for one in said]
    resting = {ALL: told} if said else {}
    for one, words in zip(said, told, strict=True):
        for id in dict.fromkeys(one.cited):
            resting.setdefault(id, []).append(words)
    for shown in drawn:
        resting.setdefault(shown.id, []).append(str(shown))
    return {id: key_of(*found) for id, found in resting.items()}
