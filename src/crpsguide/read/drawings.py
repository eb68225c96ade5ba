"""SVG files that are published as they are: drawings, never programs."""

import re
from xml.etree import ElementTree

from crpsguide.errors import PageError

# What a drawing needs; scripts, foreign content, animation and links are not among it.
ELEMENTS = frozenset(
    """svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop clipPath mask pattern marker style""".split()
)
SVG = "{http://www.w3.org/2000/svg}"
HREFS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
HELP = "Export the drawing as plain SVG, without scripts, links and outside pictures."
_FETCHES = re.compile(r"url\s*\(\s*['\"]?(?!#)|@import|expression\s*\(|javascript:", re.IGNORECASE)


class _Plain(ElementTree.TreeBuilder):
    """Takes elements alone, in whatever encoding they are written."""

    def doctype(self, name: str, *_: str | None) -> None:
        """Refuse entities before one of them is read."""
        raise PageError("This drawing declares a document type, which can hide text.", HELP)

    def pi(self, target: str, data: str | None = None) -> ElementTree.Element:
        """Refuse what a browser may follow to a style sheet."""
        raise PageError(f"This drawing holds an instruction for programs (“{target}”).", HELP)


def refuse_unsafe_drawing(data: bytes) -> None:
    """Refuse an SVG that could run or fetch something when it is opened by itself.

    Raises:
        PageError: it is not plain drawing; says what it holds.
    """
    help = HELP
    try:
        root = ElementTree.fromstring(data, ElementTree.XMLParser(target=_Plain()))
    except (ElementTree.ParseError, ValueError):
        raise PageError("This drawing cannot be read as SVG.", help) from None
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        if name not in ELEMENTS and (name == element.tag or not name.startswith("{")):
            raise PageError(f"This drawing holds “{name}”, which a drawing does not need.", help)
        if name == "style" and _FETCHES.search(element.text or ""):
            raise PageError("The styles of this drawing fetch something from elsewhere.", help)
        for attribute, value in element.attrib.items():
            if attribute.casefold().startswith("on"):
                raise PageError(f"This drawing runs a program (“{attribute}”).", help)
            if attribute in HREFS and not value.startswith("#"):
                raise PageError("This drawing fetches something from elsewhere.", help)
            if _FETCHES.search(value):
                raise PageError(f"This drawing fetches something from elsewhere (“{attribute}”).", help)
