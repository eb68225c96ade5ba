"""R3 and R12: pages in easy words."""

from collections.abc import Iterator

from crpsguide.check.parts import guide_pages
from crpsguide.check.rule import Fault, rule
from crpsguide.check.running_text import running_sentences
from crpsguide.language.readability import words_of
from crpsguide.model import EasyFrontMatter, PageType, Severity, Site

LONGEST_SENTENCE = 12  # words


@rule("R3", Severity.WARNING)
def easy_sentence_too_long(site: Site) -> Iterator[Fault]:
    """A sentence of a page in easy words has more than 12 words.

    Why it matters: some readers take in one idea at a time, and lose the first when the second begins.

    Wrong: Doctors ask what you feel, look at the limb and compare it with the other one to find CRPS.
    Right: Doctors ask what you feel. They look at both sides.
    """
    for page, _ in guide_pages(site, {PageType.EASY}):
        for sentence in running_sentences(page):
            count = len(words_of(sentence.text))
            if count > LONGEST_SENTENCE:
                message = f"This sentence has {count} words; on a page in easy words the limit is {LONGEST_SENTENCE}."
                yield Fault(sentence.place, message, "Make two of it, with one idea in each.")


@rule("R12")
def easy_page_of_none(site: Site) -> Iterator[Fault]:
    """A page in easy words does not say which page it retells.

    Why it matters: it leaves much out. Readers need the way to the rest, and those of the whole page the way to it.

    Wrong: `type: easy`, and no `full`
    Right: `full: ../about-crps/what-is-crps.md`
    """
    for page, facts in guide_pages(site, {PageType.EASY}):
        if isinstance(facts, EasyFrontMatter) and not facts.full and "full" not in page.missing_keys:
            yield Fault(page.place, "This page does not say which page it retells.", "Name it in “full”, as in a link.")


RULES = (easy_sentence_too_long, easy_page_of_none)
