"""Citations, and the sentences that they cover."""

import pytest
from tests.read.bodies import ParseBody, prose

from crpsguide.model import PassageKind


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        pytest.param("Rest helps [@a]. It tires.", ["a", ""], id="in a sentence, that one"),
        pytest.param("Rest helps. It tires [@a]. Heat soothes.", ["", "a", ""], id="in the second"),
        pytest.param("Rest helps. It tires. [@a]", ["a", "a"], id="behind the last stop, all"),
        pytest.param("Rest helps.[@a]", ["a"], id="behind the stop without a blank"),
        pytest.param(
            "Rest helps. It tires. [@a] Heat soothes.", ["", "a", ""], id="behind another stop, the one before"
        ),
        pytest.param(
            "Rest helps [@a]. It tires. Heat soothes. [@b]", ["a", "b", "b"], id="all since the last citation"
        ),
        pytest.param(
            "Rest helps. [@a] It tires. Heat soothes. [@b]",
            ["a", "b", "b"],
            id="all since the last citation behind a stop",
        ),
        pytest.param("Rest helps [@a] b [@b].", ["a b"], id="two in one sentence"),
        pytest.param("Rest helps [@a; @b#c].", ["a b#c"], id="two in one pair of brackets"),
        pytest.param("Rest helps. [@a] [@b]", ["a b"], id="two behind the stop"),
        pytest.param("[@a] Rest helps. It tires.", ["a", ""], id="in front of all"),
        pytest.param("Rest helps [@a]", ["a"], id="sentence without a stop"),
        pytest.param("Is it? Yes! [@a]", ["a", "a"], id="question and call"),
        pytest.param("Rest helps: [@a]", ["a"], id="behind a colon"),
        pytest.param("It took 2.5 hours, e.g. on a drip. [@a]", ["a"], id="stops that end nothing"),
        pytest.param("*Rest helps.* It tires. [@a]", ["a", "a"], id="with emphasis"),
        pytest.param("Rest helps. It tires\nHeat soothes. [@a]", ["a", "a"], id="over lines"),
        pytest.param("- Rest helps. [@a]\n- It tires.", ["a", ""], id="an item, not the next"),
        pytest.param("- Rest helps.\n    - It tires. [@a]", ["", "a"], id="an item in an item, not the outer"),
        pytest.param("Rest helps.\n\nB. [@a]", ["", "a"], id="a paragraph, not the one before"),
        pytest.param("|x|y|\n|-|-|\n|Rest helps.|It tires. [@a]|", ["", "", "", "a"], id="a cell, not its neighbour"),
        pytest.param("> Rest helps. It tires. [@a]", ["a", "a"], id="a quotation"),
        pytest.param("## Rest helps? [@a]\n\nB.", ["a", ""], id="a heading, not its text"),
        pytest.param("Rest helps \\[@a]. It tires `[@b]`.", ["", ""], id="escaped, and code"),
    ],
)
def test_what_a_citation_covers(text: str, covered: list[str], parse_body: ParseBody) -> None:
    body = parse_body(text)

    found = [one for passage in body.passages for one in passage.sentences]
    assert [" ".join(each.id for each in one.citations) for one in found] == covered


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It helps [@a].", "It helps.", id="blank before the stop goes"),
        pytest.param("It helps [@a], they say.", "It helps, they say.", id="blank before a comma goes"),
        pytest.param("About .5 mg [@a] a day.", "About .5 mg a day.", id="other blanks stay"),
        pytest.param("It [@a] helps.", "It helps.", id="one blank is left"),
        pytest.param("It helps.[@a]", "It helps.", id="nothing is left"),
    ],
)
def test_a_sentence_reads_as_if_nothing_were_cited(text: str, words: str, parse_body: ParseBody) -> None:
    assert parse_body(text).passages[0].text == words


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        pytest.param("It [@].", 5, "“@”", id="nothing"),
        pytest.param("It [@a b].", 5, "“@a b”", id="two words"),
        pytest.param("It [@a; b].", 9, "“b”", id="second without a sign"),
        pytest.param("It [@a,@b].", 5, "“@a,@b”", id="comma for semicolon"),
        pytest.param("It [@a#].", 5, "“@a#”", id="no finding"),
        pytest.param("It [@a;].", 8, "“;”", id="nothing behind the semicolon"),
        pytest.param("It [@a, p. 3].", 5, "“@a, p. 3”", id="page number"),
        pytest.param("It [@a#b", 4, "“[@a#b”", id="never closed"),
        pytest.param("It [@a#b and [@c#d].", 4, "“[@a#b”", id="closed by the next one only"),
        pytest.param("It [@a#b.\n\nNext [x].", 4, "“[@a#b.”", id="closed in another paragraph"),
        pytest.param("- It [@a\n- It [@b].", 6, "“[@a”", id="in a list"),
        pytest.param("It (@a#b).", 4, "“(@a#b)”", id="round brackets"),
        pytest.param("It (@a-smith2019b).", 4, "“(@a-smith2019b)”", id="a source of a year in round brackets"),
        pytest.param("It [ @a#b].", 4, "“[ @a#b]”", id="a blank behind the bracket"),
        pytest.param("It [smith2019].", 4, "“[smith2019]”", id="a source of a year without its sign"),
        pytest.param("It [a#b].", 4, "“[a#b]”", id="without the sign"),
    ],
)
def test_what_is_no_citation_is_told(text: str, column: int, says: str, parse_body: ParseBody) -> None:
    [trouble] = parse_body(text).troubles

    assert (trouble.kind, trouble.place.column) == ("citation-form", column)
    assert says in trouble.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It `[@a#b` so.", id="code"),
        pytest.param("It \\[@a#b so.", id="escaped"),
        pytest.param("It <!-- [@a#b --> so.", id="comment"),
        pytest.param("It [@a;\n@b] so.", id="over two lines"),
        pytest.param("Mail [@ home", id="no source behind the sign"),
        pytest.param("Write to (@nurse) or take (a#b).", id="round brackets of another kind"),
        pytest.param("In [2019] or [smith2019](a.md) at [smith2019][a].", id="years, and words of a link"),
        pytest.param("See [a#b](index.md) and [words][a#b].\n\n[a#b]: index.md", id="words and names of links"),
    ],
)
def test_what_opens_no_citation_is_no_trouble(text: str, parse_body: ParseBody) -> None:
    assert parse_body(text).troubles == ()


