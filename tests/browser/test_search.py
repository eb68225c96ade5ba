"""The search finds what readers look for, however they spell it, and tells nobody what that was."""

import math
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import pytest
import yaml
from playwright.sync_api import Browser, Page
from tests.browser.visit import PHONE, Visit, served
from tests.real_guide import ROOT

from crpsguide.installed import builtin_templates
from crpsguide.read import read_site
from crpsguide.render.addresses import SEARCH_ENGINE, SEARCH_PAGE
from crpsguide.render.scripts import programs
from crpsguide.render.search import search_index
from crpsguide.render.templates import Templates

CASES = Path(__file__).parent / "cases"
SCRIPTS = builtin_templates() / "scripts"
FIRST = 3  # results that a reader on a phone sees before scrolling far
MOST_BYTES = 25_000  # of all that the search page loads beyond other pages, compressed
MOST_BYTES_ON_A_PAGE = 6_000  # of the scripts of any other page, compressed
FIND = """(queries) => { const guide = new GuideSearch(SEARCH_INDEX); return Object.fromEntries(queries.map((query) =>
    [query, guide.find(query).slice(0, 3).map(({ href }) => href.replace(/#.*/, ""))])) }"""
UNKNOWN = """(typed) => typed.map((query) => new Finder([[["take", 1]]]).unknown(query))"""
# Two texts, of which the second alone holds the word that is meant.
LIKELIEST = """([typed, meant, other]) => new Finder([[[other, 1]], [[meant, 1]]]).find(typed)[0].at"""
ASK_PAGEFIND = """async (queries) => { const pagefind = await import("/pagefind/pagefind.js"); const found = {};
    for (const query of queries) {
        const { results } = await pagefind.search(query);
        const first = await Promise.all(results.slice(0, 3).map((one) => one.data()));
        found[query] = first.map((one) => one.raw_url.replace(/^\\//, ""));
    }
    return found; }"""

Found = Mapping[str, Sequence[str]]


