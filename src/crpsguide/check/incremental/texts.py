"""Texts judged one by one, and pages beside those that they name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from crpsguide.check import unending
from crpsguide.check.incremental.remembered import Kept, record_keys, remembered
from crpsguide.check.judgements import Judgements
from crpsguide.check.parts import related_to
from crpsguide.check.rule import Ground, Rule
from crpsguide.check.unending import found_in_time
from crpsguide.frozen import frozen
from crpsguide.model import (
    Cache,
    Diagnostic,
    HeardClaim,
    Packed,
    Page,
    PageLink,
    Place,
    RecordText,
    Site,
    key_of,
    pack,
)
from crpsguide.time_limit import at_most

# What is worth knowing of each page beside faults: plain data and values of the model by the page's name.
Remark = Callable[[Ground], Mapping[PurePosixPath, object]]
_Remarked = tuple[Packed[Any], ...]  # each is folded by itself, for they are asked for one by one
# What rules say of a text, what was remarked on a page, one thing for each `Remark`, and what is known of sentences.
_Judged = tuple[tuple[Diagnostic, ...], _Remarked | None, Packed[Mapping[bytes, str]] | None]
AT_ONCE = 64  # answers that are given together, two for each page: so many pages are unfolded at a time


@frozen
class _Text:
    """What one file holds that readers get, with the sources that it names."""

    path: PurePosixPath
    text: Page | HeardClaim | RecordText

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that its words may rest on, whether the guide has them or not."""
        text = self.text
        if isinstance(text, Page):
            return text.named_sources
        named = {one.source for passage in text.passages for said in passage.sentences for one in said.citations}
        if isinstance(text, HeardClaim):
            named |= {one.source for one in text.citations}
        return frozenset(named)

    @property
    def sentences(self) -> Iterator[str]:
        """The words of each sentence, and of what is told about a page."""
        text = self.text
        passages = (*text.facts, *text.passages, *text.pictures) if isinstance(text, Page) else text.passages
        return (one.text for passage in passages for one in passage.sentences)


@frozen
class _Question:
    """Rules and remarks that go over texts, what of the guide they see, and where answers are kept."""

    rules: Sequence[Rule]
    remarks: Sequence[Remark]
    site: Site
    kept: Mapping[PurePosixPath, Kept]


def found_in_texts(
    site: Site, apart: Sequence[Rule], beside: Sequence[Rule], remarks: Sequence[Remark], cache: Cache, jobs: int
) -> tuple[list[Diagnostic], Mapping[PurePosixPath, _Remarked]]:
    """What rules find that judge each text by itself, or a page beside those that it names; and what is remarked.

    The remarks on a page are folded, by its name. A text that is in the cache is not judged again; of one that has
    changed since, what was found out about its sentences is remembered.
    """
    texts = {one.path: one for one in _texts(site)}
    questions = _of_texts(site, texts, apart, remarks), _of_pages(site, beside)
    kept = {
        (path, number): question.kept[path]
        for path in texts  # what is asked of one page comes together, so that it is unfolded once
        for number, question in enumerate(questions)
        if path in question.kept
    }

    def judged(asked: Sequence[tuple[PurePosixPath, int]]) -> Mapping[tuple[PurePosixPath, int], _Judged]:
        made: dict[tuple[PurePosixPath, int], _Judged] = {}
        for at in range(0, len(asked), AT_ONCE):
            for number, question in enumerate(questions):
                if some := [texts[path] for path, of in asked[at : at + AT_ONCE] if of == number]:
                    earlier = [cache.get(question.kept[one.path][0]) for one in some]
                    judgements = Judgements(_known(one[1] for one in earlier if one))
                    found = _judged(question, some, judgements)
                    made |= {(path, number): one for path, one in found.items()}
        return made

    found = remembered(kept, judged, cache, jobs)
    remarked = {name: found[page.path, 0][1] for name, page in site.pages.items()}
    told = [one for some, _, _ in found.values() for one in some]
    return told, {name: one for name, one in remarked.items() if one is not None}


def _known(judged: Iterable[_Judged]) -> Mapping[bytes, str]:
    """What earlier answers about texts know of their sentences."""
    return {key: answer for _, _, known in judged if known for key, answer in known.value.items()}


def _of_texts(
    site: Site, texts: Mapping[PurePosixPath, _Text], rules: Sequence[Rule], remarks: Sequence[Remark]
) -> _Question:
    shared = key_of(*(one.name for one in rules), *map(_name, remarks), site.settings.base_url, *record_keys(site))
    alone = replace(site, assets={}, changes=(), troubles=(), drafts=frozenset(), styles={})
    evidence = {id: site.digests.get(one.place.path, "") for id, one in site.sources.items()}
    kept = {path: (f"{shared} {path}", _rests_on(site, one, evidence)) for path, one in texts.items()}
    return _Question(rules, remarks, alone, kept)


