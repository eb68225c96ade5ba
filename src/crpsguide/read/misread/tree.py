"""What the tree of a body shows: lists, tables, quotations and code that are not what they were typed as."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import COMMENT, Misread, Misreading
from crpsguide.read.markers import MARKER, strip_markers
from crpsguide.read.misread.tables import DELIMITERS
from crpsguide.read.misread.typed_body import COMMENT_BEGUN, TypedBody, quoted

TAB = 4  # columns; Markdown's own width of a tab
LONGEST_BOLD_HEADING = 8  # words; a longer line in bold words is one that readers must not miss
LONGEST_HEADING = 14  # words; a longer line above dashes was hardly meant as a heading
SENTENCE_ENDS = (".", "?", "!", "…", ",", ";")
BELOW_A_HEADING = ("p", "ul", "ol", "table", "dl")
LONGEST_FACTOR = 2  # letters or digits between two stars of “a*b*c”
LONGEST_NUMBER = 9  # digits with which a list begins; no browser counts further
_NEVER_A_DASH = LazyPattern(r"[*+•◦‣]|1[.)]|\d+[a-e][.)]")
_ITEM = LazyPattern(r"(?P<before>[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*?)(?P<marker>[-*+]|\d+\.)[ \t]+[*_]*")
# Those of word processors, too; a bullet or a number without a blank behind it makes no list either.
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
# Stars that Markdown did not take for emphasis. Behind a word or alone they may be those of a footnote.
_EMPHASIS = (
    r"\*\*(?<![^\s(]\*\*)[^\s*]+",
    r"(?<=[\w,;:] )\*(?=[^\W\d_])[^\s*]+(?=[^*]*\Z)",
    r"\*\*[ ][^*\n]+[ ]\*\*",
    r"\*\*[ ](?=\S)[^*\n]*[^\s*]\*\*(?!\w)",
    r"(?<![\w_])_[ ][^\W\d_][^_\n]*[^\W\d_][ ]_(?![\w_])",
    r"(?<=[^\W_])__(?=[^\W_])[^_\n]*[^\W_]__(?=[^\W_])",
)
# Links with a bracket not closed, a blank between, or the two changed round, or within one pair of brackets.
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
# Signs of other programs: wikis, forums, AsciiDoc, reStructuredText, Textile, LaTeX, chats.
_OF_OTHER_PROGRAMS = (
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
# Letters that another program wrote by their numbers, and words that a page of paper parted.
_AS_NUMBERS = (
    r"(?:=[0-9A-F]{2}){2,}",
    r"[^\s\\]+\\(?=\n)",
    r"\\u[0-9a-f]{4}",
    r"(?<=[.!?,;:])\\n(?![a-z])",
    r"\A==+ [^=\n]+ ==+",
    r"[^\W\d_]+-\n[ ]{0,8}(?!(?:and|or|to|und|et)\b)[^\W\d_]+",
)
_SHOWN_MARKUP = LazyPattern("|".join((*_EMPHASIS, *_LINKS, *_OF_OTHER_PROGRAMS, *_AS_NUMBERS)))
_MARKUP_SIGN = LazyPattern(  # one that each of them has
    r"[\[~^$]|<[ ]?http|<(?:a|img) |<!-|__|\.\. |\]\(|\*\*|_ |<<|!!!|:::|==|\+\+|%%|\|\||--8|\\\n|\":|:[\w+-]+:"
    r"|=[0-9A-F]|\\[un]|-\n| \*\w"
)
_COMPARISON = LazyPattern(r"[ \t]*>[ ]?(?:=|\d)")
_AMOUNT = LazyPattern(r"\s*\d[\d.,]*[ \xa0]?(?:mg|mcg|[µμ]g|g|kg|ml|°C|IU)\b", re.IGNORECASE)  # no quotation begins so
_COMPARISON_IN_ITEM = LazyPattern(r"[ \t>]*(?:(?:[-*+]|\d+\.|:)[ \t]+)+(?P<sign>>)[ ]?[*_]*$")


@frozen
class _Item:
    """An item of a list as it was typed: its marker, the column of it, and the offset of its text."""

    marker: str
    column: int
    offset: int
    line_start: int


def misread_in_tree(typed: TypedBody, root: Element) -> Iterator[Misread]:
    """What is shown otherwise than it was typed, element by element."""
    has_emphasis = "*" in typed.body or "_" in typed.body
    for element, below in pairwise(root) if has_emphasis else ():
        if below.tag in BELOW_A_HEADING:
            yield from _bold_heading(typed, element)
    for element in root.iter():
        if element.tag in ("ol", "ul"):
            yield from _list(typed, element)
        elif element.tag in ("p", "li", "dd"):
            text = _own_text(element)
            yield from _paragraph(typed, text)
            if has_emphasis:
                yield from _asterisks(typed, element)
            yield from _markup(typed, text)
        elif element.tag in ("td", "th", "dt"):
            yield from _markup(typed, _own_text(element))
        elif element.tag == "blockquote":
            yield from _quotation(typed, element)
        elif element.tag == "pre":
            yield from _code(typed, element)
        elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            yield from _heading(typed, element)
            yield from _markup(typed, _own_text(element))


def _list(typed: TypedBody, element: Element) -> Iterator[Misread]:
    items = [(number, _item(typed, one)) for number, one in enumerate(element) if one.tag == "li"]
    known = [(number, one) for number, one in items if one is not None]
    if not known:
        return
    first_column = known[0][1].column
    numbers = {one.marker for _, one in known if one.marker[0].isdigit()}
    start = int(element.get("start", "1")[:LONGEST_NUMBER])
    for number, one in known:
        shown = str(start + number)
        at = one.line_start + one.column
        if one.column >= first_column + 2:
            as_what = f"step {shown}" if element.tag == "ol" else "a point of the outer list"
            yield typed.misread(Misreading.FLAT_LIST, at, typed.end_of_line(at), one.marker, as_what)
            return
        marker, is_number = quoted(one.marker), one.marker[0].isdigit()
        if element.tag == "ul" and is_number:
            yield typed.misread(Misreading.CHANGED_NUMBER, at, at + len(one.marker), marker, "a bullet")
            return
        if element.tag == "ol" and not is_number:
            yield typed.misread(Misreading.CHANGED_BULLET, at, at + len(one.marker), one.marker, f"{shown}.")
            return
        if one.marker == "+" and typed.body[one.offset : one.offset + 1].isdigit():
            yield typed.misread(Misreading.CHANGED_NUMBER, at, at + 1, marker, "a bullet")
            return
        repeated = numbers == {f"{start}."} and len(known) > 1
        if element.tag == "ol" and one.marker.lstrip("0") != f"{shown}." and not repeated:
            yield typed.misread(Misreading.CHANGED_NUMBER, at, at + len(one.marker), marker, f"{shown}.")
            return


def _item(typed: TypedBody, item: Element) -> _Item | None:
    """How an item was typed; None when its text does not begin with a mark."""
    text = "".join(item.itertext()).lstrip()
    if not MARKER.match(text):
        return None
    offset = typed.marked.offset(text[0])
    line_start = typed.start_of_line(offset)
    found = _ITEM.fullmatch(typed.body[line_start:offset])
    if found is None:
        return None
    column = len(found["before"].expandtabs(TAB))
    return _Item(found["marker"], column, offset, line_start)


def _paragraph(typed: TypedBody, text: str) -> Iterator[Misread]:
    bare = strip_markers(text) if "|" in text else ""
    signs = (DELIMITERS, _CELL_OF_DASHES) if bare else ()
    delimiters = next((one for one in signs if _is_table_text(bare, one)), None)
    if delimiters:
        at = _line_in(typed, text, delimiters)
        yield typed.misread(Misreading.TABLE_AS_TEXT, at, typed.end_of_line(at), "")
    elif bare and _ROWS.fullmatch(bare):
        at = typed.start_of_line(typed.offset_of(text, 0))
        yield typed.misread(Misreading.TABLE_AS_TEXT, at, typed.end_of_line(at), "")
    found = [*_TYPED_ITEM.finditer(text)]
    if not _is_list(text, found):
        return
    one = found[0]
    offset = typed.offset_of(text, one.start("at") if one["at"] else one.start("text"))
    line_start = typed.start_of_line(offset)
    at = typed.body.find(one["marker"], line_start)
    with_next = typed.body[at : at + len(one["marker"]) + 1].rstrip()  # a letter, where a blank should stand
    yield typed.misread(Misreading.LIST_AS_TEXT, at, typed.end_of_line(at), with_next)


def _is_list(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether lines that begin like items are a list, and not a dash or a year where a line was broken."""
    if not found:
        return False
    first = found[0]
    introduced = strip_markers(text[: first.start()]).rstrip().endswith(":")
    return introduced or len(found) > 1 or (first.start() > 0 and bool(_NEVER_A_DASH.fullmatch(first["marker"])))