@cache
def searches() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The right pages of each query, by the sort of query."""
    cases: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load((CASES / "searches.yaml").read_text("utf-8"))
    return cases


@cache
def real_index() -> str:
    """The index of the guide of this repository."""
    return search_index(read_site(ROOT)).decode()


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """A page that holds the engine and the index of the real guide, and nothing else."""
    page = browser.new_page()
    page.add_script_tag(content=(SCRIPTS / "search-engine.js").read_text("utf-8"))
    page.add_script_tag(content=real_index())
    yield page
    page.close()


@pytest.fixture(scope="module")
def found(engine: Page) -> Found:
    """The first pages that our search gives for each query."""
    answers: Found = engine.evaluate(FIND, [query for cases in searches().values() for query in cases])
    return answers


@pytest.mark.parametrize(
    ("query", "right"), [pytest.param(*one, id=one[0]) for cases in searches().values() for one in cases.items()]
)
def test_a_search_leads_to_the_right_page(query: str, right: Sequence[str], found: Found) -> None:
    assert {*found[query]} & {*right}


def test_it_finds_what_pagefind_finds(found: Found, browser: Browser, site: Path, tmp_path: Path) -> None:
    queries = {query: right for cases in searches().values() for query, right in cases.items()}
    theirs = _ask_pagefind([*queries], browser, _written_pages(site, tmp_path))

    missed = [
        query for query, right in queries.items() if {*theirs[query]} & {*right} and not {*found[query]} & {*right}
    ]
    ours_hit = sum(bool({*found[query]} & {*right}) for query, right in queries.items())
    theirs_hit = sum(bool({*theirs[query]} & {*right}) for query, right in queries.items())
    assert missed == []
    assert 0 < theirs_hit <= ours_hit


def _written_pages(site: Path, folder: Path) -> Path:
    """A site of the pages that editors wrote alone: our search leads to no others, so theirs may not either."""
    for page in read_site(ROOT).pages.values():
        target = folder / page.address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / page.address, target)
    return folder


def _ask_pagefind(queries: list[str], browser: Browser, site: Path) -> Found:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "main"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (site / "_headers").write_text("", encoding="utf-8")  # it needs more than our policy allows
    (site / "blank.html").write_text("<!doctype html><title>Blank</title>", encoding="utf-8")
    with served(site) as home:
        page = browser.new_page()
        page.goto(f"{home}blank.html")
        answers: Found = page.evaluate(ASK_PAGEFIND, queries)
        page.close()
    return answers


def test_words_that_only_hold_a_sentence_together_find_nothing_beside_an_unknown_one(engine: Page) -> None:
    assert engine.evaluate(FIND, ["how do i xylophone"]) == {"how do i xylophone": []}
    assert engine.evaluate(FIND, ["what is it"]) != {"what is it": []}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stimulators", "stimulation"),
        ("desensitisation", "desensitization"),
        ("infusions", "infusion"),
        ("stopped", "stopping"),
        ("diagnosis", "diagnosed"),
        ("surgeries", "surgery"),
        ("colour", "colors"),
    ],
)
def test_endings_and_spellings_of_a_word_are_one(one: str, other: str, engine: Page) -> None:
    assert engine.evaluate("([one, other]) => stem(one) === stem(other)", [one, other])


@pytest.mark.parametrize(
    ("one", "other"), [("nerve", "never"), ("bone", "born"), ("pain", "paint"), ("rest", "restore")]
)
def test_other_words_stay_apart(one: str, other: str, engine: Page) -> None:
    assert engine.evaluate("([one, other]) => stem(one) !== stem(other)", [one, other])


def test_a_small_word_that_is_denied_is_small(engine: Page) -> None:
    denied = ["isn't", "haven’t", "couldn't", "bent", "want"]

    assert engine.evaluate("(words) => words.filter((one) => wordsOf(one).some(isStopWord))", denied) == denied[:3]


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        pytest.param("ketamin", "ketamine", 1, id="one left out"),
        pytest.param("reginoal", "regional", 1, id="two swapped"),
        pytest.param("kettamin", "ketamine", 2, id="two slips"),
        pytest.param("pain", "pain", 0, id="none"),
        pytest.param("pain", "bladder", math.inf, id="more than asked for"),
    ],
)
def test_slips_are_counted(typed: str, meant: str, count: float, engine: Page) -> None:
    assert engine.evaluate("([typed, meant]) => editDistance(typed, meant, 2)", [typed, meant]) == count


def test_a_short_word_that_is_nowhere_is_no_other_word_with_another_first_letter(engine: Page) -> None:
    assert engine.evaluate(UNKNOWN, ["bake", "take", "takee"]) == [["bake"], [], []]


@pytest.mark.parametrize("word", ["realy", "wich", "becuase", "waht"])
def test_a_misspelt_word_that_only_holds_a_sentence_together_is_no_other_word(word: str, engine: Page) -> None:
    find = """(word) => new Finder([["real", "witch", "cause", "what", "water"].map((one) => [one, 1])]).find(word)"""

    assert engine.evaluate(find, word) == []
    assert engine.evaluate(UNKNOWN, [word]) == [[]]


@pytest.mark.parametrize(
    ("typed", "meant", "other"),
    [
        pytest.param("pian", "pain", "plan", id="two letters swapped before one changed"),
        pytest.param("fone", "phone", "tone", id="as it is heard"),
        pytest.param("operashun", "operation", "oppression", id="an ending as it is heard"),
        pytest.param("tuches", "touch", "church", id="another ending too"),
        pytest.param("mad", "mad", "made", id="no word that only holds a sentence together"),
    ],
)
def test_a_slip_leads_to_the_likeliest_word(typed: str, meant: str, other: str, engine: Page) -> None:
    assert engine.evaluate(LIKELIEST, [typed, meant, other]) == 1


def test_who_holds_one_word_of_a_phrase_does_not_hold_the_phrase(engine: Page) -> None:
    share = """() => Object.fromEntries(new Finder([[["bone medicine", 1]], [["medicine", 1]]],
        [["bone medicine", "pamidronate"]]).find("pamidronate").map(({ at, share }) => [at, share]))"""

    assert engine.evaluate(share) == {"0": 1, "1": 1 / 2}


def test_thoughts_of_suicide_are_heard_and_everyday_words_like_them_are_not(engine: Page) -> None:
    heard = engine.evaluate(FIND, ["better off without medicine", "trigger point", "hurt my wrist at work"])

    assert not [page for pages in heard.values() for page in pages if page == "start/urgent-help.html"]


@pytest.mark.parametrize("query", ["", "   ", "?!", "zzzzzzzzz", "💊", "\\", "(", "a".ljust(3000, "a")])
def test_any_text_is_an_answerable_query(query: str, engine: Page) -> None:
    assert engine.evaluate("(query) => new GuideSearch(SEARCH_INDEX).find(query)", query) == []


def test_a_guide_without_pages_words_and_synonyms_finds_nothing(engine: Page) -> None:
    index: dict[str, Any] = {"pages": [], "glossary": "", "terms": [], "same": []}

    assert engine.evaluate("(index) => new GuideSearch(index).find('pain')", index) == []


def test_script_and_index_are_small() -> None:
    scripts = dict(programs(Templates([builtin_templates()])))
    loaded = [real_index().encode(), scripts[SEARCH_ENGINE], scripts[SEARCH_PAGE]]

    assert sum(len(brotli.compress(one)) for one in loaded) <= MOST_BYTES


def test_the_scripts_of_a_page_are_small(small_site: Path) -> None:
    sizes = {one.name: len(brotli.compress(one.read_bytes())) for one in small_site.glob("*.js")}

    assert {"scripts.js", "tools.js", "offline.js"} < {*sizes}
    assert max(sizes.values()) <= MOST_BYTES_ON_A_PAGE, sizes


def test_the_service_worker_is_small(small_site: Path) -> None:
    assert len((small_site / "service-worker.js").read_bytes()) <= 1_500


# The page


@pytest.fixture
def visit(browser: Browser, small_site: Path) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield Visit(context, small_site)
    context.close()


def test_what_is_typed_is_found_and_stays_here(visit: Visit) -> None:
    page = visit.open("search/index.html")
    visit.asked.clear()

    page.get_by_label("What are you looking for?").press_sequentially("waking for cold feat")
    page.get_by_role("status").filter(has_text="for “waking for cold feat”").wait_for()

    assert page.locator(".search__title").first.inner_text() == "Walking for cold feet"
    assert (visit.asked, visit.complaints) == (["search/engine.js", "search/index.js", "search/page.js"], [])
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    assert page.url.endswith("/search/index.html")


def test_a_search_can_be_done_with_keys_alone(visit: Visit) -> None:
    page = visit.open("search/index.html")
    page.get_by_label("What are you looking for?").focus()

    page.keyboard.type("harms of walking")
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="for “harms of walking”").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.get_by_role("heading", level=1, name="Walking for cold feet").wait_for()
    assert visit.complaints == []


def test_the_way_back_leads_to_the_results(visit: Visit) -> None:
    page = visit.open("search/index.html")
    page.get_by_label("What are you looking for?").fill("walking")
    page.keyboard.press("Enter")
    page.locator(".search__title").first.click()

    page.go_back()

    page.get_by_role("status").filter(has_text="for “walking”").wait_for()
    assert page.get_by_label("What are you looking for?").input_value() == "walking"
    assert page.locator(".search__result").count() > 0


def test_a_result_names_page_section_and_what_it_is_about(visit: Visit) -> None:
    page = visit.open("search/index.html")
    page.get_by_label("What are you looking for?").fill("harms of walking")
    page.keyboard.press("Enter")

    first = page.locator(".search__result").first
    assert first.locator(".search__title").inner_text() == "Walking for cold feet"
    assert first.locator(".search__line").inner_text().startswith("What walking may do for cold feet")
    first.get_by_role("link", name="Harms").click()
    assert page.url.endswith("about/cold-feet.html#harms")


def test_when_nothing_is_found_the_next_steps_are_told(visit: Visit) -> None:
    page = visit.open("search/index.html")

    page.get_by_label("What are you looking for?").fill("xylophone")
    page.keyboard.press("Enter")

    page.get_by_role("status").filter(has_text="Nothing found for “xylophone”").wait_for()
    assert page.get_by_text("Use fewer words").is_visible()
    assert page.get_by_role("main").get_by_role("link", name="urgent help", exact=True).is_visible()


def test_a_word_of_which_the_guide_says_nothing_is_told(visit: Visit) -> None:
    page = visit.open("search/index.html")

    page.get_by_label("What are you looking for?").fill("a xylophone for cold feat")
    page.keyboard.press("Enter")

    page.get_by_role("status").filter(has_text="We found nothing on “xylophone”.").wait_for()
    assert page.locator(".search__title").first.inner_text() == "Cold feet, in easy words"


def test_typed_markup_stays_words(visit: Visit) -> None:
    page = visit.open("search/index.html")

    page.get_by_label("What are you looking for?").fill("<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")

    page.get_by_role("status").filter(has_text="<img src=x onerror=alert(1)>").wait_for()
    assert page.locator("main img").count() == 0
    assert visit.complaints == []


def test_without_scripts_there_is_the_a_to_z(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = Visit(context, small_site).open("search/index.html")

    assert not page.get_by_label("What are you looking for?").is_visible()
    assert page.get_by_text("The search needs scripts").is_visible()
    page.get_by_role("main").get_by_role("link", name="Walking for cold feet").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Walking for cold feet"
    context.close()


def test_the_search_works_from_the_disk(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto((small_site / "index.html").as_uri())

    page.get_by_role("link", name="Search").click()
    page.get_by_label("What are you looking for?").fill("cold feet")
    page.keyboard.press("Enter")
    page.locator(".search__title", has_text="Walking for cold feet").click()

    assert page.url == (small_site / "about/cold-feet.html").as_uri()
    context.close()
