"""Makes typed values of component blocks (`/// name`), with troubles about what is missing or surplus."""

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

COMPONENT_TAG = "crps-component"  # the tag of blocks in the element tree
COMPONENT_NAMES = tuple(one.kind for one in COMPONENTS)
LEVELS = ("emergency", "urgent", "routine")
TITLE_MARKUP = LazyPattern(r"\[@|\]\(|\*\*|`|<[A-Za-z/]")  # not allowed in titles
UNKNOWN = "not known:"  # the start of a point about something unknown

# At the end of a field: “(3 lines)”, “(date)”, “(0 to 10)”, “(yes / no)”, “(tick: sleep / work)”.
ANSWER_FORMAT = LazyPattern(
    r"\s*\((?:(?P<lines>[2-9]) lines|(?P<day>date)|(?P<low>\d+) to (?P<high>\d+)"
    r"|tick: (?P<several>[^()/]+(?:/[^()/]+)+)|(?P<one>[^()/]+(?:/[^()/]+)+))\)\s*$"
)
MALFORMED_ANSWER = LazyPattern(r"\((?:\d+ lines?|dates?|day|\d+ *[-–] *\d+|tick:[^()]*)\)\s*$", re.IGNORECASE)
MAX_SCALE_STEPS = 11
MAX_DIGITS = 4  # of the ends of a scale

# Blocks of text alone, of a title and a list, and those whose content comes from the guide's records.
TEXT_BLOCKS = {one.kind: one for one in (MainMessage, ShortVersion)}
LIST_BLOCKS = {one.kind: one for one in (Ask, Paths, Checklist)}
GENERATED_BLOCKS = {one.kind: one for one in (GlossaryList, ClaimChecker)}


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
    """Options of a figure; `alt` is required unless it is `decorative`."""

    image: str
    alt: str = ""
    decorative: bool = False


@record
class DiaryOptions:
    """Options of a diary: the headings of its rows."""

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
    """The unparsed parts of a block: its title, its options as YAML, its child elements.

    `rich_text` and `inner_rich_text` make rich text of elements, with and without their own tags. `image_link` makes a
    link of the address, the alternative text and the place of an image; None if it leads out of the guide.
    """

    name: str
    title: str
    anchor: str
    options: str
    options_line: int
    children: tuple[Element, ...]
    place: Place
    rich_text: Callable[[Sequence[Element]], RichText]
    inner_rich_text: Callable[[Element], RichText]
    image_link: Callable[[str, str, Place], AssetLink | None]


def make_component(parts: ComponentParts) -> tuple[Block | None, tuple[Trouble, ...]]:
    """Make the typed value of a block. Without a value there is at least one trouble."""
    maker = _Maker(parts)
    return maker.make(), tuple(maker.troubles)


Options = TypeVar("Options")