def _is_table_text(text: str, delimiters: LazyPattern) -> bool:
    return any("|" in match[0] and "-" in match[0] for match in delimiters.finditer(text))


def _line_in(typed: TypedBody, text: str, pattern: LazyPattern) -> int:
    """The offset of the source line before the one that a pattern finds in marked text: a table's head."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number and "|" in line and pattern.match(strip_markers(line)):
            mark = MARKER.search(lines[number - 1]) or MARKER.search(text)
            offset = typed.marked.offset(mark[0]) if mark else 0
            return typed.start_of_line(offset)
    return 0


def _asterisks(typed: TypedBody, element: Element) -> Iterator[Misread]:
    before = element.text or ""
    for child in element:
        inner = strip_markers("".join(child.itertext())) if child.tag in ("em", "strong") else ""
        left = strip_markers(before)[-1:] if inner else ""
        between_numbers = left.isdigit() and inner[:1].isdigit()
        is_factor = left.isalnum() and len(inner) <= LONGEST_FACTOR and strip_markers(child.tail or "")[:1].isalnum()
        if between_numbers or is_factor:
            words = f"{strip_markers(before)[-1]}*{inner}*"
            nearest = _last_mark_before(typed, element, child)
            found = re.compile(rf"\w\*+{re.escape(inner)}\*+").search(typed.body, nearest)
            at = found.start() if found else nearest
            yield typed.misread(
                Misreading.ASTERISKS, at, found.end() if found else at + 1, found[0] if found else words
            )
        before = child.tail or ""


def _last_mark_before(typed: TypedBody, element: Element, child: Element) -> int:
    text = element.text or ""
    for one in element:
        if one is child:
            break
        text += "".join(one.itertext()) + (one.tail or "")
    found = MARKER.findall(text)
    return typed.marked.offset(found[-1]) if found else 0


def _markup(typed: TypedBody, text: str) -> Iterator[Misread]:
    """Signs of links, emphasis and comments that are left in the text, and were not typed with a backslash."""
    if not _MARKUP_SIGN.search(text):
        return
    for at, found in _typed_so(typed, _SHOWN_MARKUP, text):
        if not typed.body.endswith("\\", 0, at):
            yield typed.misread(Misreading.MARKUP, at, at + len(found), quoted(found))
    for at, _ in _typed_so(typed, COMMENT_BEGUN, text):
        if not typed.body.endswith("\\", 0, at):
            yield typed.misread(Misreading.UNCLOSED_ELEMENT, at, at + len("<!--"), COMMENT)


def _typed_so(typed: TypedBody, pattern: LazyPattern, text: str) -> Iterator[tuple[int, str]]:
    """Where in the source stands what a pattern finds in marked text, as far as it was typed just so."""
    end = 0
    for found in pattern.finditer(strip_markers(text)):
        before = [one for one in MARKER.finditer(text) if len(strip_markers(text[: one.start()])) <= found.start()]
        nearest = max(typed.marked.offset(before[-1][0]) if before else 0, end)
        below = typed.body.find("\n\n", nearest) if before else -1  # a line that begins like a tag has no marks
        at = typed.running.find(found[0], nearest, below if below >= 0 else None)
        if at >= 0:
            end = at + len(found[0])
            yield at, found[0]


def _quotation(typed: TypedBody, element: Element) -> Iterator[Misread]:
    if len(element) and element[0].tag != "p":
        return  # of a quotation or list within it
    text = "".join(element.itertext()).lstrip()
    if not MARKER.match(text) or not re.match(r"=|\s*\d", strip_markers(text)):
        return
    offset = typed.marked.offset(text[0])
    line_start = typed.start_of_line(offset)
    above = typed.body[:line_start].rstrip()
    before = above[above.rfind("\n") + 1 :]
    sign = _COMPARISON.match(typed.body, line_start)
    is_apart = typed.body.count("\n", len(above), line_start) > 1
    in_a_sentence = bool(before) and not before.lstrip().startswith((">", "#", "|"))
    if is_apart:  # a sentence that an empty line tears in two
        in_a_sentence = in_a_sentence and before[-1].isalnum() and not _ITEM.match(before)
    in_item = _COMPARISON_IN_ITEM.match(typed.body, line_start, offset)
    in_a_sentence = in_a_sentence or bool(_AMOUNT.match(strip_markers(text)))
    if in_item or (sign and (in_a_sentence or not sign[0].strip().startswith("> ") or sign[0].endswith("="))):
        at = in_item.start("sign") if in_item else typed.body.find(">", line_start)
        yield typed.misread(Misreading.QUOTATION, at, typed.end_of_line(at), ">")


def _heading(typed: TypedBody, element: Element) -> Iterator[Misread]:
    text = "".join(element.itertext()).lstrip()
    mark = MARKER.search(text)
    if not mark or (mark.start() and not _LIST_SIGN.fullmatch(text, 0, mark.start())):
        return
    offset = typed.marked.offset(mark[0])
    line_start = typed.start_of_line(offset)
    if underline := _underline(typed, text, offset):
        yield typed.misread(Misreading.UNDERLINE, *underline, quoted(strip_markers(text)))
    if hashes := _HASHES.search(typed.body[line_start:offset]):
        at = line_start + hashes.start()
        yield typed.misread(Misreading.HASH, at, typed.end_of_line(at), typed.body[at : typed.end_of_line(at)])


def _bold_heading(typed: TypedBody, element: Element) -> Iterator[Misread]:
    """A paragraph of a few bold words, which are no sentence."""
    text = "".join(element.itertext())
    mark, words = MARKER.search(text), strip_markers(text).strip()
    is_bold = element.tag == "p" and len(element) == 1 and element[0].tag == "strong"
    rest = strip_markers(f"{element.text or ''}{element[0].tail or ''}").strip(" \n:") if is_bold else "…"
    if mark and not rest and len(words.split()) <= LONGEST_BOLD_HEADING and not words.endswith(SENTENCE_ENDS):
        at = typed.marked.offset(mark[0])
        yield typed.misread(Misreading.HEADING_AS_TEXT, at, typed.end_of_line(at), words.rstrip(": "))


def _underline(typed: TypedBody, text: str, offset: int) -> tuple[int, int] | None:
    """The dashes below a sentence that make a heading of it; None when it may be meant as one."""
    words = strip_markers(text).split()
    end = typed.end_of_line(offset)
    below = _UNDERLINE.match(typed.body, end)
    is_sentence = words and (words[-1].endswith((".", ":", ";")) or len(words) > LONGEST_HEADING)
    if below and (is_sentence or _KEY.match(strip_markers(text)) or _LIST_SIGN.match(text)):
        return below.start("line"), below.end("line")
    return None


def _code(typed: TypedBody, element: Element) -> Iterator[Misread]:
    """Indented text that is shown as code, with its markup."""
    text = "".join(element.itertext())
    markup = _MARKUP_IN_CODE.search(strip_markers(text))
    mark = MARKER.search(text)
    found = markup or (_PROSE.match(strip_markers(text).strip()) if mark else None)
    if found and mark:
        at = typed.marked.offset(mark[0])
        yield typed.misread(Misreading.CODE, at, typed.end_of_line(at), quoted(found[0].strip()))


def _own_text(element: Element) -> str:
    """The text of an element up to the first block in it, with marks."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in ("p", "ul", "ol", "table", "blockquote", "pre", "div", "dl"):
            break
        if child.tag not in ("code",):
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return "".join(parts)
