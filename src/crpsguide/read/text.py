"""Decodes files, and refuses or removes invisible characters and text that would be slow to parse."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from crpsguide.errors import PageError
from crpsguide.language.expressions import LazyPattern

MAX_SIZE = 512 * 1024  # bytes; twenty times the longest page of a real guide
# The Markdown library takes quadratic time for long lines, for blocks with many links, and for many unclosed brackets
# or tags.
MAX_LINE = 10_000  # characters
MAX_SPACES = 1000  # in a row
MAX_QUOTE_DEPTH = 10  # signs “>” before a line; a quoted discussion needs two
MAX_INDENT = 80  # columns; twenty levels of lists
MAX_BODY = 200_000  # characters; some 30,000 words
MAX_BLOCK = 20_000  # characters without an empty line; a table of 100 long rows
MAX_OPEN = 200  # unclosed brackets or tags
MAX_REPORTED = 10  # faults of one kind in one file

SAVE_AS_UTF_8 = "Open it in an editor, choose the encoding UTF-8, and save it again."
_LINE_ENDS = LazyPattern(r"\r\n?")
# Control characters but tab and newline; zero-width space, word joiner and byte order marks; bidirectional overrides;
# invisible operators; deprecated format and annotation characters; tag characters; private use areas and
# noncharacters; line and paragraph separators.
_REFUSED = LazyPattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060-\u2065\ufeff\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\ufffe\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\U000f0000-\U0010ffff]"
)
# Printable in Unicode's terms, but rendered as nothing: grapheme joiner, Hangul and Khmer fillers, and variation
# selectors. A sequence of selectors can encode hidden text; a single one is allowed after a symbol or CJK character.
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
OBJECT_REPLACEMENT = "\ufffc"  # left by word processors in place of an image
REPLACEMENT = "\ufffd"
# Mojibake, UTF-8 that was decoded as Windows-1252: “â€™” for “’”, “Ã¼” for “ü”, “Â°” for “°”.
_CONTINUATION = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_MAYBE_WRONG = LazyPattern(
    f"{REPLACEMENT}|[\u00c2\u00c3][{_CONTINUATION}]|\u00e2[\u20ac\u201a\u201e\u2020-\u2022\u02c6\u2030][{_CONTINUATION}]"
    f"|\u00ef\u00bb\u00bf|\u00f0\u0178[{_CONTINUATION}]{{2}}|{OBJECT_REPLACEMENT}"
    # mathematical and full-width letters
    "|[\U0001d400-\U0001d7ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
)
_ZERO_WIDTH = LazyPattern(f"[{_FILLERS}{_SELECTORS}]")
_REFUSED_ZERO_WIDTH = LazyPattern(
    f"[{_FILLERS}]|(?<=[{_SELECTORS}])[{_SELECTORS}]"
    "|(?<![\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)
# The flags of England, Scotland and Wales: a black flag and tag characters.
_FLAGS = LazyPattern(
    "\U0001f3f4(?:\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f)"
)
_WORD_SEPARATORS = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f")  # control characters that are replaced by a space
_NUL = "\x00"  # only in binary files
# Pasted by word processors as line breaks; browsers render them as spaces.
_LINE_SEPARATORS = "\x85\u2028\u2029"
POP_ISOLATE = "\u2069"
_ISOLATES = LazyPattern("[\u2066-\u2069]")
_MERGE_CONFLICT = LazyPattern(r"^(?:<{7}(?: .*)?$(?:\n(?!<{7}).*)*?\n>{7}|<{7}|>{7})(?: .*)?$", re.MULTILINE)
_REFERENCE = LazyPattern(r"&#?\w+;?")
_NUMERIC_REFERENCE = LazyPattern(r"&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
_OPEN_TAG = LazyPattern(r"<[A-Za-z/!?][^<>]*(?=<|\Z)")
_BLOCK = LazyPattern(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_DEEP_QUOTE = LazyPattern(rf"^(?:[ ]{{0,3}}>){{{MAX_QUOTE_DEPTH + 1}}}", re.MULTILINE)
_BRACKET = LazyPattern(r"\\.|\]\(|[\[\])]")


def decode(data: bytes) -> str:
    """Decode a file: line ends become newlines, and a byte order mark is removed.

    Other invisible characters remain, for `without_hidden`.

    Raises:
        PageError: the file is too large, not UTF-8, binary, or slow to parse.
    """
    if len(data) > MAX_SIZE:
        raise PageError(
            f"This file has a size of more than {MAX_SIZE // 1024} kB, which is the most that can be read.",
            "Split it into several pages.",
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise PageError("This file was saved as UTF-16, not as UTF-8 text.", SAVE_AS_UTF_8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _LINE_ENDS.sub("\n", data[: error.start].decode("utf-8", "replace"))
        line, column = position(before, len(before))
        raise PageError(
            "This file is not UTF-8 text: one character here was saved in another form.",
            SAVE_AS_UTF_8,
            line=line,
            column=column,
        ) from None
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    for separator in _LINE_SEPARATORS:
        text = text.replace(separator, " ")
    if _NUL in text:
        raise _hidden_error(text, text.index(_NUL))
    _refuse_slow_lines(text)
    return text


def encoding_faults(text: str) -> tuple[PageError, ...]:
    """Errors about mojibake, replacement characters and lookalike letters, one for each line."""
    if text.isascii() or not _MAYBE_WRONG.search(text):
        return ()
    errors: dict[int, PageError] = {}  # by line
    for match in _MAYBE_WRONG.finditer(text):
        line, column = position(text, match.start())
        if match[0] == REPLACEMENT:
            message, help = "A letter was lost here: U+FFFD stands in its place.", "Type the letter again."
        elif match[0] == OBJECT_REPLACEMENT:
            message, help = (
                "A picture was lost here: U+FFFC stands in its place.",
                "Put it in again, or remove the sign.",
            )
        elif (normal := unicodedata.normalize("NFKC", match[0])).isascii():
            message = f"“{match[0]}” only looks like letters: no search finds it, and screen readers spell it out."
            help = f"Write “{normal}”."
        elif original := _undo_mojibake(match[0]):
            message = f"“{match[0]}” stands here where “{original}” was typed: the file was once saved in another form."
            help = f"Write “{original}”, and look for others like it."
        else:
            continue
        errors.setdefault(line, PageError(message, help, line=line, column=column))
    return tuple(errors.values())[:MAX_REPORTED]


def merge_conflicts(text: str) -> tuple[PageError, ...]:
    """Errors about the conflict markers of a version control system."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    errors = (
        PageError(
            f"“{match[0].splitlines()[0]}” marks two versions of a text: which of them is meant was never settled.",
            "Keep one of the two, and remove this line and the others like it (<<<<<<<, =======, >>>>>>>).",
            line=position(text, match.start())[0],
            column=1,
        )
        for match in _MERGE_CONFLICT.finditer(text)
    )
    return tuple(islice(errors, MAX_REPORTED))


