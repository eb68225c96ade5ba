"""U: care cards, urgent help, and harms and warnings that a page must give; and A9, colours of skin."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from crpsguide.check.parts import TREATMENTS, guide_pages, is_contested, related_to, speaks_of, text_of
from crpsguide.check.places import place_within
from crpsguide.check.rule import Fault, rule
from crpsguide.check.running_text import running_sentences
from crpsguide.check.texts import sentences_with
from crpsguide.language.grammar import begins_with_action
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.urgency import SIGN, puts_off_help
from crpsguide.model import CareCard, Page, PageType, Place, Severity, Site, TreatmentFrontMatter, WebLink

# Words that say how soon to act, for each level of care card; checklist item U2.
LEVELS = {
    "emergency": ("ambulance", "emergency", "now", "at once", "999", "911", "112", "000", "immediately", "A&E"),
    "urgent": ("today", "urgent", "urgently", "same day", "right away", "now", "at once", "within *", "soon"),
    "routine": ("appointment", "soon", "visit", "next visit", "routine", "doctor", "care team", "ask", "tell", "talk"),
}

# Page types that may be about a treatment; a topic is about its law, its costs and the like.
ABOUT_TREATMENTS = TREATMENTS | {PageType.FAQ, PageType.TOPIC}

SURE_DIGITS = 6  # of numbers that can only be telephone numbers; shorter ones, such as 111, may count people
_CALLING = Pattern(r"\b(?:call|dial|phone|ring|text)\b")
_NUMBER = Pattern(r"(?<![\w.,/+-])\+?\d[\d ]*\d(?![\w%/]|[.,]\d)", AS_TYPED, needs="#")


@rule("U2")
def second_care_card(site: Site) -> Iterator[Fault]:
    """A page has two care cards of one level.

    Why it matters: in an emergency nobody should have to ask which of the two holds.

    Wrong: two cards with `level: emergency`
    Right: one card, with all its lines
    """
    for _, card, above in _cards(site):
        if card.level in above:
            yield Fault(card.place, f"This is a second care card of the level “{card.level}”.", "Make one of both.")


@rule("U2")
def care_card_without_action(site: Site) -> Iterator[Fault]:
    """The heading of a care card does not begin with what to do.

    Why it matters: someone frightened reads the first words, and should be able to act on them.

    Wrong: `/// care-card | Warning signs`
    Right: `/// care-card | Call an ambulance if`
    """
    for _, card, _ in _cards(site):
        if not begins_with_action(card.title):
            help = "Begin with a verb: “Call an ambulance if”, “Get medical help today if”, “Make an appointment if”."
            yield Fault(card.place, f"“{card.title}” does not begin with what to do.", help)


@rule("U2")
def care_card_level_unsaid(site: Site) -> Iterator[Fault]:
    """The heading of a care card does not say how soon to act.

    Why it matters: colour alone does not reach everyone, and “get help” may mean next week.

    Wrong: `/// care-card | Get help if` with `level: emergency`
    Right: `/// care-card | Call an ambulance if`
    """
    for _, card, _ in _cards(site):
        if not speaks_of(LEVELS.get(card.level, ()), card.title):
            message = f"“{card.title}” does not say in words that this is of the level “{card.level}”."
            yield Fault(card.place, message, f"Use one of: {', '.join(LEVELS.get(card.level, ())[:4])}.")


@rule("U3")
def help_put_off(site: Site) -> Iterator[Fault]:
    """A sentence tells a reader with a grave sign to wait, or says that the sign is nothing.

    Why it matters: with chest pain, a fit or thoughts of suicide, an hour can cost a life.

    Wrong: “If your chest hurts, sleep first and see how you feel.”
    Right: “If your chest hurts, call an ambulance. Do not wait.”
    """
    for text, passage, sentence in sentences_with(site, SIGN):
        span = puts_off_help(sentence.text, "now" if passage.block == "care-card" else passage.text)
        if span:
            words = sentence.text[slice(*span)]
            message = f"“{words}” puts off help that cannot wait."
            help = "Say whom to call, and to do it now. Leave it out if no source says that waiting is safe."
            yield Fault(place_within(sentence.place, text.source_lines, words), message, help)


@rule("U4", Severity.WARNING)
def number_not_a_link(site: Site) -> Iterator[Fault]:
    """A sentence says to call a number of the contacts file, and the number is no link.

    Why it matters: in danger, or with hands that hurt, a reader should touch once and not have to type.

    Wrong: `In danger, call 999.`
    Right: `In danger, [call 999](tel:999).`
    """
    numbers = _numbers_of_help(site)
    for page in site.pages.values():
        for sentence in running_sentences(page) if numbers else ():
            for number in _numbers_to_call(sentence.text, numbers):
                if _digits(number) not in _linked_numbers(page, sentence.place):
                    message = f"{number} is no link, so that a reader has to type it."
                    yield Fault(sentence.place, message, f"Write [{number}](tel:{_digits(number)}).")


@rule("U6")
def harm_missing(site: Site) -> Iterator[Fault]:
    """A page about the contested treatment leaves out a harm, and no page that it links to tells of it.

    Why it matters: readers may come by a search, and see this page alone.

    In `site.yaml`, `contested: true` marks the section whose folder holds such pages.

    Wrong: a page without a word or a link on the bladder
    Right: `harms` in the front matter with all keys, or a link to the page that tells of them
    """
    known = site.phrases("harms")
    for page, _ in guide_pages(site, ABOUT_TREATMENTS):
        if not is_contested(site, page):
            continue
        told = {key for one in _page_and_linked(site, page) for key in _harms(one)}
        missing = [phrase.say or key for key, phrase in known.items() if key not in told]
        if missing:
            message = f"Not told here, nor one tap away: {'; '.join(missing)}."
            help = "Write about each, or link to the page that does, and name them in “harms” there."
            yield Fault(page.front_matter_place("harms"), message, help)


@rule("U7")
def warning_missing(site: Site) -> Iterator[Fault]:
    """A page on a treatment speaks of something that has a warning, and does not give the warning.

    Why it matters: some ways to have a treatment are riskier than others, and a reader must hear it here.

    Wrong: a page on home use that does not cite the regulator's warning
    Right: the words that `content/wording/warnings.yaml` asks for, on the same page or one tap away
    """
    listed = site.phrases("warnings").values()
    for page, _ in guide_pages(site, ABOUT_TREATMENTS):
        if not listed or not (_harms(page) or is_contested(site, page)):
            continue
        near = _text_of_page_and_linked(site, page)
        for phrase in listed:
            first = next((one for one in page.passages if speaks_of(phrase.words, one.text)), None)
            if first and not speaks_of(phrase.beside, near):
                message = f"This page speaks of what has a warning, and does not give it: {phrase.say}."
                yield Fault(first.place, message, f"Add the warning, with its source. {phrase.why}".strip())


@rule("U10", Severity.WARNING)
def ask_before_missing(site: Site) -> Iterator[Fault]:
    """A treatment page does not name a group of people who should ask first.

    Why it matters: what is fine for most can harm a child, or someone with a sick liver.

    Wrong: “Who should not have it” without a word on pregnancy
    Right: “Ask first if you are pregnant”, for each group of `content/wording/ask-before.yaml`
    """
    for page, _ in guide_pages(site, TREATMENTS):
        near = _text_of_page_and_linked(site, page)
        for phrase in site.phrases("ask-before").values():
            if not speaks_of(phrase.words or (phrase.say,), near):
                yield Fault(
                    page.place,
                    f"Neither this page nor one that it links to says who should ask first: {phrase.say or phrase.id}.",
                    "Add a line such as “Ask first if you …”.",
                )


@rule("A9", Severity.WARNING)
def colour_of_skin_unpaired(site: Site) -> Iterator[Fault]:
    """A page on signs speaks of a colour of the skin, and not of how it looks on other skin, or feels.

    Why it matters: “red” cannot be seen on all skin. People with brown or black skin are told too late.

    Wrong: “The skin is red.”
    Right: “The skin is red, which may be hard to see on brown or black skin, and warm to touch.”
    """
    for page, _ in guide_pages(site, {PageType.SYMPTOM, PageType.CONDITION}):
        for phrase in site.phrases("paired").values():
            first = next((one for one in page.passages if speaks_of(phrase.words, one.text)), None)
            if first and not speaks_of(phrase.beside, text_of(page)):
                message = f"This speaks of a colour of the skin, and the page does not say {phrase.say}."
                yield Fault(first.place, message, f"Say it on this page. {phrase.why}".strip())


RULES = (
    second_care_card,
    care_card_without_action,
    care_card_level_unsaid,
    help_put_off,
    number_not_a_link,
    harm_missing,
    warning_missing,
    ask_before_missing,
    colour_of_skin_unpaired,
)
# Rules whose results for a page depend on the pages that it links to: these may tell what it leaves out.
OF_LINKED_PAGES = (harm_missing, warning_missing, ask_before_missing)


def _numbers_of_help(site: Site) -> frozenset[str]:
    """The digits of all numbers of the contacts, in international and in local form."""
    written = (number for one in site.contacts.values() for number in (one.phone, one.local, one.text))
    return frozenset(digits for number in written if (digits := _digits(number)))


def _numbers_to_call(text: str, numbers: frozenset[str]) -> Iterator[str]:
    """The numbers of contacts, given by their digits, that a sentence says to call."""
    for match in _NUMBER.finditer(text):
        digits = _digits(match[0])
        if digits in numbers and (len(digits) >= SURE_DIGITS or _CALLING.search(text, 0, match.start())):
            yield match[0]


def _linked_numbers(page: Page, place: Place) -> frozenset[str]:
    """The digits in the words of telephone links on the lines of a place."""
    return frozenset(
        _digits(link.words)
        for link in page.links
        if isinstance(link, WebLink)
        and link.written.startswith(("tel:", "sms:"))
        and place.line <= link.place.line <= place.end_line
    )


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _cards(site: Site) -> Iterator[tuple[Page, CareCard, frozenset[str]]]:
    """Each care card, with its page and the levels of the cards above it on the page."""
    for page in site.pages.values():
        above: frozenset[str] = frozenset()
        for block in page.blocks:
            if isinstance(block, CareCard):
                yield page, block, above
                above |= {block.level}


def _page_and_linked(site: Site, page: Page) -> list[Page]:
    """A page, and the pages that its text or its front matter links to."""
    linked = (PurePosixPath(one) for one in page.gist.linked_pages)
    names = dict.fromkeys((page.name, *linked, *sorted(related_to(page))))
    return [site.known_pages[name] for name in names if name in site.known_pages]


def _text_of_page_and_linked(site: Site, page: Page) -> str:
    return "\n".join(text_of(one) for one in _page_and_linked(site, page))


def _harms(page: Page) -> tuple[str, ...]:
    facts = page.front_matter
    return facts.harms if isinstance(facts, TreatmentFrontMatter) else ()
