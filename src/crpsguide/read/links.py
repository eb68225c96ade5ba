"""Links: where an address leads, and how far a link reaches in the source."""

import html
import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import AssetLink, Link, PageLink, Place, WebLink

LONGEST_LINK = 2000  # characters; the brackets of a longer one are not looked for
_RUNS = LazyPattern(r"(?:javascript|vbscript|data):", re.IGNORECASE)  # also with blanks in it, as tabs become
_LABEL = LazyPattern(r"\s?\[[^\[\]]*\]")
_PLAIN_LINK = LazyPattern(r"!?\[[^\[\]\\`]*\]\([^\s()<>\\]*\)")
# Brackets, and what is passed over on the way to the one that closes: escapes, code, quoted titles.
_IN_WORDS = LazyPattern(r"\\.|(`+)(?!`).*?(?<!`)\1(?!`)|[\[\]]", re.DOTALL)
_IN_ADDRESS = LazyPattern(r"\\.|\s+\"[^\"]*\"(?=\s*\))|\s+'[^']*'(?=\s*\))|<[^<>\n]*>|[()]", re.DOTALL)


def link_of(address: str, words: str, place: Place, *, page: PurePosixPath, is_image: bool) -> Link:
    """The link that an address makes on a page, by what it leads to. `page` is the page's name."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return WebLink(words, address, place, is_image)
    if (
        parts.scheme
        or _RUNS.match("".join(address.split()))
        or parts.netloc
        or address.startswith("/")
        or "\\" in address
    ):
        return WebLink(words, address, place, is_image)
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    target = _joined(page, path) if path else page
    if (path.endswith(".md") or not path) and not is_image:
        return PageLink(words, address, target, unicodedata.normalize("NFC", fragment), place)  # as ids are
    return AssetLink(words, address, target, fragment, place, is_image)


def decoded(text: str) -> str:
    """An address or words as a browser reads them: the library keeps entities, and hides e-mail addresses in them."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))


def end_of_link(body: str, start: int) -> int:
    """The offset behind the link, image or autolink that begins at `start` in the source."""
    if plain := _PLAIN_LINK.match(body, start):
        return plain.end()
    if body.startswith("<", start):
        end = body.find(">", start)
        return end + 1 if end >= 0 else start + 1
    at = start + 1 if body.startswith("!", start) else start
    if not body.startswith("[", at):
        return start + 1
    behind_words = _closing(body, at, "[", "]")
    return end_of_target(body, behind_words) if behind_words else start + 1


def end_of_target(body: str, start: int) -> int:
    """The offset behind the address or the label that follows a link's words; `start` when none does."""
    if body.startswith("(", start):
        return _closing(body, start, "(", ")") or start
    if label := _LABEL.match(body, start):
        return label.end()
    return start


def _joined(name: PurePosixPath, path: str) -> PurePosixPath:
    """The path that a relative address leads to; `..` that climb out of the pages' folder stay in front."""
    parts = str(name).split("/")[:-1]
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath("/".join(parts))


def _closing(body: str, start: int, opening: str, closing: str) -> int | None:
    """The offset behind the bracket that closes the one at `start`."""
    depth = 0
    for found in (_IN_WORDS if opening == "[" else _IN_ADDRESS).finditer(body, start):
        if found.start() >= start + LONGEST_LINK:
            break
        depth += (found[0] == opening) - (found[0] == closing)
        if depth == 0:
            return found.end()
    return None