def _undo_mojibake(letters: str) -> str:
    """The character whose UTF-8 bytes were decoded as Windows-1252; empty if there is none."""
    try:
        data = b"".join(one.encode("latin-1" if "\x80" <= one <= "\x9f" else "cp1252") for one in letters)
        original = data.decode()
    except UnicodeError:
        return ""
    return original if len(original) == 1 else ""


def without_hidden(text: str) -> tuple[str, tuple[PageError, ...]]:
    """The text without invisible characters, and an error about the first on each line.

    Separators of words are replaced by a space, other characters are removed.
    """
    offsets = hidden_in(text)
    if not offsets:
        return text, ()
    parts, start = [], 0
    for offset in offsets:
        parts += [text[start:offset], " " if text[offset] in _WORD_SEPARATORS else ""]
        start = offset + 1
    reported, line_end = [offsets[0]], text.find("\n", offsets[0])
    for offset in offsets:
        if 0 <= line_end < offset and len(reported) < MAX_REPORTED:
            reported.append(offset)
            line_end = text.find("\n", offset)
    return "".join([*parts, text[start:]]), tuple(_hidden_error(text, offset) for offset in reported)


def without_hidden_references(body: str, first_line: int) -> tuple[str, tuple[PageError, ...]]:
    """Markdown without character references to invisible characters, and an error about each.

    `first_line` is the body's first line in the file.
    """
    references = [*_hidden_references(body)]
    parts, start = [], 0
    for reference in references:
        parts.append(body[start : reference.start()])
        start = reference.end()
    errors = tuple(_hidden_reference_error(body, one, first_line) for one in references[:MAX_REPORTED])
    return "".join([*parts, body[start:]]), errors


def refuse_unsafe_markdown(body: str, first_line: int) -> None:
    """Refuse references to invisible characters, and Markdown that would take minutes to parse.

    `first_line` is the body's first line in the file.

    Raises:
        PageError: the Markdown is refused.
    """
    if len(body) > MAX_BODY:
        raise PageError(
            f"This page has {len(body)} characters; at most {MAX_BODY} can be read.",
            "Split it into several pages.",
            line=first_line,
        )
    if reference := next(_hidden_references(body), None):
        raise _hidden_reference_error(body, reference, first_line)
    if body.count("<") > MAX_OPEN and len(open_tags := [*_OPEN_TAG.finditer(body)]) > MAX_OPEN:
        raise _too_many_open("tags", body, open_tags[0].start(), first_line)
    if ">" * 2 in body.replace(" ", "") and (deep := _DEEP_QUOTE.search(body)):
        raise PageError(
            f"More than {MAX_QUOTE_DEPTH} signs “>” stand before this line.",
            "One makes a quotation, and two a quotation in a quotation.",
            line=position(body, deep.start())[0] + first_line - 1,
        )
    for block in _BLOCK.finditer(body):
        if len(block[0]) > MAX_BLOCK:
            raise PageError(
                f"{len(block[0])} characters follow here without an empty line; at most {MAX_BLOCK} can be read.",
                "Put empty lines between paragraphs, or split the table.",
                line=position(body, block.start())[0] + first_line - 1,
            )
        if block[0].count("[") > MAX_OPEN and (opened := _first_surplus_bracket(block[0])) is not None:
            raise _too_many_open("brackets", body, block.start() + opened, first_line)


