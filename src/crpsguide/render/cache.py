"""Files as they were drawn before: each is drawn anew when something has changed that was looked at for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from crpsguide.model import Cache, Site, key_of
from crpsguide.workers import in_parallel

Files = Mapping[PurePosixPath, bytes]
Seen = tuple[tuple[str, ...], tuple[PurePosixPath, ...]]  # sources and assets, by their names
Sketch = tuple[str, Callable[[], bytes]]  # of a file: a key for all that it shows, and how it is drawn
Name = TypeVar("Name")
Thing = TypeVar("Thing")


class _Watched(Mapping[Name, Thing]):
    """The sources or the assets of a guide, and which of them somebody has looked at."""

    def __init__(self, things: Mapping[Name, Thing]) -> None:
        self._things = things
        self.seen: set[Name] = set()

    def __getitem__(self, name: Name) -> Thing:
        thing = self._things[name]
        self.seen.add(name)
        return thing

    def __iter__(self) -> Iterator[Name]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)


class CachedFiles:
    """The cache for the files of one site, and what of its sources and assets somebody looks at to draw one."""

    def __init__(self, site: Site, cache: Cache, jobs: int) -> None:
        self._site = site
        self._sources = _Watched(site.sources)
        self._assets = _Watched(site.assets)
        self._cache = cache
        self._jobs = jobs

    def watched(self, site: Site) -> Site:
        """The site with sources and assets that note who looks at them; all that is drawn from is to be of it."""
        return replace(site, sources=self._sources, assets=self._assets)

    def files(self, sketches: Mapping[PurePosixPath, Sketch]) -> Files:
        """Files as they are in the cache, if their sources are as they were; several processes draw the others."""
        files = {address: file for address, (key, _) in sketches.items() if (file := self._cached(key)) is not None}
        new = [address for address in sketches if address not in files]

        def drawn(address: PurePosixPath) -> tuple[Seen, bytes]:
            self._sources.seen.clear()
            self._assets.seen.clear()
            _, draw = sketches[address]
            file = draw()
            return (tuple(sorted(self._sources.seen)), tuple(sorted(self._assets.seen))), file

        for share in in_parallel(lambda some: {address: drawn(address) for address in some}, new, self._jobs):
            for address, (seen, file) in share.items():
                files[address] = file
                self._cache.put(sketches[address][0], (seen, self._shown(seen), file))
        return files

    def _cached(self, key: str) -> bytes | None:
        """A file as it was drawn before; None when there is none, or something has changed that was looked at."""
        kept: tuple[Seen, tuple[str, ...], bytes] | None = self._cache.get(key)
        if kept is None:
            return None
        seen, shown, file = kept
        return file if shown == self._shown(seen) else None

    def _shown(self, seen: Seen) -> tuple[str, ...]:
        """What tells all that some sources hold, and what pages show of some assets."""
        ids, names = seen
        assets = (self._site.assets.get(name) for name in names)
        return (
            *(self._evidence.get(id, "") for id in ids),
            *(key_of(one.size, one.whole) if one else "" for one in assets),
        )

    @cached_property
    def _evidence(self) -> Mapping[str, str]:
        """By the id of each source, what tells its text."""
        digests = self._site.digests
        return {id: digests.get(source.place.path, "") for id, source in self._site.sources.items()}
