"""From a `/// name` block to its typed value, or to troubles that say what it should hold."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from crpsguide.errors import PageError
from crpsguide.frozen import frozen, record
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import (
    COMPONENTS,
    Ask,
    AssetLink,
    AxisWords,
    Block,
    CareCard,
    Checklist,
    ClaimChecker,
    Contacts,
    Diary,
    Disagreement,
    FieldKind,
    Fields,
    Figure,
    FindingsTable,
    FormField,
    GlossaryList,
    GoDeeper,
    Html,
    IconArray,
    KeyPoints,
    MainMessage,
    Mark,
    NamedValue,
    Organisations,
    Paths,
    Place,
    Point,
    RichText,
    ShortVersion,
    Sources,
    StudyOverview,
    TimeLine,
    Trouble,
)
from crpsguide.read.records import parse_record
from crpsguide.read.yaml_tree import Document, Path, parse_yaml
from crpsguide.spelling import did_you_mean

COMPONENT_TAG = "crps-component"  # of the element that the library makes of a block
COMPONENT_NAMES = tuple(one.kind for one in COMPONENTS)
LEVELS = ("emergency", "urgent", "routine")
MARKUP = LazyPattern(r"\[@|\]\(|\*\*|`|<[A-Za-z/]")  # of which a title takes none
UNKNOWN = "not known:"  # how a point begins that tells what nobody knows

# The bracket at the end of a field: “(3 lines)”, “(date)”, “(0 to 10)”, “(yes / no)”, “(tick: sleep / work)”.
ANSWER = LazyPattern(
    r"\s*\((?:(?P<lines>[2-9]) lines|(?P<day>date)|(?P<low>\d+) to (?P<high>\d+)"
    r"|tick: (?P<several>[^()/]+(?:/[^()/]+)+)|(?P<one>[^()/]+(?:/[^()/]+)+))\)\s*$"
)
ALMOST_ANSWER = LazyPattern(
    r"\((?:\d+ lines?|dates?|day|\d+ *[-–] *\d+|tick:[^()]*)\)\s*$", re.IGNORECASE
)  # a slip in one
LONGEST_SCALE = 11  # steps
LONGEST_NUMBER = 4  # digits

# Blocks that are made alike: of words, of a title and points, or of nothing but the guide's own files.
WORDS_ALONE = {one.kind: one for one in (MainMessage, ShortVersion)}
POINTS = {one.kind: one for one in (Ask, Paths, Checklist)}
DRAWN = {one.kind: one for one in (GlossaryList, ClaimChecker)}


@record
class CareCardOptions:
    """Options of a care card."""

    level: str


@record
class IconArrayOptions:
    """Options of an icon array."""

    groups: tuple[NamedValue, ...]


@record
class TimeLineOptions:
    """Options of a time line."""

    scores: tuple[NamedValue, ...]
    moments: tuple[NamedValue, ...] = ()


@record
class StudyOverviewOptions:
    """Options of an overview of studies."""

    findings: tuple[str, ...]
    axis: AxisWords | None = None


@record
class FindingsTableOptions:
    """Options of a table of findings."""

    findings: tuple[str, ...]


@record
class FigureOptions:
    """Options of a figure. A picture that only decorates says so, and needs no words for those who do not see it."""

    image: str
    alt: str = ""
    decorative: bool = False


@record
class DiaryOptions:
    """Options of a diary: what its rows are called."""

    rows: tuple[str, ...]


@record
class ContactsOptions:
    """Options of a list of contacts."""

    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@record
class OrganisationsOptions:
    """Options of a list of organisations."""

    kinds: tuple[str, ...] = ()


@frozen(kw_only=True)
class ComponentParts:
    """What the walk found of a block: its title, its options as text, its children in the tree.

    `rich` and `inner` make rich text of elements, with and without their own tags; `link`
    makes a link of an address that stands in an option.
    """

    name: str
    title: str
    anchor: str
    options: str
    options_line: int
    children: tuple[Element, ...]
    place: Place
    rich: Callable[[Sequence[Element]], RichText]
    inner: Callable[[Element], RichText]
    link: Callable[[str, str, Place], AssetLink | None]


def make_component(parts: ComponentParts) -> tuple[Block | None, tuple[Trouble, ...]]:
    """The typed value of a block. Without a value there is at least one trouble."""
    maker = _Maker(parts)
    return maker.make(), tuple(maker.troubles)


Options = TypeVar("Options")


class _Maker:
    def __init__(self, parts: ComponentParts) -> None:
        self.parts = parts
        self.troubles: list[Trouble] = []
        self.places: Mapping[Path, Place] = {}  # of the options

    def make(self) -> Block | None:
        parts, place = self.parts, self.parts.place
        match parts.name:
            case MainMessage.kind | ShortVersion.kind as kind:
                return WORDS_ALONE[kind](self.text(), place) if all((self.bare(), self.written())) else None
            case KeyPoints.kind:
                points = self.points()
                return KeyPoints(points, place) if self.bare() and points else None
            case CareCard.kind:
                return self.care_card()
            case Ask.kind | Paths.kind | Checklist.kind as kind:
                points = self.points()
                return POINTS[kind](parts.title, parts.anchor, points, place) if self.plain() and points else None
            case GoDeeper.kind:
                return GoDeeper(parts.title, self.text(), place) if all((self.plain(), self.written())) else None
            case Disagreement.kind:
                points = self.points()
                return Disagreement(parts.title, points, place) if self.plain() and points else None
            case Fields.kind:
                fields = self.fields()
                return Fields(parts.title, parts.anchor, fields, place) if self.plain() and fields else None
            case Diary.kind:
                diary, fields = self.titled_options(DiaryOptions), self.fields()
                return Diary(parts.title, parts.anchor, diary.rows, fields, place) if diary and fields else None
            case IconArray.kind:
                array = self.titled_options(IconArrayOptions, placed=("groups",))
                return IconArray(parts.title, array.groups, self.text(), place) if array else None
            case TimeLine.kind:
                line = self.titled_options(TimeLineOptions, placed=("scores", "moments"))
                return TimeLine(parts.title, line.scores, line.moments, self.text(), place) if line else None
            case StudyOverview.kind:
                view = self.titled_options(StudyOverviewOptions)
                if view is None:
                    return None
                places = self.places_of("findings", view.findings)
                return StudyOverview(parts.title, view.findings, view.axis, self.text(), place, places)
            case FindingsTable.kind:
                table = self.titled_options(FindingsTableOptions)
                if table is None:
                    return None
                places = self.places_of("findings", table.findings)
                return FindingsTable(parts.title, table.findings, self.text(), place, places)
            case Figure.kind:
                return self.figure()
            case Contacts.kind:
                contacts = self.options(ContactsOptions)
                return Contacts(contacts.kinds, contacts.countries, place) if self.filled() and contacts else None
            case Organisations.kind:
                organisations = self.options(OrganisationsOptions)
                return Organisations(organisations.kinds, place) if self.filled() and organisations else None
            case GlossaryList.kind | ClaimChecker.kind as kind:
                return DRAWN[kind](place) if all((self.filled(), self.without_options())) else None
            case _:
                raise AssertionError(f"block {parts.name} has a class but is not made here")

    def care_card(self) -> CareCard | None:
        options = self.titled_options(CareCardOptions)
        if not self.written() or options is None:
            return None
        if options.level not in LEVELS:
            message = f"A care card cannot be “{options.level}”."
            help = did_you_mean(options.level, LEVELS, f"Use one of: {', '.join(LEVELS)}.")
            self.troubles.append(Trouble("block-options", self.places[("level",)], message, help))
            return None
        return CareCard(self.parts.title, options.level, self.parts.anchor, self.text(), self.parts.place)

    def figure(self) -> Figure | None:
        options = self.titled_options(FigureOptions)
        if options is None:
            return None
        if not options.alt and not options.decorative:
            self.trouble(
                "The picture has no words for people who cannot see it.",
                "Add “alt: …”, or “decorative: true” when it tells nothing.",
            )
            return None
        image = self.parts.link(options.image, options.alt, self.places[("image",)])
        if image is None:
            if not options.image.startswith(("http:", "https:", "//")):  # of those another rule tells
                self.trouble(
                    f"“{options.image}” is not a picture of this guide.",
                    "Put the file beside the page, or into media.",
                )
            return None
        return Figure(self.parts.title, image, options.alt, self.text(), self.parts.place)

    def places_of(self, key: str, items: Sequence[str]) -> tuple[Place, ...]:
        """Where the items of a list among the options were typed."""
        return tuple(self.places[(key, number)] for number in range(len(items)))

    def titled_options(self, shape: type[Options], placed: tuple[str, ...] = ()) -> Options | None:
        """The options of a block that has a title; None when one of the two is amiss. All faults are told at once."""
        options = self.options(shape, placed)
        return options if self.titled() else None

    def options(self, shape: type[Options], placed: tuple[str, ...] = ()) -> Options | None:
        """The options as a value. The items of the lists named in `placed` get their places."""
        try:
            where = self.parts.place.path, self.parts.options_line
            document = parse_yaml(self.parts.options, *where, what="The options of a block")
        except PageError as error:
            place = Place(self.parts.place.path, error.line, error.column)
            self.troubles.append(Trouble("block-options", place, str(error), error.help))
            return None
        self.places = document.values
        known = {name: self._placed(document, name) for name in placed if isinstance(document.data.get(name), list)}
        value, troubles = parse_record(
            shape, document, known=known, what=f"The block “{self.parts.name}”", kind="block-options"
        )
        if not self.parts.options:
            # Options that are typed with fewer spaces are text; so the way to write them is told with the place.
            help = "Write it directly under the first line of the block, indented by 4 spaces."
            troubles = tuple(replace(one, place=self.parts.place, help=f"{one.help} {help}") for one in troubles)
        self.troubles.extend(troubles)
        return value

    def _placed(self, document: Document, name: str) -> list[Mapping[str, Any]]:
        items = document.data[name]
        assert isinstance(items, list)
        return [
            {**item, "place": document.place((name, number))} if isinstance(item, dict) else {}
            for number, item in enumerate(items)
        ]

    def text(self) -> RichText:
        return self.parts.rich(self.parts.children)

    def points(self) -> tuple[Point, ...]:
        """The items of the block's one list, which is all that it may hold."""
        lists = [one for one in self.parts.children if one.tag in ("ul", "ol")]
        if len(lists) != 1 or len(self.parts.children) != 1:
            self.trouble(
                f"The block “{self.parts.name}” should hold one list and nothing else.",
                "Begin each point with “- ”, with an empty line before the first.",
            )
            return ()
        return tuple(self._point(item) for item in lists[0])

    def _point(self, item: Element) -> Point:
        paragraphs = [one for one in item if one.tag == "p"]
        holder = paragraphs[0] if len(item) and item[0].tag == "p" and len(paragraphs) == len(item) == 1 else item
        text = self.parts.inner(holder)
        first = next((piece.markup for piece in text if isinstance(piece, Html)), "")
        return Point(text, unknown=first.casefold().startswith(UNKNOWN))

    def fields(self) -> tuple[FormField, ...]:
        """The items of the block's one list, as questions with room for an answer."""
        points = self.points()
        if any(isinstance(piece, Mark | Sources) for point in points for piece in point.text):
            self.trouble("A field to fill in takes no citation.", "Put the fact with its source above the block.")
            return ()
        fields = tuple(_field(point.text) for point in points)
        for one in fields:
            if one.kind is FieldKind.WORDS and (almost := ALMOST_ANSWER.search(one.words)):
                self.trouble(
                    f"“{almost[0]}” tells no room for an answer, and would be shown as words.",
                    "Write one such as (2 lines), of 2 to 9, (date), (0 to 10), (yes / no) or (tick: one / two).",
                )
                return ()
            if one.kind is FieldKind.SCALE and not one.choices:
                self.trouble(
                    f"The scale of “{one.words}” does not go up, or has more than {LONGEST_SCALE} steps.",
                    "Write one such as “(0 to 10)”, or leave it out.",
                )
                return ()
        return fields

    def titled(self) -> bool:
        """Whether the block has a title, of plain words."""
        if not self.parts.title:
            self.trouble(
                f"The block “{self.parts.name}” needs a title.",
                f"Write it as: /// {self.parts.name} | The title",
            )
        elif MARKUP.search(self.parts.title):
            self.trouble(
                f"The title of the block “{self.parts.name}” holds Markdown, which would be shown as it is typed.",
                "Use plain words in the title; put links and citations into the text of the block.",
            )
        return bool(self.parts.title) and not MARKUP.search(self.parts.title)

    def untitled(self) -> bool:
        """Whether the block came without a title, which would be shown nowhere."""
        if self.parts.title:
            self.trouble(
                f"The block “{self.parts.name}” takes no title, so “{self.parts.title}” would be lost.",
                f"Write only “/// {self.parts.name}”; put the words into a heading above it.",
            )
        return not self.parts.title

    def without_options(self) -> bool:
        """Whether the block came without options, which would be lost."""
        if self.parts.options:
            place = Place(self.parts.place.path, self.parts.options_line, 1)
            self.troubles.append(
                Trouble(
                    "block-options",
                    place,
                    f"The block “{self.parts.name}” takes no options, so this would be lost.",
                    "Leave an empty line before the text of the block, and begin it at the left margin.",
                )
            )
        return not self.parts.options

    def plain(self) -> bool:
        """Whether the block has a title and no options. All faults are told at once."""
        return all((self.titled(), self.without_options()))

    def bare(self) -> bool:
        """Whether the block has neither title nor options."""
        return all((self.untitled(), self.without_options()))

    def written(self) -> bool:
        """Whether the block holds something."""
        if not self.parts.children:
            self.trouble(f"The block “{self.parts.name}” is empty.", "Write its text between its two lines.")
        return bool(self.parts.children)

    def filled(self) -> bool:
        """Whether the block has no words of its own."""
        if self.parts.children:
            self.trouble(
                f"The block “{self.parts.name}” is filled from the guide's own files and takes no text.",
                "Move the text out of the block; options are indented by 4 spaces, directly under its first line.",
            )
        return all((not self.parts.children, self.untitled()))

    def trouble(self, message: str, help: str) -> None:
        self.troubles.append(Trouble("block-content", self.parts.place, message, help))


