from pathlib import PurePosixPath

import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import access
from crpsguide.check.rule import Rule

START = '<html lang="en"><a href="#main">Skip</a><a href="help.html">Urgent help</a><a href="b.html">B</a>'
SETTINGS = {"site.yaml": "landmarks: {urgent_help: help.md}\n"}


def files(html: str, name: str = "a.html") -> dict[PurePosixPath, bytes]:
    return {PurePosixPath(name): html.encode()}


def finished(body: str) -> dict[PurePosixPath, bytes]:
    return files(f'{START}<main id="main"><h1>Title</h1>{body}</main></html>')


@pytest.mark.parametrize(
    ("rule", "body", "count"),
    [
        pytest.param(access.field_without_label, '<input type="search">', 1, id="A4 no label"),
        pytest.param(access.field_without_label, '<label for="q">Q</label><input id="q">', 0, id="A4 label for"),
        pytest.param(access.field_without_label, "<label>Q <input></label>", 0, id="A4 label around"),
        pytest.param(access.field_without_label, "<label>Q</label><input>", 1, id="A4 label of nothing"),
        pytest.param(access.field_without_label, '<input type="hidden">', 0, id="A4 hidden"),
        pytest.param(access.control_without_name, "<button><svg></svg></button>", 1, id="A4 no words"),
        pytest.param(access.control_without_name, '<button aria-label="Close"></button>', 0, id="A4 named"),
        pytest.param(access.control_without_name, '<a href="b.html"><img alt="B"></a>', 0, id="A4 picture with words"),
        pytest.param(access.title_not_one, "", 0, id="A7 one title"),
        pytest.param(access.title_not_one, "<h1>Second</h1>", 1, id="A7 two titles"),
        pytest.param(access.heading_order_in_finished_page, "<h2>A</h2><h3>B</h3><h2>C</h2>", 0, id="A7 in order"),
        pytest.param(access.heading_order_in_finished_page, "<h3>A</h3>", 1, id="A7 skipped"),
        pytest.param(access.image_without_alternative, '<img src="a.svg">', 1, id="S10 no alt"),
        pytest.param(access.image_without_alternative, '<img src="a.svg" alt="">', 0, id="S10 decorative"),
        pytest.param(access.column_without_scope, "<table><tr><th>A</th></tr></table>", 1, id="S11 no scope"),
        pytest.param(access.column_without_scope, '<table><tr><th scope="col">A</th></tr></table>', 0, id="S11 scope"),
        pytest.param(access.motion_unasked, "<video autoplay></video>", 1, id="A7 autoplay"),
        *(
            pytest.param(access.motion_unasked, f"<{name}>", 1, id=f"A7 {name}")
            for name in ("marquee", "blink", "svg><animate", "svg><animateMotion", "svg><animateTransform", "svg><set")
        ),
        pytest.param(access.motion_unasked, "<video controls></video>", 0, id="A7 controls"),
        pytest.param(access.inline_code_in_finished_page, '<p style="color: red">', 1, id="T5 style"),
        pytest.param(access.inline_code_in_finished_page, '<button onclick="go()">Go</button>', 1, id="T5 handler"),
        pytest.param(access.inline_code_in_finished_page, "<script>go()</script>", 1, id="T5 script"),
        *(
            pytest.param(
                access.inline_code_in_finished_page, f'<script type="{sort}">go()</script>', 1, id=f"T5 {sort}"
            )
            for sort in ("module", "text/javascript", "application/javascript", "application/ecmascript", "text/plain")
        ),
        pytest.param(access.inline_code_in_finished_page, "<style>p { color: red }</style>", 1, id="T5 styles"),
        pytest.param(access.inline_code_in_finished_page, '<a href="javascript:go()">Go</a>', 1, id="T5 address"),
        pytest.param(access.inline_code_in_finished_page, '<a href=" JavaScript:go()">Go</a>', 1, id="T5 with a blank"),
        pytest.param(access.inline_code_in_finished_page, "<p>Never javascript:go().</p>", 0, id="T5 words"),
        pytest.param(
            access.inline_code_in_finished_page, '<script type="application/ld+json">{}</script>', 0, id="T5 facts"
        ),
        pytest.param(access.inline_code_in_finished_page, '<script src="a.js"></script>', 0, id="T5 own file"),
        pytest.param(access.page_too_heavy, "a" * 200_000, 1, id="A8 over 200 kB"),
        pytest.param(access.page_too_heavy, "a" * 100_000, 0, id="A8 100 kB"),
        pytest.param(access.urgent_help_not_first, "", 0, id="U1 first"),
        pytest.param(access.skip_link_not_first, "", 0, id="A4 skip link first"),
        pytest.param(access.page_language_missing, "", 0, id="A7 language"),
    ],
)
def test_a_finished_page(rule: Rule, body: str, count: int, make_site: MakeSite) -> None:
    site = make_site(SETTINGS, a=guide_page("Text."), help=guide_page("Text.", title="Help"))

    assert [str(one.place) for one in rule.check(site, files=finished(body))] == ["content/pages/a.md:1:1"] * count


