"""Words that hurt, long words, and words about suicide."""

import pytest
from tests.check.guides import MakeSite, places
from tests.check.written import guide_page

from crpsguide.check.wording.respect import (
    disrespectful_word,
    plain_word,
    suicide_method_named,
    suicide_without_help,
    suicide_wording,
)

LISTS = {
    "wording/respect.yaml": "moaners:\n  say: people\n  instead_of: [moaners]\n  why: They do not moan.\n",
    "wording/plain-words.yaml": "swelling:\n  say: swelling\n  instead_of: [tumescence]\n  words: [tumescence test]\n",
}


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("It helps sufferers.", ["index.md:5:10"], id="label"),
        pytest.param("Not all victims rest.", ["index.md:5:9"], id="a label hurts even when denied"),
        pytest.param("Some moaners rest.", ["index.md:5:6"], id="the guide's own list"),
        pytest.param("“Sufferers” is a word we avoid.", [], id="quoted"),
        pytest.param("CRPS is not all in your head.", [], id="a kind denial"),
        pytest.param("It is all in your head.", ["index.md:5:7"], id="blame"),
        pytest.param("This form is invalid.", [], id="another sense"),
        pytest.param("He is an invalid.", ["index.md:5:10"], id="the person"),
    ],
)
def test_disrespectful_word(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(disrespectful_word, make_site(LISTS, index=index)) == found


def test_the_word_to_say_instead_is_told(make_site: MakeSite) -> None:
    [fault] = disrespectful_word.check(make_site(LISTS, index="Some moaners rest."))

    assert fault.help == "Say: people. They do not moan."


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Utilise a splint.", ["index.md:5:1"], id="long word"),
        pytest.param("A tumescence test.", [], id="in a name that the list gives"),
        pytest.param("Tumescence, and a tumescence test.", ["index.md:5:1"], id="in a name, and beside it"),
        pytest.param("There is tumescence.", ["index.md:5:10"], id="the guide's own list"),
        pytest.param("There is swelling (tumescence).", [], id="in brackets behind the plain word"),
        pytest.param("Use a splint.", [], id="plain"),
    ],
)
def test_plain_word(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(plain_word, make_site(LISTS, index=index)) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("He committed suicide.", ["index.md:5:4"], id="committed"),
        pytest.param("Some call it the suicide disease.", ["index.md:5:18"], id="disease"),
        pytest.param("Thoughts of suicide can pass.", [], id="calm"),
        pytest.param("## Suicide in 5 of 10", ["index.md:5:4"], id="a rate in a heading"),
        pytest.param("## Thoughts of suicide", [], id="a calm heading"),
    ],
)
def test_suicide_wording(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(suicide_wording, make_site(index=index)) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Some took an overdose and died by suicide.", ["index.md:5:14"], id="a way, and the word"),
        pytest.param("He tried to end his life by jumping from it.", ["index.md:5:29"], id="other words for it"),
        pytest.param("An overdose of it can stop your breath.", [], id="an accident"),
        pytest.param("Some died by suicide.", [], id="no way named"),
        pytest.param("If you think of suicide, hang on and call us.", [], id="another sense"),
    ],
)
def test_suicide_method_named(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(suicide_method_named, make_site(index=index)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Some think of suicide.", ["a.md:12:1"], id="no help"),
        pytest.param("Some think of suicide. See [who to call](help.md).", [], id="a link beside it"),
        pytest.param("Some think of suicide. Call [988](tel:988).", [], id="a number beside it"),
        pytest.param("Some think of suicide. You can call 988 at any hour.", [], id="a number in words"),
        pytest.param("Some think of suicide. See [more](b.md).", ["a.md:12:1"], id="another link"),
        pytest.param("Some think of suicide.\n\n## More\n\n[Help](help.md)", ["a.md:12:1"], id="a link elsewhere"),
        pytest.param(
            "## Mood\n\nSome think of suicide.\n\n/// care-card | Call now if\n    level: emergency\n\n- you do\n///",
            [],
            id="a care card",
        ),
        pytest.param(
            "## Mood\n\n[Talk](#talk). Some think of suicide.\n\n## Talk\n\nYou can call 988.",
            [],
            id="a link to help on the page",
        ),
        pytest.param(
            "## Mood\n\n[Talk](#talk). Some think of suicide.\n\n## Talk\n\nYou can rest.",
            ["a.md:14:16"],
            id="a link to a section without help",
        ),
        pytest.param(
            "## Mood\n\nCall 988.\n\n### Why\n\nSome think of suicide.", [], id="help in the section around it"
        ),
        pytest.param("## Mood\n\nText.\n\n### Why\n\nSome think of suicide.", ["a.md:18:1"], id="once only"),
        pytest.param("Some feel low.", [], id="nothing of the kind"),
    ],
)
def test_suicide_without_help(body: str, found: list[str], make_site: MakeSite) -> None:
    settings = {"site.yaml": "landmarks: {urgent_help: help.md}\n"}
    site = make_site(settings, a=guide_page(body), b="Text.", help=guide_page("Thoughts of suicide?", title="Help"))

    assert places(suicide_without_help, site) == found
