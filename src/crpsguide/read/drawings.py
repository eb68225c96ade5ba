"""SVG files: drawings, never programs. Small ones are made lean, to stand within the pages that show them."""

import math
import re
import sys
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from crpsguide.errors import PageError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import bare_style
from crpsguide.urls import drawing_address

# What a drawing needs; scripts, foreign content, animation and links are not among it.
ELEMENTS = frozenset(
    """svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop clipPath mask pattern marker style""".split()
)
SVG = "{http://www.w3.org/2000/svg}"
# What leads elsewhere: links, and what other links count from.
HREFS = frozenset({"href", "{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}base"})
MOST_UNITS = 100_000  # of a side; more is no size
MOST_DRAWN = 100_000  # parts, with those that are drawn again by “use”: ten levels of ten times would stop a browser
LARGEST = 2 * 2**20  # bytes; far more than a drawing for a phone should have
LARGEST_WITHIN = 8 * 2**10  # of the address that holds a drawing; it is packed to a fifth. A larger one stays a file
UNSEEN = frozenset(f"{SVG}{name}" for name in ("title", "desc", "metadata"))  # a picture is told by its page
LETTERS = frozenset(f"{SVG}{name}" for name in ("text", "tspan", "textPath"))  # blanks in them are drawn
HELP = "Export the drawing as plain SVG, without scripts, links and outside pictures."
_FETCHES = LazyPattern(
    r"""url\s*\(\s*+['"]?+(?!#)|(?:image-set|cross-fade|(?<![\w-])(?:image|src))\(|@import|expression\s*\(|javascript:""",
    re.IGNORECASE,
)
# How a style writes a character by its number, or one that would mean something else (CSS Syntax 3, 4.3.7).
_CODE = LazyPattern(r"\\(?:(?P<number>[0-9a-f]{1,6})\s?|(?P<letter>.))", re.IGNORECASE | re.DOTALL)


class _Plain(ElementTree.TreeBuilder):
    """Takes elements alone, in whatever encoding they are written."""

    def doctype(self, name: str, *_: str | None) -> None:
        """Refuse entities before one of them is read."""
        raise _UnfitError("This drawing declares a document type, which can hide text.", "<!DOCTYPE")

    def pi(self, target: str, data: str | None = None) -> ElementTree.Element:
        """Refuse what a browser may follow to a style sheet."""
        raise _UnfitError(f"This drawing holds an instruction for programs (“{target}”).", f"<?{target}")


class _UnfitError(PageError):
    """Something before or between the parts of a drawing, which begins with `sign` in its file."""

    def __init__(self, message: str, sign: str) -> None:
        super().__init__(message, HELP)
        self.sign = sign.encode()


@frozen
class Svg:
    """What pages need of a drawing.

    `size` is the width and the height that it draws in, in whole units of its own; None where it tells none.
    `whole` is an address that holds all of it; empty for a large one.
    """

    size: tuple[int, int] | None
    whole: str


def read_drawing(file: Path) -> Svg:
    """A plain SVG.

    Raises:
        PageError: it is not plain drawing; says what it holds.
        OSError: it cannot be read.
    """
    root = _plain_drawing(file)
    size = _size(root)  # before it is made lean
    try:
        whole = drawing_address(_lean(root)) if file.stat().st_size <= LARGEST_WITHIN else ""
    except RecursionError:  # a thousand groups, each in the one before
        whole = ""
    return Svg(size, whole if len(whole) <= LARGEST_WITHIN else "")


def _size(root: ElementTree.Element) -> tuple[int, int] | None:
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        width, height = (math.ceil(float(one)) for one in box[2:])
    except (ValueError, OverflowError):
        return None
    return (width, height) if 0 < width <= MOST_UNITS and 0 < height <= MOST_UNITS else None