@pytest.mark.parametrize(
    ("rule", "html"),
    [
        pytest.param(access.urgent_help_not_first, START.replace("help.html", "c.html"), id="U1 another link first"),
        pytest.param(access.urgent_help_not_first, "<p>Text</p>", id="U1 no link"),
        pytest.param(access.skip_link_not_first, START.replace("#main", "c.html"), id="A4 no skip link"),
        pytest.param(access.skip_link_not_first, START, id="A4 nothing to skip to"),
        pytest.param(access.page_language_missing, "<html><p>Text</p></html>", id="A7 no language"),
        pytest.param(access.title_not_one, START, id="A7 no title"),
    ],
)
def test_a_template_that_lacks_something(rule: Rule, html: str, make_site: MakeSite) -> None:
    site = make_site(SETTINGS, a=guide_page("Text."), help=guide_page("Text.", title="Help"))

    assert len(rule.check(site, files=files(html))) == 1


@pytest.mark.parametrize(
    ("address", "count"),
    [
        pytest.param("https://example.org/guide/help.html", 0, id="to urgent help"),
        pytest.param("https://example.org/guide/b.html", 1, id="to another page"),
        pytest.param("https://elsewhere.example/guide/help.html", 1, id="to another site"),
    ],
)
def test_a_page_that_is_served_anywhere_names_the_whole_address(address: str, count: int, make_site: MakeSite) -> None:
    settings = {"site.yaml": SETTINGS["site.yaml"] + "base_url: https://example.org/guide\n"}
    site = make_site(settings, a=guide_page("Text."), help=guide_page("Text.", title="Help"))

    found = access.urgent_help_not_first.check(site, files=files(START.replace("help.html", address), "404.html"))

    assert len(found) == count


def test_a_link_that_leads_nowhere_is_not_the_first(make_site: MakeSite) -> None:
    site = make_site(SETTINGS, a=guide_page("Text."), help=guide_page("Text.", title="Help"))

    found = access.urgent_help_not_first.check(site, files=files(START.replace("<a ", "<a>You are here</a><a ", 1)))

    assert not found


@pytest.mark.parametrize(
    ("style", "count"),
    [
        pytest.param(".a { animation: spin 1s; }", 1, id="whatever the settings"),
        pytest.param(
            "@media (prefers-reduced-motion: no-preference) { .a { animation: spin 1s; } }", 0, id="if wanted"
        ),
        pytest.param(".a { transition: none; }", 0, id="none"),
    ],
)
def test_motion_in_styles(style: str, count: int, make_site: MakeSite) -> None:
    found = access.motion_unasked.check(make_site(), files=files(style, "styles.css"))

    assert len(found) == count


@pytest.mark.parametrize(
    ("script", "quote", "count"),
    [
        pytest.param("stay()", "'", 0, id="as it was hashed"),
        pytest.param("stray()", "'", 1, id="another"),
        pytest.param("stay()", "", 1, id="in a form that browsers do not heed"),
    ],
)
def test_a_script_that_the_policy_names(script: str, quote: str, count: int, make_site: MakeSite) -> None:
    site = make_site(SETTINGS, a=guide_page("Text."), help=guide_page("Text.", title="Help"))
    hash = f"{quote}sha256-vlRZOv3Y9GzEkZtKPJcDSrwsfhjDpqRWd4H2hQZIRkM={quote}"
    policy = f"/*\n  Content-Security-Policy: script-src {hash}\n".encode()
    published = finished(f"<script>{script}</script>") | {PurePosixPath("_headers"): policy}

    assert len(access.inline_code_in_finished_page.check(site, files=published)) == count


def test_a_fault_is_told_where_the_id_of_its_element_stands(make_site: MakeSite) -> None:
    site = make_site(SETTINGS, a=guide_page("## Walk a bit\n\nText.\n\n## Rest a bit {#rest}\n\nText."))

    [fault] = access.heading_order_in_finished_page.check(site, files=finished('<h4 id="rest">Rest a bit</h4>'))

    assert str(fault.place) == "content/pages/a.md:16:4"


def test_an_old_address_that_sends_on_needs_nothing(make_site: MakeSite) -> None:
    site = make_site(SETTINGS, help=guide_page("Text."))
    html = '<meta http-equiv="refresh" content="0; url=b.html"><a href="b.html">B</a>'

    assert [one for rule in access.RULES for one in rule.check(site, files=files(html))] == []


def test_a_guide_has_a_page_for_urgent_help(make_site: MakeSite) -> None:
    site = make_site(a=guide_page("Text."))

    assert [str(one.place) for one in access.no_urgent_help.check(site)] == ["content/site.yaml:1:1"]


def test_a_folder_of_plain_pages_needs_no_urgent_help(make_site: MakeSite) -> None:
    assert access.no_urgent_help.check(make_site(a="Text.")) == []
