"""Finds elements that are not what their source looks like: lists, tables, headings, quotations, code."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import COMMENT, Misread, Misreading
from crpsguide.read.markers import MARKER, TAB, strip_markers
from crpsguide.read.misread.source_body import COMMENT_START, SourceBody, shortened
from crpsguide.read.misread.tables import DELIMITERS

MAX_BOLD_HEADING = 8  # words; a longer bold paragraph is emphasis, not a heading
MAX_HEADING = 14  # words; a longer line above dashes is probably not meant as a heading
SENTENCE_ENDS = (".", "?", "!", "…", ",", ";")
BELOW_A_HEADING = ("p", "ul", "ol", "table", "dl")
MAX_FACTOR = 2  # letters or digits between the asterisks of “a*b*c”
MAX_DIGITS = 9  # of the start of a list; browsers do not support more
_NEVER_A_DASH = LazyPattern(r"[*+•◦‣]|1[.)]|\d+[a-e][.)]")
_ITEM = LazyPattern(r"(?P<before>[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*?)(?P<marker>[-*+]|\d+\.)[ \t]+[*_]*")
# Also those of word processors, and bullets and numbers without a space after them.
_BULLETS = "•◦‣–—·▪■●○➢➤►✓✔→§👉✅❌☑🔹🔸"
_TYPED_ITEM = LazyPattern(
    rf"^[ ]{{0,3}}(?P<at>{MARKER.pattern})?(?P<marker>"
    rf"(?:[-*+{_BULLETS}]|\d{{1,3}}[.)]|[a-h][.)]|(?:i{{1,3}}|iv|v)\))(?=[ \t\xa0])"
    rf"|(?:\(\d{{1,2}}\)|\d{{1,2}}\)\.|\([a-h]\)|(?:III?|IV)[.)]|\d{{1,2}}[a-e][.)])(?=[ \t])"
    rf"|[-+*{_BULLETS}](?=(?:{MARKER.pattern})?[^\W\d_])|\d{{1,3}}[.)](?=[^\W\d_]{{2}}))[ \t\xa0]*(?P<text>\S)",
    re.MULTILINE,
)
_CELL_OF_DASHES = LazyPattern(r"^[ \t]*\|[ ]*:?-{3,}:?[ ]*\|", re.MULTILINE)  # the row below a head, and more behind it
_ROWS = LazyPattern(r"[ \t]*\|(?:.+\|.+\|[ \t]*|.+\|[ \t]*\n[ \t]*\|.+\|[ \t]*)(?:\n[ \t]*\|.+\|[ \t]*)*")
_HASHES = LazyPattern(r"(?P<hashes>#{1,6})[*_]*$")
_KEY = LazyPattern(r"\w+: \S")  # a line of front matter that stands in the text
_LIST_SIGN = LazyPattern(r"(?:[-*+]|\d+\.)[ \t]+")
_UNDERLINE = LazyPattern(r"[ \t]*\n(?P<line>-+|=+)[ \t]*(?:\n|$)")
# A sentence: five words or more that begin with a capital letter.
_PROSE = LazyPattern(r"[A-Z“\"][^\W\d_]*,?(?:[ \n]\(?[^\W\d_][\w'’-]*[,;:)]?){3,}[ \n][\w'’-]+[.!?]")
_MARKUP_IN_CODE = LazyPattern(
    r"\[@[\w.-]+|\]\([^)\s]+\)|\*\*\w[^*\n]*\*\*|(?<![\w*])\*\w[^*\n]*\w\*(?![\w*])|^[-*+] \S"
    r"|^\|[ ]*:?-{3,}:?[ ]*\|",
    re.MULTILINE,
)
# Asterisks and underscores that Markdown did not take for emphasis; a single one after a word may mark a footnote.
_EMPHASIS = (
    r"\*\*(?<![^\s(]\*\*)[^\s*]+",
    r"(?<=[\w,;:] )\*(?=[^\W\d_])[^\s*]+(?=[^*]*\Z)",
    r"\*\*[ ][^*\n]+[ ]\*\*",
    r"\*\*[ ](?=\S)[^*\n]*[^\s*]\*\*(?!\w)",
    r"(?<![\w_])_[ ][^\W\d_][^_\n]*[^\W\d_][ ]_(?![\w_])",
    r"(?<=[^\W_])__(?=[^\W_])[^_\n]*[^\W_]__(?=[^\W_])",
)
# Links with an unclosed bracket, a space between the brackets, swapped brackets, or only one pair.
_TARGET = r"(?:https?:|[^\s()\[\]]+\.(?:md|html|pdf|png|svg|jpe?g|webp|gif)\b)"
_LINKS = (
    r"\[[^\[\]\n]*\]\((?=\S)[^\s()]*",
    rf"\[[^\[\]\n]*\][ \n]\({_TARGET}[^()\n]*\)",
    rf"\[[^\[\]()\n]+\({_TARGET}[^()\n]*\)",
    rf"\([^()\n]*\)\[{_TARGET}[^\[\]\n]*\]",
    rf"\({_TARGET}[^()\s]*\)\[[^\W\d][^\[\]\n]*\]",
    rf"[^\s\[\]]+\]\({_TARGET}[^()\n]*\)",
    rf"\[[^\[\]|\n]+\|{_TARGET}[^\[\]\n]*\](?!\])",
    r"<(?=[ ]|\S+[ ])[ ]?https?://[^\s<>]+[ ]?>",
    r"<(?:a|img)[ ][^<>\n]*?\b(?:href|src)=[^<>\n]*>?",
)
# Markup of wikis, forums, AsciiDoc, reStructuredText, Textile, LaTeX, chats.
_OTHER_LANGUAGES = (
    r"~~[^\s~][^~\n]*~~",
    r"\[\[[^\[\]\n]+\]\](?![(\[])",
    r"\A!!! ?\w[^\n]*",
    r"\A:::+ ?\w[^\n]*",
    r"\A\[![A-Za-z]+\]",
    r"\A\[_?(?:TOC|toc)_?\]",
    r"\A\.\. (?:_[^:\n]+:|[a-z]+::)[^\n]*",
    r"\A\^\^\Z",
    r"\^\[[^\[\]\n]+\]",
    r"(?P<twice>==|\+\+|\^\^|%%|\|\||\$\$)\b[^\n]{,200}?\b(?P=twice)",
    r"(?<=\w)[~^]\w{1,9}[~^]",
    r"\[\[[^\[\]\n]+\]\[[^\[\]\n]+\]\]",
    r"\[(?P<bb>url|img|b|i|u|s|quote|size|color)\b[^\[\]\n]*\][^\[\]\n]*\[/(?P=bb)\]",
    r"\[https?://[^\s\[\]]+ [^\[\]\n]+\]",
    r"\b(?:link|xref|image|mailto|footnote):{1,2}[^\s\[\]]*\[[^\[\]\n]*\]",
    r"https?://[^\s\[\]()]+\[[^\W\d][^\[\]\n]*\]",
    r"<<[a-z][\w-]*(?:,[^<>\n]*)?>>",
    r"<!-(?!-)[^<>\n]*>",
    r"\A--8<--[^\n]*",
    r"\"[^\"\n]+\":(?:https?:|/|[\w./-]+\.(?:md|html)\b)[^\s()]*",
    r"\$(?! )[^$\n]*[\\_^={}][^$\n]*(?<! )\$",
    r"(?<![\w:]):(?:[a-z][a-z_]*[a-z]\d*|\+1|-1):(?![\w:])",
)
# Encoded characters, and words hyphenated at the end of a line.
_ENCODED = (
    r"(?:=[0-9A-F]{2}){2,}",
    r"[^\s\\]+\\(?=\n)",
    r"\\u[0-9a-f]{4}",
    r"(?<=[.!?,;:])\\n(?![a-z])",
    r"\A==+ [^=\n]+ ==+",
    r"[^\W\d_]+-\n[ ]{0,8}(?!(?:and|or|to|und|et)\b)[^\W\d_]+",
)
_SHOWN_MARKUP = LazyPattern("|".join((*_EMPHASIS, *_LINKS, *_OTHER_LANGUAGES, *_ENCODED)))
_MARKUP_PART = LazyPattern(  # each match of `_SHOWN_MARKUP` contains one; searching it first is faster
    r"[\[~^$]|<[ ]?http|<(?:a|img) |<!-|__|\.\. |\]\(|\*\*|_ |<<|!!!|:::|==|\+\+|%%|\|\||--8|\\\n|\":|:[\w+-]+:"
    r"|=[0-9A-F]|\\[un]|-\n| \*\w"
)
_COMPARISON = LazyPattern(r"[ \t]*>[ ]?(?:=|\d)")
_AMOUNT = LazyPattern(
    r"\s*\d[\d.,]*[ \xa0]?(?:mg|mcg|[µμ]g|g|kg|ml|°C|IU)\b", re.IGNORECASE
)  # never the start of a quotation
_COMPARISON_IN_ITEM = LazyPattern(r"[ \t>]*(?:(?:[-*+]|\d+\.|:)[ \t]+)+(?P<sign>>)[ ]?[*_]*$")


@frozen
class _Item:
    """The source of a list item: its marker, the marker's column, and the offset of its text."""

    marker: str
    column: int
    offset: int
    line_start: int


