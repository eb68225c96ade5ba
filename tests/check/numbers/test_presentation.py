import pytest
from tests.check.guides import MakeSite, places
from tests.check.numbers.conftest import MakeGuide

from crpsguide.check.numbers import (
    bare_percent,
    decimals,
    frequency_word_alone,
    mixed_denominators,
    one_in_x,
    relative_alone,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We saw 18% of people.", ["index.md:5:8"], id="sign"),
        pytest.param("We saw 18 of every 100 people (18%).", [], id="in brackets behind a count"),
        pytest.param("18 per cent of people.", ["index.md:5:1"], id="in words"),
        pytest.param("At least 30 per cent less pain.", [], id="a change counts no people"),
        pytest.param("A 10% cream.", [], id="a strength counts no people"),
        pytest.param("Bone was 8% to 9% thinner, and muscle 25% weaker.", [], id="an amount counts no people"),
        pytest.param("There were 20% fewer people.", ["index.md:5:12"], id="fewer people"),
        pytest.param("It was seen in 20% after a week.", ["index.md:5:16"], id="then something else"),
        pytest.param("| a | b |\n|---|---|\n| 18% | c |", ["index.md:7:3"], id="in a cell"),
    ],
)
def test_bare_percent(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=text)

    assert places(bare_percent, site) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("5 of every 100. And 8 of every 100.", [], id="one whole"),
        pytest.param("5 of every 100. 6 in every 100.\n\nThen 8 of every 1,000.", ["index.md:7:17"], id="two wholes"),
        pytest.param("5 per 100, 8 per 100,000, 5 per 100.", ["index.md:5:18"], id="per"),
        pytest.param("Pain was 3 out of 10, and 5 of every 100 people slept.", [], id="a score is no share"),
        pytest.param("38 of 50 people, 12 of 60 people.", [], id="counts of real people"),
    ],
)
def test_mixed_denominators(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=text)

    assert places(mixed_denominators, site) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("1 in 7 people.", [], id="one stands alone"),
        pytest.param("1 in 7 people.\n\nAnd one in twelve had it.", ["index.md:7:5"], id="the second"),
        pytest.param("1 in 2019 and 1 in 7 and one in pain.", [], id="years and words"),
    ],
)
def test_one_in_x(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=text)

    assert places(one_in_x, site) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It doubles the risk of a clot.", ["index.md:5:4"], id="doubles"),
        pytest.param("They were 3 times as likely to fall.", ["index.md:5:11"], id="times as likely"),
        pytest.param("It cuts the chance by 30%.", ["index.md:5:4"], id="per cent"),
        pytest.param("The risk was three-fold.", ["index.md:5:5"], id="fold"),
        pytest.param("2 of every 100 people had a clot, twice as many.", [], id="no chance word"),
        pytest.param("It doubles the risk, from 1 to 2 of every 100 people.", [], id="with the chance itself"),
        pytest.param("Does it double the risk?", [], id="question"),
        pytest.param("It does not double the risk.", [], id="denied"),
        pytest.param("It doubles the risk; how many get it is not known.", [], id="says that nobody knows"),
        pytest.param("They doubled the dose.", [], id="no chance"),
    ],
)
def test_relative_alone(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=text)

    assert places(relative_alone, site) == found


def test_a_comparison_may_stand_alone_when_the_finding_knows_no_number(with_values: MakeGuide) -> None:
    values = [{"value": 2, "unit": "odds ratio", "of": "risk"}]
    site = with_values("It doubles the risk [@trial#found].", values, note="No absolute number is given.")

    assert places(relative_alone, site) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Nausea is common [@trial#found].", ["index.md:5:11"], id="word alone"),
        pytest.param("Nausea is common (20 of every 100 people) [@trial#found].", [], id="with a number"),
        pytest.param("Nausea is common (no number known) [@trial#found].", [], id="says that nobody knows"),
        pytest.param("Nausea is common.", [], id="no finding, another rule's"),
        pytest.param("How often do people feel sick [@trial#found]?", [], id="question"),
        pytest.param("It did no better than usual care [@trial#found].", [], id="usual care"),
    ],
)
def test_frequency_word_alone(text: str, found: list[str], with_values: MakeGuide) -> None:
    site = with_values(text, [{"value": 20, "unit": "percent", "of": "nausea"}])

    assert places(frequency_word_alone, site) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Pain was 2.68 out of 10.", ["index.md:5:10"], id="score"),
        pytest.param("Pain was about 3 out of 10.", [], id="whole"),
        pytest.param("They had 0.5 mg.", [], id="dose"),
        pytest.param("Fewer than 1 of every 100 people (0.2%).", [], id="in brackets"),
        pytest.param("/// go-deeper | More\nPain was 2.68 out of 10.\n///", [], id="go deeper"),
        pytest.param("See section 4.2.", [], id="a section"),
    ],
)
def test_decimals(text: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=text)

    assert places(decimals, site) == found
