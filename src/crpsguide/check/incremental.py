"""Texts and finished pages judged one by one, so that one that has not changed need not be judged again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any, TypeVar

from crpsguide.check import unending
from crpsguide.check.access import POLICY
from crpsguide.check.html import Finished, Look
from crpsguide.check.judgements import Judgements
from crpsguide.check.parts import related_to
from crpsguide.check.rule import Ground, Rule
from crpsguide.check.unending import found_in_time, found_over_all, was_stopped
from crpsguide.frozen import frozen
from crpsguide.model import (
    Diagnostic,
    HeardClaim,
    Packed,
    Page,
    PageLink,
    Place,
    RecordText,
    Shelf,
    Site,
    key_of,
    pack,
)
from crpsguide.time_limit import at_most
from crpsguide.workers import spread

Piece = TypeVar("Piece")
# What is worth knowing of each page beside faults: plain data and values of the model by the page's name.
Remark = Callable[[Ground], Mapping[PurePosixPath, object]]
_Remarked = tuple[Packed[Any], ...]  # each is folded by itself, for they are asked for one by one
# What rules say of a text, what was remarked on a page, one thing for each `Remark`, and what is known of sentences.
_Judged = tuple[tuple[Diagnostic, ...], _Remarked | None, Packed[Mapping[bytes, str]] | None]
# What rules say of a finished file, and what looks find in it if it is a page; None when they were stopped.
_Seen = tuple[tuple[Diagnostic, ...], tuple[object, ...] | None]
Found = TypeVar("Found", _Judged, _Seen)
# Where an answer is kept, and a key for all that it rests on: a new answer takes the place of the one before.
_Kept = tuple[str, str]
AT_ONCE = 64  # answers that are given together, two for each page: so many pages are unfolded at a time


@frozen
class _Texts:
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
        passages = (*text.facts, *text.passages) if isinstance(text, Page) else text.passages
        return (one.text for passage in passages for one in passage.sentences)


@frozen
class _Question:
    """Rules and remarks that go over texts, what of the guide they see, and where answers are kept."""

    rules: Sequence[Rule]
    remarks: Sequence[Remark]
    site: Site
    kept: Mapping[PurePosixPath, _Kept]


def found_in_texts(
    site: Site, apart: Sequence[Rule], beside: Sequence[Rule], remarks: Sequence[Remark], shelf: Shelf, jobs: int
) -> tuple[list[Diagnostic], Mapping[PurePosixPath, _Remarked]]:
    """What rules find that judge each text by itself, or a page beside those that it names; and what is remarked.

    The remarks on a page are folded, by its name. A text that is on the shelf is not judged again; of one that has
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
                    earlier = [shelf.recall(question.kept[one.path][0]) for one in some]
                    judgements = Judgements(_known(one[1] for one in earlier if one))
                    found = _judged(question, some, judgements)
                    made |= {(path, number): one for path, one in found.items()}
        return made

    found = _remembered(kept, judged, shelf, jobs)
    remarked = {name: found[page.path, 0][1] for name, page in site.pages.items()}
    told = [one for some, _, _ in found.values() for one in some]
    return told, {name: one for name, one in remarked.items() if one is not None}


def _known(judged: Iterable[_Judged]) -> Mapping[bytes, str]:
    """What earlier answers about texts know of their sentences."""
    return {key: answer for _, _, known in judged if known for key, answer in known.value.items()}


def _of_texts(
    site: Site, texts: Mapping[PurePosixPath, _Texts], rules: Sequence[Rule], remarks: Sequence[Remark]
) -> _Question:
    shared = key_of(*(one.name for one in rules), *map(_name, remarks), site.settings.base_url, *_shared(site))
    alone = replace(site, assets={}, changes=(), troubles=(), drafts=frozenset(), styles={})
    evidence = {id: site.digests.get(one.place.path, "") for id, one in site.sources.items()}
    kept = {path: (f"{shared} {path}", _rests_on(site, one, evidence)) for path, one in texts.items()}
    return _Question(rules, remarks, alone, kept)


def _of_pages(site: Site, rules: Sequence[Rule]) -> _Question:
    """Rules that judge each page, or claim with links, by itself and the pages that it names."""
    shared = key_of(*(one.name for one in rules), site.settings.base_url, *_shared(site), *_whereabouts(site))
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
    return _Question(rules, (), replace(site, around=site.pages), kept)


