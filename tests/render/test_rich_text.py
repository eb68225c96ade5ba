from pathlib import PurePosixPath

import pytest
from tests.render.sites import HERE, cited, html

from crpsguide.model import Href, Html, Mark, PageLink, RichText, Sources, TermUse
from crpsguide.render.rich_text import (
    enlarge_standalone_links,
    is_followed_by_chip,
    tighten_spacing,
    without_link_colon,
)

MARK = Mark(1, cited("a#x"))
CHIP = Sources(cited("a#y"))
TERM = TermUse("rest", "rest")
LINK = Href(PageLink("Rest", "rest.md", PurePosixPath("rest.md"), "", HERE))


def markups(pieces: RichText) -> list[str]:
    return [piece.markup if isinstance(piece, Html) else "·" for piece in pieces]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param((Html("word "), MARK, Html(".")), ["word", "·", "."], id="space before a mark"),
        pytest.param((Html("word\n"), MARK, Html(".")), ["word", "·", "."], id="line break before a mark"),
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
        pytest.param(
            (Html("to "), TERM, Html("'s edge")),
            ['to <span class="term-tie">', "·", "'s</span> edge"],
            id="term that owns",
        ),
        pytest.param((TERM, Html(".")), ["·", "."], id="term that comes first"),
        pytest.param((MARK, TERM, Html(".")), ["·", "·", "."], id="term behind a mark"),
        pytest.param((Html("to "), TERM, Html(" go")), ["to ", "·", " go"], id="term between words"),
    ],
)
def test_close_up(pieces: RichText, expected: list[str]) -> None:
    assert markups(tighten_spacing(pieces)) == expected


@pytest.mark.parametrize(
    ("before", "after", "is_large"),
    [
        pytest.param('<ul>\n<li><a href="', '">Rest</a></li>\n</ul>', True, id="item"),
        pytest.param('<tr><th scope="row"><a href="', '" id="rest">Rest</a></th>', True, id="row heading"),
        pytest.param('<p><a href="', '">Rest</a></p>', True, id="paragraph"),
        pytest.param('<li>See <a href="', '">Rest</a></li>', False, id="words before it"),
        pytest.param('<li><a href="', '">Rest</a>: a pause</li>', False, id="words behind it"),
        pytest.param('<li><img src="', '" alt="Rest"></li>', False, id="picture"),
    ],
)
def test_a_link_that_stands_alone_is_as_large_as_a_finger(before: str, after: str, is_large: bool) -> None:
    result = markups(enlarge_standalone_links((Html(before), LINK, Html(after))))

    assert result == [before.replace("<a ", '<a class="tap" ') if is_large else before, "·", after]


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
    assert is_followed_by_chip(MARK, after) is expected


def test_a_way_in_loses_the_colon_after_its_link_alone() -> None:
    assert markups(without_link_colon(html("<a>x</a>: when: now"))) == ["<a>x</a> when: now"]
