"""What rests on what: the statements of the guide, and which of them a finding carries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.frozen import frozen
from crpsguide.model import APPROVAL, Drawn, FindingsTable, Page, Said, Site, StudyOverview, said_in
from crpsguide.render.addresses import CLAIMS, claim_address
from crpsguide.render.claims import CLAIMS_TITLE
from crpsguide.render.glossary import term_address

APPROVALS = "_approval"  # where a page tells how countries have approved a medicine


@frozen
class Statement:
    """A sentence that cites, and where a reader meets it. `heading` is the one above it, or empty.

    `cited` are the ids of findings or sources, `anchors` the marks where each of them is cited.
    """

    title: str
    address: PurePosixPath
    text: str
    heading: str
    cited: tuple[str, ...]
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


@frozen
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
    found = [_statement(page.title, page.address, one) for page in pages for one in page.gist.said]
    return (*found, *_said_of_claims(site))


@lru_cache(maxsize=1)  # the page of each source asks
def usages(site: Site) -> Mapping[str, Sequence[Usage]]:
    """What rests on each finding and, for citations of a whole source, on the source: by id."""
    users: dict[str, list[Usage]] = {}
    pages = sorted(site.pages.values(), key=lambda page: page.address)
    drawn = ((one.id, _drawn_on(page, one)) for page in pages for one in page.gist.drawn)
    for id, usage in (*_said_in(statements(site)), *drawn, *_explained(site), *_judged(site)):
        users.setdefault(id, []).append(usage)
    return {id: tuple(_joined(found)) for id, found in users.items()}


def uses(site: Site) -> Mapping[str, Mapping[PurePosixPath, str]]:
    """Where the guide rests on each finding or source: by its id the addresses, each with a key for how a page does so.

    The key is empty for what stands in a record, of which its file tells. `ALL` is the id of all statements of a page.
    """
    found: defaultdict[str, dict[PurePosixPath, str]] = defaultdict(dict)
    for page in sorted(site.pages.values(), key=lambda page: page.address):
        for id, key in page.gist.keys.items():
            found[id][page.address] = key
    for id, usage in (*_said_in(_said_of_claims(site)), *_explained(site), *_judged(site)):
        found[id].setdefault(usage.address, "")
    return found


def _statement(title: str, address: PurePosixPath, said: Said) -> Statement:
    return Statement(title, address, said.text, said.heading, said.cited, said.anchors)


def _said_of_claims(site: Site) -> Iterator[Statement]:
    for claim in site.claims.values():
        for one in said_in(claim.passages, claim.marks) if claim.is_published else ():
            yield _statement(claim.truth_words, claim_address(claim.id), one)


def _said_in(said: Iterable[Statement]) -> Iterator[tuple[str, Usage]]:
    for one in said:
        for id, anchor in zip(one.cited, one.anchors, strict=True):
            title = CLAIMS_TITLE if one.address.parent == CLAIMS.parent else one.title
            usage = Usage(UsageKind.SENTENCE, one.text, title, one.heading, one.address, anchor)
            yield id, usage


def _drawn_on(page: Page, one: Drawn) -> Usage:
    is_table = one.by in (FindingsTable.kind, StudyOverview.kind)
    shown = UsageKind.TABLE if is_table else UsageKind.PICTURE
    kind, anchor = (UsageKind.APPROVAL, APPROVALS) if one.by == APPROVAL else (shown, one.anchor)
    return Usage(kind, one.words, page.title, one.heading, page.address, anchor)


def _explained(site: Site) -> Iterator[tuple[str, Usage]]:
    page = site.landmark("glossary")
    for term in site.glossary.values():
        address = term_address(site, term)
        if page and address:
            for id in term.cite:
                yield id, Usage(UsageKind.TERM, term.meaning, page.title, term.term, address, term.id)


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
