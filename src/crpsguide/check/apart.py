"""Texts judged one by one, so that a text that has not changed need not be judged again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from crpsguide.check.rule import Rule
from crpsguide.model import Diagnostic, HeardClaim, Page, RecordText, Shelf, Site, key_of
from crpsguide.workers import spread


@dataclass(frozen=True, slots=True)
class _Texts:
    """What one file holds that readers get, with the sources that it names."""

    path: PurePosixPath
    text: Page | HeardClaim | RecordText

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that its words may rest on, whether the guide has them or not."""
        text = self.text
        named = {one.source for passage in text.passages for said in passage.sentences for one in said.citations}
        if isinstance(text, (Page, HeardClaim)):
            named |= {one.source for one in text.citations}
        return frozenset(named)


def found_apart(site: Site, rules: Sequence[Rule], shelf: Shelf, jobs: int) -> list[Diagnostic]:
    """What rules find that judge each text by itself; a text that is on the shelf is not judged again."""
    texts = {one.path: one for one in _texts(site)}
    shared = key_of(*(one.name for one in rules), site.settings.base_url, *_shared(site))
    keys = {path: _key(site, one, shared) for path, one in texts.items()}
    found = {path: kept for path in texts if (kept := shelf.recall(keys[path])) is not None}
    new = [one for path, one in texts.items() if path not in found]
    for share in spread(lambda some: _judged(site, some, rules), new, jobs):
        for path, told in share.items():
            found[path] = told
            shelf.keep(keys[path], told)
    return [one for told in found.values() for one in told]


def _texts(site: Site) -> Iterable[_Texts]:
    yield from (_Texts(one.path, one) for one in site.pages.values())
    yield from (_Texts(one.place.path, one) for one in site.claims.values())
    yield from (_Texts(one.path, one) for one in site.record_texts)


def _shared(site: Site) -> Iterable[str]:
    """What every text is judged against: all records but the evidence, of which a text names what it rests on."""
    own = {one.place.path for one in site.sources.values()}
    return (f"{path} {digest}" for path, digest in site.digests.items() if path.suffix == ".yaml" and path not in own)


def _key(site: Site, one: _Texts, shared: str) -> str:
    known = ((id, site.sources.get(id)) for id in sorted(one.sources))
    evidence = [f"{id} {site.digests.get(source.place.path) if source else None}" for id, source in known]
    return key_of(shared, one.path, site.digests.get(one.path), *evidence)


def _judged(
    site: Site, some: Sequence[_Texts], rules: Sequence[Rule]
) -> Mapping[PurePosixPath, tuple[Diagnostic, ...]]:
    """What the rules find in some texts: they see these and no others, and the evidence that these name."""
    wanted = {one.path for one in some}
    named = frozenset[str]().union(*(one.sources for one in some))
    part = replace(
        site,
        pages={name: one for name, one in site.pages.items() if one.path in wanted},
        claims={id: one for id, one in site.claims.items() if one.place.path in wanted},
        record_texts=tuple(one for one in site.record_texts if one.path in wanted),
        sources={id: one for id, one in site.sources.items() if id in named},
        assets={},
        changes=(),
        troubles=(),
        drafts=frozenset(),
        styles={},
    )
    told: dict[PurePosixPath, list[Diagnostic]] = {path: [] for path in wanted}
    for rule in rules:
        for one in rule.check(part):
            told[one.place.path].append(one)
    return {path: tuple(found) for path, found in told.items()}