def misread_in_tree(source: SourceBody, root: Element) -> Iterator[Misread]:
    """All faults in the tree, element by element."""
    has_emphasis = "*" in source.body or "_" in source.body
    for element, below in pairwise(root) if has_emphasis else ():
        if below.tag in BELOW_A_HEADING:
            yield from _bold_heading(source, element)
    for element in root.iter():
        if element.tag in ("ol", "ul"):
            yield from _list(source, element)
        elif element.tag in ("p", "li", "dd"):
            text = _own_text(element)
            yield from _paragraph(source, text)
            if has_emphasis:
                yield from _asterisks(source, element)
            yield from _markup(source, text)
        elif element.tag in ("td", "th", "dt"):
            yield from _markup(source, _own_text(element))
        elif element.tag == "blockquote":
            yield from _quotation(source, element)
        elif element.tag == "pre":
            yield from _code(source, element)
        elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            yield from _heading(source, element)
            yield from _markup(source, _own_text(element))


def _list(source: SourceBody, element: Element) -> Iterator[Misread]:
    items = [(number, _item(source, one)) for number, one in enumerate(element) if one.tag == "li"]
    known = [(number, one) for number, one in items if one is not None]
    if not known:
        return
    first_column = known[0][1].column
    numbers = {one.marker for _, one in known if one.marker[0].isdigit()}
    start = int(element.get("start", "1")[:MAX_DIGITS])
    for number, one in known:
        shown = str(start + number)
        at = one.line_start + one.column
        if one.column >= first_column + 2:
            as_what = f"step {shown}" if element.tag == "ol" else "a point of the outer list"
            yield source.misread(Misreading.FLAT_LIST, at, source.line_end(at), one.marker, as_what)
            return
        marker, is_number = shortened(one.marker), one.marker[0].isdigit()
        if element.tag == "ul" and is_number:
            yield source.misread(Misreading.CHANGED_NUMBER, at, at + len(one.marker), marker, "a bullet")
            return
        if element.tag == "ol" and not is_number:
            yield source.misread(Misreading.CHANGED_BULLET, at, at + len(one.marker), one.marker, f"{shown}.")
            return
        if one.marker == "+" and source.body[one.offset : one.offset + 1].isdigit():
            yield source.misread(Misreading.CHANGED_NUMBER, at, at + 1, marker, "a bullet")
            return
        repeated = numbers == {f"{start}."} and len(known) > 1
        if element.tag == "ol" and one.marker.lstrip("0") != f"{shown}." and not repeated:
            yield source.misread(Misreading.CHANGED_NUMBER, at, at + len(one.marker), marker, f"{shown}.")
            return


