"""Whatever an editor types is either seen by readers or told, at its line and column."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.check.guides import FIRST_LINE, MakeSite, told

from crpsguide.check import misreadings
from crpsguide.check.rule import Rule
from crpsguide.model import Html, Misreading, Page

TABLE = "| Who | Dose |\n|-----|------|\n"
BROKEN_OR_KEPT = [
    # One row: the text, the rule, and the places below the front matter as line:column.
    pytest.param("Take <? never ?> two.", misreadings.lost_text, ["1:9"], id="processing instruction"),
    pytest.param("[^never take]: A note.", misreadings.lost_text, ["1:3"], id="words as a label that nobody calls"),
    pytest.param("A.[^my note]\n\n[^my note]: Note.", misreadings.lost_text, [], id="words as a label"),
    pytest.param("See [a](never take it).", misreadings.lost_text, ["1:9"], id="words in an address"),
    pytest.param("See [^1]( never *) now.", misreadings.lost_text, ["1:11"], id="words in brackets behind a note"),
    pytest.param('See [a](never "](', misreadings.lost_text, ["1:9"], id="a title that nothing closes"),
    pytest.param("See `a\n<style> never `", misreadings.unclosed_element, ["2:1"], id="code that a tag ends"),
    pytest.param(
        "See `a\n[b]: x\n<style> never `", misreadings.unclosed_element, ["3:1"], id="code that a definition ends"
    ),
    pytest.param("See [a](<two words.md>).", misreadings.lost_text, [], id="an address of two words"),
    pytest.param("**Take**{dose=2} now.", misreadings.lost_attribute, ["1:9"], id="braces after emphasis"),
    pytest.param("## Take {dose=2}", misreadings.lost_attribute, ["1:9"], id="braces at the end of a heading"),
    pytest.param(TABLE + "| you | *5* {a=mg} |", misreadings.lost_attribute, ["3:13"], id="braces in a cell"),
    pytest.param("## Take {#take .x lang=en}", misreadings.lost_attribute, [], id="an id in braces is no text"),
    pytest.param(r"**Take**\{dose=2}", misreadings.lost_attribute, [], id="escaped brace"),
    pytest.param("`a{dose=2}`", misreadings.lost_attribute, [], id="braces in code"),
    pytest.param("## Dose {.never}", misreadings.unseen_attribute, ["1:9"], id="a class in braces"),
    pytest.param('Take one.\n{: title="Never" }', misreadings.unseen_attribute, ["2:1"], id="a title in braces"),
    pytest.param('<p title="Never">b</p>', misreadings.unseen_attribute, ["1:1"], id="a title of a tag"),
    pytest.param('<p class="a note">b</p>', misreadings.unseen_attribute, ["1:4"], id="a class that hides"),
    pytest.param("## Take {#take}", misreadings.unseen_attribute, [], id="an id for links"),
    pytest.param(
        '<abbr title="one a day">od</abbr> <p class="a">b</p>', misreadings.unseen_attribute, [], id="read out"
    ),
    pytest.param("[Stop]: never", misreadings.lost_definition, ["1:1"], id="a word and a word"),
    pytest.param("[Dose]: 5 (never more)", misreadings.lost_definition, ["1:1"], id="a number and brackets"),
    pytest.param("See [a][b].\n\n[b]: index.md", misreadings.lost_definition, [], id="a definition that is used"),
    pytest.param("[b]: index.md", misreadings.lost_definition, [], id="an address for nobody"),
    pytest.param("[^1]: never\n\nText.[^1]", misreadings.lost_definition, [], id="footnote"),
    pytest.param(TABLE + "| you | 5 | never |", misreadings.surplus_cell, ["3:13"], id="a cell too many"),
    pytest.param(TABLE + "| you | 5 |", misreadings.surplus_cell, [], id="as many cells as columns"),
    pytest.param(TABLE + "| you | 5 | ✓ |", misreadings.surplus_cell, ["3:13"], id="a sign in a cell too many"),
    pytest.param(TABLE + r"| you | 5 \| 6 |", misreadings.surplus_cell, [], id="escaped bar"),
    pytest.param(TABLE + "| you |", misreadings.missing_cell, ["3:1"], id="a cell too few"),
    pytest.param(TABLE + "| you | |", misreadings.missing_cell, [], id="an empty cell is a cell"),
    pytest.param(TABLE + "| you | `a | b` |", misreadings.missing_cell, [], id="bar in code"),
    pytest.param("If <b and c> then.", misreadings.text_taken_for_tag, ["1:4"], id="letters between signs"),
    pytest.param("Call <name of your nurse>.", misreadings.text_taken_for_tag, ["1:6"], id="words between signs"),
    pytest.param("If a <3 and b> 4.", misreadings.text_taken_for_tag, [], id="numbers between signs"),
    pytest.param("A <b>word</b>, <https://example.org>.", misreadings.text_taken_for_tag, [], id="tag and address"),
    pytest.param("Before.\n\n<style>\n\n## Stop", misreadings.unclosed_element, ["3:1"], id="style"),
    pytest.param("<script>\n\nStop", misreadings.unclosed_element, ["1:1"], id="script"),
    pytest.param("<textarea>\n\nStop", misreadings.unclosed_element, ["1:1"], id="textarea"),
    pytest.param("<title>\n\nStop", misreadings.unclosed_element, ["1:1"], id="title"),
    pytest.param("<select>\n\nStop", misreadings.unclosed_element, ["1:1"], id="select"),
    pytest.param("<div>\nBox.\n\n## Stop", misreadings.unclosed_element, ["1:1"], id="division"),
    pytest.param(
        '<div markdown="1">\n\n<div markdown="1">\nStop\n</div>',
        misreadings.unclosed_element,
        ["1:1"],
        id="nested divisions",
    ),
    pytest.param("<div>\nBox.\n</div>", misreadings.unclosed_element, [], id="closed"),
    pytest.param("<p>One.<br>\n<img src='a.png' alt=''>", misreadings.unclosed_element, [], id="needs no end"),
    pytest.param("`<div>`\n\n```\n<div>\n```", misreadings.unclosed_element, [], id="in code"),
    pytest.param("<!-- <div> -->\n\nText.", misreadings.unclosed_element, [], id="in a comment"),
    pytest.param("a <font color='red'>b</font>", misreadings.removed_element, ["1:3"], id="old element"),
    pytest.param("<script>alert(1)</script>", misreadings.removed_element, ["1:1"], id="program"),
    pytest.param("<details><summary>a</summary>b</details>", misreadings.removed_element, [], id="kept element"),
    pytest.param("<p style='color: red'>b</p>", misreadings.removed_attribute, ["1:1"], id="style of a tag"),
    pytest.param(
        f"<p {' '.join(f'a{n}=x' for n in range(999))}>b</p>", misreadings.removed_attribute, ["1:1"], id="999 of them"
    ),
    pytest.param("<p id='a' lang='en'>b</p>", misreadings.removed_attribute, [], id="kept attributes"),
    pytest.param("<div>\n\n## Stop\n\n</div>", misreadings.markdown_in_html, ["3:1"], id="heading in a division"),
    pytest.param("<div>\nSee [a](index.md).\n</div>", misreadings.markdown_in_html, ["2:5"], id="link in a division"),
    pytest.param("<p>It helps [@a#b].</p>", misreadings.markdown_in_html, ["1:13"], id="citation in one line of HTML"),
    pytest.param("It <b>helps</b> [@a#b].", misreadings.markdown_in_html, [], id="citation beside HTML in a line"),
    pytest.param(
        '<div markdown="1">\n\n## Stop\n\n</div>', misreadings.markdown_in_html, [], id="division for Markdown"
    ),
    pytest.param("<pre>\n## Stop\n</pre>", misreadings.markdown_in_html, [], id="code in HTML"),
    pytest.param("3. a\n4. b", misreadings.changed_number, ["1:1"], id="begins with three"),
    pytest.param("2020. A year.", misreadings.changed_number, ["1:1"], id="a year at the start"),
    pytest.param("1. a\n\n   more\n\n2. b", misreadings.changed_number, ["5:1"], id="torn apart by three blanks"),
    pytest.param("- a\n\n1. b", misreadings.changed_number, ["3:1"], id="step behind bullets"),
    pytest.param("1. a\n2. b\n10. c", misreadings.changed_number, ["3:1"], id="a gap"),
    pytest.param("1. a\n1. b\n1. c", misreadings.changed_number, [], id="all ones"),
    pytest.param("1. a\n\n    more\n\n2. b", misreadings.changed_number, [], id="four blanks keep it together"),
    pytest.param("- a\n    1. b\n    2. c\n- d", misreadings.changed_number, [], id="steps within bullets"),
    pytest.param("1. a\n- b", misreadings.changed_bullet, ["2:1"], id="bullet behind a step"),
    pytest.param("1. a\n    - b\n2. c", misreadings.changed_bullet, [], id="bullet within a step"),
    pytest.param("Bring:\n- a list\n- a friend", misreadings.list_shown_as_text, ["2:1"], id="bullets below text"),
    pytest.param("Do:\n1. a\n2. b", misreadings.list_shown_as_text, ["2:1"], id="steps below text"),
    pytest.param("1) a\n2) b", misreadings.list_shown_as_text, ["1:1"], id="round brackets"),
    pytest.param("• a\n• b", misreadings.list_shown_as_text, ["1:1"], id="typed bullets"),
    pytest.param("Bring:\n\n- a list", misreadings.list_shown_as_text, [], id="empty line before"),
    pytest.param("/// aks | Ask\n- a\n- b\n///", misreadings.list_shown_as_text, [], id="of a block that is told"),
    pytest.param("// ask | Ask\n- a\n- b\n///", misreadings.list_shown_as_text, [], id="of one behind another fence"),
    pytest.param("He waited\n- for years.", misreadings.list_shown_as_text, [], id="a dash at the start of a line"),
    pytest.param("It was\n12. Then he left.", misreadings.list_shown_as_text, [], id="a number at the start of a line"),
    pytest.param(
        "Text:\n" + TABLE + "| a | 1 |", misreadings.table_shown_as_text, ["2:1"], id="text right above a table"
    ),
    pytest.param("Text.\n\n| a | b |\n| 1 | 2 |", misreadings.table_shown_as_text, ["3:1"], id="no row of dashes"),
    pytest.param("|a| is a length.", misreadings.table_shown_as_text, [], id="bars in one line"),
    pytest.param(TABLE + "| a | 1 |", misreadings.table_shown_as_text, [], id="table"),
    pytest.param("1. First\n  - inner\n2. Second", misreadings.flattened_list, ["2:3"], id="two blanks in steps"),
    pytest.param("- a\n   - b", misreadings.flattened_list, ["2:4"], id="three blanks in bullets"),
    pytest.param("- a\n    - b", misreadings.flattened_list, [], id="four blanks"),
    pytest.param("- a\n - b", misreadings.flattened_list, [], id="one blank is a slip"),
    pytest.param("#Rest", misreadings.heading_without_blank, ["1:1"], id="no blank"),
    pytest.param("It is in room\n#5 on the left.", misreadings.heading_without_blank, ["2:1"], id="a number sign"),
    pytest.param("# Rest", misreadings.heading_without_blank, [], id="blank"),
    pytest.param(r"\#5 is the room.", misreadings.heading_without_blank, [], id="escaped sign"),
    pytest.param("##\n\nText.", misreadings.empty_heading, ["1:1"], id="hashes alone"),
    pytest.param("## &nbsp;\u200d ##\n\nText.", misreadings.empty_heading, ["1:1"], id="a heading that nobody sees"),
    pytest.param("## !\n\nText.", misreadings.empty_heading, [], id="a heading of one sign"),
    pytest.param("```\n##\n```", misreadings.empty_heading, [], id="hashes in code"),
    pytest.param("Doses\n> 50 mg harm.", misreadings.comparison_shown_as_quotation, ["2:1"], id="within a sentence"),
    pytest.param(">50 mg harm.", misreadings.comparison_shown_as_quotation, ["1:1"], id="sign right before a number"),
    pytest.param("> Words of a friend.", misreadings.comparison_shown_as_quotation, [], id="quotation"),
    pytest.param(
        "For people\n\n> 60 years old.", misreadings.comparison_shown_as_quotation, ["3:1"], id="a torn sentence"
    ),
    pytest.param(
        "They say.\n\n> 10 people.", misreadings.comparison_shown_as_quotation, [], id="behind a whole sentence"
    ),
    pytest.param("> 10 people said so.", misreadings.comparison_shown_as_quotation, [], id="quotation with a number"),
    pytest.param("Take 2*3*4 a day.", misreadings.lost_asterisks, ["1:6"], id="stars between numbers"),
    pytest.param("**Take**{: never } two.", misreadings.braces_shown, ["1:9"], id="words in braces after emphasis"),
    pytest.param("## Take {never}", misreadings.braces_shown, ["1:9"], id="words in braces at the end of a heading"),
    pytest.param(
        TABLE + "| {you} | 5 {mg} |", misreadings.braces_shown, ["3:3", "3:13"], id="words in braces in cells"
    ),
    pytest.param(
        r"A \{set} and {#an-id} and `{code}` and {}.", misreadings.braces_shown, [], id="braces that are meant"
    ),
    pytest.param(
        "*[Stop]: if a rash\n\nStop.", misreadings.abbreviation_shown, ["1:1"], id="a sentence like an abbreviation"
    ),
    pytest.param("A *[Stop]*: if a rash.", misreadings.abbreviation_shown, [], id="emphasis"),
    pytest.param(
        "Rest &mdahs; now&nsbp;then.", misreadings.markup_shown, ["1:6", "1:17"], id="slips in names of signs"
    ),
    pytest.param("A&eacut;e &helipl; &lt 5", misreadings.markup_shown, ["1:2", "1:11", "1:20"], id="more slips"),
    pytest.param("AT&T; R&D; fish&chips; &mdash;", misreadings.markup_shown, [], id="names of firms, and of a sign"),
    pytest.param('Un[think](index.md "About it")able.', misreadings.lost_text, [], id="a titled link within a word"),
    pytest.param(
        '**[b](index.md "Two")**ed <a title="c" href="index.md">d</a>.', misreadings.lost_text, [], id="bold one"
    ),
    pytest.param('[All](index.md "It (the) \\"page\\"") now.', misreadings.lost_text, [], id="quotes within a title"),
    pytest.param("See [a](index.md for more.", misreadings.markup_shown, ["1:5"], id="a link that nothing closes"),
    pytest.param("- One.\n- See [a] (index.md).", misreadings.markup_shown, ["2:7"], id="a blank within a link"),
    pytest.param("See (a)[index.md] and rest.", misreadings.markup_shown, ["1:5"], id="a link the wrong way round"),
    pytest.param(
        "See (rest.md)[rest] and sleep.", misreadings.markup_shown, ["1:5"], id="brackets the wrong way round"
    ),
    pytest.param(
        "See the plan (rest.md)[^1].\n\n[^1]: A note.", misreadings.markup_shown, [], id="a note behind a bracket"
    ),
    pytest.param("Do *not stop it.", misreadings.markup_shown, ["1:4"], id="a star that nothing closes"),
    pytest.param(
        "Do not stop* it.\n\n\\*Ask first; 2 *3, f(*x).", misreadings.markup_shown, [], id="stars that are meant"
    ),
    pytest.param("It may help &mdash you ask.", misreadings.markup_shown, ["1:13"], id="a sign's name without its end"),
    pytest.param("## Do **not stop\n\nText.", misreadings.markup_shown, ["1:7"], id="bold words without an end"),
    pytest.param(TABLE + "| **you | 5 |", misreadings.markup_shown, ["3:3"], id="bold words without an end in a cell"),
    pytest.param("At night**.\n\n** Not for children.", misreadings.markup_shown, [], id="stars of a footnote"),
    pytest.param(r"A \*\*sign\*\*, `**x` and \[a\](b).", misreadings.markup_shown, [], id="signs that are meant"),
    pytest.param("It [is] (so they say) **good** [b](index.md).", misreadings.markup_shown, [], id="brackets of words"),
    pytest.param("```\ncode\n\nText.", misreadings.unclosed_code, ["1:1"], id="backticks without an end"),
    pytest.param("```\ncode\n```\n\n~~~\n```\n~~~", misreadings.unclosed_code, [], id="closed code"),
    pytest.param("```code``` in a line", misreadings.unclosed_code, [], id="code in a line"),
    pytest.param("Text.\n\n    So it is [@a#b].", misreadings.text_shown_as_code, ["3:5"], id="a source in code"),
    pytest.param("Text.\n\n    print(1)", misreadings.text_shown_as_code, [], id="code"),
    pytest.param("- a\n\n    So it is [@a#b].", misreadings.text_shown_as_code, [], id="a paragraph of a point"),
    pytest.param(
        "Rest now.\n---\n\nText.", misreadings.sentence_shown_as_heading, ["2:1"], id="dashes below a sentence"
    ),
    pytest.param("Rest\n---\n\nText.", misreadings.sentence_shown_as_heading, [], id="dashes below a heading"),
    pytest.param("Rest now.\n\n---\n\nText.", misreadings.sentence_shown_as_heading, [], id="a line of its own"),
    pytest.param("Take *3* a day, 2 * 3 * 4.", misreadings.lost_asterisks, [], id="emphasis, and stars that stay"),
]


def places(rule: Rule, make_site: MakeSite, text: str) -> list[str]:
    found = rule.check(make_site(index=text))
    return [f"{one.place.line - FIRST_LINE + 1}:{one.place.column}" for one in found]


@pytest.mark.parametrize(("text", "rule", "expected"), BROKEN_OR_KEPT)
def test_what_is_lost_is_told_at_its_place(text: str, rule: Rule, expected: list[str], make_site: MakeSite) -> None:
    assert places(rule, make_site, text) == expected


@pytest.mark.parametrize(
    ("index", "help"),
    [
        pytest.param(
            "Bring:\n- a list\n- a friend", "Put an empty line before its first line.", id="a list's own signs"
        ),
        pytest.param("• a\n• b", "Begin each line with “- ” or “1. ”, and put an empty line before", id="other signs"),
    ],
)
def test_how_a_list_is_mended(index: str, help: str, make_site: MakeSite) -> None:
    assert help in told(misreadings.list_shown_as_text, make_site(index=index))


@pytest.mark.parametrize(
    ("index", "help"),
    [
        pytest.param("See [a](index.md for more.", "A link is [words](page.md)", id="a link in Markdown"),
        pytest.param("Do [b]not[/b] stop.", "Only other programs know these signs", id="of another program"),
        pytest.param("A &eacut;e.", "If you mean it as it is typed, put “`&eacut;`”.", id="an unknown name of a sign"),
        pytest.param("5 &lt 6", "write “&amp;lt”", id="a name without its end"),
        pytest.param("It is hos-\npital.", "Write “hospital”, or “hos-pital”, in one line.", id="a word in two parts"),
    ],
)
def test_how_markup_is_mended(index: str, help: str, make_site: MakeSite) -> None:
    assert help in told(misreadings.markup_shown, make_site(index=index))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("un**believ**able, _x_ and snake_case", id="emphasis within words"),
        pytest.param("caf&eacute; AT&amp;T 5&nbsp;mg &times; 2 `&eacute;`", id="entities"),
        pytest.param("![Two words](a.png 'A title') [x](index.md \"A tip\")", id="pictures and titles"),
        pytest.param("A[^a] b.\n\nMore.\n\n[^a]: Note one.\n\n    Note two.\n\nEnd.", id="footnotes come last"),
        pytest.param("So it is [@a#b; @c]. And[@d] so.", id="citations"),
        pytest.param("~~~ python\na & b\n~~~\n\n    more code", id="code"),
        pytest.param("## One {#two}\n\n### Two", id="headings"),
        pytest.param("a<br>b <span class='c'>d</span>\n\n<div>\n<p>e</p>\n</div>", id="HTML"),
        pytest.param("Term\n:   What it means", id="definition list"),
        pytest.param("<!-- a note\n\nof two paragraphs -->\n\nText.", id="comment"),
        pytest.param("/// care-card | Call\n    level: urgent\n\nText.\n///", id="block with title and options"),
        pytest.param("See [one two][Three Four].\n\n[three four]: index.md 'Tip'", id="reference"),
        pytest.param("Mail <a.b@example.org> or <https://example.org/a_b?c=d&e=f>.", id="autolinks"),
        pytest.param("> - a\n>     1. b\n>\n> c", id="lists in a quotation"),
        pytest.param("a *[b] c* [d] [ ] [x] d/e", id="brackets that are text"),
    ],
)
def test_what_all_readers_get_is_not_told(text: str, make_site: MakeSite) -> None:
    assert next(iter(make_site(index=text).pages.values())).misread == ()


PLANTED = "zebra"
SIGNS = [
    *"*_`[](){}<>#|:-!^@/&;=\"'\\~1. \n\n\n",
    *("\n\n", "    ", "- ", "1. ", "> ", "## ", "word ", "| ", "<b>", "</b>", "<div>", "</div>", "<!--", "-->"),
    *("<style>", "[^1]", "[a]: ", "*[A]: ", "{: ", "```\n", "](", "/// ask | "),
]
SURROUNDINGS = st.lists(st.sampled_from(SIGNS), max_size=25).map("".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=SURROUNDINGS, after=SURROUNDINGS)
def test_a_planted_word_is_seen_or_told(before: str, after: str, make_site: MakeSite) -> None:
    text = f"Start.\n\n{before} {PLANTED} {after}\n\nEnd."

    site = make_site(index=text)

    pages = [*site.pages.values()]
    assert site.troubles or any(is_seen(page) or is_told(page) or is_address(page) for page in pages) or is_note(text)


def is_seen(page: Page) -> bool:
    """Whether readers of the finished page get the planted word."""
    reader = _Reader()
    reader.feed("\n".join(_texts(page.sections)))
    reader.close()
    return PLANTED in reader.words


def is_told(page: Page) -> bool:
    """Whether a fault covers the planted word, or an element that swallows it."""
    line, text = next((at, text) for at, text in enumerate(page.source_lines, start=1) if PLANTED in text)
    at = (line, text.index(PLANTED) + 1)
    return any(
        (one.place.line, one.place.column) <= at <= (one.place.end_line, one.place.end_column)
        or (one.how is Misreading.UNCLOSED_ELEMENT and (one.place.line, one.place.column) < at)
        for one in page.misread
    )


def is_address(page: Page) -> bool:
    """Whether the planted word is where a link leads, which the rules about links judge."""
    return any(link.written.strip() == PLANTED for link in page.links)


def is_note(text: str) -> bool:
    """Whether the planted word stands in a comment or behind the fence of code."""
    in_comment = re.search(f"<!--.*{PLANTED}.*-->", text, re.DOTALL)
    return bool(in_comment or re.search(f"^[ ]*(```|~~~).* {PLANTED}", text, re.MULTILINE))


def _texts(value: object) -> Iterator[str]:
    """Every piece of HTML in the blocks of a page, and the titles that they show."""
    if isinstance(value, Html):
        yield value.markup
    elif isinstance(value, (tuple, list)):
        yield "".join(_texts_of_pieces(value)) if value and isinstance(value[0], Html) else ""
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        yield getattr(value, "title", "")
        for one in fields(value):
            yield from _texts(getattr(value, one.name))


def _texts_of_pieces(pieces: Iterable[object]) -> Iterator[str]:
    for piece in pieces:
        yield piece.markup if isinstance(piece, Html) else "#"


class _Reader(HTMLParser):
    """Gathers what a reader gets of HTML: the text, and the words for pictures and links."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += " ".join(value or "" for name, value in attrs if name in ("alt", "title"))


def test_a_heading_in_html_is_told_in_whole_words(make_site: MakeSite) -> None:
    [fault] = misreadings.markdown_in_html.check(make_site(index="<div>\n\n## Stop now\n\n</div>"))

    assert "“## Stop now”" in fault.message
