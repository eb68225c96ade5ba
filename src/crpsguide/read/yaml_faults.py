"""What the parser of YAML complains of, in an editor's words, at the place where the editor has to look."""

from collections.abc import Sequence

import yaml

from crpsguide.errors import PageError
from crpsguide.language.expressions import LazyPattern
from crpsguide.read.text import position

HALF = "This text holds half of a character (a lone surrogate)."
HALF_HELP = "Type the character itself."
CODE = "A backslash in double quotes makes a code of what follows it."
CODE_HELP = "Use single quotes, or write two backslashes."
# What the parser says, and what we say instead, at the place where it gave up.
PLAIN = (
    ("tab character", "This line is indented with a tab.", "Indent with spaces."),
    ("Unicode character escape", HALF, HALF_HELP),
    ("escape character", CODE, CODE_HELP),
    ("hex", CODE, CODE_HELP),
)
_KEY = LazyPattern(r"\s*[\w-]+[ ]*")
_KEY_AND_COLON = LazyPattern(r"\s*(?:- )?[\w-]+[ ]*:(?:[ \t]|$)|\s*- ")
_JOINED_COLON = LazyPattern(r"\s*(?P<key>[\w-]+):[^ \t]")
_QUOTE_AND_MORE = LazyPattern(r"\s*(?:- )?[\w-]+:\s+(?:'[^']*'[^'\s]|'[^']*'\s+\S|\"[^\"]*\"\s*\S)")
_CURLY = LazyPattern("[“”„]")
_BRACKET_FIRST = LazyPattern(r"\s*(?:- )?[\w-]+:\s+[\[{]")

_Told = tuple[str, str, yaml.Mark | None]  # the message, the next step, and where to look


def explained(error: yaml.MarkedYAMLError, text: str, first_line: int) -> PageError:
    """What is wrong with a text that the parser cannot take; the file's line `first_line` is its first."""
    lines = text.split("\n")
    message, help, mark = _told(error, lines)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return PageError(message, help, line=min(line, len(lines) - 1) + first_line, column=column + 1)


def unreadable(error: yaml.reader.ReaderError, text: str, first_line: int) -> PageError:
    """What is wrong with a text that holds a character which the parser refuses."""
    at = max(text.find(chr(error.character)), 0)  # the parser counts characters or bytes, whichever it is
    line, column = position(text, at)
    message = f"The character {_shown(text[at : at + 1])} cannot be used here."
    return PageError(message, "Delete it; it may be invisible.", line=line + first_line - 1, column=column)


def _told(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> _Told:
    problem, context = error.problem or "", error.context or ""
    ended, began = error.problem_mark, error.context_mark
    at, opened = ended or began, began or ended
    if "mapping values are not allowed" in problem:
        return _surplus_colon(lines, at)
    if "cannot start any token" in problem:
        if _character_at(lines, at) == "\t":
            return "A tab stands here.", "Indent with spaces, never with tabs.", at
        return _no_beginning(lines, at)
    if "scanning an alias" in context or "scanning an anchor" in context:
        return _no_beginning(lines, began)
    for said, message, help in PLAIN:
        if said in problem:
            return message, help, at
    if "quoted scalar" in problem or "quoted scalar" in context:
        message = "A quotation mark is opened here and never closed."
        return message, "Close the quote with the same mark, or double a mark that belongs to the text.", opened
    if "expected ',' or" in problem or "flow" in context:
        message = "A bracket is opened here and never closed, or something is wrong between the brackets."
        return message, "Add the closing bracket, or put the text in quotes.", _opened_before(lines, opened)
    if "could not find expected ':'" in problem:
        return *_without_colon(_line_of(lines, opened)), opened
    return *_misfit(problem, _line_of(lines, at)), at


def _surplus_colon(lines: Sequence[str], mark: yaml.Mark | None) -> _Told:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    above = _line_without_colon(lines, line, column)
    if above is not None:
        indent = len(lines[above]) - len(lines[above].lstrip())
        return *_without_colon(lines[above]), yaml.Mark("", 0, above, indent, None, 0)
    help = 'Put the text after the first colon in quotes: title: "Pain: what helps".'
    if _CURLY.search(_line_of(lines, mark)):
        help += " Curly quotes do not count."
    if _line_of(lines, mark)[:1].isspace():
        help += " If this is a key of its own, begin it in the column of the key above."
    return "A second colon confuses this line.", help, mark


def _no_beginning(lines: Sequence[str], mark: yaml.Mark | None) -> _Told:
    return f"A value cannot begin with “{_shown(_character_at(lines, mark))}”.", "Put the text in quotes.", mark


def _misfit(problem: str, written: str) -> tuple[str, str]:
    if _BRACKET_FIRST.match(written):
        message = "Something follows the bracket that ends this list."
        return message, "If the brackets belong to a text, put all of it in quotes."
    if "expected <block end>" in problem:
        return "The indents of these lines do not fit together.", "Begin keys of one level in one column."
    if _QUOTE_AND_MORE.match(written):
        message = "The quotation marks of this line end before its text does."
        return message, "Put the whole text between double quotes, or double a mark that belongs to the text."
    return (
        "This cannot be read: the line does not fit the one above.",
        "Look for a missing quotation mark, text behind one, or a wrong indent, here and on the line above.",
    )


def _line_without_colon(lines: Sequence[str], line: int, column: int) -> int | None:
    """The line that lacks its colon, when the parser stumbles over the first colon of a line below it.

    To the parser the two are one value, so that the second has a colon too many.
    """
    if line >= len(lines) or not _KEY.fullmatch(lines[line][:column]):
        return None
    indent = len(lines[line]) - len(lines[line].lstrip())
    above = next((at for at in range(line - 1, -1, -1) if lines[at].strip()), None)
    if above is None or _KEY_AND_COLON.match(lines[above]):
        return None
    return above if len(lines[above]) - len(lines[above].lstrip(" ")) == indent else None


def _without_colon(written: str) -> tuple[str, str]:
    """What is wrong with a line that YAML finds no colon in, and the next step."""
    if key := _JOINED_COLON.match(written):
        return "No blank follows the colon of this line.", f"Write it as “{key['key']}: …”, with a plain blank."
    return "This line has no colon after its key.", "Write it as “key: value”."


def _opened_before(lines: Sequence[str], mark: yaml.Mark | None) -> yaml.Mark | None:
    """The bracket that is still open at a mark: the parser tells where it gave up."""
    if mark is None or _character_at(lines, mark) in tuple("[{"):
        return mark
    before = "\n".join([*lines[: mark.line], "".join(lines[mark.line : mark.line + 1])[: mark.column]])
    at = max(before.rfind("["), before.rfind("{"))
    if at < 0:
        return mark
    return yaml.Mark(mark.name, at, before.count("\n", 0, at), at - (before.rfind("\n", 0, at) + 1), None, 0)


def _line_of(lines: Sequence[str], mark: yaml.Mark | None) -> str:
    return lines[mark.line] if mark and mark.line < len(lines) else ""


def _character_at(lines: Sequence[str], mark: yaml.Mark | None) -> str:
    return _line_of(lines, mark)[mark.column : mark.column + 1] if mark else ""


def _shown(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}" if character else "nothing"
