"""E1: which sentences must show their source, and why the others need not."""

from collections.abc import Iterator

from crpsguide.check.claims.cascade import CASCADE, why_no_source
from crpsguide.check.claims.cover import let_pass, uncovered
from crpsguide.check.claims.verdicts import Reason, Setting
from crpsguide.check.parts import TELLING
from crpsguide.check.rule import Fault, rule
from crpsguide.check.vocabulary import health_words
from crpsguide.model import Site

__all__ = ["CASCADE", "Reason", "Setting", "claim_without_source", "let_pass", "why_no_source"]

LONGEST_QUOTE = 90  # characters; a message stays on one line


@rule("E1")
def claim_without_source(site: Site) -> Iterator[Fault]:
    """A sentence states a fact about health, and no citation covers it.

    Why it matters: a reader cannot tell what is known from what somebody once heard.

    Every sentence of a page about the condition, a symptom, a treatment or care is taken for such
    a fact unless it is seen to be something else: advice, an open question, a way through the
    text, a kind word, what the writers themselves do or did not find, how a word is used, a bare
    name. Headings are not asked for a source. A fact inside advice is (“do not stop at once,
    because it can cause fits”), and so is one that a question takes for granted, a list item
    below a heading such as “Side effects”, and a cell of a table.

    Wrong: `Women have it three times as often as men.`
    Right: `Women have it three times as often as men [@moyer2020#sex].`
    """
    words = health_words(site)
    for page in site.pages.values():
        if page.type in TELLING:
            for sentence in uncovered(page, words):
                yield Fault(
                    sentence.place,
                    f"No source stands behind “{_short(sentence.text)}”.",
                    "Cite the finding that says so, as [@source#finding]; or say it as advice, or leave it out.",
                )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