def _item(source: SourceBody, item: Element) -> _Item | None:
    """The source of a list item; None if it is unknown, because its text does not begin with a marker."""
    text = "".join(item.itertext()).lstrip()
    if not MARKER.match(text):
        return None
    offset = source.marked.offset(text[0])
    line_start = source.line_start(offset)
    found = _ITEM.fullmatch(source.body[line_start:offset])
    if found is None:
        return None
    column = len(found["before"].expandtabs(TAB))
    return _Item(found["marker"], column, offset, line_start)


def _paragraph(source: SourceBody, text: str) -> Iterator[Misread]:
    bare = strip_markers(text) if "|" in text else ""
    signs = (DELIMITERS, _CELL_OF_DASHES) if bare else ()
    delimiters = next((one for one in signs if _is_table_text(bare, one)), None)
    if delimiters:
        at = _line_in(source, text, delimiters)
        yield source.misread(Misreading.TABLE_AS_TEXT, at, source.line_end(at), "")
    elif bare and _ROWS.fullmatch(bare):
        at = source.line_start(source.source_offset(text, 0))
        yield source.misread(Misreading.TABLE_AS_TEXT, at, source.line_end(at), "")
    found = [*_TYPED_ITEM.finditer(text)]
    if not _is_list(text, found):
        return
    one = found[0]
    offset = source.source_offset(text, one.start("at") if one["at"] else one.start("text"))
    line_start = source.line_start(offset)
    at = source.body.find(one["marker"], line_start)
    with_next = source.body[at : at + len(one["marker"]) + 1].rstrip()  # a letter, where a blank should stand
    yield source.misread(Misreading.LIST_AS_TEXT, at, source.line_end(at), with_next)


