import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check.claims import claim_without_source
from crpsguide.check.easy import easy_page_of_none, easy_sentence_too_long

TWELVE = "One two three four five six seven eight nine ten eleven twelve."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(TWELVE, [], id="twelve words"),
        pytest.param(TWELVE.replace("twelve", "twelve thirteen"), ["12:1"], id="thirteen words"),
        pytest.param(f"{TWELVE} {TWELVE.replace('One', 'One more')}", ["12:65"], id="the second sentence"),
        pytest.param(f"- One.\n- {TWELVE.replace('One', 'One more')}", ["13:3"], id="an item"),
    ],
)
def test_a_sentence_in_easy_words_has_at_most_twelve(body: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body, type="easy"))

    assert [f"{one.place.line}:{one.place.column}" for one in easy_sentence_too_long.check(site)] == found


def test_other_pages_may_have_longer_sentences(make_site: MakeSite) -> None:
    site = make_site(a=guide_page(f"{TWELVE[:-1]} and more."))

    assert easy_sentence_too_long.check(site) == []


@pytest.mark.parametrize(
    ("type", "facts", "count"),
    [
        pytest.param("easy", {"full": "b.md"}, 0, id="named"),
        pytest.param("easy", {}, 1, id="not named"),
        pytest.param("topic", {}, 0, id="another type"),
    ],
)
def test_a_page_in_easy_words_names_the_page_it_retells(
    type: str, facts: dict[str, str], count: int, make_site: MakeSite
) -> None:
    site = make_site(a=guide_page("Text.", type=type, **facts))

    assert len(easy_page_of_none.check(site)) == count


def test_easy_words_need_a_source_too(make_site: MakeSite) -> None:
    site = make_site(a=guide_page("Ketamine can harm the bladder.", type="easy"))

    assert [one.place.line for one in claim_without_source.check(site)] == [12]