def _field(text: RichText) -> FormField:
    """A question, and the answer that the bracket at its end asks for; in words when there is none."""
    last = text[-1] if text else None
    found = ANSWER.search(last.markup) if isinstance(last, Html) else None
    if not (found and isinstance(last, Html)):
        return FormField(text, _words(text))
    label = (*text[:-1], Html(last.markup[: found.start()]))
    words = _words(label)
    if found["lines"]:
        return FormField(label, words, FieldKind.LINES, lines=int(found["lines"]))
    if found["day"]:
        return FormField(label, words, FieldKind.DAY)
    if found["low"]:
        return FormField(label, words, FieldKind.SCALE, _steps(found["low"], found["high"]))
    choices = tuple(html.unescape(one.strip()) for one in (found["several"] or found["one"]).split("/"))
    return FormField(label, words, FieldKind.SEVERAL if found["several"] else FieldKind.ONE, choices)


def _steps(low: str, high: str) -> tuple[str, ...]:
    """The numbers of a scale; none when it does not go up, or is too long for a row."""
    if max(len(low), len(high)) > LONGEST_NUMBER or not int(low) < int(high) < int(low) + LONGEST_SCALE:
        return ()
    return tuple(map(str, range(int(low), int(high) + 1)))


def _words(text: RichText) -> str:
    told = (
        html.unescape(re.sub("<[^>]*>", "", one.markup)) if isinstance(one, Html) else getattr(one, "words", "")
        for one in text
    )
    return " ".join("".join(told).split())