class _Maker:
    """Makes the value of one block, and collects all troubles on the way."""

    def __init__(self, parts: ComponentParts) -> None:
        self.parts = parts
        self.troubles: list[Trouble] = []
        self.places: Mapping[Path, Place] = {}  # of the options

    def make(self) -> Block | None:
        parts, place = self.parts, self.parts.place
        match parts.name:
            case MainMessage.kind | ShortVersion.kind as kind:
                if all((self._has_no_arguments(), self._has_content())):
                    return TEXT_BLOCKS[kind](self._text(), place)
            case KeyPoints.kind:
                points = self._points()
                if self._has_no_arguments() and points:
                    return KeyPoints(points, place)
            case CareCard.kind:
                return self._care_card()
            case Ask.kind | Paths.kind | Checklist.kind as kind:
                points = self._points()
                if self._has_title_only() and points:
                    return LIST_BLOCKS[kind](parts.title, parts.anchor, points, place)
            case GoDeeper.kind:
                if all((self._has_title_only(), self._has_content())):
                    return GoDeeper(parts.title, self._text(), place)
            case Disagreement.kind:
                points = self._points()
                if self._has_title_only() and points:
                    return Disagreement(parts.title, points, place)
            case Fields.kind:
                fields = self._fields()
                if self._has_title_only() and fields:
                    return Fields(parts.title, parts.anchor, fields, place)
            case Diary.kind:
                diary, fields = self._titled_options(DiaryOptions), self._fields()
                if diary and fields:
                    return Diary(parts.title, parts.anchor, diary.rows, fields, place)
            case IconArray.kind:
                if array := self._titled_options(IconArrayOptions, with_places=("groups",)):
                    return IconArray(parts.title, array.groups, self._text(), place)
            case TimeLine.kind:
                if line := self._titled_options(TimeLineOptions, with_places=("scores", "moments")):
                    return TimeLine(parts.title, line.scores, line.moments, self._text(), place)
            case StudyOverview.kind:
                if view := self._titled_options(StudyOverviewOptions):
                    places = self._places_of("findings", view.findings)
                    return StudyOverview(parts.title, view.findings, view.axis, self._text(), place, places)
            case FindingsTable.kind:
                if table := self._titled_options(FindingsTableOptions):
                    places = self._places_of("findings", table.findings)
                    return FindingsTable(parts.title, table.findings, self._text(), place, places)
            case Figure.kind:
                return self._figure()
            case Contacts.kind:
                contacts = self._options(ContactsOptions)
                if self._has_no_content() and contacts:
                    return Contacts(contacts.kinds, contacts.countries, place)
            case Organisations.kind:
                organisations = self._options(OrganisationsOptions)
                if self._has_no_content() and organisations:
                    return Organisations(organisations.kinds, place)
            case GlossaryList.kind | ClaimChecker.kind as kind:
                if all((self._has_no_content(), self._has_no_options())):  # all, to report all faults
                    return GENERATED_BLOCKS[kind](place)
            case _:
                raise AssertionError(f"block {parts.name} has a class but is not made here")
        return None

    def _care_card(self) -> CareCard | None:
        options = self._titled_options(CareCardOptions)
        if not self._has_content() or options is None:
            return None
        if options.level not in LEVELS:
            message = f"A care card cannot be “{options.level}”."
            help = did_you_mean(options.level, LEVELS, f"Use one of: {', '.join(LEVELS)}.")
            self.troubles.append(Trouble("block-options", self.places[("level",)], message, help))
            return None
        return CareCard(self.parts.title, options.level, self.parts.anchor, self._text(), self.parts.place)

    def _figure(self) -> Figure | None:
        options = self._titled_options(FigureOptions)
        if options is None:
            return None
        if not options.alt and not options.decorative:
            self._add_trouble(
                "The picture has no words for people who cannot see it.",
                "Add “alt: …”, or “decorative: true” when it tells nothing.",
            )
            return None
        image = self.parts.image_link(options.image, options.alt, self.places[("image",)])
        if image is None:
            if not options.image.startswith(("http:", "https:", "//")):  # another rule reports those
                self._add_trouble(
                    f"“{options.image}” is not a picture of this guide.",
                    "Put the file beside the page, or into media.",
                )
            return None
        return Figure(self.parts.title, image, options.alt, self._text(), self.parts.place)

    def _places_of(self, key: str, items: Sequence[str]) -> tuple[Place, ...]:
        """The places of the items of a list in the options."""
        return tuple(self.places[(key, number)] for number in range(len(items)))

    def _titled_options(self, shape: type[Options], with_places: tuple[str, ...] = ()) -> Options | None:
        """The options of a block that needs a title; None if the options or the title are wrong."""
        options = self._options(shape, with_places)
        return options if self._has_title() else None

    def _options(self, shape: type[Options], with_places: tuple[str, ...] = ()) -> Options | None:
        """Parse the options. `with_places` are the names of lists whose items have a field `place`."""
        path = self.parts.place.path
        try:
            document = parse_yaml(self.parts.options, path, self.parts.options_line, what="The options of a block")
        except PageError as error:
            place = Place(path, error.line, error.column)
            self.troubles.append(Trouble("block-options", place, str(error), error.help))
            return None
        self.places = document.values
        known = {
            name: self._items_with_places(document, name)
            for name in with_places
            if isinstance(document.data.get(name), list)
        }
        value, troubles = parse_record(
            shape, document, known=known, what=f"The block “{self.parts.name}”", kind="block-options"
        )
        if not self.parts.options:
            # They may be there with fewer spaces, as text.
            help = "Write it directly under the first line of the block, indented by 4 spaces."
            troubles = tuple(replace(one, place=self.parts.place, help=f"{one.help} {help}") for one in troubles)
        self.troubles.extend(troubles)
        return value

    def _items_with_places(self, document: Document, name: str) -> list[Mapping[str, Any]]:
        items = document.data[name]
        assert isinstance(items, list)
        return [
            {**item, "place": document.place((name, number))} if isinstance(item, dict) else {}
            for number, item in enumerate(items)
        ]

    def _text(self) -> RichText:
        return self.parts.rich_text(self.parts.children)

    def _points(self) -> tuple[Point, ...]:
        """The items of the list that is the only content of the block."""
        lists = [one for one in self.parts.children if one.tag in ("ul", "ol")]
        if len(lists) != 1 or len(self.parts.children) != 1:
            self._add_trouble(
                f"The block “{self.parts.name}” should hold one list and nothing else.",
                "Begin each point with “- ”, with an empty line before the first.",
            )
            return ()
        return tuple(self._point(item) for item in lists[0])

    def _point(self, item: Element) -> Point:
        paragraphs = [one for one in item if one.tag == "p"]
        holder = paragraphs[0] if len(item) and item[0].tag == "p" and len(paragraphs) == len(item) == 1 else item
        text = self.parts.inner_rich_text(holder)
        first = next((piece.markup for piece in text if isinstance(piece, Html)), "")
        return Point(text, unknown=first.casefold().startswith(UNKNOWN))

    def _fields(self) -> tuple[FormField, ...]:
        """The items of the list that is the only content of the block, as form fields."""
        points = self._points()
        if any(isinstance(piece, Mark | Sources) for point in points for piece in point.text):
            self._add_trouble("A field to fill in takes no citation.", "Put the fact with its source above the block.")
            return ()
        fields = tuple(_field(point.text) for point in points)
        for one in fields:
            if one.kind is FieldKind.WORDS and (malformed := MALFORMED_ANSWER.search(one.words)):
                self._add_trouble(
                    f"“{malformed[0]}” tells no room for an answer, and would be shown as words.",
                    "Write one such as (2 lines), of 2 to 9, (date), (0 to 10), (yes / no) or (tick: one / two).",
                )
                return ()
            if one.kind is FieldKind.SCALE and not one.choices:
                self._add_trouble(
                    f"The scale of “{one.words}” does not go up, or has more than {MAX_SCALE_STEPS} steps.",
                    "Write one such as “(0 to 10)”, or leave it out.",
                )
                return ()
        return fields

    def _has_title(self) -> bool:
        """Whether the block has a title of plain text; adds a trouble if not, as do the following methods."""
        if not self.parts.title:
            self._add_trouble(
                f"The block “{self.parts.name}” needs a title.",
                f"Write it as: /// {self.parts.name} | The title",
            )
        elif TITLE_MARKUP.search(self.parts.title):
            self._add_trouble(
                f"The title of the block “{self.parts.name}” holds Markdown, which would be shown as it is typed.",
                "Use plain words in the title; put links and citations into the text of the block.",
            )
        return bool(self.parts.title) and not TITLE_MARKUP.search(self.parts.title)

    def _has_no_title(self) -> bool:
        """Whether the block has no title, which would not be rendered."""
        if self.parts.title:
            self._add_trouble(
                f"The block “{self.parts.name}” takes no title, so “{self.parts.title}” would be lost.",
                f"Write only “/// {self.parts.name}”; put the words into a heading above it.",
            )
        return not self.parts.title

    def _has_no_options(self) -> bool:
        """Whether the block has no options, which would be ignored."""
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

    def _has_title_only(self) -> bool:
        """Whether the block has a title and no options."""
        return all((self._has_title(), self._has_no_options()))

    def _has_no_arguments(self) -> bool:
        """Whether the block has neither a title nor options."""
        return all((self._has_no_title(), self._has_no_options()))

    def _has_content(self) -> bool:
        """Whether the block is not empty."""
        if not self.parts.children:
            self._add_trouble(f"The block “{self.parts.name}” is empty.", "Write its text between its two lines.")
        return bool(self.parts.children)

    def _has_no_content(self) -> bool:
        """Whether the block has neither content nor a title, because it is filled from records."""
        if self.parts.children:
            self._add_trouble(
                f"The block “{self.parts.name}” is filled from the guide's own files and takes no text.",
                "Move the text out of the block; options are indented by 4 spaces, directly under its first line.",
            )
        return all((not self.parts.children, self._has_no_title()))

    def _add_trouble(self, message: str, help: str) -> None:
        self.troubles.append(Trouble("block-content", self.parts.place, message, help))


