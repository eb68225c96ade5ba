from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from tests.check.guides import FIRST_LINE, MakeSite, places

from crpsguide.check.rendered import (
    address_taken,
    dead_link_in_finished_page,
    duplicate_id_in_finished_page,
    orphan_page,
    page_far_from_home,
    third_party_resource_in_finished_page,
)

OTHER = PurePosixPath("living/pacing.html")

SIGNPOST = b'<meta http-equiv="refresh" content="0; url=../a.html">'


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        pytest.param('<a href="living/pacing.html#rest">a</a>', 0, id="file and id"),
        pytest.param('<a href="living/p%61cing.html">a</a>', 0, id="percent escapes"),
        pytest.param('<a href="living/pacing.html?a=b#top">a</a>', 0, id="query and top"),
        pytest.param('<a href="#here">a</a><p id="here">', 0, id="own page"),
        pytest.param('<a name="here"></a><a href="#here">a</a>', 0, id="the old form of an id"),
        pytest.param('<a href="">a</a><a>b</a>', 0, id="no address"),
        pytest.param('<a href="https://example.org/x">a</a><a href="mailto:x@example.org">b</a>', 0, id="web"),
        pytest.param('<img src="limb.png" alt="">', 0, id="file of the content"),
        pytest.param('<a href="living/pacng.html">a</a>', 1, id="no file"),
        pytest.param('<a href="living/pacing.html#rset">a</a>', 1, id="no id"),
        pytest.param('<a href="#hree">a</a>', 1, id="no id on its own page"),
        pytest.param('<a href="#fnref:spare">a</a>', 0, id="unused-footnote tells of it"),
        pytest.param('<a href="living/pacing.html#fnref:spare">a</a>', 1, id="the way back of another page"),
        pytest.param('<a href="../index.html">a</a>', 0, id="above the root is the root"),
        pytest.param('<link rel="stylesheet" href="gone.css">', 1, id="style"),
        pytest.param('<script src="gone.js"></script>', 1, id="script"),
        pytest.param('<img src="limb.png" srcset="limb.png 1x, gone.png 2x">', 1, id="srcset"),
        pytest.param('<img src="data:image/svg+xml,%3Csvg/%3E" alt="">', 0, id="picture in its address"),
        pytest.param('<img srcset="data:image/svg+xml,a,b 1x,limb.png 2x">', 0, id="such a one in a srcset"),
        pytest.param('<a href="gone.html">a</a><a href="gone.html">b</a>', 1, id="the same twice"),
        pytest.param('<!-- <a href="gone.html">a</a> -->', 0, id="comment"),
        pytest.param('<a href="https://[x">a</a>', 0, id="an address that cannot be taken apart"),
        pytest.param('<a href="/">a</a>', 1, id="the folder at the root"),
        pytest.param('<a href="/">a</a><a href="#here">b</a><p id="here">', 1, id="the root is not the page itself"),
        pytest.param('<a href="#caf%C3%A9">a</a><p id="café">', 0, id="percent escapes in a fragment"),
        pytest.param('<a href="index.html%00">a</a>', 1, id="a name that no file can have"),
    ],
)
def test_dead_link_in_finished_page(html: str, faults: int, make_site: MakeSite) -> None:
    site = make_site({"pages/limb.png": "x"})
    files = {PurePosixPath("index.html"): html.encode(), OTHER: b'<h2 id="rest">Rest</h2>'}

    assert places(dead_link_in_finished_page, site, files) == ["index.md:1:1"] * faults


@pytest.mark.parametrize(
    ("waiver", "faults"),
    [
        pytest.param("missing-page: it comes later", 0, id="of the link"),
        pytest.param("L101: it comes later", 0, id="by its code"),
        pytest.param("lost-text: a quotation", 1, id="of another rule"),
    ],
)
def test_a_waived_link_may_be_dead_on_the_finished_page_too(waiver: str, faults: int, make_site: MakeSite) -> None:
    site = make_site(index=f"<!-- allow {waiver} -->\n[Rest](rest.md), [web](https://web.example/)")
    files = {PurePosixPath("index.html"): b'<a href="rest.html">Rest</a>'}

    assert places(dead_link_in_finished_page, site, files) == ["index.md:1:1"] * faults


