"""The finished files as the rules see them: each page is parsed once, for all of them."""

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
Found = TypeVar("Found")

LOADED = frozenset({"src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background"})
SETS = frozenset({"srcset", "imagesrcset"})  # several addresses in one attribute
PLAIN_LINKS = frozenset({"canonical", "alternate", "license", "author", "prev", "next"})
_TEMPLATE = re.compile(rb"<(/?)template\b", re.IGNORECASE)  # a parser hides what it holds; a script may show it
_BRACE = re.compile(r"[{}]")


class Element(NamedTuple):  # made in half the time that a dataclass takes; a site has hundreds of thousands
    """An element of a finished page: its name in lower case, and its attributes."""

    name: str
    values: Mapping[str, str]
    node: LexborNode

    @property
    def has_words(self) -> bool:
        """Whether it says anything."""
        return bool(self.node.text().strip() or self.words)

    @property
    def words(self) -> str:
        """What it says, with the words of its pictures."""
        pictures = (one.attributes.get("alt") or "" for one in self.node.css("img"))
        return " ".join([self.node.text(), *pictures]).strip()

    def around(self, *names: str) -> LexborNode | None:
        """The nearest element around it with one of some names."""
        above = self.node.parent
        while above is not None and above.tag not in names:
            above = above.parent
        return above


@frozen
class FinishedPage:
    """What a finished page holds, links to, loads and names, each in order.

    `sends_on` tells of an old address, from where the reader is sent on at once.
    """

    elements: tuple[Element, ...]
    by_name: Mapping[str, Sequence[int]]
    by_attribute: Mapping[str, Sequence[int]]
    sends_on: bool

    def named(self, *names: str, having: Iterable[str] = ()) -> Sequence[Element]:
        """The elements with one of some names or any of some attributes: most rules look at few of all."""
        numbers = {number for one in names for number in self.by_name.get(one, ())}
        numbers.update(number for one in having for number in self.by_attribute.get(one, ()))
        return [self.elements[number] for number in sorted(numbers)]

    @property
    def text(self) -> str:
        """All words of it."""
        return "".join(one.node.text() for one in self.named("body")[:1])

    @property
    def ids(self) -> list[str]:
        """The names of its elements; one that stands twice is told twice."""
        return [one.values["id"] for one in self.named(having=["id"])]

    @property
    def anchors(self) -> tuple[str, ...]:
        """The names that a link can lead to: ids, and those of the old form `<a name="plan">`."""
        return (*self.ids, *(one.values["name"] for one in self.named("a") if "name" in one.values))

    @property
    def links(self) -> list[str]:
        """The addresses that it leads to."""
        return [one.values["href"] for one in self.named("a", "link") if "href" in one.values]

    @property
    def loaded(self) -> list[str]:
        """The addresses that a browser fetches, or sends a form to."""
        return [address for one in self.named("link", having=LOADED) for address in _loaded(one)]


@frozen
class Look:
    """What a rule about all pages wants to know of each.

    `find` makes plain data of a page's path, the page, and what is `given` (texts or paths) alone.
    """

    find: Callable[..., Any]
    given: tuple[object, ...] = ()

    def at(self, path: PurePosixPath, page: FinishedPage) -> Any:
        """What it finds in one page."""
        return self.find(path, page, *self.given)

    @property
    def key(self) -> str:
        """What tells it from others."""
        return key_of(self.find.__module__, self.find.__qualname__, *self.given)


