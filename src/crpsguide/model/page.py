"""Pages: typed front matter for each type, and the body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import PurePosixPath
from typing import ClassVar

from crpsguide.model.blocks import Section
from crpsguide.model.evidence import FORBID
from crpsguide.model.misread import Misread
from crpsguide.model.place import Place
from crpsguide.model.text import Citation, Link, Mark, Passage
from crpsguide.model.waivers import Waiver


class PageType(Enum):
    """The type decides which front matter a page has, which template draws it and which rules hold."""

    HOME = "home"
    CONDITION = "condition"
    SYMPTOM = "symptom"
    TREATMENT = "treatment"
    KETAMINE = "ketamine"
    FAQ = "faq"
    CLINIC = "clinic"
    TOPIC = "topic"
    TOOL = "tool"
    ABOUT = "about"
    EASY = "easy"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicalReview:
    """Who reviewed the page, all parts of it; absent until a named clinician did."""

    __pydantic_config__ = FORBID

    name: str
    role: str
    register_number: str
    date: date
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """How one country has approved a medicine for this use, with the finding that says so."""

    __pydantic_config__ = FORBID

    country: str
    status: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What every page may say of itself. `plain` pages need the title alone."""

    __pydantic_config__ = FORBID
    type: ClassVar[PageType] = PageType.PLAIN

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFrontMatter(FrontMatter):
    """Any Markdown page. `reviewed` is the day on which its editor last went through it."""

    reviewed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFrontMatter(GuideFrontMatter):
    """The first page."""

    type: ClassVar[PageType] = PageType.HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionFrontMatter(GuideFrontMatter):
    """A page about the condition, or a type of it. `other_names` go into structured data."""

    type: ClassVar[PageType] = PageType.CONDITION

    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomFrontMatter(GuideFrontMatter):
    """A page about a symptom."""

    type: ClassVar[PageType] = PageType.SYMPTOM


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentFrontMatter(GuideFrontMatter):
    """A page about a treatment. `harms` are the keys of the harms that the page tells of."""

    type: ClassVar[PageType] = PageType.TREATMENT

    approval: tuple[Approval, ...] = ()
    harms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KetamineFrontMatter(TreatmentFrontMatter):
    """A page about the contested treatment that this guide looks at most closely."""

    type: ClassVar[PageType] = PageType.KETAMINE


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqFrontMatter(GuideFrontMatter):
    """Questions in the reader's words; each heading of level 2 is one. Those about a treatment name its harms."""

    type: ClassVar[PageType] = PageType.FAQ

    approval: tuple[Approval, ...] = ()
    harms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicFrontMatter(GuideFrontMatter):
    """A page about finding care."""

    type: ClassVar[PageType] = PageType.CLINIC


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFrontMatter(GuideFrontMatter):
    """A page about one matter around the condition: its costs, the law, work, family, travel."""

    type: ClassVar[PageType] = PageType.TOPIC


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolFrontMatter(GuideFrontMatter):
    """A page to use rather than to read. With `sheets_first`, what is filled in comes before what is read."""

    type: ClassVar[PageType] = PageType.TOOL
    sheets_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutFrontMatter(GuideFrontMatter):
    """A page about the guide itself."""

    type: ClassVar[PageType] = PageType.ABOUT


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyFrontMatter(GuideFrontMatter):
    """A page in easy words. `full` names the page that it retells, as a link would."""

    type: ClassVar[PageType] = PageType.EASY

    full: str = ""


FRONT_MATTER: Mapping[PageType, type[FrontMatter]] = {
    shape.type: shape
    for shape in (
        HomeFrontMatter,
        ConditionFrontMatter,
        SymptomFrontMatter,
        TreatmentFrontMatter,
        KetamineFrontMatter,
        FaqFrontMatter,
        ClinicFrontMatter,
        TopicFrontMatter,
        ToolFrontMatter,
        AboutFrontMatter,
        EasyFrontMatter,
        PlainFrontMatter,
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One Markdown file, understood.

    `path` is the file, relative to the guide's folder; `name` the same below the pages'
    folder, which is what links name; `address` the published file below the site's root.
    `passages` are those of the body, `facts` those of the front matter that readers get. `anchors` are
    the ids in the body with their places. `front_matter_places` tells where each
    value stands, by dotted path (`related.0`).
    """

    path: PurePosixPath
    name: PurePosixPath
    address: PurePosixPath
    front_matter: FrontMatter
    front_matter_places: Mapping[str, Place]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    anchors: Mapping[str, Place]
    facts: tuple[Passage, ...] = ()
    misread: tuple[Misread, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    source_lines: tuple[str, ...] = field(repr=False, default=())

    @property
    def type(self) -> PageType:
        """The page's type."""
        return self.front_matter.type

    @property
    def title(self) -> str:
        """The page's title, its only heading of level 1."""
        return self.front_matter.title

    @property
    def place(self) -> Place:
        """The page as a whole: the first character of its file."""
        return Place(self.path)

    @property
    def folder(self) -> str:
        """The first folder of the page's name (`ketamine`), empty at the top."""
        return self.name.parts[0] if len(self.name.parts) > 1 else ""

    @property
    def outline(self) -> "Page":
        """The page without its body: what other pages may know of it."""
        return Page(
            path=self.path,
            name=self.name,
            address=self.address,
            front_matter=self.front_matter,
            front_matter_places={},
            sections=(),
            passages=(),
            links=(),
            marks=(),
            anchors={},
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation in the body, in order."""
        return tuple(one for mark in self.marks for one in mark.citations)

    @property
    def cited_sources(self) -> tuple[str, ...]:
        """The ids of the sources cited, in the order of their first mark: reference 1, 2, 3."""
        return tuple(dict.fromkeys(one.source for one in self.citations))

    def front_matter_place(self, key: str) -> Place:
        """Where a front-matter value stands; the file's first line when it is not written."""
        return self.front_matter_places.get(key, self.place)
