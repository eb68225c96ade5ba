"""An edition made with what is remembered of earlier ones is the same as one made anew."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.check.guides import TRIAL
from tests.guides import page, write

from crpsguide.cache import NO_CACHES, Caches
from crpsguide.check import Judged, check_files, judge_site, outside_of
from crpsguide.check.claims import Reason, Setting, cover, why_no_source
from crpsguide.commands import edition as editions
from crpsguide.commands.edition import Choices, Edition, make_edition
from crpsguide.commands.guide import template_folders
from crpsguide.errors import GuideError
from crpsguide.model import NO_CACHE, Cache, Site
from crpsguide.read import read_site
from crpsguide.render import render_dashboard, render_site
from crpsguide.render.context import Context

TODAY = date(2026, 11, 21)
SOURCES = ("one2020", "two2021")
PAGES = ("index", "living/pacing", "living/rest", "pain")
CITED = "Pain may ease in 38 of every 100 people.[@one2020#week-1]"
# What may stand in a page: words that rules judge, links that lead somewhere or nowhere, terms, citations.
BODIES = (
    "Rest is good.",
    "## Rest\n\nSee [pacing](living/pacing.md#rest).",
    "## Rest\n\nSee [the start](../index.md).\n\n## Rest\n\nMore.",
    f"## Numbers\n\n{CITED} It is a proven miracle cure.",
    "Forty in 100 people felt better.[@one2020#week-1] Often it helps.",
    "A flare may come.[@two2021] The drip helps 45% of people.[@two2021#week-1]",
    "*[Stop]: if a rash appears\n\n1. One\n5. Five",
    "/// key-points\n- Rest.\n///",
    "[nowhere](#gone)",
    "See [pain](pain.md#plan), [rest](living/rest.md), [the treatment](drip.md) and [a picture](rest.svg).",
    "Look:\n\n![Rest](rest.svg)",
    "[A shop](https://shop.example/) and [a copy](https://mirror.example/1) and [here](/pain).\n\n## Plan",
)
GLOSSARIES = (
    "flare:\n  term: flare\n  plain: a time of more pain\n  meaning: Worse for a while.\n  say: flair\n",
    "flare:\n  term: flare\n  plain: worse days\n  meaning: Days.\n  say: flair\n  forms: [flare, flares]\n",
)
CLAIM = """\
---
claim: Rest cures pain.
verdict: unsupported
safer_wording: Rest may ease pain.
speaker: a clinic
heard_in: a leaflet
findings: [one2020#week-1]
---

Nobody has shown it.
"""
DRIP = """\
---
type: treatment
title: A drip
summary: What a drip is.
purpose: This page explains a drip.
audience: Everyone
checked: 2026-11-20
next_check: 2027-05-20
changed: First version.
harms: [{harms}]
---

Tramadol is a medicine. See [pain](pain.md) and [rest](living/rest.md).
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{}" d="M0 0h9v9z"/></svg>'
TOOL = DRIP.replace("harms: [{harms}]", "steps: [{steps}]").replace("type: treatment", "type: tool")
WARNINGS = """\
tramadol:
  words: [tramadol]
  say: do not stop it at once
  beside: [stop]
"""
SECTIONS = "sections:\n  - {folder: living, title: Living}\nlandmarks: {glossary: words.md, about: pain.md}\n"
TRIALS = tuple(
    TRIAL.replace(written, now)
    for written, now in (("", ""), ("low", "high"), ("38", "40"), ("use: cite", "use: lead"), ("rct", "cohort"))
)
FILES: Mapping[str, tuple[str, ...]] = {
    **{f"pages/{name}.md": tuple(page(body, f"Page {len(body) % 3}") for body in BODIES) for name in PAGES},
    "pages/living/after.md": tuple(
        f"---\ntitle: After\norder: {order}\nrelated: [rest.md]\n---\n\nA flare." for order in (1, 2000)
    ),
    "pages/words.md": (page("/// glossary\n///\n", "Words"),),
    "claims/rest.md": (CLAIM, CLAIM.replace("may ease", "might ease")),
    **{f"evidence/{id}.yaml": TRIALS for id in SOURCES},
    "glossary.yaml": GLOSSARIES,
    "site.yaml": ("name: A guide\n", f"name: Another guide\nsubject: pain\n{SECTIONS}", "rules: {select: [L, P, W]}\n"),
    "pages/drip.md": (
        DRIP.format(harms="rash"),
        DRIP.format(harms="rash, sick"),
        DRIP.format(harms="rash").replace("summary: What", "summary: Why"),
        DRIP.format(harms="rash").replace("checked: 2026-11-20", "checked: 2026-11-19"),
    ),
    "pages/tool.md": tuple(TOOL.format(steps=one) for one in ("", "pain.md", "living/rest.md, drip.md")),
    "wording/harms.yaml": ("rash: {say: a rash, words: [rash]}\nsick: {say: being sick, words: [sick]}\n",),
    "wording/warnings.yaml": (WARNINGS, WARNINGS.replace("[stop]", "[rest]")),
    "wording/mirrors.yaml": ("copies: {words: [mirror.example], why: copies}\n",),
    "wording/link-hosts.yaml": ("shops: {words: [shop.example]}\n", "others: {words: [other.example]}\n"),
    "changes/one.md": ("---\ntitle: A change\ndate: 2026-11-20\n---\n\nWe changed it.\n",),
    "../templates/styles/print.css": (".main { color: #777 }\n", ".main { inline-size: 900px }\n"),
    "../templates/offline.html": ('{% extends "base.html" %}{% block main %}Nothing here.{% endblock %}\n',),
    "wording/plain-words.yaml": ("a:\n  say: rest\n  instead_of: [pacing]\n",),
    "pages/rest.svg": (DRAWING.format("red"), DRAWING.format("blue")),
}
RENAMED = {
    "pages/pain.md": "pages/ache.md",
    "pages/living/rest.md": "pages/rest.md",
    "pages/rest.svg": "pages/Rest.svg",
}
EDITS = st.one_of(
    *(st.tuples(st.just(name), st.sampled_from([*texts, None])) for name, texts in FILES.items()),
    *(st.tuples(st.just(name), st.just(Path(now))) for name, now in RENAMED.items()),
)


SENTENCES = (
    "Rest is good.",
    CITED,
    "About 38% felt better, and 12% did not.[@one2020#week-1]",
    "Rest eases pain.[@one2020#week-1]",
    "Does it have side effects?",
    "None.",
    "It is a miracle cure.",
    "We are the leading clinic.",
    "You are not alone.",
    "Ask your nurse how to rest:",
    "\n\n",
    "\n\n## Side effects\n\n",
    "\n\n- ",
    "\n\n/// key-points\n- Rest.\n///\n\n",
)
BODY = st.lists(st.sampled_from(SENTENCES), max_size=12).map(" ".join)


def everything(guide: Path, caches: Caches) -> tuple[object, ...]:
    """What each stage makes of a guide, also where an error would stop an edition."""
    site = read_site(guide, cache=caches["read"])
    judged = judge_site(site, today=TODAY, cache=caches["check"])
    files = render_site(site, templates=template_folders(guide), today=TODAY, cache=caches["render"])
    found_in_files = check_files(site, files, cache=caches["check-files"])
    dashboard = render_dashboard(
        site,
        judged.diagnostics,
        templates=template_folders(guide),
        today=TODAY,
        grades=judged.grades,
        outside=outside_of(site),
        let_pass=judged.let_pass,
        cache=caches["render"],
    )
    caches.save()
    return (
        site.pages,
        site.claims,
        site.sources,
        site.record_texts,
        site.troubles,
        judged.diagnostics,
        [*files.items()],
        found_in_files,
        [*dashboard.items()],
    )


def edited(guide: Path, content: str) -> Caches:
    """What is remembered of a guide of which one page has changed since."""
    write(guide / "content/pages/index.md", page("Welcome."))
    for number in range(4):
        write(guide / f"content/pages/page-{number}.md", page("Rest is good.", f"Page {number}"))
    caches = Caches(guide / "build")
    edition(guide, caches)
    caches.save()
    write(guide / "content/pages/page-1.md", content)
    return Caches(guide / "build")


def edition(guide: Path, caches: Caches) -> Edition:
    return make_edition(guide, Choices(), caches=caches)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(edits=st.lists(EDITS, min_size=4, max_size=6))
def test_what_is_remembered_never_changes_an_edition(edits: list[tuple[str, str | Path | None]]) -> None:
    with TemporaryDirectory() as folder:
        guide = Path(folder)
        write(guide / "content/pages/index.md", page("Welcome."))
        for name, text in edits:
            file = guide / "content" / name
            if isinstance(text, Path):
                if file.exists():
                    write(guide / "content" / text, file.read_text())
                    file.unlink()
            elif text is not None:
                write(file, text)
            elif name != "pages/index.md":
                file.unlink(missing_ok=True)

            assert everything(guide, Caches(guide / "cache")) == everything(guide, NO_CACHES)


STATED = page("*[Stop]: if a rash appears\n\n## Flare\n\nA flare. See [a shop](https://shop.example/).", "Pain")


WORDS = FILES["pages/words.md"][0]
LED_NOWHERE = """\
A [door](hon.md), a [plan](soon.md), an [ache](ache.html), what it [was](was.html), and nobody counted.[@two2021]

![A limb](gone.svg)
"""


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        pytest.param("../templates/offline.html", None, FILES["../templates/offline.html"][0], id="template"),
        pytest.param("../templates/_headers.txt", None, "/*\n  X-Frame-Options: DENY\n", id="policy"),
        pytest.param("pages/pain.md", STATED, STATED.replace("Pain", "Ache"), id="title of another page"),
        pytest.param("pages/pain.md", STATED, STATED.replace("## Flare", "## Bad days"), id="anchor of another page"),
        pytest.param("pages/pain.md", STATED, None, id="page that others lead to"),
        pytest.param("evidence/one2020.yaml", TRIALS[0], TRIALS[3], id="source that may be cited no more"),
        pytest.param("glossary.yaml", *GLOSSARIES, id="words of the glossary"),
        pytest.param("glossary.yaml", None, GLOSSARIES[1], id="first word of the glossary"),
        pytest.param("site.yaml", *FILES["site.yaml"][:2], id="settings"),
        pytest.param("wording/link-hosts.yaml", *FILES["wording/link-hosts.yaml"], id="list of hosts"),
        pytest.param("wording/plain-words.yaml", None, FILES["wording/plain-words.yaml"][0], id="wording list"),
        pytest.param("pages/living/rest.md", None, page("Rest."), id="page where a link led nowhere"),
        pytest.param("pages/gone.svg", None, DRAWING.format("red"), id="picture that was missing"),
        pytest.param("pages/hone.md", None, page("Home."), id="page whose name is nearer to a dead link"),
        pytest.param("pages/gone.svg", None, "no drawing", id="picture that is set aside"),
        pytest.param("pages/soon.md", None, page("Soon.").replace("---\n", "---\ndraft: true\n", 1), id="draft"),
        pytest.param("pages/words.md", WORDS, WORDS.replace("title", "slug: ache\ntitle", 1), id="address"),
        pytest.param(
            "pages/words.md", WORDS, WORDS.replace("title", "redirect_from: [was.html]\ntitle", 1), id="old address"
        ),
        pytest.param("evidence/two2021.yaml", None, TRIAL, id="source that was missing"),
        pytest.param("evidence/two2021.yaml", TRIALS[3], TRIALS[0], id="source that may be cited now"),
    ],
)
def test_one_change_is_seen_by_all_that_rests_on_it(
    file: str, before: str | None, after: str | None, tmp_path: Path
) -> None:
    write(tmp_path / "content/pages/index.md", page(f"{CITED} See [pain](pain.md#flare). A flare. {LED_NOWHERE}"))
    write(tmp_path / "content/pages/words.md", WORDS)
    write(tmp_path / "content/pages/pain.md", STATED)
    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="rash") + "Pacing helps.")
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    if before is not None:
        write(tmp_path / "content" / file, before)
    first = everything(tmp_path, Caches(tmp_path / "cache"))
    if after is None:
        (tmp_path / "content" / file).unlink()
    else:
        write(tmp_path / "content" / file, after)

    then = everything(tmp_path, Caches(tmp_path / "cache"))

    assert then != first
    assert then == everything(tmp_path, NO_CACHES)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(versions=st.lists(st.tuples(BODY, BODY, st.sampled_from(TRIALS)), min_size=3, max_size=5))
