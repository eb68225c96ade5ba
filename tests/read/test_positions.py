"""Positions in the source: ⟦ and ⟧ are around the text whose place is expected."""

import pytest
from tests.read.bodies import PATH, ParseBody, ParsePage, without_brackets

from crpsguide.model import Place
from crpsguide.read.text import decode

LINKS = [
    pytest.param("See ⟦[here](here.md)⟧ now.", id="inline"),
    pytest.param('See ⟦[here](here.md "a (title)")⟧.', id="with a title"),
    pytest.param("See ⟦[here](<here.md>)⟧.", id="address in brackets"),
    pytest.param("See ⟦[a [b] `]` \\] c](here.md)⟧.", id="brackets and code in its words"),
    pytest.param("See ⟦[long\nwords](here.md)⟧ now.", id="words over two lines"),
    pytest.param('See ⟦[words](here.md\n"title")⟧ now.', id="title on the next line"),
    pytest.param("See ⟦[here][r]⟧.\n\n[r]: here.md 'Title'", id="reference"),
    pytest.param("See ⟦[r][]⟧.\n\n[r]: here.md", id="collapsed reference"),
    pytest.param("See ⟦[r]⟧, or not.\n\n[r]: here.md", id="shortcut reference"),
    pytest.param("[r]: here.md\n\nSee ⟦[r]⟧.", id="reference defined before"),
    pytest.param("See ⟦[r]⟧: more.\n\n[r]: here.md", id="reference with a colon behind it"),
    pytest.param('[x]: other.md\n    "Title"\n\nSee ⟦[here](here.md)⟧.', id="after a definition of two lines"),
    pytest.param("Mail ⟦<here.md@example.org>⟧ now.", id="e-mail address"),
    pytest.param("On ⟦<https://example.org/here.md>⟧ now.", id="autolink"),
    pytest.param("*⟦[here](here.md)⟧*", id="in emphasis"),
    pytest.param("a **bold ⟦[here](here.md)⟧** word", id="in strong emphasis"),
    pytest.param("***⟦[here](here.md)⟧***", id="in both"),
    pytest.param("_a_ and _⟦[here](here.md)⟧_", id="in underscores"),
    pytest.param("One [a](a.md), ⟦[here](here.md)⟧, [b](b.md).", id="between others"),
    pytest.param("Twice [a](a.md) [a](a.md) ⟦[a](here.md)⟧", id="same words as others"),
    pytest.param("First line\nsecond ⟦[here](here.md)⟧\nthird", id="after a soft break"),
    pytest.param("First line  \nsecond ⟦[here](here.md)⟧", id="after a hard break"),
    pytest.param("## Head ⟦[here](here.md)⟧ end", id="in a heading"),
    pytest.param("## ⟦[here](here.md)⟧ {#id}", id="in a heading with an attribute list"),
    pytest.param("Head ⟦[here](here.md)⟧\n====", id="in a setext heading"),
    pytest.param("- a\n- b ⟦[here](here.md)⟧", id="in a tight item"),
    pytest.param("- a\n\n- ⟦[here](here.md)⟧", id="in a loose item"),
    pytest.param("1. a\n2. b\n    - c\n        - d ⟦[here](here.md)⟧", id="three levels deep"),
    pytest.param("10. a\n\n    para ⟦[here](here.md)⟧", id="in a paragraph of an item"),
    pytest.param("- a\n\n    > q ⟦[here](here.md)⟧", id="in a quotation in an item"),
    pytest.param("- # Head\n  text ⟦[here](here.md)⟧", id="after a heading in an item"),
    pytest.param("* a\n+ b\n- c ⟦[here](here.md)⟧", id="other bullets"),
    pytest.param("-\titem\twith tabs ⟦[here](here.md)⟧", id="behind tabs"),
    pytest.param("| a | b |\n|---|---|\n| c | ⟦[here](here.md)⟧ |", id="in a cell"),
    pytest.param("a | b\n--|--\nc | d ⟦[here](here.md)⟧", id="in a cell without outer pipes"),
    pytest.param("| a | b |\n|---|---|\n| `x|y` | ⟦[here](here.md)⟧ |", id="behind code that holds a pipe"),
    pytest.param("| a | b |\n|---|---|\n| x\\|y | *⟦[here](here.md)⟧* |", id="behind an escaped pipe"),
    pytest.param("| a | ⟦[here](here.md)⟧ |\n|---|---|\n| c | d |", id="in a column heading"),
    pytest.param("> a\n> b ⟦[here](here.md)⟧", id="in a quotation"),
    pytest.param("> a\n>\n> > b\n> > ⟦[here](here.md)⟧", id="in a quotation in a quotation"),
    pytest.param("> - a\n>     - b ⟦[here](here.md)⟧", id="in a list in a list in a quotation"),
    pytest.param("> a\nlazy ⟦[here](here.md)⟧", id="in a lazy line of a quotation"),
    pytest.param("Term\n:   Meaning ⟦[here](here.md)⟧", id="in a definition"),
    pytest.param("Term ⟦[here](here.md)⟧\n\n:   Loose", id="in a defined term"),
    pytest.param("Word[^1].\n\n[^1]: Note ⟦[here](here.md)⟧.", id="in a footnote"),
    pytest.param("Word[^1].\n\n[^1]: Note\n\n    More ⟦[here](here.md)⟧.", id="in a footnote's second paragraph"),
    pytest.param("```\n[x](here.py)\n```\n\nThen ⟦[here](here.md)⟧", id="after fenced code"),
    pytest.param("~~~ python\n[x]\n~~~\nThen ⟦[here](here.md)⟧", id="right after fenced code"),
    pytest.param("    [x](x.md)\n\nThen ⟦[here](here.md)⟧", id="after indented code"),
    pytest.param("<div>\n<p>\n</div>\n\nThen ⟦[here](here.md)⟧", id="after raw HTML"),
    pytest.param("<!-- a\nb -->\n\nThen ⟦[here](here.md)⟧", id="after a comment"),
    pytest.param('See ⟦<a href="here.md">⟧here</a>.', id="raw HTML in a line"),
    pytest.param('<div>\n<a href="a.md">a</a> ⟦<a class="x" href="here.md">⟧here</a>\n</div>', id="raw HTML block"),
    pytest.param('```\n<p><a href="here.md">\n```\n\n<p>⟦<a href="here.md">⟧a</a></p>', id="raw HTML, as in code"),
    pytest.param('<p><a href="a.md">a</a></p>\n\n<p><a href="a.md">a</a>⟦<a href="here.md">⟧a</a></p>', id="raw twice"),
    pytest.param('| a | b |\n|---|---|\n| c | ⟦<a href="here.md">⟧x</a> |', id="raw HTML in a cell"),
    pytest.param("/// ask | Title\n- one\n- two ⟦[here](here.md)⟧\n///", id="in a block"),
    pytest.param("/// care-card | T\n    level: urgent\n\n- a\n    - ⟦[here](here.md)⟧\n///", id="after options"),
    pytest.param("/// figure | T\n    image: ⟦here.md.png⟧\n    decorative: true\n///", id="in an option"),
    pytest.param("Words\n/// ask | T\n- a\n///\nand ⟦[here](here.md)⟧", id="after a block without empty lines"),
    pytest.param("![x](a.png) and ⟦![here](here.md.png)⟧", id="image"),
    pytest.param("⟦![here][i]⟧\n\n[i]: here.md.png", id="image by reference"),
    pytest.param("⟦[![x](a.png)](here.md)⟧", id="around an image"),
    pytest.param("[⟦![x](here.md.png)⟧](a.md)", id="image in a link"),
    pytest.param("\\[x] \\![a](a.md)\\ ⟦[here](here.md)⟧", id="after escapes"),
    pytest.param("a [@x#y; @z] ⟦[here](here.md)⟧", id="after a citation"),
    pytest.param("{: .x} ⟦[here](here.md)⟧", id="after braces"),
]