def found_apart_in_files(
    ground: Ground, rules: Sequence[Rule], looks: Sequence[Look], shelf: Shelf, jobs: int
) -> list[Diagnostic]:
    """What rules find that judge each finished file by itself; one that is on the shelf is not judged again.

    What `looks` find in a page is remembered with it, and handed to the finished files.
    """
    site, files = ground.site, ground.finished.files
    typed = {page.address: page for page in site.pages.values()}
    marks = [site.pages[name] for name in _landmarks(site) if name in site.pages]
    promised = {POLICY: files[POLICY]} if POLICY in files else {}
    made_with = (*(one.name for one in rules), *(look.key for look in looks), *_shared(site), site.settings.base_url)
    own_styles = (f"{path} {site.digests.get(path)}" for path in site.styles)
    shared = key_of(*made_with, *(one.address for one in marks), *promised.values(), *own_styles)

    def kept(path: PurePosixPath) -> _Kept:
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

    found = _remembered({path: kept(path) for path in files}, judged, shelf, jobs)
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


def found_in_styles(ground: Ground, rules: Sequence[Rule], shelf: Shelf) -> Sequence[Diagnostic]:
    """What rules find that look at style sheets alone: those of the finished site, and those of the guide."""
    sheets = [*ground.site.styles.items(), *(one for one in ground.finished.files.items() if one[0].suffix == ".css")]
    key = key_of(*(one.name for one in rules), ground.site.settings.place, *sheets)
    found: tuple[Diagnostic, ...] | None = shelf.recall(key)
    if found is None:
        found = tuple(one for rule in rules for one in found_over_all(rule, ground))
        if not was_stopped(found):
            shelf.keep(key, found)
    return found


def _remembered(
    places: Mapping[Piece, _Kept], judge: Callable[[Sequence[Piece]], Mapping[Piece, Found]], shelf: Shelf, jobs: int
) -> Mapping[Piece, Found]:
    """What is on the shelf, and what several processes find in the rest."""
    found = {
        piece: kept[1]
        for piece, (key, rests_on) in places.items()
        if (kept := shelf.recall(key)) is not None and kept[0] == rests_on
    }
    new = [piece for piece in places if piece not in found]
    for share in spread(judge, new, jobs):
        for piece, told in share.items():
            found[piece] = told
            if not was_stopped(told[0]):  # a calmer machine may come to the end
                key, rests_on = places[piece]
                shelf.keep(key, (rests_on, told))
    return found


def _landmarks(site: Site) -> Iterable[PurePosixPath]:
    """The pages that every page links to, by name."""
    marks = site.settings.landmarks
    named = (marks.urgent_help, marks.how_sure, marks.glossary, marks.about)
    return (PurePosixPath(one.partition("#")[0]) for one in named if one)


def _texts(site: Site) -> Iterable[_Texts]:
    yield from (_Texts(one.path, one) for one in site.pages.values())
    yield from (_Texts(one.place.path, one) for one in site.claims.values())
    yield from (_Texts(one.path, one) for one in site.record_texts)


def _name(remark: Remark) -> str:
    return f"{remark.__module__}.{remark.__qualname__}"


def _shared(site: Site) -> Iterable[str]:
    """What every text is judged against: all records but the evidence, of which a text names what it rests on."""
    own = {one.place.path for one in site.sources.values()}
    return (f"{path} {digest}" for path, digest in site.digests.items() if path.suffix == ".yaml" and path not in own)


def _rests_on(site: Site, one: _Texts, evidence: Mapping[str, str]) -> str:
    """A key for a text and the evidence that it names, of each of which its file tells."""
    return key_of(site.digests.get(one.path), *(evidence.get(id) for id in sorted(one.sources)))


def _judged(question: _Question, texts: Sequence[_Texts], judgements: Judgements) -> Mapping[PurePosixPath, _Judged]:
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
    remarks: Sequence[Remark], site: Site, some: Sequence[_Texts], part: Ground
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


def _found(rules: Sequence[Rule], site: Site, some: Sequence[_Texts], part: Ground) -> Sequence[Diagnostic]:
    """What rules find in some texts, of which `part` is made. When that takes long, each rule is tried by itself."""
    try:
        with at_most(unending.FOR_ALL_RULES * unending.PATIENCE):
            return [found for rule in rules for found in rule.over(part)]
    except TimeoutError:
        return [found for rule in rules for found in _in_time(rule, site, some, part)]


def _in_time(rule: Rule, site: Site, some: Sequence[_Texts], part: Ground) -> Sequence[Diagnostic]:
    """What a rule finds in some texts, of which `part` is made. When they keep it busy, each is tried by itself."""
    if len(some) == 1:
        return found_in_time(rule, part, Place(some[0].path))
    try:
        with at_most(unending.PATIENCE):
            return rule.over(part)
    except TimeoutError:
        return [found for one in some for found in _in_time(rule, site, [one], replace(part, site=_part(site, [one])))]


def _part(site: Site, some: Sequence[_Texts]) -> Site:
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
