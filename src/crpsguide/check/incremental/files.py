"""Finished files judged one by one, and style sheets together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePosixPath

from crpsguide.check import unending
from crpsguide.check.access import POLICY
from crpsguide.check.html import Finished, Look
from crpsguide.check.incremental.remembered import Kept, record_keys, remembered
from crpsguide.check.rule import Ground, Rule
from crpsguide.check.unending import found_in_time, found_over_all, was_stopped
from crpsguide.model import Cache, Diagnostic, Site, key_of
from crpsguide.time_limit import at_most

# What rules say of a finished file, and what looks find in it if it is a page; None when they were stopped.
_Seen = tuple[tuple[Diagnostic, ...], tuple[object, ...] | None]


def found_apart_in_files(
    ground: Ground, rules: Sequence[Rule], looks: Sequence[Look], cache: Cache, jobs: int
) -> list[Diagnostic]:
    """What rules find that judge each finished file by itself; one that is in the cache is not judged again.

    What `looks` find in a page is remembered with it, and handed to the finished files.
    """
    site, files = ground.site, ground.finished.files
    typed = {page.address: page for page in site.pages.values()}
    marks = [site.pages[name] for name in _landmarks(site) if name in site.pages]
    promised = {POLICY: files[POLICY]} if POLICY in files else {}
    own_styles = (f"{path} {site.digests.get(path)}" for path in site.styles)
    shared = key_of(
        *(one.name for one in rules),
        *(look.key for look in looks),
        *record_keys(site),
        site.settings.base_url,
        *(one.address for one in marks),
        *promised.values(),
        *own_styles,
    )

    def kept(path: PurePosixPath) -> Kept:
        own = typed.get(path)
        digest = blake2b(files[path], digest_size=16).hexdigest()
        return f"{shared} {path}", f"{digest} {own and own.path} {own and site.digests.get(own.path)}"

    def judged(paths: Sequence[PurePosixPath]) -> Mapping[PurePosixPath, _Seen]:
        made = {}
        for path in paths:
            pages = {one.name: one for one in (*marks, typed.get(path)) if one}
            alone = Ground(replace(site, pages=pages), finished=Finished({path: files[path], **promised}))
            made[path] = _found_in_file(rules, alone, path, site), _seen_in_page(looks, alone, path)
        return made

    found = remembered({path: kept(path) for path in files}, judged, cache, jobs)
    seen = {path: seen for path in ground.finished.pages if (seen := found[path][1]) is not None}
    for number, look in enumerate(looks):
        ground.finished.keep(look, {path: one[number] for path, one in seen.items()})
    return [one for told, _ in found.values() for one in told]


def _found_in_file(rules: Sequence[Rule], alone: Ground, path: PurePosixPath, site: Site) -> tuple[Diagnostic, ...]:
    """What rules find in a finished file; when it keeps them busy, each is tried by itself."""
    try:
        with at_most(unending.PATIENCE):
            return tuple(one for rule in rules for one in rule.over(alone))
    except TimeoutError:
        own = next((page.place for page in site.pages.values() if page.address == path), site.settings.place)
        return tuple(one for rule in rules for one in found_in_time(rule, alone, own, f"the finished file {path}"))


def _seen_in_page(looks: Sequence[Look], alone: Ground, path: PurePosixPath) -> tuple[object, ...] | None:
    """What looks find in a finished page; None when it keeps them busy, of which the rules tell that ask again."""
    if path not in alone.finished.pages:
        return ()  # no page
    try:
        with at_most(unending.PATIENCE):
            return tuple(look.at(path, alone.finished.pages[path]) for look in looks)
    except TimeoutError:
        return None


def found_in_styles(ground: Ground, rules: Sequence[Rule], cache: Cache) -> Sequence[Diagnostic]:
    """What rules find that look at style sheets alone: those of the finished site, and those of the guide."""
    sheets = [*ground.site.styles.items(), *(one for one in ground.finished.files.items() if one[0].suffix == ".css")]
    key = key_of(*(one.name for one in rules), ground.site.settings.place, *sheets)
    found: tuple[Diagnostic, ...] | None = cache.get(key)
    if found is None:
        found = tuple(one for rule in rules for one in found_over_all(rule, ground))
        if not was_stopped(found):
            cache.put(key, found)
    return found


def _landmarks(site: Site) -> Iterable[PurePosixPath]:
    """The pages that every page links to, by name."""
    marks = site.settings.landmarks
    named = (marks.urgent_help, marks.how_sure, marks.glossary, marks.about)
    return (PurePosixPath(one.partition("#")[0]) for one in named if one)
