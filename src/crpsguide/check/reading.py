"""R: readability of pages. Formulas are applied to text without names; see `running_text`."""

from collections.abc import Callable, Iterator, Sequence

from crpsguide.check.parts import TELLING, guide_pages, text_of
from crpsguide.check.places import place_within
from crpsguide.check.rule import Fault, rule
from crpsguide.check.running_text import RUNNING, running_sentences, without_names
from crpsguide.check.texts import sentences_with, styled_texts
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.grammar import number_words, passive_verbs
from crpsguide.language.patterns import AS_TYPED, Pattern
from crpsguide.language.readability import flesch_kincaid, is_long, smog, words_of
from crpsguide.model import Page, Passage, PassageKind, Place, Sentence, Severity, Site

# US school grades; checklist items R1, R2 and R12.
HIGHEST_GRADE, HIGHEST_SMOG = 8.0, 10.0
AIM_GRADE, AIM_SMOG, AIM_KEY_POINTS, AIM_SHORT_VERSION = 6.9, 9.0, 6.0, 5.0
# Words; checklist items R3 and R12.
LONGEST_SENTENCE, LONG_SENTENCE, MEAN_SENTENCE, LONGEST_SHORT_VERSION = 25, 20, 14, 120
LONGEST_PAGE = 800  # words, all but those of “go deeper”; people with brain fog give up before the end of a long page
LONGEST_FINDING = 35  # words: ours, for who, what and how many in one sentence
LONG_SENTENCES, LONG_WORDS, PASSIVES = 0.05, 0.12, 0.10  # shares; checklist items R3 to R5
LONGEST_PARAGRAPH = 3  # sentences; checklist item R3
PATIENTS_PER_WORDS = 300  # checklist item R9
# With less text than this a formula measures chance rather than style.
FEWEST_WORDS, FEWEST_SENTENCES = 30, 10


_PATIENTS = Pattern(r"\bpatients?\b(?! (?:information|association|organi[sz]ation|group))", needs="patient patients")
_YOU = Pattern(r"\b(?:you|your|yours|yourself)\b")
MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(MONTHS)
_DATE = Pattern(
    rf"\b(?:{_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?) \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{_MONTH})\b"
    r"|(?<![\w/])\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?![\w/])|(?<![\w.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\w.]\d)"
    r"|(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])",
    AS_TYPED,
    needs="#",
)
_ISO_DATE = LazyPattern(r"(\d{4})-(\d\d)-(\d\d)")
_RANGE = Pattern(r"(?<![\w.,/–-])\d+(?:[.,]\d+)?\s?%?\s?[-–—]\s?\d+(?:[.,]\d+)?(?![\w/–-]|[.,]\d)", AS_TYPED, needs="#")
_CALLING = Pattern(r"\b(?:call|text|ring|dial|phone|tel|fax)\b")


@rule("R1")
def reading_grade_too_high(site: Site) -> Iterator[Fault]:
    """The text of a page is far too hard: its Flesch-Kincaid grade, without names, is above 8.0.

    Why it matters: the reader is tired and in pain, and may have left school at 14. What cannot
    be read cannot help.

    Wrong: Intravenous administration necessitates continuous haemodynamic observation.
    Right: A nurse checks your heart and breathing all the time.
    """
    yield from _graded_pages(site, flesch_kincaid, lambda grade: grade > HIGHEST_GRADE, f", above {HIGHEST_GRADE}")


@rule("R1", Severity.WARNING)
def reading_grade_high(site: Site) -> Iterator[Fault]:
    """The text of a page is harder than the guide aims for: its Flesch-Kincaid grade is 7.0 to 8.0.

    Why it matters: the nearer to grade 6, the more people can use the page on a bad day.

    Wrong: Participants subsequently reported considerable improvement.
    Right: After that, people felt much better.
    """
    yield from _graded_pages(site, flesch_kincaid, _is_between(AIM_GRADE, HIGHEST_GRADE), f"; aim for {AIM_GRADE}")


