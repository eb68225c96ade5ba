import os
from datetime import date
from pathlib import Path

import pytest
from tests.check.guides import FIRST_LINE, MakeSite, lines, places, stretches, told
from tests.check.written import guide_page

from crpsguide.check import judge_site
from crpsguide.check.links.targets import (
    draft_target,
    missing_asset,
    missing_page,
    missing_related_page,
    moved_target,
    not_source_form,
    outside_content,
    path_case,
)

DRAFT = "---\ntitle: Later\ndraft: true\n---\n\nText.\n"
MOVED = "---\ntitle: Rest\nredirect_from: [living/old-rest.html, older/, oldest/index.html]\n---\n\nText.\n"


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("[a](living/pacing.md)", [], id="page exists"),
        pytest.param("[a](living/pacing.md?print=1#rest)", [], id="a query is no part of the path"),
        pytest.param("[a](./living/../living/pacing.md)", [], id="dots"),
        pytest.param("[a](living/p%61cing.md)", [], id="percent escapes"),
        pytest.param("[a](#rest)", [], id="own page"),
        pytest.param("`[a](gone.md)`", [], id="code is not a link"),
        pytest.param("    [a](gone.md)", [], id="indented code is not a link"),
        pytest.param("<!-- [a](gone.md) -->", [], id="a comment is not a link"),
        pytest.param("\\[a](gone.md)", [], id="an escaped bracket is not a link"),
        pytest.param("[a](gone.md)", ["[a](gone.md)"], id="gone"),
        pytest.param("- [ ] one\n- [two *words*](gone.md#part) more", ["[two *words*](gone.md#part)"], id="in a list"),
        pytest.param("| a | b |\n|---|---|\n| c | [d](gone.md) |", ["[d](gone.md)"], id="in a table"),
        pytest.param("## See [d](gone.md)", ["[d](gone.md)"], id="in a heading"),
        pytest.param("> [d](gone.md)", ["[d](gone.md)"], id="in a quotation"),
        pytest.param("[one][1]\n\n[1]: gone.md", ["[one][1]"], id="by reference"),
        pytest.param('See <a href="gone.md">it</a>', ['<a href="gone.md">'], id="raw HTML"),
        pytest.param("[a](gone)", ["[a](gone)"], id="a name without ending means a page"),
        pytest.param("[a](gone/)", ["[a](gone/)"], id="a folder means a page"),
        pytest.param("[a](gone.html)", ["[a](gone.html)"], id="an address means a page"),
        pytest.param("[a](gone.pdf)", [], id="a download is another rule's"),
        pytest.param("[a](broken.md)", [], id="a page that cannot be read is another rule's"),
        pytest.param("[a](later.md)", [], id="a draft is another rule's"),
        pytest.param("[a](../secret.md)", [], id="outside is another rule's"),
    ],
)
def test_missing_page(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"pages/broken.md": "---\ntitel: x\n---\n"}, index=index, living__pacing="## Rest", later=DRAFT)

    assert stretches(missing_page, site) == found


def test_a_missing_page_is_told_at_its_line_and_column(make_site: MakeSite) -> None:
    site = make_site(index="One line\nand [a](gone.md)")

    assert places(missing_page, site) == [f"index.md:{FIRST_LINE + 1}:5"]


