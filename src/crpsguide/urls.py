"""Addresses: slugs, relative and absolute URLs."""

import posixpath
import re
import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

# One part of a path: not “.” or “..”, without an escaped dot or slash.
_SEGMENT = r"(?!\.{1,2}(?:/|\Z))(?:[^/\s\\%?#\"'<>]|%(?!2[eEfF])[0-9A-Fa-f]{2})*"
_SITE = re.compile(rf"https?://[^/\s\\@%?#\"'<>]+(?:/{_SEGMENT})*(?<!\.html)")  # a page is no folder for others


def is_site_address(text: str) -> bool:
    """Whether a site can be published at an address: a host and a path, with no user name, query or fragment.

    >>> is_site_address("https://example.org/guide"), is_site_address("https://example.org@evil.example/")
    (True, False)
    """
    try:
        host, port = urlsplit(text).hostname or "", urlsplit(text).port
    except ValueError:  # an unmatched bracket, or a port that is no number
        return False
    return _SITE.fullmatch(text) is not None and port != 0 and all(host.removesuffix(".").split("."))


def drawing_address(svg: str) -> str:
    """A `data:` URL (RFC 2397) of an SVG drawing, so that a page need not request a file.

    It can stand in a quoted HTML attribute without escaping. It is percent-encoded: after compression of the page
    that is smaller than base64, since drawings repeat each other.

    >>> drawing_address('<svg><path d="M0 0h9"/></svg>')
    "data:image/svg+xml,%3Csvg%3E%3Cpath%20d='M0%200h9'/%3E%3C/svg%3E"
    """
    text = svg if "'" in svg else svg.replace('"', "'")
    return f"data:image/svg+xml,{quote(text, safe=FRAGMENT_SAFE.replace('&', ''))}"


def slugify(text: str, separator: str = "-") -> str:
    """A heading or title as part of an address: lower case, with letters of every script kept.

    >>> slugify("Does it help? The évidence"), slugify("Ο πόνος")
    ('does-it-help-the-évidence', 'ο-πόνος')
    """
    words = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", text)).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, words)


def relative_href(origin: PurePosixPath, target: PurePosixPath | str, fragment: str = "") -> str:
    """The relative URL from one published file to another, so that any folder can host the site.

    Both are paths below the site's root. A link within a page is its fragment alone.

    >>> relative_href(PurePosixPath("a/b.html"), PurePosixPath("c/d.html"), "why")
    '../c/d.html#why'
    """
    here, there = str(origin), str(target)  # comparing paths takes many times as long
    anchor = f"#{quote(fragment, safe=FRAGMENT_SAFE)}" if fragment else ""
    if here == there:
        return anchor or quote(there.rpartition("/")[2])
    return _relative_path(here.rpartition("/")[0], there) + anchor


def absolute_url(base_url: str, target: PurePosixPath) -> str:
    """The full address of a published file; the index of a folder is the folder itself.

    >>> absolute_url("https://example.org/guide", PurePosixPath("a/index.html"))
    'https://example.org/guide/a/'
    """
    path = target.as_posix()
    if target.name == "index.html":
        path = path.removesuffix("index.html")
    return f"{base_url.rstrip('/')}/{quote(path)}"


@lru_cache(maxsize=65536)  # every page of a folder has the same menus
def _relative_path(folder: str, target: str) -> str:
    origin_parts, target_parts = folder.split("/") if folder else [], target.split("/")
    shared = len(posixpath.commonprefix((origin_parts, target_parts[:-1])))
    path = "/".join([".."] * (len(origin_parts) - shared) + target_parts[shared:])
    # A first segment with a colon would read as a scheme (RFC 3986, section 4.2).
    path = f"./{path}" if ":" in path.split("/")[0] else path
    return quote(path, safe="/~!$&'()*+,;=@")


FRAGMENT_SAFE = "!$&'()*+,;=:@/?~-._"  # characters that a fragment may hold unescaped; RFC 3986, section 3.5