def linked(**ways: str) -> dict[PurePosixPath, bytes]:
    """Finished pages, each with links to the files named."""
    return {
        PurePosixPath(f"{name}.html"): "".join(f'<a href="{one}">x</a>' for one in to.split()).encode()
        for name, to in ways.items()
    }


@pytest.mark.parametrize(
    ("ways", "orphans", "far"),
    [
        pytest.param({"index": "a.html", "a": "b.html", "b": "c.html", "c": ""}, [], [], id="three steps"),
        pytest.param(
            {"index": "d.html", "d": "a.html", "a": "b.html", "b": "c.html", "c": ""}, [], ["c.md:1:1"], id="four steps"
        ),
        pytest.param({"index": "a.html b.html", "a": "", "b": "", "c": ""}, ["c.md:1:1"], [], id="nobody links to it"),
        pytest.param(
            {"index": "a.html b.html", "a": "", "b": "", "c": "c.html#top"}, ["c.md:1:1"], [], id="only it itself"
        ),
        pytest.param(
            {"index": "a.html", "a": "", "b": "c.html", "c": "b.html"},
            [],
            ["b.md:1:1", "c.md:1:1"],
            id="two that no way from home leads to",
        ),
        pytest.param({"index": "a.html#x ./b.html?q=1 %63.html", "a": "", "b": "", "c": ""}, [], [], id="as written"),
        pytest.param(
            {"index": "a.html b.html https://example.org/c.html", "a": "", "b": "", "c": ""},
            ["c.md:1:1"],
            [],
            id="another host",
        ),
        pytest.param({"a": "b.html", "b": "c.html", "c": "a.html"}, [], [], id="no first page"),
    ],
)
def test_pages_that_nobody_finds(ways: dict[str, str], orphans: list[str], far: list[str], make_site: MakeSite) -> None:
    site = make_site(index="x", a="x", b="x", c="x")
    files = linked(**ways)

    assert places(orphan_page, site, files) == orphans
    assert places(page_far_from_home, site, files) == far


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param('<p id="a"><p id="b">', [], id="two ids"),
        pytest.param('<p id="x"><p id="x">', ["index.md:1:1"], id="one id of the templates"),
        pytest.param('<main id="rest"><h2 id="rest">', [f"index.md:{FIRST_LINE}:4"], id="one id of a heading"),
    ],
)
def test_duplicate_id_in_finished_page(html: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index="## Rest")

    assert places(duplicate_id_in_finished_page, site, {PurePosixPath("index.html"): html.encode()}) == found


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        pytest.param('<a href="https://example.org/">a</a>', 0, id="a link"),
        pytest.param('<link rel="canonical" href="https://example.org/">', 0, id="canonical address"),
        pytest.param('<img src="limb.png">', 0, id="own picture"),
        pytest.param('<img src="https://example.org/a.png">', 1, id="picture"),
        pytest.param('<img src="//example.org/a.png">', 1, id="two slashes"),
        pytest.param('<img src="a.png" srcset="https://example.org/a.png 2x">', 1, id="srcset"),
        pytest.param('<link rel="stylesheet" href="https://example.org/a.css">', 1, id="style"),
        pytest.param('<link rel="preconnect" href="https://example.org/">', 1, id="prepared connection"),
        pytest.param('<script src="https://example.org/a.js"></script>', 1, id="script"),
        pytest.param('<iframe src="https://example.org/"></iframe>', 1, id="frame"),
        pytest.param('<form action="https://example.org/"></form>', 1, id="form"),
        pytest.param('<button formaction="https://example.org/">a</button>', 1, id="button"),
        pytest.param('<video poster="https://example.org/a.png"></video>', 1, id="film before it plays"),
        pytest.param('<object data="https://example.org/a"></object>', 1, id="object"),
        pytest.param('<body background="https://example.org/a.png">', 1, id="ground of a page"),
        pytest.param('<img src="a.png" srcset="a.png 1x, https://example.org/a.png 2x">', 1, id="last of a srcset"),
        pytest.param('<link rel="preload" imagesrcset="https://example.org/a.png 2x" href="a.png">', 1, id="preload"),
        pytest.param('<template><img src="https://example.org/a.png"></template>', 1, id="what a script may show"),
        pytest.param('<img src="https://[example.org/a.png">', 1, id="an address that cannot be taken apart"),
        pytest.param('<img src="https://guide.example/a.png">', 0, id="the guide's own host"),
        pytest.param('<img src="https://example/a.png">', 1, id="the end of its name"),
        pytest.param('<img src="https://guide.example.evil.example/a.png">', 1, id="its name as a beginning"),
    ],
)
def test_third_party_resource_in_finished_page(html: str, faults: int, make_site: MakeSite) -> None:
    site = make_site({"site.yaml": "base_url: https://guide.example/\n"})

    found = places(third_party_resource_in_finished_page, site, {PurePosixPath("index.html"): html.encode()})
    assert found == ["index.md:1:1"] * faults


