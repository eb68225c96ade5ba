"""Where Markdown makes something else of a page than its editor typed: words lost, lists and tables not seen as such.

Words are compared, typed against seen. Shapes are compared in the tree, where a mark tells how
each thing looked in the source.
"""

import difflib
import html
import html.entities
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from crpsguide.frozen import frozen
from crpsguide.language.expressions import Late, late
from crpsguide.language.unseen import is_seen
from crpsguide.model import COMMENT, Misread, Misreading
from crpsguide.read.html_tags import MAY_STAY_OPEN, SWALLOWING, TAG_LIKE, Tag, unclosed
from crpsguide.read.marks import BLOCK_OPENER, MARK, Lines, Marked, strip_marks
from crpsguide.read.typed import (
    ATTRIBUTE_LIST,
    BRACES,
    DEFINITION,
    TypedText,
    Word,
    blanked,
    seen_words,
)

_NEVER_A_DASH = late(r"[*+•◦‣]|1[.)]|\d+[a-e][.)]")
TAB = 4  # columns; Markdown's own width of a tab
LONGEST_COMPARED = 20_000  # words of a page; the longest page of a real guide has a tenth
LONGEST_HEADING = 14  # words; a longer line above dashes was hardly meant as a heading
LONGEST_FACTOR = 2  # letters or digits between two stars of “a*b*c”
LONGEST_NUMBER = 9  # digits with which a list begins; no browser counts further
TITLED = frozenset({"a", "abbr", "dfn", "img"})  # elements whose titles programs read out
VERY_NEAR = 0.85  # how alike a name with a slip is to the one that was meant
LONGEST_QUOTED = 60  # characters of lost text that a message repeats

