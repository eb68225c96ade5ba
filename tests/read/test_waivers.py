"""The lines that a waiver covers, and that waivers are not rendered."""

from pathlib import PurePosixPath

import pytest

from crpsguide.model import Html, Prose, Section
from crpsguide.read.body import BodyParser
from crpsguide.read.markers import Lines, fenced_code
from crpsguide.read.terms import Terms
from crpsguide.read.waivers import parse_waivers

PATH = PurePosixPath("content/pages/index.md")
ALLOW = "<!-- allow lost-text: quoted -->"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{ALLOW}\nOne.\nTwo.\n\nThree.", [(2, 3)], id="paragraph below"),
        pytest.param(f"{ALLOW}\n\nOne.\n\nTwo.", [(3, 3)], id="an empty line between"),
        pytest.param(f"One.\n{ALLOW}\nTwo.\n\nThree.", [(1, 3)], id="inside a paragraph"),
        pytest.param(f"One.\nTwo.\n{ALLOW}\n\nThree.", [(1, 3)], id="last line of a paragraph"),
        pytest.param(f"One. {ALLOW} Two.\nThree.\n\nFour.", [(1, 2)], id="within a line"),
        pytest.param(f"{ALLOW}\n- a\n- b\n\n    c\n\n- d\n\nEnd.", [(2, 7)], id="list with gaps"),
        pytest.param(f"- a\n{ALLOW}\n- b\n\nEnd.", [(1, 3)], id="inside a list"),
        pytest.param(f"Before.\n\n{ALLOW}\n| a |\n|---|\n| b |\n\nEnd.", [(4, 6)], id="table"),
        pytest.param(f"{ALLOW}\n/// ask | T\n- a\n\nb\n///\n\nEnd.", [(2, 6)], id="component"),
        pytest.param(f"/// ask | T\n{ALLOW}\n- a\n- b\n\nc\n///", [(3, 4)], id="block within a component"),
        pytest.param(f"{ALLOW}\n## Head\nText.", [(2, 2)], id="heading"),
        pytest.param(f"{ALLOW}\n```\na\n\nb\n```\nText.", [(2, 6)], id="fenced code"),
        pytest.param(f"{ALLOW}\n<!-- allow E1: so -->\nOne.\n\nTwo.", [(3, 3), (3, 3)], id="two above one block"),
        pytest.param("<!-- allow E1, lost-text: so -->\nOne.", [(2, 2), (2, 2)], id="two rules in one"),
        pytest.param("<!-- allow E1:\n  because of\n  that -->\nOne.", [(4, 4)], id="over lines"),
        pytest.param(f"One.\n\n{ALLOW}", [(3, 3)], id="nothing below"),
        pytest.param(f"```\n{ALLOW}\n```\n\n`{ALLOW}`", [], id="code"),
        pytest.param("<!-- allow some time for this -->\nOne.", [], id="a note"),
        pytest.param("<!-- TODO: ask the ward -->\nOne.", [], id="another note"),
    ],
)
def test_a_waiver_covers_its_block(text: str, expected: list[tuple[int, int]]) -> None:
    waivers, troubles = parse_waivers(text, fenced_code(text), Lines(text, PATH, 1))

    assert [(one.first_line, one.last_line) for one in waivers] == expected
    assert troubles == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<!-- allow E1: so it is -->", ("E1", "so it is"), id="with a reason"),
        pytest.param("<!--allow E1:so-->", ("E1", "so"), id="without blanks"),
        pytest.param("<!-- ALLOW: E1: so -->", ("E1", "so"), id="a colon too many"),
        pytest.param("<!-- allow E1: a: b, c -->", ("E1", "a: b, c"), id="colon in the reason"),
        pytest.param("<!-- allow E1 -->", ("E1", ""), id="nothing behind a code"),
        pytest.param("<!-- allow overclaim -->", ("overclaim", ""), id="nothing behind a name"),
        pytest.param("<!-- allow lost-text: -->", ("lost-text", ""), id="nothing behind the colon"),
        pytest.param("<!-- allow lost-text (a quotation) -->", ("lost-text", ""), id="no colon"),
        pytest.param("<!-- allow lst-text: so -->", ("lst-text", "so"), id="a slip stays for a rule to tell"),
    ],
)
def test_a_waiver_names_its_rule_and_reason(text: str, expected: tuple[str, str]) -> None:
    waivers, _ = parse_waivers(f"{text}\nText.", [], Lines(text, PATH, 1))

    assert [(one.rule, one.reason) for one in waivers] == [expected]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        pytest.param("<!-- alow overclaim: so -->", True, id="a slip in front of a rule of one word"),
        pytest.param("<!-- also note: so -->", False, id="other words"),
        pytest.param("<!-- all pages: so -->", False, id="a shorter word"),
    ],
)
def test_a_slip_in_the_first_word_is_told(comment: str, told: bool) -> None:
    _, troubles = parse_waivers(f"{comment}\nText.", [], Lines(f"{comment}\nText.", PATH, 1))

    assert bool(troubles) == told


@pytest.mark.parametrize("word", ["alow", "allows", "ignore", "disable", "waive", "noqa"])
def test_another_word_in_front_of_a_rule_is_a_near_miss(word: str) -> None:
    text = f"Text.\n\n<!-- {word} lost-text: so -->\nText."

    _, troubles = parse_waivers(text, [], Lines(text, PATH, 5))

    assert [(one.kind, one.place.line, one.place.column) for one in troubles] == [("waiver-form", 7, 1)]


@pytest.mark.parametrize(
    ("with_waiver", "without"),
    [
        pytest.param(f"One.\n{ALLOW}\nTwo.", "One.\nTwo.", id="paragraph"),
        pytest.param(f"1. a\n{ALLOW}\n2. b", "1. a\n2. b", id="list"),
        pytest.param(f"| a |\n{ALLOW}\n|---|\n| b |", "| a |\n|---|\n| b |", id="table"),
        pytest.param(f"- a\n\n    {ALLOW}\n    b", "- a\n\n    b", id="indented in a list"),
        pytest.param(f"One {ALLOW}two.", "One two.", id="within a line"),
        pytest.param(f"{ALLOW}One.", "One.", id="in front of a line"),
    ],
)
def test_a_waiver_leaves_no_trace_on_the_page(with_waiver: str, without: str) -> None:
    parser = BodyParser(Terms({}))

    drawn, plain = (
        parser.parse(text, path=PATH, name=PurePosixPath("index.md"), first_line=1) for text in (with_waiver, without)
    )

    assert [_markup(one) for one in drawn.sections] == [_markup(one) for one in plain.sections]


def _markup(section: Section) -> list[str]:
    prose = [block for block in section.blocks if isinstance(block, Prose)]
    return [piece.markup for block in prose for piece in block.text if isinstance(piece, Html)]
