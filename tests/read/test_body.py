"""Markdown is rendered as typed, and is in the sentences that rules check."""

import pytest
from tests.read.bodies import ParseBody, as_html, prose, sentences

from crpsguide.model import AssetLink, Href, Html, PageLink, PassageKind, Prose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Take <b>12</b> mg.", ["Take 12 mg."], id="number in raw HTML"),
        pytest.param("| a | b |\n|---|---|\n| &lt;5 | 7 |", ["a", "b", "<5", "7"], id="number behind an entity"),
        pytest.param("**Take**{: never } two.", ["Take{: never } two."], id="word in braces"),
        pytest.param("|a|\n|-|\n|5 {mg}|", ["a", "5 {mg}"], id="braces in a cell"),
        pytest.param("## Dose {adult}", ["Dose {adult}"], id="braces in a heading"),
        pytest.param("*[Stop]: if a rash appears", ["*[Stop]: if a rash appears"], id="like an abbreviation"),
        pytest.param("<div>\nNever <b>alone</b>.\n</div>", ["Never alone."], id="raw block"),
        pytest.param("<ul><li>one</li><li>two</li></ul>", ["one", "two"], id="raw list"),
        pytest.param("<!-- not shown -->\n\nShown.", ["Shown."], id="comment"),
        pytest.param("<pre>code. Code</pre>", [], id="raw code"),
        pytest.param("- # Head\n  and text", ["Head", "and text"], id="text after a heading in an item"),
        pytest.param("- a\n    - b\n\n    c", ["a", "b", "c"], id="text after a list in an item"),
        pytest.param("a  \nb", ["a b"], id="hard break"),
        pytest.param("a[^1].\n\n[^1]: b", ["a.", "b"], id="numbers of notes are no words"),
        pytest.param("Mail <me@example.org>.", ["Mail me@example.org."], id="e-mail address"),
        pytest.param("a cu\u00adre, cu\u200dre, \u00e0\u034fb", ["a cure, cure, \u00e0b"], id="joints within words"),
        pytest.param("\u0421ures \uff43ure", ["Cures cure"], id="letters in disguise"),
        pytest.param(
            "\u041c\u043e\u0441\u043a\u0432\u0430 10\u00b2",
            ["\u041c\u043e\u0441\u043a\u0432\u0430 10\u00b2"],
            id="another alphabet",
        ),
        pytest.param(
            "\U0001f469\u200d\u2695\ufe0f \u0645\u06cc\u200c\u062e",
            ["\U0001f469\u200d\u2695\ufe0f \u0645\u06cc\u200c\u062e"],
            id="joints of other signs",
        ),
        pytest.param("2 * 3 and 4_5_6", ["2 * 3 and 4_5_6"], id="signs"),
        pytest.param("a\xa0b &nbsp; c", ["a b c"], id="blanks"),
        pytest.param("![a limb](a.png)", [], id="words of a picture are not read"),
        pytest.param("Term\n: Meaning", ["Term", "Meaning"], id="definition"),
        pytest.param("{: never }", ["{: never }"], id="only braces"),
        pytest.param("> a\n> - b", ["a - b"], id="list without an empty line"),
    ],
)
def test_words_are_not_lost(text: str, words: list[str], parse_body: ParseBody) -> None:
    assert sentences(parse_body(text)) == words


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        pytest.param("Take <b>12</b> mg.", "<p>Take <b>12</b> mg.</p>", id="number in raw HTML"),
        pytest.param("Take <b>12.\n\nNow.", "<p>Take <b>12.</b></p><b>\n</b>\n<p>Now.</p>", id="unclosed tag"),
        pytest.param("less than &lt;5", "<p>less than &lt;5</p>", id="number behind an entity"),
        pytest.param("a\n{: .calm #x }", '<p class="calm" id="x">a</p>', id="attributes"),
        pytest.param('## A {#x lang="fr"}\n\nb', "<p>b</p>", id="attributes of a heading"),
        pytest.param("a {: onclick=alert(1) }", "<p>a {: onclick=alert(1) }</p>", id="attributes in a line"),
        pytest.param("a\n{: onclick=alert(1) }", "<p>a</p>", id="attribute that is not allowed"),
        pytest.param("[a](javascript:alert(1))", "<p><a>a</a></p>", id="script as an address"),
        pytest.param(
            '```{ .py linenums="9" title="t" }\nx\n```',
            '<pre><code class="language-py" title="t">x\n</code></pre>',
            id="attributes of code",
        ),
        pytest.param("\\/// ask", "<p>/// ask</p>", id="line that begins as a block"),
        pytest.param("\\<b>a", "<p>&lt;b&gt;a</p>", id="words that look like a tag"),
        pytest.param(
            "|a|\n|:-:|\n|b|",
            '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<td align="center">b</td>\n</tr>\n</tbody>\n</table>',
            id="column in the middle",
        ),
        pytest.param("[`x`](a.md)", '<p><a href="a.md"><code>x</code></a></p>', id="code in a link"),
        pytest.param("<p><a href='a.md'>b</a></p>", '<p><a href="a.md">b</a></p>', id="raw link"),
        pytest.param('<img src="a.png" alt="b">', '<p><img src="a.png" alt="b"></p>', id="raw picture"),
    ],
)
def test_what_is_shown(text: str, markup: str, parse_body: ParseBody) -> None:
    assert prose(parse_body(text)) == markup


