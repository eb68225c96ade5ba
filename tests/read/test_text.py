"""Files and text that are refused, with line and column, and unusual ones that are accepted."""

import pytest
from tests.read.bodies import ParseBody, sentences

from crpsguide.errors import PageError
from crpsguide.read.text import (
    MAX_BLOCK,
    MAX_BODY,
    MAX_INDENT,
    MAX_LINE,
    MAX_OPEN,
    MAX_REPORTED,
    MAX_SIZE,
    MAX_SPACES,
    decode,
    encoding_faults,
    merge_conflicts,
    without_hidden,
    without_hidden_references,
)

BEFORE = "---\ntitle: a\n---\n\n"


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        pytest.param(b"Good.\n\nBad \xff byte.\n" + b"Good.\n" * 500, 3, 5, "UTF-8", id="one bad byte"),
        pytest.param("Größe".encode("latin-1"), 1, 3, "UTF-8", id="another encoding"),
        pytest.param("a".encode("utf-16"), 1, 1, "saved as UTF-16", id="two bytes a letter"),
        pytest.param(b"a\r\rb \xc3", 3, 3, "UTF-8", id="cut off in a character"),
        pytest.param(b"a\nTake\x00 care.", 2, 5, "U+0000", id="NUL"),
        pytest.param(b"a" * (MAX_SIZE + 1), 1, 1, "size", id="large file"),
        pytest.param(b"a\n" + b"b" * (MAX_LINE + 1), 2, 1, "characters", id="long line"),
        pytest.param(b"a\n```" + b" " * (MAX_SPACES + 1), 2, 1, "blanks", id="code that opens with blanks"),
        pytest.param(b"a\n" + b" " * (MAX_INDENT + 1) + b"- b", 2, 1, "indented", id="deep indent"),
    ],
)
def test_bytes_that_are_refused(data: bytes, line: int, column: int, says: str) -> None:
    with pytest.raises(PageError) as caught:
        decode(data)

    assert (caught.value.line, caught.value.column) == (line, column)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Arabic word \u2067مرحبا\u2069 means hello.", id="isolate with its end"),
        pytest.param("\u2068a \u2067b\u2069 c\u2069", id="isolate in an isolate"),
        pytest.param("Nurse 👩\u200d⚕️ and family 👨\u200d👩\u200d👧", id="joined emoji"),
        pytest.param("neuro\u00adpathic", id="soft hyphen"),
        pytest.param("می\u200cخواهم", id="non-joiner"),
        pytest.param("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", id="flag of Scotland"),
        pytest.param("\u845b\U000e0100", id="form of a Chinese letter"),
        pytest.param("\u2764\ufe0f", id="heart in colour"),
        pytest.param("a\tb\nc", id="tab"),
        pytest.param("a" + "\u0301" * 5000, id="many combining marks"),
        pytest.param("a" * MAX_LINE, id="longest line"),
        pytest.param(" " * MAX_INDENT + "a", id="deepest indent"),
        pytest.param(" " * 4321, id="only blanks"),
        pytest.param("| a |" + " " * MAX_SPACES + "|", id="most blanks in a row"),
    ],
)
def test_text_that_only_looks_odd_is_taken(text: str) -> None:
    assert without_hidden(decode(text.encode())) == (text, ())


