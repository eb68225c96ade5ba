from pathlib import PurePosixPath

import pytest
from tests.check.guides import FIRST_LINE, MakeSite

from crpsguide.check.links.source import running_text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("a `b` c", "a     c", id="code span"),
        pytest.param("a ``b ` c`` d", "a           d", id="code span with a tick in it"),
        pytest.param("a ` b\n\nc ` d", "a ` b\n\nc ` d", id="ticks of two paragraphs make no span"),
        pytest.param("a \\`b` c", "a \\`b` c", id="escaped tick"),
        pytest.param("```\na\n```\nb", "   \n \n   \nb", id="fence"),
        pytest.param("~~~ python\na\n~~~\nb", "          \n \n   \nb", id="fence with a language"),
        pytest.param("````\n```\na\n````\nb", "    \n   \n \n    \nb", id="fence in a fence"),
        pytest.param("```\na\n\nb", "```\na\n\nb", id="an unclosed fence is text"),
        pytest.param("a <!-- b\nc --> d", "a       \n      d", id="comment"),
        pytest.param("a <!-- b", "a <!-- b", id="an unclosed comment is text"),
        pytest.param("> a\n\n- b", "> a\n\n- b", id="all else stays"),
    ],
)
def test_running_text_has_blanks_for_what_is_no_text(text: str, seen: str, make_site: MakeSite) -> None:
    page = make_site(index=text).pages[PurePosixPath("index.md")]

    assert running_text(page).split("\n", FIRST_LINE - 1)[-1] == seen


def test_front_matter_is_no_running_text(make_site: MakeSite) -> None:
    page = make_site(index="a").pages[PurePosixPath("index.md")]

    assert running_text(page).split() == ["a"]
