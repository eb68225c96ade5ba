import pytest
from tests.check.guides import FIRST_LINE, MakeSite, lines, stretches, told

from crpsguide.check.links.references import (
    duplicate_reference,
    undefined_footnote,
    undefined_reference,
    unused_footnote,
    unused_reference,
)


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("[exercise plan][plan]\n\n[plan]: plan.md", [], id="defined"),
        pytest.param("[exercise plan][PLAN]\n\n[plan]: plan.md", [], id="capitals do not count"),
        pytest.param("[plan][]\n\n[plan]: plan.md", [], id="label in the words"),
        pytest.param("- point\n\n    [plan][p]\n\n    [p]: plan.md", [], id="defined in a list"),
        pytest.param("see [exercise plan][plan].", ["[exercise plan][plan]"], id="not defined"),
        pytest.param("see [**my** plan][plan].", ["[**my** plan][plan]"], id="with emphasis"),
        pytest.param("![the limb][limb]", ["![the limb][limb]"], id="picture"),
        pytest.param("- [plan][]", ["[plan][]"], id="label in the words, not defined"),
        pytest.param("He said [sic] so. See [1], [ ] and [x].", [], id="brackets are text"),
        pytest.param("- [ ] bring a list\n- [x] bring a friend", [], id="ticks"),
        pytest.param("So [1][2] it is.", [], id="numbers"),
        pytest.param("Read [a][b] c", ["[a][b]"], id="single letters"),
        pytest.param("the cell x[i][j] of it", [], id="an index"),
        pytest.param("`[plan][gone]`", [], id="code"),
        pytest.param("```\n[plan][gone]\n```", [], id="fenced code"),
        pytest.param("<!-- [plan][gone] -->", [], id="comment"),
        pytest.param("\\[plan][gone]", [], id="escaped"),
        pytest.param("It helps. [@one][@two]", [], id="citations"),
        pytest.param("Ask.[^one][^two]\n\n[^one]: A\n[^two]: B", [], id="footnotes"),
    ],
)
def test_undefined_reference(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=index, plan="Text")

    assert stretches(undefined_reference, site) == found


@pytest.mark.parametrize(
    ("index", "help"),
    [
        pytest.param("[my plan][plann]\n\n[plan]: plan.md", "Did you mean “plan”?", id="near miss"),
        pytest.param("[my plan][here]", "“[here]: the-page.md”", id="nothing near"),
    ],
)
def test_an_undefined_reference_comes_with_the_near_miss(index: str, help: str, make_site: MakeSite) -> None:
    site = make_site(index=index, plan="Text")

    assert help in told(undefined_reference, site)


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("Ask.[^1]\n\n[^1]: Your nurse.", [], id="defined"),
        pytest.param("Ask.[^1] Again.[^2]\n\n[^1]: Your nurse.", ["[^2]"], id="not defined"),
        pytest.param("`a[^2]`", [], id="code"),
        pytest.param("a\\[^2]", [], id="escaped"),
    ],
)
def test_undefined_footnote(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=index)

    assert stretches(undefined_footnote, site) == found


def test_a_footnote_without_its_colon_is_told_once(make_site: MakeSite) -> None:
    site = make_site(index="Ask early.[^1]\n\n[^1] Your nurse.")

    [fault] = undefined_footnote.check(site)
    assert (fault.place.line, fault.help) == (7, "Write “[^1]:” and then the note.")


def test_a_footnote_that_is_spelt_alike_is_offered(make_site: MakeSite) -> None:
    site = make_site(index="Ask early.[^nurse] Ask late.[^nurs]\n\n[^nurse]: Your nurse.")

    assert [one.help for one in undefined_footnote.check(site)] == ["Did you mean “nurse”?"]


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("[a b][g]\n\n[g]: one.md\n[h]: two.md", [], id="two labels"),
        pytest.param("[a b][g]\n\n[g]: one.md\n[g]: one.md", [], id="the same twice"),
        pytest.param("[a b][g]\n\n[g]: one.md\n[G]: two.md", [FIRST_LINE + 3], id="two targets"),
        pytest.param("A[^g]\n\n[^g]: One.\n[^g]: Two.", [FIRST_LINE + 3], id="two footnotes"),
        pytest.param("```\n[g]: one.md\n[g]: two.md\n```", [], id="code"),
    ],
)
def test_duplicate_reference(index: str, found: list[int], make_site: MakeSite) -> None:
    site = make_site(index=index)

    assert lines(duplicate_reference, site) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("A[^g]\n\n[^g]: One.", [], id="called"),
        pytest.param("A[^g] and[^g]\n\n[^g]: One.", [], id="called twice"),
        pytest.param("A[^g]\n\n[^g]: One.\n[^h]: Two.", [FIRST_LINE + 3], id="not called"),
        pytest.param("[^g]: One.\n\nA[^g]", [], id="called below its text"),
        pytest.param("[^g]: One.[^g]\n\nA", [FIRST_LINE], id="called by itself alone"),
    ],
)
def test_unused_footnote(index: str, found: list[int], make_site: MakeSite) -> None:
    site = make_site(index=index)

    assert lines(unused_footnote, site) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("[5 mg]: https://example.org", [FIRST_LINE], id="a dose as a label"),
        pytest.param("See [a].\n\n[a]: plan.md\n[b]: plan.md", [FIRST_LINE + 3], id="one of two"),
        pytest.param("See [a], [the b][B] and [c][].\n\n[a]: a.md\n[b]: b.md\n[c]: c.md", [], id="three ways"),
        pytest.param("See [a][plam].\n\n[plan]: plan.md", [], id="a misspelt label is told elsewhere"),
        pytest.param("`[a]: plan.md`", [], id="code"),
    ],
)
def test_a_label_that_no_link_has_is_told(index: str, found: list[int], make_site: MakeSite) -> None:
    site = make_site(index=index)

    assert lines(unused_reference, site) == found


def test_an_unused_footnote_is_shown_from_its_mark_on(make_site: MakeSite) -> None:
    [fault] = unused_footnote.check(make_site(index="A\n\n[^h]: Two."))

    assert str(fault.place) == "content/pages/index.md:7:1"
