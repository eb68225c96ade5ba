"""Finds the sentences of a page that no citation covers, and why each may stand without one."""

from collections.abc import Iterator, Sequence

from crpsguide.check.claims.classify import why_no_source
from crpsguide.check.claims.names import makes_items_claims
from crpsguide.check.claims.questions import answers_of_health
from crpsguide.check.claims.verdicts import Reason, Setting
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.vocabulary import HealthWords
from crpsguide.language.patterns import Pattern
from crpsguide.language.statements.clauses import has_finite_verb, tokens
from crpsguide.model import Page, Passage, PassageKind, Sentence

NOT_TEXT = frozenset({PassageKind.HEADING, PassageKind.COLUMN_HEADING})
LONGEST_LABEL = 24  # words and marks; what the first cell of a row may say before it is a statement of its own


def uncovered(page: Page, words: HealthWords, cache: SentenceCache) -> Iterator[tuple[Sentence, Reason | None]]:
    """Every sentence of a page that no source covers, and why it may stand so; None where it needs one."""
    lead_in: Sentence | None = None
    rows = _cited_rows(page)
    columns: dict[int, str] = {}
    for number, passage in enumerate(page.passages):
        if passage.kind is not PassageKind.ITEM:
            lead_in = None
        if passage.kind is PassageKind.COLUMN_HEADING:
            columns[_column(passage, page)] = passage.text
        heading = columns.get(_column(passage, page), "") if passage.kind is PassageKind.CELL else ""
        sentences = () if passage.kind in NOT_TEXT else passage.sentences
        for before, sentence in zip(("", *(one.text for one in sentences)), sentences, strict=False):
            if not (
                sentence.citations
                or "[@" in sentence.text  # a citation that nothing closes is told as that
                or (lead_in and lead_in.citations and _is_short(sentence.text))
                or (passage.place.line in rows and _is_label(passage))
                or (sentence.text.endswith(":") and _list_is_cited(page.passages[number + 1 :]))
            ):
                setting = Setting(
                    heading if makes_items_claims(heading) else passage.heading,
                    passage.block,
                    passage.kind,
                    lead_in.text if lead_in else "",
                    opens=sentence is not passage.sentences[-1],
                    own_words=words,
                )
                reason = _why_no_source(sentence.text, setting, cache)
                if reason is None and passage.kind is PassageKind.PARAGRAPH and _is_only_links(sentence.text, page):
                    reason = Reason.NAVIGATION
                if before.endswith("?") and answers_of_health(before, sentence.text, setting):
                    reason = None
                yield sentence, reason
        if passage.kind not in NOT_TEXT | {PassageKind.ITEM} and passage.text.endswith(":"):
            lead_in = passage.sentences[-1]


def _column(passage: Passage, page: Page) -> int:
    """Which column of its table a cell stands in; a bar behind a backslash is a word of its cell."""
    before = page.source_lines[passage.place.line - 1][: passage.place.column - 1]
    return before.replace(r"\|", "").count("|")


def _why_no_source(text: str, setting: Setting, cache: SentenceCache) -> Reason | None:
    around = (setting.heading, setting.block, setting.kind.value, setting.lead_in, setting.opens)
    name = cache.get_or_compute(text, ("E1", *around), lambda: getattr(why_no_source(text, setting), "name", ""))
    return Reason.__members__.get(name)


def _cited_rows(page: Page) -> frozenset[int]:
    """The lines of tables in which some cell shows a source: it stands for the whole row."""
    return frozenset(
        one.place.line
        for one in page.passages
        if one.kind is PassageKind.CELL and any(sentence.citations for sentence in one.sentences)
    )


def _is_label(passage: Passage) -> bool:
    """Whether a cell names what its row is about, or gives a word or a number."""
    return passage.kind is PassageKind.CELL and len(passage.sentences) == 1 and _is_short(passage.text)


def _is_short(text: str) -> bool:
    return (len(tokens(text)) <= LONGEST_LABEL and not text.endswith(".")) or not has_finite_verb(text)


def _is_only_links(text: str, page: Page) -> bool:
    """Whether a sentence is a row of links and no more; a link's words may be a claim, too."""
    if len(tokens(text)) > LONGEST_LABEL or has_finite_verb(text):
        return False
    for words in sorted((link.words for link in page.links), key=len, reverse=True):
        text = text.replace(words, " ")
    return not _BETWEEN_LINKS.sub("", text).strip()


_BETWEEN_LINKS = Pattern(r"\b(?:and|or|also|see)\b|\W")


def _list_is_cited(following: Sequence[Passage]) -> bool:
    """Whether a list comes next and each of its items shows a source."""
    items: list[Passage] = []
    for passage in following:
        if passage.kind is not PassageKind.ITEM:
            break
        items.append(passage)
    return bool(items) and all(any(one.citations for one in item.sentences) for item in items)