def _is_list(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether lines that begin like list items are a list; a single one may be a dash or a year after a line break."""
    if not found:
        return False
    first = found[0]
    introduced = strip_markers(text[: first.start()]).rstrip().endswith(":")
    return introduced or len(found) > 1 or (first.start() > 0 and bool(_NEVER_A_DASH.fullmatch(first["marker"])))


def _is_table_text(text: str, delimiters: LazyPattern) -> bool:
    return any("|" in match[0] and "-" in match[0] for match in delimiters.finditer(text))


def _line_in(source: SourceBody, text: str, pattern: LazyPattern) -> int:
    """The offset of a table's header in the source: the line before the delimiter row that a pattern finds."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number and "|" in line and pattern.match(strip_markers(line)):
            mark = MARKER.search(lines[number - 1]) or MARKER.search(text)
            offset = source.marked.offset(mark[0]) if mark else 0
            return source.line_start(offset)
    return 0


def _asterisks(source: SourceBody, element: Element) -> Iterator[Misread]:
    before = element.text or ""
    for child in element:
        inner = strip_markers("".join(child.itertext())) if child.tag in ("em", "strong") else ""
        left = strip_markers(before)[-1:] if inner else ""
        between_numbers = left.isdigit() and inner[:1].isdigit()
        is_factor = left.isalnum() and len(inner) <= MAX_FACTOR and strip_markers(child.tail or "")[:1].isalnum()
        if between_numbers or is_factor:
            words = f"{strip_markers(before)[-1]}*{inner}*"
            nearest = _last_mark_before(source, element, child)
            found = re.compile(rf"\w\*+{re.escape(inner)}\*+").search(source.body, nearest)
            at = found.start() if found else nearest
            yield source.misread(
                Misreading.ASTERISKS, at, found.end() if found else at + 1, found[0] if found else words
            )
        before = child.tail or ""


def _last_mark_before(source: SourceBody, element: Element, child: Element) -> int:
    text = element.text or ""
    for one in element:
        if one is child:
            break
        text += "".join(one.itertext()) + (one.tail or "")
    found = MARKER.findall(text)
    return source.marked.offset(found[-1]) if found else 0


def _markup(source: SourceBody, text: str) -> Iterator[Misread]:
    """Markup of links, emphasis and comments that is rendered as text, and is not escaped by a backslash."""
    if not _MARKUP_PART.search(text):
        return
    for at, found in _verbatim_matches(source, _SHOWN_MARKUP, text):
        if not source.body.endswith("\\", 0, at):
            yield source.misread(Misreading.MARKUP, at, at + len(found), shortened(found))
    for at, _ in _verbatim_matches(source, COMMENT_START, text):
        if not source.body.endswith("\\", 0, at):
            yield source.misread(Misreading.UNCLOSED_ELEMENT, at, at + len("<!--"), COMMENT)


def _verbatim_matches(source: SourceBody, pattern: LazyPattern, text: str) -> Iterator[tuple[int, str]]:
    """The matches of a pattern in a text with markers that are the same in the source, with their offsets there."""
    end = 0
    for match in pattern.finditer(strip_markers(text)):
        before = [one for one in MARKER.finditer(text) if len(strip_markers(text[: one.start()])) <= match.start()]
        start = max(source.marked.offset(before[-1][0]) if before else 0, end)
        # Search the paragraph; without a marker, as in a line that begins like a tag, the rest of the body.
        limit = source.body.find("\n\n", start) if before else -1
        offset = source.running.find(match[0], start, limit if limit >= 0 else None)
        if offset >= 0:
            end = offset + len(match[0])
            yield offset, match[0]


def _quotation(source: SourceBody, element: Element) -> Iterator[Misread]:
    if len(element) and element[0].tag != "p":
        return  # begins with a nested quotation or list
    text = "".join(element.itertext()).lstrip()
    if not MARKER.match(text) or not re.match(r"=|\s*\d", strip_markers(text)):
        return
    offset = source.marked.offset(text[0])
    line_start = source.line_start(offset)
    above = source.body[:line_start].rstrip()
    before = above[above.rfind("\n") + 1 :]
    sign = _COMPARISON.match(source.body, line_start)
    continues_sentence = bool(before) and not before.lstrip().startswith((">", "#", "|"))
    if source.body.count("\n", len(above), line_start) > 1:  # after an empty line
        continues_sentence = continues_sentence and before[-1].isalnum() and not _ITEM.match(before)
    in_item = _COMPARISON_IN_ITEM.match(source.body, line_start, offset)
    continues_sentence = continues_sentence or bool(_AMOUNT.match(strip_markers(text)))
    if in_item or (sign and (continues_sentence or not sign[0].strip().startswith("> ") or sign[0].endswith("="))):
        at = in_item.start("sign") if in_item else source.body.find(">", line_start)
        yield source.misread(Misreading.QUOTATION, at, source.line_end(at), ">")


def _heading(source: SourceBody, element: Element) -> Iterator[Misread]:
    text = "".join(element.itertext()).lstrip()
    mark = MARKER.search(text)
    if not mark or (mark.start() and not _LIST_SIGN.fullmatch(text, 0, mark.start())):
        return
    offset = source.marked.offset(mark[0])
    line_start = source.line_start(offset)
    if underline := _underline(source, text, offset):
        yield source.misread(Misreading.UNDERLINE, *underline, shortened(strip_markers(text)))
    if hashes := _HASHES.search(source.body[line_start:offset]):
        at = line_start + hashes.start()
        yield source.misread(Misreading.HASH, at, source.line_end(at), source.body[at : source.line_end(at)])


def _bold_heading(source: SourceBody, element: Element) -> Iterator[Misread]:
    """A paragraph of a few bold words that are not a sentence."""
    text = "".join(element.itertext())
    mark, words = MARKER.search(text), strip_markers(text).strip()
    is_bold = element.tag == "p" and len(element) == 1 and element[0].tag == "strong"
    rest = strip_markers(f"{element.text or ''}{element[0].tail or ''}").strip(" \n:") if is_bold else "…"
    if mark and not rest and len(words.split()) <= MAX_BOLD_HEADING and not words.endswith(SENTENCE_ENDS):
        at = source.marked.offset(mark[0])
        yield source.misread(Misreading.HEADING_AS_TEXT, at, source.line_end(at), words.rstrip(": "))


def _underline(source: SourceBody, text: str, offset: int) -> tuple[int, int] | None:
    """The range of the dashes that make a heading of a sentence; None if it may be meant as a heading."""
    words = strip_markers(text).split()
    end = source.line_end(offset)
    below = _UNDERLINE.match(source.body, end)
    is_sentence = words and (words[-1].endswith((".", ":", ";")) or len(words) > MAX_HEADING)
    if below and (is_sentence or _KEY.match(strip_markers(text)) or _LIST_SIGN.match(text)):
        return below.start("line"), below.end("line")
    return None


def _code(source: SourceBody, element: Element) -> Iterator[Misread]:
    """Indented text that is rendered as code."""
    text = "".join(element.itertext())
    markup = _MARKUP_IN_CODE.search(strip_markers(text))
    mark = MARKER.search(text)
    found = markup or (_PROSE.match(strip_markers(text).strip()) if mark else None)
    if found and mark:
        at = source.marked.offset(mark[0])
        yield source.misread(Misreading.CODE, at, source.line_end(at), shortened(found[0].strip()))


def _own_text(element: Element) -> str:
    """The text of an element up to the first block-level child, with markers and without code."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in ("p", "ul", "ol", "table", "blockquote", "pre", "div", "dl"):
            break
        if child.tag not in ("code",):
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return "".join(parts)
