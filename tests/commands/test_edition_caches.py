"""An edition that is made with caches equals one that is made without, after any change and with damaged caches."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.check.guides import TRIAL
from tests.commands.changing_guides import (
    BODIES,
    CITED,
    DRIP,
    FILES,
    GLOSSARIES,
    RENAMES,
    SVG,
    TODAY,
    TRIALS,
    apply_edit,
    results_of_all_stages,
)
from tests.guides import draft, page, write

from crpsguide.cache import NO_CACHES, Caches
from crpsguide.check import judge_site
from crpsguide.read import read_site

EDITS = st.one_of(
    *(st.tuples(st.just(name), st.sampled_from([*texts, None])) for name, texts in FILES.items()),
    *(st.tuples(st.just(name), st.just(Path(new_name))) for name, new_name in RENAMES.items()),
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
PAIN_PAGE = page("*[Stop]: if a rash appears\n\n## Flare\n\nA flare. See [a shop](https://shop.example/).", "Pain")
GLOSSARY_PAGE = FILES["pages/words.md"][0]
BROKEN_REFERENCES = """\
A [door](hon.md), a [plan](soon.md), an [ache](ache.html), what it [was](was.html), and nobody counted.[@two2021]

![A limb](gone.svg)
"""
DRIP_WITHOUT_HARMS = DRIP.format(harms="")
HIGH_CERTAINTY = TRIAL.replace("low", "high")
# Each makes the damaged bytes of a cache file from its own bytes, those of another one, and a position.
DAMAGES: Mapping[str, Callable[[bytes, bytes, int], bytes]] = {
    "empty": lambda data, other, at: b"",
    "truncated": lambda data, other, at: data[:at],
    "first half lost": lambda data, other, at: data[at:],
    "flipped bits": lambda data, other, at: bytes(
        one ^ 1 if number % 500 == at % 500 else one for number, one in enumerate(data)
    ),
    "zeros from a position on": lambda data, other, at: data[:at] + bytes(len(data) - at),
    "another file": lambda data, other, at: other,
    "another file from a position on": lambda data, other, at: data[:at] + other[at:],
    "written twice": lambda data, other, at: data + data,
}


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(edits=st.lists(EDITS, min_size=4, max_size=6))
def test_caches_never_change_a_result(edits: list[tuple[str, str | Path | None]]) -> None:
    with TemporaryDirectory() as folder:
        guide = Path(folder)
        write(guide / "content/pages/index.md", page("Welcome."))
        for name, change in edits:
            apply_edit(guide, name, change)

            cached = results_of_all_stages(guide, Caches(guide / "cache"))

            assert cached == results_of_all_stages(guide, NO_CACHES)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        pytest.param("../templates/offline.html", None, FILES["../templates/offline.html"][0], id="template"),
        pytest.param("../templates/_headers.txt", None, "/*\n  X-Frame-Options: DENY\n", id="policy"),
        pytest.param("pages/pain.md", PAIN_PAGE, PAIN_PAGE.replace("Pain", "Ache"), id="title of another page"),
        pytest.param(
            "pages/pain.md", PAIN_PAGE, PAIN_PAGE.replace("## Flare", "## Bad days"), id="anchor of another page"
        ),
        pytest.param("pages/pain.md", PAIN_PAGE, None, id="deleted page that others link to"),
        pytest.param("evidence/one2020.yaml", TRIALS[0], TRIALS[3], id="source that may no longer be cited"),
        pytest.param("glossary.yaml", *GLOSSARIES, id="words of the glossary"),
        pytest.param("glossary.yaml", None, GLOSSARIES[1], id="first word of the glossary"),
        pytest.param("site.yaml", *FILES["site.yaml"][:2], id="settings"),
        pytest.param("wording/link-hosts.yaml", *FILES["wording/link-hosts.yaml"], id="list of hosts"),
        pytest.param("wording/plain-words.yaml", None, FILES["wording/plain-words.yaml"][0], id="wording list"),
        pytest.param("pages/living/rest.md", None, page("Rest."), id="page that a broken link named"),
        pytest.param("pages/gone.svg", None, SVG.format("red"), id="missing image"),
        pytest.param("pages/hone.md", None, page("Home."), id="page with a name similar to a broken link"),
        pytest.param("pages/gone.svg", None, "no drawing", id="invalid image"),
        pytest.param("pages/soon.md", None, draft("Soon."), id="draft"),
        pytest.param(
            "pages/words.md", GLOSSARY_PAGE, GLOSSARY_PAGE.replace("title", "slug: ache\ntitle", 1), id="address"
        ),
        pytest.param(
            "pages/words.md",
            GLOSSARY_PAGE,
            GLOSSARY_PAGE.replace("title", "redirect_from: [was.html]\ntitle", 1),
            id="old address",
        ),
        pytest.param("evidence/two2021.yaml", None, TRIAL, id="missing source"),
        pytest.param("evidence/two2021.yaml", TRIALS[3], TRIALS[0], id="source that may be cited now"),
    ],
)
def test_a_change_invalidates_all_results_that_depend_on_it(
    file: str, before: str | None, after: str | None, tmp_path: Path
) -> None:
    write(tmp_path / "content/pages/index.md", page(f"{CITED} See [pain](pain.md#flare). A flare. {BROKEN_REFERENCES}"))
    write(tmp_path / "content/pages/words.md", GLOSSARY_PAGE)
    write(tmp_path / "content/pages/pain.md", PAIN_PAGE)
    write(tmp_path / "content/pages/drip.md", DRIP.format(harms="rash") + "Pacing helps.")
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    apply_edit(tmp_path, file, before)
    first = results_of_all_stages(tmp_path, Caches(tmp_path / "cache"))
    apply_edit(tmp_path, file, after)

    second = results_of_all_stages(tmp_path, Caches(tmp_path / "cache"))

    assert second != first
    assert second == results_of_all_stages(tmp_path, NO_CACHES)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(versions=st.lists(st.tuples(BODY, BODY, st.sampled_from(TRIALS)), min_size=3, max_size=5))
def test_cached_results_of_sentences_never_change_the_diagnostics(versions: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        guide = Path(folder)
        write(guide / "content/pages/index.md", page("Welcome."))
        for drip, rest, trial in versions:
            write(guide / "content/pages/drip.md", DRIP_WITHOUT_HARMS + drip)
            write(guide / "content/pages/rest.md", DRIP_WITHOUT_HARMS + rest)
            write(guide / "content/evidence/one2020.yaml", trial)
            site, caches = read_site(guide), Caches(guide / "cache")

            cached = judge_site(site, today=TODAY, cache=caches["check"])
            caches.save()

            uncached = judge_site(site, today=TODAY)
            assert cached.diagnostics == uncached.diagnostics
            assert cached.accepted_without_source == uncached.accepted_without_source


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        pytest.param(
            "pages/rest.md",
            f"{DRIP_WITHOUT_HARMS}Is it warm?\n\nNone.",
            f"{DRIP_WITHOUT_HARMS}Does it have side effects?\n\nNone.",
            id="question before an answer",
        ),
        pytest.param(
            "pages/rest.md",
            f"{DRIP_WITHOUT_HARMS}## Ask\n\n- Rash",
            f"{DRIP_WITHOUT_HARMS}## Side effects\n\n- Rash",
            id="heading",
        ),
        pytest.param(
            "pages/rest.md",
            f"{DRIP_WITHOUT_HARMS}{CITED}",
            f"{DRIP_WITHOUT_HARMS}{CITED.partition('[')[0]}",
            id="citation",
        ),
        pytest.param("evidence/one2020.yaml", TRIAL, TRIAL.replace('"38"', '"12"'), id="number of a finding"),
        pytest.param("evidence/one2020.yaml", HIGH_CERTAINTY, TRIAL, id="certainty of a finding"),
    ],
)
def test_a_change_invalidates_the_cached_results_of_sentences_that_depend_on_it(
    file: str, before: str, after: str, tmp_path: Path
) -> None:
    caches = Caches(tmp_path / "cache")
    write(tmp_path / "content/pages/index.md", page("Welcome."))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    write(tmp_path / "content/pages/drip.md", f"{DRIP_WITHOUT_HARMS}{CITED} Rest eases pain.[@one2020#week-1]")
    write(tmp_path / "content" / file, before)
    first = judge_site(read_site(tmp_path), today=TODAY, cache=caches["check"])
    write(tmp_path / "content" / file, after)

    second = judge_site(read_site(tmp_path), today=TODAY, cache=caches["check"])

    assert second.diagnostics == judge_site(read_site(tmp_path), today=TODAY).diagnostics
    assert {one.message for one in second.diagnostics} != {one.message for one in first.diagnostics}


@pytest.mark.parametrize("pattern", ["*.cache", "*.values"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_never_changes_a_result(damage: str, pattern: str, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write(tmp_path / "content/pages/index.md", page(f"{CITED} {BODIES[8]}"))
    write(tmp_path / "content/pages/rest.md", page("Rest is bad."))
    write(tmp_path / "content/evidence/one2020.yaml", TRIAL)
    results_of_all_stages(tmp_path, Caches(cache))
    write(tmp_path / "content/pages/rest.md", page("Rest is good."))
    files = sorted(cache.glob(pattern))
    contents = [one.read_bytes() for one in files]
    for file, data, other in zip(files, contents, [*contents[1:], contents[0]], strict=True):
        file.write_bytes(DAMAGES[damage](data, other, len(data) // 2))

    cached = results_of_all_stages(tmp_path, Caches(cache))

    assert cached == results_of_all_stages(tmp_path, NO_CACHES)
