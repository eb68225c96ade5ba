import pytest
from tests.check.guides import MakeSite, places

from crpsguide.check.copied import copied_wording, marks_of

THEIRS = (
    "Nobody else in the whole wide world can make a cup of tea as fast as our own kettle. "
    "It isn't slow to boil, and it never will be. "
    "We sell: spoons of tin; forks of tin; knives of tin; plates of clay."
)
MARKS = " ".join(marks_of(THEIRS))
FINGERPRINT = {"fingerprints/kettle.yaml": f"name: The kettle's page\nmade: 2026-01-02\nmarks: {MARKS}\n"}


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Nobody else in the whole wide world can.", ["index.md:5:1"], id="eight words"),
        pytest.param("Nobody else in the whole wide world may.", [], id="seven words"),
        pytest.param("Yes. It isn’t SLOW to *boil*, and it never will.", ["index.md:5:6"], id="capitals and signs"),
        pytest.param("It is slow to boil, and it never will be.", ["index.md:5:1"], id="after a word changed"),
        pytest.param("It is quick to boil, and yet it never will be.", [], id="two words changed"),
        pytest.param("As fast as our own kettle.\n\nIt isn't slow.", ["index.md:5:1"], id="over two paragraphs"),
        pytest.param("- spoons of tin\n- forks of tin\n- knives of tin", ["index.md:5:3"], id="a list"),
        pytest.param("They say “nobody else in the whole wide world can make it”.", [], id="a quotation"),
        pytest.param(f"{THEIRS}\n\nOurs.\n\n{THEIRS}", ["index.md:5:1", "index.md:9:1"], id="all of it, twice"),
        pytest.param("Our own words, of which there are more than eight here.", [], id="words of our own"),
    ],
)
def test_copied_wording(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(copied_wording, make_site(FINGERPRINT, index=index)) == found


def test_a_record_is_compared_too(make_site: MakeSite) -> None:
    glossary = {"glossary.yaml": f"tea:\n  term: tea\n  plain: a drink\n  meaning: {THEIRS[:84]}\n"}

    assert places(copied_wording, make_site({**FINGERPRINT, **glossary})) == ["glossary.yaml:4:12"]


def test_a_claim_heard_is_told_in_our_words(make_site: MakeSite) -> None:
    facts = "verdict: overstated\nsafer_wording: Tea takes time.\nspeaker: shop\nheard_in: a page"
    claims = {"claims/fast.md": f"---\nclaim: {THEIRS[:84]}\n{facts}\n---\n\nWhy not.\n"}

    assert places(copied_wording, make_site({**FINGERPRINT, **claims})) == ["claims/fast.md:1:1"]


def test_a_message_names_the_text_and_the_words(make_site: MakeSite) -> None:
    [fault] = copied_wording.check(make_site(FINGERPRINT, index="So nobody else in the whole wide world can make it."))

    assert fault.message == (
        "9 words in a row stand in “The kettle's page” too: “nobody else in the whole wide world can make”."
    )


def test_marks_tell_nothing_of_the_order_of_a_text() -> None:
    assert marks_of(THEIRS) == sorted(set(marks_of(THEIRS)))
    assert marks_of("Only seven words stand in this text.") == []
