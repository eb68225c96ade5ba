"""The glossary: its terms by letter, the pages that explain them, and the pages that use them."""

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby
from pathlib import PurePosixPath

from crpsguide.model import Page, PageType, Site, Term
from crpsguide.render.addresses import letter_address
from crpsguide.render.navigation import parts

MAX_PAGES = 3  # for a term
LONGEST_LIST = 60  # terms on one page; more would load slowly on a phone, and take long to look through


def terms_by_letter(site: Site) -> dict[str, tuple[Term, ...]]:
    """All terms, sorted and grouped by their first letter, in upper case."""
    ordered = sorted(site.glossary.values(), key=lambda term: (term.term.casefold(), term.id))
    return {letter: tuple(terms) for letter, terms in groupby(ordered, _letter)}


@lru_cache(maxsize=2)  # called for every term, with the site and with its outline
def letter_pages(site: Site) -> dict[str, PurePosixPath]:
    """The addresses of the pages of a long glossary, by letter; empty if all terms are on one page."""
    page = site.landmark("glossary")
    if page is None or len(site.glossary) <= LONGEST_LIST:
        return {}
    return {letter: letter_address(page.address, letter) for letter in terms_by_letter(site)}


def term_address(site: Site, term: Term) -> PurePosixPath | None:
    """The address of the page that explains a term; None if the guide has no glossary page."""
    page = site.landmark("glossary")
    return letter_pages(site).get(_letter(term), page.address) if page else None


def term_pages(site: Site) -> dict[str, tuple[Page, ...]]:
    """The pages that use a term most often, at most `MAX_PAGES`, by its id; equal ones in reading order.

    Pages about the guide and the glossary itself are left out, for they say nothing more about a term.
    """
    glossary = site.landmark("glossary")
    uses: defaultdict[str, Counter[PurePosixPath]] = defaultdict(Counter)
    for page in (page for part in parts(site) for page in part.pages):
        if page is glossary or page.type is PageType.ABOUT:
            continue
        for id, count in page.gist.terms.items():
            uses[id][page.name] = count
    return {id: tuple(site.pages[name] for name, _ in counted.most_common(MAX_PAGES)) for id, counted in uses.items()}


def _letter(term: Term) -> str:
    return term.term[:1].upper()