def test_sentences_that_are_remembered_never_change_what_is_said(versions: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        guide = Path(folder)
        write(guide / "content/pages/index.md", page("Welcome."))
        for drip, rest, trial in versions:
            write(guide / "content/pages/drip.md", DRIP.format(harms="") + drip)
            write(guide / "content/pages/rest.md", DRIP.format(harms="") + rest)
            write(guide / "content/evidence/one2020.yaml", trial)
            site, caches = read_site(guide), Caches(guide / "cache")

            remembered = judge_site(site, today=TODAY, cache=caches["check"])
            caches.save()

            anew = judge_site(site, today=TODAY)
            assert remembered.diagnostics == anew.diagnostics
            assert remembered.let_pass == anew.let_pass


RESTED = DRIP.format(harms="")
SUREST = TRIAL.replace("low", "high")


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        pytest.param(
            "pages/rest.md",
            f"{RESTED}Is it warm?\n\nNone.",
            f"{RESTED}Does it have side effects?\n\nNone.",
            id="question before an answer",
        ),
        pytest.param("pages/rest.md", f"{RESTED}## Ask\n\n- Rash", f"{RESTED}## Side effects\n\n- Rash", id="heading"),
        pytest.param("pages/rest.md", f"{RESTED}{CITED}", f"{RESTED}{CITED.partition('[')[0]}", id="citation"),
        pytest.param("evidence/one2020.yaml", TRIAL, TRIAL.replace('"38"', '"12"'), id="number of a finding"),
        pytest.param("evidence/one2020.yaml", SUREST, TRIAL, id="certainty of a finding"),
    ],
)
def test_a_sentence_is_judged_anew_when_what_it_rests_on_changes(
    file: str, before: str, after: str, tmp_path: Path
) -> None:
    caches = Caches(tmp_path / "cache")
    write(tmp_path / "content/pages/index.md", page("Welcome."))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    write(tmp_path / "content/pages/drip.md", f"{RESTED}{CITED} Rest eases pain.[@one2020#week-1]")
    write(tmp_path / "content" / file, before)
    first = judge_site(read_site(tmp_path), today=TODAY, cache=caches["check"])
    write(tmp_path / "content" / file, after)

    then = judge_site(read_site(tmp_path), today=TODAY, cache=caches["check"])

    assert then.diagnostics == judge_site(read_site(tmp_path), today=TODAY).diagnostics
    assert {one.message for one in then.diagnostics} != {one.message for one in first.diagnostics}


