"""Checks rendered files one by one, and style sheets together; the results are cached."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePosixPath

from crpsguide.check import limits
from crpsguide.check.access import POLICY
from crpsguide.check.html import PageQuery, RenderedFiles
from crpsguide.check.incremental.cached import CacheEntry, from_cache_or, record_keys
from crpsguide.check.limits import reached_limit, run_on_file, run_on_site
from crpsguide.check.rule import Rule, RuleInputs
from crpsguide.model import Cache, Diagnostic, Site, key_of
from crpsguide.time_limit import at_most

# The diagnostics of a file, and what each `PageQuery` extracts from it if it is a page; None when that took too long.
_Result = tuple[tuple[Diagnostic, ...], tuple[object, ...] | None]


def found_in_files(
    inputs: RuleInputs, rules: Sequence[Rule], queries: Sequence[PageQuery], cache: Cache, jobs: int
) -> list[Diagnostic]:
    """The diagnostics of rules whose result for a rendered file depends on no other file's content.

    What `queries` extract from each page is cached too, and stored in the `RenderedFiles` of `inputs` for other rules.
    """
    site, files = inputs.site, inputs.rendered.files
    page_at = {page.address: page for page in site.pages.values()}
    landmarks = [site.pages[name] for name in _landmark_names(site) if name in site.pages]
    headers_file = {POLICY: files[POLICY]} if POLICY in files else {}
    guide_styles = (f"{path} {site.digests.get(path)}" for path in site.styles)
    shared = key_of(
        *(rule.name for rule in rules),
        *(query.key for query in queries),
        *record_keys(site),
        site.settings.base_url,
        *(page.address for page in landmarks),
        *headers_file.values(),
        *guide_styles,
    )

    def entry(path: PurePosixPath) -> CacheEntry:
        page = page_at.get(path)
        digest = blake2b(files[path], digest_size=16).hexdigest()
        return f"{shared} {path}", f"{digest} {page and page.path} {page and site.digests.get(page.path)}"

    def judge(paths: Sequence[PurePosixPath]) -> Mapping[PurePosixPath, _Result]:
        results = {}
        for path in paths:
            pages = {page.name: page for page in (*landmarks, page_at.get(path)) if page}
            single = RuleInputs(replace(site, pages=pages), rendered=RenderedFiles({path: files[path], **headers_file}))
            results[path] = _diagnostics(rules, single, path, site), _extracted(queries, single, path)
        return results

    results = from_cache_or(judge, {path: entry(path) for path in files}, cache, jobs)
    extracted = {path: one for path in inputs.rendered.pages if (one := results[path][1]) is not None}
    for number, query in enumerate(queries):
        inputs.rendered.store(query, {path: one[number] for path, one in extracted.items()})
    return [one for diagnostics, _ in results.values() for one in diagnostics]


def _diagnostics(rules: Sequence[Rule], single: RuleInputs, path: PurePosixPath, site: Site) -> tuple[Diagnostic, ...]:
    """The diagnostics of a rendered file. When together they take too long, each rule runs with a limit of its own."""
    try:
        with at_most(limits.FILE_LIMIT):
            return tuple(one for rule in rules for one in rule.run(single))
    except TimeoutError:
        place = next((page.place for page in site.pages.values() if page.address == path), site.settings.place)
        return tuple(one for rule in rules for one in run_on_file(rule, single, place, f"the finished file {path}"))


def _extracted(queries: Sequence[PageQuery], single: RuleInputs, path: PurePosixPath) -> tuple[object, ...] | None:
    """What each query extracts from a rendered page, empty for other files.

    None when that takes too long: the rules that need it will run it again, and their time limit is reported.
    """
    if path not in single.rendered.pages:
        return ()
    try:
        with at_most(limits.FILE_LIMIT):
            return tuple(query.at(path, single.rendered.pages[path]) for query in queries)
    except TimeoutError:
        return None


def found_in_styles(inputs: RuleInputs, rules: Sequence[Rule], cache: Cache) -> Sequence[Diagnostic]:
    """The diagnostics of rules whose result depends only on style sheets: the rendered ones and the guide's own."""
    sheets = [*inputs.site.styles.items(), *(one for one in inputs.rendered.files.items() if one[0].suffix == ".css")]
    key = key_of(*(rule.name for rule in rules), inputs.site.settings.place, *sheets)
    diagnostics: tuple[Diagnostic, ...] | None = cache.get(key)
    if diagnostics is None:
        diagnostics = tuple(one for rule in rules for one in run_on_site(rule, inputs))
        if not reached_limit(diagnostics):
            cache.put(key, diagnostics)
    return diagnostics


def _landmark_names(site: Site) -> Iterable[PurePosixPath]:
    """The names of the pages that every page links to."""
    landmarks = site.settings.landmarks
    links = (landmarks.urgent_help, landmarks.how_sure, landmarks.glossary, landmarks.about)
    return (PurePosixPath(link.partition("#")[0]) for link in links if link)
