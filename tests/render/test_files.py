import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.render.sites import (
    HERE,
    TODAY,
    condition,
    finding,
    heading,
    html,
    page,
    paragraph,
    prose,
    rendered,
    said,
    site,
    source,
)

from crpsguide.model import Change, Organisation, Page, PageType, PlainFrontMatter, Section, TreatmentFrontMatter, Use
from crpsguide.render.templates import policy_hash

PROGRAMS = {
    *(
        "scripts.js",
        "tools.js",
        "offline.js",
        "service-worker.js",
        "search/engine.js",
        "search/index.js",
        "search/page.js",
    ),
    *("claims/checker.js", "claims/keywords.js", "icon.svg", "manifest.webmanifest", "whole-guide.json"),
}
BASE = "https://example.org/guide"
CHANGE = Change(id="first", place=HERE, title="First", date=TODAY, text=("One.", "Two."))


def plain(name: str, **fields: Any) -> Page:
    return page(name=name, front_matter=PlainFrontMatter(**{"title": name} | fields))


def json_ld(file: str) -> list[dict[str, Any]]:
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', file, re.DOTALL)
    things: list[dict[str, Any]] = json.loads(script)["@graph"]
    return things


class Ids(HTMLParser):
    """Collects the ids and the links within a file."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(file)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value and value.startswith("#"):
                self.targets.append(value[1:])
            if name in ("popovertarget", "aria-labelledby") and value:
                self.targets.append(value)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """A site with a bit of everything, published nowhere yet."""
    text = paragraph("It rained", "a#x")
    return rendered(
        site(
            page(prose(*text), passages=(said("It rained.", "a#x"),)),
            plain("index.md"),
            sources={"a": source("a", finding("a#x")), "b": source("b", use=Use.LEAD)},
            organisations={
                "org": Organisation(
                    id="org", place=HERE, name="Org", kind="c", country="C", stated_by=(), last_seen="2020"
                )
            },
            changes=(CHANGE,),
        )
    )


def test_every_page_source_and_organisation_has_a_file(files: dict[str, str]) -> None:
    assert sorted(set(files) - PROGRAMS) == [
        "404.html",
        "_headers",
        "about/index.html",
        "about/page.html",
        "all.css",
        "changes.html",
        "charts.css",
        "clinics/org.html",
        "evidence.json",
        "evidence.schema.json",
        "evidence/a.html",
        "evidence/index.html",
        "evidence/kinds/randomised-trial.html",
        "index.html",
        "lists.css",
        "offline.html",
        "pictures.css",
        "robots.txt",
        "search/index.html",
        "styles.css",
        "tools.css",
    ]


def test_ids_are_unique_and_links_within_a_file_lead_somewhere(files: dict[str, str]) -> None:
    found = {name: Ids(file) for name, file in files.items() if name.endswith(".html")}

    assert {name: one.ids for name, one in found.items() if len(one.ids) != len(set(one.ids))} == {}
    assert {name: set(one.targets) - set(one.ids) for name, one in found.items()} == {name: set() for name in found}


def test_the_same_site_gives_the_same_bytes() -> None:
    guide = site(page(), plain("index.md"), changes=(CHANGE,))

    assert list(rendered(guide, BASE).items()) == list(rendered(guide, BASE).items())


def test_without_a_published_address_nothing_full_is_written(files: dict[str, str]) -> None:
    assert not {"sitemap.xml", "feed.xml"} & files.keys()
    assert "canonical" not in files["about/page.html"]
    assert 'href="/about/index.html"' in files["404.html"]


def test_with_a_published_address_machines_are_told_it() -> None:
    files = rendered(site(page(), plain("index.md"), changes=(CHANGE,)), BASE)

    assert f'<link rel="canonical" href="{BASE}/about/page.html">' in files["about/page.html"]
    assert f"Sitemap: {BASE}/sitemap.xml" in files["robots.txt"]
    assert f'href="{BASE}/about/' in files["404.html"]


def test_the_page_for_lost_visitors_carries_its_style_and_the_policy_names_it(files: dict[str, str]) -> None:
    [style] = re.findall("<style>(.*?)</style>", files["404.html"], re.DOTALL)

    assert style == files["styles.css"]
    assert f"style-src 'self' '{policy_hash(style)}';" in files["_headers"]
    assert 'rel="stylesheet"' not in files["404.html"]


def test_the_sitemap_dates_pages_by_the_day_their_evidence_was_checked() -> None:
    files = rendered(site(page(), plain("index.md", redirect_from=("old",))), BASE)

    urls = {url[0].text: [one.text for one in url[1:]] for url in ElementTree.fromstring(files["sitemap.xml"])}

    assert urls == {
        f"{BASE}/": [],
        f"{BASE}/about/": [],
        f"{BASE}/about/page.html": ["2026-11-20"],
        f"{BASE}/search/": [],
    }


def test_the_feed_tells_the_changes_newest_first() -> None:
    older = Change(id="older", place=HERE, title="A & B", date=TODAY.replace(year=2025), text=())

    feed = ElementTree.fromstring(rendered(site(changes=(older, CHANGE)), BASE)["feed.xml"])

    space = "{http://www.w3.org/2005/Atom}"
    assert [one.findtext(f"{space}title") for one in feed.iter(f"{space}entry")] == ["First", "A & B"]
    assert feed.findtext(f"{space}updated") == "2026-11-21T00:00:00Z"


def test_an_old_address_leads_to_the_page() -> None:
    files = rendered(site(page(front_matter=condition(redirect_from=("old/rain/",)))))

    assert '<meta http-equiv="refresh" content="0; url=../../about/page.html">' in files["old/rain/index.html"]


def test_an_old_address_where_a_page_stands_now_is_that_page() -> None:
    files = rendered(site(page(front_matter=condition(redirect_from=("index",))), plain("index.md")))

    assert "refresh" not in files["index.html"]


def test_a_folder_without_a_first_page_gets_a_list_of_its_pages() -> None:
    files = rendered(site(plain("notes/rain.md"), settings={"sections": ()}))

    assert '<a class="rows__link" href="notes/rain.html">notes/rain.md</a>' in files["index.html"]


def test_an_editors_own_list_of_a_part_is_kept() -> None:
    files = rendered(site(plain("about/index.md", title="Mine"), plain("about/rain.md")))

    assert "<h1>Mine</h1>" in files["about/index.html"]


@pytest.mark.parametrize(
    ("count", "is_folded"),
    [pytest.param(3, False, id="a short list is open"), pytest.param(4, True, id="a long list is folded")],
)
def test_the_list_of_sources_of_a_page(count: int, is_folded: bool) -> None:
    ids = [f"s{number}" for number in range(count)]
    sources = {id: source(id, finding(f"{id}#x")) for id in ids}

    file = rendered(site(page(prose(*paragraph("It rained", *ids))), sources=sources))["about/page.html"]

    summary = f"<summary>See all {count} sources</summary>"
    assert (f'<h2 id="_sources">Sources</h2>\n<details>\n{summary}\n<ol class="references__list">' in file) is is_folded
    assert [f'<li id="source-{number}">' in file for number in range(1, count + 1)] == [True] * count


def test_a_page_that_stands_next_is_told_once() -> None:
    here = page(name="about/a.md", front_matter=condition(title="a", related=("b.md", "../start/c.md")))
    others = [plain("about/b.md"), plain("start/c.md")]

    file = rendered(site(here, *others))["about/a.html"]

    assert [file.count(f'href="{way}"') for way in ("b.html", "../start/c.html")] == [1, 1]


def test_the_page_of_a_source_quotes_what_rests_on_each_finding(files: dict[str, str]) -> None:
    assert '<a class="rows__link" href="../about/page.html#mark-1">“It rained.”</a>' in files["evidence/a.html"]
    assert 'id="mark-1"' in files["about/page.html"]


def test_sources_of_one_name_have_pages_of_two_titles() -> None:
    files = rendered(site(page(), sources={id: source(id, finding(f"{id}#x")) for id in "ab"}))

    titles = [re.findall(r"<(?:title|h1)>(.*?)</", files[f"evidence/{id}.html"]) for id in "ab"]

    assert titles == [
        ["Smith and others, 2020: The title of a – The guide", "Smith and others, 2020: The title of a"],
        ["Smith and others, 2020: The title of b – The guide", "Smith and others, 2020: The title of b"],
    ]
    assert files["evidence/a.html"].count('<p class="source__record">“') == 0  # the title is not told twice


def test_the_list_of_sources_says_how_many_are_kept_back(files: dict[str, str]) -> None:
    assert "1 more source is kept back." in files["evidence/index.html"]
    assert "evidence/b.html" not in files


def test_no_page_looks_reviewed_to_a_machine(files: dict[str, str]) -> None:
    [web_page, *_] = json_ld(files["about/page.html"])

    assert web_page["@type"] == "MedicalWebPage"
    assert web_page["dateModified"] == "2026-11-20"
    assert not {"lastReviewed", "reviewedBy"} & web_page.keys()


def test_machines_are_told_the_sources_and_the_trail(files: dict[str, str]) -> None:
    work, _ = json_ld(files["evidence/a.html"])
    _, trail = json_ld(files["about/page.html"])

    assert work["url"] == "https://doi.org/10.1000/1"
    assert [one["name"] for one in trail["itemListElement"]] == ["Home", "About it", "What it is"]


def test_what_looks_like_a_template_is_shown_as_it_was_typed() -> None:
    title = "{{ 7 * 7 }} {% include 'base.html' %} {# gone #}"

    file = rendered(site(page(front_matter=condition(title=title))))["about/page.html"]

    shown = re.findall(r"<(?:h1|title)\b[^>]*>(.*?)</", file, re.DOTALL)
    assert len(shown) > 1
    assert [one for one in shown if title not in unescape(one)] == []


def test_structured_data_cannot_leave_its_script() -> None:
    title = "</script><script>alert(1)</script>"

    file = rendered(site(page(front_matter=condition(title=title))))["about/page.html"]

    assert json_ld(file)[0]["name"] == title
    assert "<script>alert" not in file


def test_condition_pages_name_the_condition_and_its_other_names() -> None:
    settings = {"subject": "Rain", "subject_names": ("drizzle",)}

    file = rendered(site(page(front_matter=condition(other_names=("mizzle",))), settings=settings))["about/page.html"]

    assert json_ld(file)[1] == {
        "@type": "MedicalCondition",
        "name": "Rain",
        "alternateName": ["drizzle", "mizzle"],
    }


def test_questions_are_told_with_the_places_of_their_answers() -> None:
    facts = condition()
    faq = TreatmentFrontMatter(
        type=PageType.FAQ,
        title="Questions",
        summary=facts.summary,
        purpose=facts.purpose,
        audience=facts.audience,
        checked=facts.checked,
        next_check=facts.next_check,
        changed=facts.changed,
    )
    answer = prose(*html("<p>Yes.</p>"))
    asked = page(
        front_matter=faq,
        sections=(
            Section(heading("Does it rain?")),
            Section(heading("In Cork", 3), (answer, answer)),
            Section(heading("Why?")),
        ),
    )

    things = json_ld(rendered(site(asked))["about/page.html"])

    assert things[1]["mainEntity"] == [
        {
            "@type": "Question",
            "name": "Does it rain?",
            "acceptedAnswer": {"@type": "Answer", "url": "#does-it-rain?"},
        }
    ]


def test_headers_forbid_other_hosts_and_what_stands_in_pages_but_two_scripts_and_a_style(
    files: dict[str, str],
) -> None:
    [script] = re.findall(r"<script>(.*?)</script>", files["index.html"], re.DOTALL)
    [same, lost] = re.findall(r"<script>(.*?)</script>", files["404.html"], re.DOTALL)

    assert (
        f"default-src 'none'; style-src 'self' '{policy_hash(files['styles.css'])}'; img-src 'self' data:; "
        f"script-src 'self' '{policy_hash(script)}' '{policy_hash(lost)}'; "
    ) in files["_headers"]
    assert same == script
    [policy] = re.findall("Content-Security-Policy: (.*)", files["_headers"])
    assert policy.split("; ")[4:] == [
        *("connect-src 'self'", "manifest-src 'self'", "worker-src 'self'"),
        *("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"),
    ]
    assert set(re.findall(r"<script>(.*?)</script>", "".join(files.values()), re.DOTALL)) == {script, lost}


def test_headers_keep_a_reader_to_themselves_and_what_was_read_new(files: dict[str, str]) -> None:
    told = dict(re.findall(r"^  ([\w-]+): (.*)$", files["_headers"], re.MULTILINE))

    assert told.pop("Content-Security-Policy")
    assert told == {
        "Cache-Control": "no-cache",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=63072000",  # two years
        "X-Content-Type-Options": "nosniff",
    }


def test_the_page_for_lost_visitors_looks_for_no_place_that_it_was_told() -> None:
    files = rendered(site(page(), plain("index.md")), BASE)

    assert files["404.html"].count("<script>") == 1


def test_no_file_carries_a_handler_or_a_style_of_its_own_but_the_one_for_lost_visitors(files: dict[str, str]) -> None:
    pages = {name: file for name, file in files.items() if name.endswith(".html")}

    assert [name for name, file in pages.items() if re.search(r"\sstyle=|\son\w+=", file)] == []
    assert [name for name, file in pages.items() if "<style" in file] == ["404.html"]


def test_every_file_that_a_device_may_keep_is_there(files: dict[str, str]) -> None:
    whole = json.loads(files["whole-guide.json"])

    assert {"index.html", "styles.css", "search/index.js", "icon-192.png", "offline.html"} <= {*whole["files"]}
    assert {*whole["files"]} - files.keys() == {"icon-192.png", "icon-512.png"}  # not text
    assert not {"_headers", "evidence.json", "service-worker.js"} & {*whole["files"]}
    assert whole["bytes"] > sum(len(files[name].encode()) for name in whole["files"] if name in files)


def test_a_page_in_a_deep_folder_reaches_the_styles() -> None:
    files = rendered(site(plain("a/b/c.md")))

    assert PurePosixPath("a/b/c.html").as_posix() in files
    assert 'href="../../styles.css"' in files["a/b/c.html"]
