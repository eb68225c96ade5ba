"""The terms of the guide as readers look for them."""

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby
from pathlib import PurePosixPath

from crpsguide.model import Page, PageType, Site, Term
from crpsguide.render.addresses import letter_address
from crpsguide.render.navigation import parts

MOST = 3  # pages named for a term
LONGEST_LIST = 60  # terms on one page; more would come late to a phone, and be long to look through


def terms_by_letter(site: Site) -> dict[str, tuple[Term, ...]]:
    """Every term, A to Z, under the capital that it begins with."""
    ordered = sorted(site.glossary.values(), key=lambda term: (term.term.casefold(), term.id))
    return {letter: tuple(terms) for letter, terms in groupby(ordered, _letter)}


@lru_cache(maxsize=2)  # every term asks, of the site and of its outline
def letter_pages(site: Site) -> dict[str, PurePosixPath]:
    """The pages that a long list of terms is parted into, by letter; none when one page holds it."""
    page = site.landmark("glossary")
    if page is None or len(site.glossary) <= LONGEST_LIST:
        return {}
    return {letter: letter_address(page.address, letter) for letter in terms_by_letter(site)}


def term_address(site: Site, term: Term) -> PurePosixPath | None:
    """The page that explains a term, None when the guide lists none."""
    page = site.landmark("glossary")
    return letter_pages(site).get(_letter(term), page.address) if page else None


def term_pages(site: Site) -> dict[str, tuple[Page, ...]]:
    """The pages that use a term most, at most three, by its id; those that use it alike stand in reading order.

    Pages about the guide itself, and the page of all terms, tell a reader no more of a word.
    """
    glossary = site.landmark("glossary")
    uses: defaultdict[str, Counter[PurePosixPath]] = defaultdict(Counter)
    for page in (page for part in parts(site) for page in part.pages):
        if page is glossary or page.type is PageType.ABOUT:
            continue
        for id, count in page.gist.terms.items():
            uses[id][page.name] = count
    return {id: tuple(site.pages[name] for name, _ in counted.most_common(MOST)) for id, counted in uses.items()}


def _letter(term: Term) -> str:
    return term.term[:1].upper()