@pytest.mark.parametrize("written", LINKS)
def test_a_link_knows_its_place(written: str, parse_body: ParseBody) -> None:
    text, place = without_brackets(written)

    body = parse_body(text)

    assert [one.place for one in body.links if "here.md" in one.written] == [place]


CITATIONS = [
    pytest.param("It helps [⟦@here⟧].", id="in a sentence"),
    pytest.param("It helps. [⟦@here#key⟧]", id="behind a sentence"),
    pytest.param("[⟦@here⟧] It helps.", id="in front"),
    pytest.param("It [@a#b; ⟦@here#c⟧; @d] helps.", id="one of several"),
    pytest.param("It [@a;\n⟦@here⟧] helps.", id="on the next line"),
    pytest.param("## Does it help? [⟦@here⟧]", id="in a heading"),
    pytest.param("- a\n    - b [⟦@here⟧]", id="in an item of an item"),
    pytest.param("| a | b |\n|---|---|\n| c [@a] | d [⟦@here⟧] |", id="in a cell"),
    pytest.param("> It **helps [⟦@here⟧]** now.", id="in emphasis in a quotation"),
    pytest.param("Word[^1].\n\n[^1]: Note [⟦@here⟧].", id="in a footnote"),
    pytest.param("/// ask | T\n- one? [⟦@here⟧]\n///", id="in a block"),
    pytest.param("See [a](a.md) [@a][⟦@here⟧]", id="behind another"),
    pytest.param("![x](a.png)[⟦@here⟧]", id="behind an image"),
]


