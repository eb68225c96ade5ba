"""From bytes to text that can be trusted: UTF-8, plain line ends, nothing invisible."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from crpsguide.errors import PageError
from crpsguide.language.expressions import LazyPattern

LARGEST = 512 * 1024  # bytes; twenty times the longest page of a real guide
LONGEST_LINE = 10_000  # characters; Markdown's time grows with the square of some lines
MOST_BLANKS = 1000  # in a row, in a line that holds more; Markdown tries each of them as an end of code
DEEPEST_QUOTE = 10  # signs “>” before a line; a discussion on paper needs two
DEEPEST_INDENT = 80  # columns; twenty levels of lists
# Markdown goes through a block again for each link in it, through the rest of it for each bracket that
# stays open, and through the rest of the page for each tag that does.
LONGEST_BODY = 200_000  # characters; some 30,000 words
LONGEST_BLOCK = 20_000  # characters without an empty line; a table of 100 long rows
MOST_OPEN = 200  # brackets or tags that are opened and not closed

SAVE_AS_UTF_8 = "Open it in an editor, choose the encoding UTF-8, and save it again."
_LINE_ENDS = LazyPattern(r"\r\n?")
# Controls but tab and newline; zero-width space, word joiner and stray byte order marks; bidirectional
# overrides; invisible signs of sums; old signs of format and annotations; invisible tags; private use planes and
# noncharacters; line and paragraph separators.
_REFUSED = LazyPattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060-\u2065\ufeff\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\ufffe\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\U000f0000-\U0010ffff]"
)
# What counts as a letter or mark and is drawn as nothing: a joiner of graphemes, fillers of Korean and Khmer, and
# signs that choose between the forms of a letter. Whole hidden sentences are written with the last; one is as it
# should be behind a sign or a Chinese letter.
_FILLER = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_CHOICE = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
LOST_OBJECT = "\ufffc"  # what word processors leave where a picture was
LOST_LETTER = "\ufffd"
# How the bytes of one letter look when each is taken for a letter: “â€™” for “’”, “Ã¼” for “ü”, “Â°” for “°”.
_TAIL = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_MAYBE_MISREAD = LazyPattern(
    f"{LOST_LETTER}|[\u00c2\u00c3][{_TAIL}]|\u00e2[\u20ac\u201a\u201e\u2020-\u2022\u02c6\u2030][{_TAIL}]"
    f"|\u00ef\u00bb\u00bf|\u00f0\u0178[{_TAIL}]{{2}}|{LOST_OBJECT}"
    # letters of mathematics, and wide ones: they only look like words
    "|[\U0001d400-\U0001d7ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
)
_DRAWN_AS_NOTHING = LazyPattern(f"[{_FILLER}{_CHOICE}]")
_REFUSED_OF_THEM = LazyPattern(
    f"[{_FILLER}]|(?<=[{_CHOICE}])[{_CHOICE}]"
    "|(?<![\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)
# The flags of England, Scotland and Wales are a black flag with letters that nobody sees.
_FLAGS = LazyPattern(
    "\U0001f3f4(?:\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f)"
)
_BLANKS = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f")  # those of them that part words
_BINARY = "\x00"  # stands in no text at all
MOST_TOLD = 10  # hidden characters of one file; one that holds more was saved by a program that writes more
# What word processors paste for a new line: to every browser it is a blank.
_SEPARATORS = "\x85\u2028\u2029"
END_OF_ISOLATE = "\u2069"
_ISOLATES = LazyPattern("[\u2066-\u2069]")
_MERGE_MARK = LazyPattern(r"^(?:<{7}(?: .*)?$(?:\n(?!<{7}).*)*?\n>{7}|<{7}|>{7})(?: .*)?$", re.MULTILINE)
_REFERENCE = LazyPattern(r"&#?\w+;?")
_NUMBER = LazyPattern(r"&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
_OPEN_TAG = LazyPattern(r"<[A-Za-z/!?][^<>]*(?=<|\Z)")
_BLOCK = LazyPattern(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_DEEP_QUOTE = LazyPattern(rf"^(?:[ ]{{0,3}}>){{{DEEPEST_QUOTE + 1}}}", re.MULTILINE)
_BRACKET = LazyPattern(r"\\.|\]\(|[\[\])]")


def decode(data: bytes) -> str:
    """The text of a file, with a newline for every line end and without a byte order mark.

    Raises:
        PageError: too large, not UTF-8, or no text at all. Other characters that cannot be seen are left in it
            (`without_hidden`).
    """
    if len(data) > LARGEST:
        raise PageError(
            f"This file has a size of more than {LARGEST // 1024} kB, which is the most that can be read.",
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
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    if _BINARY in text:
        raise _hidden(text, text.index(_BINARY))
    _refuse_slow(text)
    return text


def misread_letters(text: str) -> tuple[PageError, ...]:
    """What to tell of letters that some program took for others, or could not read, the first on each line."""
    if text.isascii() or not _MAYBE_MISREAD.search(text):
        return ()
    told: dict[int, PageError] = {}
    for found in _MAYBE_MISREAD.finditer(text):
        line, column = position(text, found.start())
        if found[0] == LOST_LETTER:
            message, help = "A letter was lost here: U+FFFD stands in its place.", "Type the letter again."
        elif found[0] == LOST_OBJECT:
            message, help = (
                "A picture was lost here: U+FFFC stands in its place.",
                "Put it in again, or remove the sign.",
            )
        elif (meant := unicodedata.normalize("NFKC", found[0])).isascii():
            message = f"“{found[0]}” only looks like letters: no search finds it, and screen readers spell it out."
            help = f"Write “{meant}”."
        elif meant := _meant_by(found[0]):
            message = f"“{found[0]}” stands here where “{meant}” was typed: the file was once saved in another form."
            help = f"Write “{meant}”, and look for others like it."
        else:
            continue
        told.setdefault(line, PageError(message, help, line=line, column=column))
    return tuple(told.values())[:MOST_TOLD]


def merge_marks(text: str) -> tuple[PageError, ...]:
    """What to tell of lines above which, or else below, a program put two versions that it could not join."""
    return tuple(
        PageError(
            f"“{found[0].splitlines()[0]}” marks two versions of a text: which of them is meant was never settled.",
            "Keep one of the two, and remove this line and the others like it (<<<<<<<, =======, >>>>>>>).",
            line=position(text, found.start())[0],
            column=1,
        )
        for found in (_MERGE_MARK.finditer(text) if "<<<<<<<" in text or ">>>>>>>" in text else ())
    )[:MOST_TOLD]


def _meant_by(letters: str) -> str:
    """The letter whose bytes of UTF-8 were taken for letters of Windows; nothing when they are those of no letter."""
    try:
        meant = b"".join(one.encode("latin-1" if "\x80" <= one <= "\x9f" else "cp1252") for one in letters).decode()
    except UnicodeError:
        return ""
    return meant if len(meant) == 1 else ""


def without_hidden(text: str) -> tuple[str, tuple[PageError, ...]]:
    """A text as it can be read without the characters that nobody sees, and what to tell of the first on each line.

    Those that part words leave a blank, the others nothing.
    """
    offsets = hidden_in(text)
    if not offsets:
        return text, ()
    parts, start = [], 0
    for offset in offsets:
        parts += [text[start:offset], " " if text[offset] in _BLANKS else ""]
        start = offset + 1
    firsts, line = [offsets[0]], text.find("\n", offsets[0])
    for offset in offsets:
        if 0 <= line < offset and len(firsts) < MOST_TOLD:
            firsts.append(offset)
            line = text.find("\n", offset)
    return "".join([*parts, text[start:]]), tuple(_hidden(text, one) for one in firsts)


def without_hidden_references(body: str, first_line: int) -> tuple[str, tuple[PageError, ...]]:
    """Markdown without the references that stand for characters nobody sees, and what to tell of each.

    `first_line` is the body's first line in the file.
    """
    found = [*_hidden_references(body)]
    parts, start = [], 0
    for reference in found:
        parts.append(body[start : reference.start()])
        start = reference.end()
    told = tuple(_hidden_reference(body, one, first_line) for one in found[:MOST_TOLD])
    return "".join([*parts, body[start:]]), told


def refuse_markdown(body: str, first_line: int) -> None:
    """Refuse what only Markdown makes harmful: hidden characters by their numbers, and text that takes minutes.

    Raises:
        PageError: with the line in the file, of which the body's first is `first_line`.
    """
    if len(body) > LONGEST_BODY:
        raise PageError(
            f"This page has {len(body)} characters; at most {LONGEST_BODY} can be read.",
            "Split it into several pages.",
            line=first_line,
        )
    if reference := next(_hidden_references(body), None):
        raise _hidden_reference(body, reference, first_line)
    if body.count("<") > MOST_OPEN and len(open_tags := [*_OPEN_TAG.finditer(body)]) > MOST_OPEN:
        raise _too_many("tags", body, open_tags[0].start(), first_line)
    if ">" * 2 in body.replace(" ", "") and (deep := _DEEP_QUOTE.search(body)):
        raise PageError(
            f"More than {DEEPEST_QUOTE} signs “>” stand before this line.",
            "One makes a quotation, and two a quotation in a quotation.",
            line=position(body, deep.start())[0] + first_line - 1,
        )
    for block in _BLOCK.finditer(body):
        if len(block[0]) > LONGEST_BLOCK:
            raise PageError(
                f"{len(block[0])} characters follow here without an empty line; at most {LONGEST_BLOCK} can be read.",
                "Put empty lines between paragraphs, or split the table.",
                line=position(body, block.start())[0] + first_line - 1,
            )
        if block[0].count("[") > MOST_OPEN and (opened := _most_open(block[0])) is not None:
            raise _too_many("brackets", body, block.start() + opened, first_line)


def first_hidden(text: str) -> int | None:
    """The offset of the first character that is refused because nobody sees it; None when there is none."""
    return next(iter(hidden_in(text)), None)


def hidden_in(text: str) -> Sequence[int]:
    """The offsets of all characters that are refused because nobody sees them, in their order."""
    nothing = (
        [found.start() for found in _REFUSED_OF_THEM.finditer(text)]
        if not text.isascii() and _DRAWN_AS_NOTHING.search(text)
        else []
    )
    if text.replace("\n", "").isprintable():
        return nothing  # as most texts are, which is told twenty times sooner
    unpaired = _unpaired_isolates(text) if _ISOLATES.search(text) else ()
    of_flags = {at for flag in _FLAGS.finditer(text) for at in range(*flag.span())}
    refused = (found.start() for found in _REFUSED.finditer(text) if found.start() not in of_flags)
    return sorted((*nothing, *refused, *unpaired))


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def hidden_name(character: str) -> str:
    """A character that cannot be seen, told in characters that can."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'a control or private character').lower()})"