def test_after_an_edit_only_sentences_that_are_new_are_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def judged(text: str, setting: Setting) -> Reason | None:
        asked.append(text)
        return why_no_source(text, setting)

    monkeypatch.setattr(cover, "why_no_source", judged)
    caches = Caches(tmp_path / "cache")
    write(tmp_path / "content/pages/index.md", page("Welcome."))
    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="") + "Rest is good. It is cold.")
    edition(tmp_path, caches)
    asked.clear()
    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="") + "Rest is good. Ask your nurse. It is cold.")

    edition(tmp_path, caches)

    assert asked == ["Ask your nurse."]


# What may happen to each file of the cache, which is made of its bytes, of those of another file, and of a place in it.
DAMAGES: Mapping[str, Callable[[bytes, bytes, int], bytes]] = {
    "nothing is left": lambda data, other, at: b"",
    "cut off": lambda data, other, at: data[:at],
    "cut off at the front": lambda data, other, at: data[at:],
    "other bytes here and there": lambda data, other, at: bytes(
        one ^ 1 if number % 500 == at % 500 else one for number, one in enumerate(data)
    ),
    "zeros from there": lambda data, other, at: data[:at] + bytes(len(data) - at),
    "another file": lambda data, other, at: other,
    "another file from there": lambda data, other, at: data[:at] + other[at:],
    "twice": lambda data, other, at: data + data,
}


