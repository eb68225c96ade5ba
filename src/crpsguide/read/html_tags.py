"""Raw HTML as an editor types it into Markdown: which tags are tags, what they hold, which are never closed."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.read.marks import is_escaped

# https://html.spec.whatwg.org/multipage/indices.html, with the elements that older pages use
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
MAY_STAY_OPEN = frozenset(
    "p li dd dt tr td th thead tbody tfoot option optgroup colgroup caption html head body rp rt".split()
)
INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span
    strike strong sub sup time tt u var wbr""".split()
)
# What follows one of these in a browser is no text any more until it is closed.
SWALLOWING = frozenset("script style textarea title select iframe noscript noframes template xmp plaintext".split())
PROGRAMS = frozenset({"script", "style"})  # what they hold is not meant to be read
# Attributes that stand without a value; `markdown` is the library's own.
BARE_ATTRIBUTES = frozenset(
    """allowfullscreen async autofocus autoplay checked controls default defer disabled download hidden inert ismap
    itemscope loop markdown multiple muted nomodule novalidate open readonly required reversed selected""".split()
)

TAG_LIKE = LazyPattern(r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:\s[^<>]*)?/?)>")
_ATTRIBUTE = LazyPattern(r"""\s*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_CODE_SPAN = LazyPattern(r"(?<![\\`])(`+)(?!`)[^`].*?(?<!`)\1(?!`)|`[^`\n]`", re.DOTALL)
# Lines that end a paragraph wherever they stand: a heading, a quotation, a rule, a definition, a tag.
_NEXT_BLOCK = LazyPattern(
    r"\n[ ]{0,3}(?:[#>]|\[[^\[\]\n]*\]:|(?:(?:-[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,})$"
    r"|</?(?P<name>[A-Za-z][A-Za-z0-9-]*))",
    re.MULTILINE,
)


@frozen
class Tag:
    """A tag of a known element, with its attributes. `start` and `end` are offsets in the text."""

    name: str
    closing: bool
    attributes: tuple[str, ...]
    start: int
    end: int


def tags(text: str) -> Iterator[Tag]:
    """Every tag in a text from which code and comments were blanked out; what only looks like one is left out."""
    at = 0
    while match := TAG_LIKE.search(text, at):
        at = match.end()
        tag = _tag(match)
        if tag is None or is_escaped(text, match.start()):
            at = match.start() + 1
            continue
        yield tag
        if tag.name in PROGRAMS and not tag.closing:
            closing = re.compile(rf"</{tag.name}\s*>", re.IGNORECASE).search(text, at)
            at = closing.start() if closing else len(text)


def unclosed(found: Sequence[Tag]) -> list[Tag]:
    """The tags that open an element which nothing closes."""
    waiting: list[Tag] = []
    for tag in found:
        if tag.name in VOID or tag.name in MAY_STAY_OPEN:
            continue
        if not tag.closing:
            waiting.append(tag)
            continue
        for number in range(len(waiting) - 1, -1, -1):
            if waiting[number].name == tag.name:
                del waiting[number]
                break
    return waiting


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of code in running text. None goes on in the next paragraph."""
    at = 0 if "`" in text else len(text)
    while match := _CODE_SPAN.search(text, at):
        if "\n\n" in match[0] or any(_is_next_block(one) for one in _NEXT_BLOCK.finditer(match[0])):
            at = match.start() + len(match[1] or "`")
        else:
            at = match.end()
            yield match.span()


def _is_next_block(match: re.Match[str]) -> bool:
    name = (match["name"] or "").casefold()
    return not name or (name in ELEMENTS and name not in INLINE)


def _tag(match: re.Match[str]) -> Tag | None:
    name = match["name"].casefold()
    if name not in ELEMENTS:
        return None
    rest = match["rest"].rstrip("/").strip()
    attributes = []
    at = 0
    while at < len(rest):
        one = _ATTRIBUTE.match(rest, at)
        if one is None or one.end() == at or not (one[2] is not None or one[1].casefold() in BARE_ATTRIBUTES):
            return None
        attributes.append(one[1].casefold())
        at = one.end()
    return Tag(name, bool(match["closing"]), tuple(attributes), match.start(), match.end())