def _unpaired_isolates(text: str) -> Iterator[int]:
    for line in re.finditer("[^\n]+", text):
        waiting: list[int] = []
        for isolate in _ISOLATES.finditer(line[0]):
            at = line.start() + isolate.start()
            if isolate[0] != END_OF_ISOLATE:
                waiting.append(at)
            elif waiting:
                waiting.pop()
            else:
                yield at
        yield from waiting


def _hidden_references(body: str) -> Iterator[re.Match[str]]:
    """References that stand for a hidden character, or for a control that Python leaves out and a browser does not."""
    for reference in _REFERENCE.finditer(body) if "&" in body else ():
        number = _NUMBER.match(reference[0])
        if first_hidden(html.unescape(reference[0])) is not None or (number and not html.unescape(number[0])):
            yield reference


def _hidden_reference(body: str, reference: re.Match[str], first_line: int) -> PageError:
    line, column = position(body, reference.start())
    meant = html.unescape(reference[0])
    hidden = first_hidden(meant)
    name = "" if hidden is None else f": {hidden_name(meant[hidden])}"
    return PageError(
        f"“{reference[0]}” stands for a character that cannot be seen{name}.",
        "Delete it.",
        line=line + first_line - 1,
        column=column,
    )


def _hidden(text: str, offset: int) -> PageError:
    line, column = position(text, offset)
    isolate = _ISOLATES.match(text[offset])
    return PageError(
        f"Here stands a character that cannot be seen: {hidden_name(text[offset])}.",
        "Pair each isolate with its end, or delete it." if isolate else "Delete it and type the word again.",
        line=line,
        column=column,
    )


