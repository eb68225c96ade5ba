"""A clinic's words are held against the claims that we checked, on the device alone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser
from tests.browser.visit import PHONE, Visit
from tests.real_guide import ROOT

from crpsguide.installed import builtin_templates
from crpsguide.model import HeardClaim, Site
from crpsguide.publish import publish_files
from crpsguide.read import read_site
from crpsguide.render.addresses import CLAIM_CHECKER, CLAIM_KEYWORDS, SCRIPTS, SEARCH_ENGINE, SEARCH_INDEX
from crpsguide.render.claims import claim_keywords
from crpsguide.render.scripts import programs
from crpsguide.render.search import search_index
from crpsguide.render.templates import Templates

CHECKER = "examples/claim-checker.html"
USED = (
    SEARCH_ENGINE,
    SEARCH_INDEX,
    CLAIM_KEYWORDS,
    CLAIM_CHECKER,
)  # what the checker asks for when somebody begins to use it
CASES: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "cases/clinic-words.yaml").read_text("utf-8"))


@cache
def real_site() -> Site:
    return read_site(ROOT)


@pytest.fixture
def visit(browser: Browser, small_site: Path) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield Visit(context, small_site)
    context.close()


@pytest.fixture(scope="module")
def checker(browser: Browser, small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """The checker of the small guide, filled with the claims, the search and the words of the real one."""
    claims = [one for one in real_site().claims.values() if one.is_published]
    head = f'<script src="../{SCRIPTS}" defer></script>'
    form = (
        f'<form class="claim-checker__form" data-scripts="{" ".join(map(str, USED))}">'
        "<label>Words <textarea></textarea></label><button>Compare</button></form>"
        '<p class="claim-checker__status"></p><ol class="claim-checker__found"></ol>'
    )
    entries = f'<ul class="rows">{"".join(map(_entry, claims))}</ul>'
    page = f'<html lang="en-GB"><meta name="color-scheme">{head}<div class="claim-checker">{form}{entries}</div></html>'
    files = dict(programs(Templates([builtin_templates()]))) | {
        SEARCH_INDEX: search_index(real_site()),
        CLAIM_KEYWORDS: claim_keywords(real_site()),
    }
    folder = tmp_path_factory.mktemp("checker")
    site = publish_files(files, (), folder / "site", guide=folder).folder
    (site / "tools").mkdir()
    (site / "tools/checker.html").write_text(page, encoding="utf-8")
    (site / "_headers").write_bytes((small_site / "_headers").read_bytes())
    context = browser.new_context(service_workers="block")
    visit = Visit(context, site)
    visit.open("tools/checker.html").get_by_role("button", name="Compare").click()
    visit.page.get_by_text("There is nothing to compare yet").wait_for()
    yield visit
    context.close()


def _entry(claim: HeardClaim) -> str:
    link = f'<a href="../claims/{claim.id}.html"></a>'
    return f'<li class="claim" data-id="{claim.id}">{link}<span>{escape(claim.claim)}</span></li>'


def _compare(checker: Visit, words: str) -> list[str | None]:
    checker.page.get_by_label("Words").fill(words)
    checker.page.get_by_role("button", name="Compare").click()
    return [one.get_attribute("data-id") for one in checker.page.locator(".claim-checker__found .claim").all()]


@pytest.mark.parametrize(("words", "right"), [pytest.param(*one, id=one[0]) for one in CASES["claims"].items()])
def test_what_a_clinic_says_is_held_against_the_claim_like_it(words: str, right: Sequence[str], checker: Visit) -> None:
    assert {*_compare(checker, words)} & {*right}


@pytest.mark.parametrize("words", CASES["nothing"])
def test_what_claims_nothing_is_held_against_nothing(words: str, checker: Visit) -> None:
    assert _compare(checker, words) == []
    assert "That makes it neither true nor false" in checker.page.locator(".claim-checker__status").inner_text()


def test_of_long_sentences_most_find_their_claim_among_the_first_three(checker: Visit) -> None:
    missed = {
        words: found for words, right in CASES["long"].items() if not {*(found := _compare(checker, words))} & {*right}
    }

    assert len(missed) <= len(CASES["long"]) / 5, missed


def test_long_sentences_that_claim_nothing_seldom_find_any(checker: Visit) -> None:
    found = {words: ids for words in CASES["long_nothing"] if (ids := _compare(checker, words))}

    assert len(found) <= len(CASES["long_nothing"]) / 10, found


def test_a_whole_page_is_taken_sentence_by_sentence(checker: Visit) -> None:
    words = "\n".join([*CASES["claims"], *CASES["nothing"]])

    found = _compare(checker, words)

    assert all({*found} & {*right} for right in CASES["claims"].values())
    assert checker.page.locator(".claim-checker__sentence").count() == len(CASES["claims"])


def test_words_are_compared_on_the_device_and_the_verdict_comes_with_what_is_true(visit: Visit) -> None:
    page = visit.open(CHECKER)
    visit.asked.clear()

    page.get_by_label("What does the clinic say?").fill(
        "A week of walking cures your cold feet for ever!\nOpen on Monday."
    )
    page.get_by_role("button", name="Compare").click()

    page.get_by_text("Sentences like a claim that we checked: 1 of 2.").wait_for()
    found = page.locator(".claim-checker__found .rows > li")
    assert page.get_by_text("Like it, and checked by us:").is_visible()
    assert found.get_by_role("link").first.get_attribute("href") == "../claims/walking-cures.html"
    assert (visit.asked, visit.complaints) == ([*map(str, USED)], [])
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_words_of_a_stranger_stay_words(visit: Visit) -> None:
    page = visit.open(CHECKER)

    page.get_by_label("What does the clinic say?").fill("Walking <img src=x> cures cold feet.")
    page.get_by_role("button", name="Compare").click()
    page.locator(".claim-checker__found blockquote").wait_for()

    assert page.locator(".claim-checker__found img").count() == 0
    assert page.get_by_text("Walking <img src=x> cures").last.is_visible()
    assert visit.complaints == []


def test_without_scripts_there_are_the_claims_by_topic(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Visit(context, small_site).open(CHECKER)

    assert not page.get_by_role("button", name="Compare").is_visible()
    assert page.locator(".claim-checker .rows > li").count() > 1
    context.close()
