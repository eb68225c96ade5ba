import pytest
from tests.check.guides import MakeSite
from tests.check.rendered_guides import HEAD, finished, found

from crpsguide.check import reflow

LONG = "words that are too long for one line of a phone"


@pytest.mark.parametrize(
    ("head", "places"),
    [
        pytest.param(HEAD, [], id="as wide as the screen"),
        pytest.param(HEAD.replace("=1", "=1, maximum-scale=5"), [], id="five times as large"),
        pytest.param(HEAD.replace("=1", "=1, maximum-scale=1.0"), ["index.md:1:1"], id="never larger"),
        pytest.param(HEAD.replace("=1", "=1, user-scalable=no"), ["index.md:1:1"], id="not by the reader"),
        pytest.param("", ["index.md:1:1"], id="drawn for a desk"),
    ],
)
def test_zoom_forbidden(head: str, places: list[str], make_site: MakeSite) -> None:
    assert found(reflow.zoom_forbidden, make_site, finished(head=head, index="a")) == places


@pytest.mark.parametrize(
    ("styles", "places"),
    [
        pytest.param(".a { min-width: 40rem; }", ["1:6"], id="wide"),
        pytest.param(".a {\n  inline-size: 330px;\n}", ["2:3"], id="a little too wide"),
        pytest.param(":root { --w: 30rem; } .a { width: var(--w); }", ["1:28"], id="by a token"),
        pytest.param(".a { width: 20rem; }", [], id="as wide as the smallest screen"),
        pytest.param(".a { max-width: 40rem; }", [], id="at most"),
        pytest.param(".a { width: min(40rem, 100%); }", [], id="at most its place"),
        pytest.param("@media (min-width: 48rem) { .a { width: 40rem; } }", [], id="where there is room"),
        pytest.param("@media (max-width: 48rem) { .a { width: 40rem; } }", ["1:34"], id="where there is none"),
        pytest.param("@media print { .a { width: 18cm; } }", [], id="on paper"),
    ],
)
def test_width_fixed(styles: str, places: list[str], make_site: MakeSite) -> None:
    assert found(reflow.width_fixed, make_site, finished(styles), styles) == [
        f"templates/styles/own.css:{place}" for place in places
    ]


@pytest.mark.parametrize(
    ("styles", "body", "places"),
    [
        pytest.param(".a { white-space: nowrap; }", f'<p class="a">{LONG}</p>', ["1:6"], id="long"),
        pytest.param(".a { white-space: nowrap; }", '<p class="a">[1, 2]</p>', [], id="short"),
        pytest.param(".a { white-space: nowrap; }", f"<p>{LONG}</p>", [], id="not in use"),
        pytest.param("li > .a { white-space: pre; }", f'<li><b class="a">{LONG}</b></li>', ["1:11"], id="below"),
        pytest.param(
            ".a { white-space: nowrap; } .b { white-space: normal; }",
            f'<p class="a">(<b class="b">{LONG}</b>).</p>',
            [],
            id="what stands in it wraps",
        ),
        pytest.param(
            ".a { white-space: nowrap; overflow: hidden; clip-path: inset(50%); }",
            f'<p class="a">{LONG}</p>',
            [],
            id="read aloud only",
        ),
    ],
)
def test_text_kept_on_one_line(styles: str, body: str, places: list[str], make_site: MakeSite) -> None:
    assert found(reflow.text_kept_on_one_line, make_site, finished(styles, index=body), styles) == [
        f"templates/styles/own.css:{place}" for place in places
    ]
