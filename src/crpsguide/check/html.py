"""Parses the rendered HTML pages and style sheets, once for all rules, and caches what rules extract from them."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple, TypeVar, cast
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import NO_CACHE, Cache, key_of

Files = Mapping[PurePosixPath, bytes]
Result = TypeVar("Result")

RESOURCE_ATTRIBUTES = frozenset(
    {"src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background"}
)
SRCSETS = frozenset({"srcset", "imagesrcset"})  # several addresses in one attribute
PLAIN_LINKS = frozenset({"canonical", "alternate", "license", "author", "prev", "next"})  # `rel` of links not fetched
_TEMPLATE = re.compile(rb"<(/?)template\b", re.IGNORECASE)  # the parser hides its content, but a script may show it
_BRACE = re.compile(r"[{}]")
_SRCSET_ADDRESS = LazyPattern(r"(\S*[^\s,])(?:\s+[^,]*)?\s*(?:,|$)")  # it may hold commas, but not end with one


class Element(NamedTuple):  # created twice as fast as a dataclass; a site has hundreds of thousands of elements
    """An element of a rendered page: its name in lower case, its attributes, and its node in the parsed tree."""

    name: str
    attributes: Mapping[str, str]
    node: LexborNode

    @property
    def has_text(self) -> bool:
        """Whether it has text or an image with alternative text."""
        return bool(self.node.text().strip() or self.text)

    @property
    def text(self) -> str:
        """Its text, followed by the alternative texts of its images."""
        images = (image.attributes.get("alt") or "" for image in self.node.css("img"))
        return " ".join([self.node.text(), *images]).strip()

    def ancestor(self, *names: str) -> LexborNode | None:
        """The nearest ancestor with one of these names."""
        node = self.node.parent
        while node is not None and node.tag not in names:
            node = node.parent
        return node


@frozen
class RenderedPage:
    """A parsed page: its elements in document order, with indexes by name and by attribute.

    `is_redirect`: the page is an old address, from which browsers go on to the new one at once.
    """

    elements: tuple[Element, ...]
    by_name: Mapping[str, Sequence[int]]
    by_attribute: Mapping[str, Sequence[int]]
    is_redirect: bool

    @property
    def root(self) -> Element:
        """The `<html>` element, which the parser adds if it is missing."""
        return self.elements[0]

    def find(self, *names: str, having: Iterable[str] = ()) -> Sequence[Element]:
        """The elements with one of these names or any of these attributes, in document order."""
        numbers = {number for name in names for number in self.by_name.get(name, ())}
        numbers.update(number for attribute in having for number in self.by_attribute.get(attribute, ()))
        return [self.elements[number] for number in sorted(numbers)]

    @property
    def text(self) -> str:
        """The text of its body."""
        return "".join(body.node.text() for body in self.find("body")[:1])

    @property
    def ids(self) -> list[str]:
        """The ids of its elements; a duplicate is listed twice."""
        return [element.attributes["id"] for element in self.find(having=["id"])]

    @property
    def anchors(self) -> tuple[str, ...]:
        """What a fragment can name: ids, and names of the obsolete form `<a name="plan">`."""
        return (*self.ids, *(link.attributes["name"] for link in self.find("a") if "name" in link.attributes))

    @property
    def links(self) -> list[str]:
        """The addresses of its `<a>` and `<link>` elements."""
        return [link.attributes["href"] for link in self.find("a", "link") if "href" in link.attributes]

    @property
    def loaded(self) -> list[str]:
        """The addresses that a browser loads, or submits a form to."""
        return [address for element in self.find("link", having=RESOURCE_ATTRIBUTES) for address in _loaded(element)]


@frozen
class PageQuery:
    """A function that extracts plain data from a page for a rule about all pages; the result is cached for each page.

    `find` is called with the page's path, the page, and the `given` arguments (texts or paths); it uses nothing else.
    """

    find: Callable[..., Any]
    given: tuple[object, ...] = ()

    def at(self, path: PurePosixPath, page: RenderedPage) -> Any:
        """The result for one page."""
        return self.find(path, page, *self.given)

    @property
    def key(self) -> str:
        """A cache key, different for each query."""
        return key_of(self.find.__module__, self.find.__qualname__, *self.given)


class RenderedFiles:
    """The rendered files of a site; a page is parsed when a rule first asks for it.

    `cache` holds earlier results of `from_style_sheets`.
    """

    def __init__(self, files: Files, cache: Cache = NO_CACHE) -> None:
        self.files = files
        self._cache = cache
        self._results: dict[PageQuery, Mapping[PurePosixPath, Any]] = {}

    @cached_property
    def pages(self) -> Mapping[PurePosixPath, RenderedPage]:
        """All HTML pages, redirects included."""
        return _Pages(self.files)

    @cached_property
    def style_sheets(self) -> tuple[str, ...]:
        """The style sheets, except those whose rules all stand in another one: most pages get a reduced sheet."""
        sheets = [data.decode("utf-8", "replace") for path, data in self.files.items() if path.suffix == ".css"]
        rules = {sheet: frozenset(_top_level_rules(sheet)) for sheet in sheets}
        return tuple(sheet for sheet, own in rules.items() if not any(own < other for other in rules.values()))

    def from_style_sheets(self, function: Callable[["RenderedFiles"], Result]) -> Result:
        """The result of a function that reads the style sheets only; it has to be plain data, because it is cached."""
        key = key_of(function.__module__, function.__qualname__, *self.style_sheets)
        cached: tuple[Result] | None = self._cache.get(key)
        if cached is None:
            cached = (function(self),)
            self._cache.put(key, cached)
        return cached[0]

    def query(self, query: PageQuery) -> Mapping[PurePosixPath, Any]:
        """The result of a query for each page, in the order of the pages. Pages with a known result are not parsed."""
        known = self._results.get(query, {})
        if len(known) < len(self.pages):
            known = {path: known[path] if path in known else query.at(path, self.pages[path]) for path in self.pages}
            self._results[query] = known
        return known

    def store(self, query: PageQuery, results: Mapping[PurePosixPath, object]) -> None:
        """Store known results of a query for some pages, in the order of the pages."""
        self._results[query] = results


class _Pages(Mapping[PurePosixPath, RenderedPage]):
    """The HTML pages among some files. Only the page that was parsed last is kept, to save memory."""

    def __init__(self, files: Files) -> None:
        self._data = {path: data for path, data in files.items() if path.suffix == ".html"}
        self._last: tuple[PurePosixPath, RenderedPage] | None = None

    def __getitem__(self, path: PurePosixPath) -> RenderedPage:
        if self._last is None or self._last[0] is not path:
            self._last = path, parse_page(self._data[path])
        return self._last[1]

    def __iter__(self) -> Iterator[PurePosixPath]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)


def parse_page(data: bytes) -> RenderedPage:
    """Parse an HTML page as a browser does."""
    tree = LexborHTMLParser(_TEMPLATE.sub(b"<\\1div", data))
    elements = []
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    by_attribute: defaultdict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(tree.css("*")):
        name, attributes = (node.tag or "").lower(), node.attributes
        if None in attributes.values():
            attributes = {attribute: value or "" for attribute, value in attributes.items()}
        elements.append(Element(name, cast(dict[str, str], attributes), node))
        by_name[name].append(number)
        for attribute in attributes:
            by_attribute[attribute].append(number)
    commands = [elements[number].attributes.get("http-equiv", "") for number in by_name.get("meta", ())]
    is_redirect = any(command.casefold() == "refresh" for command in commands)
    return RenderedPage(tuple(elements), by_name, by_attribute, is_redirect)


@lru_cache(maxsize=65536)  # all pages of a folder have the same menus
def link_target(folder: str, address: str) -> tuple[str, str] | None:
    """The target of a link on a page of a folder: a file of the site and a fragment, without percent escapes.

    The file is empty for a link within the page. None for an address outside the site, or one that cannot be parsed.

    >>> link_target("a", "../c.html#d"), link_target("a", "/c.html"), link_target("a", "#d")
    (('c.html', 'd'), ('c.html', ''), ('', 'd'))
    >>> link_target("a", "https://c.example")
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if not address or parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    file = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/") or "."  # the folder at the root
    return file if path else "", unquote(parts.fragment)


def _top_level_rules(sheet: str) -> Iterator[str]:
    """The source of each rule of a style sheet that is in no other; an at-rule comes with all that it holds."""
    begin = depth = 0
    for brace in _BRACE.finditer(sheet):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            yield sheet[begin : brace.end()]
            begin = brace.end()
    yield sheet[begin:]


def _loaded(element: Element) -> Iterator[str]:
    attributes = element.attributes
    if element.name == "link" and "href" in attributes and not PLAIN_LINKS & set(attributes.get("rel", "").split()):
        yield attributes["href"]
    for name in RESOURCE_ATTRIBUTES & attributes.keys():
        yield from _SRCSET_ADDRESS.findall(attributes[name]) if name in SRCSETS else [attributes[name]]
