"""What the lines of a body show at once: HTML, braces and signs that readers do not get as they were typed."""

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
from crpsguide.read.misread.tables import short_rows
from crpsguide.read.misread.typed_body import COMMENT_BEGUN, TypedBody, quoted, trimmed
from crpsguide.read.misread.typed_text import BRACES
from crpsguide.spelling import shortened_list

TITLED = frozenset({"a", "abbr", "dfn", "img"})  # elements whose titles programs read out
VERY_NEAR = 0.85  # how alike a name with a slip is to the one that was meant
MOST_IN_A_TITLE = 2  # words that the link itself does not have
ENCODED = frozenset("amp quot apos nbsp ldquo rdquo lsquo rsquo ndash mdash hellip bull".split())  # by programs
# Rows of a spreadsheet, words parted by tabs in two lines or more, and the border of a table drawn with signs.
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
# What a title adds to the words of its link: some names of pages may be repeated there.
_TITLED_LINK = LazyPattern(
    r"""\[(?P<words>[^\[\]\n]*)\]\((?:<[^<>\n]*>|[^\s()]+)\s+(?P<title>"[^"\n]+"|'[^'\n]+')\s*\)"""
)
# A sign that ends a heading as “C#” does; with a blank before them, or as many as in front, they only close it.
_LOST_HASHES = LazyPattern(r"^[ ]{0,3}#{1,6}[ ][^\n]*?[^\s#\\](?P<sign>#+)$", re.MULTILINE)
_UNEVEN_STARS = LazyPattern(
    r"(?<![*\\])(?:\*{3}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{1,2}|\*{1,2}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{3})(?!\*)"
    r"|^[^*\n]*(?:(?<!\w)\*\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*|(?<!\w)\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*\*)(?=[^*\n]*$)",
    re.MULTILINE,
)
_ABBREVIATION = LazyPattern(r"^[ ]{0,3}\*\[[^\[\]\n]+\][ ]?:.*$", re.MULTILINE)
_ANY_ATTRIBUTES = LazyPattern(r"""\{:?[ ]*(?:(?:[#.][\w:.-]+|[\w:.-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))[ ]*)+\}""")
_UNSEEN = LazyPattern(r"[{ :]\.[^\W\d_]|\btitle=")
# Classes that hide, in the style sheets of the guide or in those of others.
_HIDING = LazyPattern(
    r"""\bclass\s*=\s*(?:"[^"]*|'[^']*|)(?<![\w-])"""
    r"(?P<name>visually-hidden|sr-only|screen-reader-text|d-none|hidden|invisible|printed|note|skip-link|no-print|print-only)"
    r"(?![\w-])"
)
_FENCE = LazyPattern(r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})(?!.*`)", re.MULTILINE)
# `&lt 5`, which only browsers of old took for a sign; `&hellipp;`, which is none; and the marks of other languages.
_BROKEN_ENTITY = LazyPattern(
    r"(?:(?<![^\s(“\"'])|(?=&(?:nbsp|lt|gt)\b|&[a-z]{3,8};))&(?P<name>\#?[A-Za-z0-9]+)(?:(?P<end>;)|(?![\w=;]))"
)
_TWICE_ENCODED = LazyPattern(r"&amp;(?P<name>#x?[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
_FOREIGN = LazyPattern(r"<!\[CDATA\[|<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)
# A path as Windows writes it, and a formula of LaTeX: in both a backslash is meant, and in front of a sign it is lost.
_BACKSLASHES = LazyPattern(r"(?<![\w\\])(?:[A-Za-z]:(?=\\)|\\\\(?=\w))[^\s\"”’<>|]*|\\\((?=[^()\n]*[=+^_])[^()\n]*\\\)")
_ESCAPE = LazyPattern(r"\\[\\`*_{}\[\]()>#+\-.!/]")
_LINK_OF_REST = LazyPattern(r"`[^`<\n]+ <[^`<>\s]+>`__?(?!\w)")  # reStructuredText
_SET_FROM_THE_RIGHT = LazyPattern(r"\bdir\s*=\s*[\"']?rtl\b", re.IGNORECASE)
_READ_FROM_THE_RIGHT = LazyPattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CODE_IN_HTML = LazyPattern(r"<(pre|code|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def misread_in_lines(
    typed: TypedBody, stash: Sequence[object], kept: Mapping[str, frozenset[str]]
) -> Iterator[Misread]:
    """What readers get otherwise than its lines say; `stash` and `kept` are those of `misread_markup`."""
    yield from _tags(typed, kept)
    yield from _markdown_in_html(typed, stash)
    yield from _empty_headings(typed)
    yield from _braces(typed)
    yield from _comments(typed)
    yield from _entities(typed)
    yield from _other_markup(typed)
    yield from _lost_signs(typed)
    yield from short_rows(typed)


def _tags(typed: TypedBody, kept: Mapping[str, frozenset[str]]) -> Iterator[Misread]:
    for tag in typed.unclosed:
        yield typed.misread(Misreading.UNCLOSED_ELEMENT, tag.start, tag.end, tag.name)
    for tag in typed.text.tags:
        if tag.closing or tag in typed.unclosed:
            continue
        if _is_word_like(typed, tag):
            yield typed.misread(Misreading.TAG_LIKE, tag.start, tag.end, typed.body[tag.start : tag.end])
            continue
        if tag.name not in kept:
            yield typed.misread(Misreading.REMOVED_ELEMENT, tag.start, tag.end, tag.name)
            continue
        yield from _attributes(typed, tag, kept[tag.name] | kept["*"] | {"markdown"})


def _attributes(typed: TypedBody, tag: Tag, kept: frozenset[str]) -> Iterator[Misread]:
    """Attributes that are taken away, that readers do not see, or that hide words."""
    if tag.name == "img" and "src" not in tag.attributes:  # browsers show nothing, or a broken frame
        yield typed.misread(Misreading.UNSEEN_ATTRIBUTE, tag.start, tag.end, "<img> without “src”")
    if removed := [one for one in tag.attributes if one not in kept]:
        yield typed.misread(Misreading.REMOVED_ATTRIBUTE, tag.start, tag.end, shortened_list(removed))
    for attribute in tag.attributes:
        if attribute == "title" and tag.name not in TITLED:
            yield typed.misread(Misreading.UNSEEN_ATTRIBUTE, tag.start, tag.end, attribute)
        elif attribute == "class" and (hiding := _HIDING.search(typed.body, tag.start, tag.end)):
            yield typed.misread(Misreading.UNSEEN_ATTRIBUTE, *hiding.span(), f'class="{hiding["name"]}"')
        elif attribute == "dir" and (turned := _SET_FROM_THE_RIGHT.search(typed.body, tag.start, tag.end)):
            ended = typed.body.find(f"</{tag.name}", tag.end)
            if not _READ_FROM_THE_RIGHT.search(typed.body, tag.end, ended if ended > 0 else len(typed.body)):
                yield typed.misread(Misreading.UNSEEN_ATTRIBUTE, *turned.span(), "dir")


def _is_word_like(typed: TypedBody, tag: Tag) -> bool:
    """Whether a tag that needs no end stands alone among words, as in “tick <p> on it”."""
    if tag.name not in OPTIONAL_END_TAG or tag.attributes:
        return False
    before = typed.body[typed.start_of_line(tag.start) : tag.start]
    return bool(before.strip()) and "<" not in before and not any(one.closing for one in typed.text.tags)


def _markdown_in_html(typed: TypedBody, stash: Sequence[object]) -> Iterator[Misread]:
    cursor = 0
    for one in stash:
        raw = strip_markers(one).strip("\n") if isinstance(one, str) else ""
        start = typed.body.find(raw, cursor) if raw.startswith("<") else -1
        if start < 0:
            continue
        cursor = start + len(raw)
        if any(start <= tag.start < cursor for tag in typed.unclosed):
            continue
        text = _CODE_IN_HTML.sub(lambda match: " " * len(match[0]), typed.running[start:cursor])
        if markup := _MARKUP_IN_HTML.search(text):
            at = start + markup.start()
            end = typed.end_of_line(at)
            cut = markup[0][-1].isalnum() and text[markup.end() : markup.end() + 1].isalnum()  # in a word of a heading
            words = quoted(typed.body[at:end] if cut else markup[0])
            yield typed.misread(Misreading.MARKDOWN_IN_HTML, at, end, words)


def _empty_headings(typed: TypedBody) -> Iterator[Misread]:
    for match in _HEADING.finditer(typed.running):
        if not is_seen(html.unescape(match["words"])):
            yield typed.misread(Misreading.EMPTY_HEADING, *match.span(), match[0].strip())


def _braces(typed: TypedBody) -> Iterator[Misread]:
    """Lists of attributes, and other braces with words in them."""
    text = typed.running
    for match in BRACES.finditer(text):
        escaped = text[match.start() - 1 : match.start()] == "\\"
        if escaped or any(start <= match.start() < end for start, end in typed.openers):
            continue
        if _ANY_ATTRIBUTES.fullmatch(match[0]):
            if _UNSEEN.search(match[0]):
                yield typed.misread(Misreading.UNSEEN_ATTRIBUTE, *match.span(), quoted(match[0]))
        elif any(map(str.isalnum, match[0])) and not match["list"].startswith("@"):  # a citation, told as such
            yield typed.misread(Misreading.BRACES, *match.span(), quoted(match[0]))


def _comments(typed: TypedBody) -> Iterator[Misread]:
    for match in typed.text.comments:
        if COMMENT_BEGUN.search(match[0], 1):  # the end is that of the next one, and all between is hidden
            yield typed.misread(Misreading.UNCLOSED_ELEMENT, match.start(), match.start() + 4, COMMENT)


def _entities(typed: TypedBody) -> Iterator[Misread]:
    """Signs written by their names, and the marks of other languages, that readers see as they are typed."""
    for match in _matches(typed, _BROKEN_ENTITY, "&"):
        if meant := _entity_meant(match["name"], is_ended=bool(match["end"])):
            yield typed.misread(Misreading.MARKUP, *match.span(), match[0], f"&{meant};")
    for match in _matches(typed, _TWICE_ENCODED, "&amp;"):
        if match["name"] in ENCODED or match["name"][0] == "#":
            yield typed.misread(Misreading.MARKUP, *match.span(), html.unescape(match[0]))
    for match in _matches(typed, _FOREIGN, "<!"):
        yield typed.misread(Misreading.MARKUP, *match.span(), match[0])


def _entity_meant(name: str, *, is_ended: bool) -> str:
    """The name of the sign that was meant, where readers see `&name` as it is typed; empty where they do not."""
    if not is_ended:
        return name if name in html.entities.name2codepoint else ""  # of old without an end; all take numbers so
    if re.fullmatch(r"#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6})", name) or f"{name};" in html.entities.html5:
        return ""
    known = html.entities.name2codepoint
    near = difflib.get_close_matches(f"{name};", [f"{one};" for one in known], n=1, cutoff=VERY_NEAR)
    turned = (one for one in known if sorted(one) == sorted(name))
    return near[0].rstrip(";") if near else next(turned, "")  # “Marks &Spencer;” is like none


def _other_markup(typed: TypedBody) -> Iterator[Misread]:
    """Markup of other programs, which stays on the page as it was typed."""
    text = typed.running
    for match in _matches(typed, _FENCE, "```", "~~~"):
        yield typed.misread(Misreading.FENCE, *match.span("fence"), match["fence"])
    for match in (*_matches(typed, _TABBED, "\t"), *_matches(typed, _GRID, "+-")):
        yield typed.misread(Misreading.TABLE_AS_TEXT, *match.span("row"), "")
    for match in _LINK_OF_REST.finditer(typed.body) if "`_" in typed.body else ():
        if text[match.end() - 1] == "_":  # not within code of more lines
            yield typed.misread(Misreading.MARKUP, *match.span(), quoted(match[0]))
    for match in _matches(typed, _UNEVEN_STARS, "**"):
        if text[text.rfind("\n", 0, match.start()) + 1 : typed.end_of_line(match.end())].count("*") % 2:
            yield typed.misread(Misreading.MARKUP, *match.span(), quoted(match[0]))
    for match in _matches(typed, _ABBREVIATION, "*["):
        yield typed.misread(Misreading.ABBREVIATION, *trimmed(text, *match.span()), quoted(match[0]))


def _lost_signs(typed: TypedBody) -> Iterator[Misread]:
    """Titles of links, hashes at the end of a heading, and backslashes, none of which readers get."""
    for match in _matches(typed, _TITLED_LINK, "]("):
        told, added = (set(re.findall(r"\w+", match[one].casefold())) for one in ("words", "title"))
        if len(added - told) > MOST_IN_A_TITLE:
            yield typed.misread(Misreading.UNSEEN_ATTRIBUTE, *match.span("title"), match["title"])
    for match in _matches(typed, _LOST_HASHES, "#"):
        yield typed.misread(Misreading.LOST, *match.span("sign"), match["sign"])
    for match in _matches(typed, _BACKSLASHES, "\\"):
        if "\\" in match[0].replace("\\\\", ""):  # whoever doubles all of them knows
            for one in _ESCAPE.finditer(typed.running, *match.span()):
                yield typed.misread(Misreading.LOST, one.start(), one.start() + 1, "\\")


def _matches(typed: TypedBody, pattern: LazyPattern, *signs: str) -> Iterable[re.Match[str]]:
    """Where a pattern matches; it is looked for only where one of its signs stands at all."""
    text = typed.running
    return pattern.finditer(text) if any(sign in text for sign in signs) else ()