def test_marks_are_numbered_in_the_order_of_reading(parse_body: ParseBody) -> None:
    body = parse_body("A [@b].\n\n- B [@a; @b#c].\n\n## C [@b]\n")

    assert [(one.number, one.sources) for one in body.marks] == [(1, ("b",)), (2, ("a", "b")), (3, ("b",))]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        pytest.param(
            "A [@a].",
            "<p>A <span><mark>1</mark></span>.<sources>a</sources></p>",
            id="paragraph",
        ),
        pytest.param(
            "- A. [@a]\n    - B",
            "<ul>\n<li>A. <span><mark>1</mark></span><sources>a</sources><ul>\n<li>B</li>\n</ul>\n</li>\n</ul>",
            id="item, before the list in it",
        ),
        pytest.param("## A [@a]", "", id="heading tells no sources"),
    ],
)
def test_a_passage_that_cites_tells_its_sources_at_its_end(text: str, markup: str, parse_body: ParseBody) -> None:
    assert prose(parse_body(text)) == markup


def test_a_heading_is_a_passage_too(parse_body: ParseBody) -> None:
    body = parse_body("## A? [@a]\n\nB.")

    assert [(one.kind, one.heading) for one in body.passages] == [
        (PassageKind.HEADING, ""),
        (PassageKind.PARAGRAPH, "A?"),
    ]
