"""The text of a page with its names taken out, so that a hard name does not make an easy page look hard."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Page, PassageKind, Sentence, Site

SHORT_WORD = "it"  # stands in for a name: one syllable
RUNNING = (PassageKind.PARAGRAPH, PassageKind.ITEM)

# A capital inside a sentence begins a name; “of” and “and” may join its words (Institute for Health and Care).
_NAME = r"[A-Z][\w'’-]*(?:\s+(?:(?:of|for|and|the|de|van|on)\s+){0,2}[A-Z][\w'’-]*)*"
_FIRST_NAME = LazyPattern(_NAME)
_INNER_NAME = LazyPattern(rf"(?<=[\w,;:)’'(–—-]\s)(?!I\b){_NAME}|(?<=\()(?!I\b){_NAME}")
_CAPITAL = LazyPattern("[A-Z]")
_SMALL_WORD = LazyPattern(r"(?<![\w’'-])[a-z]+")
_INITIALS = LazyPattern(r"\b[A-Z][A-Z0-9]+s?\b(?:-[A-Z]+\b)?")
_DOUBLED = LazyPattern(rf"\b{SHORT_WORD} \({SHORT_WORD}\)|\b{SHORT_WORD}(?:['’]s)? {SHORT_WORD}\b")


def running_sentences(page: Page, block: str | None = None) -> list[Sentence]:
    """The sentences of paragraphs and list items: of the whole page, or of one kind of component block."""
    return [
        sentence
        for passage in page.passages
        if passage.kind in RUNNING and block in (None, passage.block)
        for sentence in passage.sentences
    ]


def neutral(site: Site, page: Page, sentences: Iterable[Sentence]) -> list[str]:
    """Running sentences of a page with a short word for each name: of the subject, the topic, people and places."""
    known = _neutral_texts(site)[page.name]
    return [known[sentence.text] for sentence in sentences]


def subject_names(site: Site) -> tuple[str, ...]:
    """What the guide's subject is called, in full and in short."""
    settings = site.settings
    return tuple(name for name in (settings.subject, *settings.subject_names) if name)


def topic_names(site: Site, page: Page) -> tuple[str, ...]:
    """The glossary's words that the title of the page, or of a part of the guide, is made of."""
    titles = " ".join([page.title, *(one.title for one in site.settings.sections)]).casefold()
    return tuple(
        form
        for term in site.glossary.values()
        for form in (term.term, *term.forms)
        if form.casefold() in titles and re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", titles)
    )


def listed_names(site: Site) -> list[str]:
    """What the organisations and lines of help of a guide are called."""
    return [*(one.name for one in site.organisations.values()), *(one.name for one in site.contacts.values())]


@lru_cache(maxsize=1)  # seven sums are made of each page
def _neutral_texts(site: Site) -> Mapping[PurePosixPath, Mapping[str, str]]:
    """The running sentences of each page, and how they read without names."""
    general = (*subject_names(site), *listed_names(site))
    texts = {}
    for page in site.pages.values():
        running = running_sentences(page)
        words = "\n".join(one.text for one in running).casefold()
        names = _names_pattern(tuple(one for one in (*general, *topic_names(site, page)) if one.casefold() in words))
        first_words = _first_words_of_names(page)
        small = _small_words(page) if names or first_words else frozenset()
        seen = first_words - small
        texts[page.name] = {one.text: _neutral(one.text, names, seen, small) for one in running}
    return texts


def _small_words(page: Page) -> frozenset[str]:
    """Capitalised forms of the words that the page has in small letters too: with a capital they are no names."""
    text = "\n".join([passage.text for passage in page.passages])
    return frozenset([word.capitalize() for word in {*_SMALL_WORD.findall(text)}])


def _first_words_of_names(page: Page) -> frozenset[str]:
    """First words of names inside a sentence of the page: at the start of a sentence they are names too."""
    texts = (sentence.text for passage in page.passages for sentence in passage.sentences)
    return frozenset(match[0].split()[0] for one in texts if _may_name(one) for match in _INNER_NAME.finditer(one))


def _may_name(text: str) -> bool:
    """Whether there is a capital inside a text: of most sentences this is all that has to be asked."""
    return bool(_CAPITAL.search(text, 1))


def _neutral(text: str, names: re.Pattern[str] | None, seen: frozenset[str], small: frozenset[str]) -> str:
    if names:
        text = names.sub(SHORT_WORD, text)
    first = _FIRST_NAME.match(text)
    if first and first[0].split()[0] in seen:
        text = SHORT_WORD + text[first.end() :]
    if _may_name(text):
        text = _INNER_NAME.sub(lambda match: match[0] if match[0] in small else SHORT_WORD, text)
    text = _INITIALS.sub(SHORT_WORD, text)
    return _DOUBLED.sub(SHORT_WORD, _DOUBLED.sub(SHORT_WORD, text)) if text.count(SHORT_WORD) > 1 else text


@lru_cache(maxsize=256)  # few of the names stand on a page, and many pages hold the same
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w])(?:{words})(?!\w)", re.IGNORECASE) if words else None
