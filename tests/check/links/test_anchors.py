import pytest
from tests.check.guides import FIRST_LINE, MakeSite, lines, places, stretches, told

from crpsguide.check.links.anchors import duplicate_id, missing_anchor

TERM = "{term: flare, plain: a bad day, meaning: A day with more pain.}"
CLINIC = """\
name: A clinic
kind: hospital
country: UK
stated_by: [https://clinic.example/]
last_seen: undated
"""


@pytest.mark.parametrize(
    ("fragment", "other", "is_there"),
    [
        pytest.param("rest-and-sleep", "## Rest and sleep", True, id="heading"),
        pytest.param("rest", "## Rest and sleep", False, id="half a heading"),
        pytest.param("travel", "## Getting here {#travel}", True, id="id of a heading"),
        pytest.param("getting-here", "## Getting here {#travel}", False, id="an id takes the place of the words"),
        pytest.param("Travel", "## Getting here {#travel}", False, id="capitals count"),
        pytest.param("dose", "Take it slowly.\n{: #dose}", True, id="attribute list of a paragraph"),
        pytest.param("spot", '<a id="spot"></a>', True, id="raw HTML"),
        pytest.param("spot", "<a name='spot'></a>", True, id="name of old"),
        pytest.param("box", "<div id=box>Text</div>", True, id="without quotes"),
        pytest.param("row", 'A | B\n--|--\n<a id="row"></a>c | d', True, id="raw HTML in a table cell"),
        pytest.param("spot", '`<a id="spot"></a>`', False, id="no anchor from code"),
        pytest.param("spot", '```\n<a id="spot"></a>\n```', False, id="no anchor from fenced code"),
        pytest.param("spot", '<!-- <a id="spot"></a> -->', False, id="no anchor from a comment"),
        pytest.param("fn:1", "Ask.[^1]\n\n[^1]: Your nurse.", True, id="footnote"),
        pytest.param("fnref:1", "Ask.[^1]\n\n[^1]: Your nurse.", True, id="call of a footnote"),
        pytest.param("top", "Text", True, id="top"),
        pytest.param("TOP", "Text", True, id="top in capitals"),
        pytest.param("", "Text", True, id="empty"),
        pytest.param(":~:text=rest", "Text", True, id="words to look for"),
        pytest.param("rest:~:text=lie%20down", "## Rest", True, id="words to look for below a heading"),
        pytest.param("top:~:text=lie", "Text", True, id="words to look for from the top"),
        pytest.param("res:~:text=lie", "## Rest", False, id="words to look for below no heading"),
        pytest.param("müdigkeit", "## Müdigkeit", True, id="letters of other languages"),
        pytest.param("m%C3%BCdigkeit", "## Müdigkeit", True, id="percent escapes"),
        pytest.param("mu\u0308digkeit", "## Müdigkeit", True, id="accent written apart"),
        pytest.param("%E0%A4%A", "## Müdigkeit", False, id="broken escape"),
        pytest.param("rest_1", "## Rest\n\n## Rest", True, id="second heading of a name"),
        pytest.param("ask-us", "/// ask | Ask us\n- Why?\n///", True, id="title of a component"),
        pytest.param("flare", "/// glossary\n///", True, id="term of the glossary"),
        pytest.param("flair", "/// glossary\n///", False, id="no term of the glossary"),
        pytest.param("flare", "Text", False, id="terms stand on the glossary's page only"),
        pytest.param("somewhere", "/// organisations\n///", True, id="organisation"),
    ],
)
def test_missing_anchor(fragment: str, other: str, is_there: bool, make_site: MakeSite) -> None:
    files = {"glossary.yaml": f"flare: {TERM}", "clinics/somewhere.yaml": CLINIC}
    site = make_site(files, index=f"[a](other.md#{fragment})", other=other)

    assert (lines(missing_anchor, site) == []) == is_there


def test_a_missing_anchor_is_told_at_its_link(make_site: MakeSite) -> None:
    site = make_site(index="## Rest\n\nSee [a](#rest) and [b](#res).")

    assert stretches(missing_anchor, site) == ["[b](#res)"]
    assert places(missing_anchor, site) == [f"index.md:{FIRST_LINE + 2}:20"]


@pytest.mark.parametrize(
    ("text", "help"),
    [
        pytest.param("[a](#side-efects)\n\n## Side effects", "Did you mean “#side-effects”?", id="near miss"),
        pytest.param("[a](#fees)\n\n## Visits {#FEES}", "Did you mean “#FEES”?", id="capitals"),
        pytest.param("[a](#zzz)\n\n## Side effects", "It has: #side-effects.", id="nothing near"),
        pytest.param("[a](#zzz)", "It has no headings to link to.", id="no headings"),
    ],
)
def test_a_missing_anchor_comes_with_the_near_miss(text: str, help: str, make_site: MakeSite) -> None:
    site = make_site(index=text)

    assert help in told(missing_anchor, site)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("## One {#a}\n\n## Two {#b}", [], id="two ids"),
        pytest.param("## Rest\n\n## Rest", [], id="same words get ids of their own"),
        pytest.param("## One {#a}\n\nText\n\n## Two {#a}", [FIRST_LINE + 4], id="two headings"),
        pytest.param('<a id="rest"></a>\n\n## Rest', [FIRST_LINE + 2], id="raw HTML and the words of a heading"),
        pytest.param('## Rest\n\n<a id="rest"></a>', [FIRST_LINE + 2], id="raw HTML below a heading"),
        pytest.param("## Rest\n\n`<a id=rest>`", [], id="code has no ids"),
        pytest.param("Ask early.[^a] Ask late.[^a]\n\n[^a]: Your nurse.", [], id="a footnote used twice"),
        pytest.param("Some text\nmore text\n{: #a}", [], id="id of a paragraph"),
        pytest.param("One.\n{#a}\n\nTwo.\n{: .wide #a}", [FIRST_LINE + 4], id="two paragraphs"),
        pytest.param("## One {#a}\n\nTwo.\n{#a}", [FIRST_LINE + 3], id="a heading and a paragraph"),
        pytest.param("One.\n{#a}\n\n```\n{#a}\n```", [], id="code gives no id"),
        pytest.param(
            '## One {#a}\n\n<a id="a"></a>, <a id="a"></a>', [FIRST_LINE + 2], id="twice on one line is told once"
        ),
    ],
)
def test_duplicate_id(text: str, found: list[int], make_site: MakeSite) -> None:
    site = make_site(index=text)

    assert lines(duplicate_id, site) == found