def _plain_drawing(file: Path) -> ElementTree.Element:
    """Refuse an SVG that could run or fetch something when it is opened by itself.

    Raises:
        PageError: it is not plain drawing; says what it holds.
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise PageError(f"This drawing has more than {LARGEST // 2**20} MB.", "Simplify it: 0.2 MB are plenty.")
    try:
        root = ElementTree.fromstring(data, ElementTree.XMLParser(target=_Plain()))
    except ElementTree.ParseError as error:
        line, column = error.position
        raise PageError("This drawing cannot be read as SVG.", HELP, line, column + 1) from None
    except (LookupError, ValueError):  # in letters that nobody knows
        raise PageError("This drawing cannot be read as SVG.", HELP) from None
    except _UnfitError as error:
        raise _at(error, data, max(0, data.find(error.sign))) from None
    for number, element in enumerate(root.iter()):
        if fault := _fault_of(element):
            message, sign = fault
            begins = _begin(data, number)
            raise _at(PageError(message, HELP), data, max(begins, data.find(sign.encode(), begins)))
    if _draws_too_much(root):
        raise PageError(f"This drawing draws more than {MOST_DRAWN} parts, or one within itself.", HELP)
    return root


def _fault_of(element: ElementTree.Element) -> tuple[str, str] | None:
    """What a part does that no drawing needs, and the attribute with which it does so, empty for the part itself."""
    name = str(element.tag).removeprefix(SVG)
    if name not in ELEMENTS:
        return f"This drawing holds “{name}”, which a drawing does not need.", ""
    if name == "style" and _fetches("".join(element.itertext())):
        return "The styles of this drawing fetch something from elsewhere.", ""
    for attribute, value in element.attrib.items():
        typed = attribute.rpartition("}")[2]
        if attribute.casefold().startswith("on"):
            return f"This drawing runs a program (“{attribute}”).", typed
        if attribute in HREFS and not value.startswith("#"):
            return "This drawing fetches something from elsewhere.", typed
        if _fetches(value):
            return f"This drawing fetches something from elsewhere (“{attribute}”).", typed
    return None


def _begin(data: bytes, number: int) -> int:
    """At which byte a part begins, counted from 0 as they stand in the file."""
    parser, begins = expat.ParserCreate(), list[int]()
    parser.StartElementHandler = lambda *_: begins.append(parser.CurrentByteIndex)
    parser.Parse(data, True)
    return begins[number]


def _at(error: PageError, data: bytes, index: int) -> PageError:
    """The error at its place in the file."""
    *above, line = data[:index].split(b"\n")
    return PageError(str(error), error.help, len(above) + 1, len(line.decode(errors="replace")) + 1)


def _draws_too_much(root: ElementTree.Element) -> bool:
    """Whether a browser has more parts to draw than it should, with those that “use” draws again and again."""
    named = {element.get("id"): element for element in root.iter()}
    waiting, drawn = [root], 0
    while waiting and drawn <= MOST_DRAWN:
        element = waiting.pop()
        again = (named.get(element.get(name, "")[1:]) for name in HREFS if element.tag == f"{SVG}use")
        waiting += [*element, *(one for one in again if one is not None)]
        drawn += 1
    return drawn > MOST_DRAWN


def _lean(root: ElementTree.Element) -> str:
    """A drawing without what cannot be seen in it: its words for listeners, its comments, the blanks between its parts.

    The parts lose what is taken away, and their namespace, which the first of them then tells for all.
    """
    for parent in [one for one in root.iter() if one.tag not in LETTERS]:
        for child in list(parent):
            child.tail = None
            if child.tag in UNSEEN:
                parent.remove(child)
        parent.text = bare_style(parent.text or "") if parent.tag == f"{SVG}style" else None
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
    root.attrib = {"xmlns": SVG.strip("{}"), **root.attrib}
    root.attrib.pop("role", None)
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")


def _fetches(style: str) -> bool:
    """Whether a browser would take something from elsewhere, however the letters are written."""
    return bool(_FETCHES.search(_CODE.sub(_letter, style)))


def _letter(code: re.Match[str]) -> str:
    number = int(code["number"], 16) if code["number"] else 0
    return chr(number) if 0 < number <= sys.maxunicode else code["letter"] or ""
