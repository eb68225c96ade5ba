"""One page of each kind of the real guide, in every mode in which readers may look at it."""

from collections.abc import Iterator
from mimetypes import guess_type
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser, Route
from tests.browser.access import MODES, MOVING, SIDEWAYS, violations
from tests.browser.visit import HOME, PHONE, WITHOUT_HAS, Visit, published_headers
from tests.page_kinds import pages_by_kind
from tests.real_guide import real_edition

STOPS = 30  # presses of the Tab key: through the head of a page and well into its text
# Where the keyboard is: its place among all elements, and how wide its outline is.
STOP = """() => { const one = document.activeElement; const style = getComputedStyle(one);
    return [[...document.querySelectorAll('*')].indexOf(one), style.outlineStyle, parseFloat(style.outlineWidth)] }"""
# What a paper shows beside each source: what stands behind a link is an address, if anything stands there.
ADDRESSES = """() => [...document.querySelectorAll(".references__list > li")].map((item) => {
    const shown = [...item.querySelectorAll("a")].filter((one) => getComputedStyle(one, "::after").content !== "none");
    return shown.length === 1 ? shown[0].dataset.address ?? shown[0].href : "" })"""
# How tall each is for a finger at its middle, whatever lies over it.
FINGER_ROOM = """(ones) => ones.filter((one) => one.checkVisibility()).map((one) => {
    one.scrollIntoView({ block: "center" });
    const [first] = one.getClientRects();
    const [across, middle] = [first.left + first.width / 2, first.top + first.height / 2];
    const isHit = (down) => one.contains(document.elementFromPoint(across, middle + down));
    const room = (way) => { let px = 0; while (px < 100 && isHit(way * (px + 1))) px++; return px; };
    return room(1) + room(-1) + 1 })"""
KINDS = pages_by_kind(real_edition().site, {address: len(file) for address, file in real_edition().files.items()})


@pytest.fixture(scope="module", params=MODES, ids=str)
def looked_at(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Visit]:
    context = browser.new_context(**MODES[request.param], service_workers="block")
    yield Visit(context, site)
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_is_open_to_everyone_in_every_mode(kind: str, looked_at: Visit, axe: str) -> None:
    page = looked_at.open(KINDS[kind])
    page.evaluate(axe)

    assert page.evaluate(SIDEWAYS) == 0
    assert page.evaluate(MOVING) == 0
    assert violations(page) == []
    assert looked_at.complaints == []


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield Visit(context, site)
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_goes_down_the_page_and_is_always_seen(kind: str, visit: Visit) -> None:
    page = visit.open(KINDS[kind])
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))

    places = [place for place, _, _ in stops]
    down = places[: places.index(max(places)) + 1]  # after the last stop the browser begins anew
    assert down == sorted(down)
    assert {(style, width) for _, style, width in stops[: len(down)]} == {("solid", 3)}


@pytest.mark.parametrize(
    ("kind", "place", "least"),
    [
        pytest.param("topic", ".main p > .sources", 40, id="chip"),  # 44, but for what reaches below the last line
        pytest.param("topic", ".prose p > a:not([class])", 24, id="link in a line"),  # WCAG 2.2, 2.5.8
        pytest.param("home", ".site-footer a", 44, id="foot"),
    ],
)
def test_a_finger_finds_as_much_as_is_drawn(kind: str, place: str, least: int, visit: Visit) -> None:
    page = visit.open(KINDS[kind])

    rooms = page.locator(place).evaluate_all(FINGER_ROOM)

    assert rooms
    assert min(rooms) >= least


def test_the_foot_of_a_page_leads_back_to_its_head(visit: Visit) -> None:
    page = visit.open(KINDS["topic"])
    top = page.get_by_role("link", name="Back to the top")
    top.scroll_into_view_if_needed()
    below = page.evaluate("scrollY")

    top.click()

    assert below > 0
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_paper_shows_the_text_and_no_way_around(kind: str, visit: Visit) -> None:
    page = visit.open(KINDS[kind])
    page.emulate_media(media="print")

    shown = [one for one in page.get_by_role("navigation").all() if one.is_visible()]
    seen = page.evaluate("getComputedStyle(document.body).backgroundColor")
    urgent = page.get_by_role("banner").get_by_role("link", name="Urgent help")
    urgent_shown = [one for one in urgent.all() if one.is_visible()]
    page.emulate_media(media="screen")

    assert shown == []
    assert seen == "rgb(255, 255, 255)"
    assert len(urgent_shown) == 1
    assert page.get_by_role("heading", level=1).is_visible()


