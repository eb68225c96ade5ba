"""Translates errors of the YAML parser into an editor's words, and locates their causes."""

from collections.abc import Sequence

import yaml

from crpsguide.errors import PageError
from crpsguide.language.expressions import LazyPattern
from crpsguide.read.text import position

HALF = "This text holds half of a character (a lone surrogate)."
HALF_HELP = "Type the character itself."
CODE = "A backslash in double quotes makes a code of what follows it."
CODE_HELP = "Use single quotes, or write two backslashes."
# Part of the parser's message, our message and help, for errors whose position is correct.
MESSAGES = (
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

_Explanation = tuple[str, str, yaml.Mark | None]  # message, help and position


def syntax_error(error: yaml.MarkedYAMLError, text: str, first_line: int) -> PageError:
    """The error for a text that is not YAML; `first_line` is its first line in the file."""
    lines = text.split("\n")
    message, help, mark = _explanation(error, lines)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return PageError(message, help, line=min(line, len(lines) - 1) + first_line, column=column + 1)


def character_error(error: yaml.reader.ReaderError, text: str, first_line: int) -> PageError:
    """The error for a text with a character that YAML does not allow; `first_line` is its first line in the file."""
    offset = max(text.find(chr(error.character)), 0)  # `error.position` may count characters or bytes
    line, column = position(text, offset)
    message = f"The character {_printable(text[offset : offset + 1])} cannot be used here."
    return PageError(message, "Delete it; it may be invisible.", line=line + first_line - 1, column=column)


def _explanation(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> _Explanation:
    problem, context = error.problem or "", error.context or ""
    end = error.problem_mark or error.context_mark  # where the parser failed
    start = error.context_mark or error.problem_mark  # where the construct begins in which it failed
    if "mapping values are not allowed" in problem:
        return _surplus_colon(lines, end)
    if "cannot start any token" in problem:
        if _character_at(lines, end) == "\t":
            return "A tab stands here.", "Indent with spaces, never with tabs.", end
        return _reserved_character(lines, end)
    if "scanning an alias" in context or "scanning an anchor" in context:
        return _reserved_character(lines, error.context_mark)
    for part, message, help in MESSAGES:
        if part in problem:
            return message, help, end
    if "quoted scalar" in problem or "quoted scalar" in context:
        message = "A quotation mark is opened here and never closed."
        return message, "Close the quote with the same mark, or double a mark that belongs to the text.", start
    if "expected ',' or" in problem or "flow" in context:
        message = "A bracket is opened here and never closed, or something is wrong between the brackets."
        return message, "Add the closing bracket, or put the text in quotes.", _open_bracket(lines, start)
    if "could not find expected ':'" in problem:
        return *_missing_colon(_line_of(lines, start)), start
    return *_misplaced_line(problem, _line_of(lines, end)), end


def _surplus_colon(lines: Sequence[str], mark: yaml.Mark | None) -> _Explanation:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    above = _line_without_colon(lines, line, column)
    if above is not None:
        indent = len(lines[above]) - len(lines[above].lstrip())
        return *_missing_colon(lines[above]), yaml.Mark("", 0, above, indent, None, 0)
    help = 'Put the text after the first colon in quotes: title: "Pain: what helps".'
    if _CURLY.search(_line_of(lines, mark)):
        help += " Curly quotes do not count."
    if _line_of(lines, mark)[:1].isspace():
        help += " If this is a key of its own, begin it in the column of the key above."
    return "A second colon confuses this line.", help, mark


def _reserved_character(lines: Sequence[str], mark: yaml.Mark | None) -> _Explanation:
    return f"A value cannot begin with “{_printable(_character_at(lines, mark))}”.", "Put the text in quotes.", mark


def _misplaced_line(problem: str, line: str) -> tuple[str, str]:
    if _BRACKET_FIRST.match(line):
        message = "Something follows the bracket that ends this list."
        return message, "If the brackets belong to a text, put all of it in quotes."
    if "expected <block end>" in problem:
        return "The indents of these lines do not fit together.", "Begin keys of one level in one column."
    if _QUOTE_AND_MORE.match(line):
        message = "The quotation marks of this line end before its text does."
        return message, "Put the whole text between double quotes, or double a mark that belongs to the text."
    return (
        "This cannot be read: the line does not fit the one above.",
        "Look for a missing quotation mark, text behind one, or a wrong indent, here and on the line above.",
    )


def _line_without_colon(lines: Sequence[str], line: int, column: int) -> int | None:
    """The index of a line without its colon, if that is why the parser fails at the first colon of a later line.

    To the parser, the two lines are one value, in which the second colon is not allowed.
    """
    if line >= len(lines) or not _KEY.fullmatch(lines[line][:column]):
        return None
    indent = len(lines[line]) - len(lines[line].lstrip())
    above = next((at for at in range(line - 1, -1, -1) if lines[at].strip()), None)
    if above is None or _KEY_AND_COLON.match(lines[above]):
        return None
    return above if len(lines[above]) - len(lines[above].lstrip(" ")) == indent else None


def _missing_colon(line: str) -> tuple[str, str]:
    """Message and help for a line in which the parser finds no colon."""
    if key := _JOINED_COLON.match(line):
        return "No blank follows the colon of this line.", f"Write it as “{key['key']}: …”, with a plain blank."
    return "This line has no colon after its key.", "Write it as “key: value”."


def _open_bracket(lines: Sequence[str], mark: yaml.Mark | None) -> yaml.Mark | None:
    """The position of the last opening bracket up to a position."""
    if mark is None or _character_at(lines, mark) in tuple("[{"):
        return mark
    before = "\n".join([*lines[: mark.line], "".join(lines[mark.line : mark.line + 1])[: mark.column]])
    offset = max(before.rfind("["), before.rfind("{"))
    if offset < 0:
        return mark
    line, column = position(before, offset)
    return yaml.Mark(mark.name, offset, line - 1, column - 1, None, 0)


def _line_of(lines: Sequence[str], mark: yaml.Mark | None) -> str:
    return lines[mark.line] if mark and mark.line < len(lines) else ""


def _character_at(lines: Sequence[str], mark: yaml.Mark | None) -> str:
    return _line_of(lines, mark)[mark.column : mark.column + 1] if mark else ""


def _printable(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
