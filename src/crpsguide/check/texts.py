"""The published texts of a guide (pages, verdicts on claims, records), and an index of their sentences by word."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from crpsguide.frozen import frozen
from crpsguide.language.contractions import written_out
from crpsguide.language.patterns import Pattern
from crpsguide.language.texts import TextsByWord
from crpsguide.model import GuideFrontMatter, HeardClaim, Page, Passage, Sentence, Site, TextKind


@frozen
class Text:
    """The published passages of a file, and its source lines.

    The passages of a page's front matter come before those of its body. Rules of style do not apply to plain pages.
    """

    kind: TextKind
    passages: tuple[Passage, ...]
    source_lines: tuple[str, ...]
    is_plain: bool = False

    @property
    def sentences(self) -> Iterator[tuple[Passage, Sentence]]:
        """Every sentence, with its passage."""
        return ((passage, sentence) for passage in self.passages for sentence in passage.sentences)


def texts(site: Site) -> Iterator[Text]:
    """All published texts of a guide."""
    for page in site.pages.values():
        yield text_of_page(page)
    for claim in site.claims.values():
        if claim.is_published:
            yield text_of_claim(claim)
    for record in site.record_texts:
        yield Text(record.kind, record.passages, record.source_lines)


def styled_texts(site: Site) -> Iterator[Text]:
    """The texts that rules of style apply to: all but plain pages."""
    return (text for text in texts(site) if not text.is_plain)


def sentences_with(site: Site, pattern: Pattern) -> Iterator[tuple[Text, Passage, Sentence]]:
    """The candidate sentences for a pattern, by the words in them, each with its text and passage.

    Some of them do not match: the caller has to search for the pattern.
    """
    all_sentences = sentences_of(site)
    return (all_sentences[number] for number in sentences_by_word(site).possible(pattern))


@lru_cache(maxsize=1)  # most rules about wording need them
def sentences_of(site: Site) -> Sequence[tuple[Text, Passage, Sentence]]:
    """Every sentence of all texts, with its text and passage."""
    return [(text, passage, sentence) for text in texts(site) for passage, sentence in text.sentences]


@lru_cache(maxsize=1)
def sentences_by_word(site: Site) -> TextsByWord:
    """An index from words to the sentences of `sentences_of`; “they've” counts as “have” too."""
    return TextsByWord(_with_expansions(sentence.text) for _, _, sentence in sentences_of(site))


def _with_expansions(text: str) -> str:
    """The text, followed by itself with contractions written out, if there are any."""
    expanded = written_out(text).text
    return text if expanded == text else f"{text} {expanded}"


def text_of_page(page: Page) -> Text:
    """The text of a page: its front matter, its body and the alternative texts of its pictures."""
    is_plain = not isinstance(page.front_matter, GuideFrontMatter)
    return Text(TextKind.PAGE, (*page.facts, *page.passages, *page.pictures), page.source_lines, is_plain)


def text_of_claim(claim: HeardClaim) -> Text:
    """The text of a verdict on a claim; the claim itself is a quotation, so it is left out."""
    return Text(TextKind.CLAIM, claim.passages, claim.source_lines)
