import pytest
from tests.check.guides import MakeSite
from tests.check.rendered_guides import finished, found

from crpsguide.check import operability
from crpsguide.check.rule import Rule

TALL = ":root { --tap: 2.75rem; } .tap { min-block-size: var(--tap); } nav a { min-height: 44px; }"
RING = ":focus-visible { outline: 3px solid red; }"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param('<li><a href="b.html">B</a></li>', 1, id="a link alone"),
        pytest.param('<li><a class="tap" href="b.html">B</a></li>', 0, id="high enough"),
        pytest.param('<nav><a href="b.html">B</a></nav>', 0, id="high by its place"),
        pytest.param('<p>See <a href="b.html">B</a>.</p>', 0, id="in a sentence"),
        pytest.param('<div class="prose"><p><a href="b.html">B</a></p></div>', 0, id="typed by an editor"),
        pytest.param("<p>It may <button>ease</button> pain.</p>", 0, id="a button in a sentence"),
        pytest.param("<p><button>Close</button></p>", 1, id="a button alone"),
        pytest.param("<details><summary>More</summary>Text.</details>", 1, id="what unfolds"),
        pytest.param('<details><summary class="tap">More</summary>Text.</details>', 0, id="unfolds, high enough"),
        pytest.param('<label>Pain <input type="checkbox"></label>', 1, id="a small box"),
        pytest.param('<label class="tap">Pain <input type="checkbox"></label>', 0, id="within a high label"),
        pytest.param('<input type="hidden">', 0, id="hidden"),
        pytest.param('<li><a href="b.html">B</a></li><li><a href="c.html">C</a></li>', 1, id="alike, told once"),
    ],
)
def test_target_too_small(body: str, count: int, make_site: MakeSite) -> None:
    assert found(operability.target_too_small, make_site, finished(TALL, index=body)) == ["index.md:1:1"] * count


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        pytest.param(["index"], "“B”, <a> in <li>.", id="one page"),
        pytest.param(["index", "help"], "“B”, <a> in <li>, as on 1 other pages.", id="two pages"),
        pytest.param(["index", "help", "about"], "“B”, <a> in <li>, as on 2 other pages.", id="three pages"),
    ],
)
def test_the_message_counts_the_pages_with_such_a_target(pages: list[str], words: str, make_site: MakeSite) -> None:
    files = finished(**dict.fromkeys(pages, '<li><a href="b.html">B</a></li>'))

    [fault] = operability.target_too_small.check(make_site(), files=files)

    assert fault.message.endswith(words)


@pytest.mark.parametrize(
    ("styles", "count"),
    [
        pytest.param(".tap { min-block-size: 44px; }", 0, id="44 pixels"),
        pytest.param(".tap { min-block-size: 2.5rem; }", 1, id="40 pixels"),
        pytest.param("@media print { .tap { min-block-size: 44px; } }", 1, id="on paper only"),
        pytest.param(".tap:hover { min-block-size: 44px; }", 1, id="in one state only"),
    ],
)
def test_a_style_makes_a_target_high(styles: str, count: int, make_site: MakeSite) -> None:
    files = finished(styles, index='<p><a class="tap" href="b.html">B</a></p>')

    assert len(found(operability.target_too_small, make_site, files)) == count


@pytest.mark.parametrize(
    ("rule", "styles", "places"),
    [
        pytest.param(
            operability.only_by_pointing, ".a:hover .b { display: block; }", ["1:15"], id="A3 shown by a mouse"
        ),
        pytest.param(
            operability.only_by_pointing,
            ".a:hover .b, .a:focus-within .b { display: block; }",
            [],
            id="A3 and by the keyboard",
        ),
        pytest.param(operability.only_by_pointing, "a:hover { color: red; }", [], id="A3 a colour"),
        pytest.param(
            operability.only_by_pointing, "@media print { a:hover b { display: block; } }", [], id="A3 on paper"
        ),
        pytest.param(operability.focus_hidden, f"{RING} a {{ outline: none; }}", ["1:48"], id="A4 no ring"),
        pytest.param(operability.focus_hidden, f"{RING} a:focus {{ outline: 0; }}", ["1:54"], id="A4 none in focus"),
        pytest.param(operability.focus_hidden, f"{RING} main:target {{ outline: 0; }}", [], id="A4 a target"),
        pytest.param(
            operability.focus_hidden, f"{RING} a:focus:not(:focus-visible) {{ outline: 0; }}", [], id="A4 by the mouse"
        ),
        pytest.param(
            operability.focus_hidden,
            f"{RING} a:focus {{ outline: 0; box-shadow: 0 0 0 3px red; }}",
            [],
            id="A4 a shadow",
        ),
    ],
)
def test_a_style_for_mouse_and_keyboard(rule: Rule, styles: str, places: list[str], make_site: MakeSite) -> None:
    assert found(rule, make_site, finished(styles), styles) == [f"templates/styles/own.css:{one}" for one in places]


def test_some_style_draws_a_ring(make_site: MakeSite) -> None:
    assert found(operability.focus_hidden, make_site, finished("a { color: red; }")) == ["site.yaml:1:1"]


@pytest.mark.parametrize(
    ("rule", "body", "count"),
    [
        pytest.param(operability.dragging_asked, '<li draggable="true">a</li>', 1, id="A3 to drag"),
        pytest.param(operability.dragging_asked, '<li ondragstart="go()">a</li>', 1, id="A3 by a program"),
        pytest.param(operability.dragging_asked, '<img draggable="false" alt="">', 0, id="A3 not to drag"),
        pytest.param(
            operability.name_other_than_words, '<a href="b" aria-label="Read on">B</a>', 1, id="A4 another name"
        ),
        pytest.param(
            operability.name_other_than_words, '<a href="b" aria-label="B, for carers">B</a>', 0, id="A4 and more"
        ),
        pytest.param(
            operability.name_other_than_words, '<button aria-label="Close"><svg/></button>', 0, id="A4 no words"
        ),
        pytest.param(operability.name_other_than_words, '<p aria-label="Else">B</p>', 0, id="A4 no control"),
    ],
)
def test_a_finished_page(rule: Rule, body: str, count: int, make_site: MakeSite) -> None:
    assert found(rule, make_site, finished(index=body)) == ["index.md:1:1"] * count


@pytest.mark.parametrize(
    ("content", "count"),
    [
        pytest.param("30", 1, id="again after a while"),
        pytest.param("5; url=b.html", 1, id="on after a while"),
        pytest.param("0; url=b.html", 0, id="on at once"),
    ],
)
def test_time_limited(content: str, count: int, make_site: MakeSite) -> None:
    files = finished(head=f'<meta http-equiv="refresh" content="{content}">', index="a")

    assert found(operability.time_limited, make_site, files) == ["index.md:1:1"] * count
