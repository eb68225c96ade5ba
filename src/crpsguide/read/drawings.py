"""SVG files: drawings, never programs. Small ones are made lean, to stand within the pages that show them."""

import math
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

from crpsguide.errors import PageError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import late
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
_FETCHES = late(
    r"""url\s*\(\s*+['"]?+(?!#)|(?:image-set|cross-fade|(?<![\w-])(?:image|src))\(|@import|expression\s*\(|javascript:""",
    re.IGNORECASE,
)
# How a style writes a character by its number, or one that would mean something else (CSS Syntax 3, 4.3.7).
_CODE = late(r"\\(?:(?P<number>[0-9a-f]{1,6})\s?|(?P<letter>.))", re.IGNORECASE | re.DOTALL)


class _Plain(ElementTree.TreeBuilder):
    """Takes elements alone, in whatever encoding they are written."""

    def doctype(self, name: str, *_: str | None) -> None:
        """Refuse entities before one of them is read."""
        raise PageError("This drawing declares a document type, which can hide text.", HELP)

    def pi(self, target: str, data: str | None = None) -> ElementTree.Element:
        """Refuse what a browser may follow to a style sheet."""
        raise PageError(f"This drawing holds an instruction for programs (“{target}”).", HELP)


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
    help = HELP
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise PageError(f"This drawing has more than {LARGEST // 2**20} MB.", "Simplify it: 0.2 MB are plenty.")
    try:
        root = ElementTree.fromstring(data, ElementTree.XMLParser(target=_Plain()))
    except (ElementTree.ParseError, LookupError, ValueError):  # no XML, or in letters that nobody knows
        raise PageError("This drawing cannot be read as SVG.", help) from None
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        if name not in ELEMENTS and (name == element.tag or not name.startswith("{")):
            raise PageError(f"This drawing holds “{name}”, which a drawing does not need.", help)
        if name == "style" and _fetches("".join(element.itertext())):
            raise PageError("The styles of this drawing fetch something from elsewhere.", help)
        for attribute, value in element.attrib.items():
            if attribute.casefold().startswith("on"):
                raise PageError(f"This drawing runs a program (“{attribute}”).", help)
            if attribute in HREFS and not value.startswith("#"):
                raise PageError("This drawing fetches something from elsewhere.", help)
            if _fetches(value):
                raise PageError(f"This drawing fetches something from elsewhere (“{attribute}”).", help)
    if _draws_too_much(root):
        raise PageError(f"This drawing draws more than {MOST_DRAWN} parts, or one within itself.", help)
    return root


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
