import pytest
from tests.render.sites import cited, html

from crpsguide.model import Html, Mark, RichText, Sources, TermUse
from crpsguide.render.pieces import close_up, stands_at_its_chip, without_colon

MARK = Mark(1, cited("a#x"))
CHIP = Sources(cited("a#y"))
TERM = TermUse("rest", "rest")


def markups(pieces: RichText) -> list[str]:
    return [piece.markup if isinstance(piece, Html) else "·" for piece in pieces]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param((Html("word "), MARK, Html(".")), ["word", "·", "."], id="space before a mark"),
        pytest.param((Html("word <span>"), MARK, Html("</span>.")), ["word", "·", "."], id="span around a mark"),
        pytest.param((Html("(<span>"), MARK), ["(<span>", "·"], id="span that stays open"),
        pytest.param(
            (Html("to ("), TERM, Html(") go")),
            ['to <span class="term-tie">(', "·", ")</span> go"],
            id="term in brackets",
        ),
        pytest.param(
            (Html('to "'), TERM, Html('" go')), ['to <span class="term-tie">"', "·", '"</span> go'], id="term in quotes"
        ),
        pytest.param((TERM, Html(".")), ["·", "."], id="term that comes first"),
        pytest.param((MARK, TERM, Html(".")), ["·", "·", "."], id="term behind a mark"),
        pytest.param((Html("to "), TERM, Html(" go")), ["to ", "·", " go"], id="term between words"),
    ],
)
def test_close_up(pieces: RichText, expected: list[str]) -> None:
    assert markups(close_up(pieces)) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param((CHIP,), True, id="at once"),
        pytest.param((Html("."), CHIP), True, id="behind the full stop"),
        pytest.param((Html(" and more."), CHIP), False, id="behind words"),
        pytest.param((Html("."), Sources(cited("a#y", "b#x"))), False, id="chip of more sources"),
        pytest.param((Html(".</p>"),), False, id="no chip"),
        pytest.param((), False, id="end of the text"),
    ],
)
def test_the_chip_is_the_mark_when_it_follows_at_once(after: RichText, expected: bool) -> None:
    assert stands_at_its_chip(MARK, after) is expected


def test_a_way_in_loses_the_colon_after_its_link_alone() -> None:
    assert markups(without_colon(html("<a>x</a>: when: now"))) == ["<a>x</a> when: now"]
