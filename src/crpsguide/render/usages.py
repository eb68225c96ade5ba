"""Which statements the guide makes, and where it uses each finding and source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.frozen import frozen
from crpsguide.model import (
    APPROVAL,
    CitingSentence,
    FindingsTable,
    Page,
    ShownFinding,
    Site,
    StudyOverview,
    citing_sentences,
)
from crpsguide.render.addresses import CLAIMS, claim_address
from crpsguide.render.claims import CLAIMS_TITLE
from crpsguide.render.glossary import term_address

APPROVALS_ANCHOR = "_approval"  # of the list of a medicine's approvals by country


@frozen
class Statement:
    """A sentence with citations, and where it stands: `title` and `address` of its page, the `heading` above or empty.

    `cited` are ids of findings or sources; `anchors` are those of the citation marks, one for each id.
    """

    title: str
    address: PurePosixPath
    text: str
    heading: str
    cited: tuple[str, ...]
    anchors: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the first citation mark."""
        return self.anchors[0]


class UsageKind(Enum):
    """The part of the guide that uses a finding."""

    SENTENCE = "sentence"
    TABLE = "table"
    PICTURE = "picture"
    APPROVAL = "approval"
    TERM = "term"
    VERDICT = "verdict"


@frozen
class Usage:
    """A place in the guide that uses a finding; `words` is its text there."""

    kind: UsageKind
    words: str
    title: str
    heading: str
    address: PurePosixPath
    anchor: str


def statements(site: Site) -> tuple[Statement, ...]:
    """All sentences with citations: those of pages, sorted by address, then those of verdicts on claims."""
    pages = sorted(site.pages.values(), key=lambda page: page.address)
    found = [
        _statement(page.title, page.address, sentence) for page in pages for sentence in page.gist.citing_sentences
    ]
    return (*found, *_claim_statements(site))


@lru_cache(maxsize=1)  # called for the page of each source
def usages(site: Site) -> Mapping[str, Sequence[Usage]]:
    """The usages of each finding, by its id; citations of a whole source are under the id of the source."""
    users: dict[str, list[Usage]] = {}
    pages = sorted(site.pages.values(), key=lambda page: page.address)
    shown = ((one.id, _block_usage(page, one)) for page in pages for one in page.gist.shown_findings)
    for id, usage in (*_sentence_usages(statements(site)), *shown, *_term_usages(site), *_verdict_usages(site)):
        users.setdefault(id, []).append(usage)
    return {id: tuple(_merged(found)) for id, found in users.items()}


def uses(site: Site) -> Mapping[str, Mapping[PurePosixPath, str]]:
    """The addresses that use each finding or source, by its id; each address has the key of `gist.usage_keys`.

    The key changes when the page uses the finding differently; it is empty for usages in records (claims, terms), whose
    own file shows changes. `ALL_STATEMENTS` is the id for all statements of a page.
    """
    found: defaultdict[str, dict[PurePosixPath, str]] = defaultdict(dict)
    for page in sorted(site.pages.values(), key=lambda page: page.address):
        for id, key in page.gist.usage_keys.items():
            found[id][page.address] = key
    for id, usage in (*_sentence_usages(_claim_statements(site)), *_term_usages(site), *_verdict_usages(site)):
        found[id].setdefault(usage.address, "")
    return found


def _statement(title: str, address: PurePosixPath, sentence: CitingSentence) -> Statement:
    return Statement(title, address, sentence.text, sentence.heading, sentence.cited, sentence.anchors)


def _claim_statements(site: Site) -> Iterator[Statement]:
    for claim in site.claims.values():
        for sentence in citing_sentences(claim.passages, claim.marks) if claim.is_published else ():
            yield _statement(claim.main_message_text, claim_address(claim.id), sentence)


def _sentence_usages(statements: Iterable[Statement]) -> Iterator[tuple[str, Usage]]:
    for statement in statements:
        title = CLAIMS_TITLE if statement.address.parent == CLAIMS.parent else statement.title
        for id, anchor in zip(statement.cited, statement.anchors, strict=True):
            yield id, Usage(UsageKind.SENTENCE, statement.text, title, statement.heading, statement.address, anchor)


def _block_usage(page: Page, shown: ShownFinding) -> Usage:
    is_table = shown.block_kind in (FindingsTable.kind, StudyOverview.kind)
    block_kind = UsageKind.TABLE if is_table else UsageKind.PICTURE
    kind, anchor = (
        (UsageKind.APPROVAL, APPROVALS_ANCHOR) if shown.block_kind == APPROVAL else (block_kind, shown.anchor)
    )
    return Usage(kind, shown.title, page.title, shown.heading, page.address, anchor)


def _term_usages(site: Site) -> Iterator[tuple[str, Usage]]:
    page = site.landmark("glossary")
    for term in site.glossary.values():
        address = term_address(site, term)
        if page and address:
            for id in term.cite:
                yield id, Usage(UsageKind.TERM, term.meaning, page.title, term.term, address, term.id)


def _verdict_usages(site: Site) -> Iterator[tuple[str, Usage]]:
    """The findings on which a verdict is based and which its text does not cite."""
    for claim in site.claims.values():
        if claim.is_published:
            usage = Usage(UsageKind.VERDICT, claim.main_message_text, CLAIMS_TITLE, "", claim_address(claim.id), "")
            for id in dict.fromkeys(claim.findings):
                if id not in {citation.id for citation in claim.citations}:
                    yield id, usage


def _merged(found: list[Usage]) -> Iterator[Usage]:
    """The usages, with sentences that share a citation mark merged, and duplicates left out."""
    groups: dict[tuple[UsageKind, PurePosixPath, str, str], list[Usage]] = {}
    for usage in found:
        key = usage.words if usage.kind is not UsageKind.SENTENCE else ""
        groups.setdefault((usage.kind, usage.address, usage.anchor, key), []).append(usage)
    for group in groups.values():
        first = group[0]
        words = " ".join(dict.fromkeys(usage.words for usage in group))
        yield Usage(first.kind, words, first.title, first.heading, first.address, first.anchor)