@pytest.mark.parametrize("of", ["*.cache", "*.values"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_happens_to_the_cache_the_edition_is_the_same(damage: str, of: str, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write(tmp_path / "content/pages/index.md", page(f"{CITED} {BODIES[8]}"))
    write(tmp_path / "content/pages/rest.md", page("Rest is bad."))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    everything(tmp_path, Caches(cache))
    write(tmp_path / "content/pages/rest.md", page("Rest is good."))
    files = sorted(cache.glob(of))
    whole = [one.read_bytes() for one in files]
    for file, data, other in zip(files, whole, [*whole[1:], whole[0]], strict=True):
        file.write_bytes(DAMAGES[damage](data, other, len(data) // 2))

    assert everything(tmp_path, Caches(cache)) == everything(tmp_path, NO_CACHES)


def test_a_page_is_told_anew_when_a_source_that_it_cites_changes(tmp_path: Path) -> None:
    write(tmp_path / "content/pages/index.md", page(CITED))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    before = edition(tmp_path, Caches(tmp_path / "cache"))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL.replace('"38"', '"12"'))

    after = edition(tmp_path, Caches(tmp_path / "cache"))

    assert "number-not-in-finding" not in {one.name for one in before.diagnostics}
    assert "number-not-in-finding" in {one.name for one in after.diagnostics}


class Kept:
    """A cache that tells what was put on it last."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.last: list[object] = []

    def get(self, key: str) -> object:
        return self.values.get(key)

    def put(self, key: str, value: object) -> None:
        self.values[key] = value
        self.last.append(value)


def test_a_page_is_drawn_anew_when_a_source_changes_that_it_shows_and_not_for_another(tmp_path: Path) -> None:
    write(tmp_path / "content/pages/index.md", page(CITED))
    write(tmp_path / "content/pages/rest.md", page("Rest is good.[@two2021#week-1]"))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    write(tmp_path / "content/evidence/two2021.yaml", TRIAL)
    cache = Kept()

    def drawn() -> Mapping[str, bool]:
        cache.last.clear()
        files = render_site(read_site(tmp_path), templates=template_folders(tmp_path), today=TODAY, cache=cache)
        new = [one[2] for one in cache.last if isinstance(one, tuple) and len(one) == 3]
        return {str(path): file in new for path, file in files.items()}

    first = drawn()
    write(tmp_path / "content/evidence/two2021.yaml", TRIAL.replace("low", "high"))
    second = drawn()

    assert (first["index.html"], first["rest.html"]) == (True, True)
    assert (second["index.html"], second["rest.html"]) == (False, True)


@pytest.mark.parametrize(
    ("day", "address"),
    [
        pytest.param(date(2028, 1, 1), "", id="a day on which the page should have been checked"),
        pytest.param(TODAY, "https://example.org", id="another address"),
    ],
)
def test_a_page_is_drawn_anew_for_another_day_or_address(day: date, address: str, tmp_path: Path) -> None:
    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="rash"))
    site, cache = read_site(tmp_path), Kept()
    elsewhere = replace(site, settings=replace(site.settings, base_url=address))

    def drawn(site: Site, day: date, cache: Cache) -> bytes:
        return render_site(site, templates=template_folders(tmp_path), today=day, cache=cache)[
            PurePosixPath("drip.html")
        ]

    before, after = drawn(site, TODAY, cache), drawn(elsewhere, day, cache)

    assert after != before
    assert after == drawn(elsewhere, day, NO_CACHE)


def test_no_page_is_drawn_anew_while_an_editor_still_writes_another(tmp_path: Path) -> None:
    write(tmp_path / "content/pages/index.md", page("Rest is good."))
    cache = Kept()

    def drawn(begun: str) -> list[object]:
        write(tmp_path / "content/pages/begun.md", begun)
        cache.last.clear()
        render_site(read_site(tmp_path), templates=template_folders(tmp_path), today=TODAY, cache=cache)
        return list(cache.last)

    assert drawn("Words without a title.")
    assert not drawn("More words without a title.")


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_several_processes_make_the_same_edition(jobs: int, tmp_path: Path) -> None:
    for number in range(60):
        write(tmp_path / f"content/pages/page-{number}.md", page(BODIES[number % len(BODIES)], f"Page {number}"))
    write(tmp_path / "content/pages/index.md", page("Welcome."))

    alone = make_edition(tmp_path, Choices())
    together = make_edition(tmp_path, Choices(jobs=jobs))

    assert together.diagnostics == alone.diagnostics
    assert read_site(tmp_path, jobs=jobs).pages == read_site(tmp_path).pages


CITED_IN_VAIN = page("Rest is good.[@nobody1999#week-1]", "Page 1")


@pytest.mark.parametrize(
    ("content", "has_errors"),
    [
        pytest.param(page("Rest well.", "Page 1"), False, id="sound"),
        pytest.param(page("See [more](../nowhere.md).", "Page 1"), True, id="dead link"),
        pytest.param(CITED_IN_VAIN, True, id="citation of nothing"),
        pytest.param("no front matter", True, id="cannot be read"),
    ],
)
def test_an_edit_judged_apart_makes_the_same_edition(content: str, has_errors: bool, tmp_path: Path) -> None:
    caches = edited(tmp_path, content)

    apart = make_edition(tmp_path, Choices(jobs=2), caches=caches)
    alone = make_edition(tmp_path, Choices())

    assert (apart.diagnostics, apart.files, apart.judged) == (alone.diagnostics, alone.files, alone.judged)
    assert apart.has_errors == has_errors


def test_what_another_process_judged_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    caches = edited(tmp_path, page("Rest well.", "Page 1"))
    judged_here: list[object] = []

    def judge(*given: Any, **more: Any) -> Judged:
        judged_here.append(given)
        return judge_site(*given, **more)

    monkeypatch.setattr(editions, "judge_site", judge)

    make_edition(tmp_path, Choices(jobs=2), caches=caches)

    assert judged_here == []
    assert caches.changes("check")[0]


def test_what_cannot_be_drawn_is_told_unless_rules_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **more: object) -> None:
        raise GuideError("This cannot be drawn.")

    sound, faulty = tmp_path / "sound", tmp_path / "faulty"
    both = edited(sound, page("Rest well.", "Page 1")), edited(faulty, CITED_IN_VAIN)
    monkeypatch.setattr(editions, "render_site", fail)

    with pytest.raises(GuideError, match="cannot be drawn"):
        make_edition(sound, Choices(jobs=2), caches=both[0])
    assert make_edition(faulty, Choices(jobs=2), caches=both[1]).has_errors


@pytest.mark.parametrize(
    ("file", "content", "draws"),
    [
        pytest.param("pages/index.md", page(f"{CITED}\n\nRest well."), False, id="words"),
        pytest.param("pages/index.md", page(CITED).replace("title: ", "title: More "), True, id="title"),
        pytest.param("pages/rest.md", page("Rest is bad.[@one2020#week-1]"), True, id="citation"),
        pytest.param("evidence/two2021.yaml", TRIAL.replace("low", "high"), True, id="certainty"),
    ],
)
def test_the_dashboard_draws_what_the_guide_rests_on_when_it_changes(
    file: str, content: str, draws: bool, tmp_path: Path
) -> None:
    write(tmp_path / "content/pages/index.md", page(CITED))
    write(tmp_path / "content/pages/rest.md", page("Rest is good.[@two2021#week-1]"))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    write(tmp_path / "content/evidence/two2021.yaml", TRIAL)
    cache = Kept()

    def dashboard(cache: Cache) -> Mapping[PurePosixPath, bytes]:
        guide = read_site(tmp_path)
        return render_dashboard(guide, (), templates=template_folders(tmp_path), today=TODAY, grades={}, cache=cache)

    dashboard(cache)
    write(tmp_path / "content" / file, content)
    cache.last.clear()

    assert dashboard(cache) == dashboard(NO_CACHE)
    assert bool(cache.last) == draws


def test_only_the_pages_that_show_a_drawing_are_drawn_anew_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    render = Context.render

    def noted(self: Context, template: str, **values: object) -> bytes:
        drawn.append(str(self.address))
        return render(self, template, **values)

    def files_of(caches: Caches) -> dict[PurePosixPath, bytes]:
        drawn.clear()
        cache = caches["render"]
        files = render_site(read_site(tmp_path), templates=template_folders(tmp_path), today=TODAY, cache=cache)
        caches.save()
        return dict(files)

    monkeypatch.setattr(Context, "render", noted)
    write(tmp_path / "content/pages/index.md", page("Welcome. [Rest](rest.md)"))
    write(tmp_path / "content/pages/rest.md", page("Look:\n\n![Rest](rest.svg)"))
    write(tmp_path / "content/pages/rest.svg", DRAWING.format("red"))
    before = files_of(Caches(tmp_path / "cache"))
    write(tmp_path / "content/pages/rest.svg", DRAWING.format("blue"))

    after = files_of(Caches(tmp_path / "cache"))

    assert "rest.html" in drawn
    assert "index.html" not in drawn
    assert after == files_of(NO_CACHES) != before
