"""Finds HTML tags and code spans in Markdown, and elements that are never closed."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.read.markers import is_escaped

# https://html.spec.whatwg.org/multipage/indices.html, and obsolete elements
ELEMENTS = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
    img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object
    ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp script search section select
    slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead
    time title tr track tt u ul var video wbr xmp""".split()
)
VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
OPTIONAL_END_TAG = frozenset(
    "p li dd dt tr td th thead tbody tfoot option optgroup colgroup caption html head body rp rt".split()
)
INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span
    strike strong sub sup time tt u var wbr""".split()
)
# Browsers do not render the content of such an element, or what follows an unclosed one, as text.
NO_TEXT_CONTENT = frozenset(
    "script style textarea title select iframe noscript noframes template xmp plaintext".split()
)
RAW_TEXT_ELEMENTS = frozenset({"script", "style"})  # their content is code
# `markdown` is defined by the Markdown library.
BOOLEAN_ATTRIBUTES = frozenset(
    """allowfullscreen async autofocus autoplay checked controls default defer disabled download hidden inert ismap
    itemscope loop markdown multiple muted nomodule novalidate open readonly required reversed selected""".split()
)

TAG_LIKE = LazyPattern(r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:\s[^<>]*)?/?)>")
_ATTRIBUTE = LazyPattern(r"""\s*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_CODE_SPAN = LazyPattern(r"(?<![\\`])(`+)(?!`)[^`].*?(?<!`)\1(?!`)|`[^`\n]`", re.DOTALL)
# Lines that end a paragraph: a heading, a quotation, a rule, a definition, a tag.
_NEXT_BLOCK = LazyPattern(
    r"\n[ ]{0,3}(?:[#>]|\[[^\[\]\n]*\]:|(?:(?:-[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,})$"
    r"|</?(?P<name>[A-Za-z][A-Za-z0-9-]*))",
    re.MULTILINE,
)


@frozen
class Tag:
    """A tag of a known element. `attributes` are names; `start` and `end` are offsets in the text."""

    name: str
    closing: bool
    attributes: tuple[str, ...]
    start: int
    end: int


def tags(text: str) -> Iterator[Tag]:
    """The tags in a text; code and comments in it must have been replaced by spaces."""
    offset = 0
    while match := TAG_LIKE.search(text, offset):
        offset = match.end()
        tag = _tag(match)
        if tag is None or is_escaped(text, match.start()):
            offset = match.start() + 1
            continue
        yield tag
        if tag.name in RAW_TEXT_ELEMENTS and not tag.closing:
            closing = re.compile(rf"</{tag.name}\s*>", re.IGNORECASE).search(text, offset)
            offset = closing.start() if closing else len(text)


def unclosed(tags: Sequence[Tag]) -> list[Tag]:
    """The start tags of elements that need an end tag and have none."""
    stack: list[Tag] = []
    for tag in tags:
        if tag.name in VOID or tag.name in OPTIONAL_END_TAG:
            continue
        if not tag.closing:
            stack.append(tag)
            continue
        for number in range(len(stack) - 1, -1, -1):
            if stack[number].name == tag.name:
                del stack[number]
                break
    return stack


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of code spans in running text, each within one paragraph."""
    offset = 0 if "`" in text else len(text)
    while match := _CODE_SPAN.search(text, offset):
        if "\n\n" in match[0] or any(_is_next_block(one) for one in _NEXT_BLOCK.finditer(match[0])):
            offset = match.start() + len(match[1] or "`")
        else:
            offset = match.end()
            yield match.span()


def _is_next_block(match: re.Match[str]) -> bool:
    name = (match["name"] or "").casefold()
    return not name or (name in ELEMENTS and name not in INLINE)


def _tag(match: re.Match[str]) -> Tag | None:
    """The tag; None if the element is unknown, or if there is anything but attributes in it."""
    name = match["name"].casefold()
    if name not in ELEMENTS:
        return None
    rest = match["rest"].rstrip("/").strip()
    attributes = []
    offset = 0
    while offset < len(rest):
        attribute = _ATTRIBUTE.match(rest, offset)
        if attribute is None or attribute.end() == offset:
            return None
        attribute_name, value = attribute[1].casefold(), attribute[2]
        if value is None and attribute_name not in BOOLEAN_ATTRIBUTES:
            return None
        attributes.append(attribute_name)
        offset = attribute.end()
    return Tag(name, bool(match["closing"]), tuple(attributes), match.start(), match.end())