@rule("R1", Severity.WARNING)
def key_points_hard_to_read(site: Site) -> Iterator[Fault]:
    """The key points are harder than grade 6.0.

    Why it matters: many people read nothing else.

    Wrong: Multidisciplinary rehabilitation is recommended internationally.
    Right: Experts advise care by a team.
    """
    yield from _graded_blocks(site, "key-points", AIM_KEY_POINTS, "Use shorter words and shorter points.")


@rule("R2")
def long_words_too_many(site: Site) -> Iterator[Fault]:
    """The SMOG grade of a page, without names, is above 10.0: too many words of three or more syllables.

    Why it matters: SMOG tells who understands all of a text, not just half. For health that is what counts.

    Wrong: Deterioration of hepatic parameters necessitates discontinuation.
    Right: If liver tests get worse, the drips have to stop.
    """
    yield from _graded_pages(site, smog, lambda grade: grade > HIGHEST_SMOG, f", above {HIGHEST_SMOG}")


@rule("R2", Severity.WARNING)
def long_words_many(site: Site) -> Iterator[Fault]:
    """The SMOG grade of a page is higher than the guide aims for: 9.1 to 10.0.

    Why it matters: each long word is a step on which a tired reader may stop.

    Wrong: approximately, administer, additional
    Right: about, give, more
    """
    yield from _graded_pages(site, smog, _is_between(AIM_SMOG, HIGHEST_SMOG), f"; aim for {AIM_SMOG}")


@rule("R3", Severity.WARNING)
def sentence_too_long(site: Site) -> Iterator[Fault]:
    """A sentence has more than 25 words.

    Why it matters: who is in pain forgets how a long sentence began.

    Wrong: The drip takes about 2 hours, during which a nurse … and after which you rest until you … home by car.
    Right: The drip takes about 2 hours. A nurse checks your heart and breathing. Then you rest.
    """
    for text in styled_texts(site):
        for passage, sentence in text.sentences:
            if not _is_finding(passage, sentence):
                yield from _too_long(passage, sentence, LONGEST_SENTENCE)


@rule("R3", Severity.ADVICE)
def finding_too_long(site: Site) -> Iterator[Fault]:
    """A sentence of a finding has more than 35 words.

    Why it matters: it stands as a heading on the source's page. It has to hold who, what and how many, so it may be
    longer than others; but there is an end to what a reader can keep in mind.

    Wrong: `says:` with the design, the result, the harms and the doubts in one sentence
    Right: the result in one sentence, the doubts in the next
    """
    for text in styled_texts(site):
        for passage, sentence in text.sentences:
            if _is_finding(passage, sentence):
                yield from _too_long(passage, sentence, LONGEST_FINDING)


@rule("R3", Severity.WARNING)
def sentences_long(site: Site) -> Iterator[Fault]:
    """The sentences of a page have more than 14 words on average, or more than 5 in 100 have over 20.

    Why it matters: one long sentence is easy to get over, a page of them is not.

    Wrong: a page on which most sentences have a “which”
    Right: one thought in a sentence
    """
    for page, sentences in _measured(site, FEWEST_SENTENCES):
        counts = [len(words_of(one)) for one in sentences]
        mean = sum(counts) / len(counts)
        long = sum(count > LONG_SENTENCE for count in counts)
        if mean > MEAN_SENTENCE:
            message = f"The sentences of this page have {mean:.1f} words on average; aim for {MEAN_SENTENCE}."
            yield Fault(page.place, message, "Make two sentences of the longest ones.")
        if long / len(counts) > LONG_SENTENCES:
            yield Fault(
                page.place,
                f"{long} of the {len(counts)} sentences have more than {LONG_SENTENCE} words; "
                f"aim for fewer than {LONG_SENTENCES:.0%}.",
                "Make two sentences of the longest ones.",
            )