@pytest.mark.parametrize(
    ("link", "help"),
    [
        pytest.param("living/pacng.md", "Did you mean “living/pacing.md”?", id="a letter is missing"),
        pytest.param("pacing.md", "Did you mean “living/pacing.md”?", id="another folder"),
        pytest.param("living/living/pacing.md", "Did you mean “living/pacing.md”?", id="one folder too many"),
        pytest.param("form#1.pdf", "“form%231.pdf”", id="a number sign"),
        pytest.param("www.example.org", "“https://www.example.org”", id="a web address without its beginning"),
        pytest.param("https//www.example.org/a", "“https://www.example.org/a”", id="a colon is missing"),
        pytest.param("gone.md", "Check the spelling", id="nothing near but the ending"),
        pytest.param("living/pacing.md “Rest”", '“living/pacing.md "Rest"”', id="curly quotes around a title"),
    ],
)
def test_a_missing_page_comes_with_the_near_miss(link: str, help: str, make_site: MakeSite) -> None:
    site = make_site({"pages/form#1.pdf": "x"}, index=f"[a]({link})", living__pacing="Text")

    assert help in told(missing_page, site) + told(missing_asset, site)


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("![a](limb.png) [b](limb.png)", [], id="file exists"),
        pytest.param("![a](../media/map.png)", [], id="shared file"),
        pytest.param("[a](limb.png#xywh=1,2)", [], id="a fragment of a file is left alone"),
        pytest.param("[a](my%20plan.pdf) [b](<my plan.pdf>)", [], id="blanks"),
        pytest.param("![a](lim.png)", ["![a](lim.png)"], id="gone"),
        pytest.param("![a](../media/mp.png)", ["![a](../media/mp.png)"], id="gone from the shared files"),
        pytest.param("[![a](lim.png)](living/pacing.md)", ["![a](lim.png)"], id="a picture in a link"),
        pytest.param('<img src="limb.png" srcset="limb.png 1x, lim.png 2x" alt="a">', ["<img"], id="srcset"),
        pytest.param('<video src="a.mp4" poster="b.png"></video>', ["<video", "<video"], id="film and its poster"),
    ],
)
def test_missing_asset(index: str, found: list[str], make_site: MakeSite) -> None:
    files = {"pages/limb.png": "x", "media/map.png": "x", "pages/my plan.pdf": "x"}
    site = make_site(files, index=index, living__pacing="Text")

    assert [one.split(" ")[0] if one.startswith("<") else one for one in stretches(missing_asset, site)] == found


def test_a_missing_file_comes_with_the_near_miss(make_site: MakeSite) -> None:
    site = make_site({"media/map.png": "x"}, living__pacing="![a](../media/mapp.png)")

    assert "Did you mean “../../media/map.png”?" in told(missing_asset, site)


