import pytest
from tests.check.guides import MakeSite

from crpsguide.check.styles import parse_styles, pixels, place_of, resolved, tokens, without_states

OWN = {"../templates/styles/own.css": "a { top: 0; }\n"}


@pytest.mark.parametrize(
    ("sheet", "line", "column", "place"),
    [
        pytest.param("p { left: 0; }\na { top: 0; }", 2, 5, "templates/styles/own.css:1:5", id="a part of the sheet"),
        pytest.param("a{top:0;}", 1, 3, "templates/styles/own.css:1:5", id="without white space"),
        pytest.param("p { left: 0; }\na { top: 0; }", 1, 5, "content/site.yaml:1:1", id="above that part"),
        pytest.param("a { top: 0; }\np { left: 0; }", 2, 1, "content/site.yaml:1:1", id="right below it"),
        pytest.param("p { left: 0; }", 1, 1, "content/site.yaml:1:1", id="not in the sheet"),
    ],
)
def test_the_place_in_the_style_sheets_of_the_guide(
    sheet: str, line: int, column: int, place: str, make_site: MakeSite
) -> None:
    assert str(place_of(make_site(OWN), sheet, line, column)) == place


@pytest.mark.parametrize(
    ("value", "length"),
    [
        pytest.param("44px", 44.0, id="pixels"),
        pytest.param(" 2.75rem ", 44.0, id="of the font size"),
        pytest.param(".5in", 48.0, id="inches"),
        pytest.param("100%", None, id="a share"),
        pytest.param("1px 2px", None, id="two lengths"),
    ],
)
def test_pixels(value: str, length: float | None) -> None:
    assert pixels(value) == length


@pytest.mark.parametrize(
    ("selector", "elements"),
    [
        pytest.param("a:hover", "a", id="a state"),
        pytest.param("a:focus-visible b", "a b", id="a state of an ancestor"),
        pytest.param("p::before", "p", id="generated content"),
        pytest.param("::selection", "*", id="nothing else"),
        pytest.param("a:link-list", "a:link-list", id="another name"),
    ],
)
def test_without_states(selector: str, elements: str) -> None:
    assert without_states(selector) == elements


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("var(--a)", "1px", id="a variable"),
        pytest.param("var(--b)", "1px", id="a variable in a variable"),
        pytest.param("var(--c, 2px)", "2px", id="an unknown one with a fallback"),
        pytest.param("calc(var(--a) + 1px)", "calc(1px + 1px)", id="in a function"),
        pytest.param("3px", "3px", id="none"),
    ],
)
def test_resolved(value: str, text: str) -> None:
    known = tokens(parse_styles(":root { --a: 1px; --b: var(--a); }"))

    assert resolved(value, known) == text


@pytest.mark.parametrize(
    ("sheet", "preferences", "value"),
    [
        pytest.param(":root { --a: 1px; }", [], "1px", id="always"),
        pytest.param("html { --a: 1px; }", [], "1px", id="on the element"),
        pytest.param("p { --a: 1px; }", [], None, id="not of the root"),
        pytest.param("@media (prefers-contrast: more) { :root { --a: 1px; } }", [], None, id="on request"),
        pytest.param(
            "@media (prefers-contrast: more) { :root { --a: 1px; } }", ["prefers-contrast: more"], "1px", id="requested"
        ),
        pytest.param(":root { --a: 1px; } :root { --a: 2px; }", [], "2px", id="the last one"),
    ],
)
def test_tokens(sheet: str, preferences: list[str], value: str | None) -> None:
    found = tokens(parse_styles(sheet), *preferences)

    assert (found["--a"].value if "--a" in found else None) == value
