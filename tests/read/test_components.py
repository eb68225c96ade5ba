"""Component blocks: a correct example of each kind, and all their faults."""

import pytest
from tests.read.bodies import ParseBody, as_html, prose, sentences

from crpsguide.model import (
    COMPONENTS,
    Ask,
    Block,
    CareCard,
    Checklist,
    ClaimChecker,
    Contacts,
    Diary,
    Disagreement,
    FieldKind,
    Fields,
    Figure,
    FindingsTable,
    GlossaryList,
    GoDeeper,
    IconArray,
    KeyPoints,
    MainMessage,
    Organisations,
    PassageKind,
    Paths,
    ShortVersion,
    StudyOverview,
    TimeLine,
)
from crpsguide.read.body import Body

RIGHT = {
    MainMessage: "/// main-message\nRest helps. [@a#b]\n///",
    ShortVersion: "/// short-version\nRest *helps*.\n\nIt takes time.\n///",
    KeyPoints: "/// key-points\n- Rest helps.\n- Not known: for how long.\n///",
    CareCard: "/// care-card | Call an ambulance if\n    level: emergency\n\n- you cannot breathe\n///",
    Ask: "/// ask | Ask your care team\n- Does it help?\n- For how long?\n///",
    GoDeeper: "/// go-deeper | How it was found\nIn a study.\n\n- One.\n///",
    Disagreement: "/// disagreement | What groups say\n- **A (2018)**: yes.\n- **B (2025)**: no.\n///",
    IconArray: "/// icon-array | Of 100\n    groups:\n      - {finding: a#b, of: x, label: y}\n\nRead it so.\n///",
    TimeLine: "/// time-line | Over time\n    scores:\n      - {finding: a#b, of: x, label: y}\n\nRead it so.\n///",
    StudyOverview: "/// study-overview | All studies\n    findings: [a#b, c#d]\n///",
    FindingsTable: "/// findings-table | What was found\n    findings: [a#b, c#d]\n///",
    Checklist: "/// checklist | T\n- a\n///",
    Fields: "/// fields | T\n- a\n///",
    Diary: "/// diary | T\n    rows: [a]\n\n- b\n///",
    Paths: "/// paths | Where to start?\n- [Here](a.md): words.\n///",
    Figure: "/// figure | A limb\n    image: a.png\n    alt: A swollen hand.\n///",
    Contacts: "/// contacts\n    kinds: [emergency]\n    countries: [United Kingdom]\n///",
    Organisations: "/// organisations\n///",
    GlossaryList: "/// glossary\n///",
    ClaimChecker: "/// claim-checker\n///",
}


def blocks(body: Body) -> list[Block]:
    return [block for section in body.sections for block in section.blocks]


def troubles_of(body: Body) -> list[tuple[int, str]]:
    """The line and text of each trouble."""
    return [(one.place.line, f"{one.kind}: {one.message} {one.help}") for one in body.troubles]


def test_there_is_a_right_example_of_every_block() -> None:
    assert set(RIGHT) == set(COMPONENTS)


@pytest.mark.parametrize("kind", RIGHT, ids=lambda kind: str(kind.kind))
def test_a_right_block_is_understood(kind: type[Block], parse_body: ParseBody) -> None:
    body = parse_body(RIGHT[kind])

    assert body.troubles == ()
    assert [type(one) for one in blocks(body)] == [kind]


