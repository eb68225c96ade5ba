from fractions import Fraction

import pytest

from crpsguide.language.numbers import Kind, Known, Measure, read_amounts, supports


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("76% of people", ["76% share exact"], id="per cent"),
        pytest.param("about 76 out of every 100 people", ["76 out of every 100 share about"], id="natural frequency"),
        pytest.param("two-thirds of them", ["two-thirds share exact"], id="fraction"),
        pytest.param("a third trial", [], id="an ordinal is no third"),
        pytest.param("the first half of the day", [], id="the first half is no half"),
        pytest.param("between 3 and 8 weeks", ["3 and 8 weeks time exact"], id="between and"),
        pytest.param("3–8 weeks", ["3–8 weeks time exact"], id="en dash"),
        pytest.param("at 3, 6 and 12 months", ["3 time exact", "6 time exact", "12 months time exact"], id="list"),
        pytest.param("by week 12", ["12 time exact"], id="unit in front"),
        pytest.param("an hour and a half later", ["an hour and a half time exact"], id="an hour and a half"),
        pytest.param("for a fortnight", ["a fortnight time exact"], id="fortnight"),
        pytest.param("doubled the risk", ["doubled ratio exact"], id="doubled"),
        pytest.param("22 mg/kg an hour", ["22 mg/kg an hour mass exact"], id="rate"),
        pytest.param("fewer than 60 Dutch adults", ["60 Dutch adults count less than"], id="people"),
        pytest.param("60 people or more", ["60 people count at least"], id="form behind"),
        pytest.param("pain over 12 weeks", ["12 weeks time exact"], id="over is when"),
        pytest.param("for over 12 weeks", ["12 weeks time more than"], id="over is how long"),
        pytest.param("hundreds of people", ["hundreds of count within"], id="hundreds"),
        pytest.param("most people", ["most share within"], id="most"),
        pytest.param("most of the time", [], id="most of the time"),
        pytest.param("one idea is", [], id="pronoun"),
        pytest.param("one in four", ["one in four share exact"], id="one in four"),
        pytest.param("one joint in nine", ["one joint in nine share exact"], id="one thing in nine"),
        pytest.param("one tablet in ten minutes", ["ten minutes time exact"], id="one thing in a time"),
        pytest.param("a good half of them", ["half share just over"], id="a good half"),
        pytest.param("every fourth nurse", ["every fourth nurse share exact"], id="every fourth of any"),
        pytest.param("every third day, every other line", [], id="every third day"),
        pytest.param("all but a few", ["all but a few share within"], id="all but a few"),
        pytest.param("it cost 4 to 9 kilos", ["4 to 9 kilos mass exact"], id="a cost in weight"),
        pytest.param("half a cup of tea", [], id="half a cup"),
        pytest.param("a good hundred people", ["hundred people count just over"], id="a good hundred"),
        pytest.param("not even 10%", ["10% share less than"], id="not even"),
        pytest.param("Nobody dropped out", ["Nobody share within"], id="nobody, of what became of people"),
        pytest.param("Nobody asked them", [], id="nobody, of what was done"),
        pytest.param("2 cm lower on a scale of 10 cm", ["2 cm length exact"], id="the length of a scale"),
        pytest.param("Point one of two: breathe", [], id="a numbered point"),
        pytest.param("type 2, phase 3, B12, T4, COVID-19", [], id="names"),
        pytest.param("on 3 March 2024 at 3.30 pm", [], id="date and time"),
        pytest.param("call 0800 123 456 or 111", [], id="telephone"),
        pytest.param("14 Mill Lane, room 101, 450 euros", [], id="address and price"),
        pytest.param("1,339 people", ["1,339 people count exact"], id="thousands"),
    ],
)
def test_read_amounts(text: str, told: list[str]) -> None:
    amounts = read_amounts(text)

    assert [f"{one.words} {one.kind.value} {one.qualifier.value}" for one in amounts] == told


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("seventy-six people", 76, 76, id="words"),
        pytest.param("two hundred and fifty people", 250, 250, id="hundred and"),
        pytest.param("half a dozen people", 6, 6, id="half a dozen"),
        pytest.param("2 million people", 2_000_000, 2_000_000, id="million"),
        pytest.param("from 65 to 80 people", 65, 80, id="range"),
    ],
)
def test_the_size_of_an_amount(text: str, low: int, high: int) -> None:
    amount = read_amounts(text)[0]

    assert [float(amount.low), float(amount.high)] == [low, high]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1/0", id="no division by nothing"),
        pytest.param("0 in 0 people", id="nothing of nothing"),
        pytest.param("½" * 50, id="many parts"),
        pytest.param("one " * 500, id="many words"),
        pytest.param("9" * 5000, id="many digits"),
    ],
)
def test_odd_texts_are_understood_or_left_alone(text: str) -> None:
    assert isinstance(read_amounts(text), tuple)


@pytest.mark.parametrize(
    "text",
    [
        "Zoom in to 200% if the print is too small.",
        "Print this page at 150%.",
        "It can be read at a zoom of 400%.",
        "You can enlarge the text to 200 per cent.",
        "Photocopy the sheet at 141%.",
        "Set your screen to 125%.",
        "The site works at 400% zoom.",
        "Turn the screen brightness down to 30%.",
        "Most browsers enlarge a page to 500%.",
        "Charge the battery when it is below 20%.",
        "Scale the drawing to 90% of its size.",
        "The table fits at 80%.",
    ],
)
def test_what_a_reader_does_with_a_device_is_no_amount(text: str) -> None:
    assert read_amounts(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The screen found low mood in 30%.",
        "Of those who came by Zoom, 80% improved.",
        "The printed guide was given to 30%.",
        "Among those seen on Zoom pain fell to 20%.",
        "The battery ran flat in 20% of people.",
        "We sent the prints to 40% of the people.",
        "On this scale pain fell to 60%.",
        "The volume of the bone shrank to 80%.",
    ],
)
def test_what_was_found_beside_a_device_is_an_amount(text: str) -> None:
    assert len(read_amounts(text)) == 1


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param("More than 75%", True, id="more than less"),
        pytest.param("More than 76%", False, id="more than itself"),
        pytest.param("Just over 76%", False, id="just over itself"),
        pytest.param("At least 76%", True, id="at least itself"),
        pytest.param("Less than 77%", True, id="less than more"),
        pytest.param("Less than 76%", False, id="less than itself"),
        pytest.param("Nearly 76%", False, id="nearly itself"),
        pytest.param("Nearly 78%", True, id="nearly more"),
    ],
)
def test_a_number_is_neither_more_nor_less_than_itself(told: str, expected: bool) -> None:
    known = Known(Fraction(76), Fraction(76), Measure(Kind.SHARE, Fraction(1, 100)))

    assert supports(known, read_amounts(f"{told} of people felt better.")[0]) is expected