@rule("R3", Severity.WARNING)
def paragraph_too_long(site: Site) -> Iterator[Fault]:
    """A paragraph has more than 3 sentences.

    Why it matters: on a phone it fills the screen, and nobody finds the place again.

    Wrong: a paragraph of six sentences
    Right: two paragraphs of three
    """
    for text in styled_texts(site):
        for passage in text.passages:
            if passage.kind is PassageKind.PARAGRAPH and len(passage.sentences) > LONGEST_PARAGRAPH:
                message = f"This paragraph has {len(passage.sentences)} sentences; the limit is {LONGEST_PARAGRAPH}."
                yield Fault(passage.sentences[LONGEST_PARAGRAPH].place, message, "Begin a new paragraph here.")


@rule("R4", Severity.WARNING)
def long_word_share(site: Site) -> Iterator[Fault]:
    """More than 12 in 100 words of a page, without names, have three or more syllables.

    Why it matters: long words, not hard facts, are what most often shuts people out.

    Wrong: commencement, utilisation, requirement
    Right: start, use, need
    """
    for page, _ in _measured(site, FEWEST_SENTENCES):
        words = [word for one in without_names(site, page, running_sentences(page)) for word in words_of(one)]
        long = [word.casefold() for word in words if is_long(word)]
        if len(long) / len(words) > LONG_WORDS:
            share = 100 * len(long) / len(words)
            message = f"{share:.0f} of every 100 words have three or more syllables; the limit is {LONG_WORDS:.0%}."
            most_used = sorted({*long}, key=lambda word: (-long.count(word), word))[:8]
            yield Fault(page.place, message, f"Most used: {', '.join(most_used)}.")


@rule("R5", Severity.WARNING)
def passive_voice(site: Site) -> Iterator[Fault]:
    """More than 10 in 100 sentences of a page are in the passive.

    Why it matters: “is given” hides who gives it, and the reader has to guess.

    Wrong: Your blood pressure is taken before the drip is started.
    Right: A nurse takes your blood pressure, then starts the drip.
    """
    for page, _ in guide_pages(site):
        sentences = running_sentences(page)
        passive = [one for one in sentences if passive_verbs(one.text)]
        if len(sentences) >= FEWEST_SENTENCES and len(passive) / len(sentences) > PASSIVES:
            lines = ", ".join(str(one.place.line) for one in passive)
            yield Fault(
                passive[0].place,
                f"{len(passive)} of the {len(sentences)} sentences are in the passive; the limit is {PASSIVES:.0%}.",
                f"Say who does it. They are on lines {lines}.",
            )


