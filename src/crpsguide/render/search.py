"""What the search page knows of the guide: small enough to be sent whole, so that no query leaves the device."""

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

SYNONYMS = "synonyms"  # the wording list of other words for a thing, for search alone
PLAIN_WORDS = "plain-words"  # the wording list of words that the guide avoids, which readers may type all the same
TELLING_WORDS = 6  # of each page, beside those of its title, summary and headings: enough to find what they leave out
FEW = 6  # a word that more than one page in so many uses leads to none of them
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


@frozen
class Entry:
    """An entry of the A to Z: a page, or a word that the glossary explains."""

    words: str
    address: PurePosixPath
    fragment: str = ""


def search_index(site: Site) -> bytes:
    """The index as a script, for pages opened from a disk may load no other file.

    It declares `SEARCH_INDEX`: `pages` as `[address, title, part, summary, sections, other words]` with
    sections as `[heading, anchor]`; `terms` as `[id, term, plain words, other forms]` with `glossary`, the
    page of their list, with a star in it for the first letter of a term; and `same`, groups of words for
    one thing, the guide's own first. An anchor is left out, and an id empty, where it follows from the words.
    """
    telling = _telling_words(site)
    headings = _telling_headings(site)
    glossary = site.pages.get(PurePosixPath(site.settings.landmarks.glossary))
    where = letter_address(glossary.address, "*") if glossary and letter_pages(site) else glossary and glossary.address
    index = {
        "pages": [*(_page(site, page, telling[page.name], headings) for page in _pages(site)), *_lists_of_pages(site)],
        "glossary": str(where) if where else "",
        "terms": [_term(term) for term in site.glossary.values()] if glossary else [],
        "same": [list(group) for group in _synonyms(site)],
    }
    return f"const SEARCH_INDEX = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def a_to_z(site: Site) -> Mapping[str, tuple[Entry, ...]]:
    """Every page and every word of the glossary, by first letter."""
    entries = [Entry(page.title, page.address) for page in _pages(site)]
    for term in site.glossary.values():
        if address := term_address(site, term):
            entries.append(Entry(term.term, address, term.id))
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.words.casefold(), one.address, one.fragment)):
        first = next((letter for letter in entry.words if letter.isalnum()), "").upper()
        letters.setdefault(first if first.isalpha() else "0 to 9", []).append(entry)
    return {letter: tuple(found) for letter, found in sorted(letters.items())}


def _pages(site: Site) -> list[Page]:
    """The pages that can be found; the first page is on every page's trail."""
    return sorted((one for one in site.pages.values() if one.address != HOME), key=lambda one: one.address.parts)


def _page(site: Site, page: Page, telling: Iterable[str], headings: Set[str]) -> list[object]:
    part = part_of(site, page.folder)
    other = page.front_matter.other_names if isinstance(page.front_matter, ConditionFrontMatter) else ()
    return [
        str(page.address),
        page.title,
        part.section.title if part else "",
        page.front_matter.summary,
        [_section(words, anchor) for words, anchor in page.gist.headings if words in headings],
        " ".join(dict.fromkeys((*other, *page.front_matter.tags, *telling))),
    ]


def _lists_of_pages(site: Site) -> Iterator[list[object]]:
    """The parts of the guide, for readers who name a whole subject; a part's own first page is among the pages."""
    for part in parts(site):
        if not part.own_index:
            yield [str(part.address), part.section.title, "", part.section.summary, [], ""]


def _section(heading: str, anchor: str) -> tuple[str, ...]:
    return (heading,) if anchor == _slug(heading) else (heading, anchor)


def _term(term: Term) -> list[str]:
    # The script knows endings, so “infusions” need not be sent beside “infusion”.
    forms = " ".join(one for one in term.forms if not one.startswith(term.term))
    return ["" if term.id == _slug(term.term) else term.id, term.term, term.plain, forms]


def _slug(words: str) -> str:
    """What the script makes of a heading or a term by itself, so that it need not be sent."""
    return _NOT_IN_SLUG.sub("-", words.lower()).strip("-")


def _synonyms(site: Site) -> Iterator[tuple[str, ...]]:
    """Groups of words for one thing: the guide's own list, its plain words, and the names of its subject."""
    if site.settings.subject and site.settings.subject_names:
        yield site.settings.subject, *site.settings.subject_names
    for group in site.phrases(SYNONYMS).values():
        yield group.say, *group.words
    for group in site.phrases(PLAIN_WORDS).values():
        yield _BRACKETS.sub("", group.say).strip(), *_BRACKETS.findall(group.say), *_first_forms(group.instead_of)


def _first_forms(words: Iterable[str]) -> list[str]:
    """The words without those that only end otherwise: the script knows “medications” from “medication”."""
    known = tuple(words)
    return [one for one in known if not any(one != other and one.startswith(other) for other in known)]


def _telling_headings(site: Site) -> Set[str]:
    """The headings that tell pages apart: one that most pages have, such as “What you can do”, leads to none."""
    spread = Counter(words for page in site.pages.values() for words in {words for words, _ in page.gist.headings})
    most = max(len(site.pages) / 2, 1)
    return {words for words, pages in spread.items() if pages <= most}


def _telling_words(site: Site) -> Mapping[PurePosixPath, list[str]]:
    """For each page the words that it uses often and few others do, beyond those that are sent anyway."""
    spread = Counter(chain.from_iterable(page.gist.roots.split() for page in site.pages.values()))
    most = max(len(site.pages) / FEW, 1)
    rarity = {root: math.log(len(site.pages) / pages) for root, pages in spread.items() if pages <= most}
    return {name: sorted(_most_telling(page, rarity)) for name, page in site.pages.items()}


def _most_telling(page: Page, rarity: Mapping[str, float]) -> list[str]:
    """One word of each root: the script knows endings itself."""
    rare = rarity.keys() & page.gist.roots.split()
    if not rare or not (left := rare - roots_in(_sent(page))):
        return []
    words = page.gist.words_by_root
    weighed = ((-times * rarity[root], word) for root in left for times, word in (words[root],))
    return [word for _, word in heapq.nsmallest(TELLING_WORDS, weighed)]


def _sent(page: Page) -> str:
    return " ".join((page.title, page.front_matter.summary, *(words for words, _ in page.gist.headings)))