def _field(text: RichText) -> FormField:
    """Parse a question with the format of its answer in brackets at the end; the default is text."""
    last = text[-1] if text else None
    match = ANSWER_FORMAT.search(last.markup) if isinstance(last, Html) else None
    if not (match and isinstance(last, Html)):
        return FormField(text, _words(text))
    label = (*text[:-1], Html(last.markup[: match.start()]))
    words = _words(label)
    if match["lines"]:
        return FormField(label, words, FieldKind.LINES, lines=int(match["lines"]))
    if match["day"]:
        return FormField(label, words, FieldKind.DAY)
    if match["low"]:
        return FormField(label, words, FieldKind.SCALE, _steps(match["low"], match["high"]))
    choices = tuple(html.unescape(choice.strip()) for choice in (match["several"] or match["one"]).split("/"))
    return FormField(label, words, FieldKind.SEVERAL if match["several"] else FieldKind.ONE, choices)


def _steps(low: str, high: str) -> tuple[str, ...]:
    """The numbers of a scale; empty if it does not go up, or has too many steps."""
    if max(len(low), len(high)) > MAX_DIGITS or not int(low) < int(high) < int(low) + MAX_SCALE_STEPS:
        return ()
    return tuple(map(str, range(int(low), int(high) + 1)))


def _words(text: RichText) -> str:
    """Rich text as plain text."""
    parts = (
        html.unescape(re.sub("<[^>]*>", "", piece.markup)) if isinstance(piece, Html) else getattr(piece, "words", "")
        for piece in text
    )
    return " ".join("".join(parts).split())
