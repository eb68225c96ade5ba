import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.check.guides import FIRST_LINE, MakeSite, page, places, told
from tests.check.written import guide_page

import crpsguide.read
from crpsguide.check import RULES, judge_site, pages
from crpsguide.check.rule import Rule

ASK = "/// ask | Ask us\n- Why?\n"


@pytest.mark.parametrize(
    ("rule", "files", "found", "hint"),
    [
        pytest.param(
            pages.front_matter,
            {"pages/a.md": "---\ntitle: T\nsumary: x\n---\n"},
            ["a.md:3:1"],
            "Did you mean “summary”?",
            id="P1 unknown key",
        ),
        pytest.param(
            pages.front_matter,
            {"pages/a.md": "---\ntype: zzz\ntitle: T\n---\n"},
            ["a.md:2:7"],
            "Use one of: home",
            id="P1 unknown type",
        ),
        pytest.param(pages.front_matter, {"pages/a.md": "Text"}, ["a.md:1:1"], "title: …", id="P1 none"),
        pytest.param(pages.front_matter, {"pages/a.md": page("Text")}, [], "", id="P1 kept"),
        pytest.param(
            pages.unreadable,
            {"pages/a.md": "---\ntitle: CRPS: what is it\n---\n"},
            ["a.md:2:12"],
            "in quotes",
            id="P2 colon in a title",
        ),
        pytest.param(
            pages.unreadable, {"pages/a.md": b"---\ntitle: T\n---\n\nna\xefve"}, ["a.md:5:3"], "UTF-8", id="P2 encoding"
        ),
        pytest.param(
            pages.unreadable, {"pages/a.md": page("dose\u200bs")}, [f"a.md:{FIRST_LINE}:5"], "U+200B", id="P2 hidden"
        ),
        pytest.param(pages.unreadable, {"pages/a.md": page("naïve")}, [], "", id="P2 kept"),
        pytest.param(pages.file, {"pages/con.md": page("x")}, ["con.md:1:1"], "Windows", id="P3 reserved name"),
        pytest.param(
            pages.file,
            {"pages/plan.md": page("x"), "pages/Plan.md": page("x")},
            ["plan.md:1:1"],
            "for one file",
            id="P3 names that differ in case",
        ),
        pytest.param(
            pages.file,
            {"pages/living/a.md": page("x"), "pages/Living/b.md": page("x"), "pages/Living/c.md": page("x")},
            ["living:1:1"],
            "for one folder",
            id="P3 folders that differ in case",
        ),
        pytest.param(pages.file, {"pages/a.md.md": page("x")}, ["a.md.md:1:1"], "Call it “a.md”", id="P3 two endings"),
        pytest.param(pages.file, {"pages/v1.2.md": page("x")}, [], "", id="P3 a dot in a name"),
        pytest.param(pages.file, {"pages/contacts.md": page("x")}, [], "", id="P3 kept"),
        pytest.param(
            pages.false_file,
            {"pages/a.md.txt": page("x")},
            ["a.md.txt:1:1"],
            "Rename it “a.md”",
            id="P3 page with another ending",
        ),
        pytest.param(
            pages.unsafe_drawing, {"pages/a.svg": "<svg><script/></svg>"}, ["a.svg:1:6"], "plain SVG", id="P3 drawing"
        ),
        pytest.param(
            pages.unsafe_drawing,
            {"pages/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'},
            [],
            "",
            id="P3 drawing kept",
        ),
        pytest.param(
            pages.duplicate_address,
            {"pages/pain.md": page("x"), "pages/pain/index.md": page("x")},
            ["pain.md:1:1"],
            "Rename one",
            id="P4 page and folder",
        ),
        pytest.param(
            pages.duplicate_address,
            {"pages/Pain.md": page("x"), "pages/pain.md": page("x")},
            [],
            "",
            id="P4 names that differ in case are told as files",
        ),
        pytest.param(
            pages.duplicate_address,
            {"pages/one.md": "---\ntitle: T\nslug: pain\n---\n", "pages/pain.md": page("x")},
            ["pain.md:1:1"],
            "one.md (/pain)",
            id="P4 slug",
        ),
        pytest.param(
            pages.duplicate_address,
            {"pages/one.md": "---\ntitle: T\nredirect_from: [pain.html]\n---\n", "pages/pain.md": page("x")},
            ["one.md:3:17"],
            "redirect_from",
            id="P4 old address that is taken",
        ),
        pytest.param(
            pages.duplicate_address,
            {
                "pages/one.md": "---\ntitle: T\nredirect_from: [old.html, old]\n---\n",
                "pages/two.md": "---\ntitle: U\nredirect_from: [Old]\n---\n",
            },
            ["two.md:3:17"],
            "leads on to one.md",
            id="P4 old address of two pages",
        ),
        pytest.param(
            pages.duplicate_address,
            {"pages/pain.md": page("x"), "pages/pain/more.md": page("x")},
            [],
            "",
            id="P4 kept",
        ),
        pytest.param(
            pages.unknown_block,
            {"pages/a.md": page("/// key-point\n- a\n///")},
            [f"a.md:{FIRST_LINE}:5"],
            "Did you mean “key-points”?",
            id="P5 unknown",
        ),
        pytest.param(
            pages.unknown_block, {"pages/a.md": page("```\n/// key-point\n```")}, [], "", id="P5 code is no block"
        ),
        pytest.param(
            pages.unclosed_block, {"pages/a.md": page(f"Text\n\n{ASK}")}, [f"a.md:{FIRST_LINE + 2}:1"], "///", id="P5"
        ),
        pytest.param(pages.unclosed_block, {"pages/a.md": page(f"{ASK}///\n")}, [], "", id="P5 kept"),
        pytest.param(
            pages.block_content,
            {"pages/a.md": page("/// key-points\nText\n///")},
            [f"a.md:{FIRST_LINE}:1"],
            "one list",
            id="P6 no list",
        ),
        pytest.param(pages.block_content, {"pages/a.md": page(f"{ASK}///\n")}, [], "", id="P6 kept"),
        pytest.param(
            pages.block_options,
            {"pages/a.md": page("/// care-card | Call\n    levle: emergency\nText\n///")},
            [f"a.md:{FIRST_LINE + 1}:5"],
            "Did you mean “level”?",
            id="P6 options",
        ),
        pytest.param(
            pages.block_options,
            {"pages/a.md": page("/// care-card | Call\n    level: emergency\nText\n///")},
            [],
            "",
            id="P6 options kept",
        ),
        pytest.param(
            pages.record, {"site.yaml": "nam: A guide\n"}, ["site.yaml:1:1"], "Did you mean “name”?", id="P7 settings"
        ),
        pytest.param(
            pages.record,
            {"glossary.yaml": "flare: {term: flare, plain: a bad day}\n"},
            ["glossary.yaml:1:8"],
            "needs “meaning”",
            id="P7 glossary",
        ),
        pytest.param(pages.record, {"site.yaml": "name: A guide\n"}, [], "", id="P7 kept"),
    ],
)
def test_what_could_not_be_read_is_told(
    rule: Rule, files: dict[str, str | bytes], found: list[str], hint: str, make_site: MakeSite
) -> None:
    site = make_site(files)

    assert places(rule, site) == found
    assert hint in told(rule, site)


def test_a_guide_without_a_first_page_is_told(make_site: MakeSite) -> None:
    site = make_site({"pages/index.md": "---\ntitle: T\nslug: home\n---\n"})

    assert places(pages.no_pages, site) == ["site.yaml:1:1"]


def test_a_guide_with_a_first_page_is_silent(make_site: MakeSite) -> None:
    site = make_site()

    assert places(pages.no_pages, site) == []


def kinds_of_trouble(module: Path) -> Iterator[str]:
    """The kinds that a module of the reader writes down where it makes a trouble."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        kinds = [one.value for one in node.keywords if one.arg == "kind"]
        kinds += node.args[:1] if name in ("Trouble", "_trouble") else node.args[2:] if name == "_keep" else []
        yield from (str(one.value) for one in kinds if isinstance(one, ast.Constant))


def test_every_kind_of_trouble_has_a_rule_that_tells_it() -> None:
    modules = Path(crpsguide.read.__file__).parent.glob("*.py")

    kinds = {kind for module in modules for kind in kinds_of_trouble(module)}
    assert kinds - {rule.name for rule in RULES} == set()
    assert {"front-matter", "unreadable", "file", "record", "block-content", "citation-form"} <= kinds


LACKING = """---
type: treatment
title: Walking
summary: What walking may do.
audience: Walkers.
checked: 2026-03-04
next_check: soon
changed: First version.
approval: [no]
allow: {P1: We know.}
---

[Rest](rest.md)

## Walk

### And rest
"""


def test_all_faults_of_a_page_that_lacks_something_are_told_at_once(make_site: MakeSite) -> None:
    site = make_site({"pages/walking.md": LACKING}, boots="[Walking](walking.md)")

    found = {
        (one.code, one.place.line, one.name)
        for one in judge_site(site, today=date(2026, 3, 4), select=["P1", "L", "E14"]).diagnostics
    }

    assert found == {
        ("P1", 2, "front-matter"),  # “purpose” is missing
        ("P1", 7, "front-matter"),
        ("P1", 9, "front-matter"),
        ("L101", 13, "missing-page"),
    }


@pytest.mark.parametrize(
    ("front", "line"),
    [
        pytest.param("", 2, id="none"),
        pytest.param("---\ntitle: Walking: why\n---\n", 5, id="unreadable"),
        pytest.param("---\ntype: zzz\ntitle: Walking\n---\n", 6, id="unknown type"),
    ],
)
def test_what_stands_below_wrong_front_matter_is_judged(front: str, line: int, make_site: MakeSite) -> None:
    text = f"{front}\n[Rest](rest.md)\n\n## Walk\n\n*[Stop]: if it hurts\n"
    site = make_site({"pages/walking.md": text}, boots="[Walking](walking.md#walk)")

    told = [one for one in judge_site(site, today=date(2026, 3, 4)).diagnostics if one.place.path.stem == "walking"]

    found = {(one.place.line, one.name) for one in told if not one.code.startswith("P")}
    assert found == {(line, "missing-page"), (line + 4, "abbreviation-shown")}


def test_a_page_that_lacks_something_is_judged_and_never_drawn(make_site: MakeSite) -> None:
    site = make_site({"pages/walking.md": LACKING})

    assert [str(name) for name in site.pages] == ["index.md"]
    assert [str(name) for name in site.incomplete_pages] == ["walking.md"]


def test_no_rule_finds_a_fault_in_what_stands_in(make_site: MakeSite) -> None:
    whole = "type: about\ntitle: Walking\nsummary: A.\npurpose: B.\naudience: C.\nchecked: 2026-03-04\n"
    whole += "next_check: 2026-09-04\nchanged: D."
    site = make_site(walking=f"---\n{whole}\n---\n", bare="---\ntype: about\n---\n")

    found = judge_site(site, today=date(2026, 3, 5), ignore=["P1"]).diagnostics

    of_bare, of_whole = ({one.name for one in found if one.place.path.stem == name} for name in ("bare", "walking"))
    assert of_bare <= of_whole


def test_parts_that_an_unclosed_block_hides_are_not_reported_as_missing(make_site: MakeSite) -> None:
    unclosed = "/// main-message\nPain may ease.\n\n/// key-points\n- One.\n///\n\n## What you can do\n\n1. Rest.\n"
    site = make_site(a=guide_page(unclosed), b=guide_page("Text."))

    found = [(one.place.path.stem, one.name) for one in judge_site(site, today=date(2026, 11, 21)).diagnostics]

    assert ("a", "unclosed-block") in found
    assert {name for page, name in found if page == "a" and name.endswith("-missing")} == set()
    assert {name for page, name in found if page == "b" and name.endswith("-missing")} >= {
        "key-points-missing",
        "steps-missing",
    }
