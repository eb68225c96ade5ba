import pytest
from tests.check.guides import MakeSite
from tests.check.rendered_guides import finished, found
from tests.check.written import guide_page

from crpsguide.check import help_and_forms
from crpsguide.check.rule import Rule

URGENT, ABOUT, MAIL = (
    '<a href="help.html">Help</a>',
    '<a href="about.html">About</a>',
    '<a href="mailto:a@b.c">Mail</a>',
)
USUAL = f"{URGENT}<main>Text.</main>{MAIL}{ABOUT}"


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param(USUAL, [], id="as on the others"),
        pytest.param(f"{URGENT}<main>{ABOUT}</main>{MAIL}{ABOUT}", [], id="a link in the text"),
        pytest.param(f"{URGENT}<main>Text.</main>{MAIL}", [], id="one is left out"),
        pytest.param(f"{URGENT}<main>Text.</main>{ABOUT}{MAIL}", ["index.md:1:1"], id="another order"),
        pytest.param(f"<main>Text.</main>{MAIL}{ABOUT}{URGENT}", ["index.md:1:1"], id="urgent help last"),
    ],
)
def test_help_moves(body: str, places: list[str], make_site: MakeSite) -> None:
    assert found(help_and_forms.help_moves, make_site, finished(index=body, help=USUAL, about=USUAL)) == places


@pytest.mark.parametrize(
    ("rule", "body", "count"),
    [
        pytest.param(help_and_forms.login_asked, '<input type="password">', 1, id="password"),
        pytest.param(help_and_forms.login_asked, '<input autocomplete="username">', 1, id="user name"),
        pytest.param(help_and_forms.login_asked, '<input type="text" autocomplete="off">', 0, id="text"),
        pytest.param(help_and_forms.login_asked, "<label>Your password <input></label>", 1, id="password in the words"),
        pytest.param(help_and_forms.login_asked, "<label>Pins and needles <input></label>", 0, id="pins"),
        pytest.param(
            help_and_forms.asked_twice,
            "<form><label>Name <input></label><label>Name <input></label></form>",
            1,
            id="twice",
        ),
        pytest.param(
            help_and_forms.asked_twice,
            '<label for="a">Name</label><input id="a"><label for="b">name</label><textarea id="b"></textarea>',
            1,
            id="twice, by id",
        ),
        pytest.param(
            help_and_forms.asked_twice,
            "<form><label>Name <input></label><label>Day <input></label></form>",
            0,
            id="two things",
        ),
        pytest.param(
            help_and_forms.asked_twice,
            "<fieldset><label>Day <input></label></fieldset><fieldset><label>Day <input></label></fieldset>",
            0,
            id="of two sets",
        ),
        pytest.param(
            help_and_forms.asked_twice,
            '<form><label>Yes <input type="radio"></label><label>Yes <input type="radio"></label></form>',
            0,
            id="choices",
        ),
    ],
)
def test_a_form(rule: Rule, body: str, count: int, make_site: MakeSite) -> None:
    assert found(rule, make_site, finished(index=body)) == ["index.md:1:1"] * count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Log in to see your diary.", 1, id="log in"),
        pytest.param("First, sign up with your e-mail.", 1, id="sign up"),
        pytest.param("Then enter your password.", 1, id="password"),
        pytest.param("You must create an account.", 1, id="account"),
        pytest.param("Keep a log in your bag.", 0, id="a log"),
        pytest.param("Sign in ink.", 0, id="by hand"),
        pytest.param("No log-in is needed, and no password.", 0, id="none"),
    ],
)
def test_a_tool_asks_nobody_to_log_in(text: str, count: int, make_site: MakeSite) -> None:
    assert len(help_and_forms.login_in_words.check(make_site(index=guide_page(text, type="tool")))) == count
    assert not help_and_forms.login_in_words.check(make_site(index=guide_page(text)))
