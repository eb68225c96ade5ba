"""Reads SVG files: refuses active content, and minifies small drawings so that pages can embed them."""

import math
import re
import sys
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from crpsguide.errors import PageError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import minified_css
from crpsguide.urls import svg_data_url

# Allowed elements; no scripts, foreign content, animation or links.
ELEMENTS = frozenset(
    """svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop clipPath mask pattern marker style""".split()
)
SVG = "{http://www.w3.org/2000/svg}"
# Attributes with a URL, or with the base of relative URLs.
HREFS = frozenset({"href", "{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}base"})
MAX_UNITS = 100_000  # of a side
MAX_RENDERED = 100_000  # elements, expanded by `use`: ten nested levels of ten references would stop a browser
MAX_SIZE = 2 * 2**20  # bytes; far more than a drawing for a phone should have
MAX_EMBEDDED = 8 * 2**10  # characters of a `data:` URL, compressed to a fifth; a larger drawing stays a file
METADATA = frozenset(f"{SVG}{name}" for name in ("title", "desc", "metadata"))  # the page has the text alternative
TEXT_ELEMENTS = frozenset(f"{SVG}{name}" for name in ("text", "tspan", "textPath"))  # their whitespace is rendered
HELP = "Export the drawing as plain SVG, without scripts, links and outside pictures."
_FETCHES = LazyPattern(
    r"""url\s*\(\s*+['"]?+(?!#)|(?:image-set|cross-fade|(?<![\w-])(?:image|src))\(|@import|expression\s*\(|javascript:""",
    re.IGNORECASE,
)
# An escape of CSS (CSS Syntax 3, 4.3.7).
_ESCAPE = LazyPattern(r"\\(?:(?P<number>[0-9a-f]{1,6})\s?|(?P<letter>.))", re.IGNORECASE | re.DOTALL)


class _SafeTreeBuilder(ElementTree.TreeBuilder):
    """Builds the tree of a document without DOCTYPE and processing instructions."""

    def doctype(self, name: str, *_: str | None) -> None:
        """Refuse the DOCTYPE, before an entity is expanded."""
        raise _ForbiddenError("This drawing declares a document type, which can hide text.", "<!DOCTYPE")

    def pi(self, target: str, data: str | None = None) -> ElementTree.Element:
        """Refuse a processing instruction, which may link a style sheet."""
        raise _ForbiddenError(f"This drawing holds an instruction for programs (“{target}”).", f"<?{target}")


class _ForbiddenError(PageError):
    """A forbidden part of an SVG other than an element; `start` is the source text with which it begins."""

    def __init__(self, message: str, start: str) -> None:
        super().__init__(message, HELP)
        self.start = start.encode()


@frozen
class Svg:
    """The properties of an SVG file that pages need; see `Asset`."""

    size: tuple[int, int] | None
    data_url: str


def read_drawing(file: Path) -> Svg:
    """Read an SVG file.

    Raises:
        PageError: it contains something that is not allowed.
        OSError: it cannot be read.
    """
    root = _safe_tree(file)
    size = _size(root)  # `_minified` changes the tree
    try:
        data_url = svg_data_url(_minified(root)) if file.stat().st_size <= MAX_EMBEDDED else ""
    except RecursionError:  # a thousand nested groups
        data_url = ""
    return Svg(size, data_url if len(data_url) <= MAX_EMBEDDED else "")


def _size(root: ElementTree.Element) -> tuple[int, int] | None:
    """The width and height of the `viewBox`, rounded up; None if it is missing or implausible."""
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        width, height = (math.ceil(float(one)) for one in box[2:])
    except (ValueError, OverflowError):
        return None
    return (width, height) if 0 < width <= MAX_UNITS and 0 < height <= MAX_UNITS else None


