"""The blocks that a page is made of. Block kind, class, component folder and macro share one name."""

from dataclasses import field
from enum import Enum
from typing import ClassVar, get_args

from crpsguide.frozen import frozen, record
from crpsguide.model.place import Place
from crpsguide.model.text import AssetLink, Citation, RichText


@frozen
class Prose:
    """Native Markdown: paragraphs, lists, tables, quotes, code. Keeps the HTML that Markdown made."""

    kind: ClassVar[str] = "prose"
    text: RichText
    place: Place


@frozen
class Point:
    """An item of a component's list; `unknown` when it begins with “Not known:”."""

    text: RichText
    unknown: bool = False


@frozen
class MainMessage:
    """The one thing to take away."""

    kind: ClassVar[str] = "main-message"
    text: RichText
    place: Place


@frozen
class ShortVersion:
    """The page in 120 words."""

    kind: ClassVar[str] = "short-version"
    text: RichText
    place: Place


@frozen
class KeyPoints:
    """Three to five points, one of them the most important unknown."""

    kind: ClassVar[str] = "key-points"
    points: tuple[Point, ...]
    place: Place


@frozen
class CareCard:
    """When to get help, at one of three levels: `emergency`, `urgent`, `routine`."""

    kind: ClassVar[str] = "care-card"
    title: str
    level: str
    anchor: str
    text: RichText
    place: Place


@frozen
class Ask:
    """Questions for the care team."""

    kind: ClassVar[str] = "ask"
    title: str
    anchor: str
    points: tuple[Point, ...]
    place: Place


@frozen
class GoDeeper:
    """What fewer than one in five readers need, folded; printed open."""

    kind: ClassVar[str] = "go-deeper"
    title: str
    text: RichText
    place: Place


@frozen
class Disagreement:
    """Positions of bodies that disagree, each with its date and source."""

    kind: ClassVar[str] = "disagreement"
    title: str
    points: tuple[Point, ...]
    place: Place


@record
class NamedValue:
    """A number to draw: it comes from the finding's value whose `of` is named, never from the page.

    `label` says in a reader's words whose number it is, or what it means.
    """

    finding: str
    of: str
    label: str
    place: Place


@frozen
class IconArray:
    """A hundred dots for each group, filled for those to whom it happened."""

    kind: ClassVar[str] = "icon-array"
    title: str
    groups: tuple[NamedValue, ...]
    text: RichText
    place: Place


@frozen
class TimeLine:
    """Scores over time and where the results stop; scores of one label are those of one group.

    `moments` are times that a finding names without a score.
    """

    kind: ClassVar[str] = "time-line"
    title: str
    scores: tuple[NamedValue, ...]
    moments: tuple[NamedValue, ...]
    text: RichText
    place: Place


@record
class AxisWords:
    """What an effect below and above “no difference” means: `more pain`, `less pain`."""

    below: str
    above: str


@frozen
class StudyOverview:
    """Studies below each other: who, how many, against what, how long, what was found, how sure, who paid.

    `findings` are ids, typed at `finding_places`; `axis` is there when one of them holds an interval, which is drawn.
    """

    kind: ClassVar[str] = "study-overview"
    title: str
    findings: tuple[str, ...]
    axis: AxisWords | None
    text: RichText
    place: Place
    finding_places: tuple[Place, ...]


@frozen
class FindingsTable:
    """Findings side by side, drawn from the evidence files.

    `findings` are ids, `source#key`, typed at `finding_places`.
    """

    kind: ClassVar[str] = "findings-table"
    title: str
    findings: tuple[str, ...]
    text: RichText
    place: Place
    finding_places: tuple[Place, ...]


@frozen
class Paths:
    """Ways in, by situation: large links, each with a few words."""

    kind: ClassVar[str] = "paths"
    title: str
    anchor: str
    points: tuple[Point, ...]
    place: Place


@frozen
class Checklist:
    """Things to tick off, on paper or on the screen."""

    kind: ClassVar[str] = "checklist"
    title: str
    anchor: str
    points: tuple[Point, ...]
    place: Place


class FieldKind(Enum):
    """How a reader fills a field in: in words, with a day, on a scale, or by choosing one or several of some words."""

    WORDS = "words"
    LINES = "lines"
    DAY = "day"
    SCALE = "scale"
    ONE = "one"
    SEVERAL = "several"


@frozen
class FormField:
    """What a reader is asked, and how the answer is given.

    `label` is the question, `words` the same without markup. `choices` are the words to choose
    from, for a scale its numbers; `lines` is how many lines an answer in words gets.
    """

    label: RichText
    words: str
    kind: FieldKind = FieldKind.WORDS
    choices: tuple[str, ...] = ()
    lines: int = 1


@frozen
class Fields:
    """A sheet to fill in, on paper or on the screen."""

    kind: ClassVar[str] = "fields"
    title: str
    anchor: str
    fields: tuple[FormField, ...]
    place: Place


@frozen
class Diary:
    """A table to fill in day by day: a row for each of `rows`, a column for each field."""

    kind: ClassVar[str] = "diary"
    title: str
    anchor: str
    rows: tuple[str, ...]
    fields: tuple[FormField, ...]
    place: Place


@frozen
class Figure:
    """A picture with caption and alternative text; `alt` is empty only for a decorative one."""

    kind: ClassVar[str] = "figure"
    caption: str
    image: AssetLink
    alt: str
    text: RichText
    place: Place


@frozen
class Contacts:
    """Numbers and services from the contacts file, by kind and country; an empty tuple means all."""

    kind: ClassVar[str] = "contacts"
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    place: Place


@frozen
class Organisations:
    """The organisations of the guide; an empty tuple of kinds means all."""

    kind: ClassVar[str] = "organisations"
    kinds: tuple[str, ...]
    place: Place


@frozen
class GlossaryList:
    """Every term of the glossary, A to Z."""

    kind: ClassVar[str] = "glossary"
    place: Place


@frozen
class ClaimChecker:
    """Every claim heard elsewhere, by topic, and a box to hold a clinic's words against them."""

    kind: ClassVar[str] = "claim-checker"
    place: Place


Block = (
    Prose
    | MainMessage
    | ShortVersion
    | KeyPoints
    | CareCard
    | Ask
    | GoDeeper
    | Disagreement
    | IconArray
    | TimeLine
    | StudyOverview
    | FindingsTable
    | Paths
    | Checklist
    | Fields
    | Diary
    | Figure
    | Contacts
    | Organisations
    | GlossaryList
    | ClaimChecker
)

COMPONENTS: tuple[type[Block], ...] = get_args(Block)[1:]  # all but prose
FILLED_IN = frozenset({Fields.kind, Diary.kind})


@frozen
class Heading:
    """A heading: its words, its level from 1 to 6, and its anchor on the page."""

    text: RichText
    words: str
    level: int
    anchor: str
    place: Place


@frozen
class Section:
    """A heading and what follows it, up to the next heading. The first section of a page may have none."""

    heading: Heading | None
    blocks: tuple[Block, ...] = field(default=())


def shown_findings(block: Block) -> tuple[Citation, ...]:
    """The findings that a picture or a table shows, each where it is named, in its order; none for other blocks."""
    match block:
        case IconArray():
            return tuple(Citation.of(one.finding, one.place) for one in block.groups)
        case TimeLine():
            return tuple(Citation.of(one.finding, one.place) for one in (*block.scores, *block.moments))
        case FindingsTable() | StudyOverview():
            return tuple(map(Citation.of, block.findings, block.finding_places))
    return ()