@pytest.mark.parametrize("written", CITATIONS)
def test_a_citation_knows_its_place(written: str, parse_body: ParseBody) -> None:
    text, place = without_brackets(written)

    body = parse_body(text)

    found = [one for mark in body.marks for one in mark.citations]
    assert [one.place for one in found if one.source == "here"] == [place]


SENTENCES = [
    pytest.param("⟦Here it is.⟧", id="alone"),
    pytest.param("One. ⟦Here it is.⟧ Three.", id="in the middle"),
    pytest.param("One. ⟦Here\nit is.⟧ Three.", id="over two lines"),
    pytest.param("One *two*. ⟦Here it is.⟧", id="after emphasis"),
    pytest.param("One **two.** ⟦Here it is.⟧", id="after emphasis that holds the stop"),
    pytest.param("One [@a#b]. ⟦Here it is.⟧", id="after a citation"),
    pytest.param("One. [@a#b] ⟦Here it is.⟧", id="after a citation behind the stop"),
    pytest.param("One \\[two\\]. ⟦Here it is.⟧", id="after escapes"),
    pytest.param("One &amp; two &lt; three. ⟦Here it is.⟧", id="after entities"),
    pytest.param("One `x. y` two. ⟦Here it is.⟧", id="after code"),
    pytest.param('One [two](a.md "t. u"). ⟦Here it is.⟧', id="after a link with a title"),
    pytest.param("One <b>two</b>. ⟦Here it is.⟧", id="after raw HTML"),
    pytest.param("One ![x. Y](a.png). ⟦Here it is.⟧", id="after an image"),
    pytest.param("One two[^1]. ⟦Here it is.⟧\n\n[^1]: Note.", id="after a footnote's number"),
    pytest.param("One. ⟦Here [it](a.md) *is*.⟧ Three.", id="with a link and emphasis"),
    pytest.param("One. ⟦Here is *it*⟧", id="ends in emphasis"),
    pytest.param("One. ⟦Here is [it](a.md)⟧", id="ends in a link"),
    pytest.param("One. ⟦Here it is [@a].⟧ Three.", id="with a citation before its stop"),
    pytest.param("**One. ⟦Here it is.**⟧", id="in emphasis that began before"),
    pytest.param("- One.\n- ⟦Here it is.⟧", id="in an item"),
    pytest.param("- One.\n\n    ⟦Here it is.⟧\n\n- Three.", id="in a paragraph of an item"),
    pytest.param("> One.\n> ⟦Here\n> it is.⟧", id="over two lines of a quotation"),
    pytest.param("| a | b |\n|---|---|\n| One. | ⟦Here it is.⟧ |", id="in a cell"),
    pytest.param("a|b\n-|-\nOne.|Two. ⟦Here it is.⟧", id="second in a cell"),
    pytest.param("## ⟦Here it is⟧ ##", id="in a heading with closing signs"),
    pytest.param("## ⟦Here it is⟧ {#id .class}", id="in a heading with an attribute list"),
    pytest.param("## One\n\nTwo.\n\n_⟦Here_ it is.⟧", id="begins in underscores"),
    pytest.param("## One\n\nTwo.\n\n**⟦Here it** is.⟧", id="begins in stars"),
    pytest.param("⟦Here it is⟧\n---", id="in a setext heading"),
    pytest.param("Word\n:   One.\n:   ⟦Here it is.⟧", id="in a definition"),
    pytest.param("Word[^1].\n\n[^1]: One. ⟦Here it is.⟧", id="in a footnote"),
    pytest.param("/// ask | T\n- one?\n- ⟦Here it is?⟧\n///", id="in a block"),
    pytest.param("<div>\nOne. ⟦Here <b>it</b> is.⟧\n</div>", id="in raw HTML"),
    pytest.param("<https://example.org> One. ⟦Here it is.⟧", id="after an autolink"),
    pytest.param("One. ⟦Here is <https://example.org>.⟧", id="with an autolink"),
    pytest.param("One.\n{: .x }\n\n⟦Here it is.⟧", id="after a line of attributes"),
    pytest.param("```\nHere it is.\n```\n\n⟦Here it is.⟧", id="after the same words in code"),
]


