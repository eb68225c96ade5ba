"""What rests on what: the statements of the guide, and which of them a finding carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from crpsguide.model import (
    Approval,
    Citation,
    FaqFrontMatter,
    FindingsTable,
    HeardClaim,
    IconArray,
    Page,
    PassageKind,
    Site,
    StudyOverview,
    TimeLine,
    TreatmentFrontMatter,
)
from crpsguide.render.addresses import CLAIMS, claim_address
from crpsguide.render.claims import CLAIMS_TITLE

APPROVAL = "_approval"  # where a page tells how countries have approved a medicine


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that cites, and where a reader meets it. `heading` is the one above it, or empty."""

    text: str
    title: str
    heading: str
    address: PurePosixPath
    citations: tuple[Citation, ...]
    anchors: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The mark of its first citation."""
        return self.anchors[0]


class UsageKind(Enum):
    """How something of the guide rests on a finding: said in a sentence, or drawn from it."""

    SENTENCE = "sentence"
    TABLE = "table"
    PICTURE = "picture"
    APPROVAL = "approval"
    TERM = "term"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Usage:
    """One place of the guide that rests on a finding. `words` are those of the guide."""

    kind: UsageKind
    words: str
    title: str
    heading: str
    address: PurePosixPath
    anchor: str


def statements(site: Site) -> tuple[Statement, ...]:
    """Every sentence that cites: on the pages by address, then in the verdicts on claims."""
    pages = sorted(site.pages.values(), key=lambda page: page.address)
    found = [one for page in pages for one in _statements(page, page.title, page.address)]
    for claim in site.claims.values():
        if claim.is_published:
            found += _statements(claim, claim.truth_words, claim_address(claim.id))
    return tuple(found)


def usages(site: Site) -> dict[str, tuple[Usage, ...]]:
    """What rests on each finding and, for citations of a whole source, on the source: by id."""
    users: dict[str, list[Usage]] = {}
    for id, usage in (*_said(site), *_drawn(site), *_explained(site), *_judged(site)):
        users.setdefault(id, []).append(usage)
    return {id: tuple(_joined(found)) for id, found in users.items()}


def approvals(page: Page) -> tuple[Approval, ...]:
    """How countries have approved the medicine that a page is about; most pages are about none."""
    facts = page.front_matter
    return facts.approval if isinstance(facts, (TreatmentFrontMatter, FaqFrontMatter)) else ()


def _statements(text: Page | HeardClaim, title: str, address: PurePosixPath) -> Iterator[Statement]:
    anchors = {citation: f"mark-{mark.number}" for mark in text.marks for citation in mark.citations}
    for passage in text.passages:
        if passage.kind is PassageKind.BLOCK_TITLE:
            continue  # it has no mark to lead to, and what it rests on is told with the lines below it
        for sentence in passage.sentences:
            if sentence.citations:
                yield Statement(
                    sentence.text,
                    title,
                    passage.heading,
                    address,
                    sentence.citations,
                    tuple(anchors[one] for one in sentence.citations),
                )


def _said(site: Site) -> Iterator[tuple[str, Usage]]:
    for one in statements(site):
        for citation, anchor in zip(one.citations, one.anchors, strict=True):
            title = CLAIMS_TITLE if one.address.parent == CLAIMS.parent else one.title
            usage = Usage(UsageKind.SENTENCE, one.text, title, one.heading, one.address, anchor)
            yield citation.id, usage


def _drawn(site: Site) -> Iterator[tuple[str, Usage]]:
    for page in sorted(site.pages.values(), key=lambda page: page.address):
        for section in page.sections:
            heading = section.heading
            words, anchor = (heading.words, heading.anchor) if heading else ("", "")
            for block in section.blocks:
                if isinstance(block, (FindingsTable, StudyOverview)):
                    kind, ids = UsageKind.TABLE, list(block.findings)
                elif isinstance(block, IconArray):
                    kind, ids = UsageKind.PICTURE, [group.finding for group in block.groups]
                elif isinstance(block, TimeLine):
                    kind, ids = UsageKind.PICTURE, [one.finding for one in (*block.scores, *block.moments)]
                else:
                    continue
                for id in dict.fromkeys(ids):
                    yield id, Usage(kind, block.title, page.title, words, page.address, anchor)
        for approval in approvals(page):
            said = f"{approval.country}: {approval.status}"
            yield approval.source, Usage(UsageKind.APPROVAL, said, page.title, "", page.address, APPROVAL)


def _explained(site: Site) -> Iterator[tuple[str, Usage]]:
    page = site.pages.get(PurePosixPath(site.settings.landmarks.glossary))
    for term in site.glossary.values():
        if page is not None:
            for id in term.cite:
                yield id, Usage(UsageKind.TERM, term.meaning, page.title, term.term, page.address, term.id)


def _judged(site: Site) -> Iterator[tuple[str, Usage]]:
    """What a verdict was weighed against, where its text does not say so."""
    for claim in site.claims.values():
        if claim.is_published:
            usage = Usage(UsageKind.VERDICT, claim.truth_words, CLAIMS_TITLE, "", claim_address(claim.id), "")
            for id in dict.fromkeys(claim.findings):
                if id not in {one.id for one in claim.citations}:
                    yield id, usage


def _joined(found: list[Usage]) -> Iterator[Usage]:
    """The same, with sentences that share one mark told as one."""
    together: dict[tuple[UsageKind, PurePosixPath, str, str], list[Usage]] = {}
    for one in found:
        key = one.words if one.kind is not UsageKind.SENTENCE else ""
        together.setdefault((one.kind, one.address, one.anchor, key), []).append(one)
    for same in together.values():
        first = same[0]
        words = " ".join(dict.fromkeys(one.words for one in same))
        yield Usage(first.kind, words, first.title, first.heading, first.address, first.anchor)
