"""Everything that a reader reads: pages, claims weighed, and the words of records."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from crpsguide.frozen import frozen
from crpsguide.language.contractions import written_out
from crpsguide.language.patterns import Pattern
from crpsguide.language.texts import TextsByWord
from crpsguide.model import GuideFrontMatter, HeardClaim, Page, Passage, Sentence, Site, TextKind


@frozen
class Text:
    """The passages of one file that readers get, with the lines of the file as typed.

    A page's front matter comes before its body. A plain page may hold anything; rules of style leave it alone.
    """

    kind: TextKind
    passages: tuple[Passage, ...]
    source_lines: tuple[str, ...]
    is_plain: bool = False

    @property
    def sentences(self) -> Iterator[tuple[Passage, Sentence]]:
        """Every sentence, with the passage that it stands in."""
        return ((passage, sentence) for passage in self.passages for sentence in passage.sentences)


def texts(site: Site) -> Iterator[Text]:
    """All texts of a guide. Opinions and drafts are on no page, so they are none."""
    for page in site.pages.values():
        yield text_of_page(page)
    for claim in site.claims.values():
        if claim.is_published:
            yield text_of_claim(claim)
    for one in site.record_texts:
        yield Text(one.kind, one.passages, one.source_lines)


def styled_texts(site: Site) -> Iterator[Text]:
    """The texts that rules of style are for: all but plain pages."""
    return (one for one in texts(site) if not one.is_plain)


def sentences_with(site: Site, pattern: Pattern) -> Iterator[tuple[Text, Passage, Sentence]]:
    """The sentences of all texts in which a pattern may stand, each with its passage and its text."""
    all_sentences = sentences_of(site)
    return (all_sentences[number] for number in sentences_by_word(site).possible(pattern))


@lru_cache(maxsize=1)  # most rules about words ask
def sentences_of(site: Site) -> Sequence[tuple[Text, Passage, Sentence]]:
    """Every sentence of all texts, with its passage and its text."""
    return [(text, passage, sentence) for text in texts(site) for passage, sentence in text.sentences]


@lru_cache(maxsize=1)
def sentences_by_word(site: Site) -> TextsByWord:
    """Which of all sentences hold a word, as it is typed or as it is meant: “they've” holds “have”."""
    return TextsByWord(_with_meant(sentence.text) for _, _, sentence in sentences_of(site))


def _with_meant(text: str) -> str:
    meant = written_out(text).text
    return text if meant == text else f"{text} {meant}"


def text_of_page(page: Page) -> Text:
    """A page with its front matter, and with the words of its pictures."""
    is_plain = not isinstance(page.front_matter, GuideFrontMatter)
    return Text(TextKind.PAGE, (*page.facts, *page.passages, *page.pictures), page.source_lines, is_plain)


def text_of_claim(claim: HeardClaim) -> Text:
    """What we say of a claim. The claim itself is only quoted."""
    return Text(TextKind.CLAIM, claim.passages, claim.source_lines)
