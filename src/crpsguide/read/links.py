"""Links: where an address leads, how far a link reaches in the source, and those in raw HTML."""

import html
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE

from crpsguide.model import AssetLink, Link, PageLink, Place, WebLink

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
SRCSET_ADDRESS = re.compile(r"[\s,]*(\S*[^\s,])(?:,+(?=\s|$)|[^,]*(?:,|$))")  # HTML, “srcset attributes”
LONGEST_LINK = 2000  # characters; the brackets of a longer one are not looked for


def link_of(address: str, words: str, place: Place, *, page: PurePosixPath, is_image: bool) -> Link:
    """The link that an address makes on a page, by what it leads to. `page` is the page's name."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return WebLink(words, address, place, is_image)
    if parts.scheme or parts.netloc or address.startswith("/") or "\\" in address:
        return WebLink(words, address, place, is_image)
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    target = _joined(page, path) if path else page
    if (path.endswith(".md") or not path) and not is_image:
        return PageLink(words, address, target, fragment, place)
    return AssetLink(words, address, target, fragment, place, is_image)


def decoded(text: str) -> str:
    """An address or words as a browser reads them: the library keeps entities, and hides e-mail addresses in them."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))


def end_of_link(body: str, start: int) -> int:
    """The offset behind the link, image or autolink that begins at `start` in the source."""
    if body.startswith("<", start):
        end = body.find(">", start)
        return end + 1 if end >= 0 else start + 1
    at = start + 1 if body.startswith("!", start) else start
    if not body.startswith("[", at):
        return start + 1
    end = _closing(body, at, "[", "]")
    if body.startswith("(", end):
        return _closing(body, end, "(", ")")
    if body.startswith("[", end):
        return _closing(body, end, "[", "]")
    return end


class RawHtml(HTMLParser):
    """Finds addresses and ids in raw HTML, with their offsets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str, str, int]] = []
        self.starts = [0]

    def feed(self, data: str) -> None:
        """Read a piece of HTML."""
        self.starts = [0, *(match.end() for match in re.finditer("\n", data))]
        super().feed(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag links to, and what it is called."""
        line, column = self.getpos()
        length = len(self.get_starttag_text() or "")
        offset = self.starts[line - 1] + column
        for attribute, value in attrs:
            if value is None:
                continue
            if attribute == "id" or (tag == "a" and attribute == "name"):
                self.found.append((offset, "id", value, length))
                continue
            loads = (tag, attribute) not in FOLLOWED
            for address in _addresses(tag, attribute, value, dict(attrs)):
                self.found.append((offset, "src" if loads else "href", address, length))


def _addresses(tag: str, attribute: str, value: str, attrs: Mapping[str, str | None]) -> Sequence[str]:
    """The addresses that an attribute of raw HTML holds."""
    if attribute in ("srcset", "imagesrcset"):
        return tuple(match[1] for match in SRCSET_ADDRESS.finditer(value))
    if tag == "meta" and attribute == "content" and (attrs.get("http-equiv") or "").casefold() == "refresh":
        _, _, target = value.partition("=")
        return (target.strip(" \"'"),) if target else ()
    return (value,) if attribute in ADDRESSES or (tag, attribute) == ("object", "data") else ()


def _joined(name: PurePosixPath, path: str) -> PurePosixPath:
    """The path that a relative address leads to; `..` that climb out of the pages' folder stay in front."""
    parts: list[str] = list(name.parent.parts)
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath(*parts)


def _closing(body: str, start: int, opening: str, closing: str) -> int:
    depth = 0
    for offset in range(start, min(len(body), start + LONGEST_LINK)):
        if body[offset] == "\\":
            continue
        if body[offset] == opening and body[offset - 1] != "\\":
            depth += 1
        elif body[offset] == closing and body[offset - 1] != "\\":
            depth -= 1
            if depth == 0:
                return offset + 1
    return start + 1
