import pytest
from tests.check.guides import MakeSite, stretches

from crpsguide.check.links.words import (
    empty_target,
    empty_text,
    missing_alt,
    vague_link_words,
    words_of_another_address,
)


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("[a](plan.md) [b](#) [c](#top)", [], id="an address"),
        pytest.param("[](){#here}", [], id="an anchor in the form of a link"),
        pytest.param("[a]()", ["[a]()"], id="none"),
        pytest.param("[]()", ["[]()"], id="no words either"),
        pytest.param("![a]()", ["![a]()"], id="picture"),
        pytest.param('<a href="">b</a>', ['<a href="">'], id="raw HTML"),
        pytest.param("`[a]()`", [], id="code"),
    ],
)
def test_empty_target(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=index, plan="Text")

    assert stretches(empty_target, site) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("[a](plan.md)", [], id="words"),
        pytest.param("[`a`](plan.md)", [], id="words in code"),
        pytest.param("<https://example.org>", [], id="an address that is its own words"),
        pytest.param("[![the plan](plan.png)](plan.md)", [], id="the words of a picture"),
        pytest.param("[](plan.md)", ["[](plan.md)"], id="none"),
        pytest.param("[ ](plan.md)", ["[ ](plan.md)"], id="a blank"),
        pytest.param("[\u2800\u200c](plan.md)", ["[\u2800\u200c](plan.md)"], id="letters that look like nothing"),
        pytest.param("[![](plan.png)](plan.md)", ["[![](plan.png)](plan.md)"], id="a picture without words"),
        pytest.param("[](https://example.org)", ["[](https://example.org)"], id="to the web"),
        pytest.param('<a href="plan.md">the plan</a>', [], id="raw HTML"),
        pytest.param('<a href="plan.md"><b>the</b></a>', [], id="raw HTML with emphasis"),
        pytest.param('<a href="plan.md"><img src="plan.png" alt="the plan"></a>', [], id="raw HTML with a picture"),
        pytest.param('<a href="plan.md" aria-label="plan"></a>', [], id="a label"),
        pytest.param('<a href="plan.md"></a> more', ['<a href="plan.md">'], id="raw HTML without words"),
        pytest.param('<blockquote cite="plan.md">So.</blockquote>', [], id="a quotation is no link"),
    ],
)
def test_empty_text(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"pages/plan.png": "x"}, index=index, plan="Text")

    assert stretches(empty_text, site) == found


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("![the limb](limb.png)", [], id="words"),
        pytest.param("![](limb.png){.decorative}", [], id="decorative"),
        pytest.param("![](limb.png)", ["![](limb.png)"], id="none"),
        pytest.param("![ ](limb.png){.wide}", ["![ ](limb.png)"], id="another class"),
        pytest.param("![][l]\n\n[l]: limb.png", ["![][l]"], id="by reference"),
        pytest.param('<img src="limb.png" alt="the limb">', [], id="raw HTML"),
        pytest.param('<img src="limb.png" alt="" class="decorative">', [], id="raw HTML, decorative"),
        pytest.param('<img src="limb.png" alt="" role="presentation">', [], id="raw HTML, by its role"),
        pytest.param('<img src="limb.png">', ['<img src="limb.png">'], id="raw HTML without words"),
        pytest.param('<img src="limb.png" alt="">', ['<img src="limb.png" alt="">'], id="raw HTML, empty words"),
        pytest.param("![IMG_2041.jpg](limb.png)", ["![IMG_2041.jpg](limb.png)"], id="the name of a file"),
        pytest.param(
            '<img src="limb.png" alt="image 1.png">', ['<img src="limb.png" alt="image 1.png">'], id="raw name"
        ),
        pytest.param("![DSC 0042](limb.png)", ["![DSC 0042](limb.png)"], id="the name that a camera gives"),
        pytest.param("![How to open a .png file](limb.png)", [], id="words about a file"),
        pytest.param('<source src="limb.png">', [], id="no picture"),
        pytest.param("/// figure | A line\n    image: limb.png\n    decorative: true\n///", [], id="figure"),
    ],
)
def test_missing_alt(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"pages/limb.png": "x"}, index=index)

    assert stretches(missing_alt, site) == found


@pytest.mark.parametrize(
    ("link", "is_told"),
    [
        pytest.param("[999](tel:999)", False, id="number"),
        pytest.param("[999](tel:911)", True, id="another number"),
        pytest.param("[999](tel:9999)", True, id="a digit too many"),
        pytest.param("[call for help](tel:911)", False, id="words"),
        pytest.param("[+44 (0)20 7946 0002](tel:+442079460002)", False, id="number of a country"),
        pytest.param("[020 7946 0002](tel:+442079460002)", False, id="number within the country"),
        pytest.param("[116 123 (24 hours)](tel:116123)", False, id="number and hours"),
        pytest.param("[988 or 911](tel:988)", False, id="two numbers"),
        pytest.param("[Help@a.example](mailto:help@A.example?subject=Hi)", False, id="e-mail"),
        pytest.param("[help@a.example](mailto:help@b.example)", True, id="another e-mail"),
        pytest.param("[nhs.uk](https://www.england.nhs.uk/a)", False, id="host above"),
        pytest.param("[www.nhs.uk](https://nhs.uk.example/)", True, id="another host"),
        pytest.param("<https://example.org/a>", False, id="an address that is its own words"),
        pytest.param("[plan.pdf](https://example.org/plan.pdf)", False, id="name of a file"),
        pytest.param('<a href="tel:911">Call 999</a>', True, id="raw HTML"),
    ],
)
def test_words_of_another_address(link: str, is_told: bool, make_site: MakeSite) -> None:
    assert bool(words_of_another_address.check(make_site(index=link))) is is_told


@pytest.mark.parametrize(
    ("link", "is_told"),
    [
        pytest.param("[here](plan.md)", True, id="here"),
        pytest.param("[Click here](plan.md)", True, id="click here"),
        pytest.param("[**here**.](plan.md)", True, id="bold, with a full stop"),
        pytest.param("[Read more …](plan.md)", True, id="read more"),
        pytest.param("[more information](plan.md)", True, id="more information"),
        pytest.param("[this page](https://a.example/)", True, id="of the web"),
        pytest.param('<a href="plan.md">link</a>', True, id="raw HTML"),
        pytest.param("[help is here](plan.md)", False, id="what is here"),
        pytest.param("[more about rest](plan.md)", False, id="more about something"),
        pytest.param("[what this page is for](plan.md)", False, id="what a page is for"),
        pytest.param("[details of the trial](plan.md)", False, id="details of something"),
        pytest.param("![here](map.png)", False, id="picture"),
        pytest.param("`[here](plan.md)`", False, id="code"),
    ],
)
def test_vague_link_words(link: str, is_told: bool, make_site: MakeSite) -> None:
    assert bool(vague_link_words.check(make_site(index=link))) is is_told