@rule("R9", Severity.WARNING)
def patients_not_people(site: Site) -> Iterator[Fault]:
    """A page speaks of “patients” more than once in 300 words.

    Why it matters: the reader is a person. “You” and “people with …” say so.

    Wrong: Patients should inform their doctor.
    Right: Tell your doctor.
    """
    for page, _ in guide_pages(site):
        found = [one for passage in page.passages for one in passage.sentences if _PATIENTS.search(one.text)]
        words = sum(len(words_of(one.text)) for one in page.passages)
        if len(found) > max(1, words // PATIENTS_PER_WORDS):
            message = f"“Patients” stands in {len(found)} sentences of this page of {words} words."
            yield Fault(found[0].place, message, "Say “you”, or “people with …”.")


@rule("R9", Severity.WARNING)
def reader_not_addressed(site: Site) -> Iterator[Fault]:
    """A page never says “you”.

    Why it matters: people act on what is said to them, not on what is said about others.

    Wrong: Exercise may be started early.
    Right: You can start to exercise early.
    """
    for page, _ in guide_pages(site, TELLING):
        if not _YOU.search(text_of(page)):
            yield Fault(page.place, "This page never says “you”.", "Speak to the reader.")


@rule("R10", Severity.ADVICE)
def number_in_words(site: Site) -> Iterator[Fault]:
    """A number is written in letters.

    Why it matters: figures are found and understood faster, by people with reading trouble above all.

    Wrong: It took three weeks.
    Right: It took 3 weeks.
    """
    for page, _ in guide_pages(site):
        for sentence in running_sentences(page):
            for start, end in number_words(sentence.text):
                word = sentence.text[start:end]
                message = f"“{word}” is written in letters."
                yield Fault(place_within(sentence.place, page.source_lines, word), message, "Use figures.")


@rule("R10", Severity.WARNING)
def date_form(site: Site) -> Iterator[Fault]:
    """A date is not written as day, month in letters, year.

    Why it matters: 6/8/2026 is June in one country and August in another.

    Wrong: 08/06/2026, or August 6th, 2026
    Right: 6 August 2026
    """
    for date, place in _not_to_call(site, _DATE):
        yield Fault(place, f"The date “{date}” can be misread.", f"Write it as “{_with_month_in_words(date)}”.")


@rule("R10", Severity.WARNING)
def range_with_dash(site: Site) -> Iterator[Fault]:
    """A range of numbers has a dash for “to”.

    Why it matters: a screen reader may read it as “minus”, or leave it out.

    Wrong: 3-5 weeks
    Right: 3 to 5 weeks
    """
    for numbers, place in _not_to_call(site, _RANGE):
        yield Fault(place, f"The range “{numbers}” has a dash.", "Write “to” between the numbers.")


@rule("R12", Severity.WARNING)
def no_short_version(site: Site) -> Iterator[Fault]:
    """A page has no short version.

    Why it matters: on a bad day, a hundred words may be all that someone can read.

    Wrong: a page without `/// short-version`
    Right: the page in at most 120 words, at its top
    """
    for page, _ in guide_pages(site, TELLING):
        if not any(one.block == "short-version" for one in page.passages):
            yield Fault(page.place, "This page has no short version.", "Add a block “/// short-version” at its top.")


@rule("R12", Severity.WARNING)
def short_version_long(site: Site) -> Iterator[Fault]:
    """The short version has more than 120 words.

    Why it matters: it is for those who cannot read more.

    Wrong: a short version of 200 words
    Right: one of 120 words or fewer
    """
    for page, _ in guide_pages(site):
        sentences = running_sentences(page, "short-version")
        count = sum(len(words_of(one.text)) for one in sentences)
        if count > LONGEST_SHORT_VERSION:
            message = f"The short version has {count} words; the limit is {LONGEST_SHORT_VERSION}."
            yield Fault(sentences[0].place, message, "Keep what a reader needs first.")


@rule("R12", Severity.WARNING)
def short_version_hard_to_read(site: Site) -> Iterator[Fault]:
    """The short version is harder than grade 5.0.

    Why it matters: it is for the worst day, and for those who find reading hard.

    Wrong: The therapeutic benefit remains unestablished.
    Right: We do not know if it helps.
    """
    yield from _graded_blocks(site, "short-version", AIM_SHORT_VERSION, "Use shorter words and shorter sentences.")


@rule("R12", Severity.ADVICE)
def page_too_long(site: Site) -> Iterator[Fault]:
    """A page has more than 800 words that are not in “go deeper”.

    Why it matters: on a phone it is twelve screens long, and on paper five sheets. People who are tired, in pain or
    foggy give up before the end of it.

    Wrong: a page that tells again what the pages it links to tell
    Right: what this page is for, a link to the rest, and methods and history in `/// go-deeper`
    """
    for page, _ in guide_pages(site):
        count = sum(len(words_of(one.text)) for one in page.passages if one.block != "go-deeper")
        if count > LONGEST_PAGE:
            message = f"This page has {count} words before “go deeper”; the limit is {LONGEST_PAGE}."
            help = "Leave out what another page tells, and link to it; put methods and history into “/// go-deeper”."
            yield Fault(page.place, message, help)


RULES = (
    reading_grade_too_high,
    reading_grade_high,
    key_points_hard_to_read,
    long_words_too_many,
    long_words_many,
    sentence_too_long,
    finding_too_long,
    sentences_long,
    paragraph_too_long,
    long_word_share,
    passive_voice,
    patients_not_people,
    reader_not_addressed,
    number_in_words,
    date_form,
    range_with_dash,
    no_short_version,
    short_version_long,
    short_version_hard_to_read,
    page_too_long,
)


def _measured(site: Site, fewest: int = 1) -> Iterator[tuple[Page, list[str]]]:
    """The guide's pages that have enough text for a formula, each with its running sentences."""
    for page, _ in guide_pages(site):
        sentences = [one.text for one in running_sentences(page) if words_of(one.text)]
        if len(sentences) >= fewest and sum(len(words_of(one)) for one in sentences) >= FEWEST_WORDS:
            yield page, sentences


def _graded_pages(
    site: Site, formula: Callable[[Sequence[str]], float], is_at_fault: Callable[[float], bool], limit: str
) -> Iterator[Fault]:
    """The faults of pages whose grade, by the Flesch-Kincaid or the SMOG formula, is at fault."""
    name, fewest = ("SMOG", FEWEST_SENTENCES) if formula is smog else ("Flesch-Kincaid", 1)
    for page, sentences in _measured(site, fewest):
        grade = formula(without_names(site, page, running_sentences(page)))
        if is_at_fault(grade):
            message = f"The {name} grade of this page is {grade:.1f}{limit} (with names: {formula(sentences):.1f})."
            yield Fault(page.place, message, _where_to_shorten(page))


def _is_between(aim: float, highest: float) -> Callable[[float], bool]:
    return lambda grade: round(grade, 1) > aim and grade <= highest


def _graded_blocks(site: Site, block: str, aim: float, help: str) -> Iterator[Fault]:
    """The faults of pages on which a kind of block has a Flesch-Kincaid grade above its aim."""
    for page, _ in guide_pages(site):
        sentences = running_sentences(page, block)
        texts = without_names(site, page, sentences)
        grade = flesch_kincaid(texts) if sum(len(words_of(one)) for one in texts) >= FEWEST_WORDS else 0.0
        if round(grade, 1) > aim:
            message = f"The Flesch-Kincaid grade of the {block.replace('-', ' ')} is {grade:.1f}; aim for {aim}."
            yield Fault(sentences[0].place, message, help)


def _where_to_shorten(page: Page) -> str:
    """The help for a page with a high grade: it names the sentence with the most and longest words."""
    hardest = max(running_sentences(page), key=lambda one: sum(1 + 3 * is_long(word) for word in words_of(one.text)))
    return f"Shorten sentences and words. Begin with line {hardest.place.line}: “{hardest.text[:60]}…”"


def _is_finding(passage: Passage, sentence: Sentence) -> bool:
    """Whether the sentence comes from the `says` of a finding."""
    return passage.heading.startswith("findings.") and any(one.key for one in sentence.citations)


def _too_long(passage: Passage, sentence: Sentence, limit: int) -> Iterator[Fault]:
    count = len(words_of(sentence.text))
    if passage.kind in RUNNING and count > limit:
        message = f"This sentence has {count} words; the limit is {limit}."
        yield Fault(sentence.place, message, "Make two of it, or a list.")


def _not_to_call(site: Site, pattern: Pattern) -> Iterator[tuple[str, Place]]:
    """The matches of a pattern that are not part of a telephone number, after a word such as “call”; with places."""
    for text, _, sentence in sentences_with(site, pattern):
        for match in pattern.finditer(sentence.text) if not text.is_plain else ():
            if not _CALLING.search(sentence.text[: match.start()]):
                yield match[0], place_within(sentence.place, text.source_lines, match[0])


def _with_month_in_words(date: str) -> str:
    """A date such as 2026-08-06 in words; an example for other forms, which do not tell day and month apart."""
    iso_date = _ISO_DATE.search(date)
    year, month, day = map(int, iso_date.groups()) if iso_date else (2026, 8, 6)
    return f"{day} {MONTHS[month - 1]} {year}" if 0 < month <= len(MONTHS) else "6 August 2026"
