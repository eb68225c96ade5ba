"""YAML as editors write it, and the line and column of errors."""

from pathlib import PurePosixPath

import pytest
import yaml

from crpsguide.errors import PageError
from crpsguide.model import Place
from crpsguide.read.yaml_tree import parse_yaml

PATH = PurePosixPath("content/site.yaml")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("no", "no", id="no is not false"),
        pytest.param("yes", "yes", id="yes is not true"),
        pytest.param("1.10", "1.10", id="digits stay"),
        pytest.param("012", "012", id="leading zero"),
        pytest.param("1_000", "1_000", id="underscore"),
        pytest.param("12:30", "12:30", id="time"),
        pytest.param("2024-02-30", "2024-02-30", id="day that is not"),
        pytest.param("20261120", "20261120", id="day without hyphens"),
        pytest.param("'it''s'", "it's", id="doubled mark"),
        pytest.param('"a \\"b\\" \\u00e9"', 'a "b" é', id="escapes"),
        pytest.param("words # and why", "words", id="comment"),
        pytest.param("two words  # and why", "two words", id="comment set apart"),
        pytest.param("23 November 2026 # or so", "23 November 2026", id="comment behind a date"),
        pytest.param("a#b", "a#b", id="number sign within"),
        pytest.param("|\n  one\n  two", "one\ntwo\n", id="literal block"),
        pytest.param(">\n  one\n  two", "one two\n", id="folded block"),
        pytest.param("", None, id="nothing"),
        pytest.param("~", None, id="tilde"),
        *(pytest.param(one, None, id=one) for one in ("null", "Null", "NULL")),
        pytest.param("NuLL", "NuLL", id="no null"),
        pytest.param("''", "", id="empty text"),
        pytest.param("'~'", "~", id="quoted tilde"),
        pytest.param("[a, 'b, c']", ["a", "b, c"], id="list"),
        pytest.param("{a: 1, b: [c]}", {"a": "1", "b": ["c"]}, id="mapping"),
        pytest.param("\tone", "one", id="tab behind the colon"),
    ],
)
def test_a_value_stays_as_it_was_typed(written: str, value: object) -> None:
    assert parse_yaml(f"key: {written}\n", PATH).data == {"key": value}


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        pytest.param("title: a\ntitle: b", 2, 1, "line 1", id="duplicate key"),
        pytest.param("a:\n  b: 1\n  c: 2\n  b: 3", 4, 3, "second time", id="duplicate key within"),
        pytest.param("tags: &t [a, *t]", 1, 7, "alias", id="list that holds itself"),
        pytest.param("a: &x b\nc: *x", 1, 4, "alias", id="anchor"),
        pytest.param("a: *x", 1, 4, "“*” makes an alias", id="alias of nothing"),
        pytest.param("title: *bold* words", 1, 8, "quotes", id="Markdown at the beginning"),
        pytest.param("title: **bold**", 1, 8, "quotes", id="strong Markdown at the beginning"),
        pytest.param("title: &amp; more", 1, 8, "quotes", id="entity at the beginning"),
        pytest.param("a: b\n<<: {c: d}", 2, 1, "merges", id="merge key"),
        pytest.param("a: !!python/object:os.system x", 1, 4, "tag", id="tag"),
        pytest.param("a: !x y", 1, 4, "tag", id="own tag"),
        pytest.param("title: CRPS: what is it", 1, 12, "quotes", id="colon in a value"),
        pytest.param("title: a\n  summary: b", 2, 10, "column of the key above", id="key that is indented"),
        pytest.param("a:\n\tb: c", 2, 1, "A tab stands here", id="tab as indent"),
        pytest.param("a: b\nc: @home", 2, 4, "“@”", id="at sign"),
        pytest.param("a: `b`", 1, 4, "“`”", id="backtick"),
        pytest.param("a: %b", 1, 4, "“%”", id="per cent"),
        pytest.param('a: b\nc: "d\ne: f', 2, 4, "quotation mark", id="double quote that stays open"),
        pytest.param("a: 'it's", 1, 8, "quotation mark", id="apostrophe in single quotes"),
        pytest.param("a: 'b\nc: d", 1, 4, "quotation mark", id="single quote that stays open"),
        pytest.param('a: "C:\\dir"', 1, 7, "backslash", id="backslash in double quotes"),
        pytest.param('a: "b\n  c:\\new"', 2, 5, "backslash", id="path whose letters are codes"),
        pytest.param("a: rest is good # and never two", 1, 17, "left out", id="words behind a number sign"),
        pytest.param("a: Reason #1", 1, 11, "left out", id="number behind a number sign"),
        pytest.param("a: #1 on rest", 1, 4, "left out", id="nothing but what follows a number sign"),
        pytest.param('a: "\\xzz"', 1, 7, "backslash", id="code that is none"),
        pytest.param("a: b\ntags: [c, d\ne: f", 2, 7, "bracket", id="bracket that stays open"),
        pytest.param("tags: {c", 1, 7, "bracket", id="brace that stays open"),
        pytest.param("a: b\nsummary", 2, 1, "colon", id="last line without a colon"),
        pytest.param("a: b\nsummary\nc: d", 2, 1, "colon", id="line without a colon"),
        pytest.param("a:\n  - b\n - c", 3, 2, "indent", id="indents that do not fit"),
        pytest.param("? [a]\n: b", 1, 3, "key", id="list as a key"),
        pytest.param("a: b\n--- c", 2, 1, "second document", id="second document"),
        pytest.param("- a\n- b", 1, 1, "title: Pacing", id="list"),
        pytest.param("words", 1, 1, "title: Pacing", id="words alone"),
        pytest.param('a: "b\\ud800c"', 1, 8, "surrogate", id="lone surrogate"),
        pytest.param('a: "b\\0c"', 1, 4, "U+0000", id="NUL in an escape"),
        pytest.param('a: "b\\u202ec"', 1, 4, "U+202E", id="direction override in an escape"),
        pytest.param('"b\\u200bc": a', 1, 1, "U+200B", id="hidden character in a key"),
        pytest.param("a: é\x07", 1, 5, "U+0007", id="control character behind a letter of two bytes"),
        pytest.param("a: [[[[[[[[[[[[[[b]]]]]]]]]]]]]]", 1, 16, "deeply", id="deep brackets"),
    ],
)
def test_what_surprises_editors_is_refused(text: str, line: int, column: int, says: str) -> None:
    with pytest.raises(PageError) as caught:
        parse_yaml(text, PATH)

    assert (caught.value.line, caught.value.column) == (line, column)
    assert says in f"{caught.value} {caught.value.help}"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n "])
def test_five_thousand_levels_are_refused_at_once(opening: str) -> None:
    with pytest.raises(PageError):
        parse_yaml("tags:\n  " + opening * 5000, PATH)


def test_half_a_character_is_refused_where_the_parser_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)  # as where the library was built without C

    with pytest.raises(PageError, match="surrogate"):
        parse_yaml('a: "b\\ud800c"', PATH)


def test_lines_are_counted_in_the_file() -> None:
    document = parse_yaml("a: b\nc: [d, e f]\n", PATH, first_line=4)

    assert document.values[("c", 1)] == Place(PATH, 5, 8, 5, 11)
    assert document.keys[("c",)] == Place(PATH, 5, 1, 5, 2)


def test_a_value_without_a_place_has_that_of_the_one_around_it() -> None:
    document = parse_yaml("a:\n  - b: c\n", PATH)

    assert document.place(("a", 0, "missing")) == Place(PATH, 2, 5)


@pytest.mark.parametrize("text", ["", "# only words", "---\n", "\n\n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    assert parse_yaml(text, PATH).data == {}
