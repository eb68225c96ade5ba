"""Finds HTML, braces and other markup in the source that is not rendered as typed."""

import difflib
import html
import html.entities
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crpsguide.language.expressions import LazyPattern
from crpsguide.language.unseen import is_seen
from crpsguide.model import COMMENT, Misread, Misreading
from crpsguide.read.html_tags import OPTIONAL_END_TAG, Tag
from crpsguide.read.markers import strip_markers
from crpsguide.read.misread.source_body import COMMENT_START, SourceBody, shortened, trimmed
from crpsguide.read.misread.source_text import BRACES
from crpsguide.read.misread.tables import short_rows
from crpsguide.spelling import shortened_list

TITLED = frozenset({"a", "abbr", "dfn", "img"})  # elements whose titles screen readers announce
MIN_RATIO = 0.85  # difflib's similarity of a misspelt to a correct entity name
MAX_EXTRA_TITLE_WORDS = 2  # words of a link's title that are not in its text
ENCODED = frozenset("amp quot apos nbsp ldquo rdquo lsquo rsquo ndash mdash hellip bull".split())
# At least two rows separated by tabs, as from a spreadsheet, and the border of an ASCII table.
_TABBED = LazyPattern(
    r"(?:\A\s*|\n[ \t]*\n)(?P<row>(?![-*+>#|:/]|\d+[.)])\S[^\t\n]*\t+[^\s|][^|\n]*)"
    r"(?:\n\S[^\t\n|]*\t+\S[^|\n]*)+(?=\n|\Z)"
)
_GRID = LazyPattern(r"(?:\A\s*|\n[ \t]*\n)(?P<row>[ ]{0,3}\+[-=+]{3,}\+)[ \t]*(?=\n)")
_HEADING = LazyPattern(r"^[ ]{0,3}#{1,6}(?P<words>.*?)#*[ \t]*$", re.MULTILINE)
_MARKUP_IN_HTML = LazyPattern(
    r"^[ ]{0,3}(?:\#{1,6}[ ]\S|[-*+][ ]\S|\d+\.[ ]\S|\|.*\|[ ]*$)"
    r"|\*\*\w[^*\n]*\*\*|\[[^\[\]\n]*\]\([^)\n]+\)|\[@[\w.-]+",
    re.MULTILINE,
)
_TITLED_LINK = LazyPattern(
    r"""\[(?P<words>[^\[\]\n]*)\]\((?:<[^<>\n]*>|[^\s()]+)\s+(?P<title>"[^"\n]+"|'[^'\n]+')\s*\)"""
)
# “#” as the last character of a heading, as in “C#”; after a space, it would close the heading.
_LOST_HASHES = LazyPattern(r"^[ ]{0,3}#{1,6}[ ][^\n]*?[^\s#\\](?P<sign>#+)$", re.MULTILINE)
_UNEVEN_STARS = LazyPattern(
    r"(?<![*\\])(?:\*{3}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{1,2}|\*{1,2}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{3})(?!\*)"
    r"|^[^*\n]*(?:(?<!\w)\*\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*|(?<!\w)\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*\*)(?=[^*\n]*$)",
    re.MULTILINE,
)
_ABBREVIATION = LazyPattern(r"^[ ]{0,3}\*\[[^\[\]\n]+\][ ]?:.*$", re.MULTILINE)
_ANY_ATTRIBUTES = LazyPattern(r"""\{:?[ ]*(?:(?:[#.][\w:.-]+|[\w:.-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))[ ]*)+\}""")
_UNSEEN = LazyPattern(r"[{ :]\.[^\W\d_]|\btitle=")
# Classes that hide an element, in the guide's style sheets or in common frameworks.
_HIDING = LazyPattern(
    r"""\bclass\s*=\s*(?:"[^"]*|'[^']*|)(?<![\w-])"""
    r"(?P<name>visually-hidden|sr-only|screen-reader-text|d-none|hidden|invisible|printed|note|skip-link|no-print|print-only)"
    r"(?![\w-])"
)
_FENCE = LazyPattern(r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})(?!.*`)", re.MULTILINE)
# An entity without its semicolon (`&lt 5`), or with a misspelt name (`&hellipp;`).
_BROKEN_ENTITY = LazyPattern(
    r"(?:(?<![^\s(“\"'])|(?=&(?:nbsp|lt|gt)\b|&[a-z]{3,8};))&(?P<name>\#?[A-Za-z0-9]+)(?:(?P<end>;)|(?![\w=;]))"
)
_TWICE_ENCODED = LazyPattern(r"&amp;(?P<name>#x?[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
_FOREIGN = LazyPattern(r"<!\[CDATA\[|<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)
# A Windows path, and a LaTeX formula, in which backslashes before punctuation are lost.
_BACKSLASHES = LazyPattern(r"(?<![\w\\])(?:[A-Za-z]:(?=\\)|\\\\(?=\w))[^\s\"”’<>|]*|\\\((?=[^()\n]*[=+^_])[^()\n]*\\\)")
_ESCAPE = LazyPattern(r"\\[\\`*_{}\[\]()>#+\-.!/]")
_LINK_OF_REST = LazyPattern(r"`[^`<\n]+ <[^`<>\s]+>`__?(?!\w)")  # reStructuredText
_SET_FROM_THE_RIGHT = LazyPattern(r"\bdir\s*=\s*[\"']?rtl\b", re.IGNORECASE)
_READ_FROM_THE_RIGHT = LazyPattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CODE_IN_HTML = LazyPattern(r"<(pre|code|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def misread_in_lines(
    source: SourceBody, stash: Sequence[object], kept: Mapping[str, frozenset[str]]
) -> Iterator[Misread]:
    """All faults in the source; `stash` and `kept` are as in `misread_markup`."""
    yield from _tags(source, kept)
    yield from _markdown_in_html(source, stash)
    yield from _empty_headings(source)
    yield from _braces(source)
    yield from _comments(source)
    yield from _entities(source)
    yield from _other_markup(source)
    yield from _lost_signs(source)
    yield from short_rows(source)


def _tags(source: SourceBody, kept: Mapping[str, frozenset[str]]) -> Iterator[Misread]:
    for tag in source.unclosed:
        yield source.misread(Misreading.UNCLOSED_ELEMENT, tag.start, tag.end, tag.name)
    for tag in source.text.tags:
        if tag.closing or tag in source.unclosed:
            continue
        if _is_word_like(source, tag):
            yield source.misread(Misreading.TAG_LIKE, tag.start, tag.end, source.body[tag.start : tag.end])
            continue
        if tag.name not in kept:
            yield source.misread(Misreading.REMOVED_ELEMENT, tag.start, tag.end, tag.name)
            continue
        yield from _attributes(source, tag, kept[tag.name] | kept["*"] | {"markdown"})


def _attributes(source: SourceBody, tag: Tag, kept: frozenset[str]) -> Iterator[Misread]:
    """Attributes that are removed, have no effect for most users, or hide text."""
    if tag.name == "img" and "src" not in tag.attributes:
        yield source.misread(Misreading.UNSEEN_ATTRIBUTE, tag.start, tag.end, "<img> without “src”")
    if removed := [one for one in tag.attributes if one not in kept]:
        yield source.misread(Misreading.REMOVED_ATTRIBUTE, tag.start, tag.end, shortened_list(removed))
    for attribute in tag.attributes:
        if attribute == "title" and tag.name not in TITLED:
            yield source.misread(Misreading.UNSEEN_ATTRIBUTE, tag.start, tag.end, attribute)
        elif attribute == "class" and (hiding := _HIDING.search(source.body, tag.start, tag.end)):
            yield source.misread(Misreading.UNSEEN_ATTRIBUTE, *hiding.span(), f'class="{hiding["name"]}"')
        elif attribute == "dir" and (turned := _SET_FROM_THE_RIGHT.search(source.body, tag.start, tag.end)):
            ended = source.body.find(f"</{tag.name}", tag.end)
            if not _READ_FROM_THE_RIGHT.search(source.body, tag.end, ended if ended > 0 else len(source.body)):
                yield source.misread(Misreading.UNSEEN_ATTRIBUTE, *turned.span(), "dir")


def _is_word_like(source: SourceBody, tag: Tag) -> bool:
    """Whether a tag with an optional end tag is the only tag in its line, as in “tick <p> on it”."""
    if tag.name not in OPTIONAL_END_TAG or tag.attributes:
        return False
    before = source.body[source.line_start(tag.start) : tag.start]
    return bool(before.strip()) and "<" not in before and not any(one.closing for one in source.text.tags)


def _markdown_in_html(source: SourceBody, stash: Sequence[object]) -> Iterator[Misread]:
    cursor = 0
    for one in stash:
        raw = strip_markers(one).strip("\n") if isinstance(one, str) else ""
        start = source.body.find(raw, cursor) if raw.startswith("<") else -1
        if start < 0:
            continue
        cursor = start + len(raw)
        if any(start <= tag.start < cursor for tag in source.unclosed):
            continue
        text = _CODE_IN_HTML.sub(lambda match: " " * len(match[0]), source.running[start:cursor])
        if markup := _MARKUP_IN_HTML.search(text):
            at = start + markup.start()
            end = source.line_end(at)
            is_in_word = markup[0][-1].isalnum() and text[markup.end() : markup.end() + 1].isalnum()
            words = shortened(source.body[at:end] if is_in_word else markup[0])
            yield source.misread(Misreading.MARKDOWN_IN_HTML, at, end, words)


def _empty_headings(source: SourceBody) -> Iterator[Misread]:
    for match in _HEADING.finditer(source.running):
        if not is_seen(html.unescape(match["words"])):
            yield source.misread(Misreading.EMPTY_HEADING, *match.span(), match[0].strip())


def _braces(source: SourceBody) -> Iterator[Misread]:
    """Attribute lists with a visible effect missing, and other braces with words in them."""
    text = source.running
    for match in BRACES.finditer(text):
        escaped = text[match.start() - 1 : match.start()] == "\\"
        if escaped or any(start <= match.start() < end for start, end in source.openers):
            continue
        if _ANY_ATTRIBUTES.fullmatch(match[0]):
            if _UNSEEN.search(match[0]):
                yield source.misread(Misreading.UNSEEN_ATTRIBUTE, *match.span(), shortened(match[0]))
        elif any(map(str.isalnum, match[0])) and not match["list"].startswith("@"):  # citations are reported elsewhere
            yield source.misread(Misreading.BRACES, *match.span(), shortened(match[0]))


def _comments(source: SourceBody) -> Iterator[Misread]:
    for match in source.text.comments:
        if COMMENT_START.search(match[0], 1):  # it ends with the next comment, and hides the text between
            yield source.misread(Misreading.UNCLOSED_ELEMENT, match.start(), match.start() + 4, COMMENT)


def _entities(source: SourceBody) -> Iterator[Misread]:
    """Malformed character references, and markup of other languages, that are rendered as text."""
    for match in _matches(source, _BROKEN_ENTITY, "&"):
        if meant := _entity_meant(match["name"], is_ended=bool(match["end"])):
            yield source.misread(Misreading.MARKUP, *match.span(), match[0], f"&{meant};")
    for match in _matches(source, _TWICE_ENCODED, "&amp;"):
        if match["name"] in ENCODED or match["name"][0] == "#":
            yield source.misread(Misreading.MARKUP, *match.span(), html.unescape(match[0]))
    for match in _matches(source, _FOREIGN, "<!"):
        yield source.misread(Misreading.MARKUP, *match.span(), match[0])


def _entity_meant(name: str, *, is_ended: bool) -> str:
    """The correct name for a character reference that is rendered as text; empty for a valid one, and for other text.

    `is_ended` means that it ends with a semicolon.
    """
    if not is_ended:
        return name if name in html.entities.name2codepoint else ""  # numeric references are valid without it
    if re.fullmatch(r"#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6})", name) or f"{name};" in html.entities.html5:
        return ""
    known = html.entities.name2codepoint
    similar = difflib.get_close_matches(f"{name};", [f"{one};" for one in known], n=1, cutoff=MIN_RATIO)
    anagrams = (one for one in known if sorted(one) == sorted(name))
    return similar[0].rstrip(";") if similar else next(anagrams, "")


def _other_markup(source: SourceBody) -> Iterator[Misread]:
    """Markup of other languages that is rendered as text."""
    text = source.running
    for match in _matches(source, _FENCE, "```", "~~~"):
        yield source.misread(Misreading.FENCE, *match.span("fence"), match["fence"])
    for match in (*_matches(source, _TABBED, "\t"), *_matches(source, _GRID, "+-")):
        yield source.misread(Misreading.TABLE_AS_TEXT, *match.span("row"), "")
    for match in _LINK_OF_REST.finditer(source.body) if "`_" in source.body else ():
        if text[match.end() - 1] == "_":  # not within a code span over several lines
            yield source.misread(Misreading.MARKUP, *match.span(), shortened(match[0]))
    for match in _matches(source, _UNEVEN_STARS, "**"):
        if text[text.rfind("\n", 0, match.start()) + 1 : source.line_end(match.end())].count("*") % 2:
            yield source.misread(Misreading.MARKUP, *match.span(), shortened(match[0]))
    for match in _matches(source, _ABBREVIATION, "*["):
        yield source.misread(Misreading.ABBREVIATION, *trimmed(text, *match.span()), shortened(match[0]))


def _lost_signs(source: SourceBody) -> Iterator[Misread]:
    """Titles of links, “#” at the end of a heading, and backslashes, which are not rendered."""
    for match in _matches(source, _TITLED_LINK, "]("):
        link_words, title_words = (set(re.findall(r"\w+", match[group].casefold())) for group in ("words", "title"))
        if len(title_words - link_words) > MAX_EXTRA_TITLE_WORDS:
            yield source.misread(Misreading.UNSEEN_ATTRIBUTE, *match.span("title"), match["title"])
    for match in _matches(source, _LOST_HASHES, "#"):
        yield source.misread(Misreading.LOST, *match.span("sign"), match["sign"])
    for match in _matches(source, _BACKSLASHES, "\\"):
        if "\\" in match[0].replace("\\\\", ""):  # otherwise all of them are escaped
            for one in _ESCAPE.finditer(source.running, *match.span()):
                yield source.misread(Misreading.LOST, one.start(), one.start() + 1, "\\")


def _matches(source: SourceBody, pattern: LazyPattern, *substrings: str) -> Iterable[re.Match[str]]:
    """The matches of a pattern; a search for one of `substrings`, which each match contains, is faster."""
    text = source.running
    return pattern.finditer(text) if any(substring in text for substring in substrings) else ()
