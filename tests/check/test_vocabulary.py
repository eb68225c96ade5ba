"""The guide's own words for the illness, the body and care, and what becomes of them."""

import pytest
from tests.check.guides import MakeSite

from crpsguide.check.claims import Reason, Setting, why_no_source
from crpsguide.check.vocabulary import health_words, own_words
from crpsguide.language.promises import OwnWords

LIST = """\
the-condition: {words: [gout]}
body: {words: [big toe]}
medicines: {words: [wonderine]}
given: {words: [drip, drips]}
care: {words: [cherry juice]}
seasons: {words: [winter]}
"""


def test_a_guide_without_the_list_has_no_words(make_site: MakeSite) -> None:
    site = make_site()

    assert own_words(site) == OwnWords()
    assert not health_words(site).names_health("The drip lasts.")


def test_the_words_are_sorted_by_what_they_name(make_site: MakeSite) -> None:
    site = make_site({"wording/health-words.yaml": LIST})

    assert own_words(site) == OwnWords(("gout",), ("big toe",), ("wonderine", "drip", "drips", "cherry juice"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The big toe is red.", True, id="a word"),
        pytest.param("A big-toe splint.", True, id="with a hyphen"),
        pytest.param("Winter is here.", True, id="of a key that means nothing else"),
        pytest.param("A small toe.", False, id="no word"),
    ],
)
def test_all_words_name_health(text: str, expected: bool, make_site: MakeSite) -> None:
    words = health_words(make_site({"wording/health-words.yaml": LIST}))

    assert words.names_health(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The first drip lasts two hours.", Reason.OWN_WORK, id="how a house works"),
        pytest.param("A drip costs £400.", Reason.OWN_WORK, id="what it costs"),
        pytest.param("You are brave, and wonderine is kind.", None, id="a kind word about a medicine"),
    ],
)
def test_a_sentence_is_judged_by_what_its_words_name(text: str, expected: Reason | None, make_site: MakeSite) -> None:
    words = health_words(make_site({"wording/health-words.yaml": LIST}))

    assert why_no_source(text, Setting(own_words=words)) is expected
