"""E1: which sentences must show their source, and why the others need not."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from crpsguide.check.apart import in_each_page
from crpsguide.check.claims.cascade import CASCADE, why_no_source
from crpsguide.check.claims.cover import let_pass, uncovered
from crpsguide.check.claims.verdicts import Reason, Setting
from crpsguide.check.parts import STATING
from crpsguide.check.rule import Fault, rule
from crpsguide.check.vocabulary import health_words
from crpsguide.model import FORGETFUL, Sentence, Shelf, Site

__all__ = ["CASCADE", "Reason", "Setting", "claim_without_source", "let_pass", "sentences_let_pass", "why_no_source"]

LONGEST_QUOTE = 90  # characters; a message stays on one line


@rule("E1")
def claim_without_source(site: Site) -> Iterator[Fault]:
    """A sentence states a fact about health, and no citation covers it.

    Why it matters: a reader cannot tell what is known from what somebody once heard.

    Every sentence of a page about the condition, a symptom, a treatment or care is taken for such a fact, unless:

    {reasons}

    Headings need no source. A fact inside advice does (“do not stop at once, because it can cause fits”), and so do
    one that a question takes for granted, a list item below a heading such as “Side effects”, and a cell of a table.

    Wrong: `Women have it three times as often as men.`
    Right: `Women have it three times as often as men [@moyer2020#sex].`
    """
    words = health_words(site)
    for page in site.pages.values():
        if page.type in STATING:
            for sentence in uncovered(page, words):
                yield Fault(
                    sentence.place,
                    f"No source stands behind “{_short(sentence.text)}”.",
                    "Cite the finding that says so, as [@source#finding]; or say it as advice, or leave it out.",
                )


def sentences_let_pass(site: Site, shelf: Shelf = FORGETFUL, jobs: int = 1) -> Mapping[str, tuple[Sentence, ...]]:
    """The sentences that this rule lets pass without a source, by the reason in words. `shelf` holds earlier pages."""
    found = [one for of_page in in_each_page(site, _let_pass, shelf, jobs) for one in of_page]
    return {
        reason.words: sentences
        for reason in Reason
        if (sentences := tuple(sentence for sentence, why in found if why == reason.name))
    }


def _let_pass(site: Site) -> tuple[tuple[Sentence, str], ...]:
    words = health_words(site)
    pages = (page for page in site.pages.values() if page.type in STATING)
    return tuple((sentence, reason.name) for page in pages for sentence, reason in let_pass(page, words))


def _reasons() -> str:
    """The reasons to let a sentence pass, one a line, each with its example."""
    return "\n".join(f"- {one.words}, such as “{one.example}”" for one in Reason)


# The page tells the reasons as they are, so that it cannot go stale.
claim_without_source = replace(claim_without_source, page=claim_without_source.page.format(reasons=_reasons()))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
