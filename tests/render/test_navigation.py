from pathlib import PurePosixPath
from typing import Any

from tests.render.sites import condition, easy, page, rendered, site, tool

from crpsguide.model import NavSection, Page
from crpsguide.render.navigation import crumbs, easy_page, full_page, neighbours, parts, related_pages, steps_around


def titled(name: str, title: str, order: int = 1000, **fields: Any) -> Page:
    return page(name=name, front_matter=condition(title=title, order=order, **fields))


def test_pages_of_a_part_stand_by_order_then_title() -> None:
    guide = site(titled("about/a.md", "Zebra", 1), titled("about/b.md", "Bear", 2), titled("about/c.md", "Ant", 2))

    [part] = parts(guide)

    assert [one.title for one in part.pages] == ["Zebra", "Ant", "Bear"]


def test_a_part_without_pages_is_left_out() -> None:
    sections = (NavSection(folder="about", title="About"), NavSection(folder="empty", title="Empty"))

    found = parts(site(titled("about/a.md", "A"), settings={"sections": sections}))

    assert [part.section.folder for part in found] == ["about"]


def test_the_page_that_introduces_a_part_is_not_listed_in_it() -> None:
    index = titled("about/index.md", "About")

    [part] = parts(site(index, titled("about/a.md", "A")))

    assert (part.own_index, [one.title for one in part.pages]) == (index, ["A"])


def test_the_trail_goes_through_the_part() -> None:
    guide = site(titled("about/a.md", "A"))

    trail = crumbs(guide, "A", PurePosixPath("about/a.html"))

    assert [(one.title, str(one.address)) for one in trail] == [
        ("Home", "index.html"),
        ("About it", "about/index.html"),
        ("A", "about/a.html"),
    ]


def test_the_first_page_has_no_trail() -> None:
    assert crumbs(site(), "Home", PurePosixPath("index.html")) == ()


def test_neighbours_are_the_pages_before_and_after_in_the_part() -> None:
    first, middle, last = (titled(f"about/{n}.md", str(n), n) for n in (1, 2, 3))

    guide = site(first, middle, last)

    assert neighbours(guide, first) == (None, middle)
    assert neighbours(guide, middle) == (first, last)
    assert neighbours(guide, last) == (middle, None)


def test_related_pages_may_be_named_from_the_page_or_from_the_top() -> None:
    asking = titled("about/a.md", "A", related=("b.md", "../tools/c.md", "tools/d.md", "gone.md", "a.md"))
    others = [titled(name, name) for name in ("about/b.md", "tools/c.md", "tools/d.md")]

    found = related_pages(site(asking, *others), asking)

    assert [one.title for one in found] == ["about/b.md", "tools/c.md", "tools/d.md"]


def test_a_page_and_its_twin_in_easy_words_know_each_other() -> None:
    whole, other = titled("about/a.md", "A"), titled("about/b.md", "B")
    twin = page(name="easy/a.md", front_matter=easy(full="../about/a.md"))
    guide = site(whole, other, twin)

    assert (easy_page(guide, whole), full_page(guide, twin)) == (twin, whole)
    assert (easy_page(guide, other), full_page(guide, whole)) == (None, None)


def test_a_page_in_easy_words_may_stand_alone() -> None:
    alone, astray = (page(name=f"easy/{full}.md", front_matter=easy(full=full)) for full in ("", "gone.md"))

    assert [full_page(site(alone, astray), one) for one in (alone, astray)] == [None, None]


def stepped() -> tuple[Page, Page, Page]:
    first = page(name="tools/aid.md", front_matter=tool(title="The aid", steps=("choices.md", "gone.md", "sheet.md")))
    choices = page(name="tools/choices.md", front_matter=tool(title="The choices"))
    sheet = page(name="tools/sheet.md", front_matter=tool(title="The sheet"))
    return first, choices, sheet


def test_a_tool_and_its_further_steps_know_each_other() -> None:
    first, choices, sheet = stepped()
    other = page(name="tools/other.md", front_matter=tool(title="Another"))

    guide = site(sheet, choices, other, first)

    assert steps_around(guide, first) == steps_around(guide, sheet) == (first, choices, sheet)
    assert steps_around(guide, other) == ()


def test_a_step_says_where_it_stands_and_leads_to_the_next() -> None:
    result = rendered(site(*stepped()))

    second, last = result["tools/choices.html"], result["tools/sheet.html"]
    assert '<strong class="rows__link" aria-current="step">2. The choices (you are here)</strong>' in second
    assert '<a class="button-link" href="sheet.html">Next step: The sheet</a>' in second
    assert "Next step" not in last
