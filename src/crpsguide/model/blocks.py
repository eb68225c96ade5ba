"""The blocks of a page. Block kind, class, component folder and macro share one name."""

from dataclasses import field
from enum import Enum
from typing import ClassVar, get_args

from crpsguide.frozen import frozen, record
from crpsguide.model.place import Place
from crpsguide.model.text import AssetLink, Citation, RichText


@frozen
class Prose:
    """Plain Markdown: paragraphs, lists, tables, quotes, code, as HTML."""

    kind: ClassVar[str] = "prose"
    text: RichText
    place: Place


@frozen
class Point:
    """An item of a component's list; `unknown` if it begins with “Not known:”."""

    text: RichText
    unknown: bool = False


@frozen
class MainMessage:
    """The most important point of the page."""

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
    """Details that fewer than one in five readers need: collapsed on screen, expanded in print."""

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
    """A reference to a number in a finding: that of the value with this `of`.

    `label` says for readers whose number it is, or what it means.
    """

    finding: str
    of: str
    label: str
    place: Place


@frozen
class IconArray:
    """A chart of a hundred dots for each group, filled for the people with the outcome."""

    kind: ClassVar[str] = "icon-array"
    title: str
    groups: tuple[NamedValue, ...]
    text: RichText
    place: Place


@frozen
class TimeLine:
    """A chart of scores over time, up to the last measurement; scores with the same label are of one group.

    `moments` are times without a score, such as the end of a treatment.
    """

    kind: ClassVar[str] = "time-line"
    title: str
    scores: tuple[NamedValue, ...]
    moments: tuple[NamedValue, ...]
    text: RichText
    place: Place


@record
class AxisWords:
    """The meaning of an effect below and above “no difference”: `more pain`, `less pain`."""

    below: str
    above: str


@frozen
class StudyOverview:
    """A list of studies: population, size, comparison, duration, results, certainty, funding.

    `findings` are ids, in the file at `finding_places`; `axis` is required if one of them has an interval, which is
    drawn as a bar.
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
    """A table of findings; `findings` are ids, `source#key`, in the file at `finding_places`."""

    kind: ClassVar[str] = "findings-table"
    title: str
    findings: tuple[str, ...]
    text: RichText
    place: Place
    finding_places: tuple[Place, ...]


@frozen
class Paths:
    """Links to the guide's pages by situation, each with a few words."""

    kind: ClassVar[str] = "paths"
    title: str
    anchor: str
    points: tuple[Point, ...]
    place: Place


@frozen
class Checklist:
    """A list with checkboxes, for print and screen."""

    kind: ClassVar[str] = "checklist"
    title: str
    anchor: str
    points: tuple[Point, ...]
    place: Place


class FieldKind(Enum):
    """The kind of answer to a form field: text, several lines of text, a date, a scale, one or several choices."""

    WORDS = "words"
    LINES = "lines"
    DAY = "day"
    SCALE = "scale"
    ONE = "one"
    SEVERAL = "several"


@frozen
class FormField:
    """A field of a form.

    `label` is the question, `words` the same as plain text. `choices` are the options, for a scale its numbers;
    `lines` is the height of a text answer.
    """

    label: RichText
    words: str
    kind: FieldKind = FieldKind.WORDS
    choices: tuple[str, ...] = ()
    lines: int = 1


@frozen
class Fields:
    """A form to fill in, in print or on screen."""

    kind: ClassVar[str] = "fields"
    title: str
    anchor: str
    fields: tuple[FormField, ...]
    place: Place


@frozen
class Diary:
    """A table to fill in: a row for each of `rows`, a column for each field."""

    kind: ClassVar[str] = "diary"
    title: str
    anchor: str
    rows: tuple[str, ...]
    fields: tuple[FormField, ...]
    place: Place


@frozen
class Figure:
    """An image with a caption; `alt` is empty only if it is decorative."""

    kind: ClassVar[str] = "figure"
    caption: str
    image: AssetLink
    alt: str
    text: RichText
    place: Place


@frozen
class Contacts:
    """A list of contacts, by kind and country; an empty tuple means all."""

    kind: ClassVar[str] = "contacts"
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    place: Place


@frozen
class Organisations:
    """A list of organisations; an empty tuple of kinds means all."""

    kind: ClassVar[str] = "organisations"
    kinds: tuple[str, ...]
    place: Place


@frozen
class GlossaryList:
    """The terms of the glossary, A to Z."""

    kind: ClassVar[str] = "glossary"
    place: Place


@frozen
class ClaimChecker:
    """A list of all claims, by topic, with a search box for the words of a clinic."""

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
FORM_KINDS = frozenset({Fields.kind, Diary.kind})


@frozen
class Heading:
    """A heading; `words` are its plain text, `level` is 1 to 6."""

    text: RichText
    words: str
    level: int
    anchor: str
    place: Place


@frozen
class Section:
    """A heading and the blocks up to the next heading. The first section of a page may have no heading."""

    heading: Heading | None
    blocks: tuple[Block, ...] = field(default=())


def shown_findings(block: Block) -> tuple[Citation, ...]:
    """The findings that a chart or table shows, with the places of their ids; empty for other blocks."""
    match block:
        case IconArray():
            return tuple(Citation.of(one.finding, one.place) for one in block.groups)
        case TimeLine():
            return tuple(Citation.of(one.finding, one.place) for one in (*block.scores, *block.moments))
        case FindingsTable() | StudyOverview():
            return tuple(map(Citation.of, block.findings, block.finding_places))
    return ()
