"""Addresses: pure facts about paths, slugs and the way from one page to another."""

import posixpath
import re
import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

_STEP = r"(?!\.{1,2}(?:/|\Z))(?:[^/\s\\%?#\"'<>]|%(?!2[eEfF])[0-9A-Fa-f]{2})*"  # that leads neither up nor nowhere
_SITE = re.compile(rf"https?://[^/\s\\@%?#\"'<>]+(?:/{_STEP})*(?<!\.html)")  # a page is no folder for others


def is_site_address(text: str) -> bool:
    """Whether a site can be published at an address: a host and a path, and nothing that leads to another host.

    >>> is_site_address("https://example.org/guide"), is_site_address("https://example.org@evil.example/")
    (True, False)
    """
    try:
        host, port = urlsplit(text).hostname or "", urlsplit(text).port
    except ValueError:  # a bracket or a port that cannot be
        return False
    return _SITE.fullmatch(text) is not None and port != 0 and all(host.removesuffix(".").split("."))


def drawing_address(svg: str) -> str:
    """An address that holds a whole drawing (RFC 2397), so that a page need not ask for a file.

    It holds no sign of markup: it may stand between quotation marks as it is.

    Percent signs weigh less than base64 once a page is packed: whatever drawings have in common is seen.

    >>> drawing_address('<svg><path d="M0 0h9"/></svg>')
    "data:image/svg+xml,%3Csvg%3E%3Cpath%20d='M0%200h9'/%3E%3C/svg%3E"
    """
    text = svg if "'" in svg else svg.replace('"', "'")
    return f"data:image/svg+xml,{quote(text, safe=FRAGMENT_SAFE.replace('&', ''))}"


def slugify(text: str, separator: str = "-") -> str:
    """The address form of a heading or title, in lower case; letters of every script stay.

    >>> slugify("Does it help? The évidence"), slugify("Ο πόνος")
    ('does-it-help-the-évidence', 'ο-πόνος')
    """
    words = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", text)).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, words)


def relative_href(origin: PurePosixPath, target: PurePosixPath | str, fragment: str = "") -> str:
    """The address of one published file as written in another, so that any folder can host the site.

    Both are paths below the site's root. A link within a page is its fragment alone.

    >>> relative_href(PurePosixPath("a/b.html"), PurePosixPath("c/d.html"), "why")
    '../c/d.html#why'
    """
    here, there = str(origin), str(target)  # words are compared in a fraction of the time that paths take
    anchor = f"#{quote(fragment, safe=FRAGMENT_SAFE)}" if fragment else ""
    if here == there:
        return anchor or quote(there.rpartition("/")[2])
    return _way(here.rpartition("/")[0], there) + anchor


def absolute_url(base_url: str, target: PurePosixPath) -> str:
    """The full address of a published file; the index of a folder is the folder itself.

    >>> absolute_url("https://example.org/guide", PurePosixPath("a/index.html"))
    'https://example.org/guide/a/'
    """
    path = target.as_posix()
    if target.name == "index.html":
        path = path.removesuffix("index.html")
    return f"{base_url.rstrip('/')}/{quote(path)}"


@lru_cache(maxsize=65536)  # the same menus stand on every page of a folder
def _way(folder: str, target: str) -> str:
    above, steps = folder.split("/") if folder else [], target.split("/")
    shared = len(posixpath.commonprefix((above, steps[:-1])))
    path = "/".join([".."] * (len(above) - shared) + steps[shared:])
    # A first segment with a colon would read as a scheme (RFC 3986, section 4.2).
    path = f"./{path}" if ":" in path.split("/")[0] else path
    return quote(path, safe="/~!$&'()*+,;=@")


FRAGMENT_SAFE = "!$&'()*+,;=:@/?~-._"  # RFC 3986, section 3.5: what may stand in any part of an address