def test_on_paper_each_source_has_an_address(visit: Visit) -> None:
    page = visit.open(KINDS["topic"])

    page.pdf()  # as a reader prints it
    page.emulate_media(media="print")
    addresses = page.evaluate(ADDRESSES)
    page.emulate_media(media="screen")

    own = [one for one in addresses if one.startswith(f"{HOME}evidence/")]
    others = [one for one in addresses if one.startswith(("https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/"))]
    assert own
    assert others
    assert len(own) + len(others) == len(addresses)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_is_whole_without_scripts(kind: str, browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    visit = Visit(context, site)

    page = visit.open(KINDS[kind])

    assert page.get_by_role("main").inner_text().strip()
    assert page.get_by_role("heading", level=1).is_visible()
    assert visit.complaints == []
    context.close()


def test_a_note_opens_without_scripts_and_gives_the_keyboard_back(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = Visit(context, site).open(KINDS["treatment"])
    chip = page.get_by_role("button", name="Source").first
    note = page.locator(".note:popover-open")

    chip.click()
    assert note.is_visible()
    page.keyboard.press("Escape")

    assert note.count() == 0
    assert chip.evaluate("one => one === document.activeElement")
    context.close()


@pytest.mark.parametrize("missing", ["", WITHOUT_HAS], ids=["new", "without :has()"])
def test_a_note_has_a_button_to_close_it(missing: str, browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    context.add_init_script(missing)
    page = Visit(context, site).open(KINDS["treatment"])
    page.get_by_role("button", name="Source").first.click()

    page.locator(".note:popover-open").get_by_role("button", name="Close").click()

    assert page.locator(".note:popover-open").count() == 0
    context.close()


@pytest.mark.parametrize("width", [320, 390, 800])
def test_a_note_stays_clear_of_both_edges_of_the_screen(width: int, browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, java_script_enabled=False)
    page = Visit(context, site).open(KINDS["treatment"])
    edges = []

    for term in page.locator("main .term").all()[:5]:
        term.click()
        box = page.locator(".note:popover-open").bounding_box()
        assert box is not None
        edges += [box["x"], width - box["x"] - box["width"]]
        page.keyboard.press("Escape")

    assert len(edges) == 10
    assert min(edges) >= 16
    context.close()


def test_the_page_for_lost_visitors_is_styled_wherever_it_stands(browser: Browser, site: Path, tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "404.html"
    deep.parent.mkdir(parents=True)
    deep.write_bytes((site / "404.html").read_bytes())
    page = browser.new_page()

    page.goto(deep.as_uri())

    assert page.locator("main").evaluate("one => getComputedStyle(one).paddingBlockStart") == "16px"
    page.close()


def test_from_a_disk_the_page_for_lost_visitors_leads_to_the_guide_beside_it(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "404.html").as_uri())

    page.get_by_role("region", name="On this device").wait_for()  # the script is here
    page.get_by_role("link", name="Go to the first page").click()

    assert page.url == (site / "index.html").as_uri()
    page.close()


@pytest.mark.parametrize("folder", ["", "guide/", "a/guide/"])
def test_a_lost_visitor_finds_all_of_a_guide_that_lies_deeper_on_its_host(
    folder: str, browser: Browser, site: Path
) -> None:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    top = f"https://host.example/{folder}"
    missing: list[str] = []

    def answer(route: Route) -> None:
        file = site / route.request.url.removeprefix(top)
        is_there = route.request.url.startswith(top) and file.is_file()
        body = (file if is_there else site / "404.html").read_bytes()
        sort = guess_type(file)[0] if is_there else "text/html"
        if not is_there and route.request.method == "GET":  # the guide is looked for by asking for heads alone
            missing.append(route.request.url)
        route.fulfill(
            status=200 if is_there else 404, body=body, headers=published_headers(site) | {"Content-Type": str(sort)}
        )

    context.route("**/*", answer)
    page = context.new_page()
    page.goto(f"{top}living/gone/for/good.html")

    page.get_by_role("region", name="On this device").get_by_text("Dark", exact=True).click()

    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert missing == [f"{top}living/gone/for/good.html"]

    page.get_by_role("main").locator(f'a[href="/{folder}living/index.html"]').click()

    assert page.url == f"{top}living/index.html"
    context.close()


def test_the_first_screen_of_a_phone_tells_what_this_is_and_where_to_start(visit: Visit) -> None:
    page = visit.open("index.html")

    ways = page.locator(".paths").first.get_by_role("link").all()
    boxes = [one.bounding_box() for one in ways[:4]]

    assert len(boxes) == 4
    assert all(box and box["y"] + box["height"] <= PHONE["height"] for box in boxes)
    assert page.get_by_role("heading", level=1).bounding_box()


def test_the_first_screen_of_a_phone_tells_whom_to_call_and_when(visit: Visit) -> None:
    site = real_edition().site
    page = visit.open(str(site.pages[PurePosixPath(site.settings.landmarks.urgent_help)].address))

    number = page.get_by_role("main").locator('a[href^="tel:"]').first.bounding_box()
    signs = page.locator(".care-card").first.get_by_role("listitem").first.bounding_box()

    assert number
    assert signs
    assert number["y"] + number["height"] < signs["y"] < PHONE["height"]
