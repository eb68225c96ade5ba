"""Parses raw HTML in Markdown: its text, links and ids, with their offsets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crpsguide.html_parser import TolerantParser
from crpsguide.language.expressions import LazyPattern

# Attributes with an address, and those of them that a browser does not load by itself.
ADDRESSES = frozenset({"href", "src", "poster", "action", "formaction", "cite", "background"})
NOT_LOADED = frozenset(
    {
        ("a", "href"),
        ("area", "href"),
        ("meta", "content"),
        *((tag, "cite") for tag in ("blockquote", "q", "ins", "del")),
    }
)
KEPT_ADDRESSES = frozenset({("a", "href"), ("img", "src")})  # those in the allow list of `library`
SRCSET_ADDRESS = LazyPattern(r"[\s,]*(\S*[^\s,])(?:,+(?=\s|$)|[^,]*(?:,|$))")  # HTML, “srcset attributes”
# External resources in a style.
STYLE_ADDRESS = LazyPattern(r"""(?:url\(|@import)\s*["']?(?P<address>(?:https?:)?//[^"')\s;]+)""", re.IGNORECASE)
INLINE_TAGS = frozenset(
    "a abbr b cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr".split()
)
NO_TEXT_CONTENT = frozenset({"script", "style", "template", "pre"})


@dataclass(slots=True)
class RawAddress:
    """An address in a tag. `offset` and `length` are those of the tag, `words` the text of a link."""

    tag: str
    attribute: str
    address: str
    offset: int
    length: int
    words: str = ""

    @property
    def loads(self) -> bool:
        """Whether a browser requests the address when it shows the page."""
        return (self.tag, self.attribute) not in NOT_LOADED


@dataclass(slots=True)
class RawText:
    """Text between two tags of block elements, as parts with their offsets; `tag` is the element that contains it."""

    tag: str
    parts: list[tuple[int, str]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All parts, joined."""
        return "".join(words for _, words in self.parts)


class RawHtml(TolerantParser):
    """The parsed content of one piece of raw HTML.

    `ids` are tuples of the tag's offset and length and the id, `pictures` of the tag's offset and the alternative
    text; `texts` may be empty or whitespace.
    """

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: list[tuple[int, int, str]] = []
        self.addresses: list[RawAddress] = []
        self.pictures: list[tuple[int, str]] = []
        self.texts = [RawText("")]
        self._open_link: tuple[RawAddress, RawText, int] | None = None
        self._skipped = ""  # the element without text content that is open
        self._skipped_tag = (0, 0)  # offset and length of its start tag
        self._starts = [0, *(match.end() for match in re.finditer("\n", markup))]
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect ids, addresses and alternative texts."""
        offset, length = self._offset(), len(self.get_starttag_text() or "")
        if tag not in INLINE_TAGS:
            self.texts.append(RawText(tag))
        if tag in NO_TEXT_CONTENT and not self._skipped:
            self._skipped, self._skipped_tag = tag, (offset, length)
        for attribute, value in attrs:
            if value is None:
                continue
            if attribute == "id" or (tag == "a" and attribute == "name"):
                self.ids.append((offset, length, value))
                continue
            if (tag, attribute) == ("img", "alt"):
                self.pictures.append((offset, value))
            for address in _addresses(tag, attribute, value, dict(attrs)):
                self.addresses.append(RawAddress(tag, attribute, address, offset, length))
                if (tag, attribute) == ("a", "href"):
                    self._open_link = (self.addresses[-1], self.texts[-1], len(self.texts[-1].words))

    def handle_endtag(self, tag: str) -> None:
        """Set the text of a link that ends, and begin a new text after a block element."""
        if tag == self._skipped:
            self._skipped = ""
        if tag == "a" and self._open_link:
            link, text, start = self._open_link
            link.words = " ".join(text.words[start:].split())
            self._open_link = None
        elif tag not in INLINE_TAGS:
            self.texts.append(RawText(""))

    def handle_data(self, data: str) -> None:
        """Collect text, and addresses in a style element."""
        if self._skipped == "style":
            for match in STYLE_ADDRESS.finditer(data):
                self.addresses.append(RawAddress("style", "style", match["address"], *self._skipped_tag))
        if not self._skipped:
            self.texts[-1].parts.append((self._offset(), data))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


def with_addresses(markup: str, replacements: Sequence[tuple[RawAddress, str]]) -> str:
    """The markup with some of its addresses replaced."""
    for address, replacement in sorted(replacements, key=lambda pair: pair[0].offset, reverse=True):
        end = address.offset + address.length
        value = re.compile(rf"""(\s{address.attribute}\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
        tag = value.sub(rf'\1"{replacement}"', markup[address.offset : end], count=1)
        markup = markup[: address.offset] + tag + markup[end:]
    return markup


def _addresses(tag: str, attribute: str, value: str, attrs: Mapping[str, str | None]) -> Sequence[str]:
    """The addresses in the value of an attribute."""
    if attribute in ("srcset", "imagesrcset"):
        return tuple(match[1] for match in SRCSET_ADDRESS.finditer(value))
    if tag == "meta" and attribute == "content" and (attrs.get("http-equiv") or "").casefold() == "refresh":
        _, _, target = value.partition("=")
        return (target.strip(" \"'"),) if target else ()
    if attribute == "style":
        return tuple(match["address"] for match in STYLE_ADDRESS.finditer(value))
    return (value,) if attribute in ADDRESSES or (tag, attribute) == ("object", "data") else ()
