"""Running text of pages (paragraphs and list items), and the same with names replaced for readability formulas."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Page, PassageKind, Sentence, Site

PLACEHOLDER = "it"  # replaces a name: one syllable, so that a hard name does not make an easy page look hard
RUNNING = (PassageKind.PARAGRAPH, PassageKind.ITEM)

# A capital inside a sentence begins a name; “of” and “and” may join its words (Institute for Health and Care).
_NAME = r"[A-Z][\w'’-]*(?:\s+(?:(?:of|for|and|the|de|van|on)\s+){0,2}[A-Z][\w'’-]*)*"
_FIRST_NAME = LazyPattern(_NAME)
_INNER_NAME = LazyPattern(rf"(?<=[\w,;:)’'(–—-]\s)(?!I\b){_NAME}|(?<=\()(?!I\b){_NAME}")
_CAPITAL = LazyPattern("[A-Z]")
_LOWER_CASE_WORD = LazyPattern(r"(?<![\w’'-])[a-z]+")
_INITIALS = LazyPattern(r"\b[A-Z][A-Z0-9]+s?\b(?:-[A-Z]+\b)?")
_DOUBLED = LazyPattern(rf"\b{PLACEHOLDER} \({PLACEHOLDER}\)|\b{PLACEHOLDER}(?:['’]s)? {PLACEHOLDER}\b")


def running_sentences(page: Page, block: str | None = None) -> list[Sentence]:
    """The sentences in paragraphs and list items, of the whole page or of one kind of block only."""
    return [
        sentence
        for passage in page.passages
        if passage.kind in RUNNING and block in (None, passage.block)
        for sentence in passage.sentences
    ]


def without_names(site: Site, page: Page, sentences: Iterable[Sentence]) -> list[str]:
    """Running sentences of a page with `PLACEHOLDER` for each name: of the subject, the topic, people and places."""
    replaced = _texts_without_names(site)[page.name]
    return [replaced[sentence.text] for sentence in sentences]


def subject_names(site: Site) -> tuple[str, ...]:
    """The names of the guide's subject, in full and in short."""
    settings = site.settings
    return tuple(name for name in (settings.subject, *settings.subject_names) if name)


def topic_names(site: Site, page: Page) -> tuple[str, ...]:
    """The glossary terms in the title of the page or of a section of the guide, in all their forms."""
    titles = " ".join([page.title, *(one.title for one in site.settings.sections)]).casefold()
    return tuple(
        form
        for term in site.glossary.values()
        for form in (term.term, *term.forms)
        if form.casefold() in titles and re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", titles)
    )


def listed_names(site: Site) -> list[str]:
    """The names of the guide's organisations and contacts."""
    return [*(one.name for one in site.organisations.values()), *(one.name for one in site.contacts.values())]


@lru_cache(maxsize=1)  # seven formulas need each page
def _texts_without_names(site: Site) -> Mapping[PurePosixPath, Mapping[str, str]]:
    """For each page, its running sentences and the same without names."""
    general = (*subject_names(site), *listed_names(site))
    texts = {}
    for page in site.pages.values():
        running = running_sentences(page)
        text = "\n".join(one.text for one in running).casefold()
        names = _names_pattern(tuple(one for one in (*general, *topic_names(site, page)) if one.casefold() in text))
        common_words = _common_words(page)
        first_words = _first_words_of_names(page) - common_words
        texts[page.name] = {one.text: _replaced(one.text, names, first_words, common_words) for one in running}
    return texts


def _common_words(page: Page) -> frozenset[str]:
    """The words that the page has in lower case, capitalised: they are no names."""
    text = "\n".join([passage.text for passage in page.passages])
    return frozenset([word.capitalize() for word in {*_LOWER_CASE_WORD.findall(text)}])


def _first_words_of_names(page: Page) -> frozenset[str]:
    """The first words of names inside sentences of the page: at the start of a sentence they begin names too."""
    texts = (sentence.text for passage in page.passages for sentence in passage.sentences)
    return frozenset(match[0].split()[0] for one in texts if _has_capital(one) for match in _INNER_NAME.finditer(one))


def _has_capital(text: str) -> bool:
    """Whether there is a capital after the first character: a fast test, as without one there is no inner name."""
    return bool(_CAPITAL.search(text, 1))


def _replaced(
    text: str, names: re.Pattern[str] | None, first_words: frozenset[str], common_words: frozenset[str]
) -> str:
    """The text with `PLACEHOLDER` for each name."""
    if names:
        text = names.sub(PLACEHOLDER, text)
    first = _FIRST_NAME.match(text)
    if first and first[0].split()[0] in first_words:
        text = PLACEHOLDER + text[first.end() :]
    if _has_capital(text):
        text = _INNER_NAME.sub(lambda match: match[0] if match[0] in common_words else PLACEHOLDER, text)
    text = _INITIALS.sub(PLACEHOLDER, text)
    return _DOUBLED.sub(PLACEHOLDER, _DOUBLED.sub(PLACEHOLDER, text)) if text.count(PLACEHOLDER) > 1 else text


@lru_cache(maxsize=256)  # many pages have the same few names
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w])(?:{words})(?!\w)", re.IGNORECASE) if words else None