class Finished:
    """The finished files of a site; its pages are parsed when a rule first asks for them.

    `cache` holds what was found in its style sheets before.
    """

    def __init__(self, files: Files, cache: Cache = NO_CACHE) -> None:
        self.files = files
        self._cache = cache
        self._seen: dict[Look, Mapping[PurePosixPath, Any]] = {}

    @cached_property
    def pages(self) -> Mapping[PurePosixPath, FinishedPage]:
        """All pages, those included that only send their readers on."""
        return _Pages(self.files)

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        """The style sheets, but for those that are a part of another: most pages ask for one without what few need."""
        sheets = [data.decode("utf-8", "replace") for path, data in self.files.items() if path.suffix == ".css"]
        rules = {sheet: frozenset(_outermost(sheet)) for sheet in sheets}
        return tuple(sheet for sheet, own in rules.items() if not any(own < other for other in rules.values()))

    def in_styles(self, find: Callable[["Finished"], Found]) -> Found:
        """What a function finds in the style sheets alone: plain data, which is remembered."""
        key = key_of(find.__module__, find.__qualname__, *self.sheets)
        kept: tuple[Found] | None = self._cache.get(key)
        if kept is None:
            kept = (find(self),)
            self._cache.put(key, kept)
        return kept[0]

    def in_each(self, look: Look) -> Mapping[PurePosixPath, Any]:
        """What is found in each page, in their order. A page of which that is known is not parsed."""
        known = self._seen.get(look, {})
        if len(known) < len(self.pages):
            known = {path: known[path] if path in known else look.at(path, self.pages[path]) for path in self.pages}
            self._seen[look] = known
        return known

    def keep(self, look: Look, found: Mapping[PurePosixPath, object]) -> None:
        """Take over what was found in some pages before, in the order of the pages."""
        self._seen[look] = found


class _Pages(Mapping[PurePosixPath, FinishedPage]):
    """The pages among some files, each parsed when it is first asked for."""

    def __init__(self, files: Files) -> None:
        self._data = {path: data for path, data in files.items() if path.suffix == ".html"}
        self._last: tuple[PurePosixPath, FinishedPage] | None = None

    def __getitem__(self, path: PurePosixPath) -> FinishedPage:
        if self._last is None or self._last[0] is not path:  # one rule after the other asks
            self._last = path, parse_page(self._data[path])
        return self._last[1]

    def __iter__(self) -> Iterator[PurePosixPath]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)


def _outermost(sheet: str) -> Iterator[str]:
    """The rules of a sheet as they are written, each with all that stands in it."""
    begin = depth = 0
    for brace in _BRACE.finditer(sheet):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            yield sheet[begin : brace.end()]
            begin = brace.end()
    yield sheet[begin:]


def parse_page(data: bytes) -> FinishedPage:
    """A finished page, as a browser would take it."""
    tree = LexborHTMLParser(_TEMPLATE.sub(b"<\\1div", data))
    elements = []
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    by_attribute: defaultdict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(tree.css("*")):
        name, values = (node.tag or "").lower(), node.attributes
        if None in values.values():
            values = {attribute: value or "" for attribute, value in values.items()}
        elements.append(Element(name, cast(dict[str, str], values), node))
        by_name[name].append(number)
        for attribute in values:
            by_attribute[attribute].append(number)
    commands = [elements[number].values.get("http-equiv", "") for number in by_name.get("meta", ())]
    sends_on = any(one.casefold() == "refresh" for one in commands)
    return FinishedPage(tuple(elements), by_name, by_attribute, sends_on)


_IN_A_SET = LazyPattern(r"(\S*[^\s,])(?:\s+[^,]*)?\s*(?:,|$)")  # an address may hold commas, but not end with one


def _loaded(one: Element) -> Iterator[str]:
    if one.name == "link" and "href" in one.values and not PLAIN_LINKS & set(one.values.get("rel", "").split()):
        yield one.values["href"]
    for name in LOADED & one.values.keys():
        value = one.values[name]
        yield from _IN_A_SET.findall(value) if name in SETS else [value]


@lru_cache(maxsize=65536)  # the same menus stand on every page of a folder
def leads_to(folder: str, address: str) -> tuple[str, str] | None:
    """The file of the site that an address leads to from the pages of a folder, and the fragment, each unquoted.

    The file is empty for an address within the page. None for what leads out of the site, or nowhere.

    >>> leads_to("a", "../c.html#d"), leads_to("a", "/c.html"), leads_to("a", "#d"), leads_to("a", "https://c.example")
    (('c.html', 'd'), ('c.html', ''), ('', 'd'), None)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if not address or parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    file = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/").replace("\0", "�") or "."
    return file if path else "", unquote(parts.fragment)