@pytest.mark.parametrize(
    "kind", [one for one in RIGHT if one not in (FindingsTable, StudyOverview)], ids=lambda kind: str(kind.kind)
)
def test_an_option_that_is_not_known_is_told(kind: type[Block], parse_body: ParseBody) -> None:
    first, _, rest = RIGHT[kind].partition("\n")

    body = parse_body(f"Words.\n\n{first}\n    colour: red\n{rest}")

    assert [(line, words.partition(":")[0]) for line, words in troubles_of(body)] == [(4, "block-options")]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("/// key-points\nWords.\n///", 1, "one list and nothing else", id="no list"),
        pytest.param("/// key-points\nWords.\n\n- a\n///", 1, "one list and nothing else", id="text beside the list"),
        pytest.param("/// ask | T\nWords.\n- a?\n///", 1, "empty line before the first", id="no empty line before it"),
        pytest.param("/// ask\n- a?\n///", 1, "/// ask | The title", id="no title"),
        pytest.param("/// ask |\n- a?\n///", 1, "needs a title", id="empty title"),
        pytest.param("/// care-card\n    level: urgent\n\n- a\n///", 1, "needs a title", id="card without a title"),
        pytest.param("/// key-points | In short\n- a\n///", 1, "“In short” would be lost", id="title that is lost"),
        pytest.param("/// contacts | Call\n///", 1, "“Call” would be lost", id="title of a list of contacts"),
        pytest.param("/// ask | Ask [@a]\n- a?\n///", 1, "plain words", id="citation in the title"),
        pytest.param("/// ask | **Ask**\n- a?\n///", 1, "plain words", id="Markdown in the title"),
        pytest.param("/// ask | [Ask](a.md)\n- a?\n///", 1, "plain words", id="link in the title"),
        pytest.param("/// main-message\n///", 1, "is empty", id="nothing in it"),
        pytest.param("/// go-deeper | T\n\n///", 1, "is empty", id="only an empty line in it"),
        pytest.param("/// glossary\nWords.\n///", 1, "takes no text", id="text where none is taken"),
        pytest.param("/// care-card | T\n    level: red\n\na\n///", 2, "emergency, urgent, routine", id="no level"),
        pytest.param("/// care-card | T\n    level: urgnt\n\na\n///", 2, "“urgent”?", id="misspelt level"),
        pytest.param("/// care-card | T\n    levle: urgent\n    level: urgent\n\na\n///", 2, "“level”?", id="key"),
        pytest.param("/// care-card | T\n    level:\n\na\n///", 2, "“level” is empty", id="empty level"),
        pytest.param("a\n\n/// care-card | T\n\na\n///", 3, "needs “level”", id="left out"),
        pytest.param("/// care-card | T\n  level: urgent\n\na\n///", 1, "indented by 4 spaces", id="2 spaces"),
        pytest.param("/// care-card | T\n\n    level: urgent\n\na\n///", 1, "directly under", id="not under it"),
        pytest.param("/// ask | T\n    - a?\n- b?\n///", 2, "empty line", id="item of 4 spaces at the top"),
        pytest.param("/// figure | T\n    image: a.png\n///", 1, "words for people who cannot see", id="no words"),
        pytest.param("/// icon-array | T\n    groups: a\n\na\n///", 2, "should be a list", id="no list of groups"),
        pytest.param("/// icon-array | T\n    groups:\n      - {finding: a, of: b}\n///", 3, "“label”", id="no label"),
        pytest.param("/// icon-array | T\n    groups: [a, b\n\na\n///", 2, "bracket", id="bracket that stays open"),
        pytest.param("a\n/// go-deeper | T\nb\n", 2, "never closed", id="never closed"),
        pytest.param("//// go-deeper | T\nb\n///\n", 1, "never closed", id="closed with too few"),
        pytest.param("- a\n\n    /// ask | T\n    - b?\n    ///", 3, "stands inside", id="in a list"),
        pytest.param("> a\n>\n> /// ask | T\n> - b?\n> ///", 3, "stands inside", id="in a quotation"),
        pytest.param("//// go-deeper | T\na\n\n/// ask | U\n- b?\n///\n////", 4, "stands inside", id="in a block"),
        pytest.param("/// go-deeper | T\na\n\n## Head\n\nb\n///", 4, "A heading stands inside", id="heading in it"),
        pytest.param("/// key-point\n- a\n///", 1, "Did you mean “key-points”?", id="unknown name"),
        pytest.param("a\n\n///main\nb\n///", 3, "There is no block “main”", id="part of a name"),
        pytest.param("a\n\n/// key points\n- a\n///", 3, "Did you mean “key-points”?", id="a blank for a hyphen"),
        pytest.param("a\n\n// care-card | T\n- a\n//", 3, "“//” begins no block", id="two slashes"),
        pytest.param("a\n\n:::ask\n- a?\n:::", 3, "“:::” begins no block", id="colons"),
        pytest.param("a\n\n/// ask your team\n- a?\n///", 3, "/// ask | your team", id="title without a bar"),
    ],
)
def test_a_wrong_block_is_told(text: str, line: int, says: str, parse_body: ParseBody) -> None:
    [(found_line, words)] = troubles_of(parse_body(text))

    assert found_line == line
    assert says in words