@pytest.mark.parametrize("written", SENTENCES)
def test_a_sentence_knows_its_place(written: str, parse_body: ParseBody) -> None:
    text, place = without_brackets(written)

    body = parse_body(text)

    found = [one for passage in body.passages for one in passage.sentences]
    assert [one.place for one in found if one.text.startswith("Here")] == [place]


ANCHORS = [
    pytest.param("# One\n\n## ⟦Here", id="heading"),
    pytest.param("## ⟦Here *it* is {#here}", id="heading with its own id"),
    pytest.param("One\n\n⟦Here\n----", id="setext heading"),
    pytest.param("- ## ⟦Here", id="heading in an item"),
    pytest.param("> ## ⟦Here", id="heading in a quotation"),
    pytest.param("One.\n\n⟦Two.\n{: #here }", id="paragraph"),
    pytest.param("- a\n- ⟦b\n{: #here }", id="item"),
    pytest.param("⟦One *two*{: #here }.", id="emphasis, by its line"),
    pytest.param("One\n\n⟦<div id=here>⟧\n</div>", id="raw block"),
    pytest.param('One ⟦<a name="here">⟧</a> two', id="raw HTML in a line"),
    pytest.param('|a|b|\n|-|-|\n|c|⟦<span id="here">⟧d</span>|', id="raw HTML in a cell"),
    pytest.param("One\n\n⟦/// ask | Here\n- a?\n///", id="title of a block"),
]


@pytest.mark.parametrize("written", ANCHORS)
def test_an_anchor_knows_its_place(written: str, parse_body: ParseBody) -> None:
    text, place = without_brackets(written)

    body = parse_body(text)

    assert body.anchors["here"] == place


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("⟦One.\n\n- two", id="paragraph"),
        pytest.param("## Head\n\n- ⟦one [@a]\n\nMore [x](x.md).", id="list after a heading"),
        pytest.param("/// ask | T\n- a?\n///\n\n⟦Then [x](x.md) *two*.", id="after a block"),
    ],
)
def test_native_text_knows_where_it_begins(written: str, parse_body: ParseBody) -> None:
    text, place = without_brackets(written)

    body = parse_body(text)

    assert place in [block.place for section in body.sections for block in section.blocks]


FILE = "---\ntitle: Page\n---\n\nOne.\n\nSee [here](here.md).\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(FILE.encode(), id="front matter counts"),
        pytest.param(FILE.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(FILE.replace("\n", "\r").encode(), id="lone CR"),
        pytest.param(b"\xef\xbb\xbf" + FILE.encode(), id="byte order mark"),
    ],
)
def test_a_place_is_counted_in_the_file(data: bytes, parse: ParsePage) -> None:
    page = parse(decode(data))

    assert [one.place for one in page.links] == [Place(PATH, 7, 5, 7, 20)]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        pytest.param("---\ntitle: Page\n---\n", 5, id="no empty line between"),
        pytest.param("---  \ntitle: Page\n\n---\t\n\n\n\n", 9, id="empty lines and trailing blanks"),
        pytest.param("---\ntitle: >\n  ---\n  Page\n---\n", 7, id="dashes within a value"),
    ],
)
def test_the_body_begins_behind_the_front_matter(front: str, line: int, parse: ParsePage) -> None:
    page = parse(f"{front}\n[here](here.md)")

    assert page.links[0].place.line == line


@pytest.mark.parametrize("before", ["é", "e\u0301", "👩\u200d⚕️", "\U0001f9b6"])
def test_columns_count_characters(before: str, parse_body: ParseBody) -> None:
    body = parse_body(f"{before} [here](here.md)")

    assert body.links[0].place.column == len(before) + 2
