"""From a `/// name` block to its typed value, or to troubles that say what it should hold."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from crpsguide.errors import PageError
from crpsguide.model import (
    FORBID,
    ArrayGroup,
    Ask,
    AssetLink,
    Block,
    CareCard,
    Contacts,
    Disagreement,
    Figure,
    FindingsTable,
    GlossaryList,
    GoDeeper,
    Html,
    IconArray,
    KeyPoints,
    MainMessage,
    Organisations,
    Paths,
    Place,
    Point,
    RichText,
    ShortVersion,
    Trouble,
)
from crpsguide.read.records import parse_record
from crpsguide.read.yaml_tree import Document, parse_yaml

LEVELS = ("emergency", "urgent", "routine")
UNKNOWN = "not known:"  # how a point begins that tells what nobody knows


@dataclass(frozen=True, slots=True, kw_only=True)
class CareCardOptions:
    """Options of a care card."""

    __pydantic_config__ = FORBID

    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IconArrayOptions:
    """Options of an icon array."""

    __pydantic_config__ = FORBID

    groups: tuple[ArrayGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsTableOptions:
    """Options of a table of findings."""

    __pydantic_config__ = FORBID

    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOptions:
    """Options of a figure. A picture that only decorates says so, and needs no words for those who do not see it."""

    __pydantic_config__ = FORBID

    image: str
    alt: str = ""
    decorative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsOptions:
    """Options of a list of contacts."""

    __pydantic_config__ = FORBID

    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsOptions:
    """Options of a list of organisations."""

    __pydantic_config__ = FORBID

    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOptions:
    """For blocks that take none."""

    __pydantic_config__ = FORBID


@dataclass(frozen=True, slots=True, kw_only=True)
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

    def make(self) -> Block | None:
        parts, place = self.parts, self.parts.place
        match parts.name:
            case MainMessage.kind:
                return MainMessage(self.text(), place) if self.plain() else None
            case ShortVersion.kind:
                return ShortVersion(self.text(), place) if self.plain() else None
            case KeyPoints.kind:
                points = self.points()
                return KeyPoints(points, place) if points and self.plain() else None
            case CareCard.kind:
                return self.care_card()
            case Ask.kind:
                points = self.points()
                return Ask(parts.title, parts.anchor, points, place) if points and self.titled() else None
            case GoDeeper.kind:
                return GoDeeper(parts.title, self.text(), place) if self.titled() and self.plain() else None
            case Disagreement.kind:
                points = self.points()
                return Disagreement(parts.title, points, place) if points and self.titled() else None
            case Paths.kind:
                points = self.points()
                return Paths(parts.title, parts.anchor, points, place) if points and self.titled() else None
            case IconArray.kind:
                array = self.options(IconArrayOptions, placed=("groups",))
                return IconArray(parts.title, array.groups, self.text(), place) if array and self.titled() else None
            case FindingsTable.kind:
                table = self.options(FindingsTableOptions)
                if table is None or not self.titled():
                    return None
                return FindingsTable(parts.title, table.findings, self.text(), place)
            case Figure.kind:
                return self.figure()
            case Contacts.kind:
                contacts = self.options(ContactsOptions)
                return Contacts(contacts.kinds, contacts.countries, place) if contacts and self.empty() else None
            case Organisations.kind:
                organisations = self.options(OrganisationsOptions)
                return Organisations(organisations.kinds, place) if organisations and self.empty() else None
            case GlossaryList.kind:
                return GlossaryList(place) if self.plain() and self.empty() else None
            case _:
                raise AssertionError(f"block {parts.name} has a class but is not made here")

    def care_card(self) -> CareCard | None:
        options = self.options(CareCardOptions)
        if options is None or not self.titled():
            return None
        if options.level not in LEVELS:
            self.trouble(f"A care card cannot be “{options.level}”.", f"Use one of: {', '.join(LEVELS)}.")
            return None
        return CareCard(self.parts.title, options.level, self.parts.anchor, self.text(), self.parts.place)

    def figure(self) -> Figure | None:
        options = self.options(FigureOptions)
        if options is None or not self.titled():
            return None
        if not options.alt and not options.decorative:
            self.trouble(
                "The picture has no words for people who cannot see it.",
                "Add “alt: …”, or “decorative: true” when it tells nothing.",
            )
            return None
        image = self.parts.link(options.image, options.alt, self.parts.place)
        if image is None:
            self.trouble(
                f"“{options.image}” is not a picture of this guide.",
                "Put the file beside the page, or into media.",
            )
            return None
        return Figure(self.parts.title, image, options.alt, self.text(), self.parts.place)

    def options(self, shape: type[Options], placed: tuple[str, ...] = ()) -> Options | None:
        """The options as a value. The items of the lists named in `placed` get their places."""
        try:
            document = parse_yaml(self.parts.options, self.parts.place.path, self.parts.options_line)
        except PageError as error:
            place = Place(self.parts.place.path, error.line, error.column)
            self.troubles.append(Trouble("block-options", place, str(error), error.help))
            return None
        known = {name: self._placed(document, name) for name in placed if isinstance(document.data.get(name), list)}
        value, troubles = parse_record(
            shape, document, known=known, what=f"The block “{self.parts.name}”", kind="block-options"
        )
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

    def titled(self) -> bool:
        if not self.parts.title:
            self.trouble(
                f"The block “{self.parts.name}” needs a title.",
                f"Write it as: /// {self.parts.name} | The title",
            )
        return bool(self.parts.title)

    def plain(self) -> bool:
        """Whether the block came without options, of which it takes none."""
        return self.options(NoOptions) is not None

    def empty(self) -> bool:
        if self.parts.children:
            self.trouble(
                f"The block “{self.parts.name}” is filled from the guide's own files and takes no text.",
                "Move the text out of the block.",
            )
        return not self.parts.children

    def trouble(self, message: str, help: str) -> None:
        self.troubles.append(Trouble("block-content", self.parts.place, message, help))