def test_what_an_open_block_swallows_is_no_fault_of_its_own(parse_body: ParseBody) -> None:
    body = parse_body("/// go-deeper | T\na\n\n## Head\n\n/// ask | U\n- b?\n///\n\n## Foot\n")

    [(line, words)] = troubles_of(body)
    assert (line, "never closed" in words) == (1, True)
    assert not body.misread


def test_all_faults_of_a_block_are_told_at_once(parse_body: ParseBody) -> None:
    body = parse_body("/// ask\n    level: urgent\n\nWords.\n///")

    assert [words.split(".")[0] for _, words in troubles_of(body)] == [
        "block-content: The block “ask” should hold one list and nothing else",
        "block-content: The block “ask” needs a title",
        "block-options: The block “ask” takes no options, so this would be lost",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```\n/// key-point\n///\n```", id="in fenced code"),
        pytest.param("a /// key-point", id="in a line"),
        pytest.param("    /// key-point", id="in indented code"),
        pytest.param("```\n::: ask\n```", id="of another program, in fenced code"),
        pytest.param("// ask your team", id="a comment of a program"),
        pytest.param("/// findings-table | T\n    findings: [a#b]\n///", id="a finding among options"),
        pytest.param("https:///a", id="in an address"),
    ],
)
def test_what_only_looks_like_a_block_is_text(text: str, parse_body: ParseBody) -> None:
    assert parse_body(text).troubles == ()


def test_an_unknown_block_keeps_all_its_words(parse_body: ParseBody) -> None:
    body = parse_body("/// key-point | In short\n    level: urgent\n\n- never alone\n///")

    assert "level: urgent" in prose(body)
    assert "never alone" in prose(body)


def test_a_block_right_under_a_paragraph_is_a_block(parse_body: ParseBody) -> None:
    body = parse_body("Words.\n/// ask | T\n- a?\n///\nMore.")

    assert [one.kind for one in blocks(body)] == ["prose", "ask", "prose"]
    assert sentences(body) == ["Words.", "T", "a?", "More."]


def test_a_name_may_have_capitals(parse_body: ParseBody) -> None:
    body = parse_body("/// Key-Points\n- a\n///")

    assert [one.kind for one in blocks(body)] == ["key-points"]
    assert [one.block for one in body.passages] == ["key-points"]


def test_a_point_that_is_not_known_says_so(parse_body: ParseBody) -> None:
    [points] = blocks(parse_body("/// key-points\n- a\n- Not known: b\n- **Not known:** c\n///"))

    assert isinstance(points, KeyPoints)
    assert [one.unknown for one in points.points][:2] == [False, True]


def test_the_item_of_a_loose_list_is_no_paragraph_of_its_own(parse_body: ParseBody) -> None:
    [ask] = blocks(parse_body("/// ask | T\n- a [@a#b]?\n\n- b?\n///"))

    assert isinstance(ask, Ask)
    assert [as_html(one.text) for one in ask.points] == [
        "a <span><mark>1</mark></span>?<sources>a#b</sources>",
        "b?",
    ]


def test_each_title_has_an_anchor_of_its_own(parse_body: ParseBody) -> None:
    body = parse_body("## Ask\n\n/// ask | Ask\n- a?\n///\n\n/// ask | Ask\n- b?\n///")

    assert {name: place.line for name, place in body.anchors.items()} == {"ask": 1, "ask_1": 3, "ask_2": 7}


def test_passages_know_the_block_around_them(parse_body: ParseBody) -> None:
    body = parse_body("a\n\n/// go-deeper | T\nb\n\n> c\n///\n\nd")

    assert [(one.text, one.block) for one in body.passages] == [
        ("a", ""),
        ("T", "go-deeper"),
        ("b", "go-deeper"),
        ("c", "go-deeper"),
        ("d", ""),
    ]


