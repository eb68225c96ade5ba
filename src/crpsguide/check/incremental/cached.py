"""Results of rules for single texts and files, from the cache or from several processes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from crpsguide.check.limits import reached_limit
from crpsguide.model import Cache, Site
from crpsguide.workers import in_parallel

Item = TypeVar("Item")
Result = TypeVar("Result", bound=tuple[Any, ...])  # diagnostics first, then whatever else was found
# The key of a result, and a digest of the inputs that change often. The digest is stored with the result instead of
# being part of its key, so that a new result replaces the old one.
CacheEntry = tuple[str, str]


def from_cache_or(
    judge: Callable[[Sequence[Item]], Mapping[Item, Result]],
    entries: Mapping[Item, CacheEntry],
    cache: Cache,
    jobs: int,
) -> Mapping[Item, Result]:
    """The result for each item: from the cache if its inputs are unchanged, else from `judge` in `jobs` processes."""
    results = {
        item: cached[1]
        for item, (key, inputs) in entries.items()
        if (cached := cache.get(key)) is not None and cached[0] == inputs
    }
    missing = [item for item in entries if item not in results]
    for batch in in_parallel(judge, missing, jobs):
        for item, result in batch.items():
            results[item] = result
            if not reached_limit(result[0]):  # an idle machine may not reach it
                key, inputs = entries[item]
                cache.put(key, (inputs, result))
    return results


def record_keys(site: Site) -> Iterable[str]:
    """A key for each record that any text or file may be checked against.

    Evidence files are left out: a text depends only on those that it names.
    """
    evidence = {source.place.path for source in site.sources.values()}
    return (
        f"{path} {digest}" for path, digest in site.digests.items() if path.suffix == ".yaml" and path not in evidence
    )