@pytest.mark.parametrize(
    ("text", "plain", "line", "column", "says"),
    [
        pytest.param("Side\u200beffects", "Sideeffects", 1, 5, "U+200B (zero width space)", id="zero-width space"),
        pytest.param("a\n\nb \u202ec", "a\n\nb c", 3, 3, "U+202E (right-to-left override)", id="direction override"),
        pytest.param("cu\u2064re", "cure", 1, 3, "U+2064 (invisible plus)", id="sign of a sum that nobody sees"),
        pytest.param("a\ufeffb", "ab", 1, 2, "U+FEFF", id="byte order mark within"),
        pytest.param("a\u2060b", "ab", 1, 2, "U+2060 (word joiner)", id="word joiner"),
        pytest.param("a\u202ab", "ab", 1, 2, "U+202A", id="direction of a stretch"),
        pytest.param("a\u206ab", "ab", 1, 2, "U+206A", id="old sign of format"),
        pytest.param("a\ufffeb", "ab", 1, 2, "U+FFFE", id="no character"),
        pytest.param("\ue000b", "b", 1, 1, "U+E000", id="bullet of a word processor"),
        pytest.param("a\x9bb", "ab", 1, 2, "U+009B", id="upper control"),
        pytest.param("a\x7fb", "ab", 1, 2, "U+007F", id="delete"),
        *(
            pytest.param(f"a{chr(filler)}b", "ab", 1, 2, f"U+{filler:04X}", id=f"filler {filler:X}")
            for filler in (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)
        ),
        pytest.param("a\ufe00\ufe01", "a\ufe00", 1, 3, "U+FE01", id="two forms of one letter"),
        pytest.param("a\U000e0100b", "ab", 1, 2, "U+E0100", id="form of a letter that has one form"),
        pytest.param("a\U000e01f0b", "ab", 1, 2, "U+E01F0", id="plane of tags, to its end"),
        pytest.param(
            "\U0001f3f4\U000e0061", "\U0001f3f4", 1, 2, "U+E0061", id="letter behind a flag that it is no part of"
        ),
        pytest.param("a\U0010ffffb", "ab", 1, 2, "U+10FFFF", id="last of all characters"),
        pytest.param("a\U000e0041", "a", 1, 2, "U+E0041", id="invisible tag"),
        pytest.param("one\ufffaTEN", "oneTEN", 1, 4, "U+FFFA", id="annotation"),
        pytest.param("a\U000f0000", "a", 1, 2, "U+F0000", id="private character"),
        pytest.param("a\x1b[31m", "a[31m", 1, 2, "U+001B", id="escape of a terminal"),
        pytest.param("a \u2067b\nc", "a b\nc", 1, 3, "U+2067", id="isolate that stays open"),
        pytest.param("a b\u2069", "a b", 1, 4, "U+2069", id="end of no isolate"),
        pytest.param("\u2066a\u2067b\u2069\n", "a\u2067b\u2069\n", 1, 1, "U+2066", id="one of two isolates open"),
        pytest.param("a\x0bb", "a b", 1, 2, "U+000B", id="vertical tab"),
        pytest.param("ab\x0cc", "ab c", 1, 3, "U+000C", id="form feed"),
    ],
)
def test_what_cannot_be_seen_is_told_and_the_rest_is_read(
    text: str, plain: str, line: int, column: int, says: str
) -> None:
    read, (fault,) = without_hidden(decode(text.encode()))

    assert read == plain
    assert (fault.line, fault.column) == (line, column)
    assert says in str(fault)


def test_what_cannot_be_seen_is_told_once_a_line_and_not_without_end() -> None:
    few = without_hidden("a\u200bb\u202ec\n\nd\u200b\u200b\n")[1]
    many = without_hidden("\u200b\n" * 1000)[1]

    assert [(one.line, one.column) for one in few] == [(1, 2), (3, 2)]
    assert [one.line for one in many] == [*range(1, MAX_REPORTED + 1)]


def test_an_isolate_has_its_end_on_its_own_line() -> None:
    plain, told = without_hidden("a \u2067b\nc\u2069 d")

    assert plain == "a b\nc d"
    assert [(one.line, one.column) for one in told] == [(1, 3), (2, 2)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Take care.\nIt\u00e2\u20ac\u2122s so.", "stands here where “\u2019” was typed", id="apostrophe"),
        pytest.param("Words.\nF\u00c3\u00bcr", "stands here where “\u00fc” was typed", id="letter of two bytes"),
        pytest.param("Words.\nCaf\ufffd", "A letter was lost", id="lost letter"),
        pytest.param("Words.\n\ufffc", "A picture was lost", id="lost picture"),
        pytest.param(
            "Words.\n\U0001d41c\U0001d42e\U0001d42b\U0001d41e", "only looks like letters", id="letters of sums"
        ),
        pytest.param("Words.\n\uff43ure", "only looks like letters", id="wide letter"),
    ],
)
def test_letters_that_some_program_took_for_others_are_told(text: str, says: str) -> None:
    [told] = encoding_faults(text)

    assert (told.line, says in str(told)) == (2, True)


@pytest.mark.parametrize(
    "text", ["\u00c4rzte, \u00e9t\u00e9, \u03a9, 10 \u00b0C", "\u00e2ge, \u00c3", "\u2122 \u20ac5 \u2026"]
)
def test_letters_of_other_tongues_are_left_alone(text: str) -> None:
    assert encoding_faults(text) == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\nd", [2], id="all of it"),
        pytest.param("a\n<<<<<<< HEAD\nb", [2], id="only its beginning"),
        pytest.param("a\n>>>>>>> theirs\nb", [2], id="only its end"),
        pytest.param("<<<<<<<\na\n>>>>>>>\n<<<<<<<\nb\n>>>>>>>", [1, 4], id="two of them"),
        pytest.param("> > > quoted\n\n<<<<<<<<\n\n=======", [], id="what is none"),
    ],
)
def test_what_a_merge_left_is_told(text: str, lines: list[int]) -> None:
    assert [one.line for one in merge_conflicts(text)] == lines