def first_hidden(text: str) -> int | None:
    """The offset of the first invisible character, or None."""
    return next(iter(hidden_in(text)), None)


def hidden_in(text: str) -> Sequence[int]:
    """The offsets of all invisible characters that are refused, in order."""
    zero_width: list[int] = []
    if not text.isascii() and _ZERO_WIDTH.search(text):
        zero_width = [match.start() for match in _REFUSED_ZERO_WIDTH.finditer(text)]
    if text.replace("\n", "").isprintable():  # true of most texts, and twenty times faster than the rest
        return zero_width
    unpaired = _unpaired_isolates(text) if _ISOLATES.search(text) else ()
    in_flags = {offset for flag in _FLAGS.finditer(text) for offset in range(*flag.span())}
    refused = (match.start() for match in _REFUSED.finditer(text) if match.start() not in in_flags)
    return sorted((*zero_width, *refused, *unpaired))


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def hidden_name(character: str) -> str:
    """The code point and the Unicode name of an invisible character."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'a control or private character').lower()})"


def _unpaired_isolates(text: str) -> Iterator[int]:
    """The offsets of bidirectional isolates without their other half on the same line."""
    for line in re.finditer("[^\n]+", text):
        stack: list[int] = []
        for isolate in _ISOLATES.finditer(line[0]):
            offset = line.start() + isolate.start()
            if isolate[0] != POP_ISOLATE:
                stack.append(offset)
            elif stack:
                stack.pop()
            else:
                yield offset
        yield from stack


def _hidden_references(body: str) -> Iterator[re.Match[str]]:
    """Character references to invisible characters, and to controls that Python drops but a browser does not."""
    for reference in _REFERENCE.finditer(body) if "&" in body else ():
        number = _NUMERIC_REFERENCE.match(reference[0])
        if first_hidden(html.unescape(reference[0])) is not None or (number and not html.unescape(number[0])):
            yield reference


def _hidden_reference_error(body: str, reference: re.Match[str], first_line: int) -> PageError:
    line, column = position(body, reference.start())
    characters = html.unescape(reference[0])
    hidden = first_hidden(characters)
    name = "" if hidden is None else f": {hidden_name(characters[hidden])}"
    return PageError(
        f"“{reference[0]}” stands for a character that cannot be seen{name}.",
        "Delete it.",
        line=line + first_line - 1,
        column=column,
    )


def _hidden_error(text: str, offset: int) -> PageError:
    line, column = position(text, offset)
    isolate = _ISOLATES.match(text[offset])
    return PageError(
        f"Here stands a character that cannot be seen: {hidden_name(text[offset])}.",
        "Pair each isolate with its end, or delete it." if isolate else "Delete it and type the word again.",
        line=line,
        column=column,
    )


def _first_surplus_bracket(block: str) -> int | None:
    """The offset of the first bracket at which more than `MAX_OPEN` are unclosed, or None."""
    square = round_ = 0
    for bracket in _BRACKET.finditer(block):
        match bracket[0]:
            case "[":
                square += 1
            case "](":
                square, round_ = max(square - 1, 0), round_ + 1
            case "]":
                square = max(square - 1, 0)
            case ")":
                round_ = max(round_ - 1, 0)
        if square > MAX_OPEN or round_ > MAX_OPEN:
            return bracket.start()
    return None


def _too_many_open(what: str, body: str, offset: int, first_line: int) -> PageError:
    line, column = position(body, offset)
    return PageError(
        f"More than {MAX_OPEN} {what} are opened and never closed.",
        "Close them, or write a backslash before each.",
        line=line + first_line - 1,
        column=column,
    )


def _refuse_slow_lines(text: str) -> None:
    """Refuse lines that are too long, and lines with too many spaces.

    Raises:
        PageError: there is such a line.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) <= MAX_INDENT:  # the lowest of these limits
            continue
        if len(line) > MAX_LINE:
            raise PageError(
                f"This line has {len(line)} characters; at most {MAX_LINE} can be read.",
                "Break it into lines or paragraphs.",
                line=number,
            )
        if " " * (MAX_SPACES + 1) in line and line.strip():
            raise PageError(f"This line has more than {MAX_SPACES} blanks in a row.", "Delete them.", line=number)
        if len(line) - len(line.lstrip()) > MAX_INDENT and line.strip():
            raise PageError(
                "This line is indented too deeply.",
                f"Use at most {MAX_INDENT} spaces; most lists need 4.",
                line=number,
            )