@pytest.mark.parametrize(
    "element",
    """applet audio base body button embed fieldset form frame frameset head html iframe input label link math meta
    noscript object param picture portal script select slot source style svg template textarea title track video
    xmp""".split(),
)
@pytest.mark.parametrize(
    "form", ["<{0} src='x'>a</{0}>", "Words <{0}>a</{0}>", "<p><{0} href='x'></p>", "## A <{0}>b</{0}>"]
)
def test_an_element_that_is_on_no_list_is_not_shown(element: str, form: str, parse_body: ParseBody) -> None:
    body = parse_body(form.format(element))

    headings = [as_html(one.heading.text) for one in body.sections if one.heading]
    assert f"<{element}" not in prose(body) + "".join(headings)


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [
        *(
            ("a", one)
            for one in ("style", "onclick", "onmouseover", "ping", "target", "download", "data-a", "autofocus")
        ),
        *(
            ("img", one)
            for one in ("style", "onerror", "onload", "srcset", "sizes", "usemap", "background", "longdesc")
        ),
        *(("td", one) for one in ("style", "background", "onclick")),
        *(("details", one) for one in ("ontoggle", "style")),
        *(
            ("q", "cite"),
            ("ol", "style"),
            ("p", "contenteditable"),
            ("p", "tabindex"),
            ("p", "srcdoc"),
            ("p", "popover"),
        ),
    ],
)
@pytest.mark.parametrize("form", ["<{0} {1}='x'>a</{0}>", "Words <{0} {1}='x'>a</{0}>", "## A <{0} {1}='x'>b</{0}>"])
def test_an_attribute_that_is_on_no_list_is_not_shown(
    tag: str, attribute: str, form: str, parse_body: ParseBody
) -> None:
    body = parse_body(form.format(tag, attribute))

    headings = [as_html(one.heading.text) for one in body.sections if one.heading]
    assert f"{attribute}=" not in prose(body) + "".join(headings)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "data:text/html,x",
            "file:///x",
            "vbscript:x",
            "JavaScript:x",
            "java&#9;script:x",
            "&#106;avascript:x",
            "blob:x",
        ),
        *("view-source:https://x.example", "ftp://x.example", "intent:x", "ws://x.example"),
    ],
)
@pytest.mark.parametrize("form", ["[a]({0})", "<a href='{0}'>a</a>", "<p><a href='{0}'>a</a></p>", "![a]({0})"])
def test_an_address_that_readers_cannot_follow_is_not_shown(address: str, form: str, parse_body: ParseBody) -> None:
    shown = prose(parse_body(form.format(address)))

    assert "href=" not in shown
    assert "src=" not in shown


