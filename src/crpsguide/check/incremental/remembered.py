"""What rules said of a text or a file before, for as long as all that it rests on is as it was."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from crpsguide.check.unending import was_stopped
from crpsguide.model import Cache, Site
from crpsguide.workers import in_parallel

Piece = TypeVar("Piece")
Found = TypeVar("Found", bound=tuple[Any, ...])  # diagnostics, and what else was found
# Where an answer is kept, and a key for all that it rests on: a new answer takes the place of the one before.
Kept = tuple[str, str]


def remembered(
    places: Mapping[Piece, Kept], judge: Callable[[Sequence[Piece]], Mapping[Piece, Found]], cache: Cache, jobs: int
) -> Mapping[Piece, Found]:
    """What is in the cache, and what several processes find in the rest."""
    found = {
        piece: kept[1]
        for piece, (key, rests_on) in places.items()
        if (kept := cache.get(key)) is not None and kept[0] == rests_on
    }
    new = [piece for piece in places if piece not in found]
    for share in in_parallel(judge, new, jobs):
        for piece, told in share.items():
            found[piece] = told
            if not was_stopped(told[0]):  # a calmer machine may come to the end
                key, rests_on = places[piece]
                cache.put(key, (rests_on, told))
    return found


def record_keys(site: Site) -> Iterable[str]:
    """A key for each record that every text and file is judged against: all but the evidence, which a text names."""
    own = {one.place.path for one in site.sources.values()}
    return (f"{path} {digest}" for path, digest in site.digests.items() if path.suffix == ".yaml" and path not in own)
