"""A cache of rendered files, which tracks the sources and assets that each file depends on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from crpsguide.model import Cache, Site, key_of
from crpsguide.workers import in_parallel

Files = Mapping[PurePosixPath, bytes]
Dependencies = tuple[tuple[str, ...], tuple[PurePosixPath, ...]]  # of a file: ids of sources, names of assets
Job = tuple[str, Callable[[], bytes]]  # a key for all inputs of a file but its dependencies, and what renders it
Name = TypeVar("Name")
Value = TypeVar("Value")


class _Tracked(Mapping[Name, Value]):
    """A mapping that records which keys were used."""

    def __init__(self, values: Mapping[Name, Value]) -> None:
        self._values = values
        self.used: set[Name] = set()

    def __getitem__(self, name: Name) -> Value:
        value = self._values[name]
        self.used.add(name)
        return value

    def __iter__(self) -> Iterator[Name]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class CachedFiles:
    """The cache for the rendered files of one site.

    A cached file stays valid while its key, and the digests of the sources and assets that it used, are unchanged.
    """

    def __init__(self, site: Site, cache: Cache, jobs: int) -> None:
        self._site = site
        self._sources = _Tracked(site.sources)
        self._assets = _Tracked(site.assets)
        self._cache = cache
        self._jobs = jobs

    def tracked(self, site: Site) -> Site:
        """The site with tracked sources and assets; files have to be rendered from this one."""
        return replace(site, sources=self._sources, assets=self._assets)

    def files(self, jobs: Mapping[PurePosixPath, Job]) -> Files:
        """The file of each job, from the cache if it is valid; several processes render the others."""
        files = {address: file for address, (key, _) in jobs.items() if (file := self._cached(key)) is not None}
        missing = [address for address in jobs if address not in files]

        def rendered(address: PurePosixPath) -> tuple[Dependencies, bytes]:
            self._sources.used.clear()
            self._assets.used.clear()
            _, render = jobs[address]
            file = render()
            return (tuple(sorted(self._sources.used)), tuple(sorted(self._assets.used))), file

        for batch in in_parallel(lambda some: {address: rendered(address) for address in some}, missing, self._jobs):
            for address, (dependencies, file) in batch.items():
                files[address] = file
                self._cache.put(jobs[address][0], (dependencies, self._digests(dependencies), file))
        return files

    def _cached(self, key: str) -> bytes | None:
        """The cached file with a key; None when there is none, or one of its dependencies has changed."""
        cached: tuple[Dependencies, tuple[str, ...], bytes] | None = self._cache.get(key)
        if cached is None:
            return None
        dependencies, digests, file = cached
        return file if digests == self._digests(dependencies) else None

    def _digests(self, dependencies: Dependencies) -> tuple[str, ...]:
        """For each source the digest of its file, for each asset a key for what pages show of it."""
        ids, names = dependencies
        assets = (self._site.assets.get(name) for name in names)
        return (
            *(self._source_digests.get(id, "") for id in ids),
            *(key_of(asset.size, asset.data_url) if asset else "" for asset in assets),
        )

    @cached_property
    def _source_digests(self) -> Mapping[str, str]:
        """The digest of each source's file, by the source's id."""
        digests = self._site.digests
        return {id: digests.get(source.place.path, "") for id, source in self._site.sources.items()}
