import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.render.sites import TODAY, page, prose, site

from crpsguide.errors import TemplateError
from crpsguide.installed import builtin_templates
from crpsguide.model import Html, PageType
from crpsguide.model.blocks import COMPONENTS, Prose
from crpsguide.render import render_site
from crpsguide.render.addresses import SCRIPTS
from crpsguide.render.scripts import programs
from crpsguide.render.templates import Templates, templates_in

RenderWith = Callable[[str, str], str]


@pytest.fixture
def render_with(tmp_path: Path) -> RenderWith:
    """A function that renders a small site with one overriding template, and returns its page and style sheets."""

    def render(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        guide = site(page(prose(Html("<p>It rained.</p>"))))
        files = render_site(guide, templates=[tmp_path, builtin_templates()], today=TODAY)
        return "".join(file.decode() for name, file in files.items() if name.stem in ("page", "styles"))

    return render


def test_a_guide_may_replace_one_template_and_keep_the_others(render_with: RenderWith) -> None:
    result = render_with("components/feedback/feedback.html", "{% macro feedback() %}<p>Ring us.</p>{% endmacro %}")

    assert "<p>Ring us.</p>" in result
    assert "It rained." in result


def test_a_guide_may_replace_its_tokens(render_with: RenderWith) -> None:
    assert render_with("styles/tokens.css", ":root { --bg: white }").count("--bg:") == 2  # the paper's stays


def test_no_style_ends_the_element_that_carries_it(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/tokens.css").write_text('a::after { content: "</style><script>go()</script>" }')

    assert "</" not in Templates([tmp_path, builtin_templates()]).inline_style


def test_styles_of_an_own_component_join_the_others(render_with: RenderWith) -> None:
    assert ".banner" in render_with("components/banner/banner.css", ".banner { color: var(--ink) }")


@pytest.mark.parametrize(
    ("written", "published"),
    [
        pytest.param("// Why.\nfirst();\n", "first();\n", id="line"),
        pytest.param("/** What. */\nfirst(); // why\n  second();", "first();second();\n", id="between"),
        pytest.param('ask("https://a.example/*");', 'ask("https://a.example/*");\n', id="string"),
        pytest.param("words = `a  // b\n  c`;", "words=`a  // b\n  c`;\n", id="template string"),
        pytest.param(r"text.match(/[/*]\//);", "text.match(/[/*]\\//);\n", id="pattern"),
    ],
)
def test_comments_of_a_script_stay_at_home(written: str, published: str, tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text(written, encoding="utf-8")

    assert Templates([tmp_path]).script("one.js") == published


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("\n{{ gone }}", 2, "'gone' is undefined", id="name"),
        pytest.param("\n\n{{ page.gone }}", 3, "has no attribute 'gone'", id="attribute"),
        pytest.param("{% if %}", 1, "Expected an expression", id="syntax"),
        pytest.param('{% extends "gone.html" %}', 1, "there is no template “gone.html”", id="file"),
    ],
)
def test_a_wrong_template_is_told_with_its_place_and_the_file_drawn(
    render_with: RenderWith, tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        render_with("pages/condition.html", text)

    assert caught.value.line == line
    assert caught.value.template == str(tmp_path / "pages/condition.html")
    assert "about/page.html" in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("{{ 'a' * (16 * 1024 * 1024 + 1) }}", "it draws 16777217 characters", id="more than a file holds"),
        pytest.param("{# gone #} \n", "it draws nothing", id="nothing"),
    ],
)
def test_a_template_that_draws_no_page_is_told(render_with: RenderWith, text: str, words: str) -> None:
    with pytest.raises(TemplateError, match=f"about/page.html: {words}"):
        render_with("pages/condition.html", text)


def test_a_folder_without_styles_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=re.escape("styles/tokens.css")):
        _ = Templates([tmp_path]).styles


def test_templates_that_were_changed_are_read_anew(tmp_path: Path) -> None:
    template = tmp_path / "404.html"
    template.write_text("one", encoding="utf-8")
    before = templates_in([tmp_path])
    again = templates_in([tmp_path])
    template.write_text("three", encoding="utf-8")

    assert again is before
    assert templates_in([tmp_path]).render("404.html", {}, output="it") == "three"


def test_a_script_of_the_guide_stands_in_for_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts/listen.js").write_text("mute();\n", encoding="utf-8")

    script = dict(programs(Templates([tmp_path, builtin_templates()])))[SCRIPTS].decode()

    assert "mute();" in script
    assert "speechSynthesis" not in script
    assert "guide-theme" in script


def test_a_folder_without_scripts_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=re.escape("scripts/device.js")):
        dict(programs(Templates([tmp_path])))


@pytest.mark.parametrize("kind", [one.kind for one in (*COMPONENTS, Prose)])
def test_every_block_has_a_component_with_style_and_examples(kind: str) -> None:
    folder = builtin_templates() / "components" / kind

    assert {f"{kind}.html", f"{kind}.css", "examples.yaml"} <= {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(
    "path",
    sorted(builtin_templates().rglob("components/*/*.html")),
    ids=lambda path: path.stem,
)
def test_a_component_says_when_to_use_it(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("{# ")


@pytest.mark.parametrize(
    "path",
    sorted(builtin_templates().rglob("components/*/*.css")),
    ids=lambda path: path.stem,
)
def test_a_component_holds_no_colour_of_its_own(path: Path) -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", path.read_text(encoding="utf-8"))


def test_nothing_is_marked_safe_by_hand() -> None:
    marked = [path for path in builtin_templates().rglob("*.*") if b"| safe" in path.read_bytes()]

    assert marked == []


@pytest.mark.parametrize("sort", PageType, ids=lambda sort: sort.value)
def test_every_type_of_page_has_a_template(sort: PageType) -> None:
    assert (builtin_templates() / "pages" / f"{sort.value}.html").is_file()
