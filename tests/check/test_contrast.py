from pathlib import PurePosixPath

import pytest
from tests.check.guides import MakeSite
from tinycss2.color5 import parse_color

from crpsguide.check import contrast
from crpsguide.check.html import Files
from crpsguide.check.rule import Rule

TOKENS = """\
:root {
  --bg: light-dark(#ffffff, #000000);
  --ink: light-dark(#000000, #ffffff);
  --line: light-dark(#767676, #767676);
}
"""
USES = "p { color: var(--ink); } body { background: var(--bg); } hr { border: 1px solid var(--line); }"


def files(tokens: str, uses: str = USES) -> Files:
    return {PurePosixPath("styles.css"): f"{tokens.strip()}\n\n{uses}\n".encode()}


def found(rule: Rule, tokens: str, make_site: MakeSite, uses: str = USES) -> list[str]:
    site = make_site({"../templates/styles/tokens.css": tokens})
    return [f"{one.place}: {one.message}" for one in rule.check(site, files=files(tokens, uses))]


@pytest.mark.parametrize(
    ("colours", "ratio"),
    [
        pytest.param(("#000", "#fff"), 21.0, id="black on white"),
        pytest.param(("#fff", "#fff"), 1.0, id="white on white"),
        pytest.param(("#767676", "#ffffff"), 4.54, id="the palest grey that passes"),
        pytest.param(("#777777", "#ffffff"), 4.48, id="the darkest grey that fails"),
    ],
)
def test_contrast(colours: tuple[str, str], ratio: float) -> None:
    one, other = (parse_color(colour) for colour in colours)

    assert round(contrast.contrast(one, other), 2) == ratio


@pytest.mark.parametrize(
    ("rule", "old", "new", "told"),
    [
        pytest.param(contrast.contrast_too_low, "", "", [], id="black on white"),
        pytest.param(contrast.contrast_too_low, "#000000, #ffffff);\n  --line", "#777777, #ffffff);\n  --line",
            ["3:3: “--ink” on “--bg” has 4.4 to 1 in the light theme; text needs 4.5 to 1."], id="pale by day"),
        pytest.param(contrast.contrast_too_low, "#000000, #ffffff);\n  --line", "#000000, #555555);\n  --line",
            ["3:3: “--ink” on “--bg” has 2.8 to 1 in the dark theme; text needs 4.5 to 1."], id="dim by night"),
        pytest.param(contrast.contrast_below_aim, "", "", [], id="far above the aim"),
        pytest.param(contrast.contrast_below_aim, "#000000, #ffffff);\n  --line", "#666666, #ffffff);\n  --line",
            ["3:3: “--ink” on “--bg” has 5.7 to 1 in the light theme; aim for 7 to 1."], id="between the two"),
        pytest.param(contrast.line_contrast_too_low, "", "", [], id="a line that can be seen"),
        pytest.param(contrast.line_contrast_too_low, "#767676, #767676", "#dddddd, #767676",
            ["4:3: “--line” on “--bg” has 1.3 to 1 in the light theme; lines and shapes need 3 to 1."], id="pale line"),
        pytest.param(contrast.line_contrast_too_low, "#767676, #767676);", "#dddddd, #767676); /*! decoration */",
            [], id="a line that nothing depends on"),
        pytest.param(contrast.contrast_not_known, "", "", [], id="known"),
        pytest.param(contrast.contrast_not_known, "light-dark(#ffffff, #000000)", "oklch(90% 0.1 30)",
            ["2:3: Nobody can work out the contrast of “--bg”: oklch(90% 0.1 30)."], id="a space not converted"),
        pytest.param(contrast.contrast_not_known, "#ffffff, #000000", "#ffffff80, #000000",
            ["2:3: Nobody can work out the contrast of “--bg”: light-dark(#ffffff80, #000000)."], id="seen through"),
    ],
)  # fmt: skip
def test_a_token_is_told_on_its_own_line(rule: Rule, old: str, new: str, told: list[str], make_site: MakeSite) -> None:
    tokens = TOKENS.replace(old, new, 1) if old else TOKENS

    assert found(rule, tokens, make_site) == [f"templates/styles/tokens.css:{one}" for one in told]


@pytest.mark.parametrize(
    ("uses", "count"),
    [
        pytest.param("p { color: var(--pale); } body { background: var(--bg); }", 2, id="text on any ground"),
        pytest.param("p { color: var(--pale); background: var(--bg); }", 2, id="set together"),
        pytest.param("p { color: var(--pale); background: var(--ink); }", 0, id="set together, and apart enough"),
        pytest.param("p::before { content: ''; background: var(--pale); } p { color: var(--ink); }", 0, id="a shape"),
        pytest.param("@media print { p { color: var(--pale); } } body { background: var(--bg); }", 0, id="on paper"),
        pytest.param("p { color: var(--alias); } body { background: var(--bg); }", 2, id="by another name"),
    ],
)
def test_what_stands_on_what_is_read_off_the_rules(uses: str, count: int, make_site: MakeSite) -> None:
    tokens = ":root { --bg: #ffffff; --ink: #000000; --pale: #eeeeee; --alias: var(--pale); }"
    told = found(contrast.contrast_too_low, tokens, make_site, uses)

    assert len(told) == count  # in the light theme and in the dark one


def test_a_wish_for_more_contrast_is_looked_at_too(make_site: MakeSite) -> None:
    tokens = f"{TOKENS}\n@media (prefers-contrast: more) {{ :root {{ --ink: light-dark(#cccccc, #ffffff); }} }}\n"

    assert found(contrast.contrast_too_low, tokens, make_site) == [
        "templates/styles/tokens.css:7:43: “--ink” on “--bg” has 1.6 to 1 in the light theme with more contrast; "
        "text needs 4.5 to 1."
    ]


def test_a_token_that_is_not_the_guides_own_is_told_at_the_settings(make_site: MakeSite) -> None:
    tokens = TOKENS.replace("#000000, #ffffff", "#eeeeee, #ffffff")

    faults = contrast.contrast_too_low.check(make_site(), files=files(tokens))
    assert [str(one.place) for one in faults] == ["content/site.yaml:1:1"]