@pytest.mark.parametrize(
    "markup",
    [
        '<ol reversed start="3" type="a">\n<li value="2">a</li>\n</ol>',
        '<p>a <mark>b</mark> <del>c</del> <abbr title="d">e</abbr> <time datetime="2026">f</time></p>',
        '<table>\n<tbody><tr><td colspan="2" rowspan="2" headers="a">b</td></tr></tbody>\n</table>',
        '<details open=""><summary>a</summary>b</details>',
        '<p lang="fr" dir="ltr" title="a">b</p>',
    ],
)
def test_what_is_on_the_list_is_shown_as_it_was_typed(markup: str, parse_body: ParseBody) -> None:
    assert prose(parse_body(markup)).replace('reversed=""', "reversed") == markup


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        pytest.param("[a](b.md#c)", PageLink, id="page"),
        pytest.param("[a][r]\n\n[r]: b.md#c", PageLink, id="by reference"),
        pytest.param("![a](b.png)", AssetLink, id="picture"),
        pytest.param('<div><a class="x" href="b.md">a</a></div>', PageLink, id="raw HTML block"),
        pytest.param("x <a href=b.md>a</a>", PageLink, id="raw HTML in a line"),
        pytest.param('<p><img alt="a" src="b.png"></p>', AssetLink, id="raw picture"),
    ],
)
def test_a_link_within_the_guide_is_a_piece(text: str, shape: type, parse_body: ParseBody) -> None:
    body = parse_body(text)

    [block] = body.sections[0].blocks
    assert isinstance(block, Prose)
    assert [type(piece.link) for piece in block.text if isinstance(piece, Href)] == [shape]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("[a *b* `c`](d.md)", "a b c", id="formatted"),
        pytest.param("[![a limb](d.png)](d.md)", "a limb", id="picture"),
        pytest.param("[a\nb](d.md)", "a b", id="two lines"),
        pytest.param("[R&amp;D](d.md)", "R&D", id="entity"),
        pytest.param('<p><a href="d.md">a <b>b</b></a></p>', "a b", id="raw HTML block"),
        pytest.param('a <a href="d.md">b  c</a>', "b c", id="raw HTML in a line"),
        pytest.param("[](d.md)", "", id="none"),
    ],
)
def test_the_words_of_a_link(text: str, words: str, parse_body: ParseBody) -> None:
    assert [one.words for one in parse_body(text).links if one.written == "d.md"] == [words]


def test_sections_begin_at_headings(parse_body: ParseBody) -> None:
    body = parse_body("a\n\n## B *c*\n\nd\n\n/// ask | E\n- f?\n///\n\n### G {#h}\n")

    assert [
        (one.heading and (one.heading.words, one.heading.level, one.heading.anchor), [each.kind for each in one.blocks])
        for one in body.sections
    ] == [
        (None, ["prose"]),
        (("B c", 2, "b-c"), ["prose", "ask"]),
        (("G", 3, "h"), []),
    ]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        pytest.param("A *b* [c](d.md)", 'A <em>b</em> <a href="d.md">c</a>', id="of Markdown"),
        pytest.param("A <b>b</b> <i onclick='go()'>c</i> &lt;d", "A <b>b</b> <i>c</i> &lt;d", id="of HTML, cleaned"),
    ],
)
def test_a_heading_keeps_its_markup(text: str, markup: str, parse_body: ParseBody) -> None:
    [section] = parse_body(f"## {text}").sections

    assert section.heading is not None
    assert as_html(section.heading.text) == markup


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("## a", [PassageKind.HEADING], id="heading"),
        pytest.param("a", [PassageKind.PARAGRAPH], id="paragraph"),
        pytest.param("- a\n\n- b\n\n    c", [PassageKind.ITEM] * 2 + [PassageKind.PARAGRAPH], id="items"),
        pytest.param("|a|\n|-|\n|b|", [PassageKind.COLUMN_HEADING, PassageKind.CELL], id="table"),
        pytest.param("> a", [PassageKind.PARAGRAPH], id="quotation"),
        pytest.param("a\n: b", [PassageKind.ITEM, PassageKind.PARAGRAPH], id="definition"),
        pytest.param("<ul><li>a</li></ul>", [PassageKind.ITEM], id="raw item"),
    ],
)
def test_kinds_of_passages(text: str, kinds: list[PassageKind], parse_body: ParseBody) -> None:
    assert [one.kind for one in parse_body(text).passages] == kinds


def test_a_page_of_nothing_has_nothing(parse_body: ParseBody) -> None:
    body = parse_body("\n \n")

    assert (body.sections, body.passages, body.troubles) == ((), (), ())


def test_text_without_links_is_one_piece(parse_body: ParseBody) -> None:
    [block] = parse_body("a\n\n- b").sections[0].blocks

    assert isinstance(block, Prose)
    assert block.text == (Html("<p>a</p>\n\n<ul>\n<li>b</li>\n</ul>\n"),)