def _most_open(block: str) -> int | None:
    """The offset at which more brackets are open than may be; None when that never happens."""
    words = address = 0
    for bracket in _BRACKET.finditer(block):
        match bracket[0]:
            case "[":
                words += 1
            case "](":
                words, address = max(words - 1, 0), address + 1
            case "]":
                words = max(words - 1, 0)
            case ")":
                address = max(address - 1, 0)
        if words > MOST_OPEN or address > MOST_OPEN:
            return bracket.start()
    return None


def _too_many(what: str, body: str, offset: int, first_line: int) -> PageError:
    line, column = position(body, offset)
    return PageError(
        f"More than {MOST_OPEN} {what} are opened and never closed.",
        "Close them, or write a backslash before each.",
        line=line + first_line - 1,
        column=column,
    )


def _refuse_slow(text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) <= DEEPEST_INDENT:
            continue  # too short for any of these
        if len(line) > LONGEST_LINE:
            raise PageError(
                f"This line has {len(line)} characters; at most {LONGEST_LINE} can be read.",
                "Break it into lines or paragraphs.",
                line=number,
            )
        if " " * (MOST_BLANKS + 1) in line and line.strip():
            raise PageError(f"This line has more than {MOST_BLANKS} blanks in a row.", "Delete them.", line=number)
        if len(line) - len(line.lstrip()) > DEEPEST_INDENT and line.strip():
            raise PageError(
                "This line is indented too deeply.",
                f"Use at most {DEEPEST_INDENT} spaces; most lists need 4.",
                line=number,
            )
