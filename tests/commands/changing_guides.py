"""Guides that change in every way that a cache has to notice, and the results of all stages over them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.check.guides import TRIAL
from tests.guides import page, write

from crpsguide.cache import Caches
from crpsguide.check import check_files, judge_site, outside_of
from crpsguide.commands.edition import Choices, Edition, make_edition
from crpsguide.commands.guide import template_folders
from crpsguide.read import read_site
from crpsguide.render import render_dashboard, render_site

TODAY = date(2026, 11, 21)
SOURCES = ("one2020", "two2021")
PAGES = ("index", "living/pacing", "living/rest", "pain")
CITED = "Pain may ease in 38 of every 100 people.[@one2020#week-1]"
# Page bodies with sentences that rules judge, valid and broken links, glossary terms and citations.
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
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{}" d="M0 0h9v9z"/></svg>'
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
# All variants of each file, by its path below content.
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
    "pages/rest.svg": (SVG.format("red"), SVG.format("blue")),
}
RENAMES = {
    "pages/pain.md": "pages/ache.md",
    "pages/living/rest.md": "pages/rest.md",
    "pages/rest.svg": "pages/Rest.svg",
}


def apply_edit(guide: Path, name: str, change: str | Path | None) -> None:
    """Change the file of this name below content: write a text, rename it to a path, or delete it for `None`.

    To rename a missing file, and to delete the home page, has no effect.
    """
    file = guide / "content" / name
    match change:
        case str(text):
            write(file, text)
        case Path() if file.exists():
            write(guide / "content" / change, file.read_text())
            file.unlink()
        case None if name != "pages/index.md":
            file.unlink(missing_ok=True)


def cached_edition(guide: Path, caches: Caches) -> Edition:
    """Make an edition with these caches."""
    return make_edition(guide, Choices(), caches=caches)


def results_of_all_stages(guide: Path, caches: Caches) -> tuple[object, ...]:
    """The results of each stage, also those that an edition leaves out when an error comes before them."""
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
        accepted_without_source=judged.accepted_without_source,
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