def _of_pages(site: Site, rules: Sequence[Rule]) -> _Question:
    """Rules that judge each page, or claim with links, by itself and the pages that it names."""
    shared = key_of(*(one.name for one in rules), site.settings.base_url, *record_keys(site), *_whereabouts(site))
    digests = {str(name): site.digests.get(page.path, "") for name, page in site.pages.items()}
    linking: tuple[Page | HeardClaim, ...] = (
        *site.pages.values(),
        *(claim for claim in site.claims.values() if claim.links),
    )
    kept = {
        one.path: (
            f"{shared} {one.path}",
            key_of(" ".join([site.digests.get(one.path, ""), *(digests.get(name, "") for name in _named(one))])),
        )
        for one in linking
    }
    return _Question(rules, (), replace(site, all_pages=site.pages), kept)


def _texts(site: Site) -> Iterable[_Text]:
    yield from (_Text(one.path, one) for one in site.pages.values())
    yield from (_Text(one.place.path, one) for one in site.claims.values())
    yield from (_Text(one.path, one) for one in site.record_texts)


def _name(remark: Remark) -> str:
    return f"{remark.__module__}.{remark.__qualname__}"


def _rests_on(site: Site, one: _Text, evidence: Mapping[str, str]) -> str:
    """A key for a text and the evidence that it names, of each of which its file tells."""
    return key_of(site.digests.get(one.path), *(evidence.get(id) for id in sorted(one.sources)))


def _judged(question: _Question, texts: Sequence[_Text], judgements: Judgements) -> Mapping[PurePosixPath, _Judged]:
    """What the rules of a question find in these texts, and what is remarked on them."""
    part = Ground(_part(question.site, texts), judgements=judgements)
    told: dict[PurePosixPath, list[Diagnostic]] = {one.path: [] for one in texts}
    for found in _found(question.rules, question.site, texts, part):
        told[found.place.path].append(found)
    remarked = _remarked(question.remarks, question.site, texts, part)
    known = {one.path: judgements.about(one.sentences) for one in texts}
    return {
        path: (tuple(found), remarked.get(path), pack(known[path]) if known[path] else None)
        for path, found in told.items()
    }


def _remarked(
    remarks: Sequence[Remark], site: Site, some: Sequence[_Text], part: Ground
) -> Mapping[PurePosixPath, _Remarked]:
    """What is remarked on the pages among some texts, of which `part` is made; nothing on one that takes too long."""
    if not remarks or not part.site.pages:
        return {}
    try:
        with at_most(unending.PATIENCE):
            found = [remark(part) for remark in remarks]
    except TimeoutError:
        alone = [
            _remarked(remarks, site, [one], replace(part, site=_part(site, [one]))) for one in some if len(some) > 1
        ]
        return {path: one for each in alone for path, one in each.items()}
    return {page.path: tuple(pack(one.get(name)) for one in found) for name, page in part.site.pages.items()}


def _found(rules: Sequence[Rule], site: Site, some: Sequence[_Text], part: Ground) -> Sequence[Diagnostic]:
    """What rules find in some texts, of which `part` is made. When that takes long, each rule is tried by itself."""
    try:
        with at_most(unending.FOR_ALL_RULES * unending.PATIENCE):
            return [found for rule in rules for found in rule.over(part)]
    except TimeoutError:
        return [found for rule in rules for found in _in_time(rule, site, some, part)]


def _in_time(rule: Rule, site: Site, some: Sequence[_Text], part: Ground) -> Sequence[Diagnostic]:
    """What a rule finds in some texts, of which `part` is made. When they keep it busy, each is tried by itself."""
    if len(some) == 1:
        return found_in_time(rule, part, Place(some[0].path))
    try:
        with at_most(unending.PATIENCE):
            return rule.over(part)
    except TimeoutError:
        return [found for one in some for found in _in_time(rule, site, [one], replace(part, site=_part(site, [one])))]


def _part(site: Site, some: Sequence[_Text]) -> Site:
    """The site with these texts and no others, and the evidence that they name."""
    wanted = {one.path for one in some}
    named = frozenset[str]().union(*(one.sources for one in some))
    return replace(
        site,
        pages={one.text.name: one.text for one in some if isinstance(one.text, Page)},
        claims={id: one for id, one in site.claims.items() if one.place.path in wanted},
        record_texts=tuple(one for one in site.record_texts if one.path in wanted),
        sources={id: one for id, one in site.sources.items() if id in named},
    )


def _whereabouts(site: Site) -> Iterator[str]:
    """What there is to link to, and what is set aside."""
    yield from (f"{page.path} {page.address} {page.front_matter.redirect_from}" for page in site.pages.values())
    yield from (f"{asset.name}" for asset in site.assets.values())
    yield from (f"draft {name}" for name in sorted(site.drafts))
    yield from (f"{one.kind} {one.place.path}" for one in site.troubles)


def _named(page: Page | HeardClaim) -> Sequence[str]:
    """The pages that a page names, in its text or in its front matter."""
    if isinstance(page, HeardClaim):
        return sorted({str(link.target) for link in page.links if isinstance(link, PageLink)})
    return (*page.gist.linked, *sorted(map(str, related_to(page))))