_ITEM = late(r"(?P<before>[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*?)(?P<marker>[-*+]|\d+\.)[ \t]+[*_]*")
# Those of word processors, too; a bullet or a number without a blank behind it makes no list either.
_BULLETS = "•◦‣–—·▪■●○➢➤►✓✔→§👉✅❌☑🔹🔸"
_TYPED_ITEM = late(
    rf"^[ ]{{0,3}}(?P<at>{MARK.pattern})?(?P<marker>"
    rf"(?:[-*+{_BULLETS}]|\d{{1,3}}[.)]|[a-h][.)]|(?:i{{1,3}}|iv|v)\))(?=[ \t\xa0])"
    rf"|(?:\(\d{{1,2}}\)|\d{{1,2}}\)\.|\([a-h]\)|(?:III?|IV)[.)]|\d{{1,2}}[a-e][.)])(?=[ \t])"
    rf"|[-+*{_BULLETS}](?=(?:{MARK.pattern})?[^\W\d_])|\d{{1,3}}[.)](?=[^\W\d_]{{2}}))[ \t\xa0]*(?P<text>\S)",
    re.MULTILINE,
)
_DELIMITERS = late(r"^[ \t>]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$", re.MULTILINE)
_CELL_OF_DASHES = late(r"^[ \t]*\|[ ]*:?-{3,}:?[ ]*\|", re.MULTILINE)  # the row below a head, and more behind it
_ROWS = late(r"[ \t]*\|(?:.+\|.+\|[ \t]*|.+\|[ \t]*\n[ \t]*\|.+\|[ \t]*)(?:\n[ \t]*\|.+\|[ \t]*)*")
# Rows of a spreadsheet, words parted by tabs in two lines or more, and the border of a table drawn with signs.
_TABBED = late(
    r"(?:\A\s*|\n[ \t]*\n)(?P<row>(?![-*+>#|:/]|\d+[.)])\S[^\t\n]*\t+[^\s|][^|\n]*)"
    r"(?:\n\S[^\t\n|]*\t+\S[^|\n]*)+(?=\n|\Z)"
)
_GRID = late(r"(?:\A\s*|\n[ \t]*\n)(?P<row>[ ]{0,3}\+[-=+]{3,}\+)[ \t]*(?=\n)")
_ROW_END = late(r"(?<!\\)\|")
_HEADING = late(r"^[ ]{0,3}#{1,6}(?P<words>.*?)#*[ \t]*$", re.MULTILINE)
_HASHES = late(r"(?P<hashes>#{1,6})[*_]*$")
_MARKUP_IN_HTML = late(
    r"^[ ]{0,3}(?:\#{1,6}[ ]\S|[-*+][ ]\S|\d+\.[ ]\S|\|.*\|[ ]*$)"
    r"|\*\*\w[^*\n]*\*\*|\[[^\[\]\n]*\]\([^)\n]+\)|\[@[\w.-]+",
    re.MULTILINE,
)
# A sign that ends a heading as “C#” does; with a blank before them, or as many as in front, they only close it.
# What a title adds to the words of its link: some names of pages may be repeated there.
_TITLED_LINK = late(r"""\[(?P<words>[^\[\]\n]*)\]\((?:<[^<>\n]*>|[^\s()]+)\s+(?P<title>"[^"\n]+"|'[^'\n]+')\s*\)""")
MOST_IN_A_TITLE = 2  # words that the link itself does not have
_LOST_HASHES = late(r"^[ ]{0,3}#{1,6}[ ][^\n]*?[^\s#\\](?P<sign>#+)$", re.MULTILINE)
_UNEVEN_STARS = late(
    r"(?<![*\\])(?:\*{3}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{1,2}|\*{1,2}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{3})(?!\*)"
    r"|^[^*\n]*(?:(?<!\w)\*\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*|(?<!\w)\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*\*)(?=[^*\n]*$)",
    re.MULTILINE,
)
_ABBREVIATION = late(r"^[ ]{0,3}\*\[[^\[\]\n]+\][ ]?:.*$", re.MULTILINE)
_ANY_ATTRIBUTES = late(r"""\{:?[ ]*(?:(?:[#.][\w:.-]+|[\w:.-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))[ ]*)+\}""")
_UNSEEN = late(r"[{ :]\.[^\W\d_]|\btitle=")
# Classes that hide, in the style sheets of the guide or in those of others.
_HIDING = late(
    r"""\bclass\s*=\s*(?:"[^"]*|'[^']*|)(?<![\w-])"""
    r"(?P<name>visually-hidden|sr-only|screen-reader-text|d-none|hidden|invisible|printed|note|skip-link|no-print|print-only)"
    r"(?![\w-])"
)
_FENCE = late(r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})(?!.*`)", re.MULTILINE)
_COMMENT = late("<!--[^\n]*")
_KEY = late(r"\w+: \S")  # a line of front matter that stands in the text
_LIST_SIGN = late(r"(?:[-*+]|\d+\.)[ \t]+")
_UNDERLINE = late(r"[ \t]*\n(?P<line>-+|=+)[ \t]*(?:\n|$)")
# A sentence: five words or more that begin with a capital letter.
_PROSE = late(r"[A-Z“\"][^\W\d_]*,?(?:[ \n]\(?[^\W\d_][\w'’-]*[,;:)]?){3,}[ \n][\w'’-]+[.!?]")
_MARKUP_IN_CODE = late(
    r"\[@[\w.-]+|\]\([^)\s]+\)|\*\*\w[^*\n]*\*\*|(?<![\w*])\*\w[^*\n]*\w\*(?![\w*])|^[-*+] \S"
    r"|^\|[ ]*:?-{3,}:?[ ]*\|",
    re.MULTILINE,
)
# Links and emphasis that Markdown did not take for such: a bracket not closed, a blank between, the two changed round.
# Stars behind a word or alone may be those of a footnote.
_TARGET = r"(?:https?:|[^\s()\[\]]+\.(?:md|html|pdf|png|svg|jpe?g|webp|gif)\b)"
_SHOWN_MARKUP = late(
    rf"\[[^\[\]\n]*\]\((?=\S)[^\s()]*|\[[^\[\]\n]*\][ \n]\({_TARGET}[^()\n]*\)"
    rf"|\[[^\[\]()\n]+\({_TARGET}[^()\n]*\)|\([^()\n]*\)\[{_TARGET}[^\[\]\n]*\]|\*\*(?<![^\s(]\*\*)[^\s*]+"
    rf"|[^\s\[\]]+\]\({_TARGET}[^()\n]*\)"
    r"|\*\*[ ][^*\n]+[ ]\*\*|\*\*[ ](?=\S)[^*\n]*[^\s*]\*\*(?!\w)|(?<![\w_])_[ ][^\W\d_][^_\n]*[^\W\d_][ ]_(?![\w_])"
    # signs of other programs
    r"|~~[^\s~][^~\n]*~~|\[\[[^\[\]\n]+\]\](?![(\[])|\A!!! ?\w[^\n]*|\A:::+ ?\w[^\n]*|\A\[![A-Za-z]+\]"
    r"|\A\[_?(?:TOC|toc)_?\]|\A\.\. (?:_[^:\n]+:|[a-z]+::)[^\n]*|\A\^\^\Z"
    r"|\^\[[^\[\]\n]+\]|(?P<twice>==|\+\+|\^\^|%%|\|\||\$\$)\b[^\n]{,200}?\b(?P=twice)"
    r"|(?<=\w)[~^]\w{1,9}[~^]|\[\[[^\[\]\n]+\]\[[^\[\]\n]+\]\]|\[(?P<bb>url|img|b|i|u|s|quote|size|color)\b[^\[\]\n]*\]"
    r"[^\[\]\n]*\[/(?P=bb)\]|\[https?://[^\s\[\]]+ [^\[\]\n]+\]|\b(?:link|xref|image|mailto|footnote):{1,2}[^\s\[\]]*"
    r"\[[^\[\]\n]*\]|https?://[^\s\[\]()]+\[[^\W\d][^\[\]\n]*\]|<<[a-z][\w-]*(?:,[^<>\n]*)?>>|\A--8<--[^\n]*"
    r"|\"[^\"\n]+\":(?:https?:|/|[\w./-]+\.(?:md|html)\b)[^\s()]*|\$(?! )[^$\n]*[\\_^={}][^$\n]*(?<! )\$"
    r"|(?<![\w:]):(?:[a-z][a-z_]*[a-z]\d*|\+1|-1):(?![\w:])"
    # letters that another program wrote by their numbers, and words that a page of paper parted
    r"|(?:=[0-9A-F]{2}){2,}|[^\s\\]+\\(?=\n)|\\u[0-9a-f]{4}|(?<=[.!?,;:])\\n(?![a-z])|\A==+ [^=\n]+ ==+"
    r"|[^\W\d_]+-\n[ ]{0,8}(?!(?:and|or|to|und|et)\b)[^\W\d_]+"
)
# `&lt 5`, which only browsers of old took for a sign; `&hellipp;`, which is none; and the marks of other languages.
_BROKEN_ENTITY = late(r"(?:(?<![^\s(“\"'])|(?=&(?:nbsp|lt|gt)\b))&(?P<name>\#?[A-Za-z0-9]+)(?:(?P<end>;)|(?![\w=;]))")
ENCODED = frozenset("amp quot apos nbsp ldquo rdquo lsquo rsquo ndash mdash hellip bull".split())  # by programs
_TWICE_ENCODED = late(r"&amp;(?P<name>#x?[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
_FOREIGN = late(r"<!\[CDATA\[|<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)
# A path as Windows writes it, and a formula of LaTeX: in both a backslash is meant, and in front of a sign it is lost.
_BACKSLASHES = late(r"(?<![\w\\])(?:[A-Za-z]:(?=\\)|\\\\(?=\w))[^\s\"”’<>|]*|\\\((?=[^()\n]*[=+^_])[^()\n]*\\\)")
_ESCAPE = late(r"\\[\\`*_{}\[\]()>#+\-.!/]")
_MARKUP_SIGN = late(  # one that each of them has
    r"[\[~^$]|\.\. |\]\(|\*\*|_ |<!--|<<|!!!|:::|==|\+\+|%%|\|\||--8|\\\n|\":|:[\w+-]+:|=[0-9A-F]|\\[un]|-\n"
)
_COMPARISON = late(r"[ \t]*>[ ]?(?:=|\d)")
_COMPARISON_IN_ITEM = late(r"[ \t>]*(?:(?:[-*+]|\d+\.|:)[ \t]+)+(?P<sign>>)[ ]?[*_]*$")
_LINK_OF_REST = late(r"`[^`<\n]+ <[^`<>\s]+>`__?(?!\w)")  # reStructuredText
_SET_FROM_THE_RIGHT = late(r"\bdir\s*=\s*[\"']?rtl\b", re.IGNORECASE)
_READ_FROM_THE_RIGHT = late("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CODE_IN_HTML = late(r"<(pre|code|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@frozen
class _Item:
    """An item of a list as it was typed: its marker, the column of it, and the offset of its text."""

    marker: str
    column: int
    offset: int
    line_start: int


class Reading:
    """Compares one body with what became of it. Use `shapes` on the untouched tree, `losses` when all is finished."""

    def __init__(self, marked: Marked, lines: Lines) -> None:
        self.marked = marked
        self.lines = lines
        self.body = lines.body
        openers = [*_openers(self.body, marked)]
        self.typed = TypedText(self.body, marked.fenced, openers)
        self.citable = blanked(self.typed.running, openers)
        self.unclosed = unclosed(self.typed.tags)

    # Shapes

    def shapes(self, root: Element, stash: Sequence[object], kept: Mapping[str, frozenset[str]]) -> Iterator[Misread]:
        """What is shown otherwise than it was typed. `kept` holds the attributes that each kept element may have."""
        yield from self._tags(kept)
        yield from self._markdown_in_html(stash)
        yield from self._empty_headings()
        yield from self._braces()
        yield from self._comments()
        yield from self._entities()
        yield from self._other_markup()
        yield from self._lost_signs()
        yield from self._rows()
        has_emphasis = "*" in self.body or "_" in self.body
        for element in root.iter():
            if element.tag in ("ol", "ul"):
                yield from self._list(element)
            elif element.tag in ("p", "li", "dd"):
                text = _own_text(element)
                yield from self._paragraph(text)
                if has_emphasis:
                    yield from self._asterisks(element)
                yield from self._markup(text)
            elif element.tag in ("td", "th", "dt"):
                yield from self._markup(_own_text(element))
            elif element.tag == "blockquote":
                yield from self._quotation(element)
            elif element.tag == "pre":
                yield from self._code(element)
            elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                yield from self._heading(element)
                yield from self._markup(_own_text(element))

    def _tags(self, kept: Mapping[str, frozenset[str]]) -> Iterator[Misread]:
        for tag in self.unclosed:
            yield self._misread(Misreading.UNCLOSED_ELEMENT, tag.start, tag.end, tag.name)
        for tag in self.typed.tags:
            if tag.closing or tag in self.unclosed:
                continue
            if self._is_word_like(tag):
                yield self._misread(Misreading.TAG_LIKE, tag.start, tag.end, self.body[tag.start : tag.end])
                continue
            if tag.name not in kept:
                yield self._misread(Misreading.REMOVED_ELEMENT, tag.start, tag.end, tag.name)
                continue
            if tag.name == "img" and "src" not in tag.attributes:  # browsers show nothing, or a broken frame
                yield self._misread(Misreading.UNSEEN_ATTRIBUTE, tag.start, tag.end, "<img> without “src”")
            for attribute in tag.attributes:
                if attribute not in kept[tag.name] | kept["*"] | {"markdown"}:
                    yield self._misread(Misreading.REMOVED_ATTRIBUTE, tag.start, tag.end, attribute)
                elif attribute == "title" and tag.name not in TITLED:
                    yield self._misread(Misreading.UNSEEN_ATTRIBUTE, tag.start, tag.end, attribute)
                elif attribute == "class" and (hiding := _HIDING.search(self.body, tag.start, tag.end)):
                    yield self._misread(Misreading.UNSEEN_ATTRIBUTE, *hiding.span(), f'class="{hiding["name"]}"')
                elif attribute == "dir" and (turned := _SET_FROM_THE_RIGHT.search(self.body, tag.start, tag.end)):
                    ended = self.body.find(f"</{tag.name}", tag.end)
                    if not _READ_FROM_THE_RIGHT.search(self.body, tag.end, ended if ended > 0 else len(self.body)):
                        yield self._misread(Misreading.UNSEEN_ATTRIBUTE, *turned.span(), "dir")

    def _is_word_like(self, tag: Tag) -> bool:
        """Whether a tag that needs no end stands alone among words, as in “tick <p> on it”."""
        if tag.name not in MAY_STAY_OPEN or tag.attributes:
            return False
        before = self.body[self._start_of_line(tag.start) : tag.start]
        return bool(before.strip()) and "<" not in before and not any(one.closing for one in self.typed.tags)

    def _markdown_in_html(self, stash: Sequence[object]) -> Iterator[Misread]:
        cursor = 0
        for one in stash:
            raw = strip_marks(one).strip("\n") if isinstance(one, str) else ""
            start = self.body.find(raw, cursor) if raw.startswith("<") else -1
            if start < 0:
                continue
            cursor = start + len(raw)
            if any(start <= tag.start < cursor for tag in self.unclosed):
                continue
            text = _CODE_IN_HTML.sub(lambda match: " " * len(match[0]), self.typed.running[start:cursor])
            if markup := _MARKUP_IN_HTML.search(text):
                at = start + markup.start()
                yield self._misread(Misreading.MARKDOWN_IN_HTML, at, self._end_of_line(at), markup[0].strip())

    def _empty_headings(self) -> Iterator[Misread]:
        for match in _HEADING.finditer(self.typed.running):
            if not is_seen(html.unescape(match["words"])):
                yield self._misread(Misreading.EMPTY_HEADING, *match.span(), match[0].strip())

    def _braces(self) -> Iterator[Misread]:
        """Lists of attributes, and other braces with words in them."""
        text = self.typed.running
        options = [*_openers(self.body, self.marked)] if "{" in text else []
        for match in BRACES.finditer(text):
            escaped = text[match.start() - 1 : match.start()] == "\\"
            if escaped or any(start <= match.start() < end for start, end in options):
                continue
            if _ANY_ATTRIBUTES.fullmatch(match[0]):
                if _UNSEEN.search(match[0]):
                    yield self._misread(Misreading.UNSEEN_ATTRIBUTE, *match.span(), _quoted(match[0]))
            elif any(map(str.isalnum, match[0])) and not match["list"].startswith("@"):  # a citation, told as such
                yield self._misread(Misreading.BRACES, *match.span(), _quoted(match[0]))

    def _comments(self) -> Iterator[Misread]:
        for match in self.typed.comments:
            if _COMMENT.search(match[0], 1):  # the end is that of the next one, and all between is hidden
                yield self._misread(Misreading.UNCLOSED_ELEMENT, match.start(), match.start() + 4, COMMENT)

    def _entities(self) -> Iterator[Misread]:
        """Signs written by their names, and the marks of other languages, that readers see as they are typed."""
        for match in self._matches(_BROKEN_ENTITY, "&"):
            if _is_broken_entity(match["name"], bool(match["end"])):
                yield self._misread(Misreading.MARKUP, *match.span(), match[0])
        for match in self._matches(_TWICE_ENCODED, "&amp;"):
            if match["name"] in ENCODED or match["name"][0] == "#":
                yield self._misread(Misreading.MARKUP, *match.span(), html.unescape(match[0]))
        for match in self._matches(_FOREIGN, "<!"):
            yield self._misread(Misreading.MARKUP, *match.span(), match[0])

    def _other_markup(self) -> Iterator[Misread]:
        """Markup of other programs, which stays on the page as it was typed."""
        text = self.typed.running
        for match in self._matches(_FENCE, "```", "~~~"):
            yield self._misread(Misreading.FENCE, *match.span("fence"), match["fence"])
        for match in (*self._matches(_TABBED, "\t"), *self._matches(_GRID, "+-")):
            yield self._misread(Misreading.TABLE_AS_TEXT, *match.span("row"), "")
        for match in _LINK_OF_REST.finditer(self.body) if "`_" in self.body else ():
            if text[match.end() - 1] == "_":  # not within code of more lines
                yield self._misread(Misreading.MARKUP, *match.span(), _quoted(match[0]))
        for match in self._matches(_UNEVEN_STARS, "**"):
            if text[text.rfind("\n", 0, match.start()) + 1 : self._end_of_line(match.end())].count("*") % 2:
                yield self._misread(Misreading.MARKUP, *match.span(), _quoted(match[0]))
        for match in self._matches(_ABBREVIATION, "*["):
            yield self._misread(Misreading.ABBREVIATION, *_trimmed(text, *match.span()), _quoted(match[0]))

    def _lost_signs(self) -> Iterator[Misread]:
        """Titles of links, hashes at the end of a heading, and backslashes, none of which readers get."""
        for match in self._matches(_TITLED_LINK, "]("):
            told, added = (set(re.findall(r"\w+", match[one].casefold())) for one in ("words", "title"))
            if len(added - told) > MOST_IN_A_TITLE:
                yield self._misread(Misreading.UNSEEN_ATTRIBUTE, *match.span("title"), match["title"])
        for match in self._matches(_LOST_HASHES, "#"):
            yield self._misread(Misreading.LOST, *match.span("sign"), match["sign"])
        for match in self._matches(_BACKSLASHES, "\\"):
            if "\\" in match[0].replace("\\\\", ""):  # whoever doubles all of them knows
                for one in _ESCAPE.finditer(self.typed.running, *match.span()):
                    yield self._misread(Misreading.LOST, one.start(), one.start() + 1, "\\")

    def _matches(self, pattern: Late, *signs: str) -> Iterable[re.Match[str]]:
        """Where a pattern matches; it is looked for only where one of its signs stands at all."""
        text = self.typed.running
        return pattern.finditer(text) if any(sign in text for sign in signs) else ()

    def _rows(self) -> Iterator[Misread]:
        """Rows of tables with a cell too few."""
        for start, line, columns in self._table_rows():
            found = len(_cells(line))
            if 0 < found < columns:
                indent = len(line) - len(line.lstrip())
                yield self._misread(
                    Misreading.MISSING_CELL, start + indent, start + len(line.rstrip()), str(found), str(columns)
                )

    def _table_rows(self) -> Iterator[tuple[int, str, int]]:
        """The rows below the heads of tables: offset, text, and the number of columns of the head."""
        text = self.typed.running
        for match in _DELIMITERS.finditer(text) if "|" in text else ():
            head_end = match.start() - 1
            head_start = text.rfind("\n", 0, max(head_end, 0)) + 1
            head = text[head_start:head_end] if head_end > 0 else ""
            before = text[text.rfind("\n", 0, max(head_start - 1, 0)) + 1 : max(head_start - 1, 0)]
            if "|" not in head or "|" not in match[0] or before.strip():
                continue
            start = match.end() + 1
            for line in text[start:].split("\n"):
                if not line.strip():
                    break
                yield start, line, len(_cells(head))
                start += len(line) + 1

    def _list(self, element: Element) -> Iterator[Misread]:
        items = [(number, self._item(one)) for number, one in enumerate(element) if one.tag == "li"]
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
                yield self._misread(Misreading.FLAT_LIST, at, self._end_of_line(at), one.marker, as_what)
                return
            typed, typed_number = _quoted(one.marker), one.marker[0].isdigit()
            if element.tag == "ul" and typed_number:
                yield self._misread(Misreading.CHANGED_NUMBER, at, at + len(one.marker), typed, "a bullet")
                return
            if element.tag == "ol" and not typed_number:
                yield self._misread(Misreading.CHANGED_BULLET, at, at + len(one.marker), one.marker, f"{shown}.")
                return
            if one.marker == "+" and self.body[one.offset : one.offset + 1].isdigit():
                yield self._misread(Misreading.CHANGED_NUMBER, at, at + 1, typed, "a bullet")
                return
            repeated = numbers == {f"{start}."} and len(known) > 1
            if element.tag == "ol" and one.marker.lstrip("0") != f"{shown}." and not repeated:
                yield self._misread(Misreading.CHANGED_NUMBER, at, at + len(one.marker), typed, f"{shown}.")
                return

    def _item(self, item: Element) -> _Item | None:
        """How an item was typed; None when its text does not begin with a mark."""
        text = "".join(item.itertext()).lstrip()
        if not MARK.match(text):
            return None
        offset = self.marked.offset(text[0])
        line_start = self._start_of_line(offset)
        typed = _ITEM.fullmatch(self.body[line_start:offset])
        if typed is None:
            return None
        column = len(typed["before"].expandtabs(TAB))
        return _Item(typed["marker"], column, offset, line_start)

    def _paragraph(self, text: str) -> Iterator[Misread]:
        bare = strip_marks(text) if "|" in text else ""
        signs = (_DELIMITERS, _CELL_OF_DASHES) if bare else ()
        delimiters = next((one for one in signs if self._is_table_text(bare, one)), None)
        if delimiters:
            at = self._line_in(text, delimiters)
            yield self._misread(Misreading.TABLE_AS_TEXT, at, self._end_of_line(at), "")
        elif bare and _ROWS.fullmatch(bare):
            at = self._offset_of(text, 0)
            at = self._start_of_line(at)
            yield self._misread(Misreading.TABLE_AS_TEXT, at, self._end_of_line(at), "")
        found = [*_TYPED_ITEM.finditer(text)]
        if not self._is_list(text, found):
            return
        one = found[0]
        offset = self._offset_of(text, one.start("at") if one["at"] else one.start("text"))
        line_start = self._start_of_line(offset)
        at = self.body.find(one["marker"], line_start)
        with_next = self.body[at : at + len(one["marker"]) + 1].rstrip()  # a letter, where a blank should stand
        yield self._misread(Misreading.LIST_AS_TEXT, at, self._end_of_line(at), with_next)

    def _is_list(self, text: str, found: Sequence[re.Match[str]]) -> bool:
        """Whether lines that begin like items are a list, and not a dash or a year where a line was broken."""
        if not found:
            return False
        first = found[0]
        introduced = strip_marks(text[: first.start()]).rstrip().endswith(":")
        return introduced or len(found) > 1 or (first.start() > 0 and bool(_NEVER_A_DASH.fullmatch(first["marker"])))

    def _is_table_text(self, text: str, delimiters: Late) -> bool:
        return any("|" in match[0] and "-" in match[0] for match in delimiters.finditer(text))

    def _line_in(self, text: str, pattern: Late) -> int:
        """The offset of the source line before the one that a pattern finds in marked text: a table's head."""
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if number and "|" in line and pattern.match(strip_marks(line)):
                mark = MARK.search(lines[number - 1]) or MARK.search(text)
                offset = self.marked.offset(mark[0]) if mark else 0
                return self._start_of_line(offset)
        return 0

    def _asterisks(self, element: Element) -> Iterator[Misread]:
        before = element.text or ""
        for child in element:
            inner = strip_marks("".join(child.itertext())) if child.tag in ("em", "strong") else ""
            left = strip_marks(before)[-1:] if inner else ""
            between_numbers = left.isdigit() and inner[:1].isdigit()
            is_factor = left.isalnum() and len(inner) <= LONGEST_FACTOR and strip_marks(child.tail or "")[:1].isalnum()
            if between_numbers or is_factor:
                words = f"{strip_marks(before)[-1]}*{inner}*"
                nearest = self._last_mark_before(element, child)
                found = re.compile(rf"\w\*+{re.escape(inner)}\*+").search(self.body, nearest)
                at = found.start() if found else nearest
                yield self._misread(
                    Misreading.ASTERISKS, at, found.end() if found else at + 1, found[0] if found else words
                )
            before = child.tail or ""

    def _markup(self, text: str) -> Iterator[Misread]:
        """Signs of links, emphasis and comments that are left in the text, and were not typed with a backslash."""
        if not _MARKUP_SIGN.search(text):
            return
        for at, found in self._typed_so(_SHOWN_MARKUP, text):
            yield self._misread(Misreading.MARKUP, at, at + len(found), _quoted(found))
        for at, _ in self._typed_so(_COMMENT, text):
            if not self.body.endswith("\\", 0, at):
                yield self._misread(Misreading.UNCLOSED_ELEMENT, at, at + len("<!--"), COMMENT)

    def _typed_so(self, pattern: Late, text: str) -> Iterator[tuple[int, str]]:
        """Where in the source stands what a pattern finds in marked text, as far as it was typed just so."""
        end = 0
        for found in pattern.finditer(strip_marks(text)):
            before = [one for one in MARK.finditer(text) if len(strip_marks(text[: one.start()])) <= found.start()]
            nearest = max(self.marked.offset(before[-1][0]) if before else 0, end)
            below = self.body.find("\n\n", nearest) if before else -1  # a line that begins like a tag has no marks
            at = self.typed.running.find(found[0], nearest, below if below >= 0 else None)
            if at >= 0:
                end = at + len(found[0])
                yield at, found[0]

    def _last_mark_before(self, element: Element, child: Element) -> int:
        text = element.text or ""
        for one in element:
            if one is child:
                break
            text += "".join(one.itertext()) + (one.tail or "")
        found = MARK.findall(text)
        return self.marked.offset(found[-1]) if found else 0

    def _quotation(self, element: Element) -> Iterator[Misread]:
        if len(element) and element[0].tag != "p":
            return  # of a quotation or list within it
        text = "".join(element.itertext()).lstrip()
        if not MARK.match(text) or not re.match(r"=|\s*\d", strip_marks(text)):
            return
        offset = self.marked.offset(text[0])
        line_start = self._start_of_line(offset)
        above = self.body[:line_start].rstrip()
        before = above[above.rfind("\n") + 1 :]
        sign = _COMPARISON.match(self.body, line_start)
        is_apart = self.body.count("\n", len(above), line_start) > 1
        in_a_sentence = bool(before) and not before.lstrip().startswith((">", "#", "|"))
        if is_apart:  # a sentence that an empty line tears in two
            in_a_sentence = in_a_sentence and before[-1].isalnum() and not _ITEM.match(before)
        in_item = _COMPARISON_IN_ITEM.match(self.body, line_start, offset)
        if in_item or (sign and (in_a_sentence or not sign[0].strip().startswith("> ") or sign[0].endswith("="))):
            at = in_item.start("sign") if in_item else self.body.find(">", line_start)
            yield self._misread(Misreading.QUOTATION, at, self._end_of_line(at), ">")

    def _heading(self, element: Element) -> Iterator[Misread]:
        text = "".join(element.itertext()).lstrip()
        mark = MARK.search(text)
        if not mark or (mark.start() and not _LIST_SIGN.fullmatch(text, 0, mark.start())):
            return
        offset = self.marked.offset(mark[0])
        line_start = self._start_of_line(offset)
        if underline := self._underline(text, offset):
            yield self._misread(Misreading.UNDERLINE, *underline, _quoted(strip_marks(text)))
        if hashes := _HASHES.search(self.body[line_start:offset]):
            at = line_start + hashes.start()
            yield self._misread(Misreading.HASH, at, self._end_of_line(at), self.body[at : self._end_of_line(at)])

    def _underline(self, text: str, offset: int) -> tuple[int, int] | None:
        """The dashes below a sentence that make a heading of it; None when it may be meant as one."""
        words = strip_marks(text).split()
        end = self._end_of_line(offset)
        below = _UNDERLINE.match(self.body, end)
        is_sentence = words and (words[-1].endswith((".", ":", ";")) or len(words) > LONGEST_HEADING)
        if below and (is_sentence or _KEY.match(strip_marks(text)) or _LIST_SIGN.match(text)):
            return below.start("line"), below.end("line")
        return None

    def _code(self, element: Element) -> Iterator[Misread]:
        """Indented text that is shown as code, with its markup."""
        text = "".join(element.itertext())
        markup = _MARKUP_IN_CODE.search(strip_marks(text))
        mark = MARK.search(text)
        found = markup or (_PROSE.match(strip_marks(text).strip()) if mark else None)
        if found and mark:
            at = self.marked.offset(mark[0])
            yield self._misread(Misreading.CODE, at, self._end_of_line(at), _quoted(found[0].strip()))

    # Words

    def losses(self, seen: Sequence[str]) -> Iterator[Misread]:
        """The words that were typed and are in none of the pieces of finished HTML, those side by side together."""
        markup = "\n".join(seen)
        missing = self.typed.missing(markup)
        if not missing:
            return
        typed = self.typed.words()
        lost = _missing_words(typed, seen_words(markup), missing)
        cells, opened = [*self._surplus_cells()], ""
        for run in _side_by_side(lost, typed):
            while run:
                how, (start, end) = self._cause(run[0][0], run[-1][1], cells)
                tag = self.body[start:end].strip("</>") if how is Misreading.TAG_LIKE else ""
                is_told = self.body.startswith("</", start) and tag == opened  # with the one that it ends
                opened = tag or opened
                if not is_told and not any(tag.name in SWALLOWING and tag.start < start for tag in self.unclosed):
                    yield self._misread(how, start, end, _quoted(self.body[start:end]))
                run = [word for word in run if word[0] >= end]

    def _cause(self, start: int, end: int, cells: Sequence[tuple[int, int]]) -> tuple[Misreading, tuple[int, int]]:
        """Why words are lost, and the stretch that explains it: of several causes, the first."""
        line_start = self._start_of_line(start)
        if braces := _around(BRACES, self.body, line_start, start):
            return Misreading.LOST_ATTRIBUTE, braces.span()
        for first, last in cells:
            if first <= start < last:
                return Misreading.SURPLUS_CELL, (start, min(end, last))
        if tag := _around(TAG_LIKE, self.typed.running, line_start, start):
            return Misreading.TAG_LIKE, tag.span()
        if definition := _around(DEFINITION, self.typed.running, 0, start):
            return Misreading.LOST_DEFINITION, _trimmed(self.body, *definition.span())
        return Misreading.LOST, (start, end)

    def _surplus_cells(self) -> Iterator[tuple[int, int]]:
        for start, line, columns in self._table_rows():
            cells = _cells(line)
            if len(cells) > columns:
                yield start + cells[columns][0], start + cells[-1][1]

    # Places

    def _offset_of(self, text: str, index: int) -> int:
        """Where in the source a place of marked text stands: that of the next mark from there, else the last one's."""
        mark = MARK.search(text, index) or None
        if mark is not None and "\n" not in text[index : mark.start()]:
            return self.marked.offset(mark[0])
        found = [*MARK.finditer(text, 0, index)]
        offset = self.marked.offset(found[-1][0]) if found else 0
        for _ in range(text.count("\n", found[-1].start() if found else 0, index)):
            offset = self.body.find("\n", offset) + 1
        return offset

    def _start_of_line(self, offset: int) -> int:
        return self.body.rfind("\n", 0, offset) + 1

    def _end_of_line(self, offset: int) -> int:
        end = self.body.find("\n", offset)
        return len(self.body[: end if end >= 0 else None].rstrip())

    def _misread(self, how: Misreading, start: int, end: int, words: str, shown: str = "") -> Misread:
        return Misread(how, words, self.lines.place(start, end), shown)


def _openers(body: str, marked: Marked) -> Iterator[tuple[int, int]]:
    """The stretches of the lines that open blocks, and of their options, without the titles."""
    for start, opener in marked.openers.items():
        end = body.find("\n", start)
        line = body[start : end if end >= 0 else len(body)]
        match = BLOCK_OPENER.match(line)
        title = match.start("argument") if match and match["argument"] else len(line)
        yield start, start + title
        if opener.options:
            yield start + len(line), start + len(line) + 1 + len(opener.options)


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


def _cells(line: str) -> list[tuple[int, int]]:
    """The stretches of the cells of a row."""
    indent = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    bars = [match.start() for match in _ROW_END.finditer(line, indent, end)]
    starts = [indent, *(bar + 1 for bar in bars)]
    ends = [*bars, end]
    cells = [*zip(starts, ends, strict=True)]
    if bars and bars[0] == indent:
        cells = cells[1:]
    if bars and bars[-1] == end - 1:
        cells = cells[:-1]
    return cells


def _missing_words(typed: Sequence[Word], got: Sequence[str], missing: Counter[str]) -> list[tuple[int, int]]:
    """The words that fall out when both are laid side by side; of those that do not, the last ones."""
    left = Counter(missing)
    found = set()
    # Too long for laying side by side: it takes a time that grows with the square.
    words = [word.text for word in typed] if len(typed) <= LONGEST_COMPARED else []
    matcher = difflib.SequenceMatcher(None, words, got if words else [], autojunk=False)
    for sign, first, last, _, _ in matcher.get_opcodes():
        if sign in ("delete", "replace"):
            for word in typed[first:last]:
                if left[word.text] > 0:
                    left[word.text] -= 1
                    found.add((word.start, word.end))
    for word in reversed(typed):
        if left[word.text] > 0 and (word.start, word.end) not in found:
            left[word.text] -= 1
            found.add((word.start, word.end))
    return sorted(found)


def _side_by_side(lost: Sequence[tuple[int, int]], typed: Sequence[Word]) -> Iterator[list[tuple[int, int]]]:
    """The lost words in runs, each of words that follow one another in the source."""
    order = {start: number for number, start in enumerate(sorted(word.start for word in typed))}
    run: list[tuple[int, int]] = []
    for one in lost:
        if run and order[one[0]] != order[run[-1][0]] + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _around(pattern: Late, text: str, start: int, offset: int) -> re.Match[str] | None:
    """The match of a pattern around an offset."""
    for match in pattern.finditer(text, start):
        if match.start() > offset:
            return None
        if match.end() > offset and not (pattern is BRACES and ATTRIBUTE_LIST.fullmatch(match[0])):
            return match
    return None


def _is_broken_entity(name: str, ended: bool) -> bool:
    """Whether readers see `&name` as it is typed, though it was meant for another sign."""
    is_number = bool(re.fullmatch(r"#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6})", name))
    if ended and (is_number or f"{name};" in html.entities.html5):
        return False
    if ended:  # “Marks &Spencer;” is like none
        return bool(difflib.get_close_matches(f"{name};", html.entities.html5, n=1, cutoff=VERY_NEAR))
    return name in html.entities.html5  # those that browsers of old took without an end; all take numbers so


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), start + len(written.rstrip())


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_QUOTED else words[: LONGEST_QUOTED - 1].rstrip() + "…"