def test_a_drawing_that_is_set_aside_is_no_missing_file(make_site: MakeSite) -> None:
    site = make_site({"pages/limb.svg": "<svg><script/></svg>"}, index="![a](limb.svg)")

    assert lines(missing_asset, site) == []


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("---\ntitle: T\nrelated: [living/pacing.md]\n---\n", [], id="exists"),
        pytest.param("---\ntitle: T\nrelated: [living/pacing.md, gone.md]\n---\n", ["index.md:3:29"], id="gone"),
        pytest.param(guide_page("Text", type="easy", full="living/pacing.md"), [], id="retold"),
        pytest.param(guide_page("Text", type="easy", full="gone.md"), ["index.md:10:7"], id="retold and gone"),
        pytest.param(guide_page("Text", type="easy", full="index.md"), ["index.md:10:7"], id="retold by itself"),
        pytest.param(guide_page("Text", type="tool", steps="[living/pacing.md]"), [], id="a further step"),
        pytest.param(guide_page("Text", type="tool", steps="[gone.md]"), ["index.md:10:9"], id="a step that is gone"),
    ],
)
def test_missing_related_page(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site(index=index, living__pacing="Text")

    assert places(missing_related_page, site) == found


@pytest.mark.parametrize(
    ("index", "message"),
    [
        pytest.param(
            "---\ntitle: T\nrelated: [gone.md]\n---\n",
            "“related” names a page that is not in the guide (gone.md).",
            id="one of a list",
        ),
        pytest.param(
            guide_page("Text", type="easy", full="gone.md"),
            "“full” names a page that is not in the guide (gone.md).",
            id="a single value",
        ),
    ],
)
def test_the_message_names_the_key_of_the_front_matter(index: str, message: str, make_site: MakeSite) -> None:
    [fault] = missing_related_page.check(make_site(index=index))

    assert fault.message == message


def test_a_page_that_cannot_be_read_is_told_once_and_not_by_those_who_name_it(make_site: MakeSite) -> None:
    about = "---\ntitle: T\nrelated: [rest.md]\n---\n\n[Rest](rest.md)"
    settings = "landmarks: {about: rest.md}"
    site = make_site({"site.yaml": settings}, index=about, rest="---\ntitle: Rest: why\n---\n\nText")

    found = judge_site(site, today=date(2026, 11, 21)).diagnostics

    assert [one.name for one in found] == ["unreadable"]


def test_related_pages_are_named_from_the_page(make_site: MakeSite) -> None:
    site = make_site(living__pacing="---\ntitle: T\nrelated: [../index.md, rest.md]\n---\n", living__rest="Text")

    assert lines(missing_related_page, site) == []


@pytest.mark.parametrize(
    ("landmark", "help"),
    [
        pytest.param("about.md#who", "", id="exists"),
        pytest.param("abuot.md", "Did you mean “about.md”?", id="no such page"),
        pytest.param("about.md#whom", "Did you mean “#who”?", id="no such heading"),
    ],
)
def test_landmarks_lead_somewhere(landmark: str, help: str, make_site: MakeSite) -> None:
    site = make_site({"site.yaml": f"landmarks: {{about: {landmark}}}"}, about="## Who")

    assert bool(help) == bool(told(missing_related_page, site))
    assert help in told(missing_related_page, site)


def test_a_page_that_the_settings_name_is_told_where_they_name_it(make_site: MakeSite) -> None:
    settings = """\
name: A guide
landmarks: {about: gone.md}
packs:
  - name: first-days
    title: The first days
    pages:
      - index.md
      - indexx.md
"""
    site = make_site({"site.yaml": settings}, about="Text")

    found = [(str(one.place), one.help) for one in missing_related_page.check(site)]

    assert [place for place, _ in found] == ["content/site.yaml:2:20", "content/site.yaml:8:9"]
    assert found[1][1] == "Did you mean “index.md”?"


@pytest.mark.parametrize(
    ("folder", "help"),
    [
        pytest.param("living", "", id="exists"),
        pytest.param("livign", "Did you mean “living”?", id="no such folder"),
        pytest.param("../living", "Did you mean “living”?", id="outside"),
    ],
)
def test_sections_are_folders_that_hold_pages(folder: str, help: str, make_site: MakeSite) -> None:
    settings = f"sections: [{{folder: {folder}, title: Daily life}}]"
    site = make_site({"site.yaml": settings}, index="Text", living__rest="Text")

    assert bool(help) == bool(told(missing_related_page, site))
    assert help in told(missing_related_page, site)


@pytest.mark.parametrize(
    ("name", "help"),
    [
        pytest.param("about.md", "", id="exists"),
        pytest.param("abuot.md", "Did you mean “about.md”?", id="no such page"),
        pytest.param("rest.md", "Did you mean “living/rest.md”?", id="in another folder"),
        pytest.param("quite-else.md", "such as “living/pacing.md”", id="nothing like it"),
    ],
)
def test_packs_hold_pages_that_are_there(name: str, help: str, make_site: MakeSite) -> None:
    settings = f"packs: [{{name: first-days, title: The first days, pages: [index.md, {name}]}}]"
    site = make_site({"site.yaml": settings}, index="Text", about="Text", living__rest="Text")

    assert bool(help) == bool(told(missing_related_page, site))
    assert help in told(missing_related_page, site)


@pytest.mark.parametrize(
    ("index", "found"),
    [
        pytest.param("![a](Limb.PNG)", [], id="as the file has it"),
        pytest.param("![a](limb.png)", ["![a](limb.png)"], id="other ending"),
        pytest.param("[a](Living/pacing.md)", ["[a](Living/pacing.md)"], id="other folder"),
        pytest.param("[a](mu\u0308de.md)", ["[a](mu\u0308de.md)"], id="accent written apart"),
        pytest.param("[a](limp.png)", [], id="other letters"),
    ],
)
def test_path_case(index: str, found: list[str], make_site: MakeSite) -> None:
    site = make_site({"pages/Limb.PNG": "x", "pages/müde.md": "---\ntitle: M\n---\n"}, index=index, living__pacing="T")

    assert stretches(path_case, site) == found


def test_the_name_is_told_as_the_file_has_it(make_site: MakeSite) -> None:
    site = make_site({"pages/img/Limb.PNG": "x"}, index="![a](img/limb.png)")

    assert "“img/Limb.PNG”" in told(path_case, site)


@pytest.mark.parametrize(
    ("link", "help"),
    [
        pytest.param("living/pacing.md", "", id="the file"),
        pytest.param("living/pacing.html#rest", "“living/pacing.md#rest”", id="its address"),
        pytest.param("living/pacing", "“living/pacing.md”", id="without ending"),
        pytest.param("living/pacing/", "“living/pacing.md”", id="as a folder"),
        pytest.param("living/", "“living/index.md”", id="folder with an index"),
        pytest.param("./", "“index.md”", id="folder of the first page"),
        pytest.param("living/slow.html", "“living/named.md”", id="address with a name of its own"),
        pytest.param("living/pacing.pdf", "", id="a download is something else"),
        pytest.param("leaflets/", "", id="folder without an index"),
    ],
)
def test_not_source_form(link: str, help: str, make_site: MakeSite) -> None:
    named = "---\ntitle: N\nslug: slow\n---\n"
    site = make_site(
        index=f"[a]({link})", living__pacing="## Rest", living__index="T", living__named=named, leaflets__one="T"
    )

    assert bool(help) == bool(told(not_source_form, site))
    assert help in told(not_source_form, site)


@pytest.mark.parametrize(
    ("page", "link", "found"),
    [
        pytest.param("index", "../secret.md", [FIRST_LINE], id="out of the pages"),
        pytest.param("index", "%2e%2e/secret.md", [FIRST_LINE], id="by percent escapes"),
        pytest.param("index", "living/../../secret.md", [FIRST_LINE], id="by a detour"),
        pytest.param("index", "../../../../../../../secret.md", [FIRST_LINE], id="far out"),
        pytest.param("index", "../evidence/trial.yaml", [FIRST_LINE], id="to files that are not published"),
        pytest.param("living__pacing", "../index.md", [], id="up to a page"),
        pytest.param("index", "../media/map.png", [], id="to the shared files"),
        pytest.param("index", "..hidden.md", [], id="dots of a name"),
    ],
)
def test_outside_content(page: str, link: str, found: list[int], make_site: MakeSite) -> None:
    files = {"secret.md": "# Secret", "media/map.png": "x", "evidence/trial.yaml": ""}
    site = make_site(files, **{page: f"[a]({link})"})

    assert lines(outside_content, site) == found


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
@pytest.mark.parametrize("outside", ["secret.pdf", "content/secret.pdf", "content/evidence/secret.pdf"])
def test_a_link_on_the_disk_that_leaves_the_pages_is_told_where_it_is_used(
    outside: str, make_site: MakeSite, tmp_path: Path
) -> None:
    _write(tmp_path / outside)
    _lead(tmp_path / "content/pages/plan.pdf", tmp_path / outside)
    site = make_site(index="[a](plan.pdf)")

    assert lines(outside_content, site) == [FIRST_LINE]
    assert "content/pages/plan.pdf says why" in told(outside_content, site)
    assert [one.kind for one in site.troubles if one.place.path.match("pages/plan.pdf")] == ["file"]


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
@pytest.mark.parametrize("inside", ["content/pages/sub/plan-2.pdf", "content/media/plan-2.pdf"])
def test_a_link_on_the_disk_may_lead_to_what_is_published(inside: str, make_site: MakeSite, tmp_path: Path) -> None:
    _write(tmp_path / inside)
    _lead(tmp_path / "content/pages/plan.pdf", tmp_path / inside)
    site = make_site(index="[a](plan.pdf)")

    assert (lines(outside_content, site), site.troubles) == ([], ())


def _write(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("%PDF-1.7 A plan", encoding="utf-8")


def _lead(link: Path, target: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)


def test_draft_target(make_site: MakeSite) -> None:
    site = make_site(index="Read\n[a](later.md) and [b](last.md)", later=DRAFT, last="Text")

    assert lines(draft_target, site) == [FIRST_LINE + 1]


def test_drafts_may_link_to_drafts(make_site: MakeSite) -> None:
    site = make_site(later=DRAFT, last="---\ntitle: Last\ndraft: true\n---\n\n[a](later.md)")

    assert lines(draft_target, site) == []


def test_drafts_are_there_when_asked_for(make_site: MakeSite) -> None:
    site = make_site(index="[a](later.md)", later=DRAFT, drafts=True)

    assert lines(draft_target, site) == []


@pytest.mark.parametrize(
    ("link", "help"),
    [
        pytest.param("living/rest.md", "", id="where it is"),
        pytest.param("living/old-rest.md#how", "“living/rest.md#how”", id="the file of before"),
        pytest.param("living/old-rest.html", "“living/rest.md”", id="the address of before"),
        pytest.param("older/", "“living/rest.md”", id="a folder"),
        pytest.param("oldest/", "“living/rest.md”", id="the folder of an index"),
        pytest.param("oldest/index.md", "“living/rest.md”", id="an index"),
    ],
)
def test_moved_target(link: str, help: str, make_site: MakeSite) -> None:
    site = make_site(index=f"[a]({link})", living__rest=MOVED)

    assert bool(help) == bool(told(moved_target, site))
    assert help in told(moved_target, site)
