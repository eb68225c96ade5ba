"""Parses the addresses of links, and finds the ends of links in the source."""

import html
import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import AssetLink, Link, PageLink, Place, WebLink

MAX_LINK = 2000  # characters in which a closing bracket is searched
_SCRIPT = LazyPattern(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_LABEL = LazyPattern(r"\s?\[[^\[\]]*\]")
_PLAIN_LINK = LazyPattern(r"!?\[[^\[\]\\`]*\]\([^\s()<>\\]*\)")
# Brackets, and what is skipped in the search for the closing one: escapes, code, quoted titles.
_IN_WORDS = LazyPattern(r"\\.|(`+)(?!`).*?(?<!`)\1(?!`)|[\[\]]", re.DOTALL)
_IN_ADDRESS = LazyPattern(r"\\.|\s+\"[^\"]*\"(?=\s*\))|\s+'[^']*'(?=\s*\))|<[^<>\n]*>|[()]", re.DOTALL)


def link_of(address: str, words: str, place: Place, *, page: PurePosixPath, is_image: bool) -> Link:
    """The link for an address on the page named `page`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return WebLink(words, address, place, is_image)
    is_external = parts.scheme or parts.netloc or address.startswith("/") or "\\" in address
    if is_external or _SCRIPT.match("".join(address.split())):  # browsers ignore whitespace in a scheme
        return WebLink(words, address, place, is_image)
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    target = _joined(page, path) if path else page
    if (path.endswith(".md") or not path) and not is_image:
        return PageLink(words, address, target, unicodedata.normalize("NFC", fragment), place)  # ids are in NFC
    return AssetLink(words, address, target, fragment, place, is_image)


def decoded(text: str) -> str:
    """Text or an address with character references decoded, including those that the library writes."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))


def end_of_link(body: str, start: int) -> int:
    """The end of the link, image or autolink that begins at `start` in the source."""
    if plain := _PLAIN_LINK.match(body, start):
        return plain.end()
    if body.startswith("<", start):
        end = body.find(">", start)
        return end + 1 if end >= 0 else start + 1
    bracket = start + 1 if body.startswith("!", start) else start
    if not body.startswith("[", bracket):
        return start + 1
    words_end = _after_closing(body, bracket, "[", "]")
    return end_of_target(body, words_end) if words_end else start + 1


def end_of_target(body: str, start: int) -> int:
    """The end of the address or label of a link, if it begins at `start`; otherwise `start`."""
    if body.startswith("(", start):
        return _after_closing(body, start, "(", ")") or start
    if label := _LABEL.match(body, start):
        return label.end()
    return start


def _joined(name: PurePosixPath, path: str) -> PurePosixPath:
    """Resolve a relative path against the name of a page; it begins with `..` if it leads out of the pages' folder."""
    parts = str(name).split("/")[:-1]
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath("/".join(parts))


def _after_closing(body: str, start: int, opening: str, closing: str) -> int | None:
    """The offset after the bracket that closes the one at `start`, or None."""
    depth = 0
    for match in (_IN_WORDS if opening == "[" else _IN_ADDRESS).finditer(body, start):
        if match.start() >= start + MAX_LINK:
            break
        depth += (match[0] == opening) - (match[0] == closing)
        if depth == 0:
            return match.end()
    return None
