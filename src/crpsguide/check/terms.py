"""R6 to R8: terms and abbreviations that the guide has to explain where it uses them."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.check.parts import TELLING, guide_pages, text_of
from crpsguide.check.places import place_within
from crpsguide.check.rule import Fault, rule
from crpsguide.check.running_text import listed_names, running_sentences, subject_names, topic_names
from crpsguide.language.expressions import LazyPattern, same_length_lower
from crpsguide.language.readability import words_of
from crpsguide.model import Page, PassageKind, Place, Point, Severity, Site, TermUse

_ROMAN = LazyPattern("[IVX]+")
_BRACKETS = LazyPattern(r" \((?P<inside>[^()]+)\)")
_LETTER = LazyPattern(r"\w")
_INITIALS = LazyPattern(r"(?<![\w./-])[A-Z](?:[A-Z]|[a-z]?(?=[A-Z]))+[A-Z]*s?(?![\w/]|-\d)|(?<![\w./-])(?:[A-Z]\.){2,}")
# Abbreviations that are better known than the words that they stand for.
_KNOWN_ABBREVIATIONS = ("UK", "US", "USA", "EU", "UN", "TV", "PC", "OK", "CD", "DVD", "USB", "PDF", "ID")


@rule("R6", Severity.WARNING)
def unexplained_term(site: Site) -> Iterator[Fault]:
    """A glossary word stands on a page only where it cannot be explained: in links, headings or code.

    Why it matters: a link to the glossary takes the reader away; many never come back.

    Wrong: `See [allodynia](glossary.md).`, and nowhere else
    Right: `Pain from light touch (allodynia). See [the glossary](glossary.md).`
    """
    terms = site.glossary.values()
    forms = {form.casefold(): (one.id, one.plain) for one in terms for form in one.forms or (one.term,)}
    for page, _ in guide_pages(site, TELLING):
        explained = {use.term for use in _term_uses(page)}
        subjects = {name.casefold() for name in (*subject_names(site), *topic_names(site, page))}
        text = text_of(page).casefold()
        for form, (id, plain) in forms.items():
            if form not in text or id in explained or form in subjects or plain.partition(" (")[0].casefold() in text:
                continue
            longer = [other for other in forms if other != form and form in other]
            if place := _first_use(form, page, longer):
                explained.add(id)
                message = f"“{form}” stands here, and nowhere on this page is it explained."
                yield Fault(place, message, f"Say it in plain words beside it: “{plain}”.")


@rule("R7", Severity.WARNING)
def medical_word_first(site: Site) -> Iterator[Fault]:
    """A hard word stands first, and the plain one follows in brackets.

    Why it matters: who meets the hard word first stops there; who meets the plain one reads on.

    Wrong: “allodynia (pain from a light touch)”
    Right: “pain from a light touch (allodynia)”
    """
    plain = {form.casefold(): term.plain for term in site.glossary.values() for form in (term.term, *term.forms)}
    # A name has no plain twin to put in front of it.
    names = {one.casefold() for one in ("", site.settings.subject, *site.settings.subject_names)}
    names |= {term.term.casefold() for term in site.glossary.values() if term.term[:1].isupper()}
    hard = tuple(form for form in sorted(plain, key=len, reverse=True) if form not in names)
    for page, _ in guide_pages(site):
        for passage in page.passages:
            for sentence in passage.sentences:
                for words, inside in _before_brackets(sentence.text, hard):
                    if inside.casefold() not in plain and _explains(inside, plain[words.casefold()]):
                        message = f"“{words}” comes before its plain words."
                        help = f"Turn them round: “{inside} ({words})”."
                        yield Fault(place_within(sentence.place, page.source_lines, words), message, help)


@rule("R8", Severity.WARNING)
def unexplained_abbreviation(site: Site) -> Iterator[Fault]:
    """A page uses an abbreviation and does not spell it out where it comes first.

    Why it matters: those who do not know it cannot look it up, and may not dare to ask.

    Wrong: Ask about GMI.
    Right: Ask about graded motor imagery (GMI).
    """
    explained = (form for term in site.glossary.values() for form in (term.term, *term.forms))
    allowed = {name.casefold() for name in (*_allowed_abbreviations(site), *explained)}
    for page, _ in guide_pages(site):
        done: set[str] = set()
        for passage in page.passages:
            if passage.kind is PassageKind.HEADING:
                continue  # the text below it explains
            for sentence in passage.sentences:
                for match in _INITIALS.finditer(sentence.text):
                    short = match[0].removesuffix("s")
                    if short in done or short.casefold() in allowed or _ROMAN.fullmatch(short):
                        continue
                    done.add(short)
                    if not _is_spelt_out(short, match.start(), sentence.text):
                        message = f"“{short}” is not spelt out where it comes first."
                        yield Fault(sentence.place, message, f"Write it in full, with “({short})” after it.")


@rule("R8", Severity.WARNING)
def abbreviation_in_title(site: Site) -> Iterator[Fault]:
    """The title of a page has an abbreviation other than the subject's own.

    Why it matters: people search for the words they know.

    Wrong: `title: GMI and PEPT`
    Right: `title: Training with pictures and mirrors`
    """
    names = " ".join(subject_names(site))
    for page, _ in guide_pages(site):
        for match in _INITIALS.finditer(page.title):
            if match[0] not in names and match[0] not in site.settings.name:
                message = f"The title has the abbreviation “{match[0]}”."
                yield Fault(page.front_matter_place("title"), message, "Write it in full, or use a plain word.")


RULES = (
    unexplained_term,
    medical_word_first,
    unexplained_abbreviation,
    abbreviation_in_title,
)


def _term_uses(page: Page) -> Iterator[TermUse]:
    for block in page.blocks:
        points: tuple[Point, ...] = getattr(block, "points", ())
        for text in (getattr(block, "text", ()), *(point.text for point in points)):
            yield from (piece for piece in text if isinstance(piece, TermUse))


def _first_use(form: str, page: Page, longer: Sequence[str]) -> Place | None:
    """The first place of a form of a term, except inside a longer one: “chronic” in “chronic primary pain”."""
    rest = "|".join(re.escape(one) for one in sorted(longer, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{rest or '(?!)'}|(?P<alone>{re.escape(form)}))(?![\w-])", re.IGNORECASE)
    for sentence in running_sentences(page):
        match = next((one for one in pattern.finditer(sentence.text) if one["alone"]), None)
        if match:
            return place_within(sentence.place, page.source_lines, match[0])
    return None


def _before_brackets(text: str, forms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The words in front of brackets that are one of `forms` (in lower case, longest first), and the bracketed text."""
    for match in _BRACKETS.finditer(text) if " (" in text else ():
        before = text[: match.start()]
        small = same_length_lower(before)
        for form in forms if small.endswith(forms) else ():
            start = len(small) - len(form)
            if small.endswith(form) and not (start and _LETTER.match(small, start - 1)):
                yield before[start:], match["inside"]
                break


def _explains(words: str, plain: str) -> bool:
    """Whether words in brackets share a word of four letters or more with the plain words of a term."""
    bracketed, known = ({word.casefold() for word in words_of(text) if len(word) >= 4} for text in (words, plain))
    return bool(bracketed & known)


def _allowed_abbreviations(site: Site) -> Iterator[str]:
    """Abbreviations that need no explanation: known ones, those of the list `abbreviations`, and those in names."""
    yield from _KNOWN_ABBREVIATIONS
    for phrase in site.phrases("abbreviations").values():
        yield from (phrase.id, phrase.say, *phrase.words)
    yield from (word for name in listed_names(site) for word in name.split())


def _is_spelt_out(short: str, start: int, sentence: str) -> bool:
    """Whether a sentence explains an abbreviation at an offset: “full words (SHORT)”, “SHORT means” or the like."""
    before, after = sentence[:start], sentence[start + len(short) :]
    explains = r"s?,? \((?:[a-z]|[A-Z][a-z])|s? (?:stands for|means|is short for)"
    return bool(re.search(r"\S \((?:\w+ ){0,2}$", before) or re.match(explains, after))