def _safe_tree(file: Path) -> ElementTree.Element:
    """Parse an SVG file, and refuse one that could run or fetch something when a browser opens it.

    Raises:
        PageError: it contains something that is not allowed.
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        data = opened.read(MAX_SIZE + 1)
    if len(data) > MAX_SIZE:
        raise PageError(f"This drawing has more than {MAX_SIZE // 2**20} MB.", "Simplify it: 0.2 MB are plenty.")
    try:
        root = ElementTree.fromstring(data, ElementTree.XMLParser(target=_SafeTreeBuilder()))
    except ElementTree.ParseError as error:
        line, column = error.position
        raise PageError("This drawing cannot be read as SVG.", HELP, line, column + 1) from None
    except (LookupError, ValueError):  # an unknown encoding
        raise PageError("This drawing cannot be read as SVG.", HELP) from None
    except _ForbiddenError as error:
        raise _with_position(error, data, max(0, data.find(error.start))) from None
    for number, element in enumerate(root.iter()):
        if fault := _fault_of(element):
            message, attribute = fault
            start = _element_start(data, number)
            raise _with_position(PageError(message, HELP), data, max(start, data.find(attribute.encode(), start)))
    if _is_too_complex(root):
        raise PageError(f"This drawing draws more than {MAX_RENDERED} parts, or one within itself.", HELP)
    return root


def _fault_of(element: ElementTree.Element) -> tuple[str, str] | None:
    """The message about an element that is not allowed, and the attribute at fault, or an empty string."""
    name = str(element.tag).removeprefix(SVG)
    if name not in ELEMENTS:
        return f"This drawing holds “{name}”, which a drawing does not need.", ""
    if name == "style" and _fetches("".join(element.itertext())):
        return "The styles of this drawing fetch something from elsewhere.", ""
    for attribute, value in element.attrib.items():
        local_name = attribute.rpartition("}")[2]
        if attribute.casefold().startswith("on"):
            return f"This drawing runs a program (“{attribute}”).", local_name
        if attribute in HREFS and not value.startswith("#"):
            return "This drawing fetches something from elsewhere.", local_name
        if _fetches(value):
            return f"This drawing fetches something from elsewhere (“{attribute}”).", local_name
    return None


def _element_start(data: bytes, number: int) -> int:
    """The byte offset of an element, given by its index in document order."""
    parser, starts = expat.ParserCreate(), list[int]()
    parser.StartElementHandler = lambda *_: starts.append(parser.CurrentByteIndex)
    parser.Parse(data, True)
    return starts[number]


def _with_position(error: PageError, data: bytes, index: int) -> PageError:
    """The error with the line and column of a byte offset."""
    *lines_before, line = data[:index].split(b"\n")
    return PageError(str(error), error.help, len(lines_before) + 1, len(line.decode(errors="replace")) + 1)


def _is_too_complex(root: ElementTree.Element) -> bool:
    """Whether there are more than `MAX_RENDERED` elements after expansion of `use`; true also for endless recursion."""
    by_id = {element.get("id"): element for element in root.iter()}
    stack, count = [root], 0
    while stack and count <= MAX_RENDERED:
        element = stack.pop()
        stack += element
        if element.tag == f"{SVG}use":
            targets = (by_id.get(element.get(name, "")[1:]) for name in HREFS)
            stack += [target for target in targets if target is not None]
        count += 1
    return count > MAX_RENDERED


def _minified(root: ElementTree.Element) -> str:
    """The SVG without metadata, comments and whitespace between elements. Modifies the tree.

    Elements lose their namespace prefix; the root declares the namespace as the default.
    """
    for parent in [one for one in root.iter() if one.tag not in TEXT_ELEMENTS]:
        for child in list(parent):
            child.tail = None
            if child.tag in METADATA:
                parent.remove(child)
        parent.text = minified_css(parent.text or "") if parent.tag == f"{SVG}style" else None
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
    root.attrib = {"xmlns": SVG.strip("{}"), **root.attrib}
    root.attrib.pop("role", None)
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")


def _fetches(style: str) -> bool:
    """Whether a style or attribute makes a browser request another resource, even if written with escapes."""
    return bool(_FETCHES.search(_ESCAPE.sub(_unescaped, style)))


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape["number"], 16) if escape["number"] else 0
    return chr(number) if 0 < number <= sys.maxunicode else escape["letter"] or ""
