"""Raw HTML that stands in Markdown: its words, links and ids, with their offsets in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crpsguide.html_parser import TolerantParser
from crpsguide.language.expressions import LazyPattern

# Attributes of raw HTML that hold an address, and those that a reader follows; the others load something.
ADDRESSES = frozenset({"href", "src", "poster", "action", "formaction", "cite", "background"})
FOLLOWED = frozenset(
    {
        ("a", "href"),
        ("area", "href"),
        ("meta", "content"),
        *((tag, "cite") for tag in ("blockquote", "q", "ins", "del")),
    }
)
KEPT_ADDRESSES = frozenset({("a", "href"), ("img", "src")})  # those that the allow list lets through
SRCSET_ADDRESS = LazyPattern(r"[\s,]*(\S*[^\s,])(?:,+(?=\s|$)|[^,]*(?:,|$))")  # HTML, “srcset attributes”
# What a style would fetch from another host.
STYLE_ADDRESS = LazyPattern(r"""(?:url\(|@import)\s*["']?(?P<address>(?:https?:)?//[^"')\s;]+)""", re.IGNORECASE)
INLINE_TAGS = frozenset(
    "a abbr b cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr".split()
)
UNREAD = frozenset({"script", "style", "template", "pre"})  # what they hold is no text, or code


@dataclass(slots=True)
class RawAddress:
    """An address in a tag. `offset` and `length` are the tag's, `words` what a link goes by."""

    tag: str
    attribute: str
    address: str
    offset: int
    length: int
    words: str = ""

    @property
    def loads(self) -> bool:
        """Whether a browser fetches the address by itself."""
        return (self.tag, self.attribute) not in FOLLOWED


@dataclass(slots=True)
class RawText:
    """Words between two tags that begin or end a block. Each part comes with its offset; `tag` is the block's."""

    tag: str
    parts: list[tuple[int, str]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All words of the text."""
        return "".join(words for _, words in self.parts)


class RawHtml(TolerantParser):
    """Reads one piece of raw HTML.

    `ids` holds offset, length of the tag and id, `pictures` offset of the tag and words; `texts` may be blank.
    """

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: list[tuple[int, int, str]] = []
        self.addresses: list[RawAddress] = []
        self.pictures: list[tuple[int, str]] = []
        self.texts = [RawText("")]
        self._open_link: tuple[RawAddress, RawText, int] | None = None
        self._unread = ""
        self._unread_at = (0, 0)  # offset and length of the tag that opens what is not read
        self._starts = [0, *(match.end() for match in re.finditer("\n", markup))]
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag links to, and what it is called."""
        offset, length = self._offset(), len(self.get_starttag_text() or "")
        if tag not in INLINE_TAGS:
            self.texts.append(RawText(tag))
        if tag in UNREAD:
            self._unread, self._unread_at = (self._unread, self._unread_at) if self._unread else (tag, (offset, length))
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
        """Give a link the words up to here."""
        if tag == self._unread:
            self._unread = ""
        if tag == "a" and self._open_link:
            link, text, before = self._open_link
            link.words = " ".join(text.words[before:].split())
            self._open_link = None
        elif tag not in INLINE_TAGS:
            self.texts.append(RawText(""))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if self._unread == "style":
            for one in STYLE_ADDRESS.finditer(data):
                self.addresses.append(RawAddress("style", "style", one["address"], *self._unread_at))
        if not self._unread:
            self.texts[-1].parts.append((self._offset(), data))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


def with_addresses(markup: str, written: Sequence[tuple[RawAddress, str]]) -> str:
    """The markup with other values for the addresses that were found in it."""
    for one, address in sorted(written, key=lambda pair: pair[0].offset, reverse=True):
        end = one.offset + one.length
        value = re.compile(rf"""(\s{one.attribute}\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
        tag = value.sub(rf'\1"{address}"', markup[one.offset : end], count=1)
        markup = markup[: one.offset] + tag + markup[end:]
    return markup


def _addresses(tag: str, attribute: str, value: str, attrs: Mapping[str, str | None]) -> Sequence[str]:
    """The addresses that an attribute of raw HTML holds."""
    if attribute in ("srcset", "imagesrcset"):
        return tuple(match[1] for match in SRCSET_ADDRESS.finditer(value))
    if tag == "meta" and attribute == "content" and (attrs.get("http-equiv") or "").casefold() == "refresh":
        _, _, target = value.partition("=")
        return (target.strip(" \"'"),) if target else ()
    if attribute == "style":
        return tuple(match["address"] for match in STYLE_ADDRESS.finditer(value))
    return (value,) if attribute in ADDRESSES or (tag, attribute) == ("object", "data") else ()
