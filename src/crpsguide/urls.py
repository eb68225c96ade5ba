"""Functions on URLs: slugs, relative, absolute and `data:` URLs."""

import posixpath
import re
import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

# A path segment: not “.” or “..”, without an escaped dot or slash.
_SEGMENT = r"(?!\.{1,2}(?:/|\Z))(?:[^/\s\\%?#\"'<>]|%(?!2[eEfF])[0-9A-Fa-f]{2})*"
_SITE = re.compile(rf"https?://[^/\s\\@%?#\"'<>]+(?:/{_SEGMENT})*(?<!\.html)")  # a folder, not a page
FRAGMENT_SAFE = "!$&'()*+,;=:@/?~-._"  # characters that need no escaping in a fragment; RFC 3986, section 3.5


def is_site_address(text: str) -> bool:
    """Whether a site can be published at an address: a host and a path, without user name, query and fragment.

    >>> is_site_address("https://example.org/guide"), is_site_address("https://example.org@evil.example/")
    (True, False)
    """
    try:
        host, port = urlsplit(text).hostname or "", urlsplit(text).port
    except ValueError:  # an unmatched bracket, or a port that is not a number
        return False
    return _SITE.fullmatch(text) is not None and port != 0 and all(host.removesuffix(".").split("."))


def svg_data_url(svg: str) -> str:
    """A `data:` URL (RFC 2397) of an SVG, which a double-quoted HTML attribute may contain without escaping.

    It is percent-encoded: on a compressed page, that is smaller than base64.

    >>> svg_data_url('<svg><path d="M0 0h9"/></svg>')
    "data:image/svg+xml,%3Csvg%3E%3Cpath%20d='M0%200h9'/%3E%3C/svg%3E"
    """
    text = svg if "'" in svg else svg.replace('"', "'")
    return f"data:image/svg+xml,{quote(text, safe=FRAGMENT_SAFE.replace('&', ''))}"


def slugify(text: str, separator: str = "-") -> str:
    """A heading or title as part of an address: in lower case, with letters of all scripts.

    >>> slugify("Does it help? The évidence"), slugify("Ο πόνος")
    ('does-it-help-the-évidence', 'ο-πόνος')
    """
    words = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", text)).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, words)


def relative_href(origin: PurePosixPath, target: PurePosixPath | str, fragment: str = "") -> str:
    """The relative URL from one published file to another; both are paths below the site's root.

    A link within a page is its fragment alone.

    >>> relative_href(PurePosixPath("a/b.html"), PurePosixPath("c/d.html"), "why")
    '../c/d.html#why'
    """
    origin_path, target_path = str(origin), str(target)  # comparing strings is many times faster
    anchor = f"#{quote(fragment, safe=FRAGMENT_SAFE)}" if fragment else ""
    if origin_path == target_path:
        return anchor or quote(target_path.rpartition("/")[2])
    return _relative_path(origin_path.rpartition("/")[0], target_path) + anchor


def absolute_url(base_url: str, target: PurePosixPath) -> str:
    """The absolute URL of a published file; that of a folder's index is the folder's.

    >>> absolute_url("https://example.org/guide", PurePosixPath("a/index.html"))
    'https://example.org/guide/a/'
    """
    path = target.as_posix()
    if target.name == "index.html":
        path = path.removesuffix("index.html")
    return f"{base_url.rstrip('/')}/{quote(path)}"


@lru_cache(maxsize=65536)  # all pages of a folder have the same menus
def _relative_path(folder: str, target: str) -> str:
    origin_parts, target_parts = folder.split("/") if folder else [], target.split("/")
    shared = len(posixpath.commonprefix((origin_parts, target_parts[:-1])))
    path = "/".join([".."] * (len(origin_parts) - shared) + target_parts[shared:])
    if ":" in path.split("/")[0]:  # it would be parsed as a scheme (RFC 3986, section 4.2)
        path = f"./{path}"
    return quote(path, safe="/~!$&'()*+,;=@")
