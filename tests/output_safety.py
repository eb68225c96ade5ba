"""Reports what a browser would execute, load or submit in a built site although no page of ours may do so.

The files are read with an HTML parser, as a browser reads them, and independently of the code that rendered them.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

FORBIDDEN_TAGS = frozenset("applet base embed frame frameset iframe math object plaintext template xmp".split())
LOADING_ATTRIBUTES = frozenset("src srcset poster data background imagesrcset".split())
URL_ATTRIBUTES = LOADING_ATTRIBUTES | {"href", "action", "formaction", "cite", "xlink:href"}
ALLOWED_SCHEMES = frozenset({"", "http", "https", "mailto", "sms", "tel"})
SVG_DATA_URL = "data:image/svg+xml,"  # an image embedded in its page: browsers run no script and load nothing for it
FORBIDDEN_SVG_TAGS = frozenset("a animate foreignobject image script set".split())
CSS_REQUEST = re.compile(r"""url\(\s*+["']?+(?!#)|@import|(?:image-set|src)\(""", re.IGNORECASE)
# A browser drops these before it parses a URL, so `java\nscript:` is a scheme.
IGNORED_IN_URLS = re.compile("[\t\n\r]|^[\x00-\x20]+")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Control characters, and the private-use characters that serve as placeholders while a page is parsed.
PLACEHOLDER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\U000f0000-\U0010ffff]")
POLICY_HASH = re.compile(r"'(sha256-[^']+)'")


def unsafe_content(files: Mapping[PurePosixPath, bytes], base_url: str = "") -> list[str]:
    """One line for each unsafe thing in a site; empty when the site is safe.

    `base_url` is the site's own address, with which the 404 page links its style sheet at any depth.
    """
    policy_hashes = frozenset(POLICY_HASH.findall(files.get(PurePosixPath("_headers"), b"").decode()))
    own_host = f'="{base_url}/'.encode() if base_url else None
    return [
        f"{path}: {problem}"
        for path, content in files.items()
        if path.suffix == ".html"
        for problem in unsafe_page_content(content.replace(own_host, b'="') if own_host else content, policy_hashes)
    ]


def unsafe_page_content(page: bytes, policy_hashes: frozenset[str] = frozenset()) -> Iterator[str]:
    """What is unsafe in one page. `policy_hashes` are those of the inline scripts and styles that the CSP allows."""
    text = page.decode()
    if placeholder := PLACEHOLDER.search(text):
        yield f"contains U+{ord(placeholder[0]):04X}"
    root = LexborHTMLParser(text).root
    for node in root.traverse(include_text=False) if root else ():
        yield from _unsafe_element(node, policy_hashes)
        yield from _unsafe_attributes(node)


def _unsafe_element(node: LexborNode, policy_hashes: frozenset[str]) -> Iterator[str]:
    if node.tag in FORBIDDEN_TAGS:
        yield f"contains <{node.tag}>"
    if node.tag == "script":
        yield from _unsafe_script(node, policy_hashes)
    if node.tag == "style" and _csp_hash(node) not in policy_hashes:
        yield f"contains an inline style whose hash is not in the policy: {node.text()[:80]!r}"
    if node.tag == "meta" and (node.attributes.get("http-equiv") or "").casefold() not in ("", "refresh"):
        yield "contains a <meta http-equiv> that sets a header"


def _unsafe_script(node: LexborNode, policy_hashes: frozenset[str]) -> Iterator[str]:
    script = node.text()
    if node.attributes.get("type") == "application/ld+json":
        try:
            json.loads(script)
        except ValueError:
            yield f"contains structured data that is not JSON: {script[:80]!r}"
    elif not node.attributes.get("src") and _csp_hash(node) not in policy_hashes:
        yield f"contains an inline script whose hash is not in the policy: {script[:80]!r}"


def _csp_hash(node: LexborNode) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()}"


def _unsafe_attributes(node: LexborNode) -> Iterator[str]:
    tag = node.tag or ""
    is_loading_link = tag == "link" and node.attributes.get("rel") not in ("canonical", "alternate")
    for name, attribute in node.attributes.items():
        value = attribute or ""
        if name.startswith("on") or name in ("style", "srcdoc", "ping"):
            yield f"<{tag} {name}={value[:80]!r}>"
        if value.startswith(SVG_DATA_URL) and (tag, name) in (("img", "src"), ("link", "href")):
            yield from _unsafe_svg(unquote(value.removeprefix(SVG_DATA_URL)))
        elif name in URL_ATTRIBUTES:
            loads = name in LOADING_ATTRIBUTES or (is_loading_link and name == "href")
            yield from _unsafe_url(tag, name, value, loads=loads)


def _unsafe_svg(svg: str) -> Iterator[str]:
    """What an SVG image may not contain, even when it is opened as a document."""
    for node in LexborHTMLParser(svg).css("svg, svg *"):
        if node.tag in FORBIDDEN_SVG_TAGS:
            yield f"an SVG image contains <{node.tag}>"
        style_sheet = node.text(deep=False) if node.tag == "style" else ""
        for name, value in {**node.attributes, "": style_sheet}.items():
            is_external_link = name.endswith("href") and not (value or "").startswith("#")
            if name.startswith("on") or is_external_link or CSS_REQUEST.search(value or ""):
                yield f"an SVG image contains {name}={(value or '')[:80]!r}"


def _unsafe_url(tag: str, name: str, value: str, *, loads: bool) -> Iterator[str]:
    url = IGNORED_IN_URLS.sub("", value)
    found = SCHEME.match(url)
    scheme = found[1].casefold() if found else ""
    if scheme not in ALLOWED_SCHEMES:
        yield f"<{tag} {name}={value[:80]!r}> has a scheme that is not allowed"
    elif loads and (scheme or re.match(r"[\\/]{2}", url)):
        yield f"<{tag} {name}={value[:80]!r}> loads from another host"
