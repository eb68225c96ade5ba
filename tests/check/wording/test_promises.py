"""Promises, praise, stories and offers: where the words stand, and what the guide's own lists add."""

import pytest
from tests.check.guides import MakeSite, places

from crpsguide.check.wording.promises import overclaim, prescription_medicine_offered, superiority, testimonial

LISTS = {
    "wording/overclaims.yaml": "sparkle:\n  say: shine less\n  instead_of: [sparkling relief]\n  why: It is nothing.\n",
    "wording/prescription-medicines.yaml": "one:\n  say: advice\n  instead_of: [ketamine]\n",
}


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("It is a miracle.", ["index.md:5:9"], id="the word itself"),
        pytest.param("It is a **miracle** for all.", ["index.md:5:11"], id="within emphasis"),
        pytest.param("A cure?\nNo: the\nmiracle.", ["index.md:7:1"], id="a later line"),
        pytest.param("See [a cure](cure.md) here.", ["index.md:5:8"], id="words of a link, not its address"),
        pytest.param("Fine.[@cure#one] It is the cure.", ["index.md:5:28"], id="behind a citation"),
        pytest.param("> It is not new,\n> it is proven.", ["index.md:6:9"], id="in a quotation block"),
        pytest.param("It cures, and it cures again.", ["index.md:5:4", "index.md:5:18"], id="twice"),
        pytest.param("- It is a miracle", ["index.md:5:11"], id="list item"),
        pytest.param("The drip is safe.", ["index.md:5:13"], id="safe"),
        pytest.param("It gives sparkling relief.", ["index.md:5:10"], id="the guide's own list"),
        pytest.param("It gives no sparkling relief.", [], id="the guide's own list, denied"),
        pytest.param("/// go-deeper | It is a miracle\nText.\n///", ["index.md:5:25"], id="title of a block"),
        pytest.param("![A miracle](hand.svg)", ["index.md:5:5"], id="words of a picture"),
        pytest.param(
            "See [![A miracle](hand.svg)](hand.svg) and more.", ["index.md:5:10"], id="picture that is a link"
        ),
        pytest.param("![A hand][1]\n\n![It is\na miracle][1]\n\n[1]: hand.svg", ["index.md:7:1"], id="over two lines"),
        pytest.param(
            "/// figure | A hand\n    image: hand.svg\n    alt: A miracle\n///",
            ["index.md:7:12"],
            id="picture of a block",
        ),
        pytest.param('A hand <img src="hand.svg" alt="A miracle">.', ["index.md:5:33"], id="picture in HTML"),
        pytest.param("Is it a miracle?", [], id="question"),
        pytest.param("---\ntitle: A proven way\n---\n\nText.", ["index.md:2:10"], id="title"),
    ],
)
def test_overclaim(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(overclaim, make_site({**LISTS, "pages/hand.svg": "<svg/>"}, index=index)) == found


def test_an_overclaim_ends_where_its_words_end(make_site: MakeSite) -> None:
    [fault] = overclaim.check(make_site(index="It is a *game changer* for you."))

    assert (fault.place.column, fault.place.end_column) == (10, 22)


def test_the_guide_s_own_reason_is_told(make_site: MakeSite) -> None:
    [fault] = overclaim.check(make_site(LISTS, index="It gives sparkling relief."))

    assert fault.help == "It is nothing. Say: shine less."


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("One of our patients was back at work.", ["index.md:5:1"], id="one of our patients"),
        pytest.param('"I felt the pain go," writes a visitor.', ["index.md:5:1"], id="quoted story"),
        pytest.param("Our success rate is 85%.", ["index.md:5:1"], id="success rate"),
        pytest.param("I was cured by the drip.", ["index.md:5:1"], id="first person"),
        pytest.param("Our patients fill in a form.", [], id="what patients do"),
        pytest.param("Ask what a success rate means.", [], id="spoken of"),
        pytest.param("Was one of our patients cured?", [], id="question"),
        pytest.param("## I had CRPS. Can it come back?", [], id="a reader's question"),
        pytest.param("## I had CRPS. Want to know how?", ["index.md:5:4"], id="a story that sells"),
    ],
)
def test_testimonial(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(testimonial, make_site(index=index)) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("We are the leading clinic in Europe.", ["index.md:5:12"], id="leading"),
        pytest.param("Our nurses are the most experienced in the country.", ["index.md:5:20"], id="most experienced"),
        pytest.param("We're one step ahead.", ["index.md:5:7"], id="words drawn together"),
        pytest.param("Fracture is the leading cause.", [], id="leading cause"),
        pytest.param("Most pain specialists meet few such people.", [], id="most of them"),
        pytest.param("No one has seen this in people.", [], id="not seen"),
        pytest.param("It is best in the evening.", [], id="time of day"),
        pytest.param("Ask for a leading clinic near you.", [], id="asked for"),
    ],
)
def test_superiority(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(superiority, make_site(index=index)) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Book your ketamine drip today.", ["index.md:5:1"], id="book"),
        pytest.param("Today we offer ketamine infusions.", ["index.md:5:7"], id="we offer"),
        pytest.param("We sell prescription medicines.", ["index.md:5:1"], id="without a list"),
        pytest.param("Some clinics offer ketamine.", [], id="others do"),
        pytest.param("We do not offer ketamine.", [], id="denied"),
    ],
)
def test_prescription_medicine_offered(index: str, found: list[str], make_site: MakeSite) -> None:
    assert places(prescription_medicine_offered, make_site(LISTS, index=index)) == found
