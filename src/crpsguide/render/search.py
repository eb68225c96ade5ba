"""The search index, small enough to be downloaded whole, so that no query leaves the device; and the A to Z."""

import heapq
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from pathlib import PurePosixPath

from crpsguide.frozen import frozen
from crpsguide.model import ConditionFrontMatter, Page, Site, Term, roots_in
from crpsguide.render.addresses import HOME, letter_address
from crpsguide.render.glossary import letter_pages, term_address
from crpsguide.render.navigation import part_of, parts

SYNONYMS = "synonyms"  # the wording list of synonyms, used for search alone
PLAIN_WORDS = "plain-words"  # the wording list of words that the guide avoids, which readers may still type
KEYWORDS_PER_PAGE = 6  # beyond the words of its title, summary and headings: enough to find what they leave out
PAGES_PER_KEYWORD = 6  # a word on more than one page in so many is no keyword
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


@frozen
class Entry:
    """An entry of the A to Z: a page, or a term of the glossary."""

    words: str
    address: PurePosixPath
    fragment: str = ""


def search_index(site: Site) -> bytes:
    """The index as a script, since a page opened from a disk may not load JSON.

    It declares `SEARCH_INDEX` with these keys.
    `pages`: `[address, title, part, summary, sections, other words]`; a section is `heading` or `[heading, anchor]`.
    `terms`: `[id, term, plain words, other forms]`, without an empty last item.
    `glossary`: the address of the list of terms, with `*` for the first letter of a term if there is a page for each.
    `same`: groups of synonyms, the guide's own word first.
    An anchor is left out, and an id empty, where `_slug` of the words gives it.
    """
    keywords = _keywords(site)
    headings = _distinctive_headings(site)
    glossary = site.landmark("glossary")
    address = (
        letter_address(glossary.address, "*") if glossary and letter_pages(site) else glossary and glossary.address
    )
    index = {
        "pages": [*(_page(site, page, keywords[page.name], headings) for page in _pages(site)), *_parts(site)],
        "glossary": str(address) if address else "",
        "terms": [_term(term) for term in site.glossary.values()] if glossary else [],
        "same": [list(group) for group in _synonyms(site)],
    }
    written = json.dumps(index, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")  # no tag in a script
    return f"const SEARCH_INDEX = {written};\n".encode()


def a_to_z(site: Site) -> Mapping[str, tuple[Entry, ...]]:
    """Every page and every term of the glossary, by first letter; “0 to 9” for those that begin with none."""
    entries = [Entry(page.title, page.address) for page in _pages(site)]
    for term in site.glossary.values():
        if address := term_address(site, term):
            entries.append(Entry(term.term, address, term.id))
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda item: (item.words.casefold(), item.address, item.fragment)):
        first = next((letter for letter in entry.words if letter.isalnum()), "").upper()
        letters.setdefault(first if first.isalpha() else "0 to 9", []).append(entry)
    return {letter: tuple(found) for letter, found in sorted(letters.items())}


def _pages(site: Site) -> list[Page]:
    """The pages to be found: all but the home page, which every page links to."""
    return sorted((page for page in site.pages.values() if page.address != HOME), key=lambda page: page.address.parts)


def _page(site: Site, page: Page, keywords: Iterable[str], headings: Set[str]) -> list[object]:
    part = part_of(site, page.folder)
    other_names = page.front_matter.other_names if isinstance(page.front_matter, ConditionFrontMatter) else ()
    return [
        str(page.address),
        page.title,
        part.section.title if part else "",
        page.front_matter.summary,
        [_section(words, anchor) for words, anchor in page.gist.headings if words in headings],
        " ".join(dict.fromkeys((*other_names, *page.front_matter.tags, *keywords))),
    ]


def _parts(site: Site) -> Iterator[list[object]]:
    """The parts of the guide, for readers who type a whole subject; a part with its own index page is among pages."""
    for part in parts(site):
        if not part.own_index:
            yield [str(part.address), part.section.title, "", part.section.summary, [], ""]


def _section(heading: str, anchor: str) -> str | tuple[str, str]:
    return heading if anchor == _slug(heading) else (heading, anchor)


def _term(term: Term) -> list[str]:
    # The script removes common endings, so “infusions” is found by “infusion”.
    forms = " ".join(form for form in term.forms if not form.startswith(term.term))
    words = [term.term, term.plain, forms] if forms else [term.term, term.plain]
    return ["" if term.id == _slug(term.term) else term.id, *words]


def _slug(words: str) -> str:
    """The anchor or id that the script derives from a heading or a term, so that it can be left out."""
    return _NOT_IN_SLUG.sub("-", words.lower()).strip("-")


def _synonyms(site: Site) -> Iterator[tuple[str, ...]]:
    """Groups of synonyms: names of the guide's subject, its list of synonyms, and its list of plain words."""
    if site.settings.subject and site.settings.subject_names:
        yield site.settings.subject, *site.settings.subject_names
    for group in site.phrases(SYNONYMS).values():
        yield group.say, *group.words
    for group in site.phrases(PLAIN_WORDS).values():
        yield _BRACKETS.sub("", group.say).strip(), *_BRACKETS.findall(group.say), *_without_longer(group.instead_of)


def _without_longer(words: Iterable[str]) -> list[str]:
    """The words that do not begin with another one: the script finds “medications” by “medication”."""
    known = tuple(words)
    return [word for word in known if not any(word != other and word.startswith(other) for other in known)]


def _distinctive_headings(site: Site) -> Set[str]:
    """The headings that at most half of the pages have, unlike “What you can do”."""
    page_counts = Counter(words for page in site.pages.values() for words in {words for words, _ in page.gist.headings})
    limit = max(len(site.pages) / 2, 1)
    return {words for words, count in page_counts.items() if count <= limit}


def _keywords(site: Site) -> Mapping[PurePosixPath, list[str]]:
    """By page name, the words that the page uses often and few others do (by tf-idf), beyond its title and the like."""
    page_counts = Counter(chain.from_iterable(page.gist.roots.split() for page in site.pages.values()))
    limit = max(len(site.pages) / PAGES_PER_KEYWORD, 1)
    rarity = {root: math.log(len(site.pages) / count) for root, count in page_counts.items() if count <= limit}
    return {name: sorted(_page_keywords(page, rarity)) for name, page in site.pages.items()}


def _page_keywords(page: Page, rarity: Mapping[str, float]) -> list[str]:
    """The best keywords of a page, one for each root: the script removes endings itself."""
    rare = rarity.keys() & page.gist.roots.split()
    if not rare or not (candidates := rare - roots_in(_indexed_text(page))):
        return []
    words = page.gist.words_by_root
    scored = ((-count * rarity[root], word) for root in candidates for count, word in (words[root],))
    return [word for _, word in heapq.nsmallest(KEYWORDS_PER_PAGE, scored)]


def _indexed_text(page: Page) -> str:
    """The text of a page that is in the index anyway."""
    return " ".join((page.title, page.front_matter.summary, *(words for words, _ in page.gist.headings)))