def test_the_title_of_a_block_is_a_passage_in_front_of_its_text(parse_body: ParseBody) -> None:
    body = parse_body("## H\n\n/// disagreement | Who says what\n- One [@a#b].\n- Two [@c].\n///")

    title = body.passages[1]
    assert (title.kind, title.block, title.heading, title.text) == (
        PassageKind.BLOCK_TITLE,
        "disagreement",
        "H",
        "Who says what",
    )
    assert (title.place.line, title.place.column, title.place.end_column) == (3, 20, 33)
    assert [one.id for one in title.sentences[0].citations] == ["a#b", "c"]


def test_the_title_of_a_picture_rests_on_what_it_draws(parse_body: ParseBody) -> None:
    body = parse_body("/// findings-table | What was found\n    findings: [a#b, c#d]\n///")

    assert [one.id for one in body.passages[0].sentences[0].citations] == ["a#b", "c#d"]


def test_the_picture_of_a_figure_is_a_link_with_its_words(parse_body: ParseBody) -> None:
    body = parse_body(RIGHT[Figure])

    [link] = body.links
    assert (link.words, link.written, link.place.line) == ("A swollen hand.", "a.png", 2)


@pytest.mark.parametrize(
    ("typed", "words", "kind", "choices", "lines"),
    [
        pytest.param("What helped?", "What helped?", FieldKind.WORDS, (), 1, id="words"),
        pytest.param("What helped? (3 lines)", "What helped?", FieldKind.LINES, (), 3, id="lines"),
        pytest.param("First visit (date)", "First visit", FieldKind.DAY, (), 1, id="day"),
        pytest.param("Pain (0 to 3)", "Pain", FieldKind.SCALE, ("0", "1", "2", "3"), 1, id="scale"),
        pytest.param("Did **it** help? (yes / no)", "Did it help?", FieldKind.ONE, ("yes", "no"), 1, id="one"),
        pytest.param("Hard (tick: a & b / c)", "Hard", FieldKind.SEVERAL, ("a & b", "c"), 1, id="several"),
        pytest.param("Pain (7 to 9)", "Pain", FieldKind.SCALE, ("7", "8", "9"), 1, id="scale from 7"),
        pytest.param("Sleep (in hours)", "Sleep (in hours)", FieldKind.WORDS, (), 1, id="a bracket of words"),
        pytest.param("Sleep (h) here", "Sleep (h) here", FieldKind.WORDS, (), 1, id="a bracket before the end"),
    ],
)
def test_the_bracket_of_a_field_tells_how_to_answer(
    typed: str, words: str, kind: FieldKind, choices: tuple[str, ...], lines: int, parse_body: ParseBody
) -> None:
    (block,) = blocks(parse_body(f"/// fields | T\n- {typed}\n///"))

    assert isinstance(block, Fields)
    (field,) = block.fields
    assert (field.words, field.kind, field.choices, field.lines) == (words, kind, choices, lines)


@pytest.mark.parametrize("room", ["1 line", "12 lines", "100000000 lines", "dates", "0-10", "0 – 10", "tick: one"])
def test_a_slip_in_the_room_for_an_answer_is_told(room: str, parse_body: ParseBody) -> None:
    body = parse_body(f"/// fields | T\n- Pain ({room})\n///")

    assert [line for line, words in troubles_of(body) if "tells no room for an answer" in words] == [1]


def test_words_in_brackets_may_end_a_field(parse_body: ParseBody) -> None:
    body = parse_body("/// fields | T\n- Names (of two lines)\n- My dates (all)\n///")

    assert troubles_of(body) == []


@pytest.mark.parametrize("scale", ["0 to 11", "10 to 0", "3 to 3", "0 to 999999999", f"0 to {'9' * 5000}"])
def test_a_scale_that_does_not_fit_is_told(scale: str, parse_body: ParseBody) -> None:
    body = parse_body(f"/// fields | T\n- Pain ({scale})\n///")

    assert [(line, words[:28]) for line, words in troubles_of(body)] == [(1, "block-content: The scale of ")]


def test_a_field_takes_no_citation(parse_body: ParseBody) -> None:
    body = parse_body("/// fields | T\n- Pain [@a#b]\n///")

    assert [(line, words.partition(".")[0]) for line, words in troubles_of(body)] == [
        (1, "block-content: A field to fill in takes no citation")
    ]