@pytest.mark.parametrize("text", ["a\tb\u00a0c\nd", "Nurse 👩\u200d⚕️", "\u2067مرحبا\u2069", "neuro\u00adpathic"])
def test_other_blanks_joiners_and_pairs_are_as_they_were(text: str) -> None:
    assert without_hidden(text) == (text, ())


def test_a_number_that_stands_for_a_hidden_character_is_told_and_left_out() -> None:
    plain, told = without_hidden_references("a\n\n[b](slee&#x200b;p.md) &ZeroWidthSpace;&eacute;&#8203\n", 5)

    assert plain == "a\n\n[b](sleep.md) &eacute;\n"
    assert [(one.line, one.column) for one in told] == [(7, 9), (7, 23), (7, 47)]


def test_numbers_that_stand_for_hidden_characters_are_not_told_without_end() -> None:
    assert len(without_hidden_references("&#x200b;\n" * 99, 1)[1]) == MAX_REPORTED


def test_a_separator_of_lines_or_paragraphs_is_a_blank() -> None:
    assert decode("One\u2028two\u2029three\x85four.".encode()) == "One two three four."


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_line_end_is_a_newline(ends: str) -> None:
    assert decode(f"\ufeffa{ends}{ends}b{ends}".encode()) == "a\n\nb\n"


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        pytest.param("a\n\n&#x200b;b", 3, "“&#x200b;”", id="hidden character by its number"),
        pytest.param("a &#8238; b", 1, "cannot be seen", id="decimal number"),
        pytest.param("a &#3; b", 1, "cannot be seen", id="control by its number"),
        pytest.param("a\n&#x3K;;", 2, "cannot be seen", id="control by a number that ends early"),
        pytest.param("&#xfdd0;", 1, "cannot be seen", id="no character at all"),
        pytest.param("a &ZeroWidthSpace; b", 1, "cannot be seen", id="by its name"),
        pytest.param("a\n&#x100000;", 2, "cannot be seen", id="private character"),
        pytest.param("a\n\n" + "[" * 13_000, 3, "brackets", id="brackets"),
        pytest.param("![" * (MAX_OPEN + 1), 1, "brackets", id="pictures"),
        pytest.param("[a](" * (MAX_OPEN + 1), 1, "brackets", id="addresses"),
        pytest.param("a\n\n" + "<a\n" * (MAX_OPEN + 1), 3, "tags", id="tags"),
        pytest.param("\n\n" + " ".join("`" * n for n in range(1, 600)), 3, "empty line", id="code spans"),
        pytest.param("a\n\n" + "word\n" * MAX_BLOCK, 3, "empty line", id="long block"),
        pytest.param("a\n\n" * MAX_BODY, 1, "characters", id="long page"),
        pytest.param("a\n: b\n" * 3000, 1, "nested too deeply", id="definitions without empty lines"),
        pytest.param("1. " * 3000, 1, "nested too deeply", id="lists in one line"),
        pytest.param("a\n\n*a **`*\\[a", 3, "too close for Markdown", id="emphasis that swallows what stands in it"),
    ],
)
def test_markdown_that_is_refused(body: str, line: int, says: str, parse_body: ParseBody) -> None:
    with pytest.raises(PageError) as caught:
        parse_body(body)

    assert caught.value.line == line
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("&nbsp;a&shy;b &zwj; &amp; &#233; &#xe9;", id="harmless references"),
        pytest.param("[a](b.md), " * 400, id="many links"),
        pytest.param("- [ ] a\n" * 1000, id="many boxes"),
        pytest.param("\\[" * (MAX_OPEN * 2), id="escaped brackets"),
        pytest.param("<b>a</b> " * 300, id="many tags"),
        pytest.param("5 < 6 " * 300, id="many smaller signs"),
        pytest.param("| a | [b](c.md) |\n|---|---|\n" + "| a | [b](c.md) |\n" * 900, id="long table"),
    ],
)
def test_long_markdown_that_is_taken(body: str, parse_body: ParseBody) -> None:
    assert parse_body(body).troubles == ()


def test_a_page_after_one_that_was_refused_is_read_as_ever(parse_body: ParseBody) -> None:
    with pytest.raises(PageError):
        parse_body("1. " * 3000)

    body = parse_body("Words that must not vanish.")

    assert sentences(body) == ["Words that must not vanish."]


def test_a_reference_is_read_as_its_character(parse_body: ParseBody) -> None:
    body = parse_body("R&amp;D &#233; &lt;5 &copy;")

    assert sentences(body) == ["R&D é <5 ©"]
