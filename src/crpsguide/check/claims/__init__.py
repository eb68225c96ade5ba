"""E1: which sentences must show their source, and why the others need not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.check.claims.classify import why_no_source as why_no_source
from crpsguide.check.claims.coverage import uncovered
from crpsguide.check.claims.verdicts import Reason as Reason
from crpsguide.check.claims.verdicts import Setting as Setting
from crpsguide.check.parts import STATING
from crpsguide.check.rule import Fault, RuleInputs, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.vocabulary import health_words
from crpsguide.model import Place, Sentence, Site

LONGEST_QUOTE = 90  # characters; a message stays on one line


@sentence_rule("E1")
def claim_without_source(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A sentence states a fact about health, and no citation covers it.

    Why it matters: a reader cannot tell what is known from what somebody once heard.

    Every sentence of a page about the condition, a symptom, a treatment or care is taken for such a fact, unless:

    {reasons}

    Headings need no source. A fact inside advice does (“do not stop at once, because it can cause fits”), and so do
    one that a question takes for granted, a list item below a heading such as “Side effects”, and a cell of a table.

    Wrong: `Women have it three times as often as men.`
    Right: `Women have it three times as often as men [@moyer2020#sex].`
    """
    slips = {(one.place.path, one.place.line): one.place for one in site.troubles if one.kind == "citation-form"}
    for judged in _judged(site, cache).values():
        for sentence, reason in judged:
            if reason is None and not _would_be_cited(sentence.place, slips):
                yield Fault(
                    sentence.place,
                    f"No source stands behind “{_short(sentence.text)}”.",
                    "Cite the finding that says so, as [@source#finding]; or say it as advice, or leave it out.",
                )


def sentences_without_source(on: RuleInputs) -> Mapping[PurePosixPath, Sequence[tuple[str, Sentence]]]:
    """The sentences of each page that this rule lets pass without a source, each behind the reason in words."""
    return {
        name: [(reason.words, sentence) for sentence, reason in judged if reason is not None]
        for name, judged in _judged(on.site, on.sentence_cache).items()
    }


@lru_cache(maxsize=1)  # the rule asks, and then those who show what it let pass
def _judged(site: Site, cache: SentenceCache) -> Mapping[PurePosixPath, Sequence[tuple[Sentence, Reason | None]]]:
    """Every sentence that no source covers, page by page, and why it may stand so."""
    words = health_words(site)
    return {name: [*uncovered(page, words, cache)] for name, page in site.pages.items() if page.type in STATING}


def _reasons() -> str:
    """The reasons to let a sentence pass, one a line, each with its example."""
    return "\n".join(f"- {one.words}, such as “{one.example}”" for one in Reason)


# The page tells the reasons as they are, so that it cannot go stale.
claim_without_source = replace(claim_without_source, page=claim_without_source.page.format(reasons=_reasons()))


def _would_be_cited(sentence: Place, slips: Mapping[tuple[PurePosixPath, int], Place]) -> bool:
    """Whether a slip in a citation stands in the sentence or right behind it, which is told as that."""
    slip = slips.get((sentence.path, sentence.end_line))
    return slip is not None and sentence < slip and slip.column <= sentence.end_column + 1


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
