"""What a browser would do with a finished file that no file of ours may make it do. Shared by many tests.

This judges files as a browser reads them, with a parser of its own, and knows nothing of how they were made.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

NEVER = frozenset("applet base embed frame frameset iframe math object plaintext template xmp".split())
LOADS = frozenset("src srcset poster data background imagesrcset".split())
LEADS = LOADS | {"href", "action", "formaction", "cite", "xlink:href"}
SCHEMES = frozenset({"", "http", "https", "mailto", "sms", "tel"})
DRAWING = "data:image/svg+xml,"  # a picture that stands in its page; a browser runs and fetches nothing for one
NEVER_DRAWN = frozenset("a animate foreignobject image script set".split())
FETCHES = re.compile(r"""url\(\s*+["']?+(?!#)|@import|(?:image-set|src)\(""", re.IGNORECASE)
# A browser drops these before it reads an address, so `java\nscript:` is a scheme.
UNREAD = re.compile("[\t\n\r]|^[\x00-\x20]+")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Controls, and the private characters that stand in for pieces while a page is read.
LEFT_BEHIND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\U000f0000-\U0010ffff]")
POLICY_HASH = re.compile(r"'(sha256-[^']+)'")


def harms(files: Mapping[PurePosixPath, bytes], base_url: str = "") -> list[str]:
    """What is wrong with a site, a line for each thing; nothing when all is well.

    `base_url` is the site's own address, by which the page for lost visitors names its styles at any depth.
    """
    known = frozenset(POLICY_HASH.findall(files.get(PurePosixPath("_headers"), b"").decode()))
    pages = (one for one in files if one.suffix == ".html")
    own = f'="{base_url}/'.encode() if base_url else None
    pages_of_ours = ((page, files[page].replace(own, b'="') if own else files[page]) for page in pages)
    return [f"{page}: {harm}" for page, content in pages_of_ours for harm in page_harms(content, known)]


def page_harms(page: bytes, known: frozenset[str] = frozenset()) -> Iterator[str]:
    """What is wrong with one page. `known` are the hashes of scripts and styles that the policy names."""
    text = page.decode()
    if left := LEFT_BEHIND.search(text):
        yield f"U+{ord(left[0]):04X} is left in it"
    root = LexborHTMLParser(text).root
    for node in root.traverse(include_text=False) if root else ():
        tag = node.tag or ""
        if tag in NEVER:
            yield f"<{tag}> is never used"
        if tag == "script":
            yield from _script_harms(node, known)
        if tag == "style" and _hash(node) not in known:
            yield f"a style that the policy does not name: {node.text()[:80]!r}"
        if tag == "meta" and (node.attributes.get("http-equiv") or "").casefold() not in ("", "refresh"):
            yield "a <meta> speaks for the server"
        only_tells = node.attributes.get("rel") in ("canonical", "alternate")
        for name, value in node.attributes.items():
            loads = name in LOADS or (tag == "link" and name == "href" and not only_tells)
            yield from _attribute_harms(tag, name, value or "", loads=loads)


def _script_harms(node: LexborNode, known: frozenset[str]) -> Iterator[str]:
    words = node.text()
    if node.attributes.get("type") == "application/ld+json":
        try:
            json.loads(words)
        except ValueError:
            yield f"structured data that are none: {words[:80]!r}"
    elif not node.attributes.get("src") and _hash(node) not in known:
        yield f"a script that the policy does not name: {words[:80]!r}"


def _hash(node: LexborNode) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()}"


def _attribute_harms(tag: str, name: str, value: str, *, loads: bool) -> Iterator[str]:
    if name.startswith("on") or name in ("style", "srcdoc", "ping"):
        yield f"<{tag} {name}={value[:80]!r}>"
    if value.startswith(DRAWING) and (tag, name) in (("img", "src"), ("link", "href")):
        yield from _drawing_harms(unquote(value.removeprefix(DRAWING)))
    elif name in LEADS:
        yield from _address_harms(tag, name, value, loads=loads)


def _drawing_harms(drawing: str) -> Iterator[str]:
    """What a drawing may not hold, even where it would be opened by itself."""
    for node in LexborHTMLParser(drawing).css("svg, svg *"):
        if node.tag in NEVER_DRAWN:
            yield f"a drawing with <{node.tag}>"
        for name, value in {**node.attributes, "": node.text(deep=False) if node.tag == "style" else ""}.items():
            leads_on = name.endswith("href") and not (value or "").startswith("#")
            if name.startswith("on") or leads_on or FETCHES.search(value or ""):
                yield f"a drawing with {name}={(value or '')[:80]!r}"


def _address_harms(tag: str, name: str, value: str, *, loads: bool) -> Iterator[str]:
    address = UNREAD.sub("", value)
    found = SCHEME.match(address)
    scheme = found[1].casefold() if found else ""
    if scheme not in SCHEMES:
        yield f"<{tag} {name}={value[:80]!r}> has a scheme that is not allowed"
    elif loads and (scheme or re.match(r"[\\/]{2}", address)):
        yield f"<{tag} {name}={value[:80]!r}> loads from another host"