@pytest.mark.parametrize(
    ("style", "faults"),
    [
        pytest.param(".a { background: url(limb.png) }", 0, id="own picture"),
        pytest.param(".a { background: url('data:image/png;base64,AAAA') }", 0, id="picture in the sheet"),
        pytest.param(".a { background: URL( //example.org/a.png ) }", 1, id="picture"),
        pytest.param('@import "https://example.org/a.css";', 1, id="style"),
        pytest.param("@font-face { src: url('https://example.org/a.woff2') }", 1, id="font"),
        pytest.param(".a { background: image-set('https://example.org/a.png' 1x) }", 1, id="set of pictures"),
    ],
)
def test_third_party_resource_in_a_style_sheet(style: str, faults: int, make_site: MakeSite) -> None:
    sheet = {PurePosixPath("styles.css"): f".b {{ }}\n{style}\n".encode()}
    site = replace(make_site(), styles={PurePosixPath("templates/styles/print.css"): style})

    found = places(third_party_resource_in_finished_page, site, sheet)
    assert [one.rpartition(":")[0] for one in found] == ["templates/styles/print.css:1"] * faults


def test_a_page_that_the_guide_does_not_hold_is_told_at_the_settings(make_site: MakeSite) -> None:
    site = make_site()
    files = {PurePosixPath("404.html"): b'<a href="gone.html">a</a>'}

    assert places(dead_link_in_finished_page, site, files) == ["site.yaml:1:1"]


@pytest.mark.parametrize(
    ("files", "made", "found"),
    [
        pytest.param({"pages/limb.png": "x"}, ["index.html", "robots.txt"], [], id="addresses of their own"),
        pytest.param({"pages/robots.txt": "x"}, ["robots.txt"], ["robots.txt:1:1"], id="a file that the guide makes"),
        pytest.param(
            {"pages/a.html/limb.png": "x"}, ["a.html"], ["a.html/limb.png:1:1"], id="folder called like a page"
        ),
        pytest.param(
            {"pages/a.md": "---\ntitle: A\nredirect_from: [b.html/c]\n---\n"},
            ["b.html", "b.html/c.html"],
            ["a.md:3:17"],
            id="an old address below a page",
        ),
        pytest.param({}, ["a.html", "a.html/b/c.html"], ["site.yaml:1:1"], id="what templates make"),
    ],
)
def test_address_taken(files: dict[str, str | bytes], made: list[str], found: list[str], make_site: MakeSite) -> None:
    site = make_site(files)

    assert places(address_taken, site, files={PurePosixPath(one): SIGNPOST for one in made}) == found


def test_addresses_of_one_place_are_told_in_their_order(make_site: MakeSite) -> None:
    made = [f"a.html/{letter}.html" for letter in "hgfedcba"]

    told = address_taken.check(make_site(), files={PurePosixPath(one): SIGNPOST for one in ("a.html", *made)})

    assert [one.message.split()[2] for one in told] == sorted(made)


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        pytest.param(SIGNPOST, [], id="a signpost"),
        pytest.param(b"<h1>Claims</h1>", ["a.md:3:17"], id="a page that the guide makes"),
    ],
)
def test_an_old_address_is_not_lost_to_a_page(drawn: bytes, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"pages/a.md": "---\ntitle: A\nredirect_from: [claims/]\n---\n"})
    made = {PurePosixPath("claims/index.html"): drawn, PurePosixPath("a.html"): b""}

    assert places(address_taken, site, files=made) == found
